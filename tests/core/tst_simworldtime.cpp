#include "core/sim/world/chance.h"
#include "core/sim/world/clock.h"
#include "core/sim/world/log.h"

#include "tests/support/hygiene.h"

#include <QRegularExpression>
#include <QSet>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::Alarm;
using sim::Chance;
using sim::Clock;
using sim::Instant;
using sim::Log;
using sim::LogLine;

namespace {

const Instant start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 2) + 3h + 4min + 5s + 678ms};

} // namespace

/// Time and chance of the practice cluster, and what its containers write.
class SimWorldTimeTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void runsWhatIsDueInTheOrderOfTimeThenOfAsking();
    void runsWhatATaskAsksForWithinTheSameSpan();
    void forgetsWhatIsCancelled();
    void neverGoesBack();
    void anAlarmIsSetAgainAndDiesWithItsOwner();
    void whatIsDueMayOwnAlarmsWhenItIsForgotten();
    void writesAndReadsTimesAsKubernetesDoes();
    void theSameSeedGivesTheSameWorldEverywhere();
    void oneStreamNeverShiftsAnother();
    void drawsWithinTheBoundsAsked();
    void namesLookLikeKubernetesNames();
    void aLogKeepsTheNewestLinesAndTellsWhoFollows();
};

void SimWorldTimeTest::runsWhatIsDueInTheOrderOfTimeThenOfAsking()
{
    Clock clock(start);
    QStringList ran;
    const auto note = [&](const QString& name) {
        return [&ran, &clock, name] { ran += name + QString::number((clock.now() - start).count()); };
    };
    clock.after(20ms, note(u"c"_s));
    clock.after(10ms, note(u"a"_s));
    clock.at(start + 10ms, note(u"b"_s));
    clock.after(21ms, note(u"late"_s));
    QCOMPARE(clock.next(), std::optional(start + 10ms));
    clock.advance(20ms);
    QCOMPARE(ran, QStringList({u"a10"_s, u"b10"_s, u"c20"_s}));
    QCOMPARE(clock.now(), start + 20ms);
    clock.advance(1h);
    QCOMPARE(ran.last(), u"late21"_s);
    QCOMPARE(clock.next(), std::nullopt);
}

void SimWorldTimeTest::runsWhatATaskAsksForWithinTheSameSpan()
{
    Clock clock(start);
    int ticks = 0;
    std::function<void()> tick = [&] {
        ++ticks;
        clock.after(1s, tick);
    };
    clock.after(1s, tick);
    clock.advance(10s);
    QCOMPARE(ticks, 10);
    bool isDone = false;
    clock.after(0ms, [&] { clock.after(-5ms, [&] { isDone = true; }); });
    clock.advance(0ms);
    QVERIFY(isDone);
}

void SimWorldTimeTest::forgetsWhatIsCancelled()
{
    Clock clock(start);
    int ran = 0;
    const auto first = clock.after(1s, [&] { ++ran; });
    const auto second = clock.after(1s, [&] { ++ran; });
    clock.cancel(first);
    clock.cancel(Clock::Ticket::None);
    clock.advance(2s);
    QCOMPARE(ran, 1);
    clock.cancel(second);
}

void SimWorldTimeTest::neverGoesBack()
{
    Clock clock(start);
    clock.advance(1min);
    clock.advanceTo(start);
    QCOMPARE(clock.now(), start + 1min);
}

void SimWorldTimeTest::anAlarmIsSetAgainAndDiesWithItsOwner()
{
    Clock clock(start);
    QList<int> rang;
    {
        Alarm alarm(clock);
        alarm.set(1s, [&] { rang += 1; });
        alarm.set(2s, [&] {
            rang += 2;
            alarm.set(1s, [&] { rang += 3; });
        });
        clock.advance(2s);
        QVERIFY(alarm.isSet());
    }
    clock.advance(1h);
    QCOMPARE(rang, QList<int>({2}));
}

void SimWorldTimeTest::whatIsDueMayOwnAlarmsWhenItIsForgotten()
{
    // A call that is under way owns the alarm of its time-out; the clock owns the call.
    bool rang = false;
    const auto ask = [&rang](Clock& clock, Clock::Ticket* ticket) {
        const auto timeOut = std::make_shared<Alarm>(clock);
        timeOut->set(2s, [&rang] { rang = true; });
        *ticket = clock.after(1s, [timeOut] {});
    };
    Clock::Ticket ticket{};
    {
        Clock clock(start);
        ask(clock, &ticket);
        clock.cancel(ticket);
        QCOMPARE(clock.next(), std::nullopt);
        ask(clock, &ticket);
    }
    QVERIFY(!rang);
}

void SimWorldTimeTest::writesAndReadsTimesAsKubernetesDoes()
{
    QCOMPARE(sim::timestamp(start), u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(sim::microTimestamp(start), u"2026-01-02T03:04:05.678000Z"_s);
    QCOMPARE(sim::fromTimestamp(u"2026-01-02T03:04:05.678000Z"), std::optional(start));
    QCOMPARE(sim::fromTimestamp(u"2026-01-02T05:04:05.678+02:00"), std::optional(start));
    QCOMPARE(sim::fromTimestamp(u"2026-01-02T03:04:05"), std::nullopt);
    QCOMPARE(sim::fromTimestamp(u"yesterday"), std::nullopt);
}

void SimWorldTimeTest::theSameSeedGivesTheSameWorldEverywhere()
{
    // Numbers a Python script of the published generators gave: another compiler, another language.
    Chance chance(1);
    QCOMPARE(chance.next(), 12966619160104079557ULL);
    QCOMPARE(chance.next(), 9600361134598540522ULL);
    QCOMPARE(chance.next(), 10590380919521690900ULL);
    QVERIFY(Chance(2).next() != Chance(1).next());
}

void SimWorldTimeTest::oneStreamNeverShiftsAnother()
{
    const Chance root(7);
    auto alone = root.stream(u"pods");
    auto beside = root.stream(u"pods");
    auto other = root.stream(u"jobs");
    for (int i = 0; i < 100; ++i) {
        other.next();
        QCOMPARE(beside.next(), alone.next());
    }
    QVERIFY(root.stream(u"pods").next() != root.stream(u"jobs").next());
}

void SimWorldTimeTest::drawsWithinTheBoundsAsked()
{
    Chance chance(3);
    QSet<qint64> seen;
    double sum = 0;
    double squares = 0;
    constexpr int draws = 20'000;
    for (int i = 0; i < draws; ++i) {
        seen += chance.between(-2, 2);
        const auto share = chance.uniform();
        QVERIFY(share >= 0 && share < 1);
        const auto drawn = chance.normal(10, 2);
        sum += drawn;
        squares += (drawn - 10) * (drawn - 10);
    }
    QCOMPARE(seen, QSet<qint64>({-2, -1, 0, 1, 2}));
    QVERIFY(std::abs(sum / draws - 10) < 0.1);
    QVERIFY(std::abs(squares / draws - 4) < 0.2);
    QCOMPARE(chance.between(5, 5), 5);
    QCOMPARE(chance.between(5, 4), 5);
    QVERIFY(!chance.happens(0));
    QVERIFY(chance.happens(1));
}

void SimWorldTimeTest::namesLookLikeKubernetesNames()
{
    Chance chance(4);
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    static const QRegularExpression suffix(u"^[bcdfghjklmnpqrstvwxz2456789]{5}$"_s);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(uuid.match(chance.uid()).hasMatch());
        QVERIFY(suffix.match(chance.suffix()).hasMatch());
        QCOMPARE(chance.hex(32).size(), 32);
    }
    QCOMPARE(chance.hex(7).size(), 7);
}

void SimWorldTimeTest::aLogKeepsTheNewestLinesAndTellsWhoFollows()
{
    Log log(30);
    QByteArrayList told;
    int ended = 0;
    const auto following = log.follow([&](const LogLine& line) { told += line.text; }, [&] { ++ended; });
    auto leaving = log.follow([&](const LogLine&) { QFAIL("has left"); }, {});
    leaving.reset();
    log.append(start, "one\ntwo\n");
    log.append(start, "a line of some length");
    QCOMPARE(told, QByteArrayList({"one", "two", "a line of some length"}));
    QCOMPARE(log.lines().size(), 3);
    log.append(start + 1s, "the newest");
    QCOMPARE(log.lines().size(), 1);
    QCOMPARE(log.lines().front(), (LogLine{start + 1s, "the newest"}));
    log.end();
    log.end();
    log.append(start, "too late");
    QCOMPARE(ended, 1);
    QCOMPARE(told.size(), 4);
}

QTEST_GUILESS_MAIN(SimWorldTimeTest)
#include "tst_simworldtime.moc"
