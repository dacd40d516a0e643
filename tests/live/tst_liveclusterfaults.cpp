#include "tests/live/support/clusterstory.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::Faults;
using live::Observation;
using live::PodCluster;
using Kind = flink::ConnectionState::Kind;

const kube::ObjectKey orders{u"team-a"_s, u"orders"_s};

} // namespace

/// What goes wrong in a real cluster, and what Drey says of it meanwhile: the truth, before the operator has noticed.
class LiveClusterFaultsTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aFrozenServerIsToldAndItsRowsStay();
    void aServerThatComesAgainIsFoundByItself();
    void aRevokedRightIsTold();
    void aLostTaskManagerIsSeenWithoutTheOperator();
    void aFullQuotaKeepsTheJobFromComingBack();
    void aKilledJobManagerComesBackByItself();
    void aLostJobManagerIsSeenBeforeTheOperatorSeesIt();
    void anImageThatIsNotThereIsNamed();

private:
    [[nodiscard]] bool isWell() const { return seen().isWell(); }
    [[nodiscard]] Kind connection() const { return seen().connection().state().kind; }
};

void LiveClusterFaultsTest::aFrozenServerIsToldAndItsRowsStay()
{
    const auto before = seen().resource();
    QVERIFY(Faults::freeze(u"apiserver"_s));
    const bool isTold = live::comesTrue([this] { return connection() != Kind::Live; }, PodCluster::soon);
    note("frozen");
    const auto during = seen().resource();
    QVERIFY(Faults::thaw(u"apiserver"_s));
    QVERIFY(isTold);
    QVERIFY(during && *during == *before);
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live && isWell(); }, PodCluster::patience));
    note("thawed");
}

void LiveClusterFaultsTest::aServerThatComesAgainIsFoundByItself()
{
    QVERIFY(Faults::stop(u"apiserver"_s));
    const bool isTold = live::comesTrue([this] { return connection() != Kind::Live; }, PodCluster::soon);
    note("stopped");
    const auto during = seen().resource();
    QVERIFY(Faults::start(u"apiserver"_s));
    QVERIFY(isTold);
    QVERIFY(during);
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live && isWell(); }, PodCluster::patience));
    note("started");
}

void LiveClusterFaultsTest::aRevokedRightIsTold()
{
    const auto access = live::accessTo(scene().cluster().kubeconfig(), u"viewer"_s);
    QVERIFY(access);
    const Observation viewer(*access, orders);
    const auto state = [&viewer] { return viewer.connection().state().kind; };
    QVERIFY(live::comesTrue([&] { return state() == Kind::Live && viewer.resource(); }, PodCluster::soon));
    QVERIFY(faults().revokeViewer());
    viewer.connection().reconnect(); // what is being watched is not taken away
    QVERIFY(live::comesTrue([&] { return state() == Kind::NotPermitted; }, PodCluster::soon));
    QVERIFY(faults().grantViewer());
    viewer.connection().reconnect();
    QVERIFY(live::comesTrue([&] { return state() == Kind::Live; }, PodCluster::soon));
}

void LiveClusterFaultsTest::aLostTaskManagerIsSeenWithoutTheOperator()
{
    const qint64 restored = seen().checkpoints().restored;
    QVERIFY(Faults::stop(u"operator"_s));
    const bool isKilled = faults().killTaskManager();
    const bool isSeen = live::comesTrue([this] { return !isWell(); }, PodCluster::soon);
    note("without an operator");
    const QString words = seen().operatorWords();
    const bool isBack =
        live::comesTrue([&] { return isWell() && seen().checkpoints().restored > restored; }, PodCluster::patience);
    note("back");
    QVERIFY(Faults::start(u"operator"_s));
    QVERIFY(isKilled && isSeen && isBack);
    QCOMPARE(words, u"STABLE/READY/RUNNING"_s);
}

void LiveClusterFaultsTest::aFullQuotaKeepsTheJobFromComingBack()
{
    QVERIFY(faults().fillQuota());
    const bool isKilled = faults().killTaskManager();
    const bool isSeen = live::comesTrue([this] { return !isWell(); }, PodCluster::soon);
    note("no room");
    const bool isBackTooSoon = live::comesTrue([this] { return isWell(); }, 15s);
    note("still");
    const QStringList taskManagers = seen().podsOf(u"taskmanager"_s);
    QVERIFY(faults().emptyQuota());
    QVERIFY(isKilled && isSeen);
    QVERIFY2(!isBackTooSoon && taskManagers.isEmpty(), qPrintable(taskManagers.join(u' ')));
    QVERIFY2(live::comesTrue([this] { return isWell(); }, PodCluster::patience), qPrintable(seen().row()));
    note("back");
}

/// Its Deployment makes it anew, and high availability gives it its job back: the operator has nothing to do.
void LiveClusterFaultsTest::aKilledJobManagerComesBackByItself()
{
    const QString job = seen().jobId();
    const QStringList before = seen().podsOf(u"jobmanager"_s);
    QVERIFY(faults().killJobManager());
    QVERIFY(live::comesTrue([this] { return !isWell(); }, PodCluster::soon));
    note("killed");
    QVERIFY(scene().becomesWell());
    note("back");
    QVERIFY(seen().podsOf(u"jobmanager"_s) != before);
    QCOMPARE(seen().jobId(), job);
    QVERIFY(seen().checkpoints().restored >= 1);
}

void LiveClusterFaultsTest::aLostJobManagerIsSeenBeforeTheOperatorSeesIt()
{
    QVERIFY(faults().deleteJobManagerDeployment());
    QVERIFY(live::comesTrue([this] { return seen().verdict().health != base::Health::Healthy; }, PodCluster::soon));
    note("deleted");
    QVERIFY(live::comesTrue([this] { return seen().podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY2(live::comesTrue([this] { return isWell(); }, PodCluster::patience), qPrintable(seen().row()));
    note("redeployed");
    QVERIFY(seen().checkpoints().restored >= 1);
}

void LiveClusterFaultsTest::anImageThatIsNotThereIsNamed()
{
    QVERIFY(faults().breakImageName());
    const auto isBroken = [this] { return seen().verdict().health == base::Health::Broken; };
    QVERIFY2(live::comesTrue(isBroken, PodCluster::patience), qPrintable(seen().row()));
    note("a wrong image");
    const health::Verdict said = seen().verdict();
    const QString reasons = QStringList{said.summary, said.reasons.join(u'\n')}.join(u'\n');
    QVERIFY2(reasons.contains(u"mage"), qPrintable(reasons));
    QVERIFY(faults().mendImageName());
    QVERIFY2(live::comesTrue([this] { return isWell(); }, PodCluster::patience), qPrintable(seen().row()));
    note("mended");
}

QTEST_GUILESS_MAIN(LiveClusterFaultsTest)
#include "tst_liveclusterfaults.moc"
