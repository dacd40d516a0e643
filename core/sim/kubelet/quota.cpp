#include "core/sim/kubelet/quota.h"

#include "core/base/quantity.h"
#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr auto reaction = 50ms;

double share(const QString& what, const QJsonObject& pod)
{
    const Requests requests = requestsOf(pod[u"spec"].toObject());
    if (what == u"pods" || what == u"count/pods")
        return 1;
    if (what == u"cpu" || what == u"requests.cpu")
        return requests.cpu;
    if (what == u"memory" || what == u"requests.memory")
        return double(requests.memory);
    return 0;
}

bool counts(const Stored& pod)
{
    const QString phase = at(pod.document(), {u"status", u"phase"}).toString();
    return phase != u"Failed" && phase != u"Succeeded";
}

double used(const Objects& objects, const QString& ns, const QString& what)
{
    double sum = 0;
    for (const Snapshot& pod : objects.list(type::pods, ns)) {
        if (counts(*pod))
            sum += share(what, pod->document());
    }
    return sum;
}

QString quantity(const QString& what, double amount)
{
    if (what.endsWith("cpu"_L1) && amount != double(qint64(amount)))
        return QString::number(qint64(amount * 1000 + 0.5)) + u'm';
    if (what.endsWith("memory"_L1) && amount > 0 && qint64(amount) % (1024 * 1024) == 0)
        return QString::number(qint64(amount) / (1024 * 1024)) + "Mi"_L1;
    return QString::number(qint64(amount));
}

} // namespace

PodAdmission::PodAdmission(Clock& clock, Objects& objects)
    : m_objects(objects)
    , m_alarm(clock)
{
    m_admission = objects.admit({type::pods.toString()}, [this](Review& asked) { return review(asked); });
    m_pods = objects.subscribe({type::pods.toString()}, [this](const Event&) { plan(); });
    m_quotas = objects.subscribe({type::resourceQuotas.toString()}, [this](const Event&) { plan(); });
}

std::optional<Refusal> PodAdmission::review(const Review& asked) const
{
    if (asked.operation != Review::Operation::Create || asked.stage != Review::Stage::Validation)
        return {};
    const QString ns = at(asked.after, {u"metadata", u"namespace"}).toString();
    const QString name = at(asked.after, {u"metadata", u"name"}).toString();
    const QString account = at(asked.after, {u"spec", u"serviceAccountName"}).toString();
    if (!account.isEmpty() && account != u"default" && !m_objects.find(type::serviceAccounts, ns, account)) {
        // The account is looked up before the name is made.
        const QString prefix = at(asked.after, {u"metadata", u"generateName"}).toString(name);
        return Refusal::forbidden(
            type::pods, prefix,
            u"error looking up service account %1/%2: serviceaccount \"%2\" not found"_s.arg(ns, account));
    }
    for (const Snapshot& quota : m_objects.list(type::resourceQuotas, ns)) {
        if (const auto why = excess(*quota, asked.after))
            return Refusal::forbidden(type::pods, name, *why);
    }
    return {};
}

std::optional<QString> PodAdmission::excess(const Stored& quota, const QJsonObject& pod) const
{
    QStringList requested;
    QStringList inUse;
    QStringList limited;
    const QJsonObject hard = at(quota.document(), {u"spec", u"hard"}).toObject();
    for (auto limit = hard.begin(); limit != hard.end(); ++limit) {
        const double wanted = share(limit.key(), pod);
        const double now = used(m_objects, quota.ns(), limit.key());
        const double most = base::parseQuantity(limit.value().toVariant().toString()).value_or(0);
        if (wanted <= 0 || now + wanted <= most + 1e-9)
            continue;
        requested.append(limit.key() + u'=' + quantity(limit.key(), wanted));
        inUse.append(limit.key() + u'=' + quantity(limit.key(), now));
        limited.append(limit.key() + u'=' + limit.value().toVariant().toString());
    }
    if (requested.isEmpty())
        return {};
    return u"exceeded quota: %1, requested: %2, used: %3, limited: %4"_s.arg(quota.name(), requested.join(u','),
                                                                             inUse.join(u','), limited.join(u','));
}

void PodAdmission::plan()
{
    if (!m_alarm.isSet())
        m_alarm.set(reaction, [this] { tell(); });
}

void PodAdmission::tell()
{
    for (const Snapshot& quota : m_objects.list(type::resourceQuotas)) {
        const QJsonObject hard = at(quota->document(), {u"spec", u"hard"}).toObject();
        QJsonObject inUse;
        for (auto limit = hard.begin(); limit != hard.end(); ++limit)
            inUse[limit.key()] = quantity(limit.key(), used(m_objects, quota->ns(), limit.key()));
        static_cast<void>(m_objects.change(
            type::resourceQuotas, quota->ns(), quota->name(), Part::Status,
            [&](QJsonObject& document) {
                document[u"status"_s] = QJsonObject{{u"hard"_s, hard}, {u"used"_s, inUse}};
            },
            byControllerManager()));
    }
}

} // namespace sim::kubelet
