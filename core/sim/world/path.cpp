#include "core/sim/world/path.h"

#include <span>

namespace sim {

namespace {

void putAt(QJsonObject& object, std::span<const QStringView> steps, const QJsonValue& value)
{
    if (steps.size() == 1) {
        if (value.isUndefined())
            object.remove(steps.front());
        else
            object.insert(steps.front(), value);
        return;
    }
    const auto found = object.value(steps.front());
    if (value.isUndefined() && !found.isObject())
        return;
    auto inner = found.toObject();
    putAt(inner, steps.subspan(1), value);
    object.insert(steps.front(), inner);
}

} // namespace

QJsonValue at(const QJsonObject& document, Path path)
{
    QJsonValue value = document;
    for (const auto step : path) {
        value = value.isObject() ? value.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

void put(QJsonObject& document, Path path, const QJsonValue& value)
{
    if (path.size() > 0)
        putAt(document, {path.begin(), path.size()}, value);
}

} // namespace sim
