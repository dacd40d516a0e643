#pragma once

#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace connections {

class Book;
class Clinic;

/// The connections of a book as rows: how they are, what they are, what was found.
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Name, Type, Found, From, Action };
    static constexpr int columns = 6;

    ConnectionModel(Book& book, Clinic& clinic, QObject* parent = nullptr);

    QString idAt(int row) const;
    int rowOf(const QString& id) const; ///< -1: not there
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void sync();
    void touch(const QString& id);

    Book& m_book;
    Clinic& m_clinic;
    QStringList m_ids;
};

} // namespace connections
