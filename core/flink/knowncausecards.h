#pragma once

#include <span>

namespace flink {

/// A card as it is written down: texts are English, of the context flink::KnownCause.
struct CauseCard
{
    const char* id;
    const char* pattern; ///< regular expression for "class: message" of an exception
    const char* beneath; ///< the same for the exception directly around it, whose cause it then explains; nullptr: none
    const char* title;
    const char* meaning;
    const char* confirm;
    const char* action;
};

// Within a table and from one table to the next the special card comes before the general one.
std::span<const CauseCard> classCards();
std::span<const CauseCard> memoryCards();
std::span<const CauseCard> clusterCards();
std::span<const CauseCard> stateCards();
std::span<const CauseCard> checkpointCards();
std::span<const CauseCard> connectorCards();
std::span<const CauseCard> programCards();

} // namespace flink
