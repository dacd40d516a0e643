#include "core/flink/connectionstate.h"
#include "core/flink/endpoint.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = flink::ConnectionState::Kind;
using WatchState = kube::Watch::State;

namespace {

base::Error errorOf(base::Error::Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"because"_s;
    return error;
}

} // namespace

/// The state of a connection as judged from its watches or polls, and the address it goes to.
class TestConnectionState : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void judgesTheWholeByItsWatches_data();
    void judgesTheWholeByItsWatches();
    void judgesAnEndpointByItsOverview();
    void readsAnAddressAsItIsTyped_data();
    void readsAnAddressAsItIsTyped();
};

void TestConnectionState::judgesTheWholeByItsWatches_data()
{
    QTest::addColumn<QList<flink::WatchReport>>("reports");
    QTest::addColumn<int>("proofSecondsAgo"); // -1: never
    QTest::addColumn<Kind>("expected");
    using Reports = QList<flink::WatchReport>;
    const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    const auto seen = [&](WatchState state, int secondsAgo, std::optional<base::Error> error = {}) {
        return flink::WatchReport{
            state, std::move(error), secondsAgo < 0 ? QDateTime() : now.addSecs(-secondsAgo), {}, 1};
    };
    const auto lost = errorOf(base::Error::Kind::Network), refused = errorOf(base::Error::Kind::Forbidden);
    QTest::newRow("stopped") << Reports{seen(WatchState::Idle, -1)} << -1 << Kind::Closed;
    QTest::newRow("first list") << Reports{seen(WatchState::Listing, -1)} << -1 << Kind::Connecting;
    QTest::newRow("following") << Reports{seen(WatchState::Following, 3)} << -1 << Kind::Live;
    QTest::newRow("polling") << Reports{seen(WatchState::Polling, 3)} << -1 << Kind::Live;
    QTest::newRow("quiet for long") << Reports{seen(WatchState::Following, 61)} << -1 << Kind::Stale;
    QTest::newRow("quiet, but the server answers") << Reports{seen(WatchState::Following, 61)} << 5 << Kind::Live;
    QTest::newRow("lost just now") << Reports{seen(WatchState::Waiting, 20, lost)} << -1 << Kind::Reconnecting;
    QTest::newRow("lost long ago") << Reports{seen(WatchState::Waiting, 90, lost)} << -1 << Kind::Stale;
    QTest::newRow("listing again after a loss")
        << Reports{seen(WatchState::Listing, 20, lost)} << -1 << Kind::Reconnecting;
    QTest::newRow("never reached") << Reports{seen(WatchState::Waiting, -1, lost)} << -1 << Kind::Unreachable;
    QTest::newRow("not accepted") << Reports{seen(WatchState::Waiting, 2, errorOf(base::Error::Kind::Unauthorized))}
                                  << -1 << Kind::Unauthorized;
    QTest::newRow("plugin failed") << Reports{seen(WatchState::Waiting, -1, errorOf(base::Error::Kind::Credentials))}
                                   << -1 << Kind::Unauthorized;
    QTest::newRow("not permitted") << Reports{seen(WatchState::NotPermitted, 2, refused),
                                              seen(WatchState::NotPermitted, 2, refused)}
                                   << -1 << Kind::NotPermitted;
    QTest::newRow("one namespace not permitted")
        << Reports{seen(WatchState::NotPermitted, 2, refused), seen(WatchState::Following, 2)} << -1 << Kind::Live;
    QTest::newRow("no CRD") << Reports{seen(WatchState::TypeMissing, 2, errorOf(base::Error::Kind::NotFound))} << -1
                            << Kind::NotInstalled;
}

void TestConnectionState::judgesTheWholeByItsWatches()
{
    QFETCH(QList<flink::WatchReport>, reports);
    QFETCH(int, proofSecondsAgo);
    QFETCH(Kind, expected);
    const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    const QDateTime proof = proofSecondsAgo < 0 ? QDateTime() : now.addSecs(-proofSecondsAgo);
    QCOMPARE(flink::judge(reports, proof, now, 60s).kind, expected);
}

void TestConnectionState::judgesAnEndpointByItsOverview()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    base::Observed<flink::ClusterOverview> overview;
    QCOMPARE(flink::judge(overview, now, 60s).kind, Kind::Connecting);
    overview.fail(errorOf(base::Error::Kind::Network));
    QCOMPARE(flink::judge(overview, now, 60s).kind, Kind::Unreachable);
    overview.succeed({}, now.addSecs(-10));
    QCOMPARE(flink::judge(overview, now, 60s).kind, Kind::Live);
    overview.fail(errorOf(base::Error::Kind::Network));
    QCOMPARE(flink::judge(overview, now, 60s).kind, Kind::Reconnecting);
    QCOMPARE(flink::judge(overview, now.addSecs(60), 60s).kind, Kind::Stale);
}

void TestConnectionState::readsAnAddressAsItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("host and port") << u"localhost:8081"_s << QStringList() << u"http://localhost:8081"_s;
    QTest::newRow("trailing slash") << u"https://h/flink//"_s << QStringList() << u"https://h/flink"_s;
    QTest::newRow("authorization over https")
        << u"https://h"_s << QStringList{u"Authorization: Bearer x"_s} << u"https://h"_s;
    QTest::newRow("authorization over http") << u"http://h"_s << QStringList{u"authorization: Bearer x"_s} << QString();
    QTest::newRow("another scheme") << u"file:///etc/passwd"_s << QStringList() << QString();
    QTest::newRow("password in it") << u"https://me:secret@h"_s << QStringList() << QString();
    QTest::newRow("query") << u"https://h?x=1"_s << QStringList() << QString();
    QTest::newRow("header without name") << u"https://h"_s << QStringList{u"nothing"_s} << QString();
    QTest::newRow("header with a line break") << u"https://h"_s << QStringList{u"X-A: b\r\nX-C: d"_s} << QString();
}

void TestConnectionState::readsAnAddressAsItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, headers);
    QFETCH(QString, expected);
    const auto access = flink::accessTo(flink::Endpoint{typed, headers, {}, {}, {}});
    QCOMPARE(bool(access), !expected.isEmpty());
    if (access) {
        QCOMPARE(access->target.base.toString(), expected);
    } else {
        QCOMPARE(access.error().kind, base::Error::Kind::Configuration);
        QVERIFY(!access.error().detail.contains(u"secret"));
    }
}

QTEST_GUILESS_MAIN(TestConnectionState)
#include "tst_connectionstate.moc"
