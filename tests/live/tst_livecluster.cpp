#include "core/kube/logs.h"
#include "tests/live/support/observation.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/podcluster.h"
#include "tests/live/support/traces.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::Observation;
using live::PodCluster;
using live::Traces;

const QString team = u"team-a"_s;
const kube::ObjectKey orders{team, u"orders"_s};
const kube::ObjectKey adhoc{team, u"adhoc"_s};
const kube::ObjectKey clicks{team, u"clicks"_s};

} // namespace

/// Drey before a real cluster: the operator runs a real job in real pods, and what happens there is what Drey shows.
class LiveClusterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase();

    void aSecondUpChangesNothing();
    void aRowGoesFromItsCreationToStable();
    void checkpointsGrowThroughTheServiceProxy();
    void theLogOfAPodIsFollowed();
    void aLostTaskManagerIsSeenAsItHappens();
    void aSessionJobIsSeenBesideItsCluster();
    void checkpointsAndASavepointLandInTheBucket();
    void allOfItFitsIntoEightGibibytes();
    void downLeavesNothing();
    void aKilledTestRunLeavesNothing();

private:
    void verifyNothingIsLeft();

    std::unique_ptr<PodCluster> m_cluster;
    std::unique_ptr<Observation> m_seen;
    Traces m_before;
    QSet<QString> m_namespaces;
};

void LiveClusterTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_before = Traces::now();
    QElapsedTimer timer;
    timer.start();
    m_cluster = std::make_unique<PodCluster>();
    QVERIFY2(m_cluster->up(PodCluster::Kind::Whole, QCoreApplication::applicationPid()),
             qPrintable(m_cluster->problem()));
    qInfo("the cluster and its operator are ready after %lld s", timer.elapsed() / 1000);
    m_namespaces = live::namespacesOf(PodCluster::firstProcess());
    QVERIFY(m_cluster->enter());
    const auto access = live::accessTo(m_cluster->kubeconfig(), u"admin"_s);
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    m_seen = std::make_unique<Observation>(*access, orders);
    QVERIFY(live::comesTrue([this] { return m_seen->connection().deployments()->isComplete(); }, PodCluster::soon));
}

void LiveClusterTest::cleanupTestCase()
{
    m_seen.reset();
    m_cluster.reset();
}

void LiveClusterTest::aSecondUpChangesNothing()
{
    const qint64 first = PodCluster::firstProcess();
    const live::CommandOutput said = PodCluster::script({u"up"_s});
    QVERIFY2(said.exitCode == 0 && said.output.contains("runs already"), qPrintable(said.report()));
    QCOMPARE(PodCluster::firstProcess(), first);
}

void LiveClusterTest::aRowGoesFromItsCreationToStable()
{
    QCOMPARE(m_seen->connection().deployments()->count(), 0);
    QElapsedTimer timer;
    timer.start();
    const live::CommandOutput made = m_cluster->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.report()));
    QStringList rows;
    const auto isWell = [&] {
        const QString row = m_seen->row();
        if (m_seen->resource() && (rows.isEmpty() || rows.last() != row)) {
            rows.append(row);
            qInfo("%4lld s  %s", timer.elapsed() / 1000, qPrintable(row));
        }
        return row.startsWith(u"STABLE/READY/RUNNING") && m_seen->isWell();
    };
    QVERIFY2(live::comesTrue(isWell, PodCluster::patience), qPrintable(m_seen->row()));
    QVERIFY2(std::ranges::any_of(rows, [](const QString& row) { return row.startsWith(u"DEPLOYED/DEPLOY"); }),
             qPrintable(rows.join(u'\n')));
    QCOMPARE(m_seen->podsOf(u"jobmanager"_s).size(), 1);
    QCOMPARE(m_seen->podsOf(u"taskmanager"_s).size(), 1);
}

void LiveClusterTest::checkpointsGrowThroughTheServiceProxy()
{
    QVERIFY(!m_seen->jobId().isEmpty());
    const flink::ClusterView& view = m_seen->flink();
    QVERIFY(view.overview.isFresh());
    QCOMPARE(view.overview.value->flinkVersion, u"1.20.4"_s);
    QVERIFY(live::comesTrue([&] { return m_seen->checkpoints().completed >= 1; }, PodCluster::soon));
    const qint64 first = m_seen->checkpoints().completed;
    QVERIFY(live::comesTrue([&] { return m_seen->checkpoints().completed >= first + 2; }, PodCluster::soon));
}

void LiveClusterTest::theLogOfAPodIsFollowed()
{
    kube::LogStream log(*m_seen->connection().api(),
                        {.nameSpace = team, .pod = m_seen->podsOf(u"jobmanager"_s).value(0), .tailLines = 100});
    log.start();
    const auto lastCheckpoint = [&log] {
        for (qsizetype i = log.lines().size() - 1; i >= 0; --i) {
            if (log.lines().at(i).text.contains(u"Completed checkpoint"))
                return log.lines().at(i).time;
        }
        return qint64(0);
    };
    QVERIFY2(live::comesTrue([&] { return lastCheckpoint() != 0; }, PodCluster::soon),
             qPrintable(log.lastError() ? log.lastError()->message : QString()));
    QCOMPARE(log.state(), kube::LogStream::State::Following);
    const qint64 first = lastCheckpoint();
    QVERIFY(live::comesTrue([&] { return lastCheckpoint() > first; }, PodCluster::soon));
}

void LiveClusterTest::aLostTaskManagerIsSeenAsItHappens()
{
    const QString lost = m_seen->podsOf(u"taskmanager"_s).value(0);
    const qint64 restored = m_seen->checkpoints().restored;
    QElapsedTimer timer;
    timer.start();
    const live::CommandOutput killed = m_cluster->kubectl(
        {u"delete"_s, u"pod"_s, u"--namespace"_s, team, lost, u"--grace-period=0"_s, u"--force"_s, u"--wait=false"_s});
    QVERIFY2(killed.exitCode == 0, qPrintable(killed.report()));
    QVERIFY(live::comesTrue([&] { return !m_seen->podsOf(u"taskmanager"_s).contains(lost); }, PodCluster::soon));
    QVERIFY(live::comesTrue([this] { return m_seen->verdict().health != base::Health::Healthy; }, PodCluster::soon));
    qInfo("after %lld ms: %s", timer.elapsed(), qPrintable(m_seen->row()));
    const auto isBack = [&] { return m_seen->isWell() && m_seen->checkpoints().restored > restored; };
    QVERIFY2(live::comesTrue(isBack, PodCluster::patience), qPrintable(m_seen->row()));
    qInfo("after %lld s it is back, restored from a checkpoint", timer.elapsed() / 1000);
    QCOMPARE(m_seen->podsOf(u"taskmanager"_s).size(), 1);
    QVERIFY(!m_seen->podsOf(u"taskmanager"_s).contains(lost));
}

void LiveClusterTest::aSessionJobIsSeenBesideItsCluster()
{
    QElapsedTimer timer;
    timer.start();
    const live::CommandOutput made = m_cluster->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/clicks.yaml")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.report()));
    const auto state = [this] {
        const auto job = m_seen->connection().sessionJobs()->value(clicks);
        return job ? job->status.lifecycleState + u'/' + job->status.jobState : QString();
    };
    QVERIFY2(live::comesTrue([&] { return state() == u"STABLE/RUNNING"; }, PodCluster::patience), qPrintable(state()));
    qInfo("a session cluster and its job are stable after %lld s", timer.elapsed() / 1000);
    const auto cluster = m_seen->connection().deployments()->value(adhoc);
    QVERIFY(cluster && cluster->isSession());
    const auto observer = m_seen->connection().observer(adhoc);
    observer->setPace(flink::ClusterObserver::Pace::Foreground);
    const auto runsThere = [&] {
        const auto& jobs = observer->view().jobs;
        return jobs.isFresh() && jobs.value->size() == 1 && jobs.value->first().state == u"RUNNING" &&
               jobs.value->first().id == m_seen->connection().sessionJobs()->value(clicks)->status.jobId;
    };
    QVERIFY(live::comesTrue(runsThere, PodCluster::soon));
}

void LiveClusterTest::checkpointsAndASavepointLandInTheBucket()
{
    const QString other = u"team-b"_s;
    const auto kubectl = [&](const QStringList& arguments) {
        const live::CommandOutput said = m_cluster->kubectl(QStringList{u"--namespace"_s, other} + arguments);
        QVERIFY2(said.exitCode == 0, qPrintable(said.report()));
    };
    kubectl({u"delete"_s, u"--namespace"_s, team, u"flinksessionjob/clicks"_s, u"flinkdeployment/adhoc"_s});
    kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/payments.yaml")});
    const auto access = live::accessTo(m_cluster->kubeconfig(), u"admin"_s);
    QVERIFY(access);
    const Observation payments(*access, {other, u"payments"_s});
    const auto newest = [&payments] {
        const auto history = payments.flink().checkpoints.value(payments.jobId());
        return history.value && history.value->latestCompleted ? history.value->latestCompleted->externalPath
                                                               : QString();
    };
    const auto hasCheckpoint = [&] { return payments.isWell() && newest().startsWith(u"s3://flink/checkpoints/"); };
    QVERIFY2(live::comesTrue(hasCheckpoint, PodCluster::patience), qPrintable(payments.row() + u' ' + newest()));
    kubectl({u"patch"_s, u"flinkdeployment"_s, u"payments"_s, u"--type=merge"_s, u"-p"_s,
             u"{\"spec\": {\"job\": {\"savepointTriggerNonce\": 1}}}"_s});
    const auto savepoint = [&payments] { return payments.resource()->status.lastSavepointPath; };
    QVERIFY2(live::comesTrue([&] { return savepoint().startsWith(u"s3://flink/savepoints/"); }, PodCluster::patience),
             qPrintable(payments.row()));
    qInfo("the newest checkpoint: %s, the savepoint: %s", qPrintable(newest()), qPrintable(savepoint()));
}

/// With two Flink clusters in it.
void LiveClusterTest::allOfItFitsIntoEightGibibytes()
{
    const double gibibytes = double(live::memoryOf(m_namespaces)) / double(1 << 30);
    qInfo("the cluster holds %.1f GiB", gibibytes);
    QVERIFY(gibibytes > 1 && gibibytes < 8);
}

void LiveClusterTest::verifyNothingIsLeft()
{
    QVERIFY(!m_namespaces.isEmpty());
    const auto left = [this] {
        return (live::processesIn(m_namespaces) + QStringList{Traces::now().since(m_before)}).join(u'\n');
    };
    QVERIFY2(live::comesTrue([&] { return left().isEmpty(); }, PodCluster::soon), qPrintable(left()));
    QCOMPARE(PodCluster::firstProcess(), 0);
}

void LiveClusterTest::downLeavesNothing()
{
    m_seen.reset();
    m_cluster->leave();
    QVERIFY(!live::processesIn(m_namespaces).isEmpty());
    const live::CommandOutput said = m_cluster->down();
    QVERIFY2(said.exitCode == 0, qPrintable(said.report()));
    verifyNothingIsLeft();
}

void LiveClusterTest::aKilledTestRunLeavesNothing()
{
    QProcess run; // stands for one
    run.start(u"sleep"_s, {u"600"_s});
    QVERIFY(run.waitForStarted());
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(m_cluster->up(PodCluster::Kind::Bare, run.processId()), qPrintable(m_cluster->problem()));
    qInfo("without the operator it is ready after %lld s", timer.elapsed() / 1000);
    m_namespaces = live::namespacesOf(PodCluster::firstProcess());
    QVERIFY(!live::processesIn(m_namespaces).isEmpty());
    run.kill();
    QVERIFY(run.waitForFinished());
    verifyNothingIsLeft();
}

QTEST_GUILESS_MAIN(LiveClusterTest)
#include "tst_livecluster.moc"
