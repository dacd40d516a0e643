#pragma once

#include "core/sim/flink/configuration.h"
#include "core/sim/flink/identity.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace sim::flink {

/// One operator of a chain.
struct Operator
{
    enum class State { None, Source, Keyed };

    QString name;
    QString uid; ///< makes its id, and for the head of a chain the vertex's
    State state = State::None;
    QString stateName = {}; ///< of a Keyed one, as the program calls it

    OperatorId id() const { return operatorId(uid); }
};

/// How records reach a vertex.
enum class Ship { Forward, Rebalance, Hash, Broadcast };

struct Input
{
    int vertex = 0; ///< index into JobSpec::vertices, lower than the vertex's own
    Ship ship = Ship::Hash;
};

/// Where a source's records come from.
struct Feed
{
    double rate = 0;    ///< records/s that arrive, on average over a day
    double wave = 0;    ///< 0 … 1: how much more comes at midday and less at midnight (UTC)
    QString topic = {}; ///< of Kafka; empty: the source is none and knows no lag
    int partitions = 0;
    bool hasEventTime = true;
};

/// A task: a chain of operators that run in one thread per subtask.
struct Vertex
{
    std::vector<Operator> chain;
    int parallelism = 1;
    double capacity = 1000;   ///< records/s (read; of a source: written) one busy subtask gets through
    double selectivity = 1;   ///< records written per record read; a source's is 1
    double recordBytes = 100; ///< of what it reads; of a source: of what it writes
    double skew = 0;          ///< 0 … 1: the part of all records that belongs to one key, only with Ship::Hash
    QString keyOf = {};       ///< a topic whose keys are those that its records are dealt out by
    QString system = {};      ///< that it calls; empty: none
    double batch = 1;         ///< records in a call
    double stateBytesPerRecord = 0;
    qint64 stateLimit = 0; ///< bytes; what the state grows up to
    /// Names of the counters that the program keeps as accumulators: records that it worked on.
    QStringList counters = {};
    std::vector<Input> inputs = {};
    Feed feed = {}; ///< of a source: a vertex without inputs

    bool isSource() const { return inputs.empty(); }
    /// As REST shows it: "Source: orders -> throttle".
    QString name() const;
    OperatorId id() const { return chain.front().id(); }
    bool hasState() const { return stateLimit > 0; }
};

enum class Backend { HashMap, RocksDb };
enum class Scheduler { Default, Adaptive };

/// When and how checkpoints are made.
struct Checkpointing
{
    std::chrono::milliseconds interval{0}; ///< 0: never by itself
    std::chrono::milliseconds timeout{600'000};
    std::chrono::milliseconds minPause{0};
    std::chrono::milliseconds alignedTimeout{0}; ///< with unaligned: how long barriers may be aligned first
    int tolerableFailures = 0;
    int retained = 1;
    bool unaligned = false;
    bool incremental = false;
    bool keepOnCancel = false;
    QString folder;     ///< URI; empty: kept in the JobManager's memory
    QString savepoints; ///< URI; empty: none
};

/// What happens after a failure.
struct Restarting
{
    enum class Strategy { None, FixedDelay, FailureRate, ExponentialDelay };

    Strategy strategy = Strategy::ExponentialDelay;
    int attempts = 1;                      ///< fixed delay: in all; failure rate: in an interval
    std::chrono::milliseconds delay{1000}; ///< exponential: the first
    std::chrono::milliseconds highestDelay{60'000};
    std::chrono::milliseconds interval{60'000};    ///< of the failure rate
    std::chrono::milliseconds calmAfter{3600'000}; ///< exponential: the delay starts anew after so long without failure
    double factor = 1.5;
};

/// A Flink program as the practice cluster understands it. Sources come first: inputs point back.
struct JobSpec
{
    QString name;
    QString entryClass;
    std::vector<Vertex> vertices;
    int maxParallelism = 128;
    Backend backend = Backend::HashMap;
    Scheduler scheduler = Scheduler::Default;
    Checkpointing checkpointing;
    Restarting restarting;
    /// Bytes of metaspace that a restart leaves behind in each TaskManager: classes that something still holds.
    qint64 classesPerRestart = 0;
    /// Native memory beyond Flink's plan that a TaskManager takes in the end, for instance a library's buffers.
    qint64 nativeBytes = 0;

    /// Slots it needs: with one slot sharing group the highest parallelism.
    int slotsNeeded() const;
    int subtasks() const;
};

/// The program run with this configuration: checkpointing, back end, restart strategy, scheduler, parallelism overrides
/// (pipeline.jobvertex-parallelism-overrides) and, where it is given, parallelism for every vertex.
JobSpec configured(JobSpec spec, const Configuration& configuration, int parallelism = 0);
/// Flink's words for the strategy in a JobException.
QString strategyText(const Restarting& restarting);

} // namespace sim::flink
