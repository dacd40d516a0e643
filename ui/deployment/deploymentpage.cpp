#include "ui/deployment/deploymentpage.h"

#include "core/base/visibletext.h"
#include "core/kube/kubectl.h"
#include "ui/deployment/checkpointstab.h"
#include "ui/deployment/configtab.h"
#include "ui/deployment/eventstab.h"
#include "ui/deployment/exceptionstab.h"
#include "ui/deployment/graphtab.h"
#include "ui/deployment/jobstab.h"
#include "ui/deployment/keys.h"
#include "ui/deployment/operationbar.h"
#include "ui/deployment/overviewtab.h"
#include "ui/deployment/podstab.h"
#include "ui/deployment/yamltab.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timedisplay.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>

namespace deployment {

using namespace Qt::StringLiterals;
using Verb = plans::Intent::Verb;

namespace {

QString safe(const QString& text)
{
    return base::visibleText(text, 256);
}

} // namespace

DeploymentPage::DeploymentPage(flink::Connection& connection, const kube::ObjectKey& key, QWidget* parent)
    : QWidget(parent)
    , m_subject(connection, key)
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme::inside, 0, 0, 0);
    tabs->addWidget(m_bar);
    column->addLayout(tabs);
    column->addWidget(new widgets::Line(this));
    column->addWidget(m_stack, 1);
    makeTabs();
    makeShortcuts();
    retranslate();
    connect(m_bar, &QTabBar::currentChanged, this, &DeploymentPage::switchTo);
    connect(&m_subject, &Subject::changed, this, &DeploymentPage::showAll);
    if (auto* display = widgets::TimeDisplay::instance()) {
        connect(display, &widgets::TimeDisplay::ticked, this, [this] {
            if (isVisible())
                m_tabs.at(currentTab())->tick();
        });
        connect(display, &widgets::TimeDisplay::changed, this, &DeploymentPage::showAll);
    }
    switchTo(0);
}

DeploymentPage::~DeploymentPage() = default;

QWidget* DeploymentPage::makeHead()
{
    auto* head = new QWidget(this);
    m_path = new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, head);
    m_facts = new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, head);
    m_name = new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text, head);
    m_badge = new widgets::Badge(head);
    m_badge->setObjectName(u"health"_s);
    m_copy = new widgets::CopyButton(head);
    m_owner = new widgets::Chip(widgets::Chip::Kind::Mark, head);
    m_gone = new widgets::StaleBanner(head);
    m_owner->setIcon(theme::icon(u"branch"_s));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_path->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_gone->hide();
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::between);
    column->setSpacing(theme::inside);
    auto* above = new QHBoxLayout;
    above->setSpacing(2 * theme::between);
    above->addWidget(m_path);
    above->addWidget(m_facts, 1);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::between + 2);
    line->addWidget(m_name);
    line->addWidget(m_badge);
    line->addWidget(m_copy);
    line->addWidget(m_owner);
    line->addStretch(1);
    column->addLayout(above);
    column->addLayout(line);
    if (!m_subject.isEndpoint()) {
        m_operations = new OperationBar(head);
        column->addSpacing(theme::inside);
        column->addWidget(m_operations);
        connect(m_operations, &OperationBar::requested, this,
                [this](Verb verb) { emit operationRequested(verb, u"FlinkDeployment"_s, m_subject.key()); });
    }
    column->addWidget(m_gone);
    return head;
}

void DeploymentPage::addTab(Tab* tab)
{
    m_tabs.append(tab);
    m_stack->addWidget(tab);
    m_bar->addTab(tab->title());
}

void DeploymentPage::makeTabs()
{
    addTab(new OverviewTab(m_subject, this));
    auto* jobs = new JobsTab(m_subject, this);
    addTab(jobs);
    auto* checkpoints = new CheckpointsTab(m_subject, this);
    addTab(checkpoints);
    auto* exceptions = new ExceptionsTab(m_subject, this);
    addTab(exceptions);
    if (!m_subject.isEndpoint()) {
        auto* pods = new PodsTab(m_subject, this);
        addTab(pods);
        connect(exceptions, &ExceptionsTab::logRequested, this,
                [this, pods](const QString& pod, kube::LogQuery::Instance instance) {
                    setCurrentTab(int(m_tabs.indexOf(pods)));
                    pods->choose(pod, instance);
                });
        addTab(new EventsTab(m_subject, this));
        addTab(new YamlTab(m_subject, this));
    }
    addTab(new ConfigTab(m_subject, this));
    addTab(new GraphTab(m_subject, this));
    connect(jobs, &JobsTab::operationRequested, this, &DeploymentPage::operationRequested);
    connect(jobs, &JobsTab::jobChosen, this, [this, checkpoints](const QString& id) {
        m_subject.chooseJob(id);
        setCurrentTab(int(m_tabs.indexOf(checkpoints)));
    });
}

void DeploymentPage::makeShortcuts()
{
    const auto bind = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(this, keyCommand(id), std::move(act));
    };
    bind(u"deployment.nextTab", [this] { setCurrentTab((currentTab() + 1) % tabCount()); });
    bind(u"deployment.previousTab", [this] { setCurrentTab((currentTab() + tabCount() - 1) % tabCount()); });
    for (const Tab* tab : std::as_const(m_tabs))
        bind(u"deployment."_s + tab->id(), [this, tab] { setCurrentTab(int(m_tabs.indexOf(tab))); });
    if (!m_operations)
        return;
    for (const Verb verb : {Verb::Savepoint, Verb::Suspend, Verb::Restart, Verb::Upgrade, Verb::Rollback})
        bind(u"deployment."_s + plans::verbWord(verb), [this, verb] { act(verb); });
}

/// The key that suspends also resumes.
void DeploymentPage::act(Verb verb)
{
    QAction* action = m_operations->action(verb);
    if (verb == Verb::Suspend && !action->isVisible())
        action = m_operations->action(Verb::Resume);
    if (action->isEnabled())
        action->trigger();
    else
        emit refused(action->toolTip());
}

QList<QAction*> DeploymentPage::operations() const
{
    return m_operations ? m_operations->actions() : QList<QAction*>();
}

int DeploymentPage::currentTab() const
{
    return m_bar->currentIndex();
}

void DeploymentPage::setCurrentTab(int index)
{
    m_bar->setCurrentIndex(index);
}

QStringList DeploymentPage::tabTitles() const
{
    QStringList titles;
    for (const Tab* tab : m_tabs)
        titles.append(tab->title());
    return titles;
}

void DeploymentPage::switchTo(int index)
{
    const bool hadFocus = m_stack->isAncestorOf(focusWidget());
    m_stack->setCurrentIndex(index);
    m_tabs.at(index)->refresh();
    // The keyboard must not stay in a tab that is no longer seen.
    if (hadFocus)
        m_bar->setFocus();
}

void DeploymentPage::refresh()
{
    m_subject.refresh();
}

QString DeploymentPage::kubectl() const
{
    if (m_subject.isEndpoint())
        return {};
    return kube::kubectlCommand(flink::contextNameOf(m_subject.connection().id()), m_subject.key().nameSpace,
                                {u"get"_s, u"flinkdeployment/"_s + m_subject.key().name, u"-o"_s, u"yaml"_s});
}

QString DeploymentPage::breadcrumb() const
{
    const QString connection = safe(m_subject.connection().settings().name);
    if (m_subject.isEndpoint())
        return connection;
    return QStringList{connection, safe(m_subject.key().nameSpace), u"FlinkDeployment"_s}.join(u" › "_s);
}

QString DeploymentPage::facts() const
{
    QStringList parts;
    const auto& overview = m_subject.view().overview.value;
    const auto deployment = m_subject.deployment();
    if (overview)
        parts.append(tr("Flink %1").arg(safe(overview->flinkVersion)));
    else if (deployment && !deployment->flinkVersion.isEmpty())
        parts.append(tr("Flink %1").arg(safe(deployment->flinkVersion)));
    if (deployment) {
        parts.append(safe(deployment->mode.isEmpty() ? u"native"_s : deployment->mode));
        if (deployment->isSession())
            parts.append(tr("session cluster"));
        else if (!deployment->job->upgradeMode.isEmpty())
            parts.append(safe(deployment->job->upgradeMode));
        if (deployment->parallelism() > 0)
            parts.append(u"× %1"_s.arg(deployment->parallelism()));
    }
    if (overview)
        parts.append(tr("%n TaskManager(s)", nullptr, overview->taskManagers));
    // Of several jobs the tabs show one.
    const auto& jobs = m_subject.view().jobs.value;
    if (const flink::JobOverview* job = jobs && jobs->size() > 1 ? m_subject.jobOverview() : nullptr)
        parts.append(tr("job shown: %1").arg(safe(job->name)));
    return parts.join(u" · "_s);
}

void DeploymentPage::showHead()
{
    m_path->setText(breadcrumb());
    m_facts->setText(facts());
    m_name->setText(m_subject.name());
    const health::Verdict& verdict = m_subject.verdict();
    m_badge->setState(verdict.health, verdict.isTentative()
                                          ? tr("%1?", "a state that is not confirmed").arg(theme::word(verdict.health))
                                          : QString());
    m_badge->setToolTip(health::caveatOf(verdict.notHeard));
    m_copy->setText(m_subject.isEndpoint() ? m_subject.rest().address() : m_subject.key().name, tr("the name"));
    const auto deployment = m_subject.deployment();
    const QString owner = deployment ? deployment->metadata.owner : QString();
    m_owner->setText(safe(owner));
    m_owner->setVisible(!owner.isEmpty());
    if (m_operations)
        m_operations->present(standingOf(m_subject));
    m_gone->setVisible(m_subject.isGone());
    if (m_subject.isGone())
        m_gone->showStale(m_subject.connection().state().lastContact,
                          tr("This FlinkDeployment does not exist any more; this is how it was."));
}

void DeploymentPage::showAll()
{
    showHead();
    m_tabs.at(currentTab())->refresh();
    emit changed();
}

void DeploymentPage::retranslate()
{
    for (int i = 0; i < tabCount(); ++i)
        m_bar->setTabText(i, m_tabs.at(i)->title());
    m_bar->setAccessibleName(tr("Parts of the page"));
    showHead();
}

void DeploymentPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

void DeploymentPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_subject.setWatched(true);
}

void DeploymentPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_subject.setWatched(false);
}

void DeploymentPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_subject.retell();
}

} // namespace deployment
