#include "core/http/client.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Followed;
using support::readOf;
using support::Received;
using support::writeOf;

namespace {

void store(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

} // namespace

/// Against a real HTTP/2 server, Node's; skipped where there is no node.
class Http2Test : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void sharesOneConnectionAmongReads();
    void case21_answersRequestsBesideManyStreamsWhereFewAreAllowed();
    void case21_answersEveryReadThoughTheServerTakesThreeAtATime();
    void case23_keepsAnsweringAfterAGoaway();
    void case23_doesNotWaitForAConnectionThatIsGoingAway();
    void case23_repeatsAReadThatAGoawayRefused();
    void case23_failsAReadThatIsAlwaysRefused();
    void case24_endsOnlyTheRequestWhoseStreamWasReset_data();
    void case24_endsOnlyTheRequestWhoseStreamWasReset();
    void case30_sendsNothingToAServerNamedByItsCommonNameAlone();
    void takesWritesOffTheSharedConnection();

private:
    void serve(const QString& identity);
    void readLog();
    qsizetype seen(const QByteArray& start) const;

    std::unique_ptr<support::Authority> m_authority;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
    QByteArrayList m_log;
    std::unique_ptr<http::Client> m_client;
};

void Http2Test::initTestCase()
{
    QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s); // it tells each fault we make
    QProcess node;
    node.start(u"node"_s, {u"--version"_s});
    if (!node.waitForFinished() || node.exitCode() != 0)
        QSKIP("node is not installed");
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
    const support::Identity identity = m_authority->issue();
    store(m_folder.filePath(u"usual.key"_s), identity.keyPem);
    store(m_folder.filePath(u"usual.pem"_s), identity.certificatePem);
    const support::Identity nameless = m_authority->issue({.commonName = u"localhost"_s, .alternativeNames = {}});
    store(m_folder.filePath(u"nameless.key"_s), nameless.keyPem);
    store(m_folder.filePath(u"nameless.pem"_s), nameless.certificatePem);
}

void Http2Test::init()
{
    support::keepClean();
    serve(u"usual"_s);
}

void Http2Test::serve(const QString& identity)
{
    cleanup();
    const QString script = QFINDTESTDATA("support/http2server.js");
    QVERIFY(!script.isEmpty());
    m_log.clear();
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_server.get(), &QProcess::readyRead, this, &Http2Test::readLog);
    m_server->start(u"node"_s,
                    {script, m_folder.filePath(identity + u".key"_s), m_folder.filePath(identity + u".pem"_s), u"3"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!m_log.isEmpty() && m_log.first().startsWith("port "), 20'000);

    http::Target target;
    target.base = QUrl(u"https://localhost:"_s + QString::fromLatin1(m_log.first().mid(5)));
    target.label = u"test"_s;
    target.trust.authorities = QList{m_authority->certificate()};
    m_client = std::make_unique<http::Client>(target, nullptr);
    http::Limits limits;
    limits.queue = 500ms;
    m_client->setLimits(limits);
}

void Http2Test::cleanup()
{
    m_client.reset();
    if (!m_server)
        return;
    m_server->closeWriteChannel();
    QVERIFY(m_server->waitForFinished());
    m_server.reset();
}

void Http2Test::readLog()
{
    while (m_server->canReadLine())
        m_log += m_server->readLine().trimmed();
}

qsizetype Http2Test::seen(const QByteArray& start) const
{
    return std::count_if(m_log.cbegin(), m_log.cend(),
                         [&start](const QByteArray& line) { return line.startsWith(start); });
}

void Http2Test::sharesOneConnectionAmongReads()
{
    for (int i = 0; i < 3; ++i) {
        Received received(*m_client, readOf(u"/ok"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().body, "ok");
    }
    QTRY_COMPARE(seen("GET /ok 2.0 1"), 3);
}

void Http2Test::case21_answersRequestsBesideManyStreamsWhereFewAreAllowed()
{
    std::vector<std::unique_ptr<Followed>> streams;
    for (int i = 0; i < 12; ++i)
        streams.push_back(std::make_unique<Followed>(*m_client, readOf(u"/watch"_s)));
    for (const auto& stream : streams)
        QTRY_COMPARE(stream->bytes, "event\n");
    for (int i = 0; i < 5; ++i) {
        Received received(*m_client, readOf(u"/ok"_s));
        QTRY_VERIFY_WITH_TIMEOUT(received.isDone(), 2000);
        QVERIFY2(received.succeeded(), received.problem());
    }
}

// All of them leave before the server could tell how many it takes.
void Http2Test::case21_answersEveryReadThoughTheServerTakesThreeAtATime()
{
    m_client->setLimits({});
    std::vector<std::unique_ptr<Received>> reads;
    for (int i = 0; i < 20; ++i)
        reads.push_back(std::make_unique<Received>(*m_client, readOf(u"/brief"_s)));
    for (const auto& read : reads) {
        QTRY_VERIFY_WITH_TIMEOUT(read->isDone(), 10'000);
        QVERIFY2(read->succeeded(), read->problem());
        QCOMPARE(read->answer().body, "brief");
    }
    QTRY_COMPARE(seen("GET /brief 2.0 1"), 20); // one connection: it is not the connection that is too small
}

void Http2Test::case23_keepsAnsweringAfterAGoaway()
{
    Received slow(*m_client, readOf(u"/slow"_s));
    QTRY_COMPARE(seen("GET /slow"), 1);
    Received goaway(*m_client, readOf(u"/goaway"_s));
    QTRY_VERIFY(goaway.isDone());
    for (int i = 0; i < 3; ++i) {
        Received received(*m_client, readOf(u"/ok"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().body, "ok");
    }
    QTRY_VERIFY(slow.isDone());
    QVERIFY2(slow.succeeded(), slow.problem());
}

// What runs goes on, and keeps the connection from closing; Qt leaves what comes after it in a queue, in silence.
void Http2Test::case23_doesNotWaitForAConnectionThatIsGoingAway()
{
    m_client->setLimits({});
    Received crawl(*m_client, readOf(u"/crawl"_s));
    QTRY_COMPARE(seen("GET /crawl"), 1);
    Received goaway(*m_client, readOf(u"/goaway"_s));
    QTRY_VERIFY(goaway.isDone());
    Received next(*m_client, readOf(u"/ok"_s));
    QTRY_VERIFY_WITH_TIMEOUT(next.isDone(), 2'500);
    QVERIFY2(next.succeeded(), next.problem());
    QVERIFY(!crawl.isDone());
    QTRY_VERIFY(crawl.isDone());
    QVERIFY2(crawl.succeeded(), crawl.problem());
    QCOMPARE(seen("GET /crawl"), 1);
}

void Http2Test::case23_repeatsAReadThatAGoawayRefused()
{
    http::Request request = readOf(u"/refused"_s);
    request.query.addQueryItem(u"mode"_s, u"once"_s);
    Received received(*m_client, request);
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "ok");
    QTRY_COMPARE(seen("GET /refused"), 2);
}

void Http2Test::case23_failsAReadThatIsAlwaysRefused()
{
    Received received(*m_client, readOf(u"/refused"_s));
    QTRY_VERIFY_WITH_TIMEOUT(received.isDone(), 10'000);
    QVERIFY(!received.succeeded());
    QVERIFY2(received.error().kind == Kind::Network || received.error().kind == Kind::Timeout, received.problem());
    QVERIFY2(seen("GET /refused") <= 4, qPrintable(QString::number(seen("GET /refused"))));
}

void Http2Test::case24_endsOnlyTheRequestWhoseStreamWasReset_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("INTERNAL_ERROR") << u"/reset"_s;
    QTest::newRow("ENHANCE_YOUR_CALM") << u"/calm"_s;
}

void Http2Test::case24_endsOnlyTheRequestWhoseStreamWasReset()
{
    QFETCH(const QString, path);
    Received slow(*m_client, readOf(u"/slow"_s));
    QTRY_COMPARE(seen("GET /slow"), 1);
    Received reset(*m_client, readOf(path));
    QTRY_VERIFY(reset.isDone());
    QVERIFY(!reset.succeeded());
    QCOMPARE(reset.error().kind, Kind::Network);
    QVERIFY(!slow.isDone());
    QTRY_VERIFY(slow.isDone());
    QVERIFY2(slow.succeeded(), slow.problem());
    QCOMPARE(slow.answer().body, "slow");
    QCOMPARE(seen("GET /slow"), 1);
}

// Qt tells one of the requests that share a connection that it stands; none of them may leave.
void Http2Test::case30_sendsNothingToAServerNamedByItsCommonNameAlone()
{
    serve(u"nameless"_s);
    std::vector<std::unique_ptr<Received>> reads;
    for (int i = 0; i < 5; ++i)
        reads.push_back(std::make_unique<Received>(*m_client, readOf(u"/ok"_s)));
    for (const auto& read : reads) {
        QTRY_VERIFY(read->isDone());
        QVERIFY(!read->succeeded());
        QCOMPARE(read->error().kind, Kind::Tls);
        QVERIFY2(read->error().message.contains(u"as its common name only"_s), read->problem());
    }
    QCOMPARE(seen("GET"), 0);
}

void Http2Test::takesWritesOffTheSharedConnection()
{
    Received read(*m_client, readOf(u"/ok"_s));
    QTRY_VERIFY(read.isDone());
    Received write(*m_client, writeOf("POST", u"/ok"_s, "{}"));
    QTRY_VERIFY(write.isDone());
    QVERIFY2(write.succeeded(), write.problem());
    QTRY_COMPARE(seen("POST /ok 1.1"), 1);
    QCOMPARE(seen("GET /ok 2.0"), 1);
}

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"
