#include "core/flink/knowncauses.h"

#include "core/sim/flink/failure.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sim::flink::JavaException;
namespace say = sim::flink::say;

/// What the jobs of a practice cluster say when they fail is known, and known for what it is.
class TestSimKnownCauses : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void knowsWhatPracticeMeets_data();
    void knowsWhatPracticeMeets();
};

void TestSimKnownCauses::knowsWhatPracticeMeets_data()
{
    QTest::addColumn<QString>("trace");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const JavaException& what, const QString& id) {
        QTest::newRow(name) << what.stackTrace() << id;
    };
    row("killed", say::podTerminated(u"flink-main-container(exitCode=137, reason=OOMKilled, message=null)"_s),
        u"container-oom-killed"_s);
    row("gone", say::podTerminated({}), u"pod-terminated"_s);
    row("heap", say::heapSpace(), u"oom-heap"_s);
    row("metaspace", say::metaspace(), u"oom-metaspace"_s);
    row("slots", say::noResources(u"Slot request bulk is not fulfillable!"_s), u"no-slots"_s);
    row("checkpoints", say::checkpointsFailedTooOften(u"Checkpoint expired before completing."_s),
        u"checkpoint-expired"_s);
    row("not finalised", say::checkpointsFailedTooOften(u"Failure to finalize checkpoint."_s),
        u"checkpoint-failures-exceeded"_s);
    row("savepoint", say::checkpointException(u"Checkpoint expired before completing."_s), u"checkpoint-expired"_s);
    row("own code", say::inUserCode(u"java.lang.NullPointerException"_s, {u"com.example.A.b(A.java:1)"_s}), {});
    row("no restart", say::recoverySuppressed(u"NoRestartBackoffTimeStrategy"_s, say::heapSpace()), u"oom-heap"_s);
    row("no restart of own code",
        say::recoverySuppressed(u"NoRestartBackoffTimeStrategy"_s, say::inUserCode(u"a.B: c"_s, {})),
        u"restart-strategy-exhausted"_s);
    row("unmapped state",
        say::couldNotStart(
            u"java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint /sp/savepoint-1. "
            "Cannot map checkpoint/savepoint state for operator 17 to the new program"_s),
        u"state-does-not-map"_s);
    row("parallelism",
        say::couldNotStart(
            u"java.lang.IllegalStateException: The state for task count can not be restored. The maximum "
            "parallelism (4) of the restored state is lower than the configured parallelism (8)."_s),
        u"max-parallelism"_s);
    row("no snapshot",
        say::couldNotStart(
            u"java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '/sp' on "
            "file system 'file'."_s),
        u"savepoint-not-found"_s);
    row("damaged", say::couldNotStart(u"java.io.IOException: Unexpected magic number. This can have"_s),
        u"snapshot-unreadable"_s);
    row("missing file",
        say::couldNotRestore(u"count_(1/2)"_s,
                             u"java.io.FileNotFoundException: /flink/sp/savepoint-1/7c (No such file or directory)"_s),
        u"state-file-missing"_s);
    row("other back end",
        say::couldNotRestore(u"count_(1/2)"_s,
                             u"java.lang.IllegalStateException: Unexpected state handle type, expected"_s),
        u"state-backend-changed"_s);
    row("cut off", say::couldNotRestore(u"count_(1/2)"_s, u"java.io.EOFException"_s), u"restore-failed"_s);
}

void TestSimKnownCauses::knowsWhatPracticeMeets()
{
    QFETCH(QString, trace);
    QFETCH(QString, id);
    const auto card = flink::knownCauseOf(trace);
    QCOMPARE(card ? card->id : QString(), id);
}

QTEST_GUILESS_MAIN(TestSimKnownCauses)
#include "tst_simknowncauses.moc"
