#pragma once

#include "core/manifest/repair.h"

#include <QStringList>

namespace manifest {

/// Lines of a pasted text without what its page put into them.
struct PastedText
{
    QStringList lines;
    QList<int> numbers; ///< for each, its number in what was pasted, from 1
    QList<Repair> repairs;
};

/// Mends characters that no YAML has between its words: blanks and quotes.
PastedText withPlainCharacters(const QString& pasted);
/// The same, and takes away line numbers, margins, prompts, fences, tabs and dashes: for text that cannot be read as
/// YAML.
PastedText cleaned(const QString& pasted);

} // namespace manifest
