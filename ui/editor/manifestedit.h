#pragma once

#include "ui/code/codeview.h"
#include "ui/editor/problem.h"

namespace editor {

/// A manifest that is written: YAML with help for its indentation, and what is wrong with it marked in its place.
class ManifestEdit : public code::CodeView
{
    Q_OBJECT
public:
    explicit ManifestEdit(QWidget* parent = nullptr);

    QString text() const; ///< every character as it is, lines ending with a line feed
    /// Begins anew with this text; there is nothing to undo.
    void begin(const QString& text);
    /// Changes the text into this one in one step that can be undone; the cursor stays where it was in what is the
    /// same.
    void become(const QString& text);

    void setProblems(const QList<Problem>& problems);
    const QList<Problem>& problems() const { return m_problems; }
    /// Those at a place of the text, the gravest first.
    QList<Problem> problemsAt(qsizetype position) const;
    QList<Problem> problemsInLine(int line) const;
    /// Selects the place of the next problem behind the cursor, or before it; around the ends. False: there is none.
    bool goToProblem(int step);
    void goTo(qsizetype position); ///< the cursor, with its line in sight
    void goToLine(int line);       ///< from 1; beyond the end: the last
    /// Makes these changes in one step that can be undone. False: they are none, or the text does not allow them.
    bool apply(const QList<TextEdit>& edits);
    /// Of all fixes that may be done unseen, those that do not touch each other.
    QList<TextEdit> safeEdits() const;
    int position() const { return textCursor().position(); }

    /// Puts it in at the cursor, or instead of the selection.
    void put(QString text);
    void indentSelection();
    void unindentSelection();
    void toggleComment();
    void duplicateLines();
    void moveLines(int step); ///< the lines of the cursor or the selection, by one up (-1) or down (1)

signals:
    void problemsMoved();                                     ///< to other lines
    void hovered(int position, const QPoint& globalPosition); ///< the mouse rests over this place
    void unhovered();
    void typed(); ///< a letter was put in by the keyboard
    /// A text was not taken in: a line of it is too long for an editor.
    void refused();
    void fixesWanted(int position); ///< the mark of a line was pressed

protected:
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    int markWidth() const override;
    void paintMark(QPainter* painter, const QTextBlock& block, const QRect& place) override;
    void markPressed(const QTextBlock& block) override;

private:
    void noteChange(int position, int removed, int added);
    void showPlace();
    void breakLine();
    void insertBlanks();
    bool takeBlanks();
    void changeLines(const std::function<QString(const QString&)>& change);
    void paintSquiggle(QPainter* painter, const Line& shown, const Problem& problem) const;
    QList<Problem>::const_iterator firstProblemFrom(qsizetype position) const;

    QList<Problem> m_problems;
    qsizetype m_longestSpan = 0; ///< of a problem, in units: how far back one may begin that reaches into a line
    int m_lines = 1;
    int m_line = -1; ///< of the cursor, as it is painted
};

} // namespace editor
