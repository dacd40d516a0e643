#include "ui/fleet/evidencepool.h"

#include <QSet>

namespace fleet {

using namespace std::chrono_literals;
using Pace = flink::ClusterObserver::Pace;

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

EvidencePool::~EvidencePool() = default;

void EvidencePool::setWishes(const QList<Wish>& wishes)
{
    m_wishes = wishes.mid(0, mostInView);
    m_settling.start();
}

void EvidencePool::stopPassing()
{
    letGo(m_passing, [](const RowKey&, const Holding&) { return true; });
}

void EvidencePool::forget(const flink::Connection* connection)
{
    m_wishes.removeIf([connection](const Wish& wish) { return wish.connection == connection; });
    for (Holdings* holdings : {&m_inView, &m_passing})
        letGo(*holdings, [connection](const RowKey&, const Holding& held) { return held.connection == connection; });
}

void EvidencePool::refresh()
{
    for (const Holding& held : std::as_const(m_inView))
        held.inquiry->observer()->refresh();
}

void EvidencePool::settle()
{
    QSet<RowKey> wanted;
    for (const Wish& wish : std::as_const(m_wishes))
        wanted.insert(wish.key);
    letGo(m_inView, [&wanted](const RowKey& key, const Holding&) { return !wanted.contains(key); });
    QList<RowKey> taken;
    for (const Wish& wish : std::as_const(m_wishes)) {
        if (m_inView.contains(wish.key))
            continue;
        const Holding held = hold(wish);
        if (!held.inquiry)
            continue;
        m_inView.insert(wish.key, held);
        // Somebody is looking at this row and waits; once it is answered, a look now and then will do.
        connect(held.inquiry, &health::Inquiry::settled, this,
                [inquiry = held.inquiry] { inquiry->setPace(Pace::Background); });
        held.inquiry->setPace(Pace::Foreground);
        taken.append(wish.key);
    }
    letGo(m_passing, [this](const RowKey& key, const Holding&) { return m_inView.contains(key); });
    for (const RowKey& key : std::as_const(taken))
        tellWhatIsKnown(m_inView, key);
}

void EvidencePool::askOnce(const Wish& wish)
{
    if (isHeld(wish.key))
        return;
    const Holding held = hold(wish);
    if (!held.inquiry)
        return;
    m_passing.insert(wish.key, held);
    connect(held.inquiry, &health::Inquiry::settled, this, [this, key = wish.key] {
        letGo(m_passing, [&key](const RowKey& other, const Holding&) { return other == key; });
    });
    held.inquiry->setPace(Pace::Background);
    tellWhatIsKnown(m_passing, wish.key);
}

void EvidencePool::tellWhatIsKnown(const Holdings& holdings, const RowKey& key)
{
    const health::Inquiry* inquiry = holdings.value(key).inquiry;
    if (inquiry && inquiry->observer()->view().jobs.observedAt.isValid())
        learn(key, *inquiry);
}

EvidencePool::Holding EvidencePool::hold(const Wish& wish)
{
    Holding held;
    held.connection = wish.connection;
    const auto observer = wish.connection->observer(wish.key.object);
    if (!observer)
        return held;
    const auto resource = [connection = wish.connection, object = wish.key.object] {
        const auto* deployments = connection->deployments();
        return deployments ? deployments->value(object) : nullptr;
    };
    held.inquiry = new health::Inquiry(observer, resource, health::Inquiry::Pods::Listed, this);
    const auto tell = [this, key = wish.key, inquiry = held.inquiry] { learn(key, *inquiry); };
    connect(held.inquiry, &health::Inquiry::learned, this, tell);
    return held;
}

void EvidencePool::letGo(Holdings& holdings, const std::function<bool(const RowKey&, const Holding&)>& unwanted)
{
    QList<RowKey> released;
    for (auto it = holdings.begin(); it != holdings.end();) {
        if (!unwanted(it.key(), *it)) {
            ++it;
            continue;
        }
        released.append(it.key());
        // It may be about to tell, and the connection may be about to die.
        it->inquiry->disconnect(this);
        it->inquiry->stop();
        it->inquiry->deleteLater();
        it = holdings.erase(it);
    }
    for (const RowKey& key : std::as_const(released)) {
        if (!isHeld(key))
            emit this->released(key);
    }
}

void EvidencePool::learn(const RowKey& key, const health::Inquiry& inquiry)
{
    emit learned(key,
                 std::make_shared<const RestFacts>(RestFacts{inquiry.observer()->view().overview, inquiry.evidence()}));
}

} // namespace fleet
