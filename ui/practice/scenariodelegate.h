#pragma once

#include <QStyledItemDelegate>

namespace practice {

/// A rehearsal in a list: its title and difficulty, below them how its story begins.
class ScenarioDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace practice
