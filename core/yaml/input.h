#pragma once

#include "core/yaml/builder.h"

#include <optional>

namespace yaml {

std::optional<base::Error> tooLarge(const QByteArray& text, const Limits& limits);
/// Control characters are forbidden in YAML; the parser takes U+0004 for the end of the input and would silently drop
/// the rest.
std::optional<Refusal> forbiddenCharacter(const QByteArray& text);
/// What keeps UTF-8 from being read at all: too much of it, bytes that are none, or a forbidden
/// character.
std::optional<Refusal> problemOfInput(const QByteArray& text, const Limits& limits);

} // namespace yaml
