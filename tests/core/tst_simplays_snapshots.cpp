#include "tests/support/hygiene.h"
#include "tests/support/playuser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::PlayBench;
using support::PlayUser;

/// Rehearsals in which the state is hard to come by: the symptom, wrong cures, the intended one.
class SimSnapshotPlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void haMetadataLost();
    void haMetadataLostIsNotCuredByTheSnapshotsOfANewBeginning();
    void snapshotCorrupted();
    void snapshotMissing();
    void savepointFailing();
    void savepointFailingIsNotCuredByThrowingTheStateAway();
};

void SimSnapshotPlaysTest::haMetadataLost()
{
    PlayBench bench(u"ha-metadata-lost"_s);
    PlayUser user(bench, "payments", "payment-authorize");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.status()[u"error"_s].toString().contains(u"HA metadata is not available"));

    user.restart();
    QVERIFY2(!bench.recovers(10min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    // Without state it runs, and lacks what it is for.
    user.patchSpec(R"({"job":{"upgradeMode":"stateless"}})");
    QVERIFY2(!bench.recovers(10min), user.told());
    QCOMPARE(bench.goals(), QList<bool>({true, false}));

    const QString path = user.snapshotPath("payment-authorize-nightly");
    QVERIFY(path.contains(u"/savepoint-"));
    user.patchSpec(R"({"job":{"upgradeMode":"last-state"}})");
    user.redeployFrom(path);
    QVERIFY2(bench.recovers(20min), user.told());
}

void SimSnapshotPlaysTest::haMetadataLostIsNotCuredByTheSnapshotsOfANewBeginning()
{
    PlayBench bench(u"ha-metadata-lost"_s);
    PlayUser user(bench, "payments", "payment-authorize");
    QVERIFY2(bench.becomesSick(), user.told());
    user.patchSpec(R"({"job":{"upgradeMode":"stateless"}})");
    user.restart();
    QVERIFY2(!bench.recovers(10min), user.told());
    // What it restores now is its own, and still everything from before is gone.
    user.patchSpec(R"({"job":{"upgradeMode":"last-state"}})");
    user.restart();
    QVERIFY2(!bench.recovers(20min), user.told());
    QCOMPARE(bench.goals(), QList<bool>({true, false}));
    user.redeployFrom(user.snapshotPath("payment-authorize-nightly"));
    QVERIFY2(bench.recovers(20min), user.told());
}

void SimSnapshotPlaysTest::snapshotCorrupted()
{
    PlayBench bench(u"snapshot-corrupted"_s);
    PlayUser user(bench, "payments", "payment-settlement");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.status()[u"error"_s].toString().contains(u"EOFException"));

    user.restart();
    QVERIFY2(!bench.recovers(10min), user.told());
    user.patchSpec(R"({"image":"registry.hanbit.example/flink/payment-settlement:1.20-r8"})");
    QVERIFY2(!bench.recovers(10min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.redeployFrom(user.snapshotPath("payment-settlement-hourly"));
    QVERIFY2(bench.recovers(20min), user.told());
}

void SimSnapshotPlaysTest::snapshotMissing()
{
    PlayBench bench(u"snapshot-missing"_s);
    PlayUser user(bench, "orders", "parcel-tracking");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.exceptions().contains(u"java.io.FileNotFoundException"));
    QVERIFY(user.exceptions().contains(u"/shared/"));

    user.restart();
    QVERIFY2(!bench.recovers(10min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.redeployFrom(user.snapshotPath("parcel-tracking-weekly"));
    QVERIFY2(bench.recovers(20min), user.told());
}

void SimSnapshotPlaysTest::savepointFailing()
{
    PlayBench bench(u"savepoint-failing"_s);
    PlayUser user(bench, "analytics", "merchant-rollup");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QCOMPARE(user.status()[u"lifecycleState"_s].toString(), u"STABLE"_s);
    QVERIFY(user.status()[u"error"_s].toString().contains(u"Savepoint Error"));

    // The job that is to be stopped knows the old directory only.
    const QByteArray directory = R"({"flinkConfiguration":{"execution.checkpointing.savepoint-dir":)"
                                 R"("s3://hanbit-flink-savepoints/analytics/merchant-rollup"}})";
    user.patchSpec(directory);
    QVERIFY2(!bench.recovers(10min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"job":{"upgradeMode":"last-state"}})");
    QVERIFY2(bench.recovers(20min), user.told());
}

void SimSnapshotPlaysTest::savepointFailingIsNotCuredByThrowingTheStateAway()
{
    PlayBench bench(u"savepoint-failing"_s);
    PlayUser user(bench, "analytics", "merchant-rollup");
    QVERIFY2(bench.becomesSick(), user.told());
    user.patchSpec(R"({"job":{"upgradeMode":"stateless"}})");
    QVERIFY2(!bench.recovers(10min), user.told());
    QCOMPARE(bench.goals(), QList<bool>({false, false}));
}

QTEST_GUILESS_MAIN(SimSnapshotPlaysTest)
#include "tst_simplays_snapshots.moc"
