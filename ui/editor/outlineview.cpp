#include "ui/editor/outlineview.h"

#include "ui/editor/severity.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int severityRole = Qt::UserRole; ///< of the count in the second column

/// More documents than this are shown closed.
constexpr int mostOpen = 50;

bool isSameTree(const QList<OutlinePart>& left, const QList<OutlinePart>& right)
{
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](const OutlinePart& one, const OutlinePart& other) { return one.depth == other.depth; });
}

} // namespace

OutlineView::OutlineView(QWidget* parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    // Of its own width: asking each of a thousand rows for theirs at every change would take seconds.
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, fontMetrics().horizontalAdvance(u"00000"_s));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(12);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Outline"));
    const auto go = [this](QTreeWidgetItem* item) {
        if (const qsizetype at = m_items.indexOf(item); at >= 0)
            emit chosen(m_parts[at].begin);
    };
    connect(this, &QTreeWidget::itemClicked, this, go);
    connect(this, &QTreeWidget::itemActivated, this, go);
}

void OutlineView::present(const QList<OutlinePart>& parts, const QList<Problem>& problems)
{
    if (!isSameTree(parts, m_parts)) {
        rebuild(parts);
        m_isStale = true;
    }
    const QList<OutlinePart> before = std::exchange(m_parts, parts);
    int nth = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const OutlinePart& part = parts[i];
        nth += part.depth == 0 ? 1 : 0;
        // Setting a text lays the tree out anew, even if it is the same.
        if (!m_isStale && part.title == before[i].title && part.name == before[i].name)
            continue;
        QString text = part.title.isEmpty() ? tr("Document %1").arg(nth) : part.title;
        if (!part.name.isEmpty())
            text = tr("%1 %2", "kind and name").arg(part.name, part.title);
        m_items[i]->setText(0, text);
        m_items[i]->setToolTip(0, widgets::plainToolTip(text));
    }
    const QList<Count> counts = counted(problems);
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_isStale || counts[i] != m_counts[i])
            show(m_items[i], counts[i]);
    }
    m_counts = counts;
    m_isStale = false;
}

void OutlineView::rebuild(const QList<OutlinePart>& parts)
{
    const QSignalBlocker quiet(this);
    clear();
    m_items.clear();
    QList<QTreeWidgetItem*> open;
    for (const OutlinePart& part : parts) {
        while (open.size() > part.depth)
            open.removeLast();
        auto* item = open.isEmpty() ? new QTreeWidgetItem(this) : new QTreeWidgetItem(open.last());
        item->setSizeHint(0, QSize(0, theme::treeRowHeight()));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        open.append(item);
        m_items.append(item);
    }
    if (topLevelItemCount() <= mostOpen)
        expandAll();
}

/// A problem counts for the part it stands in and all around it.
QList<OutlineView::Count> OutlineView::counted(const QList<Problem>& problems) const
{
    QList<Count> counts(m_parts.size());
    qsizetype part = -1;
    for (const Problem& problem : problems) {
        while (part + 1 < m_parts.size() && m_parts[part + 1].begin <= problem.begin)
            ++part;
        qsizetype around = part;
        int depth = part < 0 ? 0 : m_parts[part].depth + 1;
        for (; around >= 0 && depth > 0; --around) {
            if (m_parts[around].depth >= depth)
                continue;
            depth = m_parts[around].depth;
            ++counts[around].problems;
            counts[around].gravest = std::min(counts[around].gravest, problem.finding.severity);
        }
    }
    return counts;
}

void OutlineView::show(QTreeWidgetItem* item, const Count& count)
{
    const bool isAny = count.problems > 0;
    item->setText(1, isAny ? QString::number(count.problems) : QString());
    item->setForeground(1, severityColors(count.gravest).text);
    item->setData(1, severityRole, static_cast<int>(count.gravest));
    item->setData(1, Qt::AccessibleTextRole, isAny ? tr("%n problem(s)", nullptr, count.problems) : QString());
}

void OutlineView::setPlace(qsizetype position)
{
    const auto behind = std::upper_bound(m_parts.cbegin(), m_parts.cend(), position,
                                         [](qsizetype wanted, const OutlinePart& part) { return wanted < part.begin; });
    if (behind == m_parts.cbegin())
        return;
    QTreeWidgetItem* item = m_items[behind - m_parts.cbegin() - 1];
    if (item != currentItem())
        setCurrentItem(item);
}

void OutlineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Outline"));
        m_isStale = true;
    }
    if (event->type() == QEvent::PaletteChange) {
        for (QTreeWidgetItem* item : std::as_const(m_items)) {
            const auto severity = static_cast<manifest::Finding::Severity>(item->data(1, severityRole).toInt());
            item->setForeground(1, severityColors(severity).text);
        }
    }
    QTreeWidget::changeEvent(event);
}

} // namespace editor
