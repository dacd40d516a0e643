#include "core/flink/connection.h"
#include "core/flink/endpoint.h"
#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Environment;
using flink::ClusterObserver;
using flink::Connection;
using flink::ConnectionSettings;
using flink::ConnectionState;
using Kind = flink::ConnectionState::Kind;
using WatchState = kube::Watch::State;

namespace {

const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;
const QString proxy = u"/api/v1/namespaces/default/services/orders-rest:rest/proxy"_s;

base::Error errorOf(base::Error::Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"because"_s;
    return error;
}

QByteArray deployment(const QString& nameSpace, const QString& name)
{
    return QByteArray(R"({"metadata":{"name":"%1","namespace":"%2","uid":"%2-%1","resourceVersion":"5"},"spec":{}})")
        .replace("%1", name.toUtf8())
        .replace("%2", nameSpace.toUtf8());
}

QByteArray listOf(const QList<QByteArray>& items)
{
    return R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":"7"},"items":[)" + items.join(',') + "]}";
}

QByteArray forbidden()
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","message":"forbidden","code":403})";
}

/// An API server with lists, quiet watches and a Flink cluster behind its service proxy.
class Server
{
public:
    Server()
    {
        m_server.onRequest([this](support::Exchange& exchange) { answer(exchange); });
        const bool listens = m_server.listen();
        if (!listens)
            qFatal("no port");
    }

    support::ByteServer& wire() { return m_server; }
    void serve(const QString& path, const QByteArray& body, int status = 200) { m_answers[path] = {status, body}; }
    void serveLists(const QString& nameSpace, const QList<QByteArray>& deployments, int status = 200)
    {
        const QString base = u"/apis/flink.apache.org/v1beta1/"_s +
                             (nameSpace.isEmpty() ? QString() : u"namespaces/%1/"_s.arg(nameSpace));
        serve(base + u"flinkdeployments"_s, status == 200 ? listOf(deployments) : forbidden(), status);
        for (const QString& kind : {u"flinksessionjobs"_s, u"flinkstatesnapshots"_s})
            serve(base + kind, status == 200 ? listOf({}) : forbidden(), status);
    }
    void serveFlink(const QString& prefix)
    {
        const auto add = [&](const QString& way, const QString& name) {
            serve(prefix + way, support::recording(u"rest/1.20/"_s + name));
        };
        add(u"/overview"_s, u"overview"_s);
        add(u"/jobs/overview"_s, u"jobs-overview"_s);
        add(u"/taskmanagers"_s, u"taskmanagers"_s);
        add(u"/jobs/"_s + job, u"job"_s);
        add(u"/jobs/%1/checkpoints"_s.arg(job), u"job-checkpoints"_s);
        add(u"/jobs/%1/checkpoints/config"_s.arg(job), u"job-checkpoints-config"_s);
        add(u"/jobs/%1/exceptions"_s.arg(job), u"job-exceptions"_s);
        serve(prefix + u"/jobs/%1/metrics"_s.arg(job), R"([{"id":"numRestarts","value":"2"}])");
    }
    int asked(const QString& path) const
    {
        return int(std::ranges::count_if(m_server.requests(), [&](const auto& request) {
            return QUrl::fromPercentEncoding(request.path.toLatin1()) == path;
        }));
    }
    int asked() const { return int(m_server.requests().size()); }
    QList<support::Exchange> streams;
    QByteArray warning; ///< a header of each answer

private:
    void answer(support::Exchange& exchange)
    {
        const auto found = m_answers.find(QUrl::fromPercentEncoding(exchange.path().toLatin1()));
        if (found == m_answers.end()) {
            exchange.reply(404, "404 page not found", {{"Content-Type", "text/plain"}});
        } else if (exchange.query().hasQueryItem(u"watch"_s)) {
            exchange.startChunked(200, {{"Content-Type", "application/json"}});
            streams.append(exchange);
        } else {
            exchange.reply(found->second.first, found->second.second,
                           {{"Content-Type", "application/json"}, {"Warning", warning}});
        }
    }

    support::ByteServer m_server;
    std::map<QString, std::pair<int, QByteArray>> m_answers;
};

kube::ContextAccess accessTo(Server& server)
{
    kube::ContextAccess access;
    access.target.base = server.wire().url();
    access.target.label = u"here"_s;
    access.nameSpace = u"default"_s;
    return access;
}

ConnectionSettings settings(const QString& name = u"here"_s)
{
    ConnectionSettings made;
    made.id = u"context:"_s + name;
    made.name = name;
    return made;
}

flink::ConnectionTimes quick()
{
    flink::ConnectionTimes times;
    times.tick = 10ms;
    times.watch.firstPause = 5ms;
    times.watch.longestPause = 20ms;
    times.watch.restartPause = 5ms;
    times.poll.foreground = 20ms;
    times.poll.background = 60'000ms;
    times.poll.secondQuestion = 5ms;
    times.poll.gather = 1ms;
    return times;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void guessesTheEnvironmentFromTheWordsOfAName_data();
    void guessesTheEnvironmentFromTheWordsOfAName();
    void protectsProductionUnlessToldOtherwise();
    void keepsSettingsInAFileOfTheUserAlone();
    void reportsADamagedSettingsFileInsteadOfForgettingIt();
    void judgesTheWholeByItsWatches_data();
    void judgesTheWholeByItsWatches();
    void judgesAnEndpointByItsOverview();
    void readsAnAddressAsItIsTyped_data();
    void readsAnAddressAsItIsTyped();
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
    void sharesOneObserverForEachCluster();
    void letsAnObserverOutliveItsConnection();
    void followsAnEndpointWithoutBeingLookedAt();
    void readsEveryPartOfAJobThatIsFollowed();
    void asksForRestartsASecondTime();
    void keepsTheLastValuesDatedWhenAPollFails();
    void failsOnePartAlone();
    void listsThePodsWhileTheyAreAskedFor();
    void settlesWhenEveryQuestionHasItsAnswer();
    void asksLittleInTheBackground();
    void takesTheFastestPaceThatIsAskedFor();
    void pollsNoMoreClustersAtOnceThanTheBudgetAllows();
};

void TestConnection::guessesTheEnvironmentFromTheWordsOfAName_data()
{
    QTest::addColumn<Environment>("expected");
    const auto row = [](const char* name, Environment expected) { QTest::newRow(name) << expected; };
    row("prod", Environment::Production);
    row("eks-prd-eu-1", Environment::Production);
    row("seoul.production.example.com", Environment::Production);
    row("PROD2", Environment::Production);
    row("live", Environment::Production);
    row("dev-to-prod-gateway", Environment::Production);
    row("pre-prod", Environment::Staging);
    row("nonprod", Environment::Staging);
    row("arn:aws:eks:eu:1:cluster/stg", Environment::Staging);
    row("uat_2", Environment::Staging);
    row("staging", Environment::Staging);
    row("kind-orders", Environment::Development);
    row("minikube", Environment::Development);
    row("dev", Environment::Development);
    row("localhost:8081", Environment::Development);
    row("product-catalog", Environment::Unset);
    row("kindly", Environment::Unset);
    row("delivery", Environment::Unset);
    row("", Environment::Unset);
}

void TestConnection::guessesTheEnvironmentFromTheWordsOfAName()
{
    QFETCH(Environment, expected);
    QCOMPARE(flink::guessEnvironment(QString::fromLatin1(QTest::currentDataTag())), expected);
}

void TestConnection::protectsProductionUnlessToldOtherwise()
{
    ConnectionSettings one = settings(u"prod-seoul"_s);
    QCOMPARE(one.effectiveEnvironment(), Environment::Production);
    QVERIFY(one.effectivelyProtected());
    one.isProtected = false;
    QVERIFY(!one.effectivelyProtected());
    one = settings(u"seoul"_s);
    QVERIFY(!one.effectivelyProtected());
    one.environment = Environment::Production;
    QVERIFY(one.effectivelyProtected());
    one = settings(u"prod"_s);
    one.environment = Environment::Development; // the user knows better than the name
    QVERIFY(!one.effectivelyProtected());
}

void TestConnection::keepsSettingsInAFileOfTheUserAlone()
{
    QTemporaryDir folder;
    const flink::ConnectionSettingsFile file(folder.filePath(u"drey/connections.json"_s));
    QCOMPARE(*file.read(), QList<ConnectionSettings>());

    ConnectionSettings one = settings(u"seoul"_s);
    one.environment = Environment::Staging;
    one.isProtected = true;
    one.color = u"#7440b4"_s;
    one.nameSpaces = {u"payments"_s, u"logistics"_s};
    one.pinned = true;
    const QList<ConnectionSettings> all{one, settings(u"busan"_s)};
    QVERIFY(bool(file.write(all)));
    QCOMPARE(*file.read(), all);
    QCOMPARE(flink::settingsOf(all, u"context:seoul"_s, {}), one);
    QCOMPARE(flink::settingsOf(all, u"context:jeju"_s, u"jeju"_s), settings(u"jeju"_s));
    const auto othersMay =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(file.path()) & othersMay));
}

void TestConnection::reportsADamagedSettingsFileInsteadOfForgettingIt()
{
    QTemporaryDir folder;
    const flink::ConnectionSettingsFile file(folder.filePath(u"connections.json"_s));
    QFile raw(file.path());
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write("{\"connections\": [");
    raw.close();
    const auto read = file.read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, base::Error::Kind::Configuration);
}

void TestConnection::judgesTheWholeByItsWatches_data()
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

void TestConnection::judgesTheWholeByItsWatches()
{
    QFETCH(QList<flink::WatchReport>, reports);
    QFETCH(int, proofSecondsAgo);
    QFETCH(Kind, expected);
    const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    const QDateTime proof = proofSecondsAgo < 0 ? QDateTime() : now.addSecs(-proofSecondsAgo);
    QCOMPARE(flink::judge(reports, proof, now, 60s).kind, expected);
}

void TestConnection::judgesAnEndpointByItsOverview()
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

void TestConnection::readsAnAddressAsItIsTyped_data()
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

void TestConnection::readsAnAddressAsItIsTyped()
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

void TestConnection::sharesOneObserverForEachCluster()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    auto observer = connection->observer({u"default"_s, u"orders"_s});
    QCOMPARE(connection->observer({u"default"_s, u"orders"_s}), observer);
    QVERIFY(connection->observer({u"default"_s, u"other"_s}) != observer);
    QVERIFY(!connection->observer());
    QCOMPARE(server.asked(), 0); // nobody looks yet

    flink::SessionJob sessionJob;
    sessionJob.metadata.nameSpace = u"default"_s;
    sessionJob.metadata.name = u"nightly"_s;
    sessionJob.deploymentName = u"orders"_s;
    QCOMPARE(connection->observer(flink::clusterOf(sessionJob)), observer);

    const auto attention = observer->attend(ClusterObserver::Pace::Foreground);
    QTRY_VERIFY(observer->view().jobs.isFresh());
    QCOMPARE(observer->view().jobs.value->first().id, job);
    QVERIFY(server.asked(proxy + u"/jobs/overview"_s) >= 1);
}

void TestConnection::letsAnObserverOutliveItsConnection()
{
    Server server;
    server.serveFlink(proxy);
    server.serve(u"/api/v1/namespaces/default/pods"_s, listOf({}));
    auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    const auto pods = connection->pods({u"default"_s, u"orders"_s});
    connection.reset();
    observer->refresh();
    QTRY_VERIFY(observer->view().overview.isFresh());
    QTRY_VERIFY(pods->isComplete());
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

void TestConnection::readsEveryPartOfAJobThatIsFollowed()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->follow(job);
    const auto attention = observer->attend(ClusterObserver::Pace::Foreground);
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    QCOMPARE(*observer->view().restarts.value(job).value, 2);
    QTRY_VERIFY(observer->view().details.value(job).isFresh());
    QTRY_VERIFY(observer->view().checkpoints.value(job).isFresh());
    QTRY_VERIFY(observer->view().exceptions.value(job).isFresh());
    QTRY_VERIFY(observer->view().checkpointConfigs.value(job).isFresh());
    QTRY_VERIFY(observer->view().taskManagers.isFresh());

    observer->unfollow(job); // the other one still looks
    QTRY_VERIFY(server.asked(proxy + u"/jobs/"_s + job) >= 5);
    QCOMPARE(server.asked(proxy + u"/jobs/%1/checkpoints/config"_s.arg(job)), 1); // it does not change
    observer->unfollow(job);
    QVERIFY(!observer->view().details.contains(job));
    observer->unfollow(job);
}

void TestConnection::asksForRestartsASecondTime()
{
    Server server;
    server.serveFlink(proxy);
    const QString metrics = proxy + u"/jobs/%1/metrics"_s.arg(job);
    server.serve(metrics, "[]");
    flink::ConnectionTimes times = quick();
    times.poll.secondQuestion = 400ms; // time to change the answer
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh(); // one poll
    QTRY_COMPARE(server.asked(metrics), 1);
    server.serve(metrics, R"([{"id":"numRestarts","value":"5"}])");
    QTRY_COMPARE(observer->view().restarts.value(job).value.value_or(-1), 5);
    QCOMPARE(server.asked(metrics), 2);
    QCOMPARE(server.asked(proxy + u"/overview"_s), 1);
}

void TestConnection::keepsTheLastValuesDatedWhenAPollFails()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh();
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    const QDateTime seen = observer->view().jobs.observedAt;

    server.serve(proxy + u"/overview"_s,
                 R"({"kind":"Status","reason":"ServiceUnavailable","message":"no endpoints","code":503})", 503);
    const int before = server.asked();
    observer->refresh();
    QTRY_VERIFY(observer->view().jobs.problem.has_value());
    QVERIFY(observer->view().jobs.isKnown());
    QCOMPARE(observer->view().jobs.observedAt, seen);
    QVERIFY(observer->view().checkpoints.value(job).problem.has_value());
    QCOMPARE(server.asked(), before + 1); // the rest was not asked
}

void TestConnection::failsOnePartAlone()
{
    Server server;
    server.serveFlink(proxy);
    server.serve(proxy + u"/jobs/%1/exceptions"_s.arg(job), "not JSON");
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh();
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    QTRY_COMPARE(observer->view().exceptions.value(job).problem.value_or(base::Error()).kind,
                 base::Error::Kind::Decode);
    QTRY_VERIFY(observer->view().checkpoints.value(job).isFresh());
    QTRY_VERIFY(observer->view().jobs.isFresh());
}

void TestConnection::listsThePodsWhileTheyAreAskedFor()
{
    const QString pods = u"/api/v1/namespaces/default/pods"_s;
    Server server;
    server.serve(proxy + u"/overview"_s, R"({"errors":["not yet"]})", 503);
    server.serve(pods, listOf({R"({"metadata":{"name":"orders-1","namespace":"default","uid":"p"}})"}));
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->refresh();
    QTRY_VERIFY(observer->view().overview.problem.has_value());
    QCOMPARE(server.asked(pods), 0);

    observer->followPods();
    observer->refresh();
    QTRY_VERIFY(observer->view().pods.isFresh()); // although Flink does not answer
    QCOMPARE(observer->view().pods.value->size(), 1);
    QCOMPARE(server.asked(pods), 1);
    observer->unfollowPods();
    QVERIFY(!observer->view().pods.isKnown());
}

void TestConnection::settlesWhenEveryQuestionHasItsAnswer()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    const auto isFollowed = std::make_shared<bool>(false);
    connect(observer.get(), &ClusterObserver::updated, this, [&, isFollowed] {
        if (observer->view().jobs.isKnown() && !std::exchange(*isFollowed, true))
            observer->follow(job);
    });
    bool isComplete = false;
    int settled = 0;
    connect(observer.get(), &ClusterObserver::settled, this, [&] {
        ++settled;
        isComplete =
            observer->view().checkpoints.value(job).isFresh() && observer->view().restarts.value(job).isFresh();
    });
    const auto attention = observer->attend(ClusterObserver::Pace::Background);
    QTRY_COMPARE(settled, 1);
    QVERIFY(isComplete);
    QCOMPARE(server.asked(proxy + u"/jobs/overview"_s), 1); // the job was asked about by itself
    QCOMPARE(server.asked(proxy + u"/jobs/"_s + job), 1);
}

void TestConnection::asksLittleInTheBackground()
{
    Server server;
    server.serveFlink(proxy);
    flink::ConnectionTimes times = quick();
    times.poll.background = 10ms;
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    const auto attention = observer->attend(ClusterObserver::Pace::Background);
    QTRY_VERIFY(server.asked(proxy + u"/jobs/%1/checkpoints"_s.arg(job)) >= 3);
    QCOMPARE(server.asked(proxy + u"/jobs/"_s + job), 1);
    QCOMPARE(server.asked(proxy + u"/jobs/%1/checkpoints/config"_s.arg(job)), 1);
    QCOMPARE(server.asked(proxy + u"/taskmanagers"_s), 0);
}

void TestConnection::takesTheFastestPaceThatIsAskedFor()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    using Pace = ClusterObserver::Pace;
    QCOMPARE(observer->pace(), Pace::Stopped);
    auto table = observer->attend(Pace::Background);
    auto page = observer->attend(Pace::Foreground);
    QCOMPARE(observer->pace(), Pace::Foreground);
    QTRY_VERIFY(server.asked(proxy + u"/overview"_s) >= 3);
    page.reset();
    QCOMPARE(observer->pace(), Pace::Background);
    table.reset();
    QCOMPARE(observer->pace(), Pace::Stopped);
}

void TestConnection::pollsNoMoreClustersAtOnceThanTheBudgetAllows()
{
    flink::PollBudget budget(2);
    QList<flink::PollBudget::Slot> held;
    const auto take = [&](flink::PollBudget::Slot slot) { held.append(std::move(slot)); };
    auto dying = std::make_unique<QObject>();
    budget.enter(this, take);
    budget.enter(this, take);
    budget.enter(dying.get(), take);
    budget.enter(this, take);
    QCOMPARE(held.size(), 2);
    dying.reset();
    held.removeFirst(); // gives its place to the next one that is still there
    QCOMPARE(held.size(), 2);
    held.clear();
    budget.enter(this, take);
    QCOMPARE(held.size(), 1);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
