#include "ui/theme/style.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QStyleOption>
#include <QToolButton>

namespace theme {

namespace {

constexpr int scrollExtent = 12;
constexpr int shortestSlider = 24;

// Without arrow buttons: the groove is the whole bar.
QRect scrollPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    int slider = length;
    if (range > 0)
        slider = static_cast<int>(
            qMax<qint64>(shortestSlider, length * static_cast<qint64>(bar.pageStep) / (range + bar.pageStep)));
    slider = qMin(slider, length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    int from = 0;
    int to = length;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        from = start;
        to = start + slider;
        break;
    case QStyle::SC_ScrollBarSubPage:
        to = start;
        break;
    case QStyle::SC_ScrollBarAddPage:
        from = start + slider;
        break;
    case QStyle::SC_ScrollBarGroove:
        break;
    default:
        return {};
    }
    const QRect place =
        horizontal ? QRect(from, 0, to - from, bar.rect.height()) : QRect(0, from, bar.rect.width(), to - from);
    return QStyle::visualRect(bar.direction, bar.rect, place.translated(bar.rect.topLeft()));
}

} // namespace

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                            const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollPart(*bar, subControl);
    }
    if (control == CC_ComboBox) {
        constexpr int arrow = 24;
        const QRect all = option->rect;
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, all, QRect(all.right() - arrow, all.top(), arrow, all.height()));
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, all, all.adjusted(8, 1, -arrow, -1));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_TabBarTabRightButton) {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (tab) {
            const QSize size = tab->rightButtonSize;
            return QRect(QPoint(tab->rect.right() - size.width() - 6, tab->rect.center().y() - size.height() / 2 + 1),
                         size);
        }
    }
    // Qt takes off the room of the arrow, for which the label itself has a place.
    if (element == SE_HeaderLabel) {
        const int margin = pixelMetric(PM_HeaderMargin, option, widget);
        return option->rect.adjusted(margin, 0, -margin, 0);
    }
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            return wanted;
        // A default button's text is semibold.
        const bool isDefault =
            button->features.testAnyFlags(QStyleOptionButton::DefaultButton | QStyleOptionButton::AutoDefaultButton);
        const QFontMetrics metrics = isDefault ? QFontMetrics(font(Type::Strong)) : button->fontMetrics;
        const QSize icon = button->icon.isNull() ? QSize() : button->iconSize;
        const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
        const int width = labelWidth(metrics, icon, button->text, menu ? Chevron::Shown : Chevron::None);
        const bool isSmall = widget && widget->property("small").toBool();
        return {width + 24, isSmall ? smallButtonHeight() : buttonHeight()};
    }
    case CT_ComboBox:
        wanted.setHeight(buttonHeight());
        wanted.setWidth(size.width() + 40);
        return wanted;
    case CT_LineEdit:
        wanted.setHeight(qMax(wanted.height(), buttonHeight()));
        return wanted;
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!button)
            return wanted;
        const bool isSmall = widget && widget->property("small").toBool();
        const int height = qMax(button->iconSize.height() + 6, isSmall ? smallButtonHeight() : buttonHeight());
        const bool hasText = button->toolButtonStyle != Qt::ToolButtonIconOnly || button->icon.isNull();
        const QSize icon =
            button->icon.isNull() || button->toolButtonStyle == Qt::ToolButtonTextOnly ? QSize() : button->iconSize;
        const bool menu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
        const QString text = hasText ? button->text : QString();
        const int width = labelWidth(QFontMetrics(button->font), icon, text, menu ? Chevron::Shown : Chevron::None);
        return {qMax(height, width + (text.isEmpty() ? 12 : 18)), height};
    }
    case CT_TabBarTab: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (!tab)
            return wanted;
        const QFontMetrics strong(font(Type::Strong));
        int width = strong.size(Qt::TextShowMnemonic, tab->text).width() + 24;
        if (!tab->icon.isNull())
            width += tab->iconSize.width() + 6;
        if (!tab->rightButtonSize.isEmpty())
            width += tab->rightButtonSize.width();
        constexpr int widest = 260;
        width = qMin(width, widest);
        return {width, qMax(tab->documentMode ? 32 : 30, strong.height() + 12)};
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {wanted.width(), 9};
        return {wanted.width() + 40, qMax(26, QFontMetrics(font(Type::Body)).height() + 8)};
    }
    case CT_MenuBarItem:
        return {size.width() + 14, qMax(25, size.height() + 6)};
    case CT_HeaderSection:
        return {wanted.width() + 8, headerHeight()};
    case CT_ProgressBar:
        return {wanted.width(), 12};
    default:
        return wanted;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollExtent;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_ButtonIconSize:
        return 14;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return pageMargin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_ToolBarItemSpacing:
        return between;
    case PM_ToolBarItemMargin:
    case PM_ToolBarFrameWidth:
        return 2;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 4;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return 16;
    case PM_TreeViewIndentation:
        return 16;
    case PM_HeaderMargin:
        return 4;
    case PM_FocusFrameHMargin:
        return 4;
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* answer) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Menu_SloppySubMenus:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode: // the label is cut where it is painted
        return Qt::ElideNone;
    case SH_Table_GridLineColor:
        return static_cast<int>(color(Role::Grid).rgba());
    case SH_ItemView_ShowDecorationSelected:
    case SH_ComboBox_ListMouseTracking:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace theme
