#include "ui/editor/classbadge.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int sideMargin = 8;
constexpr int leastHeight = 18;

QFont badgeFont()
{
    QFont font = theme::font(theme::Type::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

base::Health familyOf(manifest::ChangeClass weight)
{
    switch (weight) {
    case manifest::ChangeClass::Ignore:
        return base::Health::Unknown;
    case manifest::ChangeClass::Scale:
    case manifest::ChangeClass::Upgrade:
        return base::Health::Changing;
    case manifest::ChangeClass::Redeploy:
        return base::Health::AtRisk;
    }
    return base::Health::Unknown;
}

base::Health familyOf(const manifest::Effect& effect)
{
    using Size = manifest::Effect::Size;
    if (effect.decision.way == manifest::Decision::Way::Refused || !effect.refusal.isEmpty())
        return base::Health::Broken;
    switch (effect.size) {
    case Size::None:
    case Size::Ignore:
        return base::Health::Unknown;
    case Size::Scale:
    case Size::Upgrade:
    case Size::Create:
        return base::Health::Changing;
    case Size::Redeploy:
        return base::Health::AtRisk;
    }
    return base::Health::Unknown;
}

QString wordOf(const manifest::Effect& effect)
{
    using Size = manifest::Effect::Size;
    switch (effect.size) {
    case Size::None:
        return ClassBadge::tr("NO CHANGE");
    case Size::Ignore:
        return manifest::classWord(manifest::ChangeClass::Ignore);
    case Size::Scale:
        return manifest::classWord(manifest::ChangeClass::Scale);
    case Size::Upgrade:
        return manifest::classWord(manifest::ChangeClass::Upgrade);
    case Size::Redeploy:
        return manifest::classWord(manifest::ChangeClass::Redeploy);
    case Size::Create:
        return ClassBadge::tr("NEW");
    }
    return {};
}

ClassBadge::ClassBadge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ClassBadge::setClass(manifest::ChangeClass weight)
{
    show(familyOf(weight), manifest::classWord(weight));
}

void ClassBadge::setEffect(const manifest::Effect& effect)
{
    show(familyOf(effect), wordOf(effect));
}

void ClassBadge::show(base::Health family, const QString& text)
{
    m_family = family;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ClassBadge::sizeOf(const QString& text)
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(text) + 2 * sideMargin, std::max(leastHeight, metrics.height() + 2)};
}

void ClassBadge::paint(QPainter* painter, const QRect& place, base::Health family, const QString& text)
{
    const theme::StatusColors colors = theme::status(family);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.border);
    painter->setBrush(colors.background);
    const qreal radius = std::min<qreal>(theme::badgeRadius, place.height() / 2.0);
    painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->setFont(badgeFont());
    painter->setPen(colors.text);
    painter->drawText(place, Qt::AlignCenter, text);
    painter->restore();
}

QSize ClassBadge::sizeHint() const
{
    return sizeOf(m_text);
}

void ClassBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(&painter, rect(), m_family, m_text);
}

} // namespace editor
