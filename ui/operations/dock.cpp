#include "ui/operations/dock.h"

#include "core/base/visibletext.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationbuttons.h"
#include "ui/operations/scrolling.h"
#include "ui/operations/stepsview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace operations {

using Column = OperationModel::Column;

namespace {

constexpr int detailWidth = 520;

} // namespace

Dock::Dock(Desk& desk, OperationModel& model, QWidget* parent)
    : QStackedWidget(parent)
    , m_desk(desk)
    , m_model(model)
    , m_empty(new widgets::EmptyState(this))
    , m_table(new widgets::Table(this))
    , m_title(new widgets::ElidedLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_buttons(new OperationButtons(desk, this))
    , m_history(new QPushButton(this))
    , m_offers(new OfferBar(desk, this))
    , m_steps(new StepsView(this))
    , m_scroll(scrolling(m_steps))
{
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(Column::StateColumn, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(Column::TitleColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, m_table));
    m_table->setItemDelegateForColumn(Column::ContextColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, m_table));
    m_table->setColumnHidden(Column::ByColumn, true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(0); // rows that are seen
    for (int column = 0; column < Column::ColumnCount; ++column)
        header->setSectionResizeMode(column, column == Column::StandColumn ? QHeaderView::Stretch
                                                                           : QHeaderView::ResizeToContents);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setChildrenCollapsible(false);
    both->addWidget(m_table);
    both->addWidget(makeDetail());
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setSizes({detailWidth, detailWidth});
    addWidget(m_empty);
    addWidget(both);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &Dock::showSelected);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &Dock::update);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &Dock::update);
    connect(&m_desk, &Desk::changed, this, [this](const QString& id) {
        if (id == selected())
            showSelected();
    });
    connect(&m_desk, &Desk::begun, this, &Dock::select);
    // Its place is known when it is laid out.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &Dock::reveal);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_isFollowing = false; });
    connect(m_history, &QPushButton::clicked, this, [this] { emit historyRequested(selected()); });
    connect(m_table, &QAbstractItemView::activated, this, [this] { emit historyRequested(selected()); });
    retranslate();
    update();
}

QWidget* Dock::makeDetail()
{
    auto* detail = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::inside, theme::between, theme::inside);
    head->setSpacing(theme::between);
    head->addWidget(m_title, 1);
    head->addWidget(m_buttons);
    head->addWidget(m_history);
    m_history->setAutoDefault(false);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    m_offers->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, theme::inside);
    column->addWidget(m_offers);
    column->addWidget(m_scroll, 1);
    detail->setMinimumWidth(detailWidth * 2 / 3);
    return detail;
}

QString Dock::selected() const
{
    const workflow::Operation* operation = m_model.operation(m_table->currentIndex().row());
    return operation ? operation->id : QString();
}

void Dock::select(const QString& id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
}

/// The newest, or the one that waits for somebody, until somebody chooses another.
void Dock::update()
{
    setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    if (m_table->currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    int row = 0;
    for (int i = m_model.rowCount() - 1; i >= 0; --i) {
        if (m_model.operation(i)->isOpen())
            row = i;
    }
    m_table->setCurrentIndex(m_model.index(row, 0));
}

void Dock::showSelected()
{
    const workflow::Operation* operation = m_desk.operation(selected());
    m_buttons->setOperation(operation ? operation->id : QString());
    m_offers->setOperation(operation ? operation->id : QString());
    m_history->setEnabled(operation);
    if (!operation) {
        m_title->clear();
        return m_steps->clear();
    }
    m_title->setText(base::visibleText(operation->plan.title, 200));
    m_steps->showOperation(*operation);
    reveal();
}

/// The step that is under way stands on top, until somebody looks at another one.
void Dock::reveal()
{
    QWidget* step = m_steps->current();
    if (step != std::exchange(m_step, step))
        m_isFollowing = true;
    if (step && m_isFollowing)
        m_scroll->verticalScrollBar()->setValue(step->mapTo(m_steps, QPoint()).y() - theme::between);
}

void Dock::retranslate()
{
    m_empty->showNone(tr("Nothing has been done yet. The operations of a deployment are on its page."));
    m_table->setAccessibleName(tr("Operations"));
    m_history->setText(tr("Details"));
    m_history->setToolTip(tr("Shows it in the history of operations"));
}

void Dock::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model.retranslate();
    }
    QStackedWidget::changeEvent(event);
}

} // namespace operations
