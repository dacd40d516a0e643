#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"analytics"_s;
const QString name = u"merchant-rollup"_s;
const QString file = u"merchant-rollup-3.0.0.jar"_s;
constexpr double growth = 1500;                    ///< bytes of a record
constexpr qint64 days = qint64(800) * 1024 * 1024; ///< of the state that 3.0.0 keeps

Telling tell()
{
    return {
        Text::tr("It started well"),
        Text::tr("merchant-rollup 3.0.0 keeps thirty days of each merchant instead of one, and for speed it keeps them "
                 "on the heap: the release changed state.backend.type to hashmap. It started well. Some minutes "
                 "later the rollups stop, the job restarts and fails again, and the operator does not complain. The "
                 "thirty days are in a contract: 3.0.0 has to stay."),
        {Text::tr("What is the root cause of the newest exception, and how soon after a restart does it come?"),
         Text::tr("How large was the last completed checkpoint, and how much heap has a TaskManager for its two "
                  "slots?"),
         Text::tr("State on the heap must fit into the heap: larger TaskManagers, or more of them with more "
                  "parallelism.")},
        {{u"bad-record"_s, Text::tr("A record that cannot be read makes the job fail again and again.")},
         {u"state-exceeds-heap"_s, Text::tr("The state has grown larger than the heap it is kept on.")},
         {u"checkpoint-broken"_s, Text::tr("The checkpoint that is restored is damaged.")},
         {u"container-limit"_s, Text::tr("The containers exceed their memory limit and are killed.")}},
        {Text::tr("merchant-rollup 3.0.0 runs, and the operator has nothing to complain of."),
         Text::tr("For five minutes no task has run out of heap, and checkpoints complete.")},
        Text::tr("With the hashmap back end all state lies as objects on the heap of the TaskManagers. 3.0.0 keeps "
                 "thirty times as much, and after some minutes it is larger than the heap of two slots with 2 GiB "
                 "in all: java.lang.OutOfMemoryError: Java heap space. After a restart the same state is "
                 "read back, and there is as little room as before. The last checkpoint is complete and good."),
        Text::tr("More heap for the state: spec.taskManager.resource.memory = 8192m. The last checkpoint is then "
                 "restored and nothing is lost; a parallelism of 16, which spreads the state over eight "
                 "TaskManagers, does the same. RocksDB would be the lasting answer for state that keeps growing, but "
                 "a change of the back end needs a canonical savepoint, and a job that does not run cannot "
                 "make one. A restart, or more managed memory, does not help: the hashmap back end uses none."),
    };
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    flink::JobSpec release = cluster.job(ns, name)->spec();
    for (flink::Vertex& vertex : release.vertices) {
        if (!vertex.hasState())
            continue;
        vertex.stateLimit = days;
        vertex.stateBytesPerRecord = growth;
    }
    cluster.pods().addJar(file, {release, {}});
    changeDeployment(cluster, ns, name, by(u"analytics-ci"_s, u"argocd-controller"_s), [](QJsonObject& document) {
        put(document, {u"spec", u"job", u"jarURI"}, u"local:///opt/flink/usrlib/"_s + file);
        put(document, {u"spec", u"flinkConfiguration", u"state.backend.type"}, u"hashmap"_s);
    });
    return nullptr;
}

bool ranOutOfHeap(const Cluster& cluster)
{
    return hasFailedWith(cluster, ns, name, u"Java heap space", 5min);
}

bool runsSince(const Cluster& cluster, Duration span)
{
    const flink::Job* job = cluster.job(ns, name);
    if (!job || !job->traffic().isRunning())
        return false;
    const Instant since(Duration(job->entered()[std::size_t(flink::JobState::Running)]));
    return cluster.world().clock.now() - since >= span;
}

} // namespace

Play stateDoesNotFit()
{
    Play play;
    play.name = u"state-does-not-fit"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"state-exceeds-heap"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(ns, name);
        return job && job->restarts() >= 3 && !job->traffic().isRunning() && ranOutOfHeap(cluster) &&
               !hasCheckpointed(cluster, ns, name, 3min);
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {
        [](const Cluster& cluster) { return runsJar(cluster, ns, name, file) && isHealthy(cluster, ns, name); },
        [](const Cluster& cluster) {
            return !ranOutOfHeap(cluster) && runsSince(cluster, 5min) && hasCheckpointed(cluster, ns, name, 3min);
        }};
    return play;
}

} // namespace sim::practice
