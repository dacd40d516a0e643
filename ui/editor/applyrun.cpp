#include "ui/editor/applyrun.h"

#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "ui/editor/forecasts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

using State = ApplyRun::Item::State;
using plans::ApplyState;

ApplyRun::ApplyRun(const Clusters& clusters, const Cluster& cluster, const QList<Document>& documents,
                   plans::ApplyRecord& record, QObject* parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_cluster(cluster)
    , m_record(record)
{
    for (const Document& document : documents) {
        Item item;
        item.document = document;
        m_items.push_back(std::move(item));
    }
    m_applying.resize(m_items.size());
    connect(&m_clusters, &Clusters::changed, this, &ApplyRun::follow);
}

ApplyRun::~ApplyRun() = default;

void ApplyRun::start()
{
    if (m_stage == Stage::Applying || m_stage == Stage::Over || !m_cluster.connection)
        return;
    m_stage = Stage::Planning;
    m_outlook.reset();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (!m_items[i].isOpen())
            continue;
        m_applying[i].reset();
        m_items[i].state = State::Waiting;
        m_items[i].refusal.reset();
    }
    planNext();
}

void ApplyRun::planNext()
{
    const auto waiting =
        std::ranges::find_if(m_items, [](const Item& one) { return one.isOpen() && one.state == State::Waiting; });
    if (waiting == m_items.end())
        return stop(Stage::Asking);
    rehearse(static_cast<int>(waiting - m_items.begin()));
}

void ApplyRun::rehearse(int index)
{
    m_current = index;
    item(index).state = State::Rehearsing;
    auto& applying = m_applying[static_cast<size_t>(index)];
    applying = std::make_unique<plans::Applying>(*m_cluster.connection->api(), m_cluster.name,
                                                 item(index).document.manifest, m_record);
    connect(applying.get(), &plans::Applying::rehearsed, this,
            [this, index](const plans::RehearsedApply& rehearsal) { rehearsed(index, rehearsal); });
    connect(applying.get(), &plans::Applying::refused, this,
            [this, index](const base::Error& error) { refused(index, error); });
    connect(applying.get(), &plans::Applying::finished, this,
            [this, index](const plans::AppliedOutcome& outcome) { finished(index, outcome); });
    emit changed();
    applying->rehearse(m_cluster.nameSpace);
}

void ApplyRun::rehearsed(int index, const plans::RehearsedApply& rehearsal)
{
    Item& one = item(index);
    // Somebody was faster, or it was refused before: what would be done now has not been seen by anybody.
    one.hasMoved = m_stage == Stage::Applying;
    if (one.rehearsal && rehearsal.conflicts != one.rehearsal->conflicts)
        one.takesOver = false;
    one.rehearsal = rehearsal;
    one.refusal.reset();
    one.isAgreed = false;
    askEffect(index);
}

void ApplyRun::refused(int index, const base::Error& error)
{
    Item& one = item(index);
    one.state = State::Refused;
    one.refusal = error;
    one.isAgreed = false;
    if (m_stage == Stage::Planning)
        return planNext();
    m_hasStopped = true;
    stop(Stage::Asking);
}

void ApplyRun::askEffect(int index)
{
    Item& one = item(index);
    one.state = State::Rehearsing;
    one.doubt.reset();
    if (!one.document.isOperators)
        return settle(index);
    m_outlook = std::make_unique<plans::Outlook>(*m_cluster.connection->api(), one.document.manifest,
                                                 checkpointsOver(*m_cluster.connection));
    connect(m_outlook.get(), &plans::Outlook::finished, this, [this, index](const plans::Prospect& prospect) {
        m_outlook.release()->deleteLater();
        item(index).prospect = prospect;
        item(index).effect = prospect.effectOf(item(index).document.manifest);
        settle(index);
    });
    connect(m_outlook.get(), &plans::Outlook::failed, this, [this, index](const base::Error& error) {
        m_outlook.release()->deleteLater();
        item(index).prospect.reset();
        item(index).doubt = error;
        settle(index);
    });
    m_outlook->start(m_cluster.nameSpace);
    emit changed();
}

void ApplyRun::settle(int index)
{
    item(index).state = State::Ready;
    if (m_stage == Stage::Planning)
        return planNext();
    stop(Stage::Asking);
}

void ApplyRun::stop(Stage stage)
{
    m_stage = stage;
    m_current = -1;
    emit changed();
}

void ApplyRun::takeOver(int index, bool wanted)
{
    item(index).takesOver = wanted;
    emit changed();
}

void ApplyRun::agree()
{
    if (m_stage != Stage::Asking || !obstacle().isEmpty())
        return;
    for (Item& one : m_items) {
        one.isAgreed = one.isOpen() && one.state == State::Ready;
        one.hasMoved = false;
    }
    m_hasStopped = false;
    m_stage = Stage::Applying;
    applyNext();
}

void ApplyRun::applyNext()
{
    const auto open = std::ranges::find_if(m_items, [](const Item& one) { return one.isOpen(); });
    if (open == m_items.end())
        return stop(Stage::Over);
    const int index = static_cast<int>(open - m_items.begin());
    if (!open->isAgreed)
        return rehearse(index);
    m_current = index;
    open->state = State::Sending;
    emit changed();
    m_applying[static_cast<size_t>(index)]->apply(open->takesOver ? plans::Conflicts::TakeOver
                                                                  : plans::Conflicts::Refuse);
}

void ApplyRun::finished(int index, const plans::AppliedOutcome& outcome)
{
    Item& one = item(index);
    one.state = State::Over;
    one.outcome = outcome;
    emit applied();
    const bool isDone = outcome.state == ApplyState::Applied || outcome.state == ApplyState::Unchanged;
    if (isDone)
        return applyNext();
    m_hasStopped = true;
    stop(Stage::Over);
}

/// Without its connection nothing goes on, and nobody hears what became of what was sent.
void ApplyRun::follow()
{
    const Cluster now = m_clusters.cluster(m_cluster.id);
    if (now.connection == m_cluster.connection) {
        if (!now.id.isEmpty() && now != m_cluster) {
            m_cluster = now;
            emit changed();
        }
        return;
    }
    m_cluster.connection = nullptr;
    m_outlook.reset();
    for (size_t i = 0; i < m_items.size(); ++i) {
        m_applying[i].reset();
        if (m_items[i].state == State::Sending) {
            base::Error error{base::Error::Kind::OutcomeUnknown,
                              tr("The connection was closed before the cluster had answered.")};
            m_items[i].outcome = {ApplyState::Unknown, error, std::nullopt, 0};
            m_items[i].state = State::Over;
        }
    }
    m_hasStopped = true;
    stop(Stage::Over);
}

bool ApplyRun::isSending() const
{
    return std::ranges::any_of(m_items, [](const Item& one) { return one.state == State::Sending; });
}

plans::Confirmation ApplyRun::confirmation() const
{
    plans::Confirmation most = plans::Confirmation::Button;
    for (const Item& one : m_items) {
        if (one.isOpen() && one.doubt)
            most = std::max(most, plans::confirmationOfLoss(m_cluster.environment));
        else if (one.isOpen() && one.prospect)
            most = std::max(most, plans::confirmationFor(one.effect, m_cluster.environment));
    }
    return most;
}

bool ApplyRun::isLossKnown() const
{
    return std::ranges::any_of(
        m_items, [](const Item& one) { return one.isOpen() && one.prospect && plans::losesState(one.effect); });
}

QString ApplyRun::nameToType() const
{
    QStringList names;
    for (const Item& one : m_items) {
        if (one.isOpen() && (one.doubt || (one.prospect && plans::losesState(one.effect))))
            names.append(one.document.name);
    }
    return names.size() == 1 ? names.first() : m_cluster.name;
}

QString ApplyRun::obstacle() const
{
    if (!m_cluster.connection)
        return tr("There is no connection to this cluster any more.");
    if (m_cluster.isProtected)
        return tr("This cluster is protected: Drey writes nothing to it. The protection is taken off on the page of "
                  "connections.");
    if (m_stage == Stage::Planning)
        return tr("The cluster is being asked what would be done.");
    const auto first = std::ranges::find_if(m_items, [](const Item& one) { return one.isOpen(); });
    if (first == m_items.end())
        return tr("Everything is applied.");
    if (first->state == State::Refused)
        return tr("The cluster would refuse this.");
    const bool hasConflict = std::ranges::any_of(m_items, [](const Item& one) {
        return one.isOpen() && one.rehearsal && !one.rehearsal->conflicts.isEmpty() && !one.takesOver;
    });
    if (hasConflict)
        return tr("Fields belong to somebody else: take them over, or take them out of the manifest.");
    return {};
}

QString outcomeText(const plans::AppliedOutcome& outcome)
{
    const QString why = outcome.error ? base::visibleText(outcome.error->message) : QString();
    switch (outcome.state) {
    case ApplyState::Applied:
        if (why.isEmpty() && outcome.generation == 0)
            return ApplyRun::tr("It is applied, and was seen in the cluster.");
        return why.isEmpty() ? ApplyRun::tr("It is applied, and was seen in the cluster as generation %1.")
                                   .arg(outcome.generation)
                             : ApplyRun::tr("It is applied, but could not be looked at afterwards: %1").arg(why);
    case ApplyState::Unchanged:
        return ApplyRun::tr("The cluster held all of it already.");
    case ApplyState::Overwritten:
        return ApplyRun::tr("It was taken, and somebody has changed it again since: look who keeps this object.");
    case ApplyState::Refused:
        return ApplyRun::tr("It was refused, and nothing was done: %1").arg(why);
    case ApplyState::Failed:
        return ApplyRun::tr("It was not sent, and nothing was done: %1").arg(why);
    case ApplyState::Unknown:
        return ApplyRun::tr("Nobody knows whether it was done: %1 Look at the object before you try again.").arg(why);
    }
    return {};
}

base::Health familyOf(ApplyState state)
{
    switch (state) {
    case ApplyState::Applied:
    case ApplyState::Unchanged:
        return base::Health::Healthy;
    case ApplyState::Overwritten:
        return base::Health::AtRisk;
    case ApplyState::Refused:
    case ApplyState::Failed:
        return base::Health::Broken;
    case ApplyState::Unknown:
        return base::Health::Unknown;
    }
    return base::Health::Unknown;
}

QString wordOf(ApplyState state)
{
    switch (state) {
    case ApplyState::Applied:
        return ApplyRun::tr("applied");
    case ApplyState::Unchanged:
        return ApplyRun::tr("nothing to do");
    case ApplyState::Overwritten:
        return ApplyRun::tr("changed again by others");
    case ApplyState::Refused:
        return ApplyRun::tr("refused");
    case ApplyState::Failed:
        return ApplyRun::tr("not sent");
    case ApplyState::Unknown:
        return ApplyRun::tr("not known");
    }
    return {};
}

} // namespace editor
