#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 9> table{{
    {"container-oom-killed", R"(reason=OOMKilled|\bOOMKilled\b)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Container killed for its memory (OOMKilled)"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The processes in the container used more memory than its limit, and the "
                                            "kernel killed them. Java itself did not notice: usually native memory "
                                            "of RocksDB, direct buffers or a Python process grew beyond what was "
                                            "planned."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the pod's last state for the reason OOMKilled and exit code "
                                            "137, and compare the container's memory with "
                                            "taskmanager.memory.process.size. The heap in the metrics is far from "
                                            "full."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give more room outside the heap: raise "
                                            "taskmanager.memory.jvm-overhead.fraction together with "
                                            "taskmanager.memory.jvm-overhead.max, which caps it at 1 GB unless it is "
                                            "changed, or raise taskmanager.memory.process.size. Keep "
                                            "state.backend.rocksdb.memory.managed on.")},
    {"gc-overhead", R"(GC overhead limit exceeded)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Nearly all time spent on garbage collection"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Java spent almost all of its time on garbage collection and freed "
                                            "hardly anything: the heap is as good as full."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the heap and the garbage collection time of this TaskManager "
                                            "before the failure: used memory stays at its maximum after each "
                                            "collection."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.task.heap.size or "
                                            "taskmanager.memory.process.size, or keep less on the heap: state in "
                                            "RocksDB, smaller windows, no caches in functions. A heap dump names "
                                            "what fills it.")},
    {"oom-metaspace", R"(OutOfMemoryError: Metaspace)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Metaspace exhausted"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "There is no room left for loaded classes. Either the job needs many of "
                                            "them, or a session cluster keeps the classes of jobs that ended because "
                                            "a thread or driver still holds on to them."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the metaspace metric: when it grows with each submission or "
                                            "restart of a job, classes leak."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.jvm-metaspace.size. Against a leak, put "
                                            "drivers and libraries that start threads into the lib folder of the "
                                            "image, or run each job as its own application.")},
    {"oom-direct",
     R"(OutOfMemoryError: (Cannot reserve \d+ bytes of direct buffer|Direct buffer memory)|OutOfDirectMemoryError)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Direct memory exhausted"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Buffers outside the heap reached the limit of Java. Connectors, clients "
                                            "and the network stack allocate them."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the direct memory metric of the TaskManager, and at the frames "
                                            "for the library that asked for the buffer."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.task.off-heap.size when your program or a "
                                            "connector needs the buffers, or "
                                            "taskmanager.memory.framework.off-heap.size when Flink itself does.")},
    {"oom-threads", R"(unable to create (new )?native thread)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "No more threads"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The system refused another thread. The limit of processes of the "
                                            "container or node is reached, rarely its memory."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Take a thread dump of the TaskManager: hundreds of threads of the same "
                                            "name show who starts them. Compare with the pid limit of the node."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Close clients in close() of your functions and share pools between "
                                            "subtasks. If the threads are needed, have the pid limit of the pods "
                                            "raised.")},
    {"oom-heap",
     R"(OutOfMemoryError: (Java heap space|Requested array size|Required (array )?length)|OutOfMemoryError: $)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Heap exhausted"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The heap of the process is full. On a TaskManager that is state of the "
                                            "hashmap back end, large windows, records or caches of your functions."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the heap metric before the failure: a steady climb is growing "
                                            "state or a leak, a sudden jump is one large record or a skewed key."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.task.heap.size (on a JobManager "
                                            "jobmanager.memory.heap.size), use RocksDB for large state, give state a "
                                            "time to live, and look for skewed keys.")},
    {"managed-memory",
     R"(MemoryAllocationException|MemoryReservationException|Could not created? the shared memory resource)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Not enough managed memory"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A back end, a batch operator or Python asked for managed memory that "
                                            "the slot does not have."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message tells how many bytes were asked for and how many remained; "
                                            "the TaskManager page shows managed memory for each slot."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.managed.fraction or "
                                            "taskmanager.memory.managed.size, or run fewer slots on a TaskManager "
                                            "(taskmanager.numberOfTaskSlots). A size of 0 leaves nothing for RocksDB "
                                            "and Python.")},
    {"network-buffers", R"(Insufficient number of network buffers|Timeout triggered when requesting exclusive buffers)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Not enough network buffers"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The job has more channels between its subtasks than the TaskManager has "
                                            "buffers for. The need grows with the square of the parallelism at each "
                                            "shuffle."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message tells how many buffers were required and how many there are."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Raise taskmanager.memory.network.fraction; check that "
                                            "taskmanager.memory.network.max does not cap it (1 GB before Flink "
                                            "1.17). Fewer slots on a TaskManager or a lower parallelism help too.")},
    {"memory-configuration", R"(IllegalConfigurationException: .*(memory|Memory))", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Memory settings that contradict each other"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The sizes and fractions of memory do not add up, so the process refuses "
                                            "to start."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the two values that do not fit together."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Set one total only, taskmanager.memory.process.size (the operator sets "
                                            "it from resource.memory), and take out single sizes that do not fit "
                                            "into it.")},
}};

} // namespace

std::span<const CauseCard> memoryCards()
{
    return table;
}

} // namespace flink
