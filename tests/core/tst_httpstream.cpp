#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::Followed;
using support::readOf;
using support::Received;
using support::targetOf;

class HttpStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void handsOnAStreamAsItArrives();
    void handsOverARefusedStreamWithItsCappedBody();
    void letsTheSenderFeelAPause();
    void keepsWhatArrivedDuringAPauseUntilItEnds();
    void closesTheConnectionWhenAStreamDies();
    void survivesAStreamThatDiesInItsOwnSignal();
    void tellsACutStreamFromAnEndedOne_data();
    void tellsACutStreamFromAnEndedOne();
    void survivesTheDeathOfTheClientBeforeItsStream();
    void case25_endsAStreamWhoseServerFroze();
};

void HttpStreamTest::handsOnAStreamAsItArrives()
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

void HttpStreamTest::handsOverARefusedStreamWithItsCappedBody()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(403, QByteArray(100'000, 'n')); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Limits limits;
    limits.refusedBody = 1000;
    client.setLimits(limits);
    Followed followed(client, readOf(u"/watch"_s));
    QTRY_VERIFY(followed.refusal);
    QCOMPARE(followed.refusal->status, 403);
    QCOMPARE(followed.refusal->body, QByteArray(1000, 'n'));
    QCOMPARE(followed.status, 0);
    QVERIFY(followed.bytes.isEmpty());
    QCOMPARE(followed.endings, 1);
}

void HttpStreamTest::letsTheSenderFeelAPause()
{
    support::ByteServer server;
    std::optional<Exchange> log;
    server.onRequest([&log](Exchange& exchange) {
        exchange.startChunked();
        log = exchange;
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Limits limits;
    limits.streamBuffer = 100'000;
    client.setLimits(limits);
    Followed followed(client, readOf(u"/log"_s));
    QTRY_COMPARE(followed.status, 200);
    followed.stream->setPaused(true);
    constexpr int megabytes = 40; // more than the kernel buffers of both sides
    for (int i = 0; i < megabytes; ++i)
        log->chunk(QByteArray(1'000'000, 'l'));
    qint64 left = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        std::exchange(left, log->bytesWaiting()) == log->bytesWaiting() && left < megabytes * 1'000'000LL, 10'000);
    const qint64 stuck = log->bytesWaiting();
    QVERIFY2(stuck > 20'000'000, QByteArray::number(stuck));
    QVERIFY(followed.bytes.isEmpty());

    followed.stream->setPaused(false);
    log->finish();
    QTRY_VERIFY_WITH_TIMEOUT(followed.reason, 20'000);
    QCOMPARE(followed.bytes.size(), megabytes * 1'000'000);
}

void HttpStreamTest::keepsWhatArrivedDuringAPauseUntilItEnds()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked();
        exchange.chunk("last words");
        exchange.finish();
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Followed followed(client, readOf(u"/log"_s));
    followed.stream->setPaused(true);
    QTRY_COMPARE(followed.status, 200);
    Received other(client, readOf(u"/"_s));
    QTRY_VERIFY(other.isDone());
    QVERIFY(followed.bytes.isEmpty());
    QVERIFY(!followed.reason);
    followed.stream->setPaused(false);
    QTRY_VERIFY(followed.reason);
    QCOMPARE(followed.bytes, "last words");
    QCOMPARE(followed.endings, 1);
}

void HttpStreamTest::closesTheConnectionWhenAStreamDies()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.startChunked(); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Followed followed(client, readOf(u"/watch"_s));
    QTRY_COMPARE(followed.status, 200);
    QCOMPARE(server.openConnections(), 1);
    followed.stream.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(followed.endings, 0);
}

void HttpStreamTest::survivesAStreamThatDiesInItsOwnSignal()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked();
        exchange.chunk(QByteArray(500'000, 'x'));
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    std::unique_ptr<http::Stream> atHead = client.open(readOf(u"/watch"_s));
    std::unique_ptr<http::Stream> atBytes = client.open(readOf(u"/watch"_s));
    connect(atHead.get(), &http::Stream::opened, this, [&atHead] { atHead.reset(); });
    connect(atBytes.get(), &http::Stream::received, this, [&atBytes] { atBytes.reset(); });
    QTRY_VERIFY(!atHead && !atBytes);
    QTRY_COMPARE(server.openConnections(), 0);
}

void HttpStreamTest::tellsACutStreamFromAnEndedOne_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("FIN") << false;
    QTest::newRow("RST") << true;
}

void HttpStreamTest::tellsACutStreamFromAnEndedOne()
{
    QFETCH(const bool, reset);
    support::ByteServer server;
    std::optional<Exchange> watch;
    server.onRequest([&watch](Exchange& exchange) {
        exchange.startChunked();
        exchange.chunk("half a li");
        watch = exchange;
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    Followed followed(client, readOf(u"/watch"_s));
    QTRY_COMPARE(followed.bytes, "half a li");
    reset ? watch->reset() : watch->close();
    QTRY_VERIFY(followed.reason);
    QVERIFY(!*followed.reason);
    QCOMPARE(followed.reason->error().kind, Kind::Network);
    QCOMPARE(followed.endings, 1);
    QCOMPARE(server.requests().size(), 1);
}

void HttpStreamTest::survivesTheDeathOfTheClientBeforeItsStream()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.startChunked(); });
    QVERIFY(server.listen());
    auto client = std::make_unique<http::Client>(targetOf(server), nullptr);
    Followed followed(*client, readOf(u"/watch"_s));
    Received received(*client, readOf(u"/slow"_s));
    QTRY_COMPARE(followed.status, 200);
    client.reset();
    QCOMPARE(followed.endings, 1);
    QVERIFY(!*followed.reason);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!received.isDone());
}

void HttpStreamTest::case25_endsAStreamWhoseServerFroze()
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

QTEST_GUILESS_MAIN(HttpStreamTest)
#include "tst_httpstream.moc"
