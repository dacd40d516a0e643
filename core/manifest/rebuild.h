#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/pastedline.h"
#include "core/manifest/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace manifest {

/// A line whose place was chosen, and not known.
struct Unsure
{
    enum class Why {
        SeveralPlaces, ///< `others` would take it as well
        UnknownField,  ///< nothing open has such a field
        StandsTwice,   ///< its place has that key already
        WrongValue,    ///< its place takes another kind of value
        GoesOn,        ///< it was taken for the rest of the text above
    };

    int line = 0; ///< of those that were given, from 0
    Why why = Why::SeveralPlaces;
    QString place;      ///< path of what holds it now; empty: the document
    QStringList others; ///< paths
};

/// Lines that a block scalar took.
struct RebuiltBlock
{
    QString key;             ///< that holds it; empty: an item
    int first = 0, last = 0; ///< lines
    int column = 0;
};

/// Where lines stood before they lost their indentation.
struct Rebuilt
{
    QList<int> columns; ///< for each line; -1: it does not matter
    QList<Unsure> unsure;
    QList<RebuiltBlock> blocks;
};

/// What a document's lines are held against.
struct RebuildBasis
{
    Shape root;
    const Catalogue& catalogue;
    int operatorMinor = 0;
};

/// The most lines of a document that are rebuilt; the effort grows faster than they do.
constexpr qsizetype mostRebuiltLines = 5000;

/// Finds, among all ways to nest these lines, the one that fits the schema best; their own columns do not count. Lines
/// of a document without its "---". Every line gets a place, a bad one if there is no good one.
Rebuilt rebuilt(const QList<PastedLine>& lines, const RebuildBasis& basis);

} // namespace manifest
