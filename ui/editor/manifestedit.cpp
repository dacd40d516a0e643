#include "ui/editor/manifestedit.h"

#include "ui/code/highlighting.h"
#include "ui/editor/checker.h"
#include "ui/editor/filetext.h"
#include "ui/editor/typing.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace editor {

ManifestEdit::ManifestEdit(QWidget* parent)
    : CodeView(parent)
{
    setReadOnly(false);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    setTabChangesFocus(false);
    setMouseTracking(true);
    code::highlightYaml(document());
    connect(document(), &QTextDocument::contentsChange, this, &ManifestEdit::noteChange);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ManifestEdit::showPlace);
    showPlace();
    makeRoom();
}

QString ManifestEdit::text() const
{
    return rawText(*document());
}

void ManifestEdit::begin(const QString& text)
{
    setPlainText(text);
    document()->setModified(false);
    m_lines = blockCount();
    setProblems({});
}

void ManifestEdit::become(const QString& wanted)
{
    const QString before = text();
    qsizetype head = 0, tail = 0;
    const qsizetype most = std::min(before.size(), wanted.size());
    while (head < most && before.at(head) == wanted.at(head))
        ++head;
    while (tail < most - head && before.at(before.size() - 1 - tail) == wanted.at(wanted.size() - 1 - tail))
        ++tail;
    if (head + tail < before.size() || head + tail < wanted.size())
        apply({{head, before.size() - tail, wanted.mid(head, wanted.size() - head - tail)}});
}

bool ManifestEdit::apply(const QList<TextEdit>& edits)
{
    QList<TextEdit> sorted = edits;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const TextEdit& left, const TextEdit& right) { return left.begin < right.begin; });
    const qsizetype size = document()->characterCount() - 1;
    qsizetype done = 0;
    for (const TextEdit& edit : std::as_const(sorted)) {
        if (edit.begin < done || edit.end < edit.begin || edit.end > size)
            return false;
        done = edit.end;
    }
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (auto edit = sorted.crbegin(); edit != sorted.crend(); ++edit) {
        cursor.setPosition(static_cast<int>(edit->begin));
        cursor.setPosition(static_cast<int>(edit->end), QTextCursor::KeepAnchor);
        cursor.insertText(edit->text);
    }
    cursor.endEditBlock();
    return !sorted.isEmpty();
}

void ManifestEdit::noteChange(int position, int removed, int added)
{
    const int lines = blockCount();
    const bool hasOtherLines = lines != m_lines;
    if (hasOtherLines) {
        shiftFolds(document()->findBlock(position).blockNumber(), lines - m_lines);
        m_lines = lines;
    }
    if (m_problems.isEmpty())
        return;
    shift(m_problems, position, removed, added);
    if (hasOtherLines)
        emit problemsMoved();
}

/// The line of the cursor, and the brackets at it.
void ManifestEdit::showPlace()
{
    if (!textCursor().block().isVisible())
        reveal(textCursor().blockNumber());
    const QTextBlock block = textCursor().block();
    if (const int before = std::exchange(m_line, block.blockNumber()); before != m_line) {
        updateLines(block.position(), block.position());
        if (const QTextBlock left = document()->findBlockByNumber(before); left.isValid())
            updateLines(left.position(), left.position());
    }
    QList<QTextEdit::ExtraSelection> formats;
    const QString text = block.text();
    const int column = textCursor().positionInBlock();
    for (const int at : {column, column - 1}) {
        const auto other = matchingBracket(text, at);
        if (!other)
            continue;
        for (const qsizetype place : {qsizetype(at), *other}) {
            QTextEdit::ExtraSelection bracket;
            bracket.format.setBackground(theme::color(theme::Role::Selection));
            bracket.format.setForeground(theme::color(theme::Role::SelectionText));
            bracket.cursor = QTextCursor(document());
            bracket.cursor.setPosition(block.position() + static_cast<int>(place));
            bracket.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            formats.append(bracket);
        }
        break;
    }
    setFormats(formats);
}

void ManifestEdit::goTo(qsizetype position)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(position, 0, document()->characterCount() - 1)));
    reveal(cursor.blockNumber());
    setTextCursor(cursor);
    centerCursor();
}

void ManifestEdit::goToLine(int line)
{
    goTo(document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1).position());
}

void ManifestEdit::changeEvent(QEvent* event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPlace();
}

bool ManifestEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() && !source->hasUrls();
}

void ManifestEdit::dragEnterEvent(QDragEnterEvent* event)
{
    // Files are opened by the window.
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        CodeView::dragEnterEvent(event);
}

void ManifestEdit::insertFromMimeData(const QMimeData* source)
{
    put(source->text());
}

void ManifestEdit::put(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    text.remove(QChar(0));
    if (hasEndlessLine(text) || text.size() + document()->characterCount() > FileText::mostBytes) {
        emit refused();
        return;
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace editor
