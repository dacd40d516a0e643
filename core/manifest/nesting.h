#pragma once

#include "core/manifest/rebuild.h"

#include <map>

#include <optional>
#include <vector>

namespace manifest {

/// A collection that is open while lines are placed. Frames never change: one that takes a line is a new one.
struct NestingFrame
{
    enum class Form { Unset, Map, List, Block };

    int parent = -1;
    Form form = Form::Unset;
    const Shape* shape = nullptr; ///< that of the schema
    QString name;                 ///< its key, or "[0]"
    bool isConfig = false;        ///< of Flink
    QString prefix;               ///< of Flink's keys within: "execution."
    int line = -1;                ///< that opened it
    int column = 0;               ///< of its keys, or of its text
    int listColumn = 0;           ///< of its items
    int count = 0;                ///< of what it holds
    int used = -1;                ///< its last key, into the keys of the arena
    size_t usedSum = 0;           ///< of its keys, in any order
    size_t parentsHash = 0;       ///< of all above
};

/// Frames and their keys, and what it costs to place a line in one of them.
class Nesting
{
public:
    explicit Nesting(const RebuildBasis& basis);

    /// What speaks against a place: 0 is a place made for it.
    struct Price
    {
        double cost = 0;
        std::optional<Unsure::Why> why; ///< it is a bad place
    };

    int root() const { return 0; }
    const NestingFrame& frame(int index) const { return m_frames[static_cast<size_t>(index)]; }
    size_t hashOf(int frame) const;
    QString pathOf(int frame) const;

    /// Of a key in a frame; `leaves` is whether a block scalar would end with it.
    Price keyPrice(int frame, const PastedLine& line, bool leaves) const;
    Price itemPrice(int frame, const PastedLine& line) const;
    /// Of taking the line for text of the block scalar on top.
    Price textPrice(int frame, const PastedLine& line) const;
    Price closingPrice(int frame) const;

    /// The innermost frame after the line stands in `frame`.
    int withKey(int frame, const PastedLine& line, int number);
    int withItem(int frame, const PastedLine& line, int number);
    int withText(int frame);

private:
    struct Used
    {
        size_t hash = 0;
        QString key;
        int before = -1;
    };

    int push(NestingFrame frame);
    int opened(const NestingFrame& parent, int parentIndex, const PastedLine& line, int number, const Shape* shape);
    NestingFrame withUsed(NestingFrame frame, const QString& key);
    bool hasKey(const NestingFrame& frame, const QString& key) const;
    const Shape& shapeIn(const Shape& holder, const QString& key) const;
    const Field* fieldIn(const Shape& holder, const QString& key) const;
    bool isWantedOutside(int frame, const PastedLine& line) const;
    Price configPrice(const NestingFrame& frame, const PastedLine& line) const;
    Price fieldPrice(int index, const PastedLine& line) const;
    static double valueCost(const Shape& shape, const PastedLine& line);

    const Catalogue& m_catalogue;
    const Schema& m_schema;
    int m_operatorMinor;
    const Shape m_root;
    mutable std::map<QString, Shape> m_namedShapes; ///< of keys that are called like a type, or like none
    std::vector<NestingFrame> m_frames;
    std::vector<Used> m_used;
};

} // namespace manifest
