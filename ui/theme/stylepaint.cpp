#include "ui/theme/stylepaint.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

bool is(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

// The tab bar of a page (documentMode) underlines; that of the window draws sheets.
bool isPageTab(const QStyleOptionTab& option)
{
    return option.documentMode;
}

constexpr int labelGap = 6;
constexpr int chevronSize = 12;

} // namespace

int labelWidth(const QFontMetrics& metrics, const QSize& iconSize, const QString& text, Chevron chevron)
{
    int width = iconSize.isEmpty() ? 0 : iconSize.width();
    if (!text.isEmpty())
        width += metrics.size(Qt::TextShowMnemonic, text).width() + (width > 0 ? labelGap : 0);
    return width + (chevron == Chevron::Shown ? labelGap + chevronSize : 0);
}

void paintLabel(QPainter* painter, const QRect& rect, const QIcon& icon, const QSize& iconSize, const QString& text,
                bool enabled, Chevron chevron)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int width = qMin(labelWidth(metrics, iconSize, text, chevron), rect.width() - 4);
    int x = rect.left() + (rect.width() - width) / 2;
    const int right = x + width;
    if (!iconSize.isEmpty()) {
        const QRect place(QPoint(x, rect.center().y() - iconSize.height() / 2 + 1), iconSize);
        icon.paint(painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += iconSize.width() + labelGap;
    }
    const int textEnd = chevron == Chevron::Shown ? right - chevronSize - labelGap : right;
    if (!text.isEmpty()) {
        const QRect place(x, rect.top(), qMax(0, textEnd - x) + 1, rect.height());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, place.width(), Qt::TextShowMnemonic));
    }
    if (chevron == Chevron::Shown)
        paintMark(painter, QRect(right - chevronSize, rect.top(), chevronSize, rect.height()), u"chevron-down"_s,
                  chevronSize, Role::SecondaryText);
}

void paintPanel(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, int radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF place = border.isValid() ? QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect);
    painter->drawRoundedRect(place, radius, radius);
    painter->restore();
}

void paintFocus(QPainter* painter, const QRect& rect, int radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(Role::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void paintButton(QPainter* painter, const QStyleOption& option, Emphasis emphasis)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool down = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
    const bool hovered = enabled && is(option, QStyle::State_MouseOver);
    QColor fill = color(Role::Raised);
    QColor border = color(enabled ? Role::Border : Role::Grid);
    if (emphasis == Emphasis::Primary && enabled) {
        fill = color(Role::Accent);
        if (down || hovered)
            fill = isDark() ? fill.lighter(down ? 112 : 106) : fill.darker(down ? 118 : 108);
        border = fill;
    } else if (emphasis == Emphasis::Destructive && enabled) {
        border = status(base::Health::Broken).border;
        if (down || hovered)
            fill = status(base::Health::Broken).background;
    } else if (down) {
        fill = is(option, QStyle::State_On) ? color(Role::Selection) : color(Role::Sunken);
        border = color(is(option, QStyle::State_On) ? Role::Accent : Role::Border);
    } else if (hovered) {
        fill = color(Role::Hover);
        border = color(Role::Edge);
    }
    if (emphasis == Emphasis::Flat && !down && !hovered)
        return;
    if (emphasis == Emphasis::Flat)
        border = is(option, QStyle::State_On) ? border : color(Role::Border);
    paintPanel(painter, option.rect, fill, border, controlRadius);
}

void paintField(QPainter* painter, const QStyleOption& option)
{
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool focused = enabled && is(option, QStyle::State_HasFocus);
    paintPanel(painter, option.rect, color(enabled ? Role::Surface : Role::Raised), color(Role::Border), controlRadius);
    if (focused)
        paintFocus(painter, option.rect, controlRadius);
}

void paintMark(QPainter* painter, const QRect& rect, const QString& name, int size, Role role)
{
    const QRect place(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size);
    icon(name, role).paint(painter, place);
}

void paintCheck(QPainter* painter, const QStyleOption& option)
{
    const bool on = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const bool enabled = is(option, QStyle::State_Enabled);
    const QColor fill = on && enabled ? color(Role::Accent) : color(Role::Surface);
    paintPanel(painter, option.rect, fill, on && enabled ? fill : color(enabled ? Role::Edge : Role::Border), 3);
    if (on) {
        const Role mark = enabled ? Role::OnAccent : Role::DisabledText;
        paintMark(painter, option.rect, is(option, QStyle::State_On) ? u"check"_s : u"minus"_s, 12, mark);
    }
}

void paintRadio(QPainter* painter, const QStyleOption& option)
{
    const bool on = is(option, QStyle::State_On);
    const bool enabled = is(option, QStyle::State_Enabled);
    const QColor ring = enabled ? color(on ? Role::Accent : Role::Edge) : color(Role::Border);
    paintPanel(painter, option.rect, color(Role::Surface), ring, option.rect.width() / 2);
    if (on) {
        const int inset = option.rect.width() / 4;
        paintPanel(painter, option.rect.adjusted(inset, inset, -inset, -inset), ring, {}, option.rect.width() / 4);
    }
}

void paintTab(QPainter* painter, const QStyleOptionTab& option)
{
    const bool selected = is(option, QStyle::State_Selected);
    const bool hovered = is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled);
    const QRect rect = option.rect;
    if (isPageTab(option)) {
        if (hovered && !selected)
            paintPanel(painter, rect.adjusted(2, 4, -2, -4), color(Role::Hover), {}, controlRadius);
        if (selected)
            painter->fillRect(QRect(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2), color(Role::Accent));
        return;
    }
    if (selected)
        painter->fillRect(rect, color(Role::Surface));
    else if (hovered)
        painter->fillRect(rect, color(Role::Hover));
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color(Role::Border));
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), color(Role::Accent));
    else
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Role::Border));
}

void paintTabLabel(QPainter* painter, const QStyleOptionTab& option)
{
    const bool selected = is(option, QStyle::State_Selected);
    painter->save();
    painter->setFont(font(selected ? Type::Strong : Type::Body));
    const Role role = selected ? Role::Text : Role::SecondaryText;
    painter->setPen(color(is(option, QStyle::State_Enabled) ? role : Role::DisabledText));
    QRect place = option.rect.adjusted(12, 0, -12, 0);
    if (!option.rightButtonSize.isEmpty())
        place.setRight(option.rect.right() - option.rightButtonSize.width() - 8);
    if (!option.icon.isNull()) {
        const int size = option.iconSize.width() > 0 ? option.iconSize.width() : 16;
        option.icon.paint(painter, QRect(place.left(), place.center().y() - size / 2, size, size));
        place.setLeft(place.left() + size + 6);
    }
    const QString text = painter->fontMetrics().elidedText(option.text, Qt::ElideMiddle, place.width() + 2);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextDontClip, text);
    painter->restore();
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange) && selected)
        paintFocus(painter, option.rect.adjusted(3, 4, -3, -4), controlRadius);
}

void paintProgress(QPainter* painter, const QStyleOptionProgressBar& option)
{
    constexpr int thick = 6;
    const QRect track(option.rect.x(), option.rect.center().y() - thick / 2 + 1, option.rect.width(), thick);
    paintPanel(painter, track, color(Role::Sunken), {}, thick / 2);
    const int range = option.maximum - option.minimum;
    if (range <= 0 || option.progress <= option.minimum)
        return;
    QRect done = track;
    done.setWidth(
        qMax(thick, static_cast<int>(static_cast<qint64>(track.width()) * (option.progress - option.minimum) / range)));
    paintPanel(painter, done, status(base::Health::Changing).glyph, {}, thick / 2);
}

void paintScrollSlider(QPainter* painter, const QRect& slider, const QStyleOptionSlider& option)
{
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken));
    QColor fill = color(Role::Edge);
    fill.setAlphaF(active ? 1.0F : 0.55F);
    paintPanel(painter, slider.adjusted(2, 2, -2, -2), fill, {}, 3);
}

} // namespace theme
