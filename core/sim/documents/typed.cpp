#include "core/sim/documents/typed.h"

#include "core/sim/documents/body.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;
using Merge = Schema::Merge;
using Step = FieldSet::Step;
using Path = FieldSet::Path;

/// How a value is taken apart, which for free contents depends on the value.
enum class Shape { Leaf, Members, Items };

Shape shapeOf(const Schema& schema, const QJsonValue& one, const QJsonValue& other)
{
    if (schema.merge == Merge::Atomic)
        return Shape::Leaf;
    const bool isObject = one.isObject() || other.isObject();
    const bool isList = one.isArray() || other.isArray();
    if (isObject && isList)
        return Shape::Leaf;
    if (schema.isObject() || schema.type == Type::Any)
        return isObject ? Shape::Members : Shape::Leaf;
    return schema.type == Type::List && isList ? Shape::Items : Shape::Leaf;
}

bool isEmpty(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || (value.isObject() && value.toObject().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty());
}

const Schema& memberSchema(const Schema& schema, const QString& name)
{
    const auto* member = schema.member(name);
    return member ? *member : anything();
}

Path extended(Path path, const Step& step)
{
    path.push_back(step);
    return path;
}

void collectFields(const Schema& schema, const QJsonValue& value, const Path& path, FieldSet& into)
{
    switch (shapeOf(schema, value, {})) {
    case Shape::Leaf:
        // A null or empty object of a kind that is taken apart owns nothing by itself; its parent notes it.
        if (schema.merge == Merge::Atomic || (!schema.isObject() && schema.type != Type::List))
            into.insert(path);
        return;
    case Shape::Members: {
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item) {
            const auto inner = extended(path, Step::field(item.key()));
            const bool isEmptyObject = item.value().isObject() && item.value().toObject().isEmpty();
            collectFields(memberSchema(schema, item.key()), item.value(), inner, into);
            if (item.value().isNull() || isEmptyObject || !schema.field(item.key()))
                into.insert(inner);
        }
        return;
    }
    case Shape::Items:
        for (const auto item : value.toArray()) {
            const auto step = stepOf(schema, item);
            if (!step)
                continue;
            const auto inner = extended(path, *step);
            collectFields(*schema.items, item, inner, into);
            into.insert(inner);
        }
        return;
    }
}

/// The items of a list by their steps; doubles are kept together.
struct Index
{
    std::vector<QString> order;
    QHash<QString, Step> steps;
    QHash<QString, QList<QJsonValue>> items;

    Index(const Schema& list, const QJsonValue& value)
    {
        for (const auto item : value.toArray()) {
            const auto step = stepOf(list, item);
            if (!step)
                continue;
            const auto key = step->written();
            order.push_back(key);
            steps.insert(key, *step);
            items[key].append(item);
        }
    }

    QJsonValue single(const QString& key) const
    {
        const auto found = items.value(key);
        return found.size() == 1 ? found.first() : QJsonValue(QJsonValue::Undefined);
    }
};

class Comparer
{
public:
    Difference result;

    void compare(const Schema& schema, const QJsonValue& before, const QJsonValue& after, const Path& path)
    {
        if (before == after && before.isUndefined() == after.isUndefined())
            return;
        const auto shape = shapeOf(schema, before, after);
        if (shape == Shape::Leaf || (isEmpty(before) && isEmpty(after))) {
            leaf(before, after, path);
            return;
        }
        if (shape == Shape::Members)
            members(schema, before.toObject(), after.toObject(), path);
        else
            items(schema, before, after, path);
        if (before.isUndefined() && !path.empty())
            result.added.insert(path);
        else if (after.isUndefined() && !path.empty())
            result.removed.insert(path);
    }

private:
    void leaf(const QJsonValue& before, const QJsonValue& after, const Path& path)
    {
        if (before.isUndefined())
            result.added.insert(path);
        else if (after.isUndefined())
            result.removed.insert(path);
        else
            result.modified.insert(path);
    }

    void members(const Schema& schema, const QJsonObject& before, const QJsonObject& after, const Path& path)
    {
        for (auto item = before.begin(); item != before.end(); ++item) {
            // Most are alike, and then nobody needs a path.
            const QJsonValue was = item.value();
            if (const auto is = after.value(item.key()); is != was)
                compare(memberSchema(schema, item.key()), was, is, extended(path, Step::field(item.key())));
        }
        for (auto item = after.begin(); item != after.end(); ++item) {
            if (!before.contains(item.key())) {
                compare(memberSchema(schema, item.key()), QJsonValue(QJsonValue::Undefined), item.value(),
                        extended(path, Step::field(item.key())));
            }
        }
    }

    void items(const Schema& schema, const QJsonValue& before, const QJsonValue& after, const Path& path)
    {
        const Index was(schema, before);
        const Index is(schema, after);
        for (const auto& key : was.order)
            compareItem(schema, was, is, key, extended(path, was.steps.value(key)));
        for (const auto& key : is.order) {
            if (!was.steps.contains(key))
                compareItem(schema, was, is, key, extended(path, is.steps.value(key)));
        }
    }

    void compareItem(const Schema& schema, const Index& was, const Index& is, const QString& key, const Path& path)
    {
        const auto before = was.items.value(key);
        const auto after = is.items.value(key);
        if (before.size() <= 1 && after.size() <= 1)
            compare(*schema.items, was.single(key), is.single(key), path);
        else if (before.isEmpty())
            result.added.insert(path);
        else if (after.isEmpty())
            result.removed.insert(path);
        else if (before != after)
            result.modified.insert(path);
    }
};

/// Puts the items of two lists into one: in the order of `applied`, the others where they stood.
class ListMerger
{
public:
    ListMerger(const Schema& schema, const QJsonValue& live, const QJsonValue& applied)
        : m_schema(schema)
        , m_live(schema, live)
        , m_applied(schema, applied)
        , m_liveItems(live.toArray())
    {
        for (const auto& key : m_applied.order) {
            if (m_live.steps.contains(key))
                m_shared.push_back(key);
        }
        std::reverse(m_shared.begin(), m_shared.end());
        nextShared();
    }

    QJsonArray merge()
    {
        std::size_t left = 0;
        std::size_t right = 0;
        while (left < m_live.order.size() || right < m_applied.order.size()) {
            if (left < m_live.order.size()) {
                const auto& key = m_live.order[left];
                if (right < m_applied.order.size() && key == m_applied.order[right]) {
                    take(key);
                    ++left;
                    ++right;
                    nextShared();
                    continue;
                }
                const bool isShared = m_applied.steps.contains(key);
                if (right < m_applied.order.size() && isShared && !m_next.isEmpty() && m_next != key) {
                    ++left;
                    continue;
                }
                if (!isShared) {
                    m_result.append(m_liveItems.at(qsizetype(left)));
                    ++left;
                    continue;
                }
                if (m_taken.contains(key))
                    ++left;
            }
            if (right < m_applied.order.size()) {
                const auto key = m_applied.order[right++];
                take(key);
                if (m_next == key)
                    nextShared();
            }
        }
        return m_result;
    }

private:
    void nextShared()
    {
        m_next = m_shared.empty() ? QString() : m_shared.back();
        if (!m_shared.empty())
            m_shared.pop_back();
    }

    void take(const QString& key)
    {
        m_taken.insert(key);
        const auto applied = m_applied.items.value(key);
        const auto live = m_live.single(key);
        m_result.append(live.isUndefined() ? applied.value(0) : merged(*m_schema.items, live, applied.value(0)));
    }

    const Schema& m_schema;
    Index m_live;
    Index m_applied;
    QJsonArray m_liveItems;
    std::vector<QString> m_shared;
    std::set<QString> m_taken;
    QString m_next;
    QJsonArray m_result;
};

QJsonObject mergedMembers(const Schema& schema, QJsonObject live, const QJsonObject& applied)
{
    for (auto item = applied.begin(); item != applied.end(); ++item) {
        const auto found = live.value(item.key());
        live.insert(item.key(),
                    found.isUndefined() ? item.value() : merged(memberSchema(schema, item.key()), found, item.value()));
    }
    return live;
}

} // namespace

std::optional<Step> stepOf(const Schema& list, const QJsonValue& item)
{
    if (list.merge == Merge::Set)
        return Step::value(item);
    QJsonObject keys;
    const auto object = item.toObject();
    for (const auto& key : list.keys) {
        auto value = object.value(key);
        const auto* field = list.items->field(key);
        if ((value.isUndefined() || value.isNull()) && field && field->fallback)
            value = *field->fallback;
        if ((value.isUndefined() || value.isNull()) && field && field->presence == Schema::Presence::Always)
            value = field->schema->type == Type::Integer ? QJsonValue(0) : QJsonValue(QString());
        if (value.isUndefined())
            return std::nullopt;
        keys.insert(key, value);
    }
    return item.isObject() ? std::optional(Step::keys(keys)) : std::nullopt;
}

FieldSet fieldsOf(const Schema& schema, const QJsonValue& value)
{
    FieldSet result;
    collectFields(schema, value, {}, result);
    return result;
}

Difference difference(const Schema& schema, const QJsonValue& before, const QJsonValue& after)
{
    Comparer comparer;
    comparer.compare(schema, before, after, {});
    return comparer.result;
}

QJsonValue merged(const Schema& schema, const QJsonValue& live, const QJsonValue& applied)
{
    switch (shapeOf(schema, live, applied)) {
    case Shape::Leaf:
        break;
    case Shape::Members:
        if (isEmpty(live) && isEmpty(applied))
            break;
        return mergedMembers(schema, live.toObject(), applied.toObject());
    case Shape::Items:
        if (isEmpty(live) && isEmpty(applied))
            break;
        return ListMerger(schema, live, applied).merge();
    }
    return applied.isUndefined() ? live : applied;
}

QJsonValue without(const Schema& schema, const QJsonValue& value, const FieldSet& fields)
{
    const auto shape = shapeOf(schema, value, {});
    if (shape == Shape::Leaf || isEmpty(value))
        return value;
    if (shape == Shape::Members) {
        QJsonObject result;
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item) {
            const auto step = Step::field(item.key());
            if (fields.has(step))
                continue;
            const auto* below = fields.below(step);
            const auto kept =
                below ? without(memberSchema(schema, item.key()), item.value(), *below) : QJsonValue(item.value());
            result.insert(item.key(), kept);
        }
        return result.isEmpty() ? QJsonValue() : QJsonValue(result);
    }
    QJsonArray result;
    for (const auto item : value.toArray()) {
        const auto step = stepOf(schema, item);
        if (step && fields.has(*step))
            continue;
        const auto* below = step ? fields.below(*step) : nullptr;
        const auto kept = below ? without(*schema.items, item, *below) : QJsonValue(item);
        result.append(kept);
    }
    return result.isEmpty() ? QJsonValue() : QJsonValue(result);
}

} // namespace sim::documents
