#include "ui/editor/manifestedit.h"
#include "ui/editor/typing.h"

#include <QKeyEvent>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

bool isBlankUpTo(const QString& text, int column)
{
    return QStringView(text).first(column).trimmed().isEmpty();
}

} // namespace

void ManifestEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isBare = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool isBreak = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isBreak && (isBare || event->modifiers() == Qt::ShiftModifier)) {
        breakLine();
    } else if (event->key() == Qt::Key_Tab && isBare) {
        if (textCursor().hasSelection())
            indentSelection();
        else
            insertBlanks();
    } else if (event->key() == Qt::Key_Backtab ||
               (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ShiftModifier)) {
        unindentSelection();
    } else if (event->key() == Qt::Key_Backspace && isBare && takeBlanks()) {
        return;
    } else {
        const int before = document()->revision();
        CodeView::keyPressEvent(event);
        const bool isLetter = !event->text().isEmpty() && event->text().at(0).isPrint();
        if (document()->revision() != before && (isLetter || event->key() == Qt::Key_Backspace))
            emit typed();
    }
}

void ManifestEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const int column = cursor.positionInBlock();
    const QString indent = indentAfter(QStringView(line).first(column));
    // Blanks that stood behind the cursor are the indentation now.
    while (cursor.positionInBlock() < cursor.block().text().size() &&
           cursor.block().text().at(cursor.positionInBlock()) == u' ')
        cursor.deleteChar();
    cursor.insertBlock();
    cursor.insertText(indent);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ManifestEdit::insertBlanks()
{
    QTextCursor cursor = textCursor();
    cursor.insertText(QString(blanksToNextStop(cursor.positionInBlock()), u' '));
}

bool ManifestEdit::takeBlanks()
{
    QTextCursor cursor = textCursor();
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column == 0 || !isBlankUpTo(cursor.block().text(), column))
        return false;
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, blanksToLastStop(column));
    cursor.removeSelectedText();
    return true;
}

/// Hands whole lines to `change` and puts what it makes of them in their place; they stay selected.
void ManifestEdit::changeLines(const std::function<QString(const QString&)>& change)
{
    QTextCursor cursor = textCursor();
    const bool hadSelection = cursor.hasSelection();
    const int column = cursor.positionInBlock();
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    QTextBlock last = document()->findBlock(cursor.selectionEnd());
    // A selection that ends at the beginning of a line means the lines before.
    if (hadSelection && last != first && cursor.selectionEnd() == last.position())
        last = last.previous();
    const int begin = first.position(), end = last.position() + last.length() - 1;
    QStringList lines;
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        lines.append(block.text());
    const QString before = lines.join(u'\n'), after = change(before);
    if (after == before)
        return;
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(after);
    cursor.endEditBlock();
    if (hadSelection) {
        cursor.setPosition(begin);
        cursor.setPosition(begin + static_cast<int>(after.size()), QTextCursor::KeepAnchor);
    } else {
        const auto moved = column + static_cast<int>(after.size() - before.size());
        cursor.setPosition(begin + std::clamp(moved, 0, static_cast<int>(after.size())));
    }
    setTextCursor(cursor);
}

void ManifestEdit::indentSelection()
{
    changeLines([](const QString& text) {
        QStringList lines = text.split(u'\n');
        for (QString& line : lines) {
            if (!line.trimmed().isEmpty())
                line.prepend(u"  "_s);
        }
        return lines.join(u'\n');
    });
}

void ManifestEdit::unindentSelection()
{
    changeLines([](const QString& text) {
        QStringList lines = text.split(u'\n');
        for (QString& line : lines) {
            for (int i = 0; i < 2 && line.startsWith(u' '); ++i)
                line.remove(0, 1);
        }
        return lines.join(u'\n');
    });
}

void ManifestEdit::toggleComment()
{
    changeLines(toggledComments);
}

void ManifestEdit::duplicateLines()
{
    QTextCursor cursor = textCursor();
    const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    QStringList lines;
    for (int line = first; line <= last; ++line)
        lines.append(document()->findBlockByNumber(line).text());
    const QTextBlock end = document()->findBlockByNumber(last);
    QTextCursor copy(document());
    copy.setPosition(end.position() + end.length() - 1);
    copy.insertText(u'\n' + lines.join(u'\n'));
}

void ManifestEdit::moveLines(int step)
{
    QTextCursor cursor = textCursor();
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    const QTextBlock other = step < 0 ? first.previous() : last.next();
    if (!other.isValid())
        return;
    const int anchor = cursor.anchor(), place = cursor.position();
    const int by = step < 0 ? -other.length() : other.length();
    QStringList lines;
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        lines.append(block.text());
    const QString moved = lines.join(u'\n');
    const int begin = step < 0 ? other.position() : first.position();
    const int end = step < 0 ? last.position() + last.length() - 1 : other.position() + other.length() - 1;
    const QString text = step < 0 ? moved + u'\n' + other.text() : other.text() + u'\n' + moved;
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    cursor.endEditBlock();
    cursor.setPosition(anchor + by);
    cursor.setPosition(place + by, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

} // namespace editor
