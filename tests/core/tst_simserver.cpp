#include "core/sim/api/server.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/wireclient.h"

#include <QElapsedTimer>
#include <QSslKey>

#include <atomic>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::Answer;
using sim::Authority;
using sim::Reply;
using sim::Request;
using sim::Server;
using sim::ServerLimits;
using sim::Sink;
using Client = support::WireClient;

namespace {

ServerLimits impatient()
{
    ServerLimits limits;
    limits.connections = 8;
    limits.unsentBytes = 1024 * 1024;
    limits.handshake = 300ms;
    limits.header = 300ms;
    limits.body = 300ms;
    limits.write = 500ms;
    limits.idle = 3s;
    return limits;
}

} // namespace

/// The server under clients that mean well, mean harm, or break off.
class SimServerTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void answersOneRequestAfterTheOtherOnOneConnection();
    void showsACertificateOfItsOwnAuthority();
    void sendsALargeAnswerWhole();
    void streamsInPiecesAndGoesOn();
    void aStreamThatIsDroppedIsNotTakenForWhole();
    void tellsAStreamThatItsReaderIsGone();
    void asksForTheBodyThatWaitsForPermission();
    void closesAConnectionThatSpeaksNoTls_data();
    void closesAConnectionThatSpeaksNoTls();
    void closesAConnectionWhoseHeadersNeverEnd();
    void closesAConnectionWhoseBodyNeverEnds();
    void refusesABodyOfAHundredMegabytes_data();
    void refusesABodyOfAHundredMegabytes();
    void refusesTenThousandHeaders();
    void refusesPipelinedGarbage();
    void refusesConnectionsBeyondTheLimitAndServesTheOthers();
    void theSilentMakeRoomForThoseWhoSpeak();
    void theIdleMakeRoomForThoseWhoSpeak();
    void isNotIdleForEverAfterALateAnswer();
    void answersAClientThatClosedItsHalf();
    void cutsOffAReaderThatDoesNotRead();
    void showsANewCertificateToNewConnections();
    void anAnswerMayComeLate();
    void aClientNeedNotWaitForALateAnswer();
    void stopsWhileClientsAreConnected();
    void aRequestUnderWayAtTheEndDoesNotKeepTheThread();

private:
    void answer(const Request& request, const Answer& answer);
    QByteArray get(const QByteArray& path);
    int connections();

    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<Server> m_server;
    std::thread m_thread;
    int m_port = 0;
    std::atomic<int> m_readersGone = 0;
    std::shared_ptr<Sink> m_sink;
    std::vector<std::shared_ptr<Sink>> m_sinks; ///< of streams that go on
};

void SimServerTest::init()
{
    support::keepClean();
    m_readersGone = 0;
    m_authority = std::make_unique<Authority>();
    m_server =
        std::make_unique<Server>(impatient(), m_authority->server(),
                                 [this](const Request& request, const Answer& reply) { answer(request, reply); });
    QString error;
    m_port = m_server->listen(0, error).value_or(0);
    QVERIFY2(m_port > 0, qPrintable(error));
    m_thread = std::thread([this] { m_server->run(); });
}

void SimServerTest::cleanup()
{
    m_server->stop();
    m_thread.join();
    m_sink.reset();
    m_sinks.clear();
    m_server.reset();
}

void SimServerTest::answer(const Request& request, const Answer& answer)
{
    Reply stream;
    if (request.path == u"/stream") {
        stream.stream = [](const std::shared_ptr<Sink>& sink) {
            sink->write("first");
            sink->write("second");
            sink->end();
        };
        answer(stream);
    } else if (request.path == u"/cut") {
        stream.stream = [](const std::shared_ptr<Sink>& sink) { sink->write("half"); };
        answer(stream);
    } else if (request.path == u"/begun") {
        stream.stream = [this](const std::shared_ptr<Sink>& sink) {
            m_sinks.push_back(sink);
            sink->write("begin");
        };
        answer(stream);
    } else if (request.path == u"/open") {
        stream.stream = [this](const std::shared_ptr<Sink>& sink) {
            m_sink = sink;
            sink->write("begin");
        };
        answer(stream);
    } else if (request.path == u"/poll") {
        answer(Reply::text(m_sink && m_sink->isOpen() ? "open" : "gone"));
    } else if (request.path == u"/late") {
        m_server->wakeAt(std::chrono::steady_clock::now() + 300ms, [answer] { answer(Reply::text("better late")); });
    } else if (request.path == u"/large") {
        answer(Reply::text(QByteArray(5 * 1024 * 1024, 'x')));
    } else if (request.path == u"/flood") {
        stream.stream = [](const std::shared_ptr<Sink>& sink) {
            for (int i = 0; i < 64 && sink->isOpen(); ++i)
                sink->write(QByteArray(1024 * 1024, 'x'));
            sink->end();
        };
        answer(stream);
    } else {
        answer(Reply::text(request.method + ' ' + request.path.toUtf8() + '?' + request.query + ' ' +
                           QByteArray::number(request.body.size())));
    }
}

QByteArray SimServerTest::get(const QByteArray& path)
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return client.hear();
}

int SimServerTest::connections()
{
    std::promise<std::size_t> count;
    m_server->post([&] { count.set_value(m_server->connectionCount()); });
    return int(count.get_future().get());
}

void SimServerTest::answersOneRequestAfterTheOtherOnOneConnection()
{
    Client client(m_authority->certificate(), m_port);
    QVERIFY(client.isReady());
    client.say(
        "GET /a%20b?q=%2F HTTP/1.1\r\nHost: x\r\n\r\nPOST /two HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
    const auto heard = client.hear("POST /two? 3");
    QVERIFY(heard.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(heard.contains("GET /a b?q=%2F 0"));
    QVERIFY(heard.contains("POST /two? 3"));
    client.say("GET /three HTTP/1.0\r\n\r\n");
    QVERIFY(client.hear().endsWith("GET /three? 0"));
}

void SimServerTest::showsACertificateOfItsOwnAuthority()
{
    Client client(m_authority->certificate(), m_port);
    QVERIFY(client.isReady());
    const auto shown = client.socket().peerCertificate();
    QCOMPARE(shown.publicKey().algorithm(), QSsl::Ec);
    QVERIFY(shown.subjectAlternativeNames().values(QSsl::IpAddressEntry).contains(u"127.0.0.1"_s));
    const Authority stranger;
    QVERIFY(!Client(stranger.certificate(), m_port).isReady());
}

void SimServerTest::sendsALargeAnswerWhole()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto heard = client.hear(QByteArray(5 * 1024 * 1024, 'x'));
    QVERIFY(heard.endsWith(QByteArray(5 * 1024 * 1024, 'x')));
    client.say("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.hear("again").endsWith("GET /again? 0"));
}

void SimServerTest::streamsInPiecesAndGoesOn()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto heard = client.hear("0\r\n\r\n");
    QVERIFY(heard.contains("Transfer-Encoding: chunked"));
    QVERIFY(heard.endsWith("5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n"));
    client.say("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.hear("again").endsWith("GET /again? 0"));
    // An old client gets the bytes as they are.
    Client old(m_authority->certificate(), m_port);
    old.say("GET /stream HTTP/1.0\r\n\r\n");
    QVERIFY(old.hear().endsWith("\r\n\r\nfirstsecond"));
}

void SimServerTest::aStreamThatIsDroppedIsNotTakenForWhole()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /cut HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto heard = client.hear();
    QVERIFY(!heard.contains("0\r\n\r\n"));
    QCOMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
}

void SimServerTest::tellsAStreamThatItsReaderIsGone()
{
    {
        Client client(m_authority->certificate(), m_port);
        client.say("GET /open HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(client.hear("begin").contains("begin"));
        QVERIFY(get("/poll").endsWith("open"));
        client.socket().abort();
    }
    QTRY_VERIFY(get("/poll").endsWith("gone"));
}

void SimServerTest::asksForTheBodyThatWaitsForPermission()
{
    Client client(m_authority->certificate(), m_port);
    client.say("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(client.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.say("abc");
    QVERIFY(client.hear("POST /x? 3").endsWith("POST /x? 3"));
}

void SimServerTest::closesAConnectionThatSpeaksNoTls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("garbage") << QByteArray(1000, '\xff') << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("half a hello") << QByteArray("\x16\x03\x01\x02\x00\x01", 6) << QByteArray();
    QTest::newRow("plain HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                                << QByteArray("Client sent an HTTP request to an HTTPS server.\n");
}

void SimServerTest::closesAConnectionThatSpeaksNoTls()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_port));
    QVERIFY(socket.waitForConnected());
    socket.write(bytes);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().endsWith(expected));
    QVERIFY(get("/alive").endsWith("GET /alive? 0"));
}

void SimServerTest::closesAConnectionWhoseHeadersNeverEnd()
{
    Client client(m_authority->certificate(), m_port);
    QElapsedTimer timer;
    timer.start();
    client.say("GET /slow HTTP/1.1\r\n");
    while (timer.elapsed() < 4000 && client.socket().state() == QAbstractSocket::ConnectedState) {
        client.say("A");
        client.socket().waitForReadyRead(20);
    }
    QVERIFY(timer.elapsed() < 3000);
    QVERIFY(get("/alive").endsWith("GET /alive? 0"));
}

void SimServerTest::closesAConnectionWhoseBodyNeverEnds()
{
    Client client(m_authority->certificate(), m_port);
    client.say("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");
    QVERIFY(client.isClosed());
}

void SimServerTest::refusesABodyOfAHundredMegabytes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("announced") << QByteArray("Content-Length: 104857600\r\n\r\n") << QByteArray(64 * 1024, 'x');
    QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n")
                               << "10000\r\n" + QByteArray(64 * 1024, 'x') + "\r\n";
}

void SimServerTest::refusesABodyOfAHundredMegabytes()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, piece);
    Client client(m_authority->certificate(), m_port);
    client.say("POST /x HTTP/1.1\r\nHost: x\r\n" + head);
    qsizetype sent = 0;
    QByteArray heard;
    while (sent < 100 * 1024 * 1024 && !heard.contains("limit is 3145728") &&
           client.socket().state() == QAbstractSocket::ConnectedState) {
        client.say(piece);
        sent += piece.size();
        client.socket().waitForBytesWritten(1000);
        // Who never listens while he speaks is cut off after some megabytes, and hears nothing.
        client.socket().waitForReadyRead(2);
        heard += client.socket().readAll();
    }
    heard += client.hear("limit is 3145728");
    QVERIFY2(heard.startsWith("HTTP/1.1 413 "), heard.constData());
    QVERIFY(heard.contains("\"reason\":\"RequestEntityTooLarge\""));
    QVERIFY(sent < 32 * 1024 * 1024);
}

void SimServerTest::refusesTenThousandHeaders()
{
    Client client(m_authority->certificate(), m_port);
    QByteArray request = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 10'000; ++i)
        request += "X-" + QByteArray::number(i) + ": y\r\n";
    client.say(request + "\r\n");
    QVERIFY(client.hear("too large").startsWith("HTTP/1.1 431 "));
}

void SimServerTest::refusesPipelinedGarbage()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /one HTTP/1.1\r\nHost: x\r\n\r\n\x01\x02garbage\r\n\r\nGET /three HTTP/1.1\r\n\r\n");
    const auto heard = client.hear();
    QVERIFY(heard.contains("GET /one? 0"));
    QVERIFY(heard.contains("HTTP/1.1 400 Bad Request"));
    QVERIFY(!heard.contains("GET /three"));
}

void SimServerTest::refusesConnectionsBeyondTheLimitAndServesTheOthers()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(m_authority->certificate(), m_port));
        clients.back()->say("GET /begun HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(clients.back()->hear("begin").contains("begin"));
    }
    for (int i = 0; i < 100; ++i) {
        QTcpSocket beyond;
        beyond.connectToHost(u"127.0.0.1"_s, quint16(m_port));
        beyond.waitForConnected();
        QVERIFY(beyond.state() == QAbstractSocket::UnconnectedState || beyond.waitForDisconnected(5000));
    }
    for (const auto& client : clients)
        QCOMPARE(client->socket().state(), QAbstractSocket::ConnectedState);
    clients.pop_back();
    QTRY_VERIFY(get("/after").endsWith("GET /after? 0"));
}

void SimServerTest::theSilentMakeRoomForThoseWhoSpeak()
{
    Client waiting(m_authority->certificate(), m_port);
    waiting.say("GET /first HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(waiting.hear("GET /first? 0").endsWith("GET /first? 0"));
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 20; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(u"127.0.0.1"_s, quint16(m_port));
        QVERIFY(silent.back()->waitForConnected());
    }
    QVERIFY(get("/in").endsWith("GET /in? 0"));
    waiting.say("GET /still HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(waiting.hear("GET /still? 0").endsWith("GET /still? 0"));
}

void SimServerTest::theIdleMakeRoomForThoseWhoSpeak()
{
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 8; ++i) {
        idle.push_back(std::make_unique<Client>(m_authority->certificate(), m_port));
        QVERIFY(idle.back()->isReady());
    }
    QVERIFY(get("/in").endsWith("GET /in? 0"));
    QVERIFY(idle.front()->isClosed());
    idle.back()->say("GET /last HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(idle.back()->hear("GET /last? 0").endsWith("GET /last? 0"));
}

// The read that sees the client's end began before the answer, when nobody was to be hurried.
void SimServerTest::isNotIdleForEverAfterALateAnswer()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.hear("better late").contains("better late"));
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 0, 10'000);
    QVERIFY(client.isClosed());
}

void SimServerTest::answersAClientThatClosedItsHalf()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
    // TLS says goodbye, then the stream is half closed.
    client.socket().disconnectFromHost();
    const auto heard = client.hear();
    QVERIFY(heard.isEmpty() || heard.endsWith("GET /half? 0"));
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    QVERIFY(get("/alive").endsWith("GET /alive? 0"));
}

void SimServerTest::cutsOffAReaderThatDoesNotRead()
{
    Client client(m_authority->certificate(), m_port);
    client.socket().setReadBufferSize(1024);
    client.say("GET /flood HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(get("/alive").endsWith("GET /alive? 0"));
    client.socket().setReadBufferSize(0);
    QVERIFY(client.hear("\r\n0\r\n\r\n").size() < 64 * 1024 * 1024);
    QCOMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
}

void SimServerTest::showsANewCertificateToNewConnections()
{
    using namespace std::chrono;
    Client before(m_authority->certificate(), m_port);
    const auto old = before.socket().peerCertificate();
    m_server->post([this] {
        m_server->setIdentity(m_authority->server({system_clock::now() - 48h, system_clock::now() - 24h}));
    });
    before.say("GET /still HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(before.hear("GET /still? 0").endsWith("GET /still? 0"));
    Client after(m_authority->certificate(), m_port);
    QVERIFY(!after.isReady());
    QVERIFY(after.socket().errorString().contains(u"expired"));
    QVERIFY(old.expiryDate() > QDateTime::currentDateTime());
}

void SimServerTest::anAnswerMayComeLate()
{
    Client client(m_authority->certificate(), m_port);
    client.say("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.hear("better late").contains("better late"));
    // The next request may have been sent meanwhile.
    client.say("GET /late HTTP/1.1\r\nHost: x\r\n\r\nGET /next HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto heard = client.hear("GET /next? 0");
    QVERIFY2(heard.contains("better late") && heard.contains("GET /next? 0"), heard.constData());
    client.say("GET /after HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.hear("GET /after? 0").contains("GET /after? 0"));
}

void SimServerTest::aClientNeedNotWaitForALateAnswer()
{
    {
        Client client(m_authority->certificate(), m_port);
        client.say("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::qWait(50); // gives up before the answer
    }
    QVERIFY(get("/still-there").contains("GET /still-there"));
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 0, 5000);
}

void SimServerTest::stopsWhileClientsAreConnected()
{
    Client idle(m_authority->certificate(), m_port);
    Client streaming(m_authority->certificate(), m_port);
    streaming.say("GET /open HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(streaming.hear("begin").contains("begin"));
    m_server->stop();
    QVERIFY(streaming.isClosed());
    QVERIFY(idle.isClosed());
}

/// What answers a request asks to be woken for what comes next; after the end nothing does.
void SimServerTest::aRequestUnderWayAtTheEndDoesNotKeepTheThread()
{
    std::atomic<bool> isAsked = false;
    std::atomic<bool> isEnded = false;
    Server server(impatient(), m_authority->server(), [](const Request&, const Answer&) {});
    server.stop();
    server.post([&] {
        server.wakeAt(std::chrono::steady_clock::now() + 1h, [] {});
        isAsked = true;
    });
    std::thread thread([&] {
        server.run();
        isEnded = true;
    });
    const bool isDone = QTest::qWaitFor([&] { return isEnded.load(); }, 10'000);
    if (isDone)
        thread.join();
    else
        thread.detach();
    QVERIFY(isAsked);
    QVERIFY(isDone);
}

QTEST_GUILESS_MAIN(SimServerTest)
#include "tst_simserver.moc"
