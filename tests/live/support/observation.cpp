#include "tests/live/support/observation.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

flink::ConnectionTimes impatient()
{
    flink::ConnectionTimes times;
    times.poll.foreground = 1s;
    times.tick = 500ms;
    times.probeAfter = 2s;
    times.staleAfter = 6s;
    times.watch.firstPause = 200ms;
    times.watch.silentBeforeProbe = 2s;
    times.watch.silentBeforeRestart = 6s;
    times.watch.probeLimit = 2s;
    return times;
}

QString wordOf(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return u"broken"_s;
    case base::Health::AtRisk:
        return u"at risk"_s;
    case base::Health::Changing:
        return u"changing"_s;
    case base::Health::Unknown:
        return u"unknown"_s;
    case base::Health::Suspended:
        return u"suspended"_s;
    case base::Health::Healthy:
        break;
    }
    return u"healthy"_s;
}

} // namespace

namespace live {

Observation::Observation(const kube::ContextAccess& access, kube::ObjectKey deployment)
    : m_key(std::move(deployment))
    , m_connection(
          flink::Connection::toContext(access, flink::settingsOf({}, u"context:live"_s, u"live"_s), impatient()))
{
    m_connection->open();
    m_inquiry = std::make_unique<health::Inquiry>(
        m_connection->observer(m_key), [this] { return resource(); }, health::Inquiry::Pods::Listed);
    m_inquiry->setPace(flink::ClusterObserver::Pace::Foreground);
    m_pods = m_connection->pods(m_key);
}

Observation::~Observation() = default;

std::shared_ptr<const flink::Deployment> Observation::resource() const
{
    return m_connection->deployments()->value(m_key);
}

health::Verdict Observation::verdict() const
{
    health::Evidence evidence = m_inquiry->evidence();
    if (const auto known = resource())
        evidence.resource.succeed(known, m_connection->deployments()->lastContact(m_key.nameSpace));
    evidence.now = QDateTime::currentDateTimeUtc();
    return health::judge(evidence);
}

bool Observation::isWell() const
{
    const health::Verdict said = verdict();
    return said.health == base::Health::Healthy && !said.isTentative();
}

QString Observation::verdictWords() const
{
    const health::Verdict said = verdict();
    return QStringList{said.summary, said.reasons.join(u'\n')}.join(u'\n');
}

QString Observation::operatorWords() const
{
    const auto known = resource();
    if (!known)
        return {};
    const flink::OperatorStatus& status = known->status;
    return QStringList{status.lifecycleState, known->jobManagerStatus, status.jobState}.join(u'/');
}

QString Observation::row() const
{
    const health::Verdict said = verdict();
    return u"%1, %2: %3"_s.arg(operatorWords(), wordOf(said.health), said.summary);
}

QString Observation::jobId() const
{
    const auto known = resource();
    return known ? known->status.jobId : QString();
}

flink::CheckpointCounts Observation::checkpoints() const
{
    const auto history = flink().checkpoints.value(jobId());
    return history.value ? history.value->counts : flink::CheckpointCounts();
}

QStringList Observation::podsOf(const QString& component) const
{
    QStringList names;
    for (const kube::ObjectKey& key : m_pods->keys()) {
        const auto pod = m_pods->value(key);
        if (pod && pod->component == component)
            names.append(key.name);
    }
    return names;
}

} // namespace live
