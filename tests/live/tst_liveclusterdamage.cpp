#include "tests/live/support/clusterstory.h"
#include "tests/live/support/waiting.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::PodCluster;

} // namespace

/// What is damaged in a real cluster below the deployment: its network, the pointers to checkpoints, the files of its
/// state. What Drey says of it, and that it becomes whole again.
class LiveClusterDamageTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aBlockedJobManagerIsNotCalledHealthy();
    void lostPointersToCheckpointsAreNamed();
    void aSavepointThatCannotBeReadLeavesNoJob_data();
    void aSavepointThatCannotBeReadLeavesNoJob();
    void aCheckpointThatCannotBeReadKeepsTheJobManagerDown();
};

/// The pod is Running and the operator still says STABLE, READY, RUNNING; but nobody can ask Flink.
void LiveClusterDamageTest::aBlockedJobManagerIsNotCalledHealthy()
{
    const QString job = seen().jobId();
    QVERIFY(faults().blockJobManager());
    // Nothing comes, not even a refusal: ten seconds of that are a problem.
    const bool isSeen = live::comesTrue([this] { return !seen().isWell(); }, 20s);
    note("seen");
    const bool isStillSeen = live::comesTrue([this] { return seen().isWell(); }, 20s);
    note("still");
    QVERIFY(faults().unblock());
    QVERIFY(isSeen && !isStillSeen);
    QVERIFY(scene().becomesWell());
    QCOMPARE(seen().jobId(), job);
}

/// Nothing in the cluster knows any more where the state is: only a path from the user's hand helps.
void LiveClusterDamageTest::lostPointersToCheckpointsAreNamed()
{
    QVERIFY(faults().deleteJobManagerDeployment());
    QVERIFY(live::comesTrue([this] { return seen().podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY(faults().dropHighAvailability());
    const auto isNamed = [this] {
        return seen().verdict().health == base::Health::Broken &&
               std::ranges::any_of(trail().errors(),
                                   [](const QString& error) { return error.contains(u"HA metadata"); });
    };
    QVERIFY2(live::comesTrue(isNamed, PodCluster::patience), qPrintable(seen().row()));
    note("named");
    scene().keepMoment(u"pointers-lost"_s);
    makeAnew();
}

void LiveClusterDamageTest::aSavepointThatCannotBeReadLeavesNoJob_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("damaged") << true;
    QTest::newRow("deleted") << false;
}

/// It is what a suspended job resumes from. The job fails for good, and the JobManager that comes next runs without
/// one; the operator waits for it, and says so for ever.
void LiveClusterDamageTest::aSavepointThatCannotBeReadLeavesNoJob()
{
    QFETCH(bool, isThere);
    QVERIFY(scene().patch(R"({"job": {"state": "suspended"}})"));
    const auto isSuspended = [this] { return seen().operatorWords() == u"SUSPENDED/READY/FINISHED"; };
    QVERIFY2(live::comesTrue(isSuspended, PodCluster::patience), qPrintable(seen().row()));
    // Until Flink's statistics have the savepoint, too, the operator would start from an older checkpoint.
    QTest::qWait(PodCluster::operatorRound.count());
    QVERIFY2(isSuspended(), qPrintable(seen().row()));
    const QString savepoint = seen().resource()->status.lastSavepointPath;
    QVERIFY(isThere ? faults().damageSnapshot(savepoint) : faults().deleteSnapshot(savepoint));
    QVERIFY(scene().patch(R"({"job": {"state": "running"}})"));
    QString last;
    const auto isTold = [&] {
        if (const QString row = seen().row(); row != last) {
            last = row;
            note("now");
        }
        return isBroken() && seen().podsOf(u"jobmanager"_s).size() == 1 && !trail().states().last().startsWith(u"S");
    };
    const bool isSeen = live::comesTrue(isTold, 150s);
    note("told");
    scene().keepMoment(isThere ? u"savepoint-damaged"_s : u"savepoint-deleted"_s);
    QVERIFY2(isSeen, qPrintable(seen().row()));
    makeAnew();
}

/// The newest checkpoint and what the JobManager remembers of it. It cannot begin without them.
void LiveClusterDamageTest::aCheckpointThatCannotBeReadKeepsTheJobManagerDown()
{
    QVERIFY(faults().stop(u"operator"_s));
    const bool isDamaged = restartOnDamagedCheckpoint();
    QString last;
    const auto isTold = [&] {
        if (const QString row = seen().row(); row != last) {
            last = row;
            note("now");
        }
        return isBroken();
    };
    const bool isSeen = live::comesTrue(isTold, 150s);
    note("told");
    QVERIFY(faults().start(u"operator"_s));
    QVERIFY(isDamaged);
    QVERIFY2(isSeen, qPrintable(seen().row()));
    makeAnew();
}

QTEST_GUILESS_MAIN(LiveClusterDamageTest)
#include "tst_liveclusterdamage.moc"
