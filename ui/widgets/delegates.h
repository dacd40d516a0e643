#pragma once

#include "ui/widgets/cells.h"

#include <QStyledItemDelegate>

namespace widgets {

/// Ground, height and accessibility common to all cells: selection and hover over the whole row, theme::rowHeight().
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// Draws the content inside `place`; the ground is done, the pen is the cell's text colour, the font the body's.
    virtual void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const;
    virtual int contentWidth(const QModelIndex& index) const;
};

/// Glyph and semibold word of a state: HealthRole or GlyphRole, DisplayRole; faint with TentativeRole.
class StatusDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QModelIndex& index) const override;
};

/// A name with its namespace in secondary, or a context with its environment's square; ≠ and the clock where they
/// belong.
class NameDelegate : public CellDelegate
{
    Q_OBJECT
public:
    enum class Weight { Normal, Medium };
    explicit NameDelegate(Weight weight, QObject* parent = nullptr);

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QModelIndex& index) const override;

private:
    Weight m_weight;
};

/// Sparkline at the left, age at the right, coloured only past its threshold.
class AgeDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QModelIndex& index) const override;
};

/// A figure, right-aligned in tabular digits.
class NumberDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QModelIndex& index) const override;
};

} // namespace widgets
