#include "tests/live/support/observation.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/podcluster.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::Observation;
using live::PodCluster;
using Kind = flink::ConnectionState::Kind;

const QString team = u"team-a"_s;
const kube::ObjectKey orders{team, u"orders"_s};

} // namespace

/// What goes wrong in a real cluster, and what Drey says of it meanwhile: the truth, before the operator has noticed.
class LiveClusterFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aFrozenServerIsToldAndItsRowsStay();
    void aServerThatComesAgainIsFoundByItself();
    void aRevokedRightIsTold();
    void aLostTaskManagerIsSeenWithoutTheOperator();
    void aFullQuotaKeepsTheJobFromComingBack();
    void aLostJobManagerIsSeenBeforeTheOperatorSeesIt();
    void anImageThatIsNotThereIsNamed();

private:
    /// Whether the part did; status names them.
    [[nodiscard]] static bool tell(const QString& verb, const QString& part);
    /// As kubectl says it to the person who does it.
    [[nodiscard]] bool kubectl(const QStringList& arguments) const;
    [[nodiscard]] bool killTaskManager() const;
    /// Says what is seen.
    void note(const char* what) const
    {
        qInfo("%4lld s  %s: %s", m_timer.elapsed() / 1000, what, qPrintable(m_seen->row()));
    }
    [[nodiscard]] Kind connection() const { return m_seen->connection().state().kind; }

    std::unique_ptr<PodCluster> m_cluster;
    std::unique_ptr<Observation> m_seen;
    QElapsedTimer m_timer;
};

void LiveClusterFaultsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_cluster = std::make_unique<PodCluster>();
    QVERIFY2(m_cluster->up(PodCluster::Kind::Whole, QCoreApplication::applicationPid()),
             qPrintable(m_cluster->problem()));
    QVERIFY(m_cluster->enter());
    const auto access = live::accessTo(m_cluster->kubeconfig(), u"admin"_s);
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    m_seen = std::make_unique<Observation>(*access, orders);
    QVERIFY(kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
}

void LiveClusterFaultsTest::init()
{
    support::keepClean();
    QVERIFY2(live::comesTrue([this] { return connection() == Kind::Live && m_seen->isWell(); }, PodCluster::patience),
             qPrintable(m_seen->row()));
    m_timer.start();
}

/// Each fault is undone here, too: the next begins with a cluster that is whole.
void LiveClusterFaultsTest::cleanup()
{
    if (m_cluster && QTest::currentTestFailed())
        qInfo("at its end: %s", qPrintable(m_seen->row()));
}

void LiveClusterFaultsTest::cleanupTestCase()
{
    m_seen.reset();
    m_cluster.reset();
}

bool LiveClusterFaultsTest::tell(const QString& verb, const QString& part)
{
    const live::CommandOutput said = PodCluster::script({verb, part});
    if (said.exitCode != 0)
        qInfo("%s", qPrintable(said.report()));
    return said.exitCode == 0;
}

bool LiveClusterFaultsTest::kubectl(const QStringList& arguments) const
{
    const live::CommandOutput said = m_cluster->kubectl(QStringList{u"--namespace"_s, team} + arguments);
    if (said.exitCode != 0)
        qInfo("%s", qPrintable(said.report()));
    return said.exitCode == 0;
}

bool LiveClusterFaultsTest::killTaskManager() const
{
    const QStringList names = m_seen->podsOf(u"taskmanager"_s);
    return names.size() == 1 &&
           kubectl({u"delete"_s, u"pod"_s, names.first(), u"--grace-period=0"_s, u"--force"_s, u"--wait=false"_s});
}

void LiveClusterFaultsTest::aFrozenServerIsToldAndItsRowsStay()
{
    const auto before = m_seen->resource();
    QVERIFY(tell(u"freeze"_s, u"apiserver"_s));
    const bool isTold = live::comesTrue([this] { return connection() != Kind::Live; }, PodCluster::soon);
    note("frozen");
    const auto during = m_seen->resource();
    QVERIFY(tell(u"thaw"_s, u"apiserver"_s));
    QVERIFY(isTold);
    QVERIFY(during && *during == *before);
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live && m_seen->isWell(); }, PodCluster::patience));
    note("thawed");
}

void LiveClusterFaultsTest::aServerThatComesAgainIsFoundByItself()
{
    QVERIFY(tell(u"stop"_s, u"apiserver"_s));
    const bool isTold = live::comesTrue([this] { return connection() != Kind::Live; }, PodCluster::soon);
    note("stopped");
    const auto during = m_seen->resource();
    QVERIFY(tell(u"start"_s, u"apiserver"_s));
    QVERIFY(isTold);
    QVERIFY(during);
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live && m_seen->isWell(); }, PodCluster::patience));
    note("started");
}

void LiveClusterFaultsTest::aRevokedRightIsTold()
{
    const auto access = live::accessTo(m_cluster->kubeconfig(), u"viewer"_s);
    QVERIFY(access);
    const Observation viewer(*access, orders);
    const auto state = [&viewer] { return viewer.connection().state().kind; };
    QVERIFY(live::comesTrue([&] { return state() == Kind::Live && viewer.resource(); }, PodCluster::soon));
    const QString binding = u"clusterrolebinding/viewer"_s;
    QVERIFY(kubectl({u"delete"_s, binding}));
    viewer.connection().reconnect(); // what is being watched is not taken away
    QVERIFY(live::comesTrue([&] { return state() == Kind::NotPermitted; }, PodCluster::soon));
    QVERIFY(
        kubectl({u"create"_s, u"clusterrolebinding"_s, u"viewer"_s, u"--clusterrole=viewer"_s, u"--user=viewer"_s}));
    viewer.connection().reconnect();
    QVERIFY(live::comesTrue([&] { return state() == Kind::Live; }, PodCluster::soon));
}

void LiveClusterFaultsTest::aLostTaskManagerIsSeenWithoutTheOperator()
{
    const qint64 restored = m_seen->checkpoints().restored;
    QVERIFY(tell(u"stop"_s, u"operator"_s));
    const bool isKilled = killTaskManager();
    const bool isSeen = live::comesTrue([this] { return !m_seen->isWell(); }, PodCluster::soon);
    note("without an operator");
    const QString words = m_seen->operatorWords();
    const bool isBack = live::comesTrue([&] { return m_seen->isWell() && m_seen->checkpoints().restored > restored; },
                                        PodCluster::patience);
    note("back");
    QVERIFY(tell(u"start"_s, u"operator"_s));
    QVERIFY(isKilled && isSeen && isBack);
    QCOMPARE(words, u"STABLE/READY/RUNNING"_s);
}

void LiveClusterFaultsTest::aFullQuotaKeepsTheJobFromComingBack()
{
    QVERIFY(kubectl({u"create"_s, u"quota"_s, u"full"_s, u"--hard=pods=1"_s}));
    const bool isKilled = killTaskManager();
    const bool isSeen = live::comesTrue([this] { return !m_seen->isWell(); }, PodCluster::soon);
    note("no room");
    const bool isBackTooSoon = live::comesTrue([this] { return m_seen->isWell(); }, 15s);
    note("still");
    const QStringList taskManagers = m_seen->podsOf(u"taskmanager"_s);
    QVERIFY(kubectl({u"delete"_s, u"quota"_s, u"full"_s}));
    QVERIFY(isKilled && isSeen);
    QVERIFY2(!isBackTooSoon && taskManagers.isEmpty(), qPrintable(taskManagers.join(u' ')));
    QVERIFY2(live::comesTrue([this] { return m_seen->isWell(); }, PodCluster::patience), qPrintable(m_seen->row()));
    note("back");
}

void LiveClusterFaultsTest::aLostJobManagerIsSeenBeforeTheOperatorSeesIt()
{
    QVERIFY(kubectl({u"delete"_s, u"deployment"_s, u"orders"_s}));
    QVERIFY(live::comesTrue([this] { return m_seen->verdict().health != base::Health::Healthy; }, PodCluster::soon));
    note("deleted");
    QVERIFY(live::comesTrue([this] { return m_seen->podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY2(live::comesTrue([this] { return m_seen->isWell(); }, PodCluster::patience), qPrintable(m_seen->row()));
    note("redeployed");
    QVERIFY(m_seen->checkpoints().restored >= 1);
}

void LiveClusterFaultsTest::anImageThatIsNotThereIsNamed()
{
    const QString patch = u"{\"spec\": {\"image\": \"%1\"}}"_s;
    QVERIFY(kubectl(
        {u"patch"_s, u"flinkdeployment"_s, u"orders"_s, u"--type=merge"_s, u"-p"_s, patch.arg(u"flink:typo"_s)}));
    const auto isBroken = [this] { return m_seen->verdict().health == base::Health::Broken; };
    QVERIFY2(live::comesTrue(isBroken, PodCluster::patience), qPrintable(m_seen->row()));
    note("a wrong image");
    const health::Verdict said = m_seen->verdict();
    const QString reasons = QStringList{said.summary, said.reasons.join(u'\n')}.join(u'\n');
    QVERIFY2(reasons.contains(u"mage"), qPrintable(reasons));
    QVERIFY(kubectl(
        {u"patch"_s, u"flinkdeployment"_s, u"orders"_s, u"--type=merge"_s, u"-p"_s, patch.arg(u"flink:1.20"_s)}));
    QVERIFY2(live::comesTrue([this] { return m_seen->isWell(); }, PodCluster::patience), qPrintable(m_seen->row()));
    note("mended");
}

QTEST_GUILESS_MAIN(LiveClusterFaultsTest)
#include "tst_liveclusterfaults.moc"
