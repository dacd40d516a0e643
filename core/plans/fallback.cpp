#include "core/plans/fallback.h"

#include "core/plans/planning.h"

#include <QJsonArray>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;

std::optional<Intent> fallbackOf(const workflow::Operation& operation)
{
    const QJsonObject& details = operation.plan.details;
    QStringList left = details[u"fallbacks"].toVariant().toStringList();
    const bool isOfSnapshot = operation.facts.contains(u"startFailure"_s);
    if (operation.state != workflow::Operation::State::Failed || !isOfSnapshot || left.isEmpty())
        return std::nullopt;
    Intent intent;
    intent.verb = Intent::Verb::Recover;
    intent.kind = details[u"kind"].toString();
    intent.nameSpace = details[u"namespace"].toString();
    intent.name = details[u"name"].toString();
    intent.from = left.takeFirst();
    intent.fallbacks = left;
    const auto settled = std::ranges::find(operation.plan.steps, stepkind::settled.toString(), &workflow::Step::kind);
    if (settled != operation.plan.steps.end())
        intent.settle = std::chrono::seconds(settled->details[u"seconds"].toInteger());
    return intent;
}

} // namespace plans
