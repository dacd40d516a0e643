#include "core/snapshot/keyedstates.h"

#include "core/snapshot/javatext.h"

#include <QtEndian>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

/// A state without this option has no type; with it, it begins: i32 type, i32 how many options, this one first.
const QByteArray option = QByteArrayLiteral("\0\x10KEYED_STATE_TYPE");
/// Timers: type PRIORITY_QUEUE (3), no options, one serializer.
const QByteArray queue = QByteArrayLiteral("\0\0\0\x03\0\0\0\0\0\0\0\x01\0\x10VALUE_SERIALIZER");
constexpr qsizetype mostOfName = 1024;
constexpr qsizetype mostStates = 1024;

std::optional<QString> readText(QByteArrayView bytes)
{
    const auto read = textOf(bytes);
    return read ? std::optional(QString::fromUtf8(*read)) : std::nullopt;
}

/// The text whose last byte stands before `end`: no byte of a name is that of a length.
std::optional<QString> textBefore(QByteArrayView head, qsizetype end)
{
    qsizetype start = end;
    while (start > 0 && end - start < mostOfName && uchar(head[start - 1]) >= 0x20)
        --start;
    // The length's second byte may look like a character.
    for (qsizetype at = start; at <= end && at < start + 2; ++at) {
        if (at >= 2 && end > at && qFromBigEndian<quint16>(head.data() + at - 2) == end - at)
            return readText(head.sliced(at, end - at));
    }
    return std::nullopt;
}

/// The value of an option: a text that begins at `start`.
QString textAt(QByteArrayView head, qsizetype start)
{
    if (start + 2 > head.size())
        return {};
    const qsizetype length = qFromBigEndian<quint16>(head.data() + start);
    return length > 64 || start + 2 + length > head.size()
               ? QString()
               : readText(head.sliced(start + 2, length)).value_or(QString());
}

struct Found
{
    qsizetype at;
    KeyedState state;
};

void search(QByteArrayView head, const QByteArray& anchor, qsizetype before, QList<Found>& found)
{
    for (qsizetype at = head.indexOf(anchor); at >= 0 && found.size() < mostStates; at = head.indexOf(anchor, at + 1)) {
        const auto name = textBefore(head, at - before);
        if (name && !name->endsWith(u"Snapshot"))
            found.append({at, {*name, before > 0 ? textAt(head, at + anchor.size()) : u"PRIORITY_QUEUE"_s}});
    }
}

} // namespace

QList<KeyedState> keyedStatesIn(QByteArrayView head)
{
    QList<Found> found;
    search(head, option, 8, found);
    search(head, queue, 0, found);
    std::ranges::sort(found, {}, &Found::at);
    QList<KeyedState> states;
    for (const Found& each : std::as_const(found)) {
        if (!states.contains(each.state))
            states.append(each.state);
    }
    return states;
}

} // namespace snapshot
