#pragma once

#include "ui/code/diffview.h"
#include "ui/editor/comparison.h"

namespace editor {

/// A comparison with the class of each change beside its line.
class DiffView : public code::DiffView
{
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    void present(const QList<DiffLine>& lines);
    const QList<DiffLine>& lines() const { return m_lines; }

signals:
    void chosen(const QStringList& path); ///< a line of a change was clicked, or Enter pressed on it

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QTextCursor& cursor);

    QList<DiffLine> m_lines;
};

} // namespace editor
