#include "core/snapshot/bytereader.h"

#include "core/snapshot/javatext.h"

#include <QtEndian>

#include <algorithm>

namespace snapshot {

namespace {

/// Larger than any text, so that each lies in one piece.
constexpr qint64 windowSize = 256 * 1024;
constexpr qint64 longestText = 64 * 1024;
/// What the result of a small file may take, whatever its size.
constexpr qint64 freeMemory = 1024 * 1024;
constexpr std::array<char, 8> nothing{};

} // namespace

ByteReader::ByteReader(QIODevice& device)
    : m_device(device)
    , m_windowStart(device.pos())
    , m_size(device.size())
{
}

quint8 ByteReader::u8()
{
    return quint8(*raw(1));
}

quint16 ByteReader::u16()
{
    return qFromBigEndian<quint16>(raw(2));
}

qint32 ByteReader::i32()
{
    return qFromBigEndian<qint32>(raw(4));
}

qint64 ByteReader::i64()
{
    return qFromBigEndian<qint64>(raw(8));
}

qint64 ByteReader::checkedCount(qint32 number, qint64 least)
{
    const qint64 most = left() / least;
    if (number >= 0 && number <= most)
        return number;
    failAt(offset() - 4, Fault::Kind::Length, number, most);
    return 0;
}

QByteArray ByteReader::text()
{
    return shortText(u16());
}

QByteArray ByteReader::shortText(qint64 length)
{
    const qint64 begin = offset();
    if (length < 0 || length > longestText)
        fail(Fault::Kind::Length, length, longestText);
    if (length == 0 || !isGood())
        return {};
    const char* start = raw(length);
    if (!isGood())
        return {};
    auto read = textOf({start, qsizetype(length)});
    if (!read) {
        failAt(begin, Fault::Kind::Text);
        return {};
    }
    return *std::move(read);
}

quint8 ByteReader::peek()
{
    const char* start = raw(1);
    m_at -= isGood() ? 1 : 0;
    return quint8(*start);
}

void ByteReader::skipText()
{
    skip(u16());
}

void ByteReader::skip(qint64 length)
{
    if (m_fault)
        return;
    if (length < 0 || length > left())
        return fail(length < 0 ? Fault::Kind::Length : Fault::Kind::CutShort, length, left());
    if (length <= m_window.size() - m_at) {
        m_at += length;
        return;
    }
    m_windowStart = offset() + length;
    m_at = 0;
    m_window.clear();
    if (!m_device.seek(m_windowStart))
        fail(Fault::Kind::Unreadable);
}

QByteArray ByteReader::head(qint64 length, qint64 most)
{
    const qint64 wanted = std::clamp<qint64>(length, 0, std::min(most, longestText));
    const char* start = wanted > 0 ? raw(wanted) : nullptr;
    const QByteArray head = start && isGood() ? QByteArray(start, qsizetype(wanted)) : QByteArray();
    skip(length - wanted);
    return head;
}

void ByteReader::fail(Fault::Kind kind, qint64 found, qint64 most)
{
    failAt(offset(), kind, found, most);
}

void ByteReader::failAt(qint64 offset, Fault::Kind kind, qint64 found, qint64 most)
{
    if (m_fault)
        return;
    m_fault = Fault{kind, m_part, kind == Fault::Kind::CutShort ? m_size : offset, found, most, {}};
    if (kind == Fault::Kind::Unreadable)
        m_fault->said = m_device.errorString();
}

bool ByteReader::keep(qint64 memory)
{
    m_kept += memory;
    if (m_kept > 2 * m_size + freeMemory)
        fail(Fault::Kind::Memory);
    return isGood();
}

/// Never null; `length` is at most windowSize, and at most 8 where there is a fault.
const char* ByteReader::raw(qint64 length)
{
    if (!m_fault && m_at + length > m_window.size())
        refill(length);
    if (m_fault)
        return nothing.data();
    const char* start = m_window.constData() + m_at;
    m_at += length;
    return start;
}

void ByteReader::refill(qint64 length)
{
    if (length > left())
        return fail(Fault::Kind::CutShort);
    const qint64 start = offset();
    QByteArray window = m_window.sliced(m_at);
    const qint64 kept = window.size();
    window.resize(std::min(windowSize, m_size - start));
    const qint64 read = m_device.read(window.data() + kept, window.size() - kept);
    if (read < 0)
        return fail(Fault::Kind::Unreadable);
    window.truncate(kept + read);
    m_window = std::move(window);
    m_windowStart = start;
    m_at = 0;
    if (m_window.size() < length)
        fail(Fault::Kind::CutShort); // the file has shrunk since
}

} // namespace snapshot
