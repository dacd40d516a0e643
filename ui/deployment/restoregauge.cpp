#include "ui/deployment/restoregauge.h"

#include "core/base/quantity.h"
#include "core/health/restore.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tooltip.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace deployment {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds youngest = 30s, oldest = 15 * 24h;
constexpr std::array<std::chrono::milliseconds, 7> ticks{1min, 5min, 15min, 1h, 6h, 24h, 7 * 24h};
constexpr int barHeight = 8;
constexpr int markSize = 14;
constexpr int tickLength = 4;

int smallHeight()
{
    return QFontMetrics(theme::font(theme::Type::Small)).height();
}

} // namespace

RestoreGauge::RestoreGauge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RestoreGauge::setMark(Mark mark, const QString& name, std::chrono::milliseconds age)
{
    m_mark = mark;
    m_name = name;
    m_age = std::max(age, 0ms);
    setAccessibleName(tr("Age of the state to restore"));
    setAccessibleDescription(u"%1, %2"_s.arg(m_name, ageWords()));
    setToolTip(widgets::plainToolTip(accessibleDescription()));
    update();
}

QString RestoreGauge::ageWords() const
{
    return tr("%1 old").arg(base::durationText(m_age));
}

QSize RestoreGauge::sizeHint() const
{
    const int strong = QFontMetrics(theme::font(theme::Type::Strong)).height();
    return {420, strong + smallHeight() + theme::inside + markSize + tickLength + smallHeight() + theme::inside};
}

QSize RestoreGauge::minimumSizeHint() const
{
    return {220, sizeHint().height()};
}

double RestoreGauge::at(std::chrono::milliseconds age) const
{
    const auto logarithm = [](std::chrono::milliseconds time) { return std::log(double(time.count())); };
    const double part = (logarithm(std::clamp(age, youngest, oldest)) - logarithm(youngest)) /
                        (logarithm(oldest) - logarithm(youngest));
    return markSize / 2.0 + part * (width() - markSize);
}

void RestoreGauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int strong = QFontMetrics(theme::font(theme::Type::Strong)).height();
    const int middle = strong + smallHeight() + theme::inside + markSize / 2;
    paintScale(&painter, middle - barHeight / 2);
    paintMark(&painter, middle);
}

void RestoreGauge::paintScale(QPainter* painter, int top) const
{
    using base::Health;
    const std::array<std::pair<Health, std::chrono::milliseconds>, 3> zones{{{Health::Healthy, health::restoreFreshFor},
                                                                             {Health::AtRisk, health::restoreUsableFor},
                                                                             {Health::Broken, oldest}}};
    double left = at(youngest);
    for (const auto& [health, until] : zones) {
        QColor zone = theme::status(health).glyph;
        zone.setAlphaF(0.55F);
        painter->fillRect(QRectF(left, top, at(until) - left, barHeight), zone);
        left = at(until);
    }
    painter->setFont(theme::font(theme::Type::Small));
    painter->setPen(theme::color(theme::Role::SecondaryText));
    double taken = -theme::between;
    for (const std::chrono::milliseconds tick : ticks) {
        const QString word = base::compactAge(tick);
        const double half = painter->fontMetrics().horizontalAdvance(word) / 2.0;
        const double x = at(tick);
        if (x - half < taken + theme::between || x + half > width())
            continue;
        taken = x + half;
        painter->drawLine(QPointF(x, top + barHeight), QPointF(x, top + barHeight + tickLength));
        painter->drawText(QRectF(x - half, top + barHeight + tickLength, 2 * half + 1, smallHeight()),
                          Qt::AlignHCenter | Qt::AlignTop, word);
    }
}

void RestoreGauge::paintMark(QPainter* painter, int middle) const
{
    const double x = at(m_age);
    const int strong = QFontMetrics(theme::font(theme::Type::Strong)).height();
    const auto word = [&](theme::Type type, theme::Role role, const QString& text, int top) {
        painter->setFont(theme::font(type));
        painter->setPen(theme::color(role));
        const QFontMetrics metrics = painter->fontMetrics();
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, width());
        const int wide = metrics.horizontalAdvance(shown);
        const int left = std::clamp(int(x) - wide / 2, 0, std::max(0, width() - wide));
        painter->drawText(left, top + metrics.ascent(), shown);
    };
    word(theme::Type::Strong, theme::Role::Text, m_name, 0);
    word(theme::Type::Small, theme::Role::SecondaryText, ageWords(), strong);
    const QRectF place(x - markSize / 2.0, middle - markSize / 2.0, markSize, markSize);
    painter->setPen(QPen(theme::color(theme::Role::Raised), 2));
    painter->setBrush(theme::color(theme::Role::Text));
    if (m_mark == Mark::Checkpoint)
        painter->drawEllipse(place);
    else
        painter->drawPolygon(
            QPolygonF{QPointF(place.center().x(), place.top()), QPointF(place.right(), place.center().y()),
                      QPointF(place.center().x(), place.bottom()), QPointF(place.left(), place.center().y())});
}

} // namespace deployment
