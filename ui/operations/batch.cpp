#include "ui/operations/batch.h"

#include <algorithm>

namespace operations {

using workflow::Confirmation;

Batch::Batch(Desk& desk, const QList<Wish>& wishes, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_items.resize(wishes.size());
    for (qsizetype i = 0; i < size(); ++i) {
        m_items[i].draft = std::make_unique<Draft>(desk, wishes.at(i).clusterId, wishes.at(i).intent);
        connect(m_items[i].draft.get(), &Draft::changed, this, [this, i] { follow(i); });
    }
    const auto followOperation = [this](const QString& id) {
        for (qsizetype i = 0; i < size(); ++i) {
            if (draft(i).operationId() == id && !id.isEmpty())
                emit changed(i);
        }
        advance();
    };
    connect(&m_desk, &Desk::changed, this, followOperation);
    connect(&m_desk, &Desk::ended, this, followOperation);
    connect(&m_desk, &Desk::wasLeft, this, followOperation);
    advance();
}

Batch::~Batch() = default;

qsizetype Batch::count(State state) const
{
    return std::ranges::count(m_items, state, &Item::state);
}

const workflow::Operation* Batch::operation(qsizetype index) const
{
    const QString id = draft(index).operationId();
    return id.isEmpty() ? nullptr : m_desk.operation(id);
}

bool Batch::isUnderWay(const Item& item) const
{
    // A plan that was read long ago is made anew before it begins.
    const bool isPlannedAnew = item.state == State::Waiting && item.draft->isAboutToBegin();
    return item.state == State::Checking || isPlannedAnew ||
           (item.state == State::Begun && m_desk.isAtWork(item.draft->operationId()));
}

bool Batch::isAtWork() const
{
    return m_isAgreed && std::ranges::any_of(m_items, [this](const Item& item) {
               return item.state == State::Waiting || isUnderWay(item);
           });
}

Confirmation Batch::confirmation() const
{
    const bool isTyped = std::ranges::any_of(m_items, [](const Item& item) {
        return item.state == State::Ready && item.draft->plan()->confirmation == Confirmation::TypeName;
    });
    return isTyped ? Confirmation::TypeName : Confirmation::Dialog;
}

base::Environment Batch::environment() const
{
    base::Environment strictest = base::Environment::Unset;
    for (const Item& item : m_items) {
        if (item.state != State::Blocked)
            strictest = std::max(strictest, item.draft->cluster().environment);
    }
    return strictest;
}

QString Batch::obstacle() const
{
    if (m_isAgreed)
        return tr("It has begun.");
    if (count(State::Queued) + count(State::Checking) > 0)
        return tr("The clusters are being asked.");
    if (count(State::Ready) == 0)
        return tr("None of them may begin.");
    return {};
}

void Batch::check()
{
    if (m_isAgreed)
        return;
    for (qsizetype i = 0; i < size(); ++i) {
        if (m_items[i].state != State::Checking)
            set(i, State::Queued);
    }
    advance();
}

void Batch::agree()
{
    if (!obstacle().isEmpty())
        return;
    m_isAgreed = true;
    for (qsizetype i = 0; i < size(); ++i) {
        if (m_items[i].state == State::Ready)
            set(i, State::Waiting);
    }
    advance();
}

void Batch::leaveRest()
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (m_items[i].state == State::Waiting && !m_items[i].draft->isAboutToBegin())
            set(i, State::Left);
    }
}

void Batch::finishAlone(std::unique_ptr<Batch> batch)
{
    Batch* alone = batch.release();
    alone->disconnect();
    alone->setParent(&alone->m_desk);
    connect(alone, &Batch::changed, alone, [alone] {
        if (!alone->isAtWork())
            alone->deleteLater();
    });
}

void Batch::set(qsizetype index, State state)
{
    m_items[index].state = state;
    emit changed(index);
}

/// What its draft tells.
void Batch::follow(qsizetype index)
{
    Item& item = m_items[index];
    const Draft::Stage stage = item.draft->stage();
    if (stage == Draft::Stage::Begun) {
        set(index, State::Begun);
    } else if (item.state == State::Waiting) {
        if (item.draft->hasMoved() || stage == Draft::Stage::Failed)
            set(index, State::Refused);
    } else if (!m_isAgreed) {
        if (stage == Draft::Stage::Checking)
            set(index, State::Checking);
        else
            set(index, item.draft->obstacle().isEmpty() ? State::Ready : State::Blocked);
    }
    advance();
}

/// What one does makes the drafts speak while it is being done.
void Batch::advance()
{
    if (std::exchange(m_isAdvancing, true))
        return;
    for (qsizetype i = 0; i < size(); ++i) {
        const auto busy = std::ranges::count_if(m_items, [this](const Item& item) { return isUnderWay(item); });
        if (busy >= mostAtOnce)
            break;
        if (m_items[i].state == State::Queued)
            m_items[i].draft->check();
        else if (m_items[i].state == State::Waiting && !m_items[i].draft->isAboutToBegin())
            begin(i);
    }
    m_isAdvancing = false;
}

void Batch::begin(qsizetype index)
{
    Item& item = m_items[index];
    item.draft->agree();
    const bool isComing = item.state == State::Begun || item.draft->isAboutToBegin();
    if (!isComing && item.state == State::Waiting)
        set(index, State::Refused);
}

} // namespace operations
