#include "tests/live/support/apiserver.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString deployments = u"/apis/flink.apache.org/v1beta1/namespaces/team-a/flinkdeployments"_s;

QJsonObject sampleDeployment(const QString& name)
{
    const QJsonObject resource{{u"cpu"_s, 0.5}, {u"memory"_s, u"900m"_s}};
    return {
        {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
        {u"kind"_s, u"FlinkDeployment"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
        {u"spec"_s, QJsonObject{{u"image"_s, u"flink:1.20"_s},
                                {u"flinkVersion"_s, u"v1_20"_s},
                                {u"serviceAccount"_s, u"flink"_s},
                                {u"jobManager"_s, QJsonObject{{u"resource"_s, resource}}},
                                {u"taskManager"_s, QJsonObject{{u"resource"_s, resource}}}}},
    };
}

/// What this program does when it is started as the one that will be killed.
int holdAChild()
{
    live::ChildProcess child(u"sleep"_s, u"/dev/null"_s);
    if (!child.start(u"sleep"_s, {u"600"_s}))
        return 1;
    std::printf("%lld\n", child.pid());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

/// Proves the servers of the other tests: that they are real, and that they go.
class LiveServersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void childDiesWithTheProgram()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--hold"_s});
        QVERIFY(program.waitForReadyRead());
        const qint64 child = program.readLine().trimmed().toLongLong();
        QCOMPARE(live::processesInGroup(child), QList<qint64>{child});
        program.kill();
        QVERIFY(program.waitForFinished());
        QTRY_VERIFY(live::processesInGroup(child).isEmpty());
    }

    void flinkRunsTheJobAndCompletesCheckpoints_data();
    void flinkRunsTheJobAndCompletesCheckpoints();
    void flinkRestartsAJobThatFails();
    void apiServerHasTheCrds();
    void apiServerKeepsToTheRights();
    void apiServerComesBackWithWhatItHad();
    void apiServerDoesNotAnswerWhileFrozen();
    void apiServerLeavesNothingBehind();

private:
    /// One server for all, because each start costs seconds; nothing and m_problem if it does not start.
    live::ApiServer* apiServer();

    std::unique_ptr<live::ApiServer> m_apiServer;
    QString m_problem;
};

void LiveServersTest::flinkRunsTheJobAndCompletesCheckpoints_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("Flink 1") << u"1.20.4"_s;
    QTest::newRow("Flink 2") << u"2.2.0"_s;
}

void LiveServersTest::flinkRunsTheJobAndCompletesCheckpoints()
{
    QFETCH(const QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version, u"job-"_s + version);
    QList<qint64> pids;
    QString folder;
    {
        live::FlinkCluster cluster(version);
        QVERIFY2(cluster.start(), qPrintable(cluster.problem()));
        pids = {cluster.jobManager().pid(), cluster.taskManager().pid()};
        folder = cluster.checkpointFolder();
        live::HttpClient rest(cluster.endpoint());
        QCOMPARE(rest.get(u"/overview"_s).json().value(u"flink-version"_s).toString(), version);

        const QString job = cluster.runCountingJob();
        QVERIFY2(!job.isEmpty(), qPrintable(cluster.problem()));
        const auto completed = [&] {
            return rest.get(u"/jobs/%1/checkpoints"_s.arg(job)).json().value(u"counts"_s)[u"completed"_s].toInt() >= 2;
        };
        QVERIFY2(live::comesTrue(completed, 60s), qPrintable(cluster.taskManager().report()));
        QCOMPARE(rest.get(u"/jobs/%1"_s.arg(job)).json().value(u"state"_s).toString(), u"RUNNING"_s);
        QVERIFY(QFile::exists(folder + u'/' + job));
    }
    for (const qint64 pid : pids)
        QVERIFY(live::processesInGroup(pid).isEmpty());
    QVERIFY(!QFile::exists(folder));
}

void LiveServersTest::flinkRestartsAJobThatFails()
{
    DREY_NEEDS_LIVE(u"flink-2.2.0"_s, u"job-2.2.0"_s);
    live::FlinkCluster cluster(u"2.2.0"_s);
    QVERIFY2(cluster.start(), qPrintable(cluster.problem()));
    const QString job = cluster.runCountingJob({u"--failAt"_s, u"50"_s, u"--pause"_s, u"1"_s});
    QVERIFY2(!job.isEmpty(), qPrintable(cluster.problem()));
    live::HttpClient rest(cluster.endpoint());
    live::HttpAnswer exceptions;
    const auto thrown = [&] {
        exceptions = rest.get(u"/jobs/%1/exceptions"_s.arg(job));
        return exceptions.body.contains("told to fail at 50");
    };
    QVERIFY2(live::comesTrue(thrown, 60s), qPrintable(exceptions.report()));
    const auto running = [&] {
        const QJsonObject answer = rest.get(u"/jobs/%1"_s.arg(job)).json();
        return answer.value(u"status-counts"_s)[u"RUNNING"_s].toInt() == answer.value(u"vertices"_s).toArray().size();
    };
    QVERIFY(live::comesTrue(running, 60s));
}

live::ApiServer* LiveServersTest::apiServer()
{
    if (m_apiServer)
        return m_apiServer.get();
    auto server = std::make_unique<live::ApiServer>();
    if (!server->start()) {
        m_problem = server->problem();
        return nullptr;
    }
    m_apiServer = std::move(server);
    return m_apiServer.get();
}

void LiveServersTest::apiServerHasTheCrds()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    const live::ApiServer* server = apiServer();
    QVERIFY2(server, qPrintable(m_problem));
    live::HttpClient admin = server->client(live::ApiServer::User::Admin);
    QCOMPARE(admin.get(u"/version"_s).json().value(u"gitVersion"_s).toString(), u"v1.33.13"_s);
    for (const QString& plural : {u"flinkdeployments"_s, u"flinksessionjobs"_s, u"flinkstatesnapshots"_s}) {
        const live::CommandOutput said =
            server->kubectl({u"get"_s, u"crd"_s, plural + u".flink.apache.org"_s, u"-o"_s,
                             u"jsonpath={.status.conditions[?(@.type==\"Established\")].status}"_s});
        QVERIFY2(said.output == "True", said.errors.constData());
    }
}

void LiveServersTest::apiServerKeepsToTheRights()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    using User = live::ApiServer::User;
    const live::ApiServer* server = apiServer();
    QVERIFY2(server, qPrintable(m_problem));
    live::HttpClient owner = server->client(User::Operator);
    live::HttpClient viewer = server->client(User::Viewer);
    live::HttpClient nobody = server->client(User::Nobody);

    const live::HttpAnswer created = owner.post(deployments, sampleDeployment(u"orders"_s));
    QVERIFY2(created.status == 201, qPrintable(created.report()));
    QCOMPARE(owner.get(u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s).status, 403);

    const live::HttpAnswer listed = viewer.get(deployments);
    QCOMPARE(listed.status, 200);
    QCOMPARE(listed.json().value(u"items"_s).toArray().size(), 1);
    QCOMPARE(viewer.post(deployments, sampleDeployment(u"payments"_s)).status, 403);

    QCOMPARE(nobody.get(deployments).status, 403);
    QCOMPARE(server->kubectl({u"get"_s, u"flinkdeployments"_s}, {}, User::Nobody).exitCode, 1);

    live::HttpClient stranger(server->url(),
                              {.bearerToken = u"made-up"_s, .certificateAuthority = server->certificateAuthority()});
    QCOMPARE(stranger.get(deployments).status, 401);
}

void LiveServersTest::apiServerComesBackWithWhatItHad()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    live::ApiServer* server = apiServer();
    QVERIFY2(server, qPrintable(m_problem));
    QVERIFY(server->kubectl({u"create"_s, u"configmap"_s, u"keepsake"_s}).exitCode == 0);
    const QByteArray authority = server->certificateAuthority();
    const qint64 before = server->pid();

    server->stopApiServer();
    QCOMPARE(server->client(live::ApiServer::User::Admin).get(u"/readyz"_s).status, 0);
    QVERIFY(live::processesInGroup(before).isEmpty());
    QVERIFY2(server->startApiServer(), qPrintable(server->problem()));

    QCOMPARE(server->certificateAuthority(), authority);
    QCOMPARE(server->kubectl({u"get"_s, u"configmap"_s, u"keepsake"_s}).exitCode, 0);
}

void LiveServersTest::apiServerDoesNotAnswerWhileFrozen()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    live::ApiServer* server = apiServer();
    QVERIFY2(server, qPrintable(m_problem));
    server->freezeApiServer();
    const live::CommandOutput said = server->kubectl({u"get"_s, u"--raw=/readyz"_s, u"--request-timeout=1s"_s});
    server->thawApiServer();
    QVERIFY(said.exitCode != 0);
    QCOMPARE(server->kubectl({u"get"_s, u"--raw=/readyz"_s}).output, "ok");
}

void LiveServersTest::apiServerLeavesNothingBehind()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    const live::ApiServer* server = apiServer();
    QVERIFY2(server, qPrintable(m_problem));
    const QList<qint64> pids{server->pid(), server->etcdPid()};
    const QString kubeconfig = server->kubeconfig();
    for (const qint64 pid : pids)
        QCOMPARE(live::processesInGroup(pid), QList<qint64>{pid});
    m_apiServer.reset();
    for (const qint64 pid : pids)
        QVERIFY(live::processesInGroup(pid).isEmpty());
    QVERIFY(!QFile::exists(kubeconfig));
}

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--hold")
        return holdAChild();
    LiveServersTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_liveservers.moc"
