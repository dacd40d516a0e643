#include "ui/deployment/operationbar.h"

#include "core/plans/flinksurvey.h"
#include "ui/deployment/keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace deployment {

using Verb = OperationBar::Verb;

namespace {

QString textOf(Verb verb, const Standing& standing)
{
    const QString& kind = standing.kind;
    if (standing.isColour && verb == Verb::Upgrade)
        return OperationBar::tr("Transition…");
    if (kind == plans::flinkJobKind && verb == Verb::Suspend)
        return OperationBar::tr("Stop with savepoint…");
    if (kind == plans::flinkJobKind && verb == Verb::Delete)
        return OperationBar::tr("Cancel…");
    switch (verb) {
    case Verb::Savepoint:
        return OperationBar::tr("Savepoint");
    case Verb::Checkpoint:
        return OperationBar::tr("Checkpoint");
    case Verb::Suspend:
        return OperationBar::tr("Suspend…");
    case Verb::Resume:
        return OperationBar::tr("Resume…");
    case Verb::Restart:
        return OperationBar::tr("Restart…");
    case Verb::Upgrade:
        return OperationBar::tr("Upgrade…");
    case Verb::Rescale:
        return OperationBar::tr("Rescale…");
    case Verb::Rollback:
        return OperationBar::tr("Rollback…");
    case Verb::Redeploy:
        return OperationBar::tr("Redeploy from…");
    case Verb::Delete:
        return OperationBar::tr("Delete…");
    case Verb::Recover:
        return OperationBar::tr("Recover…");
    }
    return {};
}

QString aboutOf(Verb verb, const Standing& standing)
{
    if (standing.isColour && verb == Verb::Upgrade)
        return OperationBar::tr("Another image, jar, Flink version or parallelism, through its blue/green deployment: "
                                "the other colour takes over.");
    if (standing.kind == plans::flinkJobKind && verb == Verb::Delete)
        return OperationBar::tr("Cancels the job, with a savepoint first if you like.");
    switch (verb) {
    case Verb::Savepoint:
        return OperationBar::tr("Takes a savepoint; the job goes on.");
    case Verb::Checkpoint:
        return OperationBar::tr("Takes a checkpoint now; the job goes on.");
    case Verb::Suspend:
        return OperationBar::tr("Stops the job and keeps its state.");
    case Verb::Resume:
        return OperationBar::tr("Starts the job again from the state it was suspended with.");
    case Verb::Restart:
        return OperationBar::tr("Stops the job and starts it again with the same spec.");
    case Verb::Upgrade:
        return OperationBar::tr("Another image, jar or Flink version.");
    case Verb::Rescale:
        return OperationBar::tr("Another parallelism.");
    case Verb::Rollback:
        return OperationBar::tr("Back to the spec that was stable last.");
    case Verb::Redeploy:
        return OperationBar::tr("Starts the job anew from a snapshot of your choice.");
    case Verb::Delete:
        return OperationBar::tr("Deletes it, with a savepoint first if you like.");
    case Verb::Recover:
        return OperationBar::tr("Starts a job that does not run any more from the best snapshot there is.");
    }
    return {};
}

std::optional<widgets::KeyCommand> keysFor(Verb verb)
{
    const QList<widgets::KeyCommand> all = keyCommands();
    const QString id = u"deployment."_s + plans::verbWord(verb);
    const auto found = std::ranges::find(all, id, &widgets::KeyCommand::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

OperationBar::OperationBar(QWidget* parent)
    : QWidget(parent)
    , m_more(new QPushButton(this))
{
    auto* row = new widgets::FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between - 2);
    add(Verb::Recover, u"wrench"_s, true);
    add(Verb::Savepoint, u"savepoint"_s, true);
    add(Verb::Suspend, u"pause"_s, true);
    add(Verb::Resume, u"play"_s, true);
    add(Verb::Restart, u"refresh"_s, true);
    add(Verb::Upgrade, u"upgrade"_s, true);
    add(Verb::Rollback, u"undo"_s, true);
    add(Verb::Checkpoint, u"checkpoint"_s, false);
    add(Verb::Rescale, u"columns"_s, false);
    add(Verb::Redeploy, u"deployment"_s, false);
    add(Verb::Delete, u"remove"_s, false);
    auto* menu = new QMenu(m_more);
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.button)
            continue;
        if (entry.verb == Verb::Delete)
            menu->addSeparator();
        menu->addAction(entry.action);
    }
    menu->setToolTipsVisible(true);
    m_more->setMenu(menu);
    m_more->setAutoDefault(false);
    row->addWidget(m_more);
    if (auto* map = widgets::KeyMap::instance())
        connect(map, &widgets::KeyMap::changed, this, &OperationBar::refresh);
    refresh();
}

void OperationBar::add(Verb verb, const QString& icon, bool hasButton)
{
    auto* action = new QAction(theme::icon(icon), {}, this);
    action->setObjectName(u"deployment."_s + plans::verbWord(verb));
    connect(action, &QAction::triggered, this, [this, verb] { emit requested(verb); });
    QPushButton* button = nullptr;
    if (hasButton) {
        button = new QPushButton(theme::icon(icon), {}, this);
        button->setObjectName(plans::verbWord(verb));
        button->setAutoDefault(false);
        layout()->addWidget(button);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    m_entries.append({verb, action, button});
}

QList<QAction*> OperationBar::actions() const
{
    QList<QAction*> all;
    for (const Entry& entry : m_entries) {
        if (isShown(entry.verb))
            all.append(entry.action);
    }
    return all;
}

QAction* OperationBar::action(Verb verb) const
{
    return std::ranges::find(m_entries, verb, &Entry::verb)->action;
}

void OperationBar::present(const Standing& standing)
{
    m_standing = standing;
    refresh();
}

/// Of suspend and resume the one that makes sense; recovery where it is needed.
bool OperationBar::isShown(Verb verb) const
{
    // A job that has ended starts again from its jar, which is told on the command line.
    if (m_standing.kind == plans::flinkJobKind)
        return plans::canDo(verb) && verb != Verb::Resume;
    // What the template says is a matter of a transition.
    if (m_standing.isColour && (verb == Verb::Rescale || verb == Verb::Rollback))
        return false;
    if (verb == Verb::Recover)
        return m_standing.isBroken && m_standing.hasJob;
    return verb == Verb::Suspend ? !m_standing.isSuspended : verb != Verb::Resume || m_standing.isSuspended;
}

void OperationBar::refresh()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        const QString obstacle = obstacleTo(entry.verb, m_standing);
        const QString text = textOf(entry.verb, m_standing);
        const auto keys = m_standing.kind == u"FlinkDeployment" ? keysFor(entry.verb) : std::nullopt;
        const QString keyText = keys ? widgets::keyText(*keys) : QString();
        const QString tip = obstacle.isEmpty() ? (keys ? widgets::withKeys(aboutOf(entry.verb, m_standing), *keys)
                                                       : aboutOf(entry.verb, m_standing))
                                               : obstacle;
        entry.action->setText(keyText.isEmpty() ? text : text + u'\t' + keyText);
        entry.action->setToolTip(tip);
        entry.action->setEnabled(obstacle.isEmpty());
        entry.action->setVisible(isShown(entry.verb));
        if (!entry.button)
            continue;
        entry.button->setText(text);
        entry.button->setToolTip(tip);
        entry.button->setAccessibleDescription(tip);
        entry.button->setEnabled(obstacle.isEmpty());
        entry.button->setVisible(isShown(entry.verb));
    }
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More operations"));
    m_more->setToolTip(tr("Checkpoint, rescale, redeploy, delete"));
}

bool OperationBar::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    return QWidget::event(event);
}

} // namespace deployment
