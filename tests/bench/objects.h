#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// FlinkDeployments of about 7 KB that differ in name, namespace, uid, version, state and time. Texts are kept in
/// parts, so that one is written with a few copies.
class Objects
{
public:
    /// `shape` is a FlinkDeployment with @NAME@, @NAMESPACE@, @UID@, @RV@, @STATE@ and @NOW@ in place of those values.
    Objects(std::string_view shape, int count);

    int count() const { return m_count; }
    /// Appends object `index` (0 … count-1) as of version `version`, updated at `epochMs`.
    void append(std::string& out, int index, std::uint64_t version, std::int64_t epochMs) const;
    /// Appends its row of a Table answer.
    void appendRow(std::string& out, int index) const;

private:
    enum class Slot { Name, NameSpace, Uid, Version, State, Now };
    struct Piece
    {
        std::string text; ///< before the slot
        Slot slot;
    };

    std::vector<Piece> m_pieces;
    std::string m_tail;
    int m_count;
};

std::string nameOf(int index);
std::string nameSpaceOf(int index);

} // namespace bench
