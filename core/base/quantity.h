#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

/// How amounts are written for people, in the language of the program and the digits of QLocale(), and how the
/// spellings of Kubernetes and Flink are read. Formatters never fail; parsers answer nothing for what is no amount.
namespace base {

/// "812 B", "4.7 KiB", "312 MiB", "1.4 GiB": binary units, three digits.
QString bytesText(qint64 bytes);
/// "1,503,238,553 bytes", for a tooltip and a copy.
QString exactBytesText(qint64 bytes);

/// "1,234,567".
QString countText(qint64 count);
/// "820", "6.2k", "88.1k", "212k", "1.94M": for a narrow column.
QString compactCount(qint64 count);
/// "93 %" of 0.93.
QString percentText(double ratio);

/// In a sentence: "350 ms", "12 s", "3 min 12 s", "2 h 05 min", "4 d 03 h"; Korean "3분 12초".
QString durationText(std::chrono::milliseconds duration);
/// In a table: "350ms", "48s", "14m 12s", "2h 05m", "4d 03h".
QString compactDuration(std::chrono::milliseconds duration);
/// In a table, one unit: "48s", "25m", "5h", "11d".
QString compactAge(std::chrono::milliseconds age);

/// "just now" (less than a second), "12 s ago", "3 min 12 s ago", "in 5 s". Empty without a time.
QString relativeTime(const QDateTime& when, const QDateTime& now);

enum class TimeZone { Local, Utc };
/// "2026-09-15 02:58:01 KST", with the zone's own short name. Empty without a time.
QString absoluteTime(const QDateTime& when, TimeZone zone = TimeZone::Local);
/// "02:58:01", for what is of today. Empty without a time.
QString clockTime(const QDateTime& when, TimeZone zone = TimeZone::Local);
/// "2026-09-15". Empty without a time.
QString date(const QDateTime& when, TimeZone zone = TimeZone::Local);

/// A Kubernetes quantity: "500m" is 0.5, "1Gi" 1073741824, "1e3" 1000, "100n". Signs are allowed.
std::optional<double> parseQuantity(QStringView text);
/// A memory size as Flink reads it, in bytes: "2048m", "1 gb", "1024" ("2G" are 2 GiB; no fractions, no sign).
std::optional<qint64> parseFlinkMemory(QStringView text);
/// `resource.memory` of a FlinkDeployment, in bytes: Flink's spelling first, else a whole Kubernetes quantity ("2Gi").
std::optional<qint64> parseResourceMemory(QStringView text);

} // namespace base
