#include "ui/operations/planpage.h"

#include "core/base/visibletext.h"
#include "ui/code/diffview.h"
#include "ui/operations/agreedialog.h"
#include "ui/operations/checksview.h"
#include "ui/operations/commandsdialog.h"
#include "ui/operations/intentform.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationbuttons.h"
#include "ui/operations/recoveryform.h"
#include "ui/operations/scrolling.h"
#include "ui/operations/stepsview.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/loadingrows.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The parts of the page; what they show is in planpage_show.cpp.
namespace operations {

using workflow::Check;
using workflow::Confirmation;

namespace {

/// So long what can be taken back waits before it begins.
constexpr std::chrono::milliseconds undoTime{5'000};
constexpr std::chrono::milliseconds undoStep{100};
constexpr int checksWidth = 400;
constexpr int planWidth = 640;

/// The colour that came last; null: none is known.
std::shared_ptr<const flink::Deployment> newestColour(const flink::Objects<flink::Deployment>& deployments,
                                                      const kube::ObjectKey& blueGreen)
{
    std::shared_ptr<const flink::Deployment> newest;
    const QList<kube::ObjectKey> keys = deployments.keys();
    for (const kube::ObjectKey& key : keys) {
        const auto one = deployments.value(key);
        const bool isColour = one && key.nameSpace == blueGreen.nameSpace && one->metadata.blueGreen == blueGreen.name;
        if (isColour && (!newest || newest->metadata.createdAt < one->metadata.createdAt))
            newest = one;
    }
    return newest;
}

Present presentOf(const plans::Intent& intent, const Cluster& cluster)
{
    const kube::ObjectKey key{intent.nameSpace, intent.name};
    const bool isSession = intent.kind == u"FlinkSessionJob";
    const auto* jobs = cluster.connection && isSession ? cluster.connection->sessionJobs() : nullptr;
    const auto* deployments = cluster.connection && !isSession ? cluster.connection->deployments() : nullptr;
    if (isSession)
        return Present::of(jobs ? jobs->value(key).get() : nullptr);
    if (deployments && intent.kind == plans::blueGreenKind)
        return Present::of(newestColour(*deployments, key).get());
    return Present::of(deployments ? deployments->value(key).get() : nullptr);
}

} // namespace

PlanPage::PlanPage(std::unique_ptr<Draft> draft, const QStringList& snapshots, QWidget* parent)
    : QWidget(parent)
    , m_draft(std::move(draft))
    , m_path(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_title(new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_stages(new StageRow(this))
    , m_checkCard(new widgets::Card(this))
    , m_again(new QPushButton(this))
    , m_checks(new ChecksView)
    , m_loading(new widgets::LoadingRows)
    , m_empty(new widgets::EmptyState)
    , m_formCard(new widgets::Card)
    , m_summaryCard(new widgets::Card)
    , m_summary(new widgets::PlainLabel)
    , m_doubts(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
    , m_stepCard(new widgets::Card)
    , m_steps(new StepsView)
    , m_changeCard(new widgets::Card)
    , m_difference(new code::DiffView)
    , m_commands(new QPushButton(this))
    , m_patch(new QPushButton(this))
    , m_sign(new widgets::GlyphLabel(this))
    , m_reason(new widgets::PlainLabel(this))
    , m_undoBar(new QProgressBar(this))
    , m_demand(new widgets::PlainLabel(this))
    , m_name(new QLineEdit(this))
    , m_offers(new OfferBar(m_draft->desk(), this))
    , m_buttons(new OperationButtons(m_draft->desk(), this))
    , m_cancel(new QPushButton(this))
    , m_act(new QPushButton(this))
{
    makeForm(snapshots);
    auto* body = new QSplitter(Qt::Horizontal, this);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(theme::between + 2);
    body->addWidget(makeChecks());
    body->addWidget(makePlan());
    body->setSizes({checksWidth, planWidth});
    body->setStretchFactor(1, 1);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, theme::between);
    middle->addWidget(body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addLayout(middle, 1);
    column->addWidget(new widgets::Line(this));
    column->addWidget(makeFoot());
    connect(m_draft.get(), &Draft::changed, this, &PlanPage::present);
    connect(&m_draft->desk(), &Desk::clustersChanged, this, &PlanPage::present);
    const auto follow = [this](const QString& id) {
        if (id == m_draft->operationId())
            present();
    };
    connect(&m_draft->desk(), &Desk::changed, this, follow);
    connect(&m_draft->desk(), &Desk::ended, this, follow);
    m_undo.setInterval(undoStep);
    connect(&m_undo, &QTimer::timeout, this, &PlanPage::tickUndo);
    retranslate();
    if (!needsForm(m_draft->intent()))
        m_draft->check();
}

PlanPage::~PlanPage() = default;

QWidget* PlanPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* words = new QWidget(head);
    auto* lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::inside);
    lines->addWidget(m_path);
    lines->addWidget(m_title);
    // Under a long title the stages have a line of their own.
    auto* row = new widgets::FlowLayout(head);
    row->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::pageMargin);
    row->setSpacing(theme::pageMargin);
    auto* gap = new QWidget(head);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(words);
    row->addWidget(gap);
    row->addWidget(m_stages);
    return head;
}

QWidget* PlanPage::makeChecks()
{
    for (const Check::Verdict verdict :
         {Check::Verdict::Ok, Check::Verdict::Warn, Check::Verdict::Fail, Check::Verdict::Unknown}) {
        auto* count = new widgets::GlyphLabel(theme::glyphOf(familyOf(verdict)), {}, m_checkCard);
        m_counts.append(count);
        m_checkCard->addHeaderWidget(count);
    }
    m_again->setIcon(theme::icon(u"refresh"_s));
    m_again->setFlat(true);
    m_again->setProperty("link", true);
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &PlanPage::refresh);
    m_checkCard->addHeaderWidget(m_again);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_checks);
    column->addStretch(1);
    auto* stack = new QWidget;
    m_checkStack = new QStackedLayout(stack);
    m_checkStack->addWidget(m_empty);
    m_checkStack->addWidget(m_loading);
    m_checkStack->addWidget(scrolling(inside));
    m_checkCard->setBodyMargins(0);
    m_checkCard->body()->addWidget(stack, 1);
    m_checkCard->setMinimumWidth(260);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &PlanPage::refresh);
    return m_checkCard;
}

void PlanPage::makeForm(const QStringList& snapshots)
{
    using Verb = plans::Intent::Verb;
    const plans::Intent& intent = m_draft->intent();
    m_formCard->setVisible(needsForm(intent) || hasOptions(intent));
    if (!needsForm(intent) && !hasOptions(intent))
        return;
    const Cluster cluster = m_draft->cluster();
    if (intent.verb == Verb::Recover) {
        m_recovery = new RecoveryForm(m_draft->desk(), cluster.id, intent);
        m_formCard->body()->addWidget(m_recovery);
        connect(m_recovery, &RecoveryForm::submitted, this, [this] {
            stopUndo();
            m_draft->setIntent(m_recovery->intent());
        });
        return;
    }
    m_form = new IntentForm(intent, presentOf(intent, cluster), snapshots);
    m_formCard->body()->addWidget(m_form);
    connect(m_form, &IntentForm::submitted, this, [this] {
        stopUndo();
        m_draft->setIntent(m_form->intent());
    });
}

QWidget* PlanPage::makePlan()
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::between + 2);
    for (widgets::PlainLabel* label : {m_summary, m_doubts}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_summaryCard->body()->addWidget(label);
    }
    m_stepCard->setBodyMargins(0);
    m_stepCard->body()->addWidget(m_steps);
    m_changeCard->setBodyMargins(0);
    m_changeCard->body()->addWidget(m_difference, 1);
    m_difference->setMinimumHeight(9 * fontMetrics().height());
    column->addWidget(m_formCard);
    column->addWidget(m_summaryCard);
    column->addWidget(m_stepCard);
    column->addWidget(m_changeCard, 1);
    column->addStretch();
    return scrolling(inside);
}

QWidget* PlanPage::makeFoot()
{
    auto* foot = new QWidget(this);
    m_commands->setIcon(theme::icon(u"terminal"_s));
    m_patch->setIcon(theme::icon(u"copy"_s));
    m_name->setObjectName(u"name"_s);
    m_name->setMinimumWidth(160);
    m_demand->setBuddy(m_name);
    m_reason->setWordWrap(true);
    m_undoBar->setTextVisible(false);
    m_undoBar->setRange(0, static_cast<int>(undoTime / undoStep));
    m_undoBar->setFixedWidth(120);
    m_act->setObjectName(u"act"_s);
    auto* said = new QHBoxLayout;
    said->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    said->setSpacing(theme::between);
    said->addWidget(m_sign, 0, Qt::AlignTop);
    said->addWidget(m_reason, 1);
    said->addWidget(m_undoBar);
    auto* buttons = new widgets::FlowLayout;
    buttons->setSpacing(theme::between);
    buttons->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between + 2);
    buttons->addWidget(m_commands);
    buttons->addWidget(m_patch);
    auto* gap = new QWidget(foot);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buttons->addWidget(gap);
    for (QWidget* part : QList<QWidget*>{m_demand, m_name, m_buttons, m_cancel, m_act})
        buttons->addWidget(part);
    for (QPushButton* button : {m_commands, m_patch, m_cancel, m_act})
        button->setAutoDefault(false);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_offers->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    column->addLayout(said);
    column->addWidget(m_offers);
    column->addLayout(buttons);
    connect(m_commands, &QPushButton::clicked, this, &PlanPage::showCommands);
    connect(m_patch, &QPushButton::clicked, this, &PlanPage::copyPatch);
    connect(m_name, &QLineEdit::textChanged, this, &PlanPage::presentFoot);
    connect(m_name, &QLineEdit::returnPressed, this, &PlanPage::act);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_undo.isActive())
            stopUndo();
        else
            emit closeRequested();
    });
    connect(m_act, &QPushButton::clicked, this, &PlanPage::act);
    return foot;
}

void PlanPage::refresh()
{
    stopUndo();
    if (m_recovery && m_draft->stage() != Draft::Stage::Begun)
        m_recovery->search();
    if (m_draft->stage() != Draft::Stage::Intent)
        m_draft->check();
}

void PlanPage::act()
{
    if (!reason().isEmpty() || m_undo.isActive() || m_isAsking)
        return;
    switch (m_draft->plan()->confirmation) {
    case Confirmation::Undo:
        return startUndo();
    case Confirmation::Dialog:
        if (m_draft->cluster().environment == base::Environment::Production)
            return askInProduction();
        return m_draft->agree();
    case Confirmation::TypeName:
        // One yes is for one plan.
        m_name->clear();
        return m_draft->agree();
    }
}

void PlanPage::startUndo()
{
    m_undoBar->setValue(m_undoBar->maximum());
    m_undo.start();
    present();
}

void PlanPage::tickUndo()
{
    m_undoBar->setValue(m_undoBar->value() - 1);
    if (m_undoBar->value() > 0)
        return;
    m_undo.stop();
    m_draft->agree();
    present();
}

void PlanPage::stopUndo()
{
    m_undo.stop();
    present();
}

void PlanPage::askInProduction()
{
    auto* dialog = new AgreeDialog(*m_draft->plan(), m_draft->cluster(), this);
    m_isAsking = true;
    connect(dialog, &QDialog::finished, this, [this](int answer) {
        m_isAsking = false;
        if (answer == QDialog::Accepted)
            m_draft->agree();
        present();
    });
    dialog->open();
    present();
}

void PlanPage::showCommands()
{
    (new CommandsDialog(commandsOf(*m_draft->plan()), this))->open();
}

void PlanPage::copyPatch()
{
    QGuiApplication::clipboard()->setText(patchOf(*m_draft->plan()));
}

void PlanPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // What was planned is in the words of the other language.
        if (m_draft->stage() == Draft::Stage::Planned || m_draft->stage() == Draft::Stage::Failed)
            m_draft->check();
    }
    QWidget::changeEvent(event);
}

void PlanPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

} // namespace operations
