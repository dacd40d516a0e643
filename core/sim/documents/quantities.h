#pragma once

#include <QString>

#include <optional>

namespace sim::documents {

/// A quantity as the API server writes it: without fraction, with the largest suffix that needs none (1.5 -> 1500m,
/// 0.5Gi -> 512Mi). What is finer than a thousandth is rounded up. Nothing: it is no quantity.
std::optional<QString> canonicalQuantity(const QString& text);
/// The value in thousandths, capped; 0 for what is no quantity.
qint64 thousandths(const QString& quantity);

} // namespace sim::documents
