#pragma once

#include "ui/fleet/row.h"

#include <QCoreApplication>

namespace fleet {

/// The words of one row, column by column. Column::Label has functions of its own; the others answer nothing for it.
class CellText
{
    Q_DECLARE_TR_FUNCTIONS(fleet::CellText)

public:
    static QString title(Column column);
    /// A stable name for settings and exports: "checkpoint-age".
    static QString key(Column column);
    static QString key(base::Health health);
    /// As drawn: short; times in the window's form. What does not apply is "–", what is not known "?".
    static QString shown(const Row& row, Column column, qint64 nowMs);
    /// As copied and exported: exact and independent of the language; empty where nothing is known.
    static QString exact(const Row& row, Column column);
    /// Exact value, its source and age, and why it is not known.
    static QString hint(const Row& row, Column column, qint64 nowMs);
    static bool isNumber(Column column);

    /// The value of a label as it may be shown; empty: the row does not have it.
    static QString label(const Row& row, const QString& key);
    static QString labelTitle(const QString& key);
    static QString labelHint(const Row& row, const QString& key, qint64 nowMs);

    /// The family in which a value is coloured; Healthy: not past any threshold.
    static base::Health family(const Row& row, Column column, qint64 nowMs);

private:
    static QString checkpointAge(const Row& row, qint64 nowMs);
    static QString time(qint64 at, qint64 nowMs);
    static QString checkpointHint(const Row& row, qint64 nowMs);
    static QString seenHint(const Row& row, qint64 nowMs);
};

} // namespace fleet
