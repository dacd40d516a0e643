#include "core/sim/flink/identity.h"

#include <QtEndian>

#include <bit>

namespace sim::flink {

namespace {

constexpr quint64 c1 = 0x87c37b91114253d5ULL;
constexpr quint64 c2 = 0x4cf5ad432745937fULL;

quint64 finished(quint64 k)
{
    k ^= k >> 33;
    k *= 0xff51afd7ed558ccdULL;
    k ^= k >> 33;
    k *= 0xc4ceb9fe1a85ec53ULL;
    return k ^ (k >> 33);
}

quint64 mixedFirst(quint64 k)
{
    return std::rotl(k * c1, 31) * c2;
}

quint64 mixedSecond(quint64 k)
{
    return std::rotl(k * c2, 33) * c1;
}

/// Up to 8 bytes, the first one lowest.
quint64 tail(QByteArrayView bytes)
{
    quint64 k = 0;
    for (qsizetype i = bytes.size() - 1; i >= 0; --i)
        k = (k << 8) | static_cast<unsigned char>(bytes[i]);
    return k;
}

} // namespace

OperatorId operatorId(QStringView uid)
{
    const QByteArray bytes = uid.toUtf8();
    quint64 h1 = 0;
    quint64 h2 = 0;
    qsizetype at = 0;
    for (; at + 16 <= bytes.size(); at += 16) {
        h1 ^= mixedFirst(qFromLittleEndian<quint64>(bytes.constData() + at));
        h1 = (std::rotl(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= mixedSecond(qFromLittleEndian<quint64>(bytes.constData() + at + 8));
        h2 = (std::rotl(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
    if (rest.size() > 8)
        h2 ^= mixedSecond(tail(rest.sliced(8)));
    if (!rest.isEmpty())
        h1 ^= mixedFirst(tail(rest.first(std::min<qsizetype>(8, rest.size()))));
    h1 ^= quint64(bytes.size());
    h2 ^= quint64(bytes.size());
    h1 += h2;
    h2 += h1;
    h1 = finished(h1);
    h2 = finished(h2);
    h1 += h2;
    h2 += h1;
    OperatorId id{};
    qToLittleEndian(h1, id.data());
    qToLittleEndian(h2, id.data() + 8);
    return id;
}

QString hex(const OperatorId& id)
{
    return QString::fromLatin1(QByteArrayView(id.data(), qsizetype(id.size())).toByteArray().toHex());
}

int keyGroup(qint64 key, int maxParallelism)
{
    quint32 code = quint32(quint64(key) ^ (quint64(key) >> 32));
    code *= 0xcc9e2d51;
    code = std::rotl(code, 15);
    code *= 0x1b873593;
    code = std::rotl(code, 13);
    code = code * 5 + 0xe6546b64;
    code ^= 4;
    code ^= code >> 16;
    code *= 0x85ebca6b;
    code ^= code >> 13;
    code *= 0xc2b2ae35;
    code ^= code >> 16;
    const qint32 hash = qint32(code);
    const int positive = hash >= 0 ? hash : (hash != std::numeric_limits<qint32>::min() ? -hash : 0);
    return positive % maxParallelism;
}

} // namespace sim::flink
