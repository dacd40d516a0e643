#pragma once

#include "ui/shell/navigatormodel.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTreeView;

namespace widgets {
class SearchField;
}

namespace shell {

/// The tree at the left: where one can go.
class Navigator : public QWidget
{
    Q_OBJECT
public:
    explicit Navigator(connections::Book& book, QWidget* parent = nullptr);

    NavigatorModel& model() { return *m_model; }
    /// Marks the row of the page in front, if it has one.
    void setCurrent(const Address& address);
    void focusTree();
    /// Asks for this page, and opens the connection it is of when that is not open.
    void open(const Address& address);

signals:
    void openRequested(const shell::Address& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    void filter(const QString& text);
    void openAt(const QModelIndex& index);
    void showMenu(const QPoint& where);
    void retranslate();

    connections::Book& m_book;
    NavigatorModel* m_model;
    QSortFilterProxyModel* m_filtered;
    widgets::SearchField* m_search;
    QTreeView* m_tree;
};

} // namespace shell
