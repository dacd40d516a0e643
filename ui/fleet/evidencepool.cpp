#include "ui/fleet/evidencepool.h"

#include <QSet>

namespace fleet {

using namespace std::chrono_literals;

namespace {

/// How long rows must stay in view before their clusters are asked, and how long after that they are let go.
constexpr auto settleTime = 300ms;

} // namespace

EvidencePool::EvidencePool(QObject* parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleTime);
    connect(&m_settling, &QTimer::timeout, this, &EvidencePool::settle);
}

EvidencePool::~EvidencePool()
{
    for (const Holding& holding : std::as_const(m_holdings))
        release(holding);
}

void EvidencePool::setWishes(const QList<Wish>& wishes)
{
    m_wishes = wishes.mid(0, mostAtOnce);
    m_settling.start();
}

void EvidencePool::forget(const flink::Connection* connection)
{
    m_wishes.removeIf([connection](const Wish& wish) { return wish.connection == connection; });
    for (auto it = m_holdings.begin(); it != m_holdings.end();) {
        if (it->connection == connection) {
            release(*it);
            it = m_holdings.erase(it);
        } else {
            ++it;
        }
    }
}

void EvidencePool::refresh()
{
    for (const Holding& holding : std::as_const(m_holdings))
        holding.observer->refresh();
}

void EvidencePool::settle()
{
    QSet<RowKey> wanted;
    for (const Wish& wish : std::as_const(m_wishes))
        wanted.insert(wish.key);
    for (auto it = m_holdings.begin(); it != m_holdings.end();) {
        if (wanted.contains(it.key())) {
            ++it;
        } else {
            release(*it);
            it = m_holdings.erase(it);
        }
    }
    // What is learned changes rows, and with them the wishes.
    const QList<Wish> wishes = m_wishes;
    for (const Wish& wish : wishes) {
        if (!m_holdings.contains(wish.key))
            hold(wish);
    }
}

void EvidencePool::hold(const Wish& wish)
{
    Holding holding;
    holding.connection = wish.connection;
    holding.observer = wish.connection->observer(wish.key.object);
    if (!holding.observer)
        return;
    holding.updates =
        connect(holding.observer.get(), &flink::ClusterObserver::updated, this, [this, key = wish.key] { learn(key); });
    // Another holder may look closer.
    if (holding.observer->pace() == flink::ClusterObserver::Pace::Stopped)
        holding.observer->setPace(flink::ClusterObserver::Pace::Background);
    m_holdings.insert(wish.key, holding);
    if (holding.observer->view().jobs.observedAt.isValid())
        learn(wish.key);
}

void EvidencePool::release(Holding holding)
{
    disconnect(holding.updates);
    if (!holding.followed.isEmpty())
        holding.observer->unfollow(holding.followed);
}

void EvidencePool::learn(const RowKey& key)
{
    const auto found = m_holdings.find(key);
    if (found == m_holdings.end())
        return;
    const flink::ClusterView& view = found->observer->view();
    const flink::JobOverview* job = view.jobs.value ? chiefJob(*view.jobs.value) : nullptr;
    if (const QString id = job ? job->id : QString(); id != found->followed) {
        if (!found->followed.isEmpty())
            found->observer->unfollow(found->followed);
        found->followed = id;
        if (!id.isEmpty())
            found->observer->follow(id);
    }
    emit learned(key, std::make_shared<const RestFacts>(factsOf(view)));
}

} // namespace fleet
