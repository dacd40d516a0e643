#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::FakeCredentials;
using support::Followed;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void putsThePathBehindThePrefixAndKeepsItsEncoding();
    void tellsWhoItIs();
    void sendsABodyWithItsTypeAndLength();
    void handsOverAnyStatusAsAnAnswer();
    void speaksTlsToATrustedServer();
    void callsNobodyBackAfterTheContextDied();
    void callsBackFromTheEventLoopOnly();
    void sendsNoByteOfAWriteToAProtectedTarget();
    void stillReadsFromAProtectedTarget();
    void keepsNoCookies();
    void asksForNoCompressionWhereItIsOff();
    void movesReadsThatWaitTooLongToNewConnections();
    void case22_answersRequestsWhileEightStreamsAreOpen();
    void case81_tellsSafeSegments();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpClientTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

void HttpClientTest::putsThePathBehindThePrefixAndKeepsItsEncoding()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "hello"); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server, u"/k8s/clusters/c-x/"_s), nullptr);

    http::Request request = readOf(u"/api/v1/a%2Fb"_s);
    request.query.addQueryItem(u"labelSelector"_s, u"a=b,c in (d)"_s);
    request.query.addQueryItem(u"sinceTime"_s, u"2026-01-01T00:00:00+09:00"_s);
    Received received(client, request);

    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "hello");
    QCOMPARE(received.answer().url.host(), u"127.0.0.1"_s);
    const QByteArray line = server.requests().first().bytes.left(server.requests().first().bytes.indexOf('\r'));
    QCOMPARE(
        line,
        QByteArray(
            "GET /k8s/clusters/c-x/api/v1/a%2Fb?labelSelector=a%3Db,c%20in%20(d)&sinceTime=2026-01-01T00:00:00%2B09:00 "
            "HTTP/1.1"));
}

void HttpClientTest::tellsWhoItIs()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    const QByteArray agent = server.requests().first().header("user-agent");
    QVERIFY2(agent.startsWith("drey/" DREY_VERSION " (linux; "), agent.constData());
    QVERIFY2(agent.contains(") qt/6."), agent.constData());
}

void HttpClientTest::sendsABodyWithItsTypeAndLength()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(201, exchange.body()); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = writeOf("PATCH", u"/x"_s, R"({"a":1})");
    request.contentType = "application/merge-patch+json";
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().status, 201);
    QCOMPARE(received.answer().body, R"({"a":1})");
    QCOMPARE(server.requests().first().header("Content-Type"), "application/merge-patch+json");
    QCOMPARE(server.requests().first().header("Content-Length"), "7");
}

void HttpClientTest::handsOverAnyStatusAsAnAnswer()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(exchange.path().mid(1).toInt(), "why"); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    for (const int status :
         {200, 201, 202, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500, 501, 502, 503, 504, 599}) {
        Received received(client, readOf(u"/%1"_s.arg(status)));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), QByteArray::number(status) + received.problem());
        QCOMPARE(received.answer().status, status);
    }
}

void HttpClientTest::speaksTlsToATrustedServer()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "secret"); });
    http::Client client(securedBy(*m_authority, server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "secret");
}

void HttpClientTest::callsNobodyBackAfterTheContextDied()
{
    support::ByteServer server;
    std::optional<Exchange> held;
    server.onRequest([&held](Exchange& exchange) { held = exchange; });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(held);
    received.giveUp();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(received.calls(), 0);
}

void HttpClientTest::callsBackFromTheEventLoopOnly()
{
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com"_s);
    target.proxy = QUrl(u"https://proxy.example.com"_s);
    target.access = http::Access::ReadOnly;
    http::Client client(target, nullptr);
    Received configuration(client, readOf(u"/"_s));
    Received protection(client, writeOf("POST", u"/"_s));
    QVERIFY(!configuration.isDone() && !protection.isDone());
    QTRY_VERIFY(configuration.isDone() && protection.isDone());
    QCOMPARE(configuration.error().kind, Kind::Configuration);
    QCOMPARE(protection.error().kind, Kind::Protected);
}

void HttpClientTest::sendsNoByteOfAWriteToAProtectedTarget()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    auto credentials = std::make_shared<FakeCredentials>();
    http::Target target = targetOf(server);
    target.access = http::Access::ReadOnly;
    http::Client client(target, credentials);
    for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "GET"}) {
        Received received(client, writeOf(method, u"/"_s, "{}"));
        QTRY_VERIFY(received.isDone());
        QCOMPARE(received.error().kind, Kind::Protected);
        QVERIFY(received.error().message.contains(u"test (127.0.0.1:"_s));
    }
    Followed stream(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(stream.reason);
    QCOMPARE(stream.reason->error().kind, Kind::Protected);
    QCOMPARE(server.connections(), 0);
    QCOMPARE(server.totalReceived(), 0);
    QCOMPARE(credentials->obtained, 0);

    client.setAccess(http::Access::ReadWrite);
    Received allowed(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(allowed.isDone());
    QVERIFY2(allowed.succeeded(), allowed.problem());
    client.setAccess(http::Access::ReadOnly);
    Received again(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(again.isDone());
    QCOMPARE(again.error().kind, Kind::Protected);
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::stillReadsFromAProtectedTarget()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, exchange.method() + exchange.body()); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.access = http::Access::ReadOnly;
    http::Client client(target, nullptr);
    http::Request review = readOf(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s);
    review.method = "POST";
    review.body = "{}";
    Received received(client, review);
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "POST{}");
}

void HttpClientTest::keepsNoCookies()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, {}, {{"Set-Cookie", "session=stolen; Path=/"}}); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    for (int i = 0; i < 2; ++i) {
        Received received(client, readOf(u"/"_s));
        QTRY_VERIFY(received.isDone());
    }
    Received write(client, writeOf("POST", u"/"_s));
    QTRY_VERIFY(write.isDone());
    for (const support::Recorded& request : server.requests())
        QVERIFY(request.header("Cookie").isEmpty());
}

void HttpClientTest::asksForNoCompressionWhereItIsOff()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    http::Client usual(target, nullptr);
    target.compression = false;
    http::Client off(target, nullptr);
    Received first(usual, readOf(u"/"_s));
    QTRY_VERIFY(first.isDone());
    Received second(off, readOf(u"/"_s));
    QTRY_VERIFY(second.isDone());
    Followed stream(usual, readOf(u"/"_s));
    QTRY_VERIFY(stream.reason);
    QCOMPARE(server.requests()[0].header("Accept-Encoding"), "gzip");
    QCOMPARE(server.requests()[1].header("Accept-Encoding"), "identity");
    QCOMPARE(server.requests()[2].header("Accept-Encoding"), "identity");
}

void HttpClientTest::movesReadsThatWaitTooLongToNewConnections()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        if (exchange.path() == u"/quick")
            exchange.reply(200);
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Limits limits;
    limits.queue = 200ms;
    client.setLimits(limits);
    std::vector<std::unique_ptr<Received>> slow;
    for (int i = 0; i < 6; ++i) // all connections Qt makes to one host
        slow.push_back(std::make_unique<Received>(client, readOf(u"/slow"_s)));
    QTRY_COMPARE(server.requests().size(), 6);
    Received quick(client, readOf(u"/quick"_s));
    QTRY_VERIFY(quick.isDone());
    QVERIFY2(quick.succeeded(), quick.problem());
    QVERIFY(!slow.front()->isDone());
}

// Every stream has connections of its own, whatever the protocol.
void HttpClientTest::case22_answersRequestsWhileEightStreamsAreOpen()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        if (exchange.path() == u"/watch")
            exchange.startChunked();
        else
            exchange.reply(200, "ok");
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    std::vector<std::unique_ptr<Followed>> streams;
    for (int i = 0; i < 8; ++i)
        streams.push_back(std::make_unique<Followed>(client, readOf(u"/watch"_s)));
    for (const auto& stream : streams)
        QTRY_COMPARE(stream->status, 200);
    for (int i = 0; i < 10; ++i) {
        Received received(client, readOf(u"/get"_s));
        QTRY_VERIFY_WITH_TIMEOUT(received.isDone(), 1000);
        QVERIFY2(received.succeeded(), received.problem());
    }
}

void HttpClientTest::case81_tellsSafeSegments()
{
    for (const QString& bad : {u""_s, u"."_s, u".."_s, u"a/b"_s, u"a%2fb"_s})
        QVERIFY2(!http::isSafeSegment(bad), qPrintable(bad));
    for (const QString& good : {u"a"_s, u"a.b"_s, u"..."_s, u"rest:8081"_s, u"한"_s})
        QVERIFY2(http::isSafeSegment(good), qPrintable(good));
    QCOMPARE(http::encodeSegment(u"a b?c#d&한"_s), u"a%20b%3Fc%23d%26%ED%95%9C"_s);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
