#pragma once

#include "core/manifest/change.h"
#include "core/plans/outlook.h"

#include <QList>

#include <optional>

namespace editor {

/// One line of a comparison of two texts.
struct DiffLine
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;                                ///< safe to show
    int before = 0, after = 0;                   ///< its number there, from 1; 0: it does not stand there
    std::optional<manifest::ChangeClass> weight; ///< of the change this line is the place of
    QStringList path;                            ///< of that change
    bool isWaiting = false;                      ///< the object says so already

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// What a manifest is compared with.
enum class Against { Reconciled, Stable, Cluster };

/// Pure: two texts line by line, the lines that differ as few as possible.
QList<DiffLine> diffOf(const QStringList& before, const QStringList& after);

/// What would be different: each change with its class beside its line, as YAML, and a few lines around. Empty:
/// nothing. Nothing at all: there is none to compare with.
std::optional<QList<DiffLine>> comparisonOf(const plans::Prospect& prospect, const QJsonObject& manifest,
                                            Against against);
/// Of an object that is none of the operator's: without classes.
QList<DiffLine> comparisonOf(const QJsonObject& before, const QJsonObject& after);

} // namespace editor
