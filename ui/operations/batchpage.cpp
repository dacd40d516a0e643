#include "ui/operations/batchpage.h"

#include "core/base/visibletext.h"
#include "ui/operations/agreedialog.h"
#include "ui/operations/checksview.h"
#include "ui/operations/commandsdialog.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationbuttons.h"
#include "ui/operations/scrolling.h"
#include "ui/operations/stepsview.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/objecttable.h"

#include <QEvent>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace operations {

using base::Health;
using Column = BatchModel::Column;
using workflow::Confirmation;
using workflow::Operation;

BatchPage::BatchPage(std::unique_ptr<Batch> batch, QWidget* parent)
    : QWidget(parent)
    , m_batch(std::move(batch))
    , m_model(*m_batch)
    , m_title(new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_about(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_table(new widgets::ObjectTable(u"batch"_s, this))
    , m_name(new widgets::ElidedLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_buttons(new OperationButtons(m_batch->desk(), this))
    , m_offers(new OfferBar(m_batch->desk(), this))
    , m_checks(new ChecksView)
    , m_steps(new StepsView)
    , m_sign(new widgets::GlyphLabel(this))
    , m_reason(new widgets::PlainLabel(this))
    , m_demand(new widgets::PlainLabel(this))
    , m_typed(new QLineEdit(this))
    , m_commands(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_leave(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_act(new QPushButton(this))
{
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setNameColumn(Column::NameColumn);
    m_table->setItemDelegateForColumn(Column::StateColumn, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(Column::NameColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, m_table));
    m_table->setItemDelegateForColumn(Column::ContextColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, m_table));
    m_table->setDefaultColumns({130, 215, 120, 225, 240});
    m_table->setStretchColumn(Column::StandColumn);
    m_table->setMinimumHeight(3 * theme::rowHeight());
    m_about->setWordWrap(true);
    setFocusProxy(m_table);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::between);
    head->setSpacing(theme::inside);
    head->addWidget(m_title);
    head->addWidget(m_about);
    auto* body = new QSplitter(Qt::Vertical, this);
    body->setChildrenCollapsible(false);
    body->addWidget(m_table);
    body->addWidget(makeDetail());
    body->setSizes({280, 320});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(body, 1);
    column->addWidget(new widgets::Line(this));
    column->addWidget(makeFoot());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BatchPage::presentDetail);
    connect(m_batch.get(), &Batch::changed, this, &BatchPage::present);
    m_table->setCurrentIndex(m_model.index(0, Column::NameColumn));
    retranslate();
}

/// What was agreed to goes on without the page.
BatchPage::~BatchPage()
{
    if (m_batch->isAtWork())
        Batch::finishAlone(std::move(m_batch));
}

QWidget* BatchPage::makeDetail()
{
    auto* detail = new QWidget(this);
    m_parts = new QStackedWidget(detail);
    m_parts->addWidget(scrollingAtTop(m_checks));
    m_parts->addWidget(scrollingAtTop(m_steps));
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::between);
    line->addWidget(m_name, 1);
    line->addWidget(m_buttons);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    column->setSpacing(theme::inside);
    column->addLayout(line);
    column->addWidget(m_offers);
    column->addWidget(m_parts, 1);
    return detail;
}

QWidget* BatchPage::makeFoot()
{
    auto* foot = new QWidget(this);
    m_reason->setWordWrap(true);
    m_typed->setObjectName(u"phrase"_s);
    m_typed->setMinimumWidth(160);
    m_demand->setBuddy(m_typed);
    m_act->setObjectName(u"act"_s);
    m_leave->setObjectName(u"leaveRest"_s);
    m_commands->setIcon(theme::icon(u"terminal"_s));
    m_again->setIcon(theme::icon(u"refresh"_s));
    auto* said = new QHBoxLayout;
    said->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    said->setSpacing(theme::between);
    said->addWidget(m_sign, 0, Qt::AlignTop);
    said->addWidget(m_reason, 1);
    auto* buttons = new widgets::FlowLayout;
    buttons->setSpacing(theme::between);
    buttons->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between + 2);
    buttons->addWidget(m_commands);
    buttons->addWidget(m_again);
    auto* gap = new QWidget(foot);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buttons->addWidget(gap);
    for (QWidget* part : QList<QWidget*>{m_demand, m_typed, m_leave, m_close, m_act})
        buttons->addWidget(part);
    for (QPushButton* button : {m_commands, m_again, m_leave, m_close, m_act})
        button->setAutoDefault(false);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(said);
    column->addLayout(buttons);
    connect(m_commands, &QPushButton::clicked, this, [this] { (new CommandsDialog(kubectl(), this))->open(); });
    connect(m_again, &QPushButton::clicked, this, &BatchPage::refresh);
    connect(m_typed, &QLineEdit::textChanged, this, &BatchPage::presentFoot);
    connect(m_typed, &QLineEdit::returnPressed, this, &BatchPage::act);
    connect(m_leave, &QPushButton::clicked, this, [this] { m_batch->leaveRest(); });
    connect(m_close, &QPushButton::clicked, this, &BatchPage::closeRequested);
    connect(m_act, &QPushButton::clicked, this, &BatchPage::act);
    return foot;
}

QString BatchPage::title() const
{
    return tr("%1: %n deployment(s)", nullptr, int(m_batch->size())).arg(verbText(m_batch->verb()));
}

QString BatchPage::kubectl() const
{
    QStringList lines;
    for (qsizetype i = 0; i < m_batch->size(); ++i) {
        const auto& plan = m_batch->draft(i).plan();
        const bool isIncluded = m_batch->state(i) != Batch::State::Blocked && m_batch->state(i) != Batch::State::Left;
        if (plan && isIncluded)
            lines.append(commandsOf(*plan));
    }
    return lines.join(u'\n');
}

QString BatchPage::phrase() const
{
    return u"%1 %2"_s.arg(plans::verbWord(m_batch->verb())).arg(m_batch->count(Batch::State::Ready));
}

QString BatchPage::reason() const
{
    if (const QString obstacle = m_batch->obstacle(); !obstacle.isEmpty())
        return obstacle;
    const bool isTyped = m_batch->confirmation() == Confirmation::TypeName;
    return isTyped && m_typed->text() != phrase() ? tr("State may be lost: type '%1' to go on.").arg(phrase())
                                                  : QString();
}

void BatchPage::act()
{
    if (!reason().isEmpty())
        return;
    const bool isTyped = m_batch->confirmation() == Confirmation::TypeName;
    if (!isTyped && m_batch->environment() == base::Environment::Production)
        return askFirst();
    m_typed->clear();
    m_batch->agree();
    present();
}

void BatchPage::askFirst()
{
    QStringList names;
    for (qsizetype i = 0; i < m_batch->size(); ++i) {
        const plans::Intent& intent = m_batch->draft(i).intent();
        if (m_batch->state(i) == Batch::State::Ready)
            names.append(intent.nameSpace + u'/' + intent.name);
    }
    workflow::Plan all;
    all.operation = plans::verbWord(m_batch->verb());
    all.title = tr("%1: %n deployment(s)", nullptr, int(names.size())).arg(verbText(m_batch->verb()));
    all.summary = names.join(u", "_s);
    Cluster strictest;
    for (qsizetype i = 0; i < m_batch->size(); ++i) {
        const Cluster cluster = m_batch->draft(i).cluster();
        if (m_batch->state(i) == Batch::State::Ready && cluster.environment >= strictest.environment)
            strictest = cluster;
    }
    auto* dialog = new AgreeDialog(all, strictest, this);
    // What may begin can change while it is read.
    connect(dialog, &QDialog::accepted, this, [this, ready = names.size()] {
        if (m_batch->count(Batch::State::Ready) == ready)
            m_batch->agree();
        present();
    });
    dialog->open();
}

void BatchPage::present()
{
    presentDetail();
    presentFoot();
    emit changed();
}

void BatchPage::presentDetail()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const Draft& draft = m_batch->draft(row);
    const Operation* operation = m_batch->operation(row);
    const auto& plan = draft.plan();
    m_name->setText(base::visibleText(plan ? plan->title : draft.intent().nameSpace + u'/' + draft.intent().name, 200));
    m_buttons->setOperation(draft.operationId());
    m_offers->setOperation(draft.operationId());
    m_checks->present(plan ? plan->preflight : QList<workflow::Check>());
    if (operation)
        m_steps->showOperation(*operation);
    m_parts->setCurrentIndex(operation ? 1 : 0);
}

void BatchPage::presentFoot()
{
    using State = Batch::State;
    const bool isAgreed = m_batch->isAgreed();
    const bool isTyped =
        !isAgreed && m_batch->obstacle().isEmpty() && m_batch->confirmation() == Confirmation::TypeName;
    const QString why = reason();
    Health family = Health::Suspended;
    QString said = tr("Nothing is done yet. Those that are not possible are left out.");
    if (isAgreed) {
        qsizetype good = 0, bad = 0;
        for (qsizetype i = 0; i < m_batch->size(); ++i) {
            const Operation* operation = m_batch->operation(i);
            good += operation && operation->state == Operation::State::Succeeded;
            bad += m_batch->state(i) == State::Refused ||
                   (operation &&
                    (operation->state == Operation::State::Failed || operation->state == Operation::State::Unknown));
        }
        said = tr("%1 of %2 have succeeded, %3 have not, %4 wait for their turn.")
                   .arg(good)
                   .arg(m_batch->size() - m_batch->count(State::Blocked))
                   .arg(bad)
                   .arg(m_batch->count(State::Waiting));
        family = m_batch->isAtWork() ? Health::Changing : bad > 0 ? Health::Broken : Health::Healthy;
    } else if (!why.isEmpty()) {
        said = why;
        family = isTyped ? Health::AtRisk : m_batch->count(State::Ready) > 0 ? Health::Changing : Health::Unknown;
    }
    m_sign->setState(theme::glyphOf(family), {});
    m_sign->setAccessibleName(theme::word(family));
    m_reason->setText(said);
    m_demand->setVisible(isTyped);
    m_typed->setVisible(isTyped);
    m_typed->setPlaceholderText(phrase());
    m_typed->setAccessibleName(tr("Type '%1' to go on").arg(phrase()));
    m_commands->setEnabled(!kubectl().isEmpty());
    m_again->setVisible(!isAgreed);
    m_leave->setVisible(isAgreed && m_batch->count(State::Waiting) > 0);
    const base::Environment environment = m_batch->environment();
    const QString verb = verbText(m_batch->verb());
    m_act->setText(environment == base::Environment::Unset ? verb : tr("%1 on %2").arg(verb, theme::word(environment)));
    m_act->setVisible(!isAgreed);
    m_act->setEnabled(why.isEmpty());
    m_act->setToolTip(why);
    m_act->setProperty("destructive", isTyped);
    m_act->setDefault(!isTyped);
    m_act->update();
    m_close->setText(isAgreed ? tr("Close") : tr("Cancel"));
    m_close->setToolTip(m_batch->isAtWork() ? tr("It goes on without this page.") : QString());
}

void BatchPage::retranslate()
{
    m_title->setText(title());
    m_about->setText(
        tr("Each is looked at and planned by itself; at most %1 are under way at once. What becomes of one "
           "does not stop the others.")
            .arg(Batch::mostAtOnce));
    m_table->setAccessibleName(tr("Deployments"));
    m_checks->setAccessibleName(tr("Preflight"));
    m_steps->setAccessibleName(tr("Steps"));
    m_demand->setText(tr("Confirmation"));
    m_commands->setText(tr("Show kubectl"));
    m_again->setText(tr("Check again"));
    m_leave->setText(tr("Leave out the rest"));
    m_leave->setToolTip(tr("What has not begun does not begin any more; what is under way goes on."));
    m_model.retranslate();
    present();
}

void BatchPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_batch->check();
    }
    QWidget::changeEvent(event);
}

void BatchPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

} // namespace operations
