#include "ui/graph/vertexitem.h"

#include "core/base/visibletext.h"
#include "ui/graph/words.h"
#include "ui/theme/load.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace graph {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(graph::Text)
};

constexpr double cardWidth = 200, bar = 8, inset = 10;
constexpr double onlyNameBelow = 0.5; ///< of the natural size
constexpr int mostOperators = 12;     ///< of a chain that are shown
constexpr double faintOpacity = 0.35;

double lineHeight()
{
    return QFontMetricsF(theme::font(theme::Type::Small)).height() + 1;
}

double headHeight()
{
    return QFontMetricsF(theme::font(theme::Type::Strong)).height();
}

QString elided(const QFont& font, const QString& text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

VertexItem::VertexItem(const flink::GraphVertex& vertex)
    : m_vertex(vertex)
{
    setToolTip(base::visibleText(vertex.name, 400));
}

double VertexItem::margin()
{
    return lineHeight() + 6;
}

int VertexItem::shownOperators() const
{
    return m_isUnfolded ? std::min(int(m_vertex.chain.size()), mostOperators + 1) : 0;
}

QSizeF VertexItem::cardSize() const
{
    const double fixed = 2 * inset + headHeight() + bar + 2 * lineHeight() + 8;
    return {cardWidth, fixed + shownOperators() * lineHeight() + (shownOperators() > 0 ? 6 : 0)};
}

QRectF VertexItem::card() const
{
    const QSizeF size = cardSize();
    return {QPointF(-size.width() / 2, -size.height() / 2), size};
}

QRectF VertexItem::boundingRect() const
{
    return card().adjusted(-5, -margin() - 4, 5, margin() + 4);
}

void VertexItem::setVertex(const flink::GraphVertex& vertex, const QDateTime& observedAt)
{
    if (vertex.chain != m_vertex.chain)
        prepareGeometryChange();
    m_vertex = vertex;
    m_observedAt = observedAt;
    update();
}

void VertexItem::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void VertexItem::setShipped(const QString& how)
{
    m_shipped = how;
    update();
}

void VertexItem::setUnfolded(bool unfolded)
{
    prepareGeometryChange();
    m_isUnfolded = unfolded;
}

void VertexItem::setChosen(bool chosen)
{
    m_isChosen = chosen;
    update();
}

void VertexItem::setFaint(bool faint)
{
    setOpacity(faint ? faintOpacity : 1);
}

void VertexItem::paintGround(QPainter* painter) const
{
    const QRectF place = card();
    if (m_isChosen) {
        painter->setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(place.adjusted(-3, -3, 3, 3), theme::cardRadius + 3, theme::cardRadius + 3);
    }
    const bool isMarked = m_mark == Mark::Bottleneck;
    painter->setPen(isMarked ? QPen(theme::status(base::Health::AtRisk).glyph, 2)
                             : QPen(theme::color(theme::Role::Border), 1));
    painter->setBrush(theme::color(theme::Role::Surface));
    painter->drawRoundedRect(place, theme::cardRadius, theme::cardRadius);
}

/// Busy first, then held up; the rest is idle. Nothing measured: an empty frame, which is not the same as idle.
void VertexItem::paintBar(QPainter* painter, const QRectF& place) const
{
    const theme::LoadColors colors = theme::loadColors();
    if (!m_vertex.isMeasured()) {
        painter->setPen(QPen(theme::color(theme::Role::Edge), 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(place);
        return;
    }
    const double busy = m_vertex.busy.most.value_or(0);
    const double held = std::min(1 - busy, m_vertex.backpressured.most.value_or(0));
    painter->fillRect(place, colors.idle);
    painter->fillRect(QRectF(place.topLeft(), QSizeF(place.width() * busy, place.height())), colors.busy);
    painter->fillRect(QRectF(place.left() + place.width() * busy, place.top(), place.width() * held, place.height()),
                      colors.backpressured);
}

QString VertexItem::loadText() const
{
    if (!m_vertex.isMeasured())
        return Text::tr("not measured");
    const bool isHeld = m_vertex.backpressured.most.value_or(0) > m_vertex.busy.most.value_or(0);
    return isHeld ? Text::tr("Backpr. %1").arg(percent(m_vertex.backpressured.most))
                  : Text::tr("Busy %1").arg(percent(m_vertex.busy.most));
}

/// What is unusual about its state, else how many operators are in it.
QString VertexItem::stateText() const
{
    if (m_vertex.state != u"RUNNING")
        return base::visibleText(m_vertex.state, 24);
    const qsizetype operators = m_vertex.chain.size();
    return operators > 1 ? Text::tr("Operators: %1").arg(operators) : QString();
}

void VertexItem::paintPair(QPainter* painter, double y, const QString& left, const QString& right) const
{
    const QRectF line(card().left() + inset, y, cardWidth - 2 * inset, lineHeight());
    painter->setFont(theme::font(theme::Type::Small));
    const double taken = right.isEmpty() ? 0 : QFontMetricsF(painter->font()).horizontalAdvance(right) + 6;
    painter->setPen(theme::color(theme::Role::SecondaryText));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(painter->font(), left, line.width() - taken));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
}

void VertexItem::paintWords(QPainter* painter) const
{
    const double under = card().top() + inset + headHeight() + 4 + bar + 3;
    const auto& records = m_vertex.isSource() ? m_vertex.recordsOut : m_vertex.recordsIn;
    paintPair(painter, under, loadText(), rate(records));
    const QString lag = watermarkLag(m_vertex, m_observedAt);
    paintPair(painter, under + lineHeight(), stateText(),
              m_vertex.watermarkMs ? Text::tr("wm %1", "watermark").arg(lag) : QString());
}

void VertexItem::paintChain(QPainter* painter) const
{
    const int shown = shownOperators();
    if (shown == 0)
        return;
    double y = card().bottom() - inset - shown * lineHeight() + 2;
    painter->setPen(theme::color(theme::Role::Border));
    painter->drawLine(QPointF(card().left() + inset, y - 3), QPointF(card().right() - inset, y - 3));
    painter->setFont(theme::font(theme::Type::Small));
    painter->setPen(theme::color(theme::Role::Text));
    for (int i = 0; i < shown; ++i, y += lineHeight()) {
        const double indent = 8 * std::min(m_vertex.chain.at(i).depth, 8);
        const QRectF line(card().left() + inset + indent, y, cardWidth - 2 * inset - indent, lineHeight());
        const QString text = i == mostOperators ? Text::tr("… and %1 more").arg(m_vertex.chain.size() - mostOperators)
                                                : base::visibleText(m_vertex.chain.at(i).name, 200);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(painter->font(), text, line.width()));
    }
}

void VertexItem::paintAround(QPainter* painter) const
{
    painter->setFont(theme::font(theme::Type::Small));
    const QRectF below(card().left() + 2, card().bottom() + 5, cardWidth - 4, lineHeight());
    painter->setPen(theme::color(theme::Role::SecondaryText));
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, elided(painter->font(), m_shipped, below.width()));
    if (m_mark != Mark::Bottleneck)
        return;
    const theme::StatusColors colors = theme::status(base::Health::AtRisk);
    const QString word = Text::tr("Bottleneck");
    const double width = QFontMetricsF(painter->font()).horizontalAdvance(word) + 30;
    const QRectF badge(card().left(), card().top() - lineHeight() - 7, width, lineHeight() + 3);
    painter->setPen(colors.border);
    painter->setBrush(colors.background);
    painter->drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    theme::paintGlyph(painter, QRect(int(badge.left()) + 7, int(badge.center().y()) - 6, 12, 12), theme::Glyph::AtRisk);
    painter->setPen(colors.text);
    painter->drawText(badge.adjusted(23, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
}

void VertexItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const bool isSmall =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < onlyNameBelow;
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const QRectF place = card();
    const QRectF head(place.left() + inset, place.top() + inset, cardWidth - 2 * inset, headHeight());
    const QString many = u"× %1"_s.arg(m_vertex.parallelism);
    painter->setFont(theme::font(theme::Type::Small));
    const double taken = isSmall ? 0 : QFontMetricsF(painter->font()).horizontalAdvance(many) + 8;
    painter->setPen(theme::color(theme::Role::SecondaryText));
    if (!isSmall)
        painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, many);
    painter->setFont(theme::font(theme::Type::Strong));
    painter->setPen(theme::color(theme::Role::Text));
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                      elided(painter->font(), base::visibleText(m_vertex.name, 200), head.width() - taken));
    paintBar(painter, QRectF(head.left(), head.bottom() + 4, head.width(), isSmall ? 2 * bar : bar));
    if (isSmall)
        return;
    paintWords(painter);
    paintChain(painter);
    paintAround(painter);
}

} // namespace graph
