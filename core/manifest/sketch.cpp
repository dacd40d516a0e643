#include "core/manifest/sketch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

bool isMarker(QByteArrayView line, QByteArrayView marker)
{
    return line.startsWith(marker) && (line.size() == marker.size() || isBlank(line[marker.size()]));
}

/// Behind the closing quote; -1: there is none.
qsizetype behindQuote(QByteArrayView line, qsizetype at)
{
    const char quote = line[at];
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\')
            ++i;
        else if (line[i] == quote && quote == '\'' && i + 1 < line.size() && line[i + 1] == '\'')
            ++i;
        else if (line[i] == quote)
            return i + 1;
    }
    return -1;
}

bool isColonAt(QByteArrayView line, qsizetype at)
{
    return at < line.size() && line[at] == ':' && (at + 1 == line.size() || isBlank(line[at + 1]));
}

/// The colon behind the key that begins there; -1: it is no key.
qsizetype colonOf(QByteArrayView line, qsizetype at)
{
    if (line[at] == '"' || line[at] == '\'') {
        qsizetype end = behindQuote(line, at);
        while (end >= 0 && end < line.size() && isBlank(line[end]))
            ++end;
        return end >= 0 && isColonAt(line, end) ? end : -1;
    }
    if (line[at] == '#' || line[at] == '{' || line[at] == '[')
        return -1;
    for (qsizetype i = at; i < line.size(); ++i) {
        if (isColonAt(line, i))
            return i;
        if (line[i] == '#' && i > at && isBlank(line[i - 1]))
            return -1;
    }
    return -1;
}

/// Where what begins there ends, without comment and blanks.
qsizetype endOfValue(QByteArrayView line, qsizetype at)
{
    qsizetype end = line.size();
    qsizetype from = at;
    if (from < line.size() && (line[from] == '"' || line[from] == '\''))
        from = std::max(behindQuote(line, from), from);
    for (qsizetype i = from; i < line.size(); ++i) {
        if (line[i] == '#' && (i == at || isBlank(line[i - 1]))) {
            end = i;
            break;
        }
    }
    while (end > at && isBlank(line[end - 1]))
        --end;
    return end;
}

/// Whether what follows in deeper lines belongs to this value, and is no keys.
bool goesOn(QByteArrayView value)
{
    if (value.isEmpty())
        return false;
    const char first = value[0];
    if (first == '|' || first == '>')
        return true;
    if (first == '"' || first == '\'')
        return behindQuote(value, 0) < 0;
    if (first == '{' || first == '[')
        return std::count(value.begin(), value.end(), first) >
               std::count(value.begin(), value.end(), first == '{' ? '}' : ']');
    return false;
}

QString keyText(QByteArrayView key)
{
    while (!key.isEmpty() && isBlank(key.back()))
        key.chop(1);
    if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.sliced(1, key.size() - 2);
    return QString::fromUtf8(key);
}

/// The keys and dashes of one line, `begin` being its place in the text.
void readLine(QByteArrayView line, qsizetype begin, QList<Step>& steps)
{
    qsizetype at = 0;
    while (at < line.size() && isBlank(line[at]))
        ++at;
    while (at < line.size() && line[at] == '-' && (at + 1 == line.size() || isBlank(line[at + 1]))) {
        Step item{static_cast<int>(at), true, {}, {begin + at, begin + at + 1}, {}};
        ++at;
        while (at < line.size() && isBlank(line[at]))
            ++at;
        const bool isPlain = at < line.size() && colonOf(line, at) < 0 && line[at] != '-';
        item.value = {begin + at, begin + (isPlain ? endOfValue(line, at) : at)};
        steps.append(item);
    }
    const qsizetype colon = at < line.size() ? colonOf(line, at) : -1;
    if (colon < 0)
        return;
    qsizetype keyEnd = colon;
    while (keyEnd > at && isBlank(line[keyEnd - 1]))
        --keyEnd;
    qsizetype value = colon + 1;
    while (value < line.size() && isBlank(line[value]))
        ++value;
    steps.append({static_cast<int>(at),
                  false,
                  keyText(line.sliced(at, colon - at)),
                  {begin + at, begin + keyEnd},
                  {begin + value, begin + std::max(value, endOfValue(line, value))}});
}

int indentOf(QByteArrayView line)
{
    return static_cast<int>(std::find_if_not(line.begin(), line.end(), isBlank) - line.begin());
}

/// The document around a place, between the marks of others.
yaml::Span documentAround(const QByteArray& text, qsizetype offset)
{
    const auto isMark = [&text](qsizetype at) {
        const qsizetype found = text.indexOf('\n', at);
        const QByteArrayView line = QByteArrayView(text).sliced(at, (found < 0 ? text.size() : found) - at);
        return isMarker(line, "---") || isMarker(line, "...");
    };
    yaml::Span document{0, text.size()};
    for (qsizetype at = offset; at > 0; at = text.lastIndexOf('\n', at - 1)) {
        const qsizetype start = text.lastIndexOf('\n', at - 1) + 1;
        if (isMark(start)) {
            document.begin = std::min(start + 3, text.size());
            break;
        }
        if (start == 0)
            break;
        at = start;
    }
    for (qsizetype at = text.indexOf('\n', offset); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (isMark(at + 1)) {
            document.end = at + 1;
            break;
        }
    }
    document.end = std::max(document.begin, document.end);
    return document;
}

QString valueText(const QByteArray& text, const Step& step)
{
    return keyText(QByteArrayView(text).sliced(step.value.begin, step.value.length()));
}

/// The first value of that key within a part of a text, wherever it stands; empty: there is none.
QString anyValue(const QByteArray& text, yaml::Span within, QByteArrayView key)
{
    qsizetype at = within.begin;
    while ((at = text.indexOf(key, at)) >= 0 && at < within.end) {
        const qsizetype start = text.lastIndexOf('\n', at) + 1;
        const qsizetype found = text.indexOf('\n', at);
        QList<Step> steps;
        readLine(QByteArrayView(text).sliced(start, (found < 0 ? text.size() : found) - start), start, steps);
        if (!steps.isEmpty() && steps.last().span.begin == at && steps.last().value.length() > 0)
            return valueText(text, steps.last());
        at += key.size();
    }
    return {};
}

/// What a line at this column stands below: of the steps that came before.
bool endsBefore(const Step& open, int column, bool isItem)
{
    return open.column > column || (open.column == column && (open.isItem || !isItem));
}

/// Fills in what stands around the spot.
class SpotReader
{
public:
    SpotReader(const QByteArray& text, qsizetype offset)
        : m_text(text)
        , m_offset(offset)
    {
        m_spot.document = documentAround(text, offset);
        m_line.begin = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
        m_line.begin = std::max(m_line.begin, m_spot.document.begin);
        const qsizetype found = text.indexOf('\n', offset);
        m_line.end = found < 0 ? text.size() : found;
    }

    Spot read()
    {
        if (m_offset < m_spot.document.begin) // on the line that parts two documents
            return m_spot;
        const QList<Step> before = stepsOf(m_text, {m_spot.document.begin, m_line.begin});
        QList<Step> own;
        readLine(line(), m_line.begin, own);
        readHead();
        readWord(own);
        if (isWithinScalar(before))
            m_spot.what = Spot::What::Other;
        readPath(before, own);
        if (m_spot.what == Spot::What::Key)
            readSiblings(before, own);
        return m_spot;
    }

private:
    QByteArrayView line() const { return QByteArrayView(m_text).sliced(m_line.begin, m_line.length()); }

    void readHead()
    {
        const yaml::Span document = m_spot.document;
        m_spot.flinkVersion = anyValue(m_text, document, "flinkVersion");
        if (m_spot.flinkVersion.isEmpty())
            m_spot.flinkVersion = anyValue(m_text, {0, m_text.size()}, "flinkVersion");
        qsizetype at = document.begin;
        while (at < document.end && m_spot.kind.isEmpty()) {
            const qsizetype found = m_text.indexOf('\n', at);
            const qsizetype end = found < 0 ? m_text.size() : found;
            const QByteArrayView one = QByteArrayView(m_text).sliced(at, end - at);
            if (one.startsWith("kind:"))
                m_spot.kind = QString::fromUtf8(one.sliced(5, endOfValue(one, 5) - 5).trimmed());
            at = end + 1;
        }
    }

    void readWord(const QList<Step>& own)
    {
        const Step* key = own.isEmpty() || own.last().isItem ? nullptr : &own.last();
        const bool isComment =
            endOfValue(line(), 0) + m_line.begin < m_offset && line().first(m_offset - m_line.begin).contains('#');
        if (isComment)
            return;
        if (key && m_offset > key->span.end) {
            m_spot.what = m_offset > key->span.end + 1 ? Spot::What::Value : Spot::What::Other;
            m_spot.key = key->key;
            m_spot.column = key->column;
            m_spot.word = key->value;
            if (!m_spot.word.contains(m_offset))
                m_spot.word = {m_offset, m_offset};
        } else if (key && m_offset >= key->span.begin) {
            m_spot.what = Spot::What::Key;
            m_spot.key = key->key;
            m_spot.column = key->column;
            m_spot.word = key->span;
            m_spot.hasColon = true;
        } else if (!key) {
            bareWord(own);
        }
        const QByteArrayView typed = QByteArrayView(m_text).sliced(m_spot.word.begin, m_offset - m_spot.word.begin);
        m_spot.isQuoted = typed.startsWith('"') || typed.startsWith('\'');
        m_spot.typed = QString::fromUtf8(m_spot.isQuoted ? typed.sliced(1) : typed);
    }

    /// A word without a colon: the beginning of a key, or a value in a list.
    void bareWord(const QList<Step>& own)
    {
        qsizetype begin = m_line.begin + indentOf(line());
        if (!own.isEmpty())
            begin = std::max(own.last().value.begin, own.last().span.end);
        begin = std::min(begin, m_offset);
        const qsizetype end = m_line.begin + endOfValue(line(), begin - m_line.begin);
        m_spot.word = {begin, std::max(end, m_offset)};
        m_spot.what = !own.isEmpty() && m_offset == own.last().span.end ? Spot::What::Other : Spot::What::Key;
        m_spot.key = QString::fromUtf8(QByteArrayView(m_text).sliced(begin, m_spot.word.length()));
        m_spot.column = static_cast<int>(begin - m_line.begin);
    }

    bool isWithinScalar(const QList<Step>& before) const
    {
        if (before.isEmpty())
            return false;
        const QByteArrayView value =
            QByteArrayView(m_text).sliced(before.last().value.begin, before.last().value.length());
        return goesOn(value) && indentOf(line()) > before.last().column;
    }

    void readPath(const QList<Step>& before, const QList<Step>& own)
    {
        QList<Step> open;
        const auto enter = [&open](const Step& step) {
            while (!open.isEmpty() && endsBefore(open.last(), step.column, step.isItem))
                open.removeLast();
            open.append(step);
        };
        for (const Step& step : before)
            enter(step);
        for (const Step& step : own) {
            if (step.isItem)
                enter(step);
        }
        while (!open.isEmpty() && endsBefore(open.last(), m_spot.column, false))
            open.removeLast();
        for (const Step& step : std::as_const(open))
            m_spot.path.append(step.isItem ? u"-"_s : step.key);
    }

    void readSiblings(const QList<Step>& before, const QList<Step>& own)
    {
        const auto note = [this](const Step& step) {
            if (!step.isItem && step.column == m_spot.column)
                m_spot.siblings.append(step.key);
            return step.column >= m_spot.column;
        };
        const bool beginsItem = !own.isEmpty() && own.first().isItem;
        for (qsizetype i = before.size(); i-- > 0 && !beginsItem;) {
            if (!note(before[i]))
                break;
        }
        const QList<Step> behind =
            stepsOf(m_text, {std::min(m_line.end + 1, m_spot.document.end), m_spot.document.end});
        for (const Step& step : behind) {
            if (!note(step))
                break;
        }
    }

    const QByteArray& m_text;
    qsizetype m_offset;
    yaml::Span m_line;
    Spot m_spot;
};

} // namespace

QList<Step> stepsOf(const QByteArray& text, yaml::Span document)
{
    QList<Step> steps;
    int within = -1; ///< deeper lines than this are no keys
    for (qsizetype at = document.begin; at < document.end;) {
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = std::min(found < 0 ? text.size() : found, document.end);
        const QByteArrayView line = QByteArrayView(text).sliced(at, end - at);
        const int indent = indentOf(line);
        const bool isEmpty = indent == line.size() || line[indent] == '#';
        if (!isEmpty && (within < 0 || indent <= within)) {
            within = -1;
            readLine(line, at, steps);
            if (!steps.isEmpty() && steps.last().span.begin >= at &&
                goesOn(QByteArrayView(text).sliced(steps.last().value.begin, steps.last().value.length())))
                within = steps.last().column;
        }
        at = end + 1;
    }
    return steps;
}

Spot spotAt(const QByteArray& text, qsizetype offset)
{
    return SpotReader(text, std::clamp<qsizetype>(offset, 0, text.size())).read();
}

} // namespace manifest
