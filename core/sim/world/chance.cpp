#include "core/sim/world/chance.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// SplitMix64 (Vigna): spreads a seed over the state of the generator below.
quint64 spread(quint64& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    auto value = state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/// FNV-1a over UTF-16 units: qHash() may differ between runs and versions.
quint64 hashOf(QStringView text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const auto unit : text)
        hash = (hash ^ unit.unicode()) * 0x100000001b3ULL;
    return hash;
}

} // namespace

Chance::Chance(quint64 seed)
    : m_seed(seed)
{
    for (auto& word : m_state)
        word = spread(seed);
}

Chance Chance::stream(QStringView name) const
{
    auto mixed = m_seed ^ hashOf(name);
    return Chance(spread(mixed));
}

// xoshiro256** (Blackman and Vigna).
quint64 Chance::next()
{
    const auto result = std::rotl(m_state[1] * 5, 7) * 9;
    const auto shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Chance::uniform()
{
    return double(next() >> 11) * 0x1.0p-53;
}

qint64 Chance::between(qint64 lowest, qint64 highest)
{
    if (lowest >= highest)
        return lowest;
    const auto width = quint64(highest) - quint64(lowest) + 1;
    if (width == 0)
        return qint64(next());
    // What would make the first values likelier than the last is drawn again.
    const auto limit = ~quint64(0) - (~quint64(0) % width + 1) % width;
    auto drawn = next();
    while (drawn > limit)
        drawn = next();
    return qint64(quint64(lowest) + drawn % width);
}

double Chance::normal(double mean, double deviation)
{
    // The sum of twelve draws has the variance 1; no logarithm whose last bit depends on the machine.
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += uniform();
    return mean + deviation * sum;
}

bool Chance::happens(double probability)
{
    return uniform() < probability;
}

QString Chance::hex(int digits)
{
    QString result;
    for (auto bits = quint64(0); result.size() < digits; bits >>= 4) {
        if (result.size() % 16 == 0)
            bits = next();
        result += u"0123456789abcdef"[bits & 15];
    }
    return result;
}

QString Chance::uid()
{
    auto digits = hex(32);
    digits[12] = u'4';
    digits[16] = u"89ab"[between(0, 3)];
    for (const auto dash : {20, 16, 12, 8})
        digits.insert(dash, u'-');
    return digits;
}

QString Chance::suffix(int length)
{
    constexpr QStringView alphabet = u"bcdfghjklmnpqrstvwxz2456789";
    QString result;
    for (int i = 0; i < length; ++i)
        result += alphabet[between(0, alphabet.size() - 1)];
    return result;
}

} // namespace sim
