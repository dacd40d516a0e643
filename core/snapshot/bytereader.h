#pragma once

#include "core/snapshot/fault.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace snapshot {

/// Reads what java.io.DataOutputStream wrote, in pieces, without ever holding the file. The first fault ends it: what
/// is read afterwards is zero and empty, so loops ask isGood(). Nothing is allocated for a length before it was held
/// against the bytes that are left.
class ByteReader
{
public:
    /// `device` is open, has a size, and outlives the reader. Begins where the device stands.
    explicit ByteReader(QIODevice& device);

    bool isGood() const { return !m_fault; }
    const std::optional<Fault>& fault() const { return m_fault; }
    qint64 offset() const { return m_windowStart + m_at; }
    qint64 left() const { return m_size - offset(); }

    /// What faults are about from now on.
    void enter(Part part) { m_part = part; }
    Part part() const { return m_part; }

    quint8 u8();
    quint16 u16();
    qint32 i32();
    qint64 i64();
    /// How many things follow; each takes at least `least` (> 0) bytes. A fault where they do not fit in.
    qint64 count(qint64 least) { return checkedCount(i32(), least); }
    /// The same for a number that was just read.
    qint64 checkedCount(qint32 number, qint64 least);
    /// writeUTF(): u16 length, modified UTF-8, given as UTF-8. A lone surrogate becomes U+FFFD.
    QByteArray text();
    void skipText();
    /// Modified UTF-8 of a length that was read already, at most 64 KiB.
    QByteArray shortText(qint64 length);
    /// The next byte, which stays there.
    quint8 peek();
    void skip(qint64 length);
    /// The first bytes of what has `length` bytes, at most `most` (<= 64 KiB); the rest is passed over.
    QByteArray head(qint64 length, qint64 most);

    void fail(Fault::Kind kind, qint64 found = 0, qint64 most = 0);
    /// The same for something that began before where the reader stands.
    void failAt(qint64 offset, Fault::Kind kind, qint64 found = 0, qint64 most = 0);
    /// Notes that the result grows by so many bytes; a fault where it would outgrow twice the file and a little.
    bool keep(qint64 memory);

private:
    const char* raw(qint64 length);
    void refill(qint64 length);

    QIODevice& m_device;
    QByteArray m_window;      ///< a piece of the file
    qint64 m_windowStart = 0; ///< where in the file it lies
    qint64 m_at = 0;          ///< what of it was read
    qint64 m_size = 0;
    qint64 m_kept = 0;
    Part m_part = Part::Header;
    std::optional<Fault> m_fault;
};

} // namespace snapshot
