#include "core/manifest/effect.h"
#include "core/sim/operator/spec.h"
#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using manifest::Decision;
using support::SimStory;
using Way = Decision::Way;
using Story = std::function<void(SimStory&)>;

const QStringView deployments = sim::type::flinkDeployments;

/// What can be told afterwards of how the operator went about an edit.
struct Deed
{
    bool isTouched = false;    ///< the job that ran is not the one that runs
    bool hasSavepoint = false; ///< the operator made one for an upgrade
    bool isRescaled = false;
    QString usedMode; ///< as the operator wrote it down
    QString error;
};

QString jobOf(const QJsonObject& order)
{
    return sim::at(order, {u"status", u"jobStatus", u"jobId"}).toString() +
           sim::at(order, {u"status", u"jobStatus", u"startTime"}).toString();
}

int upgradeSavepoints(SimStory& story)
{
    int count = 0;
    for (const sim::Snapshot& snapshot : story.world.objects.list(sim::type::flinkStateSnapshots, story.home))
        count += snapshot->name().contains("-savepoint-upgrade-"_L1) ? 1 : 0;
    return count;
}

QString usedMode(const QJsonObject& order)
{
    const QString text = sim::at(order, {u"status", u"reconciliationStatus", u"lastReconciledSpec"}).toString();
    const auto record = sim::op::recordFrom(text);
    return record ? sim::op::jobText(record->spec, u"upgradeMode") : QString();
}

bool hasScaled(SimStory& story)
{
    for (const sim::Snapshot& event : story.world.objects.list(sim::type::events, story.home)) {
        if (event->document()[u"reason"_s] == u"Scaling"_s)
            return true;
    }
    return false;
}

/// As Drey sees the surroundings through the API server.
manifest::Surroundings around(SimStory& story)
{
    manifest::Surroundings known;
    const QStringList maps = story.haMaps();
    known.hasHaMetadata = std::ranges::any_of(maps, [](const QString& name) { return manifest::isJobMetadata(name); });
    known.hasNeverStarted = manifest::hasNeverStarted(story.get(sim::type::deployments, story.home, u"orders"_s));
    known.now = story.world.clock.now().time_since_epoch().count();
    return known;
}

} // namespace

Q_DECLARE_METATYPE(Story)

/// What is predicted is what the practice cluster's operator does.
class SimEffectTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void itHappensAsPredicted_data();
    void itHappensAsPredicted();
};

void SimEffectTest::itHappensAsPredicted_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<Story>("before");
    QTest::addColumn<Story>("edit");
    QTest::addColumn<Way>("way");
    const auto row = [](const char* name, const QString& mode, const Story& before, const Story& edit, Way way) {
        QTest::newRow(name) << mode << before << edit << way;
    };
    // Paths of the practice cluster do not outlive the expression they stand in.
    const auto top = [](const QString& name, const QJsonValue& value) {
        return Story([=](SimStory& story) { story.setOrders({{{u"spec", name}, value}}); });
    };
    const auto key = [](const QString& name, const QJsonValue& value) {
        return Story([=](SimStory& story) { story.setOrders({{{u"spec", u"flinkConfiguration", name}, value}}); });
    };
    const auto field = [](const QString& name, const QJsonValue& value) {
        return Story([=](SimStory& story) { story.setOrders({{{u"spec", u"job", name}, value}}); });
    };
    const Story nothing = [](SimStory&) {};
    const QString savepoint = u"savepoint"_s, lastState = u"last-state"_s, stateless = u"stateless"_s;
    const Story args = field(u"args"_s, QJsonArray{u"rate=100"_s});

    for (const auto& [mode, way] : {std::pair(savepoint, Way::Savepoint), std::pair(lastState, Way::KeepHa),
                                    std::pair(stateless, Way::Stateless)}) {
        row(qPrintable(mode + u", arguments"_s), mode, nothing, args, way);
        row(qPrintable(mode + u", parallelism"_s), mode, nothing, field(u"parallelism"_s, 1), way);
        row(qPrintable(mode + u", a key"_s), mode, nothing, key(u"state.checkpoints.num-retained"_s, u"5"_s), way);
        row(qPrintable(mode + u", restartNonce"_s), mode, nothing, top(u"restartNonce"_s, 1), way);
        row(qPrintable(mode + u", suspended"_s), mode, nothing, field(u"state"_s, u"suspended"_s), way);
        row(qPrintable(mode + u", a key of the operator"_s), mode, nothing,
            key(u"kubernetes.operator.savepoint.history.max.count"_s, u"3"_s), Way::None);
        row(qPrintable(mode + u", the default parallelism"_s), mode, nothing, key(u"parallelism.default"_s, u"7"_s),
            Way::None);
        row(qPrintable(mode + u", a path for later"_s), mode, nothing,
            field(u"initialSavepointPath"_s, u"file:///flink-data/none"_s), Way::None);
    }
    row("upgradeMode alone", savepoint, nothing, field(u"upgradeMode"_s, lastState), Way::None);
    row(
        "upgradeMode with more", savepoint, nothing,
        [](SimStory& story) {
            story.setOrders({{{u"spec", u"job", u"upgradeMode"}, u"stateless"_s},
                             {{u"spec", u"job", u"args"}, QJsonArray{u"rate=100"_s}}});
        },
        Way::Stateless);
    row(
        "last-state, cancel allowed", lastState,
        [=](SimStory& story) {
            key(u"kubernetes.operator.job.upgrade.last-state.job-cancel.enabled"_s, u"true"_s)(story);
            // Taken up with a change that upgrades.
            args(story);
            story.world.clock.advance(20s);
            QVERIFY(story.runUntilStable());
        },
        field(u"parallelism"_s, 1), Way::Cancel);
    row("another Flink", lastState, nothing, top(u"flinkVersion"_s, u"v1_19"_s), Way::Savepoint);
    row(
        "resumed after a savepoint", savepoint,
        [=](SimStory& story) {
            field(u"state"_s, u"suspended"_s)(story);
            story.world.clock.advance(60s);
        },
        field(u"state"_s, u"running"_s), Way::Recorded);
    row(
        "resumed after last-state", lastState,
        [=](SimStory& story) {
            field(u"state"_s, u"suspended"_s)(story);
            story.world.clock.advance(60s);
        },
        field(u"state"_s, u"running"_s), Way::KeepHa);
    row(
        "changed while it is suspended", savepoint,
        [=](SimStory& story) {
            field(u"state"_s, u"suspended"_s)(story);
            story.world.clock.advance(60s);
        },
        args, Way::None);
    row(
        "repaired after a bad upgrade", savepoint,
        [=](SimStory& story) {
            field(u"entryClass"_s, u"com.example.NoSuchClass"_s)(story);
            story.world.clock.advance(60s);
        },
        field(u"entryClass"_s, QJsonValue::Undefined), Way::Recorded);
    row(
        "repaired, in another way, from last-state", lastState,
        [=](SimStory& story) {
            field(u"entryClass"_s, u"com.example.NoSuchClass"_s)(story);
            story.world.clock.advance(60s);
        },
        field(u"entryClass"_s, QJsonValue::Undefined), Way::KeepHa);
    row(
        "rescaled in place", savepoint,
        [=](SimStory& story) {
            key(u"jobmanager.scheduler"_s, u"adaptive"_s)(story);
            story.world.clock.advance(20s);
            QVERIFY(story.runUntilStable());
        },
        [=](SimStory& story) {
            QString overrides;
            for (const QJsonValue& vertex :
                 story
                     .ask("GET",
                          u"/jobs/"_s +
                              sim::at(story.order(), {u"status", u"jobStatus", u"jobId"}).toString())[u"vertices"]
                     .toArray())
                overrides += (overrides.isEmpty() ? QString() : u","_s) + vertex[u"id"].toString() + u":1"_s;
            key(u"pipeline.jobvertex-parallelism-overrides"_s, overrides)(story);
        },
        Way::InPlace);
    row("overrides without the scheduler for it", savepoint, nothing,
        key(u"pipeline.jobvertex-parallelism-overrides"_s, u"0123456789abcdef0123456789abcdef:1"_s), Way::Savepoint);
    row(
        "redeployed from a path", savepoint, nothing,
        [](SimStory& story) {
            story.setOrders({{{u"spec", u"job", u"savepointRedeployNonce"}, 1},
                             {{u"spec", u"job", u"initialSavepointPath"}, u"file:///flink-data/none"_s}});
        },
        Way::Stateless);
    row(
        "without JobManager and metadata", savepoint,
        [](SimStory& story) {
            story.flinkOperator.settings().reconcileInterval = 15s;
            for (const QString& map : story.haMaps())
                story.remove(sim::type::configMaps, map);
            story.setOrders({{{u"spec", u"flinkConfiguration", u"kubernetes.operator.jm-deployment-recovery.enabled"},
                              u"false"_s}});
            story.remove(sim::type::deployments, u"orders"_s);
            story.world.clock.advance(60s);
            for (const QString& map : story.haMaps())
                story.remove(sim::type::configMaps, map);
        },
        args, Way::Refused);
}

void SimEffectTest::itHappensAsPredicted()
{
    QFETCH(QString, mode);
    QFETCH(Story, before);
    QFETCH(Story, edit);
    QFETCH(Way, way);
    SimStory story;
    story.setNoise({});
    story.create(deployments, SimStory::deployment(u"orders"_s, u"default"_s, mode));
    QVERIFY(story.runUntilStable());
    story.world.clock.advance(20s); // a checkpoint or two
    before(story);

    // The edit is made in the world; what was predicted is asked of the two documents.
    const QJsonObject live = story.order();
    const manifest::Surroundings known = around(story);
    const int savepoints = upgradeSavepoints(story);
    edit(story);
    const QJsonObject edited = story.order();
    const manifest::Effect effect = manifest::effectOf({edited, live, known, {}});
    QCOMPARE(effect.decision.way, way);

    story.world.clock.advance(75s);
    const QJsonObject after = story.order();
    const Deed deed{jobOf(after) != jobOf(live), upgradeSavepoints(story) > savepoints, hasScaled(story),
                    usedMode(after), sim::at(after, {u"status", u"error"}).toString()};
    const bool isStopped = sim::at(edited, {u"spec", u"job", u"state"}) == u"suspended"_s;
    QCOMPARE(deed.hasSavepoint, way == Way::Savepoint);
    QCOMPARE(deed.isRescaled, way == Way::InPlace);
    const bool isUpgraded = way != Way::None && way != Way::InPlace && way != Way::Refused && way != Way::Wait;
    QCOMPARE(deed.isTouched, isUpgraded && !isStopped);
    QCOMPARE(deed.error.contains(u"Manual restore required"), way == Way::Refused);
    if (isUpgraded) {
        const QString used = way == Way::KeepHa ? u"last-state"_s
                             : way == Way::Stateless && effect.size != manifest::Effect::Size::Redeploy
                                 ? u"stateless"_s
                                 : u"savepoint"_s;
        QCOMPARE(deed.usedMode, used);
    }
}

QTEST_GUILESS_MAIN(SimEffectTest)
#include "tst_simeffect.moc"
