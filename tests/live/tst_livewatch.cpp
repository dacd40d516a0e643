#include "core/flink/deployment.h"
#include "core/kube/store.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;
using State = kube::Watch::State;

const QString team = u"team-a"_s;
const QString deployments = live::manifest::path(u"flinkdeployments"_s, team);
const QString snapshots = live::manifest::path(u"flinkstatesnapshots"_s, team);
const QString jobId = u"87c67fdf93b515b347e2de50360963b2"_s;

/// From the server's change to the value in the store, when nothing stands in between.
constexpr std::chrono::milliseconds soon = 5s;
/// From a restarted server that is ready: one pause, or until the next look whether it is.
constexpr std::chrono::milliseconds resumed = 5s;
/// For what takes one or two of its pauses.
constexpr std::chrono::milliseconds eventually = 20s;

kube::WatchTimes impatient()
{
    kube::WatchTimes times;
    times.firstPause = 100ms;
    times.silentBeforeProbe = 1s;
    times.silentBeforeRestart = 3s;
    times.probeLimit = 1s;
    times.goneTypePause = 500ms;
    return times;
}

/// One collection as the product sees it, and all that was told of it.
template <typename T>
class View
{
public:
    View(const ApiServer& server, const QString& plural, base::Result<T> (*decode)(QByteArrayView),
         const kube::WatchTimes& times = {})
        : api(server, ApiServer::User::Admin)
        , store(api, {kube::flinkType(plural), {}, {}, {}}, decode, times)
    {
        QObject::connect(&store, &kube::StoreBase::changed, &store, [this](const kube::Changes& changes) {
            told.added += changes.added;
            told.changed += changes.changed;
            told.removed += changes.removed;
            fewest = std::min(fewest, store.count());
        });
    }

    /// Starts, and waits for the first whole list.
    [[nodiscard]] bool begin()
    {
        store.watch().start();
        const bool complete =
            live::comesTrue([this] { return store.isComplete() && store.watch().state() == State::Following; }, soon);
        fewest = store.count();
        told = {};
        return complete;
    }
    [[nodiscard]] std::shared_ptr<const T> value(const QString& name) const { return store.value({team, name}); }
    [[nodiscard]] bool shows(const QString& name) const { return value(name) != nullptr; }

    live::ObservedApi api;
    kube::Store<T> store;
    kube::Changes told;   ///< since begin()
    qsizetype fewest = 0; ///< objects since begin()
};

using DeploymentView = View<flink::Deployment>;

} // namespace

/// A store over a real API server: what changes there changes here, and what stops there does not empty the view.
class LiveWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();

    void objectsAppearChangeAndDisappear();
    void twoNamespacesAreTwoObjects();
    void deletedAndMadeAgainIsAnotherObject();
    void showsWhatIsStuckInItsDeletion();
    void keepsItsRowsWhileTheServerIsFrozen();
    void tellsThatTheTypeIsGoneAndFindsItAgain();
    void listsAnewWhenTheRestartedServerHasForgottenTheVersion();
    void resumesWithoutAListWhenTheRestartedServerHasTheVersion_data();
    void resumesWithoutAListWhenTheRestartedServerHasTheVersion();

private:
    void make(const QString& name);

    std::unique_ptr<ApiServer> m_server;
};

void LiveWatchTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
}

void LiveWatchTest::cleanup()
{
    if (!m_server)
        return;
    for (const QString& path : {deployments, snapshots})
        QCOMPARE(m_server->client(ApiServer::User::Admin).remove(path).status, 200);
}

void LiveWatchTest::make(const QString& name)
{
    const live::HttpAnswer made =
        m_server->client(ApiServer::User::Admin).post(deployments, live::manifest::application(name, team));
    QVERIFY2(made.status == 201, qPrintable(made.report()));
}

void LiveWatchTest::objectsAppearChangeAndDisappear()
{
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());
    QCOMPARE(view.store.count(), 0);

    make(u"orders"_s);
    QVERIFY(live::comesTrue([&] { return view.shows(u"orders"_s); }, soon));
    QCOMPARE(view.value(u"orders"_s)->image, u"flink:1.20"_s);
    QVERIFY(view.value(u"orders"_s)->status.lifecycleState.isEmpty());

    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    const QString orders = deployments + u"/orders"_s;
    QCOMPARE(admin.patch(orders + u"/status"_s, live::manifest::runningStatus(u"orders"_s, jobId)).status, 200);
    QVERIFY(live::comesTrue([&] { return view.value(u"orders"_s)->status.lifecycleState == u"STABLE"; }, soon));
    QCOMPARE(view.value(u"orders"_s)->status.jobId, jobId);
    QCOMPARE(view.value(u"orders"_s)->jobManagerStatus, u"READY"_s);

    QCOMPARE(admin.patch(orders, {{u"spec"_s, QJsonObject{{u"image"_s, u"flink:1.20.4"_s}}}}).status, 200);
    QVERIFY(live::comesTrue([&] { return view.value(u"orders"_s)->image == u"flink:1.20.4"; }, soon));
    QCOMPARE(view.value(u"orders"_s)->metadata.generation, 2);

    QCOMPARE(admin.remove(orders).status, 200);
    QVERIFY(live::comesTrue([&] { return view.store.count() == 0; }, soon));

    const kube::ObjectKey key{team, u"orders"_s};
    QCOMPARE(view.told.added, QList{key});
    QCOMPARE(view.told.changed, (QList{key, key}));
    QCOMPARE(view.told.removed, QList{key});
    QCOMPARE(view.api.lists(), 1);
    QCOMPARE(view.api.watchedFrom().size(), 1);
}

void LiveWatchTest::twoNamespacesAreTwoObjects()
{
    const QString other = live::manifest::path(u"flinkdeployments"_s, u"team-b"_s);
    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    make(u"orders"_s);
    QCOMPARE(admin.post(other, live::manifest::application(u"orders"_s, u"team-b"_s)).status, 201);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());
    QCOMPARE(view.store.count(), 2);

    QCOMPARE(admin.remove(other).status, 200);
    QVERIFY(live::comesTrue([&] { return view.store.count() == 1; }, soon));
    QVERIFY(view.shows(u"orders"_s));
}

void LiveWatchTest::deletedAndMadeAgainIsAnotherObject()
{
    make(u"orders"_s);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());
    const QString uid = view.value(u"orders"_s)->metadata.uid;
    QVERIFY(!uid.isEmpty());

    QCOMPARE(m_server->client(ApiServer::User::Admin).remove(deployments + u"/orders"_s).status, 200);
    make(u"orders"_s);
    const auto isAnother = [&] { return view.shows(u"orders"_s) && view.value(u"orders"_s)->metadata.uid != uid; };
    QVERIFY(live::comesTrue(isAnother, soon));
}

void LiveWatchTest::showsWhatIsStuckInItsDeletion()
{
    const QString finalizer = u"flinkdeployments.flink.apache.org/finalizer"_s;
    const auto withFinalizers = [](const QJsonArray& all) {
        return QJsonObject{{u"metadata"_s, QJsonObject{{u"finalizers"_s, all}}}};
    };
    make(u"orders"_s);
    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    const QString orders = deployments + u"/orders"_s;
    QCOMPARE(admin.patch(orders, withFinalizers({finalizer})).status, 200);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());
    QVERIFY(!view.value(u"orders"_s)->metadata.deletedAt.isValid());

    QCOMPARE(admin.remove(orders).status, 200);
    QVERIFY(live::comesTrue([&] { return view.value(u"orders"_s)->metadata.deletedAt.isValid(); }, soon));
    QCOMPARE(view.value(u"orders"_s)->metadata.finalizers, QStringList{finalizer});

    QCOMPARE(admin.patch(orders, withFinalizers({})).status, 200);
    QVERIFY(live::comesTrue([&] { return view.store.count() == 0; }, soon));
}

void LiveWatchTest::keepsItsRowsWhileTheServerIsFrozen()
{
    make(u"orders"_s);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment, impatient());
    QVERIFY(view.begin());

    m_server->freezeApiServer();
    const bool noticed = live::comesTrue([&] { return view.store.watch().state() == State::Waiting; }, soon);
    const auto error = view.store.watch().lastError();
    const bool isKept = view.shows(u"orders"_s);
    m_server->thawApiServer();
    QVERIFY(noticed);
    QVERIFY(error);
    QCOMPARE(error->kind, base::Error::Kind::Timeout);
    QVERIFY(isKept);

    make(u"payments"_s);
    QVERIFY(live::comesTrue([&] { return view.shows(u"payments"_s); }, eventually));
    QVERIFY(live::comesTrue([&] { return view.store.watch().state() == State::Following; }, eventually));
    QVERIFY(!view.store.watch().lastError());
    QCOMPARE(view.fewest, 1);
}

void LiveWatchTest::tellsThatTheTypeIsGoneAndFindsItAgain()
{
    const QString definition =
        u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/flinkstatesnapshots.flink.apache.org"_s;
    live::HttpClient admin = m_server->client(ApiServer::User::Admin);
    QCOMPARE(admin.post(snapshots, live::manifest::snapshot(u"nightly"_s, team, u"orders"_s)).status, 201);
    View<flink::StateSnapshot> view(*m_server, u"flinkstatesnapshots"_s, flink::decodeStateSnapshot, impatient());
    QVERIFY(view.begin());
    QVERIFY(view.shows(u"nightly"_s));

    QCOMPARE(admin.remove(definition).status, 200);
    QVERIFY(live::comesTrue([&] { return view.store.watch().state() == State::TypeMissing; }, eventually));
    // The server deletes the objects of a type before the type.
    QCOMPARE(view.store.count(), 0);
    QCOMPARE(view.told.removed, QList{(kube::ObjectKey{team, u"nightly"_s})});

    const live::CommandOutput installed =
        m_server->kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s,
                           live::cache::folder(u"crds"_s) + u"/flinkstatesnapshots.flink.apache.org-v1.yml"_s});
    QVERIFY2(installed.exitCode == 0, qPrintable(installed.report()));
    const auto made = [&] {
        return admin.post(snapshots, live::manifest::snapshot(u"weekly"_s, team, u"orders"_s)).status == 201;
    };
    QVERIFY(live::comesTrue(made, eventually));
    QVERIFY(live::comesTrue([&] { return view.shows(u"weekly"_s); }, eventually));
    QVERIFY(live::comesTrue([&] { return view.store.watch().state() == State::Following; }, eventually));
}

void LiveWatchTest::listsAnewWhenTheRestartedServerHasForgottenTheVersion()
{
    make(u"orders"_s);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());

    // A server that has just started remembers nothing that was before it.
    m_server->killApiServer();
    QVERIFY2(m_server->startApiServer(), qPrintable(m_server->problem()));
    make(u"payments"_s);
    QVERIFY(live::comesTrue([&] { return view.shows(u"payments"_s); }, resumed));
    QVERIFY(view.shows(u"orders"_s));
    QCOMPARE(view.fewest, 1);
    QCOMPARE(view.api.lists(), 2);
    QCOMPARE(view.told.added, QList{(kube::ObjectKey{team, u"payments"_s})});
    QVERIFY(view.told.removed.isEmpty());
}

void LiveWatchTest::resumesWithoutAListWhenTheRestartedServerHasTheVersion_data()
{
    QTest::addColumn<bool>("politely");
    QTest::newRow("stopped") << true;
    QTest::newRow("killed") << false;
}

void LiveWatchTest::resumesWithoutAListWhenTheRestartedServerHasTheVersion()
{
    QFETCH(const bool, politely);
    // Without its cache the server asks etcd, which remembers all of the last minutes.
    QVERIFY2(m_server->restartApiServer({u"--watch-cache=false"_s}), qPrintable(m_server->problem()));
    make(u"orders"_s);
    DeploymentView view(*m_server, u"flinkdeployments"_s, flink::decodeDeployment);
    QVERIFY(view.begin());

    if (politely)
        m_server->stopApiServer();
    else
        m_server->killApiServer();
    QVERIFY(live::comesTrue([&] { return view.store.watch().lastError().has_value(); }, soon));
    QVERIFY(view.shows(u"orders"_s));
    QVERIFY2(m_server->startApiServer(), qPrintable(m_server->problem()));
    make(u"payments"_s);
    QVERIFY(live::comesTrue([&] { return view.shows(u"payments"_s); }, resumed));
    QCOMPARE(view.api.lists(), 1);
    QCOMPARE(view.fewest, 1);
    QVERIFY(view.told.removed.isEmpty());
}

QTEST_GUILESS_MAIN(LiveWatchTest)

#include "tst_livewatch.moc"
