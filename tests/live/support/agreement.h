#pragma once

#include <QJsonValue>
#include <QString>

namespace live {

/// Where `said` is neither what was true `before` it was said nor `after`, nor, for a number or a time, between them:
/// the path of the first such value, with the three. Empty: it agrees. Keys must be the same, and arrays as long.
[[nodiscard]] QString disagreement(const QJsonValue& said, const QJsonValue& before, const QJsonValue& after,
                                   const QString& path = QStringLiteral("$"));

/// The same for what does not move.
[[nodiscard]] inline QString disagreement(const QJsonValue& said, const QJsonValue& wanted)
{
    return disagreement(said, wanted, wanted);
}

} // namespace live
