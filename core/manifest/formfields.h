#pragma once

#include "core/manifest/form.h"
#include "core/manifest/subject.h"

#include <span>

namespace manifest {

/// What is told of a field of the form, whatever the document holds.
struct FormEntry
{
    enum class From { Root, Spec, Configuration };

    const char* id;
    FormField::Section section;
    FormField::Kind kind;
    From from;
    const char* where;       ///< keys joined with dots; of configuration its names, the present one first, with blanks
    const char* kinds;       ///< a letter for each kind of object that has it: D, S (session job), N (snapshot), B
    const char* otherwise;   ///< of fields: what counts when nothing is written
    const char* label;       ///< English
    const char* explanation; ///< English; null: the catalogue's keys have one
};

std::span<const FormEntry> formEntries();
/// These texts in the language of the program.
QString labelOf(const FormEntry& entry);
QString explanationOf(const FormEntry& entry);
bool isOf(const FormEntry& entry, Subject::Kind kind);
/// The order in which people write keys of these kinds.
const QStringList& usualOrder();

} // namespace manifest
