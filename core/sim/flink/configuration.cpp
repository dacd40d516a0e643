#include "core/sim/flink/configuration.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

/// Names that older versions gave the same option.
QStringList olderNames(QStringView key)
{
    static const QMap<QString, QStringList> names{
        {u"execution.checkpointing.dir"_s, {u"state.checkpoints.dir"_s}},
        {u"execution.checkpointing.savepoint-dir"_s, {u"state.savepoints.dir"_s, u"savepoints.state.backend.fs.dir"_s}},
        {u"execution.checkpointing.num-retained"_s, {u"state.checkpoints.num-retained"_s}},
        {u"execution.checkpointing.incremental"_s, {u"state.backend.incremental"_s}},
        {u"execution.checkpointing.unaligned.enabled"_s, {u"execution.checkpointing.unaligned"_s}},
        {u"execution.checkpointing.aligned-checkpoint-timeout"_s, {u"execution.checkpointing.alignment-timeout"_s}},
        {u"execution.state-recovery.path"_s, {u"execution.savepoint.path"_s}},
        {u"execution.state-recovery.ignore-unclaimed-state"_s, {u"execution.savepoint.ignore-unclaimed-state"_s}},
        {u"state.backend.type"_s, {u"state.backend"_s}},
        {u"restart-strategy.type"_s, {u"restart-strategy"_s}},
        {u"high-availability.type"_s, {u"high-availability"_s}},
    };
    return names.value(key.toString());
}

std::optional<double> unitOf(QStringView unit, std::initializer_list<std::pair<QStringView, double>> table)
{
    for (const auto& [name, factor] : table) {
        if (unit.compare(name, Qt::CaseInsensitive) == 0)
            return factor;
    }
    return {};
}

/// "12 mb" as the number and the factor of its unit.
std::optional<double> scaled(QStringView text, std::initializer_list<std::pair<QStringView, double>> table)
{
    const QStringView trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && trimmed[digits].isDigit())
        ++digits;
    if (digits == 0)
        return {};
    const auto factor = unitOf(trimmed.sliced(digits).trimmed(), table);
    return factor ? std::optional(trimmed.first(digits).toDouble() * *factor) : std::nullopt;
}

std::optional<std::chrono::milliseconds> isoDuration(QStringView text)
{
    static const QRegularExpression form(u"^P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.\\d+)?S)?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    const auto part = [&match](int group) { return match.captured(group).toLongLong(); };
    return std::chrono::seconds(((part(1) * 24 + part(2)) * 60 + part(3)) * 60 + part(4));
}

} // namespace

std::optional<QString> Configuration::text(QStringView key) const
{
    if (const auto found = m_entries.constFind(key.toString()); found != m_entries.cend())
        return *found;
    for (const QString& older : olderNames(key)) {
        if (const auto found = m_entries.constFind(older); found != m_entries.cend())
            return *found;
    }
    return {};
}

QString Configuration::text(QStringView key, const QString& fallback) const
{
    return text(key).value_or(fallback);
}

std::optional<std::chrono::milliseconds> Configuration::duration(QStringView key) const
{
    const auto value = text(key);
    return value ? durationOf(*value) : std::nullopt;
}

std::optional<qint64> Configuration::bytes(QStringView key) const
{
    const auto value = text(key);
    return value ? bytesOf(*value) : std::nullopt;
}

std::optional<qint64> Configuration::number(QStringView key) const
{
    const auto value = text(key);
    bool ok = false;
    const qint64 number = value ? value->trimmed().toLongLong(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<double> Configuration::fraction(QStringView key) const
{
    const auto value = text(key);
    bool ok = false;
    const double number = value ? value->trimmed().toDouble(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

bool Configuration::isOn(QStringView key, bool fallback) const
{
    const auto value = text(key);
    return value ? value->trimmed().compare(u"true", Qt::CaseInsensitive) == 0 : fallback;
}

std::optional<std::chrono::milliseconds> durationOf(QStringView text)
{
    if (text.trimmed().startsWith(u'P', Qt::CaseInsensitive))
        return isoDuration(text.trimmed());
    const auto ms = scaled(text, {{u"", 1},
                                  {u"ms", 1},
                                  {u"milli", 1},
                                  {u"millis", 1},
                                  {u"s", 1000},
                                  {u"sec", 1000},
                                  {u"second", 1000},
                                  {u"seconds", 1000},
                                  {u"m", 60'000},
                                  {u"min", 60'000},
                                  {u"minute", 60'000},
                                  {u"minutes", 60'000},
                                  {u"h", 3600'000},
                                  {u"hour", 3600'000},
                                  {u"hours", 3600'000},
                                  {u"d", 86400'000},
                                  {u"day", 86400'000},
                                  {u"days", 86400'000}});
    return ms ? std::optional(std::chrono::milliseconds(qint64(*ms))) : std::nullopt;
}

std::optional<qint64> bytesOf(QStringView text)
{
    constexpr double kilo = 1024;
    const auto bytes = scaled(text, {{u"", 1},
                                     {u"b", 1},
                                     {u"bytes", 1},
                                     {u"k", kilo},
                                     {u"kb", kilo},
                                     {u"m", kilo * kilo},
                                     {u"mb", kilo * kilo},
                                     {u"g", kilo * kilo * kilo},
                                     {u"gb", kilo * kilo * kilo},
                                     {u"t", kilo * kilo * kilo * kilo},
                                     {u"tb", kilo * kilo * kilo * kilo}});
    return bytes ? std::optional(qint64(*bytes)) : std::nullopt;
}

} // namespace sim::flink
