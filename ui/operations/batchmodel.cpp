#include "ui/operations/batchmodel.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

using namespace Qt::StringLiterals;

namespace operations {

using base::Health;
using State = Batch::State;
using workflow::Check;

namespace {

/// What somebody should read before he agrees.
QStringList warningsOf(const workflow::Plan& plan)
{
    QStringList warnings;
    for (const Check& check : plan.preflight) {
        if (check.verdict == Check::Verdict::Warn || check.verdict == Check::Verdict::Unknown)
            warnings.append(check.message);
    }
    return warnings;
}

} // namespace

BatchModel::BatchModel(const Batch& batch, QObject* parent)
    : QAbstractTableModel(parent)
    , m_batch(batch)
{
    connect(&batch, &Batch::changed, this,
            [this](qsizetype row) { emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1)); });
    if (auto* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::changed, this, &BatchModel::retranslate);
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_batch.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Health BatchModel::familyOfRow(int row) const
{
    const workflow::Operation* operation = m_batch.operation(row);
    switch (m_batch.state(row)) {
    case State::Queued:
    case State::Checking:
        return Health::Changing;
    case State::Blocked:
    case State::Refused:
        return Health::Broken;
    case State::Ready:
        return warningsOf(*m_batch.draft(row).plan()).isEmpty() ? Health::Healthy : Health::AtRisk;
    case State::Waiting:
    case State::Left:
        return Health::Suspended;
    case State::Begun:
        break;
    }
    if (!operation)
        return Health::Unknown;
    return m_batch.desk().isStuck(operation->id) ? Health::AtRisk : familyOf(operation->state);
}

QString BatchModel::stateOfRow(int row) const
{
    switch (m_batch.state(row)) {
    case State::Queued:
    case State::Checking:
        return tr("checking");
    case State::Blocked:
        return tr("not possible");
    case State::Ready:
        return warningsOf(*m_batch.draft(row).plan()).isEmpty() ? tr("ready") : tr("with warnings");
    case State::Waiting:
        return tr("waiting");
    case State::Refused:
        return tr("not begun");
    case State::Left:
        return tr("left out");
    case State::Begun:
        break;
    }
    const workflow::Operation* operation = m_batch.operation(row);
    return operation ? workflow::stateText(operation->state) : wordOf(Check::Verdict::Unknown);
}

QString BatchModel::standOfRow(int row) const
{
    const Draft& draft = m_batch.draft(row);
    switch (m_batch.state(row)) {
    case State::Queued:
    case State::Checking:
        return {};
    case State::Blocked:
        return base::visibleText(draft.obstacle(), 1000);
    case State::Ready:
        return base::visibleText(warningsOf(*draft.plan()).join(u' '), 1000);
    case State::Waiting:
        return tr("Its turn comes when another one is over.");
    case State::Refused:
        return draft.hasMoved() ? tr("It has changed since it was planned, so that it has not begun.")
                                : base::visibleText(draft.obstacle(), 1000);
    case State::Left:
        return tr("It was taken back before its turn.");
    case State::Begun:
        break;
    }
    const workflow::Operation* operation = m_batch.operation(row);
    return operation ? standText(*operation) : QString();
}

QString BatchModel::textOf(int row, int column) const
{
    const Draft& draft = m_batch.draft(row);
    switch (column) {
    case StateColumn:
        return stateOfRow(row);
    case NameColumn:
        return base::visibleText(draft.intent().name, 120);
    case ContextColumn:
        return base::visibleText(draft.cluster().context, 80);
    case PlanColumn:
        return draft.plan() ? base::visibleText(draft.plan()->summary, 1000) : QString();
    case StandColumn:
        return standOfRow(row);
    }
    return {};
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row(), column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case widgets::cell::ExactRole:
        return textOf(row, column);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(textOf(row, column));
    case widgets::cell::SecondaryRole:
        return column == NameColumn ? QVariant(base::visibleText(m_batch.draft(row).intent().nameSpace, 80))
                                    : QVariant();
    case widgets::cell::HealthRole:
        return column == StateColumn ? QVariant(static_cast<int>(familyOfRow(row))) : QVariant();
    case widgets::cell::EnvironmentRole: {
        const base::Environment environment = m_batch.draft(row).cluster().environment;
        const bool isKnown = column == ContextColumn && environment != base::Environment::Unset;
        return isKnown ? QVariant(static_cast<int>(environment)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == widgets::cell::KeyRole) {
        static const QStringList keys{u"state"_s, u"name"_s, u"context"_s, u"plan"_s, u"stand"_s};
        return keys.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case NameColumn:
        return tr("Name");
    case ContextColumn:
        return tr("Context");
    case PlanColumn:
        return tr("What becomes of the state");
    case StandColumn:
        return tr("Where it stands");
    }
    return {};
}

void BatchModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace operations
