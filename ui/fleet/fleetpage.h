#pragma once

#include "core/flink/connection.h"
#include "ui/fleet/attention.h"
#include "ui/fleet/evidencepool.h"
#include "ui/fleet/feed.h"
#include "ui/fleet/fleetmodel.h"
#include "ui/fleet/situation.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace widgets {
class EmptyState;
class LoadingRows;
class ObjectTable;
class StaleBanner;
} // namespace widgets

namespace fleet {

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
    FleetModel& model() { return m_model; }
    const Row* selectedRow() const; ///< the current one; null: none
    /// Asks Flink again about the rows in view, and takes up connections that wait.
    void refresh();

signals:
    void openRequested(const QString& connectionId, const kube::ObjectKey& deployment);
    void connectRequested(); ///< there is no connection, and the user asks for one
    void countsChanged();    ///< of model()
    void selectionChanged(); ///< of selectedRow(), or its values

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void makeTable();
    void connectParts();
    void retranslate();
    void applyFilter();
    void clearFilter();
    void sortBy(int column);
    void showCounts();
    void showTrouble();
    void chooseContent();
    QList<Situation::Party> parties() const;
    void openRow(int row);
    void tick();

    FleetModel m_model;
    EvidencePool m_evidence;
    Attention m_attention;
    std::vector<std::unique_ptr<Feed>> m_feeds;
    QStringList m_scopeConnections, m_scopeNameSpaces;
    TileBar* m_tiles;
    FilterBar* m_filter;
    widgets::StaleBanner* m_trouble;
    QStackedLayout* m_content;
    widgets::ObjectTable* m_table;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
    QTimer m_holdEnd;
};

} // namespace fleet
