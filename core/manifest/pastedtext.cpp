#include "core/manifest/pastedtext.h"

#include "core/manifest/pastedline.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Kind = Repair::Kind;

/// As many lines as tell a column of numbers from a list of them.
constexpr qsizetype leastNumbered = 3;
constexpr int tabWidth = 2;

bool isStrangeBlank(QChar c)
{
    return c != u' ' && c != u'\t' && c.category() == QChar::Separator_Space;
}

bool hasNoWidth(QChar c)
{
    return c == u'\u200B' || c == u'\u200C' || c == u'\u200D' || c == u'\u2060' || c == u'\uFEFF' || c == u'\u00AD';
}

bool isDrawnBlank(QChar c)
{
    return c == u'\u00B7' || c == u'\u22C5' || c == u'\u2423';
}

bool isOneOf(QStringView all, QChar c)
{
    return all.contains(c);
}

constexpr QStringView openDouble = u"\u201C\u201D\u201E\u201F\u00AB\uFF02", closeDouble = u"\u201C\u201D\u00BB\uFF02";
constexpr QStringView openSingle = u"\u2018\u2019\u201A\u201B", closeSingle = u"\u2018\u2019";
constexpr QStringView dashes = u"\u2010\u2011\u2012\u2013\u2014\u2212\u2022";

class Cleaner
{
public:
    explicit Cleaner(const QString& pasted)
    {
        m_text.lines = pasted.split(u'\n');
        for (qsizetype i = 0; i < m_text.lines.size(); ++i)
            m_text.numbers.append(static_cast<int>(i) + 1);
    }

    PastedText characters()
    {
        eachLine(Kind::Blanks, withoutStrangeBlanks);
        eachLine(Kind::Quotes, withQuotes);
        return std::move(m_text);
    }

    PastedText everything()
    {
        eachLine(Kind::Blanks, withoutStrangeBlanks);
        takeFences();
        takeNumbers();
        takeMargin();
        takeCommands();
        eachLine(Kind::Blanks, withoutDrawnBlanks);
        eachLine(Kind::Tabs, withoutTabs);
        eachLine(Kind::Dashes, withDashes);
        eachLine(Kind::Quotes, withQuotes);
        return std::move(m_text);
    }

private:
    template <typename Function>
    void eachLine(Kind kind, Function mended)
    {
        QList<int> changed;
        for (qsizetype i = 0; i < m_text.lines.size(); ++i) {
            const QString line = mended(m_text.lines[i]);
            if (line == m_text.lines[i])
                continue;
            m_text.lines[i] = line;
            changed.append(m_text.numbers[i]);
        }
        note(kind, changed);
    }

    void note(Kind kind, const QList<int>& lines)
    {
        if (lines.isEmpty())
            return;
        for (Repair& repair : m_text.repairs) {
            if (repair.kind != kind)
                continue;
            for (const int line : lines) {
                if (!repair.lines.contains(line))
                    repair.lines.append(line);
            }
            std::sort(repair.lines.begin(), repair.lines.end());
            return;
        }
        m_text.repairs.append({kind, lines});
    }

    /// Removes the lines that are told.
    void take(Kind kind, const std::vector<bool>& taken)
    {
        PastedText rest;
        QList<int> gone;
        for (qsizetype i = 0; i < m_text.lines.size(); ++i) {
            if (taken[static_cast<size_t>(i)]) {
                gone.append(m_text.numbers[i]);
                continue;
            }
            rest.lines.append(m_text.lines[i]);
            rest.numbers.append(m_text.numbers[i]);
        }
        m_text.lines = rest.lines;
        m_text.numbers = rest.numbers;
        note(kind, gone);
    }

    /// Not in comments and within quotes, where they may be meant.
    static QString withoutStrangeBlanks(const QString& line)
    {
        QString mended;
        QChar quote;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar c = line[i];
            if (quote.isNull() && c == u'#' && (mended.isEmpty() || mended.back() == u' '))
                return mended + line.sliced(i);
            if (quote.isNull() && (c == u'"' || c == u'\'') && (mended.isEmpty() || !mended.back().isLetterOrNumber()))
                quote = c;
            else if (c == quote)
                quote = QChar();
            if (!quote.isNull() || (!isStrangeBlank(c) && !hasNoWidth(c)))
                mended += c;
            else if (isStrangeBlank(c))
                mended += u' ';
        }
        return mended;
    }

    /// Editors show blanks as dots, and pages of code keep them.
    static QString withoutDrawnBlanks(const QString& line)
    {
        qsizetype end = 0;
        while (end < line.size() && (isDrawnBlank(line[end]) || line[end] == u' '))
            ++end;
        const bool isDrawn = std::any_of(line.begin(), line.begin() + end, isDrawnBlank);
        return isDrawn && end < line.size() ? QString(end, u' ') + line.sliced(end) : line;
    }

    static QString withoutTabs(const QString& line)
    {
        QString indent;
        qsizetype end = 0;
        for (; end < line.size() && (line[end] == u' ' || line[end] == u'\t'); ++end)
            indent += line[end] == u'\t' ? QString(tabWidth, u' ') : u" "_s;
        return end < line.size() ? indent + line.sliced(end) : line;
    }

    static QString withDashes(const QString& line)
    {
        const QString content = line.trimmed();
        const bool isRule = content.size() <= 3 && !content.isEmpty() && line.front() != u' ' &&
                            std::all_of(content.begin(), content.end(),
                                        [](QChar c) { return c == u'\u2014' || c == u'\u2013' || c == u'-'; });
        if (isRule && content != u"-" && content != u"--")
            return u"---"_s;
        if (content.size() < 3 || !isOneOf(dashes, content[0]) || content[1] != u' ')
            return line;
        // A bullet in front of anything but a key is prose.
        const bool isItem = content[0] != u'\u2022' || keyEnd(QStringView(content).sliced(2)) >= 0;
        const qsizetype place = line.indexOf(content[0]);
        return isItem ? line.first(place) + u'-' + line.sliced(place + 1) : line;
    }

    /// Only what is quoted as a whole: words in quotes within a text are meant so.
    static QString withQuotes(const QString& line)
    {
        qsizetype begin = 0;
        while (begin < line.size() && (line[begin] == u' ' || line.sliced(begin).startsWith(u"- ")))
            ++begin;
        if (begin < line.size() && line[begin] == u'#')
            return line;
        QString mended = line;
        straightened(mended, begin, u":");
        const qsizetype end = keyEnd(QStringView(mended).sliced(std::min(begin, mended.size())));
        if (end >= 0)
            begin += end + 1;
        while (begin < mended.size() && mended[begin] == u' ')
            ++begin;
        const bool isFlow = begin < mended.size() && (mended[begin] == u'[' || mended[begin] == u'{');
        if (!isFlow) {
            straightened(mended, begin, u"");
            return mended;
        }
        for (qsizetype i = begin + 1; i < mended.size(); ++i) {
            if (isOneOf(u" [{,:", mended[i - 1]))
                straightened(mended, i, u"]},:");
        }
        return mended;
    }

    /// Of what begins there, if it is quoted up to one of these, a comment, or the end of the line.
    static void straightened(QString& line, qsizetype begin, QStringView before)
    {
        const bool isDouble = begin < line.size() && isOneOf(openDouble, line[begin]);
        if (!isDouble && (begin >= line.size() || !isOneOf(openSingle, line[begin])))
            return;
        const QChar quote = isDouble ? u'"' : u'\'';
        for (qsizetype end = begin + 1; end < line.size(); ++end) {
            if (line[end] == quote || line[end] == u'\\')
                return; // it would mean something else
            if (!isOneOf(isDouble ? closeDouble : closeSingle, line[end]))
                continue;
            const QStringView rest = QStringView(line).sliced(end + 1);
            const QStringView behind = rest.trimmed();
            const bool isEnd = behind.isEmpty() || (behind.startsWith(u'#') && rest.startsWith(u' ')) ||
                               isOneOf(before, behind.front());
            if (!isEnd)
                continue;
            line[begin] = quote;
            line[end] = quote;
            return;
        }
    }

    void takeFences()
    {
        std::vector<bool> taken;
        for (const QString& line : std::as_const(m_text.lines)) {
            const QString content = line.trimmed();
            taken.push_back(content.startsWith(u"```") || content.startsWith(u"~~~"));
        }
        take(Kind::Fences, taken);
    }

    void takeNumbers()
    {
        takeColumnOfNumbers();
        takeNumbersInFront();
    }

    /// 1, 2, 3, … one below the other, in front of the text they belong to.
    void takeColumnOfNumbers()
    {
        std::vector<bool> taken(static_cast<size_t>(m_text.lines.size()), false);
        for (qsizetype i = 0; i < m_text.lines.size(); ++i) {
            qsizetype end = i;
            while (end < m_text.lines.size() && m_text.lines[end].trimmed() == QString::number(end - i + 1))
                ++end;
            if (end - i >= leastNumbered)
                std::fill(taken.begin() + i, taken.begin() + end, true);
            i = std::max(i, end - 1);
        }
        take(Kind::LineNumbers, taken);
    }

    struct Numbered
    {
        int number = 0;
        qsizetype end = 0; ///< behind the number and a sign after it
    };

    static std::optional<Numbered> numberOf(const QString& line)
    {
        static const QRegularExpression form(u"^\\s*(\\d{1,5})([.:|)]?)(?=\\s|$)"_s);
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch())
            return std::nullopt;
        return Numbered{match.captured(1).toInt(), match.capturedEnd(0)};
    }

    /// In front of every line, without a gap.
    void takeNumbersInFront()
    {
        QList<int> changed;
        int before = -1;
        qsizetype gap = std::numeric_limits<qsizetype>::max();
        for (qsizetype i = 0; i < m_text.lines.size(); ++i) {
            const QString& line = m_text.lines[i];
            if (line.trimmed().isEmpty())
                continue;
            const auto found = numberOf(line);
            if (!found || (before >= 0 && found->number <= before))
                return;
            before = found->number;
            changed.append(m_text.numbers[i]);
            const QString rest = line.sliced(found->end);
            const QString content = rest.trimmed();
            if (!content.isEmpty())
                gap = std::min(gap, rest.indexOf(content.front()));
        }
        if (changed.size() < leastNumbered || gap == std::numeric_limits<qsizetype>::max())
            return;
        for (QString& line : m_text.lines) {
            if (const auto found = numberOf(line))
                line = line.sliced(std::min(found->end + gap, line.size()));
        }
        note(Kind::LineNumbers, changed);
    }

    /// A sign that every line begins with.
    void takeMargin()
    {
        for (const QChar sign : {u'>', u'|', u'\u2502', u'+'}) {
            qsizetype with = 0, without = 0, spaced = 0;
            for (const QString& line : std::as_const(m_text.lines)) {
                const QString content = line.trimmed();
                if (content.isEmpty())
                    continue;
                (content.startsWith(sign) ? with : without) += 1;
                const QString rest = content.startsWith(sign) ? content.sliced(1) : QString();
                spaced += rest.isEmpty() || rest.startsWith(u' ') ? 1 : 0;
            }
            if (without > 0 || with < leastNumbered)
                continue;
            const qsizetype width = spaced == with ? 2 : 1;
            eachLine(Kind::Margin, [sign, width](const QString& line) {
                const qsizetype place = line.indexOf(sign);
                return place < 0 ? line : line.sliced(std::min(place + width, line.size()));
            });
            return;
        }
    }

    /// "$ kubectl apply -f - <<EOF", and the word that ends what was typed.
    void takeCommands()
    {
        static const QRegularExpression command(u"^\\s*([$%\u276F]\\s+\\S|(kubectl|cat|helm|tee)\\s.*<<)"_s);
        static const QRegularExpression document(u"<<-?\\s*[\"']?(\\w+)"_s);
        std::vector<bool> taken;
        QString end;
        for (const QString& line : std::as_const(m_text.lines)) {
            const bool isEnd = !end.isEmpty() && line.trimmed() == end;
            const bool isCommand = end.isEmpty() && command.match(line).hasMatch();
            if (isCommand)
                end = document.match(line).captured(1);
            else if (isEnd)
                end.clear();
            taken.push_back(isCommand || isEnd);
        }
        take(Kind::Commands, taken);
    }

    PastedText m_text;
};

} // namespace

PastedText withPlainCharacters(const QString& pasted)
{
    return Cleaner(pasted).characters();
}

PastedText cleaned(const QString& pasted)
{
    return Cleaner(pasted).everything();
}

} // namespace manifest
