#include "core/sim/documents/quantities.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

// Wide enough for 2^63 in thousandths.
__extension__ using Wide = __int128;

enum class Notation { Decimal, Binary, Exponent };

struct Number
{
    Wide value = 0; ///< in thousandths
    Notation notation = Notation::Decimal;
    QChar exponentSign = u'e';
};

constexpr Wide limit = Wide(std::numeric_limits<qint64>::max()) * 1000;
constexpr QStringView decimalSuffixes[] = {u"m", u"", u"k", u"M", u"G", u"T", u"P", u"E"};
constexpr QStringView binarySuffixes[] = {u"", u"Ki", u"Mi", u"Gi", u"Ti", u"Pi", u"Ei"};
constexpr int mostDigits = 27;

/// `digits` times ten to the power of `exponent`, in thousandths, rounded up.
Wide scaled(const QString& digits, int exponent)
{
    Wide value = 0;
    for (const auto digit : digits) {
        value = value * 10 + digit.digitValue();
        if (value > limit)
            return limit;
    }
    for (exponent += 3; exponent > 0 && value != 0; --exponent) {
        value *= 10;
        if (value > limit)
            return limit;
    }
    for (; exponent < 0 && value != 0; ++exponent)
        value = value / 10 + (value % 10 != 0 ? 1 : 0);
    return value;
}

std::optional<Number> parse(const QString& text)
{
    static const QRegularExpression form(
        u"^([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:([eE])([+-]?[0-9]{1,3})|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?)$"_s);
    const auto match = form.match(text);
    const auto digits = match.captured(2) + match.captured(3);
    if (!match.hasMatch() || digits.isEmpty() || digits.size() > mostDigits)
        return std::nullopt;
    Number number;
    int exponent = -int(match.captured(3).size());
    int doublings = 0;
    const auto suffix = match.captured(6);
    if (!match.captured(4).isEmpty()) {
        number.notation = Notation::Exponent;
        number.exponentSign = match.captured(4).front();
        exponent += match.captured(5).toInt();
    } else if (suffix.size() == 2) {
        number.notation = Notation::Binary;
        doublings = 10 * int(std::find(std::begin(binarySuffixes), std::end(binarySuffixes), suffix) -
                             std::begin(binarySuffixes));
    } else if (suffix == u"n" || suffix == u"u") {
        exponent -= suffix == u"n" ? 9 : 6;
    } else {
        const auto at = std::find(std::begin(decimalSuffixes), std::end(decimalSuffixes), suffix);
        exponent += 3 * (int(at - std::begin(decimalSuffixes)) - 1);
    }
    number.value = scaled(digits, exponent);
    for (; doublings > 0; --doublings)
        number.value = std::min<Wide>(number.value * 2, limit);
    if (match.captured(1) == u"-")
        number.value = -number.value;
    return number;
}

QString written(Wide value)
{
    return QString::number(static_cast<qint64>(value));
}

QString decimal(Wide value)
{
    int power = 0;
    while (power < 7 && value % 1000 == 0) {
        value /= 1000;
        ++power;
    }
    return written(value) + decimalSuffixes[power].toString();
}

QString withExponent(Wide value, QChar sign)
{
    int exponent = -3;
    while (value % 1000 == 0) {
        value /= 1000;
        exponent += 3;
    }
    return exponent == 0 ? written(value) : written(value) + sign + QString::number(exponent);
}

QString binary(Wide value)
{
    // Too small for a binary suffix, or with a fraction: then it is written as a decimal.
    if (value % 1000 != 0 || (value < Wide(1024) * 1000 && value > Wide(-1024) * 1000))
        return decimal(value);
    value /= 1000;
    int power = 0;
    while (power < 6 && value % 1024 == 0) {
        value /= 1024;
        ++power;
    }
    return written(value) + binarySuffixes[power].toString();
}

} // namespace

std::optional<QString> canonicalQuantity(const QString& text)
{
    const auto number = parse(text);
    if (!number)
        return std::nullopt;
    if (number->value == 0)
        return u"0"_s;
    switch (number->notation) {
    case Notation::Decimal:
        break;
    case Notation::Binary:
        return binary(number->value);
    case Notation::Exponent:
        return withExponent(number->value, number->exponentSign);
    }
    return decimal(number->value);
}

qint64 thousandths(const QString& quantity)
{
    const auto number = parse(quantity);
    if (!number)
        return 0;
    return static_cast<qint64>(
        std::clamp<Wide>(number->value, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()));
}

} // namespace sim::documents
