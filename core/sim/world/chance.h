#pragma once

#include <QString>

#include <array>

namespace sim {

/// Seeded chance. The same seed and the same calls give the same answers on every platform: no distribution of the
/// standard library and no transcendental function is in it.
class Chance
{
public:
    explicit Chance(quint64 seed);

    /// A generator of its own, made from the seed and the name only: what others draw never shifts what it gives.
    Chance stream(QStringView name) const;

    /// 64 bits.
    quint64 next();
    /// From 0 to below 1.
    double uniform();
    /// From `lowest` to `highest`, both among them; `lowest` when they are in the wrong order.
    qint64 between(qint64 lowest, qint64 highest);
    /// Bell-shaped around `mean`, never farther away than six times `deviation`.
    double normal(double mean, double deviation);
    /// True with this probability, from 0 to 1.
    bool happens(double probability);

    /// Lower-case hexadecimal digits, as Flink's ids (32 digits).
    QString hex(int digits);
    /// A random UUID, as Kubernetes gives every object.
    QString uid();
    /// What Kubernetes puts behind a generateName: characters without vowels that could form a word.
    QString suffix(int length = 5);

private:
    quint64 m_seed;
    std::array<quint64, 4> m_state;
};

} // namespace sim
