#pragma once

#include "core/manifest/catalogue.h"
#include "core/manifest/pastedline.h"
#include "core/manifest/schema.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace manifest {

/// Lines of a page that are one document.
struct PagePart
{
    qsizetype begin = 0, end = 0;
};

/// The documents within a page of text: from apiVersion or kind, a field of a deployment or a key of Flink, up to what
/// is no YAML. Indentation may be lost.
QList<PagePart> documentsIn(const QList<PastedLine>& lines, const Catalogue& catalogue);

/// What a document is, by its kind or its first key; nothing: nobody knows.
std::optional<Shape> shapeOfDocument(const QList<PastedLine>& lines);

/// Whether keys seem to stand beside those that should hold them, all in one column.
bool hasLostIndentation(const QList<PastedLine>& lines);

/// Dots for something that was left out.
bool isLeftOut(const PastedLine& line);

} // namespace manifest
