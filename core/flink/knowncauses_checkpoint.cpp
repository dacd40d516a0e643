#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 9> table{{
    {"storage-throttling",
     R"(SlowDown|[Ss]low [Dd]own|reduce your request rate|(S3Exception|Storage|s3).*(Status Code: 503|TooManyRequests)|OperationsPerSecondExceeded|ServerBusy)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Object storage throttles"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The object storage refused requests because there were too many in a "
                                            "short time. Many subtasks writing many small files at once do that."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the storage's own metrics for 503 answers, and at the number of "
                                            "files of a checkpoint."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Write fewer files: raise execution.checkpointing.data-inline-threshold "
                                            "(state.storage.fs.memory-threshold before 1.20; at most 1 MB), turn on "
                                            "file merging with execution.checkpointing.file-merging.enabled (since "
                                            "1.20), take checkpoints less often, and spread the paths "
                                            "(s3.entropy.key).")},
    {"filesystem-scheme",
     R"(UnsupportedFileSystemSchemeException|No FileSystem for scheme|Could not find a file system implementation)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "No file system for this scheme"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Flink has no implementation for the scheme of a path, such as s3 or "
                                            "abfs: its plugin is not in the image."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List /opt/flink/plugins in the container: each file system has a folder "
                                            "of its own there."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Put the plugin into the image, or let the start script do it by the "
                                            "environment variable ENABLE_BUILT_IN_PLUGINS. A file system in lib or "
                                            "in the job's jar does not replace the plugin. Check the spelling of the "
                                            "scheme.")},
    {"storage-access-denied",
     R"(AccessDenied|Access Denied|(S3|Storage|s3).*Status Code: 403|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|AccessControlException|Unable to load (AWS )?credentials|No AWS Credentials|AuthorizationPermissionMismatch|\(Permission denied\)|does not have storage\.objects)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Storage refuses access"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The file system or object storage refused a request: the credentials "
                                            "are missing, wrong or expired, or they lack a right for this path."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the message for bucket or path, and which identity the pod has: "
                                            "service account, mounted secret, s3.access-key."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give the identity read, write, list and delete rights for checkpoint, "
                                            "savepoint and high availability directories. On volumes check owner and "
                                            "fsGroup.")},
    {"bucket-missing",
     R"(NoSuchBucket|bucket does not exist|ContainerNotFound|specified container does not exist|Bucket .* does not exist)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Bucket does not exist"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The object storage has no bucket or container of this name at this "
                                            "endpoint."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Compare the name in the path with the buckets of the account, and "
                                            "s3.endpoint with the region."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Create the bucket or correct path, s3.endpoint, or turn on path-style "
                                            "access, which most storages that are not Amazon's need.")},
    {"storage-not-writable",
     R"(Mkdirs failed to create|Failed to create (savepoint|checkpoint|directory)|Failed to create checkpoint storage|Read-only file system|Could not (open|flush) .*(output stream|to file)|Could not finalize checkpoint|Could not flush and close the file system output stream)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Storage cannot be written"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A folder or file of a checkpoint or savepoint could not be created: the "
                                            "volume is not mounted in all pods, is read-only, or does not belong to "
                                            "the user of Flink."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look into the folder from a shell in the pod: who owns it, and does "
                                            "JobManager see the same volume as the TaskManagers?"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Mount the same writable volume in all pods (podTemplate) with a fsGroup "
                                            "of 9999, or use object storage. Check execution.checkpointing.dir and "
                                            "execution.checkpointing.savepoint-dir.")},
    {"checkpoint-expired", R"([Cc]heckpoint expired before completing|[Cc]heckpoint was expired)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Checkpoint did not finish in time"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A checkpoint took longer than its time-out. Usually barriers wait "
                                            "behind backpressured data (alignment), sometimes the upload of large "
                                            "state is slow."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the subtasks of the checkpoint: a long start delay or alignment "
                                            "means backpressure, a long asynchronous part means state or storage."),
     QT_TRANSLATE_NOOP("flink::KnownCause",
                       "Cure the slow operator first. Unaligned checkpoints "
                       "(execution.checkpointing.unaligned.enabled) or smaller buffers "
                       "(taskmanager.network.memory.buffer-debloat.enabled) let barriers pass; "
                       "incremental checkpoints upload less. Raise "
                       "execution.checkpointing.timeout only if long checkpoints are acceptable.")},
    {"checkpoint-declined",
     R"([Cc]heckpoint was declined|declined the checkpoint|Not all required tasks are currently running|Some tasks of the job have already finished)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Checkpoint declined"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A task could not take part in the checkpoint: it was not running yet, "
                                            "was finishing, or failed while taking its snapshot."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look for a further cause below, and at the state of all vertices at "
                                            "that moment: a checkpoint or savepoint needs all of them running."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Wait until all tasks run and try again. If one operator always "
                                            "declines, its snapshotState() throws: the TaskManager's log has the "
                                            "reason. Finished sources need "
                                            "execution.checkpointing.checkpoints-after-tasks-finish (on by default; "
                                            "before 1.20 its name ends in .enabled).")},
    {"checkpoint-failures-exceeded", R"([Ee]xceeded checkpoint tolerable failure threshold)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Too many checkpoints failed in a row"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "More checkpoints failed one after the other than the job tolerates, so "
                                            "it restarts. The failed checkpoints are the cause, not this exception."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message and the page of checkpoints name why the last ones failed."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure the reason of the failed checkpoints. "
                                            "execution.checkpointing.tolerable-failed-checkpoints (0 by default) "
                                            "only decides how many may fail before the job restarts.")},
    {"checkpoint-async-failed",
     R"(Asynchronous task checkpoint failed|Could not (complete|perform|materialize) (the )?(checkpoint|snapshot)|CheckpointException: Could not complete snapshot|Failure to finalize checkpoint)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Snapshot of a task failed"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A subtask could not write its part of the checkpoint, or the JobManager "
                                            "could not write its metadata."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A cause below this one names the reason; without one, the log of the "
                                            "TaskManager has it at this moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the storage first (rights, space, throttling), then at "
                                            "snapshotState() of the operator that is named.")},
}};

} // namespace

std::span<const CauseCard> checkpointCards()
{
    return table;
}

} // namespace flink
