#pragma once

#include <QByteArray>
#include <QStringView>

namespace sim::flink {

/// Writes what Java's DataOutputStream writes: big-endian numbers, short strings of modified UTF-8.
class JavaBytes
{
public:
    JavaBytes& u8(int value);
    JavaBytes& u16(int value);
    JavaBytes& i32(qint64 value);
    JavaBytes& i64(qint64 value);
    /// At most 65535 bytes.
    JavaBytes& utf(QStringView text);
    JavaBytes& raw(QByteArrayView bytes);

    qsizetype size() const { return m_bytes.size(); }
    const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace sim::flink
