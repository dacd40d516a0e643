#pragma once

#include "core/base/result.h"
#include "core/flink/rest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace flink::rest {

/// The body as an object that has this field, or a Decode error. For .cpp files only.
base::Result<QJsonObject> objectWith(const QByteArray& body, QStringView field);
base::Result<QJsonArray> arrayOf(const QByteArray& body);

/// "metrics" of a vertex or subtask.
IoMetrics ioMetricsOf(const QJsonValue& value);

/// Each object of an array as `read` understands it; not an array: nothing.
template <typename T>
QList<T> allOf(const QJsonValue& array, T (*read)(const QJsonObject&))
{
    QList<T> all;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue& entry : entries)
        all += read(entry.toObject());
    return all;
}

/// A body that is one list under `field`.
template <typename T>
base::Result<QList<T>> listUnder(QStringView field, const QByteArray& body, T (*read)(const QJsonObject&))
{
    const auto object = objectWith(body, field);
    if (!object)
        return object.error();
    return allOf((*object)[field], read);
}

} // namespace flink::rest
