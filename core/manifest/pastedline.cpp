#include "core/manifest/pastedline.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/// Lines that one flow collection or quoted scalar may take; an open quote of prose ends nowhere.
constexpr int mostContinued = 200;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// A quoted scalar's end, behind its quote; -1: it is not in this text.
qsizetype quoteEnd(QStringView text, qsizetype begin)
{
    const QChar quote = text[begin];
    for (qsizetype i = begin + 1; i < text.size(); ++i) {
        if (quote == u'"' && text[i] == u'\\')
            ++i;
        else if (quote == u'\'' && text[i] == quote && text.sliced(i).startsWith(u"''"))
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return -1;
}

/// What stands there is no part of the value: " # …".
QStringView withoutComment(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isQuote = (text[i] == u'"' || text[i] == u'\'') && (i == 0 || !text[i - 1].isLetterOrNumber());
        if (isQuote) {
            const qsizetype end = quoteEnd(text, i);
            if (end < 0)
                return text;
            i = end - 1;
        } else if (text[i] == u'#' && (i == 0 || isBlank(text[i - 1]))) {
            return text.first(i).trimmed();
        }
    }
    return text.trimmed();
}

QStringView withoutProperties(QStringView text)
{
    while (text.startsWith(u'&') || text.startsWith(u'!')) {
        const auto blank = std::find_if(text.begin(), text.end(), isBlank);
        text = text.sliced(blank - text.begin()).trimmed();
    }
    return text;
}

bool isBlockHeader(QStringView value)
{
    static const QRegularExpression header(u"^[|>][0-9+-]{0,2}$"_s);
    return header.match(value.toString()).hasMatch();
}

/// Follows brackets and quotes over lines, from where a value begins.
class FlowReader
{
public:
    static bool begins(QStringView value)
    {
        return value.startsWith(u'[') || value.startsWith(u'{') || value.startsWith(u'"') || value.startsWith(u'\'');
    }

    /// Whether it goes on in the next line.
    bool read(QStringView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (!m_quote.isNull())
                i += readQuoted(text, i);
            else if (c == u'#' && (i == 0 || isBlank(text[i - 1])))
                break;
            else
                readPlain(c, i == 0 ? QChar() : text[i - 1]);
        }
        return m_depth > 0 || !m_quote.isNull();
    }

private:
    /// Answers how many characters more it took.
    int readQuoted(QStringView text, qsizetype i)
    {
        if (m_quote == u'"' && text[i] == u'\\')
            return 1;
        if (text[i] != m_quote)
            return 0;
        if (m_quote == u'\'' && text.sliced(i).startsWith(u"''"))
            return 1;
        m_quote = QChar();
        return 0;
    }

    void readPlain(QChar c, QChar before)
    {
        if (c == u'[' || c == u'{')
            ++m_depth;
        else if ((c == u']' || c == u'}') && m_depth > 0)
            --m_depth;
        else if ((c == u'"' || c == u'\'') && !before.isLetterOrNumber())
            m_quote = c;
    }

    int m_depth = 0;
    QChar m_quote;
};

void readValue(PastedLine& line, QStringView text)
{
    const QStringView value = withoutProperties(withoutComment(text));
    line.value = value.toString();
    line.opens = value.isEmpty();
    line.isBlock = isBlockHeader(value);
}

QString keyText(QStringView written)
{
    const bool isQuoted = written.size() >= 2 && (written.startsWith(u'"') || written.startsWith(u'\''));
    return (isQuoted ? written.sliced(1).chopped(1) : written).toString();
}

void readKey(PastedLine& line, QStringView text, qsizetype end)
{
    line.key = keyText(text.first(end).trimmed());
    readValue(line, text.sliced(end + 1));
}

void readItem(PastedLine& line)
{
    line.kind = PastedLine::Kind::Item;
    QStringView rest = QStringView(line.content).sliced(1);
    const auto begin = std::find_if_not(rest.begin(), rest.end(), isBlank);
    line.keyColumn = begin == rest.end() ? 2 : static_cast<int>(begin - rest.begin()) + 1;
    rest = rest.trimmed();
    if (const qsizetype end = keyEnd(rest); end >= 0)
        readKey(line, rest, end);
    else
        readValue(line, rest);
}

PastedLine lineOf(const QString& text)
{
    PastedLine line;
    const auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    line.column = static_cast<int>(begin - text.begin());
    line.content = text.trimmed();
    const QString& content = line.content;
    if (content.isEmpty())
        return line;
    if (content.startsWith(u'#')) {
        line.kind = PastedLine::Kind::Comment;
    } else if (content == u"-" || content.startsWith(u"- ")) {
        readItem(line);
    } else if (const qsizetype end = keyEnd(content); end >= 0) {
        line.kind = PastedLine::Kind::Key;
        readKey(line, content, end);
    } else {
        line.kind = PastedLine::Kind::Other;
    }
    return line;
}

/// Marks the lines that the value at `first` goes on in.
void followFlow(QList<PastedLine>& lines, qsizetype first)
{
    FlowReader reader;
    if (!lines[first].isStructure() || !FlowReader::begins(lines[first].value) || !reader.read(lines[first].value))
        return;
    const qsizetype most = std::min(lines.size(), first + mostContinued);
    qsizetype end = first + 1;
    while (end < most && reader.read(lines[end].content))
        ++end;
    if (end == most)
        return; // it is never closed: so it is none
    for (qsizetype i = first + 1; i <= end; ++i) {
        lines[i].kind = PastedLine::Kind::Continued;
        lines[i].owner = static_cast<int>(first);
    }
}

} // namespace

qsizetype keyEnd(QStringView content)
{
    static const QString never = u"&*!|>%@`[]{},?#"_s;
    if (content.isEmpty() || never.contains(content.front()))
        return -1;
    if (content.front() == u'"' || content.front() == u'\'') {
        qsizetype end = quoteEnd(content, 0);
        while (end >= 0 && end < content.size() && isBlank(content[end]))
            ++end;
        const bool isKey = end > 0 && end < content.size() && content[end] == u':' &&
                           (end + 1 == content.size() || isBlank(content[end + 1])) && !content.endsWith(u',');
        return isKey ? end : -1;
    }
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (isBlank(content[i]) || content[i] == u'(' || content[i] == u'"')
            return -1;
        if (content[i] == u':' && i > 0 && (i + 1 == content.size() || isBlank(content[i + 1])))
            return i;
    }
    return -1;
}

QList<PastedLine> pastedLines(const QStringList& lines)
{
    QList<PastedLine> read;
    read.reserve(lines.size());
    for (const QString& line : lines)
        read.append(lineOf(line));
    for (qsizetype i = 0; i < read.size(); ++i) {
        if (read[i].kind != PastedLine::Kind::Continued)
            followFlow(read, i);
    }
    return read;
}

} // namespace manifest
