#include "app/cli/endpointoperation.h"

#include "app/cli/operationrequest.h"
#include "app/cli/operationrun.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/visibletext.h"
#include "core/plans/flinkdoer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using plans::FlinkIntent;
using Verb = plans::Intent::Verb;

bool refuse(Session& session, const QString& message)
{
    session.fail(ExitCode::Usage, message);
    return false;
}

std::optional<int> parallelismOf(const QString& text)
{
    bool isNumber = false;
    const int parallelism = text.toInt(&isNumber);
    return isNumber && parallelism > 0 ? std::optional(parallelism) : std::nullopt;
}

bool readParallelism(Session& session, FlinkIntent& intent)
{
    const Invocation& invocation = session.invocation();
    if (invocation.has(u"parallelism"_s)) {
        const std::optional<int> parallelism = parallelismOf(invocation.value(u"parallelism"_s));
        if (!parallelism)
            return refuse(session, Text::tr("'%1' is no parallelism.").arg(invocation.value(u"parallelism"_s)));
        intent.parallelism = intent.run.parallelism = *parallelism;
    }
    const QStringList vertices = invocation.values(u"vertex"_s);
    for (const QString& vertex : vertices) {
        const std::optional<int> parallelism = parallelismOf(vertex.section(u'=', 1));
        if (!parallelism)
            return refuse(session, Text::tr("'%1' is no parallelism.").arg(vertex));
        intent.vertices.insert(vertex.section(u'=', 0, 0), *parallelism);
    }
    if (intent.verb == Verb::Rescale && intent.parallelism == 0 && intent.vertices.isEmpty())
        return refuse(session, Text::tr("What is to be changed? See 'dreyctl %1 --help'.").arg(u"rescale"_s));
    return true;
}

/// What names things of Kubernetes.
bool isOfThisWorld(Session& session, Verb verb)
{
    if (!plans::canDo(verb))
        return refuse(session,
                      Text::tr("'%1' changes a custom resource, and there is none at an endpoint. There, a job "
                               "takes these: savepoint, checkpoint, suspend, resume, rescale, delete.")
                          .arg(plans::verbWord(verb)));
    for (const QString& option : {u"namespace"_s, u"all-namespaces"_s, u"context"_s, u"session-job"_s, u"settle"_s}) {
        if (session.invocation().has(option))
            return refuse(session, Text::tr("'--%1' has no meaning at an endpoint.").arg(option));
    }
    return true;
}

/// Fails the session, and answers nothing, when it cannot be.
std::optional<FlinkIntent> intentOf(Session& session)
{
    const Invocation& invocation = session.invocation();
    FlinkIntent intent;
    intent.verb = verbOf(session);
    if (!isOfThisWorld(session, intent.verb))
        return {};
    const std::optional<QString> id = jobId(session, invocation.arguments.value(0));
    if (!id)
        return {};
    intent.job = *id;
    intent.directory = invocation.value(u"to-directory"_s);
    intent.drains = invocation.has(u"drain"_s);
    intent.withSavepoint = !invocation.has(u"no-savepoint"_s);
    if (invocation.has(u"format"_s))
        intent.format = invocation.value(u"format"_s) == u"native" ? flink::SavepointFormat::Native
                                                                   : flink::SavepointFormat::Canonical;
    intent.run.jar = invocation.value(u"jar"_s);
    intent.run.savepoint = invocation.value(u"from"_s);
    intent.run.entryClass = invocation.value(u"entry-class"_s);
    intent.run.arguments = invocation.values(u"program-arg"_s);
    intent.run.allowsNonRestoredState = invocation.has(u"allow-non-restored-state"_s);
    return readParallelism(session, intent) ? std::optional(intent) : std::nullopt;
}

/// One operation at an endpoint, from its plan to its end; or from where it was interrupted.
class Operating
{
public:
    Operating(Session& session, std::shared_ptr<FlinkRoute> route, const workflow::Journal& journal)
        : m_session(session)
        , m_route(std::move(route))
        , m_journal(journal)
        , m_site{m_route->rest.get(), m_route->endpoint, m_route->environment, m_route->isProtected, &m_journal}
        , m_run(session, m_journal)
    {
    }

    void plan(const FlinkIntent& intent)
    {
        m_run.planAnew = [this, intent] { plan(intent); };
        m_surveying = std::make_unique<plans::FlinkSurveying>(m_site, intent);
        QObject::connect(m_surveying.get(), &plans::FlinkSurveying::failed, &m_session,
                         [this](const base::Error& error) { m_session.fail(error); });
        QObject::connect(m_surveying.get(), &plans::FlinkSurveying::finished, &m_session,
                         [this](const plans::FlinkSurvey& survey) {
                             m_run.offer(plans::planOf(survey, m_site),
                                         [this, survey] { return std::make_unique<plans::FlinkDoer>(m_site, survey); });
                         });
        m_surveying->start();
    }
    void goOn(const QString& id) { m_run.goOn(id, std::make_unique<plans::FlinkDoer>(m_site)); }

private:
    Session& m_session;
    const std::shared_ptr<FlinkRoute> m_route;
    const workflow::Journal m_journal;
    const plans::FlinkSite m_site;
    OperationRun m_run;
    std::unique_ptr<plans::FlinkSurveying> m_surveying;
};

} // namespace

QStringList optionsAtEndpoint(const Session& session)
{
    QStringList options{u"to-directory"_s, u"entry-class"_s, u"program-arg"_s, u"allow-non-restored-state"_s};
    if (verbOf(session) == plans::Intent::Verb::Resume)
        options += {u"jar"_s, u"parallelism"_s};
    if (verbOf(session) == plans::Intent::Verb::Suspend)
        options += {u"format"_s, u"drain"_s};
    return options;
}

void operateAtEndpoint(Session& session)
{
    const std::optional<FlinkIntent> intent = intentOf(session);
    const auto route = intent ? flinkRoute(session) : nullptr;
    if (route)
        session.keep(std::make_shared<Operating>(session, route, journalOf(session))).plan(*intent);
}

void continueAtEndpoint(Session& session, const workflow::Journal& journal, const workflow::Operation& operation)
{
    const bool isNamed = session.invocation().has(u"endpoint"_s);
    const auto route = isNamed ? flinkRoute(session) : nullptr;
    if (isNamed && !route)
        return;
    if (!route || route->endpoint != operation.plan.context)
        return session.fail(ExitCode::Usage, Text::tr("It was begun at the endpoint '%1': choose it with --endpoint.")
                                                 .arg(base::visibleText(operation.plan.context)));
    session.keep(std::make_shared<Operating>(session, route, journal)).goOn(operation.id);
}

} // namespace cli
