#include "core/flink/connection.h"
#include "core/flink/endpoint.h"
#include "tests/live/support/clusterstory.h"
#include "tests/live/support/waiting.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::Counting;
using live::PodCluster;

const QString team = u"team-a"_s;

} // namespace

/// What the real operator does with an application whose change was a mistake, or whose JobManager is lost, with
/// kubectl as the user's hand; and what becomes of a Flink that it does not know.
class LiveClusterMishapsTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aLostJobManagerIsReplacedAndKeepsTheState();
    void aBadImageStopsTheJobUntilItIsMended();
    void aBadJarStopsTheJobUntilItIsMended();
    void aBadProgramIsRolledBack();
    void aNewerFlinkIsRefusedByTheSchema();
    void aNewerFlinkRunsWithoutTheOperator();

private:
    [[nodiscard]] QStringList extraParts() const override { return {u"image-2.2.0"_s}; }
    [[nodiscard]] bool isAboutTheDeployment() const override
    {
        return qstrcmp(QTest::currentTestFunction(), "aNewerFlinkRunsWithoutTheOperator") != 0; // it has one of its own
    }
    /// Breaks the spec, waits until Drey calls it broken for this reason, mends it and sees the state again.
    void breakAndMend(const QByteArray& broken, const QByteArray& mended, const QString& reason);
};

void LiveClusterMishapsTest::aLostJobManagerIsReplacedAndKeepsTheState()
{
    QVERIFY(scene().kubectl({u"delete"_s, u"deployment"_s, u"orders"_s}));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(trail().passed(u"STABLE/MISSING") || trail().passed(u"STABLE/DEPLOYING"));
    QCOMPARE(seen().jobId(), jobBefore());
    QVERIFY(hasKeptItsState());
}

void LiveClusterMishapsTest::breakAndMend(const QByteArray& broken, const QByteArray& mended, const QString& reason)
{
    QVERIFY(scene().patch(broken));
    QVERIFY2(live::comesTrue([this] { return isBroken(); }, PodCluster::patience), qPrintable(seen().row()));
    QVERIFY2(live::comesTrue([&] { return seen().verdictWords().contains(reason); }, PodCluster::patience),
             qPrintable(seen().verdictWords()));
    note("broken");
    scene().keepMoment(QString::fromLatin1(QTest::currentTestFunction()));
    QVERIFY(!trail().passed(u"FAILED"));
    QVERIFY(scene().patch(mended));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(hasKeptItsState());
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
    QVERIFY(scene().patch(R"({"job": {"entryClass": "drey.Typo"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": "true",
        "kubernetes.operator.deployment.readiness.timeout": "30 s"}})"));
    const auto isRolledBack = [this] {
        return seen().operatorWords() == u"ROLLED_BACK/READY/RUNNING" && seen().flink().jobs.isFresh();
    };
    QVERIFY2(live::comesTrue(isRolledBack, PodCluster::patience), qPrintable(trail().report()));
    note("rolled back");
    scene().keepMoment(u"rolled-back"_s);
    QVERIFY(trail().passed(u"ROLLING_BACK"));
    QVERIFY(hasKeptItsState());
    QCOMPARE(seen().resource()->job->entryClass, u"drey.Typo"_s); // the wish stays what it was
    QVERIFY(scene().patch(R"({"job": {"entryClass": "drey.CountingJob"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": null,
        "kubernetes.operator.deployment.readiness.timeout": null}})"));
    QVERIFY(scene().becomesWell(&trail()));
}

void LiveClusterMishapsTest::aNewerFlinkIsRefusedByTheSchema()
{
    const live::CommandOutput said =
        scene().cluster().kubectl({u"patch"_s, u"--namespace"_s, team, u"flinkdeployment"_s, u"orders"_s,
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
        return scene().cluster().kubectl(QStringList{u"--namespace"_s, two.nameSpace} + arguments);
    };
    QVERIFY(scene().kubectl({u"delete"_s, u"flinkdeployment"_s, u"orders"_s}));
    const QString manifest = QFINDTESTDATA("manifests/standalone.yaml");
    const live::CommandOutput made = scene().cluster().kubectl({u"apply"_s, u"-f"_s, manifest});
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
    const auto counts = [&] { return (before = countingOf(scene().cluster(), two, job)).has_value(); };
    QVERIFY(live::comesTrue([&] { return checkpoints().completed >= 2 && counts(); }, PodCluster::patience));

    QVERIFY(kubectl({u"delete"_s, u"pod"_s, u"--selector=component=taskmanager"_s, u"--grace-period=0"_s, u"--force"_s})
                .exitCode == 0);
    QVERIFY(live::comesTrue([&] { return checkpoints().restored >= 1; }, PodCluster::patience));
    const auto hasGoneOn = [&] {
        const auto after = countingOf(scene().cluster(), two, job);
        return after && after->isSequelOf(*before);
    };
    QVERIFY(live::comesTrue(hasGoneOn, PodCluster::patience));
    QVERIFY(kubectl({u"delete"_s, u"-f"_s, manifest}).exitCode == 0);
}

QTEST_GUILESS_MAIN(LiveClusterMishapsTest)
#include "tst_liveclustermishaps.moc"
