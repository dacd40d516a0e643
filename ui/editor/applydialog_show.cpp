#include "ui/editor/applydialog.h"

#include "core/base/visibletext.h"
#include "core/flink/connectionsettings.h"
#include "core/kube/kubectl.h"
#include "ui/editor/classbadge.h"
#include "ui/editor/diffview.h"
#include "ui/editor/effectview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/tooltip.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// What stands in the dialog, by the state of what is applied.
namespace editor {

namespace {

using Item = ApplyRun::Item;
using Stage = ApplyRun::Stage;
using State = Item::State;

QString labelOf(const Item& item)
{
    return base::visibleText(
        item.rehearsal ? item.rehearsal->target.label() : item.document.kind + u' ' + item.document.name, 200);
}

base::Health healthOf(const Item& item)
{
    if (item.outcome)
        return familyOf(item.outcome->state);
    switch (item.state) {
    case State::Rehearsing:
    case State::Sending:
        return base::Health::Changing;
    case State::Refused:
        return base::Health::Broken;
    case State::Ready:
        return item.hasMoved || (!item.rehearsal->conflicts.isEmpty() && !item.takesOver) ? base::Health::AtRisk
                                                                                          : base::Health::Healthy;
    case State::Waiting:
    case State::Over:
        break;
    }
    return base::Health::Unknown;
}

QString stateText(const Item& item)
{
    if (item.outcome)
        return wordOf(item.outcome->state);
    switch (item.state) {
    case State::Waiting:
        return ApplyDialog::tr("not looked at yet");
    case State::Rehearsing:
        return ApplyDialog::tr("being rehearsed");
    case State::Sending:
        return ApplyDialog::tr("being applied");
    case State::Refused:
        return ApplyDialog::tr("would be refused");
    case State::Ready:
        if (item.hasMoved)
            return ApplyDialog::tr("changed meanwhile");
        if (!item.rehearsal->conflicts.isEmpty() && !item.takesOver)
            return ApplyDialog::tr("conflict");
        if (!item.isChange())
            return ApplyDialog::tr("nothing to do");
        return item.prospect          ? manifest::sizeText(item.effect.size)
               : item.rehearsal->live ? ApplyDialog::tr("%n change(s)", nullptr, int(item.rehearsal->changes.size()))
                                      : manifest::sizeText(manifest::Effect::Size::Create);
    case State::Over:
        break;
    }
    return {};
}

} // namespace

const ApplyRun::Item& ApplyDialog::shown() const
{
    return m_run->items()[static_cast<size_t>(m_shown)];
}

void ApplyDialog::retranslate()
{
    setWindowTitle(tr("Review and apply"));
    m_list->setAccessibleName(tr("Documents"));
    m_conflictCard->setTitle(tr("Fields of others"));
    m_changeCard->setTitle(tr("Change"));
    m_effectCard->setTitle(tr("Effect"));
    m_diff->setAccessibleName(tr("What would be different, line by line"));
    m_against->button(static_cast<int>(Against::Cluster))->setText(tr("In the cluster"));
    m_against->button(static_cast<int>(Against::Reconciled))->setText(tr("Last reconciled"));
    m_against->button(static_cast<int>(Against::Stable))->setText(tr("Last stable"));
    m_again->setText(tr("Rehearse again"));
    m_acknowledged->setText(tr("The job may lose its state"));
    refresh();
}

void ApplyDialog::refresh()
{
    // The one that needs a look comes to the front.
    if (m_run->stage() != m_lastStage || m_run->stage() == Stage::Applying) {
        const int wanted = focusedItem();
        if (wanted >= 0)
            m_shown = wanted;
    }
    m_lastStage = m_run->stage();
    fillList();
    showHead();
    showShown();
    showFoot();
}

/// The first that is under way, refused, or ended badly; -1: none.
int ApplyDialog::focusedItem() const
{
    const auto& items = m_run->items();
    for (size_t i = 0; i < items.size(); ++i) {
        const bool isBad = items[i].outcome && familyOf(items[i].outcome->state) != base::Health::Healthy;
        if (isBad || items[i].state == State::Sending || items[i].state == State::Refused || items[i].hasMoved)
            return static_cast<int>(i);
    }
    return -1;
}

void ApplyDialog::fillList()
{
    const QSignalBlocker quiet(m_list);
    const auto& items = m_run->items();
    while (m_list->count() < static_cast<int>(items.size()))
        m_list->addItem(QString());
    for (int i = 0; i < m_list->count(); ++i) {
        const Item& one = items[static_cast<size_t>(i)];
        QListWidgetItem* row = m_list->item(i);
        const QString place = one.rehearsal && !one.rehearsal->target.nameSpace.isEmpty()
                                  ? one.rehearsal->target.nameSpace + u'/' + one.document.name
                                  : one.document.name;
        row->setText(base::visibleText(place, 160) + u'\n' + base::visibleText(one.document.kind, 80) + u" · "_s +
                     stateText(one));
        row->setIcon(QIcon(theme::glyph(theme::glyphOf(healthOf(one)), 14, devicePixelRatioF())));
        row->setToolTip(widgets::plainToolTip(labelOf(one)));
    }
    m_list->setCurrentRow(m_shown);
}

void ApplyDialog::showHead()
{
    const QString cluster = base::visibleText(m_run->cluster().name, 80);
    const auto& items = m_run->items();
    m_title->setText(items.size() == 1 ? tr("Apply %1 to %2").arg(labelOf(items.front()), cluster)
                                       : tr("Apply %n document(s) to %1", nullptr, int(items.size())).arg(cluster));
    switch (m_run->stage()) {
    case Stage::Planning:
        m_stage->setText(tr("Rehearsing on the server"));
        return;
    case Stage::Asking:
        m_stage->setText(tr("Plan: nothing is done yet"));
        return;
    case Stage::Applying:
        m_stage->setText(tr("Applying"));
        return;
    case Stage::Over:
        m_stage->setText(m_run->hasStopped() ? tr("Stopped") : tr("Done"));
        return;
    }
}

void ApplyDialog::showShown()
{
    const Item& item = shown();
    const bool isKnown = item.rehearsal && (item.prospect || !item.document.isOperators || item.doubt);
    m_loading->setSentence(tr("Asking the cluster"));
    m_loading->setVisible(!isKnown && !item.refusal);
    m_effect->setVisible(item.prospect.has_value());
    if (item.prospect)
        m_effect->present(*item.prospect, item.effect);
    m_effect->setFaint(item.outcome.has_value());
    const bool isPlain = item.rehearsal && !item.prospect;
    m_plain->setVisible(isPlain || (item.refusal && !item.prospect));
    if (item.doubt)
        m_plain->setText(
            tr("What the operator would do could not be told: %1").arg(base::visibleText(item.doubt->message)));
    else if (item.rehearsal && !item.rehearsal->live)
        m_plain->setText(tr("A new object is made."));
    else if (item.rehearsal)
        m_plain->setText(item.rehearsal->changes.isEmpty()
                             ? tr("The cluster holds all of it already.")
                             : tr("%n value(s) of the object change.", nullptr, int(item.rehearsal->changes.size())));
    else
        m_plain->setText(tr("It is not known what this would do."));
    showState(item);
    showConflicts(item);
    showChange(item);
}

/// What stands above all: an outcome, or why another yes is needed.
void ApplyDialog::showState(const Item& item)
{
    m_note->show();
    if (item.outcome)
        m_note->showMessage(familyOf(item.outcome->state), labelOf(item) + u':', outcomeText(*item.outcome));
    else if (item.refusal)
        m_note->showMessage(base::Health::Broken, tr("The cluster would refuse it:"),
                            base::visibleText(item.refusal->message));
    else if (item.hasMoved)
        m_note->showMessage(base::Health::AtRisk, tr("Look at it once more:"),
                            tr("The object has changed since you agreed, and so has what applying would do. Nothing "
                               "was done; below is the plan as it is now."));
    else if (m_run->hasStopped() && item.isOpen())
        m_note->showMessage(base::Health::Unknown, tr("Not applied:"),
                            tr("One before it was not done, so this one was not begun."));
    else
        m_note->hide();
}

void ApplyDialog::showConflicts(const Item& item)
{
    const QList<kube::Cause> conflicts = item.rehearsal ? item.rehearsal->conflicts : QList<kube::Cause>();
    m_conflictCard->setVisible(!conflicts.isEmpty());
    delete m_conflictRows;
    m_conflictRows = new QWidget(m_conflictCard);
    auto* rows = new QVBoxLayout(m_conflictRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::inside);
    for (const kube::Cause& conflict : conflicts) {
        const QString owner = conflict.manager.isEmpty() ? tr("somebody else") : conflict.manager;
        auto* place = new widgets::PlainLabel(base::visibleText(manifest::pathText(conflict.path), 200),
                                              theme::Type::Strong, theme::Role::Text, m_conflictRows);
        auto* whose = new widgets::PlainLabel(tr("belongs to %1").arg(owner), theme::Type::Body,
                                              theme::Role::SecondaryText, m_conflictRows);
        place->setWordWrap(true);
        whose->setWordWrap(true);
        rows->addWidget(place);
        rows->addWidget(whose);
    }
    m_conflicts->addWidget(m_conflictRows);
    m_takeOver->setText(tr("Take over %n field(s)", nullptr, int(conflicts.size())));
    m_takeOver->setChecked(item.takesOver);
    m_takeOver->setEnabled(item.isOpen() && m_run->stage() == Stage::Asking);
}

void ApplyDialog::showChange(const Item& item)
{
    std::optional<QList<DiffLine>> lines = QList<DiffLine>();
    const auto against = static_cast<Against>(m_against->checkedId());
    if (item.prospect)
        lines = comparisonOf(*item.prospect, item.document.manifest, against);
    else if (item.rehearsal)
        lines = comparisonOf(plans::applicable(item.rehearsal->live.value_or(QJsonObject())),
                             plans::applicable(item.rehearsal->planned));
    const bool isThreeWay = item.prospect && item.prospect->live;
    for (QAbstractButton* chip : m_against->buttons())
        chip->parentWidget()->setVisible(isThreeWay);
    const bool isAny = lines && !lines->isEmpty();
    m_diff->present(lines.value_or(QList<DiffLine>()));
    m_noDiff->setText(!item.rehearsal ? QString()
                      : lines         ? tr("Nothing would be different.")
                                      : tr("No spec of this object was ever stable."));
    m_diffStack->setCurrentWidget(isAny ? static_cast<QWidget*>(m_diff) : m_noDiff);
}

QString ApplyDialog::reason() const
{
    const QString obstacle = m_run->obstacle();
    if (!obstacle.isEmpty() || m_run->stage() != Stage::Asking)
        return obstacle;
    const bool isKnown = m_run->isLossKnown();
    switch (m_run->confirmation()) {
    case plans::Confirmation::TypeName:
        return m_name->text() == m_run->nameToType()
                   ? QString()
                   : (isKnown ? tr("State is dropped: type %1 to go on.")
                              : tr("Nobody knows what becomes of the state: type %1 to go on."))
                         .arg(base::visibleText(m_run->nameToType(), 80));
    case plans::Confirmation::Acknowledge:
        if (m_acknowledged->isChecked())
            return {};
        return isKnown ? tr("State is dropped: tick that you know.")
                       : tr("Nobody knows what becomes of the state: tick that you know.");
    case plans::Confirmation::Button:
        break;
    }
    return {};
}

void ApplyDialog::showFoot()
{
    using plans::Confirmation;
    const bool isAsking = m_run->stage() == Stage::Asking && m_run->obstacle().isEmpty();
    const bool isOver = m_run->stage() == Stage::Over;
    const Confirmation needed = isAsking ? m_run->confirmation() : Confirmation::Button;
    m_demand->setText(tr("Type %1").arg(base::visibleText(m_run->nameToType(), 80)));
    m_demand->setVisible(needed == Confirmation::TypeName);
    m_name->setVisible(needed == Confirmation::TypeName);
    m_name->setAccessibleName(m_demand->text());
    m_acknowledged->setVisible(needed == Confirmation::Acknowledge);
    const QString why = isOver ? QString() : reason();
    m_reason->setText(why);
    m_again->setVisible(m_run->stage() == Stage::Asking);
    m_cancel->setText(isOver ? tr("Close") : tr("Cancel"));
    m_cancel->setEnabled(!m_run->isSending());
    const base::Environment environment = m_run->cluster().environment;
    m_agree->setText(environment == base::Environment::Unset ? tr("Apply")
                                                             : tr("Apply on %1").arg(theme::word(environment)));
    m_agree->setVisible(!isOver);
    m_agree->setEnabled(isAsking && why.isEmpty());
    m_agree->setProperty("destructive", needed != Confirmation::Button);
    m_agree->setDefault(needed == Confirmation::Button);
    m_agree->update();
    const QString context = flink::contextNameOf(m_run->cluster().id);
    const QString file = m_file.isEmpty() ? u"-"_s : m_file;
    // The fields belong to the same owner as when they are applied here.
    const QStringList manager{u"--field-manager"_s, plans::fieldManager.toString()};
    m_kubectl->setText(
        kube::kubectlCommand(context, {},
                             QStringList{u"apply"_s, u"--server-side"_s} + manager + QStringList{u"-f"_s, file}),
        tr("the kubectl command"));
}

QString ApplyDialog::text() const
{
    QStringList texts{m_note->isVisibleTo(this) ? m_note->text() : QString(), m_effect->text(), m_plain->text()};
    const QList<QLabel*> conflicts = m_conflictRows ? m_conflictRows->findChildren<QLabel*>() : QList<QLabel*>();
    for (const QLabel* label : conflicts)
        texts.append(label->text());
    return texts.join(u'\n');
}

} // namespace editor
