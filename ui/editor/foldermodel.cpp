#include "ui/editor/foldermodel.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

using namespace Qt::StringLiterals;

namespace editor {

void FolderModel::setFiles(const QList<FolderFile>& files)
{
    qsizetype row = 0;
    for (const FolderFile& file : files) {
        while (row < m_files.size() && m_files[row].name < file.name) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            m_files.removeAt(row);
            endRemoveRows();
        }
        if (row == m_files.size() || m_files[row].name != file.name) {
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            m_files.insert(row, file);
            endInsertRows();
        } else if (m_files[row].size != file.size || m_files[row].modified != file.modified) {
            // Its counts are shown until they are known anew.
            m_files[row].size = file.size;
            m_files[row].modified = file.modified;
            m_files[row].isChecked = false;
            emit dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
        }
        ++row;
    }
    if (row < m_files.size()) {
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(m_files.size()) - 1);
        m_files.resize(row);
        endRemoveRows();
    }
}

void FolderModel::setChecked(const FolderFile& file)
{
    for (int row = 0; row < m_files.size(); ++row) {
        FolderFile& here = m_files[row];
        if (here.name != file.name || here.size != file.size || here.modified != file.modified)
            continue;
        here = file;
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
}

void FolderModel::forget()
{
    for (FolderFile& file : m_files)
        file.isChecked = false;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_files.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_files.size()) - 1, ColumnCount - 1));
}

int FolderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int FolderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FolderModel::stateOf(const FolderFile& file) const
{
    if (!file.isChecked)
        return tr("Checking");
    if (!file.fault.isEmpty())
        return tr("Not checked");
    if (file.errors > 0)
        return tr("Errors");
    if (file.warnings > 0)
        return tr("Warnings");
    return file.objects.isEmpty() ? tr("No object") : tr("No problems");
}

QString FolderModel::textOf(const FolderFile& file, int column) const
{
    const auto count = [&file](int number) {
        return file.fault.isEmpty() && (file.isChecked || number > 0) ? QString::number(number) : QString();
    };
    switch (column) {
    case StateColumn:
        return stateOf(file);
    case NameColumn:
        return base::visibleText(file.name);
    case ObjectsColumn:
        return base::visibleText(file.fault.isEmpty() ? file.objects.join(u", "_s) : file.fault);
    case ErrorsColumn:
        return count(file.errors);
    case WarningsColumn:
        return count(file.warnings);
    }
    return {};
}

QVariant FolderModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_files.size())
        return {};
    const FolderFile& file = m_files[index.row()];
    const int column = index.column();
    const bool isCount = column == ErrorsColumn || column == WarningsColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(file, column);
    case widgets::cell::ExactRole:
        return column == NameColumn ? file.name : textOf(file, column);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(textOf(file, column));
    case Qt::TextAlignmentRole:
        return isCount ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case widgets::cell::GlyphRole:
        if (column != StateColumn)
            return {};
        return static_cast<int>(!file.isChecked          ? theme::Glyph::Unknown
                                : !file.fault.isEmpty()  ? theme::Glyph::Unknown
                                : file.errors > 0        ? theme::Glyph::Broken
                                : file.warnings > 0      ? theme::Glyph::AtRisk
                                : file.objects.isEmpty() ? theme::Glyph::Unknown
                                                         : theme::Glyph::Healthy);
    case widgets::cell::FamilyRole:
        if (column == ErrorsColumn && file.errors > 0)
            return static_cast<int>(base::Health::Broken);
        if (column == WarningsColumn && file.warnings > 0)
            return static_cast<int>(base::Health::AtRisk);
        return {};
    default:
        return {};
    }
}

QVariant FolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= ErrorsColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("Verdict");
    case NameColumn:
        return tr("File");
    case ObjectsColumn:
        return tr("Objects in it");
    case ErrorsColumn:
        return tr("Errors");
    case WarningsColumn:
        return tr("Warnings");
    }
    return {};
}

} // namespace editor
