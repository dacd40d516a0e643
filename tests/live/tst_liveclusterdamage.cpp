#include "tests/live/support/faults.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ClusterScene;
using live::Faults;
using live::Observation;
using live::PodCluster;
using live::Trail;

const kube::ObjectKey orders{u"team-a"_s, u"orders"_s};

} // namespace

/// What is damaged in a real cluster below the deployment: its network, the pointers to checkpoints. What Drey says of
/// it, and that it becomes whole again.
class LiveClusterDamageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aBlockedJobManagerIsNotCalledHealthy();
    void lostPointersToCheckpointsAreNamed();

private:
    [[nodiscard]] const Observation& seen() const { return m_scene->seen(); }

    std::unique_ptr<ClusterScene> m_scene;
    std::unique_ptr<Faults> m_faults;
    std::unique_ptr<Trail> m_trail; ///< since the test function began
};

void LiveClusterDamageTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_scene = std::make_unique<ClusterScene>(orders);
    QVERIFY2(m_scene->raise(), qPrintable(m_scene->problem()));
    m_faults = std::make_unique<Faults>(*m_scene);
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
}

void LiveClusterDamageTest::init()
{
    support::keepClean();
    QVERIFY(m_scene->becomesWell());
    m_trail = std::make_unique<Trail>(seen());
}

void LiveClusterDamageTest::cleanup()
{
    if (m_trail)
        qInfo("%s\nat its end: %s", qPrintable(m_trail->report()), qPrintable(seen().row()));
    m_trail.reset();
}

void LiveClusterDamageTest::cleanupTestCase()
{
    m_faults.reset();
    m_scene.reset();
}

/// The pod is Running and the operator still says STABLE, READY, RUNNING; but nobody can ask Flink.
void LiveClusterDamageTest::aBlockedJobManagerIsNotCalledHealthy()
{
    const QString job = seen().jobId();
    QVERIFY(m_faults->blockJobManager());
    // Nothing comes, not even a refusal: ten seconds of that are a problem.
    const bool isSeen = live::comesTrue([this] { return !seen().isWell(); }, 20s);
    qInfo("after %lld s: %s", m_trail->seconds(), qPrintable(seen().row()));
    const bool isStillSeen = live::comesTrue([this] { return seen().isWell(); }, 20s);
    qInfo("after %lld s: %s\n%s", m_trail->seconds(), qPrintable(seen().row()), qPrintable(seen().verdictWords()));
    QVERIFY(m_faults->unblock());
    QVERIFY(isSeen && !isStillSeen);
    QVERIFY(m_scene->becomesWell());
    QCOMPARE(seen().jobId(), job);
}

/// Nothing in the cluster knows any more where the state is: only a path from the user's hand helps.
void LiveClusterDamageTest::lostPointersToCheckpointsAreNamed()
{
    QVERIFY(m_faults->deleteJobManagerDeployment());
    QVERIFY(live::comesTrue([this] { return seen().podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY(m_faults->dropHighAvailability());
    const auto isNamed = [this] {
        return seen().verdict().health == base::Health::Broken &&
               std::ranges::any_of(m_trail->errors(),
                                   [](const QString& error) { return error.contains(u"HA metadata"); });
    };
    QVERIFY2(live::comesTrue(isNamed, PodCluster::patience), qPrintable(seen().row()));
    qInfo("after %lld s: %s\n%s", m_trail->seconds(), qPrintable(seen().row()), qPrintable(seen().verdictWords()));
    m_scene->keepMoment(u"pointers-lost"_s);
    QVERIFY(m_scene->kubectl({u"delete"_s, u"flinkdeployment"_s, u"orders"_s}));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
    QVERIFY(m_scene->becomesWell());
}

QTEST_GUILESS_MAIN(LiveClusterDamageTest)
#include "tst_liveclusterdamage.moc"
