#include "core/yaml/schema.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

/// As written in that base, without a sign; nothing: some character is no digit of it, or it has more than 64 bits.
std::optional<quint64> magnitudeOf(QStringView digits, int base)
{
    const auto isDigit = [base](QChar c) {
        const char16_t code = c.toLower().unicode();
        return code >= u'0' && (base > 10 ? code <= u'9' || (code >= u'a' && code <= u'f') : code < u'0' + base);
    };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool fits = false;
    const quint64 value = digits.toULongLong(&fits, base);
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<QJsonValue> integerOf(QStringView text)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.sliced(1);
    int base = 10;
    if (text.size() > 1 && text[0] == u'0') {
        const char16_t sign = text[1].toLower().unicode();
        base = sign == u'x' ? 16 : sign == u'b' ? 2 : 8;
        text = text.sliced(sign == u'x' || sign == u'b' || sign == u'o' ? 2 : 1);
    }
    const auto magnitude = magnitudeOf(text, base);
    if (!magnitude)
        return std::nullopt;
    if (*magnitude > quint64(std::numeric_limits<qint64>::max()))
        return QJsonValue(isNegative ? -double(*magnitude) : double(*magnitude));
    return QJsonValue(isNegative ? -qint64(*magnitude) : qint64(*magnitude));
}

const QHash<QString, QJsonValue>& words()
{
    static const QHash<QString, QJsonValue> all = [] {
        QHash<QString, QJsonValue> made;
        for (const char* null : {"", "~", "null", "Null", "NULL"})
            made.insert(QString::fromLatin1(null), QJsonValue(QJsonValue::Null));
        for (const char* yes : {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
            made.insert(QString::fromLatin1(yes), true);
        for (const char* no : {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
            made.insert(QString::fromLatin1(no), false);
        return made;
    }();
    return all;
}

} // namespace

QJsonValue typedScalar(const QString& text)
{
    if (const auto word = words().constFind(text); word != words().cend())
        return *word;
    const bool isPointed = text.startsWith(u'.');
    if (!isPointed && !QStringView(u"+-0123456789").contains(text.front()))
        return text;
    QString plain = text;
    if (!isPointed)
        plain.remove(u'_');
    if (const auto integer = integerOf(plain))
        return *integer;
    static const QRegularExpression floating(uR"(\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z)"_s);
    const double value = floating.match(plain).hasMatch() ? plain.toDouble() : qQNaN();
    return qIsFinite(value) ? QJsonValue(value) : QJsonValue(text);
}

bool looksTyped(const QString& text)
{
    // Everything that begins like a number is quoted: dates, sexagesimals, octals, version numbers, "1_000".
    static const QRegularExpression numeric(uR"(\A[-+.]*[0-9])"_s);
    static const QRegularExpression word(uR"(\A(|~|null|true|false|y|n|yes|no|on|off|[-+]?\.inf|\.nan)\z)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return numeric.match(text).hasMatch() || word.match(text).hasMatch();
}

bool readsAsPlain(const std::string& tag)
{
    return tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float" ||
           tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:null";
}

QString unicode(const std::string& utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace yaml
