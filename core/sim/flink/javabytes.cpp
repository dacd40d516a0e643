#include "core/sim/flink/javabytes.h"

#include <QtEndian>

namespace sim::flink {

namespace {

template <typename T>
void append(QByteArray& bytes, T value)
{
    char buffer[sizeof(T)];
    qToBigEndian(value, buffer);
    bytes.append(buffer, sizeof(T));
}

} // namespace

JavaBytes& JavaBytes::u8(int value)
{
    m_bytes.append(char(value));
    return *this;
}

JavaBytes& JavaBytes::u16(int value)
{
    append(m_bytes, quint16(value));
    return *this;
}

JavaBytes& JavaBytes::i32(qint64 value)
{
    append(m_bytes, qint32(value));
    return *this;
}

JavaBytes& JavaBytes::i64(qint64 value)
{
    append(m_bytes, value);
    return *this;
}

JavaBytes& JavaBytes::utf(QStringView text)
{
    QByteArray encoded;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code != 0 && code < 0x80) {
            encoded += char(code);
        } else if (code < 0x800) {
            encoded += char(0xC0 | (code >> 6));
            encoded += char(0x80 | (code & 0x3F));
        } else {
            encoded += char(0xE0 | (code >> 12));
            encoded += char(0x80 | ((code >> 6) & 0x3F));
            encoded += char(0x80 | (code & 0x3F));
        }
    }
    encoded.truncate(0xFFFF);
    return u16(int(encoded.size())).raw(encoded);
}

JavaBytes& JavaBytes::raw(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    return *this;
}

} // namespace sim::flink
