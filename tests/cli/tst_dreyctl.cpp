#include "tests/cli/dreyctlfixture.h"

#include <algorithm>

using namespace support;

/// What dreyctl tells of contexts and of the objects of a cluster, in its contractual shape.
class TestDreyctl : public DreyctlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void listsContextsInItsContractualShape();
    void marksABrokenContextAndKeepsTheOthers();
    void listsDeploymentsInTheirContractualShape();
    void asksFlinkForTheLastCheckpointOfANamedDeployment();
    void looksInAllNamespacesWhenTold();
    void describesADeploymentBySource();
    void describesWhatItCannotReachAsUnknown();
    void listsSessionJobsSnapshotsAndBlueGreen();
    void saysWhichOperatorBringsAMissingType();
    void examinesAnEndpoint();
    void findsWhatStandsInTheWay();
};

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

QTEST_GUILESS_MAIN(TestDreyctl)
#include "tst_dreyctl.moc"
