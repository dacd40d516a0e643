#include "app/cli/commands.h"
#include "app/cli/endpointoperation.h"
#include "app/cli/operationreport.h"
#include "app/cli/operationrequest.h"
#include "app/cli/operationrun.h"
#include "app/cli/pathmappings.h"
#include "app/cli/session.h"
#include "core/base/visibletext.h"
#include "core/plans/clusterdoer.h"
#include "core/plans/fallback.h"
#include "core/plans/flinkplan.h"
#include "core/plans/planning.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using workflow::Operation;
using State = Operation::State;

/// One operation in a cluster, from its plan to its end; or from where it was interrupted.
class Operating
{
public:
    Operating(Session& session, std::shared_ptr<ClusterRoute> route, workflow::Journal journal)
        : m_session(session)
        , m_route(std::move(route))
        , m_journal(std::move(journal))
        , m_site(siteOf(*m_route, m_journal))
        , m_run(session, m_journal)
    {
        m_run.goesOn = [this](const Operation& operation) { return fallBack(operation); };
    }

    void plan()
    {
        const std::optional<plans::Intent> intent = intentOf(m_session, *m_route, m_journal);
        if (!intent)
            return;
        if (intent->verb == plans::Intent::Verb::Recover && !intent->isEmpty)
            search(*intent);
        else
            survey(*intent);
    }
    void goOn(const QString& id) { m_run.goOn(id, std::make_unique<plans::ClusterDoer>(m_site)); }

private:
    void search(const plans::Intent& intent)
    {
        const auto mappings = mappingsOf(m_session.invocation().values(u"map"_s));
        if (!mappings)
            return m_session.fail(
                ExitCode::Usage,
                Text::tr("'--map' needs FROM=TO: a path as it was recorded, and a folder of this machine."));
        m_search = std::make_unique<plans::CandidateSearch>(m_site, intent, *mappings);
        QObject::connect(m_search.get(), &plans::CandidateSearch::failed, &m_session,
                         [this](const base::Error& error) { m_session.fail(error); });
        QObject::connect(m_search.get(), &plans::CandidateSearch::found, &m_session,
                         [this, intent](const plans::CandidateFindings& findings) {
                             for (const QString& doubt : findings.doubts)
                                 m_session.warn(doubt);
                             m_findings = findings;
                             choose(intent);
                         });
        m_search->start();
    }

    void choose(plans::Intent intent)
    {
        const QList<plans::Candidate>& candidates = m_findings.candidates;
        if (candidates.isEmpty())
            return m_session.fail(
                ExitCode::Failed,
                Text::tr("Nobody knows of a snapshot to start from. With --empty it starts without its "
                         "state; with 'dreyctl redeploy' from one that you know."));
        bool isNumber = false;
        const QString wanted = m_session.invocation().value(u"candidate"_s);
        const int number = wanted.isEmpty() ? 1 : wanted.toInt(&isNumber);
        if (number < 1 || number > candidates.size() || (!wanted.isEmpty() && !isNumber)) {
            m_session.tell(candidatesText(m_findings, m_session.colors()));
            return m_session.fail(ExitCode::Usage, Text::tr("There is no candidate '%1'.").arg(wanted));
        }
        const bool isForReal = !m_session.invocation().has(u"plan"_s);
        if (isForReal && wanted.isEmpty() && !candidates.first().isTrusted()) {
            m_session.tell(candidatesText(m_findings, m_session.colors()));
            return m_session.fail(ExitCode::Failed,
                                  Text::tr("None of these can be trusted without somebody looking at it. Choose one "
                                           "with --candidate, or start without its state with --empty."));
        }
        intent.from = candidates.at(number - 1).path;
        if (wanted.isEmpty()) // who names one wants that one
            intent.fallbacks = plans::fallbacksAfter(candidates, 0);
        survey(intent);
    }

    void survey(const plans::Intent& intent)
    {
        m_run.planAnew = [this, intent] { survey(intent); };
        m_surveying = std::make_unique<plans::Surveying>(m_site, intent);
        QObject::connect(m_surveying.get(), &plans::Surveying::failed, &m_session,
                         [this](const base::Error& error) { m_session.fail(error); });
        QObject::connect(m_surveying.get(), &plans::Surveying::finished, &m_session,
                         [this](const plans::Survey& survey) { takeSurvey(survey); });
        m_surveying->start();
    }

    void takeSurvey(const plans::Survey& survey)
    {
        for (const QString& doubt : survey.prospect.doubts)
            m_session.warn(doubt);
        m_run.offer(
            plans::planOf(survey, m_site),
            [this, survey] { return std::make_unique<plans::ClusterDoer>(m_site, survey); }, m_findings);
    }

    /// After a snapshot that was no good: the same with the next one.
    bool fallBack(const Operation& operation)
    {
        const std::optional<plans::Intent> next = plans::fallbackOf(operation);
        if (!next)
            return false;
        m_session.tell(
            Text::tr("Flink could not start from it. Going on with the next: %1").arg(base::visibleText(next->from)));
        // It is within the runner's own signal.
        QMetaObject::invokeMethod(
            &m_session, [this, intent = *next] { survey(intent); }, Qt::QueuedConnection);
        return true;
    }

    Session& m_session;
    const std::shared_ptr<ClusterRoute> m_route;
    const workflow::Journal m_journal;
    const plans::Site m_site;
    OperationRun m_run;
    std::unique_ptr<plans::CandidateSearch> m_search;
    plans::CandidateFindings m_findings;
    std::unique_ptr<plans::Surveying> m_surveying;
};

void show(Session& session, const workflow::Journal& journal, const QString& id)
{
    const std::optional<Operation> operation = journal.operation(id);
    if (!operation)
        return session.fail(ExitCode::Failed, Text::tr("There is no operation '%1'.").arg(id));
    const bool isLatest = plans::isLatest(*operation, journal.operations());
    tellOperation(session, *operation, isLatest ? plans::offersOf(*operation, false) : QList<plans::Offer>(),
                  ExitCode::Done);
}

void abandon(Session& session, const workflow::Journal& journal, const QString& id)
{
    auto opened = journal.takeUp(id);
    if (!opened)
        return session.fail(opened.error());
    const auto written = (*opened)->writeEnd(State::Abandoned, Text::tr("Somebody goes on by hand."));
    if (!written)
        return session.fail(written.error());
    show(session, journal, id);
}

void goOn(Session& session, const workflow::Journal& journal, const QString& id)
{
    const std::optional<Operation> operation = journal.operation(id);
    if (!operation)
        return session.fail(ExitCode::Failed, Text::tr("There is no operation '%1'.").arg(id));
    if (plans::isAtEndpoint(operation->plan))
        return continueAtEndpoint(session, journal, *operation);
    const auto route = clusterRoute(session);
    if (!route)
        return;
    if (route->context != operation->plan.context)
        return session.fail(ExitCode::Usage, Text::tr("It was begun in the context '%1': choose it with --context.")
                                                 .arg(base::visibleText(operation->plan.context)));
    session.keep(std::make_shared<Operating>(session, route, journal)).goOn(id);
}

} // namespace

void operate(Session& session)
{
    if (session.invocation().has(u"drain"_s) && session.invocation().has(u"no-savepoint"_s))
        return session.fail(ExitCode::Usage, Text::tr("'--drain' and '--no-savepoint' exclude each other."));
    if (session.invocation().has(u"endpoint"_s))
        return operateAtEndpoint(session);
    for (const QString& option : optionsAtEndpoint(session)) {
        if (session.invocation().has(option))
            return session.fail(ExitCode::Usage,
                                Text::tr("'--%1' is for a job at an endpoint: use it with --endpoint.").arg(option));
    }
    if (session.invocation().has(u"all-namespaces"_s))
        return session.fail(ExitCode::Usage, Text::tr("A name needs a namespace: leave out --all-namespaces."));
    if (const auto route = clusterRoute(session))
        session.keep(std::make_shared<Operating>(session, route, journalOf(session))).plan();
}

void operations(Session& session)
{
    const workflow::Journal journal = journalOf(session);
    const QString what = session.invocation().arguments.value(0, u"list"_s);
    const QString id = session.invocation().arguments.value(1);
    if ((what == u"list") != id.isEmpty())
        return session.fail(ExitCode::Usage, id.isEmpty()
                                                 ? Text::tr("Which operation? 'dreyctl operations' lists them.")
                                                 : Text::tr("The list takes no operation."));
    if (what == u"show")
        return show(session, journal, id);
    if (what == u"abandon")
        return abandon(session, journal, id);
    if (what == u"continue")
        return goOn(session, journal, id);
    const QList<Operation> all = journal.operations();
    session.answer(operationsJson(all), [&] { return operationsText(all, session.colors()); });
}

} // namespace cli
