#include "core/flink/connection.h"
#include "core/flink/endpoint.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/hygiene.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support::connection;
using flink::ClusterObserver;
using flink::Connection;
using flink::ConnectionSettings;
using Kind = flink::ConnectionState::Kind;

/// One open connection: what it watches, and what it says when that fails.
class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void becomesLiveAndShowsWhatIsThere();
    void case50_watchesTheNamespacesItWasGivenWhereTheClusterIsNotPermitted();
    void takesUpANamespaceThatIsAddedLater();
    void saysThatNothingMayBeListed();
    void saysThatTheTypesAreNotInstalled();
    void saysThatNothingWasEverReached();
    void turnsStaleWhenTheServerFallsSilent();
    void case51_triesWhateverAReviewWouldSay();
    void case56_failsOneKindAlone();
    void case62_passesOnAWarningOnceForAllItsWatches();
    void keepsWhatItKnowsWhenClosed();
    void refusesWritesFromTheMomentItIsProtected();
    void watchesPodsAndEventsOfOneDeployment();
    void followsAnEndpointWithoutBeingLookedAt();
};

void TestConnection::becomesLiveAndShowsWhatIsThere()
{
    Server server;
    server.serveLists({}, {deployment(u"a"_s, u"orders"_s), deployment(u"b"_s, u"orders"_s)});
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    QCOMPARE(connection->state().kind, Kind::Closed);
    QCOMPARE(server.wire().connections(), 0);

    QSignalSpy told(connection->deployments(), &flink::ObjectsBase::changed);
    QSignalSpy completed(connection->deployments(), &flink::ObjectsBase::completed);
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QTRY_COMPARE(connection->deployments()->count(), 2);
    QCOMPARE(completed.count(), 1);
    QVERIFY(told.count() >= 1);
    QCOMPARE(connection->deployments()->value({u"b"_s, u"orders"_s})->metadata.nameSpace, u"b"_s);
    QVERIFY(connection->deployments()->lastContact(u"b"_s).isValid());
    QTRY_COMPARE(connection->state().watches, 3);
    QTRY_VERIFY(connection->state().latency >= 0ms);

    QTRY_VERIFY(server.streams.size() >= 3);
    for (const support::Exchange& stream : std::as_const(server.streams)) {
        if (stream.path().endsWith(u"flinkdeployments"))
            stream.chunk(R"({"type":"ADDED","object":)" + deployment(u"c"_s, u"late"_s).replace("\"5\"", "\"9\"") +
                         "}\n");
    }
    QTRY_VERIFY(connection->deployments()->value({u"c"_s, u"late"_s}));
}

void TestConnection::case50_watchesTheNamespacesItWasGivenWhereTheClusterIsNotPermitted()
{
    Server server;
    server.serveLists({}, {}, 403);
    server.serveLists(u"default"_s, {deployment(u"default"_s, u"own"_s)});
    server.serveLists(u"payments"_s, {deployment(u"payments"_s, u"orders"_s)});
    server.serveLists(u"secret"_s, {}, 403);
    ConnectionSettings with = settings();
    with.nameSpaces = {u"payments"_s, u"secret"_s, u"default"_s};
    const auto connection = Connection::toContext(accessTo(server), with, quick());
    connection->open();

    QTRY_COMPARE(connection->deployments()->count(), 2);
    QVERIFY(connection->deployments()->value({u"default"_s, u"own"_s}));
    QVERIFY(connection->deployments()->value({u"payments"_s, u"orders"_s}));
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QTRY_VERIFY(connection->deployments()->lastError(u"secret"_s).has_value());
    QVERIFY(!connection->deployments()->isComplete()); // one of three is not known
    QTRY_COMPARE(connection->state().error->kind, base::Error::Kind::Forbidden);
}

void TestConnection::takesUpANamespaceThatIsAddedLater()
{
    Server server;
    server.serveLists({}, {}, 403);
    server.serveLists(u"default"_s, {});
    server.serveLists(u"payments"_s, {deployment(u"payments"_s, u"orders"_s)});
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QCOMPARE(connection->deployments()->count(), 0);

    ConnectionSettings with = settings();
    with.nameSpaces = {u"payments"_s};
    connection->setSettings(with);
    QTRY_COMPARE(connection->deployments()->count(), 1);

    QSignalSpy told(connection->deployments(), &flink::ObjectsBase::changed);
    connection->setSettings(settings());
    QCOMPARE(connection->deployments()->count(), 0);
    QCOMPARE(told.last().first().value<kube::Changes>().removed,
             (QList<kube::ObjectKey>{{u"payments"_s, u"orders"_s}}));
}

void TestConnection::saysThatNothingMayBeListed()
{
    Server server;
    server.serveLists({}, {}, 403);
    server.serveLists(u"default"_s, {}, 403);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::NotPermitted);
    QCOMPARE(connection->state().error->httpStatus, 403);
}

void TestConnection::saysThatTheTypesAreNotInstalled()
{
    Server server; // answers everything with "404 page not found"
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::NotInstalled);
}

void TestConnection::saysThatNothingWasEverReached()
{
    Server server;
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    server.wire().stop();
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Unreachable);
    QCOMPARE(connection->state().error->kind, base::Error::Kind::Network);
}

void TestConnection::turnsStaleWhenTheServerFallsSilent()
{
    Server server;
    server.serveLists({}, {deployment(u"a"_s, u"orders"_s)});
    server.serve(u"/version"_s, R"({"gitVersion":"v1.33.0"})");
    flink::ConnectionTimes times = quick();
    times.staleAfter = 300ms;
    times.probeAfter = 50ms;
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QTRY_VERIFY(server.asked(u"/version"_s) >= 8); // quiet watches alone would be stale by now
    QCOMPARE(connection->state().kind, Kind::Live);

    server.wire().freeze();
    QTRY_COMPARE(connection->state().kind, Kind::Stale);
    QCOMPARE(connection->deployments()->count(), 1);
}

// A review knows the rules it looks at, not those of a webhook: what counts is the answer to the request itself.
void TestConnection::case51_triesWhateverAReviewWouldSay()
{
    const QString reviews = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;
    Server server;
    server.serve(reviews, R"({"status":{"allowed":false,"denied":true,"reason":"no"}})", 201);
    server.serveLists({}, {deployment(u"a"_s, u"orders"_s)});
    const auto allowed = Connection::toContext(accessTo(server), settings(), quick());
    allowed->open();
    QTRY_COMPARE(allowed->deployments()->count(), 1);
    QCOMPARE(allowed->state().kind, Kind::Live);
    QCOMPARE(server.asked(reviews), 0);

    Server strict;
    strict.serve(reviews, R"({"status":{"allowed":true}})", 201);
    for (const QString& place : {QString(), u"namespaces/default/"_s})
        strict.serve(u"/apis/flink.apache.org/v1beta1/%1flinkdeployments"_s.arg(place),
                     R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","code":403,)"
                     R"("message":"denied by the policy of the house"})",
                     403);
    const auto refused = Connection::toContext(accessTo(strict), settings(), quick());
    refused->open();
    QTRY_COMPARE(refused->state().kind, Kind::NotPermitted);
    QVERIFY2(refused->state().error->message.contains(u"denied by the policy of the house"),
             qPrintable(refused->state().error->message));
    QCOMPARE(strict.asked(reviews), 0);
}

// The conversion webhook of one CRD is down.
void TestConnection::case56_failsOneKindAlone()
{
    Server server;
    server.serveLists({}, {deployment(u"a"_s, u"orders"_s)});
    const QString jobs = u"/apis/flink.apache.org/v1beta1/flinksessionjobs"_s;
    server.serve(jobs,
                 R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"InternalError","code":500,)"
                 R"("message":"conversion webhook for flink.apache.org/v1beta1 failed"})",
                 500);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    QTRY_COMPARE(connection->deployments()->count(), 1);
    QTRY_VERIFY(connection->sessionJobs()->lastError({}).has_value());
    QVERIFY(connection->sessionJobs()->lastError({})->message.contains(u"conversion webhook"));
    QVERIFY(!connection->deployments()->lastError({}));
    QCOMPARE(connection->state().kind, Kind::Live);

    server.serve(jobs, listOf({}));
    QTRY_VERIFY(!connection->sessionJobs()->lastError({}));
    QCOMPARE(connection->deployments()->count(), 1);
}

void TestConnection::case62_passesOnAWarningOnceForAllItsWatches()
{
    Server server;
    server.serveLists({}, {});
    server.warning = R"(299 - "flink.apache.org/v1beta1 is deprecated")";
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    QSignalSpy warned(connection.get(), &Connection::warned);
    connection->open();
    QTRY_VERIFY(server.streams.size() >= 3);
    QTRY_COMPARE(warned.size(), 1);
    QCOMPARE(warned.first().first().toString(), u"flink.apache.org/v1beta1 is deprecated"_s);
}

void TestConnection::keepsWhatItKnowsWhenClosed()
{
    Server server;
    server.serveLists({}, {deployment(u"a"_s, u"orders"_s)});
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    QTRY_COMPARE(connection->deployments()->count(), 1);
    connection->close();
    QCOMPARE(connection->state().kind, Kind::Closed);
    QCOMPARE(connection->deployments()->count(), 1);
    QTRY_VERIFY(std::ranges::none_of(server.streams, &support::Exchange::isAlive));
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Live);
}

void TestConnection::refusesWritesFromTheMomentItIsProtected()
{
    Server server;
    server.serve(u"/x"_s, "{}");
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    std::optional<base::Result<QJsonObject>> answer;
    const auto write = [&] {
        answer.reset();
        connection->api()->postJson(u"/x"_s, {}, http::Effect::Write, this,
                                    [&](const base::Result<QJsonObject>& got) { answer = got; });
    };
    write();
    QTRY_VERIFY(answer.has_value());
    QVERIFY(bool(*answer));

    ConnectionSettings guarded = settings();
    guarded.isProtected = true;
    connection->setSettings(guarded);
    write();
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!*answer);
    QCOMPARE(answer->error().kind, base::Error::Kind::Protected);
    QCOMPARE(server.wire().count("POST"), 1);
}

void TestConnection::watchesPodsAndEventsOfOneDeployment()
{
    Server server;
    server.serveLists({}, {});
    server.serve(u"/api/v1/namespaces/a/pods"_s,
                 listOf({R"({"metadata":{"name":"orders-1","namespace":"a","uid":"p","labels":{"app":"orders"}}})"}));
    server.serve(u"/api/v1/namespaces/a/events"_s, listOf({}));
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    const kube::ObjectKey orders{u"a"_s, u"orders"_s};
    const auto pods = connection->pods(orders);
    QCOMPARE(connection->pods(orders), pods);
    const auto events = connection->events(orders);
    QTRY_COMPARE(pods->count(), 1);
    QTRY_VERIFY(events->isComplete());
    QStringList selectors;
    for (const support::Recorded& request : server.wire().requests()) {
        selectors.append(request.query.queryItemValue(u"labelSelector"_s, QUrl::FullyDecoded));
        selectors.append(request.query.queryItemValue(u"fieldSelector"_s, QUrl::FullyDecoded));
    }
    QVERIFY(selectors.contains(u"app=orders"_s));
    QVERIFY(selectors.contains(u"involvedObject.name=orders"_s));
}

void TestConnection::followsAnEndpointWithoutBeingLookedAt()
{
    Server server;
    server.serveFlink({});
    const auto access = flink::accessTo(flink::Endpoint{server.wire().url().toString(), {}, {}, {}, {}});
    flink::ConnectionTimes times = quick();
    times.poll.background = 20ms;
    const auto connection =
        Connection::toEndpoint(access->target.base, access->credentials, access->target.trust, settings(), times);
    QVERIFY(!connection->api());
    QVERIFY(!connection->deployments());
    QVERIFY(!connection->pods({u"a"_s, u"b"_s}));
    connection->open();
    QTRY_COMPARE(connection->state().kind, Kind::Live);
    QCOMPARE(connection->observer()->view().overview.value->flinkVersion, u"1.20.4"_s);

    connection->observer()->setPace(ClusterObserver::Pace::Foreground); // a page opens
    connection->observer()->setPace(ClusterObserver::Pace::Stopped);    // and closes
    const int before = server.asked(u"/overview"_s);
    QTRY_VERIFY(server.asked(u"/overview"_s) > before);

    server.wire().stop();
    // Qt at times keeps a request of just that moment without a word; then our clock of 30 s for silence ends it.
    QTRY_COMPARE_WITH_TIMEOUT(connection->state().kind, Kind::Reconnecting, 60'000);
    QVERIFY(connection->observer()->view().overview.isKnown());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
