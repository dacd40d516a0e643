#include "app/cli/commands.h"
#include "app/cli/offerreport.h"
#include "app/cli/operationreport.h"
#include "app/cli/operationrequest.h"
#include "app/cli/pathmappings.h"
#include "app/cli/session.h"
#include "app/cli/stopsignal.h"
#include "core/base/visibletext.h"
#include "core/plans/candidates.h"
#include "core/plans/clusterdoer.h"
#include "core/plans/fallback.h"
#include "core/plans/planning.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSocketNotifier>

#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using workflow::Operation;
using State = Operation::State;

/// So long nothing new may be seen before the outcome counts as unknown, unless --timeout says how long it may take.
constexpr std::chrono::minutes patience{15};

ExitCode codeOf(State state)
{
    switch (state) {
    case State::Succeeded:
    case State::Abandoned:
        return ExitCode::Done;
    case State::Failed:
    case State::Cancelled:
        return ExitCode::Failed;
    case State::Running:
    case State::Interrupted:
    case State::Unknown:
        return ExitCode::Unknown;
    }
    return ExitCode::Unknown;
}

void tellOperation(Session& session, const Operation& operation, const QList<plans::Offer>& offers, ExitCode code)
{
    QJsonObject json = toJson(operation);
    json.insert(u"offers"_s, offersJson(operation, offers));
    session.answer(
        json, [&] { return operationText(operation, session.colors()) + offersText(operation, offers); }, code);
}

/// One operation from its plan to its end; or from where it was interrupted.
class Operating
{
public:
    Operating(Session& session, std::shared_ptr<ClusterRoute> route, workflow::Journal journal)
        : m_session(session)
        , m_route(std::move(route))
        , m_journal(std::move(journal))
        , m_site(siteOf(*m_route, m_journal))
    {
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
    void goOn(const QString& id)
    {
        auto opened = m_journal.takeUp(id);
        if (!opened)
            return m_session.fail(opened.error());
        m_doer = std::make_unique<plans::ClusterDoer>(m_site);
        run(*std::move(opened));
    }

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
        intent.from = candidates.at(number - 1).path;
        if (wanted.isEmpty()) // who names one wants that one
            intent.fallbacks = plans::fallbacksAfter(candidates, 0);
        survey(intent);
    }

    void survey(const plans::Intent& intent)
    {
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
        m_plan = plans::planOf(survey, m_site);
        if (m_session.invocation().has(u"plan"_s)) {
            m_session.answer(
                planJson(), [this] { return planPage(); }, m_plan.isBlocked() ? ExitCode::Findings : ExitCode::Done);
            return;
        }
        m_session.tell(planPage());
        if (m_plan.isBlocked()) {
            const bool isNotPermitted = std::ranges::any_of(m_plan.preflight, [](const workflow::Check& check) {
                return check.verdict == workflow::Check::Verdict::Fail &&
                       (check.id == u"rights" || check.id == u"protected");
            });
            return m_session.fail(isNotPermitted ? ExitCode::NotPermitted : ExitCode::Failed,
                                  Text::tr("Nothing was done: the preflight forbids it."));
        }
        m_doer = std::make_unique<plans::ClusterDoer>(m_site, survey);
        if (m_isFallingBack) // it was agreed to with the first plan
            begin();
        else
            confirm();
    }

    QJsonObject planJson() const
    {
        QJsonObject json = toJson(m_plan);
        QJsonArray candidates;
        for (const plans::Candidate& candidate : m_findings.candidates)
            candidates.append(toJson(candidate));
        if (!candidates.isEmpty()) {
            json.insert(u"candidates"_s, candidates);
            json.insert(u"diagnosis"_s, toJson(m_findings.diagnosis));
        }
        return json;
    }

    QString planPage() const
    {
        const QString plan = planText(m_plan, m_session.colors());
        return m_findings.candidates.isEmpty() ? plan : candidatesText(m_findings, m_session.colors()) + u'\n' + plan;
    }

    void confirm()
    {
        if (m_session.invocation().has(u"yes"_s))
            return begin();
        if (isatty(STDIN_FILENO) != 1)
            return m_session.fail(
                ExitCode::Usage,
                Text::tr("Nobody is there to agree to it. Repeat the command with --yes, or with --plan."));
        // Whoever reads a plan takes his time.
        m_session.whenTimeIsUp([this] {
            if (m_session.invocation().has(u"timeout"_s))
                m_session.fail(ExitCode::Failed, Text::tr("Nothing was done."));
        });
        const bool isNameAsked = m_plan.confirmation == workflow::Confirmation::TypeName;
        const QString name = m_plan.details[u"name"].toString();
        m_session.tell(isNameAsked ? Text::tr("Type the name '%1' to go on; anything else: no.").arg(name)
                                   : Text::tr("Go on? y: yes, anything else: no"));
        m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(m_input.get(), &QSocketNotifier::activated, &m_session,
                         [this, wanted = isNameAsked ? name : u"y"_s] {
                             m_input->setEnabled(false);
                             std::array<char, 512> buffer{};
                             const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
                             const QString typed =
                                 count > 0 ? QString::fromUtf8(buffer.data(), qsizetype(count)).trimmed() : QString();
                             if (typed == wanted)
                                 begin();
                             else
                                 m_session.fail(ExitCode::Failed, Text::tr("Nothing was done."));
                         });
    }

    void begin()
    {
        auto opened = m_journal.begin(m_plan);
        if (!opened)
            return m_session.fail(opened.error());
        run(*std::move(opened));
    }

    void run(std::unique_ptr<workflow::OpenJournal> opened)
    {
        workflow::RunnerTimes times;
        times.patience = patience;
        m_runner = std::make_unique<workflow::Runner>(*m_doer, std::move(opened), times);
        m_session.tell(Text::tr("Operation %1").arg(m_runner->operation().id));
        QObject::connect(m_runner.get(), &workflow::Runner::progressed, &m_session, [this] { tellProgress(); });
        QObject::connect(m_runner.get(), &workflow::Runner::finished, &m_session, [this] { finish(); });
        m_session.whenTimeIsUp([this] {
            if (m_session.invocation().has(u"timeout"_s))
                leave();
        });
        m_stop = std::make_unique<StopSignal>();
        QObject::connect(m_stop.get(), &StopSignal::received, &m_session, [this] { stop(); });
        m_runner->start();
    }

    /// The first time it ends at a safe point, the second time at once.
    void stop()
    {
        if (m_runner->isCancelling())
            return leave();
        m_session.tell(Text::tr("It is cancelled at the next safe point. Once more: leave it as it is."));
        m_runner->cancel();
    }

    void leave()
    {
        const Operation& operation = m_runner->operation();
        if (!operation.isOpen()) // the next one is being planned
            return answer(operation, codeOf(operation.state));
        m_session.tell(
            Text::tr("It is left as it is. Look at it with 'dreyctl operations show %1', go on with 'dreyctl "
                     "operations continue %1'.")
                .arg(operation.id));
        answer(operation, ExitCode::Unknown);
    }

    void tellProgress()
    {
        const Operation& operation = m_runner->operation();
        for (qsizetype i = 0; i < operation.steps.size(); ++i) {
            const workflow::StepRecord& record = operation.steps.at(i);
            if (record.state == workflow::StepRecord::State::Planned)
                continue;
            const QString text = stepText(operation.plan.steps.at(i), record);
            if (m_told.value(record.id) == text)
                continue;
            m_told[record.id] = text;
            m_session.tell(u"  "_s + text);
        }
        tellOffers();
        if (m_session.invocation().has(u"no-wait"_s) && isAccepted(operation))
            answer(operation, ExitCode::Done);
    }

    /// Once for each thing that is in the way.
    void tellOffers()
    {
        const Operation& operation = m_runner->operation();
        if (!m_runner->isStuck() || operation.state != State::Running || operation.currentStep() < 0)
            return;
        const QString obstacle = operation.steps.at(operation.currentStep()).detail;
        if (std::exchange(m_obstacle, obstacle) != obstacle)
            m_session.tell(offersText(operation, plans::offersOf(operation, true)) +
                           Text::tr("Ctrl+C ends this one at a safe point first."));
    }

    /// The first request was taken.
    static bool isAccepted(const Operation& operation)
    {
        for (qsizetype i = 0; i < operation.steps.size(); ++i) {
            if (operation.plan.steps.at(i).sends)
                return operation.steps.at(i).state == workflow::StepRecord::State::Done;
        }
        return false;
    }

    void finish()
    {
        const Operation& operation = m_runner->operation();
        if (!m_runner->problem().isEmpty())
            m_session.warn(m_runner->problem());
        if (const std::optional<plans::Intent> next = plans::fallbackOf(operation); next) {
            // It is within the runner's own signal.
            QMetaObject::invokeMethod(
                &m_session, [this, intent = *next] { fallBack(intent); }, Qt::QueuedConnection);
            return;
        }
        if (operation.state == State::Unknown)
            m_session.tell(
                Text::tr("The outcome is unknown. Look with 'dreyctl operations show %1', go on with 'dreyctl "
                         "operations continue %1'.")
                    .arg(operation.id));
        answer(operation, codeOf(operation.state));
    }

    /// After a snapshot that was no good: the same with the next one.
    void fallBack(const plans::Intent& intent)
    {
        m_session.tell(
            Text::tr("Flink could not start from it. Going on with the next: %1").arg(base::visibleText(intent.from)));
        m_isFallingBack = true;
        m_told.clear();
        m_stop.reset();
        survey(intent);
    }

    void answer(const Operation& operation, ExitCode code)
    {
        tellOperation(m_session, operation, plans::offersOf(operation, m_runner->isStuck()), code);
    }

    Session& m_session;
    const std::shared_ptr<ClusterRoute> m_route;
    const workflow::Journal m_journal;
    const plans::Site m_site;
    std::unique_ptr<plans::CandidateSearch> m_search;
    plans::CandidateFindings m_findings;
    std::unique_ptr<plans::Surveying> m_surveying;
    workflow::Plan m_plan;
    std::unique_ptr<plans::ClusterDoer> m_doer;
    std::unique_ptr<workflow::Runner> m_runner;
    std::unique_ptr<StopSignal> m_stop;
    std::unique_ptr<QSocketNotifier> m_input;
    QString m_obstacle;            ///< that offers were told for
    QMap<QString, QString> m_told; ///< of each step the last line
    bool m_isFallingBack = false;
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
