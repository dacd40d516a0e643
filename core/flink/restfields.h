#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

#include <optional>

/// How single fields of Flink's REST are read: numbers may be texts, unset is −1, 0 or Long.MAX. For .cpp files only.
namespace flink::rest {

/// Absent for anything but a number, also for "NaN" and "Infinity".
std::optional<double> realOf(const QJsonValue& value);
/// Exact up to Long.MAX; absent for anything but a whole number.
std::optional<qint64> wholeOf(const QJsonValue& value);
/// An amount: unset and negative are 0, Long.MAX is 0.
qint64 amountOf(const QJsonValue& value);
/// The same in the range of int.
int countOf(const QJsonValue& value);
bool truthOf(const QJsonValue& value);
/// A text, or a number or truth value as text.
QString textOf(const QJsonValue& value);
/// Milliseconds since 1970; invalid: never.
QDateTime timeOf(const QJsonValue& value);
/// Fields whose values are counts.
QMap<QString, int> countsOf(const QJsonValue& value);

} // namespace flink::rest
