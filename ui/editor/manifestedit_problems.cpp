#include "ui/editor/manifestedit.h"

#include "ui/editor/severity.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

using Severity = manifest::Finding::Severity;

constexpr int markSize = 12;
constexpr int squiggleStep = 3;     // half a wave, in pixels
constexpr qreal squiggleHeight = 2; // of a wave
constexpr qreal squiggleWidth = 1.2;

} // namespace

void ManifestEdit::setProblems(const QList<Problem>& problems)
{
    const auto looksSame = [](const Problem& left, const Problem& right) {
        return left.begin == right.begin && left.end == right.end && left.finding.severity == right.finding.severity;
    };
    const auto [before, now] =
        std::mismatch(m_problems.cbegin(), m_problems.cend(), problems.cbegin(), problems.cend(), looksSame);
    const auto [lastBefore, lastNow] = std::mismatch(m_problems.crbegin(), std::make_reverse_iterator(before),
                                                     problems.crbegin(), std::make_reverse_iterator(now), looksSame);
    qsizetype begin = std::numeric_limits<qsizetype>::max(), end = -1;
    const auto widen = [&begin, &end](const Problem& problem) {
        begin = std::min(begin, problem.begin);
        end = std::max(end, problem.end);
    };
    std::for_each(before, lastBefore.base(), widen);
    std::for_each(now, lastNow.base(), widen);
    m_problems = problems;
    m_longestSpan = 0;
    for (const Problem& problem : std::as_const(m_problems))
        m_longestSpan = std::max(m_longestSpan, problem.end - problem.begin);
    if (end >= begin)
        updateLines(begin, end);
}

QList<Problem>::const_iterator ManifestEdit::firstProblemFrom(qsizetype position) const
{
    return std::lower_bound(m_problems.cbegin(), m_problems.cend(), position,
                            [](const Problem& problem, qsizetype wanted) { return problem.begin < wanted; });
}

QList<Problem> ManifestEdit::problemsAt(qsizetype position) const
{
    QList<Problem> found;
    for (auto problem = firstProblemFrom(position - m_longestSpan); problem != m_problems.cend(); ++problem) {
        if (problem->begin > position)
            break;
        if (problem->end >= position)
            found.append(*problem);
    }
    std::stable_sort(found.begin(), found.end(), [](const Problem& left, const Problem& right) {
        return left.finding.severity < right.finding.severity;
    });
    return found;
}

QList<Problem> ManifestEdit::problemsInLine(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line);
    QList<Problem> found;
    for (auto problem = firstProblemFrom(block.position()); problem != m_problems.cend(); ++problem) {
        if (problem->begin >= block.position() + block.length())
            break;
        found.append(*problem);
    }
    return found;
}

bool ManifestEdit::goToProblem(int step)
{
    if (m_problems.isEmpty())
        return false;
    const qsizetype from = textCursor().selectionStart();
    auto next = firstProblemFrom(step > 0 ? from + 1 : from);
    if (step > 0 && next == m_problems.cend())
        next = m_problems.cbegin();
    else if (step < 0)
        next = (next == m_problems.cbegin() ? m_problems.cend() : next) - 1;
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(static_cast<int>(next->end), last));
    cursor.setPosition(std::min(static_cast<int>(next->begin), last), QTextCursor::KeepAnchor);
    reveal(cursor.blockNumber());
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

QList<TextEdit> ManifestEdit::safeEdits() const
{
    QList<TextEdit> all;
    const auto touches = [&all](const TextEdit& edit) {
        return std::any_of(all.cbegin(), all.cend(), [&edit](const TextEdit& other) {
            return edit.begin <= other.end && other.begin <= edit.end;
        });
    };
    for (const Problem& problem : m_problems) {
        // A fix is done as a whole or not at all.
        if (problem.isSafe && std::none_of(problem.edits.begin(), problem.edits.end(), touches))
            all += problem.edits;
    }
    return all;
}

int ManifestEdit::markWidth() const
{
    return markSize + 2 * theme::inside;
}

void ManifestEdit::paintMark(QPainter* painter, const QTextBlock& block, const QRect& place)
{
    const QList<Problem> here = problemsInLine(block.blockNumber());
    if (here.isEmpty())
        return;
    const auto gravest = std::min_element(here.begin(), here.end(), [](const Problem& left, const Problem& right) {
        return left.finding.severity < right.finding.severity;
    });
    const QRect sign(place.left() + theme::inside, place.center().y() - markSize / 2 + 1, markSize, markSize);
    paintSeverity(painter, sign, gravest->finding.severity);
}

void ManifestEdit::markPressed(const QTextBlock& block)
{
    const QList<Problem> here = problemsInLine(block.blockNumber());
    if (here.isEmpty())
        return;
    goTo(here.first().begin);
    emit fixesWanted(static_cast<int>(here.first().begin));
}

void ManifestEdit::paintSquiggle(QPainter* painter, const Line& shown, const Problem& problem) const
{
    const auto& [block, place] = shown;
    const QTextLayout* layout = block.layout();
    if (layout->lineCount() == 0)
        return;
    const auto length = qsizetype(block.length()) - 1;
    const auto begin = std::clamp<qsizetype>(problem.begin - block.position(), 0, length);
    const auto end = std::clamp<qsizetype>(problem.end - block.position(), begin, length);
    const QTextLine line = layout->lineAt(0);
    const QPointF corner = place.topLeft() + layout->position();
    const qreal left = corner.x() + line.cursorToX(int(begin));
    // What is at the end of a line, or nowhere, is still to be seen.
    const qreal right = std::max(corner.x() + line.cursorToX(int(end)), left + fontMetrics().horizontalAdvance(u'0'));
    const qreal bottom = corner.y() + line.y() + line.ascent() + squiggleHeight + 1.5;
    const qreal from = std::max(left, qreal(-squiggleStep)), to = std::min(right, qreal(viewport()->width()));
    QPainterPath wave(QPointF(from, bottom));
    bool isUp = true;
    for (qreal x = from + squiggleStep; x < to + squiggleStep / 2.0; x += squiggleStep, isUp = !isUp)
        wave.lineTo(x, isUp ? bottom - squiggleHeight : bottom);
    painter->setPen(QPen(severityColors(problem.finding.severity).glyph, squiggleWidth));
    painter->drawPath(wave);
}

void ManifestEdit::paintEvent(QPaintEvent* event)
{
    const QList<Line> lines = linesIn(event->rect());
    // As a format of the text it would make Qt cut the text's own shape out of it, at each key.
    for (const auto& [block, place] : lines) {
        if (block.blockNumber() == m_line)
            QPainter(viewport())
                .fillRect(QRectF(0, place.top(), viewport()->width(), place.height()),
                          theme::color(theme::Role::Hover));
    }
    CodeView::paintEvent(event);
    if (m_problems.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [block, place] : lines) {
        const qsizetype end = block.position() + block.length();
        for (auto problem = firstProblemFrom(block.position() - m_longestSpan); problem != m_problems.cend();
             ++problem) {
            if (problem->begin >= end)
                break;
            if (problem->begin >= block.position() || problem->end > block.position())
                paintSquiggle(&painter, {block, place}, *problem);
        }
    }
}

bool ManifestEdit::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QTextCursor cursor = cursorForPosition(help->pos());
        // Beyond the end of a line is no place in it.
        const QRect place = cursorRect(cursor);
        const bool isOver = std::abs(help->pos().x() - place.left()) <= 2 * fontMetrics().horizontalAdvance(u'0') &&
                            help->pos().y() >= place.top() && help->pos().y() <= place.bottom();
        if (isOver)
            emit hovered(cursor.position(), help->globalPos());
        else
            emit unhovered();
        return true;
    }
    return CodeView::viewportEvent(event);
}

} // namespace editor
