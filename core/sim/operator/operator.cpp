#include "core/sim/operator/operator.h"

#include "core/sim/operator/bluegreenround.h"
#include "core/sim/operator/deploymentround.h"
#include "core/sim/operator/lease.h"
#include "core/sim/operator/sessionjobround.h"
#include "core/sim/operator/snapshotround.h"
#include "core/sim/operator/validation.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

/// As the JVM's framework decides: new, another generation, or the beginning of its end.
bool isNews(const Event& event)
{
    if (event.kind == Event::Kind::Deleted)
        return false;
    if (!event.before)
        return true;
    return event.before->metadata()[u"generation"] != event.object->metadata()[u"generation"] ||
           (event.object->isBeingDeleted() && !event.before->isBeingDeleted());
}

bool isKnown(const Stored& object, Release release)
{
    return !unknownEnum(object.document()[u"kind"].toString(), object.document()[u"spec"].toObject(), release);
}

} // namespace

/// What is gone when the process is: rounds, queues, watches.
struct Operator::Process
{
    Process(Operator& owner)
        : tools{owner.m_world,   owner.m_settings, owner.m_flink,        owner.m_clusters,
                owner.m_journal, owner.m_chance,   owner.m_seenFailures, owner.m_autoscalers}
        , deployments(tools.world.clock, tools.settings,
                      [this](const QString& ns, const QString& name) { return deploymentRound(ns, name); })
        , sessionJobs(tools.world.clock, tools.settings,
                      [this](const QString& ns, const QString& name) { return sessionJobRound(ns, name); })
        , snapshots(tools.world.clock, tools.settings,
                    [this](const QString& ns, const QString& name) { return snapshotRound(ns, name); })
        , blueGreens(tools.world.clock, tools.settings,
                     [this](const QString& ns, const QString& name) { return blueGreenRound(ns, name); })
        , lease(tools.world, tools.settings)
    {
        watch(type::flinkDeployments, [this](const Event& event) { deploymentChanged(event); });
        watch(type::flinkSessionJobs, [this](const Event& event) { sessionJobChanged(event); });
        watch(type::deployments,
              [this](const Event& event) { deployments.touch(event.object->ns(), event.object->name()); });
        if (hasSnapshotResources(tools.settings.release))
            watch(type::flinkStateSnapshots, [this](const Event& event) { snapshotChanged(event); });
        if (hasBlueGreen(tools.settings.release))
            watch(type::flinkBlueGreenDeployments, [this](const Event& event) {
                if (isNews(event))
                    blueGreens.touch(event.object->ns(), event.object->name());
            });
        lookAtAll();
    }

    bool isWatched(const Stored& object) const
    {
        return (tools.settings.watchedNamespaces.isEmpty() || tools.settings.watchedNamespaces.contains(object.ns())) &&
               isKnown(object, tools.settings.release);
    }

    void watch(QStringView type, Objects::Listener listener)
    {
        subscriptions.push_back(tools.world.objects.subscribe({type.toString()}, std::move(listener)));
    }

    void lookAtAll()
    {
        for (const Snapshot& object : tools.world.objects.list(type::flinkDeployments))
            deployments.touch(object->ns(), object->name());
        for (const Snapshot& object : tools.world.objects.list(type::flinkSessionJobs))
            sessionJobs.touch(object->ns(), object->name());
        if (hasBlueGreen(tools.settings.release)) {
            for (const Snapshot& object : tools.world.objects.list(type::flinkBlueGreenDeployments))
                blueGreens.touch(object->ns(), object->name());
        }
        if (!hasSnapshotResources(tools.settings.release))
            return;
        for (const Snapshot& object : tools.world.objects.list(type::flinkStateSnapshots))
            snapshots.touch(object->ns(), object->name());
    }

    void deploymentChanged(const Event& event)
    {
        if (isNews(event))
            deployments.touch(event.object->ns(), event.object->name());
        if (hasBlueGreen(tools.settings.release))
            tellParent(*event.object);
        for (const Snapshot& job : tools.world.objects.list(type::flinkSessionJobs, event.object->ns())) {
            if (at(job->document(), {u"spec", u"deploymentName"}).toString() == event.object->name())
                sessionJobs.touch(job->ns(), job->name());
        }
    }

    /// A child's progress is news for the one who made it.
    void tellParent(const Stored& deployment)
    {
        for (const QJsonValue& value : deployment.metadata()[u"ownerReferences"].toArray()) {
            if (value.toObject()[u"kind"] == u"FlinkBlueGreenDeployment"_s)
                blueGreens.touch(deployment.ns(), value.toObject()[u"name"].toString());
        }
    }

    void sessionJobChanged(const Event& event)
    {
        if (isNews(event))
            sessionJobs.touch(event.object->ns(), event.object->name());
        if (event.kind == Event::Kind::Deleted)
            deployments.touch(event.object->ns(),
                              at(event.object->document(), {u"spec", u"deploymentName"}).toString());
    }

    void snapshotChanged(const Event& event)
    {
        if (isNews(event))
            snapshots.touch(event.object->ns(), event.object->name());
        const QJsonObject reference = at(event.object->document(), {u"spec", u"jobReference"}).toObject();
        Queue& jobs = reference[u"kind"] == u"FlinkSessionJob"_s ? sessionJobs : deployments;
        jobs.touch(event.object->ns(), reference[u"name"].toString());
    }

    std::shared_ptr<Round> deploymentRound(const QString& ns, const QString& name)
    {
        const Snapshot object = tools.world.objects.find(type::flinkDeployments, ns, name);
        return object && isWatched(*object) ? std::make_shared<DeploymentRound>(tools, object) : nullptr;
    }

    std::shared_ptr<Round> sessionJobRound(const QString& ns, const QString& name)
    {
        const Snapshot object = tools.world.objects.find(type::flinkSessionJobs, ns, name);
        return object && isWatched(*object) ? std::make_shared<SessionJobRound>(tools, object) : nullptr;
    }

    std::shared_ptr<Round> snapshotRound(const QString& ns, const QString& name)
    {
        const Snapshot object = tools.world.objects.find(type::flinkStateSnapshots, ns, name);
        return object && isWatched(*object) ? std::make_shared<SnapshotRound>(tools, object) : nullptr;
    }

    std::shared_ptr<Round> blueGreenRound(const QString& ns, const QString& name)
    {
        const Snapshot object = tools.world.objects.find(type::flinkBlueGreenDeployments, ns, name);
        return object && isWatched(*object) ? std::make_shared<BlueGreenRound>(tools, object) : nullptr;
    }

    Toolbox tools;
    Queue deployments;
    Queue sessionJobs;
    Queue snapshots;
    Queue blueGreens;
    Lease lease;
    std::vector<Subscription> subscriptions;
    int draining = 0;
};

Operator::Operator(World& world, Settings settings)
    : m_world(world)
    , m_settings(std::move(settings))
    , m_chance(world.chance.stream(u"operator"))
    , m_rest(world.clock, world.services, m_settings.restTimeout)
    , m_flink(world.clock, m_rest)
    , m_clusters(world, m_settings, m_chance)
    , m_journal(world.clock, world.objects)
{
    for (const QStringView kind : {type::flinkDeployments, type::flinkSessionJobs, type::flinkStateSnapshots})
        m_webhook.push_back(world.objects.admit({kind.toString()}, [this](Review& asked) { return review(asked); }));
}

Operator::~Operator() = default;

void Operator::start()
{
    if (!m_process)
        m_process = std::make_unique<Process>(*this);
}

void Operator::stop()
{
    if (!m_process || m_process->draining > 0)
        return;
    m_process->draining = 4;
    m_process->subscriptions.clear();
    const auto ended = [this] {
        if (--m_process->draining == 0)
            m_world.clock.after(0ms, [this] { kill(); });
    };
    for (Queue* queue :
         {&m_process->deployments, &m_process->sessionJobs, &m_process->snapshots, &m_process->blueGreens})
        queue->drain(ended);
}

void Operator::kill()
{
    m_process.reset();
    m_clusters.abandon();
    m_autoscalers.clear();
}

std::optional<Refusal> Operator::review(Review& asked) const
{
    if (!m_settings.webhook || asked.part != Part::Main || asked.operation == Review::Operation::Delete)
        return {};
    if (asked.operation == Review::Operation::Update && asked.before[u"spec"] == asked.after[u"spec"])
        return {};
    return asked.stage == Review::Stage::Mutation ? mutate(asked) : validate(asked);
}

std::optional<Refusal> Operator::mutate(Review& asked) const
{
    const QString called = u"failed calling webhook \"%1.flink.apache.org\": failed to call webhook: "_s;
    if (!isRunning())
        return Refusal::internal(called.arg(u"mutationwebhook"_s) +
                                 u"Post \"https://flink-operator-webhook-service.%1.svc:443/mutate?timeout=10s\": no "
                                 u"endpoints available for "
                                 "service \"flink-operator-webhook-service\""_s.arg(m_settings.operatorNamespace));
    const QString kind = asked.after[u"kind"].toString();
    if (const auto unknown = unknownEnum(kind, asked.after[u"spec"].toObject(), m_settings.release))
        return Refusal::internal(
            called.arg(u"mutationwebhook"_s) +
            u"an error on the server (\"java.lang.RuntimeException: %1\") has prevented the request from succeeding"_s
                .arg(QString(*unknown).replace(u'"', "\\\""_L1).replace(u'\n', "\\n"_L1)));
    if (kind == u"FlinkSessionJob")
        put(asked.after, {u"metadata", u"labels", u"target.session"}, at(asked.after, {u"spec", u"deploymentName"}));
    return {};
}

std::optional<Refusal> Operator::validate(const Review& asked) const
{
    const Stored object(asked.resource.type, asked.after, 0);
    const QString kind = asked.after[u"kind"].toString();
    const Spec spec = withoutNulls(asked.after[u"spec"]).toObject();
    const auto record =
        recordFrom(at(asked.before, {u"status", u"reconciliationStatus", u"lastReconciledSpec"}).toString());
    const Candidate candidate{object, spec, record ? std::optional(record->spec) : std::nullopt, m_settings};
    std::optional<QString> problem;
    if (kind == u"FlinkDeployment") {
        problem = validateDeployment(candidate);
    } else if (kind == u"FlinkSessionJob") {
        const Snapshot session =
            m_world.objects.find(type::flinkDeployments, object.ns(), spec[u"deploymentName"].toString());
        problem = validateSessionJob(
            candidate, session ? std::optional(withoutNulls(session->document()[u"spec"]).toObject()) : std::nullopt);
    } else {
        problem = validateSnapshot(asked.after, m_world.objects);
    }
    if (!problem)
        return {};
    // The webhook's answer names no reason.
    return Refusal{
        400, {}, u"admission webhook \"validationwebhook.flink.apache.org\" denied the request: "_s + *problem};
}

} // namespace sim::op
