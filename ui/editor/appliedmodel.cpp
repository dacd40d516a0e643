#include "ui/editor/appliedmodel.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "ui/editor/applyrun.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

/// More than these nobody scrolls through; all of them are in the file.
constexpr qsizetype mostShown = 200;

} // namespace

AppliedModel::AppliedModel(const plans::ApplyRecord& record, QObject* parent)
    : QAbstractTableModel(parent)
    , m_record(record)
{
    reload();
}

void AppliedModel::reload()
{
    base::inBackground(
        this, [record = m_record] { return record.entries(); },
        [this](const QList<plans::AppliedEntry>& entries) { take(entries); });
}

void AppliedModel::take(QList<plans::AppliedEntry> entries)
{
    std::reverse(entries.begin(), entries.end());
    entries = entries.first(std::min(entries.size(), mostShown));
    // What is new stands above; what was there may have come to its end.
    const auto isKnown = [this](const plans::AppliedEntry& entry) {
        return !m_entries.isEmpty() && entry.id == m_entries.constFirst().id;
    };
    const auto news = static_cast<int>(std::find_if(entries.begin(), entries.end(), isKnown) - entries.begin());
    if (news > 0) {
        beginInsertRows({}, 0, news - 1);
        m_entries = entries.first(news) + m_entries;
        endInsertRows();
    }
    if (m_entries.size() > entries.size()) {
        beginRemoveRows({}, static_cast<int>(entries.size()), static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(entries.size());
        endRemoveRows();
    }
    m_entries = entries;
    retranslate();
}

int AppliedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AppliedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AppliedModel::textOf(const plans::AppliedEntry& entry, int column) const
{
    switch (column) {
    case OutcomeColumn:
        return wordOf(entry.state.value_or(plans::ApplyState::Unknown));
    case ObjectColumn:
        return base::visibleText(entry.target.label(), 200);
    case ClusterColumn:
        return base::visibleText(entry.context, 80);
    case TimeColumn:
        return widgets::timeText(entry.begunAt);
    case MessageColumn:
        return entry.isTakeOver && entry.message.isEmpty() ? tr("Fields of others were taken over.")
                                                           : base::visibleText(entry.message, 400);
    }
    return {};
}

QVariant AppliedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const plans::AppliedEntry& entry = m_entries[index.row()];
    if (role == Qt::DisplayRole || role == widgets::cell::ExactRole)
        return textOf(entry, index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == TimeColumn ? widgets::plainToolTip(widgets::timeToolTip(entry.begunAt))
                                            : widgets::plainToolTip(textOf(entry, index.column()));
    if (role == widgets::cell::HealthRole && index.column() == OutcomeColumn)
        return static_cast<int>(familyOf(entry.state.value_or(plans::ApplyState::Unknown)));
    return {};
}

QVariant AppliedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OutcomeColumn:
        return tr("Outcome");
    case ObjectColumn:
        return tr("Applied");
    case ClusterColumn:
        return tr("Cluster");
    case TimeColumn:
        return tr("When");
    case MessageColumn:
        return tr("Note");
    }
    return {};
}

void AppliedModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace editor
