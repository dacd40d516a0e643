#include "tests/cli/dreyctlfixture.h"

#include <algorithm>

using namespace support;

/// What dreyctl tells of the jobs of a Flink cluster, in its contractual shape.
class TestDreyctlFlink : public DreyctlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void listsJobsOfAnEndpointInTheirContractualShape();
    void asksTheSameThroughTheServiceProxy();
    void showsOneJobWithItsVertices();
    void listsCheckpointsInTheirContractualShape();
    void leavesOutCheckpointsBeforeTheTimeAskedFor();
    void groupsEqualFailures();
    void namesTheKnownCauseOfAFailure();
};

void TestDreyctlFlink::listsJobsOfAnEndpointInTheirContractualShape()
{
    serveFlink({});
    const QJsonObject answer = endpoint({u"jobs"_s, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"kind"].toString(), u"JobList"_s);
    QCOMPARE(missingKeys(answer, {u"endpoint"_s, u"items"_s, u"observedAt"_s, u"warnings"_s}), QStringList());
    const QJsonObject item = answer[u"items"].toArray().at(0).toObject();
    QCOMPARE(
        missingKeys(item, {u"id"_s, u"name"_s, u"state"_s, u"startTime"_s, u"endTime"_s, u"durationMs"_s, u"tasks"_s}),
        QStringList());
    const QJsonObject recorded = QJsonDocument::fromJson(support::recording(u"rest/1.20/jobs-overview"_s))
                                     .object()[u"jobs"]
                                     .toArray()
                                     .at(0)
                                     .toObject();
    QCOMPARE(item[u"id"], recorded[u"jid"]);
    QCOMPARE(item[u"durationMs"], recorded[u"duration"]);
    QCOMPARE(item[u"tasks"], recorded[u"tasks"]);
    QVERIFY(item[u"endTime"].isNull());
    QCOMPARE(QDateTime::fromString(item[u"startTime"].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
             recorded[u"start-time"].toInteger());
}

void TestDreyctlFlink::asksTheSameThroughTheServiceProxy()
{
    serveFlink(proxy);
    const QJsonObject answer = run({u"--deployment"_s, u"orders"_s, u"jobs"_s, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"items"].toArray().at(0)[u"id"].toString(), job);
    QCOMPARE(answer[u"endpoint"].toString(), u"here/default/orders"_s);
}

void TestDreyctlFlink::showsOneJobWithItsVertices()
{
    serveFlink({});
    const QJsonObject item = endpoint({u"job"_s, job, u"-o"_s, u"json"_s}).json()[u"items"].toArray().at(0).toObject();
    QCOMPARE(item[u"id"].toString(), job);
    QCOMPARE(item[u"vertices"].toArray().size(), 3);
    QVERIFY(endpoint({u"job"_s, job}).out.contains("Parallelism"));
}

void TestDreyctlFlink::listsCheckpointsInTheirContractualShape()
{
    serveFlink({});
    const QJsonObject answer = endpoint({u"checkpoints"_s, job, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"kind"].toString(), u"CheckpointHistory"_s);
    QCOMPARE(answer[u"job"].toString(), job);
    const QJsonObject recorded = QJsonDocument::fromJson(support::recording(u"rest/1.20/job-checkpoints"_s)).object();
    QCOMPARE(answer[u"counts"][u"inProgress"], recorded[u"counts"][u"in_progress"]);
    QCOMPARE(answer[u"counts"][u"completed"], recorded[u"counts"][u"completed"]);
    QCOMPARE(missingKeys(answer[u"counts"].toObject(),
                         {u"total"_s, u"inProgress"_s, u"completed"_s, u"failed"_s, u"restored"_s}),
             QStringList());
    const QJsonArray items = answer[u"items"].toArray();
    const QJsonArray history = recorded[u"history"].toArray();
    QCOMPARE(items.size(), history.size());
    const QStringList keys{u"id"_s,
                           u"status"_s,
                           u"type"_s,
                           u"isSavepoint"_s,
                           u"triggeredAt"_s,
                           u"durationMs"_s,
                           u"stateSize"_s,
                           u"checkpointedSize"_s,
                           u"processedData"_s,
                           u"persistedData"_s,
                           u"alignmentBuffered"_s,
                           u"acknowledged"_s,
                           u"subtasks"_s,
                           u"externalPath"_s,
                           u"failureMessage"_s};
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(missingKeys(items[i].toObject(), keys), QStringList());
        QCOMPARE(items[i][u"id"], history[i][u"id"]);
        QCOMPARE(items[i][u"stateSize"], history[i][u"state_size"]);
        QCOMPARE(items[i][u"durationMs"], history[i][u"end_to_end_duration"]);
        QCOMPARE(items[i][u"acknowledged"], history[i][u"num_acknowledged_subtasks"]);
    }
}

void TestDreyctlFlink::leavesOutCheckpointsBeforeTheTimeAskedFor()
{
    serveFlink({});
    QJsonObject answer = QJsonDocument::fromJson(support::recording(u"rest/1.20/job-checkpoints"_s)).object();
    QJsonArray history = answer[u"history"].toArray();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qsizetype i = 0; i < history.size(); ++i) {
        QJsonObject one = history[i].toObject();
        one[u"trigger_timestamp"_s] = now - (i + 1) * 3'600'000 + 60'000;
        history[i] = one;
    }
    answer[u"history"_s] = history;
    serve(u"/jobs/%1/checkpoints"_s.arg(job), QJsonDocument(answer).toJson());
    QCOMPARE(
        endpoint({u"checkpoints"_s, job, u"--since"_s, u"2h"_s, u"-o"_s, u"json"_s}).json()[u"items"].toArray().size(),
        2);
    QVERIFY(history.size() > 2);
}

void TestDreyctlFlink::groupsEqualFailures()
{
    serve(u"/jobs/%1/exceptions"_s.arg(job),
          support::recording(u"faults/01-taskmanager-killed/05-rest-exceptions-after"_s));
    const QJsonObject answer = endpoint({u"exceptions"_s, job, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"kind"].toString(), u"ExceptionHistory"_s);
    const QJsonArray items = answer[u"items"].toArray();
    QVERIFY(!items.isEmpty());
    const QStringList keys{u"fingerprint"_s, u"count"_s, u"firstSeen"_s,   u"lastSeen"_s,  u"rootCause"_s,
                           u"message"_s,     u"task"_s,  u"taskManager"_s, u"knownCause"_s};
    for (const QJsonValue& item : items) {
        QCOMPARE(missingKeys(item.toObject(), keys), QStringList());
        QVERIFY(item[u"count"].toInt() >= 1);
    }
    QVERIFY2(items[0][u"message"].toString().contains(u"Pod terminated"), qPrintable(items[0][u"message"].toString()));
}

void TestDreyctlFlink::namesTheKnownCauseOfAFailure()
{
    QJsonObject entry{{u"exceptionName"_s, u"java.lang.RuntimeException"_s},
                      {u"stacktrace"_s,
                       u"java.lang.RuntimeException: x\r\n\tat com.example.Job.map(Job.java:12)\r\nCaused by: "
                       "java.io.IOException: No space left on device\r\n\tat java.io.X.w(X.java:1)"_s},
                      {u"timestamp"_s, qint64(1795271528145)}};
    QJsonArray entries{entry};
    entry[u"stacktrace"_s] =
        u"java.lang.NullPointerException: "_s + QString(1'000'000, u'n') + u"\n\tat a.B.c(B.java:1)"_s;
    entries.append(entry);
    entry[u"stacktrace"_s] = QString();
    entries.append(entry);
    const QJsonObject history{{u"exceptionHistory"_s, QJsonObject{{u"entries"_s, entries}, {u"truncated"_s, true}}}};
    serve(u"/jobs/%1/exceptions"_s.arg(job), QJsonDocument(history).toJson());
    const QJsonArray items = endpoint({u"exceptions"_s, job, u"-o"_s, u"json"_s}).json()[u"items"].toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0][u"knownCause"].toString(), u"disk-full"_s);
    QVERIFY(items[1][u"knownCause"].isNull());
    QVERIFY(items[2][u"knownCause"].isNull());
    QVERIFY(endpoint({u"exceptions"_s, job}).out.contains("Disk full"));
}

QTEST_GUILESS_MAIN(TestDreyctlFlink)
#include "tst_dreyctlflink.moc"
