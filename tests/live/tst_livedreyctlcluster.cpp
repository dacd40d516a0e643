#include "tests/live/support/agreement.h"
#include "tests/live/support/apiserver.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/dreyctl.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/promised.h"
#include "tests/support/hygiene.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using live::ApiServer;
using User = ApiServer::User;

const QString jobId = u"87c67fdf93b515b347e2de50360963b2"_s;
const QString savepoint = u"s3://flink/savepoints/orders/savepoint-87c67f-0a1b2c3d4e5f"_s;
const QString failure = u"{\"type\":\"org.apache.flink.kubernetes.operator.exception.DeploymentFailedException\","
                        "\"message\":\"back-off 10s restarting failed container\","
                        "\"additionalMetadata\":{\"reason\":\"CrashLoopBackOff\"}}"_s;

QString keyOf(const QJsonValue& item)
{
    return item[u"namespace"_s].toString() + u'/' + item[u"name"_s].toString();
}

QStringList keysOf(const QJsonObject& list)
{
    QStringList keys;
    const QJsonArray items = list.value(u"items"_s).toArray();
    for (const QJsonValue& item : items)
        keys.append(keyOf(item));
    return keys;
}

/// Whether a list was observed between then and now; its items carry the time.
QString itemsDisagree(const QJsonObject& list, QJsonArray wanted, const QStringList& judged, const QDateTime& askedAt)
{
    const QJsonArray items = list.value(u"items"_s).toArray();
    for (qsizetype i = 0; i < std::min(items.size(), wanted.size()); ++i) {
        const QDateTime at = QDateTime::fromString(items[i][u"observedAt"_s].toString(), Qt::ISODateWithMs);
        if (!at.isValid() || at < askedAt || at > QDateTime::currentDateTimeUtc())
            return u"$.items[%1].observedAt: %2"_s.arg(i).arg(items[i][u"observedAt"_s].toString());
        QJsonObject one = wanted[i].toObject();
        for (const QString& key : judged + QStringList{u"observedAt"_s})
            one.insert(key, items[i][key]);
        wanted[i] = one;
    }
    return live::disagreement(items, wanted);
}

} // namespace

/// dreyctl and a real API server with the operator's CRDs: the fleet, its details, and who may see them.
class LiveDreyctlClusterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void contextsAreThoseOfTheKubeconfig();
    void doctorFindsEachUsersRights_data();
    void doctorFindsEachUsersRights();
    void deploymentsAgreeWithTheApiServer();
    void namespacesAreKeptApart();
    void sessionJobsAgreeWithTheApiServer();
    void snapshotsAgreeWithTheApiServer();
    void describesWhatTheCustomResourceSays();
    void exitCodesTellWhoMayNot_data();
    void exitCodesTellWhoMayNot();
    void saysWhatIsNotThere();
    void anotherTokenIsNotAccepted();
    void aStoppedServerIsUnreachable();

private:
    void setStatus(const QString& plural, const QString& nameSpace, const QString& name, const QJsonObject& status);
    QJsonObject resource(const QString& plural, const QString& nameSpace, const QString& name) const
    {
        return m_server->client(User::Admin).get(live::manifest::path(plural, nameSpace) + u'/' + name).json();
    }

    std::unique_ptr<ApiServer> m_server;
    std::unique_ptr<live::Dreyctl> m_dreyctl;
};

void LiveDreyctlClusterTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    m_dreyctl = std::make_unique<live::Dreyctl>(m_server->kubeconfig());
    const live::CommandOutput applied = m_server->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/fleet.yaml")});
    QVERIFY2(applied.exitCode == 0, qPrintable(applied.report()));

    setStatus(u"flinkdeployments"_s, u"team-a"_s, u"orders"_s, live::manifest::runningStatus(u"orders"_s, jobId));
    const QJsonObject crashed{
        {u"jobManagerDeploymentStatus"_s, u"ERROR"_s},
        {u"lifecycleState"_s, u"DEPLOYED"_s},
        {u"observedGeneration"_s, 1},
        {u"error"_s, failure},
        {u"reconciliationStatus"_s, QJsonObject{{u"state"_s, u"DEPLOYED"_s}}},
        {u"jobStatus"_s, QJsonObject{{u"state"_s, u"RECONCILING"_s}, {u"upgradeSavepointPath"_s, savepoint}}}};
    setStatus(u"flinkdeployments"_s, u"team-b"_s, u"orders"_s, {{u"status"_s, crashed}});
    setStatus(u"flinksessionjobs"_s, u"team-a"_s, u"clicks"_s, live::manifest::suspendedStatus(savepoint));
    const QJsonObject completed{{u"state"_s, u"COMPLETED"_s},
                                {u"path"_s, savepoint},
                                {u"failures"_s, 1},
                                {u"triggerTimestamp"_s, u"2026-01-02T03:04:05.678Z"_s},
                                {u"resultTimestamp"_s, u"2026-01-02T03:05:06.789Z"_s}};
    setStatus(u"flinkstatesnapshots"_s, u"team-a"_s, u"orders-before-release"_s, {{u"status"_s, completed}});
}

void LiveDreyctlClusterTest::setStatus(const QString& plural, const QString& nameSpace, const QString& name,
                                       const QJsonObject& status)
{
    const QString path = live::manifest::path(plural, nameSpace) + u'/' + name + u"/status"_s;
    const live::HttpAnswer answer = m_server->client(User::Admin).patch(path, status);
    QVERIFY2(answer.status == 200, qPrintable(answer.report()));
}

void LiveDreyctlClusterTest::contextsAreThoseOfTheKubeconfig()
{
    const live::CommandOutput config = m_server->kubectl({u"config"_s, u"view"_s, u"-o"_s, u"json"_s});
    const QJsonObject known = QJsonDocument::fromJson(config.output).object();
    QJsonObject wanted; // by name: kubectl sorts them, dreyctl keeps the order of the file
    const QJsonArray contexts = known.value(u"contexts"_s).toArray();
    for (const QJsonValue& context : contexts) {
        wanted.insert(context[u"name"_s].toString(),
                      QJsonObject{{u"name"_s, context[u"name"_s]},
                                  {u"cluster"_s, context[u"context"_s][u"cluster"_s]},
                                  {u"user"_s, context[u"context"_s][u"user"_s]},
                                  {u"namespace"_s, context[u"context"_s][u"namespace"_s]},
                                  {u"server"_s, m_server->url().toString()},
                                  {u"current"_s, context[u"name"_s] == known.value(u"current-context"_s)},
                                  {u"auth"_s, QJsonArray{u"token"_s}},
                                  {u"file"_s, m_server->kubeconfig()},
                                  {u"problems"_s, QJsonArray()}});
    }
    QCOMPARE(wanted.size(), 4);
    const live::Said said = m_dreyctl->ask({u"contexts"_s});
    QCOMPARE(said.exitCode(), 0);
    QJsonObject saidByName;
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    for (const QJsonValue& item : items)
        saidByName.insert(item[u"name"_s].toString(), item);
    const QString found = live::disagreement(saidByName, wanted);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QCOMPARE(items.size(), 4);
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"ContextList"_s);
    QCOMPARE(said.json.value(u"warnings"_s).toArray(), QJsonArray());
}

void LiveDreyctlClusterTest::doctorFindsEachUsersRights_data()
{
    QTest::addColumn<User>("user");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("says");
    QTest::newRow("admin") << User::Admin << 0 << u"ok"_s << u"in every namespace"_s;
    QTest::newRow("operator") << User::Operator << 0 << u"ok"_s << u"team-a"_s;
    QTest::newRow("viewer") << User::Viewer << 0 << u"warning"_s << u"get services/proxy"_s;
    QTest::newRow("nobody") << User::Nobody << 1 << u"failed"_s << u"may not see Flink deployments"_s;
}

void LiveDreyctlClusterTest::doctorFindsEachUsersRights()
{
    QFETCH(const User, user);
    QFETCH(const QString, says);
    const QString name = ApiServer::contextName(user);
    const live::Said said = m_dreyctl->ask({u"doctor"_s, u"--context"_s, name});
    QTEST(said.exitCode(), "exitCode");
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"DoctorReport"_s);
    QCOMPARE(said.json.value(u"context"_s).toString(), name);
    QMap<QString, QJsonObject> steps;
    QStringList order;
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    for (const QJsonValue& item : items) {
        order.append(item[u"id"_s].toString());
        steps.insert(order.last(), item.toObject());
    }
    QCOMPARE(order, (QStringList{u"kubeconfig"_s, u"dns"_s, u"tcp"_s, u"tls"_s, u"signIn"_s, u"version"_s, u"rights"_s,
                                 u"crds"_s, u"operator"_s}));
    for (const QString& id : {u"kubeconfig"_s, u"dns"_s, u"tcp"_s, u"tls"_s, u"signIn"_s, u"version"_s, u"crds"_s})
        QVERIFY2(steps[id].value(u"verdict"_s) == u"ok"_s, qPrintable(id + u' ' + said.report()));
    QVERIFY2(steps[u"signIn"_s].value(u"message"_s).toString().contains(name), qPrintable(said.report()));
    QVERIFY(steps[u"version"_s].value(u"message"_s).toString().contains(u"v1.33.13"));
    QTEST(steps[u"rights"_s].value(u"verdict"_s).toString(), "rights");
    QVERIFY2(steps[u"rights"_s].value(u"message"_s).toString().contains(says), qPrintable(said.report()));
    QVERIFY(steps[u"crds"_s].value(u"message"_s).toString().contains(u"flinkdeployments v1beta1"));
    QCOMPARE(steps[u"operator"_s].value(u"verdict"_s).toString(), u"unknown"_s); // there is none
}

void LiveDreyctlClusterTest::deploymentsAgreeWithTheApiServer()
{
    const QDateTime askedAt = QDateTime::currentDateTimeUtc();
    const live::Said said = m_dreyctl->ask({u"get"_s, u"deployments"_s, u"-A"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray wanted{
        live::promised::deployment(u"admin"_s, resource(u"flinkdeployments"_s, u"team-a"_s, u"orders"_s)),
        live::promised::deployment(u"admin"_s, resource(u"flinkdeployments"_s, u"team-a"_s, u"sessions"_s)),
        live::promised::deployment(u"admin"_s, resource(u"flinkdeployments"_s, u"team-b"_s, u"orders"_s))};
    const QString found =
        itemsDisagree(said.json, wanted, {u"health"_s, u"summary"_s, u"judgedOn"_s, u"notHeard"_s}, askedAt);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    // No Flink and no pod was asked, and it says so.
    QCOMPARE(said.json[u"items"][0][u"judgedOn"].toArray(), QJsonArray{u"customResource"_s});
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"DeploymentList"_s);
    QCOMPARE(said.json.value(u"warnings"_s).toArray(), QJsonArray());
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    QCOMPARE(items[0][u"health"_s].toString(), u"healthy"_s);
    QCOMPARE(items[1][u"health"_s].toString(), u"changing"_s);
    QCOMPARE(items[2][u"health"_s].toString(), u"broken"_s);
}

void LiveDreyctlClusterTest::namespacesAreKeptApart()
{
    const auto keys = [this](const QStringList& options) {
        return keysOf(m_dreyctl->ask(QStringList{u"get"_s, u"deployments"_s} + options).json);
    };
    QCOMPARE(keys({}), (QStringList{u"team-a/orders"_s, u"team-a/sessions"_s})); // the context's own
    QCOMPARE(keys({u"-n"_s, u"team-b"_s}), QStringList{u"team-b/orders"_s});
    QCOMPARE(keys({u"orders"_s, u"-n"_s, u"team-b"_s}), QStringList{u"team-b/orders"_s});
    QCOMPARE(keys({u"--context"_s, u"operator"_s}), (QStringList{u"team-a/orders"_s, u"team-a/sessions"_s}));
    QCOMPARE(keys({u"-n"_s, u"of-nobody"_s}), QStringList());
}

void LiveDreyctlClusterTest::sessionJobsAgreeWithTheApiServer()
{
    const QDateTime askedAt = QDateTime::currentDateTimeUtc();
    const live::Said said = m_dreyctl->ask({u"get"_s, u"sessionjobs"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray wanted{
        live::promised::sessionJob(u"admin"_s, resource(u"flinksessionjobs"_s, u"team-a"_s, u"clicks"_s))};
    const QString found = itemsDisagree(said.json, wanted, {}, askedAt);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"SessionJobList"_s);
}

void LiveDreyctlClusterTest::snapshotsAgreeWithTheApiServer()
{
    const QDateTime askedAt = QDateTime::currentDateTimeUtc();
    const live::Said said = m_dreyctl->ask({u"get"_s, u"snapshots"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray wanted{live::promised::savepoint(
        u"admin"_s, resource(u"flinkstatesnapshots"_s, u"team-a"_s, u"orders-before-release"_s))};
    const QString found = itemsDisagree(said.json, wanted, {}, askedAt);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"SnapshotList"_s);
}

void LiveDreyctlClusterTest::describesWhatTheCustomResourceSays()
{
    const live::Said said = m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"orders"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonObject wanted =
        live::promised::deployment(u"admin"_s, resource(u"flinkdeployments"_s, u"team-a"_s, u"orders"_s));
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QString found = live::disagreement(said.json.value(it.key()), it.value());
        QVERIFY2(found.isEmpty(), qPrintable(it.key() + found));
    }
    QCOMPARE(said.json.value(u"kind"_s).toString(), u"Deployment"_s);
    // Nothing runs here: the operator's word stands against what is seen.
    QMap<QString, QJsonObject> truth;
    const QJsonArray sources = said.json.value(u"truth"_s).toArray();
    for (const QJsonValue& source : sources)
        truth.insert(source[u"source"_s].toString(), source.toObject());
    QCOMPARE(truth.keys(), (QStringList{u"customResource"_s, u"flinkRest"_s, u"highAvailability"_s, u"pods"_s}));
    QVERIFY(truth[u"customResource"_s].value(u"problem"_s).isNull());
    QVERIFY(truth[u"customResource"_s].value(u"says"_s).toString().contains(u"STABLE"));
    QVERIFY2(truth[u"flinkRest"_s].value(u"problem"_s).toString().contains(u"orders-rest"), qPrintable(said.report()));
    QVERIFY(truth[u"flinkRest"_s].value(u"observedAt"_s).isNull());
    QVERIFY(truth[u"pods"_s].value(u"problem"_s).isNull());
    QVERIFY(!said.json.value(u"disagreement"_s).isNull());
    QCOMPARE(said.json.value(u"health"_s).toString(), u"broken"_s);
}

void LiveDreyctlClusterTest::exitCodesTellWhoMayNot_data()
{
    QTest::addColumn<User>("user");
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("viewer everywhere") << User::Viewer << QStringList{u"-A"_s} << 0;
    QTest::newRow("operator in its own namespace") << User::Operator << QStringList{} << 0;
    QTest::newRow("operator in another") << User::Operator << QStringList{u"-n"_s, u"team-b"_s} << 4;
    QTest::newRow("operator everywhere") << User::Operator << QStringList{u"-A"_s} << 4;
    QTest::newRow("nobody in a namespace") << User::Nobody << QStringList{} << 4;
    QTest::newRow("nobody everywhere") << User::Nobody << QStringList{u"-A"_s} << 4;
}

void LiveDreyctlClusterTest::exitCodesTellWhoMayNot()
{
    QFETCH(const User, user);
    QFETCH(const QStringList, where);
    QFETCH(const int, exitCode);
    for (const QString& kind : {u"deployments"_s, u"sessionjobs"_s, u"snapshots"_s}) {
        const QStringList context{u"--context"_s, ApiServer::contextName(user)};
        const live::Said said = m_dreyctl->ask(QStringList{u"get"_s, kind} + where + context);
        QVERIFY2(said.exitCode() == exitCode, qPrintable(said.report()));
        QCOMPARE(said.command.output.isEmpty(), exitCode != 0);
        QVERIFY2(exitCode == 0 || said.command.errors.contains("forbidden"), qPrintable(said.report()));
    }
}

void LiveDreyctlClusterTest::saysWhatIsNotThere()
{
    const live::Said noName = m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"payments"_s});
    QVERIFY2(noName.exitCode() == 5 && noName.command.errors.contains("payments"), qPrintable(noName.report()));
    QCOMPARE(m_dreyctl->ask({u"get"_s, u"deployments"_s, u"payments"_s}).exitCode(), 5);
    QCOMPARE(m_dreyctl->ask({u"get"_s, u"bluegreen"_s}).exitCode(), 5); // this operator has no such type
    QCOMPARE(m_dreyctl->ask({u"get"_s, u"deployments"_s, u"--context"_s, u"made-up"_s}).exitCode(), 2);
}

void LiveDreyctlClusterTest::anotherTokenIsNotAccepted()
{
    live::WorkFolder folder(u"another-token"_s);
    QFile file(m_server->kubeconfig());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    text.replace(m_server->token(User::Admin).toUtf8(), "made-up");
    QVERIFY(folder.write(u"kubeconfig"_s, text));
    const QStringList option{u"--kubeconfig"_s, folder.file(u"kubeconfig"_s)};
    const live::Said said = m_dreyctl->ask(QStringList{u"get"_s, u"deployments"_s} + option);
    QVERIFY2(said.exitCode() == 4, qPrintable(said.report()));
    QVERIFY2(!said.command.errors.contains("made-up"), qPrintable(said.report()));
    const live::Said doctor = m_dreyctl->ask(QStringList{u"doctor"_s} + option);
    QVERIFY2(doctor.exitCode() == 1, qPrintable(doctor.report()));
    const QJsonArray steps = doctor.json.value(u"items"_s).toArray();
    const auto failed = std::find_if(steps.begin(), steps.end(),
                                     [](const QJsonValue& step) { return step[u"verdict"_s] == u"failed"_s; });
    QVERIFY(failed != steps.end());
    QCOMPARE((*failed)[u"id"_s].toString(), u"signIn"_s);
}

void LiveDreyctlClusterTest::aStoppedServerIsUnreachable()
{
    m_server->stopApiServer();
    const live::Said said = m_dreyctl->ask({u"get"_s, u"deployments"_s, u"-A"_s});
    const live::Said described = m_dreyctl->ask({u"describe"_s, u"deployment"_s, u"orders"_s});
    const live::Said contexts = m_dreyctl->ask({u"contexts"_s});
    QVERIFY2(m_server->startApiServer(), qPrintable(m_server->problem()));
    QVERIFY2(said.exitCode() == 3, qPrintable(said.report()));
    QVERIFY2(described.exitCode() == 3, qPrintable(described.report()));
    QCOMPARE(contexts.exitCode(), 0);

    m_server->freezeApiServer();
    const live::Said silent = m_dreyctl->ask({u"get"_s, u"deployments"_s, u"-A"_s, u"--timeout"_s, u"2"_s});
    m_server->thawApiServer();
    QVERIFY2(silent.exitCode() == 3, qPrintable(silent.report()));
    QCOMPARE(m_dreyctl->ask({u"get"_s, u"deployments"_s, u"-A"_s}).exitCode(), 0);
}

QTEST_GUILESS_MAIN(LiveDreyctlClusterTest)

#include "tst_livedreyctlcluster.moc"
