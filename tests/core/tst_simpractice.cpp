#include "core/sim/practice/practice.h"

#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTest>
#include <algorithm>

#include <algorithm>
#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::practice::Practice;
using sim::practice::Progress;

namespace {

constexpr int patience = 120'000; // ms: other tests may have the machine
const QString fleet = u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s;
const QString operatorScale = u"/apis/apps/v1/namespaces/flink-operator/deployments/flink-kubernetes-operator/scale"_s;

sim::HostOptions still()
{
    sim::HostOptions options;
    options.start = sim::Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) + 10h);
    options.seed = 7;
    options.speed = 0;
    return options;
}

/// A client of the cluster, over its socket.
class Client
{
public:
    explicit Client(sim::Host& host)
        : m_server(host.server())
        , m_token(host.adminToken())
    {
        m_tls.setCaCertificates(QSslCertificate::fromData(host.authority()));
    }

    std::unique_ptr<QNetworkReply> begin(const QByteArray& method, const QString& path, const QByteArray& body = {})
    {
        QNetworkRequest request(QUrl(m_server + path));
        request.setSslConfiguration(m_tls);
        request.setRawHeader("Authorization", "Bearer " + m_token);
        if (!body.isEmpty())
            request.setRawHeader("Content-Type", "application/merge-patch+json");
        return std::unique_ptr<QNetworkReply>(m_network.sendCustomRequest(request, method, body));
    }

    /// The status and the answer; 0: there was none.
    std::pair<int, QJsonObject> ask(const QByteArray& method, const QString& path, const QByteArray& body = {})
    {
        const auto reply = begin(method, path, body);
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()).object()};
    }

private:
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    QString m_server;
    QByteArray m_token;
};

} // namespace

/// A rehearsal from its beginning to its debrief, as the program plays it.
class PracticeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void aWholeRehearsalIsTimedAndTold();
    void theCauseMayBeNamedBeforeAnythingIsDone();
    void anotherRehearsalBeginsBehindTheSameAddress();
    void theSameSeedGivesTheSameFleet();
    void anExpiredCertificateIsShownUntilAnotherRehearsalBegins();
    void theCompanyLooksLivedIn();
    void whatDiedBeforeTheRehearsalOpenedLeftItsCheckpoints();
    void endsWhileLogsAreFollowedAndThingsWatched();
    void severalSideBySideAreFoundedEachInItsThread();
};

void PracticeTest::aWholeRehearsalIsTimedAndTold()
{
    Practice practice(still(), u"operator-down"_s);
    QCOMPARE(practice.problem(), QString());
    std::atomic<int> news = 0;
    practice.setListener([&news](const Progress&) { ++news; });
    const auto before = practice.progress();
    QCOMPARE(before.stage, Progress::Stage::Incident);
    QVERIFY(!before.detected && !before.recovered);
    QCOMPARE(before.goals.size(), 2);
    QVERIFY(before.now > before.begun);

    Client client(practice.host());
    practice.host().step(1min);
    QCOMPARE(client.ask("GET", operatorScale).first, 200);
    QVERIFY(!practice.progress().detected);
    QCOMPARE(client.ask("PATCH", operatorScale, R"({"spec":{"replicas":1}})").first, 200);
    const auto detected = practice.progress();
    QCOMPARE(*detected.detected, detected.now - detected.begun);
    QCOMPARE(detected.stage, Progress::Stage::Incident);
    practice.host().step(10min);
    const auto after = practice.progress();
    QCOMPARE(after.stage, Progress::Stage::Recovered);
    QVERIFY(after.goals[0].isMet && after.goals[1].isMet);
    QVERIFY(*after.recovered > *after.detected);
    QVERIFY(news > 2);

    const auto debrief = practice.debrief();
    QVERIFY(!debrief.cause.isEmpty() && !debrief.cure.isEmpty());
    QVERIFY(std::ranges::any_of(debrief.timeline, [](const sim::practice::Deed& deed) {
        return deed.who == u"practice-admin" &&
               deed.what == u"PATCH deployments flink-operator/flink-kubernetes-operator/scale";
    }));
    QVERIFY(std::ranges::is_sorted(debrief.timeline, {}, &sim::practice::Deed::at));
    practice.setListener({});
}

void PracticeTest::theCauseMayBeNamedBeforeAnythingIsDone()
{
    Practice practice(still(), u"operator-down"_s);
    QVERIFY(!practice.suspect(u"quota"_s));
    QVERIFY(!practice.suspect(u"no-such-thing"_s));
    QVERIFY(!practice.progress().detected);
    QCOMPARE(practice.progress().wrongSuspects, 1);
    QCOMPARE(practice.takeHint(), 0);
    QCOMPARE(practice.takeHint(), 1);
    QCOMPARE(practice.takeHint(), 2);
    QCOMPARE(practice.takeHint(), -1);
    QCOMPARE(practice.progress().hintsTaken, 3);
    QVERIFY(practice.suspect(u"operator-scaled-to-zero"_s));
    QVERIFY(practice.progress().detected);
}

void PracticeTest::anotherRehearsalBeginsBehindTheSameAddress()
{
    Practice practice(still(), u"operator-down"_s);
    Client client(practice.host());
    QCOMPARE(client
                 .ask("PATCH", fleet.chopped(16) + u"namespaces/orders/flinkdeployments/dock-slotting"_s,
                      R"({"metadata":{"labels":{"mine":"yes"}}})")
                 .first,
             200);
    const auto server = practice.host().server();
    practice.begin(u"healthy"_s);
    QCOMPARE(practice.host().server(), server);
    QCOMPARE(practice.progress().scenario, u"healthy"_s);
    QVERIFY(practice.progress().goals.isEmpty());
    const auto [status, list] = client.ask("GET", fleet + u"?labelSelector=mine%3Dyes"_s);
    QCOMPARE(status, 200);
    QVERIFY(list["items"_L1].toArray().isEmpty());
}

void PracticeTest::theSameSeedGivesTheSameFleet()
{
    const auto names = [] {
        Practice practice(still(), u"healthy"_s);
        QStringList found;
        for (const auto& pod : Client(practice.host()).ask("GET", u"/api/v1/pods"_s).second["items"_L1].toArray())
            found += pod["metadata"_L1]["name"_L1].toString() + pod["metadata"_L1]["uid"_L1].toString();
        return found;
    };
    const auto first = names();
    QVERIFY(first.size() > 30);
    QCOMPARE(names(), first);
}

void PracticeTest::anExpiredCertificateIsShownUntilAnotherRehearsalBegins()
{
    Practice practice(still(), u"expired-certificate"_s);
    QCOMPARE(Client(practice.host()).ask("GET", fleet).first, 0);
    practice.begin(u"healthy"_s);
    QCOMPARE(Client(practice.host()).ask("GET", fleet).first, 200);
}

void PracticeTest::theCompanyLooksLivedIn()
{
    Practice practice(still(), u"company"_s);
    Client client(practice.host());
    const auto list = client.ask("GET", fleet).second["items"_L1].toArray();
    QVERIFY2(list.size() >= 12, qPrintable(QString::number(list.size())));
    QSet<QString> versions, namespaces;
    QStringList sick;
    for (const auto& item : list) {
        versions.insert(item["spec"_L1]["flinkVersion"_L1].toString());
        namespaces.insert(item["metadata"_L1]["namespace"_L1].toString());
        if (item["spec"_L1]["job"_L1].isObject() &&
            item["status"_L1]["jobStatus"_L1]["state"_L1].toString() != u"RUNNING")
            sick += item["metadata"_L1]["name"_L1].toString();
    }
    QCOMPARE(namespaces.size(), 3);
    QVERIFY(versions.size() >= 5);
    QCOMPARE(sick, QStringList{u"merchant-rollup"_s});

    const auto ask = [&client](const QString& service, const QString& what) {
        const QString path = u"/api/v1/namespaces/%1:rest/proxy/jobs/%2"_s.arg(service, what);
        return client.ask("GET", path).second;
    };
    const auto checkpointsOf = [&ask](const QString& service) {
        return ask(service, ask(service, u"overview"_s)["jobs"_L1][0]["jid"_L1].toString() + u"/checkpoints"_s);
    };
    const QString authorize = u"payments/services/payment-authorize-rest"_s;
    const auto jobs = ask(authorize, u"overview"_s)["jobs"_L1].toArray();
    QCOMPARE(jobs.size(), 1);
    QVERIFY(jobs[0]["duration"_L1].toDouble() > 20 * 86'400'000.0);
    const auto checkpoints = checkpointsOf(authorize);
    QVERIFY(checkpoints["counts"_L1]["completed"_L1].toInt() > 50'000);
    QCOMPARE(checkpoints["history"_L1].toArray().size(), 10);
    // The second that is sick runs, and its checkpoints fail.
    const auto held = checkpointsOf(u"orders/services/parcel-tracking-rest"_s)["history"_L1].toArray();
    const auto last = std::ranges::find_if(
        held, [](const QJsonValue& checkpoint) { return checkpoint["status"_L1] != u"IN_PROGRESS"_s; });
    QVERIFY(last != held.end());
    QCOMPARE((*last)["status"_L1].toString(), u"FAILED"_s);
}

/// The JobManager is killed again and again while nobody looks yet; each one goes on from where the last one was.
void PracticeTest::whatDiedBeforeTheRehearsalOpenedLeftItsCheckpoints()
{
    Practice practice(still(), u"jobmanager-failover"_s);
    Client client(practice.host());
    const QString proxy = u"/api/v1/namespaces/analytics/services/clickstream-sessions-rest:rest/proxy"_s;
    QJsonObject restored;
    for (int tries = 0; tries < 30 && restored.isEmpty(); ++tries) {
        practice.host().step(5s);
        const auto jobs = client.ask("GET", proxy + u"/jobs/overview"_s).second["jobs"_L1].toArray();
        const auto job = jobs.isEmpty() ? QJsonObject() : jobs[0].toObject();
        if (job["state"_L1] != u"RUNNING"_s)
            continue;
        const auto all = client.ask("GET", proxy + u"/jobs/"_s + job["jid"_L1].toString() + u"/checkpoints"_s).second;
        restored = all["latest"_L1]["restored"_L1].toObject();
        QVERIFY2(!restored.isEmpty(), "it runs without the state it had");
    }
    QVERIFY2(restored["external_path"_L1].toString().contains(u"/chk-"), qPrintable(QString::number(restored.size())));
}

void PracticeTest::endsWhileLogsAreFollowedAndThingsWatched()
{
    auto practice = std::make_unique<Practice>(still(), u"healthy"_s);
    Client client(practice->host());
    std::vector<std::unique_ptr<QNetworkReply>> open;
    const auto pods = client.ask("GET", u"/api/v1/namespaces/orders/pods"_s).second["items"_L1].toArray();
    QVERIFY(pods.size() >= 3);
    // Qt has six connections to a server.
    for (int i = 0; i < 3; ++i) {
        const auto name = pods[i]["metadata"_L1]["name"_L1].toString();
        open.push_back(client.begin("GET", u"/api/v1/namespaces/orders/pods/%1/log?follow=true"_s.arg(name)));
    }
    open.push_back(client.begin("GET", fleet + u"?watch=true"_s));
    for (const auto& reply : open)
        QTRY_VERIFY_WITH_TIMEOUT(reply->bytesAvailable() > 0, patience);
    practice.reset();
    for (const auto& reply : open)
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
}

void PracticeTest::severalSideBySideAreFoundedEachInItsThread()
{
    const auto found = [](const QString& scenario) {
        Practice practice(still(), scenario);
        practice.host().step(10min);
        return practice.problem().isEmpty() && practice.progress().scenario == scenario;
    };
    std::vector<std::future<bool>> all;
    for (const auto& scenario : {u"healthy"_s, u"company"_s, u"bad-upgrade"_s})
        all.push_back(std::async(std::launch::async, found, scenario));
    for (auto& each : all)
        QVERIFY(each.get());
}

QTEST_GUILESS_MAIN(PracticeTest)
#include "tst_simpractice.moc"
