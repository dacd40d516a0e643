#include "core/sim/flink/keyedstream.h"

#include "core/sim/flink/javabytes.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr QStringView longSnapshot =
    u"org.apache.flink.api.common.typeutils.base.LongSerializer$LongSerializerSnapshot";
constexpr QStringView namespaceSnapshot =
    u"org.apache.flink.runtime.state.VoidNamespaceSerializer$VoidNamespaceSerializerSnapshot";
constexpr QStringView timerSnapshot = u"org.apache.flink.streaming.api.operators.TimerSerializerSnapshot";

/// A serializer by its snapshot, in the form that TypeSerializerSnapshotSerializationUtil writes.
void serializer(JavaBytes& out, QStringView snapshot)
{
    out.i32(2).utf(snapshot).i32(3);
}

void valueState(JavaBytes& out, const QString& name)
{
    out.utf(name).i32(0).i32(1).utf(u"KEYED_STATE_TYPE").utf(u"VALUE").i32(2);
    out.utf(u"VALUE_SERIALIZER");
    serializer(out, longSnapshot);
    out.utf(u"NAMESPACE_SERIALIZER");
    serializer(out, namespaceSnapshot);
}

void timerQueue(JavaBytes& out, QStringView name)
{
    out.utf(name).i32(3).i32(0).i32(1).utf(u"VALUE_SERIALIZER").i32(2).utf(timerSnapshot).i32(3);
    out.u16(0x000D).u16(0xE704).i32(2).u16(0x0014).u16(0x57FD).i32(1);
    serializer(out, longSnapshot);
    out.utf(namespaceSnapshot).i32(3);
}

/// The first keys, 0 and up, of each group of the range, one after the other until there are enough.
std::vector<std::vector<qint64>> keysOf(const KeyedRange& range, int entries)
{
    std::vector<std::vector<qint64>> keys(std::size_t(range.groups));
    const qint64 enough = qint64(entries) * 20 + 64;
    int found = 0;
    for (qint64 key = 0; found < entries && key < enough * range.maxParallelism; ++key) {
        const int group = keyGroup(key, range.maxParallelism) - range.firstGroup;
        if (group >= 0 && group < range.groups) {
            keys[std::size_t(group)].push_back(key);
            ++found;
        }
    }
    return keys;
}

} // namespace

QByteArray streamHead(const QString& stateName, HeadKind kind)
{
    JavaBytes out;
    out.i32(6).u8(0);
    serializer(out, longSnapshot);
    out.u16(kind == HeadKind::Heap ? 3 : 1);
    valueState(out, stateName);
    if (kind == HeadKind::Heap) {
        timerQueue(out, u"_timer_state/processing_user-timers");
        timerQueue(out, u"_timer_state/event_user-timers");
    }
    return out.bytes();
}

KeyedStream nativeStream(const KeyedRange& range, int entries)
{
    JavaBytes out;
    out.raw(streamHead(range.stateName, HeadKind::Heap));
    KeyedStream stream;
    const auto keys = keysOf(range, entries);
    for (int group = 0; group < range.groups; ++group) {
        const auto& present = keys[std::size_t(group)];
        stream.offsets.push_back(out.size());
        out.i32(range.firstGroup + group).u16(0).i32(qint64(present.size()));
        for (const qint64 key : present)
            out.u8(0).i64(key).i64(key % 97 + 1);
        out.u16(1).i32(0).u16(2).i32(0);
    }
    stream.bytes = out.bytes();
    return stream;
}

KeyedStream canonicalStream(const KeyedRange& range, int entries)
{
    JavaBytes out;
    out.raw(streamHead(range.stateName, HeadKind::Heap));
    KeyedStream stream;
    const auto keys = keysOf(range, entries);
    const bool wide = range.maxParallelism > 128;
    for (int group = 0; group < range.groups; ++group) {
        const auto& present = keys[std::size_t(group)];
        stream.offsets.push_back(present.empty() ? 0 : out.size());
        if (present.empty())
            continue;
        out.u16(0);
        for (std::size_t i = 0; i < present.size(); ++i) {
            // The first bit says that after this key something else than a key of the same state follows.
            const int flag = i + 1 == present.size() ? 0x80 : 0;
            const int number = range.firstGroup + group;
            out.i32(wide ? 11 : 10).u8((wide ? number >> 8 : number) | flag);
            if (wide)
                out.u8(number & 0xFF);
            out.i64(present[i]).u8(0).i32(8).i64(present[i] % 97 + 1);
        }
        out.u16(0xFFFF);
    }
    stream.bytes = out.bytes();
    return stream;
}

QByteArray sourceStream(int split, qint64 position)
{
    JavaBytes out;
    out.i32(6).u16(0).u8(1).utf(u"SourceReaderState").i32(1).i32(1);
    out.utf(u"OPERATOR_STATE_DISTRIBUTION_MODE").utf(u"SPLIT_DISTRIBUTE").i32(1).utf(u"VALUE_SERIALIZER");
    serializer(out, u"org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer$"
                    u"BytePrimitiveArraySerializerSnapshot");
    out.u16(0);
    // Split: length, version of the serializer, length, id of one character, position, end.
    const QString id = QString(QChar(u'0' + char16_t(split % 10)));
    out.i32(27).i32(1).i32(19).utf(id).i64(position).i64(std::numeric_limits<qint64>::max());
    return out.bytes();
}

std::optional<qint64> positionIn(const QByteArray& stream)
{
    const qsizetype at = stream.size() - 16;
    if (at < 0 || !stream.contains("SourceReaderState"))
        return {};
    return qFromBigEndian<qint64>(stream.constData() + at);
}

} // namespace sim::flink
