#pragma once

#include "core/yaml/tree.h"
#include "ui/editor/problem.h"

namespace editor {

class Offsets;

/// Pure: the documents of a text and their upper parts; also of those that cannot be read now.
QList<OutlinePart> outlineOf(const QByteArray& text, const QList<yaml::Span>& documents, const Offsets& offsets);

} // namespace editor
