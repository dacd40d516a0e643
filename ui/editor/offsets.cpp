#include "ui/editor/offsets.h"

#include <algorithm>

namespace editor {

namespace {

constexpr qsizetype stride = 512;

qsizetype lengthOf(char first)
{
    const auto byte = static_cast<uchar>(first);
    return byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

/// Characters beyond the basic plane are two units.
qsizetype unitsOf(qsizetype bytes)
{
    return bytes == 4 ? 2 : 1;
}

} // namespace

Offsets::Offsets(const QByteArray& utf8)
    : m_text(utf8)
{
    const bool isPlain =
        std::all_of(utf8.begin(), utf8.end(), [](char byte) { return static_cast<uchar>(byte) < 0x80; });
    if (isPlain)
        return;
    Mark here;
    while (here.byte < m_text.size()) {
        if (m_marks.empty() || here.byte >= m_marks.back().byte + stride)
            m_marks.push_back(here);
        const qsizetype length = lengthOf(m_text[here.byte]);
        here.byte += length;
        here.unit += unitsOf(length);
    }
}

qsizetype Offsets::units(qsizetype byte) const
{
    byte = std::clamp<qsizetype>(byte, 0, m_text.size());
    if (m_marks.empty())
        return byte;
    auto mark = std::upper_bound(m_marks.begin(), m_marks.end(), byte,
                                 [](qsizetype wanted, const Mark& one) { return wanted < one.byte; });
    Mark here = *--mark;
    while (here.byte < byte) {
        const qsizetype length = lengthOf(m_text[here.byte]);
        if (here.byte + length > byte)
            break;
        here.byte += length;
        here.unit += unitsOf(length);
    }
    return here.unit;
}

qsizetype Offsets::bytes(qsizetype unit) const
{
    unit = std::max<qsizetype>(unit, 0);
    if (m_marks.empty())
        return std::min(unit, m_text.size());
    auto mark = std::upper_bound(m_marks.begin(), m_marks.end(), unit,
                                 [](qsizetype wanted, const Mark& one) { return wanted < one.unit; });
    Mark here = *--mark;
    while (here.unit < unit && here.byte < m_text.size()) {
        const qsizetype length = lengthOf(m_text[here.byte]);
        here.byte += length;
        here.unit += unitsOf(length);
    }
    return std::min(here.byte, m_text.size());
}

} // namespace editor
