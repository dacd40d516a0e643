#include "app/cli/commands.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "core/health/verdict.h"
#include "core/kube/listing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::visibleText;

/// Reads a collection once; `done` gets what could be decoded, sorted by namespace and name. What could not becomes a
/// warning.
template <typename T>
void listAll(Session& session, const std::shared_ptr<ClusterRoute>& route, const QString& plural,
             base::Result<T> (*decode)(QByteArrayView), std::function<void(QList<T>)> done)
{
    kube::Collection collection{kube::flinkType(plural), route->nameSpace, {}, {}};
    const QString name = session.invocation().arguments.value(1);
    if (!name.isEmpty())
        collection.fieldSelector = u"metadata.name="_s + name;
    const kube::Decode erased = [decode](QByteArrayView json, QString* problem) -> std::shared_ptr<const void> {
        base::Result<T> decoded = decode(json);
        if (decoded)
            return std::make_shared<const T>(*std::move(decoded));
        *problem = decoded.error().message;
        return nullptr;
    };
    auto listing = std::make_shared<kube::Listing>(*route->api, collection, erased, QString());
    session.keep(listing);
    QObject::connect(listing.get(), &kube::Listing::failed, &session,
                     [&session](const base::Error& error) { session.fail(error); });
    QObject::connect(listing.get(), &kube::Listing::finished, &session,
                     [&session, name, done](QList<kube::Item> items) {
                         std::ranges::sort(items, [](const kube::Item& a, const kube::Item& b) {
                             return std::tie(a.key.nameSpace, a.key.name) < std::tie(b.key.nameSpace, b.key.name);
                         });
                         QList<T> values;
                         for (const kube::Item& item : std::as_const(items)) {
                             if (item.value)
                                 values.append(*std::static_pointer_cast<const T>(item.value));
                             else
                                 session.warn(Text::tr("'%1' could not be understood: %2")
                                                  .arg(item.key.nameSpace + u'/' + item.key.name, item.problem));
                         }
                         if (items.isEmpty() && !name.isEmpty())
                             session.fail(ExitCode::Failed, Text::tr("There is no '%1' here.").arg(name));
                         else
                             done(values);
                     });
    listing->start();
}

/// The one shape of all lists.
void answerList(Session& session, const QString& kind, const QJsonArray& items, const std::function<QString()>& table)
{
    session.answer({{u"kind"_s, kind}, {u"items"_s, items}},
                   [&] { return items.isEmpty() ? Text::tr("Nothing was found.") + u'\n' : table(); });
}

QString or_(const QString& text)
{
    return text.isEmpty() ? u"–"_s : visibleText(text, 400);
}

/// Flink deployments, and what their Flink says of the last checkpoint of those that are asked.
class DeploymentList
{
public:
    DeploymentList(Session& session, std::shared_ptr<ClusterRoute> route, QList<flink::Deployment> deployments)
        : m_session(session)
        , m_route(std::move(route))
        , m_deployments(std::move(deployments))
        , m_seenAt(QDateTime::currentDateTimeUtc())
    {
        for (const flink::Deployment& deployment : m_deployments)
            m_checkpoints.append(shapes::knownToOperator(deployment.status));
    }

    void run()
    {
        const Invocation& invocation = m_session.invocation();
        const bool asksFlink = invocation.has(u"checkpoints"_s) || invocation.arguments.size() > 1;
        for (qsizetype i = 0; asksFlink && i < m_deployments.size(); ++i) {
            const flink::Deployment& deployment = m_deployments[i];
            if (deployment.job && deployment.jobManagerStatus == u"READY" && !deployment.status.jobId.isEmpty())
                ask(i);
        }
        if (m_open == 0)
            answer();
    }

private:
    void ask(qsizetype index)
    {
        ++m_open;
        m_budget.enter(&m_session, [this, index](flink::PollBudget::Slot slot) {
            const flink::Deployment& deployment = m_deployments[index];
            const kube::ObjectKey key{deployment.metadata.nameSpace, deployment.metadata.name};
            auto rest = std::make_shared<flink::RestClient>(*m_route->client, flink::serviceProxyPath(key));
            rest->checkpoints(deployment.status.jobId, &m_session,
                              [this, index, rest, slot](const base::Result<flink::CheckpointHistory>& history) {
                                  take(index, history);
                              });
        });
    }

    void take(qsizetype index, const base::Result<flink::CheckpointHistory>& history)
    {
        if (!history)
            m_session.warn(Text::tr("The last checkpoint of '%1' is not known: %2")
                               .arg(m_deployments[index].metadata.name, history.error().message));
        else if (const auto& latest = history->latestCompleted)
            m_checkpoints[index] = shapes::LastCheckpoint{
                latest->externalPath,
                latest->latestAckAt.isValid() ? latest->latestAckAt : latest->triggeredAt.addMSecs(latest->durationMs)};
        if (--m_open == 0)
            answer();
    }

    health::Verdict verdict(const flink::Deployment& deployment) const
    {
        health::Evidence evidence;
        evidence.now = m_seenAt;
        evidence.resource.succeed(deployment, m_seenAt);
        return health::assess(evidence);
    }

    void answer()
    {
        QJsonArray items;
        Table table({Text::tr("Namespace"), Text::tr("Name"), Text::tr("Health"), Text::tr("Job"),
                     Text::tr("Lifecycle"), Text::tr("Flink"), Text::tr("Parallelism"), Text::tr("Last checkpoint"),
                     Text::tr("Error")});
        table.alignRight(6);
        for (qsizetype i = 0; i < m_deployments.size(); ++i) {
            const flink::Deployment& one = m_deployments[i];
            const health::Verdict judged = verdict(one);
            QJsonObject item = shapes::deployment(m_route->context, one, m_checkpoints[i], m_seenAt);
            item.insert(u"health"_s, healthWord(judged.health));
            item.insert(u"summary"_s, judged.summary);
            items.append(item);
            table.add(row(one, judged, m_checkpoints[i]));
        }
        answerList(m_session, u"DeploymentList"_s, items, [&] { return table.text(m_session.colors()); });
    }

    QStringList row(const flink::Deployment& one, const health::Verdict& judged,
                    const std::optional<shapes::LastCheckpoint>& checkpoint) const
    {
        QString last = u"–"_s;
        if (checkpoint && checkpoint->completedAt.isValid())
            last = base::compactAge(std::chrono::milliseconds(checkpoint->completedAt.msecsTo(m_seenAt)));
        else if (checkpoint)
            last = checkpoint->path.section(u'/', -1);
        return {or_(one.metadata.nameSpace),
                or_(one.metadata.name),
                healthText(judged.health, m_session.colors()),
                or_(one.status.jobState),
                or_(one.status.lifecycleState),
                or_(one.flinkVersion),
                one.job ? QString::number(one.parallelism()) : u"–"_s,
                or_(last),
                one.status.error ? or_(one.status.error->message).left(80) : QString()};
    }

    Session& m_session;
    std::shared_ptr<ClusterRoute> m_route;
    QList<flink::Deployment> m_deployments;
    QList<std::optional<shapes::LastCheckpoint>> m_checkpoints;
    QDateTime m_seenAt;
    flink::PollBudget m_budget;
    int m_open = 0;
};

void getDeployments(Session& session, const std::shared_ptr<ClusterRoute>& route)
{
    listAll<flink::Deployment>(session, route, u"flinkdeployments"_s, flink::decodeDeployment,
                               [&session, route](const QList<flink::Deployment>& found) {
                                   session.keep(std::make_shared<DeploymentList>(session, route, found)).run();
                               });
}

void getSessionJobs(Session& session, const std::shared_ptr<ClusterRoute>& route)
{
    listAll<flink::SessionJob>(
        session, route, u"flinksessionjobs"_s, flink::decodeSessionJob,
        [&session, route](const QList<flink::SessionJob>& found) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            QJsonArray items;
            Table table({Text::tr("Namespace"), Text::tr("Name"), Text::tr("Cluster"), Text::tr("Job"),
                         Text::tr("Lifecycle"), Text::tr("Error")});
            for (const flink::SessionJob& one : found) {
                items.append(shapes::sessionJob(route->context, one, now));
                table.add({or_(one.metadata.nameSpace), or_(one.metadata.name), or_(one.deploymentName),
                           or_(one.status.jobState), or_(one.status.lifecycleState),
                           one.status.error ? or_(one.status.error->message).left(80) : QString()});
            }
            answerList(session, u"SessionJobList"_s, items, [&] { return table.text(session.colors()); });
        });
}

void getSnapshots(Session& session, const std::shared_ptr<ClusterRoute>& route)
{
    listAll<flink::StateSnapshot>(
        session, route, u"flinkstatesnapshots"_s, flink::decodeStateSnapshot,
        [&session, route](const QList<flink::StateSnapshot>& found) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            QJsonArray items;
            Table table({Text::tr("Namespace"), Text::tr("Name"), Text::tr("Type"), Text::tr("Job"), Text::tr("State"),
                         Text::tr("Age"), Text::tr("Path")});
            table.alignRight(5);
            for (const flink::StateSnapshot& one : found) {
                const QJsonObject item = shapes::snapshot(route->context, one, now);
                items.append(item);
                const QString age = one.resultAt.isValid()
                                        ? base::compactAge(std::chrono::milliseconds(one.resultAt.msecsTo(now)))
                                        : u"–"_s;
                table.add({or_(one.metadata.nameSpace), or_(one.metadata.name), item[u"type"].toString(),
                           or_(one.jobName), or_(one.state), age, or_(one.path)});
            }
            answerList(session, u"SnapshotList"_s, items, [&] { return table.text(session.colors()); });
        });
}

void getBlueGreen(Session& session, const std::shared_ptr<ClusterRoute>& route)
{
    listAll<flink::BlueGreenDeployment>(
        session, route, u"flinkbluegreendeployments"_s, flink::decodeBlueGreenDeployment,
        [&session, route](const QList<flink::BlueGreenDeployment>& found) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            QJsonArray items;
            Table table(
                {Text::tr("Namespace"), Text::tr("Name"), Text::tr("State"), Text::tr("Job"), Text::tr("Flink")});
            for (const flink::BlueGreenDeployment& one : found) {
                items.append(shapes::blueGreen(route->context, one, now));
                table.add({or_(one.metadata.nameSpace), or_(one.metadata.name), or_(one.blueGreenState),
                           or_(one.status.jobState), or_(one.flinkVersion)});
            }
            answerList(session, u"BlueGreenList"_s, items, [&] { return table.text(session.colors()); });
        });
}

} // namespace

void get(Session& session)
{
    const QString kind = session.invocation().arguments.first();
    const QString name = session.invocation().arguments.value(1);
    if (!name.isEmpty() && session.invocation().has(u"all-namespaces"_s))
        return session.fail(ExitCode::Usage, Text::tr("A name needs a namespace: leave out --all-namespaces."));
    if (!name.isEmpty() && !http::isSafeSegment(name))
        return session.fail(ExitCode::Usage, Text::tr("'%1' cannot be a name.").arg(name));
    const auto route = clusterRoute(session);
    if (!route)
        return;
    if (kind == u"deployments")
        getDeployments(session, route);
    else if (kind == u"sessionjobs")
        getSessionJobs(session, route);
    else if (kind == u"snapshots")
        getSnapshots(session, route);
    else
        getBlueGreen(session, route);
}

} // namespace cli
