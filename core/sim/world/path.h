#pragma once

#include <QJsonObject>

#include <initializer_list>

namespace sim {

/// The steps from a document's top to a value, for instance {u"spec", u"job", u"state"}.
using Path = std::initializer_list<QStringView>;

/// The value at the end of the path; undefined when a step is missing or is no object.
QJsonValue at(const QJsonObject& document, Path path);
/// Puts a value at the end of the path and makes the objects on the way; an undefined value removes what is there.
void put(QJsonObject& document, Path path, const QJsonValue& value);

} // namespace sim
