#include "core/flink/deployment.h"
#include "core/kube/listing.h"
#include "core/kube/store.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTimer>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;

const QString configMaps = u"/api/v1/namespaces/team-a/configmaps"_s;
const QString snapshots = live::manifest::path(u"flinkstatesnapshots"_s, u"team-a"_s);
const kube::Collection allSnapshots{kube::flinkType(u"flinkstatesnapshots"_s), {}, {}, {}};

/// How often the server forgets what it no longer needs.
constexpr auto compaction = 2s;

/// Asks for the second page so late that the server has forgotten the first.
class SlowReader : public live::ObservedApi
{
public:
    using ObservedApi::ObservedApi;

    void send(const http::Request& request, QObject* context, BytesDone done) override
    {
        const bool isNextPage = request.query.hasQueryItem(u"continue"_s);
        if (!isNextPage || delayed == mostDelayed)
            return ObservedApi::send(request, context, std::move(done));
        ++delayed;
        QTimer::singleShot(pause, context, [this, request, context, done = std::move(done)] {
            ObservedApi::send(request, context, done);
        });
    }

    std::chrono::milliseconds pause = 3 * compaction + 500ms;
    int mostDelayed = 0; ///< pages
    int delayed = 0;
};

/// The answers of requests that were sent together.
struct Answers
{
    int wanted = 0;
    QList<int> statuses; ///< 0: none came
    QStringList problems;

    [[nodiscard]] bool areComplete() const { return statuses.size() == wanted; }
};

} // namespace

/// What a client must bear from a healthy server that is busy: few streams, connections taken away, positions
/// forgotten.
class LiveLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void readsAreAllAnsweredThoughConnectionsAreTakenAway();
    void writesArriveOnceThoughConnectionsAreTakenAway();
    void beginsAListAnewWhenItsPagesAreForgotten_data();
    void beginsAListAnewWhenItsPagesAreForgotten();
    void watchesAndReadsShareAServerOfThreeStreams();

private:
    void sendAll(live::ObservedApi& api, const std::vector<http::Request>& requests, Answers& answers);
    void makeSnapshots();

    std::unique_ptr<ApiServer> m_server;
    int m_snapshots = 0;
};

void LiveLimitsTest::initTestCase()
{
    support::keepClean();
    // Qt says it aloud when a server refuses a stream; whether the request is answered all the same is what is tested.
    QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>(QStringList{
        u"--goaway-chance=0.02"_s, u"--etcd-compaction-interval=%1s"_s.arg(std::chrono::seconds(compaction).count())});
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
}

void LiveLimitsTest::sendAll(live::ObservedApi& api, const std::vector<http::Request>& requests, Answers& answers)
{
    answers.wanted += int(requests.size());
    for (const http::Request& request : requests) {
        api.send(request, this, [&answers](const base::Result<http::Answer>& answer) {
            answers.statuses.append(answer ? answer->status : answer.error().httpStatus);
            if (!answer)
                answers.problems.append(answer.error().message);
        });
    }
}

void LiveLimitsTest::readsAreAllAnsweredThoughConnectionsAreTakenAway()
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    // What waits on a connection that was taken away, waits so long for another.
    http::Limits limits;
    limits.queue = 500ms;
    api.client().setLimits(limits);
    http::Request read;
    read.path = configMaps;
    Answers answers;
    for (int round = 0; round < 20; ++round) {
        sendAll(api, std::vector(20, read), answers);
        QVERIFY(live::comesTrue([&] { return answers.areComplete(); }, 20s));
    }
    QVERIFY2(answers.problems.isEmpty(), qPrintable(answers.problems.join(u'\n')));
    QCOMPARE(answers.statuses.count(200), 400);
}

void LiveLimitsTest::writesArriveOnceThoughConnectionsAreTakenAway()
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    std::vector<http::Request> writes;
    for (int i = 0; i < 100; ++i) {
        http::Request write;
        write.method = "POST";
        write.path = configMaps;
        write.effect = http::Effect::Write;
        write.contentType = "application/json";
        write.body = QJsonDocument(QJsonObject{{u"metadata"_s, QJsonObject{{u"generateName"_s, u"once-"_s}}}}).toJson();
        writes.push_back(write);
    }
    Answers answers;
    sendAll(api, writes, answers);
    QVERIFY(live::comesTrue([&] { return answers.areComplete(); }, 60s));
    QVERIFY2(answers.problems.isEmpty(), qPrintable(answers.problems.join(u'\n')));
    const QJsonArray made = m_server->client(ApiServer::User::Admin).get(configMaps).json().value(u"items"_s).toArray();
    int ours = 0;
    for (const QJsonValue& item : made)
        ours += item[u"metadata"_s][u"name"_s].toString().startsWith(u"once-") ? 1 : 0;
    QCOMPARE(ours, 100);
}

void LiveLimitsTest::watchesAndReadsShareAServerOfThreeStreams()
{
    QVERIFY2(m_server->restartApiServer({u"--http2-max-streams-per-connection=3"_s}), qPrintable(m_server->problem()));
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    std::vector<std::unique_ptr<kube::Store<flink::StateSnapshot>>> stores;
    for (int i = 0; i < 12; ++i) {
        stores.push_back(
            std::make_unique<kube::Store<flink::StateSnapshot>>(api, allSnapshots, flink::decodeStateSnapshot));
        stores.back()->watch().start();
    }
    const auto allOf = [&](auto holds) { return std::all_of(stores.cbegin(), stores.cend(), holds); };
    const auto follows = [](const auto& store) {
        return store->isComplete() && store->watch().state() == kube::Watch::State::Following;
    };
    QVERIFY(live::comesTrue([&] { return allOf(follows); }, 20s));

    http::Request read;
    read.path = u"/version"_s;
    Answers answers;
    QElapsedTimer clock;
    clock.start();
    sendAll(api, std::vector(20, read), answers);
    QVERIFY(live::comesTrue([&] { return answers.areComplete(); }, 10s));
    QCOMPARE(answers.statuses.count(200), 20);
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));

    const QJsonObject made = live::manifest::snapshot(u"told-to-all"_s, u"team-a"_s, u"orders"_s);
    QCOMPARE(m_server->client(ApiServer::User::Admin).post(snapshots, made).status, 201);
    ++m_snapshots;
    const kube::ObjectKey key{u"team-a"_s, u"told-to-all"_s};
    QVERIFY(
        live::comesTrue([&] { return allOf([&](const auto& store) { return store->value(key) != nullptr; }); }, 10s));
}

void LiveLimitsTest::makeSnapshots()
{
    // More than one page of 500.
    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    for (; m_snapshots < 550; ++m_snapshots) {
        const QString name = u"snapshot-%1"_s.arg(m_snapshots);
        QCOMPARE(admin.post(snapshots, live::manifest::snapshot(name, u"team-a"_s, u"orders"_s)).status, 201);
    }
}

void LiveLimitsTest::beginsAListAnewWhenItsPagesAreForgotten_data()
{
    QTest::addColumn<int>("delayed");
    QTest::addColumn<int>("lists");
    QTest::newRow("once") << 1 << 2;
    QTest::newRow("again, so that it asks for all at once") << 2 << 2;
}

void LiveLimitsTest::beginsAListAnewWhenItsPagesAreForgotten()
{
    QFETCH(const int, delayed);
    QFETCH(const int, lists);
    makeSnapshots();
    SlowReader api(*m_server, ApiServer::User::Admin);
    api.mostDelayed = delayed;
    kube::Listing listing(api, allSnapshots, kube::erased(flink::decodeStateSnapshot), {});
    qsizetype count = -1;
    QString version, problem;
    connect(&listing, &kube::Listing::finished, this,
            [&](const QList<kube::Item>& items, const QString& resourceVersion) {
                count = items.size();
                version = resourceVersion;
            });
    connect(&listing, &kube::Listing::failed, this, [&](const base::Error& error) { problem = error.message; });
    // The server forgets a version only when there is a newer one.
    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    const QJsonObject label{
        {u"metadata"_s, QJsonObject{{u"labels"_s, QJsonObject{{u"run"_s, QString::number(delayed)}}}}}};

    listing.start();
    QVERIFY(live::comesTrue([&] { return api.delayed == 1; }, 20s));
    QCOMPARE(admin.patch(snapshots + u"/snapshot-500"_s, label).status, 200);
    QVERIFY(live::comesTrue([&] { return count >= 0 || !problem.isEmpty(); }, 60s));

    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(count, m_snapshots);
    QCOMPARE(api.delayed, delayed);
    QCOMPARE(api.lists(), lists);
    // The base for a watch is a version the server still has.
    const QString watch = snapshots + u"?watch=true&timeoutSeconds=1&resourceVersion="_s + version;
    const live::HttpAnswer watched = admin.get(watch);
    QVERIFY2(watched.status == 200 && !watched.body.contains("Expired"), qPrintable(watched.report()));
}

QTEST_GUILESS_MAIN(LiveLimitsTest)

#include "tst_livelimits.moc"
