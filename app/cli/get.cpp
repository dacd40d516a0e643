#include "app/cli/commands.h"
#include "app/cli/inquire.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/flink/deployment.h"
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

/// What to do where the API server does not know the type: the custom resource definitions come with the operator, each
/// since another version.
QString missingType(const QString& plural, const QString& context)
{
    if (plural == u"flinkbluegreendeployments")
        return Text::tr("'%1' does not know the type %2: it comes with the Flink operator since version 1.14.")
            .arg(context, plural);
    if (plural == u"flinkstatesnapshots")
        return Text::tr("'%1' does not know the type %2: it comes with the Flink operator since version 1.10.")
            .arg(context, plural);
    return Text::tr("'%1' does not know the type %2: the Flink operator is not installed.").arg(context, plural);
}

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
    kube::listOnce(*route->api, collection, kube::erased(decode), http::Priority::Interactive, &session,
                   [&session, name, plural, context = route->context,
                    done = std::move(done)](const base::Result<QList<kube::Item>>& items) {
                       if (!items && kube::isTypeMissing(items.error()))
                           return session.fail(ExitCode::Failed, missingType(plural, context));
                       if (!items)
                           return session.fail(items.error());
                       for (const kube::Item& item : *items) {
                           if (!item.value)
                               session.warn(Text::tr("'%1' could not be understood: %2")
                                                .arg(item.key.nameSpace + u'/' + item.key.name, item.problem));
                       }
                       if (items->isEmpty() && !name.isEmpty())
                           return session.fail(ExitCode::Failed, Text::tr("There is no '%1' here.").arg(name));
                       QList<T> values = kube::valuesOf<T>(*items);
                       std::ranges::sort(values, [](const T& a, const T& b) {
                           return std::tie(a.metadata.nameSpace, a.metadata.name) <
                                  std::tie(b.metadata.nameSpace, b.metadata.name);
                       });
                       done(values);
                   });
}

/// The one shape of all lists.
void answerList(Session& session, const QString& kind, const QJsonArray& items, const std::function<QString()>& table,
                ExitCode code = ExitCode::Done)
{
    session.answer(
        {{u"kind"_s, kind}, {u"items"_s, items}},
        [&] { return items.isEmpty() ? Text::tr("Nothing was found.") + u'\n' : table(); }, code);
}

QString or_(const QString& text)
{
    return text.isEmpty() ? u"–"_s : visibleText(text, 400);
}

/// Flink deployments: by their operator's word, or with what Flink and their pods say.
class DeploymentList
{
public:
    DeploymentList(Session& session, std::shared_ptr<ClusterRoute> route, const QList<flink::Deployment>& deployments)
        : m_session(session)
        , m_route(std::move(route))
        , m_seenAt(QDateTime::currentDateTimeUtc())
    {
        for (const flink::Deployment& deployment : deployments) {
            health::Evidence evidence;
            evidence.resource.succeed(std::make_shared<const flink::Deployment>(deployment), m_seenAt);
            evidence.now = m_seenAt;
            m_evidence.append(evidence);
        }
    }

    void run()
    {
        const Invocation& invocation = m_session.invocation();
        const bool asks = invocation.has(u"ask"_s) || invocation.arguments.size() > 1;
        m_open = asks ? m_evidence.size() : 0;
        if (m_open == 0)
            return answer();
        m_session.whenTimeIsUp([this] {
            m_session.warn(Text::tr("%n deployment(s) did not answer in time; --timeout gives them longer.", nullptr,
                                    int(m_open)));
            answer(ExitCode::Unreachable);
        });
        const auto budget = std::make_shared<flink::PollBudget>();
        for (qsizetype i = 0; i < m_evidence.size(); ++i)
            inquire(m_session, m_route, m_evidence[i].resource, budget,
                    [this, i](const health::Evidence& evidence) { take(i, evidence); });
    }

private:
    void take(qsizetype index, const health::Evidence& evidence)
    {
        m_evidence[index] = evidence;
        const auto& problem = evidence.jobs.problem ? evidence.jobs.problem : evidence.checkpoints.problem;
        const flink::Deployment& deployment = **evidence.resource.value;
        if (problem && deployment.job && deployment.jobManagerStatus == u"READY")
            m_session.warn(Text::tr("The last checkpoint of '%1' is not known: %2")
                               .arg(deployment.metadata.name, problem->message));
        if (--m_open == 0)
            answer();
    }

    void answer(ExitCode code = ExitCode::Done)
    {
        QJsonArray items;
        Table table({Text::tr("Namespace"), Text::tr("Name"), Text::tr("Health"), Text::tr("Job"),
                     Text::tr("Lifecycle"), Text::tr("Flink"), Text::tr("Parallelism"), Text::tr("Last checkpoint"),
                     Text::tr("Error")});
        table.alignRight(6);
        bool isTentative = false;
        for (const health::Evidence& evidence : std::as_const(m_evidence)) {
            const flink::Deployment& one = **evidence.resource.value;
            const health::Verdict judged = health::assess(evidence);
            const auto checkpoint = shapes::lastKnown(evidence);
            QJsonObject item = shapes::deployment(m_route->context, one, checkpoint, m_seenAt);
            shapes::addVerdict(item, judged);
            items.append(item);
            table.add(row(one, judged, checkpoint));
            isTentative |= judged.isTentative();
        }
        answerList(
            m_session, u"DeploymentList"_s, items,
            [&] {
                if (isTentative)
                    m_session.tell(
                        Text::tr("'?' marks what not all sources have confirmed; --ask asks Flink and the pods."));
                return table.text(m_session.colors());
            },
            code);
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
                healthText(judged, m_session.colors()),
                or_(one.status.jobState),
                or_(one.status.lifecycleState),
                or_(one.flinkVersion),
                one.job ? QString::number(one.parallelism()) : u"–"_s,
                or_(last),
                one.status.error ? or_(one.status.error->message).left(80) : QString()};
    }

    Session& m_session;
    std::shared_ptr<ClusterRoute> m_route;
    QList<health::Evidence> m_evidence; ///< one a deployment
    QDateTime m_seenAt;
    qsizetype m_open = 0;
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
