#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace code {

/// One line of a comparison of two texts.
struct DiffLine
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;              ///< safe to show
    int before = 0, after = 0; ///< its number there, from 1; 0: it does not stand there

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// Pure: two texts line by line, the lines that differ as few as possible.
QList<DiffLine> diffOf(const QStringList& before, const QStringList& after);

/// Without what is far from any difference; a gap is a line without numbers.
QList<DiffLine> condensed(const QList<DiffLine>& lines);

} // namespace code
