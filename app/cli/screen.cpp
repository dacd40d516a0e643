#include "app/cli/screen.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

struct Range
{
    char32_t first, last;
};

/// Wide and full width characters (East Asian Width W and F), as terminals draw them.
constexpr std::array<Range, 14> wide{{{0x1100, 0x115F},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0x33FF},
                                      {0x3400, 0x4DBF},
                                      {0x4E00, 0x9FFF},
                                      {0xA000, 0xA4CF},
                                      {0xA960, 0xA97F},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF00, 0xFF60},
                                      {0xFFE0, 0xFFE6},
                                      {0x1F300, 0x1FAFF},
                                      {0x20000, 0x3FFFD}}};

bool isWide(char32_t character)
{
    return std::ranges::any_of(wide,
                               [=](const Range& range) { return character >= range.first && character <= range.last; });
}

bool isZeroWidth(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    const bool isMedialOrFinal = character >= 0x1160 && character <= 0x11FF; // joins the initial of a Hangul syllable
    return isMedialOrFinal || category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
           category == QChar::Other_Format;
}

/// Escape sequences that colour are not seen.
QString withoutColor(const QString& text)
{
    QString bare;
    bool isInside = false;
    for (const QChar character : text) {
        if (character == QChar(0x1B))
            isInside = true;
        else if (!isInside)
            bare.append(character);
        else if (character == u'm')
            isInside = false;
    }
    return bare;
}

QString colored(const QString& text, int code, Colors colors)
{
    return colors == Colors::On ? u"\x1B[%1m%2\x1B[0m"_s.arg(code).arg(text) : text;
}

constexpr int grey = 90;

struct Look
{
    QString text;
    int color;
};

Look lookOf(Health health)
{
    switch (health) {
    case Health::Broken:
        return {u"✗ "_s + Text::tr("broken"), 31};
    case Health::AtRisk:
        return {u"▲ "_s + Text::tr("at risk"), 33};
    case Health::Changing:
        return {u"↻ "_s + Text::tr("changing"), 36};
    case Health::Unknown:
        return {u"? "_s + Text::tr("unknown"), grey};
    case Health::Suspended:
        return {u"‖ "_s + Text::tr("suspended"), grey};
    case Health::Healthy:
        return {u"✓ "_s + Text::tr("healthy"), 32};
    }
    return {};
}

} // namespace

int cellWidth(const QString& text)
{
    int cells = 0;
    const auto characters = withoutColor(text).toStdU32String();
    for (const char32_t character : characters) {
        if (!isZeroWidth(character))
            cells += isWide(character) ? 2 : 1;
    }
    return cells;
}

QString healthText(const health::Verdict& verdict, Colors colors)
{
    const Look look = lookOf(verdict.health);
    if (verdict.isTentative())
        return colored(look.text + u'?', grey, colors);
    return colored(look.text, look.color, colors);
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Broken:
        return u"broken"_s;
    case Health::AtRisk:
        return u"atRisk"_s;
    case Health::Changing:
        return u"changing"_s;
    case Health::Unknown:
        return u"unknown"_s;
    case Health::Suspended:
        return u"suspended"_s;
    case Health::Healthy:
        return u"healthy"_s;
    }
    return {};
}

Table::Table(QStringList header)
    : m_rows{std::move(header)}
{
}

void Table::add(const QStringList& cells)
{
    m_rows.append(cells);
}

void Table::alignRight(int column)
{
    m_right.append(column);
}

QString Table::text(Colors colors) const
{
    QList<int> widths(m_rows.first().size(), 0);
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], cellWidth(row[i]));
    }
    QString lines;
    for (qsizetype r = 0; r < m_rows.size(); ++r) {
        QString line;
        for (qsizetype i = 0; i < m_rows[r].size(); ++i) {
            const QString padding(widths[i] - cellWidth(m_rows[r][i]), u' ');
            const bool isRight = m_right.contains(int(i));
            line += (i > 0 ? u"  "_s : QString()) + (isRight ? padding + m_rows[r][i] : m_rows[r][i] + padding);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines += (r == 0 ? colored(line, 1, colors) : line) + u'\n';
    }
    return lines;
}

} // namespace cli
