#pragma once

#include "core/yaml/tree.h"

#include <QStringList>

namespace yaml {

/// Bytes of a document to be written anew.
struct Change
{
    Span span;
    QByteArray text;
};

/// What a scalar that is written shall be read as.
enum class Meaning {
    Text,  ///< quoted where YAML would take it for something else
    Typed, ///< a number, true or false: never quoted
};

/// A value of a document, and what it shall be.
struct Setting
{
    QStringList keys; ///< from the root
    Meaning meaning = Meaning::Text;
    QStringList order = {}; ///< names of keys: a new one is put behind its siblings that stand before it here
};

/// These say what to write so that `keys` lead to a value; every byte around it stays, and the style the value had.
/// What comes of it is read again before it is answered: it means the same everywhere else. An error says why a place
/// can only be changed by hand: it is shared through an anchor, goes over several lines, or something else stands
/// there.
base::Result<QList<Change>> withScalar(const Tree& tree, const Setting& setting, const QString& text);
/// The same for a list of texts; it is not empty.
base::Result<QList<Change>> withTexts(const Tree& tree, const Setting& setting, const QStringList& texts);
/// The same without the value and its key; a map that held nothing else stays, empty.
base::Result<QList<Change>> without(const Tree& tree, const QStringList& keys);

/// Why a value can only be changed by hand; empty: it can be written anew in its place.
QString whyNotWritable(const Tree& tree, int node);

/// The document after these changes, which do not overlap.
QByteArray changed(const QByteArray& document, QList<Change> changes);

} // namespace yaml
