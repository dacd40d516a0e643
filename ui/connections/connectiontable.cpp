#include "ui/connections/connectiontable.h"

#include "ui/connections/book.h"
#include "ui/connections/connectionmodel.h"
#include "ui/connections/connectionstatus.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/environmentchip.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace connections {

namespace {

// The environment's word, as a chip; without an environment it is the practice cluster.
class TypeDelegate : public widgets::CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                      const QModelIndex& index) const override
    {
        const QSize size = sizeOf(index);
        const QRect chip(place.left(), place.center().y() - size.height() / 2 + 1, size.width(), size.height());
        const QVariant environment = index.data(widgets::cell::EnvironmentRole);
        if (!environment.isValid())
            widgets::EnvironmentChip::paintPractice(painter, chip);
        else
            widgets::EnvironmentChip::paint(painter, chip, static_cast<base::Environment>(environment.toInt()),
                                            widgets::EnvironmentChip::Length::Long);
    }
    int contentWidth(const QModelIndex& index) const override { return sizeOf(index).width(); }

private:
    static QSize sizeOf(const QModelIndex& index)
    {
        const QVariant environment = index.data(widgets::cell::EnvironmentRole);
        return environment.isValid()
                   ? widgets::EnvironmentChip::sizeOf(static_cast<base::Environment>(environment.toInt()),
                                                      widgets::EnvironmentChip::Length::Long)
                   : widgets::EnvironmentChip::practiceSize();
    }
};

// What a click there does, as a link.
class ActionDelegate : public widgets::CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                      const QModelIndex& index) const override
    {
        painter->setPen(theme::color(theme::Role::Link));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }
};

class CodeDelegate : public widgets::CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                      const QModelIndex& index) const override
    {
        painter->setFont(theme::font(theme::Type::Code));
        painter->setPen(theme::color(theme::Role::SecondaryText));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, place.width()));
    }
};

} // namespace

ConnectionTable::ConnectionTable(Book& book, Clinic& clinic, QWidget* parent)
    : Table(parent)
    , m_book(book)
    , m_model(new ConnectionModel(book, clinic, this))
{
    setModel(m_model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setItemDelegateForColumn(ConnectionModel::State, new widgets::StatusDelegate(this));
    setItemDelegateForColumn(ConnectionModel::Name,
                             new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, this));
    setItemDelegateForColumn(ConnectionModel::Type, new TypeDelegate(this));
    setItemDelegateForColumn(ConnectionModel::From, new CodeDelegate(this));
    setItemDelegateForColumn(ConnectionModel::Action, new ActionDelegate(this));
    horizontalHeader()->setStretchLastSection(false);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() != ConnectionModel::Action)
            return;
        const QString id = m_model->idAt(index.row());
        if (isSigningIn(m_book, id))
            m_book.connection(id)->cancelSignIn();
        else
            act(index);
    });
    connect(this, &QTableView::doubleClicked, this, &ConnectionTable::act);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ConnectionTable::layOut);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ConnectionTable::layOut);
    setAccessibleName(tr("Connections"));
    layOut();
}

void ConnectionTable::act(const QModelIndex& index)
{
    const QString id = m_model->idAt(index.row());
    const Entry* entry = m_book.entry(id);
    if (!entry)
        return;
    if (entry->isUsable())
        emit openRequested(id);
    else
        emit testRequested(id);
}

QString ConnectionTable::currentId() const
{
    return currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : QString();
}

void ConnectionTable::select(const QString& id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
}

void ConnectionTable::fitHeight()
{
    const int rows = qMax(1, m_model->rowCount());
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * theme::rowHeight() + 2);
}

// The column of findings takes what the others leave.
void ConnectionTable::layOut()
{
    int others = 0;
    for (int column = 0; column < ConnectionModel::columns; ++column) {
        if (column == ConnectionModel::Found)
            continue;
        const int widest = column == ConnectionModel::From ? 260 : column == ConnectionModel::Name ? 320 : 400;
        const int width =
            qBound(70, qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 8, widest);
        setColumnWidth(column, width);
        others += width;
    }
    setColumnWidth(ConnectionModel::Found, qMax(160, viewport()->width() - others));
}

void ConnectionTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    Table::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentChangedTo(m_model->idAt(current.row()));
}

void ConnectionTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        act(currentIndex());
    else
        Table::keyPressEvent(event);
}

void ConnectionTable::resizeEvent(QResizeEvent* event)
{
    Table::resizeEvent(event);
    layOut();
}

void ConnectionTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        setAccessibleName(tr("Connections"));
        layOut();
    }
    Table::changeEvent(event);
}

} // namespace connections
