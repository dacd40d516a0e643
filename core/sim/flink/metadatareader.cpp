#include "core/sim/flink/metadatareader.h"

#include "core/sim/flink/keyedstream.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr int magic = 0x4960672D;
/// More of anything than a real file has; guards against lengths that are noise.
constexpr int mostEntries = 1 << 16;

/// Thrown and caught in this file only: bytes that end too early, or mean nothing.
struct Broken
{
    QString exception;
};

class Reader
{
public:
    explicit Reader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    template <typename T>
    T number()
    {
        return qFromBigEndian<T>(raw(sizeof(T)).constData());
    }
    int u8() { return static_cast<unsigned char>(raw(1)[0]); }
    int i32() { return number<qint32>(); }
    qint64 i64() { return number<qint64>(); }
    int count()
    {
        const int value = i32();
        if (value < 0 || value > mostEntries)
            throw Broken{u"java.io.EOFException"_s};
        return value;
    }
    QString utf() { return QString::fromUtf8(raw(number<quint16>())); }
    QByteArray raw(qsizetype size)
    {
        if (size < 0 || m_at + size > m_bytes.size())
            throw Broken{u"java.io.EOFException"_s};
        const QByteArray part = m_bytes.mid(m_at, size);
        m_at += size;
        return part;
    }
    QByteArray rest() const { return m_bytes.mid(m_at); }

private:
    const QByteArray& m_bytes;
    qsizetype m_at = 0;
};

[[noreturn]] void refuse(int tag)
{
    throw Broken{u"java.lang.IllegalStateException: Reading invalid KeyedStateHandle, type: %1"_s.arg(tag)};
}

/// Bytes of the handle; its file, if it has one, goes to `subtask`.
qint64 readStream(Reader& in, ReadSubtask& subtask)
{
    const int tag = in.u8();
    NamedFile file;
    switch (tag) {
    case 0:
        return 0;
    case 1: {
        in.utf();
        const QByteArray content = in.raw(in.i32());
        if (const auto position = positionIn(content))
            subtask.position = position;
        return content.size();
    }
    case 2:
        file.size = in.i64();
        file.path = in.utf();
        break;
    case 6:
        file.isRelative = true;
        file.path = in.utf();
        file.size = in.i64();
        break;
    default:
        throw Broken{u"java.io.IOException: Unknown implementation of StreamStateHandle, code: %1"_s.arg(tag)};
    }
    subtask.files.push_back(file);
    return file.size;
}

void readOperatorState(Reader& in, ReadSubtask& subtask)
{
    const int tag = in.u8();
    if (tag == 0)
        return;
    if (tag != 4)
        throw Broken{u"java.lang.IllegalStateException: Reading invalid OperatorStateHandle, type: %1"_s.arg(tag)};
    for (int i = in.count(); i > 0; --i) {
        in.utf();
        in.u8();
        in.raw(8 * qsizetype(in.count()));
    }
    readStream(in, subtask);
}

qint64 readIncremental(Reader& in, ReadSubtask& subtask, int tag)
{
    in.i64();
    in.utf();
    in.raw(tag == 11 ? 16 : 8);
    qint64 bytes = readStream(in, subtask);
    for (int list = 0; list < 2; ++list) {
        for (int i = in.count(); i > 0; --i) {
            in.utf();
            bytes += readStream(in, subtask);
        }
    }
    if (tag == 11)
        in.utf();
    return bytes;
}

qint64 readKeyed(Reader& in, ReadSubtask& subtask)
{
    const int tag = in.u8();
    qint64 bytes = 0;
    switch (tag) {
    case 0:
        return 0;
    case 3:
    case 7:
    case 12:
        subtask.format = tag == 7 ? KeyedFormat::Canonical : KeyedFormat::Heap;
        in.i32();
        in.raw(8 * qsizetype(in.count()));
        bytes = readStream(in, subtask);
        if (tag == 12)
            in.utf();
        return bytes;
    case 5:
    case 11:
        subtask.format = KeyedFormat::RocksDb;
        return readIncremental(in, subtask, tag);
    default:
        refuse(tag);
    }
}

ReadSubtask readSubtask(Reader& in)
{
    ReadSubtask subtask;
    subtask.index = in.i32();
    if (subtask.index < 0)
        return subtask;
    for (int i = 0; i < 2; ++i) {
        if (in.i32() != 0)
            readOperatorState(in, subtask);
    }
    subtask.keyedBytes = readKeyed(in, subtask) + readKeyed(in, subtask);
    if (in.i32() != 0 || in.i32() != 0)
        throw Broken{u"java.lang.IllegalStateException: Reading invalid channel state handle"_s};
    return subtask;
}

ReadOperator readOperator(Reader& in, int version)
{
    ReadOperator read;
    if (version >= 5) {
        in.utf();
        in.utf();
    }
    read.id = in.raw(16);
    read.parallelism = in.i32();
    read.maxParallelism = in.i32();
    ReadSubtask coordinator;
    readStream(in, coordinator);
    const int subtasks = in.i32();
    if (subtasks > mostEntries)
        throw Broken{u"java.io.EOFException"_s};
    for (int i = 0; i < subtasks; ++i)
        read.subtasks.push_back(readSubtask(in));
    return read;
}

} // namespace

std::variant<ReadMetadata, Unreadable> readMetadata(const QByteArray& bytes, int newest)
{
    try {
        Reader in(bytes);
        if (in.i32() != magic)
            return Unreadable{
                u"java.io.IOException: Unexpected magic number. This can have multiple reasons: (1) You are "
                u"trying to load a Flink 1.0 savepoint, which is not supported by this version of Flink. (2) "
                u"The file you were pointing to is not a savepoint at all. (3) The savepoint file has been "
                u"corrupted."_s};
        ReadMetadata metadata;
        metadata.version = in.i32();
        if (metadata.version < 3 || metadata.version > newest)
            return Unreadable{u"java.lang.IllegalArgumentException: Unrecognized checkpoint version number "_s +
                              QString::number(metadata.version)};
        metadata.checkpoint = in.i64();
        if (in.i32() != 0)
            return Unreadable{u"java.io.IOException: incorrect magic number in master state"_s};
        for (int i = in.count(); i > 0; --i)
            metadata.operators.push_back(readOperator(in, metadata.version));
        const QByteArray properties = in.rest();
        if (metadata.version >= 4 && !properties.startsWith(QByteArrayView("\xAC\xED\x00\x05", 4).toByteArray()))
            return Unreadable{u"java.io.IOException: Couldn't deserialize checkpoint properties"_s};
        metadata.isSavepoint = properties.contains("SavepointType");
        return metadata;
    } catch (const Broken& broken) {
        return Unreadable{broken.exception};
    }
}

} // namespace sim::flink
