#pragma once

#include "core/snapshot/filelist.h"
#include "core/snapshot/keyedstates.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

/// Checkpoints and savepoints of Flink, read without a JVM. What stands in a file was written by somebody else: texts
/// are to be made visible (base::visibleText) before they are shown, and no number is more than what was recorded.
namespace snapshot {

/// The kinds of state an operator has (Flink's OperatorState and OperatorSubtaskState).
enum class StateKind {
    Coordinator,     ///< of the operator's coordinator, such as a source's enumerator
    ManagedOperator, ///< lists, unions and broadcasts
    RawOperator,
    ManagedKeyed,       ///< of the state back end
    RawKeyed,           ///< written by the operator itself, such as timers on the heap
    InputChannel,       ///< data in flight of an unaligned checkpoint, before the operator
    ResultSubpartition, ///< the same, behind it
};
constexpr int stateKinds = 7;

/// How much of one kind.
struct Amount
{
    qint64 handles = 0;
    qint64 bytes = 0;             ///< the whole state (getStateSize)
    qint64 inlineBytes = 0;       ///< of these, what stands in `_metadata` itself
    qint64 checkpointedBytes = 0; ///< what this checkpoint wrote itself (getCheckpointedSize); less when incremental

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// Consecutive key groups; none where `count` is 0.
struct KeyGroups
{
    int first = 0; ///< 0 to 32767
    int count = 0; ///< first + count <= 32768

    friend bool operator==(const KeyGroups&, const KeyGroups&) = default;
};

/// What keyed state is kept in.
enum class KeyedForm {
    None,
    KeyGroups,   ///< each group at an offset of one stream (KeyGroupsStateHandle): heap, or a full checkpoint
    Savepoint,   ///< the same in the format every back end reads (KeyGroupsSavepointStateHandle)
    Incremental, ///< RocksDB's or ForSt's own files (IncrementalRemoteKeyedStateHandle)
    Changelog,   ///< any of these and the changes since (ChangelogStateBackendHandle)
};

/// One subtask that has state.
struct Subtask
{
    int index = 0;
    KeyGroups keyGroups; ///< of its managed keyed state
    qint64 keyedBytes = 0;
    qint64 operatorBytes = 0;
    qint64 channelBytes = 0;

    friend bool operator==(const Subtask&, const Subtask&) = default;
};

/// One named operator state (OperatorStateHandle.StateMetaInfo), of all subtasks.
struct OperatorStateName
{
    /// How it is spread over subtasks (OperatorStateHandle.Mode).
    enum class Mode { SplitDistribute, Union, Broadcast };

    QString name;
    Mode mode = Mode::SplitDistribute;
    qint64 partitions = 0;

    friend bool operator==(const OperatorStateName&, const OperatorStateName&) = default;
};

/// Where a stream begins that is not in `_metadata` itself.
struct StreamPlace
{
    qsizetype file = 0; ///< index in the snapshot's files
    qint64 start = 0;   ///< byte of that file
    qint64 length = 0;  ///< how much is known to be of it

    friend bool operator==(const StreamPlace&, const StreamPlace&) = default;
};

struct Operator
{
    QString id;   ///< 32 hexadecimal digits (OperatorID)
    QString uid;  ///< recorded since Flink 2.0; empty: not set, or not recorded
    QString name; ///< the same
    int parallelism = 0;
    int maxParallelism = 0;
    bool isFinished = false; ///< all of it had finished (FullyFinishedOperatorState)
    int subtaskCount = 0;    ///< recorded ones, with state or without
    int finishedSubtasks = 0;
    QList<Subtask> subtasks; ///< those with state, in the order of the file
    std::array<Amount, stateKinds> amounts;
    KeyedForm keyedForm = KeyedForm::None; ///< of the last subtask with managed keyed state
    QList<OperatorStateName> operatorStates;
    QList<KeyedState> keyedStates;        ///< as far as the first subtasks tell them in `_metadata` itself
    std::optional<StreamPlace> keyedHead; ///< else where to look for them (keyedStatesIn)

    const Amount& amount(StateKind kind) const { return amounts[size_t(kind)]; }
    Amount& amount(StateKind kind) { return amounts[size_t(kind)]; }

    friend bool operator==(const Operator&, const Operator&) = default;
};

/// All kinds of one operator together.
Amount totalOf(const Operator& of);
/// Managed and raw together, or both directions of what is in flight.
Amount keyedOf(const Operator& of);
Amount operatorStateOf(const Operator& of);
Amount channelsOf(const Operator& of);

/// State of a master hook (MasterState), such as a source's that is not an operator.
struct MasterState
{
    QString name;
    qint64 bytes = 0;

    friend bool operator==(const MasterState&, const MasterState&) = default;
};

/// What the snapshot is (CheckpointProperties, since Flink 1.15). `type` is Unknown before.
struct Properties
{
    enum class Type { Unknown, Checkpoint, Savepoint };
    enum class Format { Unknown, Canonical, Native }; ///< of a savepoint

    Type type = Type::Unknown;
    Format format = Format::Unknown;
    QString name;          ///< Flink's own words, "Checkpoint", "Suspend Savepoint"; may be empty
    qint64 bytesAfter = 0; ///< what stands behind them, where the file should end

    friend bool operator==(const Properties&, const Properties&) = default;
};

/// What `_metadata` holds (CheckpointMetadata).
struct Metadata
{
    int version = 0;         ///< 2 to 6
    qint64 checkpointId = 0; ///< >= 0
    QList<MasterState> masterStates;
    QList<Operator> operators; ///< in the order of the file, which is that of a hash table
    FileList files;
    Properties properties;

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

/// All operators together.
Amount totalOf(const Metadata& metadata);

/// The sum; at the end of its range it stays there, so that sizes that are noise stay sizes.
qint64 saturatedSum(qint64 left, qint64 right);
Amount& operator+=(Amount& left, const Amount& right);

} // namespace snapshot
