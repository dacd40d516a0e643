#include "core/yaml/schema.h"

#include <QStringDecoder>

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

QJsonValue integer(const QString& text, int base)
{
    bool fits = false;
    const qint64 value = text.toLongLong(&fits, base);
    if (fits)
        return value;
    return base == 10 ? QJsonValue(text.toDouble()) : QJsonValue(text);
}

} // namespace

QJsonValue typedScalar(const QString& text)
{
    static const QRegularExpression decimal(uR"(\A[-+]?[0-9]+\z)"_s);
    static const QRegularExpression octal(uR"(\A0o[0-7]+\z)"_s);
    static const QRegularExpression hexadecimal(uR"(\A0x[0-9a-fA-F]+\z)"_s);
    static const QRegularExpression floating(uR"(\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z)"_s);
    static const QStringList nulls{u""_s, u"~"_s, u"null"_s, u"Null"_s, u"NULL"_s};
    static const QStringList trues{u"true"_s, u"True"_s, u"TRUE"_s};
    static const QStringList falses{u"false"_s, u"False"_s, u"FALSE"_s};

    if (nulls.contains(text))
        return QJsonValue(QJsonValue::Null);
    if (trues.contains(text))
        return true;
    if (falses.contains(text))
        return false;
    if (decimal.match(text).hasMatch())
        return integer(text, 10);
    if (octal.match(text).hasMatch())
        return integer(text.mid(2), 8);
    if (hexadecimal.match(text).hasMatch())
        return integer(text.mid(2), 16);
    if (floating.match(text).hasMatch()) {
        const double value = text.toDouble();
        return qIsFinite(value) ? QJsonValue(value) : QJsonValue(text);
    }
    return text;
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
