#pragma once

#include "core/manifest/finding.h"
#include "ui/theme/theme.h"

namespace editor {

/// How a severity looks: the colours of its family.
theme::StatusColors severityColors(manifest::Finding::Severity severity);
/// Its sign, in shape and colour.
void paintSeverity(QPainter* painter, const QRect& place, manifest::Finding::Severity severity);
QIcon severityIcon(manifest::Finding::Severity severity);
/// "Error", "Warning", "Hint".
QString severityWord(manifest::Finding::Severity severity);

} // namespace editor
