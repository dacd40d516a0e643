#include "ui/theme/stylepaint.h"

#include <QPainter>
#include <QStyleOption>

namespace theme {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconColumn = 32;
constexpr int arrowColumn = 20;

void paintTexts(QPainter* painter, const QStyleOptionMenuItem& option, const QRect& place)
{
    const qsizetype tab = option.text.indexOf(u'\t');
    const QString text = tab < 0 ? option.text : option.text.left(tab);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text);
    if (tab < 0)
        return;
    if (option.state.testFlag(QStyle::State_Enabled))
        painter->setPen(color(Role::SecondaryText));
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, option.text.mid(tab + 1));
}

} // namespace

void paintMenuItem(QPainter* painter, const QStyleOptionMenuItem& option)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), color(Role::Border));
        return;
    }
    painter->save();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = enabled && option.state.testFlag(QStyle::State_Selected);
    if (selected)
        paintPanel(painter, rect.adjusted(4, 0, -4, 0), color(Role::Selection), {}, controlRadius);
    painter->setPen(color(enabled ? (selected ? Role::SelectionText : Role::Text) : Role::DisabledText));
    painter->setFont(option.font);
    const QRect mark(rect.left() + 10, rect.center().y() - 7, 16, 16);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintMark(painter, mark, u"check"_s, 14, enabled ? Role::Text : Role::DisabledText);
    else if (!option.icon.isNull())
        option.icon.paint(painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    paintTexts(painter, option, rect.adjusted(iconColumn, 0, -arrowColumn, 0));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintMark(painter, QRect(rect.right() - arrowColumn, rect.top(), 16, rect.height()), u"chevron-right"_s, 12,
                  Role::SecondaryText);
    painter->restore();
}

} // namespace theme
