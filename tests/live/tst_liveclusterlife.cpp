#include "tests/live/support/clusterscene.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

using live::ClusterScene;
using live::Counting;
using live::PodCluster;
using live::Trail;

} // namespace

/// What the real operator does with an application when nothing goes wrong, step by step with kubectl: what Drey's own
/// operations, and the practice cluster, have to match. The job's count tells what became of its state.
class LiveClusterLifeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aNonceMakesASavepoint();
    void aSuspendedJobResumesWhereItWas();
    void anUpgradeWithASavepointKeepsTheState();
    void anUpgradeFromTheLastStateKeepsTheStateAndTheJob();
    void anUpgradeWithoutStateBeginsAnew();
    void aSessionJobIsSuspendedAndResumes();

private:
    [[nodiscard]] const live::Observation& seen() const { return m_scene->seen(); }

    std::unique_ptr<ClusterScene> m_scene;
    std::unique_ptr<Trail> m_trail; ///< since the test function began
    Counting m_before;
    QString m_jobBefore;
};

void LiveClusterLifeTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_scene = std::make_unique<ClusterScene>(kube::ObjectKey{u"team-a"_s, u"orders"_s});
    QVERIFY2(m_scene->raise(), qPrintable(m_scene->problem()));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
}

void LiveClusterLifeTest::init()
{
    support::keepClean();
    QVERIFY(m_scene->becomesWell());
    const auto counted = m_scene->counting();
    QVERIFY(counted);
    m_before = *counted;
    m_jobBefore = seen().jobId();
    m_trail = std::make_unique<Trail>(seen());
}

void LiveClusterLifeTest::cleanup()
{
    if (m_trail)
        qInfo("%s", qPrintable(m_trail->report()));
    m_trail.reset();
}

void LiveClusterLifeTest::cleanupTestCase()
{
    m_scene.reset();
}

void LiveClusterLifeTest::aNonceMakesASavepoint()
{
    QVERIFY(m_scene->patch(R"({"job": {"savepointTriggerNonce": 1}})"));
    const auto savepoint = [this] { return seen().resource()->status.lastSavepointPath; };
    QVERIFY(live::comesTrue([&] { return !savepoint().isEmpty(); }, PodCluster::patience));
    qInfo("after %lld s: %s", m_trail->seconds(), qPrintable(savepoint()));
    m_scene->keepMoment(u"savepoint"_s);
    QVERIFY2(savepoint().startsWith(u"file:/state/savepoints/savepoint-"), qPrintable(savepoint()));
    const QString metadata = m_scene->cluster().onThisMachine(savepoint()) + u"/_metadata"_s;
    QVERIFY2(QFileInfo(metadata).size() > 0, qPrintable(metadata));
    QVERIFY(m_scene->becomesWell());
    // It is the same job, which went on meanwhile.
    QCOMPARE(seen().jobId(), m_jobBefore);
    QVERIFY(m_scene->counting()->isSequelOf(m_before));
    QVERIFY(!m_trail->passed(u"UPGRADING"));
}

void LiveClusterLifeTest::aSuspendedJobResumesWhereItWas()
{
    QVERIFY(m_scene->patch(R"({"job": {"state": "suspended"}})"));
    const auto isSuspended = [this] {
        return seen().operatorWords() == u"SUSPENDED/READY/FINISHED" &&
               seen().verdict().health == base::Health::Suspended;
    };
    QVERIFY2(live::comesTrue(isSuspended, PodCluster::patience), qPrintable(seen().row()));
    qInfo("after %lld s: %s", m_trail->seconds(), qPrintable(seen().row()));
    m_scene->keepMoment(u"suspended"_s);
    const QString savepoint = seen().resource()->status.lastSavepointPath;
    QVERIFY2(savepoint.startsWith(u"file:/state/savepoints/savepoint-"), qPrintable(savepoint));
    const auto isGone = [this] { return seen().podsOf(u"taskmanager"_s).isEmpty(); };
    QVERIFY(live::comesTrue(isGone, PodCluster::patience)); // slots that are idle are given back after 30 s

    QVERIFY(m_scene->patch(R"({"job": {"state": "running"}})"));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(m_trail->passed(u"DEPLOYED/DEPLOY"));
    QCOMPARE(seen().jobId(), m_jobBefore); // later operators give it a new one
    QVERIFY(m_scene->counting()->isSequelOf(m_before));
    QCOMPARE(seen().checkpoints().restored, 1);
}

void LiveClusterLifeTest::anUpgradeWithASavepointKeepsTheState()
{
    const QString earlier = seen().resource()->status.lastSavepointPath;
    QVERIFY(m_scene->patch(R"({"restartNonce": 1, "job": {"upgradeMode": "savepoint"}})"));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(m_trail->passed(u"UPGRADING/READY/FINISHED") || m_trail->passed(u"UPGRADING/MISSING/FINISHED"));
    QCOMPARE(seen().jobId(), m_jobBefore);
    QVERIFY(seen().resource()->status.lastSavepointPath != earlier);
    QVERIFY(m_scene->counting()->isSequelOf(m_before));
}

void LiveClusterLifeTest::anUpgradeFromTheLastStateKeepsTheStateAndTheJob()
{
    const QString earlier = seen().resource()->status.lastSavepointPath;
    QVERIFY(m_scene->patch(R"({"restartNonce": 2, "job": {"upgradeMode": "last-state"}})"));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(m_trail->passed(u"UPGRADING"));
    m_scene->keepMoment(u"upgraded-last-state"_s);
    // The pointers to its checkpoints stay, and the job finds them under its id.
    QCOMPARE(seen().jobId(), m_jobBefore);
    QCOMPARE(seen().resource()->status.lastSavepointPath, earlier);
    QVERIFY(live::comesTrue([this] { return m_scene->counting()->isSequelOf(m_before); }, PodCluster::soon));
    QCOMPARE(seen().checkpoints().restored, 1);
}

void LiveClusterLifeTest::anUpgradeWithoutStateBeginsAnew()
{
    // So many that a job that begins anew stays behind them for a while.
    QVERIFY(live::comesTrue([this] { return m_scene->counting()->number > 5'000; }, PodCluster::patience));
    m_before = *m_scene->counting();
    QVERIFY(m_scene->patch(R"({"restartNonce": 3, "job": {"upgradeMode": "stateless"}})"));
    QVERIFY(m_scene->becomesWell(m_trail.get()));
    QVERIFY(seen().jobId() != m_jobBefore);
    const auto counted = m_scene->counting();
    QVERIFY(counted);
    QVERIFY(counted->number < m_before.number);
    QCOMPARE(counted->missing, 0);
    QCOMPARE(seen().checkpoints().restored, 0);
}

void LiveClusterLifeTest::aSessionJobIsSuspendedAndResumes()
{
    const kube::ObjectKey adhoc{u"team-a"_s, u"adhoc"_s};
    const kube::ObjectKey clicks{u"team-a"_s, u"clicks"_s};
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/clicks.yaml")}));
    const auto patch = [this](const QString& spec) {
        return m_scene->kubectl({u"patch"_s, u"flinksessionjob"_s, u"clicks"_s, u"--type=merge"_s, u"--patch"_s,
                                 u"{\"spec\": {\"job\": %1}}"_s.arg(spec)});
    };
    const auto status = [&] { return seen().connection().sessionJobs()->value(clicks)->status; };
    const auto becomes = [&](const QString& words) {
        const auto is = [&] {
            return seen().connection().sessionJobs()->value(clicks) &&
                   status().lifecycleState + u'/' + status().jobState == words;
        };
        const bool isTrue = live::comesTrue(is, PodCluster::patience);
        qInfo("%4lld s  %s: %s", m_trail->seconds(), qPrintable(words), isTrue ? "yes" : "no");
        return isTrue;
    };
    QVERIFY(becomes(u"STABLE/RUNNING"_s));
    std::optional<Counting> counted;
    const auto counts = [&] { return (counted = countingOf(m_scene->cluster(), adhoc, status().jobId)).has_value(); };
    QVERIFY(live::comesTrue(counts, PodCluster::soon));
    const Counting before = *counted;
    const QString first = status().jobId;

    QVERIFY(patch(uR"({"upgradeMode": "savepoint", "state": "suspended"})"_s));
    QVERIFY(becomes(u"SUSPENDED/FINISHED"_s));
    QVERIFY(status().lastSavepointPath.startsWith(u"file:/state/savepoints/savepoint-"));
    QVERIFY(patch(uR"({"state": "running"})"_s));
    QVERIFY(becomes(u"STABLE/RUNNING"_s));
    QVERIFY(status().jobId != first);
    QVERIFY(live::comesTrue(counts, PodCluster::soon));
    QVERIFY(counted->isSequelOf(before));
    QVERIFY(m_scene->kubectl({u"delete"_s, u"flinksessionjob/clicks"_s, u"flinkdeployment/adhoc"_s}));
}

QTEST_GUILESS_MAIN(LiveClusterLifeTest)
#include "tst_liveclusterlife.moc"
