#include "ui/editor/pasteside.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

using Fate = PastedMark::Fate;

constexpr int signWidth = 20;
/// Lines that are coloured; the sign stands at every one.
constexpr int mostColoured = 5000;

} // namespace

PasteSide::PasteSide(const QString& text, const QList<PastedMark>& marks, const QSet<int>& doubts, QWidget* parent)
    : CodeView(parent)
    , m_marks(marks)
    , m_doubts(doubts)
{
    setReadOnly(true);
    setPlainText(text);
    makeRoom();
    dress();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_isFollowing)
            emit scrolled();
    });
}

int PasteSide::markWidth() const
{
    return signWidth;
}

/// Doubts count more than what was done.
std::optional<base::Health> PasteSide::familyOf(int line) const
{
    if (m_doubts.contains(line + 1))
        return base::Health::AtRisk;
    if (line >= m_marks.size())
        return std::nullopt;
    switch (m_marks[line].fate) {
    case Fate::Removed:
        return base::Health::Broken;
    case Fate::Added:
        return base::Health::Healthy;
    case Fate::Changed:
        return base::Health::Changing;
    case Fate::Moved:
    case Fate::Same:
        return std::nullopt;
    }
    return std::nullopt;
}

void PasteSide::dress()
{
    QList<QTextEdit::ExtraSelection> formats;
    for (QTextBlock block = document()->begin(); block.isValid() && block.blockNumber() < mostColoured;
         block = block.next()) {
        const auto family = familyOf(block.blockNumber());
        if (!family)
            continue;
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        line.format.setBackground(theme::status(*family).background);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        formats.append(line);
    }
    setFormats(formats);
}

void PasteSide::paintMark(QPainter* painter, const QTextBlock& block, const QRect& place)
{
    const int line = block.blockNumber();
    const auto family = familyOf(line);
    const int height = fontMetrics().height();
    if (m_doubts.contains(line + 1)) {
        theme::paintGlyph(painter, QRect(place.x() + 4, place.y() + (height - 14) / 2, 14, 14), theme::Glyph::AtRisk);
        return;
    }
    const Fate fate = line < m_marks.size() ? m_marks[line].fate : Fate::Same;
    const QString sign = fate == Fate::Removed   ? u"−"_s
                         : fate == Fate::Added   ? u"+"_s
                         : fate == Fate::Changed ? u"~"_s
                         : fate == Fate::Moved   ? u"→"_s
                                                 : QString();
    painter->setPen(family ? theme::status(*family).text : theme::color(theme::Role::SecondaryText));
    painter->drawText(QRect(place.x(), place.y(), place.width(), height), Qt::AlignCenter, sign);
}

void PasteSide::follow(const PasteSide& other)
{
    // The first line in sight there that this side has, too.
    int line = other.firstVisibleBlock().blockNumber();
    const int first = line;
    while (line < other.m_marks.size() && other.m_marks[line].partner < 0)
        ++line;
    if (line >= other.m_marks.size())
        return;
    m_isFollowing = true;
    verticalScrollBar()->setValue(std::max(0, other.m_marks[line].partner - (line - first)));
    m_isFollowing = false;
}

void PasteSide::goToLine(int line)
{
    QTextCursor cursor(document()->findBlockByNumber(line - 1));
    setTextCursor(cursor);
    centerCursor();
}

void PasteSide::changeEvent(QEvent* event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace editor
