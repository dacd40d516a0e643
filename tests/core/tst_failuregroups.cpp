#include "core/flink/failuregroups.h"

#include "core/flink/restdecode.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using flink::ExceptionEntry;
using flink::FailureGroup;

namespace {

ExceptionEntry failure(const QString& trace, int minute, const QString& taskManager = u"tm-1"_s)
{
    ExceptionEntry entry;
    entry.stackTrace = trace;
    entry.at = QDateTime(QDate(2026, 11, 21), QTime(14, minute), Qt::UTC);
    entry.taskName = u"map (1/2)"_s;
    entry.taskManagerId = taskManager;
    return entry;
}

QString traceOf(int key, const QString& frame = u"com.example.Job.map(Job.java:12)"_s)
{
    return u"java.lang.RuntimeException: wrapped %1\n\tat org.apache.flink.X.run(X.java:1)\nCaused by: "
           u"java.lang.IllegalStateException: "
           "no key %1: in 3eaa202d067c02b7c30ef1993b176c92\n\tat %2\n\t... 3 more"_s.arg(key)
               .arg(frame);
}

} // namespace

class TestFailureGroups : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void putsFailuresTogetherThatDifferByNumbersOnly();
    void keepsFailuresApartThatComeFromOtherPlaces();
    void countsConcurrentFailures();
    void readsATraceWithoutCauses();
    void seesThroughWhatChangesFromTimeToTime_data();
    void seesThroughWhatChangesFromTimeToTime();
    void tellsMessagesApartWhereNoOwnCallDoes();
    void remembersWhenEachOneWas();
    void namesTheKnownCause();
    void groupsWhatTheRealClusterSaid();
};

void TestFailureGroups::putsFailuresTogetherThatDifferByNumbersOnly()
{
    const auto groups = flink::groupFailures({{failure(traceOf(7), 9, u"tm-9"_s), failure(traceOf(42), 5)}, false});
    QCOMPARE(groups.size(), 1);
    const FailureGroup& group = groups.first();
    QCOMPARE(group.count, 2);
    QCOMPARE(group.firstSeen.time().minute(), 5);
    QCOMPARE(group.lastSeen.time().minute(), 9);
    QCOMPARE(group.rootCause, u"java.lang.IllegalStateException"_s);
    QCOMPARE(group.message, u"no key 7: in 3eaa202d067c02b7c30ef1993b176c92"_s);
    QCOMPARE(group.taskManager, u"tm-9"_s);
    QCOMPARE(group.fingerprint.size(), 12);
}

void TestFailureGroups::keepsFailuresApartThatComeFromOtherPlaces()
{
    const auto groups = flink::groupFailures(
        {{failure(traceOf(7), 3), failure(traceOf(7, u"com.example.Other.map(Other.java:1)"_s), 8)}, false});
    QCOMPARE(groups.size(), 2);
    QVERIFY(groups[0].fingerprint != groups[1].fingerprint);
    QVERIFY(groups[0].lastSeen > groups[1].lastSeen); // the most recent first
}

void TestFailureGroups::countsConcurrentFailures()
{
    ExceptionEntry first = failure(traceOf(1), 3);
    first.concurrent = {failure(traceOf(2), 3), failure(traceOf(3), 3)};
    QCOMPARE(flink::groupFailures({{first}, false}).first().count, 3);
}

void TestFailureGroups::readsATraceWithoutCauses()
{
    const auto groups = flink::groupFailures({{failure(u"java.lang.Exception"_s, 1), failure({}, 2)}, false});
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.last().rootCause, u"java.lang.Exception"_s);
    QCOMPARE(groups.last().message, QString());
}

void TestFailureGroups::seesThroughWhatChangesFromTimeToTime_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto row = [](const char* name, const QString& one, const QString& other) {
        QTest::newRow(name) << u"a.B: x\n\tat "_s + one << u"a.B: x\n\tat "_s + other;
    };
    row("line", u"com.example.Job.map(Job.java:12)"_s, u"com.example.Job.map(Job.java:13)"_s);
    row("lambda", u"com.example.Job.lambda$main$0(Job.java:12)"_s, u"com.example.Job.lambda$main$7f2a$1(Job.java:9)"_s);
    row("class of a lambda", u"com.example.Job$$Lambda$31/0x00000008001.apply(Unknown Source)"_s,
        u"com.example.Job$$Lambda/0x7f0a.apply(Unknown Source)"_s);
    row("jar in the log", u"com.example.Job.map(Job.java:12)"_s, u"com.example.Job.map(Job.java:12) ~[job.jar:?]"_s);
    row("message of the user", u"com.example.Job.map(Job.java:12)\nCaused by: c.D: for \"abc\""_s,
        u"com.example.Job.map(Job.java:12)\nCaused by: c.D: for \"xyz\""_s);
    row("frames of Flink", u"org.apache.flink.A.b(A.java:1)\n\tat com.example.Job.map(Job.java:12)"_s,
        u"org.apache.flink.C.d(C.java:1)\n\tat com.example.Job.map(Job.java:12)"_s);
    row("line ends", u"com.example.Job.map(Job.java:12)\nCaused by: c.D: e"_s,
        u"com.example.Job.map(Job.java:12)\r\nCaused by: c.D: e\r\n"_s);
    QTest::newRow("no restart left") << u"a.B: x\n\tat com.example.Job.map(Job.java:12)"_s
                                     << u"org.apache.flink.runtime.JobException: Recovery is suppressed by "
                                        u"NoRestart\n\tat org.apache.flink.A.b(A.java:1)\n"
                                        "Caused by: a.B: x\n\tat com.example.Job.map(Job.java:12)"_s;
    QTest::newRow("future")
        << u"java.io.IOException: gone\n\tat java.io.A.b(A.java:1)"_s
        << u"java.util.concurrent.CompletionException: x\nCaused by: java.io.IOException: gone\n\tat "
           "java.io.A.b(A.java:1)"_s;
    QTest::newRow("ids") << u"a.B: task 1a2b3c4d-0000-1111-aaaa-0123456789ab of Client@1f2e3d"_s
                         << u"a.B: task ffffffff-abcd-efab-1111-fedcba987654 of Client@7a"_s;
    QTest::newRow("addresses") << u"a.B: lost 10.244.0.40:40611"_s << u"a.B: lost 10.244.1.7:6122"_s;
}

void TestFailureGroups::seesThroughWhatChangesFromTimeToTime()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(flink::groupFailures({{failure(one, 1), failure(other, 2)}, false}).size(), 1);
}

void TestFailureGroups::tellsMessagesApartWhereNoOwnCallDoes()
{
    const QString flinks = u"org.apache.flink.util.FlinkException: %1\n\tat org.apache.flink.A.b(A.java:1)"_s;
    QCOMPARE(flink::groupFailures(
                 {{failure(flinks.arg(u"checkpoint 7 expired"_s), 1), failure(flinks.arg(u"checkpoint 8 expired"_s), 2),
                   failure(flinks.arg(u"checkpoint 9 declined"_s), 3)},
                  false})
                 .size(),
             2);
}

void TestFailureGroups::remembersWhenEachOneWas()
{
    ExceptionEntry undated = failure(traceOf(1), 0);
    undated.at = {};
    const FailureGroup group =
        flink::groupFailures({{undated, failure(traceOf(7), 9), failure(traceOf(42), 5)}, false}).first();
    QCOMPARE(group.count, 3);
    QCOMPARE(group.times.size(), 2);
    QCOMPARE(group.times.first(), group.firstSeen);
    QCOMPARE(group.times.last(), group.lastSeen);
    QVERIFY(group.firstSeen.isValid());
}

void TestFailureGroups::namesTheKnownCause()
{
    const auto groups = flink::groupFailures(
        {{failure(u"java.io.IOException: No space left on device"_s, 2), failure(traceOf(7), 1)}, false});
    QCOMPARE(groups[0].knownCause, u"disk-full"_s);
    QCOMPARE(groups[1].knownCause, QString());
}

void TestFailureGroups::groupsWhatTheRealClusterSaid()
{
    const auto history =
        flink::decodeExceptions(support::recording(u"faults/01-taskmanager-killed/05-rest-exceptions-after"_s));
    QVERIFY(history);
    const auto groups = flink::groupFailures(*history);
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups[0].knownCause, u"pod-terminated"_s);
    QCOMPARE(groups[0].taskManager, u"orders-taskmanager-1-1"_s);
}

QTEST_GUILESS_MAIN(TestFailureGroups)
#include "tst_failuregroups.moc"
