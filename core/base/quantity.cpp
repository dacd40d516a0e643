#include "core/base/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace base {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(base::Text)
};

struct Parts
{
    qint64 days, hours, minutes, seconds;
};

Parts partsOf(std::chrono::milliseconds duration)
{
    const qint64 s = std::chrono::floor<std::chrono::seconds>(duration).count();
    return {s / 86400, s / 3600 % 24, s / 60 % 60, s % 60};
}

/// The smaller of two units always has two digits, so that columns of them line up.
QString twoDigits(qint64 value)
{
    return QString::number(value).rightJustified(2, u'0');
}

/// Three significant digits, at most two of them after the point.
QString threeDigits(double value)
{
    const double size = std::abs(value);
    return QLocale().toString(value, 'f', size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}

QString oneDecimalBelowHundred(double value)
{
    return QLocale().toString(value, 'f', std::abs(value) < 99.95 ? 1 : 0);
}

struct Suffix
{
    QStringView text;
    double factor;
};

/// Longer suffixes first, where one ends in another.
constexpr std::array quantitySuffixes{
    Suffix{u"Ki", 0x1p10}, Suffix{u"Mi", 0x1p20}, Suffix{u"Gi", 0x1p30}, Suffix{u"Ti", 0x1p40}, Suffix{u"Pi", 0x1p50},
    Suffix{u"Ei", 0x1p60}, Suffix{u"n", 1e-9},    Suffix{u"u", 1e-6},    Suffix{u"m", 1e-3},    Suffix{u"k", 1e3},
    Suffix{u"M", 1e6},     Suffix{u"G", 1e9},     Suffix{u"T", 1e12},    Suffix{u"P", 1e15},    Suffix{u"E", 1e18},
};

struct MemoryUnit
{
    QStringView name;
    int shift;
};

constexpr std::array memoryUnits{
    MemoryUnit{u"", 0},   MemoryUnit{u"b", 0},   MemoryUnit{u"bytes", 0},
    MemoryUnit{u"k", 10}, MemoryUnit{u"kb", 10}, MemoryUnit{u"kibibytes", 10},
    MemoryUnit{u"m", 20}, MemoryUnit{u"mb", 20}, MemoryUnit{u"mebibytes", 20},
    MemoryUnit{u"g", 30}, MemoryUnit{u"gb", 30}, MemoryUnit{u"gibibytes", 30},
    MemoryUnit{u"t", 40}, MemoryUnit{u"tb", 40}, MemoryUnit{u"tebibytes", 40},
};

bool isDecimalNumber(QStringView text)
{
    bool digits = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits = true;
        else if (c != u'.' && c != u'+' && c != u'-' && c != u'e' && c != u'E')
            return false;
    }
    return digits;
}

QDateTime inZone(const QDateTime& when, TimeZone zone)
{
    return zone == TimeZone::Utc ? when.toUTC() : when.toLocalTime();
}

} // namespace

QString bytesText(qint64 bytes)
{
    constexpr std::array units{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (std::abs(double(bytes)) < 1024)
        return QLocale().toString(bytes) + u" B"_s;
    double value = double(bytes) / 1024;
    size_t unit = 0;
    while (std::abs(value) >= 1023.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return oneDecimalBelowHundred(value) + u' ' + QLatin1StringView(units[unit]);
}

QString exactBytesText(qint64 bytes)
{
    return Text::tr("%1 bytes").arg(countText(bytes));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString compactCount(qint64 count)
{
    constexpr std::array units{u'k', u'M', u'G', u'T', u'P', u'E'};
    if (std::abs(double(count)) < 1000)
        return countText(count);
    double value = double(count) / 1000;
    if (std::abs(value) < 999.5)
        return oneDecimalBelowHundred(value) + units[0];
    size_t unit = 0;
    while (std::abs(value) >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return threeDigits(value) + units[unit];
}

QString percentText(double ratio)
{
    return QLocale().toString(ratio * 100, 'f', 0) + u" %"_s;
}

QString durationText(std::chrono::milliseconds duration)
{
    if (duration.count() < 0)
        return u'−' + durationText(-duration);
    if (duration < std::chrono::seconds(1))
        return Text::tr("%1 ms", "duration").arg(duration.count());
    const Parts p = partsOf(duration);
    if (p.days > 0)
        return Text::tr("%1 d %2 h", "duration").arg(QLocale().toString(p.days), twoDigits(p.hours));
    if (p.hours > 0)
        return Text::tr("%1 h %2 min", "duration").arg(QString::number(p.hours), twoDigits(p.minutes));
    if (p.minutes > 0)
        return Text::tr("%1 min %2 s", "duration").arg(QString::number(p.minutes), twoDigits(p.seconds));
    return Text::tr("%1 s", "duration").arg(p.seconds);
}

QString compactDuration(std::chrono::milliseconds duration)
{
    if (duration.count() < 0)
        return u'−' + compactDuration(-duration);
    if (duration < std::chrono::seconds(1))
        return Text::tr("%1ms", "compact duration").arg(duration.count());
    const Parts p = partsOf(duration);
    if (p.days > 0)
        return Text::tr("%1d %2h", "compact duration").arg(QLocale().toString(p.days), twoDigits(p.hours));
    if (p.hours > 0)
        return Text::tr("%1h %2m", "compact duration").arg(QString::number(p.hours), twoDigits(p.minutes));
    if (p.minutes > 0)
        return Text::tr("%1m %2s", "compact duration").arg(QString::number(p.minutes), twoDigits(p.seconds));
    return Text::tr("%1s", "compact duration").arg(p.seconds);
}

QString compactAge(std::chrono::milliseconds age)
{
    if (age.count() < 0)
        return u'−' + compactAge(-age);
    const Parts p = partsOf(age);
    if (p.days > 0)
        return Text::tr("%1d", "compact age").arg(QLocale().toString(p.days));
    if (p.hours > 0)
        return Text::tr("%1h", "compact age").arg(p.hours);
    if (p.minutes > 0)
        return Text::tr("%1m", "compact age").arg(p.minutes);
    return Text::tr("%1s", "compact age").arg(p.seconds);
}

QString relativeTime(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid() || !now.isValid())
        return {};
    const std::chrono::milliseconds passed(when.msecsTo(now));
    if (std::chrono::abs(passed) < std::chrono::seconds(1))
        return Text::tr("just now");
    return passed.count() > 0 ? Text::tr("%1 ago").arg(durationText(passed))
                              : Text::tr("in %1").arg(durationText(-passed));
}

QString absoluteTime(const QDateTime& when, TimeZone zone)
{
    if (!when.isValid())
        return {};
    const QDateTime shown = inZone(when, zone);
    return shown.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + shown.timeZoneAbbreviation();
}

QString clockTime(const QDateTime& when, TimeZone zone)
{
    if (!when.isValid())
        return {};
    return inZone(when, zone).toString(u"HH:mm:ss"_s);
}

QString date(const QDateTime& when, TimeZone zone)
{
    if (!when.isValid())
        return {};
    return inZone(when, zone).toString(u"yyyy-MM-dd"_s);
}

std::optional<double> parseQuantity(QStringView text)
{
    double factor = 1;
    for (const Suffix& suffix : quantitySuffixes) {
        if (text.endsWith(suffix.text)) {
            text.chop(suffix.text.size());
            factor = suffix.factor;
            break;
        }
    }
    if (!isDecimalNumber(text))
        return {};
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number * factor))
        return {};
    return number * factor;
}

std::optional<qint64> parseFlinkMemory(QStringView text)
{
    text = text.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    bool ok = false;
    const qint64 number = text.first(digits).toLongLong(&ok);
    if (!ok)
        return {};
    const QStringView name = text.sliced(digits).trimmed();
    for (const MemoryUnit& unit : memoryUnits) {
        if (name.compare(unit.name, Qt::CaseInsensitive) != 0)
            continue;
        if (number > (std::numeric_limits<qint64>::max() >> unit.shift))
            return {};
        return number << unit.shift;
    }
    return {};
}

std::optional<qint64> parseResourceMemory(QStringView text)
{
    if (const auto bytes = parseFlinkMemory(text))
        return bytes;
    QString quantity = text.toString().remove(u' ').toUpper();
    if (quantity.endsWith(u'B'))
        quantity.chop(1);
    if (quantity.endsWith(u'I'))
        quantity.back() = u'i';
    const auto bytes = quantity.contains(u'.') ? std::optional<double>() : parseQuantity(quantity);
    if (!bytes || *bytes < 0 || *bytes >= 0x1p63 || *bytes != std::floor(*bytes))
        return {};
    return qint64(*bytes);
}

} // namespace base
