#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace sim::documents {

/// The values a JSONPath of a printer column points to: .spec.ports[0].name,
/// .status.conditions[?(@.type=="Ready")].status,
/// ['a'].b, [*], [-1:]. Nothing: the path is not understood or leads nowhere.
QList<QJsonValue> valuesAt(const QJsonValue& document, const QString& path);

} // namespace sim::documents
