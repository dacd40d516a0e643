#pragma once

#include "core/manifest/form.h"

namespace support {

/// `text` with another value in a field of its form; in words, where that cannot be.
inline QByteArray filledIn(const QByteArray& text, const manifest::Form& form, const QString& id, const QString& value)
{
    const manifest::FormField* field = manifest::fieldOf(form, id);
    if (!field)
        return "no such field";
    const auto edits = manifest::changeOf(text, form, *field, value);
    return edits ? manifest::edited(text, *edits) : QByteArray("refused");
}

} // namespace support
