#include "core/sim/documents/body.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/documents/patches.h"

#include <QHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr auto directive = "$patch"_L1;
constexpr auto retainKeys = "$retainKeys"_L1;
constexpr QStringView deletePrefix = u"$deleteFromPrimitiveList/";
constexpr QStringView orderPrefix = u"$setElementOrder/";

class StrategicMerger
{
public:
    /// The first thing that cannot be done; empty: all was.
    QString error;

    QJsonValue merge(const Schema& schema, const QJsonObject& original, QJsonObject patch)
    {
        if (patch.contains(directive)) {
            const auto word = patch.take(directive).toString();
            if (word == u"replace")
                return cleaned(patch);
            if (word == u"delete")
                return QJsonObject();
            if (word != u"merge") {
                patch.insert(directive, word);
                return fail(u"unknown patch type: %1 in map: %2"_s.arg(word, goPrinted(patch)));
            }
        }
        auto result = retained(original, patch);
        for (auto item = patch.begin(); item != patch.end(); ++item) {
            if (!item.key().startsWith(u'$'))
                mergeMember(schema, item.key(), item.value(), patch, result);
        }
        deleteFromLists(patch, result);
        orderOtherLists(schema, patch, result);
        return result;
    }

private:
    QJsonValue fail(const QString& text)
    {
        if (error.isEmpty())
            error = text;
        return QJsonValue::Undefined;
    }

    static QJsonObject retained(QJsonObject original, const QJsonObject& patch)
    {
        const auto wanted = patch.value(retainKeys);
        if (!wanted.isArray())
            return original;
        const auto names = original.keys();
        for (const auto& name : names) {
            if (!wanted.toArray().contains(name))
                original.remove(name);
        }
        return original;
    }

    void mergeMember(const Schema& schema, const QString& name, const QJsonValue& change, const QJsonObject& patch,
                     QJsonObject& result)
    {
        const auto* field = schema.field(name);
        const auto* member = schema.member(name);
        const auto& inner = member ? *member : anything();
        const auto present = result.value(name);
        if (change.isNull()) {
            result.remove(name);
        } else if (change.isObject()) {
            const auto merged = merge(inner, present.toObject(), change.toObject());
            if (!merged.isUndefined())
                result.insert(name, merged);
        } else if (change.isArray() && field && field->isPatchMerged) {
            const auto order = patch.value(orderPrefix.toString() + name);
            result.insert(name, mergedList(*field, present.toArray(), change.toArray(), order));
        } else {
            result.insert(name, cleaned(change));
        }
    }

    /// A value without directives and without the nulls that mean removal.
    static QJsonValue cleaned(const QJsonValue& value)
    {
        if (value.isArray()) {
            QJsonArray list;
            for (const auto item : value.toArray())
                list.append(cleaned(item));
            return list;
        }
        if (!value.isObject())
            return value;
        QJsonObject result;
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item) {
            if (!item.value().isNull() && !item.key().startsWith(u'$'))
                result.insert(item.key(), cleaned(item.value()));
        }
        return result;
    }

    /// What tells an item from the others: the value of the merge key, or the item itself.
    static QJsonValue identityOf(const Schema::Field& field, const QJsonValue& item)
    {
        return field.patchMergeKey.isEmpty() ? item : item.toObject().value(field.patchMergeKey);
    }

    static qsizetype indexOf(const Schema::Field& field, const QJsonArray& list, const QJsonValue& identity)
    {
        for (qsizetype at = 0; at < list.size(); ++at) {
            if (identityOf(field, list.at(at)) == identity)
                return at;
        }
        return -1;
    }

    QJsonArray mergedList(const Schema::Field& field, const QJsonArray& original, const QJsonArray& patch,
                          const QJsonValue& order)
    {
        if (field.patchMergeKey.isEmpty())
            return ordered(field, united(original, patch), original, order.isArray() ? order.toArray() : patch);
        auto result = original;
        QJsonArray changes;
        bool isReplaced = false;
        for (const auto item : patch) {
            if (!item.isObject()) {
                fail(u"expected a map, but received a %1: %2"_s.arg(goWord(item), goPrinted(item)));
                return result;
            }
            if (!item.toObject().contains(directive))
                changes.append(item);
            else if (!specialItem(field, item.toObject(), result, isReplaced))
                return result;
        }
        if (isReplaced)
            return cleaned(changes).toArray();
        for (const auto item : changes) {
            const auto identity = identityOf(field, item);
            if (identity.isUndefined()) {
                fail(u"map: %1 does not contain declared merge key: %2"_s.arg(goPrinted(item), field.patchMergeKey));
                return result;
            }
            const auto at = indexOf(field, result, identity);
            const auto present = at < 0 ? QJsonObject() : result.at(at).toObject();
            const auto merged = merge(*field.schema->items, present, item.toObject());
            if (at < 0)
                result.append(merged);
            else
                result.replace(at, merged);
        }
        return ordered(field, result, original, order.isArray() ? order.toArray() : changes);
    }

    bool specialItem(const Schema::Field& field, const QJsonObject& item, QJsonArray& list, bool& isReplaced)
    {
        const auto word = item.value(directive).toString();
        if (word == u"replace") {
            isReplaced = true;
            return true;
        }
        if (word != u"delete") {
            fail(u"unknown patch type: %1 in map: %2"_s.arg(word, goPrinted(item)));
            return false;
        }
        const auto identity = item.value(field.patchMergeKey);
        if (identity.isUndefined()) {
            fail(u"map: %1 does not contain declared merge key: %2"_s.arg(goPrinted(item), field.patchMergeKey));
            return false;
        }
        for (auto at = indexOf(field, list, identity); at >= 0; at = indexOf(field, list, identity))
            list.removeAt(at);
        return true;
    }

    static QJsonArray united(QJsonArray list, const QJsonArray& others)
    {
        for (const auto item : others) {
            if (!list.contains(item))
                list.append(item);
        }
        return list;
    }

    /// Those the patch orders in its order, the others between them as they stood in the original.
    static QJsonArray ordered(const Schema::Field& field, const QJsonArray& list, const QJsonArray& original,
                              const QJsonArray& order)
    {
        QJsonArray mine;
        QJsonArray others;
        for (const auto wanted : order) {
            const auto at = indexOf(field, list, identityOf(field, wanted));
            if (at >= 0 && !mine.contains(list.at(at)))
                mine.append(list.at(at));
        }
        for (const auto item : list) {
            if (!mine.contains(item))
                others.append(item);
        }
        const auto place = [&](const QJsonValue& item) { return indexOf(field, original, identityOf(field, item)); };
        QJsonArray result;
        qsizetype left = 0;
        qsizetype right = 0;
        while (left < others.size() || right < mine.size()) {
            bool isLeft = right >= mine.size();
            if (!isLeft && left < others.size()) {
                const auto leftPlace = place(others.at(left));
                const auto rightPlace = place(mine.at(right));
                isLeft = leftPlace >= 0 && rightPlace >= 0 && leftPlace < rightPlace;
            }
            result.append(isLeft ? others.at(left++) : mine.at(right++));
        }
        return result;
    }

    static void deleteFromLists(const QJsonObject& patch, QJsonObject& result)
    {
        for (auto item = patch.begin(); item != patch.end(); ++item) {
            if (!item.key().startsWith(deletePrefix))
                continue;
            const auto name = item.key().sliced(deletePrefix.size());
            const auto gone = item.value().toArray();
            QJsonArray kept;
            for (const auto value : result.value(name).toArray()) {
                if (!gone.contains(value))
                    kept.append(value);
            }
            if (result.contains(name))
                result.insert(name, kept);
        }
    }

    /// Lists whose order is named although nothing in them changes.
    static void orderOtherLists(const Schema& schema, const QJsonObject& patch, QJsonObject& result)
    {
        for (auto item = patch.begin(); item != patch.end(); ++item) {
            if (!item.key().startsWith(orderPrefix))
                continue;
            const auto name = item.key().sliced(orderPrefix.size());
            const auto* field = schema.field(name);
            const auto list = result.value(name);
            if (field && field->isPatchMerged && list.isArray() && !patch.contains(name))
                result.insert(name, ordered(*field, list.toArray(), list.toArray(), item.value().toArray()));
        }
    }
};

} // namespace

Answer<QJsonObject> strategicallyPatched(const Schema& schema, const QJsonObject& document, const QJsonObject& patch)
{
    StrategicMerger merger;
    const auto result = merger.merge(schema, document, patch);
    if (!merger.error.isEmpty())
        return Refusal{500, {}, merger.error};
    return result.toObject();
}

} // namespace sim::documents
