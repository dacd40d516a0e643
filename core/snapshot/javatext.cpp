#include "core/snapshot/javatext.h"

#include <QString>

#include <algorithm>

namespace snapshot {

namespace {

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

/// How many bytes the character takes that begins so; 0: none begins so.
int lengthOf(uchar first)
{
    if (first < 0x80)
        return 1;
    if ((first & 0xE0) == 0xC0)
        return 2;
    return (first & 0xF0) == 0xE0 ? 3 : 0;
}

} // namespace

std::optional<QByteArray> textOf(QByteArrayView modified)
{
    const auto isPlain = [](char byte) { return uchar(byte) < 0x80; };
    if (std::ranges::all_of(modified, isPlain))
        return modified.toByteArray();
    QString text;
    text.reserve(modified.size());
    for (qsizetype at = 0; at < modified.size();) {
        const auto byte = [&](qsizetype ahead) { return uchar(modified[at + ahead]); };
        const int length = lengthOf(byte(0));
        if (length == 0 || at + length > modified.size())
            return std::nullopt;
        if ((length > 1 && !isContinuation(byte(1))) || (length > 2 && !isContinuation(byte(2))))
            return std::nullopt;
        if (length == 1)
            text.append(QChar(char16_t(byte(0))));
        else if (length == 2)
            text.append(QChar(char16_t((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F))));
        else
            text.append(QChar(char16_t((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F))));
        at += length;
    }
    return text.toUtf8();
}

} // namespace snapshot
