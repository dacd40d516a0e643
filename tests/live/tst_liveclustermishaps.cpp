#include "core/flink/connection.h"
#include "core/flink/endpoint.h"
#include "tests/live/support/clusterscene.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ClusterScene;
using live::Counting;
using live::PodCluster;
using live::Trail;

const QString team = u"team-a"_s;

} // namespace

/// What the real operator does with an application whose change was a mistake, or whose JobManager is lost, with
/// kubectl as the user's hand; and what becomes of a Flink that it does not know.
class LiveClusterMishapsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aLostJobManagerIsReplacedAndKeepsTheState();
    void aBadImageStopsTheJobUntilItIsMended();
    void aBadJarStopsTheJobUntilItIsMended();
    void aBadProgramIsRolledBack();
    void aNewerFlinkIsRefusedByTheSchema();
    void aNewerFlinkRunsWithoutTheOperator();

private:
    [[nodiscard]] const live::Observation& seen() const { return m_scene->seen(); }
    [[nodiscard]] bool isBroken() const { return seen().verdict().health == base::Health::Broken; }
    /// Drey's own words, all of them.
    /// Breaks the spec, waits until Drey calls it broken for this reason, mends it and sees the state again.
    void breakAndMend(const QByteArray& broken, const QByteArray& mended, const QString& reason);

    std::unique_ptr<ClusterScene> m_scene;
    std::unique_ptr<Trail> m_trail; ///< since the test function began
    Counting m_before;
    QString m_jobBefore;
};

void LiveClusterMishapsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    DREY_NEEDS_LIVE(u"image-2.2.0"_s);
    m_scene = std::make_unique<ClusterScene>(kube::ObjectKey{team, u"orders"_s});
    QVERIFY2(m_scene->raise(), qPrintable(m_scene->problem()));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
}

void LiveClusterMishapsTest::init()
{
    support::keepClean();
    if (qstrcmp(QTest::currentTestFunction(), "aNewerFlinkRunsWithoutTheOperator") == 0)
        return; // a deployment of its own
    QVERIFY(m_scene->becomesWell());
    const auto counted = m_scene->counting();
    QVERIFY(counted);
    m_before = *counted;
    m_jobBefore = seen().jobId();
    m_trail = std::make_unique<Trail>(seen());
}

void LiveClusterMishapsTest::cleanup()
{
    if (m_trail)
        qInfo("%s", qPrintable(m_trail->report()));
    m_trail.reset();
}

void LiveClusterMishapsTest::cleanupTestCase()
{
    m_scene.reset();
}

void LiveClusterMishapsTest::aLostJobManagerIsReplacedAndKeepsTheState()
{
    QVERIFY(m_scene->kubectl({u"delete"_s, u"deployment"_s, u"orders"_s}));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(m_trail->passed(u"STABLE/MISSING") || m_trail->passed(u"STABLE/DEPLOYING"));
    QCOMPARE(seen().jobId(), m_jobBefore);
    QVERIFY(live::comesTrue([this] { return m_scene->counting()->isSequelOf(m_before); }, PodCluster::soon));
}

void LiveClusterMishapsTest::breakAndMend(const QByteArray& broken, const QByteArray& mended, const QString& reason)
{
    QVERIFY(m_scene->patch(broken));
    QVERIFY2(live::comesTrue([this] { return isBroken(); }, PodCluster::patience), qPrintable(seen().row()));
    QVERIFY2(live::comesTrue([&] { return seen().verdictWords().contains(reason); }, PodCluster::patience),
             qPrintable(seen().verdictWords()));
    qInfo("after %lld s: %s\n%s", m_trail->seconds(), qPrintable(seen().row()), qPrintable(seen().verdictWords()));
    m_scene->keepMoment(QString::fromLatin1(QTest::currentTestFunction()));
    QVERIFY(!m_trail->passed(u"FAILED"));
    QVERIFY(m_scene->patch(mended));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(live::comesTrue([this] { return m_scene->counting()->isSequelOf(m_before); }, PodCluster::soon));
}

void LiveClusterMishapsTest::aBadImageStopsTheJobUntilItIsMended()
{
    breakAndMend(R"({"image": "flink:typo"})", R"({"image": "flink:1.20"})", u"flink:typo"_s);
}

void LiveClusterMishapsTest::aBadJarStopsTheJobUntilItIsMended()
{
    breakAndMend(
        R"({"job": {"jarURI": "local:///opt/flink/usrlib/typo.jar", "entryClass": "drey.Typo"}})",
        R"({"job": {"jarURI": "local:///opt/flink/usrlib/counting-job.jar", "entryClass": "drey.CountingJob"}})",
        u"crashes again and again"_s);
}

void LiveClusterMishapsTest::aBadProgramIsRolledBack()
{
    QVERIFY(m_scene->patch(R"({"job": {"entryClass": "drey.Typo"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": "true",
        "kubernetes.operator.deployment.readiness.timeout": "30 s"}})"));
    const auto isRolledBack = [this] {
        return seen().operatorWords() == u"ROLLED_BACK/READY/RUNNING" && seen().flink().jobs.isFresh();
    };
    QVERIFY2(live::comesTrue(isRolledBack, PodCluster::patience), qPrintable(m_trail->report()));
    qInfo("after %lld s: %s\n%s", m_trail->seconds(), qPrintable(seen().row()), qPrintable(seen().verdictWords()));
    m_scene->keepMoment(u"rolled-back"_s);
    QVERIFY(m_trail->passed(u"ROLLING_BACK"));
    QVERIFY(live::comesTrue([this] { return m_scene->counting()->isSequelOf(m_before); }, PodCluster::soon));
    QCOMPARE(seen().resource()->job->entryClass, u"drey.Typo"_s); // the wish stays what it was
    QVERIFY(m_scene->patch(R"({"job": {"entryClass": "drey.CountingJob"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": null,
        "kubernetes.operator.deployment.readiness.timeout": null}})"));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
}

void LiveClusterMishapsTest::aNewerFlinkIsRefusedByTheSchema()
{
    const live::CommandOutput said =
        m_scene->cluster().kubectl({u"patch"_s, u"--namespace"_s, team, u"flinkdeployment"_s, u"orders"_s,
                                    u"--type=merge"_s, u"--patch"_s, uR"({"spec": {"flinkVersion": "v2_2"}})"_s});
    qInfo("%s", qPrintable(said.report()));
    QVERIFY(said.exitCode != 0);
    QVERIFY2(said.errors.contains("Unsupported value: \"v2_2\""), qPrintable(said.report()));
    QVERIFY(said.errors.contains("\"v1_19\""));
    QVERIFY(!said.errors.contains("\"v1_20\""));
}

void LiveClusterMishapsTest::aNewerFlinkRunsWithoutTheOperator()
{
    const kube::ObjectKey two{u"team-b"_s, u"two"_s};
    const auto kubectl = [&](const QStringList& arguments) {
        return m_scene->cluster().kubectl(QStringList{u"--namespace"_s, two.nameSpace} + arguments);
    };
    QVERIFY(m_scene->kubectl({u"delete"_s, u"flinkdeployment"_s, u"orders"_s}));
    const QString manifest = QFINDTESTDATA("manifests/standalone.yaml");
    const live::CommandOutput made = m_scene->cluster().kubectl({u"apply"_s, u"-f"_s, manifest});
    QVERIFY2(made.exitCode == 0, qPrintable(made.report()));
    const QByteArray address =
        kubectl({u"get"_s, u"service"_s, u"two-rest"_s, u"-o"_s, u"jsonpath={.spec.clusterIP}"_s}).output;
    flink::Endpoint typed{.address = u"http://%1:8081"_s.arg(QString::fromLatin1(address)),
                          .headers = {},
                          .authorityFile = {},
                          .certificateFile = {},
                          .keyFile = {}};
    const auto access = flink::accessTo(typed);
    QVERIFY(access);
    flink::ConnectionTimes times;
    times.poll.foreground = 1s;
    const auto connection =
        flink::Connection::toEndpoint(access->target.base, access->credentials, access->target.trust,
                                      flink::settingsOf({}, u"endpoint:two"_s, u"two"_s), times);
    connection->open();
    const auto observer = connection->observer();
    observer->setPace(flink::ClusterObserver::Pace::Foreground);
    const flink::ClusterView& view = observer->view();
    const auto running = [&view] {
        const auto& jobs = view.jobs;
        return jobs.isFresh() && jobs.value->size() == 1 && jobs.value->first().tasks.value(u"running"_s) > 0
                   ? jobs.value->first().id
                   : QString();
    };
    QVERIFY2(live::comesTrue([&] { return !running().isEmpty(); }, PodCluster::patience),
             kubectl({u"get"_s, u"pods"_s}).output.constData());
    QCOMPARE(view.overview.value->flinkVersion, u"2.2.0"_s);
    const QString job = running();
    observer->follow(job);
    const auto checkpoints = [&] {
        const auto& history = view.checkpoints.value(job);
        return history.value ? history.value->counts : flink::CheckpointCounts();
    };
    std::optional<Counting> before;
    const auto counts = [&] { return (before = countingOf(m_scene->cluster(), two, job)).has_value(); };
    QVERIFY(live::comesTrue([&] { return checkpoints().completed >= 2 && counts(); }, PodCluster::patience));

    QVERIFY(kubectl({u"delete"_s, u"pod"_s, u"--selector=component=taskmanager"_s, u"--grace-period=0"_s, u"--force"_s})
                .exitCode == 0);
    QVERIFY(live::comesTrue([&] { return checkpoints().restored >= 1; }, PodCluster::patience));
    const auto hasGoneOn = [&] {
        const auto after = countingOf(m_scene->cluster(), two, job);
        return after && after->isSequelOf(*before);
    };
    QVERIFY(live::comesTrue(hasGoneOn, PodCluster::patience));
    QVERIFY(kubectl({u"delete"_s, u"-f"_s, manifest}).exitCode == 0);
}

QTEST_GUILESS_MAIN(LiveClusterMishapsTest)
#include "tst_liveclustermishaps.moc"
