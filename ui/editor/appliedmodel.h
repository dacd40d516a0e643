#pragma once

#include "core/plans/applyrecord.h"

#include <QAbstractTableModel>

namespace editor {

/// What Drey has applied, newest first, with how each ended.
class AppliedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { OutcomeColumn, ObjectColumn, ClusterColumn, TimeColumn, MessageColumn, ColumnCount };

    /// The record must outlive it.
    explicit AppliedModel(const plans::ApplyRecord& record, QObject* parent = nullptr);

    /// Reads the record anew.
    void reload();
    void retranslate();
    const QList<plans::AppliedEntry>& entries() const { return m_entries; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(QList<plans::AppliedEntry> entries);
    QString textOf(const plans::AppliedEntry& entry, int column) const;

    const plans::ApplyRecord& m_record;
    QList<plans::AppliedEntry> m_entries;
};

} // namespace editor
