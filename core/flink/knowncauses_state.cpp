#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 16> table{{
    {"max-parallelism",
     R"(Max parallelism mismatch|maximum parallelism \(\d+\) of the restored state|higher than the max parallelism|new max parallelism .* (smaller|less|lower)|max parallelism .* must (not )?be)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Max parallelism changed or exceeded"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Keyed state is divided into as many key groups as the max parallelism, "
                                            "for good. The new program asks for another one, or for a parallelism "
                                            "above it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the operator and both numbers."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Set pipeline.max-parallelism (or setMaxParallelism of the operator) "
                                            "back to the number of the snapshot, and do not exceed it with the "
                                            "parallelism. Another number needs a start with empty state or a rewrite "
                                            "of the savepoint by the State Processor API.")},
    {"state-does-not-map",
     R"(Failed to rollback to checkpoint/savepoint|[Cc]annot map (checkpoint/savepoint|savepoint) state|allowNonRestoredState)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "State of an operator that is no longer in the program"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The snapshot holds state of an operator that the new program does not "
                                            "have: it was removed, or its uid changed. Without a uid each change of "
                                            "the graph changes it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the operator's id. Compare the operators of the "
                                            "snapshot with those of the program."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "If the operator was removed on purpose, set allowNonRestoredState: true "
                                            "in spec.job (--allowNonRestoredState; "
                                            "execution.state-recovery.ignore-unclaimed-state since 1.20): its state "
                                            "is dropped. Otherwise give the operator back its old uid.")},
    {"state-backend-changed",
     R"(Unexpected state handle type|different StateBackend|not supported by the .*[sS]tate ?[bB]ackend)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Snapshot of another state backend"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The snapshot was taken with another state backend than the job has now. "
                                            "Checkpoints and native savepoints fit only the back end that wrote them."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names both kinds of handles. Compare state.backend.type "
                                            "with what the job had when the snapshot was taken."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Set state.backend.type (state.backend before Flink 1.17) back, take a "
                                            "savepoint in canonical format, change the back end, and restore from "
                                            "that savepoint.")},
    {"snapshot-unreadable",
     R"(Unexpected magic number|incorrect magic number|Unrecognized checkpoint version|Couldn't deserialize checkpoint properties|Reading invalid \w*[sS]tate ?[hH]andle|Unknown implementation of StreamStateHandle)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Snapshot cannot be read"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The file _metadata is damaged, cut off, no snapshot at all, or written "
                                            "by a newer Flink."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Open it with the snapshot reader: it tells version and where reading "
                                            "fails. Compare its size with other snapshots of the job."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Choose another restore point. A snapshot of a newer Flink can only be "
                                            "read by that version or a later one.")},
    {"state-incompatible",
     R"(StateMigrationException|must not be incompatible with the old|serializer .* must be compatible|InvalidClassException|incompatible types for (field|state)|Unable to restore serializer|For heap backends, the new)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "State does not fit the new serializer"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The type of a state changed in a way that Flink cannot read the old "
                                            "bytes with: a changed key type, a class that is no POJO (so Kryo was "
                                            "used), removed or retyped fields."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the old and the new serializer, the frames and the "
                                            "exceptions above show which operator."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Restore the old type, or give the new state another name and fill it "
                                            "anew. For types that evolve use POJOs or Avro, and keep state away from "
                                            "Kryo (pipeline.generic-types: false finds such types early).")},
    {"savepoint-not-found",
     R"(Cannot find (checkpoint or savepoint|meta data file)|Could not find (checkpoint|savepoint)|(checkpoint|savepoint) path .* does not exist)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Snapshot to restore from not found"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "There is no checkpoint or savepoint at the given path: it was deleted "
                                            "or moved, the path is misspelt, or this cluster reads another bucket or "
                                            "volume."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List the folder: a snapshot has a file named _metadata. Compare the "
                                            "path with the configured directories."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Choose another restore point of the job. Against a repeat keep more "
                                            "checkpoints (execution.checkpointing.num-retained) and let no lifecycle "
                                            "rule of the bucket delete what Flink still needs.")},
    {"ha-storage-missing",
     R"(HA metadata (is )?not available|retrieved state handle is broken|Could not (retrieve|load|recover) (the )?(submitted )?(JobGraph|ExecutionPlan|execution plan)|Could not retrieve checkpoint \d+ from state handle)",
     R"(retrieved state handle is broken|Could not (retrieve|load|recover) (the )?(submitted )?(JobGraph|ExecutionPlan|execution plan)|Could not retrieve checkpoint \d+ from state handle)",
     QT_TRANSLATE_NOOP("flink::KnownCause", "Metadata of high availability missing"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The ConfigMaps of high availability point to files in "
                                            "high-availability.storageDir that are gone or unreadable, or the "
                                            "ConfigMaps themselves were deleted."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Compare the ConfigMaps of the cluster with the files in the storage "
                                            "directory."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Restore by hand: find the newest checkpoint or savepoint in storage, "
                                            "set initialSavepointPath and raise savepointRedeployNonce. Never delete "
                                            "the ConfigMaps or the storage directory of a job that is to go on.")},
    {"state-file-missing",
     R"((FileNotFoundException|NoSuchKey|NoSuchFileException|does not exist).*(/shared/|/taskowned/|/chk-\d+|/savepoint-))",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "File of a checkpoint missing"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A file that a checkpoint refers to is gone. Incremental checkpoints "
                                            "share files with earlier ones, so deleting an old folder damages new "
                                            "checkpoints."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Check the files of the checkpoint with the snapshot reader: it lists "
                                            "those that are missing."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Restore from a snapshot whose files are all there. Do not let a "
                                            "lifecycle rule or a clean-up script delete files below the checkpoint "
                                            "directory of a job that lives.")},
    {"rocksdb-native-library",
     R"(Could not load the native RocksDB library|Could not initialize class org\.rocksdb|UnsatisfiedLinkError.*rocksdb|rocksdbjni)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Native library of RocksDB not loadable"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "RocksDB unpacks its native library into a temporary folder and loads it "
                                            "from there; that failed. The folder is full or mounted noexec, the "
                                            "image has no glibc (Alpine), or the processor's architecture does not "
                                            "fit."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the inner causes and at the image and architecture of the node."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Use an image on Debian or Ubuntu for the architecture of the node, and "
                                            "let io.tmp.dirs point to a writable volume that allows execution.")},
    {"disk-full", R"(No space left on device|Disk quota exceeded|not enough space on the disk)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Disk full"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The volume behind a local folder is full: state of RocksDB, spilled "
                                            "data, logs or temporary files of the job."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the ephemeral storage of the pod and the node. RocksDB keeps "
                                            "its state below state.backend.rocksdb.localdir, else below io.tmp.dirs."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Mount a larger volume and let state.backend.rocksdb.localdir and "
                                            "io.tmp.dirs point to it. Give state a time to live if it grows without "
                                            "end.")},
    {"rocksdb-error", R"(RocksDBException)", nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Error of RocksDB"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "RocksDB could not read or write its local files: a damaged file, too "
                                            "many open files or a failing volume."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names status and file. Look at the node's events and at "
                                            "other pods on it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Let the job restart: the state is loaded anew from the last checkpoint. "
                                            "If it returns on one node only, take that node out. Too many open "
                                            "files: limit state.backend.rocksdb.files.open.")},
    {"in-flight-data",
     R"(Corrupt stream, found tag|Can't get next record for channel|[Uu]naligned checkpoints? .*(not supported|cannot|can't)|Cannot restore (in-flight|channel) (data|state))",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "In-flight data cannot be read"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Records between two subtasks could not be read. After a restore from an "
                                            "unaligned checkpoint that is in-flight data that no longer fits the "
                                            "program; otherwise a serializer that writes more or less than it reads."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look whether the job was restored from an unaligned checkpoint, and "
                                            "whether types or the partitioning between these operators changed."),
     QT_TRANSLATE_NOOP("flink::KnownCause",
                       "Restore from a savepoint, which holds no in-flight data, or drop it for "
                       "that one checkpoint with "
                       "execution.state-recovery.without-channel-state.checkpoint-id (since "
                       "1.20): these records are lost. Correct the serializer if it is your own.")},
    {"state-too-large-for-memory", R"(larger than the maximum permitted memory-backed state)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "State too large to be kept in the JobManager"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Without a checkpoint directory the state goes to the memory of the "
                                            "JobManager, at most 5 MB for each state."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the configuration: there is no execution.checkpointing.dir "
                                            "(state.checkpoints.dir before 1.20)."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Set execution.checkpointing.dir to storage that all pods reach.")},
    {"job-result-store", R"(globally.terminal state|JobResultStore|job-result-store|DirtyResult|dirty (job )?result)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Job counts as finished (job result store)"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "An entry in the job result store says that this job id has already "
                                            "ended, or the store cannot be written. It lies in the storage directory "
                                            "of high availability unless job-result-store.storage-path is set."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List the job-result-store folder below high-availability.storageDir: "
                                            "entries are JSON files named after job ids, those that end in _DIRTY "
                                            "were not cleaned up."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "If the job really is to run again, remove the entry of its id, or start "
                                            "it under another job id. If the folder cannot be written, correct its "
                                            "rights.")},
    {"duplicate-job", R"(DuplicateJobSubmissionException|[Jj]ob has already been submitted)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Job is already there"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The cluster already has a job of this id, running or ended. In "
                                            "application mode with high availability the id is fixed, so a second "
                                            "start meets the first."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List the jobs of the cluster by id."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "If the first one runs, there is nothing to start. If it has ended, "
                                            "redeploy with savepointRedeployNonce, so that it gets a new id.")},
    {"restore-failed",
     R"(Could not restore (keyed|operator) state backend|Failed when trying to restore|BackendBuildingException|Could not initialize (keyed|operator) state backend)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "State could not be restored"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A task could not load its part of the snapshot: a file is cut off or "
                                            "unreadable, or the program or its state backend no longer fits."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the operator and subtask; the innermost exception is "
                                            "what it met. Check the files of the snapshot with the snapshot reader."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Restore from another snapshot whose files are whole. If all fail in the "
                                            "same way, compare program, Flink version and state.backend.type with "
                                            "those of the run that wrote them.")},
}};

} // namespace

std::span<const CauseCard> stateCards()
{
    return table;
}

} // namespace flink
