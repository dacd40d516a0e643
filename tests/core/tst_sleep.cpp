#include "core/flink/connection.h"
#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QTest>

#include <atomic>

#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = flink::ConnectionState::Kind;

namespace {

/// How long this computer has slept: the clock on the wall goes on, the one that counts the time awake does not.
std::atomic<long> sleptSeconds = 0;

} // namespace

extern "C" Q_DECL_EXPORT int clock_gettime(clockid_t clock, timespec* time)
{
    using Function = int (*)(clockid_t, timespec*);
    static const auto system = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = system(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        time->tv_sec += sleptSeconds;
    return result;
}

extern "C" Q_DECL_EXPORT int gettimeofday(timeval* time, void* zone) noexcept
{
    using Function = int (*)(timeval*, void*);
    static const auto system = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "gettimeofday"));
    const int result = system(time, zone);
    if (result == 0)
        time->tv_sec += sleptSeconds;
    return result;
}

/// A computer that sleeps while it is connected.
class SleepTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case33_connectsAnewAfterASleep();
};

void SleepTest::case33_connectsAnewAfterASleep()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    sleptSeconds = 3'600;
    QVERIFY2(before.secsTo(QDateTime::currentDateTimeUtc()) >= 3'600, "the clock cannot be moved");
    sleptSeconds = 0;

    support::ByteServer server;
    QList<support::Exchange> watches;
    int lists = 0;
    server.onRequest([&](support::Exchange& exchange) {
        if (exchange.query().hasQueryItem(u"watch"_s)) {
            exchange.startChunked(200, {{"Content-Type", "application/json"}});
            watches.append(exchange);
        } else {
            ++lists;
            exchange.replyJson(200, support::listJson({{u"orders"_s, u"5"_s}}, u"10"_s));
        }
    });
    QVERIFY(server.listen());
    kube::ContextAccess access;
    access.target.base = server.url();
    access.target.label = u"here"_s;
    flink::ConnectionSettings settings;
    settings.id = u"context:here"_s;
    settings.name = u"here"_s;
    flink::ConnectionTimes times;
    times.tick = 20ms;
    const auto connection = flink::Connection::toContext(access, settings, times);
    connection->open();
    QTRY_COMPARE(watches.size(), 3);
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    for (const support::Exchange& watch : watches)
        watch.chunk(support::eventJson("ADDED", {u"late"_s, u"11"_s}));
    QTRY_COMPARE(connection->deployments()->count(), 2);
    QTRY_COMPARE(connection->sessionJobs()->count(), 2);
    QTRY_COMPARE(connection->snapshots()->count(), 2);
    bool wasEmpty = false;
    connect(connection->deployments(), &flink::ObjectsBase::changed, this,
            [&] { wasEmpty |= connection->deployments()->count() == 0; });

    sleptSeconds = 3'600;
    QTRY_COMPARE(watches.size(), 6);
    for (int i = 0; i < 3; ++i)
        QVERIFY2(!watches.at(i).isAlive(), "what was open before may be dead without knowing it");
    QVERIFY(lists >= 6); // so long that deletions may have been missed
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QTRY_COMPARE(connection->deployments()->count(), 1); // it was
    QVERIFY(!wasEmpty);
}

QTEST_GUILESS_MAIN(SleepTest)
#include "tst_sleep.moc"
