#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/schema.h"
#include "core/manifest/sketch.h"

#include <QList>

namespace manifest {

/// Something that may be put in where one writes.
struct Proposal
{
    enum class Kind { Field, Key, Value };

    Kind kind = Kind::Field;
    QString text;               ///< as it is shown
    QString insert;             ///< in the place of what is replaced
    QString type, defaultValue; ///< of a field or key; empty: not told
    QString configurationKey;   ///< the whole key; empty: it is none
    bool isDeprecated = false;
};

struct Completion
{
    yaml::Span replaced;       ///< bytes of the text
    QList<Proposal> proposals; ///< the most fitting first; at most 200
};

/// What may be written at a byte of a text of one or more documents. Only the document around it is looked at, and that
/// line by line: it need not be readable as YAML now. Fields and their values are those that `schema` knows.
Completion completionAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue,
                        const Schema& schema = *Schema::bundled());

} // namespace manifest
