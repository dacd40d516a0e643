#include "tests/support/watchfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

namespace {

const QByteArray pageNotFound = "404 page not found\n";

} // namespace

/// What a watch does when the server refuses it, falls silent, or changes under it.
class WatchStatesTest : public WatchFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        begin();
    }
    void cleanup() { end(); }

    void case29_waitsForAnAbsentServerWithoutListing();
    void case65_isBackSoonAfterTheServer();
    void case65_listsAtOnceWhenARestartLostItsPosition();
    void case65_looksOutForTheReadinessOfAServerThatStarts();
    void case65_looksOutNoFurtherThanItMay();
    void case42_resumesAfterARefusedCredential();
    void case48_keepsItsDataWhenARightIsTakenAway();
    void case49_pollsWhereItMayListButNotWatch();
    void pollsWhereTheServerCannotWatch();
    void case49_saysThatItNeedsToListWhereItMayOnlyWatch();
    void case52_waitsAsLongAsABusyServerAsks_data();
    void case52_waitsAsLongAsABusyServerAsks();
    void case24_backsOffFurtherWhenToldToCalmDown();
    void case53_triesAgainWhenTheServerFails();
    void case54_saysThatTheTypeIsGoneAndFindsItAgain();
    void case55_takesUpTheVersionTheServerServesNow();
    void takesAnotherNotFoundForATrouble();
    void listsAnewWhenItsPositionIsNotUnderstood();
};

void WatchStatesTest::case29_waitsForAnAbsentServerWithoutListing()
{
    startFollowing();
    change(u"11"_s);
    api().stream()->cut();
    for (qsizetype i = 2; i < 8; ++i) {
        QTRY_COMPARE(api().streams.size(), i);
        QCOMPARE(askedVersion(), u"11"_s);
        QTRY_VERIFY(api().stream());
        api().stream()->cut(); // refused: never opened
        QTRY_COMPARE(watch().attempt(), int(i));
    }
    QCOMPARE(api().waiting(), 0);
    openStream(8);
    QTRY_COMPARE(watch().state(), State::Following);
    QCOMPARE(seen().told.filter(u"listed"_s).size(), 1);
}

void WatchStatesTest::case65_isBackSoonAfterTheServer()
{
    kube::WatchTimes times;
    times.firstPause = 1ms; // the later ones are those of the product
    startFollowing(times);
    for (int i = 0; i < 14; ++i) {
        QTRY_VERIFY(api().stream());
        api().stream()->cut();
        QTRY_VERIFY(watch().nextAttempt().isValid());
        QVERIFY(QDateTime::currentDateTimeUtc().msecsTo(watch().nextAttempt()) <= 4'500);
        watch().retryNow();
    }
}

void WatchStatesTest::case65_listsAtOnceWhenARestartLostItsPosition()
{
    startFollowing();
    api().stream()->cut();
    QTRY_VERIFY(api().streams.size() == 2);
    api().stream()->cut();
    openStream(3);
    const auto pauses = seen().states.count(State::Waiting);
    expire();
    QTRY_VERIFY(api().isAsked(path));
    QCOMPARE(api().parameter(u"resourceVersion"_s), u"10"_s);
    QCOMPARE(seen().states.count(State::Waiting), pauses);
}

void WatchStatesTest::case65_looksOutForTheReadinessOfAServerThatStarts()
{
    startFollowing();
    change(u"11"_s);
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    api().stream()->refuse(503, statusJson(503, u"ServiceUnavailable"_s), {{"Retry-After", "60"}});
    for (int i = 0; i < 3; ++i) {
        QTRY_VERIFY(api().isAsked(u"/readyz"_s));
        QCOMPARE(api().streams.size(), 2);
        if (i < 2)
            api().fail(i == 0 ? 503 : 500, "not yet");
    }
    QCOMPARE(watch().state(), State::Waiting);
    QVERIFY(QDateTime::currentDateTimeUtc().secsTo(watch().nextAttempt()) > 50);
    api().answer("ok");
    openStream(3);
    QCOMPARE(askedVersion(), u"11"_s);
    QTRY_COMPARE(watch().state(), State::Following);
    QCOMPARE(seen().told.filter(u"listed"_s).size(), 1);
}

void WatchStatesTest::case65_looksOutNoFurtherThanItMay()
{
    kube::WatchTimes times;
    times.restartPause = 1ms;
    startFollowing(times);
    // Busy is not starting: there the pause is what the server needs.
    api().stream()->refuse(429, statusJson(429, u"TooManyRequests"_s), {{"Retry-After", "60"}});
    QTest::qWait(50); // time in which it would have asked
    QCOMPARE(api().waiting(), 0);
    watch().retryNow();
    api().stream()->refuse(503, statusJson(503, u"ServiceUnavailable"_s), {{"Retry-After", "60"}});
    QTRY_VERIFY(api().isAsked(u"/readyz"_s));
    api().fail(403, statusJson(403, u"Forbidden"_s));
    QTest::qWait(50);
    QCOMPARE(api().waiting(), 0);
    QCOMPARE(watch().state(), State::Waiting);

    end();
    begin();
    times.restartPatience = 0ms; // soon it is no restart any more
    startFollowing(times);
    api().stream()->refuse(503, statusJson(503, u"ServiceUnavailable"_s), {{"Retry-After", "60"}});
    QTRY_VERIFY(api().isAsked(u"/readyz"_s));
    api().fail(503, "not yet");
    QTest::qWait(50);
    QCOMPARE(api().waiting(), 0);
}

void WatchStatesTest::case42_resumesAfterARefusedCredential()
{
    startFollowing();
    change(u"11"_s);
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    api().stream()->refuse(401, statusJson(401, u"Unauthorized"_s));
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::Unauthorized);
    openStream(3);
    QCOMPARE(askedVersion(), u"11"_s);
    QTRY_COMPARE(watch().state(), State::Following);
    QCOMPARE(api().waiting(), 0);
}

void WatchStatesTest::case48_keepsItsDataWhenARightIsTakenAway()
{
    startFollowing();
    change(u"11"_s);
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    api().stream()->refuse(403, statusJson(403, u"Forbidden"_s));
    QTRY_VERIFY(api().isAsked(path)); // may it still list?
    api().fail(403, statusJson(403, u"Forbidden"_s, u"cannot list resource"_s));
    QTRY_COMPARE(watch().state(), State::NotPermitted);
    QVERIFY(watch().lastError()->message.contains(u"cannot list resource"));
    QVERIFY(watch().nextAttempt().isValid());
    QCOMPARE(seen().names(), QStringList({u"a@11"_s, u"b@5"_s}));

    openStream(3); // granted again
    QCOMPARE(askedVersion(), u"11"_s);
    QTRY_COMPARE(watch().state(), State::Following);
    QVERIFY(!watch().lastError());
}

// LIST allowed, WATCH forbidden.
void WatchStatesTest::case49_pollsWhereItMayListButNotWatch()
{
    kube::WatchTimes times = quickTimes();
    times.forbiddenPause = 200ms;
    startFollowing(times);
    api().stream()->refuse(403, statusJson(403, u"Forbidden"_s));
    int lists = 0;
    while (api().streams.size() == 1) {
        QTRY_VERIFY(api().waiting() > 0 || api().streams.size() > 1);
        if (api().waiting() == 0)
            break;
        api().answer(listJson({{u"a"_s, QString::number(20 + lists)}}, u"30"_s));
        QTRY_COMPARE(seen().told.filter(u"listed"_s).size(), 2 + lists);
        ++lists;
    }
    QVERIFY(lists > 1);
    QVERIFY(seen().states.contains(State::Polling));
    QVERIFY(watch().lastError());
    // The right to watch is looked for again, slowly.
    QCOMPARE(watch().state(), State::Polling);
    api().stream()->open();
    QTRY_COMPARE(watch().state(), State::Following);
    QVERIFY(!watch().lastError());
}

void WatchStatesTest::pollsWhereTheServerCannotWatch()
{
    startFollowing();
    api().stream()->refuse(405, statusJson(405, u"MethodNotAllowed"_s));
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY(api().isAsked(path));
        api().answer(listJson({{u"a"_s, u"20"_s}}, u"30"_s));
        QTRY_COMPARE(watch().state(), State::Polling);
    }
    QCOMPARE(api().streams.size(), 1);
    QCOMPARE(watch().attempt(), 0);
}

// WATCH allowed, LIST forbidden.
void WatchStatesTest::case49_saysThatItNeedsToListWhereItMayOnlyWatch()
{
    makeWatch().start();
    api().fail(403, statusJson(403, u"Forbidden"_s,
                               u"User \"dev\" cannot list resource \"flinkdeployments\" at the cluster scope"_s));
    QTRY_COMPARE(watch().state(), State::NotPermitted);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::Forbidden);
    QVERIFY(watch().lastError()->message.contains(u"cannot list resource"));
    QVERIFY(api().streams.isEmpty());
    QTRY_VERIFY(api().isAsked(path)); // slowly again
    api().answer(listJson({}, u"10"_s));
    openStream(1);
    QTRY_COMPARE(watch().state(), State::Following);
}

void WatchStatesTest::case52_waitsAsLongAsABusyServerAsks_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("atMost");

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto date = [](const QDateTime& when) {
        return QLocale::c().toString(when, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    };
    QTest::newRow("1") << QByteArray("1") << 900 << 1'400;
    QTest::newRow("capped") << QByteArray("120") << 59'000 << 80'500;
    QTest::newRow("no number") << QByteArray("abc") << 0 << 40;
    QTest::newRow("negative") << QByteArray("-5") << 0 << 40;
    QTest::newRow("a date") << date(now.addSecs(30)) << 20'000 << 41'000;
    QTest::newRow("a date in the past") << date(now.addSecs(-3'600)) << 0 << 40;
    QTest::newRow("a date far away") << date(now.addYears(10)) << 59'000 << 80'500;
}

void WatchStatesTest::case52_waitsAsLongAsABusyServerAsks()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, atLeast);
    QFETCH(int, atMost);
    startFollowing();
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    const QDateTime before = watch().lastContact();
    QTest::qSleep(2);
    QDateTime next;
    connect(
        &watch(), &kube::Watch::stateChanged, this, [&] { next = watch().nextAttempt(); }, Qt::SingleShotConnection);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    api().stream()->refuse(429, statusJson(429, u"TooManyRequests"_s), {{"Retry-After", retryAfter}});
    QTRY_VERIFY(next.isValid());
    const qint64 pause = now.msecsTo(next);
    QVERIFY2(pause >= atLeast && pause <= atMost, qPrintable(QString::number(pause)));
    QVERIFY2(watch().lastContact() > before, "a busy server is there");
    watch().retryNow();
    QCOMPARE(askedVersion(), u"10"_s);
    QCOMPARE(api().waiting(), 0);
}

// ENHANCE_YOUR_CALM arrives as TooManyRequests without a time.
void WatchStatesTest::case24_backsOffFurtherWhenToldToCalmDown()
{
    kube::WatchTimes times = quickTimes();
    times.firstPause = 1'000ms;
    startFollowing(times);
    api().stream()->refuse(429, "calm down");
    QTRY_VERIFY(watch().nextAttempt().isValid());
    QVERIFY(QDateTime::currentDateTimeUtc().msecsTo(watch().nextAttempt()) > 3'500);
}

void WatchStatesTest::case53_triesAgainWhenTheServerFails()
{
    makeWatch().start();
    api().fail(500, statusJson(500, u"InternalError"_s, u"conversion webhook for flink.apache.org failed"_s));
    QTRY_COMPARE(watch().state(), State::Waiting);
    QVERIFY(watch().lastError()->message.contains(u"conversion webhook"));
    QTRY_VERIFY(api().isAsked(path));
    api().fail(503, "<html>unavailable</html>", {{"Retry-After", "0"}});
    QTRY_VERIFY(api().isAsked(path));
    api().answer(listJson({}, u"10"_s));
    QTRY_COMPARE(api().streams.size(), 1);
    api().stream()->refuse(504, statusJson(504, u"Timeout"_s));
    openStream(2);
    QCOMPARE(askedVersion(), u"10"_s);
    QTRY_COMPARE(watch().state(), State::Following);
}

// Sample C.
void WatchStatesTest::case54_saysThatTheTypeIsGoneAndFindsItAgain()
{
    startFollowing();
    api().stream()->send(eventJson("DELETED", {u"a"_s, u"11"_s}) + eventJson("DELETED", {u"b"_s, u"12"_s}));
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    QCOMPARE(seen().names(), QStringList());
    api().stream()->refuse(404, pageNotFound);
    QTRY_COMPARE(watch().state(), State::TypeMissing);
    QVERIFY(watch().nextAttempt().isValid());
    QVERIFY(api().isAsked(u"/apis/flink.apache.org"_s));
    api().fail(404, pageNotFound);
    QTRY_COMPARE(api().streams.size(), 3);
    api().stream()->refuse(410, statusJson(410, u"Expired"_s)); // the new CRD knows nothing of the old positions
    QTRY_VERIFY(api().isAsked(path));
    api().answer(listJson({{u"c"_s, u"30"_s}}, u"31"_s));
    openStream(4);
    QTRY_COMPARE(watch().state(), State::Following);
    QCOMPARE(seen().names(), QStringList({u"c@30"_s}));
}

void WatchStatesTest::case55_takesUpTheVersionTheServerServesNow()
{
    kube::WatchTimes times = quickTimes();
    times.goneTypePause = 1h;
    startFollowing(times);
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    api().stream()->refuse(404, pageNotFound);
    QTRY_VERIFY(api().isAsked(u"/apis/flink.apache.org"_s));
    api().answer(
        R"({"kind":"APIGroup","name":"flink.apache.org","versions":[{"version":"v1beta2"},{"version":"v1"},{"version":"../x"}],)"
        R"("preferredVersion":{"version":"v1"}})");
    QTRY_VERIFY(api().isAsked(u"/apis/flink.apache.org/v1"_s));
    api().answer(R"({"kind":"APIResourceList","resources":[{"name":"other","kind":"Other"}]})");
    QTRY_VERIFY(api().isAsked(u"/apis/flink.apache.org/v1beta2"_s));
    api().answer(R"({"kind":"APIResourceList","resources":[{"name":"flinkdeployments","kind":"FlinkDeployment"}]})");
    QTRY_VERIFY(api().isAsked(u"/apis/flink.apache.org/v1beta2/flinkdeployments"_s));
    QCOMPARE(watch().collection().type.version, u"v1beta2"_s);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s, u"b@5"_s}));
    api().answer(listJson({{u"a"_s, u"20"_s}}, u"21"_s));
    openStream(3);
    QTRY_COMPARE(watch().state(), State::Following);
}

void WatchStatesTest::takesAnotherNotFoundForATrouble()
{
    makeWatch().start();
    api().fail(404, "<html>no such host</html>");
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::NotFound);
    QTRY_VERIFY(api().isAsked(path));
}

void WatchStatesTest::listsAnewWhenItsPositionIsNotUnderstood()
{
    startFollowing();
    api().stream()->end();
    QTRY_COMPARE(api().streams.size(), 2);
    api().stream()->refuse(400, statusJson(400, u"BadRequest"_s, u"invalid resource version"_s));
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
}

QTEST_GUILESS_MAIN(WatchStatesTest)
#include "tst_watchstates.moc"
