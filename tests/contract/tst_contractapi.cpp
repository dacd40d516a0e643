#include "core/sim/api/host.h"

#include "tests/live/support/apiserver.h"
#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace {

/// One server that is asked.
struct Side
{
    QString url;
    QByteArray token;
    QByteArray authority;
};

struct Heard
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

Heard ask(const Side& side, const QByteArray& method, const QString& target, const QByteArray& body,
          const QByteArray& type)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(side.url + target));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(side.authority));
    request.setSslConfiguration(tls);
    request.setRawHeader("Authorization", "Bearer " + side.token);
    request.setRawHeader("User-Agent", "contract/1.0");
    request.setRawHeader("Accept", "application/json");
    if (!type.isEmpty())
        request.setRawHeader("Content-Type", type);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->rawHeader("Content-Type"),
            reply->readAll()};
}

QString typeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"undefined"_s;
}

/// Every path of a document with the type of what is there: which fields are present, whatever they hold.
void collectShape(const QJsonValue& value, const QString& path, QStringList& shape)
{
    shape += path + u": "_s + typeName(value);
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            collectShape(member.value(), path + u'.' + member.key(), shape);
    }
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collectShape(array.at(i), u"%1[%2]"_s.arg(path).arg(i), shape);
}

QStringList shapeOf(const QJsonObject& document)
{
    QStringList shape;
    collectShape(document, {}, shape);
    return shape;
}

/// What of a Status has a meaning: reason, message, causes. The ids of objects are each server's own.
QJsonObject meaningOf(const QJsonObject& status)
{
    static const QRegularExpression uid(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
    QJsonObject meaning;
    for (const auto& key : {u"status"_s, u"reason"_s, u"code"_s})
        meaning.insert(key, status.value(key));
    meaning.insert(u"message"_s, status.value(u"message"_s).toString().replace(uid, u"UID"_s));
    auto details = status.value(u"details"_s).toObject();
    details.remove(u"uid"_s);
    meaning.insert(u"details"_s, details);
    return meaning;
}

} // namespace

/// The same requests to the real API server and to the practice cluster. Where the answers differ in status, in what a
/// refusal says, or in which fields are there and of which type, the practice cluster is wrong.
class ContractApiTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase();

    // In this order: each builds on what the ones before have left.
    void answersAlike_data();
    void answersAlike();

private:
    live::ApiServer* m_real = nullptr;
    std::unique_ptr<sim::Host> m_practice;
    Side m_sides[2];
};

void ContractApiTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_real = new live::ApiServer({}, this);
    QVERIFY2(m_real->start(), qPrintable(m_real->problem()));
    m_practice = std::make_unique<sim::Host>(sim::HostOptions());
    QVERIFY(m_practice->problem().isEmpty());
    auto realUrl = m_real->url().toString();
    while (realUrl.endsWith(u'/'))
        realUrl.chop(1);
    m_sides[0] = {realUrl, m_real->token(live::ApiServer::User::Admin).toUtf8(), m_real->certificateAuthority()};
    m_sides[1] = {m_practice->server(), m_practice->adminToken(), m_practice->authority()};
}

void ContractApiTest::cleanupTestCase()
{
    m_practice.reset();
    delete m_real;
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
    const auto real = ask(m_sides[0], method, path, body, type);
    const auto practice = ask(m_sides[1], method, path, body, type);
    QVERIFY(real.status > 0);
    QCOMPARE(practice.status, real.status);
    QCOMPARE(practice.contentType.split(';').first(), real.contentType.split(';').first());
    if (real.json().value(u"status") == u"Failure"_s) {
        QCOMPARE(meaningOf(practice.json()), meaningOf(real.json()));
        return;
    }
    if (real.json().isEmpty()) {
        QCOMPARE(practice.body, real.body);
        return;
    }
    QStringList missing = shapeOf(real.json());
    QStringList tooMuch = shapeOf(practice.json());
    const auto common = missing;
    missing.removeIf([&](const QString& line) { return tooMuch.contains(line); });
    tooMuch.removeIf([&](const QString& line) { return common.contains(line); });
    QVERIFY2(missing.isEmpty() && tooMuch.isEmpty(),
             qPrintable(u"missing: %1\ntoo much: %2"_s.arg(missing.join(u", "_s), tooMuch.join(u", "_s))));
}

QTEST_GUILESS_MAIN(ContractApiTest)
#include "tst_contractapi.moc"
