#include "ui/operations/stagerow.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace operations {

namespace {

constexpr int count = 7;
constexpr int glyphSize = 14;
constexpr int gap = 6;     ///< between sign and word
constexpr int padding = 8; ///< within the mark of the current one
constexpr int dash = 12;   ///< between two

} // namespace

StageRow::StageRow(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
}

QStringList StageRow::words()
{
    return {tr("Intent"), tr("Preflight"), tr("Plan"), tr("Confirm"), tr("Execute"), tr("Verify"), tr("Record")};
}

void StageRow::setStage(Stage stage, base::Health family)
{
    m_stage = stage;
    m_family = family;
    describe();
    update();
}

void StageRow::describe()
{
    setAccessibleName(tr("Stage %1 of %2: %3")
                          .arg(static_cast<int>(m_stage) + 1)
                          .arg(count)
                          .arg(words().at(static_cast<int>(m_stage))));
    setToolTip(accessibleName());
    updateGeometry();
}

QString StageRow::shortText() const
{
    const int stage = static_cast<int>(m_stage);
    return u"%1/%2  %3"_s.arg(stage + 1).arg(count).arg(words().at(stage));
}

int StageRow::widthOf(int stage) const
{
    const QFontMetrics metrics(theme::font(theme::Type::Strong));
    return 2 * padding + glyphSize + gap + metrics.horizontalAdvance(words().at(stage)) + 1;
}

QSize StageRow::sizeHint() const
{
    int width = (count - 1) * dash;
    for (int stage = 0; stage < count; ++stage)
        width += widthOf(stage);
    return {width, minimumSizeHint().height()};
}

QSize StageRow::minimumSizeHint() const
{
    const QFontMetrics metrics(theme::font(theme::Type::Strong));
    return {2 * padding + metrics.horizontalAdvance(shortText()) + 1, metrics.height() + 2 * 4};
}

void StageRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int current = static_cast<int>(m_stage);
    const auto mark = [&](const QRect& place) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Selection));
        painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
        painter.setFont(theme::font(theme::Type::Strong));
        painter.setPen(theme::color(theme::Role::Text));
    };
    if (width() < sizeHint().width()) {
        const QRect place(width() - minimumSizeHint().width(), 0, minimumSizeHint().width(), height());
        mark(place);
        painter.drawText(place, Qt::AlignCenter, shortText());
        return;
    }
    int x = width() - sizeHint().width();
    for (int stage = 0; stage < count; ++stage) {
        const QRect place(x, 0, widthOf(stage), height());
        if (stage == current) {
            mark(place);
        } else {
            painter.setFont(theme::font(theme::Type::Body));
            painter.setPen(theme::color(stage < current ? theme::Role::Text : theme::Role::SecondaryText));
        }
        const QRect sign(place.x() + padding, (height() - glyphSize) / 2, glyphSize, glyphSize);
        const bool isHalted = stage == current && m_family != base::Health::Changing;
        if (isHalted)
            theme::paintGlyph(&painter, sign, theme::glyphOf(m_family));
        else if (stage < current)
            theme::icon(u"check"_s).paint(&painter, sign);
        else
            painter.drawText(sign, Qt::AlignCenter | Qt::TextDontClip, QString::number(stage + 1));
        painter.drawText(place.adjusted(padding + glyphSize + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         words().at(stage));
        x += place.width();
        if (stage + 1 < count) {
            painter.setPen(theme::color(theme::Role::Edge));
            painter.drawLine(x, height() / 2, x + dash, height() / 2);
            x += dash;
        }
    }
}

void StageRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace operations
