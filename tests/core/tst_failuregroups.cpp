#include "core/flink/failuregroups.h"
#include "tests/support/hygiene.h"

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

QTEST_GUILESS_MAIN(TestFailureGroups)
#include "tst_failuregroups.moc"
