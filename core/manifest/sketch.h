#pragma once

#include "core/yaml/tree.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace manifest {

/// A key, or the dash of a list's item, as its line shows it.
struct Step
{
    int column = 0; ///< bytes before it in its line
    bool isItem = false;
    QString key;      ///< without quotes; of an item empty
    yaml::Span span;  ///< of the key with its quotes, or of the dash; in the text
    yaml::Span value; ///< the rest of its line without comment and blanks around; of a dash before a key empty
};

/// Reads a document of block style line by line. It need not be readable as YAML: one is in the midst of writing it.
/// What stands within scalars of many lines and within flow style is left out.
QList<Step> stepsOf(const QByteArray& text, yaml::Span document);

/// Where something stands in a manifest that is being written.
struct Spot
{
    enum class What { Key, Value, Other };

    What what = What::Other;
    yaml::Span document;
    QString kind;          ///< of the document; empty: it does not say
    QString flinkVersion;  ///< of the document, else of another one of the text; empty: none says
    QStringList path;      ///< the keys it stands below, "-" for items
    QString key;           ///< it is, or whose value it is; what stands before the cursor may be less
    yaml::Span word;       ///< the key or the value it stands in, with quotes; empty: nothing is written yet
    QString typed;         ///< of the word up to the cursor, without an opening quote
    int column = 0;        ///< of the key
    bool hasColon = false; ///< behind the key
    bool isQuoted = false; ///< the word begins with a quote
    QStringList siblings;  ///< the other keys of the same map
};

/// At a byte of a text of one or more documents.
Spot spotAt(const QByteArray& text, qsizetype offset);

} // namespace manifest
