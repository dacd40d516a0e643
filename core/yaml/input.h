#pragma once

#include "core/yaml/builder.h"

#include <optional>

namespace yaml {

std::optional<base::Error> tooLarge(const QByteArray& text, const Limits& limits);
/// Control characters are forbidden in YAML; the parser takes U+0004 for the end of the input and would silently drop
/// the rest.
std::optional<Refusal> forbiddenCharacter(const QByteArray& text);
/// Behind blanks, line breaks and comments.
qsizetype behindBlanks(const QByteArray& text, qsizetype offset);
/// Behind the anchor and the tag that stand there.
qsizetype behindProperties(const QByteArray& text, qsizetype offset);
/// Behind the quotation mark that ends a scalar which begins with one there; -1: nothing ends it. The parser takes the
/// end of the text for its end.
qsizetype behindQuoted(const QByteArray& text, qsizetype begin);
/// That nothing ends it.
Refusal openQuote(int line, int column);
/// What keeps UTF-8 from being read at all: too much of it, bytes that are none, or a forbidden
/// character.
std::optional<Refusal> problemOfInput(const QByteArray& text, const Limits& limits);

} // namespace yaml
