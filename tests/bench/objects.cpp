#include "tests/bench/objects.h"

#include <array>
#include <cstdio>
#include <utility>

namespace bench {

namespace {

std::string uidOf(int index)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "10031d3c-ed9f-43a1-85c4-%012d", index);
    return text.data();
}

const char* stateOf(std::uint64_t seed)
{
    constexpr std::array states{"RUNNING", "RUNNING", "RUNNING", "RESTARTING",
                                "RUNNING", "CREATED", "RUNNING", "FAILED"};
    return states.at(seed % states.size());
}

std::string_view withoutEndOfLine(std::string_view shape)
{
    while (!shape.empty() && shape.back() == '\n')
        shape.remove_suffix(1);
    return shape;
}

/// The object's metadata as it stands in the shape, with its braces.
std::string metadataOf(std::string_view shape)
{
    constexpr std::string_view key = R"("metadata":)";
    constexpr std::string_view next = R"(,"spec":{)";
    const std::size_t from = shape.find(key) + key.size();
    const std::size_t to = shape.find(next, from);
    return std::string(shape.substr(from, to - from));
}

} // namespace

std::string nameOf(int index)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "orders-%06d", (index * 7919) % 1'000'003);
    return text.data();
}

std::string nameSpaceOf(int index)
{
    return "team-" + std::to_string(index % 40);
}

Template::Template(std::string_view shape)
{
    constexpr std::array<std::pair<std::string_view, Slot>, 6> slots{{{"@NAME@", Slot::Name},
                                                                      {"@NAMESPACE@", Slot::NameSpace},
                                                                      {"@UID@", Slot::Uid},
                                                                      {"@RV@", Slot::Version},
                                                                      {"@STATE@", Slot::State},
                                                                      {"@NOW@", Slot::Now}}};
    while (true) {
        std::size_t first = std::string_view::npos;
        std::pair<std::string_view, Slot> found;
        for (const auto& slot : slots) {
            const std::size_t at = shape.find(slot.first);
            if (at < first) {
                first = at;
                found = slot;
            }
        }
        if (first == std::string_view::npos)
            break;
        m_pieces.push_back({std::string(shape.substr(0, first)), found.second});
        shape.remove_prefix(first + found.first.size());
    }
    m_tail = shape;
}

void Template::append(std::string& out, int index, std::uint64_t version, std::int64_t epochMs) const
{
    for (const Piece& piece : m_pieces) {
        out += piece.text;
        switch (piece.slot) {
        case Slot::Name:
            out += nameOf(index);
            break;
        case Slot::NameSpace:
            out += nameSpaceOf(index);
            break;
        case Slot::Uid:
            out += uidOf(index);
            break;
        case Slot::Version:
            out += std::to_string(version);
            break;
        case Slot::State:
            out += stateOf(static_cast<std::uint64_t>(index) + version);
            break;
        case Slot::Now:
            out += std::to_string(epochMs);
            break;
        }
    }
    out += m_tail;
}

Objects::Objects(std::string_view shape, int count)
    : m_count(count)
    , m_object(withoutEndOfLine(shape))
    , m_row(R"({"cells":["@NAME@","@STATE@","STABLE"],"object":{"kind":"PartialObjectMetadata",)"
            R"("apiVersion":"meta.k8s.io/v1","metadata":)" +
            metadataOf(shape) + "}}")
{
}

} // namespace bench
