#include "core/yaml/scalartext.h"

#include "core/yaml/schema.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

bool isOrdinary(QChar c)
{
    return c.isSurrogate() || (c.isPrint() && c != QChar::ByteOrderMark);
}

bool isLine(const QString& text)
{
    return std::all_of(text.begin(), text.end(), isOrdinary);
}

/// Whether a reader of YAML takes it for text: amounts with a unit are, although they begin like a number.
bool readsAsText(const QString& text)
{
    static const QRegularExpression amount(uR"(\A[0-9]+ ?[A-Za-z]+\z)"_s);
    static const QRegularExpression prefixed(uR"(\A0[xob])"_s, QRegularExpression::CaseInsensitiveOption);
    return !looksTyped(text) || (amount.match(text).hasMatch() && !prefixed.match(text).hasMatch());
}

bool fitsPlain(const QString& text, Around around)
{
    static const QString indicators = u"-?:,[]{}#&*!|>'\"%@`"_s;
    static const QRegularExpression ends(uR"(:( |$)| #)"_s), brackets(uR"([,\[\]{}])"_s);
    if (text.isEmpty() || text.trimmed() != text || !isLine(text) || text.startsWith(u"---"_s) ||
        text.startsWith(u"..."_s))
        return false;
    const bool isDashed = text.size() > 1 && text[0] == u'-' && text[1] != u' ';
    if (indicators.contains(text[0]) && !isDashed)
        return false;
    return !text.contains(ends) && (around == Around::Block || !text.contains(brackets));
}

} // namespace

QByteArray doubleQuoted(const QString& text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\' + QString(c);
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (isOrdinary(c))
            out += c;
        else
            out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
    }
    return (out + u'"').toUtf8();
}

QByteArray scalarText(const QString& text, Meaning meaning, Node::Style like, Around around)
{
    if (meaning == Meaning::Typed)
        return text.toUtf8();
    if (like == Node::Style::SingleQuoted && isLine(text))
        return '\'' + QString(text).replace(u'\'', u"''"_s).toUtf8() + '\'';
    const bool isPlain = like != Node::Style::DoubleQuoted && like != Node::Style::SingleQuoted;
    return isPlain && readsAsText(text) && fitsPlain(text, around) ? text.toUtf8() : doubleQuoted(text);
}

} // namespace yaml
