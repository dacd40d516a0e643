#pragma once

#include "core/manifest/lint.h"
#include "ui/code/folds.h"

#include <QMetaType>

#include <chrono>

namespace editor {

/// Units of an editor's text to be written anew.
struct TextEdit
{
    qsizetype begin = 0, end = 0;
    QString text;

    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// What was found in a text, with places as editors count them.
struct Problem
{
    qsizetype begin = 0, end = 0;
    manifest::Finding finding; ///< its own places count bytes and hold only for the text that was checked
    QList<TextEdit> edits;     ///< of its fix; empty: there is none, or the text has changed there since
    bool isSafe = false;       ///< the fix may be done unseen
};

/// A line of the outline: a document, or a part of one.
struct OutlinePart
{
    int depth = 0;       ///< 0: a document
    qsizetype begin = 0; ///< where it stands
    QString title;       ///< the key; of a document its kind
    QString name;        ///< of a document; empty: it has none

    friend bool operator==(const OutlinePart&, const OutlinePart&) = default;
};

/// A document that configures Flink, or not.
struct CheckedDocument
{
    qsizetype begin = 0, end = 0;
    QString kind, flinkRelease;
};

/// All that is known of a text.
struct Checked
{
    QList<Problem> problems; ///< in the order of the text
    QList<CheckedDocument> documents;
    QList<OutlinePart> outline;
    QList<code::Fold> folds;          ///< by line, so only right for the text that was checked
    bool isCurrent = true;            ///< the text has not changed since the check began
    std::chrono::microseconds took{}; ///< to find all this out
    int reused = 0;                   ///< documents that were known already
};

} // namespace editor
