#include "core/sim/documents/patches.h"

#include <QJsonDocument>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// What a patch may hold; as large as a document may be nested and a request may be long.
constexpr qsizetype mostOperations = 10'000;
/// Bytes of JSON that all copies of a patch may add up to (JSONPatchMaxCopyBytes of the API server).
constexpr qsizetype mostCopied = 3 * 1024 * 1024;

Refusal impossible()
{
    return {422, u"Invalid"_s, u"the server rejected our request due to an error in our request"_s};
}

std::optional<QStringList> stepsOf(const QJsonValue& pointer)
{
    const auto text = pointer.toString();
    if (!pointer.isString() || (!text.isEmpty() && !text.startsWith(u'/')))
        return std::nullopt;
    auto steps = text.isEmpty() ? QStringList() : text.sliced(1).split(u'/');
    for (auto& step : steps)
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return steps;
}

/// The place of a step in a list; `end` is where "-" points to. Nothing: outside.
std::optional<qsizetype> indexOf(const QString& step, qsizetype last, qsizetype end)
{
    if (step == u"-")
        return end <= last ? std::optional(end) : std::nullopt;
    bool isNumber = false;
    auto index = step.toLongLong(&isNumber);
    if (isNumber && index < 0)
        index += end;
    return isNumber && index >= 0 && index <= last ? std::optional(qsizetype(index)) : std::nullopt;
}

QJsonValue valueAt(QJsonValue value, const QStringList& steps)
{
    for (const auto& step : steps) {
        if (value.isObject()) {
            value = value.toObject().value(step);
        } else if (value.isArray()) {
            const auto list = value.toArray();
            const auto index = indexOf(step, list.size() - 1, list.size());
            value = index ? list.at(*index) : QJsonValue(QJsonValue::Undefined);
        } else {
            return QJsonValue::Undefined;
        }
    }
    return value;
}

enum class Edit { Add, Replace, Remove };

bool editObject(QJsonObject& object, const QString& name, Edit edit, const QJsonValue& value)
{
    if (edit == Edit::Remove) {
        const bool isThere = object.contains(name);
        object.remove(name);
        return isThere;
    }
    // The server's library takes the replacement of a missing member for an addition.
    object.insert(name, value);
    return true;
}

bool editList(QJsonArray& list, const QString& step, Edit edit, const QJsonValue& value)
{
    const auto index = indexOf(step, edit == Edit::Add ? list.size() : list.size() - 1, list.size());
    if (!index)
        return false;
    switch (edit) {
    case Edit::Add:
        list.insert(*index, value);
        break;
    case Edit::Replace:
        list.replace(*index, value);
        break;
    case Edit::Remove:
        list.removeAt(*index);
        break;
    }
    return true;
}

/// False: there is no such place.
bool editAt(QJsonValue& target, const QStringList& steps, Edit edit, const QJsonValue& value)
{
    // The server refuses to replace the whole document.
    if (steps.isEmpty())
        return false;
    const auto& step = steps.first();
    const bool isLast = steps.size() == 1;
    if (target.isObject()) {
        auto object = target.toObject();
        auto inner = object.value(step);
        const bool isDone = isLast ? editObject(object, step, edit, value)
                                   : !inner.isUndefined() && editAt(inner, steps.sliced(1), edit, value);
        if (isDone && !isLast)
            object.insert(step, inner);
        target = object;
        return isDone;
    }
    if (!target.isArray())
        return false;
    auto list = target.toArray();
    if (isLast) {
        const bool isDone = editList(list, step, edit, value);
        target = list;
        return isDone;
    }
    const auto index = indexOf(step, list.size() - 1, list.size());
    QJsonValue inner = index ? list.at(*index) : QJsonValue(QJsonValue::Undefined);
    if (!index || !editAt(inner, steps.sliced(1), edit, value))
        return false;
    list.replace(*index, inner);
    target = list;
    return true;
}

bool isBelow(const QStringList& path, const QStringList& parent)
{
    return path.size() > parent.size() && path.first(parent.size()) == parent;
}

bool carriedOut(QJsonValue& document, const QJsonObject& operation)
{
    const auto name = operation.value("op"_L1).toString();
    const auto path = stepsOf(operation.value("path"_L1));
    const auto value = operation.value("value"_L1);
    if (!path)
        return false;
    if (name == u"add")
        return !value.isUndefined() && editAt(document, *path, Edit::Add, value);
    if (name == u"replace")
        return !value.isUndefined() && editAt(document, *path, Edit::Replace, value);
    if (name == u"remove")
        return editAt(document, *path, Edit::Remove, {});
    if (name == u"test") {
        const auto found = valueAt(document, *path);
        return found == value || (found.isUndefined() && value.isNull());
    }
    if (name != u"move" && name != u"copy")
        return false;
    const auto from = stepsOf(operation.value("from"_L1));
    auto found = from ? valueAt(document, *from) : QJsonValue(QJsonValue::Undefined);
    // The server's library takes the copy of a missing member for one of null.
    if (name == u"copy" && found.isUndefined() && from && !from->isEmpty() &&
        valueAt(document, from->first(from->size() - 1)).isObject())
        found = QJsonValue::Null;
    if (found.isUndefined() || (name == u"move" && isBelow(*path, *from)))
        return false;
    if (name == u"move" && !editAt(document, *from, Edit::Remove, {}))
        return false;
    return editAt(document, *path, Edit::Add, found);
}

/// What a `copy` adds to the document, in bytes of JSON.
qsizetype copiedBytes(const QJsonValue& document, const QJsonObject& operation)
{
    if (operation.value("op"_L1).toString() != u"copy")
        return 0;
    const auto from = stepsOf(operation.value("from"_L1));
    const QJsonValue found = from ? valueAt(document, *from) : QJsonValue();
    return QJsonDocument(QJsonArray{found}).toJson(QJsonDocument::Compact).size();
}

QJsonValue mergedValue(const QJsonValue& value, const QJsonValue& patch)
{
    if (!patch.isObject())
        return patch;
    auto object = value.toObject();
    const auto changes = patch.toObject();
    for (auto item = changes.begin(); item != changes.end(); ++item) {
        if (item.value().isNull())
            object.remove(item.key());
        else
            object.insert(item.key(), mergedValue(object.value(item.key()), item.value()));
    }
    return object;
}

} // namespace

Answer<QJsonObject> jsonPatched(const QJsonObject& document, const QJsonArray& operations)
{
    if (operations.size() > mostOperations) {
        return Refusal{413, u"RequestEntityTooLarge"_s,
                       u"The allowed maximum operations in a JSON patch is %1, got %2"_s.arg(mostOperations)
                           .arg(operations.size())};
    }
    QJsonValue result = document;
    qsizetype copied = 0;
    for (const auto operation : operations) {
        copied += copiedBytes(result, operation.toObject());
        if (copied > mostCopied)
            return Refusal{413, u"RequestEntityTooLarge"_s,
                           u"Unable to complete the copy, the accumulated size increase of copy operations (%1) "
                           "exceeded limit %2"_s.arg(copied)
                               .arg(mostCopied)};
        if (!carriedOut(result, operation.toObject()))
            return impossible();
    }
    return result.isObject() ? Answer<QJsonObject>(result.toObject()) : impossible();
}

QJsonObject mergePatched(const QJsonObject& document, const QJsonObject& patch)
{
    return mergedValue(document, patch).toObject();
}

} // namespace sim::documents
