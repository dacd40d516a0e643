#include "ui/operations/operationmodel.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace operations {

using workflow::Operation;

OperationModel::OperationModel(const Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_rows(desk.operations())
{
    connect(&desk, &Desk::loaded, this, &OperationModel::takeAll);
    connect(&desk, &Desk::begun, this, &OperationModel::takeAll);
    connect(&desk, &Desk::changed, this, &OperationModel::take);
    if (auto* display = widgets::TimeDisplay::instance()) {
        connect(display, &widgets::TimeDisplay::ticked, this, &OperationModel::tick);
        connect(display, &widgets::TimeDisplay::changed, this, &OperationModel::retranslate);
    }
}

/// Rows that stay keep what is selected in them.
void OperationModel::takeAll()
{
    const QList<Operation>& all = m_desk.operations();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(all, m_rows.at(row).id, &Operation::id) != all.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(all.size()); ++row) {
        const int before = rowOf(all.at(row).id);
        if (before == row)
            continue;
        if (before > row) {
            beginMoveRows({}, before, before, {}, row);
            m_rows.move(before, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_rows.insert(row, all.at(row));
            endInsertRows();
        }
    }
    m_rows = all;
    retranslate();
}

void OperationModel::take(const QString& id)
{
    const int row = rowOf(id);
    const Operation* now = m_desk.operation(id);
    if (row < 0 || !now)
        return;
    m_rows[row] = *now;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void OperationModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).state == Operation::State::Running)
            emit dataChanged(index(row, TookColumn), index(row, StandColumn));
    }
}

const Operation* OperationModel::operation(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows.at(row) : nullptr;
}

int OperationModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_rows, id, &Operation::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int OperationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OperationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OperationModel::textOf(const Operation& operation, int column) const
{
    switch (column) {
    case StateColumn:
        return m_desk.isCancelling(operation.id) ? tr("cancelling")
               : m_desk.isStuck(operation.id)    ? tr("stuck")
                                                 : workflow::stateText(operation.state);
    case TitleColumn:
        return base::visibleText(operation.plan.title.isEmpty() ? operation.id : operation.plan.title, 200);
    case ContextColumn:
        return base::visibleText(operation.plan.context, 80);
    case BegunColumn:
        return widgets::timeText(operation.startedAt);
    case TookColumn:
        return tookText(operation.startedAt, operation.state == Operation::State::Running
                                                 ? QDateTime::currentDateTimeUtc()
                                                 : operation.endedAt);
    case ByColumn:
        return base::visibleText(operation.by, 80);
    case StandColumn:
        return standText(operation);
    }
    return {};
}

QVariant OperationModel::data(const QModelIndex& index, int role) const
{
    const Operation* shown = index.isValid() ? operation(index.row()) : nullptr;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case widgets::cell::ExactRole:
        return textOf(*shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TookColumn)
            return widgets::plainToolTip(usualText(shown->plan.expected));
        return index.column() == BegunColumn ? widgets::plainToolTip(widgets::timeToolTip(shown->startedAt))
                                             : widgets::plainToolTip(textOf(*shown, index.column()));
    case widgets::cell::HealthRole:
        if (index.column() != StateColumn)
            return {};
        return static_cast<int>(m_desk.isStuck(shown->id) ? base::Health::AtRisk : familyOf(shown->state));
    case widgets::cell::EnvironmentRole: {
        const Cluster cluster = m_desk.clusterOfContext(shown->plan.context);
        const bool isKnown = index.column() == ContextColumn && cluster.environment != base::Environment::Unset;
        return isKnown ? QVariant(static_cast<int>(cluster.environment)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant OperationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == widgets::cell::KeyRole) {
        static const QStringList keys{u"state"_s, u"title"_s, u"context"_s, u"begun"_s, u"took"_s, u"by"_s, u"stand"_s};
        return keys.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case TitleColumn:
        return tr("Operation");
    case ContextColumn:
        return tr("Context");
    case BegunColumn:
        return tr("Begun");
    case TookColumn:
        return tr("Took");
    case ByColumn:
        return tr("By");
    case StandColumn:
        return tr("Where it stands");
    }
    return {};
}

void OperationModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace operations
