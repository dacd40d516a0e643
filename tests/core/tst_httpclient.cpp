#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Exchange;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void putsThePathBehindThePrefixAndKeepsItsEncoding();
    void tellsWhoItIs();
    void sendsABodyWithItsTypeAndLength();
    void handsOverAnyStatusAsAnAnswer();
    void speaksTlsToATrustedServer();
    void handsOnAStreamAsItArrives();
};

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
    support::Authority authority;
    QVERIFY(authority.isUsable());
    support::ByteServer server;
    server.useTls(authority.issue().serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "secret"); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{authority.certificate()};
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "secret");
}

void HttpClientTest::handsOnAStreamAsItArrives()
{
    support::ByteServer server;
    std::optional<Exchange> watch;
    server.onRequest([&watch](Exchange& exchange) {
        exchange.startChunked();
        exchange.chunk("one\n");
        watch = exchange;
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    support::Followed followed(client, readOf(u"/watch"_s));
    QTRY_COMPARE(followed.bytes, "one\n");
    QCOMPARE(followed.status, 200);
    watch->chunk("two\n");
    QTRY_COMPARE(followed.bytes, "one\ntwo\n");
    QVERIFY(!followed.reason);
    watch->finish();
    QTRY_VERIFY(followed.reason);
    QVERIFY(*followed.reason);
    QCOMPARE(followed.endings, 1);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
