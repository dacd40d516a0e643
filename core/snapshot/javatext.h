#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace snapshot {

/// UTF-8 of Java's modified UTF-8 (java.io.DataInput): zero is C0 80, characters above U+FFFF are two surrogates of
/// three bytes each. Lone surrogates become U+FFFD. Nothing for bytes that readUTF() refuses.
std::optional<QByteArray> textOf(QByteArrayView modified);

} // namespace snapshot
