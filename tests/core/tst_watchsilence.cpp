#include "tests/support/watchfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

/// What a watch does when it hears nothing.
class WatchSilenceTest : public WatchFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        begin();
    }
    void cleanup() { end(); }

    void case09_findsOutThatItsPositionLiesInTheFuture();
    void case10_worksWithoutBookmarks();
    void opensTheWatchAnewWhenBookmarksStop();
    void case25_makesAllConnectionsAnewWhenTheServerDoesNotAnswer();
    void trustsAServerThatForbidsItsHealth();
    void endsAWatchThatOutlivesItsTime();
};

void WatchSilenceTest::case09_findsOutThatItsPositionLiesInTheFuture()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 60ms;
    times.silentBeforeRestart = 60s;
    startFollowing(times);
    api().stream()->send(bookmarkJson(u"900"_s));
    api().stream()->cut();
    openStream(2); // etcd was restored: 900 never comes
    QCOMPARE(askedVersion(), u"900"_s);
    QTRY_VERIFY(api().isAsked(u"/livez"_s));
    api().answer("ok");
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    api().answer(listJson({{u"a"_s, u"2"_s}}, u"4"_s));
    openStream(3);
    QCOMPARE(askedVersion(), u"4"_s);
    QCOMPARE(seen().names(), QStringList({u"a@2"_s}));
}

void WatchSilenceTest::case10_worksWithoutBookmarks()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 20ms;
    times.silentBeforeRestart = 40ms;
    startFollowing(times);
    for (int i = 0; i < 6; ++i) {
        QTRY_VERIFY(api().isAsked(u"/livez"_s));
        api().answer("ok");
    }
    QCOMPARE(api().streams.size(), 1);
    QCOMPARE(watch().state(), State::Following);
    change(u"11"_s);
    QVERIFY(!watch().lastError());
}

void WatchSilenceTest::opensTheWatchAnewWhenBookmarksStop()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 60ms;
    times.silentBeforeRestart = 120ms;
    startFollowing(times);
    api().stream()->send(bookmarkJson(u"20"_s));
    api().stream()->end();
    openStream(2);
    api().stream()->send(bookmarkJson(u"21"_s)); // this one is not deaf
    QTRY_VERIFY(api().isAsked(u"/livez"_s));
    api().answer("ok");
    openStream(3);
    QCOMPARE(askedVersion(), u"21"_s);
    QCOMPARE(api().reconnects, 0);
    QVERIFY(!api().isAsked(path));
}

void WatchSilenceTest::case25_makesAllConnectionsAnewWhenTheServerDoesNotAnswer()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 30ms;
    startFollowing(times);
    const QDateTime heard = watch().lastContact();
    QTRY_VERIFY(api().isAsked(u"/livez"_s));
    QCOMPARE(api().requests.last().total, times.probeLimit);
    api().fail(base::Error::Kind::Timeout);
    QTRY_COMPARE(api().reconnects, 1);
    QCOMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::Timeout);
    QCOMPARE(watch().lastContact(), heard);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s, u"b@5"_s}));
    openStream(2);
    QCOMPARE(askedVersion(), u"10"_s);
}

void WatchSilenceTest::trustsAServerThatForbidsItsHealth()
{
    kube::WatchTimes times = quickTimes();
    times.silentBeforeProbe = 30ms;
    startFollowing(times);
    QTRY_VERIFY(api().isAsked(u"/livez"_s));
    api().fail(403, statusJson(403, u"Forbidden"_s));
    QTRY_VERIFY(api().isAsked(u"/version"_s));
    api().fail(401, statusJson(401, u"Unauthorized"_s));
    QTRY_VERIFY(api().isAsked(u"/livez"_s));
    QCOMPARE(api().reconnects, 0);
    api().fail(502, "<html>bad gateway</html>");
    QTRY_VERIFY(api().isAsked(u"/version"_s));
    api().fail(502, "<html>bad gateway</html>");
    QTRY_COMPARE(api().reconnects, 1);
}

void WatchSilenceTest::endsAWatchThatOutlivesItsTime()
{
    kube::WatchTimes times = quickTimes();
    times.shortestTimeout = times.longestTimeout = 0s;
    times.hardMargin = 50ms;
    startFollowing(times);
    change(u"11"_s);
    openStream(2);
    QCOMPARE(askedVersion(), u"11"_s);
    QVERIFY(!watch().lastError());
}

QTEST_GUILESS_MAIN(WatchSilenceTest)
#include "tst_watchsilence.moc"
