#pragma once

#include "core/base/visibletext.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace fuzz {

inline QByteArray bytesOf(const uint8_t* data, size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
}

/// A promise of the code under test; breaking it is a finding like any crash.
inline void promise(bool isKept)
{
    if (!isKept)
        std::abort();
}

/// What is decoded can be shown: as short as asked, with nothing in it that deceives, and not made safe a second time.
inline void show(const QString& text)
{
    for (const base::Lines lines : {base::Lines::Join, base::Lines::Keep}) {
        const QString shown = base::visibleText(text, 64, lines);
        promise(shown.size() <= 64);
        promise(!base::hasInvisible(shown));
        promise(base::visibleText(shown, 64, lines) == shown);
    }
}

} // namespace fuzz
