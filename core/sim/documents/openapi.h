#pragma once

#include "core/sim/documents/kinds.h"

#include <QByteArray>
#include <QJsonObject>

namespace sim::documents {

/// GET /openapi/v3: one path for each group version with the hash of its document.
QJsonObject openApiIndex(const Resources& resources, Kinds& kinds);
/// The document of a path of the index ("api/v1", "apis/apps/v1"), as bytes because they are hashed and kept; empty:
/// there is none.
QByteArray openApiDocument(const Resources& resources, Kinds& kinds, QStringView path);
/// What stands behind ?hash= of that document.
QString openApiHash(const QByteArray& document);

} // namespace sim::documents
