#pragma once

#include "tests/contract/support/side.h"

#include <random>

namespace contract {

/// A story of writes to one object, made up from a seed: the same seed tells the same story everywhere.
class RandomWrites
{
public:
    enum class Kind { ConfigMap, Deployment, FlinkDeployment };

    RandomWrites(Kind kind, quint32 seed);

    /// Makes the object.
    Question first();
    /// Changes it, by a patch of some kind or an apply of some manager.
    Question next();

private:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    QString word();
    QJsonObject map(int most);
    QJsonObject metadata();
    QJsonObject container(const QString& name);
    QJsonObject content();
    QJsonObject withHoles(const QJsonObject& object);
    QJsonArray operations();
    QJsonObject strategic();
    QJsonObject named(QJsonObject document) const;
    QString collection() const;

    Kind m_kind;
    QString m_name;
    std::mt19937 m_random;
};

} // namespace contract
