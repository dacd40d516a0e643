#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QVersionNumber>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::readOf;
using support::Received;
using support::Script;
using support::targetOf;

namespace {

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

class HttpBodiesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case37_repeatsATruncatedRead_data();
    void case37_repeatsATruncatedRead();
    void case37_failsWhenEveryReadIsTruncated();
    void case38_survivesBrokenGzip_data();
    void case38_survivesBrokenGzip();
    void case38_holdsAGzipBombToItsCap();
    void case38_holdsALongBodyToItsCap();
    void case40_acceptsOddButValidAnswers();
    void case40_survivesJunkForAnAnswer_data();
    void case40_survivesJunkForAnAnswer();
};

void HttpBodiesTest::case37_repeatsATruncatedRead_data()
{
    QTest::addColumn<QByteArray>("cut");
    QTest::newRow("Content-Length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nabc");
    QTest::newRow("between chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("status line") << QByteArray("HTTP/1.");
}

void HttpBodiesTest::case37_repeatsATruncatedRead()
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

void HttpBodiesTest::case37_failsWhenEveryReadIsTruncated()
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

void HttpBodiesTest::case38_survivesBrokenGzip_data()
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

void HttpBodiesTest::case38_survivesBrokenGzip()
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

void HttpBodiesTest::case38_holdsAGzipBombToItsCap()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const QByteArray bomb = gzipped(QByteArray(128 * mebibyte, '\0'), 0);
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
    QVERIFY2(growth < 32 * mebibyte, QByteArray::number(growth / mebibyte));
}

void HttpBodiesTest::case38_holdsALongBodyToItsCap()
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

void HttpBodiesTest::case40_acceptsOddButValidAnswers()
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

void HttpBodiesTest::case40_survivesJunkForAnAnswer_data()
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
    QTest::newRow("header without end") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(100'000, 'x');
    QTest::newRow("no header name") << QByteArray("HTTP/1.1 200 OK\r\n: x\r\n\r\n");
    QTest::newRow("NUL") << QByteArray("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n", 46);
}

void HttpBodiesTest::case40_survivesJunkForAnAnswer()
{
    QFETCH(const QByteArray, junk);
    support::ByteServer server;
    server.onRequest([junk](Exchange& exchange) {
        exchange.sendRaw(junk);
        exchange.close();
    });
    QVERIFY(server.listen());
    if (QVersionNumber::fromString(qVersion()) >= QVersionNumber(6, 8) && junk.contains("a\0b"_ba)) {
        for (int answers = 0; answers < 2; ++answers)
            QTest::ignoreMessage(QtWarningMsg, "HTTP header value contained illegal character(s)");
    }
    http::Client client(targetOf(server), nullptr);
    http::Request request = readOf(u"/"_s);
    request.silence = 1s;
    Received received(client, request);
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.calls(), 1);
    Received next(client, request);
    QTRY_VERIFY(next.isDone());
}

QTEST_GUILESS_MAIN(HttpBodiesTest)
#include "tst_httpbodies.moc"
