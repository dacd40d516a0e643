#include "ui/deployment/logarea.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 4096;
constexpr int mostMarksInLine = 200;
constexpr qsizetype mostAdvances = 8192;

} // namespace

int LogArea::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int LogArea::timesWidth() const
{
    return m_showsTimes ? fontMetrics().horizontalAdvance(u"00:00:00.000  "_s) : 0;
}

int LogArea::partsInView() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

QString LogArea::shownText(const kube::LogLine& line) const
{
    const QString text = base::visibleText(line.text, longestShown);
    return line.isCut && !text.endsWith(u'…') ? text + u" …"_s : text;
}

qreal LogArea::advanceOf(char32_t character) const
{
    if (m_advances.size() > mostAdvances)
        m_advances.clear();
    auto known = m_advances.constFind(character);
    if (known == m_advances.constEnd())
        known = m_advances.insert(character, QFontMetricsF(font()).horizontalAdvance(QString::fromUcs4(&character, 1)));
    return *known;
}

QList<QStringView> LogArea::partsOf(QStringView text) const
{
    const qreal room = viewport()->width() - timesWidth() - 2 * theme::between;
    if (!m_wraps || text.isEmpty() || room <= 0)
        return {text};
    QList<QStringView> parts;
    qsizetype begin = 0;
    qreal used = 0;
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        const qreal width = advanceOf(character);
        if (used + width > room && i > begin) {
            parts.append(text.sliced(begin, i - begin));
            begin = i;
            used = 0;
        }
        used += width;
        i += isPair ? 2 : 1;
    }
    parts.append(text.sliced(begin));
    return parts;
}

int LogArea::partCount(qsizetype row) const
{
    return m_wraps ? int(partsOf(shownText(m_index->line(row))).size()) : 1;
}

void LogArea::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme::color(theme::Role::Code));
    const Place from = top();
    int y = -from.part * lineHeight();
    for (qsizetype row = from.row; row < m_index->rows() && y < viewport()->height(); ++row) {
        const int height = partCount(row) * lineHeight();
        paintRow(&painter, row, QRect(0, y, viewport()->width(), height));
        y += height;
    }
}

void LogArea::paintRow(QPainter* painter, qsizetype row, QRect place)
{
    const kube::LogLine& line = m_index->line(row);
    const QString text = shownText(line);
    const qint64 number = m_index->numberOf(row);
    const auto [first, last] = std::minmax({m_anchor.value_or(-1), m_current.value_or(-1)});
    const bool isSelected = m_current && number >= first && number <= last;
    if (isSelected)
        painter->fillRect(place, theme::color(theme::Role::Selection));
    const Severity severity = severityOf(line.text);
    QColor ink = theme::color(severity == Severity::Debug ? theme::Role::SecondaryText : theme::Role::Text);
    if (severity == Severity::Error || severity == Severity::Warning) {
        const auto family = severity == Severity::Error ? base::Health::Broken : base::Health::AtRisk;
        painter->fillRect(QRect(place.left(), place.top(), 3, place.height()), theme::status(family).glyph);
        ink = theme::status(family).text;
    }
    int x = theme::between - horizontalScrollBar()->value();
    const int baseline = place.top() + fontMetrics().ascent() + 1;
    if (m_showsTimes && line.time != 0) {
        painter->setPen(theme::color(theme::Role::SecondaryText));
        painter->drawText(x, baseline,
                          QDateTime::fromMSecsSinceEpoch(line.time / 1'000'000).toString(u"HH:mm:ss.zzz"_s));
    }
    x += timesWidth();
    const QList<QStringView> parts = partsOf(text);
    paintMatches(painter, text, parts, {x, place.top()});
    painter->setPen(ink);
    for (int part = 0; part < parts.size(); ++part)
        painter->drawText(x, baseline + part * lineHeight(), parts.at(part).toString());
    const int width = timesWidth() + 2 * theme::between + (m_wraps ? 0 : fontMetrics().horizontalAdvance(text));
    if (width > m_widest && !m_wraps) {
        m_widest = width;
        horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
    }
}

/// Puts a ground and an edge behind each place that was found, in each part that it touches.
void LogArea::paintMatches(QPainter* painter, const QString& text, const QList<QStringView>& parts, QPoint corner)
{
    if (m_index->matches() == 0)
        return;
    const theme::StatusColors colors = theme::status(base::Health::AtRisk);
    painter->setPen(colors.glyph);
    painter->setBrush(colors.background);
    int marks = 0;
    for (auto found = m_index->search().globalMatch(text); found.hasNext() && marks < mostMarksInLine; ++marks) {
        const QRegularExpressionMatch match = found.next();
        qsizetype begin = 0;
        for (int part = 0; part < parts.size(); begin += parts.at(part++).size()) {
            const QStringView piece = parts.at(part);
            const qsizetype from = std::clamp<qsizetype>(match.capturedStart() - begin, 0, piece.size());
            const qsizetype to = std::clamp<qsizetype>(match.capturedEnd() - begin, 0, piece.size());
            if (from >= to)
                continue;
            const int left = fontMetrics().horizontalAdvance(piece.left(from).toString());
            const int right = fontMetrics().horizontalAdvance(piece.left(to).toString());
            painter->drawRect(corner.x() + left, corner.y() + part * lineHeight(), right - left, lineHeight() - 1);
        }
    }
    painter->setBrush(Qt::NoBrush);
}

} // namespace deployment
