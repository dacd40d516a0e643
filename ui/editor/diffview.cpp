#include "ui/editor/diffview.h"

#include "ui/editor/classbadge.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

QString signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added:
        return u"+ "_s;
    case DiffLine::Kind::Removed:
        return u"− "_s;
    case DiffLine::Kind::Same:
        break;
    }
    return u"  "_s;
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : CodeView(parent)
{
}

void DiffView::present(const QList<DiffLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList texts;
    for (const DiffLine& line : lines)
        texts.append(signOf(line.kind) + line.text);
    setPlainText(texts.join(u'\n'));
    dress();
}

void DiffView::dress()
{
    QList<QTextEdit::ExtraSelection> formats;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].kind == DiffLine::Kind::Same)
            continue;
        const bool isAdded = m_lines[i].kind == DiffLine::Kind::Added;
        QTextEdit::ExtraSelection line;
        line.format.setBackground(theme::status(isAdded ? base::Health::Healthy : base::Health::Broken).background);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(i)));
        formats.append(line);
    }
    setFormats(formats);
}

QString DiffView::numberOf(const QTextBlock& block) const
{
    if (block.blockNumber() >= m_lines.size())
        return {};
    const DiffLine& line = m_lines[block.blockNumber()];
    const int number = line.kind == DiffLine::Kind::Removed ? line.before : line.after;
    return number > 0 ? QString::number(number) : QString();
}

void DiffView::paintEvent(QPaintEvent* event)
{
    CodeView::paintEvent(event);
    QPainter painter(viewport());
    const QList<Line> seen = linesIn(event->rect());
    for (const auto& [block, place] : seen) {
        if (block.blockNumber() >= m_lines.size() || !m_lines[block.blockNumber()].weight)
            continue;
        const manifest::ChangeClass weight = *m_lines[block.blockNumber()].weight;
        const QString word = manifest::classWord(weight);
        const QSize size = ClassBadge::sizeOf(word);
        const int height = std::min(size.height(), static_cast<int>(place.height()));
        const QRect badge(viewport()->width() - size.width() - theme::between,
                          static_cast<int>(place.top() + (place.height() - height) / 2), size.width(), height);
        // Long lines end before it.
        const base::Health ground =
            m_lines[block.blockNumber()].kind == DiffLine::Kind::Added ? base::Health::Healthy : base::Health::Broken;
        painter.fillRect(badge.adjusted(-theme::between, 0, theme::between, 0), theme::status(ground).background);
        ClassBadge::paint(&painter, badge, familyOf(weight), word);
    }
}

void DiffView::choose(const QTextCursor& cursor)
{
    const int line = cursor.blockNumber();
    if (line < m_lines.size() && !m_lines[line].path.isEmpty())
        emit chosen(m_lines[line].path);
}

void DiffView::mouseReleaseEvent(QMouseEvent* event)
{
    CodeView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        choose(cursorForPosition(event->pos()));
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(textCursor());
    else
        CodeView::keyPressEvent(event);
}

void DiffView::changeEvent(QEvent* event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace editor
