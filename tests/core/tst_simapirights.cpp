#include "core/sim/world/path.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/apibench.h"

using namespace Qt::StringLiterals;
using sim::at;
using sim::put;
using support::ApiBench;
namespace type = sim::type;

namespace {

QByteArray accessReview(const QString& verb, const QString& resource, const QString& sub = {}, const QString& name = {})
{
    QJsonObject review;
    put(review, {u"spec", u"resourceAttributes"},
        QJsonObject{{u"namespace"_s, u"default"_s},
                    {u"verb"_s, verb},
                    {u"group"_s, resource.startsWith(u"flink") ? u"flink.apache.org"_s : QString()},
                    {u"resource"_s, resource},
                    {u"subresource"_s, sub},
                    {u"name"_s, name}});
    return QJsonDocument(review).toJson();
}

} // namespace

/// Who may come in, and what each may do.
class SimApiRightsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void asksWhoIsThere();
    void everyRightIsChecked_data();
    void everyRightIsChecked();
    void saysWhatIsForbiddenAsKubernetesDoes();
    void aRightCanBeTakenAwayAndGivenBack();
    void aRoleCanNameObjects();
    void answersWhatIMayDo();
    void listsWhatIMayDo();
    void answersWhoIAm();
    void whoMayImpersonateActsAsAnother();

private:
    bool mayI(const QString& verb, const QString& resource, const QString& sub = {}, const QString& name = {});
    std::optional<ApiBench> m_bench;
};

void SimApiRightsTest::init()
{
    support::keepClean();
    m_bench.emplace();
}

bool SimApiRightsTest::mayI(const QString& verb, const QString& resource, const QString& sub, const QString& name)
{
    const auto answer = m_bench->ask("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                     accessReview(verb, resource, sub, name));
    return answer->status == 201 && at(answer->json(), {u"status", u"allowed"}).toBool();
}

void SimApiRightsTest::asksWhoIsThere()
{
    m_bench->become("forged");
    const auto unknown = m_bench->get("/api/v1/pods");
    QCOMPARE(unknown->status, 401);
    QCOMPARE(unknown->reason(), u"Unauthorized"_s);
    m_bench->become({});
    const auto nobody = m_bench->get("/api/v1/pods");
    QCOMPARE(nobody->status, 403);
    QVERIFY(nobody->message().contains(u"User \"system:anonymous\" cannot list resource \"pods\""));
    QCOMPARE(m_bench->get("/livez")->body, "ok");
    QCOMPARE(m_bench->get("/readyz")->status, 200);
    QCOMPARE(m_bench->get("/version")->status, 200);
    QCOMPARE(m_bench->get("/apis")->status, 403);
    m_bench->become("admin");
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 200);
    m_bench->api.users().revoke("admin");
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 401);
}

void SimApiRightsTest::everyRightIsChecked_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* who, const char* method, const char* path, bool allowed) {
        QTest::addRow("%s %s %s", who, method, path)
            << QByteArray(who) << QByteArray(method) << QByteArray(path) << allowed;
    };
    row("admin", "GET", "/api/v1/secrets", true);
    row("admin", "GET", "/metrics", true);
    row("operator", "GET", "/api/v1/namespaces/default/secrets", true);
    row("operator", "GET", "/api/v1/namespaces/kube-system/secrets", false);
    row("operator", "GET", "/api/v1/pods", false);
    row("operator", "DELETE", "/api/v1/namespaces/default/pods/x", true);
    row("operator", "PATCH", "/apis/apps/v1/namespaces/default/deployments/x/scale", true);
    row("operator", "DELETE", "/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles/x", false);
    row("viewer", "GET", "/api/v1/pods", true);
    row("viewer", "GET", "/api/v1/namespaces/default/pods/x/log", true);
    row("viewer", "GET", "/api/v1/namespaces/default/secrets", false);
    row("viewer", "DELETE", "/api/v1/namespaces/default/pods/x", false);
    row("viewer", "POST", "/api/v1/namespaces/default/services/x:rest/proxy/jobs", false);
    row("viewer", "GET", "/api/v1/namespaces/default/services/x:rest/proxy/jobs", true);
    row("stranger", "GET", "/api/v1/namespaces/default/pods", false);
    row("stranger", "GET", "/apis/", true);
    row("stranger", "GET", "/metrics", false);
}

void SimApiRightsTest::everyRightIsChecked()
{
    QFETCH(const QByteArray, who);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const bool, allowed);
    m_bench->become(who);
    QCOMPARE(m_bench->ask(method, path)->status != 403, allowed);
}

void SimApiRightsTest::saysWhatIsForbiddenAsKubernetesDoes()
{
    m_bench->become("stranger");
    QCOMPARE(m_bench->get("/apis/flink.apache.org/v1beta1/flinkdeployments")->message(),
             u"flinkdeployments.flink.apache.org is forbidden: User \"stranger\" cannot list resource "
             u"\"flinkdeployments\" in API "
             "group \"flink.apache.org\" at the cluster scope"_s);
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/services/f-rest:rest/proxy/x")->message(),
             u"services \"f-rest:rest\" is forbidden: User \"stranger\" cannot get resource \"services/proxy\" in API "
             u"group \"\" in "
             "the namespace \"default\""_s);
    QCOMPARE(m_bench->get("/metrics")->message(), u"forbidden: User \"stranger\" cannot get path \"/metrics\""_s);
}

void SimApiRightsTest::aRightCanBeTakenAwayAndGivenBack()
{
    m_bench->become("viewer");
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 200);
    const auto binding = m_bench->world.objects.find(type::clusterRoleBindings, {}, u"practice-viewer"_s)->document();
    QVERIFY(m_bench->world.objects.remove(type::clusterRoleBindings, {}, u"practice-viewer"_s));
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 403);
    QVERIFY(m_bench->world.objects.create(type::clusterRoleBindings, binding));
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 200);
}

void SimApiRightsTest::aRoleCanNameObjects()
{
    QJsonObject role;
    put(role, {u"metadata", u"name"}, u"one"_s);
    put(role, {u"metadata", u"namespace"}, u"default"_s);
    role.insert(u"rules"_s, QJsonArray{QJsonObject{{u"apiGroups"_s, QJsonArray{QString()}},
                                                   {u"resources"_s, QJsonArray{u"secrets"_s}},
                                                   {u"resourceNames"_s, QJsonArray{u"mine"_s}},
                                                   {u"verbs"_s, QJsonArray{u"get"_s}}}});
    QVERIFY(m_bench->world.objects.create(type::roles, role));
    QJsonObject binding;
    binding.insert(u"metadata"_s, role[u"metadata"]);
    binding.insert(u"subjects"_s, QJsonArray{QJsonObject{{u"kind"_s, u"User"_s}, {u"name"_s, u"stranger"_s}}});
    put(binding, {u"roleRef", u"kind"}, u"Role"_s);
    put(binding, {u"roleRef", u"name"}, u"one"_s);
    QVERIFY(m_bench->world.objects.create(type::roleBindings, binding));
    m_bench->become("stranger");
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/secrets/mine")->status, 404);
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/secrets/yours")->status, 403);
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/secrets")->status, 403);
}

void SimApiRightsTest::answersWhatIMayDo()
{
    m_bench->become("operator");
    QVERIFY(mayI(u"patch"_s, u"flinkdeployments"_s));
    QVERIFY(mayI(u"get"_s, u"services"_s, u"proxy"_s, u"orders-rest:rest"_s));
    m_bench->become("viewer");
    QVERIFY(mayI(u"get"_s, u"flinkdeployments"_s));
    QVERIFY(!mayI(u"patch"_s, u"flinkdeployments"_s));
    QVERIFY(!mayI(u"get"_s, u"secrets"_s));
    m_bench->become("admin");
    QVERIFY(mayI(u"delete"_s, u"anything"_s));
    QCOMPARE(m_bench->ask("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "{\"spec\":{}}")->status,
             422);
}

void SimApiRightsTest::listsWhatIMayDo()
{
    m_bench->become("viewer");
    const auto answer = m_bench->ask("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                                     "{\"spec\":{\"namespace\":\"default\"}}");
    QCOMPARE(answer->status, 201);
    const auto status = answer->json()[u"status"].toObject();
    QCOMPARE(status[u"incomplete"], QJsonValue(false));
    const auto rules = status[u"resourceRules"].toArray();
    QVERIFY(std::any_of(rules.begin(), rules.end(), [](const QJsonValue& rule) {
        return rule[u"apiGroups"].toArray().contains(u"flink.apache.org"_s) &&
               !rule[u"verbs"].toArray().contains(u"patch"_s);
    }));
    QVERIFY(!status[u"nonResourceRules"].toArray().isEmpty());
}

void SimApiRightsTest::answersWhoIAm()
{
    m_bench->become("operator");
    const auto answer = m_bench->ask("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");
    QCOMPARE(at(answer->json(), {u"status", u"userInfo", u"username"}), QJsonValue(u"practice-operator"_s));
    QVERIFY(at(answer->json(), {u"status", u"userInfo", u"groups"}).toArray().contains(u"system:authenticated"_s));
}

void SimApiRightsTest::whoMayImpersonateActsAsAnother()
{
    m_bench->send("Impersonate-User", "practice-viewer");
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/secrets")->status, 403);
    m_bench->send("Impersonate-User", "practice-viewer");
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 200);
    m_bench->become("viewer");
    m_bench->send("Impersonate-User", "practice-admin");
    m_bench->send("Impersonate-Group", "system:masters");
    QVERIFY(m_bench->get("/api/v1/pods")->message().contains(u"cannot impersonate resource \"users\""));
    m_bench->become("admin");
    m_bench->send("Impersonate-Group", "system:masters");
    QCOMPARE(m_bench->get("/api/v1/pods")->status, 500);
}

QTEST_GUILESS_MAIN(SimApiRightsTest)
#include "tst_simapirights.moc"
