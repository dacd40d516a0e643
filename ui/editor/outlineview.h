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
    /// How much is wrong in a part.
    struct Count
    {
        int problems = 0;
        manifest::Finding::Severity gravest = manifest::Finding::Severity::Info;

        friend bool operator==(const Count&, const Count&) = default;
    };

    void rebuild(const QList<OutlinePart>& parts);
    QList<Count> counted(const QList<Problem>& problems) const;
    void show(QTreeWidgetItem* item, const Count& count);

    QList<OutlinePart> m_parts;
    QList<QTreeWidgetItem*> m_items; ///< one a part
    QList<Count> m_counts;           ///< one a part; what the items show
    bool m_isStale = true;           ///< the items do not say what the parts say
};

} // namespace editor
