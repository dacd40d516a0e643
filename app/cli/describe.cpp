#include "app/cli/commands.h"
#include "app/cli/inquire.h"
#include "app/cli/report.h"
#include "app/cli/session.h"
#include "core/flink/deployment.h"
#include "core/kube/listing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

QDateTime utcNow()
{
    return QDateTime::currentDateTimeUtc();
}

/// Asks every source about one deployment, then answers with what each said.
class Description
{
public:
    Description(Session& session, std::shared_ptr<ClusterRoute> route, kube::ObjectKey key)
        : m_session(session)
        , m_route(std::move(route))
        , m_key(std::move(key))
    {
        m_report.context = m_route->context;
    }

    void run()
    {
        list<flink::Deployment>(
            {kube::flinkType(u"flinkdeployments"_s), m_key.nameSpace, {}, u"metadata.name="_s + m_key.name},
            flink::decodeDeployment,
            [this](const base::Result<QList<flink::Deployment>>& found) { takeResource(found); });
    }

private:
    template <typename T>
    void list(const kube::Collection& collection, base::Result<T> (*decode)(QByteArrayView),
              std::function<void(base::Result<QList<T>>)> done)
    {
        kube::listOnce(*m_route->api, collection, kube::erased(decode), http::Priority::Interactive, &m_session,
                       [done = std::move(done)](const base::Result<QList<kube::Item>>& items) {
                           if (items)
                               done(kube::valuesOf<T>(*items));
                           else
                               done(items.error());
                       });
    }

    void takeResource(const base::Result<QList<flink::Deployment>>& found)
    {
        if (!found)
            return m_session.fail(found.error());
        if (found->isEmpty())
            return m_session.fail(
                ExitCode::Failed,
                Text::tr("There is no deployment '%1' in the namespace '%2'.").arg(m_key.name, m_key.nameSpace));
        base::Observed<std::shared_ptr<const flink::Deployment>> resource;
        resource.succeed(std::make_shared<const flink::Deployment>(found->first()), utcNow());
        m_open = 3;
        askForEvents();
        askHighAvailability();
        inquire(m_session, m_route, resource, {}, [this](const health::Evidence& evidence) {
            m_report.evidence = evidence;
            finishOne();
        });
    }

    void askForEvents()
    {
        const QString selector = u"involvedObject.name="_s + m_key.name;
        list<flink::Event>({kube::coreType(u"events"_s), m_key.nameSpace, {}, selector}, flink::decodeEvent,
                           [this](const base::Result<QList<flink::Event>>& events) {
                               if (events)
                                   m_report.events.succeed(*events, utcNow());
                               else
                                   m_report.events.fail(events.error());
                               finishOne();
                           });
    }

    void askHighAvailability()
    {
        flink::listHaPointers(*m_route->api, m_key, http::Priority::Interactive, &m_session,
                              [this](const base::Result<QList<flink::HaPointer>>& found) {
                                  if (found)
                                      m_report.highAvailability.succeed(*found, utcNow());
                                  else
                                      m_report.highAvailability.fail(found.error());
                                  finishOne();
                              });
    }

    void finishOne()
    {
        if (--m_open > 0)
            return;
        m_report.evidence.now = utcNow();
        m_report.verdict = health::assess(m_report.evidence);
        m_report.restore = health::restoreOutlook(m_report.evidence, m_report.highAvailability);
        if (const auto& problem = m_report.events.problem)
            m_session.warn(Text::tr("The events are not known: %1").arg(problem->message));
        if (const auto& problem = m_report.evidence.pods.problem)
            m_session.warn(Text::tr("The pods are not known: %1").arg(problem->message));
        m_session.answer(reportJson(m_report), [this] { return reportText(m_report, m_session.colors()); });
    }

    Session& m_session;
    std::shared_ptr<ClusterRoute> m_route;
    const kube::ObjectKey m_key;
    Report m_report;
    int m_open = 0;
};

} // namespace

void describe(Session& session)
{
    const QString name = session.invocation().arguments.at(1);
    if (session.invocation().has(u"all-namespaces"_s))
        return session.fail(ExitCode::Usage, Text::tr("A name needs a namespace: leave out --all-namespaces."));
    if (!http::isSafeSegment(name))
        return session.fail(ExitCode::Usage, Text::tr("'%1' cannot be a name.").arg(name));
    const auto route = clusterRoute(session);
    if (route)
        session.keep(std::make_shared<Description>(session, route, kube::ObjectKey{route->own, name})).run();
}

} // namespace cli
