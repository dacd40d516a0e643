#include "ui/widgets/environmentchip.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

QFont chipFont()
{
    QFont font = theme::font(theme::Type::Small);
    font.setPointSizeF(font.pointSizeF() * 0.95);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    return font;
}

QString wordOf(base::Environment environment, EnvironmentChip::Length length)
{
    if (length == EnvironmentChip::Length::Short && environment != base::Environment::Unset)
        return theme::shortWord(environment);
    return theme::word(environment);
}

} // namespace

EnvironmentChip::EnvironmentChip(QWidget* parent)
    : EnvironmentChip(base::Environment::Unset, Length::Long, parent)
{
}

EnvironmentChip::EnvironmentChip(base::Environment environment, Length length, QWidget* parent)
    : QWidget(parent)
    , m_length(length)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setEnvironment(environment);
}

void EnvironmentChip::setEnvironment(base::Environment environment)
{
    m_environment = environment;
    setAccessibleName(tr("Environment: %1").arg(theme::word(environment)));
    updateGeometry();
    update();
}

QSize EnvironmentChip::sizeOf(base::Environment environment, Length length)
{
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(wordOf(environment, length)) + 14, qMax(19, metrics.height() + 3)};
}

void EnvironmentChip::paint(QPainter* painter, const QRect& place, base::Environment environment, Length length)
{
    const theme::EnvironmentColors colors = theme::environment(environment);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSet = environment != base::Environment::Unset;
    painter->setPen(isSet ? colors.solid : theme::color(theme::Role::Border));
    painter->setBrush(colors.solid);
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), theme::environmentRadius,
                             theme::environmentRadius);
    QFont font = chipFont();
    if (!isSet)
        font.setWeight(QFont::Normal);
    painter->setFont(font);
    painter->setPen(colors.onSolid);
    painter->drawText(place, Qt::AlignCenter, wordOf(environment, length));
    painter->restore();
}

QSize EnvironmentChip::sizeHint() const
{
    return sizeOf(m_environment, m_length);
}

QSize EnvironmentChip::minimumSizeHint() const
{
    return sizeHint();
}

void EnvironmentChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(&painter, rect(), m_environment, m_length);
}

void EnvironmentChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setEnvironment(m_environment);
    QWidget::changeEvent(event);
}

} // namespace widgets
