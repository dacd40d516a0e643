#include "ui/widgets/environmentchip.h"

#include "ui/theme/practice.h"

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

QSize sizeOfWord(const QString& word)
{
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(word) + 14, qMax(19, metrics.height() + 3)};
}

void paintWord(QPainter* painter, const QRect& place, const theme::EnvironmentColors& colors, const QColor& border,
               const QString& word, QFont::Weight weight)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(colors.solid);
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), theme::environmentRadius,
                             theme::environmentRadius);
    QFont font = chipFont();
    font.setWeight(weight);
    painter->setFont(font);
    painter->setPen(colors.onSolid);
    painter->drawText(place, Qt::AlignCenter, word);
    painter->restore();
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
    return sizeOfWord(wordOf(environment, length));
}

void EnvironmentChip::paint(QPainter* painter, const QRect& place, base::Environment environment, Length length)
{
    const theme::EnvironmentColors colors = theme::environment(environment);
    const bool isSet = environment != base::Environment::Unset;
    paintWord(painter, place, colors, isSet ? colors.solid : theme::color(theme::Role::Border),
              wordOf(environment, length), isSet ? QFont::DemiBold : QFont::Normal);
}

QSize EnvironmentChip::practiceSize()
{
    return sizeOfWord(theme::practiceWord());
}

void EnvironmentChip::paintPractice(QPainter* painter, const QRect& place)
{
    const theme::EnvironmentColors colors = theme::practiceColors();
    paintWord(painter, place, colors, colors.solid, theme::practiceWord(), QFont::DemiBold);
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
