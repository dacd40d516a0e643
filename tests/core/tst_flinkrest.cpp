#include "core/flink/restclient.h"

#include "core/flink/restdecode.h"

#include "tests/support/answers.h"
#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using base::Error;
using support::answerTo;
using support::ByteServer;
using support::Exchange;
using support::recording;

namespace {

const QString proxyPrefix = u"/api/v1/namespaces/payments/services/orders-rest:rest/proxy"_s;
const QString jobId = u"87c67fdf93b515b347e2de50360963b2"_s;

QByteArray status(int code, const QByteArray& reason, const QByteArray& message)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":")" + message + R"(","reason":")" +
           reason + R"(","code":)" + QByteArray::number(code) + "}";
}

} // namespace

class TestFlinkRest : public QObject
{
    Q_OBJECT
private slots:

    void init()
    {
        support::keepClean();
        m_server = std::make_unique<ByteServer>();
        QVERIFY(m_server->listen());
        http::Target target;
        target.base = m_server->url();
        target.label = u"prod"_s;
        m_client = std::make_unique<http::Client>(target, nullptr);
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void asksTheRightPaths()
    {
        RestClient rest(*m_client, proxyPrefix + u'/');
        m_server->onRequest([](Exchange& exchange) { exchange.replyJson(404, R"({"errors":["no"]})"); });
        const auto ask = [&]<typename T>(auto call) {
            QVERIFY(!answerTo<T>([&](QObject* context, auto done) { call(context, done); }));
        };
        ask.operator()<ClusterOverview>([&](QObject* c, auto done) { rest.overview(c, done); });
        ask.operator()<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); });
        ask.operator()<JobDetail>([&](QObject* c, auto done) { rest.job(jobId, c, done); });
        ask.operator()<QJsonObject>([&](QObject* c, auto done) { rest.jobConfig(jobId, c, done); });
        ask.operator()<CheckpointHistory>([&](QObject* c, auto done) { rest.checkpoints(jobId, c, done); });
        ask.operator()<CheckpointConfig>([&](QObject* c, auto done) { rest.checkpointConfig(jobId, c, done); });
        ask.operator()<CheckpointDetail>([&](QObject* c, auto done) { rest.checkpointDetail(jobId, 7, c, done); });
        ask.operator()<QList<SubtaskCheckpoint>>(
            [&](QObject* c, auto done) { rest.checkpointSubtasks(jobId, 7, u"abc"_s, c, done); });
        ask.operator()<ExceptionHistory>([&](QObject* c, auto done) { rest.exceptions(jobId, c, done); });
        ask.operator()<QList<TaskManager>>([&](QObject* c, auto done) { rest.taskManagers(c, done); });
        ask.operator()<KeyValues>([&](QObject* c, auto done) { rest.jobManagerConfig(c, done); });
        ask.operator()<QList<Metric>>([&](QObject* c, auto done) {
            rest.jobMetrics(jobId, {u"numRestarts"_s, u"uptime"_s}, c, done);
        });
        QStringList paths;
        for (const support::Recorded& request : m_server->requests()) {
            QCOMPARE(request.method, "GET");
            QVERIFY(request.path.startsWith(proxyPrefix));
            paths += request.path.sliced(proxyPrefix.size());
        }
        const QString job = u"/jobs/"_s + jobId;
        QCOMPARE(paths,
                 (QStringList{u"/overview"_s, u"/jobs/overview"_s, job, job + u"/config"_s, job + u"/checkpoints"_s,
                              job + u"/checkpoints/config"_s, job + u"/checkpoints/details/7"_s,
                              job + u"/checkpoints/details/7/subtasks/abc"_s, job + u"/exceptions"_s,
                              u"/taskmanagers"_s, u"/jobmanager/config"_s, job + u"/metrics"_s}));
        QCOMPARE(m_server->requests().last().query.queryItemValue(u"get"_s, QUrl::FullyDecoded),
                 u"numRestarts,uptime"_s);
    }

    void writesGoAsFlinkReadsThem()
    {
        RestClient rest(*m_client, proxyPrefix);
        m_server->onRequest([](Exchange& exchange) { exchange.replyJson(202, R"({"request-id":"x"})"); });
        const QString trigger = newFlinkId();
        QCOMPARE(trigger.size(), 32);
        QVERIFY(trigger != newFlinkId());
        const SavepointOrder order{jobId, trigger, u"s3://b/sp"_s, SavepointFormat::Native};
        JarRun run{u"0_orders.jar"_s, jobId, u"s3://b/sp/savepoint-1"_s, u"a.B"_s, {u"--x"_s, u"1"_s}, 3, true};
        // With ' for ", and T for the trigger.
        const std::vector<std::pair<RestWrite, QByteArray>> cases{
            {savepointWrite(order),
             "{'cancel-job':false,'formatType':'NATIVE','target-directory':'s3://b/sp','triggerId':'T'}"},
            {stopWrite(order, true),
             "{'drain':true,'formatType':'NATIVE','targetDirectory':'s3://b/sp','triggerId':'T'}"},
            {stopWrite({jobId, trigger, {}}, false), "{'drain':false,'triggerId':'T'}"},
            {checkpointWrite(jobId, trigger), "{'triggerId':'T'}"},
            {cancelWrite(jobId), "{}"},
            {requirementsWrite(jobId, {{u"v"_s, {1, 4}}}), "{'v':{'parallelism':{'lowerBound':1,'upperBound':4}}}"},
            {jarRunWrite(run), "{'allowNonRestoredState':true,'entryClass':'a.B','jobId':'" + jobId.toLatin1() +
                                   "','parallelism':3,'programArgsList':['--x','1'],"
                                   "'savepointPath':'s3://b/sp/savepoint-1'}"}};
        QStringList paths;
        for (const auto& [write, body] : cases) {
            const auto answer =
                answerTo<QJsonObject>([&](QObject* context, auto done) { rest.write(write, context, done); });
            QVERIFY(answer);
            const support::Recorded& request = m_server->requests().last();
            QCOMPARE(QByteArray(request.body).replace(trigger.toLatin1(), "T").replace('"', '\''), body);
            QCOMPARE(request.header("Content-Type"), "application/json");
            paths += QString::fromLatin1(request.method) + u' ' + request.path.sliced(proxyPrefix.size());
        }
        const QString job = u"/jobs/"_s + jobId;
        QCOMPARE(paths,
                 (QStringList{u"POST "_s + job + u"/savepoints"_s, u"POST "_s + job + u"/stop"_s,
                              u"POST "_s + job + u"/stop"_s, u"POST "_s + job + u"/checkpoints"_s, u"PATCH "_s + job,
                              u"PUT "_s + job + u"/resource-requirements"_s, u"POST /jars/0_orders.jar/run"_s}));
        QCOMPARE(m_server->requests().at(4).query.queryItemValue(u"mode"_s), u"cancel"_s);
    }

    void aWriteThatNobodyWaitedForIsInDoubt()
    {
        RestClient rest(*m_client, {});
        const auto kindAfter = [&](int status, const QByteArray& body) {
            m_server->onRequest([=](Exchange& exchange) { exchange.reply(status, body); });
            const auto answer = answerTo<QJsonObject>(
                [&](QObject* context, auto done) { rest.write(cancelWrite(jobId), context, done); });
            return answer ? std::nullopt : std::optional(answer.error().kind);
        };
        QCOMPARE(kindAfter(504, "<html>"), Error::Kind::OutcomeUnknown);
        QCOMPARE(kindAfter(502, "<html>"), Error::Kind::OutcomeUnknown);
        QCOMPARE(kindAfter(408, R"({"errors":["Ask timed out"]})"), Error::Kind::OutcomeUnknown);
        QCOMPARE(kindAfter(409, R"({"errors":["FINISHED"]})"), Error::Kind::Conflict);
        QCOMPARE(kindAfter(202, {}), std::nullopt);
        const qsizetype before = m_server->requests().size();
        m_client->setAccess(http::Access::ReadOnly);
        QCOMPARE(kindAfter(202, {}), Error::Kind::Protected);
        QCOMPARE(m_server->requests().size(), before);
    }

    void readsWhatBecameOfARequest()
    {
        const auto whole =
            decodeTriggerResult(R"({"status":{"id":"COMPLETED"},"operation":{"location":"file:/sp/savepoint-1"}})");
        QVERIFY(whole && whole->isComplete && whole->failure.isEmpty());
        QCOMPARE(whole->location, u"file:/sp/savepoint-1"_s);
        const auto checkpoint = decodeTriggerResult(R"({"status":{"id":"COMPLETED"},"operation":{"checkpointId":7}})");
        QVERIFY(checkpoint);
        QCOMPARE(checkpoint->checkpoint, 7);
        const auto open = decodeTriggerResult(R"({"status":{"id":"IN_PROGRESS"},"operation":null})");
        QVERIFY(open && !open->isComplete);
        const auto failed = decodeTriggerResult(
            R"({"status":{"id":"COMPLETED"},"operation":{"failure-cause":{"class":"a.B","stack-trace":"a.B: x: y\n\tat z\nCaused by: java.io.IOException: no room\n\tat q"}}})");
        QVERIFY(failed && failed->isComplete);
        QCOMPARE(failed->failure, u"IOException: no room"_s);
        QVERIFY(!decodeTriggerResult("<html>"));
        const auto requirements = decodeRequirements(R"({"v":{"parallelism":{"lowerBound":1,"upperBound":4}},"x":3})");
        QVERIFY(requirements);
        QCOMPARE(*requirements, (ResourceRequirements{{u"v"_s, {1, 4}}}));
        const auto jars = decodeJars(
            R"({"address":"x","files":[{"id":"1_a.jar","name":"a.jar","uploaded":1000,"entry":[{"name":"a.B","description":null}]}]})");
        QVERIFY(jars);
        QCOMPARE(jars->first().id, u"1_a.jar"_s);
        QCOMPARE(jars->first().entryClasses, QStringList{u"a.B"_s});
    }

    void readsAnAnswerOfFlink()
    {
        m_server->onRequest([](Exchange& exchange) { exchange.replyJson(200, recording(u"rest/1.20/job"_s)); });
        RestClient rest(*m_client, {});
        const auto job = answerTo<JobDetail>([&](QObject* c, auto done) { rest.job(jobId, c, done); });
        QVERIFY(job);
        QCOMPARE(job->overview.id, jobId);
        QCOMPARE(rest.address(), m_server->url().toString(QUrl::StripTrailingSlash));
    }

    void checkpointingThatIsOffIsNoError()
    {
        RestClient rest(*m_client, {});
        m_server->onRequest([](Exchange& exchange) {
            exchange.replyJson(404, R"({"errors":["Checkpointing has not been enabled."]})");
        });
        const auto history =
            answerTo<CheckpointHistory>([&](QObject* c, auto done) { rest.checkpoints(jobId, c, done); });
        QVERIFY(history);
        QVERIFY(!history->enabled);
        const auto config =
            answerTo<CheckpointConfig>([&](QObject* c, auto done) { rest.checkpointConfig(jobId, c, done); });
        QVERIFY(config);
        QVERIFY(!config->intervalMs);
        m_server->onRequest([](Exchange& exchange) { exchange.replyJson(404, R"({"errors":["Job not found"]})"); });
        const auto unknown =
            answerTo<CheckpointHistory>([&](QObject* c, auto done) { rest.checkpoints(jobId, c, done); });
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
    }

    void case73_namesTheHopThatFailed_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        const QByteArray json = "application/json", html = "text/html";
        const auto kind = [](Error::Kind one) { return int(one); };
        QTest::newRow("Flink: unknown job")
            << QString() << 404 << json << QByteArray(R"({"errors":["Job 1 not found\n\tat x"]})")
            << kind(Error::Kind::NotFound) << u"Flink answered: Job 1 not found"_s;
        QTest::newRow("Flink: no leader")
            << proxyPrefix << 503 << json << QByteArray(R"({"errors":["Service temporarily unavailable"]})")
            << kind(Error::Kind::Server) << u"Flink's JobManager is not ready: Service temporarily unavailable"_s;
        QTest::newRow("Flink: hostile text")
            << QString() << 500 << json << QByteArray("{\"errors\":[\"a\\u001b[31m\\u202eb\"]}")
            << kind(Error::Kind::Server) << u"Flink answered: a⟨U+001B⟩[31m⟨U+202E⟩b"_s;
        QTest::newRow("API server: no endpoints")
            << proxyPrefix << 503 << json << status(503, "ServiceUnavailable", "no endpoints available for service")
            << kind(Error::Kind::Server)
            << u"Service 'orders-rest' in namespace 'payments' of 'prod' has no endpoints: no JobManager pod is ready."_s;
        QTest::newRow("API server: the pod refuses")
            << proxyPrefix << 503 << json
            << status(503, "ServiceUnavailable", "error trying to reach service: dial tcp 10.0.0.1:8081: refused")
            << kind(Error::Kind::Server)
            << u"The API server of 'prod' cannot reach service 'orders-rest' in namespace 'payments': no JobManager answers."_s;
        QTest::newRow("API server: no service")
            << proxyPrefix << 404 << json << status(404, "NotFound", "services not found")
            << kind(Error::Kind::NotFound)
            << u"'prod' has no service 'orders-rest' in namespace 'payments': Flink is not "
               "running there."_s;
        QTest::newRow("API server: forbidden")
            << proxyPrefix << 403 << json << status(403, "Forbidden", "cannot get services/proxy")
            << kind(Error::Kind::Forbidden)
            << u"'prod' does not permit reading Flink through the API server. It takes the right to get services/proxy "
               u"in "
               "namespace 'payments'."_s;
        QTest::newRow("gateway") << proxyPrefix << 502 << html << QByteArray("<html><h1>502 Bad Gateway</h1></html>")
                                 << kind(Error::Kind::Server) << u"gateway or proxy on the way"_s;
        QTest::newRow("too large") << proxyPrefix << 413 << html << QByteArray("<html>Request Entity Too Large</html>")
                                   << kind(Error::Kind::TooLarge) << u"gateway or proxy on the way"_s;
        QTest::newRow("login page") << QString() << 200 << html << QByteArray("<html>Sign in</html>")
                                    << kind(Error::Kind::Decode)
                                    << u"a web page answered instead of Flink's REST interface"_s;
        QTest::newRow("not Flink") << QString() << 200 << json << QByteArray(R"({"status":"UP"})")
                                   << kind(Error::Kind::Decode) << u"not what Flink's REST interface promises"_s;
    }
    void case73_namesTheHopThatFailed()
    {
        QFETCH(QString, prefix);
        QFETCH(int, code);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        m_server->onRequest([&](Exchange& exchange) { exchange.reply(code, body, {{"Content-Type", type}}); });
        RestClient rest(*m_client, prefix);
        const auto jobs = answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); });
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().httpStatus, code);
        QTEST(int(jobs.error().kind), "kind");
        QVERIFY2(jobs.error().message.contains(words), qPrintable(jobs.error().message));
    }

    void case73_aCutAnswerIsATransportError()
    {
        m_server->onRequest([](Exchange& exchange) {
            exchange.sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"jobs\":");
            exchange.close();
        });
        RestClient rest(*m_client, proxyPrefix);
        const auto jobs = answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); });
        QCOMPARE(jobs.error().kind, Error::Kind::Network);
    }

    void case74_aRedirectIsExplainedAndNotFollowed()
    {
        m_server->onRequest([](Exchange& exchange) {
            exchange.reply(307, {}, {{"Location", "http://elsewhere.example:8081/jobs/overview"}});
        });
        RestClient rest(*m_client, {});
        const auto jobs = answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); });
        QVERIFY(!jobs);
        QVERIFY2(jobs.error().message.contains(u"elsewhere.example"), qPrintable(jobs.error().message));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void anIdThatIsNoneIsNotSent_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << QString();
        QTest::newRow("path") << u"../../secrets"_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("encoded") << u"%2e%2e"_s;
    }
    void anIdThatIsNoneIsNotSent()
    {
        QFETCH(QString, id);
        RestClient rest(*m_client, {});
        const auto job = answerTo<JobDetail>([&](QObject* c, auto done) { rest.job(id, c, done); });
        QCOMPARE(job.error().kind, Error::Kind::Invalid);
        QVERIFY(m_server->requests().isEmpty());
    }

private:
    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<http::Client> m_client;
};

QTEST_GUILESS_MAIN(TestFlinkRest)
#include "tst_flinkrest.moc"
