#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/schema.h"
#include "core/manifest/sketch.h"

#include <optional>

namespace manifest {

/// What may stand where a path of a manifest leads.
struct Ground
{
    Shape shape;                  ///< Any: nobody knows
    bool isConfiguration = false; ///< keys of Flink's configuration
    QString prefix;               ///< of those keys, with its dot: what nested maps give already
    bool isKnown = false;         ///< the schema leads here
    bool isRefused = false;       ///< the schema says that nothing can stand here
};

/// `path` as Spot has it, `operatorMinor` the 15 of 1.15.
Ground groundOf(const QString& kind, const QStringList& path, int operatorMinor, const Schema& schema);

/// What a field or a key of configuration is, wherever it stands.
struct Topic
{
    QString name;    ///< the key, or the field with all above it
    yaml::Span span; ///< of the word it is about
    bool isConfiguration = false;
    QString type, defaultValue; ///< as the catalogue says, or the schema; empty: not told
    QString since;              ///< of Flink, or of the operator; empty: all releases that are known
    KeyVerdict verdict;         ///< of configuration
    QStringList values;         ///< of an enumeration
    QString release;            ///< of Flink: "1.20"; of configuration
};

/// Of the word at a byte of a text, as `schema` knows it. Nothing: there is none, or it is unknown.
std::optional<Topic> topicAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue,
                             const Schema& schema = *Schema::bundled());

/// The release a spot is about: the one the text says, else 1.20.
int releaseOf(const Spot& spot, const Catalogue& catalogue);

/// Its default as one would write it: without the quotes of its source. Empty: it has none.
QString plainDefault(const ConfigOption& option);

/// The values an option may have, if it takes only a few; the default first.
QStringList valuesOf(const ConfigOption& option, const Catalogue& catalogue, int release);

/// The newest release of the operator, whose schema is meant: 16 of 1.16.
int newestOperatorMinor();

} // namespace manifest
