#include "ui/editor/applydialog.h"

#include "core/base/visibletext.h"
#include "ui/editor/diffview.h"
#include "ui/editor/effectview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/environmentchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/loadingrows.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The parts of the dialog; what they show is in applydialog_show.cpp.
namespace editor {

namespace {

constexpr QSize usualSize{1060, 720};
constexpr int listWidth = 220;
constexpr int planWidth = 380;

} // namespace

ApplyDialog::ApplyDialog(const Clusters& clusters, const Cluster& cluster, const QList<Document>& documents,
                         const QString& file, plans::ApplyRecord& record, QWidget* parent)
    : QDialog(parent)
    , m_run(new ApplyRun(clusters, cluster, documents, record, this))
    , m_file(file)
    , m_environment(new widgets::EnvironmentChip(cluster.environment, widgets::EnvironmentChip::Length::Long, this))
    , m_title(new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_stage(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_note(new widgets::Banner(this))
    , m_list(new QListWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_effectCard(new widgets::Card)
    , m_effect(new EffectView(EffectView::Parts::WithoutChanges))
    , m_plain(new widgets::PlainLabel)
    , m_loading(new widgets::LoadingRows)
    , m_conflictCard(new widgets::Card)
    , m_conflicts(nullptr)
    , m_takeOver(new QCheckBox)
    , m_changeCard(new widgets::Card)
    , m_against(new QButtonGroup(this))
    , m_diffStack(new QStackedWidget)
    , m_diff(new DiffView)
    , m_noDiff(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
    , m_demand(new widgets::PlainLabel(this))
    , m_name(new QLineEdit(this))
    , m_acknowledged(new QCheckBox(this))
    , m_reason(new widgets::PlainLabel(this))
    , m_kubectl(new widgets::CopyButton(this))
    , m_again(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_agree(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"apply"_s);
    auto* body = new QSplitter(Qt::Horizontal, this);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(theme::between);
    body->addWidget(m_list);
    body->addWidget(makePlan());
    body->addWidget(makeChange());
    body->setSizes({listWidth, planWidth, usualSize.width() - planWidth});
    body->setStretchFactor(2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(theme::pageMargin);
    column->addWidget(makeHead());
    column->addWidget(m_note);
    column->addWidget(body, 1);
    column->addWidget(makeFoot());
    m_list->setVisible(m_run->items().size() > 1);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_note->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_shown = std::max(row, 0);
        showShown();
    });
    connect(m_run, &ApplyRun::changed, this, &ApplyDialog::refresh);
    connect(m_run, &ApplyRun::applied, this, &ApplyDialog::applied);
    retranslate();
    resize(usualSize);
    m_run->start();
}

ApplyDialog::~ApplyDialog() = default;

QWidget* ApplyDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    row->addWidget(m_environment);
    row->addWidget(m_title, 1);
    row->addWidget(m_stage);
    m_environment->setVisible(m_environment->environment() != base::Environment::Unset);
    return head;
}

QWidget* ApplyDialog::makePlan()
{
    m_plain->setWordWrap(true);
    m_effectCard->body()->addWidget(m_effect);
    m_effectCard->body()->addWidget(m_plain);
    m_effectCard->body()->addWidget(m_loading);
    m_conflicts = new QVBoxLayout;
    m_conflicts->setSpacing(theme::inside);
    m_conflictCard->body()->addLayout(m_conflicts);
    m_conflictCard->body()->addWidget(m_takeOver);
    m_conflictCard->setFamily(base::Health::AtRisk);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::pageMargin);
    column->addWidget(m_effectCard);
    column->addWidget(m_conflictCard);
    column->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    connect(m_takeOver, &QCheckBox::clicked, this, [this](bool wanted) { m_run->takeOver(m_shown, wanted); });
    return m_scroll;
}

QWidget* ApplyDialog::makeChange()
{
    auto* choice = new QWidget;
    auto* row = new widgets::FlowLayout(choice);
    row->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    row->setSpacing(theme::inside);
    m_against->setExclusive(true);
    for (const Against one : {Against::Cluster, Against::Reconciled, Against::Stable}) {
        auto* chip = new widgets::Chip(widgets::Chip::Kind::Toggle, choice);
        chip->setChecked(one == Against::Cluster);
        m_against->addButton(chip, static_cast<int>(one));
        row->addWidget(chip);
    }
    m_noDiff->setWordWrap(true);
    m_noDiff->setAlignment(Qt::AlignTop);
    m_noDiff->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    m_diffStack->addWidget(m_diff);
    m_diffStack->addWidget(m_noDiff);
    m_changeCard->setBodyMargins(0);
    m_changeCard->body()->setSpacing(0);
    m_changeCard->body()->addWidget(choice);
    m_changeCard->body()->addWidget(m_diffStack, 1);
    connect(m_against, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            showShown();
    });
    return m_changeCard;
}

QWidget* ApplyDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::between);
    auto* demand = new QHBoxLayout;
    demand->setSpacing(theme::between);
    demand->addStretch(1);
    demand->addWidget(m_demand);
    demand->addWidget(m_name);
    demand->addWidget(m_acknowledged);
    m_demand->setBuddy(m_name);
    m_name->setMinimumWidth(220);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::between);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_kubectl);
    row->addWidget(m_reason, 1);
    row->addWidget(m_again);
    row->addWidget(m_cancel);
    row->addWidget(m_agree);
    column->addLayout(demand);
    column->addLayout(row);
    m_agree->setAutoDefault(false);
    m_again->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    connect(m_name, &QLineEdit::textChanged, this, &ApplyDialog::showFoot);
    connect(m_acknowledged, &QCheckBox::toggled, this, &ApplyDialog::showFoot);
    connect(m_again, &QPushButton::clicked, m_run, &ApplyRun::start);
    connect(m_cancel, &QPushButton::clicked, this, &ApplyDialog::reject);
    connect(m_agree, &QPushButton::clicked, this, &ApplyDialog::agree);
    return foot;
}

void ApplyDialog::agree()
{
    if (!reason().isEmpty())
        return;
    // One yes is for one plan.
    m_name->clear();
    m_acknowledged->setChecked(false);
    m_run->agree();
}

void ApplyDialog::reject()
{
    if (m_run->isSending())
        return;
    QDialog::reject();
}

void ApplyDialog::showItem(int index)
{
    m_list->setCurrentRow(index);
}

void ApplyDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace editor
