#include "ui/theme/style.h"

#include "ui/theme/stylepaint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

Emphasis emphasisOf(const QStyleOptionButton& option, const QWidget* widget)
{
    if (widget && widget->property("destructive").toBool())
        return Emphasis::Destructive;
    if (option.features.testFlag(QStyleOptionButton::DefaultButton))
        return Emphasis::Primary;
    return option.features.testFlag(QStyleOptionButton::Flat) ? Emphasis::Flat : Emphasis::Normal;
}

bool hasFocusRing(const QStyleOption& option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QSize iconSizeOf(const QStyleOptionButton& button)
{
    return button.icon.isNull() ? QSize(0, 0) : button.iconSize;
}

bool isInItemView(const QWidget* widget)
{
    return qobject_cast<const QAbstractItemView*>(widget) != nullptr;
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"fusion"_s))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar*>(widget) || qobject_cast<QAbstractItemView*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

bool Style::drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                      const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        paintFocus(painter, option->rect, isInItemView(widget) ? 2 : controlRadius);
        return true;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            paintField(painter, *option);
        return true;
    }
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameWindow:
        paintPanel(painter, option->rect, {}, color(Role::Border), 0);
        return true;
    case PE_FrameMenu:
        return true;
    case PE_PanelMenu:
        painter->fillRect(option->rect, color(Role::Surface));
        paintPanel(painter, option->rect, {}, color(Role::Edge), 0);
        return true;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Role::Raised));
        paintPanel(painter, option->rect, {}, color(Role::Edge), 0);
        return true;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelToolBar:
    case PE_PanelMenuBar:
    case PE_FrameDockWidget:
        return true;
    default:
        return false;
    }
}

bool Style::drawIndicator(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const
{
    switch (element) {
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            paintMark(painter, option->rect, open ? u"chevron-down"_s : u"chevron-right"_s, 12, Role::SecondaryText);
        }
        return true;
    case PE_IndicatorHeaderArrow: // part of the label
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorTabTearLeft: // the arrows tell that there is more
    case PE_IndicatorTabTearRight:
        return true;
    case PE_IndicatorArrowDown:
        paintMark(painter, option->rect, u"chevron-down"_s, 12, Role::SecondaryText);
        return true;
    case PE_IndicatorArrowUp:
        paintMark(painter, option->rect, u"chevron-up"_s, 12, Role::SecondaryText);
        return true;
    case PE_IndicatorArrowRight:
        paintMark(painter, option->rect, u"chevron-right"_s, 12, Role::SecondaryText);
        return true;
    case PE_IndicatorArrowLeft:
        paintMark(painter, option->rect, u"back"_s, 12, Role::SecondaryText);
        return true;
    case PE_IndicatorTabClose:
        paintMark(painter, option->rect, u"close"_s, 12,
                  option->state.testFlag(State_MouseOver) ? Role::Text : Role::SecondaryText);
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(painter, *option);
        return true;
    case PE_IndicatorRadioButton:
        paintRadio(painter, *option);
        return true;
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_IndicatorToolBarHandle:
        return true;
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(QRect(option->rect.center().x(), option->rect.top() + 4, 1, option->rect.height() - 8),
                          color(Role::Border));
        return true;
    default:
        return false;
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (drawFrame(element, option, painter, widget) || drawIndicator(element, option, painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        paintButton(painter, *option, button ? emphasisOf(*button, widget) : Emphasis::Normal);
        return;
    }
    case PE_PanelButtonTool: {
        const bool bordered = widget && widget->property("bordered").toBool();
        paintButton(painter, *option, bordered ? Emphasis::Normal : Emphasis::Flat);
        return;
    }
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, color(Role::Selection));
        else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
            painter->fillRect(option->rect, color(Role::Hover));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawPushButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button)
        return;
    const Emphasis emphasis = emphasisOf(*button, widget);
    const bool enabled = option->state.testFlag(State_Enabled);
    QColor ink = color(enabled ? Role::Text : Role::DisabledText);
    if (enabled && emphasis == Emphasis::Primary)
        ink = color(Role::OnAccent);
    else if (enabled && emphasis == Emphasis::Destructive)
        ink = status(base::Health::Broken).text;
    else if (enabled && widget && widget->property("link").toBool())
        ink = color(Role::Link);
    painter->save();
    if (emphasis == Emphasis::Primary)
        painter->setFont(font(Type::Strong));
    painter->setPen(ink);
    const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
    paintLabel(painter, option->rect, button->icon, iconSizeOf(*button), button->text, enabled,
               menu ? Chevron::Shown : Chevron::None);
    painter->restore();
}

void Style::drawHeaderLabel(const QStyleOption* option, QPainter* painter) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header)
        return;
    painter->save();
    QFont small = font(Type::Small);
    small.setWeight(QFont::DemiBold);
    painter->setFont(small);
    painter->setPen(color(header->state.testFlag(State_Enabled) ? Role::SecondaryText : Role::DisabledText));
    const QRect place = header->rect.adjusted(4, 0, -4, 0);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const QString text =
        painter->fontMetrics().elidedText(header->text, Qt::ElideRight, place.width() - (sorted ? 12 : 0));
    const bool right = header->textAlignment.testFlag(Qt::AlignRight);
    const int width = painter->fontMetrics().horizontalAdvance(text);
    QRect textPlace = place;
    if (sorted && right)
        textPlace.setRight(place.right() - 12);
    painter->drawText(textPlace, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                      text);
    if (sorted) {
        // Qt names the indicator after the arrow's direction: "down" while ascending.
        const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
        const int left = right ? place.right() - 10 : place.left() + width + 2;
        paintMark(painter, QRect(left, place.top(), 10, place.height()),
                  ascending ? u"chevron-up"_s : u"chevron-down"_s, 10, Role::Text);
    }
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButton:
        QProxyStyle::drawControl(element, option, painter, widget);
        if (hasFocusRing(*option))
            paintFocus(painter, option->rect, controlRadius);
        return;
    case CE_PushButtonBevel: // without Fusion's own sign for a menu: it is part of the label
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        drawPushButtonLabel(option, painter, widget);
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            paintTab(painter, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            paintTabLabel(painter, *tab);
        return;
    case CE_Header:
        // The base asks itself for the label's place, not us.
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawControl(CE_HeaderSection, option, painter, widget);
            QStyleOptionHeader label = *header;
            label.rect = subElementRect(SE_HeaderLabel, option, widget);
            drawHeaderLabel(&label, painter);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Role::Raised));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Role::Border));
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            paintMenuItem(painter, *item);
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, color(Role::Window));
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const bool active = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
            painter->fillRect(item->rect, color(active ? Role::Selection : Role::Window));
            proxy()->drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                                  item->palette, item->state.testFlag(State_Enabled), item->text, QPalette::ButtonText);
        }
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            paintProgress(painter, *bar);
        return;
    case CE_Splitter:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar || bar->minimum == bar->maximum)
            return;
        paintScrollSlider(painter, subControlRect(control, option, SC_ScrollBarSlider, widget), *bar);
        return;
    }
    if (control == CC_ComboBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (!box)
            return;
        if (box->editable)
            paintField(painter, *option);
        else
            paintButton(painter, *option, Emphasis::Normal);
        paintMark(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), u"chevron-down"_s, 12,
                  option->state.testFlag(State_Enabled) ? Role::SecondaryText : Role::DisabledText);
        if (hasFocusRing(*option))
            paintFocus(painter, option->rect, controlRadius);
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        control == CC_ToolButton && button) {
        drawToolButton(*button, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawToolButton(const QStyleOptionToolButton& button, QPainter* painter, const QWidget* widget) const
{
    QStyleOption ground(button);
    // The arrows at the ends of a row of tabs lie over the tabs that are out of view.
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget ? widget->parentWidget() : nullptr))
        painter->fillRect(button.rect, color(tabs->documentMode() ? Role::Surface : Role::Window));
    const bool bordered = widget && widget->property("bordered").toBool();
    paintButton(painter, ground, bordered ? Emphasis::Normal : Emphasis::Flat);
    const bool enabled = button.state.testFlag(State_Enabled);
    painter->save();
    painter->setFont(button.font);
    painter->setPen(color(enabled ? Role::Text : Role::DisabledText));
    if (button.features.testFlag(QStyleOptionToolButton::Arrow)) {
        paintMark(painter, button.rect, button.arrowType == Qt::LeftArrow ? u"back"_s : u"chevron-right"_s, 14,
                  enabled ? Role::Text : Role::DisabledText);
        painter->restore();
        return;
    }
    const bool hasText = button.toolButtonStyle != Qt::ToolButtonIconOnly || button.icon.isNull();
    const QSize icon =
        button.icon.isNull() || button.toolButtonStyle == Qt::ToolButtonTextOnly ? QSize(0, 0) : button.iconSize;
    const bool menu = button.features.testFlag(QStyleOptionToolButton::HasMenu);
    paintLabel(painter, button.rect, button.icon, icon, hasText ? button.text : QString(), enabled,
               menu ? Chevron::Shown : Chevron::None);
    painter->restore();
    if (hasFocusRing(button))
        paintFocus(painter, button.rect, controlRadius);
}

} // namespace theme
