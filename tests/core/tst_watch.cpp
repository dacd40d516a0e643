#include "tests/support/watchfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

/// How a watch follows its collection: positions, ends of streams, and what is told of it.
class WatchTest : public WatchFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        begin();
    }
    void cleanup() { end(); }

    void listsThenFollowsFromTheVersionOfTheList();
    void case01_dropsTheFragmentOfAStreamThatEndsInTheMiddleOfALine();
    void takesAWholeEventThatHasNoLineBreakBeforeTheEnd();
    void tellsAWholeEventWhoseLineBreakIsLate();
    void case02_resumesWithAPauseWhenTheConnectionIsReset();
    void case03_readsTheSameHoweverTheBytesAreCut();
    void case04_opensAgainAtOnceWhenTheServerEndsTheStreamInTime();
    void case05_listsAgainFromItsPositionThenAnewWhenThePositionExpired();
    void case07_staysQuietWhenEveryPositionExpiresAtOnce();
    void case08_listsAnewWhenTheServerEndsEachWatchAtOnceInSilence();
    void remembersThePositionOfABookmark();
    void case17_listsAnewAfterAnEventOfUnknownType();
    void case17_triesAgainAfterAnErrorEventAndListsAnewAfterThree();
    void case17_survivesAnErrorEventThatIsNoStatus();
    void case20_neverAsksForAStreamingList();
    void listsInTheBackgroundFromTimeToTime();
    void followsOnWhenTheBackgroundListFails();
    void triesAtOnceWhenToldTo();
    void listsAnewAfterALongSleep();
    void stopsAndStartsWhereItWas();
};

void WatchTest::listsThenFollowsFromTheVersionOfTheList()
{
    makeWatch().start();
    QCOMPARE(watch().state(), State::Listing);
    QVERIFY(api().isAsked(path));
    QCOMPARE(api().parameter(u"limit"_s), u"500"_s);
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    api().answer(listJson({{u"a"_s, u"3"_s}, {u"b"_s, u"5"_s}}, u"10"_s));
    QTRY_COMPARE(watch().state(), State::Following);

    const http::Request asked = api().stream()->request;
    QCOMPARE(asked.path, path);
    QCOMPARE(parameter(asked, u"watch"_s), u"true"_s);
    QCOMPARE(parameter(asked, u"resourceVersion"_s), u"10"_s);
    QCOMPARE(parameter(asked, u"allowWatchBookmarks"_s), u"true"_s);
    const int timeout = parameter(asked, u"timeoutSeconds"_s).toInt();
    QVERIFY2(timeout >= 240 && timeout <= 360, qPrintable(QString::number(timeout)));
    QCOMPARE(asked.total, 0ms);

    api().stream()->open();
    api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}) + eventJson("DELETED", {u"b"_s, u"12"_s}));
    QTRY_COMPARE(seen().told, QStringList({u"listed 2"_s, u"applied a@11"_s, u"deleted b"_s}));
    QCOMPARE(seen().names(), QStringList({u"a@11"_s}));
    QVERIFY(watch().lastContact().isValid());
    QVERIFY(!watch().lastError());
}

void WatchTest::case01_dropsTheFragmentOfAStreamThatEndsInTheMiddleOfALine()
{
    startFollowing();
    const QByteArray second = eventJson("MODIFIED", {u"b"_s, u"12"_s});
    api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}) + second.first(second.size() / 2));
    api().stream()->end();
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    api().stream()->send(second);
    QTRY_COMPARE(seen().told, QStringList({u"listed 2"_s, u"applied a@11"_s, u"applied b@12"_s}));
    QCOMPARE(api().waiting(), 0);
}

void WatchTest::takesAWholeEventThatHasNoLineBreakBeforeTheEnd()
{
    startFollowing();
    api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}).trimmed());
    api().stream()->end();
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    QCOMPARE(seen().told.last(), u"applied a@11"_s);
}

void WatchTest::tellsAWholeEventWhoseLineBreakIsLate()
{
    startFollowing();
    api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s, {}, u"}\\\"{"_s}).trimmed());
    QTRY_COMPARE(seen().told.last(), u"applied a@11"_s);
    api().stream()->send("\n" + eventJson("MODIFIED", {u"a"_s, u"12"_s}));
    QTRY_COMPARE(seen().told.last(), u"applied a@12"_s);
    QCOMPARE(seen().told.size(), 3);
}

// The reset on the wire is in tst_watchfaults.
void WatchTest::case02_resumesWithAPauseWhenTheConnectionIsReset()
{
    startFollowing();
    change(u"11"_s);
    api().stream()->cut();
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().attempt(), 1);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::Network);
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    QTRY_COMPARE(watch().state(), State::Following);
    QCOMPARE(watch().attempt(), 0);
    QVERIFY(!watch().lastError());
    QCOMPARE(api().waiting(), 0);
}

void WatchTest::case03_readsTheSameHoweverTheBytesAreCut()
{
    QByteArray wire;
    QStringList expected{u"listed 2"_s};
    for (int i = 11; i < 60; ++i) {
        wire += eventJson("MODIFIED", {u"a"_s, QString::number(i), {}, u"\"quoted\" 한국어 \n"_s});
        wire += i % 3 == 0 ? "\r\n\n" : i % 3 == 1 ? "  \n" : "";
        expected += u"applied a@%1"_s.arg(i);
    }
    wire.replace("}}}\n", "}}}\r\n");
    for (int round = 0; round < 12; ++round) {
        begin();
        startFollowing();
        const int longest = round == 0 ? 1 : round == 1 ? int(wire.size()) : 1 << round;
        for (qsizetype at = 0; at < wire.size();) {
            const qsizetype length = round < 2 ? longest : 1 + QRandomGenerator::global()->bounded(longest);
            api().stream()->send(wire.mid(at, length));
            at += length;
        }
        QTRY_COMPARE(seen().told, expected);
        end();
    }
    begin();
}

void WatchTest::case04_opensAgainAtOnceWhenTheServerEndsTheStreamInTime()
{
    kube::WatchTimes times = quickTimes();
    times.firstPause = times.longestPause = times.restartPause = 1h;
    startFollowing(times);
    change(u"11"_s);
    seen().states.clear();
    api().stream()->end();
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    QCOMPARE(watch().state(), State::Following);
    QVERIFY2(seen().states.isEmpty(), "a view would have flickered");
    QVERIFY(!watch().lastError());
    QCOMPARE(api().waiting(), 0);
}

void WatchTest::case05_listsAgainFromItsPositionThenAnewWhenThePositionExpired()
{
    startFollowing();
    change(u"11"_s);
    expire();
    QTRY_VERIFY(api().isAsked(path));
    QCOMPARE(api().parameter(u"resourceVersion"_s), u"11"_s);
    QCOMPARE(api().parameter(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
    QCOMPARE(seen().names(), QStringList({u"a@11"_s, u"b@5"_s}));

    api().fail(410, statusJson(410, u"Expired"_s));
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QCOMPARE(seen().names(), QStringList({u"a@11"_s, u"b@5"_s}));
    QCOMPARE(seen().told.filter(u"listed"_s).size(), 1);

    api().answer(listJson({{u"b"_s, u"20"_s}}, u"21"_s));
    openStream(2);
    QCOMPARE(askedVersion(), u"21"_s);
    QCOMPARE(seen().names(), QStringList({u"b@20"_s}));
}

// Ten minutes are ten thousand times shorter here; the pauses are in proportion.
void WatchTest::case07_staysQuietWhenEveryPositionExpiresAtOnce()
{
    kube::WatchTimes times = quickTimes();
    times.firstPause = 8ms;
    times.longestPause = 300ms;
    times.healthyAfter = 1'200ms;
    times.shortLife = 10ms;
    times.longLife = 50ms;
    startFollowing(times);
    QElapsedTimer clock;
    clock.start();
    int lists = 0;
    bool wasVisible = false;
    QObject::connect(&watch(), &kube::Watch::stateChanged, &seen(), [&](State state) {
        wasVisible |= state == State::Waiting && watch().lastError() && watch().nextAttempt().isValid();
    });
    while (!clock.hasExpired(6'000)) {
        if (api().stream())
            expire();
        if (api().waiting() > 0) {
            ++lists;
            api().answer(listJson({{u"a"_s, u"3"_s}}, u"10"_s));
        }
        QTest::qWait(1);
    }
    QVERIFY2(lists >= 6 && lists <= 30, qPrintable(QString::number(lists)));
    QVERIFY(wasVisible);
    QVERIFY(watch().attempt() > 3);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s}));
}

void WatchTest::case08_listsAnewWhenTheServerEndsEachWatchAtOnceInSilence()
{
    kube::WatchTimes times = quickTimes();
    times.shortLife = 10s;
    times.longLife = 1h;
    startFollowing(times);
    api().stream()->end();
    openStream(2);
    QCOMPARE(watch().state(), State::Following);
    api().stream()->end();
    openStream(3);
    api().stream()->end();
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QCOMPARE(api().streams.size(), 3);
    QVERIFY(watch().lastError());
    api().answer(listJson({{u"a"_s, u"30"_s}}, u"31"_s));

    for (qsizetype i = 4; i <= 20; ++i) {
        QTRY_VERIFY(api().streams.size() >= i || api().waiting() > 0);
        if (api().waiting() > 0)
            api().answer(listJson({{u"a"_s, u"30"_s}}, u"31"_s));
        openStream(i);
        api().stream()->end();
        // Never at once: there is always a pause.
        QTRY_VERIFY(watch().nextAttempt().isValid() || api().waiting() > 0);
    }
}

void WatchTest::remembersThePositionOfABookmark()
{
    startFollowing();
    api().stream()->send(bookmarkJson(u"238"_s));
    api().stream()->end();
    openStream(2);
    QCOMPARE(askedVersion(), u"238"_s);
    QCOMPARE(seen().told, QStringList({u"listed 2"_s}));
}

// An unknown type.
void WatchTest::case17_listsAnewAfterAnEventOfUnknownType()
{
    startFollowing();
    api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}) + eventJson("EXPLODED", {u"b"_s, u"12"_s}) +
                         eventJson("DELETED", {u"a"_s, u"13"_s}));
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QCOMPARE(seen().told, QStringList({u"listed 2"_s, u"applied a@11"_s}));
}

// ERROR with 500.
void WatchTest::case17_triesAgainAfterAnErrorEventAndListsAnewAfterThree()
{
    startFollowing();
    for (qsizetype i = 1; i <= 3; ++i) {
        openStream(i);
        QCOMPARE(askedVersion(), u"10"_s);
        api().stream()->send(errorEventJson(500, u"InternalError"_s));
        QTRY_VERIFY(watch().attempt() >= 1); // a slow machine sees it try more often
        QTRY_VERIFY(i == 3 || api().streams.size() > i);
    }
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QCOMPARE(seen().names(), QStringList({u"a@3"_s, u"b@5"_s}));
}

// ERROR that carries something else.
void WatchTest::case17_survivesAnErrorEventThatIsNoStatus()
{
    startFollowing();
    for (const QByteArray& object : {QByteArray("{\"no\":\"status\"}"), QByteArray("{}")}) {
        const qsizetype before = api().streams.size();
        api().stream()->send(R"({"type":"ERROR","object":)" + object + "}\n");
        QTRY_COMPARE(watch().state(), State::Waiting);
        QVERIFY(!watch().lastError()->message.isEmpty());
        openStream(before + 1);
        QCOMPARE(askedVersion(), u"10"_s);
        change(u"10"_s);
    }
    api().stream()->send("{\"type\":\"ERROR\",\"object\":null}\n");
    QTRY_VERIFY(api().isAsked(path)); // not even an object: nonsense
}

// There is nothing to fall back from.
void WatchTest::case20_neverAsksForAStreamingList()
{
    startFollowing();
    api().stream()->cut();
    openStream(2);
    expire();
    QTRY_VERIFY(api().isAsked(path));
    for (const http::Request& request : api().requests)
        QVERIFY(parameter(request, u"sendInitialEvents"_s).isNull());
}

void WatchTest::listsInTheBackgroundFromTimeToTime()
{
    kube::WatchTimes times = quickTimes();
    times.relistAfter = 400ms;
    startFollowing(times);
    seen().states.clear();
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QCOMPARE(watch().state(), State::Following);
    api().answer(listJson({{u"a"_s, u"3"_s}}, u"40"_s));
    openStream(2);
    QCOMPARE(askedVersion(), u"40"_s);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s}));
    QVERIFY2(seen().states.isEmpty(), "a view would have flickered");
}

void WatchTest::followsOnWhenTheBackgroundListFails()
{
    kube::WatchTimes times = quickTimes();
    times.relistAfter = 500ms;
    startFollowing(times);
    QTRY_VERIFY(api().isAsked(path));
    api().fail(500, statusJson(500, u"InternalError"_s));
    openStream(2);
    QCOMPARE(askedVersion(), u"10"_s);
}

void WatchTest::triesAtOnceWhenToldTo()
{
    kube::WatchTimes times = quickTimes();
    times.firstPause = times.longestPause = times.restartPause = 1h;
    startFollowing(times);
    api().stream()->cut();
    QTRY_COMPARE(watch().state(), State::Waiting);
    QVERIFY(watch().nextAttempt() > QDateTime::currentDateTimeUtc().addSecs(1'000));
    watch().retryNow();
    openStream(2);
    QCOMPARE(askedVersion(), u"10"_s);
    QVERIFY(!watch().nextAttempt().isValid());
}

void WatchTest::listsAnewAfterALongSleep()
{
    kube::WatchTimes times = quickTimes();
    times.relistAfterSleep = 5ms;
    startFollowing(times);
    const QDateTime before = watch().lastContact();
    QTRY_VERIFY(before.msecsTo(QDateTime::currentDateTimeUtc()) > 5);
    watch().retryNow();
    QVERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
}

void WatchTest::stopsAndStartsWhereItWas()
{
    startFollowing();
    change(u"11"_s);
    watch().stop();
    QCOMPARE(watch().state(), State::Idle);
    QTRY_COMPARE(api().open(), 0);
    watch().retryNow();
    QCOMPARE(api().streams.size(), 1);
    watch().start();
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    QTRY_COMPARE(watch().state(), State::Following);
}

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
