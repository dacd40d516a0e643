#include "core/kube/api.h"
#include "core/kube/status.h"

#include "tests/support/byteserver.h"
#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using Kind = base::Error::Kind;

namespace {

base::Error errorOf(int status, const QByteArray& body, const QList<http::Header>& headers = {})
{
    http::Answer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = headers;
    answer.url = QUrl(u"https://api.test/apis"_s);
    answer.receivedAt = QDateTime::currentDateTimeUtc();
    http::Target target;
    target.base = answer.url;
    target.label = u"prod-eu"_s;
    return kube::statusError(answer, target);
}

QJsonArray causesOf(const base::Error& error)
{
    return QJsonDocument::fromJson(error.detail.toUtf8())["details"_L1]["causes"_L1].toArray();
}

} // namespace

/// Paths, and the errors of an API server.
class KubeApiTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        m_api = std::make_unique<FakeApi>();
    }

    void buildsPaths();
    void case81_knowsUnsafeSegments();
    void decidesByReasonThenByCode_data();
    void decidesByReasonThenByCode();
    void case52_readsHowLongToWait_data();
    void case52_readsHowLongToWait();
    void case77_quotesTheServerInWordsThatAreSafeToShow();
    void case60_keepsAllCausesUnlessTheyAreTooMany();
    void case54_tellsAMissingTypeFromAMissingObject();
    void tellsALoginPageFromACutAnswer();
    void sendsOverHttpAndTellsTheStatus();
    void case53_doesNotKnowTheOutcomeOfAWriteThatSomebodyGaveUpOn_data();
    void case53_doesNotKnowTheOutcomeOfAWriteThatSomebodyGaveUpOn();

private:
    std::unique_ptr<FakeApi> m_api;
};

void KubeApiTest::buildsPaths()
{
    const kube::Collection all{.type = kube::flinkType(u"flinkdeployments"_s)};
    QCOMPARE(all.path(), u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s);
    const kube::Collection pods{.type = kube::coreType(u"pods"_s), .nameSpace = u"prod"_s};
    QCOMPARE(pods.path(), u"/api/v1/namespaces/prod/pods"_s);
    const kube::ObjectPath log{
        .type = kube::coreType(u"pods"_s), .nameSpace = u"prod"_s, .name = u"a b"_s, .subresource = u"log"_s};
    QCOMPARE(log.path(), u"/api/v1/namespaces/prod/pods/a%20b/log"_s);
}

void KubeApiTest::case81_knowsUnsafeSegments()
{
    for (const QString& bad : {u"."_s, u".."_s, u"a/b"_s, u"a%2fb"_s}) {
        const kube::ResourceType pods = kube::coreType(u"pods"_s);
        QVERIFY(!kube::Collection({.type = pods, .nameSpace = bad}).isSafe());
        QVERIFY(!kube::Collection({.type = kube::coreType(bad)}).isSafe());
        QVERIFY(!kube::ObjectPath({.type = pods, .nameSpace = u"ns"_s, .name = bad, .subresource = {}}).isSafe());
        QVERIFY(!kube::ObjectPath({.type = pods, .nameSpace = u"ns"_s, .name = u"x"_s, .subresource = bad}).isSafe());
    }
    QVERIFY(!kube::ObjectPath({.type = kube::coreType(u"pods"_s), .nameSpace = u"ns"_s, .name = {}, .subresource = {}})
                 .isSafe());
    QVERIFY(kube::ObjectPath({.type = kube::coreType(u"services"_s),
                              .nameSpace = u"ns"_s,
                              .name = u"a-rest:rest"_s,
                              .subresource = u"proxy"_s})
                .isSafe());
}

void KubeApiTest::decidesByReasonThenByCode_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Kind>("kind");

    QTest::newRow("Expired beats 500") << 500 << u"Expired"_s << Kind::Gone;
    QTest::newRow("Gone") << 410 << u"Gone"_s << Kind::Gone;
    QTest::newRow("410 without reason") << 410 << QString() << Kind::Gone;
    QTest::newRow("AlreadyExists") << 409 << u"AlreadyExists"_s << Kind::Conflict;
    QTest::newRow("Invalid") << 422 << u"Invalid"_s << Kind::Invalid;
    QTest::newRow("BadRequest") << 400 << u"BadRequest"_s << Kind::Invalid;
    QTest::newRow("Forbidden") << 403 << u"Forbidden"_s << Kind::Forbidden;
    QTest::newRow("an unknown reason") << 403 << u"TeapotOnly"_s << Kind::Forbidden;
    QTest::newRow("Timeout") << 504 << u"Timeout"_s << Kind::Server;
    QTest::newRow("TooManyRequests") << 429 << u"TooManyRequests"_s << Kind::TooManyRequests;
    QTest::newRow("413") << 413 << u"RequestEntityTooLarge"_s << Kind::TooLarge;
    QTest::newRow("StorageReadError") << 500 << u"StorageReadError"_s << Kind::Server;
}

void KubeApiTest::decidesByReasonThenByCode()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    const base::Error error = errorOf(code, statusJson(code, reason));
    QTEST(error.kind, "kind");
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.httpStatus, code);
}

void KubeApiTest::case52_readsHowLongToWait_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("details");
    QTest::addColumn<int>("seconds");

    QTest::newRow("header") << QByteArray("1") << QByteArray("{}") << 1;
    QTest::newRow("Status") << QByteArray() << QByteArray(R"({"retryAfterSeconds":7})") << 7;
    QTest::newRow("header first") << QByteArray("3") << QByteArray(R"({"retryAfterSeconds":7})") << 3;
    QTest::newRow("capped") << QByteArray("120") << QByteArray("{}") << 60;
    QTest::newRow("Status capped") << QByteArray() << QByteArray(R"({"retryAfterSeconds":99999999999})") << 60;
    QTest::newRow("no number") << QByteArray("abc") << QByteArray("{}") << 0;
    QTest::newRow("a date long gone") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << QByteArray("{}") << 0;
    QTest::newRow("a date far away") << QByteArray("Wed, 21 Oct 2099 07:28:00 GMT") << QByteArray("{}") << 60;
}

void KubeApiTest::case52_readsHowLongToWait()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, details);
    const base::Error error =
        errorOf(429, statusJson(429, u"TooManyRequests"_s, u"slow down"_s, details), {{"Retry-After", header}});
    QTEST(int(error.retryAfter.count()), "seconds");
}

void KubeApiTest::case77_quotesTheServerInWordsThatAreSafeToShow()
{
    const base::Error error =
        errorOf(403, statusJson(403, u"Forbidden"_s, u"no <b>way</b>\u202E\u001b[31m"_s + QString(5'000, u'x')));
    QVERIFY(error.message.contains(u"prod-eu"));
    QVERIFY(error.message.contains(u"no <b>way</b>"));
    QVERIFY(!error.message.contains(QChar(0x202E)));
    QVERIFY(!error.message.contains(QChar(0x1B)));
    QVERIFY(error.message.size() < 2'000);
}

void KubeApiTest::case60_keepsAllCausesUnlessTheyAreTooMany()
{
    const auto causes = [](int count) {
        QByteArrayList all;
        for (int i = 0; i < count; ++i)
            all.append(R"({"reason":"FieldValueInvalid","field":"spec.a)" + QByteArray::number(i) +
                       R"(","message":"bad"})");
        return QByteArray(R"({"causes":[)" + all.join(',') + "]}");
    };
    QCOMPARE(causesOf(errorOf(422, statusJson(422, u"Invalid"_s, u"m"_s, causes(1'000)))).size(), 1'000);
    const base::Error huge = errorOf(422, statusJson(422, u"Invalid"_s, u"m"_s, causes(100'000)));
    QCOMPARE(huge.kind, Kind::Invalid);
    QVERIFY(huge.detail.size() < 300'000);
    QVERIFY(QJsonDocument::fromJson(huge.detail.toUtf8()).isObject());
}

void KubeApiTest::case54_tellsAMissingTypeFromAMissingObject()
{
    const base::Error missingType = errorOf(404, "404 page not found\n", {{"Content-Type", "text/plain"}});
    QCOMPARE(missingType.kind, Kind::NotFound);
    QVERIFY(missingType.reason.isEmpty());
    QCOMPARE(missingType.detail, u"404 page not found"_s);
    QVERIFY(kube::isTypeMissing(missingType));
    QVERIFY(kube::isTypeMissing(
        errorOf(404, statusJson(404, u"NotFound"_s, u"the server could not find the requested resource"_s))));
    QVERIFY(!kube::isTypeMissing(
        errorOf(404, statusJson(404, u"NotFound"_s, u"pods \"x\" not found"_s, R"({"name":"x","kind":"pods"})"))));
    QVERIFY(!kube::isTypeMissing(errorOf(404, "<html>404 page not found</html>")));
    QVERIFY(!kube::isTypeMissing(errorOf(403, "404 page not found")));
}

void KubeApiTest::tellsALoginPageFromACutAnswer()
{
    QVERIFY(kube::notAnAnswer("  <html>", u"x"_s).message.contains(u"web page"));
    QVERIFY(kube::notAnAnswer("{\"items\":[", u"x"_s).message.contains(u"cut off"));
    std::optional<base::Error> error;
    m_api->getJson(u"/version"_s, this, [&](const base::Result<QJsonObject>& answer) { error = answer.error(); });
    m_api->answer("<html>Welcome to our hotel</html>");
    QCOMPARE(error->kind, Kind::Decode);
}

// A redirect is an error.
void KubeApiTest::sendsOverHttpAndTellsTheStatus()
{
    ByteServer server;
    server.onRequest([](Exchange& exchange) {
        if (exchange.path() == u"/ok")
            exchange.replyJson(200, "{\"a\":1}");
        else if (exchange.path() == u"/moved")
            exchange.reply(302, {}, {{"Location", "https://elsewhere.test/"}});
        else
            exchange.replyJson(403, statusJson(403, u"Forbidden"_s));
    });
    QVERIFY(server.listen());
    http::Target target;
    target.base = server.url();
    target.label = u"here"_s;
    http::Client client(target, nullptr);
    const std::unique_ptr<kube::Api> api = kube::httpApi(client);
    QCOMPARE(api->label(), u"here"_s);

    QList<QString> told;
    const auto tell = [&](const base::Result<QJsonObject>& answer) {
        told.append(answer ? u"ok"_s : QString::number(answer.error().httpStatus));
    };
    api->getJson(u"/ok"_s, this, tell);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(server.requests().last().header("Accept"), "application/json");
    api->postJson(u"/refused"_s, {{u"x"_s, 1}}, http::Effect::Read, this, tell);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(server.requests().last().body, "{\"x\":1}");
    QCOMPARE(server.requests().last().header("Content-Type"), "application/json");
    api->getJson(u"/moved"_s, this, tell);
    QTRY_COMPARE(told.size(), 3);
    QCOMPARE(told.first(2), QStringList({u"ok"_s, u"403"_s}));
    QVERIFY(told.last() != u"ok");
}

void KubeApiTest::case53_doesNotKnowTheOutcomeOfAWriteThatSomebodyGaveUpOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<http::Effect>("effect");
    QTest::addColumn<Kind>("kind");

    QTest::newRow("a write, 504") << 504 << http::Effect::Write << Kind::OutcomeUnknown;
    QTest::newRow("a write, 502") << 502 << http::Effect::Write << Kind::OutcomeUnknown;
    QTest::newRow("a write, 503") << 503 << http::Effect::Write << Kind::Server;
    QTest::newRow("a write, 500") << 500 << http::Effect::Write << Kind::Server;
    QTest::newRow("a read, 504") << 504 << http::Effect::Read << Kind::Server;
}

void KubeApiTest::case53_doesNotKnowTheOutcomeOfAWriteThatSomebodyGaveUpOn()
{
    QFETCH(int, status);
    QFETCH(http::Effect, effect);
    ByteServer server;
    server.onRequest([status](Exchange& exchange) {
        exchange.replyJson(status, statusJson(status, u"Timeout"_s, u"request did not complete in time"_s));
    });
    QVERIFY(server.listen());
    http::Target target;
    target.base = server.url();
    target.label = u"here"_s;
    http::Client client(target, nullptr);
    const std::unique_ptr<kube::Api> api = kube::httpApi(client);
    std::optional<base::Error> error;
    api->postJson(u"/x"_s, {}, effect, this, [&](const base::Result<QJsonObject>& answer) { error = answer.error(); });
    QTRY_VERIFY(error);
    QTEST(error->kind, "kind");
    QCOMPARE(error->httpStatus, status);
    QVERIFY2(error->message.contains(u"request did not complete in time"), qPrintable(error->message));
    QCOMPARE(error->message.contains(u"check before you repeat it"), error->kind == Kind::OutcomeUnknown);
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(KubeApiTest)
#include "tst_kubeapi.moc"
