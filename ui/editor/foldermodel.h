#pragma once

#include "ui/editor/folderscan.h"

#include <QAbstractTableModel>

namespace editor {

/// The manifests of a folder. Rows come and go one by one, so that the selection stays.
class FolderModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, NameColumn, ObjectsColumn, ErrorsColumn, WarningsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What is known of files that are as they were stays known.
    void setFiles(const QList<FolderFile>& files);
    void setChecked(const FolderFile& file); ///< does nothing when it is there no more, or is another by now
    const QList<FolderFile>& files() const { return m_files; }
    void forget(); ///< what was found, for example when the language has changed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const FolderFile& file, int column) const;
    QString stateOf(const FolderFile& file) const;

    QList<FolderFile> m_files; ///< by name
};

} // namespace editor
