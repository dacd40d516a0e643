#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 11> table{{
    {"kubernetes-quota", R"(exceeded quota|[Ii]nsufficient quota)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Quota of the namespace used up"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Kubernetes refused a pod because the quota of the namespace has no room "
                                            "for it. Refused TaskManagers leave no pod and no event; JobManager "
                                            "waits and asks again."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the ResourceQuota of the namespace: the message names what was "
                                            "requested, used and limited."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Have the quota raised, or lower parallelism, memory or CPU. Flink goes "
                                            "on by itself as soon as there is room.")},
    {"kubernetes-permission",
     R"(KubernetesClientException.*( is forbidden: User|[Ff]orbidden ?!|cannot (get|list|watch|create|patch|update|delete) resource)|Configured service account doesn.t have access)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Service account without a right"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The API server refused a request of Flink, because the service account "
                                            "of the pods lacks a right."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names verb, resource and account. Ask with: kubectl auth "
                                            "can-i VERB RESOURCE --as system:serviceaccount:NAMESPACE:ACCOUNT"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Bind the role that the operator's chart creates (pods, configmaps, "
                                            "services, deployments) to the account in spec.serviceAccount, or "
                                            "correct the account's name (kubernetes.service-account).")},
    {"jobmanager-lost",
     R"([Rr]enew deadline reached|[Hh]eartbeat of JobManager|JobManager responsible for .* lost the leadership|Disconnect from JobManager|Lost leadership|lost leadership|[Ll]eadership (was )?revoked|NotLeaderException|JobManager is no longer the leader)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "JobManager lost or no longer the leader"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The JobManager was lost, or it could not renew its leadership in time "
                                            "and gave it up. A slow API server, a long garbage collection or a CPU "
                                            "limit that throttles it is enough."),
     QT_TRANSLATE_NOOP("flink::KnownCause",
                       "Look at the restarts of the JobManager's pod and at its previous log "
                       "for \"renew\" or \"leadership\", and at the load of the API server at that "
                       "moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give the JobManager more CPU and memory. Where the API server is slow "
                                            "at times, raise "
                                            "high-availability.kubernetes.leader-election.renew-deadline and "
                                            "high-availability.kubernetes.leader-election.lease-duration together. "
                                            "With high availability the job goes on from its last checkpoint.")},
    {"zookeeper-connection",
     R"(KeeperErrorCode|KeeperException|Connection to ZooKeeper suspended|zookeeper.*(ConnectionLoss|SessionExpired))",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Connection to ZooKeeper lost"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Flink lost its session with ZooKeeper, which holds leadership and "
                                            "pointers to checkpoints."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the ZooKeeper servers' own health and at pauses of the "
                                            "JobManager (garbage collection) at that moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Bring ZooKeeper back to health. Against short pauses raise "
                                            "high-availability.zookeeper.client.session-timeout and set "
                                            "high-availability.zookeeper.client.tolerate-suspended-connections.")},
    {"taskmanager-heartbeat",
     R"([Hh]eartbeat of TaskManager|TaskManager with id .* (is no longer reachable|timed out))", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "TaskManager no longer answers"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The JobManager heard nothing from a TaskManager for too long: it died, "
                                            "is stuck in a garbage collection, or the network between them is cut."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look whether the pod is gone (OOMKilled, evicted, node lost) and read "
                                            "its previous log. If it still runs, look at garbage collection times "
                                            "and CPU throttling."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure the cause in the pod. Only for pauses that cannot be avoided raise "
                                            "heartbeat.timeout (50 s by default): a real loss is then noticed later.")},
    {"pod-terminated",
     R"(Pod terminated, container termination statuses|Container released on a \*lost\* node|TaskExecutor .* has no more allocated slots)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "TaskManager pod ended"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The pod of a TaskManager ended: deleted, evicted, its node drained or "
                                            "lost, or its process exited. The statuses in the message give exit "
                                            "codes where Kubernetes still knew them."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the events of the pod and its node at that moment, and at the "
                                            "previous container's log. Empty statuses mean that the whole pod was "
                                            "deleted."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "If it was planned (a drain, a node upgrade) there is nothing to do: the "
                                            "job restarts from its last checkpoint. Against evictions set requests "
                                            "to what is used and give the pods a priority class.")},
    {"no-slots",
     R"(NoResourceAvailableException|Could not acquire the minimum required resources|Slot request bulk is not fulfillable|Slot request .* timed out)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Not enough slots"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The job needs more slots than its TaskManagers offer, and none were "
                                            "added in time."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look for TaskManager pods that are Pending (FailedScheduling), or that "
                                            "are missing altogether because a quota refuses them. In a session "
                                            "cluster other jobs may hold the slots."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Make room in the cluster, lower the parallelism, or raise "
                                            "taskmanager.numberOfTaskSlots together with memory. If TaskManagers "
                                            "only start slowly, raise slot.request.timeout. Check "
                                            "slotmanager.number-of-slots.max.")},
    {"partition-lost",
     R"(PartitionNotFoundException|RemoteTransportException|LocalTransportException|Connection unexpectedly closed by remote task manager|Lost connection to task manager)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Connection between TaskManagers lost"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A subtask lost the connection to the one it reads from. Nearly always "
                                            "the other TaskManager died first: this is what its neighbours saw."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the other TaskManager: look at its pod, its previous "
                                            "container and at earlier exceptions at the same moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure what ended the other TaskManager. If all pods lived on, look for "
                                            "network trouble; slow starts are helped by "
                                            "taskmanager.network.request-backoff.max.")},
    {"rpc-framesize", R"(exceeds the maximum (akka |pekko )?framesize|OversizedPayload)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Message larger than the RPC frame"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A message between JobManager and TaskManager is larger than allowed, "
                                            "often a large accumulator, a long union list of state or a huge plan."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message tells size and limit."),
     QT_TRANSLATE_NOOP("flink::KnownCause",
                       "Send less: keep large objects out of functions, accumulators and union "
                       "list state. Or raise pekko.framesize (akka.framesize before Flink 1.18).")},
    {"rpc-timeout", R"(AskTimeoutException|Ask timed out on|RPC timeout|Invocation of .*timed out)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Request inside Flink timed out"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "One process of Flink asked another and got no answer in time, because "
                                            "the other was busy, paused or gone."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at garbage collection and CPU throttling of the JobManager and "
                                            "TaskManagers at that moment."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give the slow process more CPU or memory; for very large jobs raise "
                                            "pekko.ask.timeout (akka.ask.timeout before Flink 1.18).")},
    {"task-cancellation-stuck", R"(Task did not exit gracefully within)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Task did not stop when cancelled"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A subtask did not react to its cancellation, so the TaskManager ended "
                                            "itself to be rid of it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The TaskManager's log shows where the stuck thread stood: usually a "
                                            "blocking call without a time-out."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Give blocking calls in your functions a time-out and let them be "
                                            "interrupted. If close() rightly needs long, raise "
                                            "task.cancellation.timeout.")},
}};

} // namespace

std::span<const CauseCard> clusterCards()
{
    return table;
}

} // namespace flink
