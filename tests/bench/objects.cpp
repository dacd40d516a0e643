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

Objects::Objects(std::string_view shape, int count)
    : m_count(count)
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
    while (!shape.empty() && shape.back() == '\n')
        shape.remove_suffix(1);
    m_tail = shape;
}

void Objects::append(std::string& out, int index, std::uint64_t version, std::int64_t epochMs) const
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

void Objects::appendRow(std::string& out, int index) const
{
    const std::string name = nameOf(index);
    out += R"({"cells":[")" + name +
           R"(","RUNNING","STABLE","2d"],"object":{"kind":"PartialObjectMetadata",)"
           R"("apiVersion":"meta.k8s.io/v1","metadata":{"name":")" +
           name + R"(","namespace":")" + nameSpaceOf(index) + R"(","uid":")" + uidOf(index) +
           R"(","resourceVersion":"1000","creationTimestamp":"2026-11-19T13:57:22Z"}}})";
}

} // namespace bench
