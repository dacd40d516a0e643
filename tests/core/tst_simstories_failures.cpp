#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString resource = u"Deployment/orders"_s;
const sim::Path upgradeMode{u"spec", u"job", u"upgradeMode"};
const sim::Path entryClass{u"spec", u"job", u"entryClass"};
const sim::Path restartNonce{u"spec", u"restartNonce"};
/// Of three real operators one noticed after 9 s and one after 32 s that a Deployment was gone: a call to REST that is
/// under way has to time out first.
constexpr double untilNoticed = 25;

} // namespace

/// Processes that die and objects that vanish, in the order in which the recordings were made on one deployment.
class FailureStoriesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void aTaskManagerIsKilledAndAnotherOneTakesOver();
    void withoutRestartStrategyTheJobFailsForGood();
    void aDeletedJobManagerDeploymentIsRecovered();
    void aKilledJobManagerPodIsReplaced();
    void withoutHaMetadataOnlyTheRedeployNonceHelps();

private:
    support::SimStory story;
};

void FailureStoriesTest::aTaskManagerIsKilledAndAnotherOneTakesOver()
{
    story.setNoise({.found = 18s, .worker = 6s});
    story.beginStory();
    story.runTo(0.3);
    story.create(sim::type::flinkDeployments, support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s));
    story.runTo(36.8);
    story.killPod(u"orders-taskmanager-1-1"_s);
    story.runTo(65.2);
    VERIFY_STORY(story, u"01-taskmanager-killed"_s, {resource});
}

void FailureStoriesTest::withoutRestartStrategyTheJobFailsForGood()
{
    story.setNoise({.found = 18s});
    story.beginStory();
    story.runTo(0.3);
    story.setOrders({{{u"spec", u"flinkConfiguration", u"restart-strategy.type"}, u"none"_s}});
    story.runTo(28.7);
    story.killPod(u"orders-taskmanager-1-1"_s);
    story.runTo(67.6);
    story.setOrders(
        {{restartNonce, 1}, {{u"spec", u"flinkConfiguration", u"restart-strategy.type"}, QJsonValue::Undefined}});
    story.runTo(100);
    VERIFY_STORY(story, u"01-taskmanager-killed-no-restart"_s,
                 {resource, u"StateSnapshot/orders-savepoint-upgrade-MILLIS"_s});
}

void FailureStoriesTest::aDeletedJobManagerDeploymentIsRecovered()
{
    story.setNoise({});
    story.beginStory();
    story.runTo(8.6);
    sim::Deletion deletion;
    deletion.propagation = sim::Deletion::Propagation::Foreground;
    story.remove(sim::type::deployments, u"orders"_s, deletion);
    story.runTo(72);
    VERIFY_STORY(story, u"02-jobmanager-deployment-deleted"_s, {resource}, untilNoticed);
}

void FailureStoriesTest::aKilledJobManagerPodIsReplaced()
{
    story.setNoise({.manager = 6800ms});
    story.beginStory();
    story.runTo(0.4);
    story.killPod(story.managerPods().value(0));
    story.runTo(35);
    VERIFY_STORY(story, u"03-jobmanager-pod-killed"_s, {resource});
}

void FailureStoriesTest::withoutHaMetadataOnlyTheRedeployNonceHelps()
{
    story.beginStory();
    story.runTo(0.3);
    story.snapshot(u"sp4"_s, u"savepoint"_s);
    story.runTo(16.2);
    const QString path =
        sim::at(story.get(sim::type::flinkStateSnapshots, story.home, u"sp4"_s), {u"status", u"path"}).toString();
    sim::Deletion deletion;
    deletion.propagation = sim::Deletion::Propagation::Foreground;
    story.remove(sim::type::deployments, u"orders"_s, deletion);
    for (const QString& map : story.haMaps())
        story.remove(sim::type::configMaps, map);
    story.runTo(19);
    for (const QString& map : story.haMaps())
        story.remove(sim::type::configMaps, map);
    story.runTo(64.3);
    story.setOrders({{restartNonce, 2}});
    story.runTo(84.4);
    story.setOrders(
        {{{u"spec", u"job", u"initialSavepointPath"}, path}, {{u"spec", u"job", u"savepointRedeployNonce"}, 1}});
    story.runTo(116);
    VERIFY_STORY(story, u"04-deployment-and-ha-deleted"_s, {resource, u"StateSnapshot/sp4"_s}, untilNoticed);
}

QTEST_GUILESS_MAIN(FailureStoriesTest)
#include "tst_simstories_failures.moc"
