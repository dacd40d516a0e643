#include "ui/settings/keytable.h"

#include "ui/theme/theme.h"

namespace settings {

using namespace Qt::StringLiterals;

KeyTable::KeyTable(widgets::KeyMap& map, QObject* parent)
    : QAbstractTableModel(parent)
    , m_map(map)
{
    connect(&map, &widgets::KeyMap::changed, this, &KeyTable::refresh);
}

void KeyTable::refresh()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void KeyTable::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    refresh();
}

QString KeyTable::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_map.commands().at(row).id : QString();
}

int KeyTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_map.commands().size());
}

int KeyTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant KeyTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const widgets::KeyCommand& command = m_map.commands().at(index.row());
    if (role == Qt::FontRole && index.column() == Keys && m_map.isChanged(command.id))
        return theme::font(theme::Type::Strong);
    if (role == Qt::ToolTipRole && index.column() == Keys && m_map.isChanged(command.id))
        return tr("Changed by you");
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Name:
        return command.name();
    case Where:
        return m_map.placeName(command.place);
    case Keys: {
        const QString keys = widgets::allKeysText(command);
        return keys.isEmpty() ? u"–"_s : keys;
    }
    }
    return {};
}

QVariant KeyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Command");
    case Where:
        return tr("Where");
    case Keys:
        return tr("Keys");
    }
    return {};
}

} // namespace settings
