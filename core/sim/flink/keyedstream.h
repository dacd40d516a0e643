#pragma once

#include "core/sim/flink/snapshot.h"

namespace sim::flink {

enum class HeadKind { Heap, RocksDb };

/// A keyed state of one subtask: a ValueState<Long> by keys of type Long, with the timers of a process function.
struct KeyedRange
{
    QString stateName;
    int firstGroup = 0;
    int groups = 1;
    int maxParallelism = 128;
};

struct KeyedStream
{
    QByteArray bytes;
    std::vector<qint64> offsets; ///< of each key group
};

/// The beginning of a keyed stream: serializers and the names of the states (KeyedBackendSerializationProxy).
QByteArray streamHead(const QString& stateName, HeadKind kind);
/// As the heap back end writes a checkpoint or native savepoint; `entries` keys, dealt to their key groups.
KeyedStream nativeStream(const KeyedRange& range, int entries);
/// As every back end writes a canonical savepoint; a group without keys has offset 0.
KeyedStream canonicalStream(const KeyedRange& range, int entries);
/// The operator state of a source reader with one split that has been read so far.
QByteArray sourceStream(int split, qint64 position);
/// The position that sourceStream() wrote; nothing: the bytes are none of it.
std::optional<qint64> positionIn(const QByteArray& stream);

/// The Java object at the end of a _metadata file: CheckpointProperties.
QByteArray propertiesOf(const SnapshotKind& kind, bool keepOnCancel);

} // namespace sim::flink
