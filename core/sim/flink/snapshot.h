#pragma once

#include "core/sim/flink/jobspec.h"
#include "core/sim/flink/version.h"

namespace sim::flink {

/// One file of RocksDB that checkpoints share.
struct SharedFile
{
    QString id;        ///< its name in the folder shared/, a UUID
    QString localName; ///< 000012.sst
    qint64 size = 0;

    friend bool operator==(const SharedFile&, const SharedFile&) = default;
};

/// What one subtask of one operator put into a snapshot.
struct SubtaskState
{
    qint64 keyed = 0;    ///< bytes of keyed state, as its handle says
    qint64 position = 0; ///< of a source: records read
    std::vector<SharedFile> shared = {};

    friend bool operator==(const SubtaskState&, const SubtaskState&) = default;
};

struct OperatorState
{
    Operator part;
    int parallelism = 1;
    std::vector<SubtaskState> subtasks;
};

enum class Format { Canonical, Native };

/// What kind of snapshot it is.
struct SnapshotKind
{
    enum class After { GoOn, Suspend, Terminate };

    bool isSavepoint = false;
    Format format = Format::Canonical;
    After after = After::GoOn;
};

/// A completed checkpoint or savepoint: all that its files are made of.
struct StateSnapshot
{
    qint64 id = 0;
    SnapshotKind kind;
    Backend backend = Backend::HashMap;
    bool incremental = false;
    bool keepOnCancel = false;
    int maxParallelism = 128;
    QString folder;       ///< URI of the folder with _metadata, as Flink shows it
    QString sharedFolder; ///< URI; only used by incremental checkpoints
    quint64 seed = 0;     ///< from which the names of its files are drawn
    std::vector<OperatorState> operators;
};

/// A file that belongs to a snapshot, beside _metadata.
struct StateFile
{
    QString uri;
    QByteArray head; ///< what really stands in it; the rest is a hole
    qint64 size = 0;
};

/// The bytes of a snapshot.
struct SnapshotFiles
{
    QByteArray metadata;
    std::vector<StateFile> files;
};

/// As this version of Flink writes it. State up to 20 KiB (execution.checkpointing.data-inline-threshold) stands in
/// `_metadata` itself.
SnapshotFiles filesOf(const StateSnapshot& snapshot, const Version& version);

/// What a keyed state of so many bytes takes in a file: not less than its head and an entry for each key group.
qint64 keyedSize(qint64 bytes, int keyGroups);
/// The key groups of a subtask: first and number.
std::pair<int, int> keyGroupsOf(int subtask, int parallelism, int maxParallelism);
/// What the state of a source takes.
qint64 sourceStateSize(int splits);

} // namespace sim::flink
