#include "core/base/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace base {

namespace {

constexpr int mostMarks = 4; ///< combining marks on one base; Vietnamese and Hebrew need three

/// Letters and marks by category that paint nothing: fillers, joiners, variation selectors.
bool paintsNothing(char32_t c)
{
    return c == 0x034F || (c >= 0x115F && c <= 0x1160) || (c >= 0x17B4 && c <= 0x17B5) ||
           (c >= 0x180B && c <= 0x180F) || c == 0x2800 || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// The selector that asks for the coloured form of the symbol before it, as in "⚠️".
bool isEmojiStyle(char32_t c, char32_t before)
{
    return c == 0xFE0F && before > 0x7F && QChar::category(before) == QChar::Symbol_Other;
}

bool isInvisible(char32_t c, char32_t before)
{
    if (c >= 0x20 && c < 0x7F)
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return paintsNothing(c) && !isEmojiStyle(c, before);
    }
}

/// Printable ASCII, which stays as it is: what nearly all names and states are.
bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

bool isBreak(char32_t c)
{
    return c == U'\n' || c == U'\t';
}

/// Reads one code point at a time; a lone surrogate is one of its own. CR LF is one line break.
struct Reader
{
    QStringView text;
    qsizetype position = 0;

    bool atEnd() const { return position >= text.size(); }
    char32_t next()
    {
        const QChar first = text[position++];
        if (first.isHighSurrogate() && !atEnd() && text[position].isLowSurrogate())
            return QChar::surrogateToUcs4(first, text[position++]);
        if (first == u'\r' && !atEnd() && text[position] == u'\n')
            return text[position++].unicode();
        return first.unicode();
    }
};

QString escaped(char32_t c)
{
    return u"⟨U+%1⟩"_s.arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
}

/// Gathers the answer and cuts it between characters.
class Writer
{
public:
    explicit Writer(qsizetype longest)
        : m_longest(longest)
    {
    }

    bool add(QStringView piece)
    {
        if (m_out.size() + piece.size() > m_longest)
            return false;
        if (m_out.size() + piece.size() < m_longest)
            m_cut = m_out.size() + piece.size();
        m_out += piece;
        return true;
    }
    QString whole() && { return std::move(m_out); }
    QString elided() && { return m_out.first(m_cut) + u'…'; }
    bool endsInBlank() const { return m_out.endsWith(u' '); }

private:
    QString m_out;
    qsizetype m_longest;
    qsizetype m_cut = 0; ///< the longest prefix of whole characters that leaves room for "…"
};

} // namespace

QString visibleText(QStringView text, qsizetype longest, Lines lines)
{
    if (text.size() <= longest && isPlain(text))
        return text.toString();
    Writer out(longest);
    Reader reader{text};
    char32_t before = 0;
    int marks = 0;
    while (!reader.atEnd()) {
        const char32_t c = reader.next();
        marks = isMark(c) ? marks + 1 : 0;
        bool fits = true;
        if (isBreak(c)) {
            const bool joined = lines == Lines::Join;
            if (!joined || !out.endsInBlank())
                fits = out.add(joined ? u" "_s : QString(QChar(char16_t(c))));
        } else if (isInvisible(c, before) || marks > mostMarks) {
            fits = out.add(escaped(c));
        } else {
            fits = out.add(QString::fromUcs4(&c, 1));
        }
        if (!fits)
            return std::move(out).elided();
        before = c;
    }
    return std::move(out).whole();
}

QString visibleText(const QString& text, qsizetype longest, Lines lines)
{
    return text.size() <= longest && isPlain(text) ? text : visibleText(QStringView(text), longest, lines);
}

bool hasInvisible(QStringView text)
{
    Reader reader{text};
    char32_t before = 0;
    int marks = 0;
    while (!reader.atEnd()) {
        const char32_t c = reader.next();
        marks = isMark(c) ? marks + 1 : 0;
        if ((!isBreak(c) && isInvisible(c, before)) || marks > mostMarks)
            return true;
        before = c;
    }
    return false;
}

} // namespace base
