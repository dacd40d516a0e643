#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::Followed;
using support::readOf;
using support::Received;
using support::Script;
using support::targetOf;
using support::writeOf;

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

QByteArray dateIn(std::chrono::seconds ahead)
{
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
    return QLocale::c().toString(then, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

class HttpFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void case25_givesUpOnAServerThatFroze();
    void case26_boundsTheWaitForSlowHeadersAndLeavesOthersAlone();
    void case26_boundsTheSilenceWithinABody();
    void case26_boundsTheTotalTimeOfADrip();
    void case27_givesUpOnAServerThatNeverSpeaksTls();
    void case28_namesTheHostThatCannotBeFound();
    void case29_reachesAServerThatComesUpLater();
    void case32_noticesHowFarTheClocksDiffer();
    void case32_tellsOfTheClockWhenCredentialsFail();
    void case33_opensNewConnectionsAfterReconnect();
    void case33_abortsWhatRunsOnReconnect();
    void case34_tellsAResetFromSilenceFromAPortal();
    void case36_repeatsAReadSilentlyWhenItsConnectionWasClosed();
    void case39_followsNoRedirectAndKeepsTheTokenAtHome_data();
    void case39_followsNoRedirectAndKeepsTheTokenAtHome();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpFaultsTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

void HttpFaultsTest::case25_givesUpOnAServerThatFroze()
{
    support::ByteServer server;
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    server.freeze();
    http::Request request = readOf(u"/"_s);
    request.silence = 100ms;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Timeout);
    QVERIFY(received.error().message.contains(u"test (127.0.0.1:"_s));
}

void HttpFaultsTest::case26_boundsTheWaitForSlowHeadersAndLeavesOthersAlone()
{
    support::ByteServer server;
    server.next(Script().awaitRequest().trickle("HTTP/1.1 200 OK\r\nX-Slow: yes\r\nContent-Length: 2\r\n\r\nok", 50ms));
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request slow = readOf(u"/slow"_s);
    slow.silence = 300ms;
    Received loris(client, slow);
    QTRY_COMPARE(server.requests().size(), 1);
    Received other(client, readOf(u"/other"_s));
    QTRY_VERIFY(other.isDone());
    QVERIFY2(other.succeeded(), other.problem());
    QTRY_VERIFY(loris.isDone());
    QVERIFY(!loris.succeeded());
    QCOMPARE(loris.error().kind, Kind::Timeout);
}

void HttpFaultsTest::case26_boundsTheSilenceWithinABody()
{
    support::ByteServer server;
    server.next(Script().awaitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"));
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.silence = 150ms;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Timeout);
    QCOMPARE(server.requests().size(), 1);
}

void HttpFaultsTest::case26_boundsTheTotalTimeOfADrip()
{
    support::ByteServer server;
    server.next(Script()
                    .awaitRequest()
                    .send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                    .trickle(QByteArray(1000, 'x'), 10ms));
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.silence = 5s;
    request.total = 300ms;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Timeout);
}

void HttpFaultsTest::case27_givesUpOnAServerThatNeverSpeaksTls()
{
    support::ByteServer server;
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.base.setScheme(u"https"_s);
    http::Client client(target, nullptr);
    http::Limits limits;
    limits.connect = 200ms;
    client.setLimits(limits);
    Received read(client, readOf(u"/"_s));
    Received write(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(read.isDone() && write.isDone());
    QCOMPARE(read.error().kind, Kind::Timeout);
    QCOMPARE(write.error().kind, Kind::Timeout); // nothing of it can have been sent
    QVERIFY2(read.error().message.contains(u"No connection to test"_s), read.problem());
}

void HttpFaultsTest::case28_namesTheHostThatCannotBeFound()
{
    http::Target target;
    target.base = QUrl(u"http://no-such-host.invalid:8080"_s);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY_WITH_TIMEOUT(received.isDone(), 20'000);
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Network);
    QVERIFY2(received.error().message.contains(u"'no-such-host.invalid'"_s), received.problem());
}

void HttpFaultsTest::case29_reachesAServerThatComesUpLater()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    server.stop();
    Received early(client, readOf(u"/"_s));
    QTRY_VERIFY(early.isDone());
    QCOMPARE(early.error().kind, Kind::Network);
    QVERIFY2(early.error().message.contains(u"refused the connection"_s), early.problem());
    QVERIFY(server.listen(server.port()));
    Received late(client, readOf(u"/"_s));
    QTRY_VERIFY(late.isDone());
    QVERIFY2(late.succeeded(), late.problem());
}

void HttpFaultsTest::case32_noticesHowFarTheClocksDiffer()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, {}, {{"Date", dateIn(2h)}}); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    QCOMPARE(client.clockSkew(), 0s);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY(client.clockSkew() > 7190s && client.clockSkew() < 7210s);
}

void HttpFaultsTest::case32_tellsOfTheClockWhenCredentialsFail()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(401, {}, {{"Date", dateIn(-2h)}}); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    const base::Error error = http::errorOf(received.answer(), client.target());
    QCOMPARE(error.kind, Kind::Unauthorized);
    QVERIFY2(error.message.contains(u"clock of this computer"_s), qPrintable(error.message));
}

void HttpFaultsTest::case33_opensNewConnectionsAfterReconnect()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    for (int i = 0; i < 2; ++i) {
        Received received(client, readOf(u"/"_s));
        QTRY_VERIFY(received.isDone());
    }
    QCOMPARE(server.connections(), 1);
    client.reconnect();
    QTRY_COMPARE(server.openConnections(), 0);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(server.connections(), 2);
}

void HttpFaultsTest::case33_abortsWhatRunsOnReconnect()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        if (exchange.path() == u"/watch")
            exchange.startChunked();
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Followed watch(client, readOf(u"/watch"_s));
    Received read(client, readOf(u"/read"_s));
    Received write(client, writeOf("POST", u"/write"_s, "{}"));
    QTRY_COMPARE(server.requests().size(), 3);
    QTRY_COMPARE(watch.status, 200);
    client.reconnect();
    QTRY_VERIFY(watch.reason && read.isDone() && write.isDone());
    QCOMPARE(watch.reason->error().kind, Kind::Network);
    QCOMPARE(read.error().kind, Kind::Network);
    QCOMPARE(write.error().kind, Kind::OutcomeUnknown);
    QCOMPARE(server.requests().size(), 3);
}

void HttpFaultsTest::case34_tellsAResetFromSilenceFromAPortal()
{
    support::ByteServer server;
    for (int i = 0; i < 8; ++i)
        server.next(Script().awaitRequest().reset());
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received reset(client, readOf(u"/"_s));
    QTRY_VERIFY(reset.isDone());
    QCOMPARE(reset.error().kind, Kind::Network);

    support::ByteServer silent;
    QVERIFY(silent.listen());
    http::Client waiting(targetOf(silent), nullptr);
    http::Request request = readOf(u"/"_s);
    request.silence = 100ms;
    Received silence(waiting, request);
    QTRY_VERIFY(silence.isDone());
    QCOMPARE(silence.error().kind, Kind::Timeout);

    support::ByteServer portal;
    portal.onRequest([](Exchange& exchange) {
        exchange.reply(302, "<html><title>Login</title></html>",
                       {{"Location", "http://login.example.com/hotel?next=x"}});
    });
    QVERIFY(portal.listen());
    http::Client roaming(targetOf(portal), nullptr);
    Received login(roaming, readOf(u"/"_s));
    QTRY_VERIFY(login.isDone());
    QVERIFY(!login.succeeded());
    QCOMPARE(login.error().kind, Kind::Server);
    QCOMPARE(login.error().httpStatus, 302);
    QVERIFY2(login.error().message.contains(u"login.example.com"_s), login.problem());

    const QSet<QString> texts{reset.error().message, silence.error().message, login.error().message};
    QCOMPARE(texts.size(), 3);
}

void HttpFaultsTest::case36_repeatsAReadSilentlyWhenItsConnectionWasClosed()
{
    support::ByteServer server;
    server.next(Script().awaitRequest().send(ok).awaitRequest().close());
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "again"); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received first(client, readOf(u"/1"_s));
    QTRY_VERIFY(first.isDone());
    QCOMPARE(first.answer().body, "ok");
    Received second(client, readOf(u"/2"_s));
    QTRY_VERIFY(second.isDone());
    QVERIFY2(second.succeeded(), second.problem());
    QCOMPARE(second.answer().body, "again");
    QCOMPARE(server.requests().size(), 3);
}

void HttpFaultsTest::case39_followsNoRedirectAndKeepsTheTokenAtHome_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void HttpFaultsTest::case39_followsNoRedirectAndKeepsTheTokenAtHome()
{
    QFETCH(const int, status);
    support::ByteServer home, elsewhere;
    home.useTls(m_authority->issue().serverTls());
    elsewhere.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(elsewhere.listen());
    home.onRequest([&elsewhere, status](Exchange& exchange) {
        exchange.reply(status, {}, {{"Location", elsewhere.url(u"/stolen"_s).toEncoded()}});
    });
    QVERIFY(home.listen());
    http::Target target = targetOf(home);
    target.trust.authorities = QList{m_authority->certificate()};
    auto credentials = std::make_shared<support::FakeCredentials>();
    credentials->credential.authorization = "Bearer secret";
    http::Client client(target, credentials);
    Received read(client, readOf(u"/"_s));
    Received write(client, writeOf("POST", u"/"_s, "{}"));
    Followed stream(client, readOf(u"/watch"_s));
    QTRY_VERIFY(read.isDone() && write.isDone() && stream.refusal);
    QCOMPARE(home.requests().first().header("Authorization"), "Bearer secret");
    QVERIFY(!read.succeeded() && !write.succeeded());
    QCOMPARE(read.error().kind, Kind::Server);
    QVERIFY2(read.error().message.contains(u"'127.0.0.1'"_s), read.problem());
    QCOMPARE(stream.refusal->status, status);
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(elsewhere.totalReceived(), 0);
}

QTEST_GUILESS_MAIN(HttpFaultsTest)
#include "tst_httpfaults.moc"
