#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

namespace yaml {

/// How scalars are read.
enum class Scalars {
    AsText, ///< every scalar is its source text; null stays null. For files whose fields are strings by definition
    Typed,  ///< as Kubernetes reads them: numbers, booleans (yes and off, too), null, text
};

/// What hostile input may cost at most.
struct Limits
{
    qsizetype bytes = 32 * 1024 * 1024;
    int depth = 100;
    qsizetype aliasExpansion = 1024 * 1024; ///< nodes that aliases may add
};

/// Reads every document of `text` (YAML or JSON, UTF-8 or UTF-16 with a byte order mark). Duplicate keys of one map are
/// an error; tags are ignored. The error's detail is "line L, column C" (1-based).
base::Result<QList<QJsonValue>> read(const QByteArray& text, Scalars scalars, const Limits& limits = {});

/// Writes block style YAML that reads back as the same value.
QByteArray write(const QJsonValue& value);

} // namespace yaml
