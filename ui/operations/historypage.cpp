#include "ui/operations/historypage.h"

#include "core/base/visibletext.h"
#include "core/yaml/yaml.h"
#include "ui/code/diffview.h"
#include "ui/operations/checksview.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationbuttons.h"
#include "ui/operations/scrolling.h"
#include "ui/operations/stepsview.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace operations {

using Column = OperationModel::Column;
using workflow::Operation;

namespace {

/// A name for a file: what no file system minds.
QString fileNameOf(const Operation& operation)
{
    QString name = operation.plan.operation + u'-' + objectName(operation.plan) + u'-' + operation.id;
    for (QChar& one : name) {
        if (!one.isLetterOrNumber() && one != u'-' && one != u'.')
            one = u'-';
    }
    return name.left(120) + u".md"_s;
}

} // namespace

HistoryPage::HistoryPage(Desk& desk, OperationModel& model, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(model)
    , m_title(new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_filter(new widgets::SearchField(widgets::SearchField::Purpose::Filter, this, this))
    , m_table(new widgets::ObjectTable(u"operations"_s, this))
    , m_empty(new widgets::EmptyState(this))
    , m_badge(new widgets::Badge(this))
    , m_name(new widgets::ElidedLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_facts(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_result(new widgets::PlainLabel(this))
    , m_buttons(new OperationButtons(desk, this))
    , m_offers(new OfferBar(desk, this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_parts(new QTabWidget(this))
    , m_steps(new StepsView)
    , m_checks(new ChecksView)
    , m_difference(new code::DiffView)
    , m_noDifference(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
{
    m_shown.setSourceModel(&m_model);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_shown);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setNameColumn(Column::TitleColumn);
    m_table->setItemDelegateForColumn(Column::StateColumn, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(Column::TitleColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, m_table));
    m_table->setItemDelegateForColumn(Column::ContextColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, m_table));
    m_table->setDefaultColumns({130, 280, 140, 100, 90, 90, 300});
    m_table->setStretchColumn(Column::StandColumn);
    auto* rows = new QWidget(this);
    m_rows = new QStackedLayout(rows);
    m_rows->addWidget(m_empty);
    m_rows->addWidget(m_table);
    auto* body = new QSplitter(Qt::Vertical, this);
    body->setChildrenCollapsible(false);
    body->addWidget(rows);
    body->addWidget(makeDetail());
    body->setSizes({300, 360});
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_filter->setMaximumWidth(320);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::between);
    head->setSpacing(theme::pageMargin);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_filter, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(body, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown.setFilterFixedString(text.trimmed());
        showRows();
    });
    connect(m_empty, &widgets::EmptyState::actionRequested, m_filter, &QLineEdit::clear);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::showSelected);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, &HistoryPage::showRows);
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, &HistoryPage::showRows);
    connect(&m_desk, &Desk::changed, this, [this](const QString& id) {
        if (id == selected())
            showSelected();
    });
    if (auto* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::changed, this, &HistoryPage::showSelected);
    retranslate();
    showRows();
}

HistoryPage::~HistoryPage() = default;

QWidget* HistoryPage::makeDetail()
{
    m_detail = new QWidget(this);
    setFocusProxy(m_table);
    m_badge->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::between + 2);
    line->addWidget(m_badge);
    line->addWidget(m_name, 1);
    auto* buttons = new widgets::FlowLayout;
    buttons->setSpacing(theme::between);
    m_copy->setIcon(theme::icon(u"copy"_s));
    m_save->setIcon(theme::icon(u"save"_s));
    for (QWidget* part : QList<QWidget*>{m_buttons, m_copy, m_save})
        buttons->addWidget(part);
    auto* change = new QWidget;
    m_differenceStack = new QStackedLayout(change);
    m_noDifference->setAlignment(Qt::AlignCenter);
    m_noDifference->setWordWrap(true);
    m_differenceStack->addWidget(m_noDifference);
    m_differenceStack->addWidget(m_difference);
    m_parts->setDocumentMode(true);
    m_parts->addTab(scrollingAtTop(m_steps), {});
    m_parts->addTab(scrollingAtTop(m_checks), {});
    m_parts->addTab(change, {});
    auto* column = new QVBoxLayout(m_detail);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    column->setSpacing(theme::inside);
    column->addWidget(new widgets::Line(m_detail));
    column->addSpacing(theme::inside);
    column->addLayout(line);
    column->addWidget(m_facts);
    column->addWidget(m_result);
    column->addLayout(buttons);
    column->addWidget(m_offers);
    column->addWidget(m_parts, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(markdown());
        emit notified(tr("The report is on the clipboard."));
    });
    connect(m_save, &QPushButton::clicked, this, &HistoryPage::save);
    return m_detail;
}

QString HistoryPage::selected() const
{
    const Operation* operation = m_model.operation(m_shown.mapToSource(m_table->currentIndex()).row());
    return operation ? operation->id : QString();
}

void HistoryPage::select(const QString& id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    QModelIndex place = m_shown.mapFromSource(m_model.index(row, 0));
    if (!place.isValid()) {
        m_filter->clear();
        place = m_shown.mapFromSource(m_model.index(row, 0));
    }
    m_table->setCurrentIndex(place);
}

QString HistoryPage::markdown() const
{
    const Operation* operation = m_desk.operation(selected());
    return operation ? markdownOf(*operation) : QString();
}

void HistoryPage::showRows()
{
    if (m_model.rowCount() == 0)
        m_empty->showNone(tr("Nothing has been done yet. The operations of a deployment are on its page."));
    else if (m_shown.rowCount() == 0)
        m_empty->showFiltered(m_model.rowCount());
    m_rows->setCurrentIndex(m_shown.rowCount() > 0 ? 1 : 0);
    if (!m_table->currentIndex().isValid() && m_shown.rowCount() > 0)
        m_table->setCurrentIndex(m_shown.index(0, 0));
    showSelected();
}

void HistoryPage::showSelected()
{
    const Operation* shown = m_desk.operation(selected());
    m_detail->setVisible(shown);
    if (!shown)
        return;
    const workflow::Plan& plan = shown->plan;
    m_badge->setState(familyOf(shown->state), workflow::stateText(shown->state));
    m_name->setText(base::visibleText(plan.title.isEmpty() ? shown->id : plan.title, 200));
    QStringList facts{base::visibleText(plan.object, 200), base::visibleText(plan.context, 80),
                      tr("begun %1").arg(widgets::absoluteText(shown->startedAt))};
    if (const QString took = tookText(shown->startedAt, shown->endedAt); !took.isEmpty())
        facts.append(tr("took %1").arg(took));
    if (!shown->by.isEmpty())
        facts.append(base::visibleText(shown->by + u" @ "_s + shown->host, 160));
    facts.append(shown->id);
    m_facts->setText(facts.join(u" · "_s));
    const QString stand = standText(*shown);
    m_result->setText(stand);
    m_result->setVisible(!stand.isEmpty());
    m_buttons->setOperation(shown->id);
    m_offers->setOperation(shown->id);
    m_steps->showOperation(*shown);
    m_checks->present(plan.preflight);
    const auto lines = [](const QJsonObject& spec) {
        return QString::fromUtf8(yaml::write(QJsonObject{{u"spec"_s, spec}})).trimmed().split(u'\n');
    };
    m_difference->present(code::condensed(code::diffOf(lines(plan.before), lines(plan.after))));
    m_differenceStack->setCurrentIndex(plan.before == plan.after ? 0 : 1);
}

void HistoryPage::save()
{
    const Operation* shown = m_desk.operation(selected());
    if (!shown)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the report"), fileNameOf(*shown), tr("Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryPage::write);
    dialog->open();
}

void HistoryPage::write(const QString& path)
{
    const QByteArray text = markdown().toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        emit notified(tr("The report is saved: %1").arg(base::visibleText(path, 200)));
    else
        emit failed(tr("The report could not be saved: %1").arg(base::visibleText(file.errorString())));
}

void HistoryPage::retranslate()
{
    m_title->setText(tr("History of operations"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the operations"));
    m_table->setAccessibleName(tr("Operations"));
    m_copy->setText(tr("Copy as Markdown"));
    m_save->setText(tr("Save as Markdown…"));
    m_parts->setTabText(0, tr("Steps"));
    m_parts->setTabText(1, tr("Preflight"));
    m_parts->setTabText(2, tr("Change"));
    m_noDifference->setText(tr("The spec did not change."));
    m_difference->setAccessibleName(tr("What was changed, line by line"));
    showRows();
}

void HistoryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HistoryPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

} // namespace operations
