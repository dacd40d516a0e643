#pragma once

#include "core/flink/connection.h"
#include "ui/fleet/attention.h"
#include "ui/fleet/evidencepool.h"
#include "ui/fleet/feed.h"
#include "ui/fleet/fleetmodel.h"
#include "ui/fleet/savedviews.h"
#include "ui/fleet/situation.h"

#include <QWidget>

#include <memory>

class QMenu;
class QStackedLayout;

namespace widgets {
class EmptyState;
class LoadingRows;
class ObjectTable;
class StaleBanner;
} // namespace widgets

namespace fleet {

class ColumnMenu;
class FilterBar;
class TileBar;

/// One table over all deployments of all open connections, the most urgent first, with tiles and a filter above it.
class FleetPage : public QWidget
{
    Q_OBJECT
public:
    explicit FleetPage(QWidget* parent = nullptr);
    ~FleetPage() override;

    /// `connection` must live until it is removed.
    void addConnection(flink::Connection& connection);
    void removeConnection(flink::Connection& connection);
    /// Limits the table to connections and namespaces; an empty list means all.
    void setScope(const QStringList& connectionIds, const QStringList& nameSpaces);
    void setFilterText(const QString& text);
    QString filterText() const;
    /// What is shown now, as a view without a name.
    SavedView shown() const;
    /// Filter, tile, order and namespaces of this view; without an order the table keeps the one it has.
    void showView(const SavedView& view);
    SavedViews& savedViews() { return m_savedViews; }
    /// Asks for a name and keeps what is shown under it.
    void saveView();
    /// Asks for a label and gives it a column.
    void addLabelColumn();
    FleetModel& model() { return m_model; }
    const Row* selectedRow() const;     ///< the current one; null: none
    QList<RowKey> selectedRows() const; ///< from the top
    /// Asks Flink again about the rows in view, and takes up connections that wait.
    void refresh();

signals:
    void openRequested(const QString& connectionId, const kube::ObjectKey& deployment);
    void connectRequested(); ///< there is no connection, and the user asks for one
    /// A view brings namespaces of its own, or all are wanted again (empty).
    void nameSpacesWanted(const QStringList& nameSpaces);
    /// Before the menu of rows opens, for more entries about them.
    void rowMenuFilled(QMenu* menu, const QList<fleet::RowKey>& rows);
    void viewsChanged();     ///< savedViews()
    void countsChanged();    ///< of model()
    void selectionChanged(); ///< of selectedRow(), or its values

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void makeTable();
    void makeDelegates();
    void connectTable();
    void connectColumns();
    void connectParts();
    void retranslate();
    void applyFilter();
    void clearFilter();
    void sort(const QList<SortKey>& keys);
    void sortBy(int section, Sorting how);
    void showOrder();
    void setLabelColumns(const QStringList& keys);
    void hideColumn(int section);
    void fillRowMenu(QMenu* menu, int row, int section);
    void showCounts();
    void showTrouble();
    void fold();
    void chooseContent();
    QList<Situation::Party> parties() const;
    void openRow(int row);
    void tick();

    FleetModel m_model;
    SavedViews m_savedViews;
    EvidencePool m_evidence;
    Attention m_attention;
    std::vector<std::unique_ptr<Feed>> m_feeds;
    QStringList m_scopeConnections, m_scopeNameSpaces;
    TileBar* m_tiles;
    FilterBar* m_filter;
    widgets::StaleBanner* m_trouble;
    QStackedLayout* m_content;
    widgets::ObjectTable* m_table;
    ColumnMenu* m_columnMenu;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
    QTimer m_holdEnd;
};

} // namespace fleet
