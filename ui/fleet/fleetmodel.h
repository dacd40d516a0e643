#pragma once

#include "ui/fleet/celltext.h"
#include "ui/fleet/query.h"
#include "ui/fleet/rowordering.h"

#include <QAbstractTableModel>
#include <QSet>

#include <array>
#include <deque>
#include <functional>
#include <vector>

namespace fleet {

/// Which rows are shown. An empty list means all.
struct Filter
{
    Query query;
    std::optional<base::Health> family; ///< the pressed tile
    QStringList connections;            ///< ids
    QStringList nameSpaces;
};

/// What the tiles and the line beside the filter tell.
struct Counts
{
    std::array<int, 6> byHealth{};  ///< of what the filter lets through, whatever tile is pressed; index: base::Health
    std::array<int, 6> tentative{}; ///< of those: how many are not confirmed by all sources
    int matching = 0;               ///< the sum of byHealth
    int shown = 0;                  ///< after the tile, too
    int total = 0;                  ///< everything known

    friend bool operator==(const Counts&, const Counts&) = default;
};

/// The fleet's rows, filtered and sorted. Never reset: a change of any size arrives as ranges inserted, removed or
/// changed, or as one change of layout, so that selection, scroll and persistent indexes survive. Built for 50,000 rows
/// and thousands of changes a second: a changed row costs a place in a list, and signals are emitted for visible rows
/// only.
class FleetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit FleetModel(QObject* parent = nullptr);

    /// Adds or replaces `rows` and takes out `gone`; at most one of both a key.
    void apply(QList<Row> rows, const QList<RowKey>& gone);
    const Row* row(const RowKey& key) const; ///< null: not known
    const Row& rowAt(int index) const;       ///< of the shown rows
    int indexOf(const RowKey& key) const;    ///< -1: not shown
    QList<RowKey> keysOf(const QString& connection) const;

    void setFilter(const Filter& filter);
    const Filter& filter() const { return m_filter; }
    /// The first key decides; equal rows are ordered by context, namespace and name.
    void setSort(const QList<SortKey>& keys);
    const QList<SortKey>& sortKeys() const { return m_sort; }

    /// The labels that have a column, behind the others and in this order.
    void setLabelColumns(const QStringList& keys);
    const QStringList& labelColumns() const { return m_labels; }
    /// The column of a section, in ascending order; and the section of a column, -1: it has none.
    SortKey columnAt(int section) const;
    int sectionOf(const SortKey& column) const;
    /// Something rows have, and how many have it.
    struct Share
    {
        QString text;
        int rows = 0;

        friend bool operator==(const Share&, const Share&) = default;
    };
    /// The labels of all rows, the most frequent first. Looks at every row.
    QList<Share> labelKeys() const;
    /// The values `valueOf` tells of the rows in scope, the most frequent first. Looks at every row.
    QList<Share> values(const std::function<QString(const Row& row)>& valueOf) const;

    /// The rows whose changes are worth a signal; all until told.
    void setVisibleRange(int first, int last);
    /// While held, rows keep their places and none comes or goes: somebody is about to click. Values still change.
    void setHeld(bool held);
    int waiting() const; ///< how many rows wait for a place, or to go

    void setNow(qint64 nowMs); ///< ages are told from here; called each second
    /// Language or the form of times has changed.
    void retranslate();
    qint64 now() const { return m_now; }
    const Counts& counts() const { return m_counts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged();

private:
    struct Slot
    {
        Row row;
        bool used = false;
        bool matches = false; ///< of the filter without the tile
        bool gone = false;
    };

    int slotFor(const RowKey& key);
    bool accepts(const Row& row) const;
    bool isShown(const Slot& slot) const;
    void count(const Slot& slot, int sign);
    void replaceRow(int slot, Row row, std::vector<int>* changed);
    void emitChanged(std::vector<int> rows);
    void tellCounts(); ///< unless they are as told last
    void refilter();
    bool isBefore(int left, int right) const;
    void place();
    void moveTo(const std::vector<int>& target);
    void removeOthers(const std::vector<char>& keep);
    void insertMissing(const std::vector<int>& target);
    void reorder(std::vector<int> order);
    QVariant lookOf(const Row& row, Column column, int role) const;
    QVariant labelOf(const Row& row, const QString& key, int role) const;
    QString orderText(const SortKey& column) const;
    bool isInScope(const Row& row) const;
    int lastColumn() const { return columnCount() - 1; }
    void freeGoneSlots();
    int placeOf(int slot) const; ///< row; -1: not shown

    std::deque<Slot> m_slots;
    std::vector<int> m_free;
    QHash<RowKey, int> m_slotOf;
    std::vector<int> m_order;          ///< slots in the order shown
    mutable std::vector<int> m_places; ///< row by slot, -1: not shown
    mutable bool m_arePlacesKnown = false;
    QSet<int> m_unplaced; ///< slots whose place may be wrong
    Filter m_filter;
    QSet<QString> m_nameSpaces, m_connections;
    QList<SortKey> m_sort{{Column::Health, Qt::AscendingOrder}};
    QStringList m_labels;
    Counts m_counts, m_toldCounts;
    int m_toldWaiting = 0;
    qint64 m_now = 0;
    int m_firstVisible = 0, m_lastVisible = std::numeric_limits<int>::max();
    bool m_held = false;
};

} // namespace fleet
