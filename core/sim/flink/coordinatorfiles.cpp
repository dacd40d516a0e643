#include "core/sim/flink/coordinator.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How long a checkpoint takes, how large it is, and what of it lies on disk.
namespace sim::flink {

namespace {

constexpr double uploadBytesPerMs = 60'000;    ///< of one subtask, to the file system
constexpr double canonicalBytesPerMs = 25'000; ///< every entry is read and written anew
constexpr double changedPart = 0.01;           ///< of the state, between two checkpoints
constexpr double mostWaste = 1.3;              ///< files may be so much larger than the state
constexpr std::size_t mostSharedFiles = 6;     ///< then RocksDB makes one of them
constexpr double longestWait = 1e9;            ///< seconds: for ever

/// The shared files that this checkpoint needs.
std::vector<QString> sharedUris(const StateSnapshot& snapshot)
{
    std::vector<QString> uris;
    for (const OperatorState& state : snapshot.operators) {
        for (const SubtaskState& subtask : state.subtasks) {
            for (const SharedFile& file : subtask.shared)
                uris.push_back(snapshot.sharedFolder + u'/' + file.id);
        }
    }
    return uris;
}

Duration ofSeconds(double seconds)
{
    return Duration(qint64(std::min(seconds, longestWait) * 1000));
}

/// What RocksDB does to its files before a checkpoint takes those that are new.
enum class Compaction {
    None,
    Small, ///< all but the large old one become one
    Whole, ///< too much in them is not valid any more: all are written anew
};

qint64 sizeOf(const std::vector<SharedFile>& files)
{
    qint64 sum = 0;
    for (const SharedFile& file : files)
        sum += file.size;
    return sum;
}

Compaction compactionOf(const std::vector<SharedFile>& files, qint64 state)
{
    if (double(sizeOf(files)) > double(state) * mostWaste)
        return Compaction::Whole;
    return files.size() >= mostSharedFiles ? Compaction::Small : Compaction::None;
}

} // namespace

qint64 Coordinator::stateSize(int vertex, int subtask) const
{
    const Vertex& v = m_spec.vertices[std::size_t(vertex)];
    qint64 bytes = 0;
    for (const Operator& part : v.chain) {
        if (part.state == Operator::State::Source)
            bytes += sourceStateSize(1);
        if (part.state == Operator::State::Keyed) {
            const int groups = keyGroupsOf(subtask, v.parallelism, m_spec.maxParallelism).second;
            bytes += keyedSize(qint64(m_around.traffic.stateBytes(vertex) / v.parallelism), groups);
        }
    }
    return bytes;
}

qint64 Coordinator::freshSize(int vertex, int subtask, const SnapshotKind& kind) const
{
    const qint64 whole = stateSize(vertex, subtask);
    const bool isIncremental = m_spec.checkpointing.incremental && m_spec.backend == Backend::RocksDb;
    if (!isIncremental || kind.isSavepoint || !m_spec.vertices[std::size_t(vertex)].hasState())
        return whole;
    const auto known = m_shared.find({vertex, subtask});
    if (known == m_shared.end())
        return whole;
    const std::vector<SharedFile>& files = known->second;
    const qint64 before = sizeOf(files);
    const qint64 changed = std::clamp(std::max(whole - before, qint64(double(whole) * changedPart)), qint64(4096),
                                      std::max<qint64>(4096, whole));
    switch (compactionOf(files, whole)) {
    case Compaction::None:
        return changed;
    case Compaction::Small:
        return changed + before - files.front().size;
    case Compaction::Whole:
        return whole;
    }
    return changed;
}

SubtaskAck Coordinator::planSubtask(int vertex, int subtask, const SnapshotKind& kind)
{
    const VertexLoad& load = m_around.traffic.load()[std::size_t(vertex)];
    const double travel = m_around.traffic.pathSeconds(vertex);
    SubtaskAck ack;
    const Duration aligned = ofSeconds(travel);
    const Duration limit = m_spec.checkpointing.alignedTimeout;
    ack.unaligned = m_spec.checkpointing.unaligned && !kind.isSavepoint && (limit == 0ms || aligned > limit);
    const Duration small{m_chance.between(4, 30)};
    ack.startDelay = small * (1 + vertex) + (ack.unaligned ? std::min(aligned, limit) : aligned);
    const double inBytes = load.subtasks[std::size_t(subtask)].in * m_spec.vertices[std::size_t(vertex)].recordBytes;
    if (load.channels > 1) {
        // The first barrier comes through the shortest queue, the last through the longest.
        const double spread = ack.unaligned ? 0 : load.queueSeconds / 2;
        ack.alignment = Duration(m_chance.between(0, 6)) + ofSeconds(spread);
        ack.startDelay -= ofSeconds(spread);
    }
    ack.processed = qint64(inBytes * double(ack.alignment.count()) / 1000);
    ack.persisted = ack.unaligned ? qint64(load.queuedBytes) : 0;
    ack.stateSize = stateSize(vertex, subtask) + ack.persisted;
    ack.checkpointedSize = freshSize(vertex, subtask, kind) + ack.persisted;
    const bool canonical = kind.isSavepoint && kind.format == Format::Canonical;
    const double copied = double(ack.checkpointedSize);
    ack.sync = Duration(m_chance.between(0, 3));
    ack.async = Duration(m_chance.between(6, 28)) +
                Duration(qint64(copied / (canonical ? canonicalBytesPerMs : uploadBytesPerMs)));
    return ack;
}

std::vector<std::vector<SubtaskAck>> Coordinator::plan(const SnapshotKind& kind)
{
    std::vector<std::vector<SubtaskAck>> acks;
    for (int v = 0; v < int(m_spec.vertices.size()); ++v) {
        acks.emplace_back();
        for (int i = 0; i < m_spec.vertices[std::size_t(v)].parallelism; ++i)
            acks.back().push_back(planSubtask(v, i, kind));
    }
    return acks;
}

/// `written` has in it what RocksDB has compacted until the checkpoint began.
std::vector<SharedFile> Coordinator::sharedFiles(int vertex, int subtask, qint64 written, qint64 total)
{
    std::vector<SharedFile>& files = m_shared[{vertex, subtask}];
    switch (compactionOf(files, total)) {
    case Compaction::None:
        break;
    case Compaction::Small:
        files.resize(1);
        break;
    case Compaction::Whole:
        files.clear();
        break;
    }
    const QString number = QString::number(m_nextId * 3 + subtask).rightJustified(6, u'0');
    files.push_back({m_chance.uid(), number + u".sst"_s, written});
    return files;
}

void Coordinator::fillSubtask(SubtaskState& state, int vertex, int subtask, SubtaskAck& ack, bool shares)
{
    state.keyed = ack.stateSize - ack.persisted;
    if (!shares) {
        // A native savepoint of RocksDB has files of its own, as if it were the first checkpoint.
        if (m_spec.backend == Backend::RocksDb && m_spec.checkpointing.incremental)
            state.shared = {{m_chance.uid(), u"000008.sst"_s, state.keyed}};
        return;
    }
    state.shared = sharedFiles(vertex, subtask, ack.checkpointedSize - ack.persisted, state.keyed);
    // What the files hold is what is told: a little more than the state, for RocksDB keeps old values for a while.
    state.keyed = sizeOf(state.shared);
    ack.stateSize = state.keyed + ack.persisted;
}

StateSnapshot Coordinator::snapshotOf(const Pending& pending)
{
    const Record& record = pending.record;
    StateSnapshot snapshot;
    snapshot.id = record->id;
    snapshot.kind = record->kind;
    snapshot.backend = m_spec.backend;
    snapshot.incremental = m_spec.checkpointing.incremental;
    snapshot.keepOnCancel = m_spec.checkpointing.keepOnCancel;
    snapshot.maxParallelism = m_spec.maxParallelism;
    snapshot.folder = pending.folder;
    snapshot.sharedFolder = checkpointFolder() + u"/shared"_s;
    snapshot.seed = m_seed + quint64(record->id);
    const bool shares = snapshot.incremental && snapshot.backend == Backend::RocksDb && !record->kind.isSavepoint;
    for (int v = 0; v < int(m_spec.vertices.size()); ++v) {
        const Vertex& vertex = m_spec.vertices[std::size_t(v)];
        const bool hasState =
            std::ranges::any_of(vertex.chain, [](const Operator& part) { return part.state != Operator::State::None; });
        for (const Operator& part : vertex.chain) {
            OperatorState state{part, vertex.parallelism, {}};
            const qint64 position = qint64(m_around.traffic.position(v));
            for (int i = 0; i < vertex.parallelism && hasState; ++i) {
                SubtaskState subtask;
                // Each reader has an equal part; the first one what does not divide.
                if (part.state == Operator::State::Source)
                    subtask.position = position / vertex.parallelism + (i == 0 ? position % vertex.parallelism : 0);
                if (part.state == Operator::State::Keyed)
                    fillSubtask(subtask, v, i, record->vertices[std::size_t(v)][std::size_t(i)], shares);
                state.subtasks.push_back(std::move(subtask));
            }
            snapshot.operators.push_back(std::move(state));
        }
    }
    return snapshot;
}

void Coordinator::keep(StateSnapshot snapshot, const Record& record)
{
    m_filesAreOld = true;
    m_keptRecords.emplace(snapshot.id, record);
    m_kept.push_back(std::move(snapshot));
    while (int(m_kept.size()) > m_spec.checkpointing.retained) {
        const auto oldest = m_keptRecords.find(m_kept.front().id);
        if (oldest != m_keptRecords.end()) {
            oldest->second->discarded = true;
            m_keptRecords.erase(oldest);
        }
        m_kept.pop_front();
    }
    m_around.stored();
}

void Coordinator::adopt(qint64 id, const QString& folder)
{
    continueAfter(id);
    StateSnapshot snapshot;
    snapshot.id = id;
    snapshot.folder = folder;
    m_written[id] = {folder};
    m_keptRecords[id] = std::make_shared<CheckpointRecord>();
    m_kept.push_back(std::move(snapshot));
}

bool Coordinator::write(const StateSnapshot& snapshot)
{
    const SnapshotFiles files = filesOf(snapshot, m_around.version);
    bool isWritten = m_around.storage.makeFolder(snapshot.folder);
    for (const StateFile& file : files.files) {
        // A shared file that is there already belongs to an earlier checkpoint, too.
        if (m_around.storage.size(file.uri) == file.size)
            continue;
        isWritten = isWritten && m_around.storage.write(file.uri, file.head, file.size);
    }
    return isWritten &&
           m_around.storage.write(snapshot.folder + u"/_metadata"_s, files.metadata, files.metadata.size());
}

void Coordinator::synchronise()
{
    const bool canWrite = !m_spec.checkpointing.folder.isEmpty() && m_around.storage.upkeep() != Storage::Upkeep::None;
    if (!canWrite || !std::exchange(m_filesAreOld, false))
        return;
    std::set<QString> needed;
    for (const StateSnapshot& snapshot : m_kept) {
        const std::vector<QString> shared = sharedUris(snapshot);
        needed.insert(shared.begin(), shared.end());
        if (m_written.contains(snapshot.id))
            continue;
        // Flink makes these two beside the first checkpoint of a job.
        if (m_written.empty()) {
            m_around.storage.makeFolder(snapshot.sharedFolder);
            m_around.storage.makeFolder(checkpointFolder() + u"/taskowned"_s);
        }
        write(snapshot);
        m_written[snapshot.id] = {snapshot.folder};
        m_written[snapshot.id].insert(m_written[snapshot.id].end(), shared.begin(), shared.end());
    }
    for (auto it = m_written.begin(); it != m_written.end();) {
        if (m_keptRecords.contains(it->first)) {
            ++it;
            continue;
        }
        m_around.storage.removeFolder(it->second.front());
        for (std::size_t i = 1; i < it->second.size(); ++i) {
            if (!needed.contains(it->second[i]))
                m_around.storage.removeFile(it->second[i]);
        }
        it = m_written.erase(it);
    }
}

} // namespace sim::flink
