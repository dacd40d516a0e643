#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;
const QString deployments = u"/apis/flink.apache.org/v1beta1/namespaces/default/flinkdeployments"_s;
const QString proxy = u"/api/v1/namespaces/default/services/orders-rest:rest/proxy"_s;

struct Outcome
{
    int code = -1;
    QByteArray out, err;

    QJsonObject json() const
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
        if (!document.isObject())
            qFatal("no JSON: %s (%s) %s", out.constData(), qPrintable(problem.errorString()), err.constData());
        return document.object();
    }
};

QByteArray listOf(const QList<QByteArray>& items)
{
    return R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":"7"},"items":[)" + items.join(',') + "]}";
}

QByteArray status(int code, const QByteArray& reason, const QByteArray& message)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + reason + R"(","message":")" +
           message + R"(","code":)" + QByteArray::number(code) + '}';
}

/// The keys an object must have; the others are additions.
QStringList missingKeys(const QJsonObject& object, const QStringList& keys)
{
    QStringList missing;
    for (const QString& key : keys) {
        if (!object.contains(key))
            missing.append(key);
    }
    return missing;
}

} // namespace

class TestDreyctl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void listsContextsInItsContractualShape();
    void marksABrokenContextAndKeepsTheOthers();
    void listsDeploymentsInTheirContractualShape();
    void asksFlinkForTheLastCheckpointOfANamedDeployment();
    void looksInAllNamespacesWhenTold();
    void describesADeploymentBySource();
    void describesWhatItCannotReachAsUnknown();
    void listsSessionJobsSnapshotsAndBlueGreen();
    void saysWhichOperatorBringsAMissingType();
    void listsJobsOfAnEndpointInTheirContractualShape();
    void asksTheSameThroughTheServiceProxy();
    void showsOneJobWithItsVertices();
    void listsCheckpointsInTheirContractualShape();
    void leavesOutCheckpointsBeforeTheTimeAskedFor();
    void groupsEqualFailures();
    void examinesAnEndpoint();
    void findsWhatStandsInTheWay();
    void writesYamlThatSaysTheSame();
    void alignsColumnsAcrossHangul();
    void sendsTheHeadersItWasGiven();
    void speaksTheLanguageAskedFor();
    void showsHelpWithTwoExamplesForEachVerb();
    void makesAManualAndACompletionFromTheSameTable();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void endsWithTheCodeOfWhatHappened_data();
    void endsWithTheCodeOfWhatHappened();
    void case62_putsTheWarningsOfTheServerBesideTheAnswer();
    void endsWithUnreachableWhenTimeIsUp();
    void refusesToRunAPluginNobodyHasAllowed();
    void runsAPluginThatIsAllowedForThisTime();

private:
    Outcome run(const QStringList& arguments, const QProcessEnvironment& extra = {});
    Outcome endpoint(const QStringList& arguments)
    {
        return run(arguments + QStringList{u"--endpoint"_s, m_server->url().toString()});
    }
    void serve(const QString& path, const QByteArray& body, int code = 200) { m_answers[path] = {code, body}; }
    void serveFlink(const QString& prefix);
    void serveOverTls();
    void answerRequests();
    void writeKubeconfig(const QByteArray& user = "{}", const QByteArray& more = {});
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<support::ByteServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<QString, std::pair<int, QByteArray>> m_answers;
    QByteArray m_warning; ///< a header of each answer; empty: none
    QByteArray m_trust;   ///< the rest of the kubeconfig's cluster
};

void TestDreyctl::initTestCase()
{
    support::keepClean();
}

void TestDreyctl::init()
{
    support::keepClean();
    m_answers.clear();
    m_trust.clear();
    m_warning.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_server = std::make_unique<support::ByteServer>();
    answerRequests();
    QVERIFY(m_server->listen());
    writeKubeconfig();
}

/// Credentials leave over https only, so plugins run for https only.
void TestDreyctl::serveOverTls()
{
    const support::Authority authority;
    QVERIFY(authority.isUsable());
    m_server = std::make_unique<support::ByteServer>();
    m_server->useTls(authority.issue().serverTls());
    answerRequests();
    QVERIFY(m_server->listen());
    m_trust = ", certificate-authority-data: " + authority.pem().toBase64();
}

void TestDreyctl::answerRequests()
{
    m_server->onRequest([this](support::Exchange& exchange) {
        const auto found = m_answers.find(QUrl::fromPercentEncoding(exchange.path().toLatin1()));
        support::Exchange::Headers headers{{"Content-Type", "application/json"}};
        if (!m_warning.isEmpty())
            headers.append({"Warning", m_warning});
        if (found == m_answers.end())
            exchange.reply(404, status(404, "NotFound", "nothing here"), headers);
        else
            exchange.reply(found->second.first, found->second.second, headers);
    });
}

void TestDreyctl::writeKubeconfig(const QByteArray& user, const QByteArray& more)
{
    QFile file(path(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    file.write("apiVersion: v1\nkind: Config\ncurrent-context: here\nclusters:\n- name: c\n  cluster: {server: \"" +
               m_server->url().toString().toUtf8() + '"' + m_trust + "}\nusers:\n- name: u\n  user: " + user +
               "\ncontexts:\n- name: here\n  context: {cluster: c, user: u}\n" + more);
}

void TestDreyctl::serveFlink(const QString& prefix)
{
    const auto add = [&](const QString& way, const QString& name) {
        serve(prefix + way, support::recording(u"rest/1.20/"_s + name));
    };
    add(u"/overview"_s, u"overview"_s);
    add(u"/jobs/overview"_s, u"jobs-overview"_s);
    add(u"/jobs/"_s + job, u"job"_s);
    add(u"/jobs/%1/checkpoints"_s.arg(job), u"job-checkpoints"_s);
    add(u"/jobs/%1/checkpoints/config"_s.arg(job), u"job-checkpoints-config"_s);
    add(u"/jobs/%1/exceptions"_s.arg(job), u"job-exceptions"_s);
    serve(prefix + u"/jobs/%1/metrics"_s.arg(job), R"([{"id":"numRestarts","value":"2"}])");
}

Outcome TestDreyctl::run(const QStringList& arguments, const QProcessEnvironment& extra)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
    environment.insert(u"KUBECONFIG"_s, path(u"config"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(extra);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DREYCTL), arguments);
    process.closeWriteChannel(); // stdin is no terminal
    // The server answers from this thread: the event loop must run.
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
    Outcome outcome;
    outcome.code = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

void TestDreyctl::listsContextsInItsContractualShape()
{
    const Outcome outcome = run({u"contexts"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = outcome.json();
    QCOMPARE(answer[u"kind"].toString(), u"ContextList"_s);
    QCOMPARE(answer[u"warnings"].toArray(), QJsonArray());
    const QJsonObject item = answer[u"items"].toArray().at(0).toObject();
    QCOMPARE(missingKeys(item, {u"name"_s, u"cluster"_s, u"user"_s, u"namespace"_s, u"server"_s, u"current"_s,
                                u"auth"_s, u"file"_s, u"problems"_s}),
             QStringList());
    QCOMPARE(item[u"name"].toString(), u"here"_s);
    QCOMPARE(item[u"namespace"].toString(), u"default"_s);
    QCOMPARE(item[u"current"].toBool(), true);
    QCOMPARE(item[u"auth"].toArray(), QJsonArray{u"none"_s});
    QCOMPARE(item[u"server"].toString(), m_server->url().toString());
    QCOMPARE(m_server->connections(), 0);
}

void TestDreyctl::marksABrokenContextAndKeepsTheOthers()
{
    writeKubeconfig("{}", "- name: lost\n  context: {cluster: nowhere, user: u}\n");
    const QJsonArray items = run({u"contexts"_s, u"-o"_s, u"json"_s}).json()[u"items"].toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0][u"problems"].toArray().size(), 1); // a warning: it is reached over http
    QCOMPARE(items[0][u"problems"].toArray().at(0)[u"severity"].toString(), u"warning"_s);
    const QJsonObject problem = items[1][u"problems"].toArray().at(0).toObject();
    QCOMPARE(problem[u"severity"].toString(), u"error"_s);
    QVERIFY(!problem[u"message"].toString().isEmpty());
    QCOMPARE(run({u"get"_s, u"deployments"_s, u"--context"_s, u"lost"_s}).code, 2);
}

void TestDreyctl::listsDeploymentsInTheirContractualShape()
{
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s),
                               support::recording(u"faults/04-deployment-and-ha-deleted/02-cr-error"_s)}));
    const Outcome outcome = run({u"get"_s, u"deployments"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = outcome.json();
    QCOMPARE(answer[u"kind"].toString(), u"DeploymentList"_s);
    const QJsonArray items = answer[u"items"].toArray();
    QCOMPARE(items.size(), 2);
    const QStringList keys{u"context"_s,
                           u"namespace"_s,
                           u"name"_s,
                           u"uid"_s,
                           u"flinkVersion"_s,
                           u"mode"_s,
                           u"jobState"_s,
                           u"lifecycleState"_s,
                           u"jobManagerStatus"_s,
                           u"reconciliationState"_s,
                           u"upgradeMode"_s,
                           u"parallelism"_s,
                           u"generation"_s,
                           u"observedGeneration"_s,
                           u"lastCheckpoint"_s,
                           u"error"_s,
                           u"source"_s,
                           u"observedAt"_s};
    for (const QJsonValue& item : items)
        QCOMPARE(missingKeys(item.toObject(), keys), QStringList());
    const auto with = [&](const QString& state) {
        const auto found = std::ranges::find_if(
            items, [&](const QJsonValue& item) { return item[u"lifecycleState"].toString() == state; });
        return (*found).toObject();
    };
    const QJsonObject stable = with(u"STABLE"_s);
    QCOMPARE(stable[u"context"].toString(), u"here"_s);
    QCOMPARE(stable[u"name"].toString(), u"orders"_s);
    QCOMPARE(stable[u"flinkVersion"].toString(), u"v1_20"_s);
    QCOMPARE(stable[u"parallelism"].toInt(), 2);
    QVERIFY(stable[u"error"].isNull());
    QVERIFY(stable[u"lastCheckpoint"].isNull());
    QCOMPARE(stable[u"source"].toString(), u"customResource"_s);
    QVERIFY(QDateTime::fromString(stable[u"observedAt"].toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(stable[u"observedAt"].toString().endsWith(u'Z'));
    QCOMPARE(stable[u"judgedOn"].toArray(), QJsonArray{u"customResource"_s});
    QCOMPARE(stable[u"notHeard"].toArray(), (QJsonArray{u"flinkRest"_s, u"pods"_s}));
    const QJsonObject failed = with(u"FAILED"_s);
    QVERIFY(failed[u"error"][u"class"].toString().endsWith(u"UpgradeFailureException"));
    QVERIFY(failed[u"error"][u"message"].toString().startsWith(u"HA metadata is not available"));
    QVERIFY(std::ranges::none_of(m_server->requests(),
                                 [](const auto& request) { return request.path.contains(u"proxy"); }));
}

void TestDreyctl::asksFlinkForTheLastCheckpointOfANamedDeployment()
{
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s)}));
    serveFlink(proxy);
    const QJsonObject item =
        run({u"get"_s, u"deployments"_s, u"orders"_s, u"-o"_s, u"json"_s}).json()[u"items"].toArray().at(0).toObject();
    const QJsonObject checkpoint = item[u"lastCheckpoint"].toObject();
    const QJsonObject latest = QJsonDocument::fromJson(support::recording(u"rest/1.20/job-checkpoints"_s))
                                   .object()[u"latest"][u"completed"]
                                   .toObject();
    QCOMPARE(checkpoint[u"path"], latest[u"external_path"]);
    QVERIFY(checkpoint[u"ageMs"].isDouble());
    QVERIFY(QDateTime::fromString(checkpoint[u"completedAt"].toString(), Qt::ISODateWithMs).isValid());
}

void TestDreyctl::looksInAllNamespacesWhenTold()
{
    serve(u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s, listOf({support::recording(u"cr/01-stable"_s)}));
    QCOMPARE(run({u"get"_s, u"deployments"_s, u"-A"_s, u"-ojson"_s}).json()[u"items"].toArray().size(), 1);
    serve(u"/apis/flink.apache.org/v1beta1/namespaces/other/flinkdeployments"_s, listOf({}));
    QCOMPARE(run({u"-n"_s, u"other"_s, u"get"_s, u"deployments"_s, u"-o=json"_s}).json()[u"items"].toArray().size(), 0);
}

void TestDreyctl::describesADeploymentBySource()
{
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s)}));
    serve(
        u"/api/v1/namespaces/default/pods"_s,
        listOf(
            {R"({"metadata":{"name":"orders-1","namespace":"default","uid":"p","labels":{"app":"orders","component":"jobmanager"}},
        "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"flink-main-container","ready":true,"restartCount":1}]}})"}));
    serve(u"/api/v1/namespaces/default/events"_s,
          listOf(
              {R"({"metadata":{"name":"e1","namespace":"default","uid":"e"},"type":"Normal","reason":"JobStatusChanged",
        "message":"Job status changed","involvedObject":{"kind":"FlinkDeployment","name":"orders"},"lastTimestamp":"2026-11-21T14:00:00Z","count":3})"}));
    serve(u"/api/v1/namespaces/default/configmaps"_s,
          listOf({R"({"metadata":{"name":"orders-x-config-map","namespace":"default","uid":"c"},
        "data":{"checkpointID-0000000000000000012":"secret value","counter":"13"}})"}));
    serveFlink(proxy);
    const Outcome outcome = run({u"describe"_s, u"deployment"_s, u"orders"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = outcome.json();
    QCOMPARE(answer[u"kind"].toString(), u"Deployment"_s);
    QCOMPARE(missingKeys(answer, {u"name"_s, u"uid"_s, u"lastCheckpoint"_s, u"truth"_s, u"disagreement"_s, u"restore"_s,
                                  u"events"_s, u"pods"_s, u"source"_s, u"observedAt"_s, u"warnings"_s}),
             QStringList());
    const QJsonArray truth = answer[u"truth"].toArray();
    QStringList sources;
    for (const QJsonValue& one : truth) {
        sources.append(one[u"source"].toString());
        QCOMPARE(missingKeys(one.toObject(), {u"source"_s, u"says"_s, u"observedAt"_s, u"problem"_s}), QStringList());
        QVERIFY2(one[u"problem"].isNull(), qPrintable(one[u"problem"].toString()));
    }
    QCOMPARE(sources, (QStringList{u"customResource"_s, u"flinkRest"_s, u"pods"_s, u"highAvailability"_s}));
    QCOMPARE(truth[0][u"says"].toString(), u"STABLE · RUNNING"_s);
    QCOMPARE(truth[1][u"says"].toString(), u"RUNNING"_s);
    QCOMPARE(truth[2][u"says"].toString(), u"1 of 1 ready"_s);
    QCOMPARE(truth[3][u"says"].toString(), u"checkpointID-0000000000000000012"_s);
    QVERIFY(answer[u"disagreement"].isNull());
    QCOMPARE(missingKeys(answer[u"restore"].toObject(), {u"verdict"_s, u"from"_s, u"reason"_s}), QStringList());
    QCOMPARE(answer[u"restore"][u"from"][u"kind"].toString(), u"checkpoint"_s);
    QCOMPARE(answer[u"events"].toArray().at(0)[u"reason"].toString(), u"JobStatusChanged"_s);
    QCOMPARE(answer[u"pods"].toArray().at(0)[u"restarts"].toInt(), 1);
    QVERIFY(!outcome.out.contains("secret value"));

    const Outcome page = run({u"describe"_s, u"deployment"_s, u"orders"_s});
    QVERIFY(page.out.contains("Operator status"));
    QVERIFY(page.out.contains("STABLE · RUNNING"));
    QVERIFY(!page.out.contains('\x1B'));
}

void TestDreyctl::describesWhatItCannotReachAsUnknown()
{
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s)}));
    serve(proxy + u"/jobs/overview"_s, status(503, "ServiceUnavailable", "no endpoints available"), 503);
    serve(u"/api/v1/namespaces/default/pods"_s, status(403, "Forbidden", "pods is forbidden"), 403);
    const Outcome outcome = run({u"describe"_s, u"deployment"_s, u"orders"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonArray truth = outcome.json()[u"truth"].toArray();
    QVERIFY(truth[1][u"says"].isNull());
    QVERIFY(truth[1][u"observedAt"].isNull());
    QVERIFY(!truth[1][u"problem"].toString().isEmpty());
    QVERIFY(!truth[2][u"problem"].toString().isEmpty());
    QCOMPARE(outcome.json()[u"health"].toString(), u"unknown"_s);
    QVERIFY(!outcome.json()[u"warnings"].toArray().isEmpty());
}

void TestDreyctl::listsSessionJobsSnapshotsAndBlueGreen()
{
    const QString base = u"/apis/flink.apache.org/v1beta1/namespaces/default/"_s;
    serve(base + u"flinksessionjobs"_s, listOf({support::recording(u"cr/21-sessionjob"_s)}));
    serve(base + u"flinkstatesnapshots"_s, listOf({support::recording(u"cr/02-snapshot-completed"_s)}));
    serve(base + u"flinkbluegreendeployments"_s, listOf({support::recording(u"cr/30-bg-active-blue"_s)}));
    const auto first = [&](const QString& kind, const QString& expected) {
        const QJsonObject answer = run({u"get"_s, kind, u"-o"_s, u"json"_s}).json();
        if (answer[u"kind"].toString() != expected)
            qFatal("%s", qPrintable(answer[u"kind"].toString()));
        return answer[u"items"].toArray().at(0).toObject();
    };
    const QJsonObject sessionJob = first(u"sessionjobs"_s, u"SessionJobList"_s);
    QCOMPARE(sessionJob[u"jobState"].toString(), u"RUNNING"_s);
    QVERIFY(!sessionJob[u"deployment"].toString().isEmpty());
    const QJsonObject snapshot = first(u"snapshots"_s, u"SnapshotList"_s);
    QCOMPARE(snapshot[u"state"].toString(), u"COMPLETED"_s);
    QCOMPARE(snapshot[u"type"].toString(), u"savepoint"_s);
    QVERIFY(snapshot[u"path"].toString().contains(u"savepoint-"));
    QVERIFY(first(u"bluegreen"_s, u"BlueGreenList"_s)[u"blueGreenState"].toString().contains(u"BLUE"));
}

void TestDreyctl::saysWhichOperatorBringsAMissingType()
{
    // As an API server answers for a group it knows and a type it does not.
    m_server->onRequest([](support::Exchange& exchange) {
        exchange.reply(404, "404 page not found\n", {{"Content-Type", "text/plain"}});
    });
    const Outcome blueGreen = run({u"get"_s, u"bluegreen"_s});
    QCOMPARE(blueGreen.code, 5);
    QVERIFY2(blueGreen.err.contains("flinkbluegreendeployments") && blueGreen.err.contains("1.14"), blueGreen.err);
    const Outcome snapshots = run({u"get"_s, u"snapshots"_s});
    QVERIFY2(snapshots.err.contains("1.10"), snapshots.err);
    const Outcome all = run({u"get"_s, u"deployments"_s});
    QVERIFY2(all.err.contains("operator is not installed"), all.err);
}

void TestDreyctl::listsJobsOfAnEndpointInTheirContractualShape()
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

void TestDreyctl::asksTheSameThroughTheServiceProxy()
{
    serveFlink(proxy);
    const QJsonObject answer = run({u"--deployment"_s, u"orders"_s, u"jobs"_s, u"-o"_s, u"json"_s}).json();
    QCOMPARE(answer[u"items"].toArray().at(0)[u"id"].toString(), job);
    QCOMPARE(answer[u"endpoint"].toString(), u"here/default/orders"_s);
}

void TestDreyctl::showsOneJobWithItsVertices()
{
    serveFlink({});
    const QJsonObject item = endpoint({u"job"_s, job, u"-o"_s, u"json"_s}).json()[u"items"].toArray().at(0).toObject();
    QCOMPARE(item[u"id"].toString(), job);
    QCOMPARE(item[u"vertices"].toArray().size(), 3);
    QVERIFY(endpoint({u"job"_s, job}).out.contains("Parallelism"));
}

void TestDreyctl::listsCheckpointsInTheirContractualShape()
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

void TestDreyctl::leavesOutCheckpointsBeforeTheTimeAskedFor()
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

void TestDreyctl::groupsEqualFailures()
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

void TestDreyctl::examinesAnEndpoint()
{
    serveFlink({});
    const Outcome outcome = endpoint({u"doctor"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonArray items = outcome.json()[u"items"].toArray();
    QCOMPARE(items.last()[u"id"].toString(), u"rest"_s);
    QCOMPARE(items.last()[u"verdict"].toString(), u"ok"_s);
    QVERIFY(items.last()[u"message"].toString().contains(u"1.20.4"));
    QCOMPARE(items[3][u"id"].toString(), u"tls"_s);
    QVERIFY(items[3][u"message"].toString().contains(u"nothing is encrypted"));
}

void TestDreyctl::findsWhatStandsInTheWay()
{
    serve(u"/version"_s, R"({"major":"1","minor":"33","gitVersion":"v1.33.13"})");
    serve(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s, R"({"status":{"allowed":true}})", 201);
    serve(u"/apis/apps/v1/deployments"_s, listOf({}));
    const Outcome outcome = run({u"doctor"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 1);
    QMap<QString, QString> verdicts;
    const QJsonArray items = outcome.json()[u"items"].toArray();
    for (const QJsonValue& item : items)
        verdicts.insert(item[u"id"].toString(), item[u"verdict"].toString());
    QCOMPARE(verdicts[u"version"_s], u"ok"_s);
    QCOMPARE(verdicts[u"rights"_s], u"ok"_s);
    QCOMPARE(verdicts[u"crds"_s], u"failed"_s); // they are not there
    QCOMPARE(verdicts[u"operator"_s], u"unknown"_s);
}

void TestDreyctl::writesYamlThatSaysTheSame()
{
    serveFlink({});
    const Outcome outcome = endpoint({u"jobs"_s, u"-o"_s, u"yaml"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("kind: JobList\n"));
    QVERIFY(outcome.out.contains("durationMs: 64994\n"));
}

void TestDreyctl::alignsColumnsAcrossHangul()
{
    QJsonObject answer = QJsonDocument::fromJson(support::recording(u"rest/1.20/jobs-overview"_s)).object();
    QJsonObject hangul = answer[u"jobs"].toArray().at(0).toObject(), plain = hangul;
    hangul[u"name"_s] = u"주문정산"_s; // eight cells
    plain[u"name"_s] = u"12345678"_s;
    serve(u"/jobs/overview"_s, QJsonDocument(QJsonObject{{u"jobs"_s, QJsonArray{hangul, plain}}}).toJson());
    const QStringList lines = QString::fromUtf8(endpoint({u"jobs"_s}).out).split(u'\n');
    QCOMPARE(lines[1].section(u"RUNNING"_s, 0, 0).size() + 4, lines[2].section(u"RUNNING"_s, 0, 0).size());
}

void TestDreyctl::sendsTheHeadersItWasGiven()
{
    serveFlink({});
    QCOMPARE(endpoint({u"jobs"_s, u"--header"_s, u"X-Team: payments"_s, u"--header=X-Two: 2"_s}).code, 0);
    QCOMPARE(m_server->requests().last().header("x-team"), "payments");
    QCOMPARE(m_server->requests().last().header("x-two"), "2");
    const Outcome refused = endpoint({u"jobs"_s, u"--header"_s, u"Authorization: Bearer SESAME"_s});
    QCOMPARE(refused.code, 2); // not over http
    QVERIFY(!refused.err.contains("SESAME"));
}

void TestDreyctl::speaksTheLanguageAskedFor()
{
    const QString english = QString::fromUtf8(run({u"--help"_s}).out);
    const QString korean = QString::fromUtf8(run({u"--help"_s, u"--lang"_s, u"ko"_s}).out);
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"ko_KR.UTF-8"_s);
    QVERIFY(english.contains(u"Exit codes"));
    QVERIFY(korean.contains(u"종료 코드"));
    QCOMPARE(QString::fromUtf8(run({u"--help"_s}, environment).out), korean);
}

void TestDreyctl::showsHelpWithTwoExamplesForEachVerb()
{
    const QString overview = QString::fromUtf8(run({u"--help"_s}).out);
    for (const char* verb :
         {"contexts", "doctor", "get", "describe", "jobs", "job", "checkpoints", "exceptions", "generate"}) {
        QVERIFY(overview.contains(QLatin1StringView(verb)));
        const Outcome help = run({QString::fromLatin1(verb), u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.count("\n  dreyctl ") >= 2, help.out.constData());
    }
}

void TestDreyctl::makesAManualAndACompletionFromTheSameTable()
{
    const QByteArray manual = run({u"generate"_s, u"man"_s}).out;
    QVERIFY(manual.startsWith(".TH DREYCTL 1"));
    QVERIFY(manual.contains("\\-\\-all\\-namespaces"));
    const QByteArray completion = run({u"generate"_s, u"completion"_s}).out;
    QVERIFY(completion.contains("complete -F _dreyctl dreyctl"));
    QFile script(path(u"completion"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(completion + "\nCOMP_WORDS=(dreyctl get dep); COMP_CWORD=2; _dreyctl; echo \"${COMPREPLY[@]}\"\n");
    script.close();
    QProcess bash;
    bash.start(u"bash"_s, {script.fileName()});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardOutput().trimmed(), "deployments");
}

void TestDreyctl::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("nothing") << QStringList{} << QByteArray("verb");
    QTest::newRow("verb of a later day") << QStringList{u"savepoint"_s, u"orders"_s} << QByteArray("savepoint");
    QTest::newRow("unknown kind") << QStringList{u"get"_s, u"pods"_s} << QByteArray("pods");
    QTest::newRow("missing argument") << QStringList{u"job"_s} << QByteArray("ID");
    QTest::newRow("too many") << QStringList{u"contexts"_s, u"here"_s} << QByteArray("here");
    QTest::newRow("unknown option") << QStringList{u"contexts"_s, u"--colour"_s} << QByteArray("--colour");
    QTest::newRow("option of another verb")
        << QStringList{u"contexts"_s, u"--since"_s, u"1h"_s} << QByteArray("--since");
    QTest::newRow("missing value") << QStringList{u"contexts"_s, u"--context"_s} << QByteArray("--context");
    QTest::newRow("unknown format") << QStringList{u"contexts"_s, u"-o"_s, u"xml"_s} << QByteArray("xml");
    QTest::newRow("unknown short option") << QStringList{u"contexts"_s, u"-z"_s} << QByteArray("-z");
    QTest::newRow("neither endpoint nor deployment") << QStringList{u"jobs"_s} << QByteArray("--endpoint");
    QTest::newRow("no job id") << QStringList{u"job"_s, u"../overview"_s, u"--endpoint"_s, u"http://h"_s}
                               << QByteArray("../overview");
    QTest::newRow("no address") << QStringList{u"jobs"_s, u"--endpoint"_s, u"ftp://host"_s} << QByteArray("ftp://host");
    QTest::newRow("unknown context") << QStringList{u"get"_s, u"deployments"_s, u"--context"_s, u"there"_s}
                                     << QByteArray("there");
    QTest::newRow("no such kubeconfig") << QStringList{u"contexts"_s, u"--kubeconfig"_s, u"/nowhere/config"_s}
                                        << QByteArray("/nowhere/config");
    QTest::newRow("name beside all namespaces")
        << QStringList{u"get"_s, u"deployments"_s, u"x"_s, u"-A"_s} << QByteArray("--all-namespaces");
    QTest::newRow("no time") << QStringList{u"checkpoints"_s, job, u"--since"_s, u"soon"_s} << QByteArray("soon");
    QTest::newRow("no seconds") << QStringList{u"contexts"_s, u"--timeout"_s, u"0"_s} << QByteArray("--timeout");
}

void TestDreyctl::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(names), outcome.err.constData());
    QCOMPARE(m_server->connections(), 0);
}

void TestDreyctl::endsWithTheCodeOfWhatHappened_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("fine") << 200 << listOf({}) << 0;
    QTest::newRow("401") << 401 << status(401, "Unauthorized", "Unauthorized") << 4;
    QTest::newRow("403") << 403 << status(403, "Forbidden", "flinkdeployments is forbidden") << 4;
    QTest::newRow("404 of the type") << 404 << QByteArray("404 page not found") << 5;
    QTest::newRow("503 of a gateway") << 503 << QByteArray("<html>upstream</html>") << 3;
    QTest::newRow("not JSON") << 200 << QByteArray("hello") << 5;
}

void TestDreyctl::endsWithTheCodeOfWhatHappened()
{
    QFETCH(int, answer);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    serve(deployments, body, answer);
    const Outcome outcome = run({u"get"_s, u"deployments"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out.isEmpty(), code != 0);
    QCOMPARE(outcome.err.isEmpty(), code == 0);
}

void TestDreyctl::case62_putsTheWarningsOfTheServerBesideTheAnswer()
{
    m_warning = "299 - \"v1beta1 is deprecated\", 299 - \"say \\\"v1\\\" \xe2\x80\xae\"";
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s)}));
    serveFlink(proxy);
    const QJsonArray expected{u"v1beta1 is deprecated"_s, u"say \"v1\" ⟨U+202E⟩"_s};
    const Outcome outcome = run({u"get"_s, u"deployments"_s, u"orders"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.json()[u"warnings"].toArray(), expected); // once, though several answers had them
    const Outcome table = run({u"get"_s, u"deployments"_s});
    QCOMPARE(table.code, 0);
    QVERIFY2(table.err.contains("Warning: v1beta1 is deprecated\n"), table.err.constData());
}

void TestDreyctl::endsWithUnreachableWhenTimeIsUp()
{
    m_server->freeze();
    const Outcome silent = run({u"get"_s, u"deployments"_s, u"--timeout"_s, u"1"_s});
    QCOMPARE(silent.code, 3);
    m_server->stop();
    QCOMPARE(run({u"get"_s, u"deployments"_s}).code, 3);
}

void TestDreyctl::refusesToRunAPluginNobodyHasAllowed()
{
    serveOverTls();
    const QByteArray trace = path(u"ran"_s).toUtf8();
    writeKubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: "
                    "/usr/bin/touch, args: [\"" +
                    trace + "\"]}}");
    const Outcome outcome = run({u"get"_s, u"deployments"_s});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains("--allow-exec"), outcome.err.constData());
    QVERIFY(outcome.err.contains("/usr/bin/touch"));
    QVERIFY(!QFile::exists(path(u"ran"_s)));
}

void TestDreyctl::runsAPluginThatIsAllowedForThisTime()
{
    serveOverTls();
    const QByteArray trace = path(u"ran"_s).toUtf8();
    writeKubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: "
                    "/usr/bin/touch, args: [\"" +
                    trace + "\"]}}");
    run({u"get"_s, u"deployments"_s, u"--allow-exec"_s});
    QVERIFY(QFile::exists(path(u"ran"_s)));
    QFile::remove(path(u"ran"_s));
    run({u"get"_s, u"deployments"_s}); // it was for that time only
    QVERIFY(!QFile::exists(path(u"ran"_s)));
}

QTEST_GUILESS_MAIN(TestDreyctl)
#include "tst_dreyctl.moc"
