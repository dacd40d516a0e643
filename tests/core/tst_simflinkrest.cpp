#include "tests/support/hygiene.h"
#include "tests/support/simflink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

/// Refusals as a real Flink 1.20.4 gave them, and what differs between the versions.
class TestSimFlinkRest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void questionsThatMakeNoSenseAreRefusedAsByFlink_data();
    void questionsThatMakeNoSenseAreRefusedAsByFlink();
    void aJobThatIsOverRefusesAsByFlink();
    void theVersionPrefixIsOptional();
    void olderVersionsHaveOlderNames_data();
    void olderVersionsHaveOlderNames();
    void secretsInTheConfigurationAreHidden();
    void metricsAreSummedUpOverSubtasks();
    void aSubtaskOfACheckpointIsToldAsByFlink();
    void everyGetOfARunningJobAnswersWithJson();
    void theServiceOfTheClusterLeadsToTheJobManager();
    void theOutputOfAContainerIsNoFile();
    void hostileRequestsAreAnswered();
};

void TestSimFlinkRest::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkRest::questionsThatMakeNoSenseAreRefusedAsByFlink_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const QString nobody = QString(32, u'0');
    const QString refusal = u"org.apache.flink.runtime.rest.handler.RestHandlerException: "_s;
    const QString notFound = u"org.apache.flink.runtime.rest.NotFoundException: "_s;
    const auto row = [](const char* name, const QByteArray& method, const QString& path, const QByteArray& body,
                        int status,
                        const QString& text) { QTest::newRow(name) << method << path << body << status << text; };
    row("unknown path", "GET", u"/nosuch"_s, {}, 404, u"Unable to load requested file /nosuch."_s);
    row("unknown method", "POST", u"/overview"_s, {}, 404, u"Not found: /overview"_s);
    row("unknown job", "GET", u"/jobs/"_s + nobody, {}, 404, notFound + u"Job %1 not found\n"_s.arg(nobody));
    row("no id", "GET", u"/jobs/xyz"_s, {}, 400,
        refusal +
            u"Bad request, could not parse parameters: Cannot resolve path parameter (jobid) from value \"xyz\".\n"_s);
    row("unknown vertex", "GET", u"/jobs/JOB/vertices/"_s + nobody, {}, 404,
        notFound + u"JobVertex %1 not found\n"_s.arg(nobody));
    row("unknown checkpoint", "GET", u"/jobs/JOB/checkpoints/details/999"_s, {}, 404,
        refusal + u"Could not find checkpointing statistics for checkpoint 999.\n"_s);
    row("status of an unknown job", "GET", u"/jobs/%1/status"_s.arg(nobody), {}, 500, u"Internal server error."_s);
    row("cancel of an unknown job", "PATCH", u"/jobs/%1?mode=cancel"_s.arg(nobody), {}, 404,
        refusal + u"Job could not be found.\n"_s);
    row("mode stop", "PATCH", u"/jobs/JOB?mode=stop"_s, {}, 308,
        refusal + u"The termination mode \"stop\" has been removed."_s);
    row("mode foo", "PATCH", u"/jobs/JOB?mode=foo"_s, {}, 400,
        refusal +
            u"Bad request, could not parse parameters: Cannot resolve query parameter (mode) from value \"foo\".\n"_s);
    row("no savepoint folder", "POST", u"/jobs/JOB/savepoints"_s, "{}", 400,
        refusal +
            u"Config key [execution.checkpointing.savepoint-dir] is not set. Property [target-directory] must be provided.\n"_s);
    row("no folder to stop into", "POST", u"/jobs/JOB/stop"_s, "{}", 400,
        refusal +
            u"Config key [execution.checkpointing.savepoint-dir] is not set. Property [targetDirectory] must be provided.\n"_s);
    row("unknown format", "POST", u"/jobs/JOB/savepoints"_s, "{\"formatType\":\"X\"}", 400,
        refusal + u"Request did not match expected format SavepointTriggerRequestBody.\n"_s);
    row("no JSON", "POST", u"/jobs/JOB/savepoints"_s, "nojson", 400,
        refusal + u"Request did not match expected format SavepointTriggerRequestBody.\n"_s);
    row("unknown trigger", "GET", u"/jobs/JOB/savepoints/"_s + nobody, {}, 404,
        refusal + u"There is no savepoint operation with triggerId=%1 for job JOB.\n"_s.arg(nobody));
    row("requirements of the default scheduler", "GET", u"/jobs/JOB/resource-requirements"_s, {}, 500,
        u"Internal server error."_s);
    row("no requirements", "PUT", u"/jobs/JOB/resource-requirements"_s, "{}", 400,
        refusal + u"Request body does not specify resource requirements.\n"_s);
    row("rescaling", "PATCH", u"/jobs/JOB/rescaling?parallelism=3"_s, {}, 503,
        refusal + u"Rescaling is temporarily disabled. See FLINK-12312.\n"_s);
    row("unknown TaskManager", "GET", u"/taskmanagers/foo"_s, {}, 500, u"Internal server error."_s);
    row("unknown aggregation", "GET", u"/taskmanagers/metrics?get=a&agg=max,foo"_s, {}, 400,
        refusal +
            u"Bad request, could not parse parameters: Cannot resolve query parameter (agg) from value \"max,foo\".\n"_s);
    row("subtask 9", "GET", u"/jobs/JOB/vertices/VERTEX/subtasks/9"_s, {}, 404,
        refusal + u"Invalid subtask index for vertex VERTEX\n"_s);
    row("attempt 7", "GET", u"/jobs/JOB/vertices/VERTEX/subtasks/0/attempts/7"_s, {}, 404,
        refusal + u"Invalid attempt num 7\n"_s);
    row("disposal without a path", "POST", u"/savepoint-disposal"_s, "{}", 400,
        refusal + u"Field savepoint-path must not be omitted or be null.\n"_s);
    row("unknown disposal", "GET", u"/savepoint-disposal/"_s + nobody, {}, 404,
        notFound + u"Operation not found under key: "_s);
    row("unknown log", "GET", u"/jobmanager/logs/nosuch"_s, {}, 404,
        u"This file does not exist in JobManager log dir."_s);
    row("output of the JobManager", "GET", u"/jobmanager/stdout"_s, {}, 404,
        u"This file does not exist in JobManager log dir."_s);
    row("jars of an application", "GET", u"/jars"_s, {}, 404, u"Unable to load requested file /jars."_s);
}

void TestSimFlinkRest::questionsThatMakeNoSenseAreRefusedAsByFlink()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, text);
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.savepoint-dir"_s, QString()}}});
    QVERIFY(cluster.runUntilRunning());
    const QString vertex = hex(cluster.job().spec().vertices[1].id());
    const sim::Reply reply =
        cluster.ask(method, path.replace(u"JOB"_s, cluster.job().id()).replace(u"VERTEX"_s, vertex), body);
    QCOMPARE(reply.status, status);
    const QString told = QJsonDocument::fromJson(reply.body)["errors"_L1][0].toString();
    const QString wanted = text.replace(u"JOB"_s, cluster.job().id()).replace(u"VERTEX"_s, vertex);
    QVERIFY2(told.startsWith(wanted), qPrintable(told));
    QVERIFY(wanted.startsWith(u"org.") == told.contains(u"\n\tat "));
}

void TestSimFlinkRest::aJobThatIsOverRefusesAsByFlink()
{
    support::SimFlink cluster({.configuration = {{u"restart-strategy.type"_s, u"none"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.job().failTask(0, 0, exception(u"java.lang.IllegalStateException: told to fail"_s));
    cluster.advance(1s);
    const sim::Reply cancel = cluster.ask("PATCH", cluster.jobPath(u"?mode=cancel"_s));
    QCOMPARE(cancel.status, 409);
    QVERIFY(cancel.body.contains(
        "Job cancellation failed because the job has already reached another terminal state (FAILED)."));
    const QByteArray body = cluster.ask("POST", cluster.jobPath(u"/savepoints"_s), "{}").body;
    const QString trigger = QJsonDocument::fromJson(body)["request-id"_L1].toString();
    const QByteArray status = cluster.get(cluster.jobPath(u"/savepoints/"_s + trigger));
    QVERIFY(
        status.contains("FlinkJobNotFoundException: Could not find Flink job (" + cluster.job().id().toLatin1() + ")"));
}

void TestSimFlinkRest::theVersionPrefixIsOptional()
{
    support::SimFlink cluster({});
    cluster.advance(10s);
    QCOMPARE(cluster.get(u"/v1/overview"_s), cluster.get(u"/overview"_s));
}

void TestSimFlinkRest::olderVersionsHaveOlderNames_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("hasJobType");
    QTest::addColumn<bool>("hasHost");
    QTest::addColumn<bool>("hasScheduler");
    QTest::newRow("1.18") << u"v1_18"_s << false << true << false;
    QTest::newRow("1.20") << u"v1_20"_s << true << true << false;
    QTest::newRow("2.0") << u"v2_0"_s << true << false << false;
    QTest::newRow("2.3") << u"v2_3"_s << true << false << true;
}

void TestSimFlinkRest::olderVersionsHaveOlderNames()
{
    QFETCH(QString, version);
    QFETCH(bool, hasJobType);
    QFETCH(bool, hasHost);
    QFETCH(bool, hasScheduler);
    support::SimFlink cluster({version});
    QVERIFY(cluster.runUntilRunning());
    QVERIFY(version.mid(1).replace(u'_', u'.') ==
            cluster.object(u"/overview"_s)["flink-version"_L1].toString().section(u'.', 0, 1));
    QCOMPARE(cluster.object(cluster.jobPath()).contains("job-type"_L1), hasJobType);
    QCOMPARE(cluster.object(cluster.vertexPath(0))["subtasks"_L1][0].toObject().contains("host"_L1), hasHost);
    QCOMPARE(cluster.object(u"/jobs/overview"_s)["jobs"_L1][0].toObject().contains("schedulerType"_L1), hasScheduler);
    QCOMPARE(cluster.object(cluster.jobPath(u"/exceptions"_s)).contains("all-exceptions"_L1), hasHost);
}

void TestSimFlinkRest::secretsInTheConfigurationAreHidden()
{
    support::SimFlink cluster({.configuration = {{u"s3.secret-key"_s, u"hunter2"_s}, {u"my.apiKey"_s, u"hunter2"_s}}});
    cluster.advance(10s);
    const QByteArray answer = cluster.get(u"/jobmanager/config"_s);
    QVERIFY(!answer.contains("hunter2"));
    QVERIFY(answer.contains("{\"key\":\"s3.secret-key\",\"value\":\"******\"}"));
}

void TestSimFlinkRest::metricsAreSummedUpOverSubtasks()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1min);
    cluster.get(cluster.vertexPath(1, u"/metrics"_s));
    const double first = cluster.metric(1, u"numRecordsIn"_s, 0);
    const double second = cluster.metric(1, u"numRecordsIn"_s, 1);
    const QJsonObject sums =
        cluster.array(cluster.vertexPath(1, u"/subtasks/metrics?get=numRecordsIn"_s))[0].toObject();
    QCOMPARE(sums["min"_L1].toDouble(), std::min(first, second));
    QCOMPARE(sums["sum"_L1].toDouble(), first + second);
    QCOMPARE(sums["avg"_L1].toDouble(), (first + second) / 2);
    QCOMPARE(sums["skew"_L1].toDouble(), std::abs(first - second) / (first + second) * 100);
    QCOMPARE(cluster.array(cluster.vertexPath(1, u"/subtasks/metrics?get=numRecordsIn&subtasks=1&agg=max"_s)),
             (QJsonArray{QJsonObject{{u"id"_s, u"numRecordsIn"_s}, {u"max"_s, second}}}));
    QCOMPARE(cluster.get(cluster.vertexPath(1, u"/subtasks/metrics?get=numRecordsIn&subtasks=7-9"_s)), "[]");
    // What the source wrote the counter has read.
    QCOMPARE(std::round((first + second) / 10),
             std::round((cluster.metric(0, u"numRecordsOut"_s, 0) + cluster.metric(0, u"numRecordsOut"_s, 1)) / 10));
}

void TestSimFlinkRest::aSubtaskOfACheckpointIsToldAsByFlink()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const qint64 id = cluster.job().coordinator().latest()->id;
    const QString vertex = hex(cluster.job().spec().vertices[1].id());
    const QJsonObject answer =
        cluster.object(cluster.jobPath(u"/checkpoints/details/%1/subtasks/%2"_s.arg(id).arg(vertex)));
    QCOMPARE(answer.keys(), (QStringList{u"alignment_buffered"_s, u"checkpointed_size"_s, u"end_to_end_duration"_s,
                                         u"id"_s, u"latest_ack_timestamp"_s, u"num_acknowledged_subtasks"_s,
                                         u"num_subtasks"_s, u"persisted_data"_s, u"processed_data"_s, u"state_size"_s,
                                         u"status"_s, u"subtasks"_s, u"summary"_s}));
    QCOMPARE(answer["summary"_L1]["state_size"_L1]["p50"_L1], QJsonValue(u"NaN"_s));
    QCOMPARE(answer["summary"_L1]["alignment"_L1]["buffered"_L1]["p50"_L1], QJsonValue(0));
    QCOMPARE(answer["summary"_L1].toObject().keys(),
             (QStringList{u"alignment"_s, u"checkpoint_duration"_s, u"checkpointed_size"_s, u"end_to_end_duration"_s,
                          u"start_delay"_s, u"state_size"_s}));
    QCOMPARE(answer["subtasks"_L1][0].toObject().keys(),
             (QStringList{u"aborted"_s, u"ack_timestamp"_s, u"alignment"_s, u"checkpoint"_s, u"checkpointed_size"_s,
                          u"className"_s, u"end_to_end_duration"_s, u"index"_s, u"start_delay"_s, u"state_size"_s,
                          u"status"_s, u"unaligned_checkpoint"_s}));
}

void TestSimFlinkRest::everyGetOfARunningJobAnswersWithJson()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(20s);
    const QString vertex = cluster.vertexPath(1);
    const QStringList paths{u"/datasets"_s,
                            u"/jobmanager/thread-dump"_s,
                            u"/taskmanagers/metrics?get=Status.JVM.Memory.Heap.Used"_s,
                            u"/jobs/metrics?get=numRestarts"_s,
                            cluster.jobPath(u"/jobmanager/log-url"_s),
                            cluster.jobPath(u"/execution-result"_s),
                            vertex + u"/flamegraph"_s,
                            vertex + u"/subtasks/accumulators"_s,
                            vertex + u"/subtasks/0"_s,
                            vertex + u"/subtasks/0/metrics"_s,
                            vertex + u"/subtasks/0/attempts/0"_s,
                            vertex + u"/subtasks/0/attempts/0/accumulators"_s,
                            vertex + u"/jm-operator-metrics"_s};
    for (const QString& path : paths) {
        const sim::Reply reply = cluster.ask("GET", path);
        QCOMPARE(reply.status, 200);
        QVERIFY2(!QJsonDocument::fromJson(reply.body).isNull(), qPrintable(path));
    }
    QCOMPARE(cluster.ask("PATCH", cluster.jobPath(u"/clientHeartbeat"_s), "{\"expiredTimestamp\":1}").status, 202);
}

void TestSimFlinkRest::theServiceOfTheClusterLeadsToTheJobManager()
{
    support::SimFlink cluster({});
    const auto overview = [&cluster] {
        QByteArray body;
        (void)cluster.world().services.callPod(u"default"_s, u"orders-85f79b5b9b-sjw8h"_s, u"8081"_s,
                                               {"GET", u"/overview"_s},
                                               [&body](const sim::Reply& reply) { body = reply.body; });
        return body;
    };
    const QJsonObject pod{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"orders-85f79b5b9b-sjw8h"_s}, {u"namespace"_s, u"default"_s}}}};
    QVERIFY(bool(cluster.world().objects.create(u"pods", pod)));
    const auto setAddress = [](QJsonObject& document) {
        document["status"_L1] = QJsonObject{{u"podIP"_s, u"10.244.0.4"_s}};
    };
    QVERIFY(bool(cluster.world().objects.change(u"pods", u"default"_s, u"orders-85f79b5b9b-sjw8h"_s, sim::Part::Status,
                                                setAddress)));
    QVERIFY(!overview().contains("flink-version"));
    cluster.advance(10s);
    QCOMPARE(overview(), cluster.get(u"/overview"_s));
}

// As Flink 1.20.4 and 2.2.0 started in the foreground.
void TestSimFlinkRest::theOutputOfAContainerIsNoFile()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    const QJsonValue worker = QJsonDocument::fromJson(cluster.get(u"/taskmanagers"_s))[u"taskmanagers"][0][u"id"];
    const sim::Reply output = cluster.ask("GET", u"/taskmanagers/%1/stdout"_s.arg(worker.toString()));
    QCOMPARE(output.status, 200);
    QVERIFY2(output.body.startsWith("The file STDOUT does not exist on the TaskExecutor."), output.body.constData());
    QCOMPARE(cluster.ask("GET", u"/taskmanagers/nosuch/stdout"_s).status, 404);
}

void TestSimFlinkRest::hostileRequestsAreAnswered()
{
    support::SimFlink cluster({.isSession = true});
    cluster.advance(10s);
    for (const QString& path :
         {QString(), u"/"_s, u"//"_s, u"/jobs//"_s, u"/jobs/../../etc/passwd"_s, QString(100'000, u'/'),
          u"/taskmanagers/\u0000\u202E"_s, u"/jobmanager/logs/..%2F..%2Fetc%2Fpasswd"_s}) {
        for (const QByteArray& method : {QByteArray("GET"), QByteArray("POST"), QByteArray("DELETE"), QByteArray("")}) {
            const sim::Reply reply = cluster.ask(method, path, QByteArray(1000, '{'));
            QVERIFY(reply.status >= 400 || !reply.body.isEmpty());
        }
    }
    QCOMPARE(cluster.ask("POST", u"/jars/upload"_s, "filename=\"../../x.jar\"").status, 400);
    QCOMPARE(cluster.ask("POST", u"/jars/upload"_s, "filename=\"x.txt\"").status, 400);
    QCOMPARE(cluster.ask("DELETE", u"/jars/nosuch.jar"_s).status, 400);
    QCOMPARE(cluster.ask("POST", u"/jars/nosuch.jar/run"_s).status, 500);
}

QTEST_GUILESS_MAIN(TestSimFlinkRest)
#include "tst_simflinkrest.moc"
