#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString resource = u"Deployment/orders"_s;
const QString upgradeSnapshot = u"StateSnapshot/orders-savepoint-upgrade-MILLIS"_s;

void setUpgradeMode(support::SimStory& story, const QString& mode)
{
    story.setOrders({{{u"spec", u"job", u"upgradeMode"}, mode}});
}

void setEntryClass(support::SimStory& story, const QJsonValue& entry)
{
    story.setOrders({{{u"spec", u"job", u"entryClass"}, entry}});
}

void setJobState(support::SimStory& story, const QString& state)
{
    story.setOrders({{{u"spec", u"job", u"state"}, state}});
}

QJsonObject quota(const QString& pods)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ResourceQuota"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"team"_s}, {u"namespace"_s, u"b"_s}}},
            {u"spec"_s, QJsonObject{{u"hard"_s, QJsonObject{{u"pods"_s, pods}}}}}};
}

} // namespace

/// Upgrades that go well and badly.
class UpgradeStoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aBadUpgradeWithSavepoint();
    void aBadUpgradeFromLastState();
    void aBadUpgradeIsRolledBack();
    void anImageThatDoesNotExist();
    void aQuotaRefusesPods();
    void aNodeIsTooSmall();
    void suspendAndResume();
    void aTaskManagerIsKilledForMemoryAgainAndAgain();

private:
    support::SimStory bad;
    support::SimStory rolledBack;
    support::SimStory crowded;
};

void UpgradeStoriesTest::aBadUpgradeWithSavepoint()
{
    bad.setNoise({.found = 19s, .start = 1400ms});
    bad.beginStory();
    bad.runTo(0.3);
    bad.create(sim::type::flinkDeployments, support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s));
    bad.runTo(30.9);
    setEntryClass(bad, u"com.example.NoSuchClass"_s);
    bad.runTo(75.9);
    bad.setNoise({.start = 1400ms});
    setEntryClass(bad, QJsonValue::Undefined);
    bad.runTo(110);
    VERIFY_STORY(bad, u"05-bad-upgrade-savepoint"_s, {resource, upgradeSnapshot});
}

void UpgradeStoriesTest::aBadUpgradeFromLastState()
{
    QVERIFY(bad.runUntilStable());
    bad.world.clock.advance(2s);
    bad.beginStory();
    bad.runTo(0.3);
    setUpgradeMode(bad, u"last-state"_s);
    bad.runTo(3.4);
    setEntryClass(bad, u"com.example.NoSuchClass"_s);
    bad.runTo(48.5);
    QCOMPARE(bad.haMaps().size(), 2);
    bad.setNoise({.configurationLate = true});
    setEntryClass(bad, QJsonValue::Undefined);
    bad.runTo(83);
    VERIFY_STORY(bad, u"05-bad-upgrade-last-state"_s, {resource});
}

void UpgradeStoriesTest::aBadUpgradeIsRolledBack()
{
    rolledBack.setNoise({.found = 23s, .broken = 4s, .start = 1400ms});
    rolledBack.beginStory();
    rolledBack.runTo(0.3);
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s);
    sim::put(orders, {u"spec", u"flinkConfiguration", u"kubernetes.operator.deployment.rollback.enabled"}, u"true"_s);
    sim::put(orders, {u"spec", u"flinkConfiguration", u"kubernetes.operator.deployment.readiness.timeout"}, u"30 s"_s);
    rolledBack.create(sim::type::flinkDeployments, orders);
    rolledBack.runTo(33.4);
    setEntryClass(rolledBack, u"com.example.NoSuchClass"_s);
    rolledBack.runTo(50);
    rolledBack.setNoise({.found = 12s, .worker = 5s});
    rolledBack.runTo(97.4);
    setEntryClass(rolledBack, QJsonValue::Undefined);
    rolledBack.runTo(124);
    VERIFY_STORY(rolledBack, u"06-rollback"_s, {resource});
}

void UpgradeStoriesTest::anImageThatDoesNotExist()
{
    rolledBack.nodes.conditions().pullError = [](const QString& image) -> std::optional<QString> {
        if (!image.endsWith("-typo"_L1))
            return {};
        return u"failed to pull and unpack image \"registry.example/library/flink:1.20-typo\": failed to resolve "
               u"reference "
               "\"registry.example/library/flink:1.20-typo\": failed to do request: Head "
               "\"https://registry.example/v2/library/flink/manifests/1.20-typo\": dial tcp: lookup registry.example on 10.98.0.1:53: no such host"_s;
    };
    QVERIFY(rolledBack.runUntilStable());
    rolledBack.world.clock.advance(2s);
    rolledBack.beginStory();
    rolledBack.runTo(0.4);
    rolledBack.setOrders(
        {{{u"spec", u"flinkConfiguration", u"kubernetes.operator.deployment.rollback.enabled"}, QJsonValue::Undefined},
         {{u"spec", u"flinkConfiguration", u"kubernetes.operator.deployment.readiness.timeout"},
          QJsonValue::Undefined}});
    rolledBack.runTo(5.5);
    rolledBack.setOrders({{{u"spec", u"image"}, u"flink:1.20-typo"_s}});
    rolledBack.runTo(40.5);
    rolledBack.setNoise({.manager = 9s});
    rolledBack.setOrders({{{u"spec", u"image"}, u"flink:1.20"_s}});
    rolledBack.runTo(73);
    // The recorded operator met the quarter of a second in which the job was being made.
    VERIFY_STORY(rolledBack, u"07-wrong-image"_s, {resource}, 15.5, {{u"INITIALIZING"_s, u"CREATED"_s}});
}

void UpgradeStoriesTest::aQuotaRefusesPods()
{
    crowded.home = u"b"_s;
    crowded.setNoise({.found = 24s});
    crowded.beginStory();
    crowded.runTo(0.3);
    crowded.create(sim::type::resourceQuotas, quota(u"1"_s));
    crowded.create(sim::type::flinkDeployments, support::SimStory::deployment(u"orders"_s, u"b"_s, u"last-state"_s));
    crowded.runTo(60.4);
    crowded.set(sim::type::resourceQuotas, u"b"_s, u"team"_s, {{{u"spec", u"hard", u"pods"}, u"5"_s}});
    crowded.runTo(77.5);
    crowded.set(sim::type::resourceQuotas, u"b"_s, u"team"_s, {{{u"spec", u"hard", u"pods"}, u"0"_s}});
    crowded.setNoise({});
    crowded.setOrders({{{u"spec", u"restartNonce"}, 91}});
    crowded.runTo(112.6);
    crowded.remove(sim::type::resourceQuotas, u"team"_s);
    crowded.runTo(157);
    VERIFY_STORY(crowded, u"09-resource-quota"_s, {resource});
}

void UpgradeStoriesTest::aNodeIsTooSmall()
{
    const auto cpu = [this](double manager, double worker) {
        crowded.setOrders({{{u"spec", u"jobManager", u"resource", u"cpu"}, manager},
                           {{u"spec", u"taskManager", u"resource", u"cpu"}, worker}});
    };
    QVERIFY(crowded.runUntilStable());
    crowded.world.clock.advance(2s);
    crowded.setNoise({.configurationLate = true, .manager = 11s});
    crowded.beginStory();
    crowded.runTo(0.3);
    cpu(0.2, 64);
    crowded.runTo(50.5);
    crowded.setNoise({});
    cpu(64, 0.2);
    crowded.runTo(90.5);
    cpu(0.2, 0.2);
    crowded.runTo(125);
    VERIFY_STORY(crowded, u"08-unschedulable"_s, {resource});
}

void UpgradeStoriesTest::suspendAndResume()
{
    support::SimStory story;
    story.create(sim::type::flinkDeployments,
                 support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s));
    QVERIFY(story.runUntilStable());
    story.world.clock.advance(10s);
    story.beginStory();
    story.runTo(11.5);
    setJobState(story, u"suspended"_s);
    story.runTo(19.5);
    QCOMPARE(story.haMaps().size(), 2);
    story.setNoise({.found = 13s, .worker = 12s});
    setJobState(story, u"running"_s);
    story.runTo(57.3);
    story.setOrders(
        {{{u"spec", u"job", u"state"}, u"suspended"_s}, {{u"spec", u"job", u"upgradeMode"}, u"stateless"_s}});
    story.runTo(64.8);
    QCOMPARE(story.haMaps().size(), 0);
    story.setNoise({.found = 9s});
    setJobState(story, u"running"_s);
    story.runTo(100);
    VERIFY_STORY(story, u"14-suspend-resume"_s, {resource});
}

void UpgradeStoriesTest::aTaskManagerIsKilledForMemoryAgainAndAgain()
{
    support::SimStory story;
    story.setNoise({.found = 28s, .worker = 5s});
    story.beginStory();
    story.runTo(0.3);
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s);
    // It never runs long enough for one.
    sim::put(orders, {u"spec", u"flinkConfiguration", u"execution.checkpointing.interval"}, u"60s"_s);
    story.create(sim::type::flinkDeployments, orders);
    int killed = 0;
    for (const double moment : {20.9, 31.0, 41.0, 51.5, 65.0, 73.1}) {
        story.runTo(moment);
        ++killed;
        story.nodes.killForMemory(u"default"_s, u"orders-taskmanager-1-%1"_s.arg(killed));
    }
    const QJsonObject failures = story.ask(
        "GET", u"/jobs/"_s +
                   story.ask("GET", u"/jobs/overview"_s)[u"jobs"_s].toArray().at(0).toObject()[u"jid"_s].toString() +
                   u"/exceptions"_s);
    QVERIFY(failures[u"exceptionHistory"_s][u"entries"_s][0][u"stacktrace"_s].toString().startsWith(
        u"java.lang.Exception: Pod terminated, container termination statuses: "
        u"[flink-main-container(exitCode=137, reason=OOMKilled, message=null)]\n"));
    story.runTo(75.5);
    story.pods.timing().shutDown = 5s;
    story.setOrders({{{u"spec", u"job", u"args"}, QJsonArray{u"rate=100"_s}}});
    story.runTo(80);
    story.setNoise({.found = 13s});
    story.runTo(108);
    VERIFY_STORY(story, u"11-oomkilled"_s, {resource});
}

QTEST_GUILESS_MAIN(UpgradeStoriesTest)
#include "tst_simstories_upgrades.moc"
