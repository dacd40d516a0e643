#pragma once

#include "ui/widgets/keymap.h"

#include <QAbstractTableModel>

namespace settings {

/// The commands of a map of keys as rows: what, where, and by which keys.
class KeyTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Where, Keys };
    static constexpr int columns = 3;

    explicit KeyTable(widgets::KeyMap& map, QObject* parent = nullptr);

    QString idAt(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();

    widgets::KeyMap& m_map;
};

} // namespace settings
