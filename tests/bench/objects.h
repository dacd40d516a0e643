#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A text with places for the values that differ between objects, kept in parts, so that one is written with a few
/// copies.
class Template
{
public:
    /// `shape` has @NAME@, @NAMESPACE@, @UID@, @RV@, @STATE@ and @NOW@ in place of those values.
    explicit Template(std::string_view shape);

    void append(std::string& out, int index, std::uint64_t version, std::int64_t epochMs) const;

private:
    enum class Slot { Name, NameSpace, Uid, Version, State, Now };
    struct Piece
    {
        std::string text; ///< before the slot
        Slot slot;
    };

    std::vector<Piece> m_pieces;
    std::string m_tail;
};

/// FlinkDeployments of about 7 KB that differ in name, namespace, uid, version, state and time.
class Objects
{
public:
    /// `shape` is a FlinkDeployment with places as Template knows them.
    Objects(std::string_view shape, int count);

    int count() const { return m_count; }
    /// Object `index` (0 … count-1) as of version `version`, updated at `epochMs`.
    const Template& object() const { return m_object; }
    /// Its row of a Table answer: the cells and, as the real API server sends it, the whole metadata.
    const Template& row() const { return m_row; }

private:
    int m_count;
    Template m_object;
    Template m_row;
};

std::string nameOf(int index);
std::string nameSpaceOf(int index);

} // namespace bench
