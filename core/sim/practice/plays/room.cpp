#include "core/sim/practice/fleet.h"
#include "core/sim/practice/plays/parts.h"
#include "core/sim/practice/plays/plays.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

// Nodes and quotas: pods that find no place.

Telling tellUnschedulable()
{
    return {
        Text::tr("Pods that wait for a node"),
        Text::tr("After the node maintenance of this morning several jobs do not run any more. The nodes themselves "
                 "are reported as Ready, "
                 "and there is hardly any load on them."),
        {Text::tr("What do the pods that wait say about the nodes?"),
         Text::tr("A node that is Ready can still refuse new pods: look at spec.unschedulable.")},
        {{u"cordoned-nodes"_s, Text::tr("The nodes were cordoned for maintenance and never released.")},
         {u"too-much-requested"_s, Text::tr("The jobs request more memory than a node has.")},
         {u"quota"_s, Text::tr("A quota keeps the pods away.")},
         {u"broken-kubelet"_s, Text::tr("The kubelets do not start containers any more.")}},
        {Text::tr("No pod waits for a node."), Text::tr("fraud-scoring and warehouse-inventory run.")},
        Text::tr("worker-b and worker-c were cordoned and drained for maintenance, and stayed cordoned. What ran there "
                 "does not fit onto "
                 "the one node that is left."),
        Text::tr("Uncordon the nodes (spec.unschedulable). Restarting or deleting pods only makes new ones that wait, "
                 "too; asking for "
                 "fewer resources would hide the cause and slow the jobs down."),
    };
}

/// kubectl drain.
std::shared_ptr<void> drainTwoNodes(Cluster& cluster)
{
    for (const QString& node : {u"worker-b"_s, u"worker-c"_s}) {
        change(
            cluster, type::nodes, {}, node, u"platform-maintenance"_s,
            [](QJsonObject& document) {
                put(document, {u"spec", u"unschedulable"}, true);
            },
            u"kubectl-cordon"_s);
        for (const Snapshot& pod : cluster.objects().list(type::pods)) {
            if (at(pod->document(), {u"spec", u"nodeName"}) == node)
                static_cast<void>(cluster.objects().remove(type::pods, pod->ns(), pod->name()));
        }
    }
    return {};
}

bool someoneWaits(const Cluster& cluster)
{
    return std::ranges::any_of(cluster.objects().list(type::pods), [](const Snapshot& pod) {
        return at(pod->document(), {u"spec", u"nodeName"}).toString().isEmpty();
    });
}

Telling tellQuota()
{
    return {
        Text::tr("Wider, but not running"),
        Text::tr("The payments team doubled the parallelism of payment-authorize for the sale. The job was stopped for "
                 "it and has not run "
                 "since. Payments wait."),
        {Text::tr("How many TaskManagers does the job need, and how many are there?"),
         Text::tr("The JobManager's log says why a pod was not created; so does the namespace's ResourceQuota.")},
        {{u"quota"_s, Text::tr("The namespace's quota leaves no room for all TaskManagers.")},
         {u"nodes-full"_s, Text::tr("The nodes are full.")},
         {u"max-parallelism"_s, Text::tr("The state cannot be dealt out to so many subtasks.")},
         {u"bad-image"_s, Text::tr("The TaskManagers cannot pull their image.")}},
        {Text::tr("payment-authorize runs with the parallelism that its spec asks for.")},
        Text::tr("The platform team has given the namespace a quota that fits what ran, but not what was added. Pods "
                 "beyond it are refused "
                 "at once and leave no trace but in the JobManager's log, while the job waits for slots until it times "
                 "out."),
        Text::tr("Raise the quota (requests.cpu of payments-quota), or ask for less parallelism until that is granted. "
                 "Restarting the job "
                 "does not help: it asks for the same pods again."),
    };
}

std::shared_ptr<void> tightenQuota(Cluster& cluster)
{
    double cpu = 0;
    for (const Snapshot& pod : cluster.objects().list(type::pods, u"payments"_s)) {
        const bool isWorker = pod->labels()[u"component"] == u"taskmanager"_s;
        cpu += isWorker ? 1 : 0.5;
    }
    Write platform;
    platform.user = u"platform-team"_s;
    platform.manager = u"kubectl-create"_s;
    const QJsonObject hard{{u"requests.cpu"_s, QString::number(int(cpu * 1000) + 1000) + u'm'}, {u"pods"_s, u"40"_s}};
    static_cast<void>(cluster.objects().create(
        type::resourceQuotas,
        {{u"apiVersion"_s, u"v1"_s},
         {u"kind"_s, u"ResourceQuota"_s},
         {u"metadata"_s, QJsonObject{{u"name"_s, u"payments-quota"_s}, {u"namespace"_s, u"payments"_s}}},
         {u"spec"_s, QJsonObject{{u"hard"_s, hard}}}},
        platform));
    changeFlink(cluster, u"payment-authorize"_s, u"payments-ci"_s, [](QJsonObject& document) {
        put(document, {u"spec", u"job", u"parallelism"}, 8);
    });
    return {};
}

/// As wide as its spec says.
bool isAsWideAsAsked(const Cluster& cluster)
{
    const flink::Job* job = cluster.job(u"payments"_s, u"payment-authorize"_s);
    const int asked = valueAt(cluster, type::flinkDeployments, u"payments"_s, u"payment-authorize"_s,
                              {u"spec", u"job", u"parallelism"})
                          .toInt();
    return job && job->spec().slotsNeeded() == asked;
}

Telling tellFailover()
{
    return {
        Text::tr("A JobManager that does not stay"),
        Text::tr("clickstream-sessions falls behind every few minutes and catches up again, only to fall behind once "
                 "more. The job itself "
                 "reports no exception that would explain it."),
        {Text::tr("How long has its JobManager been running, and how did the one before end?"),
         Text::tr(
             "The last state of the JobManager's container tells: OOMKilled. What has changed in the spec lately?")},
        {{u"jobmanager-memory"_s, Text::tr("The JobManager has too little memory and is killed.")},
         {u"taskmanager-memory"_s, Text::tr("A TaskManager has too little memory and is killed.")},
         {u"source-stutters"_s, Text::tr("Kafka delivers the clicks in bursts.")},
         {u"checkpoints-fail"_s, Text::tr("Checkpoints fail and restart the job.")}},
        {Text::tr("clickstream-sessions runs, and its JobManager stays.")},
        Text::tr("To save money somebody cut the JobManager's memory to 700m. That is not enough for a job of this "
                 "size: the container "
                 "reaches its limit every few minutes and is killed. High availability brings the job back from its "
                 "last checkpoint each "
                 "time, which hides the cause and costs minutes of work."),
        Text::tr("Give the JobManager its 1600m again (spec.jobManager.resource.memory). Deleting the pod is only one "
                 "more failover. "
                 "Watch restarts of the container, not only the state of the job."),
    };
}

/// A JobManager with less than this grows beyond its limit.
constexpr qint64 neededMemory = qint64(1000) * 1024 * 1024;
constexpr Duration untilFull = 100s;

/// Kills the JobManager when it has run so long with too little memory.
class TightMemory
{
public:
    explicit TightMemory(Cluster& cluster)
        : m_cluster(cluster)
        , m_alarm(cluster.clock())
    {
        look();
    }

private:
    void look()
    {
        const flink::JobManager* manager = m_cluster.jobManager(u"analytics"_s, u"clickstream-sessions"_s);
        if (manager && manager->ownMemory().totalProcess < neededMemory &&
            m_cluster.clock().now() - manager->startedAt() >= untilFull)
            m_cluster.nodes().killForMemory(u"analytics"_s, manager->setup().pod);
        m_alarm.set(5s, [this] { look(); });
    }

    Cluster& m_cluster;
    Alarm m_alarm;
};

} // namespace

Play unschedulablePods()
{
    Play play;
    play.name = u"unschedulable-pods"_s;
    play.tell = tellUnschedulable;
    play.culprit = u"cordoned-nodes"_s;
    play.fault = drainTwoNodes;
    play.isSick = someoneWaits;
    play.affected = {{type::nodes.toString()}};
    play.goals = {[](const Cluster& cluster) { return !someoneWaits(cluster); },
                  [](const Cluster& cluster) {
                      return isHealthy(cluster, u"payments"_s, u"fraud-scoring"_s) &&
                             isHealthy(cluster, u"orders"_s, u"warehouse-inventory"_s);
                  }};
    return play;
}

Play quotaExceeded()
{
    Play play;
    play.name = u"quota-exceeded"_s;
    play.difficulty = 2;
    play.tell = tellQuota;
    play.culprit = u"quota"_s;
    play.fault = tightenQuota;
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(u"payments"_s, u"payment-authorize"_s);
        return job && job->spec().slotsNeeded() == 8 && !job->traffic().isRunning() &&
               cluster.clock().now() - Instant(Duration(job->startTime())) > 1min;
    };
    play.affected = {{type::resourceQuotas.toString(), u"payments"_s},
                     {type::flinkDeployments.toString(), u"payments"_s, u"payment-authorize"_s}};
    play.goals = {[](const Cluster& cluster) {
        return isAsWideAsAsked(cluster) && isHealthy(cluster, u"payments"_s, u"payment-authorize"_s);
    }};
    return play;
}

Play jobManagerFailover()
{
    Play play;
    play.name = u"jobmanager-failover"_s;
    play.difficulty = 2;
    play.tell = tellFailover;
    play.culprit = u"jobmanager-memory"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        changeFlink(cluster, u"clickstream-sessions"_s, u"cost-review"_s, [](QJsonObject& document) {
            put(document, {u"spec", u"jobManager", u"resource", u"memory"}, u"700m"_s);
        });
        return std::make_shared<TightMemory>(cluster);
    };
    play.isSick = [](const Cluster& cluster) {
        return std::ranges::any_of(
            podsWith(cluster, u"analytics"_s, u"app", u"clickstream-sessions"_s), [](const Snapshot& pod) {
                return at(pod->document(), {u"status", u"containerStatuses"}).toArray()[0][u"restartCount"].toInt() > 1;
            });
    };
    play.affected = {{type::flinkDeployments.toString(), u"analytics"_s, u"clickstream-sessions"_s}};
    play.goals = {[](const Cluster& cluster) {
        const flink::JobManager* manager = cluster.jobManager(u"analytics"_s, u"clickstream-sessions"_s);
        return manager && cluster.clock().now() - manager->startedAt() > 3min &&
               isHealthy(cluster, u"analytics"_s, u"clickstream-sessions"_s);
    }};
    return play;
}

} // namespace sim::practice
