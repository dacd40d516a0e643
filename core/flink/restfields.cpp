#include "core/flink/restfields.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace flink::rest {

std::optional<double> realOf(const QJsonValue& value)
{
    bool ok = value.isDouble();
    const double number = ok ? value.toDouble() : value.toString().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<qint64> wholeOf(const QJsonValue& value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    if (value.isString()) {
        bool ok = false;
        const qint64 number = value.toString().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    if (const qint64 exact = value.toInteger(none); exact != none)
        return exact;
    const double number = value.toDouble();
    return value.isDouble() && std::abs(number) < 0x1p63 ? std::optional(qint64(number)) : std::nullopt;
}

qint64 amountOf(const QJsonValue& value)
{
    const qint64 amount = wholeOf(value).value_or(0);
    return amount < 0 || amount == std::numeric_limits<qint64>::max() ? 0 : amount;
}

int countOf(const QJsonValue& value)
{
    return int(std::min<qint64>(amountOf(value), std::numeric_limits<int>::max()));
}

bool truthOf(const QJsonValue& value)
{
    return value.isBool() ? value.toBool() : value.toString() == u"true";
}

QString textOf(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
}

QDateTime timeOf(const QJsonValue& value)
{
    const qint64 milliseconds = amountOf(value);
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

QMap<QString, int> countsOf(const QJsonValue& value)
{
    QMap<QString, int> counts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), countOf(it.value()));
    return counts;
}

} // namespace flink::rest
