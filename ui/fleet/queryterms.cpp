#include "ui/fleet/queryterms.h"

#include <utility>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> unitInMs(QStringView unit)
{
    if (unit == u"ms")
        return 1;
    if (unit == u"s" || unit == u"초")
        return 1000;
    if (unit == u"m" || unit == u"min" || unit == u"분")
        return 60'000;
    if (unit == u"h" || unit == u"시간")
        return 3'600'000;
    if (unit == u"d" || unit == u"일")
        return 86'400'000;
    return {};
}

} // namespace

QList<TermText> splitTerms(const QString& text)
{
    QList<TermText> terms;
    bool quoted = false;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool atEnd = i == text.size();
        if (!atEnd && text.at(i) == u'"')
            quoted = !quoted;
        if (atEnd || (text.at(i).isSpace() && !quoted)) {
            if (start >= 0)
                terms.append({text.mid(start, i - start), start});
            start = -1;
        } else if (start < 0) {
            start = i;
        }
    }
    return terms;
}

bool hasOpenQuotation(const QString& text)
{
    return text.count(u'"') % 2 != 0;
}

QRegularExpression patternFor(QStringView alternative, bool anywhere)
{
    QString body = QRegularExpression::escape(alternative.toString());
    body.replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
    const bool hasWildcard = alternative.contains(u'*') || alternative.contains(u'?');
    const QString whole = anywhere && !hasWildcard ? body : u"\\A(?:%1)\\z"_s.arg(body);
    return QRegularExpression(whole, QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::DotMatchesEverythingOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
}

QString withoutQuotes(QStringView text)
{
    QString result = text.toString();
    result.remove(u'"');
    return result;
}

QStringList splitAlternatives(QStringView value)
{
    QStringList result;
    QString current;
    bool quoted = false;
    for (const QChar c : value) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            result.append(std::exchange(current, {}));
        else
            current += c;
    }
    result.append(current);
    result.removeAll(QString());
    return result;
}

qsizetype operatorPosition(QStringView term)
{
    for (qsizetype i = 0; i < term.size(); ++i) {
        const QChar c = term.at(i);
        if (c == u':' || c == u'=' || c == u'<' || c == u'>')
            return i;
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            return -1;
    }
    return -1;
}

std::optional<double> durationInMs(QStringView text)
{
    static const QRegularExpression part(uR"((\d+(?:\.\d+)?)(ms|min|[smhd초분일]|시간))"_s);
    double total = 0;
    qsizetype position = 0;
    const QString whole = text.toString();
    while (position < whole.size()) {
        const QRegularExpressionMatch match =
            part.match(whole, position, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return {};
        total += match.captured(1).toDouble() * unitInMs(match.capturedView(2)).value_or(0);
        position = match.capturedEnd();
    }
    return whole.isEmpty() ? std::nullopt : std::optional(total);
}

} // namespace fleet
