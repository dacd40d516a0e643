#pragma once

#include "core/manifest/change.h"
#include "core/plans/outlook.h"
#include "ui/code/difflines.h"

#include <QList>

#include <optional>

namespace editor {

/// One line of a comparison of two manifests.
struct DiffLine : code::DiffLine
{
    std::optional<manifest::ChangeClass> weight; ///< of the change this line is the place of
    QStringList path;                            ///< of that change
    bool isWaiting = false;                      ///< the object says so already

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// What a manifest is compared with.
enum class Against { Reconciled, Stable, Cluster };

/// What would be different: each change with its class beside its line, as YAML, and a few lines around. Empty:
/// nothing. Nothing at all: there is none to compare with.
std::optional<QList<DiffLine>> comparisonOf(const plans::Prospect& prospect, const QJsonObject& manifest,
                                            Against against);
/// Of an object that is none of the operator's: without classes.
QList<DiffLine> comparisonOf(const QJsonObject& before, const QJsonObject& after);

} // namespace editor
