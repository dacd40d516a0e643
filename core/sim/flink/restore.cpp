#include "core/sim/flink/restore.h"

#include "core/sim/flink/metadatareader.h"

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

using Read = std::variant<RestoredSnapshot, RestoreFailure>;

RestoreFailure refused(const QString& cause)
{
    return {RestoreFailure::Stage::Initialization, cause};
}

/// The URI of the _metadata file, or why there is none.
std::variant<QString, RestoreFailure> metadataAt(const Storage& storage, const QString& uri)
{
    const QString path = QString(uri).remove(u"file://"_s).remove(u"file:"_s);
    const QString scheme = uri.contains(u"://") && !uri.startsWith(u"file") ? uri.section(u':', 0, 0) : u"file"_s;
    if (!storage.exists(uri))
        return refused(
            u"java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '%1' on file "
            u"system '%2'."_s.arg(path, scheme));
    if (!storage.isFolder(uri))
        return uri;
    const QString file = uri + u"/_metadata"_s;
    if (!storage.exists(file))
        return refused(
            u"java.io.FileNotFoundException: Cannot find meta data file '_metadata' in directory '%1'. Please try "
            u"to load the checkpoint/savepoint directly from the metadata file instead of the directory."_s.arg(path));
    return file;
}

/// Vertex and operator of that id in the program.
struct Place
{
    int vertex = -1;
    const Operator* part = nullptr;
};

Place placeOf(const JobSpec& spec, const QByteArray& id)
{
    for (int v = 0; v < int(spec.vertices.size()); ++v) {
        for (const Operator& part : spec.vertices[std::size_t(v)].chain) {
            const OperatorId own = part.id();
            if (QByteArrayView(own.data(), qsizetype(own.size())) == QByteArrayView(id))
                return {v, &part};
        }
    }
    return {};
}

bool hasState(const ReadOperator& read)
{
    for (const ReadSubtask& subtask : read.subtasks) {
        if (subtask.keyedBytes > 0 || subtask.position)
            return true;
    }
    return false;
}

std::optional<RestoreFailure> refusal(const ReadOperator& read, const Place& place, const JobSpec& spec,
                                      const QString& folder, Unclaimed unclaimed)
{
    if (place.vertex < 0 && hasState(read) && unclaimed == Unclaimed::Refuse)
        return refused(
            u"java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint %1. Cannot map "
            u"checkpoint/savepoint state for operator %2 to the new program, because the operator is not "
            u"available in the new program. If you want to allow to skip this, you can set the "
            u"--allowNonRestoredState option on the CLI."_s.arg(folder, QString::fromLatin1(read.id.toHex())));
    if (place.vertex < 0)
        return {};
    const Vertex& vertex = spec.vertices[std::size_t(place.vertex)];
    if (read.maxParallelism < vertex.parallelism)
        return refused(
            u"java.lang.IllegalStateException: The state for task %1 can not be restored. The maximum parallelism "
            u"(%2) of the restored state is lower than the configured parallelism (%3). Please reduce the "
            u"parallelism of the task to be lower or equal to the maximum parallelism."_s.arg(vertex.name())
                .arg(read.maxParallelism)
                .arg(vertex.parallelism));
    return {};
}

/// What a back end cannot take is found by the task, too. RocksDB does not look at the format: it reads another one's
/// bytes until there are no more.
std::optional<RestoreFailure> misfit(Backend backend, const ReadSubtask& subtask, int vertex)
{
    const auto failure = [&](const QString& cause) {
        return RestoreFailure{RestoreFailure::Stage::Task, cause, vertex, subtask.index};
    };
    if (backend == Backend::HashMap && subtask.format == KeyedFormat::RocksDb)
        return failure(
            u"java.lang.IllegalStateException: Unexpected state handle type, expected one of: class "
            u"org.apache.flink.runtime.state.KeyGroupsStateHandle, but found: class "
            u"org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle. This can mostly happen when a "
            u"different StateBackend from the one that was used for taking a checkpoint/savepoint is used when "
            u"restoring."_s);
    if (backend == Backend::RocksDb && subtask.format == KeyedFormat::Heap)
        return failure(u"java.io.EOFException"_s);
    return {};
}

/// A file that is gone or has another length is found by the task that needs it.
std::optional<RestoreFailure> missingFile(const Storage& storage, const QString& folder, const ReadSubtask& subtask,
                                          int vertex)
{
    for (const NamedFile& file : subtask.files) {
        const QString uri = file.isRelative ? folder + u'/' + file.path : file.path;
        const qint64 size = storage.size(uri);
        const QString path = QString(uri).remove(u"file:"_s);
        if (size < 0)
            return RestoreFailure{RestoreFailure::Stage::Task,
                                  u"java.io.FileNotFoundException: %1 (No such file or directory)"_s.arg(path), vertex,
                                  subtask.index};
        if (size < file.size)
            return RestoreFailure{RestoreFailure::Stage::Task, u"java.io.EOFException"_s, vertex, subtask.index};
    }
    return {};
}

} // namespace

Read readSnapshot(const Storage& storage, const QString& uri, const JobSpec& spec, const Version& version,
                  Unclaimed unclaimed)
{
    const auto file = metadataAt(storage, uri);
    if (const auto* failure = std::get_if<RestoreFailure>(&file))
        return *failure;
    const QString path = std::get<QString>(file);
    const auto read = readMetadata(storage.read(path).value_or(QByteArray()), version.metadataVersion());
    if (const auto* unreadable = std::get_if<Unreadable>(&read))
        return refused(unreadable->exception);
    const ReadMetadata& metadata = std::get<ReadMetadata>(read);
    RestoredSnapshot restored;
    restored.id = metadata.checkpoint;
    restored.uri = Storage::shown(path).chopped(int(QStringView(u"/_metadata").size()));
    restored.isSavepoint = metadata.isSavepoint;
    for (const ReadOperator& state : metadata.operators) {
        const Place place = placeOf(spec, state.id);
        if (const auto failure = refusal(state, place, spec, restored.uri, unclaimed))
            return *failure;
        if (place.vertex < 0 || !hasState(state))
            continue;
        OperatorState sum{*place.part, state.parallelism, {SubtaskState()}};
        for (const ReadSubtask& subtask : state.subtasks) {
            sum.subtasks[0].keyed += subtask.keyedBytes;
            sum.subtasks[0].position += subtask.position.value_or(0);
            if (!restored.failure)
                restored.failure = misfit(spec.backend, subtask, place.vertex);
            if (!restored.failure)
                restored.failure = missingFile(storage, restored.uri, subtask, place.vertex);
        }
        restored.operators.push_back(std::move(sum));
    }
    return restored;
}

} // namespace sim::flink
