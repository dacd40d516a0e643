#pragma once

#include "ui/fleet/row.h"

#include <QCoreApplication>

namespace fleet {

/// How points in time are written in the table.
enum class TimeStyle { Relative, Absolute };

/// The words of one row, column by column.
class CellText
{
    Q_DECLARE_TR_FUNCTIONS(fleet::CellText)

public:
    static QString title(Column column);
    /// A stable name for settings and exports: "checkpoint-age".
    static QString key(Column column);
    /// As drawn: short. What does not apply is "–", what is not known "?".
    static QString shown(const Row& row, Column column, TimeStyle style, qint64 nowMs);
    /// As copied and exported: exact and independent of the language; empty where nothing is known.
    static QString exact(const Row& row, Column column);
    /// Exact value, its source and age, and why it is not known.
    static QString hint(const Row& row, Column column, qint64 nowMs);
    static bool isNumber(Column column);

    /// The family in which an age is coloured; Healthy: not past any threshold.
    static base::Health checkpointFamily(const Row& row, qint64 nowMs);

private:
    static QString checkpointAge(const Row& row, TimeStyle style, qint64 nowMs);
    static QString time(qint64 at, TimeStyle style, qint64 nowMs);
    static QString checkpointHint(const Row& row, qint64 nowMs);
    static QString seenHint(const Row& row, qint64 nowMs);
};

} // namespace fleet
