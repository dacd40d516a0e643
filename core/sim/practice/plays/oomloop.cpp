#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"orders"_s;
const QString name = u"warehouse-inventory"_s;
const QString file = u"warehouse-inventory-7.2.0.jar"_s;
constexpr qint64 buffers = qint64(1000) * 1024 * 1024;

Telling tell()
{
    return {
        Text::tr("TaskManagers that come and go"),
        Text::tr("After the release of warehouse-inventory 7.2.0 the stock levels in the shop are stale every few "
                 "minutes. The job restarts again and again, and each time a TaskManager pod has another name than "
                 "before. 7.2.0 cannot go back: the warehouse already sends the new compressed format that only "
                 "this version reads."),
        {Text::tr("Look at the exceptions: with which exit code and for which reason did the TaskManager end?"),
         Text::tr("137 and OOMKilled: the kernel killed the container at its memory limit. Is the JVM's heap full, "
                  "or is something outside of it?"),
         Text::tr("The decompression of 7.2.0 takes about 1 GiB of native memory in each TaskManager, which nobody "
                  "has planned: more memory for the pod, or a larger part of it that Flink leaves alone.")},
        {{u"heap"_s, Text::tr("The JVM's heap is too small for the new version.")},
         {u"node-pressure"_s, Text::tr("The machine is out of memory and evicts pods.")},
         {u"native-memory"_s, Text::tr("Native memory outside of Flink's plan exceeds the limit of the container.")},
         {u"probe"_s, Text::tr("A liveness probe fails, and the kubelet restarts the container.")}},
        {Text::tr("warehouse-inventory 7.2.0 runs, and the operator has nothing to complain of."),
         Text::tr("No TaskManager was killed for its memory in the last ten minutes.")},
        Text::tr("warehouse-inventory 7.2.0 brings a native library for decompression, whose buffers take about 1 GiB "
                 "in each TaskManager. Flink divides the pod's memory among heap, managed memory, network and "
                 "overhead, and RocksDB uses what is its own: for another gibibyte there is no room. The container "
                 "reaches its limit, the kernel kills it (137, OOMKilled), Flink asks for a new one, and after some "
                 "minutes the same happens to that one."),
        Text::tr("Give the TaskManagers room: spec.taskManager.resource.memory = 6144m. Better still, tell Flink of it "
                 "as well with taskmanager.memory.task.off-heap.size = 1g, so that the plan adds up. A larger heap or "
                 "other shares in a pod of the same size only move the moment. A restart only starts the clock "
                 "again."),
    };
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    flink::JobSpec release = cluster.job(ns, name)->spec();
    release.nativeBytes = buffers;
    cluster.pods().addJar(file, {release, {}});
    changeDeployment(cluster, ns, name, by(u"orders-ci"_s, u"helm"_s), [](QJsonObject& document) {
        put(document, {u"spec", u"job", u"jarURI"}, u"local:///opt/flink/usrlib/"_s + file);
    });
    return nullptr;
}

bool wasKilled(const Cluster& cluster)
{
    return hasFailedWith(cluster, ns, name, u"OOMKilled", 10min);
}

} // namespace

Play oomLoop()
{
    Play play;
    play.name = u"oom-loop"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"native-memory"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(ns, name);
        return job && !job->traffic().isRunning() && wasKilled(cluster);
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[](const Cluster& cluster) {
                      return runsJar(cluster, ns, name, file) && isHealthy(cluster, ns, name) && !wasKilled(cluster);
                  },
                  [](const Cluster& cluster) {
                      const flink::Job* job = cluster.job(ns, name);
                      return job && cluster.world().clock.now() - Instant(Duration(job->startTime())) > 10min &&
                             !wasKilled(cluster);
                  }};
    return play;
}

} // namespace sim::practice
