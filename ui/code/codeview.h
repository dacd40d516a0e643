#pragma once

#include "ui/deployment/folds.h"

#include <QPlainTextEdit>
#include <QSet>

namespace deployment {

/// Text in the code font with line numbers, read-only; YAML can be folded.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Shows YAML; what was folded stays folded, and the view stays where it was.
    void showYaml(const QString& text);
    const QList<Fold>& folds() const { return m_folds; }
    bool isFolded(const Fold& fold) const { return m_folded.contains(fold.path); }
    void setFolded(const Fold& fold, bool folded);
    void toggleFoldAtCursor(); ///< the innermost one around the cursor
    void toggleAllFolds();     ///< folds what stands in the outermost, or unfolds all when anything is folded

    /// Marks all places of `text` and selects the next one from the cursor on, going round; false: there is none.
    bool find(const QString& text, QTextDocument::FindFlags flags = {});
    int matches() const { return m_matches; } ///< of the last find(), at most 1,000

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Gutter;

    int gutterWidth() const;
    int foldWidth() const; ///< room for the fold marks
    void paintGutter(QPaintEvent* event);
    void pressGutter(const QPoint& place);
    void makeRoom();
    void mark(const QString& text);
    const Fold* foldAt(int line) const;
    void applyFolds();
    void reveal(int line);

    QWidget* m_gutter;
    QList<Fold> m_folds;
    QSet<QString> m_folded; ///< paths
    int m_matches = 0;
};

} // namespace deployment
