#include "core/flink/connection.h"
#include "tests/live/support/agreement.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/dreyctl.h"
#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/privatenetwork.h"
#include "tests/live/support/promised.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;
using User = ApiServer::User;

constexpr auto podAddress = "10.99.0.1";
constexpr std::chrono::milliseconds patience = 60s;
const QString pod = u"/api/v1/namespaces/team-a/pods/orders-7d9c5b8f6-x2k4m"_s;

QJsonObject readyPod()
{
    const QString since = u"2026-01-02T03:04:05Z"_s;
    const QJsonObject container{{u"name"_s, u"flink-main-container"_s},
                                {u"image"_s, u"flink:1.20"_s},
                                {u"imageID"_s, u""_s},
                                {u"ready"_s, true},
                                {u"restartCount"_s, 0},
                                {u"state"_s, QJsonObject{{u"running"_s, QJsonObject{{u"startedAt"_s, since}}}}}};
    return {{u"status"_s,
             QJsonObject{{u"phase"_s, u"Running"_s},
                         {u"podIP"_s, QLatin1StringView(podAddress)},
                         {u"podIPs"_s, QJsonArray{QJsonObject{{u"ip"_s, QLatin1StringView(podAddress)}}}},
                         {u"startTime"_s, since},
                         {u"conditions"_s, QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}}},
                         {u"containerStatuses"_s, QJsonArray{container}}}}};
}

} // namespace

/// A deployment as users have it: its custom resource, its pod and its Flink, all reached through one real API server.
class LiveProxyTest : public QObject
{
    Q_OBJECT

public:
    explicit LiveProxyTest(QString obstacle)
        : m_obstacle(std::move(obstacle))
    {
    }

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase();

    void jobsAgreeWithFlink();
    void checkpointsAgreeWithFlink();
    void describesWhatAllSourcesSay();
    void asksFlinkForTheLastCheckpoint();
    void needsTheRightToAskFlink();
    void followsFlinkThroughTheConnection();
    void tellsThatNoJobManagerAnswers();
    void tellsThatThereIsNoService();

private:
    void startFlink();
    void putBehindTheService();
    live::Said ask(const QStringList& arguments, User user = User::Admin) const
    {
        return m_dreyctl->ask(
            arguments + QStringList{u"--deployment"_s, u"orders"_s, u"--context"_s, ApiServer::contextName(user)});
    }

    QString m_obstacle;
    std::unique_ptr<live::FlinkCluster> m_flink;
    std::unique_ptr<ApiServer> m_server;
    std::unique_ptr<live::Dreyctl> m_dreyctl;
    QString m_job;
};

void LiveProxyTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s, u"flink-1.20.4"_s, u"job-1.20.4"_s);
    const QString notRun = u"not run: "_s + m_obstacle;
    if (!m_obstacle.isEmpty() && live::cache::isRequired())
        QFAIL(qPrintable(notRun));
    if (!m_obstacle.isEmpty())
        QSKIP(qPrintable(notRun));
    startFlink();
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    m_dreyctl = std::make_unique<live::Dreyctl>(m_server->kubeconfig());
    putBehindTheService();
}

void LiveProxyTest::startFlink()
{
    // A service leads to no loopback address.
    m_flink = std::make_unique<live::FlinkCluster>(
        u"1.20.4"_s,
        live::FlinkCluster::Settings{.taskSlots = 4, .configuration = {{u"rest.bind-address"_s, u"0.0.0.0"_s}}});
    QVERIFY2(m_flink->start(), qPrintable(m_flink->problem()));
    constexpr int parallelism = 4; // of the manifest
    m_job = m_flink->runCountingJob({u"--name"_s, u"orders"_s, u"--checkpointEvery"_s, u"1000"_s}, parallelism);
    QVERIFY2(!m_job.isEmpty(), qPrintable(m_flink->problem()));
    const auto hasCheckpoint = [this] {
        const QJsonObject wire = m_flink->rest().get(u"/jobs/%1/checkpoints"_s.arg(m_job)).json();
        return wire.value(u"counts"_s)[u"completed"_s].toInt() >= 1;
    };
    QVERIFY(live::comesTrue(hasCheckpoint, patience));
}

void LiveProxyTest::putBehindTheService()
{
    QFile manifest(QFINDTESTDATA("manifests/backend.yaml"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray backend = manifest.readAll().replace("PORT", QByteArray::number(m_flink->endpoint().port()));
    for (const live::CommandOutput& said :
         {m_server->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/fleet.yaml")}),
          m_server->kubectl({u"apply"_s, u"-f"_s, u"-"_s}, backend)})
        QVERIFY2(said.exitCode == 0, qPrintable(said.report()));
    live::HttpClient admin = m_server->client(User::Admin);
    const QString orders = live::manifest::path(u"flinkdeployments"_s, u"team-a"_s) + u"/orders/status"_s;
    QCOMPARE(admin.patch(orders, live::manifest::runningStatus(u"orders"_s, m_job)).status, 200);
    const live::HttpAnswer ready = admin.patch(pod + u"/status"_s, readyPod());
    QVERIFY2(ready.status == 200, qPrintable(ready.report()));
    const QString overview = u"/api/v1/namespaces/team-a/services/orders-rest:rest/proxy/overview"_s;
    live::HttpAnswer answer;
    QVERIFY2(live::comesTrue([&] { return (answer = admin.get(overview)).status == 200; }, 10s),
             qPrintable(answer.report()));
}

void LiveProxyTest::cleanupTestCase()
{
    m_server.reset();
    m_flink.reset();
}

void LiveProxyTest::jobsAgreeWithFlink()
{
    const QJsonObject before = m_flink->rest().get(u"/jobs/overview"_s).json();
    const live::Said said = ask({u"jobs"_s});
    const QJsonObject after = m_flink->rest().get(u"/jobs/overview"_s).json();
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    QCOMPARE(items.size(), 1);
    const QString found = live::disagreement(items[0], live::promised::job(before.value(u"jobs"_s)[0]),
                                             live::promised::job(after.value(u"jobs"_s)[0]));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QCOMPARE(said.json.value(u"endpoint"_s).toString(), u"admin/team-a/orders"_s);
}

void LiveProxyTest::checkpointsAgreeWithFlink()
{
    const live::Said said = ask({u"checkpoints"_s, m_job}, User::Operator);
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray history =
        m_flink->rest().get(u"/jobs/%1/checkpoints"_s.arg(m_job)).json().value(u"history"_s).toArray();
    int compared = 0;
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    for (const QJsonValue& item : items) {
        for (const QJsonValue& wire : history) {
            if (wire[u"id"_s] != item[u"id"_s] || item[u"status"_s].toString() != u"COMPLETED")
                continue;
            ++compared;
            QCOMPARE(item.toObject(), live::promised::checkpoint(wire));
        }
    }
    QVERIFY(compared >= 1);
}

void LiveProxyTest::describesWhatAllSourcesSay()
{
    const live::Said said = m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"orders"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray truth = said.json.value(u"truth"_s).toArray();
    QCOMPARE(truth.size(), 4);
    for (const QJsonValue& source : truth)
        QVERIFY2(source[u"problem"_s].isNull() && source[u"observedAt"_s].isString(), qPrintable(said.report()));
    QVERIFY2(truth[0][u"says"_s].toString().contains(u"RUNNING"), qPrintable(said.report()));
    QCOMPARE(truth[1][u"source"_s].toString(), u"flinkRest"_s);
    QVERIFY2(truth[1][u"says"_s].toString().contains(u"RUNNING"), qPrintable(said.report()));
    QVERIFY2(said.json.value(u"disagreement"_s).isNull(), qPrintable(said.report()));
    QVERIFY2(said.json.value(u"health"_s).toString() == u"healthy", qPrintable(said.report()));
    QCOMPARE(said.json.value(u"jobId"_s).toString(), m_job);
    const QJsonArray pods = said.json.value(u"pods"_s).toArray();
    QCOMPARE(pods.size(), 1);
    QCOMPARE(pods[0][u"component"_s].toString(), u"jobmanager"_s);
    QCOMPARE(pods[0][u"ready"_s].toBool(), true);
    QCOMPARE(said.json.value(u"restore"_s)[u"verdict"_s].toString(), u"ready"_s);
    const QString path = said.json.value(u"restore"_s)[u"from"_s][u"path"_s].toString();
    // Which one, is a question of the second; Flink keeps the newest alone.
    const QString folder = m_flink->checkpointFolder() + u'/' + m_job + u"/chk-"_s;
    QVERIFY2(QUrl(path).toLocalFile().startsWith(folder), qPrintable(path));
}

void LiveProxyTest::asksFlinkForTheLastCheckpoint()
{
    const live::Said said = m_dreyctl->ask({u"get"_s, u"deployments"_s, u"orders"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    QCOMPARE(said.json.value(u"warnings"_s).toArray(), QJsonArray());
    const QJsonValue last = said.json.value(u"items"_s)[0][u"lastCheckpoint"_s];
    QVERIFY2(last[u"path"_s].toString().contains(m_job), qPrintable(said.report()));
    QVERIFY(last[u"ageMs"_s].toInteger(-1) >= 0);
}

void LiveProxyTest::needsTheRightToAskFlink()
{
    const live::Said viewer = ask({u"jobs"_s}, User::Viewer);
    QVERIFY2(viewer.exitCode() == 4, qPrintable(viewer.report()));
    QVERIFY2(viewer.command.errors.contains("services/proxy"), qPrintable(viewer.report()));
    // What the viewer may see is still described.
    const live::Said described =
        m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"orders"_s, u"--context"_s, u"viewer"_s});
    QVERIFY2(described.exitCode() == 0, qPrintable(described.report()));
    const QJsonArray truth = described.json.value(u"truth"_s).toArray();
    QVERIFY(truth[0][u"problem"_s].isNull());
    QVERIFY2(truth[1][u"problem"_s].toString().contains(u"services/proxy"), qPrintable(described.report()));
    QVERIFY(truth[2][u"problem"_s].isNull());
}

void LiveProxyTest::followsFlinkThroughTheConnection()
{
    const auto access = live::accessTo(*m_server, User::Admin);
    QVERIFY(access);
    flink::ConnectionTimes times;
    times.poll.foreground = 500ms;
    const auto connection =
        flink::Connection::toContext(*access, flink::settingsOf({}, u"context:admin"_s, u"admin"_s), times);
    connection->open();
    const auto observer = connection->observer({u"team-a"_s, u"orders"_s});
    observer->follow(m_job);
    observer->setPace(flink::ClusterObserver::Pace::Foreground);
    const auto completed = [&] {
        const auto history = observer->view().checkpoints.value(m_job);
        return history.value ? history.value->counts.completed : -1;
    };
    QVERIFY(live::comesTrue([&] { return completed() >= 1; }, patience));
    const qint64 first = completed();
    QVERIFY(live::comesTrue([&] { return completed() > first; }, patience));
    const base::Observed<flink::ClusterOverview>& overview = observer->view().overview;
    QVERIFY(overview.isFresh());
    QCOMPARE(overview.value->flinkVersion, u"1.20.4"_s);
    QCOMPARE(observer->view().jobs.value->first().state, u"RUNNING"_s);
}

void LiveProxyTest::tellsThatNoJobManagerAnswers()
{
    const QString endpoints = u"/api/v1/namespaces/team-a/endpoints/orders-rest"_s;
    const QString slice = u"/apis/discovery.k8s.io/v1/namespaces/team-a/endpointslices/orders-rest-1"_s;
    m_flink->jobManager().kill();
    const live::Said refused = ask({u"jobs"_s});
    QVERIFY2(refused.exitCode() == 3, qPrintable(refused.report()));
    // As the controller does when the pod is gone.
    QCOMPARE(m_server->client(User::Admin).patch(endpoints, {{u"subsets"_s, QJsonValue()}}).status, 200);
    QCOMPARE(m_server->client(User::Admin).patch(slice, {{u"endpoints"_s, QJsonArray()}}).status, 200);
    const live::Said nobody = ask({u"jobs"_s});
    QVERIFY2(nobody.exitCode() == 3, qPrintable(nobody.report()));
    QVERIFY2(nobody.command.errors.contains("orders-rest"), qPrintable(nobody.report()));
    // The operator's word alone is no longer believed.
    const live::Said described = m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"orders"_s});
    QVERIFY2(described.exitCode() == 0, qPrintable(described.report()));
    QVERIFY2(described.json.value(u"health"_s).toString() != u"healthy", qPrintable(described.report()));
}

void LiveProxyTest::tellsThatThereIsNoService()
{
    QCOMPARE(m_server->client(User::Admin).remove(u"/api/v1/namespaces/team-a/services/orders-rest"_s).status, 200);
    const live::Said said = ask({u"jobs"_s});
    QVERIFY2(said.exitCode() == 5, qPrintable(said.report()));
    QVERIFY2(said.command.errors.contains("orders-rest"), qPrintable(said.report()));
}

int main(int argc, char* argv[])
{
    const QString obstacle = live::enterPrivateNetwork(podAddress);
    const QCoreApplication application(argc, argv);
    LiveProxyTest test(obstacle);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_liveproxy.moc"
