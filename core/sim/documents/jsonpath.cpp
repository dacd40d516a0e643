#include "core/sim/documents/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// Where a bracket that opens at `open` is closed; brackets in quotation marks do not count. -1: nowhere.
qsizetype closingOf(const QString& path, qsizetype open)
{
    QChar quote;
    int depth = 0;
    for (qsizetype at = open; at < path.size(); ++at) {
        const auto c = path[at];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'[') {
            ++depth;
        } else if (c == u']' && --depth == 0) {
            return at;
        }
    }
    return -1;
}

/// The steps of a path: names, and what stands in brackets with its bracket.
std::optional<QStringList> stepsOf(QString path)
{
    if (path.startsWith(u'{') && path.endsWith(u'}'))
        path = path.sliced(1, path.size() - 2);
    QStringList steps;
    for (qsizetype at = 0; at < path.size();) {
        if (path[at] == u'[') {
            const auto end = closingOf(path, at);
            if (end < 0)
                return std::nullopt;
            steps += path.sliced(at, end - at);
            at = end + 1;
            continue;
        }
        if (path[at] == u'.')
            ++at;
        const auto start = at;
        while (at < path.size() && path[at] != u'.' && path[at] != u'[')
            at += path[at] == u'\\' ? 2 : 1;
        if (at > start)
            steps += path.sliced(start, std::min(at, path.size()) - start).remove(u'\\');
        else if (at < path.size() && path[at] != u'[')
            return std::nullopt;
    }
    return steps;
}

QJsonValue literalOf(const QString& text)
{
    const bool isQuoted = text.size() > 1 && (text.startsWith(u'"') || text.startsWith(u'\''));
    if (isQuoted)
        return text.sliced(1, text.size() - 2);
    if (text == u"true" || text == u"false")
        return text == u"true";
    bool isNumber = false;
    const auto number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

/// ?(@.type=="Ready")
bool passes(const QJsonValue& item, const QString& filter)
{
    static const QRegularExpression form(u"^\\?\\(\\s*@(.*?)\\s*(?:(==|!=)\\s*(.+?))?\\s*\\)$"_s);
    const auto match = form.match(filter);
    if (!match.hasMatch())
        return false;
    const auto found = valuesAt(item, match.captured(1));
    if (match.captured(2).isEmpty())
        return !found.isEmpty();
    const bool isEqual = !found.isEmpty() && found.first() == literalOf(match.captured(3));
    return isEqual == (match.captured(2) == u"==");
}

QList<QJsonValue> sliced(const QJsonArray& list, const QString& range)
{
    const auto bound = [&](const QString& text, qsizetype otherwise) {
        bool isNumber = false;
        const auto number = qsizetype(text.toLongLong(&isNumber));
        const auto place = number < 0 ? list.size() + number : number;
        return isNumber ? std::clamp<qsizetype>(place, 0, list.size()) : otherwise;
    };
    QList<QJsonValue> values;
    const auto end = bound(range.section(u':', 1, 1), list.size());
    for (auto at = bound(range.section(u':', 0, 0), 0); at < end; ++at)
        values += list.at(at);
    return values;
}

QList<QJsonValue> inBrackets(const QJsonValue& value, const QString& inside)
{
    QList<QJsonValue> values;
    if (inside.startsWith(u'\'') || inside.startsWith(u'"')) {
        const auto member = value[inside.sliced(1, std::max<qsizetype>(0, inside.size() - 2))];
        return member.isUndefined() ? values : QList<QJsonValue>{member};
    }
    const auto list = value.toArray();
    if (inside == u"*") {
        for (const auto item : list)
            values += item;
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            values += item.value();
    } else if (inside.startsWith(u'?')) {
        for (const auto item : list) {
            if (passes(item, inside))
                values += item;
        }
    } else if (inside.contains(u':')) {
        values = sliced(list, inside);
    } else {
        bool isNumber = false;
        const auto index = qsizetype(inside.toLongLong(&isNumber));
        const auto place = index < 0 ? list.size() + index : index;
        if (isNumber && place >= 0 && place < list.size())
            values += list.at(place);
    }
    return values;
}

} // namespace

QList<QJsonValue> valuesAt(const QJsonValue& document, const QString& path)
{
    const auto steps = stepsOf(path);
    if (!steps)
        return {};
    QList<QJsonValue> values{document};
    for (const auto& step : *steps) {
        QList<QJsonValue> next;
        for (const auto& value : std::as_const(values)) {
            if (step.startsWith(u'['))
                next += inBrackets(value, step.sliced(1));
            else if (const auto member = value[step]; !member.isUndefined())
                next += member;
        }
        values = next;
    }
    return values;
}

} // namespace sim::documents
