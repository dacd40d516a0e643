#include "ui/editor/problemmodel.h"

#include "ui/editor/severity.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

namespace editor {

void ProblemModel::setRows(const QList<Row>& rows)
{
    qsizetype head = 0, tail = 0;
    const qsizetype most = std::min(rows.size(), m_rows.size());
    // A line more or less above moves a row, but it is the same.
    const auto isSame = [](const Row& left, const Row& right) {
        return left.message == right.message && left.rule == right.rule && left.column == right.column;
    };
    while (head < most && isSame(rows[head], m_rows[head]))
        ++head;
    while (tail < most - head && isSame(rows[rows.size() - 1 - tail], m_rows[m_rows.size() - 1 - tail]))
        ++tail;
    const auto first = static_cast<int>(head);
    const auto gone = static_cast<int>(m_rows.size() - head - tail), come = static_cast<int>(rows.size() - head - tail);
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_rows = m_rows.first(head) + rows.sliced(head, come) + m_rows.sliced(head);
        endInsertRows();
    }
    if (m_rows == rows)
        return;
    m_rows = rows;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemModel::textOf(const Row& row, int column) const
{
    switch (column) {
    case SeverityColumn:
        return severityWord(row.severity);
    case MessageColumn:
        return row.message;
    case PlaceColumn:
        return tr("line %1").arg(row.line);
    case FixColumn:
        return row.fix;
    case RuleColumn:
        return row.rule;
    }
    return {};
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows[index.row()];
    if (role == Qt::DisplayRole || role == widgets::cell::ExactRole)
        return textOf(row, index.column());
    if (role == Qt::ToolTipRole)
        return widgets::plainToolTip(row.explanation.isEmpty() ? row.message : row.explanation);
    if (index.column() == SeverityColumn && row.severity != manifest::Finding::Severity::Info) {
        const bool isError = row.severity == manifest::Finding::Severity::Error;
        if (role == widgets::cell::HealthRole)
            return static_cast<int>(isError ? base::Health::Broken : base::Health::AtRisk);
    }
    return {};
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Problem");
    case PlaceColumn:
        return tr("Where");
    case FixColumn:
        return tr("Fix");
    case RuleColumn:
        return tr("Rule");
    }
    return {};
}

void ProblemModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace editor
