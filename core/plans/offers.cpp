#include "core/plans/offers.h"

#include "core/manifest/effect.h"
#include "core/plans/flinkplan.h"
#include "core/plans/planning.h"

#include <QCoreApplication>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using workflow::Operation;
using workflow::StepRecord;
using Verb = Intent::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

/// The offers of one operation, in the making.
class Offering
{
public:
    Offering(const Operation& operation, Verb verb)
        : m_operation(operation)
        , m_verb(verb)
    {
    }

    QList<Offer> whileItIsStuck();
    QList<Offer> afterItFailed();
    QList<Offer> whileNobodyIsAtIt();

private:
    Intent intentOf(Verb verb) const;
    bool isDone(QStringView step) const;
    bool isAt(QStringView step) const;
    bool hasSentSomething() const;
    bool isEdit() const { return m_verb == Verb::Upgrade || m_verb == Verb::Rescale || m_verb == Verb::Rollback; }
    bool startsJob() const { return isEdit() || m_verb == Verb::Restart || m_verb == Verb::Resume || isNewStart(); }
    bool isNewStart() const { return m_verb == Verb::Redeploy || m_verb == Verb::Recover; }
    void addWaiting();
    void addTakingBack();
    void addLastState();
    void addRecovery();
    void addRepetition();

    const Operation& m_operation;
    const Verb m_verb;
    QList<Offer> m_offers;
};

Intent Offering::intentOf(Verb verb) const
{
    const QJsonObject& details = m_operation.plan.details;
    Intent intent;
    intent.verb = verb;
    intent.kind = details[u"kind"].toString();
    intent.nameSpace = details[u"namespace"].toString();
    intent.name = details[u"name"].toString();
    return intent;
}

bool Offering::isDone(QStringView step) const
{
    return std::ranges::any_of(m_operation.steps, [&](const StepRecord& record) {
        return record.id == step && record.state == StepRecord::State::Done;
    });
}

bool Offering::isAt(QStringView step) const
{
    const qsizetype current = m_operation.currentStep();
    return current >= 0 && m_operation.steps.at(current).id == step;
}

bool Offering::hasSentSomething() const
{
    for (qsizetype i = 0; i < m_operation.steps.size(); ++i) {
        if (m_operation.plan.steps.at(i).sends && m_operation.steps.at(i).state == StepRecord::State::Done)
            return true;
    }
    return false;
}

void Offering::addWaiting()
{
    m_offers.append({u"wait"_s, Text::tr("Wait"), Text::tr("It goes on by itself as soon as it can."), std::nullopt});
}

/// What was there before is written again; the operator then has nothing to do, or starts the job as it was.
void Offering::addTakingBack()
{
    if (!isDone(stepkind::changeSpec))
        return;
    if (isEdit()) {
        Intent back = intentOf(Verb::Rollback);
        back.spec = m_operation.plan.before;
        m_offers.append(isDone(stepkind::takenUp)
                            ? Offer{u"take-back"_s, Text::tr("Roll back…"),
                                    Text::tr("The spec from before is written, and the job starts with it."), back}
                            : Offer{u"take-back"_s, Text::tr("Take the change back…"),
                                    Text::tr("The spec from before is written, and the job goes on as it was."), back});
    } else if (m_verb == Verb::Suspend) {
        m_offers.append({u"take-back"_s, Text::tr("Let it run…"),
                         Text::tr("The suspension is taken back, and the job goes on, or starts again."),
                         intentOf(Verb::Resume)});
    } else if (m_verb == Verb::Restart && !isDone(stepkind::takenUp)) {
        Intent back = intentOf(Verb::Upgrade);
        const QString nonce = u"restartNonce"_s;
        const QJsonValue before = m_operation.plan.before[nonce];
        back.change.set({u"spec"_s, nonce}, before);
        m_offers.append({u"take-back"_s, Text::tr("Take the change back…"),
                         Text::tr("The restart is asked for no more, and the job goes on as it was."), back});
    }
}

/// The operator tries a savepoint that fails for ever; from the last checkpoint it needs none.
void Offering::addLastState()
{
    const bool needsSavepoint =
        m_operation.plan.details[u"predicted"].toString() == manifest::wayWord(manifest::Decision::Way::Savepoint);
    if (!isAt(stepkind::takenUp) || !needsSavepoint)
        return;
    Intent other = intentOf(Verb::Upgrade);
    other.change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"last-state"_s);
    m_offers.append(
        {u"last-state"_s, Text::tr("Go on from the last checkpoint…"),
         Text::tr("The change stays, and the job is restored from its last checkpoint instead of a savepoint "
                  "(upgradeMode: last-state)."),
         other});
}

void Offering::addRecovery()
{
    if (!startsJob() || !isDone(stepkind::takenUp) || isDone(stepkind::settled))
        return;
    m_offers.append({u"recover"_s, Text::tr("Recover…"),
                     Text::tr("The job starts from another snapshot: all that are known are looked at."),
                     intentOf(Verb::Recover)});
}

/// Of what takes nothing but a name, and has left nothing behind.
void Offering::addRepetition()
{
    const bool isOfName = m_verb == Verb::Savepoint || m_verb == Verb::Checkpoint || m_verb == Verb::Delete ||
                          (!hasSentSomething() && (m_verb == Verb::Suspend || m_verb == Verb::Restart));
    if (isOfName)
        m_offers.append({u"again"_s, Text::tr("Try again…"), Text::tr("The same is planned anew."), intentOf(m_verb)});
}

QList<Offer> Offering::whileItIsStuck()
{
    addWaiting();
    // Where it may not be left alone it has to come to its end.
    const qsizetype current = m_operation.currentStep();
    if (current < 0 || !m_operation.plan.steps.at(current).mayBeCancelled)
        return m_offers;
    addTakingBack();
    addLastState();
    addRecovery();
    return m_offers;
}

QList<Offer> Offering::afterItFailed()
{
    addRepetition();
    addTakingBack();
    addRecovery();
    return m_offers;
}

Offer continuing()
{
    return {u"continue"_s, Text::tr("Continue"),
            Text::tr("It is looked what has become of it, and it goes on from there."), std::nullopt};
}

QList<Offer> Offering::whileNobodyIsAtIt()
{
    m_offers.append(continuing());
    addTakingBack();
    return m_offers;
}

} // namespace

QList<Offer> offersOf(const Operation& operation, bool isStuck)
{
    const std::optional<Verb> verb = verbOf(operation.plan.operation);
    if (!verb || !operation.problem.isEmpty())
        return {};
    const bool isAlone =
        operation.state == Operation::State::Interrupted || operation.state == Operation::State::Unknown;
    // A bare Flink has no object to plan for; of a blue/green deployment only a transition is planned.
    const bool isBlueGreen = operation.plan.details[u"kind"].toString() == blueGreenKind;
    if (isAtEndpoint(operation.plan) || isBlueGreen)
        return isAlone ? QList<Offer>{continuing()} : QList<Offer>();
    Offering offering(operation, *verb);
    switch (operation.state) {
    case Operation::State::Running:
        return isStuck ? offering.whileItIsStuck() : QList<Offer>();
    case Operation::State::Failed:
        return offering.afterItFailed();
    case Operation::State::Interrupted:
    case Operation::State::Unknown:
        return offering.whileNobodyIsAtIt();
    case Operation::State::Succeeded:
    case Operation::State::Cancelled:
    case Operation::State::Abandoned:
        break;
    }
    return {};
}

bool isLatest(const Operation& operation, const QList<Operation>& all)
{
    return std::ranges::none_of(all, [&](const Operation& other) {
        return other.plan.uid == operation.plan.uid && other.startedAt > operation.startedAt;
    });
}

} // namespace plans
