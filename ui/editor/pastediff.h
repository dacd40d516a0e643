#pragma once

#include <QList>
#include <QStringList>

namespace editor {

/// What became of a line that was pasted, or where one of the result came from.
struct PastedMark
{
    enum class Fate {
        Same,
        Moved,   ///< only the blanks in front are others
        Changed, ///< characters of it are
        Removed, ///< it was left out
        Added,   ///< it was put in
    };

    Fate fate = Fate::Same;
    int partner = -1; ///< the line of the other side, from 0; -1: there is none

    friend bool operator==(const PastedMark&, const PastedMark&) = default;
};

struct PasteDiff
{
    QList<PastedMark> before, after; ///< one a line
};

/// Pure: which line of a text that was repaired came of which. The order of lines never changes.
PasteDiff pasteDiff(const QStringList& before, const QStringList& after);

} // namespace editor
