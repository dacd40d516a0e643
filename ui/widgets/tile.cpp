#include "ui/widgets/tile.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int glyphSize = 18;
constexpr int margin = 12;

} // namespace

Tile::Tile(base::Health health, QWidget* parent)
    : QAbstractButton(parent)
    , m_health(health)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void Tile::setCount(qsizetype count)
{
    if (count == m_count)
        return;
    m_count = count;
    describe();
    update();
}

void Tile::setDetail(const QString& detail)
{
    if (detail == m_detail)
        return;
    m_detail = detail;
    describe();
    update();
}

void Tile::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

void Tile::describe()
{
    setAccessibleName(u"%1: %2"_s.arg(theme::word(m_health), QLocale().toString(m_count)));
    setAccessibleDescription(m_detail);
    setToolTip(tr("Show only these"));
}

QSize Tile::sizeHint() const
{
    const int words = QFontMetrics(theme::font(theme::Type::Strong)).horizontalAdvance(theme::word(m_health));
    const int number = QFontMetrics(theme::font(theme::Type::BigNumber)).horizontalAdvance(QLocale().toString(m_count));
    const int height = QFontMetrics(theme::font(theme::Type::Strong)).height() +
                       QFontMetrics(theme::font(theme::Type::Small)).height();
    return {margin * 2 + glyphSize + number + words + 24, qMax(m_compact ? 46 : 52, height + 18)};
}

QSize Tile::minimumSizeHint() const
{
    return {margin * 2 + glyphSize + 40, sizeHint().height()};
}

void Tile::paintEvent(QPaintEvent*)
{
    const theme::StatusColors colors = theme::status(m_health);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool alarming = (m_health == base::Health::Broken || m_health == base::Health::AtRisk) && m_count > 0;
    const bool filled = alarming || isChecked();
    painter.setPen(QPen(isChecked() ? colors.glyph : colors.border, isChecked() ? 2 : 1));
    painter.setBrush(filled ? colors.background
                            : theme::color(underMouse() ? theme::Role::Hover : theme::Role::Surface));
    const qreal inset = isChecked() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme::cardRadius,
                            theme::cardRadius);
    if (theme::showsFocus(this)) {
        painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), theme::controlRadius, theme::controlRadius);
    }
    theme::paintGlyph(&painter, QRect(margin, (height() - glyphSize) / 2, glyphSize, glyphSize),
                      theme::glyphOf(m_health));

    const bool quiet = m_count == 0;
    const QString number = QLocale().toString(m_count);
    painter.setFont(theme::font(theme::Type::BigNumber));
    painter.setPen(quiet ? theme::color(theme::Role::SecondaryText) : colors.text);
    int x = margin + glyphSize + 9;
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, number);
    x += painter.fontMetrics().horizontalAdvance(number) + 10;

    painter.setFont(theme::font(theme::Type::Strong));
    const QFontMetrics strong = painter.fontMetrics();
    const QFontMetrics small(theme::font(theme::Type::Small));
    const int room = width() - x - 8;
    const bool two = !m_compact && !m_detail.isEmpty();
    const int block = strong.height() + (two ? small.height() : 0);
    QRect line(x, (height() - block) / 2, room, strong.height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     strong.elidedText(theme::word(m_health), Qt::ElideRight, room));
    if (!two)
        return;
    painter.setFont(theme::font(theme::Type::Small));
    painter.setPen(theme::color(theme::Role::SecondaryText));
    line = QRect(x, line.bottom() + 1, room, small.height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, small.elidedText(m_detail, Qt::ElideRight, room));
}

void Tile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace widgets
