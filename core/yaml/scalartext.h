#pragma once

#include "core/yaml/edit.h"

namespace yaml {

/// What stands around a scalar that is written.
enum class Around { Block, Flow };

/// A scalar as it is written in one line, in the quotes of `like` unless they cannot hold it.
QByteArray scalarText(const QString& text, Meaning meaning, Node::Style like, Around around);
/// In double quotes, which hold every text.
QByteArray doubleQuoted(const QString& text);

} // namespace yaml
