#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QTest>

#include <optional>

namespace support {

/// The value that must be there.
template <typename T>
T valueOf(base::Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return *std::move(result);
}

/// Asks and waits for the one answer: `ask` gets the context object and the callback.
template <typename T, typename Ask>
base::Result<T> answerTo(Ask ask)
{
    QObject context;
    std::optional<base::Result<T>> result;
    ask(&context, [&](base::Result<T> answer) { result.emplace(std::move(answer)); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        qFatal("no answer");
    return *std::move(result);
}

/// JSON with ' for ".
inline QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

inline QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace support
