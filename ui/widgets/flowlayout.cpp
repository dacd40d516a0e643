#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace widgets {

namespace {

bool expands(const QLayoutItem* item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

/// An item that expands begins a new line only where its least width does not fit.
int neededWidth(const QLayoutItem* item)
{
    return expands(item) ? item->minimumSize().width() : item->sizeHint().width();
}

} // namespace

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return layOut(QRect(0, 0, width, 0), Run::Measure);
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    QSize least(0, 0);
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(margins);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, Run::Place);
}

int FlowLayout::layOut(const QRect& rect, Run run) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int y = inner.top();
    int used = 0;
    QList<QLayoutItem*> line;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = neededWidth(item);
        if (!line.isEmpty() && used + spacing() + width > inner.width()) {
            y += placeLine(line, inner, y, run) + spacing();
            line.clear();
            used = 0;
        }
        used += width + (line.isEmpty() ? 0 : spacing());
        line.append(item);
    }
    y += placeLine(line, inner, y, run);
    return y - rect.top() + contentsMargins().bottom();
}

int FlowLayout::placeLine(const QList<QLayoutItem*>& line, const QRect& rect, int y, Run run) const
{
    int left = rect.width() - spacing() * std::max(0, int(line.size()) - 1);
    int growing = 0;
    int height = 0;
    for (const QLayoutItem* item : line) {
        left -= neededWidth(item);
        growing += expands(item) ? 1 : 0;
        height = std::max(height, item->sizeHint().height());
    }
    if (run == Run::Measure)
        return height;
    int x = rect.left();
    for (QLayoutItem* item : line) {
        int width = neededWidth(item);
        if (expands(item)) {
            const int share = std::max(0, left) / growing;
            width += share;
            left -= share;
            --growing;
        }
        width = std::min(width, rect.width());
        const int itemHeight = item->sizeHint().height();
        item->setGeometry(QRect(x, y + (height - itemHeight) / 2, width, itemHeight));
        x += width + spacing();
    }
    return height;
}

} // namespace widgets
