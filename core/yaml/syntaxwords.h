#pragma once

#include <QString>

#include <string>

namespace yaml {

/// What the parser says is wrong, for people: what happened and what to do. Words of its that are not known are quoted.
QString syntaxWords(const std::string& parsersWords);

} // namespace yaml
