#include "core/kube/store.h"

#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QElapsedTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using State = kube::Watch::State;

namespace {

/// A small API server for one collection: lists from version 10, keeps every watch open and hands it to the test.
class Cluster
{
public:
    Cluster()
    {
        server.onRequest([this](Exchange& exchange) { answer(exchange); });
    }

    QStringList watchedVersions() const
    {
        QStringList versions;
        for (const Recorded& request : server.requests()) {
            if (request.query.hasQueryItem(u"watch"_s))
                versions.append(request.query.queryItemValue(u"resourceVersion"_s));
        }
        return versions;
    }
    qsizetype lists() const
    {
        return std::ranges::count_if(server.requests(), [](const Recorded& request) {
            return request.path.endsWith(u"/flinkdeployments") && !request.query.hasQueryItem(u"watch"_s);
        });
    }
    Exchange& stream() { return watches.back(); }

    ByteServer server;
    QList<KubeObject> objects{{u"a"_s, u"3"_s}, {u"b"_s, u"5"_s}};
    std::vector<Exchange> watches;
    bool isReady = true;

private:
    void answer(Exchange& exchange)
    {
        if (!isReady)
            exchange.reply(503, statusJson(503, u"ServiceUnavailable"_s), {{"Retry-After", "30"}});
        else if (exchange.query().hasQueryItem(u"watch"_s)) {
            exchange.startChunked(200, {{"Content-Type", "application/json"}});
            watches.push_back(exchange);
        } else if (exchange.path().endsWith(u"/flinkdeployments")) {
            exchange.replyJson(200, listJson(objects, u"10"_s));
        } else {
            exchange.reply(200, "ok");
        }
    }
};

} // namespace

/// The same over real sockets: what networks and servers do to a watch.
class WatchFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void case01_resumesWithoutListingWhenTheStreamIsCutInTheMiddleOfALine();
    void case02_resumesWithoutListingAfterAReset();
    void case03_readsAStreamThatComesByteByByte();
    void case04_opensAgainWhenTheServerEndsTheStream();
    void case29_resumesWhenTheServerComesBack();
    void case65_resumesAsSoonAsARestartedServerIsReady();
    void case25_noticesAFrozenServer();
    void case21_keepsAHundredWatchesAndStillAnswersRequests();
    void case22_answersRequestsBesideEightWatchesOverOldHttp();
    void case24_losesOnlyTheWatchThatWasReset();
    void case23_keepsItsPositionWhenAllConnectionsAreMadeAnew();
    void case18_boundsWhatAFastServerSends();

private:
    kube::Watch& start(kube::WatchTimes times = quickTimes());

    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_api;
    std::unique_ptr<kube::Watch> m_watch;
    std::unique_ptr<WatchRecorder> m_seen;
    const kube::Collection m_collection{.type = kube::flinkType(u"flinkdeployments"_s)};
};

void WatchFaultsTest::init()
{
    support::keepClean();
    m_cluster = std::make_unique<Cluster>();
    QVERIFY(m_cluster->server.listen());
    http::Target target;
    target.base = m_cluster->server.url();
    target.label = u"test"_s;
    m_client = std::make_unique<http::Client>(target, nullptr);
    m_api = kube::httpApi(*m_client);
}

void WatchFaultsTest::cleanup()
{
    m_seen.reset();
    m_watch.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
    m_client.reset();
    m_cluster.reset();
}

kube::Watch& WatchFaultsTest::start(kube::WatchTimes times)
{
    m_watch = std::make_unique<kube::Watch>(*m_api, m_collection, valueDecoder(), times);
    m_seen = std::make_unique<WatchRecorder>(*m_watch);
    m_watch->start();
    return *m_watch;
}

void WatchFaultsTest::case01_resumesWithoutListingWhenTheStreamIsCutInTheMiddleOfALine()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    const QByteArray second = eventJson("MODIFIED", {u"b"_s, u"12"_s});
    m_cluster->stream().chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}) + second.first(40));
    m_cluster->stream().close();
    QTRY_COMPARE(m_cluster->watchedVersions(), QStringList({u"10"_s, u"11"_s}));
    m_cluster->stream().chunk(second);
    QTRY_COMPARE(m_seen->told, QStringList({u"listed 2"_s, u"applied a@11"_s, u"applied b@12"_s}));
    QCOMPARE(m_cluster->lists(), 1);
}

void WatchFaultsTest::case02_resumesWithoutListingAfterAReset()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->stream().chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(m_seen->told.last(), u"applied a@11"_s);
    m_cluster->stream().reset();
    QTRY_VERIFY(m_seen->states.contains(State::Waiting));
    QTRY_COMPARE(m_cluster->watchedVersions(), QStringList({u"10"_s, u"11"_s}));
    QTRY_COMPARE(m_watch->state(), State::Following);
    QCOMPARE(m_cluster->lists(), 1);
}

void WatchFaultsTest::case03_readsAStreamThatComesByteByByte()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    const QByteArray events =
        eventJson("MODIFIED", {u"a"_s, u"11"_s, {}, u"한국어"_s}) + "\r\n\n" + eventJson("DELETED", {u"b"_s, u"12"_s});
    for (const char byte : events)
        m_cluster->stream().chunk(QByteArray(1, byte));
    QTRY_COMPARE(m_seen->told, QStringList({u"listed 2"_s, u"applied a@11"_s, u"deleted b"_s}));
}

void WatchFaultsTest::case04_opensAgainWhenTheServerEndsTheStream()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->stream().chunk(bookmarkJson(u"50"_s));
    m_cluster->stream().finish();
    QTRY_COMPARE(m_cluster->watchedVersions(), QStringList({u"10"_s, u"50"_s}));
    QCOMPARE(m_watch->state(), State::Following);
    QVERIFY(!m_seen->states.contains(State::Waiting));
}

void WatchFaultsTest::case29_resumesWhenTheServerComesBack()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->stream().chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(m_seen->told.last(), u"applied a@11"_s);
    const quint16 port = m_cluster->server.port();
    m_cluster->server.stop();
    QTRY_VERIFY(m_watch->attempt() > 2);
    QCOMPARE(m_watch->lastError()->kind, base::Error::Kind::Network);
    QVERIFY(m_cluster->server.listen(port));
    QTRY_COMPARE(m_watch->state(), State::Following);
    QCOMPARE(m_cluster->watchedVersions().last(), u"11"_s);
    QCOMPARE(m_cluster->lists(), 1);
    QCOMPARE(m_seen->names(), QStringList({u"a@11"_s, u"b@5"_s}));
}

void WatchFaultsTest::case65_resumesAsSoonAsARestartedServerIsReady()
{
    kube::WatchTimes times = quickTimes();
    times.restartPause = 50ms;
    start(times);
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->stream().chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(m_seen->told.last(), u"applied a@11"_s);
    const quint16 port = m_cluster->server.port();
    m_cluster->server.stop();
    QTRY_VERIFY(m_watch->attempt() > 1);
    m_cluster->isReady = false;
    QVERIFY(m_cluster->server.listen(port));
    QTRY_VERIFY(m_watch->lastError() && m_watch->lastError()->httpStatus == 503);
    QVERIFY(m_watch->nextAttempt() > QDateTime::currentDateTimeUtc().addSecs(20));
    m_cluster->isReady = true;
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->state(), State::Following, 1'000);
    QCOMPARE(m_cluster->watchedVersions().last(), u"11"_s);
    QCOMPARE(m_cluster->lists(), 1);
}

void WatchFaultsTest::case25_noticesAFrozenServer()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 100ms;
    times.probeLimit = 100ms;
    start(times);
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->server.freeze();
    QTRY_VERIFY(m_watch->lastError());
    QCOMPARE(m_watch->lastError()->kind, base::Error::Kind::Timeout);
    QCOMPARE(m_seen->names(), QStringList({u"a@3"_s, u"b@5"_s}));
}

void WatchFaultsTest::case21_keepsAHundredWatchesAndStillAnswersRequests()
{
    std::vector<std::unique_ptr<kube::Watch>> watches;
    for (int i = 0; i < 105; ++i) {
        watches.push_back(std::make_unique<kube::Watch>(*m_api, m_collection, valueDecoder(), quickTimes()));
        watches.back()->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster->watches.size(), 105U, 30'000);
    bool isAnswered = false;
    http::Request request;
    request.path = u"/version"_s;
    m_api->send(request, this, [&](const base::Result<http::Answer>& answer) { isAnswered = bool(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 1'000);
    for (const auto& watch : watches)
        QCOMPARE(watch->state(), State::Following);
}

void WatchFaultsTest::case22_answersRequestsBesideEightWatchesOverOldHttp()
{
    std::vector<std::unique_ptr<kube::Watch>> watches;
    for (int i = 0; i < 8; ++i) {
        watches.push_back(std::make_unique<kube::Watch>(*m_api, m_collection, valueDecoder(), quickTimes()));
        watches.back()->start();
    }
    QTRY_COMPARE(m_cluster->watches.size(), 8U);
    int answers = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 20; ++i) {
        http::Request request;
        request.path = u"/version"_s;
        m_api->send(request, this, [&](const base::Result<http::Answer>& answer) { answers += answer ? 1 : 0; });
    }
    QTRY_COMPARE(answers, 20);
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
}

void WatchFaultsTest::case24_losesOnlyTheWatchThatWasReset()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    kube::Watch other(*m_api, m_collection, valueDecoder(), quickTimes());
    WatchRecorder seen(other);
    other.start();
    QTRY_COMPARE(m_cluster->watches.size(), 2U);
    m_cluster->watches[0].reset();
    QTRY_COMPARE(m_cluster->watches.size(), 3U);
    QCOMPARE(other.attempt(), 0);
    QVERIFY(!seen.states.contains(State::Waiting));
    m_cluster->watches[1].chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(seen.told.last(), u"applied a@11"_s);
}

// All streams end at once, as after a GOAWAY.
void WatchFaultsTest::case23_keepsItsPositionWhenAllConnectionsAreMadeAnew()
{
    start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    m_cluster->stream().chunk(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(m_seen->told.last(), u"applied a@11"_s);
    m_api->reconnect();
    QTRY_COMPARE(m_cluster->watchedVersions(), QStringList({u"10"_s, u"11"_s}));
    QTRY_COMPARE(m_watch->state(), State::Following);
    QCOMPARE(m_cluster->lists(), 1);
}

// A slow decoder makes the server wait, nothing is lost.
void WatchFaultsTest::case18_boundsWhatAFastServerSends()
{
    const kube::Decode slow = [](QByteArrayView json, kube::Item& item) {
        QTest::qSleep(1);
        item.value = std::make_shared<const qsizetype>(json.size());
    };
    kube::Watch reader(*m_api, m_collection, slow, quickTimes());
    qsizetype applied = 0;
    connect(&reader, &kube::Watch::applied, this, [&](const QList<kube::Item>& items) { applied += items.size(); });
    reader.start();
    QTRY_COMPARE(m_cluster->watches.size(), 1U);
    const QByteArray event = eventJson("MODIFIED", {u"a"_s, u"11"_s, {}, QString(256 * 1024, u'x')});
    for (int i = 0; i < 400; ++i)
        m_cluster->stream().chunk(event);
    QTRY_VERIFY(applied > 0);
    QVERIFY2(m_cluster->stream().bytesWaiting() > 16 * 1024 * 1024, "the server was not made to wait");
    QTRY_COMPARE_WITH_TIMEOUT(applied, 400, 60'000);
    QCOMPARE(reader.state(), State::Following);
    QCOMPARE(m_cluster->watches.size(), 1U);
}

QTEST_GUILESS_MAIN(WatchFaultsTest)
#include "tst_watchfaults.moc"
