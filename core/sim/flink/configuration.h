#pragma once

#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace sim::flink {

/// A Flink configuration as text, read as Flink reads it: new and old names of a key, "5 s", "900 mb".
class Configuration
{
public:
    Configuration() = default;
    explicit Configuration(QMap<QString, QString> entries)
        : m_entries(std::move(entries))
    {
    }

    const QMap<QString, QString>& entries() const { return m_entries; }
    void set(const QString& key, const QString& value) { m_entries.insert(key, value); }

    /// The value under the key or one of its older names; nothing: not set.
    std::optional<QString> text(QStringView key) const;
    QString text(QStringView key, const QString& fallback) const;
    /// Nothing when it is not set or cannot be read.
    std::optional<std::chrono::milliseconds> duration(QStringView key) const;
    std::optional<qint64> bytes(QStringView key) const;
    std::optional<qint64> number(QStringView key) const;
    std::optional<double> fraction(QStringView key) const;
    bool isOn(QStringView key, bool fallback) const;

private:
    QMap<QString, QString> m_entries;
};

/// "5s", "10 min", "1 d", a number of milliseconds, or ISO 8601 ("PT5M").
std::optional<std::chrono::milliseconds> durationOf(QStringView text);
/// "900 mb", "2g", "1024"; Flink's units are powers of 1024.
std::optional<qint64> bytesOf(QStringView text);

} // namespace sim::flink
