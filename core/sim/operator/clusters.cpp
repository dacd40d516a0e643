#include "core/sim/operator/clusters.h"

#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto clientTime = 150ms;         // from the request to the JobManager's Deployment
constexpr auto configurationDelay = 150ms; // from the Deployment to its ConfigMaps
constexpr auto pollInterval = 100ms;
constexpr auto scaleDownTimeout = 60s;
constexpr auto shutdownTimeout = 5min;

const QSet<QString> fatalReasons{u"CrashLoopBackOff"_s,  u"ImagePullBackOff"_s,           u"ErrImagePull"_s,
                                 u"RunContainerError"_s, u"CreateContainerConfigError"_s, u"OOMKilled"_s};

bool isJobManager(const Stored& pod)
{
    return pod.labels()[u"component"] == u"jobmanager"_s;
}

/// What a waiting or ended container says; the fixed kinds of trouble only.
std::optional<Failure> containerProblem(const QJsonObject& status, Release release)
{
    for (const QStringView phase : {u"waiting", u"terminated"}) {
        const QJsonObject state = at(status, {u"state", phase}).toObject();
        const QString reason = state[u"reason"].toString();
        const QString message = state[u"message"].toString();
        if (fatalReasons.contains(reason))
            return Failure::deployment(
                reason, namesContainers(release) ? u"[%1] %2"_s.arg(status[u"name"].toString(), message) : message);
    }
    return {};
}

} // namespace

Clusters::Clusters(World& world, const Settings& settings, Chance& chance)
    : m_world(world)
    , m_settings(settings)
    , m_chance(chance)
{
}

void Clusters::later(Duration pause, std::function<void()> step)
{
    m_world.clock.after(pause, [this, epoch = m_epoch, step = std::move(step)] {
        m_world.objects.whenServed([this, epoch, step] {
            if (epoch == m_epoch)
                step();
        });
    });
}

bool Clusters::isNameKnown(const QString& ns, const QString& name) const
{
    const auto known = m_namesKnown.find({ns, name});
    return known == m_namesKnown.end() || known->second <= m_world.clock.now();
}

Snapshot Clusters::deployment(const QString& ns, const QString& name) const
{
    return m_world.objects.find(type::deployments, ns, name);
}

std::vector<Snapshot> Clusters::pods(const QString& ns, const QString& name) const
{
    std::vector<Snapshot> found;
    for (Snapshot& pod : m_world.objects.list(type::pods, ns)) {
        if (pod->labels()[u"app"].toString() == name)
            found.push_back(std::move(pod));
    }
    return found;
}

std::vector<Snapshot> Clusters::jobManagerPods(const QString& ns, const QString& name) const
{
    std::vector<Snapshot> found = pods(ns, name);
    std::erase_if(found, [](const Snapshot& pod) { return !isJobManager(*pod); });
    return found;
}

bool Clusters::neverStarted(const QString& ns, const QString& name) const
{
    const Snapshot object = deployment(ns, name);
    if (!object)
        return false;
    const QJsonObject available = kubelet::condition(object->document()[u"status"].toObject(), u"Available");
    const auto since = fromTimestamp(available[u"lastTransitionTime"].toString());
    const auto made = fromTimestamp(object->metadata()[u"creationTimestamp"].toString());
    return available[u"status"] == u"False"_s && since && made && *since - *made <= 1s;
}

std::vector<Snapshot> Clusters::haMaps(const QString& ns, const QString& name) const
{
    std::vector<Snapshot> found;
    for (Snapshot& map : m_world.objects.list(type::configMaps, ns)) {
        if (map->labels()[u"app"].toString() == name && map->labels()[u"configmap-type"] == u"high-availability"_s)
            found.push_back(std::move(map));
    }
    return found;
}

bool Clusters::hasHaMetadata(const QString& ns, const QString& name) const
{
    const std::vector<Snapshot> maps = haMaps(ns, name);
    return std::any_of(maps.begin(), maps.end(), [](const Snapshot& map) {
        return (map->name().endsWith("-config-map"_L1) && !map->name().endsWith("-cluster-config-map"_L1)) ||
               map->name().endsWith("-jobmanager-leader"_L1);
    });
}

bool Clusters::hasCheckpoint(const QString& ns, const QString& name) const
{
    const std::vector<Snapshot> maps = haMaps(ns, name);
    return std::any_of(maps.begin(), maps.end(), [](const Snapshot& map) {
        const QStringList keys = map->document()[u"data"].toObject().keys();
        return std::any_of(keys.begin(), keys.end(),
                           [](const QString& key) { return key.startsWith("checkpointID-"_L1); });
    });
}

void Clusters::dropHaMetadata(const QString& ns, const QString& name)
{
    for (const Snapshot& map : haMaps(ns, name))
        static_cast<void>(m_world.objects.remove(type::configMaps, ns, map->name()));
}

void Clusters::dropJobGraphs(const QString& ns, const QString& name)
{
    static_cast<void>(m_world.objects.change(
        type::configMaps, ns, name + "-cluster-config-map"_L1, Part::Main,
        [](QJsonObject& map) {
            QJsonObject content = map[u"data"].toObject();
            for (const QString& key : content.keys()) {
                if (key.startsWith("jobGraph-"_L1) || key.startsWith("executionPlan-"_L1))
                    content.remove(key);
            }
            map[u"data"_s] = content;
        },
        byOperator()));
}

void Clusters::deploy(const Owner& owner, const Spec& spec, const Configuration& shipped, Release release, Done done)
{
    later(clientTime, [this, owner, spec, shipped, release, done = std::move(done)] {
        const bool nested = flinkVersion(spec[u"flinkVersion"].toString()).first >= 2;
        const auto overlap = nested && checksOverlappingKeys(release) ? overlappingKeys(shipped) : std::nullopt;
        const Thrown outer{u"org.apache.flink.client.deployment.ClusterDeploymentException"_s,
                           u"Could not create Kubernetes cluster \"%1\"."_s.arg(owner.name)};
        if (overlap) {
            done(Failure::unexpected(
                outer,
                {{u"org.apache.flink.configuration.IllegalConfigurationException"_s,
                  u"Overlapping key prefixes detected (%1 -> %2), please replace with Flink v2 compatible, non-deprecated keys."_s
                      .arg(overlap->first, overlap->second)}}));
            return;
        }
        const Outcome made =
            m_world.objects.create(type::deployments, jobManagerDeployment(owner, spec, shipped), byOperator());
        if (!made) {
            done(Failure::unexpected(
                outer, {{u"io.fabric8.kubernetes.client.KubernetesClientException"_s, made.refusal().message}}));
            return;
        }
        const auto [shortest, longest] = m_settings.nameDelay;
        m_namesKnown[{owner.ns, owner.name}] =
            m_world.clock.now() + Duration(m_chance.between(shortest.count(), longest.count()));
        later(configurationDelay, [this, owner, spec, shipped, uid = made.object()->uid(), done] {
            static_cast<void>(m_world.objects.create(type::services, restService(owner, uid), byOperator()));
            static_cast<void>(
                m_world.objects.create(type::configMaps, configurationMap(owner, uid, spec, shipped), byOperator()));
            static_cast<void>(m_world.objects.create(
                type::configMaps, podTemplateMap(owner, uid, mergedTemplate(spec, u"taskManager")), byOperator()));
            later(clientTime, [done] { done({}); });
        });
    });
}

struct Clusters::Removal
{
    QString ns;
    QString name;
    HaMetadata metadata;
    Done done;
    Instant giveUp;
    QString uid = {};
};

void Clusters::remove(const QString& ns, const QString& name, HaMetadata metadata, Done done)
{
    auto removal =
        std::make_shared<Removal>(Removal{ns, name, metadata, std::move(done), m_world.clock.now() + scaleDownTimeout});
    static_cast<void>(m_world.objects.change(
        type::deployments, ns, name, Part::Main,
        [](QJsonObject& document) {
            put(document, {u"spec", u"replicas"}, 0);
        },
        byOperator()));
    later(pollInterval, [this, removal] { awaitPods(removal); });
}

void Clusters::awaitPods(const std::shared_ptr<Removal>& removal)
{
    const Snapshot object = deployment(removal->ns, removal->name);
    if (object && !jobManagerPods(removal->ns, removal->name).empty() && m_world.clock.now() < removal->giveUp) {
        later(pollInterval, [this, removal] { awaitPods(removal); });
        return;
    }
    removal->giveUp = m_world.clock.now() + shutdownTimeout;
    removal->uid = object ? object->uid() : QString();
    Deletion deletion;
    deletion.propagation = Deletion::Propagation::Foreground;
    static_cast<void>(m_world.objects.remove(type::deployments, removal->ns, removal->name, deletion));
    awaitEnd(removal);
}

void Clusters::awaitEnd(const std::shared_ptr<Removal>& removal)
{
    const bool gone = (removal->uid.isEmpty() || !m_world.objects.findByUid(removal->uid)) &&
                      pods(removal->ns, removal->name).empty();
    if (!gone && m_world.clock.now() < removal->giveUp) {
        later(pollInterval, [this, removal] { awaitEnd(removal); });
        return;
    }
    if (!gone) {
        removal->done(
            Failure::unexpected({u"java.util.concurrent.TimeoutException"_s, u"Cluster shutdown timed out"_s}));
        return;
    }
    if (removal->metadata == HaMetadata::Delete)
        dropHaMetadata(removal->ns, removal->name);
    removal->done({});
}

std::optional<QString> Clusters::mountProblem(const Stored& pod) const
{
    if (kubelet::condition(pod.document()[u"status"].toObject(), u"PodReadyToStartContainers")[u"status"] != u"False"_s)
        return {};
    for (const Snapshot& event : m_world.objects.list(type::events, pod.ns())) {
        const QJsonObject& document = event->document();
        if (document[u"reason"] == u"FailedMount"_s &&
            at(document, {u"involvedObject", u"uid"}).toString() == pod.uid())
            return document[u"message"].toString();
    }
    return {};
}

std::optional<Failure> Clusters::startProblem(const QString& ns, const QString& name, Release release) const
{
    const Snapshot object = deployment(ns, name);
    if (!object)
        return {};
    const QJsonObject refused = kubelet::condition(object->document()[u"status"].toObject(), u"ReplicaFailure");
    if (refused[u"reason"] == u"FailedCreate"_s)
        return Failure::deployment(u"FailedCreate"_s, refused[u"message"].toString());
    for (const Snapshot& pod : jobManagerPods(ns, name)) {
        for (const QJsonValue& status : at(pod->document(), {u"status", u"containerStatuses"}).toArray()) {
            if (auto problem = containerProblem(status.toObject(), release))
                return problem;
        }
        if (const auto mount = readsMountErrors(release) ? mountProblem(*pod) : std::nullopt)
            return Failure::deployment(u"FailedMount"_s, *mount);
    }
    return {};
}

} // namespace sim::op
