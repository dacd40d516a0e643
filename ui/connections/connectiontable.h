#pragma once

#include "ui/widgets/table.h"

namespace connections {

class Book;
class Clinic;
class ConnectionModel;

/// The table of connections: Enter or the word at the right does what the row offers.
class ConnectionTable : public widgets::Table
{
    Q_OBJECT
public:
    ConnectionTable(Book& book, Clinic& clinic, QWidget* parent = nullptr);

    QString currentId() const; ///< empty: none
    void select(const QString& id);
    /// As high as its rows, for a page that scrolls as a whole.
    void fitHeight();
    ConnectionModel& connectionModel() { return *m_model; }

signals:
    void currentChangedTo(const QString& id);
    void openRequested(const QString& id);
    void testRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void act(const QModelIndex& index);
    void layOut();

    Book& m_book;
    ConnectionModel* m_model;
};

} // namespace connections
