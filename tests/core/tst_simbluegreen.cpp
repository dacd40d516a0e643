#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include "core/sim/operator/spec.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Path = sim::Path;
using Values = std::initializer_list<std::pair<Path, QJsonValue>>;

/// A blue/green deployment "bg" and the states it passes through.
class Colours
{
public:
    explicit Colours(const QString& grace = u"10 min"_s, const QString& upgradeMode = u"savepoint"_s)
    {
        const QJsonObject spec = support::SimStory::deployment(u"x"_s, u"default"_s, upgradeMode)[u"spec"_s].toObject();
        const QJsonObject settings{{u"kubernetes.operator.bluegreen.deployment-deletion.delay"_s, u"5 s"_s},
                                   {u"kubernetes.operator.bluegreen.abort.grace-period"_s, grace}};
        story.create(sim::type::flinkBlueGreenDeployments,
                     {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                      {u"kind"_s, u"FlinkBlueGreenDeployment"_s},
                      {u"metadata"_s, QJsonObject{{u"name"_s, u"bg"_s}, {u"namespace"_s, u"default"_s}}},
                      {u"spec"_s,
                       QJsonObject{{u"configuration"_s, settings}, {u"template"_s, QJsonObject{{u"spec"_s, spec}}}}}});
        watch = story.world.objects.subscribe(
            {sim::type::flinkBlueGreenDeployments.toString()}, [this](const sim::Event& event) {
                const QString state = sim::at(event.object->document(), {u"status", u"blueGreenState"}).toString();
                if (!state.isEmpty() && (states.isEmpty() || states.back() != state))
                    states.append(state);
            });
    }

    bool runUntil(const QString& state)
    {
        return story.runUntil([&] { return this->state() == state; });
    }
    /// For so long, whatever happens.
    void run(std::chrono::seconds time) { story.world.clock.advance(time); }
    void edit(const QString& field, const QJsonValue& value)
    {
        story.set(sim::type::flinkBlueGreenDeployments, u"default"_s, u"bg"_s,
                  {{{u"spec", u"template", u"spec", u"job", field}, value}});
    }
    void editSpec(const QString& field, const QJsonValue& value)
    {
        story.set(sim::type::flinkBlueGreenDeployments, u"default"_s, u"bg"_s,
                  {{{u"spec", u"template", u"spec", field}, value}});
    }
    QJsonObject status() const
    {
        return story.get(sim::type::flinkBlueGreenDeployments, u"default"_s, u"bg"_s)[u"status"_s].toObject();
    }
    QString state() const { return status()[u"blueGreenState"_s].toString(); }
    QString error() const { return status()[u"error"_s].toString(); }
    QString job() const { return sim::at(status(), {u"jobStatus", u"state"}).toString(); }
    QJsonObject child(const QString& colour) const
    {
        return story.get(sim::type::flinkDeployments, u"default"_s, u"bg-"_s + colour);
    }
    QString savepointOf(const QString& colour) const
    {
        return sim::at(child(colour), {u"spec", u"job", u"initialSavepointPath"}).toString();
    }

    support::SimStory story;
    sim::Subscription watch;
    QStringList states;
};

} // namespace

/// FlinkBlueGreenDeployment: what the operator does with two colours, and when it refuses to.
class BlueGreenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void blueGoesWhenGreenRuns();
    void aColourThatIsNotReadyIsNotLeft();
    void anEditThatRestartsNothingIsMadeInPlace();
    void aColourIsSuspendedAndResumedInPlace();
    void aColourThatComesTooLateIsGivenUp();
    void theFirstColourMayBeTriedAgain();
    void aSavepointThatFailsEndsTheTransition();
    void aNewNonceStartsTheOtherColourFromThePathThatIsGiven();
    void anEditDuringATransitionGoesToTheColourThatComes();
    void aStatelessColourNeedsNoSavepoint();
};

void BlueGreenTest::blueGoesWhenGreenRuns()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    QCOMPARE(colours.states,
             (QStringList{u"INITIALIZING_BLUE"_s, u"TRANSITIONING_TO_BLUE"_s, u"ACTIVE_BLUE"_s, u"SAVEPOINTING_BLUE"_s,
                          u"ACTIVE_BLUE"_s, u"TRANSITIONING_TO_GREEN"_s, u"ACTIVE_GREEN"_s}));
    QVERIFY(colours.child(u"blue"_s).isEmpty());
    QVERIFY(colours.savepointOf(u"green"_s).contains("/savepoint-"_L1));
    QCOMPARE(sim::at(colours.child(u"green"_s), {u"status", u"lifecycleState"}).toString(), u"STABLE"_s);
    QVERIFY(!colours.status().contains(u"savepointTriggerId"_s));
    // The record quotes the whole spec, its own configuration included.
    QVERIFY(colours.status()[u"lastReconciledSpec"_s].toString().contains(
        "\"configuration\":{\"kubernetes.operator.bluegreen."_L1));
}

void BlueGreenTest::aColourThatIsNotReadyIsNotLeft()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    static_cast<void>(
        colours.story.world.objects.remove(sim::type::deployments, u"default"_s, u"bg-blue"_s, sim::Deletion()));
    QVERIFY(colours.story.runUntil([&] {
        return sim::at(colours.child(u"blue"_s), {u"status", u"jobManagerDeploymentStatus"}) != u"READY"_s;
    }));
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.story.runUntil([&] { return colours.job() == u"FAILING"_s; }));
    QCOMPARE(colours.error(), u"Transition to GREEN not possible, current Flink Deployment 'bg-blue' is not READY. "
                              "FAILING 'bg'"_s);
    QCOMPARE(colours.state(), u"ACTIVE_BLUE"_s);
    QVERIFY(colours.child(u"green"_s).isEmpty());

    // It counts as reconciled: when blue is well again nothing happens by itself ...
    QVERIFY(colours.story.runUntil([&] {
        return sim::at(colours.child(u"blue"_s), {u"status", u"lifecycleState"}) == u"STABLE"_s &&
               sim::at(colours.child(u"blue"_s), {u"status", u"jobStatus", u"state"}) == u"RUNNING"_s;
    }));
    colours.run(60s);
    QCOMPARE(colours.state(), u"ACTIVE_BLUE"_s);
    QVERIFY(colours.child(u"green"_s).isEmpty());

    // ... and another order is tried.
    colours.edit(u"parallelism"_s, 3);
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    QCOMPARE(colours.job(), u"RUNNING"_s);
    QVERIFY(colours.error().isEmpty());
}

void BlueGreenTest::anEditThatRestartsNothingIsMadeInPlace()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    const QString startTime = sim::at(colours.child(u"blue"_s), {u"status", u"jobStatus", u"startTime"}).toString();
    colours.edit(u"upgradeMode"_s, u"last-state"_s);
    QVERIFY(colours.story.runUntil(
        [&] { return colours.states.count(u"TRANSITIONING_TO_BLUE"_s) == 2 && colours.state() == u"ACTIVE_BLUE"_s; }));
    QVERIFY(colours.child(u"green"_s).isEmpty());
    QCOMPARE(sim::at(colours.child(u"blue"_s), {u"spec", u"job", u"upgradeMode"}).toString(), u"last-state"_s);
    QCOMPARE(sim::at(colours.child(u"blue"_s), {u"status", u"jobStatus", u"startTime"}).toString(), startTime);
}

void BlueGreenTest::aColourIsSuspendedAndResumedInPlace()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"state"_s, u"suspended"_s);
    QVERIFY(colours.runUntil(u"TRANSITIONING_TO_BLUE"_s));
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    QCOMPARE(colours.job(), u"SUSPENDED"_s);
    QCOMPARE(sim::at(colours.child(u"blue"_s), {u"status", u"lifecycleState"}).toString(), u"SUSPENDED"_s);

    colours.edit(u"state"_s, u"running"_s);
    QVERIFY(colours.runUntil(u"TRANSITIONING_TO_BLUE"_s));
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    QCOMPARE(colours.job(), u"RUNNING"_s);
    QVERIFY(colours.savepointOf(u"blue"_s).contains("/savepoint-"_L1));
    QVERIFY(colours.child(u"green"_s).isEmpty());
}

void BlueGreenTest::aColourThatComesTooLateIsGivenUp()
{
    Colours colours(u"40 s"_s);
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"entryClass"_s, u"no.such.Program"_s);
    QVERIFY(colours.runUntil(u"TRANSITIONING_TO_GREEN"_s));
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    QCOMPARE(colours.job(), u"FAILING"_s);
    QCOMPARE(colours.error(), u"Aborting deployment 'bg-green', rolling B/G deployment back to ACTIVE_BLUE"_s);
    QCOMPARE(sim::at(colours.child(u"green"_s), {u"spec", u"job", u"state"}).toString(), u"suspended"_s);
    QCOMPARE(sim::at(colours.child(u"blue"_s), {u"status", u"jobStatus", u"state"}).toString(), u"RUNNING"_s);

    colours.edit(u"entryClass"_s, QJsonValue(QJsonValue::Undefined));
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    QCOMPARE(colours.job(), u"RUNNING"_s);
    QVERIFY(colours.child(u"blue"_s).isEmpty());
}

void BlueGreenTest::theFirstColourMayBeTriedAgain()
{
    Colours colours(u"40 s"_s);
    colours.edit(u"entryClass"_s, u"no.such.Program"_s);
    QVERIFY(colours.story.runUntil([&] { return colours.job() == u"FAILING"_s; }));
    QCOMPARE(colours.state(), u"INITIALIZING_BLUE"_s);
    QCOMPARE(colours.error(), u"Aborting deployment 'bg-blue', rolling B/G deployment back to INITIALIZING_BLUE"_s);

    colours.edit(u"entryClass"_s, QJsonValue(QJsonValue::Undefined));
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    QCOMPARE(colours.job(), u"RUNNING"_s);
}

void BlueGreenTest::aSavepointThatFailsEndsTheTransition()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    sim::flink::JobManager* manager = colours.story.pods.jobManager(u"default"_s, u"bg-blue"_s);
    QVERIFY(manager);
    manager->setSavepointFault(sim::flink::SnapshotFault{});
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.story.runUntil([&] { return colours.job() == u"FAILING"_s; }));
    QVERIFY2(colours.error().startsWith("Could not start Transition. Details: Could not fetch savepoint with "
                                        "triggerId: "_L1),
             qPrintable(colours.error()));
    QCOMPARE(colours.state(), u"ACTIVE_BLUE"_s);
    QVERIFY(colours.child(u"green"_s).isEmpty());
    QVERIFY(!colours.status().contains(u"savepointTriggerId"_s));
}

void BlueGreenTest::aNewNonceStartsTheOtherColourFromThePathThatIsGiven()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    const QString path = colours.savepointOf(u"green"_s);
    colours.states.clear();
    colours.story.set(sim::type::flinkBlueGreenDeployments, u"default"_s, u"bg"_s,
                      {{{u"spec", u"template", u"spec", u"job", u"initialSavepointPath"}, path},
                       {{u"spec", u"template", u"spec", u"job", u"savepointRedeployNonce"}, 7}});
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    QVERIFY(!colours.states.contains(u"SAVEPOINTING_GREEN"_s));
    QCOMPARE(colours.savepointOf(u"blue"_s), path);
}

void BlueGreenTest::anEditDuringATransitionGoesToTheColourThatComes()
{
    Colours colours;
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.runUntil(u"TRANSITIONING_TO_GREEN"_s));
    const QString path = colours.savepointOf(u"green"_s);
    colours.editSpec(u"image"_s, u"flink:1.20.4"_s);
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    QCOMPARE(sim::at(colours.child(u"green"_s), {u"spec", u"image"}).toString(), u"flink:1.20.4"_s);
    QCOMPARE(colours.savepointOf(u"green"_s), path);
    QVERIFY(colours.child(u"blue"_s).isEmpty());
}

void BlueGreenTest::aStatelessColourNeedsNoSavepoint()
{
    Colours colours(u"10 min"_s, u"stateless"_s);
    QVERIFY(colours.runUntil(u"ACTIVE_BLUE"_s));
    colours.edit(u"parallelism"_s, 1);
    QVERIFY(colours.runUntil(u"ACTIVE_GREEN"_s));
    QVERIFY(!colours.states.contains(u"SAVEPOINTING_BLUE"_s));
    QVERIFY(colours.savepointOf(u"green"_s).isEmpty());
}

QTEST_GUILESS_MAIN(BlueGreenTest)
#include "tst_simbluegreen.moc"
