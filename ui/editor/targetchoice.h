#pragma once

#include "ui/editor/clusters.h"

#include <QWidget>

class QMenu;

namespace widgets {
class DropChip;
}

namespace editor {

/// Which cluster a manifest is held against: its environment, its name, and a menu with the others.
class TargetChoice : public QWidget
{
    Q_OBJECT
public:
    TargetChoice(const Clusters& clusters, QWidget* parent = nullptr);

    void present(const Cluster& chosen); ///< without an id: none is
    QString text() const;
    QMenu& menu() { return *m_menu; }
    void openMenu();

signals:
    void chosen(const QString& id); ///< empty: none is to be

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillMenu();
    void retranslate();

    const Clusters& m_clusters;
    Cluster m_chosen;
    widgets::DropChip* m_button;
    QMenu* m_menu;
};

/// "prod-seoul"; says also that it is not connected, or of the practice cluster.
QString nameOf(const Cluster& cluster);

} // namespace editor
