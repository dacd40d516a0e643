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
    void stateDoesNotFit();
    void stateFitsOnMoreTaskManagers();
};

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
