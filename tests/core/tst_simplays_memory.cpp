#include "tests/support/hygiene.h"
#include "tests/support/playuser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::PlayBench;
using support::PlayUser;

/// Rehearsals in which something does not fit: the symptom, a wrong cure, the intended one.
class SimMemoryPlaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void oomLoop();
    void metaspaceLeak();
    void stateDoesNotFit();
    void stateFitsOnMoreTaskManagers();
};

void SimMemoryPlaysTest::oomLoop()
{
    PlayBench bench(u"oom-loop"_s);
    PlayUser user(bench, "orders", "warehouse-inventory");
    QVERIFY2(bench.becomesSick(), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.exceptions().contains(u"exitCode=137, reason=OOMKilled"));

    user.restart();
    QVERIFY2(!bench.recovers(15min), user.told());
    // More for the heap of a pod that stays as small as it is.
    user.patchSpec(R"({"flinkConfiguration":{"taskmanager.memory.managed.fraction":"0.2"}})");
    QVERIFY2(!bench.recovers(15min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"flinkConfiguration":{"taskmanager.memory.managed.fraction":null},)"
                   R"("taskManager":{"resource":{"memory":"6144m"}}})");
    QVERIFY2(bench.recovers(30min), user.told());
}

void SimMemoryPlaysTest::metaspaceLeak()
{
    PlayBench bench(u"metaspace-leak"_s);
    PlayUser user(bench, "orders", "dock-slotting");
    QVERIFY2(bench.becomesSick(40min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.exceptions().contains(u"exitCode=239"));
    QVERIFY(user.exceptions().contains(u"java.net.SocketTimeoutException: Read timed out"));

    user.patchSpec(R"({"flinkConfiguration":{"taskmanager.memory.jvm-metaspace.size":"768m"}})");
    QVERIFY2(!bench.recovers(25min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"job":{"jarURI":"local:///opt/flink/usrlib/dock-slotting-2.8.1.jar"}})");
    QVERIFY2(bench.recovers(40min), user.told());
}

void SimMemoryPlaysTest::stateDoesNotFit()
{
    PlayBench bench(u"state-does-not-fit"_s);
    PlayUser user(bench, "analytics", "merchant-rollup");
    QVERIFY2(bench.becomesSick(40min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());
    QVERIFY(user.exceptions().contains(u"java.lang.OutOfMemoryError: Java heap space"));

    user.restart();
    QVERIFY2(!bench.recovers(15min), user.told());
    QVERIFY2(!bench.anyGoalHolds(), user.told());

    user.patchSpec(R"({"taskManager":{"resource":{"memory":"8192m"}}})");
    QVERIFY2(bench.recovers(40min), user.told());
    QVERIFY(!sim::at(user.flink(user.jobPath(u"/checkpoints"_s)), {u"latest", u"restored", u"external_path"})
                 .toString()
                 .isEmpty());
}

void SimMemoryPlaysTest::stateFitsOnMoreTaskManagers()
{
    PlayBench bench(u"state-does-not-fit"_s);
    PlayUser user(bench, "analytics", "merchant-rollup");
    QVERIFY2(bench.becomesSick(40min), user.told());
    user.patchSpec(R"({"job":{"parallelism":16}})");
    QVERIFY2(bench.recovers(40min), user.told());
}

QTEST_GUILESS_MAIN(SimMemoryPlaysTest)
#include "tst_simplays_memory.moc"
