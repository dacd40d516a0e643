#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/yaml/yaml.h"
#include "ui/code/diffview.h"
#include "ui/operations/checksview.h"
#include "ui/operations/commandsdialog.h"
#include "ui/operations/intentform.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationbuttons.h"
#include "ui/operations/planpage.h"
#include "ui/operations/stepsview.h"
#include "ui/operations/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/loadingrows.h"

#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

// What stands on the page, by how far its draft has come.
namespace operations {

using base::Health;
using workflow::Check;
using workflow::Confirmation;
using workflow::Operation;
using Stage = StageRow::Stage;

const Operation* PlanPage::operation() const
{
    return m_draft->operationId().isEmpty() ? nullptr : m_draft->desk().operation(m_draft->operationId());
}

QString PlanPage::title() const
{
    if (m_draft->plan())
        return base::visibleText(m_draft->plan()->title, 200);
    return u"%1: %2"_s.arg(verbText(m_draft->intent().verb), base::visibleText(m_draft->intent().name, 120));
}

QString PlanPage::kubectl() const
{
    return m_draft->plan() ? commandsOf(*m_draft->plan()) : QString();
}

StageRow::Stage PlanPage::stage() const
{
    switch (m_draft->stage()) {
    case Draft::Stage::Intent:
        return Stage::Intent;
    case Draft::Stage::Checking:
        return m_draft->isAboutToBegin() ? Stage::Confirm : Stage::Preflight;
    case Draft::Stage::Failed:
        return Stage::Preflight;
    case Draft::Stage::Planned:
        if (m_draft->plan()->isBlocked())
            return Stage::Preflight;
        return m_undo.isActive() || m_isAsking ? Stage::Confirm : Stage::Plan;
    case Draft::Stage::Begun:
        break;
    }
    const Operation* shown = operation();
    if (!shown || !shown->isOpen())
        return Stage::Record;
    const auto& steps = shown->plan.steps;
    const qsizetype current = std::max<qsizetype>(shown->currentStep(), 0);
    const bool sends = std::any_of(steps.begin() + std::min(current, steps.size()), steps.end(),
                                   [](const workflow::Step& step) { return step.sends.has_value(); });
    return sends ? Stage::Execute : Stage::Verify;
}

QString PlanPage::reason() const
{
    if (const QString obstacle = m_draft->obstacle(); !obstacle.isEmpty())
        return obstacle;
    if (m_draft->plan()->confirmation != Confirmation::TypeName)
        return {};
    const QString name = m_draft->intent().name;
    return m_name->text() == name ? QString()
                                  : tr("State may be lost: type '%1' to go on.").arg(base::visibleText(name, 120));
}

void PlanPage::present()
{
    // What is agreed to has to stay as it is.
    if (m_undo.isActive() && !m_draft->obstacle().isEmpty())
        m_undo.stop();
    const Cluster cluster = m_draft->cluster();
    const plans::Intent& intent = m_draft->intent();
    QStringList path{base::visibleText(cluster.context, 80), base::visibleText(intent.nameSpace, 80),
                     base::visibleText(intent.kind, 80)};
    path.removeAll(QString());
    m_path->setText(path.join(u" › "_s));
    m_title->setText(title());
    const Operation* shown = operation();
    const bool isBlocked = m_draft->stage() == Draft::Stage::Planned && m_draft->plan()->isBlocked();
    Health family = Health::Changing;
    if (isBlocked || m_draft->stage() == Draft::Stage::Failed)
        family = Health::Broken;
    else if (shown)
        family = familyOf(shown->state);
    m_stages->setStage(stage(), family);
    m_formCard->setVisible((m_form || m_recovery) && !shown);
    presentChecks();
    presentPlan();
    presentFoot();
    emit changed();
}

void PlanPage::presentChecks()
{
    const auto& plan = m_draft->plan();
    const bool isChecking = m_draft->stage() == Draft::Stage::Checking;
    for (qsizetype i = 0; i < m_counts.size(); ++i) {
        const auto verdict = static_cast<Check::Verdict>(i);
        const auto count = plan ? std::ranges::count(plan->preflight, verdict, &Check::verdict) : 0;
        m_counts.at(i)->setState(theme::glyphOf(familyOf(verdict)), QLocale().toString(qlonglong(count)));
        m_counts.at(i)->setToolTip(u"%1: %2"_s.arg(wordOf(verdict)).arg(count));
        m_counts.at(i)->setAccessibleName(m_counts.at(i)->toolTip());
        m_counts.at(i)->setVisible(count > 0);
    }
    m_again->setVisible(m_draft->stage() != Draft::Stage::Begun && m_draft->stage() != Draft::Stage::Intent);
    m_again->setEnabled(!isChecking);
    if (plan) {
        m_checks->present(plan->preflight);
        m_checkStack->setCurrentIndex(2);
    } else if (m_draft->stage() == Draft::Stage::Failed) {
        m_empty->showUnreachable(base::visibleText(m_draft->problem()->message), {}, tr("Check again"));
        m_checkStack->setCurrentIndex(0);
    } else if (isChecking) {
        m_checkStack->setCurrentIndex(1);
    } else {
        m_empty->showNone(tr("The cluster is asked once it is said what is to be done."));
        m_checkStack->setCurrentIndex(0);
    }
}

void PlanPage::presentPlan()
{
    const auto& plan = m_draft->plan();
    const Operation* shown = operation();
    m_summaryCard->setVisible(plan.has_value());
    m_stepCard->setVisible(plan && !plan->steps.isEmpty());
    m_changeCard->setVisible(plan && plan->before != plan->after);
    if (!plan)
        return;
    m_summary->setText(base::visibleText(plan->summary, 2000));
    m_doubts->setText(base::visibleText(m_draft->doubts().join(u' '), 2000));
    m_doubts->setVisible(!m_draft->doubts().isEmpty());
    if (shown)
        m_steps->showOperation(*shown);
    else
        m_steps->showPlan(*plan);
    m_stepCard->setSubtitle(plan->expected ? tr("usually takes %1").arg(base::compactDuration(*plan->expected))
                                           : QString());
    presentDifference();
}

void PlanPage::presentDifference()
{
    const workflow::Plan& plan = *m_draft->plan();
    const auto lines = [](const QJsonObject& spec) {
        return QString::fromUtf8(yaml::write(QJsonObject{{u"spec"_s, spec}})).trimmed().split(u'\n');
    };
    m_difference->present(code::condensed(code::diffOf(lines(plan.before), lines(plan.after))));
}

void PlanPage::presentFoot()
{
    const auto& plan = m_draft->plan();
    const Operation* shown = operation();
    const bool isBegun = m_draft->stage() == Draft::Stage::Begun;
    const bool isPlanned = m_draft->stage() == Draft::Stage::Planned;
    const bool isUndoing = m_undo.isActive();
    m_commands->setEnabled(plan && !commandsOf(*plan).isEmpty());
    m_patch->setVisible(plan && !patchOf(*plan).isEmpty());
    const bool isTyping = isPlanned && !plan->isBlocked() && plan->confirmation == Confirmation::TypeName;
    m_demand->setText(tr("Name"));
    m_name->setPlaceholderText(base::visibleText(m_draft->intent().name, 120));
    m_name->setAccessibleName(tr("Type '%1' to go on").arg(base::visibleText(m_draft->intent().name, 120)));
    m_demand->setVisible(isTyping);
    m_name->setVisible(isTyping);
    m_buttons->setOperation(m_draft->operationId());
    m_offers->setOperation(m_draft->operationId());

    Health family = Health::Healthy;
    QString said;
    const QString why = reason();
    if (shown) {
        family = familyOf(shown->state);
        said = u"%1: %2"_s.arg(workflow::stateText(shown->state), standText(*shown));
        if (m_draft->desk().isStuck(shown->id))
            family = Health::AtRisk;
    } else if (isUndoing) {
        family = Health::Changing;
        said = tr("It begins in a moment.");
    } else if (m_draft->isAboutToBegin()) {
        family = Health::Changing;
        said = tr("The plan is made anew before it begins.");
    } else if (m_draft->hasMoved()) {
        family = Health::AtRisk;
        said = tr("It has changed since it was planned, so that it has not begun. Look at it again.");
    } else if (isPlanned && plan->isBlocked()) {
        family = Health::Broken;
        said = tr("It may not begin: %1").arg(why);
    } else if (!why.isEmpty()) {
        family = m_draft->stage() == Draft::Stage::Checking ? Health::Changing
                 : isTyping                                 ? Health::AtRisk
                                                            : Health::Unknown;
        said = why;
    } else {
        said = tr("Nothing is done yet.");
        family = Health::Suspended;
    }
    m_sign->setState(theme::glyphOf(family), {});
    m_sign->setAccessibleName(theme::word(family));
    m_sign->setVisible(shown || family != Health::Suspended);
    m_reason->setText(said);
    m_undoBar->setVisible(isUndoing);

    const base::Environment environment = m_draft->cluster().environment;
    const QString verb = verbText(m_draft->intent().verb);
    m_cancel->setText(isBegun ? tr("Close") : tr("Cancel"));
    m_act->setText(environment == base::Environment::Unset ? verb : tr("%1 on %2").arg(verb, theme::word(environment)));
    m_act->setVisible(!isBegun);
    m_act->setEnabled(why.isEmpty() && !isUndoing && !m_isAsking);
    m_act->setToolTip(why);
    const bool isDestructive =
        m_draft->intent().verb == plans::Intent::Verb::Delete || (plan && plan->confirmation == Confirmation::TypeName);
    m_act->setProperty("destructive", isDestructive);
    m_act->setDefault(!isDestructive);
    m_act->update();
}

void PlanPage::retranslate()
{
    m_checkCard->setTitle(tr("Preflight"));
    m_again->setText(tr("Check again"));
    m_checks->setAccessibleName(tr("Preflight"));
    m_loading->setSentence(tr("The cluster is being asked."));
    m_formCard->setTitle(m_recovery ? tr("What it starts from") : tr("What is to be done"));
    m_summaryCard->setTitle(tr("What becomes of the state"));
    m_stepCard->setTitle(tr("Steps"));
    m_steps->setAccessibleName(tr("Steps"));
    m_changeCard->setTitle(tr("Change of the spec"));
    m_difference->setAccessibleName(tr("What would be different, line by line"));
    m_commands->setText(tr("Show kubectl"));
    m_patch->setText(tr("Copy patch"));
    m_undoBar->setAccessibleName(tr("Time left to cancel"));
    present();
}

} // namespace operations
