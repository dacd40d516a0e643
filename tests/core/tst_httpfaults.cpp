#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QSignalSpy>

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

quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xff);
    return bytes;
}

/// A gzip file of `plain`; the checksum of a bomb is not worth its time.
QByteArray gzipped(const QByteArray& plain, quint32 crc)
{
    const QByteArray zlib = qCompress(plain, 9);
    const QByteArray head("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    return head + zlib.mid(6, zlib.size() - 10) + littleEndian(crc) + littleEndian(static_cast<quint32>(plain.size()));
}

qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return all.mid(at + 6, all.indexOf("kB", at) - at - 6).trimmed().toLongLong() * 1024;
}

void forgetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace

class HttpFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void answersRequestsWhileEightStreamsAreOpen();
    void givesUpOnAServerThatFroze();
    void endsAStreamWhoseServerFroze();
    void boundsTheWaitForSlowHeadersAndLeavesOthersAlone();
    void boundsTheSilenceWithinABody();
    void boundsTheTotalTimeOfADrip();
    void givesUpOnAServerThatNeverSpeaksTls();
    void namesTheHostThatCannotBeFound();
    void reachesAServerThatComesUpLater();
    void noticesHowFarTheClocksDiffer();
    void tellsOfTheClockWhenCredentialsFail();
    void opensNewConnectionsAfterReconnect();
    void abortsWhatRunsOnReconnect();
    void tellsAResetFromSilenceFromAPortal();
    void sendsAWriteExactlyOnceWhenTheConnectionClosesBeforeTheAnswer_data();
    void sendsAWriteExactlyOnceWhenTheConnectionClosesBeforeTheAnswer();
    void doesNotKnowTheOutcomeOfAWriteThatTimedOut();
    void knowsThatARefusedWriteWasNotSent();
    void repeatsAReadSilentlyWhenItsConnectionWasClosed();
    void sendsAWriteOnceAfterAKeptConnectionWasClosed();
    void repeatsATruncatedRead_data();
    void repeatsATruncatedRead();
    void failsWhenEveryReadIsTruncated();
    void survivesBrokenGzip_data();
    void survivesBrokenGzip();
    void holdsAGzipBombToItsCap();
    void holdsALongBodyToItsCap();
    void followsNoRedirectAndKeepsTheTokenAtHome_data();
    void followsNoRedirectAndKeepsTheTokenAtHome();
    void acceptsOddButValidAnswers();
    void survivesJunkForAnAnswer_data();
    void survivesJunkForAnAnswer();
    void blamesTheProxyThatRefusesTheTunnel_data();
    void blamesTheProxyThatRefusesTheTunnel();
    void blamesTheProxyThatIsDown_data();
    void blamesTheProxyThatIsDown();
    void goesThroughAProxy();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpFaultsTest::initTestCase()
{
    support::keepClean();
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

// case 22 (and 21: every stream has connections of its own, whatever the protocol)
void HttpFaultsTest::answersRequestsWhileEightStreamsAreOpen()
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

// case 25
void HttpFaultsTest::givesUpOnAServerThatFroze()
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

// case 25
void HttpFaultsTest::endsAStreamWhoseServerFroze()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked();
        exchange.chunk("one");
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/watch"_s);
    request.silence = 200ms;
    Followed followed(client, request);
    QTRY_COMPARE(followed.bytes, "one");
    server.freeze();
    QTRY_VERIFY(followed.reason);
    QCOMPARE(followed.reason->error().kind, Kind::Timeout);
    QCOMPARE(followed.endings, 1);
}

// case 26
void HttpFaultsTest::boundsTheWaitForSlowHeadersAndLeavesOthersAlone()
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

// case 26
void HttpFaultsTest::boundsTheSilenceWithinABody()
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

// case 26
void HttpFaultsTest::boundsTheTotalTimeOfADrip()
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

// case 27
void HttpFaultsTest::givesUpOnAServerThatNeverSpeaksTls()
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

// case 28
void HttpFaultsTest::namesTheHostThatCannotBeFound()
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

// case 29
void HttpFaultsTest::reachesAServerThatComesUpLater()
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

namespace {

QByteArray dateIn(std::chrono::seconds ahead)
{
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
    return QLocale::c().toString(then, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

// case 32
void HttpFaultsTest::noticesHowFarTheClocksDiffer()
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

// case 32
void HttpFaultsTest::tellsOfTheClockWhenCredentialsFail()
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

// case 33
void HttpFaultsTest::opensNewConnectionsAfterReconnect()
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

// case 33
void HttpFaultsTest::abortsWhatRunsOnReconnect()
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

// case 34
void HttpFaultsTest::tellsAResetFromSilenceFromAPortal()
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

void HttpFaultsTest::sendsAWriteExactlyOnceWhenTheConnectionClosesBeforeTheAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("tls");
    for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
        for (const QByteArray& body : {QByteArray(), QByteArray("{}"), QByteArray(300'000, 'x')}) {
            for (const bool reset : {false, true}) {
                for (const bool tls : {false, true})
                    QTest::addRow("%s %lld %s %s", method, static_cast<long long>(body.size()), reset ? "RST" : "FIN",
                                  tls ? "https" : "http")
                        << QByteArray(method) << body << reset << tls;
            }
        }
    }
}

// case 35
void HttpFaultsTest::sendsAWriteExactlyOnceWhenTheConnectionClosesBeforeTheAnswer()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, reset);
    QFETCH(const bool, tls);
    support::ByteServer server;
    if (tls)
        server.useTls(m_authority->issue().serverTls());
    server.onRequest([reset](Exchange& exchange) { reset ? exchange.reset() : exchange.close(); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Client client(target, nullptr);
    Received received(client, writeOf(method, u"/jobs"_s, body));
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::OutcomeUnknown);
    QVERIFY(received.error().message.contains(u"may or may not"_s));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.requests().first().body, body);
    QCOMPARE(received.calls(), 1);
}

// case 35
void HttpFaultsTest::doesNotKnowTheOutcomeOfAWriteThatTimedOut()
{
    support::ByteServer server;
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = writeOf("DELETE", u"/x"_s);
    request.silence = 200ms;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::OutcomeUnknown);
    QCOMPARE(server.requests().size(), 1);
}

// case 35
void HttpFaultsTest::knowsThatARefusedWriteWasNotSent()
{
    support::ByteServer server;
    QVERIFY(server.listen());
    server.stop();
    http::Client client(targetOf(server), nullptr);
    Received received(client, writeOf("POST", u"/x"_s, "{}"));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Network);
}

// case 36
void HttpFaultsTest::repeatsAReadSilentlyWhenItsConnectionWasClosed()
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

// case 36
void HttpFaultsTest::sendsAWriteOnceAfterAKeptConnectionWasClosed()
{
    support::ByteServer server;
    server.next(Script().awaitRequest().send(ok).awaitRequest().close());
    server.next(Script().awaitRequest().close());
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received read(client, readOf(u"/1"_s));
    QTRY_VERIFY(read.isDone());
    Received write(client, writeOf("POST", u"/2"_s, "{}"));
    QTRY_VERIFY(write.isDone());
    QCOMPARE(write.error().kind, Kind::OutcomeUnknown);
    QCOMPARE(server.count("POST"), 1);
}

void HttpFaultsTest::repeatsATruncatedRead_data()
{
    QTest::addColumn<QByteArray>("cut");
    QTest::newRow("Content-Length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nabc");
    QTest::newRow("between chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("status line") << QByteArray("HTTP/1.");
}

// case 37
void HttpFaultsTest::repeatsATruncatedRead()
{
    QFETCH(const QByteArray, cut);
    support::ByteServer server;
    server.next(Script().awaitRequest().send(cut).close());
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "0123456789"); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "0123456789");
    QVERIFY(server.requests().size() <= 3); // Qt repeats once by itself when not even the head came
}

// case 37
void HttpFaultsTest::failsWhenEveryReadIsTruncated()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        exchange.close();
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Network);
    QVERIFY2(received.error().message.contains(u"before its answer was complete"_s), received.problem());
    QCOMPARE(server.requests().size(), 2);
}

void HttpFaultsTest::survivesBrokenGzip_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    const QByteArray plain = QByteArray(100'000, 'x');
    const QByteArray whole = gzipped(plain, crcOf(plain));
    QTest::newRow("whole") << whole << true;
    QTest::newRow("cut in half") << whole.left(whole.size() / 2) << false;
    QTest::newRow("no gzip at all") << QByteArray("<html>not gzip</html>") << false;
    QTest::newRow("wrong checksum") << gzipped(plain, 7) << false;
    QTest::newRow("trailing junk") << whole + "junk" << false;
}

// case 38
void HttpFaultsTest::survivesBrokenGzip()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, good);
    support::ByteServer server;
    server.onRequest([body](Exchange& exchange) { exchange.reply(200, body, {{"Content-Encoding", "gzip"}}); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.succeeded(), good);
    if (good)
        QCOMPARE(received.answer().body, QByteArray(100'000, 'x'));
    else
        QCOMPARE(received.error().kind, Kind::Decode);
}

// case 38
void HttpFaultsTest::holdsAGzipBombToItsCap()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const QByteArray bomb = gzipped(QByteArray(512 * mebibyte, '\0'), 0);
    QVERIFY(bomb.size() < mebibyte);
    support::ByteServer server;
    server.onRequest([bomb](Exchange& exchange) { exchange.reply(200, bomb, {{"Content-Encoding", "gzip"}}); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.maxBytes = mebibyte;
    forgetPeakMemory();
    const qint64 before = peakMemory();
    Received received(client, request);
    QTRY_VERIFY_WITH_TIMEOUT(received.isDone(), 30'000);
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::TooLarge);
    const qint64 growth = peakMemory() - before;
    QVERIFY2(growth < 96 * mebibyte, QByteArray::number(growth / mebibyte));
}

// case 38
void HttpFaultsTest::holdsALongBodyToItsCap()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, QByteArray(3'000'000, 'x')); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.maxBytes = 1'000'000;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::TooLarge);
    request.maxBytes = 3'000'000;
    Received fits(client, request);
    QTRY_VERIFY(fits.isDone());
    QVERIFY2(fits.succeeded(), fits.problem());
}

void HttpFaultsTest::followsNoRedirectAndKeepsTheTokenAtHome_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

// case 39
void HttpFaultsTest::followsNoRedirectAndKeepsTheTokenAtHome()
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

// case 40
void HttpFaultsTest::acceptsOddButValidAnswers()
{
    support::ByteServer server;
    server.next(Script().awaitRequest().send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"));
    server.next(Script().awaitRequest().send("HTTP/1.1 200 OK\r\nX-Two: a\r\nX-Two: b\r\nContent-Length: 2\r\n\r\nok"));
    server.next(Script().awaitRequest().send("HTTP/1.1 200 OK\r\nX-Long: " + QByteArray(60'000, 'h') +
                                             "\r\nContent-Length: 2\r\n\r\nok"));
    server.next(Script().awaitRequest().send("HTTP/1.0 200 OK\r\n\r\nuntil the end").close());
    QVERIFY(server.listen());
    const QList<std::pair<int, QByteArray>> expected{{204, ""}, {200, "ok"}, {200, "ok"}, {200, "until the end"}};
    for (const auto& [status, body] : expected) {
        http::Client client(targetOf(server), nullptr);
        Received received(client, readOf(u"/"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().status, status);
        QCOMPARE(received.answer().body, body);
    }
}

void HttpFaultsTest::survivesJunkForAnAnswer_data()
{
    QTest::addColumn<QByteArray>("junk");
    QTest::newRow("HTTP/0.9") << QByteArray("<html>hello</html>");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("binary") << QByteArray("\x15\x03\x01\x00\x02\x02\x16\x00\xff\xfe", 10);
    QTest::newRow("status beyond reason") << QByteArray("HTTP/1.1 99999999999 What\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc");
    QTest::newRow("bad chunk size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
    QTest::newRow("huge chunk size") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n");
    QTest::newRow("header without end") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(2'000'000, 'x');
    QTest::newRow("no header name") << QByteArray("HTTP/1.1 200 OK\r\n: x\r\n\r\n");
    QTest::newRow("NUL") << QByteArray("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n", 48);
}

// case 40
void HttpFaultsTest::survivesJunkForAnAnswer()
{
    QFETCH(const QByteArray, junk);
    support::ByteServer server;
    server.onRequest([junk](Exchange& exchange) {
        exchange.sendRaw(junk);
        exchange.close();
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.silence = 1s;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.calls(), 1);
    Received next(client, request);
    QTRY_VERIFY(next.isDone());
}

void HttpFaultsTest::blamesTheProxyThatRefusesTheTunnel_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("407") << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                                       "realm=\"p\"\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 Unavailable\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("close") << QByteArray();
}

// case 41
void HttpFaultsTest::blamesTheProxyThatRefusesTheTunnel()
{
    QFETCH(const QByteArray, answer);
    support::ByteServer proxy;
    proxy.onRequest([answer](Exchange& exchange) {
        exchange.sendRaw(answer);
        exchange.close();
    });
    QVERIFY(proxy.listen());
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com:6443"_s);
    target.proxy = proxy.url();
    http::Client client(target, nullptr);
    http::Limits limits;
    limits.connect = 1s;
    client.setLimits(limits);
    Received received(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    // Qt does not notice that a proxy hangs up during CONNECT; the clock does.
    QCOMPARE(received.error().kind, answer.isEmpty() ? Kind::Timeout : Kind::Network);
    QVERIFY2(received.error().message.contains(u"proxy 127.0.0.1:%1"_s.arg(proxy.port())), received.problem());
    QCOMPARE(proxy.requests().first().method, "CONNECT");
}

void HttpFaultsTest::blamesTheProxyThatIsDown_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("socks5") << u"socks5"_s;
}

// case 41
void HttpFaultsTest::blamesTheProxyThatIsDown()
{
    QFETCH(const QString, scheme);
    support::ByteServer proxy;
    QVERIFY(proxy.listen());
    proxy.stop();
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com:6443"_s);
    target.proxy = proxy.url();
    target.proxy.setScheme(scheme);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Network);
    QVERIFY2(received.error().message.contains(u"The proxy 127.0.0.1:%1 refused"_s.arg(proxy.port())),
             received.problem());
}

// case 41
void HttpFaultsTest::goesThroughAProxy()
{
    support::ByteServer server, proxy;
    server.useTls(m_authority->issue().serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "through"); });
    QVERIFY(server.listen());
    proxy.onRequest([&server](Exchange& exchange) { exchange.tunnelTo(server.port()); });
    QVERIFY(proxy.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    target.proxy = proxy.url();
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "through");
    QCOMPARE(proxy.count("CONNECT"), 1);
}

QTEST_GUILESS_MAIN(HttpFaultsTest)
#include "tst_httpfaults.moc"
