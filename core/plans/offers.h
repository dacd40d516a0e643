#pragma once

#include "core/plans/intent.h"
#include "core/workflow/operation.h"

namespace plans {

/// What somebody can do about an operation that comes to nothing by itself. None of it is done without its own plan
/// being read first.
struct Offer
{
    QString id;    ///< kebab-case, stable: "wait", "continue", "again", "take-back", "last-state", "recover"
    QString text;  ///< translated, for a button: "Take the change back"
    QString about; ///< translated: what it comes to, one sentence
    std::optional<Intent> intent; ///< what is planned instead; nothing: this operation goes on

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// None when it goes well, or its end needs nobody. `isStuck`: as its runner sees it.
QList<Offer> offersOf(const workflow::Operation& operation, bool isStuck);
/// Whether nothing else was begun at its object since: what is offered about an earlier one is of yesterday. `all`: in
/// any order.
bool isLatest(const workflow::Operation& operation, const QList<workflow::Operation>& all);

} // namespace plans
