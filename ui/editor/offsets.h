#pragma once

#include <QByteArray>

#include <vector>

namespace editor {

/// Translates between bytes of a UTF-8 text and the UTF-16 units editors count.
class Offsets
{
public:
    explicit Offsets(const QByteArray& utf8);

    qsizetype units(qsizetype byte) const; ///< a byte within a character counts as its beginning
    qsizetype bytes(qsizetype unit) const;

private:
    struct Mark
    {
        qsizetype byte = 0, unit = 0;
    };

    QByteArray m_text;
    std::vector<Mark> m_marks; ///< one every few hundred bytes; empty: each byte is a unit
};

} // namespace editor
