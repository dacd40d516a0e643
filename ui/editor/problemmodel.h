#pragma once

#include "ui/editor/problem.h"

#include <QAbstractTableModel>

namespace editor {

/// The problems of one text, in its order.
class ProblemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, FixColumn, RuleColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    struct Row
    {
        manifest::Finding::Severity severity = manifest::Finding::Severity::Error;
        QString message, fix, rule, explanation;
        int line = 1, column = 1;

        friend bool operator==(const Row&, const Row&) = default;
    };

    /// Rows that are as they were stay, so that the selection does.
    void setRows(const QList<Row>& rows);
    const QList<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    QString textOf(const Row& row, int column) const;

    QList<Row> m_rows;
};

} // namespace editor
