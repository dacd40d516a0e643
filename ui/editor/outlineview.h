#pragma once

#include "ui/editor/problem.h"

#include <QTreeWidget>

namespace editor {

/// The documents of a text and their parts, each with how much is wrong in it; a click goes there.
class OutlineView : public QTreeWidget
{
    Q_OBJECT
public:
    explicit OutlineView(QWidget* parent = nullptr);

    /// `problems` in the order of the text.
    void present(const QList<OutlinePart>& parts, const QList<Problem>& problems);
    /// Marks the part the cursor is in.
    void setPlace(qsizetype position);

signals:
    void chosen(qsizetype position);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild(const QList<OutlinePart>& parts);
    void count(const QList<Problem>& problems);

    QList<OutlinePart> m_parts;
    QList<QTreeWidgetItem*> m_items; ///< one a part
};

} // namespace editor
