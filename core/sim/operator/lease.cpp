#include "core/sim/operator/lease.h"

#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto renewal = 2s;
constexpr int leaseSeconds = 15;
const QString leaseName = u"flink-operator-lease"_s;

} // namespace

Lease::Lease(World& world, const Settings& settings)
    : m_world(world)
    , m_settings(settings)
    , m_holder(world.chance.stream(u"lease "_s + QString::number(world.clock.now().time_since_epoch().count())).uid())
    , m_alarm(world.clock)
{
    if (settings.leaderElection)
        renew();
}

void Lease::renew()
{
    const QString moment = microTimestamp(m_world.clock.now());
    const Outcome renewed = m_world.objects.change(
        type::leases, m_settings.operatorNamespace, leaseName, Part::Main,
        [&](QJsonObject& lease) {
            const bool taken = at(lease, {u"spec", u"holderIdentity"}).toString() != m_holder;
            put(lease, {u"spec", u"renewTime"}, moment);
            if (!taken)
                return;
            put(lease, {u"spec", u"holderIdentity"}, m_holder);
            put(lease, {u"spec", u"acquireTime"}, moment);
            put(lease, {u"spec", u"leaseTransitions"}, at(lease, {u"spec", u"leaseTransitions"}).toInt() + 1);
        },
        byOperator());
    if (!renewed)
        static_cast<void>(m_world.objects.create(
            type::leases,
            {{u"apiVersion"_s, u"coordination.k8s.io/v1"_s},
             {u"kind"_s, u"Lease"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, leaseName}, {u"namespace"_s, m_settings.operatorNamespace}}},
             {u"spec"_s, QJsonObject{{u"holderIdentity"_s, m_holder},
                                     {u"leaseDurationSeconds"_s, leaseSeconds},
                                     {u"acquireTime"_s, moment},
                                     {u"renewTime"_s, moment},
                                     {u"leaseTransitions"_s, 0}}}},
            byOperator()));
    m_alarm.set(renewal, [this] { renew(); });
}

} // namespace sim::op
