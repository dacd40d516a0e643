#include "ui/widgets/tableheader.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace widgets {

namespace {

constexpr int marksWidth = 22; ///< of the arrow and the room around it

/// Figures above the line, as small as the arrow beside them.
QString raised(qsizetype number)
{
    constexpr QStringView figures = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    return number >= 0 && number < figures.size() ? QString(figures.at(number)) : QString();
}

} // namespace

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TableHeader::setSorted(const QList<SortedSection>& sections)
{
    m_sorted = sections;
    viewport()->update();
}

void TableHeader::setFrozenCount(int count)
{
    m_frozenCount = count;
    viewport()->update();
}

QList<int> TableHeader::frozenSections() const
{
    QList<int> sections;
    if (offset() == 0)
        return sections;
    int width = 0;
    for (int visual = 0; visual < count() && sections.size() < m_frozenCount; ++visual) {
        const int section = logicalIndex(visual);
        if (isSectionHidden(section))
            continue;
        width += sectionSize(section);
        if (width > viewport()->width() / 2)
            break;
        sections.append(section);
    }
    return sections;
}

int TableHeader::frozenWidth() const
{
    int width = 0;
    const QList<int> sections = frozenSections();
    for (const int section : sections)
        width += sectionSize(section);
    return width;
}

int TableHeader::sectionAt(int x) const
{
    return logicalIndexAt(x < frozenWidth() ? x - offset() : x);
}

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const auto found = std::find_if(m_sorted.begin(), m_sorted.end(),
                                    [&](const SortedSection& sorted) { return sorted.section == logicalIndex; });
    if (found == m_sorted.end())
        return;
    // Qt names the indicator after the arrow's direction: "down" while ascending.
    option->sortIndicator =
        found->order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown : QStyleOptionHeader::SortUp;
    if (m_sorted.size() < 2)
        return;
    // A long title gives way to its number.
    QFont font = theme::font(theme::Type::Small);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString number = QChar::Nbsp + raised(found - m_sorted.begin() + 1);
    const int margins = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this);
    const int room = sectionSize(logicalIndex) - marksWidth - margins - metrics.horizontalAdvance(number);
    option->text = metrics.elidedText(option->text, Qt::ElideRight, room) + number;
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const QList<int> sections = frozenSections();
    if (sections.isEmpty())
        return;
    QPainter painter(viewport());
    int x = 0;
    for (const int section : sections) {
        const QRect place(x, 0, sectionSize(section), height());
        x += place.width();
        painter.save();
        paintSection(&painter, place, section);
        painter.restore();
    }
    painter.fillRect(QRect(x - 1, 0, 1, height()), theme::color(theme::Role::Border));
}

/// Where the section under the pointer would be, had nothing been scrolled: there the header looks for it.
bool TableHeader::passOn(QMouseEvent* event)
{
    const QPointF shift(-offset(), 0);
    QMouseEvent shifted(event->type(), event->position() + shift, event->scenePosition(), event->globalPosition(),
                        event->button(), event->buttons(), event->modifiers(), event->pointingDevice());
    const bool done = QHeaderView::viewportEvent(&shifted);
    event->setAccepted(shifted.isAccepted());
    return done;
}

bool TableHeader::viewportEvent(QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick ||
                         type == QEvent::MouseMove || type == QEvent::MouseButtonRelease;
    if (!isMouse)
        return QHeaderView::viewportEvent(event);
    auto* mouse = static_cast<QMouseEvent*>(event);
    const bool isHeld = type == QEvent::MouseButtonRelease || (type == QEvent::MouseMove && mouse->buttons());
    if (!isHeld)
        m_isOnFrozen = mouse->position().x() < frozenWidth();
    return m_isOnFrozen ? passOn(mouse) : QHeaderView::viewportEvent(event);
}

} // namespace widgets
