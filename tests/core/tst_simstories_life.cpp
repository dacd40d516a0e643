#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString resource = u"Deployment/orders"_s;

/// lifecycleState, JobManager, job, reconciliation, generation: all that was written down of the healthy life. Being
/// without configuration for a moment is luck, and with it the state ERROR between two DEPLOYING.
QList<support::StoryState> outlines(const QList<support::StoryState>& all)
{
    QList<support::StoryState> found;
    for (support::StoryState state : all) {
        state.fields = state.fields.mid(0, 5);
        const bool isLuck = state.fields.value(1) == u"ERROR";
        if (!isLuck && state.resource == resource && (found.isEmpty() || found.back().fields != state.fields))
            found.append(state);
    }
    return found;
}

} // namespace

/// What happens to a deployment when nothing is wrong with it.
class LifeStoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void theHealthyLifeOfADeployment();
    void twoOfOneNameDoNotDisturbEachOther();
    void underAFrozenApiServerNoCheckpointCompletesAndNoneFails();
    void anUpgradeGoesOnWhenTheApiServerDoes();
    void periodicSavepointsComeAndGo();
};

void LifeStoriesTest::theHealthyLifeOfADeployment()
{
    support::SimStory story;
    story.setNoise({.found = 8s, .worker = 9s});
    story.beginStory();
    story.runTo(0.3);
    story.create(sim::type::flinkDeployments, support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s));
    story.runTo(143.1);
    story.setOrders({{{u"spec", u"job", u"savepointTriggerNonce"}, 11}});
    story.runTo(182.2);
    story.setOrders({{{u"spec", u"job", u"state"}, u"suspended"_s}});
    story.runTo(183.3);
    story.setNoise({.found = 20s});
    story.setOrders({{{u"spec", u"job", u"state"}, u"running"_s}});
    story.runTo(215.2);
    story.setOrders({{{u"spec", u"job", u"parallelism"}, 1}});
    story.runTo(250.1);
    story.setOrders({{{u"spec", u"job", u"upgradeMode"}, u"last-state"_s}, {{u"spec", u"restartNonce"}, 1}});
    story.runTo(285);

    const auto wanted = outlines(support::recorded(u"00-healthy-life"_s, resource));
    const auto happened = outlines(story.states);
    QCOMPARE(wanted.size(), 28);
    for (qsizetype i = 0; i < std::max(wanted.size(), happened.size()); ++i) {
        const QString was = i < wanted.size() ? wanted[i].fields.join(u' ') : u"nothing more"_s;
        const QString is = i < happened.size() ? happened[i].fields.join(u' ') : u"nothing more"_s;
        QVERIFY2(was == is, qPrintable(u"#%1: recorded %2, happened %3"_s.arg(i).arg(was, is)));
        QVERIFY2(std::abs(wanted[i].seconds - happened[i].seconds) <= 15.5,
                 qPrintable(u"#%1 %2: recorded %3 s, happened %4 s"_s.arg(i)
                                .arg(was)
                                .arg(wanted[i].seconds)
                                .arg(happened[i].seconds)));
    }
    // The savepoint that was asked for, the one of suspending, the one of the upgrade.
    int completed = 0;
    for (const sim::Snapshot& snapshot : story.world.objects.list(sim::type::flinkStateSnapshots))
        completed += sim::at(snapshot->document(), {u"status", u"state"}) == u"COMPLETED"_s ? 1 : 0;
    QCOMPARE(completed, 3);
}

void LifeStoriesTest::twoOfOneNameDoNotDisturbEachOther()
{
    support::SimStory story;
    const auto lost = [&story] {
        const QJsonObject status =
            story.get(sim::type::flinkDeployments, u"default"_s, u"orders"_s)[u"status"_s].toObject();
        return status[u"jobManagerDeploymentStatus"_s] == u"MISSING"_s &&
               status[u"error"_s].toString().contains(u"HA metadata is not available"_s);
    };
    story.create(sim::type::flinkDeployments,
                 support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s));
    QVERIFY(story.runUntilStable());
    sim::Deletion deletion;
    deletion.propagation = sim::Deletion::Propagation::Foreground;
    story.remove(sim::type::deployments, u"orders"_s, deletion);
    story.world.clock.advance(2s);
    for (const QString& map : story.haMaps())
        story.remove(sim::type::configMaps, map);
    QVERIFY(story.runUntil(lost));

    story.home = u"b"_s;
    story.setNoise({.configurationLate = true, .found = 8s});
    story.beginStory();
    story.runTo(0.3);
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"b"_s, u"savepoint"_s);
    QJsonObject configuration = support::SimStory::configuration(u"b-orders"_s);
    configuration[u"kubernetes.operator.periodic.savepoint.interval"_s] = u"30s"_s;
    configuration[u"kubernetes.operator.savepoint.history.max.count"_s] = u"2"_s;
    sim::put(orders, {u"spec", u"flinkConfiguration"}, configuration);
    story.create(sim::type::flinkDeployments, orders);
    story.runTo(34);
    VERIFY_STORY(story, u"20-two-namespaces"_s, {u"Deployment/orders"_s});
    // Both have what the operator makes of that name; one is up, the other still lost.
    for (const QString& ns : {u"default"_s, u"b"_s})
        QVERIFY(!story.get(sim::type::configMaps, ns, u"autoscaler-orders"_s).isEmpty());
    QVERIFY(!story.get(sim::type::deployments, u"b"_s, u"orders"_s).isEmpty());
    QVERIFY(story.get(sim::type::deployments, u"default"_s, u"orders"_s).isEmpty());
    story.world.clock.advance(20s);
    QVERIFY(story.runUntil(lost));
}

void LifeStoriesTest::underAFrozenApiServerNoCheckpointCompletesAndNoneFails()
{
    support::SimStory story;
    story.setNoise({.found = 8s, .worker = 8s});
    story.beginStory();
    story.runTo(0.3);
    story.create(sim::type::flinkDeployments,
                 support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s));
    const auto counts = [&story] {
        const QString id = story.ask("GET", u"/jobs/overview"_s)[u"jobs"_s][0][u"jid"_s].toString();
        return story.ask("GET", u"/jobs/%1/checkpoints"_s.arg(id))[u"counts"_s].toObject();
    };
    story.runTo(36);
    const QJsonObject before = counts();
    QVERIFY(before[u"completed"_s].toInt() >= 1);
    story.world.objects.freeze();
    story.runTo(76);
    const QJsonObject frozen = counts();
    QCOMPARE(frozen[u"completed"_s], before[u"completed"_s]);
    QCOMPARE(frozen[u"failed"_s], before[u"failed"_s]);
    QCOMPARE(frozen[u"in_progress"_s].toInt(), 1);
    QCOMPARE(story.ask("GET", u"/jobs/overview"_s)[u"jobs"_s][0][u"state"_s].toString(), u"RUNNING"_s);
    story.world.objects.thaw();
    story.runTo(100);
    QVERIFY(counts()[u"completed"_s].toInt() >= before[u"completed"_s].toInt() + 4);
    QCOMPARE(counts()[u"failed"_s], before[u"failed"_s]);
    VERIFY_STORY(story, u"15-apiserver-frozen-running"_s, {resource});
}

void LifeStoriesTest::anUpgradeGoesOnWhenTheApiServerDoes()
{
    support::SimStory story;
    story.create(sim::type::flinkDeployments,
                 support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s));
    QVERIFY(story.runUntilStable());
    story.setOrders({{{u"spec", u"restartNonce"}, 14}});
    story.world.clock.advance(5s);
    QVERIFY(story.runUntilStable());
    story.world.clock.advance(20s);
    story.beginStory();
    story.runTo(0.3);
    story.setOrders({{{u"spec", u"job", u"upgradeMode"}, u"savepoint"_s}});
    story.runTo(0.4);
    story.snapshot(u"frozen"_s, u"savepoint"_s);
    story.runTo(0.5);
    story.setOrders({{{u"spec", u"restartNonce"}, 15}});
    // The last that the operator got through is the record of its savepoint.
    auto hang = story.world.objects.subscribe({sim::type::flinkStateSnapshots.toString(), story.home},
                                              [&story](const sim::Event& event) {
                                                  if (event.object->name().startsWith(u"orders-savepoint-upgrade-"_s))
                                                      story.world.objects.freeze();
                                              });
    story.runTo(1.5);
    QVERIFY(story.world.objects.isFrozen());
    hang = {};
    story.runTo(21.1);
    story.setNoise({.found = 20s});
    story.world.objects.thaw();
    story.runTo(60);
    VERIFY_STORY(story, u"15-apiserver-frozen"_s,
                 {resource, u"StateSnapshot/frozen"_s, u"StateSnapshot/orders-savepoint-upgrade-MILLIS"_s});
}

void LifeStoriesTest::periodicSavepointsComeAndGo()
{
    support::SimStory story;
    story.home = u"b"_s;
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"b"_s, u"savepoint"_s);
    const QString prefix = u"kubernetes.operator."_s;
    for (const auto& [key, value] : {std::pair(u"periodic.savepoint.interval"_s, u"30s"_s),
                                     {u"savepoint.history.max.count"_s, u"2"_s},
                                     {u"savepoint.dispose-on-delete"_s, u"true"_s}})
        sim::put(orders, {u"spec", u"flinkConfiguration", prefix + key}, value);
    story.create(sim::type::flinkDeployments, orders);
    const auto snapshots = [&story] { return story.world.objects.list(sim::type::flinkStateSnapshots); };
    QVERIFY(story.runUntil([&] { return !snapshots().empty(); }));
    story.world.clock.advance(600ms);
    story.beginStory();
    story.runTo(125.6);
    story.setOrders({{{u"spec", u"flinkConfiguration", prefix + u"periodic.savepoint.interval"_s}, u"0"_s}});
    story.snapshot(u"man"_s, u"savepoint"_s, -1, true);
    story.runTo(141.1);
    const QString folder =
        sim::at(story.get(sim::type::flinkStateSnapshots, u"b"_s, u"man"_s), {u"status", u"path"}).toString();
    QVERIFY(story.storage.exists(folder));
    story.remove(sim::type::flinkStateSnapshots, u"man"_s);
    story.runTo(141.5);
    QVERIFY(!story.storage.exists(folder));
    story.remove(sim::type::flinkDeployments, u"orders"_s);
    story.runTo(155);
    VERIFY_STORY(story, u"12-periodic-savepoints"_s,
                 {resource, u"StateSnapshot/orders-savepoint-periodic-MILLIS"_s, u"StateSnapshot/man"_s});
    QCOMPARE(snapshots().size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(LifeStoriesTest)
#include "tst_simstories_life.moc"
