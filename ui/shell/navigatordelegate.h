#pragma once

#include <QStyledItemDelegate>

namespace shell {

/// Draws a row of the navigator: sign or glyph, name, and at the right a count or the environment's short word.
class NavigatorDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace shell
