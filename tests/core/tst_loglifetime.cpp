#include "core/kube/logs.h"

#include "tests/support/byteserver.h"
#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using State = kube::LogStream::State;

namespace {

QByteArray line(const QByteArray& text)
{
    return "2025-01-02T03:04:05.000000001Z " + text + '\n';
}

kube::LogTimes quickLogTimes()
{
    return {.firstPause = 1ms, .longestPause = 4ms, .healthyAfter = 1s, .gather = 1ms};
}

} // namespace

/// A log may go at any moment: what it started must not outlive what it uses.
class LogLifetimeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        m_api = std::make_unique<FakeApi>();
    }
    void cleanup()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_api.reset();
    }

    void mayBeDestroyedByAReceiverOfItsSignals_data();
    void mayBeDestroyedByAReceiverOfItsSignals();
    void mayOutliveItsClient();
    void mayBeDestroyedTogetherWithItsClientAtAnyMoment();

private:
    std::unique_ptr<FakeApi> m_api;
};

void LogLifetimeTest::mayBeDestroyedByAReceiverOfItsSignals_data()
{
    QTest::addColumn<int>("signal"); // which of those it sends, from 0: three states, lines, the last state
    for (int i = 0; i < 4; ++i)
        QTest::addRow("signal %d", i) << i;
}

void LogLifetimeTest::mayBeDestroyedByAReceiverOfItsSignals()
{
    QFETCH(const int, signal);
    auto* doomed = new kube::LogStream(*m_api, {.nameSpace = u"prod"_s, .pod = u"jm-0"_s}, 1024, quickLogTimes());
    const QPointer<kube::LogStream> alive(doomed);
    int seen = 0;
    const auto destroyAt = [&seen, signal, doomed] {
        if (seen++ == signal)
            delete doomed;
    };
    connect(doomed, &kube::LogStream::stateChanged, this, destroyAt);
    connect(doomed, &kube::LogStream::received, this, destroyAt);
    doomed->start(); // connecting
    if (alive)
        m_api->stream()->open(); // following
    if (alive) {
        m_api->stream()->send(line("a").repeated(2'000)); // lines, more than are kept
        QTRY_VERIFY(!alive || seen == 3);
    }
    if (alive)
        m_api->stream()->cut(); // waiting
    QTRY_VERIFY(!alive);
    QTRY_COMPARE(m_api->open(), 0);
}

void LogLifetimeTest::mayOutliveItsClient()
{
    ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked(200, {{"Content-Type", "text/plain"}});
        exchange.chunk(line("a"));
    });
    QVERIFY(server.listen());
    http::Target target;
    target.base = server.url();
    auto client = std::make_unique<http::Client>(target, nullptr);
    const std::unique_ptr<kube::Api> api = kube::httpApi(*client);
    // It waits for long before it would use the client that is gone.
    kube::LogTimes times = quickLogTimes();
    times.firstPause = times.longestPause = 1h;
    kube::LogStream log(*api, {.nameSpace = u"prod"_s, .pod = u"jm-0"_s}, 1024, times);
    log.start();
    QTRY_COMPARE(log.lines().size(), 1);
    client.reset();
    QTRY_COMPARE(log.state(), State::Waiting);
    QCOMPARE(log.lastError()->kind, base::Error::Kind::Network);
    QCOMPARE(log.lines().size(), 1);
}

void LogLifetimeTest::mayBeDestroyedTogetherWithItsClientAtAnyMoment()
{
    ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked(200, {{"Content-Type", "text/plain"}});
        exchange.chunk(line("a").repeated(5'000));
    });
    QVERIFY(server.listen());
    http::Target target;
    target.base = server.url();
    for (int moment = 0; moment < 12; ++moment) {
        auto client = std::make_unique<http::Client>(target, nullptr);
        auto api = kube::httpApi(*client);
        const kube::LogQuery query{.nameSpace = u"prod"_s, .pod = u"jm-0"_s};
        auto log = std::make_unique<kube::LogStream>(*api, query, 1024 * 1024, quickLogTimes());
        log->start();
        for (int i = 0; i < moment * 2; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        QTest::qSleep(2); // the background has finished, its answer waits in the event loop
        if (moment % 2 == 0)
            log.reset();
        api.reset();
        // A log without its Api must not run on: it goes before the event loop does.
        log.reset();
        client.reset();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(LogLifetimeTest)
#include "tst_loglifetime.moc"
