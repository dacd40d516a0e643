#include "ui/deployment/logarea.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCopied = 20'000;
constexpr int partsPerNotch = 3;

} // namespace

LogArea::LogArea(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_index(new LogIndex(this))
{
    setFont(theme::font(theme::Type::Code));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(m_index, &LogIndex::changed, this, &LogArea::takeChange);
    connect(m_index, &LogIndex::matchesChanged, this, &LogArea::matchesChanged);
    connect(m_index, &LogIndex::matchesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_isAdjusting)
            return;
        m_pinned.reset();
        const bool isAtEnd = value >= verticalScrollBar()->maximum();
        m_topPart = isAtEnd ? lastTop().part : 0;
        setFollowing(isAtEnd);
    });
}

void LogArea::setBuffer(const kube::LogBuffer* buffer)
{
    m_anchor.reset();
    m_current.reset();
    m_pinned.reset();
    m_widest = 0;
    m_topPart = 0;
    m_isFollowing = true;
    m_index->setBuffer(buffer);
}

void LogArea::linesCame(qsizetype, qsizetype dropped)
{
    m_index->linesCame(dropped);
}

void LogArea::takeChange(qsizetype droppedRows)
{
    Place place = top();
    if (m_pinned)
        place = {m_index->rowOf(*m_pinned), 0};
    else
        place.row = std::max<qsizetype>(0, place.row - droppedRows);
    if (!m_index->isReading())
        m_pinned.reset();
    updateBars();
    const Place last = lastTop();
    m_isAdjusting = true;
    m_topPart = m_isFollowing ? last.part : place.part;
    verticalScrollBar()->setValue(int(m_isFollowing ? last.row : place.row));
    m_isAdjusting = false;
    viewport()->update();
}

void LogArea::setFollowing(bool following)
{
    if (following) {
        const Place last = lastTop();
        m_isAdjusting = true;
        m_topPart = last.part;
        verticalScrollBar()->setValue(int(last.row));
        m_isAdjusting = false;
        viewport()->update();
    }
    if (m_isFollowing == following)
        return;
    m_isFollowing = following;
    emit followingChanged(following);
}

void LogArea::setShowsTimes(bool shows)
{
    m_showsTimes = shows;
    layOutAnew();
}

void LogArea::setWraps(bool wraps)
{
    m_wraps = wraps;
    setHorizontalScrollBarPolicy(wraps ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    horizontalScrollBar()->setValue(0);
    m_topPart = 0;
    layOutAnew();
}

void LogArea::setLeast(Severity least)
{
    if (!m_isFollowing && m_index->rows() > 0)
        m_pinned = m_index->numberOf(std::min(top().row, m_index->rows() - 1));
    m_topPart = 0;
    m_index->setLeast(least);
}

void LogArea::setSearch(const QString& text, SearchKind kind)
{
    m_index->setSearch(searchFor(text, kind));
}

bool LogArea::findNext(Direction direction)
{
    const auto found = m_index->nextMatch(m_current, direction);
    if (!found)
        return false;
    const qsizetype row = m_index->rowOf(*found);
    select(row, false);
    setTop(moved({row, 0}, -partsInView() / 2));
    setFollowing(false); // also near the end: what was found must not run away
    return true;
}

void LogArea::layOutAnew()
{
    updateBars();
    if (m_isFollowing)
        setFollowing(true);
    viewport()->update();
}

LogArea::Place LogArea::top() const
{
    return {verticalScrollBar()->value(), m_topPart};
}

LogArea::Place LogArea::lastTop() const
{
    const qsizetype count = m_index->rows();
    if (!m_wraps)
        return {std::max<qsizetype>(0, count - partsInView()), 0};
    int missing = partsInView();
    for (qsizetype row = count - 1; row >= 0; --row) {
        const int parts = partCount(row);
        if (parts >= missing)
            return {row, parts - missing};
        missing -= parts;
    }
    return {};
}

LogArea::Place LogArea::moved(Place from, int parts) const
{
    const qsizetype count = m_index->rows();
    if (!m_wraps || count == 0)
        return {std::clamp<qsizetype>(from.row + parts, 0, std::max<qsizetype>(0, count - 1)), 0};
    from.part += parts;
    while (from.part < 0 && from.row > 0)
        from.part += partCount(--from.row);
    for (int have = partCount(from.row); from.part >= have && from.row + 1 < count; have = partCount(from.row)) {
        from.part -= have;
        ++from.row;
    }
    from.part = std::clamp(from.part, 0, partCount(from.row) - 1);
    return from;
}

void LogArea::setTop(const Place& place)
{
    m_pinned.reset();
    const Place last = lastTop();
    const bool isAtEnd = place >= last;
    m_isAdjusting = true;
    m_topPart = isAtEnd ? last.part : place.part;
    verticalScrollBar()->setValue(int(isAtEnd ? last.row : place.row));
    m_isAdjusting = false;
    setFollowing(isAtEnd);
    viewport()->update();
}

void LogArea::updateBars()
{
    m_isAdjusting = true;
    verticalScrollBar()->setRange(0, int(lastTop().row));
    m_isAdjusting = false;
    verticalScrollBar()->setPageStep(partsInView());
    horizontalScrollBar()->setRange(0, m_wraps ? 0 : std::max(0, m_widest - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
}

QString LogArea::selectedText() const
{
    if (!m_current || m_index->rows() == 0)
        return {};
    const auto [from, to] = std::minmax({m_anchor.value_or(*m_current), *m_current}); // values, not references
    QStringList lines;
    for (qsizetype row = m_index->rowOf(from); row < m_index->rows() && lines.size() < mostCopied; ++row) {
        if (m_index->numberOf(row) > to)
            break;
        lines.append(base::visibleText(m_index->line(row).text, kube::longestLogLine));
    }
    return lines.join(u'\n');
}

std::optional<qsizetype> LogArea::rowAt(int y) const
{
    if (m_index->rows() == 0)
        return std::nullopt;
    return std::min(moved(top(), std::max(0, y) / lineHeight()).row, m_index->rows() - 1);
}

void LogArea::select(qsizetype row, bool extend)
{
    m_current = m_index->numberOf(row);
    if (!extend || !m_anchor)
        m_anchor = m_current;
    viewport()->update();
}

void LogArea::mousePressEvent(QMouseEvent* event)
{
    const auto row = rowAt(int(event->position().y()));
    if (event->button() == Qt::LeftButton && row)
        select(*row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogArea::mouseMoveEvent(QMouseEvent* event)
{
    const auto row = rowAt(int(event->position().y()));
    if (event->buttons().testFlag(Qt::LeftButton) && row)
        select(*row, true);
}

void LogArea::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept(); // the selection stands
}

void LogArea::wheelEvent(QWheelEvent* event)
{
    // A wrapped line may be higher than the view: the bar counts lines, the wheel parts of them.
    if (!m_wraps || event->angleDelta().y() == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const int parts = -event->angleDelta().y() * partsPerNotch / QWheelEvent::DefaultDeltasPerStep;
    setTop(moved(top(), parts == 0 ? (event->angleDelta().y() > 0 ? -1 : 1) : parts));
    event->accept();
}

bool LogArea::moveByKey(const QKeyEvent& event)
{
    const int page = std::max(1, partsInView() - 1);
    switch (event.key()) {
    case Qt::Key_End:
        setFollowing(true);
        return true;
    case Qt::Key_Home:
        setTop({});
        return true;
    case Qt::Key_Up:
        setTop(moved(top(), -1));
        return true;
    case Qt::Key_Down:
        setTop(moved(top(), 1));
        return true;
    case Qt::Key_PageUp:
        setTop(moved(top(), -page));
        return true;
    case Qt::Key_PageDown:
        setTop(moved(top(), page));
        return true;
    default:
        return false;
    }
}

void LogArea::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
    } else if (event->matches(QKeySequence::SelectAll) && m_index->rows() > 0) {
        m_anchor = m_index->numberOf(0);
        select(m_index->rows() - 1, true);
    } else if (!moveByKey(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogArea::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOutAnew();
}

void LogArea::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogArea::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_advances.clear();
        layOutAnew();
    }
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace deployment
