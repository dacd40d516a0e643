#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace workflow {

/// How the values of an enum are written down.
template <typename T, size_t count>
using Words = std::array<std::pair<T, QStringView>, count>;

template <typename T, size_t count>
QString wordOf(const Words<T, count>& words, T value)
{
    return std::ranges::find(words, value, &std::pair<T, QStringView>::first)->second.toString();
}

/// Nothing: no such word.
template <typename T, size_t count>
std::optional<T> valueOf(const Words<T, count>& words, QStringView word)
{
    const auto found = std::ranges::find(words, word, &std::pair<T, QStringView>::second);
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

/// Null: no time.
inline QJsonValue timeText(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue::Null;
}

inline QDateTime timeOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace workflow
