#pragma once

#include "core/plans/candidates.h"

#include <QAbstractTableModel>

namespace operations {

/// What a job could be started from, the best first; the last row is to start it without any state.
class CandidateModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { VerdictColumn, NameColumn, CompletedColumn, SourcesColumn, SizeColumn, ProblemColumn, ColumnCount };

    explicit CandidateModel(QObject* parent = nullptr);

    void setCandidates(const QList<plans::Candidate>& candidates);
    const QList<plans::Candidate>& candidates() const { return m_candidates; }
    void retranslate();
    /// Null: the row that starts empty, or none.
    const plans::Candidate* candidate(int row) const;
    int emptyRow() const { return static_cast<int>(m_candidates.size()); }
    int rowOf(const QString& path) const; ///< -1: not there
    /// The first that is trusted; the one that starts empty is never the best.
    int bestRow() const; ///< -1: there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const plans::Candidate& candidate, int column);
    static QString emptyText(int column);

    QList<plans::Candidate> m_candidates;
};

} // namespace operations
