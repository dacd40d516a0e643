#include "ui/editor/typing.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int step = 2;
constexpr qsizetype farthest = 20'000;

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == u' ')
        ++indent;
    return indent;
}

/// Without a comment behind it.
QStringView codeOf(QStringView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == u'#' && (i == 0 || line.at(i - 1).isSpace()))
            return line.first(i);
    }
    return line;
}

} // namespace

QString indentAfter(QStringView before)
{
    qsizetype indent = indentOf(before);
    const QStringView code = codeOf(before).trimmed();
    qsizetype content = indent;
    // "- name: x": the next key stands below the first.
    while (content + 1 < before.size() && before.at(content) == u'-' && before.at(content + 1) == u' ') {
        content += 2;
        while (content < before.size() && before.at(content) == u' ')
            ++content;
    }
    const bool isKeyInItem = content > indent && before.sliced(content).contains(u':');
    if (isKeyInItem)
        indent = content;
    const bool opens = code.endsWith(u':') || code.endsWith(u": |") || code.endsWith(u": >") ||
                       code.endsWith(u": |-") || code.endsWith(u": >-");
    return QString(indent + (opens ? step : 0), u' ');
}

int blanksToNextStop(int column)
{
    return step - column % step;
}

int blanksToLastStop(int column)
{
    return column == 0 ? 0 : (column - 1) % step + 1;
}

std::optional<qsizetype> matchingBracket(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return std::nullopt;
    constexpr QStringView opening = u"([{", closing = u")]}";
    const QChar one = text.at(at);
    const qsizetype open = opening.indexOf(one), close = closing.indexOf(one);
    if (open < 0 && close < 0)
        return std::nullopt;
    const QChar other = open >= 0 ? closing.at(open) : opening.at(close);
    const int direction = open >= 0 ? 1 : -1;
    int depth = 0;
    for (qsizetype i = at, walked = 0; i >= 0 && i < text.size() && walked < farthest; i += direction, ++walked) {
        depth += text.at(i) == one ? 1 : text.at(i) == other ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return std::nullopt;
}

QString toggledComments(const QString& lines)
{
    QStringList all = lines.split(u'\n');
    qsizetype indent = -1;
    bool areComments = true;
    for (const QString& line : std::as_const(all)) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype own = indentOf(line);
        indent = indent < 0 ? own : std::min(indent, own);
        areComments = areComments && line.at(own) == u'#';
    }
    if (indent < 0)
        return lines;
    for (QString& line : all) {
        if (line.trimmed().isEmpty())
            continue;
        if (!areComments) {
            line.insert(indent, u"# "_s);
            continue;
        }
        const qsizetype own = indentOf(line);
        line.remove(own, line.mid(own, 2) == u"# " ? 2 : 1);
    }
    return all.join(u'\n');
}

} // namespace editor
