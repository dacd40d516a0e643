#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtEndian>

/// Writes `_metadata` of every format and kind of handle, byte for byte as Flink's serializers do, without knowing the
/// code under test: each function gives the bytes of one thing, from those of its parts.
namespace support::snapshotbytes {

using namespace Qt::StringLiterals;

template <typename T>
QByteArray number(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}
inline QByteArray u8(int value)
{
    return number(quint8(value));
}
inline QByteArray i32(qint64 value)
{
    return number(qint32(value));
}
inline QByteArray i64(qint64 value)
{
    return number(value);
}
/// Of a text without zeros and characters above U+FFFF, whose modified UTF-8 is UTF-8.
inline QByteArray utf(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return number(quint16(bytes.size())) + bytes;
}
inline QByteArray offsets(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += i64(i * 100);
    return bytes;
}
inline QByteArray list(const QList<QByteArray>& items)
{
    return i32(items.size()) + items.join();
}

inline const QByteArray null = u8(0);
inline QByteArray inlineStream(qint64 bytes, const QString& name = u"name"_s)
{
    return u8(1) + utf(name) + i32(bytes) + QByteArray(bytes, 'x');
}
inline QByteArray file(const QString& path, qint64 bytes)
{
    return u8(2) + i64(bytes) + utf(path);
}
inline QByteArray relative(const QString& path, qint64 bytes)
{
    return u8(6) + utf(path) + i64(bytes);
}
inline QByteArray groupStream(int first, int count, const QByteArray& stream)
{
    return u8(3) + i32(first) + i32(count) + offsets(count) + stream;
}
enum class Scope { Exclusive, Shared };
inline QByteArray segment(qint64 start, qint64 bytes, const QString& path, Scope scope = Scope::Exclusive)
{
    return u8(15) + i64(start) + i64(bytes) + i32(int(scope)) + utf(path) + utf(u"logical-1"_s);
}
inline const QByteArray emptySegment = u8(16);

struct NamedState
{
    QString name;
    int mode = 0;
    int partitions = 1;
};
inline QByteArray names(const QList<NamedState>& states)
{
    QByteArray bytes = i32(states.size());
    for (const NamedState& state : states)
        bytes += utf(state.name) + u8(state.mode) + i32(state.partitions) + offsets(state.partitions);
    return bytes;
}
inline QByteArray operatorState(const QList<NamedState>& states, const QByteArray& stream)
{
    return u8(4) + names(states) + stream;
}
inline QByteArray mergedOperatorState(const QList<NamedState>& states, const QByteArray& stream)
{
    return u8(17) + names(states) + utf(u"file:/cp/taskowned"_s) + utf(u"file:/cp/shared"_s) + u8(0) + stream;
}

/// Tags 3, 12 and 7.
inline QByteArray keyGroups(int tag, int first, int count, const QByteArray& stream)
{
    return u8(tag) + i32(first) + i32(count) + offsets(count) + stream + (tag == 12 ? utf(u"handle"_s) : QByteArray());
}
struct LocalFile
{
    QString name;
    QByteArray stream;
};
inline QByteArray localFiles(const QList<LocalFile>& files)
{
    QByteArray bytes = i32(files.size());
    for (const LocalFile& each : files)
        bytes += utf(each.name) + each.stream;
    return bytes;
}
/// Tags 5 and 11.
inline QByteArray incremental(int tag, int first, int count, qint64 written, const QByteArray& meta,
                              const QList<LocalFile>& shared, const QList<LocalFile>& own)
{
    return u8(tag) + i64(7) + utf(u"5a9c1d2e-0000-4000-8000-000000000001"_s) + i32(first) + i32(count) +
           (tag == 11 ? i64(written) : QByteArray()) + meta + localFiles(shared) + localFiles(own) +
           (tag == 11 ? utf(u"handle"_s) : QByteArray());
}
/// Tags 8 and 14.
inline QByteArray changelog(int tag, int first, int count, qint64 written, const QList<QByteArray>& materialized,
                            const QList<QByteArray>& changes)
{
    return u8(tag) + i32(first) + i32(count) + i64(written) + list(materialized) + list(changes) + i64(3) +
           (tag == 14 ? i64(7) : QByteArray()) + utf(u"handle"_s);
}
inline QByteArray memoryChanges(int first, int count, const QList<QByteArray>& changes)
{
    QByteArray bytes = u8(9) + i32(first) + i32(count) + i64(0) + i64(9) + i32(changes.size());
    for (const QByteArray& change : changes)
        bytes += i32(first) + i32(change.size()) + change;
    return bytes + utf(u"handle"_s);
}
/// Tags 10 and 13.
inline QByteArray fileChanges(int tag, int first, int count, const QList<QByteArray>& streams, qint64 bytes,
                              qint64 written)
{
    QByteArray all = u8(tag) + i32(first) + i32(count) + i32(streams.size());
    for (const QByteArray& stream : streams)
        all += i64(0) + stream;
    return all + i64(bytes) + i64(written) + utf(u"handle"_s) + (tag == 13 ? utf(u"filesystem"_s) : QByteArray());
}

/// One channel's data in flight; `tag` 0: as before format 6.
inline QByteArray channel(int tag, qint64 bytes, const QByteArray& stream)
{
    return (tag == 0 ? QByteArray() : u8(tag)) + i32(0) + i32(0) + i32(1) + i32(2) + offsets(2) + i64(bytes) + stream;
}
/// Tags 3 and 4.
inline QByteArray mergedChannels(int tag, qint64 bytes, const QByteArray& stream)
{
    return u8(tag) + i32(0) + i64(bytes) + stream + i32(12) + QByteArray(12, 'o');
}

struct SubtaskParts
{
    int index = 0;
    QByteArray managedOperator = {}; ///< empty: none
    QByteArray rawOperator = {};
    QByteArray managedKeyed = null;
    QByteArray rawKeyed = null;
    QList<QByteArray> input = {};
    QList<QByteArray> output = {};
};
inline QByteArray subtask(int version, const SubtaskParts& parts)
{
    const auto optional = [](const QByteArray& handle) { return handle.isEmpty() ? i32(0) : i32(1) + handle; };
    QByteArray bytes = i32(parts.index);
    if (version == 2)
        bytes += i64(-1) + i32(0);
    bytes += optional(parts.managedOperator) + optional(parts.rawOperator) + parts.managedKeyed + parts.rawKeyed;
    return version == 2 ? bytes : bytes + list(parts.input) + list(parts.output);
}
inline QByteArray finishedSubtask(int index)
{
    return i32(-index - 1);
}

struct OperatorParts
{
    QString name = {};
    QString uid = {};
    QByteArray id = QByteArray(16, '\x2a');
    int parallelism = 1;
    int maxParallelism = 128;
    QByteArray coordinator = null;
    QList<QByteArray> subtasks = {};
    bool isFinished = false;
};
inline QByteArray op(int version, const OperatorParts& parts)
{
    return (version >= 5 ? utf(parts.name) + utf(parts.uid) : QByteArray()) + parts.id + i32(parts.parallelism) +
           i32(parts.maxParallelism) + (version == 2 ? i32(1) : parts.coordinator) +
           (parts.isFinished ? i32(-1) : list(parts.subtasks));
}

inline QByteArray masterState(const QString& name, const QByteArray& bytes)
{
    const QByteArray body = i32(1) + utf(name) + i32(bytes.size()) + bytes;
    return i32(qint32(0xC96B1696U)) + i32(body.size()) + body;
}

/// The CheckpointProperties of a recorded file: what stands from the header of Java's serialization on.
inline QByteArray propertiesOf(const QByteArray& recorded)
{
    return recorded.sliced(recorded.lastIndexOf(QByteArray::fromHex("aced000573720038")));
}

/// `properties` are left out before format 4.
inline QByteArray metadata(int version, const QList<QByteArray>& operators, const QByteArray& properties = {},
                           const QList<QByteArray>& masters = {}, qint64 checkpointId = 42)
{
    return i32(0x4960672D) + i32(version) + i64(checkpointId) + list(masters) + list(operators) +
           (version >= 4 ? properties : QByteArray());
}

} // namespace support::snapshotbytes
