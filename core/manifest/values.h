#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace manifest {

/// How Flink reads the values of its configuration (org.apache.flink.util.TimeUtils, configuration.MemorySize,
/// configuration.ConfigurationUtils). Blanks around a value do not count.

/// "10 s", "500ms", "3" (milliseconds); one number with one unit. With `isIsoRead` also ISO 8601, "PT10S", as from
/// Flink 2.1 on. Nothing: Flink would refuse it.
std::optional<std::chrono::nanoseconds> durationOf(QStringView text, bool isIsoRead);
/// Bytes of "512 mb", "4g", "1024"; every unit is binary, none has decimals. Nothing: Flink would refuse it.
std::optional<qint64> memorySizeOf(QStringView text);
/// "true" or "false", in any case.
std::optional<bool> truthOf(QStringView text);

/// Bytes of a Kubernetes quantity: "2Gi", "500M", "1.5Ki", "2048m" (thousandths). Nothing: the API server would refuse
/// it.
std::optional<double> quantityOf(QStringView text);

/// How the operator reads the memory of its pods: as Flink does, else as Kubernetes does, without fractions.
bool isResourceMemory(const QString& text);

/// Why a value cannot be one of `type`, as the catalogue names it, in words for people; empty: it can, or nobody knows.
QString valueProblem(const QString& type, const QString& value, bool isIsoRead);

} // namespace manifest
