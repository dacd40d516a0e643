#include "ui/deployment/logarea.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 4096;
constexpr qsizetype mostCopied = 20'000;
constexpr qsizetype severityWithin = 160;

} // namespace

Severity severityOf(QStringView line)
{
    const QStringView start = line.left(severityWithin);
    const auto has = [start](QStringView word) {
        const qsizetype at = start.indexOf(word);
        if (at < 0)
            return false;
        const bool endsBefore = at == 0 || !start.at(at - 1).isLetterOrNumber();
        const qsizetype after = at + word.size();
        return endsBefore && (after >= start.size() || !start.at(after).isLetterOrNumber());
    };
    if (has(u"ERROR") || has(u"FATAL") || has(u"SEVERE"))
        return Severity::Error;
    if (has(u"WARN") || has(u"WARNING"))
        return Severity::Warning;
    if (has(u"INFO"))
        return Severity::Info;
    return has(u"DEBUG") || has(u"TRACE") ? Severity::Debug : Severity::None;
}

LogArea::LogArea(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFont(theme::font(theme::Type::Code));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isAdjusting)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
}

int LogArea::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int LogArea::timesWidth() const
{
    return m_showsTimes ? fontMetrics().horizontalAdvance(u"00:00:00.000  "_s) : 0;
}

void LogArea::setBuffer(const kube::LogBuffer* buffer)
{
    m_buffer = buffer;
    m_anchor = m_current = -1;
    m_widest = 0;
    m_isFollowing = true;
    updateBars();
    viewport()->update();
}

void LogArea::linesCame(qsizetype, qsizetype dropped)
{
    m_anchor = std::max<qsizetype>(-1, m_anchor - dropped);
    m_current = std::max<qsizetype>(-1, m_current - dropped);
    const int before = verticalScrollBar()->value();
    m_isAdjusting = true;
    updateBars();
    verticalScrollBar()->setValue(m_isFollowing ? verticalScrollBar()->maximum()
                                                : std::max<int>(0, before - int(dropped)));
    m_isAdjusting = false;
    viewport()->update();
}

void LogArea::setFollowing(bool following)
{
    if (following) {
        m_isAdjusting = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_isAdjusting = false;
    }
    if (m_isFollowing == following)
        return;
    m_isFollowing = following;
    emit followingChanged(following);
}

void LogArea::setShowsTimes(bool shows)
{
    m_showsTimes = shows;
    viewport()->update();
}

void LogArea::setSearch(const QString& text)
{
    m_search = text;
    viewport()->update();
}

bool LogArea::findNext(Direction direction)
{
    const qsizetype count = m_buffer ? m_buffer->size() : 0;
    if (m_search.isEmpty() || count == 0)
        return false;
    const qsizetype step = direction == Direction::Forward ? 1 : -1;
    qsizetype line = m_current < 0 ? (step > 0 ? -1 : count) : m_current;
    for (qsizetype tried = 0; tried < count; ++tried) {
        line = (line + step + count) % count;
        if (!m_buffer->at(line).text.contains(m_search, Qt::CaseInsensitive))
            continue;
        select(line, false);
        setFollowing(false);
        verticalScrollBar()->setValue(int(line) - viewport()->height() / lineHeight() / 2);
        return true;
    }
    return false;
}

QString LogArea::shownText(const kube::LogLine& line) const
{
    return base::visibleText(line.text, longestShown);
}

QString LogArea::selectedText() const
{
    if (!m_buffer || m_current < 0)
        return {};
    const qsizetype first = std::min(m_anchor, m_current);
    const qsizetype last = std::min({std::max(m_anchor, m_current), m_buffer->size() - 1, first + mostCopied});
    QStringList lines;
    for (qsizetype i = std::max<qsizetype>(0, first); i <= last; ++i)
        lines.append(base::visibleText(m_buffer->at(i).text, kube::longestLogLine));
    return lines.join(u'\n');
}

void LogArea::updateBars()
{
    const int shown = std::max(1, viewport()->height() / lineHeight());
    const int count = m_buffer ? int(m_buffer->size()) : 0;
    verticalScrollBar()->setRange(0, std::max(0, count - shown));
    verticalScrollBar()->setPageStep(shown);
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
}

void LogArea::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme::color(theme::Role::Code));
    if (!m_buffer)
        return;
    const int height = lineHeight();
    const qsizetype first = verticalScrollBar()->value();
    for (qsizetype i = first; i < m_buffer->size(); ++i) {
        const int y = int(i - first) * height;
        if (y >= viewport()->height())
            break;
        paintLine(&painter, i, QRect(0, y, viewport()->width(), height));
    }
}

void LogArea::paintLine(QPainter* painter, qsizetype index, const QRect& place)
{
    const kube::LogLine& line = m_buffer->at(index);
    const QString text = shownText(line);
    const bool isSelected =
        m_current >= 0 && index >= std::min(m_anchor, m_current) && index <= std::max(m_anchor, m_current);
    const Severity severity = severityOf(line.text);
    if (isSelected)
        painter->fillRect(place, theme::color(theme::Role::Selection));
    else if (!m_search.isEmpty() && line.text.contains(m_search, Qt::CaseInsensitive))
        painter->fillRect(place, theme::status(base::Health::AtRisk).background);
    if (severity == Severity::Error || severity == Severity::Warning) {
        const auto family = severity == Severity::Error ? base::Health::Broken : base::Health::AtRisk;
        painter->fillRect(QRect(place.left(), place.top(), 3, place.height()), theme::status(family).glyph);
        painter->setPen(theme::status(family).text);
    } else {
        painter->setPen(theme::color(severity == Severity::Debug ? theme::Role::SecondaryText : theme::Role::Text));
    }
    int x = theme::between - horizontalScrollBar()->value();
    const QPen ink = painter->pen();
    if (m_showsTimes) {
        painter->setPen(theme::color(theme::Role::SecondaryText));
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(line.time / 1'000'000);
        painter->drawText(x, place.top() + fontMetrics().ascent() + 1,
                          line.time == 0 ? QString() : time.toString(u"HH:mm:ss.zzz"_s));
        x += timesWidth();
    }
    painter->setPen(ink);
    const QString shown = line.isCut || text.size() >= longestShown ? text + u" …"_s : text;
    painter->drawText(x, place.top() + fontMetrics().ascent() + 1, shown);
    const int width = timesWidth() + 2 * theme::between + fontMetrics().horizontalAdvance(shown);
    if (width > m_widest) {
        m_widest = width;
        horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
    }
}

void LogArea::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_isAdjusting = true;
    updateBars();
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_isAdjusting = false;
}

void LogArea::scrollContentsBy(int, int)
{
    viewport()->update();
}

qsizetype LogArea::lineAt(int y) const
{
    const qsizetype line = verticalScrollBar()->value() + std::max(0, y) / lineHeight();
    return m_buffer && m_buffer->size() > 0 ? std::min(line, m_buffer->size() - 1) : -1;
}

void LogArea::select(qsizetype line, bool extend)
{
    m_current = line;
    if (!extend || m_anchor < 0)
        m_anchor = line;
    viewport()->update();
}

void LogArea::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        select(lineAt(int(event->position().y())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogArea::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        select(lineAt(int(event->position().y())), true);
}

void LogArea::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
    } else if (event->matches(QKeySequence::SelectAll) && m_buffer && m_buffer->size() > 0) {
        m_anchor = 0;
        select(m_buffer->size() - 1, true);
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        bar->triggerAction(event->key() == Qt::Key_Up ? QScrollBar::SliderSingleStepSub
                                                      : QScrollBar::SliderSingleStepAdd);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        bar->triggerAction(event->key() == Qt::Key_PageUp ? QScrollBar::SliderPageStepSub
                                                          : QScrollBar::SliderPageStepAdd);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogArea::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace deployment
