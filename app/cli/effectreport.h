#pragma once

#include "app/cli/screen.h"
#include "core/plans/outlook.h"

#include <QJsonObject>

namespace cli {

/// What one manifest would do.
struct EffectReport
{
    QString context;
    plans::Prospect prospect;
    manifest::Effect effect;
};

QJsonObject effectJson(const EffectReport& report);
/// A page for people.
QString effectText(const EffectReport& report, Colors colors);

} // namespace cli
