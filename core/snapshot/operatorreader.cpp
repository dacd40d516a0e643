#include "core/snapshot/operatorreader.h"

#include "core/snapshot/keyedreader.h"

#include <QHash>

namespace snapshot {

namespace {

// MetadataV2V3SerializerBase and ChannelStateHandleSerializerV2.
constexpr int null = 0;
constexpr int partitionable = 4;
constexpr int fileMerging = 17;
constexpr int inputChannel = 1;
constexpr int resultSubpartition = 2;
constexpr int mergedInputChannel = 3;
constexpr int mergedResultSubpartition = 4;

constexpr int mostAsked = 2;
constexpr qint64 leastState = 7;       ///< an empty name, a mode, no offsets
constexpr qint64 leastMerged = 18;     ///< of channels
constexpr qint64 leastChannel = 25;    ///< of format 3 to 5
constexpr qint64 leastSubtask = 4;     ///< one that has finished
constexpr qint64 leastOldSubtask = 26; ///< of format 2

class Reader
{
public:
    Reader(ByteReader& in, FileList& files, int version)
        : m_in(in)
        , m_files(files)
        , m_version(version)
    {
    }

    Operator read()
    {
        m_in.enter(Part::Operator);
        readHead();
        const qint32 number = m_in.i32();
        if (number == -1 && m_version >= 3) {
            m_operator.isFinished = true;
            return m_operator;
        }
        const qint64 count = m_in.checkedCount(number, m_version == 2 ? leastOldSubtask : leastSubtask);
        for (qint64 i = 0; i < count && m_in.isGood(); ++i)
            readSubtask();
        return m_operator;
    }

private:
    void readHead();
    void readParallelism();
    void readSubtask();
    void readState(Subtask& subtask);
    void readOperatorState(StateKind kind, Subtask& subtask);
    void readStateNames();
    void readKeyedState(StateKind kind, Subtask& subtask);
    void takeNames(const StreamHead& head);
    void readChannels(StateKind kind, Subtask& subtask);
    Amount readChannel(StateKind kind);
    Amount readMergedChannels();
    OperatorStateName* named(const QByteArray& name);

    ByteReader& m_in;
    FileList& m_files;
    const int m_version;
    Operator m_operator;
    int m_asked = 0;                      ///< subtasks for the names of their keyed states
    QHash<QByteArray, qsizetype> m_names; ///< of operator states: where they stand
};

void Reader::readHead()
{
    m_in.keep(sizeof(Operator));
    if (m_version >= 5) {
        m_operator.name = QString::fromUtf8(m_in.text());
        m_operator.uid = QString::fromUtf8(m_in.text());
        m_in.keep(2 * (m_operator.name.size() + m_operator.uid.size()));
    }
    const auto high = quint64(m_in.i64());
    const auto low = quint64(m_in.i64());
    m_operator.id = QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
    readParallelism();
    if (m_version == 2) {
        m_in.i32(); // was the length of a chain once
        return;
    }
    m_in.enter(Part::Coordinator);
    const Stream stream = readStream(m_in, m_files, StreamUse::Whole);
    m_operator.amount(StateKind::Coordinator) = {stream.isThere ? 1 : 0, stream.bytes, stream.inlineBytes,
                                                 stream.bytes};
    if (m_in.isGood())
        m_in.enter(Part::Operator);
}

void Reader::readParallelism()
{
    const qint64 begin = m_in.offset();
    m_operator.parallelism = m_in.i32();
    m_operator.maxParallelism = m_in.i32();
    if (m_operator.parallelism < 0)
        m_in.failAt(begin, Fault::Kind::Value, m_operator.parallelism);
}

void Reader::readSubtask()
{
    m_in.enter(Part::Subtask);
    const qint64 begin = m_in.offset();
    const qint32 index = m_in.i32();
    if (index < 0 && m_version == 2)
        m_in.failAt(begin, Fault::Kind::Value, index);
    ++m_operator.subtaskCount;
    if (index < 0) {
        ++m_operator.finishedSubtasks;
        return;
    }
    Subtask subtask;
    subtask.index = index;
    readState(subtask);
    const bool hasState =
        subtask.keyGroups.count > 0 || subtask.keyedBytes > 0 || subtask.operatorBytes > 0 || subtask.channelBytes > 0;
    if (hasState && m_in.keep(2 * sizeof(Subtask)))
        m_operator.subtasks.append(subtask);
}

void Reader::readState(Subtask& subtask)
{
    if (m_version == 2) {
        m_in.i64(); // was a duration once
        const qint64 begin = m_in.offset();
        const qint32 legacy = m_in.i32();
        if (legacy > 0)
            m_in.failAt(begin, Fault::Kind::Value, legacy);
    }
    readOperatorState(StateKind::ManagedOperator, subtask);
    readOperatorState(StateKind::RawOperator, subtask);
    readKeyedState(StateKind::ManagedKeyed, subtask);
    readKeyedState(StateKind::RawKeyed, subtask);
    if (m_version == 2)
        return;
    readChannels(StateKind::InputChannel, subtask);
    readChannels(StateKind::ResultSubpartition, subtask);
}

void Reader::readOperatorState(StateKind kind, Subtask& subtask)
{
    if (m_in.i32() == 0)
        return;
    m_in.enter(Part::OperatorState);
    const qint64 begin = m_in.offset();
    const int tag = m_in.u8();
    if (tag != null && tag != partitionable && tag != fileMerging)
        m_in.failAt(begin, Fault::Kind::Tag, tag);
    if (tag == null || !m_in.isGood())
        return;
    readStateNames();
    if (tag == fileMerging) {
        m_in.skipText(); // the folder of the TaskManager
        m_in.skipText(); // the shared one
        m_in.skip(1);    // whether it is empty
    }
    const Stream stream = readStream(m_in, m_files, StreamUse::Whole);
    m_operator.amount(kind) += {1, stream.bytes, stream.inlineBytes, stream.bytes};
    subtask.operatorBytes = saturatedSum(subtask.operatorBytes, stream.bytes);
    if (m_in.isGood())
        m_in.enter(Part::Subtask);
}

void Reader::readStateNames()
{
    const qint64 count = m_in.count(leastState);
    for (qint64 i = 0; i < count && m_in.isGood(); ++i) {
        const QByteArray name = m_in.text();
        const qint64 begin = m_in.offset();
        const int mode = m_in.u8();
        if (mode > 2)
            m_in.failAt(begin, Fault::Kind::Value, mode);
        const qint64 partitions = m_in.count(8);
        m_in.skip(8 * partitions);
        OperatorStateName* const state = m_in.isGood() ? named(name) : nullptr;
        if (!state)
            return;
        state->mode = OperatorStateName::Mode(mode);
        state->partitions = saturatedSum(state->partitions, partitions);
    }
}

/// Null: there are more than there can be.
OperatorStateName* Reader::named(const QByteArray& name)
{
    const auto found = m_names.constFind(name);
    if (found != m_names.constEnd())
        return &m_operator.operatorStates[found.value()];
    // The text itself, and its key while the operator is read.
    if (!m_in.keep(192 + 3 * name.size()))
        return nullptr;
    m_names.insert(name, m_operator.operatorStates.size());
    m_operator.operatorStates.append({QString::fromUtf8(name), {}, 0});
    return &m_operator.operatorStates.last();
}

void Reader::readKeyedState(StateKind kind, Subtask& subtask)
{
    // The first subtasks are asked: states that are made late are in all of them, or in none.
    const bool isAsked = kind == StateKind::ManagedKeyed && m_asked < mostAsked;
    const Keyed keyed = readKeyed(m_in, m_files, isAsked ? StateNames::Wanted : StateNames::Known);
    if (!m_in.isGood())
        return;
    m_in.enter(Part::Subtask);
    m_operator.amount(kind) += keyed.amount;
    subtask.keyedBytes = saturatedSum(subtask.keyedBytes, keyed.amount.bytes);
    if (kind != StateKind::ManagedKeyed || keyed.form == KeyedForm::None)
        return;
    subtask.keyGroups = keyed.keyGroups;
    m_operator.keyedForm = keyed.form;
    if (isAsked)
        takeNames(keyed.head);
}

void Reader::takeNames(const StreamHead& head)
{
    ++m_asked;
    if (head.place && !m_operator.keyedHead)
        m_operator.keyedHead = head.place;
    const QList<KeyedState> states = keyedStatesIn(head.bytes);
    for (const KeyedState& state : states) {
        if (!m_operator.keyedStates.contains(state) && m_in.keep(128 + 2 * state.name.size()))
            m_operator.keyedStates.append(state);
    }
}

void Reader::readChannels(StateKind kind, Subtask& subtask)
{
    m_in.enter(Part::ChannelState);
    const qint64 count = m_in.count(m_version >= 6 ? leastMerged : leastChannel);
    for (qint64 i = 0; i < count && m_in.isGood(); ++i) {
        const Amount amount = readChannel(kind);
        m_operator.amount(kind) += amount;
        subtask.channelBytes = saturatedSum(subtask.channelBytes, amount.bytes);
    }
    if (m_in.isGood())
        m_in.enter(Part::Subtask);
}

Amount Reader::readChannel(StateKind kind)
{
    if (m_version >= 6) {
        const qint64 begin = m_in.offset();
        const int tag = m_in.u8();
        const bool isInput = kind == StateKind::InputChannel;
        if (tag == (isInput ? mergedInputChannel : mergedResultSubpartition))
            return readMergedChannels();
        if (tag != (isInput ? inputChannel : resultSubpartition)) {
            m_in.failAt(begin, Fault::Kind::Tag, tag);
            return {};
        }
    }
    m_in.i32();                   // subtask
    m_in.i32();                   // gate or partition
    m_in.i32();                   // channel or subpartition
    m_in.skip(8 * m_in.count(8)); // offsets
    // Channels share a file: this is the part of one of them.
    const qint64 bytes = readSize(m_in);
    const Stream stream = readStream(m_in, m_files, StreamUse::Whole);
    return {1, bytes, stream.inlineBytes > 0 ? bytes : 0, bytes};
}

Amount Reader::readMergedChannels()
{
    m_in.i32(); // subtask
    const qint64 bytes = readSize(m_in);
    const Stream stream = readStream(m_in, m_files, StreamUse::Whole);
    m_in.skip(m_in.count(1)); // offsets, in a format of their own
    return {1, bytes, stream.inlineBytes > 0 ? bytes : 0, bytes};
}

} // namespace

Operator readOperator(ByteReader& in, FileList& files, int version)
{
    return Reader(in, files, version).read();
}

qint64 leastOperator(int version)
{
    return version == 2 ? 32 : version < 5 ? 29 : 33;
}

} // namespace snapshot
