#pragma once

#include "core/plans/offers.h"

#include <QJsonArray>

namespace cli {

/// What can be done about an operation, each with the command that plans it; empty: nothing.
QString offersText(const workflow::Operation& operation, const QList<plans::Offer>& offers);
/// [{"id", "text", "about", "command"}]
QJsonArray offersJson(const workflow::Operation& operation, const QList<plans::Offer>& offers);

} // namespace cli
