#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

struct Unit
{
    QStringView name;
    qint64 factor;
};

/// Digits, blanks, letters; nothing: it is not written like this.
struct Amount
{
    qint64 number = 0;
    QString unit; ///< in small letters
};

std::optional<Amount> amountOf(QStringView text)
{
    text = text.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    bool fits = false;
    const qint64 number = text.first(digits).toLongLong(&fits);
    return fits ? std::optional(Amount{number, text.sliced(digits).trimmed().toString().toLower()}) : std::nullopt;
}

template <size_t count>
std::optional<qint64> scaled(const Amount& amount, const std::array<Unit, count>& units)
{
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](const Unit& known) { return known.name == amount.unit; });
    if (unit == units.end() || amount.number > std::numeric_limits<qint64>::max() / unit->factor)
        return std::nullopt;
    return amount.number * unit->factor;
}

constexpr qint64 micro = 1000, milli = 1000 * micro, second = 1000 * milli, minute = 60 * second, hour = 60 * minute,
                 day = 24 * hour;
constexpr std::array<Unit, 31> durationUnits{{{u"", milli},
                                              {u"d", day},
                                              {u"day", day},
                                              {u"days", day},
                                              {u"h", hour},
                                              {u"hour", hour},
                                              {u"hours", hour},
                                              {u"m", minute},
                                              {u"min", minute},
                                              {u"minute", minute},
                                              {u"minutes", minute},
                                              {u"s", second},
                                              {u"sec", second},
                                              {u"secs", second},
                                              {u"second", second},
                                              {u"seconds", second},
                                              {u"ms", milli},
                                              {u"milli", milli},
                                              {u"millis", milli},
                                              {u"millisecond", milli},
                                              {u"milliseconds", milli},
                                              {u"µs", micro},
                                              {u"micro", micro},
                                              {u"micros", micro},
                                              {u"microsecond", micro},
                                              {u"microseconds", micro},
                                              {u"ns", 1},
                                              {u"nano", 1},
                                              {u"nanos", 1},
                                              {u"nanosecond", 1},
                                              {u"nanoseconds", 1}}};

constexpr qint64 kibi = 1024, mebi = 1024 * kibi, gibi = 1024 * mebi, tebi = 1024 * gibi;
constexpr std::array<Unit, 15> memoryUnits{{{u"", 1},
                                            {u"b", 1},
                                            {u"bytes", 1},
                                            {u"k", kibi},
                                            {u"kb", kibi},
                                            {u"kibibytes", kibi},
                                            {u"m", mebi},
                                            {u"mb", mebi},
                                            {u"mebibytes", mebi},
                                            {u"g", gibi},
                                            {u"gb", gibi},
                                            {u"gibibytes", gibi},
                                            {u"t", tebi},
                                            {u"tb", tebi},
                                            {u"tebibytes", tebi}}};

bool isIsoDuration(QStringView text)
{
    static const QRegularExpression form(
        u"^[+-]?P(?=.)([+-]?\\d+D)?(T(?=.)([+-]?\\d+H)?([+-]?\\d+M)?([+-]?\\d+([.,]\\d{0,9})?S)?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text.toString()).hasMatch();
}

QString numberProblem(const QString& type, const QString& value)
{
    bool fits = false;
    if (type == u"Integer") {
        value.trimmed().toInt(&fits);
        return fits ? QString() : Text::tr("\"%1\" is no whole number of 32 bits.").arg(value);
    }
    if (type == u"Long") {
        value.trimmed().toLongLong(&fits);
        return fits ? QString() : Text::tr("\"%1\" is no whole number.").arg(value);
    }
    value.trimmed().toDouble(&fits);
    return fits ? QString() : Text::tr("\"%1\" is no number.").arg(value);
}

QString durationProblem(const QString& value, bool isIsoRead)
{
    if (durationOf(value, isIsoRead))
        return {};
    if (!isIsoRead && isIsoDuration(value))
        return Text::tr(
                   "\"%1\" is written as ISO 8601 says, which Flink reads from 2.1 on: use one number with one unit.")
            .arg(value);
    return Text::tr("\"%1\" is no duration: one whole number with one unit, such as 500 ms, 30 s, 5 min, 1 h or 2 d.")
        .arg(value);
}

} // namespace

std::optional<std::chrono::nanoseconds> durationOf(QStringView text, bool isIsoRead)
{
    const auto amount = amountOf(text);
    const auto scaledAmount = amount ? scaled(*amount, durationUnits) : std::nullopt;
    if (scaledAmount)
        return std::chrono::nanoseconds(*scaledAmount);
    if (!isIsoRead || !isIsoDuration(text.trimmed()))
        return std::nullopt;
    static const QRegularExpression part(u"([+-]?\\d+(?:[.,]\\d*)?)([DHMS])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    double total = 0;
    for (auto found = part.globalMatch(text.toString()); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const double number = match.captured(1).replace(u',', u'.').toDouble();
        const QChar unit = match.captured(2).at(0).toUpper();
        total += number * double(unit == u'D' ? day : unit == u'H' ? hour : unit == u'M' ? minute : second);
    }
    return std::chrono::nanoseconds(static_cast<qint64>(text.trimmed().startsWith(u'-') ? -total : total));
}

std::optional<qint64> memorySizeOf(QStringView text)
{
    const auto amount = amountOf(text);
    return amount ? scaled(*amount, memoryUnits) : std::nullopt;
}

std::optional<bool> truthOf(QStringView text)
{
    text = text.trimmed();
    if (text.compare(u"true", Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(u"false", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

std::optional<double> quantityOf(QStringView text)
{
    static const QRegularExpression form(
        u"^([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:([eE][+-]?\\d+)|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?)$"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const double number = (match.captured(1) + match.captured(2)).toDouble();
    const QString suffix = match.captured(3);
    if (suffix.isEmpty())
        return number;
    if (suffix.size() == 2)
        return number * std::pow(1024.0, u"KMGTPE"_s.indexOf(suffix[0]) + 1);
    static constexpr std::array<std::pair<char16_t, double>, 9> decimals{{{u'n', 1e-9},
                                                                          {u'u', 1e-6},
                                                                          {u'm', 1e-3},
                                                                          {u'k', 1e3},
                                                                          {u'M', 1e6},
                                                                          {u'G', 1e9},
                                                                          {u'T', 1e12},
                                                                          {u'P', 1e15},
                                                                          {u'E', 1e18}}};
    const auto found =
        std::find_if(decimals.begin(), decimals.end(), [&](const auto& known) { return suffix[0] == known.first; });
    return number * found->second;
}

bool isResourceMemory(const QString& text)
{
    if (memorySizeOf(text))
        return true;
    QString quantity = QString(text).remove(u' ').toUpper();
    if (quantity.endsWith(u'B'))
        quantity.chop(1);
    if (quantity.endsWith(u'I')) // 2GI is what became of 2Gi
        quantity = quantity.chopped(1) + u'i';
    return !quantity.contains(u'.') && quantityOf(quantity).has_value();
}

QString valueProblem(const QString& type, const QString& value, bool isIsoRead)
{
    if (type == u"Duration")
        return durationProblem(value, isIsoRead);
    if (type == u"MemorySize")
        return memorySizeOf(value)
                   ? QString()
                   : Text::tr(
                         "\"%1\" is no memory size of Flink: one whole number with b, k, m, g or t (each 1024 times "
                         "the one before), such as 512m or 4g.")
                         .arg(value);
    if (type == u"Boolean")
        return truthOf(value) ? QString() : Text::tr("\"%1\" is neither true nor false.").arg(value);
    if (type == u"Integer" || type == u"Long" || type == u"Double" || type == u"Float")
        return numberProblem(type, value);
    return {};
}

} // namespace manifest
