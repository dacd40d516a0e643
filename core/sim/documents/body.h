#pragma once

#include "core/sim/documents/answer.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace sim::documents {

/// A JSON value as Go calls it in messages: object, array, string, number, bool, null.
QString goWord(const QJsonValue& value);
/// A JSON value as compact JSON; also of what is no document.
QByteArray json(const QJsonValue& value);

/// What a text that should be JSON is, or what is wrong with it in the words of Go's decoder.
struct ParsedJson
{
    QJsonValue value;
    QString error = {}; ///< empty: it is JSON
};
ParsedJson parseJson(const QByteArray& text);

/// The paths of keys that stand twice in an object of `text`, which is JSON: spec.ports[0].name. Of two, the last
/// counts.
QStringList duplicateFields(const QByteArray& text);

/// How messages quote a body nobody understands: its beginning, or in hex when it is no JSON object.
QString summaryOf(const QByteArray& text);

} // namespace sim::documents
