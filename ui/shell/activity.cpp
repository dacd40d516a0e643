#include "ui/shell/activity.h"

#include "ui/shell/docktitle.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/timedisplay.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QStackedWidget>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNotices = 200;

} // namespace

Activity::Activity(QWidget* parent)
    : QDockWidget(parent)
    , m_title(nullptr)
    , m_parts(new QStackedWidget(this))
    , m_nothingApplied(new widgets::EmptyState(this))
    , m_noProblems(new widgets::EmptyState(this))
    , m_noNotices(new widgets::EmptyState(this))
    , m_problems(new widgets::Table(this))
    , m_applied(new widgets::Table(this))
    , m_operationPart(new QStackedWidget(this))
    , m_appliedPart(new QStackedWidget(this))
    , m_problemPart(new QStackedWidget(this))
    , m_notices(new QListWidget(this))
    , m_noticePart(new QStackedWidget(this))
{
    setObjectName(u"activity"_s);
    m_title = new DockTitle(this);
    setTitleBarWidget(m_title);
    m_notices->setFrameShape(QFrame::NoFrame);
    m_notices->setItemDelegate(new widgets::CellDelegate(m_notices));
    m_notices->setSelectionMode(QAbstractItemView::SingleSelection);
    m_problems->setItemDelegate(new widgets::CellDelegate(m_problems));
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problemPart->addWidget(m_noProblems);
    m_problemPart->addWidget(m_problems);
    const auto go = [this](const QModelIndex& index) {
        if (m_page && m_page->goToProblem)
            m_page->goToProblem(index.row());
    };
    connect(m_problems, &QAbstractItemView::clicked, this, go);
    connect(m_problems, &QAbstractItemView::activated, this, go);
    m_noticePart->addWidget(m_noNotices);
    m_noticePart->addWidget(m_notices);
    m_applied->setItemDelegate(new widgets::CellDelegate(m_applied));
    m_applied->setFrameShape(QFrame::NoFrame);
    m_appliedPart->addWidget(m_nothingApplied);
    m_appliedPart->addWidget(m_applied);
    m_parts->addWidget(m_operationPart);
    m_parts->addWidget(m_appliedPart);
    m_parts->addWidget(m_problemPart);
    m_parts->addWidget(m_noticePart);
    m_parts->setBackgroundRole(QPalette::Base);
    m_parts->setAutoFillBackground(true);
    m_parts->setMinimumHeight(92);
    setWidget(m_parts);
    connect(m_title, &DockTitle::chosen, this, [this](int part) { showPart(static_cast<Part>(part)); });
    retranslate();
    showPart(Part::Operations);
}

void Activity::showPart(Part part)
{
    m_parts->setCurrentIndex(static_cast<int>(part));
    m_title->setChosen(static_cast<int>(part));
    if (part == Part::Notices && m_unread > 0) {
        m_unread = 0;
        emit noticesChanged();
    }
}

void Activity::note(base::Health family, const QString& text)
{
    auto* item = new QListWidgetItem(widgets::absoluteText(QDateTime::currentDateTimeUtc()) + u"   "_s + text);
    item->setData(widgets::cell::HealthRole, static_cast<int>(family));
    m_notices->insertItem(0, item);
    delete m_notices->takeItem(mostNotices);
    const bool seen = isVisible() && m_parts->currentIndex() == static_cast<int>(Part::Notices);
    if (!seen)
        ++m_unread;
    updateNotices();
    emit noticesChanged();
}

void Activity::setPage(Page* page)
{
    QAbstractItemModel* model = page ? page->problems : nullptr;
    m_page = page;
    if (m_model == model)
        return updateProblems();
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_problems->setModel(model);
    if (model) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &Activity::updateProblems);
        m_problems->horizontalHeader()->setStretchLastSection(false);
        m_problems->horizontalHeader()->setResizeContentsPrecision(0); // rows that are seen
        // What the problem is takes what the others leave.
        for (int column = 0; column < model->columnCount(); ++column)
            m_problems->horizontalHeader()->setSectionResizeMode(column, column == 1 ? QHeaderView::Stretch
                                                                                     : QHeaderView::ResizeToContents);
    }
    updateProblems();
}

void Activity::setOperations(QWidget* operations)
{
    m_operationPart->addWidget(operations);
    m_operationPart->setCurrentWidget(operations);
}

void Activity::setApplied(QAbstractItemModel* applied)
{
    if (QAbstractItemModel* before = m_applied->model())
        before->disconnect(this);
    m_applied->setModel(applied);
    if (applied) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(applied, signal, this, &Activity::updateApplied);
        const int last = applied->columnCount() - 1;
        m_applied->horizontalHeader()->setStretchLastSection(false);
        m_applied->horizontalHeader()->setResizeContentsPrecision(0); // rows that are seen
        for (int column = 0; column <= last; ++column)
            m_applied->horizontalHeader()->setSectionResizeMode(column, column == last ? QHeaderView::Stretch
                                                                                       : QHeaderView::ResizeToContents);
    }
    updateApplied();
}

void Activity::updateApplied()
{
    const QAbstractItemModel* model = m_applied->model();
    m_appliedPart->setCurrentIndex(model && model->rowCount() > 0 ? 1 : 0);
}

void Activity::updateProblems()
{
    m_problemPart->setCurrentIndex(m_model && m_model->rowCount() > 0 ? 1 : 0);
}

void Activity::updateNotices()
{
    m_noticePart->setCurrentIndex(m_notices->count() > 0 ? 1 : 0);
}

void Activity::retranslate()
{
    setWindowTitle(tr("Activity"));
    m_title->setParts({tr("Operations"), tr("Applied manifests"), tr("Problems"), tr("Notifications")});
    m_nothingApplied->showNone(tr("Nothing has been applied yet."));
    m_applied->setAccessibleName(tr("Applied manifests"));
    m_noProblems->showNone(tr("No problems have been found."));
    m_noNotices->showNone(tr("Nothing has been reported in this session."));
    m_problems->setAccessibleName(tr("Problems"));
    m_notices->setAccessibleName(tr("Notifications"));
}

void Activity::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace shell
