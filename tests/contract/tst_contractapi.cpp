#include "tests/contract/support/apipair.h"
#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The same requests to the real API server and to the practice cluster. Where the answers differ in status, in what a
/// refusal says, or in which fields are there and of which type, the practice cluster is wrong.
class ContractApiTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase() { m_pair.reset(); }

    // In this order: each builds on what the ones before have left.
    void answersAlike_data();
    void answersAlike();

private:
    std::unique_ptr<contract::ApiPair> m_pair;
};

void ContractApiTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_pair = std::make_unique<contract::ApiPair>();
    const auto problem = m_pair->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void ContractApiTest::answersAlike_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const QByteArray json = "application/json";
    const QByteArray merge = "application/merge-patch+json";
    const QByteArray apply = "application/apply-patch+yaml";
    const auto cms = u"/api/v1/namespaces/contract/configmaps"_s;
    const auto row = [](const char* name, const QByteArray& method, const QString& path, const QByteArray& body = {},
                        const QByteArray& type = {}) { QTest::newRow(name) << method << path << body << type; };
    row("a namespace is made", "POST", u"/api/v1/namespaces"_s,
        R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"contract"}})", json);
    row("a namespace is read", "GET", u"/api/v1/namespaces/contract"_s);
    row("an empty list", "GET", cms + u"?labelSelector=a%3Db"_s);
    row("nothing there", "GET", cms + u"/none"_s);
    row("a config map is made", "POST", cms,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"l":"1"}},"data":{"x":"1"}})", json);
    row("it is there already", "POST", cms, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}})", json);
    row("in no namespace", "POST", u"/api/v1/namespaces/nowhere/configmaps"_s,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}})", json);
    row("a list", "GET", cms + u"?labelSelector=l%3D1"_s);
    row("a list of metadata is not asked", "GET", cms + u"?limit=1&labelSelector=l%3D1"_s);
    row("a bad name", "POST", cms, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"Bad Name"}})", json);
    row("an unknown field", "POST", cms + u"?fieldValidation=Strict"_s,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"},"bogus":1})", json);
    row("a patch", "PATCH", cms + u"/a"_s, R"({"data":{"y":"2"}})", merge);
    row("a patch of nothing", "PATCH", cms + u"/none"_s, "{}", merge);
    row("an unknown patch", "PATCH", cms + u"/a"_s, "{}", "text/plain");
    row("an apply", "PATCH", cms + u"/s?fieldManager=one"_s,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"s"},"data":{"x":"1"}})", apply);
    row("an apply in conflict", "PATCH", cms + u"/s?fieldManager=two"_s,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"s"},"data":{"x":"2"}})", apply);
    row("an apply by nobody", "PATCH", cms + u"/s"_s,
        R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"s"}})", apply);
    row("a dry run", "DELETE", cms + u"/a?dryRun=All"_s);
    row("a dry run of another kind", "DELETE", cms + u"/a?dryRun=Some"_s);
    row("a deletion of another", "DELETE", cms + u"/a"_s, R"({"preconditions":{"uid":"other"}})", json);
    row("a deletion", "DELETE", cms + u"/a"_s);
    row("a deletion again", "DELETE", cms + u"/a"_s);
    row("a match without revision", "GET", cms + u"?resourceVersionMatch=Exact"_s);
    row("a bad continue", "GET", cms + u"?continue=e30"_s);
    row("a bad revision", "GET", cms + u"?resourceVersion=abc"_s);
    row("a bad selector", "GET", cms + u"?labelSelector=%3D%3D"_s);
    row("a bad field", "GET", cms + u"?fieldSelector=spec.x%3D1"_s);
    row("an unknown group", "GET", u"/apis/example.org/v1/things"_s);
    row("an unknown kind", "GET", u"/api/v1/things"_s);
    row("a method that is not allowed", "PUT", cms, "{}", json);
    row("a name in a collection's post", "POST", cms + u"/a"_s, "{}", json);
    row("a service", "POST", u"/api/v1/namespaces/contract/services"_s,
        R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},"spec":{"selector":{"a":"b"},"ports":[{"name":"rest","port":8081}]}})",
        json);
    row("a pod's log of none", "GET", u"/api/v1/namespaces/contract/pods/none/log"_s);
    row("a deployment", "POST", u"/apis/apps/v1/namespaces/contract/deployments"_s,
        R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}})",
        json);
    row("a scale", "GET", u"/apis/apps/v1/namespaces/contract/deployments/d/scale"_s);
    row("a scaling", "PATCH", u"/apis/apps/v1/namespaces/contract/deployments/d/scale"_s, R"({"spec":{"replicas":3}})",
        merge);
    row("who am I", "POST", u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s,
        R"({"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"})", json);
}

void ContractApiTest::answersAlike()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    const auto difference = m_pair->compare({method, path, body, type});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_GUILESS_MAIN(ContractApiTest)
#include "tst_contractapi.moc"
