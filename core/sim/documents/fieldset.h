#pragma once

#include "core/sim/documents/schema.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace sim::documents {

/// A set of paths into documents, as managedFields keep it: a field, an item of a list by its keys, a value of a set.
///
/// A set knows members (paths that end here) and children (paths that go on); the same step can be both.
class FieldSet
{
public:
    /// One step: a field's name, the keys of an item, or a value of a set.
    struct Step
    {
        enum class Kind { Field, Keys, Value, Index };

        Kind kind = Kind::Field;
        QString name = {};       ///< of Field
        QJsonValue content = {}; ///< of Keys (an object), Value and Index

        static Step field(const QString& name) { return {Kind::Field, name}; }
        static Step keys(const QJsonObject& keys) { return {Kind::Keys, {}, keys}; }
        static Step value(const QJsonValue& value) { return {Kind::Value, {}, value}; }
        /// f:NAME, k:{…}, v:…, i:N. Nothing sensible: an empty field name.
        static Step read(const QString& text);
        QString written() const;
        /// As messages write it: .name, [name="c"], [="a"], [3].
        QString inWords() const;
    };
    using Path = std::vector<Step>;

    bool isEmpty() const;
    bool contains(const Path& path) const;
    /// Whether the path or anything below it is in the set.
    bool containsBelow(const Path& path) const;
    void insert(const Path& path);

    FieldSet united(const FieldSet& other) const;
    FieldSet intersected(const FieldSet& other) const;
    FieldSet without(const FieldSet& other) const;
    /// Without the members of the other set, and without all that stands below them.
    FieldSet withoutBelow(const FieldSet& other) const;
    /// With the fields on the way to each member as members, as far as the schema declares them.
    FieldSet withDeclaredFields(const Schema& schema) const;
    /// What stands below one step.
    const FieldSet* below(const Step& step) const { return child(step.written()); }
    bool has(const Step& step) const { return level().members.contains(step.written()); }

    /// All members, in order.
    std::vector<Path> paths() const;

    /// The form of managedFields[].fieldsV1.
    QJsonObject written() const;
    static FieldSet read(const QJsonObject& fieldsV1);
    /// The same of what written() gave once: read as far as somebody looks into it, most writes touch little of it.
    static FieldSet reread(const QJsonObject& fieldsV1);

    friend bool operator==(const FieldSet& one, const FieldSet& other);

private:
    /// One level, by the written form of the step. No child is empty.
    struct Level
    {
        std::set<QString> members;
        std::map<QString, FieldSet> children;
    };

    const Level& level() const;
    Level& level() { return const_cast<Level&>(std::as_const(*this).level()); }
    void collect(Path& prefix, std::vector<Path>& into) const;
    /// Null: nothing goes on there.
    const FieldSet* child(const QString& step) const;
    void keepChild(const QString& step, FieldSet set);

    mutable QJsonObject m_unread; ///< empty: all of this level stands in m_level
    mutable Level m_level;
};

} // namespace sim::documents
