#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/kinds.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace sim::documents {

/// What stands in the member `object` of a row: the parameter `includeObject`; empty means Metadata.
enum class RowObject { None, Metadata, Object };
Answer<RowObject> rowObjectOf(const QString& parameter);

enum class Columns { Told, Left }; ///< only the first event of a watch tells the columns

/// A Table of documents, as kubectl prints them. `listMetadata` is the metadata of the list or of the single object's
/// list form (resourceVersion, continue, remainingItemCount).
QJsonObject table(const Kind& kind, const std::vector<QJsonObject>& documents, const QJsonObject& listMetadata,
                  RowObject rowObject, Columns columns, const QDateTime& now);

/// PartialObjectMetadata of a document: its metadata under the kind of that name.
QJsonObject metadataOnly(const QJsonObject& document);
/// PartialObjectMetadataList of documents.
QJsonObject metadataList(const std::vector<QJsonObject>& documents, const QJsonObject& listMetadata);

/// An age as the server prints it: 5s, 2m5s, 3h12m, 2d3h, 400d, 2y30d.
QString ageText(const QDateTime& since, const QDateTime& now);

} // namespace sim::documents
