#include "core/flink/failureplace.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using flink::FailureGroup;
using flink::FailurePlace;
using flink::Pod;

namespace {

Pod podOf(const QString& name, const QString& ip, int restarts = 0, const QString& lastEnd = {}, int exitCode = 0)
{
    Pod pod;
    pod.metadata.name = name;
    pod.ip = ip;
    pod.node = u"node-3"_s;
    flink::ContainerState sidecar, main;
    sidecar.name = u"mesh"_s;
    main.name = u"flink-main-container"_s;
    main.restarts = restarts;
    main.lastEndReason = lastEnd;
    main.lastExitCode = exitCode;
    pod.containers = {sidecar, main};
    return pod;
}

flink::Event eventOf(const QString& pod, const QString& reason, int minute, const QString& type = u"Warning"_s)
{
    flink::Event event;
    event.objectKind = u"Pod"_s;
    event.objectName = pod;
    event.type = type;
    event.reason = reason;
    event.message = u"message"_s;
    event.lastSeen = QDateTime(QDate(2026, 11, 21), QTime(14, minute), Qt::UTC);
    return event;
}

FailureGroup groupOf(const QString& taskManager, const QString& endpoint = {}, const QString& message = {})
{
    FailureGroup group;
    group.taskManager = taskManager;
    group.endpoint = endpoint;
    group.message = message;
    group.task = u"count (1/2) - execution #4"_s;
    return group;
}

} // namespace

class TestFailurePlace : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void readsTheNameOfASubtask_data();
    void readsTheNameOfASubtask();
    void findsThePodByNameOrAddress();
    void knowsHowAPodEndedThatIsGone();
    void knowsHowAContainerEndedThatRunsAgain();
    void tellsTheNewestWarningOfThePod();
    void knowsNothingOfWhatHappenedOnNoTaskManager();
};

void TestFailurePlace::readsTheNameOfASubtask_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("task");
    QTest::addColumn<int>("subtask");
    QTest::addColumn<int>("of");
    QTest::addColumn<int>("attempt");
    QTest::newRow("history") << u"a -> Sink: b (2/16) - execution #3"_s << u"a -> Sink: b"_s << 2 << 16 << 3;
    QTest::newRow("old") << u"a (1/1)"_s << u"a"_s << 1 << 1 << -1;
    QTest::newRow("log") << u"a (1/1)#7"_s << u"a"_s << 1 << 1 << 7;
    QTest::newRow("brackets in the name")
        << u"window(10/20) (3/4) - execution #0"_s << u"window(10/20)"_s << 3 << 4 << 0;
    QTest::newRow("none") << u"JobManager"_s << u"JobManager"_s << 0 << 0 << -1;
    QTest::newRow("too large") << u"a (1/99999999999)"_s << u"a (1/99999999999)"_s << 0 << 0 << -1;
    QTest::newRow("empty") << QString() << QString() << 0 << 0 << -1;
}

void TestFailurePlace::readsTheNameOfASubtask()
{
    QFETCH(QString, text);
    const flink::SubtaskName name = flink::subtaskNameOf(text);
    QTEST(name.task, "task");
    QTEST(name.subtask, "subtask");
    QTEST(name.of, "of");
    QTEST(name.attempt.value_or(-1), "attempt");
}

void TestFailurePlace::findsThePodByNameOrAddress()
{
    const QList<Pod> pods{podOf(u"orders-taskmanager-1-1"_s, u"10.0.0.1"_s), podOf(u"orders-tm-x"_s, u"10.0.0.2"_s)};
    const FailurePlace named = flink::placeOf(groupOf(u"orders-taskmanager-1-1"_s, u"10.0.0.9:1"_s), pods, {});
    QCOMPARE(named.pod, u"orders-taskmanager-1-1"_s);
    QVERIFY(named.isThere);
    QCOMPARE(named.node, u"node-3"_s);
    QCOMPARE(named.container, u"flink-main-container"_s);
    QVERIFY(!named.hasPrevious);
    QCOMPARE(named.subtask.attempt.value_or(-1), 4);
    // Standalone: the id is made of address and a number.
    QCOMPARE(flink::placeOf(groupOf(u"10.0.0.2:6122-3f"_s, u"10.0.0.2:6122"_s), pods, {}).pod, u"orders-tm-x"_s);
    // A pod without an address is not the place of a failure without one.
    QVERIFY(!flink::placeOf(groupOf({}, {}), {podOf(u"young"_s, {})}, {}).isThere);
}

void TestFailurePlace::knowsHowAPodEndedThatIsGone()
{
    const QString message =
        u"Pod terminated, container termination statuses: [flink-main-container(exitCode=137, reason=OOMKilled, message=null)]"_s;
    const FailurePlace place = flink::placeOf(groupOf(u"orders-taskmanager-1-6"_s, u"10.0.0.9:1"_s, message), {}, {});
    QCOMPARE(place.pod, u"orders-taskmanager-1-6"_s);
    QVERIFY(!place.isThere);
    QCOMPARE(place.end, u"OOMKilled"_s);
    QCOMPARE(place.exitCode, 137);
}

void TestFailurePlace::knowsHowAContainerEndedThatRunsAgain()
{
    const FailurePlace place =
        flink::placeOf(groupOf(u"tm-1"_s), {podOf(u"tm-1"_s, u"10.0.0.1"_s, 2, u"Error"_s, 239)}, {});
    QVERIFY(place.hasPrevious);
    QCOMPARE(place.end, u"Error"_s);
    QCOMPARE(place.exitCode, 239);
    Pod evicted = podOf(u"tm-1"_s, u"10.0.0.1"_s);
    evicted.reason = u"Evicted"_s;
    QCOMPARE(flink::placeOf(groupOf(u"tm-1"_s), {evicted}, {}).end, u"Evicted"_s);
}

void TestFailurePlace::tellsTheNewestWarningOfThePod()
{
    const QList<flink::Event> events{eventOf(u"tm-1"_s, u"BackOff"_s, 3), eventOf(u"tm-1"_s, u"Evicted"_s, 7),
                                     eventOf(u"tm-1"_s, u"Killing"_s, 9, u"Normal"_s),
                                     eventOf(u"tm-2"_s, u"Failed"_s, 8)};
    const FailurePlace place = flink::placeOf(groupOf(u"tm-1"_s), {}, events);
    QCOMPARE(place.notice, u"Evicted: message"_s);
    QCOMPARE(place.noticedAt.time().minute(), 7);
    QCOMPARE(place.end, u"Evicted"_s);
}

void TestFailurePlace::knowsNothingOfWhatHappenedOnNoTaskManager()
{
    const FailurePlace place = flink::placeOf({}, {podOf(u"tm-1"_s, u"10.0.0.1"_s)}, {eventOf({}, u"Evicted"_s, 1)});
    QVERIFY(place.pod.isEmpty() && !place.isThere && place.end.isEmpty() && place.notice.isEmpty());
}

QTEST_GUILESS_MAIN(TestFailurePlace)
#include "tst_failureplace.moc"
