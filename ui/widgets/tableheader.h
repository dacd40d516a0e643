#pragma once

#include <QHeaderView>

namespace widgets {

/// The header of a table: tells by which columns it is sorted and in which turn, and keeps the first columns where they
/// are while the others scroll sideways beneath them.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    struct SortedSection
    {
        int section = 0;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    explicit TableHeader(QWidget* parent = nullptr);

    /// The first one decides. With several, each shows its number.
    void setSorted(const QList<SortedSection>& sections);
    /// How many of the first visible columns stay; 0: none.
    void setFrozenCount(int count);
    /// Those that stay, from the left; empty while nothing is scrolled away. Fewer than asked for where they would take
    /// more than half of the room.
    QList<int> frozenSections() const;
    int frozenWidth() const; ///< of frozenSections(), in device independent pixels
    /// The section under `x` as one sees it; -1: none.
    int sectionAt(int x) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;

private:
    bool passOn(QMouseEvent* event);

    QList<SortedSection> m_sorted;
    int m_frozenCount = 0;
    bool m_isOnFrozen = false; ///< the mouse was pressed on a section that stays
};

} // namespace widgets
