#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace sim::documents {

/// What a value of a document may be, how it is merged and who can own a part of it. Never changes once it is built.
struct Schema
{
    enum class Type {
        Any, ///< whatever JSON can say; objects are merged member by member, lists as a whole
        Object,
        Map, ///< an object whose keys are data
        List,
        String,
        Bytes,     ///< base64
        Time,      ///< RFC 3339, whole seconds
        MicroTime, ///< RFC 3339 with six digits after the second
        Quantity,  ///< a string or a number: 100m, 1.5Gi
        IntOrString,
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
    /// What becomes of a field of a built-in kind that nobody set, or set to the zero of its type (0, "", false, an
    /// empty list).
    enum class Presence {
        Always,  ///< written with its zero: Go knows no other way
        Null,    ///< a pointer in Go that is written as null
        Nonzero, ///< left out
        AsGiven, ///< a pointer in Go: zero and nothing are two things
    };

    struct Field
    {
        QString name;
        const Schema* schema = nullptr;
        QString description = {}; ///< our own words, for explain
        bool isRequired = false;
        Presence presence = Presence::AsGiven;
        QString patchMergeKey = {};              ///< strategic merge patch: the list is merged by this key
        bool isPatchMerged = false;              ///< strategic merge patch: a list that is merged, by key or as a set
        bool isPatchRetained = false;            ///< strategic merge patch: $retainKeys is understood
        std::optional<QJsonValue> fallback = {}; ///< what the server fills in where nothing stands
    };

    Type type = Type::Any;
    QString name = {}; ///< of a named type: io.k8s.api.core.v1.Container
    QString description = {};
    QString format = {};                           ///< int32, int64, date-time…
    std::vector<Field> fields = {};                ///< sorted by name
    const Schema* items = nullptr;                 ///< of List and Map
    Merge merge = Merge::Granular;                 ///< lists are Atomic, unless they say otherwise
    QStringList keys = {};                         ///< of Merge::Keyed
    std::optional<QList<QJsonValue>> allowed = {}; ///< of an enum, in its order
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    std::optional<qint64> minLength = {}; ///< characters of a string, items of a list
    std::optional<qint64> maxLength = {};
    QString pattern = {};
    bool isNullable = false;
    bool keepsUnknown = false; ///< x-kubernetes-preserve-unknown-fields
    bool isEmbedded = false;   ///< x-kubernetes-embedded-resource

    /// Null: no such field.
    const Field* field(QStringView fieldName) const;
    /// The schema of a member: of a field, or of any key of a map or of free contents. Null: not declared.
    const Schema* member(QStringView memberName) const;

    bool isObject() const { return type == Type::Object || type == Type::Map; }
    bool isScalar() const;
};

/// Owns schemas, which refer to each other and to themselves.
class SchemaStore
{
public:
    Schema& add(Schema schema);

private:
    std::deque<Schema> m_schemas;
};

/// Contents nothing is known of.
const Schema& anything();

} // namespace sim::documents
