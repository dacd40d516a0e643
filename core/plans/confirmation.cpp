#include "core/plans/confirmation.h"

namespace plans {

bool losesState(const manifest::Effect& effect)
{
    using Way = manifest::Decision::Way;
    switch (effect.decision.way) {
    case Way::Stateless:
        return true;
    case Way::Recorded:
        return !effect.decision.restore;
    case Way::None:
    case Way::First:
    case Way::InPlace:
    case Way::Savepoint:
    case Way::KeepHa:
    case Way::Cancel:
    case Way::Wait:
    case Way::Refused:
        // A redeployment that waits drops the state as soon as it need not wait any more.
        return effect.size == manifest::Effect::Size::Redeploy && effect.decision.way != Way::Refused;
    }
    return false;
}

Confirmation confirmationOfLoss(base::Environment environment)
{
    return environment == base::Environment::Development ? Confirmation::Acknowledge : Confirmation::TypeName;
}

Confirmation confirmationFor(const manifest::Effect& effect, base::Environment environment)
{
    return losesState(effect) ? confirmationOfLoss(environment) : Confirmation::Button;
}

} // namespace plans
