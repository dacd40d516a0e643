#include "core/flink/restdecode.h"

#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace flink;
using support::json;
using support::recording;
using support::utc;
using support::valueOf;

namespace {

QMap<QString, int> tasksOf(int running)
{
    QMap<QString, int> tasks;
    for (const auto* name : {"canceling", "canceled", "created", "scheduled", "deploying", "reconciling", "finished",
                             "initializing", "failed"})
        tasks.insert(QString::fromLatin1(name), 0);
    tasks.insert(u"running"_s, running);
    tasks.insert(u"total"_s, running);
    return tasks;
}

} // namespace

class TestRestDecode : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void readsTheClusterOverview()
    {
        QCOMPARE(valueOf(decodeClusterOverview(recording(u"rest/1.20-session/overview"_s))),
                 (ClusterOverview{u"1.20.4"_s, u"f6265b2"_s, 1, 2, 1, 1, 0, 0, 0}));
        QCOMPARE(valueOf(decodeClusterOverview(recording(u"rest/2.2/overview"_s))),
                 (ClusterOverview{u"2.2.0"_s, u"5a33689"_s, 1, 2, 0, 1, 0, 0, 0}));
    }

    void readsTheJobs()
    {
        const QList<JobOverview> session = valueOf(decodeJobs(recording(u"rest/1.20-session/jobs-overview"_s)));
        QCOMPARE(session, (QList<JobOverview>{{u"81eef091688e61b0fc94a449842693d9"_s,
                                               u"orders"_s,
                                               u"RUNNING"_s,
                                               utc(1795269886598),
                                               {},
                                               utc(1795269905127),
                                               35455,
                                               tasksOf(3)}}));
        const QList<JobOverview> newer = valueOf(decodeJobs(recording(u"rest/2.2/jobs-overview"_s)));
        QCOMPARE(newer, (QList<JobOverview>{{u"b19fa433027619f45608aadfe1b869c0"_s,
                                             u"orders"_s,
                                             u"RUNNING"_s,
                                             utc(1795269529719),
                                             {},
                                             utc(1795269542330),
                                             666463,
                                             tasksOf(6)}}));
    }

    void readsOneJob_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QList<qint64>>("times"); // INITIALIZING, CREATED, RUNNING, duration
        QTest::addColumn<int>("parallelism");
        QTest::addColumn<QList<qint64>>("io"); // of count-per-customer
        QTest::newRow("1.20") << u"1.20"_s << u"87c67fdf93b515b347e2de50360963b2"_s
                              << QList<qint64>{1795269456341, 1795269456708, 1795269456836, 66502} << 2
                              << QList<qint64>{463546, 0, 21986, 0, 0, 115660, 1341};
        QTest::newRow("1.20 session") << u"1.20-session"_s << u"81eef091688e61b0fc94a449842693d9"_s
                                      << QList<qint64>{1795269886598, 1795269886761, 1795269886904, 36308} << 1
                                      << QList<qint64>{29640, 0, 1404, 0, 0, 16730, 736};
        QTest::newRow("2.2") << u"2.2"_s << u"b19fa433027619f45608aadfe1b869c0"_s
                             << QList<qint64>{1795269529719, 1795269530402, 1795269530858, 666803} << 2
                             << QList<qint64>{5104022, 9450, 242062, 450, 0, 1295441, 12693};
    }
    void readsOneJob()
    {
        QFETCH(QString, version);
        QFETCH(QList<qint64>, times);
        QFETCH(int, parallelism);
        const JobDetail d = valueOf(decodeJob(recording(u"rest/%1/job"_s.arg(version))));
        QTEST(d.overview.id, "id");
        QCOMPARE(d.overview.name, u"orders"_s);
        QCOMPARE(d.overview.state, u"RUNNING"_s);
        QCOMPARE(d.overview.startTime, utc(times[0]));
        QVERIFY(!d.overview.endTime.isValid());
        QCOMPARE(d.overview.durationMs, times[3]);
        QCOMPARE(d.overview.tasks.value(u"running"_s), 3 * parallelism);
        QCOMPARE(d.overview.tasks.value(u"total"_s), 3 * parallelism);
        QCOMPARE(d.overview.tasks.size(), 11); // ten states, and the total
        QCOMPARE(d.type, u"STREAMING"_s);
        QCOMPARE(d.maxParallelism, 0);
        QCOMPARE(d.stateTimes, (QMap<QString, QDateTime>{{u"INITIALIZING"_s, utc(times[0])},
                                                         {u"CREATED"_s, utc(times[1])},
                                                         {u"RUNNING"_s, utc(times[2])}}));
        QCOMPARE(d.vertices.size(), 3);
        const Vertex& v = d.vertices[1];
        QCOMPARE(v.id, u"b71731f1c0df9c3076c4a455334d0ad6"_s);
        QCOMPARE(v.name, u"count-per-customer -> enrich"_s);
        QCOMPARE(v.state, u"RUNNING"_s);
        QCOMPARE(v.parallelism, parallelism);
        QCOMPARE(v.maxParallelism, 128);
        QCOMPARE(v.tasks.size(), 10);
        QCOMPARE(v.tasks.value(u"RUNNING"_s), parallelism);
        const IoMetrics& m = v.metrics;
        QVERIFY(m.complete);
        QTEST((QList<qint64>{m.readBytes, m.writeBytes, m.readRecords, m.writeRecords, m.backpressuredMs, m.idleMs,
                             qint64(m.busyMs.value())}),
              "io");
        QCOMPARE(d.edges, (QList<PlanEdge>{{v.id, u"2e588ce1c86a9d46e2e85186773ce4fd"_s, u"REBALANCE"_s},
                                           {u"f362c87ffabe89c8a91fa7d0a523ba6c"_s, v.id, u"HASH"_s}}));
    }

    void readsTheCheckpoints()
    {
        const CheckpointHistory h = valueOf(decodeCheckpoints(recording(u"rest/2.2/job-checkpoints"_s)));
        QVERIFY(h.enabled);
        QCOMPARE(h.counts, (CheckpointCounts{136, 0, 133, 3, 0}));
        QCOMPARE(h.duration,
                 (Statistics{17, 304, 65, 45, 125.20000000000002, 192.89999999999998, 300.93999999999994, 304}));
        QCOMPARE(h.stateSize, (Statistics{4050, 6268, 6251, 6268, 6268, 6268, 6268, 6268}));
        QCOMPARE(h.checkpointedSize, h.stateSize);
        QCOMPARE(h.processedData, (Statistics{0, 420, 140, 105, 357, 378, 420, 420}));
        QCOMPARE(h.persistedData, (Statistics{0, 0, 0, 0, 0, 0, 0, 0}));
        QVERIFY(!h.latestFailed);
        QVERIFY(!h.latestRestored);
        QCOMPARE(h.history.size(), 10);
        Checkpoint savepoint;
        savepoint.id = 77;
        savepoint.status = u"COMPLETED"_s;
        savepoint.type = u"SAVEPOINT"_s;
        savepoint.isSavepoint = true;
        savepoint.savepointFormat = u"CANONICAL"_s;
        savepoint.triggeredAt = utc(1795269920245);
        savepoint.latestAckAt = utc(1795269920294);
        savepoint.durationMs = 49;
        savepoint.stateSize = savepoint.checkpointedSize = 4050;
        savepoint.subtasks = savepoint.acknowledged = 6;
        savepoint.externalPath = u"file:/flink-data/orders2/sp/savepoint-b19fa4-290ea3548a12"_s;
        QCOMPARE(*h.latestSavepoint, savepoint);
        QCOMPARE(*h.latestCompleted, h.history.first());
        QCOMPARE(h.history.last().id, 124);
        QVERIFY(h.history.last().discarded);
        QCOMPARE(h.history.first().type, u"CHECKPOINT"_s);
    }

    void readsFailedAndRestoredCheckpoints()
    {
        const CheckpointHistory failing = valueOf(
            decodeCheckpoints(recording(u"faults/10-checkpoint-and-savepoint-failing/02-rest-checkpoints-failing"_s)));
        QCOMPARE(failing.counts, (CheckpointCounts{6, 0, 3, 3, 0}));
        QCOMPARE(failing.latestFailed->status, u"FAILED"_s);
        QCOMPARE(failing.latestFailed->failedAt, utc(1795272395637));
        QCOMPARE(failing.latestFailed->failureMessage, u"Failure to finalize checkpoint."_s);
        QCOMPARE(failing.latestFailed->externalPath, QString());
        const CheckpointHistory restored = valueOf(
            decodeCheckpoints(recording(u"faults/10-checkpoint-and-savepoint-failing/15-rest-checkpoints-end"_s)));
        QCOMPARE(*restored.latestRestored,
                 (RestoredCheckpoint{51, utc(1795272598311), true,
                                     u"file:/flink-data/orders/sp/savepoint-de303e-2bc96e9773be"_s}));
    }

    void notANumberIsNotANumber()
    {
        const CheckpointHistory h =
            valueOf(decodeCheckpoints(recording(u"faults/06-rollback/04-rest-checkpoints-rolled-back"_s)));
        QCOMPARE(h.duration.min, std::optional<double>(0));
        QVERIFY(!h.duration.p50 && !h.duration.p999);
        const JobDetail d = valueOf(
            decodeJob(json("{'jid':'x','vertices':[{'metrics':{'accumulated-busy-time':'NaN','read-bytes':'12'}}]}")));
        QVERIFY(!d.vertices.first().metrics.busyMs);
        QCOMPARE(d.vertices.first().metrics.readBytes, 12);
        QVERIFY(!d.vertices.first().metrics.complete);
    }

    void readsTheCheckpointConfiguration()
    {
        CheckpointConfig expected;
        expected.mode = u"exactly_once"_s;
        expected.stateBackend = u"HashMapStateBackend"_s;
        expected.storage = u"FileSystemCheckpointStorage"_s;
        expected.intervalMs = 5000;
        expected.timeoutMs = 600000;
        expected.maxConcurrent = 1;
        expected.externalized = true;
        for (const QString& version : {u"1.20"_s, u"1.20-session"_s, u"2.2"_s})
            QCOMPARE(valueOf(decodeCheckpointConfig(recording(u"rest/%1/job-checkpoints-config"_s.arg(version)))),
                     expected);
    }

    void anUnsetIntervalIsNoInterval_data()
    {
        QTest::addColumn<QByteArray>("interval");
        QTest::newRow("Long.MAX") << QByteArray("9223372036854775807");
        QTest::newRow("minus one") << QByteArray("-1");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("text") << QByteArray("\"never\"");
    }
    void anUnsetIntervalIsNoInterval()
    {
        QFETCH(QByteArray, interval);
        QVERIFY(!valueOf(decodeCheckpointConfig("{\"interval\":" + interval + "}")).intervalMs);
    }

    void readsTheDetailOfACheckpoint()
    {
        const CheckpointDetail d = valueOf(decodeCheckpointDetail(recording(u"rest/1.20/job-checkpoint-details"_s)));
        QCOMPARE(d.checkpoint.id, 12);
        QCOMPARE(d.checkpoint.processedData, 546);
        QVERIFY(d.checkpoint.discarded);
        QCOMPARE(d.tasks.size(), 3);
        QCOMPARE(d.tasks[1], (TaskCheckpoint{u"b71731f1c0df9c3076c4a455334d0ad6"_s, u"COMPLETED"_s, utc(1795269521465),
                                             116, 5738, 5738, 2, 2}));
        const CheckpointDetail failed = valueOf(decodeCheckpointDetail(
            recording(u"faults/10-checkpoint-and-savepoint-failing/04-rest-checkpoint-details-failed"_s)));
        QCOMPARE(failed.checkpoint.status, u"FAILED"_s);
        QCOMPARE(failed.tasks.size(), 2);
    }

    void readsTheSubtasksOfACheckpoint()
    {
        const auto subtasks =
            valueOf(decodeCheckpointSubtasks(json("{'id':1,'subtasks':[{'index':0,'status':'completed','ack_timestamp':"
                                                  "1795269521465,'end_to_end_duration':116,"
                                                  "'state_size':5738,'checkpointed_size':700,'checkpoint':{'sync':3,'"
                                                  "async':20},'alignment':{'buffered':0,'duration':7},"
                                                  "'start_delay':5,'unaligned_checkpoint':true,'aborted':false},{'"
                                                  "index':1,'status':'pending_or_failed'}]}")));
        SubtaskCheckpoint pending;
        pending.index = 1;
        pending.status = u"pending_or_failed"_s;
        QCOMPARE(subtasks,
                 (QList<SubtaskCheckpoint>{
                     {0, u"completed"_s, utc(1795269521465), 116, 5738, 700, 3, 20, 7, 5, true, false}, pending}));
    }

    void readsBothShapesOfExceptions()
    {
        QVERIFY(valueOf(decodeExceptions(recording(u"rest/1.20/job-exceptions"_s))).entries.isEmpty());
        QVERIFY(valueOf(decodeExceptions(recording(u"rest/2.2/job-exceptions"_s))).entries.isEmpty());
        const ExceptionHistory killed =
            valueOf(decodeExceptions(recording(u"faults/01-taskmanager-killed/05-rest-exceptions-after"_s)));
        QCOMPARE(killed.entries.size(), 1);
        const ExceptionEntry& e = killed.entries.first();
        QCOMPARE(e.exceptionName, u"java.lang.Exception"_s);
        QCOMPARE(e.taskName, u"count-per-customer -> Sink: orders-sink (2/2) - execution #0"_s);
        QCOMPARE(e.endpoint, u"10.244.0.40:40611"_s);
        QCOMPARE(e.taskManagerId, u"orders-taskmanager-1-1"_s);
        QCOMPARE(e.at, utc(1795271528145));
        QVERIFY(e.stackTrace.startsWith(u"java.lang.Exception: Pod terminated"_s));
        const ExceptionHistory oom = valueOf(decodeExceptions(recording(u"faults/11-oomkilled/06-rest-exceptions"_s)));
        QCOMPARE(oom.entries.size(), 6);
        QVERIFY(oom.entries[0].at > oom.entries[5].at);

        const ExceptionHistory old = valueOf(decodeExceptions(
            json("{'root-exception':'java.io.IOException: gone\\n\\tat x','timestamp':1795271528145,'truncated':true,"
                 "'all-exceptions':[{'exception':'java.lang.Error\\n\\tat "
                 "y','task':'t','location':'h:1','timestamp':5}]}")));
        QVERIFY(old.truncated);
        QCOMPARE(old.entries.size(), 2);
        QCOMPARE(old.entries[0].exceptionName, u"java.io.IOException"_s);
        QCOMPARE(old.entries[0].at, utc(1795271528145));
        QCOMPARE(old.entries[1].exceptionName, u"java.lang.Error"_s);
        QCOMPARE(old.entries[1].endpoint, u"h:1"_s);

        const ExceptionHistory labelled = valueOf(decodeExceptions(json(
            "{'exceptionHistory':{'truncated':true,'entries':[{'exceptionName':'a','failureLabels':{'k':'v'},"
            "'endpoint':'new','location':'old','taskName':null,'concurrentExceptions':[{'exceptionName':'b'}]}]}}")));
        QVERIFY(labelled.truncated);
        QCOMPARE(labelled.entries[0].labels, (QMap<QString, QString>{{u"k"_s, u"v"_s}}));
        QCOMPARE(labelled.entries[0].endpoint, u"new"_s);
        QCOMPARE(labelled.entries[0].taskName, QString());
        QCOMPARE(labelled.entries[0].concurrent.size(), 1);
    }

    void readsTheTaskManagers()
    {
        const QList<TaskManager> all = valueOf(decodeTaskManagers(recording(u"rest/1.20-session/taskmanagers"_s)));
        QCOMPARE(all, (QList<TaskManager>{{u"sess-taskmanager-1-1"_s,
                                           u"pekko.tcp://flink@10.244.0.18:6122/user/rpc/taskmanager_0"_s, 45919, 2, 1,
                                           utc(1795269917726), 2, 943718400, 231145472, 33554432, 943718400, 473956352,
                                           std::nullopt}}));
        QCOMPARE(valueOf(decodeTaskManagers(json("{'taskmanagers':[{'id':'a','blocked':true}]}"))).first().blocked,
                 std::optional(true));
    }

    void readsConfigurationAndMetrics()
    {
        const KeyValues config = valueOf(decodeKeyValues(recording(u"rest/2.2/jobmanager-config"_s)));
        QCOMPARE(config.size(), 56);
        QVERIFY(config.contains(std::pair(u"kubernetes.cluster-id"_s, u"orders2"_s)));
        const QList<Metric> names = valueOf(decodeMetrics(recording(u"rest/1.20/job-metrics"_s)));
        QCOMPARE(names.size(), 23);
        QCOMPARE(names.first(), (Metric{u"numberOfFailedCheckpoints"_s, std::nullopt}));
        QCOMPARE(
            valueOf(decodeMetrics(json("[{'id':'numRestarts','value':'3'},{'id':'uptime','value':9007199254740993}]"))),
            (QList<Metric>{{u"numRestarts"_s, u"3"_s}, {u"uptime"_s, u"9007199254740993"_s}}));
        QVERIFY(valueOf(decodeMetrics("[]")).isEmpty());
        QCOMPARE(valueOf(decodeObject(recording(u"rest/2.2/job-config"_s))).value(u"name"_s).toString(), u"orders"_s);
    }

    void case79_keepsWholeNumbersExactly()
    {
        const JobDetail d =
            valueOf(decodeJob(json("{'jid':'x','vertices':[{'metrics':{'read-records':9007199254740993,"
                                   "'write-records':1e300,'read-bytes':9223372036854775808,'write-bytes':2.0}}]}")));
        QCOMPARE(d.vertices.first().metrics.readRecords, 9007199254740993LL);
        QCOMPARE(d.vertices.first().metrics.writeRecords, 0);
        QCOMPARE(d.vertices.first().metrics.writeBytes, 2);
        QCOMPARE(decodeJob(json("{'jid':'x','duration':1e400}")).error().kind, base::Error::Kind::Decode);
    }

    void refusesWhatIsNotFlinks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("page") << QByteArray("<html><script>alert(1)</script>Sign in\x1b[31m</html>");
        QTest::newRow("cut") << QByteArray("{\"jobs\":[{\"jid\":\"");
        QTest::newRow("something else") << QByteArray("{\"status\":\"UP\"}");
        QTest::newRow("a text") << QByteArray("\"jobs\"");
        QTest::newRow("too deep") << QByteArray("[").repeated(5000);
    }
    void refusesWhatIsNotFlinks()
    {
        QFETCH(QByteArray, body);
        const auto jobs = decodeJobs(body);
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, base::Error::Kind::Decode);
        QVERIFY(!jobs.error().detail.contains(u'\x1b'));
        QVERIFY(!decodeClusterOverview(body));
        QVERIFY(!decodeJob(body));
        QVERIFY(!decodeCheckpoints(body));
        QVERIFY(!decodeCheckpointConfig(body));
        QVERIFY(!decodeCheckpointDetail(body));
        QVERIFY(!decodeCheckpointSubtasks(body));
        QVERIFY(!decodeExceptions(body));
        QVERIFY(!decodeTaskManagers(body));
        QVERIFY(!decodeKeyValues(body));
        QVERIFY(!decodeMetrics(body));
    }

    void findsFlinksOwnErrors()
    {
        QCOMPARE(flinkErrors(json("{'errors':['Job 1 not found','trace']}")),
                 (QStringList{u"Job 1 not found"_s, u"trace"_s}));
        QVERIFY(flinkErrors(json("{'kind':'Status','errors':'x'}")).isEmpty());
        QVERIFY(flinkErrors("<html>").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestDecode)
#include "tst_restdecode.moc"
