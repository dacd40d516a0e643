#include "core/sim/flink/snapshot.h"

#include "core/sim/flink/javabytes.h"
#include "core/sim/flink/keyedstream.h"
#include "core/sim/world/chance.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr qint64 inlineThreshold = 20 * 1024;
constexpr int splitEntry = 31; // length, version, length, split with its position
constexpr qint64 entryBytes = 17;
constexpr qint64 groupBytes = 22;

// Tags of handles in a _metadata file.
constexpr int bytesTag = 1;
constexpr int fileTag = 2;
constexpr int partitionableTag = 4;
constexpr int relativeTag = 6;
constexpr int savepointGroupsTag = 7;
constexpr int incrementalTag = 11;
constexpr int groupsTag = 12;

/// Writes one snapshot and collects its files.
class Writer
{
public:
    Writer(const StateSnapshot& snapshot, const Version& version)
        : m_snapshot(snapshot)
        , m_version(version)
        , m_chance(Chance(snapshot.seed).stream(u"files"))
    {
    }

    SnapshotFiles written()
    {
        m_out.i32(0x4960672D).i32(m_version.metadataVersion()).i64(m_snapshot.id).i32(0);
        m_out.i32(qint64(m_snapshot.operators.size()));
        for (const OperatorState& state : m_snapshot.operators)
            writeOperator(state);
        m_out.raw(propertiesOf(m_snapshot.kind, m_snapshot.keepOnCancel));
        return {m_out.bytes(), std::move(m_files)};
    }

private:
    void writeOperator(const OperatorState& state)
    {
        const OperatorId id = state.part.id();
        if (m_version.isAtLeast(2, 0))
            m_out.utf(state.part.name).utf(state.part.uid);
        m_out.raw(QByteArrayView(id.data(), qsizetype(id.size()))).i32(state.parallelism);
        m_out.i32(m_snapshot.maxParallelism);
        if (state.part.state == Operator::State::Source)
            m_out.u8(bytesTag).utf(hex(id)).i32(16).i32(1).i32(1).i32(4).i32(0);
        else
            m_out.u8(0);
        m_out.i32(qint64(state.subtasks.size()));
        for (int i = 0; i < int(state.subtasks.size()); ++i)
            writeSubtask(state, i);
    }

    void writeSubtask(const OperatorState& state, int index)
    {
        const SubtaskState& subtask = state.subtasks[std::size_t(index)];
        m_out.i32(index);
        if (state.part.state == Operator::State::Source) {
            m_out.i32(1);
            writeSource(subtask, index);
            m_out.i32(0).u8(0);
        } else {
            m_out.i32(0).i32(0);
            if (state.part.state == Operator::State::Keyed)
                writeKeyed(state, subtask, index);
            else
                m_out.u8(0);
        }
        m_out.u8(0).i32(0).i32(0);
    }

    void writeSource(const SubtaskState& subtask, int index)
    {
        const QByteArray stream = sourceStream(index, subtask.position);
        m_out.u8(partitionableTag).i32(1).utf(u"SourceReaderState").u8(0).i32(1);
        m_out.i64(stream.size() - splitEntry);
        writeStream(stream, stream.size());
    }

    void writeKeyed(const OperatorState& state, const SubtaskState& subtask, int index)
    {
        const auto [first, count] = keyGroupsOf(index, state.parallelism, m_snapshot.maxParallelism);
        const bool canonical = m_snapshot.kind.isSavepoint && m_snapshot.kind.format == Format::Canonical;
        if (m_snapshot.backend == Backend::RocksDb && !canonical) {
            writeFilesOfRocksDb(state, subtask, first, count);
            return;
        }
        const KeyedRange range{state.part.stateName, first, count, m_snapshot.maxParallelism};
        const int entries = int(std::max<qint64>(0, (subtask.keyed - keyedSize(0, count)) / entryBytes));
        const KeyedStream stream = canonical ? canonicalStream(range, std::min(entries, count))
                                             : nativeStream(range, std::min(entries, 2 * count));
        m_out.u8(canonical ? savepointGroupsTag : groupsTag).i32(first).i32(count);
        for (const qint64 offset : stream.offsets)
            m_out.i64(offset);
        writeStream(stream.bytes, std::max<qint64>(stream.bytes.size(), subtask.keyed));
        if (!canonical)
            m_out.utf(m_chance.uid());
    }

    void writeFilesOfRocksDb(const OperatorState& state, const SubtaskState& subtask, int first, int count)
    {
        qint64 fresh = 0;
        if (!subtask.shared.empty())
            fresh = subtask.shared.back().size;
        m_out.u8(incrementalTag).i64(m_snapshot.id).utf(m_chance.uid()).i32(first).i32(count).i64(fresh);
        const QByteArray head = streamHead(state.part.stateName, HeadKind::RocksDb);
        writeStream(head, head.size());
        m_out.i32(qint64(subtask.shared.size()));
        for (const SharedFile& file : subtask.shared) {
            m_out.utf(file.localName);
            const QString uri = sharedUri(file);
            m_files.push_back({uri, "sst\n", file.size});
            if (m_snapshot.kind.isSavepoint)
                m_out.u8(relativeTag).utf(file.id).i64(file.size);
            else
                m_out.u8(fileTag).i64(file.size).utf(uri);
        }
        // What no other checkpoint may use belongs to this one alone.
        const bool ownsAll = subtask.shared.empty();
        m_out.i32(ownsAll ? 3 : 2);
        if (ownsAll) {
            m_out.utf(u"000012.sst");
            writeStream("sst\n", std::max<qint64>(4, subtask.keyed));
        }
        writePrivate(u"CURRENT"_s, "MANIFEST-000004\n");
        writePrivate(u"MANIFEST-000004"_s, QByteArray(345, '\0'));
        m_out.utf(m_chance.uid());
    }

    QString sharedUri(const SharedFile& file) const
    {
        return (m_snapshot.kind.isSavepoint ? m_snapshot.folder : m_snapshot.sharedFolder) + u'/' + file.id;
    }

    void writePrivate(const QString& localName, const QByteArray& content)
    {
        m_out.utf(localName);
        writeStream(content, content.size());
    }

    /// Small ones stand in the file itself, as Flink does it.
    void writeStream(const QByteArray& content, qint64 size)
    {
        const QString name = m_chance.uid();
        if (size <= inlineThreshold) {
            m_out.u8(bytesTag).utf(m_snapshot.folder + u'/' + name).i32(size);
            m_out.raw(content).raw(QByteArray(size - content.size(), '\0'));
            return;
        }
        m_files.push_back({m_snapshot.folder + u'/' + name, content, size});
        m_out.u8(relativeTag).utf(name).i64(size);
    }

    const StateSnapshot& m_snapshot;
    const Version& m_version;
    Chance m_chance;
    JavaBytes m_out;
    std::vector<StateFile> m_files;
};

} // namespace

SnapshotFiles filesOf(const StateSnapshot& snapshot, const Version& version)
{
    return Writer(snapshot, version).written();
}

qint64 keyedSize(qint64 bytes, int keyGroups)
{
    static const qint64 head = streamHead(u"state"_s, HeadKind::Heap).size();
    return std::max(bytes, head + groupBytes * keyGroups);
}

std::pair<int, int> keyGroupsOf(int subtask, int parallelism, int maxParallelism)
{
    const int first = (subtask * maxParallelism + parallelism - 1) / parallelism;
    const int last = ((subtask + 1) * maxParallelism - 1) / parallelism;
    return {first, last - first + 1};
}

qint64 sourceStateSize(int splits)
{
    static const qint64 head = sourceStream(0, 0).size() - splitEntry;
    return head + splits * splitEntry;
}

} // namespace sim::flink
