#include "core/plans/offers.h"

#include "core/plans/applyrecord.h"
#include "core/plans/planning.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using plans::Intent;
using plans::Offer;
using plans::offersOf;
using workflow::Operation;
using State = Operation::State;
using StepState = workflow::StepRecord::State;
using Verb = Intent::Verb;

namespace {

const QString restartNonce = u"restartNonce"_s;

QList<QStringView> startSteps()
{
    return {plans::stepkind::changeSpec, plans::stepkind::takenUp,      plans::stepkind::running,
            plans::stepkind::restored,   plans::stepkind::checkpointed, plans::stepkind::settled};
}

/// With the first `done` steps done, and the one after it under way.
Operation operationOf(Verb verb, qsizetype done, State state = State::Running,
                      const QList<QStringView>& steps = startSteps())
{
    Operation made;
    made.id = u"20260915T025801Z-3f2a9c"_s;
    made.state = state;
    made.startedAt = QDateTime::fromSecsSinceEpoch(1'000, Qt::UTC);
    made.plan.operation = plans::verbWord(verb);
    made.plan.uid = u"u-1"_s;
    made.plan.before = {{u"image"_s, u"orders:1"_s}, {restartNonce, 4}};
    made.plan.after = {{u"image"_s, u"orders:2"_s}, {restartNonce, 5}};
    made.plan.details = {{u"kind"_s, u"FlinkDeployment"_s},
                         {u"namespace"_s, u"shop"_s},
                         {u"name"_s, u"orders"_s},
                         {u"predicted"_s, manifest::wayWord(manifest::Decision::Way::Savepoint)}};
    for (const QStringView kind : steps) {
        workflow::Step step;
        step.id = step.kind = kind.toString();
        if (kind == plans::stepkind::changeSpec || kind == plans::stepkind::createSnapshot)
            step.sends = workflow::Sending();
        made.plan.steps.append(step);
        const qsizetype index = made.steps.size();
        made.steps.append({step.id,
                           index < done    ? StepState::Done
                           : index == done ? (state == State::Failed ? StepState::Failed : StepState::Sent)
                                           : StepState::Planned,
                           {},
                           {},
                           {}});
    }
    return made;
}

QStringList ids(const QList<Offer>& offers)
{
    QStringList all;
    for (const Offer& offer : offers)
        all.append(offer.id);
    return all;
}

Intent intentOf(const QList<Offer>& offers, const QString& id)
{
    for (const Offer& offer : offers) {
        if (offer.id == id && offer.intent)
            return *offer.intent;
    }
    qWarning("no such offer");
    return {};
}

} // namespace

/// What somebody can do about an operation that comes to nothing by itself.
class TestOffers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void whatGoesWellNeedsNobody();
    void aSavepointThatKeepsFailingHasThreeWaysOut();
    void afterTheJobWasStoppedItIsRolledBackOrRecovered();
    void aRestartIsTakenBackByItsNonce();
    void aSuspensionIsTakenBackByResuming();
    void whatHasSentNothingIsTriedAgain();
    void whatMayNotBeLeftAloneIsOnlyWaitedFor();
    void whatNobodyIsAtIsContinued();
    void takingBackLeavesSecretsAsTheyAre();
    void onlyTheLatestOperationIsOfToday();
    void everyOfferIsForTheSameObjectAndSaysWhatItDoes();
};

void TestOffers::whatGoesWellNeedsNobody()
{
    QVERIFY(offersOf(operationOf(Verb::Upgrade, 1), false).isEmpty());
    for (const State state : {State::Succeeded, State::Cancelled, State::Abandoned})
        QVERIFY(offersOf(operationOf(Verb::Upgrade, 6, state), true).isEmpty());
    Operation unreadable = operationOf(Verb::Upgrade, 1, State::Failed);
    unreadable.problem = u"of another version"_s;
    QVERIFY(offersOf(unreadable, false).isEmpty());
}

void TestOffers::aSavepointThatKeepsFailingHasThreeWaysOut()
{
    const QList<Offer> offers = offersOf(operationOf(Verb::Upgrade, 1), true);
    QCOMPARE(ids(offers), QStringList({u"wait"_s, u"take-back"_s, u"last-state"_s}));
    QVERIFY(!offers.first().intent);
    const Intent back = intentOf(offers, u"take-back"_s);
    QCOMPARE(back.verb, Verb::Rollback);
    QCOMPARE(back.spec, std::optional(operationOf(Verb::Upgrade, 1).plan.before));
    const Intent other = intentOf(offers, u"last-state"_s);
    QCOMPARE(other.verb, Verb::Upgrade);
    QCOMPARE(other.change.entries.size(), 1);
    QCOMPARE(other.change.entries.first().path, QStringList({u"spec"_s, u"job"_s, u"upgradeMode"_s}));
    QCOMPARE(other.change.entries.first().to, QJsonValue(u"last-state"_s));
    // Where no savepoint is taken none can fail.
    Operation stateless = operationOf(Verb::Upgrade, 1);
    stateless.plan.details.insert(u"predicted"_s, manifest::wayWord(manifest::Decision::Way::Stateless));
    QCOMPARE(ids(offersOf(stateless, true)), QStringList({u"wait"_s, u"take-back"_s}));
}

void TestOffers::afterTheJobWasStoppedItIsRolledBackOrRecovered()
{
    QCOMPARE(ids(offersOf(operationOf(Verb::Upgrade, 2), true)),
             QStringList({u"wait"_s, u"take-back"_s, u"recover"_s}));
    const QList<Offer> failed = offersOf(operationOf(Verb::Upgrade, 2, State::Failed), false);
    QCOMPARE(ids(failed), QStringList({u"take-back"_s, u"recover"_s}));
    QCOMPARE(intentOf(failed, u"recover"_s).verb, Verb::Recover);
    QVERIFY(intentOf(failed, u"recover"_s).from.isEmpty());
    // There is nothing to take back of a new start.
    QCOMPARE(ids(offersOf(operationOf(Verb::Recover, 2, State::Failed), false)), QStringList(u"recover"_s));
    // Before anything was sent nothing is to be undone.
    QVERIFY(offersOf(operationOf(Verb::Upgrade, 0, State::Failed), false).isEmpty());
}

void TestOffers::aRestartIsTakenBackByItsNonce()
{
    Operation restart = operationOf(Verb::Restart, 1);
    const auto to = [&] { return intentOf(offersOf(restart, true), u"take-back"_s).change.entries.value(0); };
    QCOMPARE(intentOf(offersOf(restart, true), u"take-back"_s).verb, Verb::Upgrade);
    QCOMPARE(to().path, QStringList({u"spec"_s, restartNonce}));
    QCOMPARE(to().to, QJsonValue(4));
    restart.plan.before.remove(restartNonce);
    QVERIFY(to().to.isUndefined());
    // Once it was taken up there is nothing in the nonce that undoes it.
    QCOMPARE(ids(offersOf(operationOf(Verb::Restart, 2), true)), QStringList({u"wait"_s, u"recover"_s}));
}

void TestOffers::aSuspensionIsTakenBackByResuming()
{
    const QList<QStringView> steps{plans::stepkind::changeSpec, plans::stepkind::suspended};
    const QList<Offer> offers = offersOf(operationOf(Verb::Suspend, 1, State::Running, steps), true);
    QCOMPARE(ids(offers), QStringList({u"wait"_s, u"take-back"_s}));
    QCOMPARE(intentOf(offers, u"take-back"_s).verb, Verb::Resume);
}

void TestOffers::whatHasSentNothingIsTriedAgain()
{
    const QList<QStringView> steps{plans::stepkind::createSnapshot, plans::stepkind::snapshotMade};
    const QList<Offer> offers = offersOf(operationOf(Verb::Savepoint, 1, State::Failed, steps), false);
    QCOMPARE(ids(offers), QStringList(u"again"_s));
    QCOMPARE(intentOf(offers, u"again"_s).verb, Verb::Savepoint);
    QCOMPARE(ids(offersOf(operationOf(Verb::Restart, 0, State::Failed), false)), QStringList(u"again"_s));
    QVERIFY(!ids(offersOf(operationOf(Verb::Restart, 1, State::Failed), false)).contains(u"again"_s));
}

void TestOffers::whatMayNotBeLeftAloneIsOnlyWaitedFor()
{
    Operation between = operationOf(Verb::Upgrade, 1);
    between.plan.steps[1].mayBeCancelled = false;
    QCOMPARE(ids(offersOf(between, true)), QStringList(u"wait"_s));
}

void TestOffers::whatNobodyIsAtIsContinued()
{
    for (const State state : {State::Interrupted, State::Unknown}) {
        const QList<Offer> offers = offersOf(operationOf(Verb::Upgrade, 1, state), false);
        QCOMPARE(ids(offers), QStringList({u"continue"_s, u"take-back"_s}));
        QVERIFY(!offers.first().intent);
    }
    // What no intent plans goes on, or does not.
    Operation colours = operationOf(Verb::Upgrade, 1, State::Unknown);
    colours.plan.details.insert(u"kind"_s, u"FlinkBlueGreenDeployment"_s);
    QCOMPARE(ids(offersOf(colours, false)), QStringList(u"continue"_s));
    colours.state = State::Failed;
    QVERIFY(offersOf(colours, false).isEmpty());
}

void TestOffers::takingBackLeavesSecretsAsTheyAre()
{
    const auto specOf = [](const QString& image, const QString& secret) {
        return QJsonObject{{u"image"_s, image}, {u"flinkConfiguration"_s, QJsonObject{{u"s3.secret-key"_s, secret}}}};
    };
    const QJsonObject live{{u"spec"_s, specOf(u"orders:2"_s, u"hunter2"_s)}};
    Operation operation = operationOf(Verb::Upgrade, 1);
    operation.plan.before =
        plans::withoutSecrets({{u"spec"_s, specOf(u"orders:1"_s, u"hunter2"_s)}})[u"spec"].toObject();
    const Intent back = intentOf(offersOf(operation, true), u"take-back"_s);
    const plans::SpecChange change = plans::changeFor(back, live, true);
    QVERIFY(!change.isMasked());
    QCOMPARE(change.appliedTo(live)[u"spec"].toObject(), specOf(u"orders:1"_s, u"hunter2"_s));
    // One that was taken away is in no journal: nobody can bring it back but by hand.
    const QJsonObject without{{u"spec"_s, QJsonObject{{u"image"_s, u"orders:2"_s}}}};
    QVERIFY(plans::changeFor(back, without, true).isMasked());
}

void TestOffers::onlyTheLatestOperationIsOfToday()
{
    const Operation failed = operationOf(Verb::Upgrade, 2, State::Failed);
    Operation later = operationOf(Verb::Savepoint, 1, State::Succeeded);
    later.startedAt = failed.startedAt.addSecs(1);
    QVERIFY(plans::isLatest(failed, {failed}));
    QVERIFY(!plans::isLatest(failed, {later, failed}));
    QVERIFY(plans::isLatest(later, {later, failed}));
    later.plan.uid = u"u-2"_s;
    QVERIFY(plans::isLatest(failed, {later, failed}));
}

void TestOffers::everyOfferIsForTheSameObjectAndSaysWhatItDoes()
{
    for (const Verb verb : {Verb::Upgrade, Verb::Restart, Verb::Suspend, Verb::Resume, Verb::Recover, Verb::Delete}) {
        for (qsizetype done = 0; done < 6; ++done) {
            for (const State state : {State::Running, State::Failed, State::Unknown}) {
                for (const Offer& offer : offersOf(operationOf(verb, done, state), true)) {
                    QVERIFY(!offer.text.isEmpty());
                    QVERIFY(offer.about.endsWith(u'.'));
                    if (!offer.intent)
                        continue;
                    QCOMPARE(offer.intent->kind, u"FlinkDeployment"_s);
                    QCOMPARE(offer.intent->nameSpace, u"shop"_s);
                    QCOMPARE(offer.intent->name, u"orders"_s);
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_offers.moc"
