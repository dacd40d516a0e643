#pragma once

#include "core/manifest/change.h"

#include <QList>
#include <QTextCursor>
#include <QWidget>

namespace editor {

class ManifestEdit;

/// Beside the lines of a text, at its right edge: what runs there now, and how much the change asks of the job.
class ChangeMarks : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeMarks(ManifestEdit& edit);

    struct Mark
    {
        QTextCursor place; ///< moves along with the text
        manifest::ChangeClass weight = manifest::ChangeClass::Upgrade;
        QString was; ///< the value that runs, safe to show; empty: there is none
    };
    void present(const QList<Mark>& marks);
    const QList<Mark>& marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    ManifestEdit& m_edit;
    QList<Mark> m_marks;
};

} // namespace editor
