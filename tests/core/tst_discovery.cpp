#include "core/kube/accessreview.h"
#include "core/kube/discovery.h"

#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QJsonDocument>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace support;

using Kind = base::Error::Kind;
using Verdict = kube::Permission::Verdict;

/// What a server serves, and what one may do there.
class DiscoveryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        m_api = std::make_unique<FakeApi>();
    }

    void discoversWithOneAnswerWhereTheServerAggregates();
    void discoversGroupByGroupElse();
    void case63_discoversTheRestWhenOneGroupFails();
    void discoversWithoutThePermissionToList();
    void discoversNothingWithoutAnAnswer();
    void case81_takesOverNoNamesThatLeadElsewhere();
    void readsTheVersion();
    void case51_reviewsAccess_data();
    void case51_reviewsAccess();
    void asksForTheProxyByServiceAndPort();
    void reviewsSeveralQuestionsInTheirOrder();

private:
    std::unique_ptr<FakeApi> m_api;
};

void DiscoveryTest::discoversWithOneAnswerWhereTheServerAggregates()
{
    std::optional<kube::Discovery> found;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
    QVERIFY(m_api->isAsked(u"/api"_s));
    const QByteArray accept = m_api->requests.first().headers.value(0).second;
    QVERIFY(accept.contains("v=v2;as=APIGroupDiscoveryList") && accept.endsWith(",application/json"));
    m_api->answer(
        R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[
        {"resource":"pods","scope":"Namespaced","responseKind":{"kind":"Pod"},"verbs":["get","list"],"subresources":[{"subresource":"log"}]}]}]}]})");
    m_api->answer(R"({"kind":"APIGroupDiscoveryList","items":[
        {"metadata":{"name":"flink.apache.org"},"versions":[
            {"version":"v1beta1","freshness":"Stale","resources":[{"resource":"flinkdeployments","scope":"Namespaced","responseKind":{"kind":"FlinkDeployment"},"verbs":["list"]}]}]},
        {"metadata":{"name":"unwanted.example"},"versions":[{"version":"v1","resources":[{"resource":"things"}]}]}]})");
    QVERIFY(found);
    QCOMPARE(found->types.size(), 2);
    const kube::ServedType* pods = found->find({}, u"pods"_s);
    QVERIFY(pods && pods->isNamespaced);
    QCOMPARE(pods->subresources, QStringList({u"log"_s}));
    QCOMPARE(found->find(u"flink.apache.org"_s, u"flinkdeployments"_s)->kind, u"FlinkDeployment"_s);
    QCOMPARE(found->stale, QStringList({u"flink.apache.org"_s}));
    QVERIFY(found->failed.isEmpty());
    QCOMPARE(m_api->requests.size(), 2);
}

void DiscoveryTest::discoversGroupByGroupElse()
{
    std::optional<kube::Discovery> found;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
    m_api->answer(R"({"kind":"APIVersions","versions":["v1"]})");
    m_api->answer(R"({"kind":"APIGroupList","groups":[
        {"name":"apps","versions":[{"version":"v1"}],"preferredVersion":{"version":"v1"}},
        {"name":"unwanted.example","versions":[{"version":"v1"}]},
        {"name":"flink.apache.org","versions":[{"version":"v1beta1"},{"version":"v1"}],"preferredVersion":{"version":"v1"}}]})");
    m_api->answer(
        R"({"resources":[{"name":"pods/log","verbs":["get"]},{"name":"pods","kind":"Pod","namespaced":true,"verbs":["get"]},{"name":"namespaces","kind":"Namespace","namespaced":false}]})");
    m_api->answer(R"({"resources":[{"name":"deployments","kind":"Deployment","namespaced":true}]})");
    QVERIFY(m_api->isAsked(u"/apis/flink.apache.org/v1"_s));
    m_api->answer(R"({"resources":[{"name":"flinkdeployments","kind":"FlinkDeployment","namespaced":true}]})");
    QVERIFY(!found);
    m_api->answer(R"({"resources":[{"name":"flinkdeployments","kind":"FlinkDeployment","namespaced":true}]})");
    QVERIFY(found);
    QCOMPARE(found->find(u"flink.apache.org"_s, u"flinkdeployments"_s)->type.version, u"v1"_s);
    QCOMPARE(found->find({}, u"pods"_s)->subresources, QStringList({u"log"_s}));
    QVERIFY(!found->find({}, u"namespaces"_s)->isNamespaced);
    QVERIFY(!found->find({}, u"pods/log"_s));
    QVERIFY(found->find(u"apps"_s, u"deployments"_s));
    QVERIFY(!found->find(u"unwanted.example"_s, u"things"_s));
}

void DiscoveryTest::case63_discoversTheRestWhenOneGroupFails()
{
    std::optional<kube::Discovery> found;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
    m_api->answer(R"({"kind":"APIVersions"})");
    m_api->answer(R"({"groups":[{"name":"flink.apache.org","versions":[{"version":"v1beta1"}]}]})");
    m_api->answer(R"({"resources":[{"name":"pods","kind":"Pod"}]})");
    m_api->fail(503, statusJson(503, u"ServiceUnavailable"_s));
    QVERIFY(found);
    QVERIFY(found->find({}, u"pods"_s));
    QCOMPARE(found->failed.keys(), QStringList({u"flink.apache.org"_s}));
}

void DiscoveryTest::discoversWithoutThePermissionToList()
{
    std::optional<kube::Discovery> found;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
    m_api->fail(403, statusJson(403, u"Forbidden"_s));
    m_api->fail(403, statusJson(403, u"Forbidden"_s));
    while (m_api->waiting() > 0) {
        if (m_api->isAsked(u"/apis/flink.apache.org"_s))
            m_api->answer(R"({"name":"flink.apache.org","versions":[{"version":"v1beta1"}]})");
        else if (m_api->isAsked(u"/apis/flink.apache.org/v1beta1"_s))
            m_api->answer(R"({"resources":[{"name":"flinkdeployments","kind":"FlinkDeployment"}]})");
        else if (m_api->isAsked(u"/api/v1"_s))
            m_api->fail(403, statusJson(403, u"Forbidden"_s));
        else
            m_api->fail(404, "404 page not found");
    }
    QVERIFY(found);
    QVERIFY(found->find(u"flink.apache.org"_s, u"flinkdeployments"_s));
    QCOMPARE(found->failed.keys(), QStringList({QString()}));
}

void DiscoveryTest::discoversNothingWithoutAnAnswer()
{
    std::optional<base::Error> error;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { error = answer.error(); });
    while (m_api->waiting() > 0)
        m_api->fail(Kind::Network);
    QVERIFY(error);
    QCOMPARE(error->kind, Kind::Network);
}

void DiscoveryTest::case81_takesOverNoNamesThatLeadElsewhere()
{
    std::optional<kube::Discovery> found;
    kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
    m_api->answer(R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","resources":[
        {"resource":"../../secrets"},{"resource":".."},{"resource":"a%2fb"},{"resource":"pods"}]}]}]})");
    m_api->answer(R"({"groups":[{"name":"apps","versions":[{"version":"../v1"},{"version":".."}]}]})");
    QVERIFY(found);
    QCOMPARE(found->types.size(), 1);
    QCOMPARE(m_api->requests.size(), 2);
}

void DiscoveryTest::readsTheVersion()
{
    std::optional<kube::ServerVersion> version;
    kube::fetchVersion(*m_api, this, [&](const base::Result<kube::ServerVersion>& answer) { version = *answer; });
    m_api->answer(R"({"major":"1","minor":"32+","gitVersion":"v1.32.4-gke.1"})");
    QCOMPARE(*version, kube::ServerVersion({.major = 1, .minor = 32, .gitVersion = u"v1.32.4-gke.1"_s}));
}

void DiscoveryTest::case51_reviewsAccess_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("reason");

    QTest::newRow("allowed") << QByteArray(R"({"allowed":true,"reason":"RBAC: allowed by admin"})") << Verdict::Allowed
                             << u"RBAC: allowed by admin"_s;
    QTest::newRow("not allowed") << QByteArray(R"({"allowed":false})") << Verdict::Denied << QString();
    QTest::newRow("denied") << QByteArray(R"({"allowed":false,"denied":true,"reason":"no","evaluationError":"e"})")
                            << Verdict::Denied << u"no"_s;
    QTest::newRow("an authorizer failed")
        << QByteArray(R"({"allowed":false,"evaluationError":"webhook down"})") << Verdict::Unknown << u"webhook down"_s;
    QTest::newRow("nothing told") << QByteArray("{}") << Verdict::Unknown << QString();
    QTest::newRow("hostile words") << QByteArray("{\"allowed\":true,\"reason\":\"a\\u202eb\"}") << Verdict::Allowed
                                   << u"a⟨U+202E⟩b"_s;
}

void DiscoveryTest::case51_reviewsAccess()
{
    QFETCH(QByteArray, status);
    std::optional<kube::Permission> permission;
    kube::reviewAccess(*m_api,
                       {.verb = u"list"_s, .type = kube::flinkType(u"flinkdeployments"_s), .nameSpace = u"prod"_s},
                       this, [&](const kube::Permission& answer) { permission = answer; });
    QVERIFY(m_api->isAsked(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s));
    QCOMPARE(m_api->requests.last().effect, http::Effect::Read); // a protected connection may ask
    QCOMPARE(m_api->requests.last().method, "POST");
    m_api->answer("{\"status\":" + status + "}");
    QTEST(permission->verdict, "verdict");
    QTEST(permission->reason, "reason");

    kube::reviewAccess(*m_api, kube::AccessQuestion{.verb = u"get"_s, .type = kube::coreType(u"pods"_s)}, this,
                       [&](const kube::Permission& answer) { permission = answer; });
    m_api->fail(500, "boom");
    QCOMPARE(permission->verdict, Verdict::Unknown);
    QVERIFY(!permission->reason.isEmpty());
}

void DiscoveryTest::asksForTheProxyByServiceAndPort()
{
    kube::reviewAccess(*m_api, kube::serviceProxyQuestion(u"get"_s, u"prod"_s, u"top-speed-rest"_s, u"rest"_s), this,
                       [](const kube::Permission&) {});
    const QJsonObject asked =
        QJsonDocument::fromJson(m_api->requests.last().body)["spec"_L1]["resourceAttributes"_L1].toObject();
    QCOMPARE(asked["name"_L1].toString(), u"top-speed-rest:rest"_s);
    QCOMPARE(asked["resource"_L1].toString(), u"services"_s);
    QCOMPARE(asked["subresource"_L1].toString(), u"proxy"_s);
    QCOMPARE(asked["namespace"_L1].toString(), u"prod"_s);
    QCOMPARE(asked["verb"_L1].toString(), u"get"_s);
}

void DiscoveryTest::reviewsSeveralQuestionsInTheirOrder()
{
    const kube::ResourceType pods = kube::coreType(u"pods"_s);
    QList<kube::Permission> all;
    kube::reviewAccess(*m_api,
                       QList<kube::AccessQuestion>{{.verb = u"get"_s, .type = pods},
                                                   {.verb = u"list"_s, .type = pods},
                                                   {.verb = u"watch"_s, .type = pods}},
                       this, [&](const QList<kube::Permission>& answers) { all = answers; });
    QCOMPARE(m_api->waiting(), 3);
    m_api->answer(R"({"status":{"allowed":true}})");
    m_api->fail(Kind::Network);
    QVERIFY(all.isEmpty());
    m_api->answer(R"({"status":{"allowed":false}})");
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].verdict, Verdict::Allowed);
    QCOMPARE(all[1].verdict, Verdict::Unknown);
    QCOMPARE(all[2].verdict, Verdict::Denied);

    bool isDone = false;
    kube::reviewAccess(*m_api, QList<kube::AccessQuestion>(), this,
                       [&](const QList<kube::Permission>&) { isDone = true; });
    QTRY_VERIFY(isDone);
}

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"
