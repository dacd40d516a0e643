#pragma once

#include "core/yaml/tree.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace manifest {

/// Bytes of a document to be written anew.
struct Edit
{
    yaml::Span span;
    QByteArray text;
};

/// What would mend a finding.
struct Fix
{
    QString title;
    QList<Edit> edits;
    bool isSafe = false; ///< means the same to every release that is asked about, so that it may be done unseen
};

/// Something that is wrong with a manifest, or could be better.
struct Finding
{
    enum class Severity { Error, Warning, Info };
    enum class Verdict {
        Unknown,
        Removed,
        NotYet,
        Deprecated,
        Renamed,
        Forbidden,
        InvalidValue,
        Conflict,
        Schema,
        Advice,
    };

    QString rule; ///< "DREY-K001": stays what it means for ever
    Severity severity = Severity::Error;
    Verdict verdict = Verdict::Schema;
    yaml::Span span; ///< in the document
    QString path;    ///< of the value; empty: the document
    QString key;     ///< of configuration; empty: it is about something else
    QString missing; ///< path, or key of configuration, of what should be written; empty: it is about what is
    QString message;
    QString explanation;
    QString replacement; ///< the key to use instead; empty: none
    std::optional<Fix> fix;
};

/// The document after these edits; those that touch bytes of an earlier one are left out.
QByteArray edited(const QByteArray& document, QList<Edit> edits);

} // namespace manifest
