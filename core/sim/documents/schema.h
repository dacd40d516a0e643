#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sim::documents {

struct Schema;
/// Schemas never change once they are built; recursive types (of JSON schemas) refer to themselves by name.
using SchemaPointer = std::shared_ptr<const Schema>;

/// What a value of a document may be, how it is merged and who can own a part of it.
struct Schema
{
    enum class Type {
        Any, ///< whatever JSON can say; owned and merged as a whole
        Object,
        Map, ///< an object whose keys are data
        List,
        String,
        Bytes,       ///< base64
        Time,        ///< RFC 3339, whole seconds
        MicroTime,   ///< RFC 3339 with six digits after the second
        Quantity,    ///< a string or a number: 100m, 1.5Gi
        IntOrString, ///<
        Integer,
        Number,
        Boolean,
    };
    /// How a list or an object takes part in server-side apply.
    enum class Merge {
        Granular, ///< objects: member by member
        Atomic,
        Set,   ///< lists of scalars, each value owned on its own
        Keyed, ///< lists of objects that `keys` tell apart
    };

    struct Field
    {
        QString name;
        SchemaPointer schema;
        QString description = {}; ///< our own words, for explain
        bool isRequired = false;
        /// Written even when nobody set it, with the zero of its type: what Go does with a field that is no pointer and
        /// has no omitempty. Built-in kinds only.
        bool isAlways = false;
    };

    Type type = Type::Any;
    QString name = {};        ///< of a named type: io.k8s.api.core.v1.Container
    QString description = {}; ///<
    QString format = {};      ///< int32, int64, date-time…
    std::vector<Field> fields = {};
    SchemaPointer items = {}; ///< of List and Map
    Merge merge = Merge::Granular;
    QStringList keys = {};                   ///< of Merge::Keyed
    QString patchMergeKey = {};              ///< strategic merge patch: lists are merged by this key
    bool isPatchMerged = false;              ///< strategic merge patch: a list that is merged, by key or as a set
    bool isPatchRetained = false;            ///< strategic merge patch: $retainKeys is understood
    QStringList allowed = {};                ///< of an enum, sorted
    std::optional<QJsonValue> fallback = {}; ///< what the server fills in where nothing stands
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    std::optional<qint64> minLength = {}; ///< characters of a string, items of a list, members of a map
    std::optional<qint64> maxLength = {};
    QString pattern = {};
    bool isNullable = false;
    bool keepsUnknown = false; ///< x-kubernetes-preserve-unknown-fields
    bool isEmbedded = false;   ///< x-kubernetes-embedded-resource
    bool isAtomicLeaf() const { return type == Type::Any || merge == Merge::Atomic; }

    /// Null: no such field.
    const Field* field(QStringView fieldName) const;
    /// The schema of a member: of a field, or of any key of a map. Null: not declared.
    SchemaPointer member(QStringView memberName) const;
};

} // namespace sim::documents
