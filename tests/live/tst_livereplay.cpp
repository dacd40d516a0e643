#include "core/flink/deployment.h"
#include "core/kube/store.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;

const QString team = u"team-a"_s;

/// The objects of one type as Drey's stores tell them, with the states that each went through.
template <typename T>
class States
{
public:
    using State = QString (*)(const T&);

    States(const ApiServer& server, const QString& plural, base::Result<T> (*decode)(QByteArrayView), State state)
        : m_state(state)
        , m_api(server, ApiServer::User::Admin)
        , m_store(m_api, {kube::flinkType(plural), team, {}, {}}, decode)
    {
        // Each event of the watch: the store tells of an object once, however often it has changed meanwhile.
        for (const auto signal : {&kube::Watch::listed, &kube::Watch::applied})
            QObject::connect(&m_store.watch(), signal, &m_store,
                             [this](const QList<kube::Item>& items) { look(items); });
        m_store.watch().start();
    }

    [[nodiscard]] bool isComplete() const { return m_store.isComplete(); }
    [[nodiscard]] QStringList of(const QString& name) const { return m_passed.value(name); }
    [[nodiscard]] std::shared_ptr<const T> value(const QString& name) const { return m_store.value({team, name}); }

private:
    void look(const QList<kube::Item>& items)
    {
        for (const kube::Item& item : items) {
            QStringList& passed = m_passed[item.key.name];
            const auto value = std::static_pointer_cast<const T>(item.value);
            if (value && (passed.isEmpty() || passed.last() != m_state(*value)))
                passed.append(m_state(*value));
        }
    }

    State m_state;
    QHash<QString, QStringList> m_passed; ///< by name; none twice in a row
    live::ObservedApi m_api;
    kube::Store<T> m_store;
};

using Snapshots = States<flink::StateSnapshot>;

QString stateOf(const flink::StateSnapshot& snapshot)
{
    return snapshot.state.isEmpty() ? u"-"_s : snapshot.state;
}

} // namespace

/// What the operator that Maven does not have does with FlinkStateSnapshot and FlinkBlueGreenDeployment, played onto a
/// real API server: the kinds go through schema, storage and watch as they would, and Drey sees what was recorded.
class LiveReplayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();

    void everyRecordingSaysWhereItIsFrom();
    void aSavepointIsTakenAndCompleted();
    void aCheckpointIsTakenAndCompleted();
    void aSavepointIsTriedAgainUntilItFails();
    void aSavepointOfAnUpgradeIsBornCompleted();
    void aSavepointWithoutAJobStays();
    void blueBecomesGreen();

private:
    /// Plays it to its end while the event loop runs.
    [[nodiscard]] bool play(const QString& recording);
    [[nodiscard]] std::unique_ptr<Snapshots> snapshots() const;

    std::unique_ptr<ApiServer> m_server;
};

void LiveReplayTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    const QString definition = QFINDTESTDATA("cluster/crds/flinkbluegreendeployments.yaml");
    const live::CommandOutput made = m_server->kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, definition});
    QVERIFY2(made.exitCode == 0, qPrintable(made.report()));
    const auto isServed = [this] {
        return m_server->kubectl({u"get"_s, u"flinkbluegreendeployments"_s}).exitCode == 0;
    };
    QVERIFY(live::comesTrue(isServed, 30s));
}

void LiveReplayTest::cleanup()
{
    if (!m_server)
        return;
    const QStringList all{u"flinkstatesnapshots,flinkbluegreendeployments,flinkdeployments"_s, u"--all"_s};
    const live::CommandOutput said =
        m_server->kubectl(QStringList{u"delete"_s, u"--namespace"_s, team, u"--wait=false"_s} + all);
    if (said.exitCode != 0)
        qInfo("%s", qPrintable(said.report()));
}

bool LiveReplayTest::play(const QString& recording)
{
    QProcess player;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_server->kubeconfig());
    environment.insert(u"PATH"_s, live::cache::folder(u"kubernetes"_s) + u':' + environment.value(u"PATH"_s));
    player.setProcessEnvironment(environment);
    player.setProcessChannelMode(QProcess::MergedChannels);
    const QString file = QFINDTESTDATA(u"replay/%1.json"_s.arg(recording));
    player.start(QFINDTESTDATA("replay/play"), {file, u"--namespace"_s, team, u"--pace"_s, u"0"_s});
    const bool hasEnded = live::comesTrue([&] { return player.state() == QProcess::NotRunning; }, 120s);
    if (!hasEnded || player.exitCode() != 0)
        qInfo("%s", player.readAll().constData());
    return hasEnded && player.exitCode() == 0;
}

std::unique_ptr<Snapshots> LiveReplayTest::snapshots() const
{
    auto seen = std::make_unique<Snapshots>(*m_server, u"flinkstatesnapshots"_s, &flink::decodeStateSnapshot, &stateOf);
    static_cast<void>(live::comesTrue([&] { return seen->isComplete(); }, 10s));
    return seen;
}

void LiveReplayTest::everyRecordingSaysWhereItIsFrom()
{
    const QDir folder(QFINDTESTDATA("replay"));
    const QStringList names = folder.entryList({u"*.json"_s});
    QCOMPARE(names.size(), 6);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonDocument recording = QJsonDocument::fromJson(file.readAll());
        QVERIFY2(recording[u"recorded"][u"operator"].isString(), qPrintable(name));
        QVERIFY2(recording[u"about"].isString(), qPrintable(name));
        QVERIFY2(recording[u"steps"].toArray().size() > 1, qPrintable(name));
    }
}

void LiveReplayTest::aSavepointIsTakenAndCompleted()
{
    const auto seen = snapshots();
    QVERIFY(play(u"savepoint"_s));
    QVERIFY(live::comesTrue([&] { return seen->of(u"nightly"_s).endsWith(u"COMPLETED"_s); }, 10s));
    QCOMPARE(seen->of(u"nightly"_s), (QStringList{u"-"_s, u"IN_PROGRESS"_s, u"COMPLETED"_s}));
    const auto snapshot = seen->value(u"nightly"_s);
    QCOMPARE(snapshot->type, flink::StateSnapshot::Type::Savepoint);
    QCOMPARE(snapshot->jobName, u"orders"_s);
    QCOMPARE(snapshot->triggerType, u"MANUAL"_s);
    QVERIFY2(snapshot->path.startsWith(u"file:/flink-data/orders/sp/savepoint-"), qPrintable(snapshot->path));
    QVERIFY(snapshot->triggeredAt.isValid() && snapshot->triggeredAt <= snapshot->resultAt);
}

void LiveReplayTest::aCheckpointIsTakenAndCompleted()
{
    const auto seen = snapshots();
    QVERIFY(play(u"checkpoint"_s));
    const QString name = u"before-change"_s;
    QVERIFY(live::comesTrue([&] { return seen->of(name).endsWith(u"COMPLETED"_s); }, 10s));
    QCOMPARE(seen->of(name), (QStringList{u"-"_s, u"IN_PROGRESS"_s, u"COMPLETED"_s}));
    QCOMPARE(seen->value(name)->type, flink::StateSnapshot::Type::Checkpoint);
    // The operator asks for the path of a checkpoint afterwards.
    QVERIFY(live::comesTrue([&] { return seen->value(name)->path.contains(u"/chk-"); }, 10s));
}

void LiveReplayTest::aSavepointIsTriedAgainUntilItFails()
{
    const auto seen = snapshots();
    QVERIFY(play(u"savepoint-retried"_s));
    const QString name = u"unlucky"_s;
    QVERIFY(live::comesTrue([&] { return seen->of(name).endsWith(u"FAILED"_s); }, 10s));
    QCOMPARE(seen->of(name), (QStringList{u"-"_s, u"IN_PROGRESS"_s, u"TRIGGER_PENDING"_s, u"IN_PROGRESS"_s,
                                          u"TRIGGER_PENDING"_s, u"IN_PROGRESS"_s, u"FAILED"_s}));
    const auto snapshot = seen->value(name);
    QCOMPARE(snapshot->failures, 3);
    QVERIFY2(snapshot->error.contains(u"IO-problem detected"), qPrintable(snapshot->error));
    QVERIFY(snapshot->path.isEmpty());
    // The label lags behind: what it says is not the state.
    QCOMPARE(snapshot->metadata.labels.value(u"snapshot.state"_s), u"IN_PROGRESS"_s);
}

void LiveReplayTest::aSavepointOfAnUpgradeIsBornCompleted()
{
    const auto seen = snapshots();
    QVERIFY(play(u"savepoint-of-upgrade"_s));
    const QString name = u"orders-savepoint-upgrade-1795269625402"_s;
    QVERIFY(live::comesTrue([&] { return seen->of(name).endsWith(u"COMPLETED"_s); }, 10s));
    QCOMPARE(seen->of(name), (QStringList{u"-"_s, u"COMPLETED"_s}));
    QVERIFY(seen->value(name)->alreadyExists);
    QCOMPARE(seen->value(name)->triggerType, u"UPGRADE"_s);
}

void LiveReplayTest::aSavepointWithoutAJobStays()
{
    const auto seen = snapshots();
    QVERIFY(play(u"savepoint-without-job"_s));
    const auto isBeingDeleted = [&] {
        const auto snapshot = seen->value(u"orphan"_s);
        return snapshot && snapshot->metadata.deletedAt.isValid();
    };
    QVERIFY(live::comesTrue(isBeingDeleted, 10s));
    QCOMPARE(seen->of(u"orphan"_s), QStringList{u"-"_s});
    QVERIFY(!live::comesTrue([&] { return !seen->value(u"orphan"_s); }, 1s));
    QCOMPARE(seen->value(u"orphan"_s)->metadata.finalizers,
             QStringList{u"flinkstatesnapshots.flink.apache.org/finalizer"_s});
    // What a user has to do in the end.
    const live::CommandOutput freed =
        m_server->kubectl({u"patch"_s, u"--namespace"_s, team, u"flinkstatesnapshot/orphan"_s, u"--type=merge"_s,
                           u"--patch"_s, uR"({"metadata": {"finalizers": null}})"_s});
    QVERIFY2(freed.exitCode == 0, qPrintable(freed.report()));
    QVERIFY(live::comesTrue([&] { return !seen->value(u"orphan"_s); }, 10s));
}

void LiveReplayTest::blueBecomesGreen()
{
    States<flink::BlueGreenDeployment> pair(
        *m_server, u"flinkbluegreendeployments"_s, &flink::decodeBlueGreenDeployment,
        [](const flink::BlueGreenDeployment& one) { return one.blueGreenState + u'/' + one.status.jobState; });
    States<flink::Deployment> children(
        *m_server, u"flinkdeployments"_s, &flink::decodeDeployment,
        [](const flink::Deployment& one) { return one.status.lifecycleState + u'/' + one.jobManagerStatus; });
    QVERIFY(live::comesTrue([&] { return pair.isComplete() && children.isComplete(); }, 10s));
    QVERIFY(play(u"bluegreen"_s));
    QVERIFY(live::comesTrue([&] { return pair.of(u"payments"_s).endsWith(u"ACTIVE_GREEN/RUNNING"_s); }, 10s));
    QCOMPARE(pair.of(u"payments"_s),
             (QStringList{u"/"_s, u"INITIALIZING_BLUE/"_s, u"TRANSITIONING_TO_BLUE/RECONCILING"_s,
                          u"ACTIVE_BLUE/RUNNING"_s, u"SAVEPOINTING_BLUE/RUNNING"_s, u"ACTIVE_BLUE/RUNNING"_s,
                          u"TRANSITIONING_TO_GREEN/RECONCILING"_s, u"ACTIVE_GREEN/RUNNING"_s}));
    QCOMPARE(children.of(u"payments-blue"_s), (QStringList{u"/"_s, u"UPGRADING/MISSING"_s, u"DEPLOYED/DEPLOYING"_s,
                                                           u"DEPLOYED/DEPLOYED_NOT_READY"_s, u"STABLE/READY"_s}));
    QVERIFY(!children.value(u"payments-blue"_s));
    QCOMPARE(children.value(u"payments-green"_s)->status.lifecycleState, u"STABLE"_s);
    QCOMPARE(pair.value(u"payments"_s)->metadata.generation, 2); // the spec was changed once
}

QTEST_GUILESS_MAIN(LiveReplayTest)
#include "tst_livereplay.moc"
