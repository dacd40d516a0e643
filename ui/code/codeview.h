#pragma once

#include "ui/code/folds.h"

#include <QIcon>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTextBlock>

namespace code {

/// Text in the code font with line numbers, read-only unless told; YAML can be folded.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Shows YAML; what was folded stays folded, and the view stays where it was.
    void showYaml(const QString& text);
    /// What can be folded in the text as it is now; what was folded stays folded.
    void setFolds(const QList<Fold>& folds);
    const QList<Fold>& folds() const { return m_folds; }
    bool isFolded(const Fold& fold) const { return m_folded.contains(fold.path); }
    void setFolded(const Fold& fold, bool folded);
    void toggleFoldAtCursor(); ///< the innermost one around the cursor
    void toggleAllFolds();     ///< folds what stands in the outermost, or unfolds all when anything is folded

    /// Marks all places of `text` and selects the next one from the cursor on, going round; false: there is none.
    bool find(const QString& text, QTextDocument::FindFlags flags = {});
    /// The same for an expression; places where it matches nothing at all do not count.
    bool find(const QRegularExpression& wanted, QTextDocument::FindFlags flags = {});
    void clearMatches();
    int matches() const { return m_matches; } ///< of the last find(), at most 1,000
    /// Unfolds what hides this line; from 0.
    void reveal(int line);

protected:
    /// Room in the gutter left of the numbers, in pixels, for marks of those who derive from this.
    virtual int markWidth() const { return 0; }
    /// Paints them for a line that is seen; `place` is that room.
    virtual void paintMark(QPainter* painter, const QTextBlock& block, const QRect& place);
    virtual void markPressed(const QTextBlock& block);
    /// What stands as the number of a line; no longer than the number of the last one.
    virtual QString numberOf(const QTextBlock& block) const;
    /// Formats over the text beside those of what was found, painted first.
    void setFormats(const QList<QTextEdit::ExtraSelection>& formats);
    /// Lines were put in (or, negative, taken out) behind `line`: folds move along until they are known anew.
    void shiftFolds(int line, int by);
    void makeRoom();
    /// Paints the lines anew in which these units of the text stand, as far as they are seen.
    void updateLines(qsizetype begin, qsizetype end);
    /// A line that is seen, with its place in the viewport.
    struct Line
    {
        QTextBlock block;
        QRectF place;
    };
    /// Those that a part of the viewport shows, from above.
    QList<Line> linesIn(const QRect& rect) const;

    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Gutter;

    int gutterWidth() const;
    int foldWidth() const; ///< room for the fold marks
    void paintGutter(QPaintEvent* event);
    void pressGutter(const QPoint& place);
    void mark(const QRegularExpression& wanted);
    const Fold* foldAt(int line) const;
    void applyFolds();

    QWidget* m_gutter;
    const QIcon m_closedSign, m_openSign;
    QList<QTextEdit::ExtraSelection> m_formats, m_marks;
    QList<Fold> m_folds;
    QSet<QString> m_folded;   ///< paths
    bool m_hasHidden = false; ///< some line is not seen
    int m_matches = 0;
};

} // namespace code
