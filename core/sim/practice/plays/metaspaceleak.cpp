#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"orders"_s;
const QString name = u"dock-slotting"_s;
const QString mended = u"dock-slotting-2.8.1.jar"_s;
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 leftBehind = 28 * mebibyte; ///< by each restart
constexpr qint64 freshProcess = 100 * mebibyte;
constexpr auto timeouts = 75s; ///< from one failing call to the next
constexpr int enoughRestarts = 3;

Telling tell()
{
    return {
        Text::tr("Every restart leaves something behind"),
        Text::tr("The yard system that dock-slotting asks for free docks answers too late once a minute: the job fails "
                 "and restarts within seconds, and everybody has got used to it. Since today it does not stay with "
                 "seconds: about every ten minutes a whole TaskManager ends. The yard system is being repaired, which "
                 "takes until next week. Next to dock-slotting.jar the image holds dock-slotting-2.8.1.jar, whose "
                 "notes say: closes its JDBC driver and its threads when a task ends."),
        {Text::tr("What does the last line of the log of a TaskManager say before it ends?"),
         Text::tr("Follow Status.JVM.Memory.Metaspace.Used of a TaskManager over some restarts of the job."),
         Text::tr("Each restart loads the program's classes anew, and something keeps the old ones: the version that "
                  "cleans up is 2.8.1.")},
        {{u"heap-leak"_s, Text::tr("Objects on the heap leak with each restart.")},
         {u"class-leak"_s, Text::tr("Each restart leaves the program's classes behind in the metaspace.")},
         {u"metaspace-too-small"_s, Text::tr("The metaspace is too small for this program's classes.")},
         {u"yard-system"_s, Text::tr("The yard system sends answers that are too large.")}},
        {Text::tr("Restarts leave no classes behind: three in one TaskManager, and its metaspace is as before."),
         Text::tr("No TaskManager of dock-slotting has ended in the last ten minutes.")},
        Text::tr("dock-slotting registers a JDBC driver and starts a thread, and both hold on to the class loader of "
                 "the task that has ended. Flink loads the program's classes anew at every restart, so each one "
                 "leaves about 28 MiB behind in the metaspace of the TaskManager. After six or seven restarts its 256 "
                 "MiB are full, and Flink ends the process: java.lang.OutOfMemoryError: Metaspace."),
        Text::tr("Roll out the version that cleans up after itself: jarURI "
                 "local:///opt/flink/usrlib/dock-slotting-2.8.1.jar. The restarts go on until the yard system is "
                 "repaired, but they cost seconds and nothing accumulates. A larger "
                 "taskmanager.memory.jvm-metaspace.size only makes the fuse longer, and a restart of the whole "
                 "deployment begins it again."),
    };
}

/// The yard system answers too late, whatever version asks.
void failSometimes(Cluster& cluster)
{
    flink::Job* job = cluster.job(ns, name);
    if (!job || !job->traffic().isRunning())
        return;
    for (int v = 0; v < int(job->spec().vertices.size()); ++v) {
        if (job->spec().vertices[std::size_t(v)].hasState()) {
            job->failTask(
                v, 0,
                flink::say::inUserCode(u"java.net.SocketTimeoutException: Read timed out"_s,
                                       {u"java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)"_s,
                                        u"com.hanbit.logistics.yard.YardClient.freeDocks(YardClient.java:71)"_s,
                                        u"com.hanbit.logistics.PlanSlots.processElement(PlanSlots.java:52)"_s}));
            return;
        }
    }
}

/// Only a new process has the leaking classes: the jar is the same, but the driver came with the image of today.
std::shared_ptr<void> fault(Cluster& cluster)
{
    flink::JobSpec program = cluster.job(ns, name)->spec();
    cluster.pods().addJar(mended, {program, {}});
    program.classesPerRestart = leftBehind;
    cluster.pods().addJar(u"dock-slotting.jar"_s, {program, {}});
    auto script = std::make_shared<Script>(cluster.clock());
    changeDeployment(cluster, ns, name, by(u"logistics-ci"_s, u"kubectl-set"_s), [](QJsonObject& document) {
        put(document, {u"spec", u"image"}, u"registry.hanbit.example/flink/dock-slotting:1.19-r8"_s);
        const auto set = [&document](const QString& key, const QString& value) {
            put(document, {u"spec", u"flinkConfiguration", u"restart-strategy."_s + key}, value);
        };
        set(u"type"_s, u"fixed-delay"_s);
        set(u"fixed-delay.attempts"_s, u"1000000"_s);
        set(u"fixed-delay.delay"_s, u"2 s"_s);
    });
    script->every(timeouts, [&cluster] { failSometimes(cluster); });
    return script;
}

bool wasFull(const Cluster& cluster)
{
    return hasFailedWith(cluster, ns, name, u"exitCode=239", 10min);
}

/// Some process has seen enough restarts, and all of them are as they were at their start.
bool leavesNothingBehind(const Cluster& cluster)
{
    const flink::JobManager* manager = cluster.jobManager(ns, name);
    const flink::Job* job = cluster.job(ns, name);
    if (!manager || !job)
        return false;
    bool isProven = false;
    for (const flink::Worker& worker : manager->workers()) {
        const auto since = std::ranges::count_if(
            job->failures(), [&worker](const flink::Failure& failure) { return failure.at > worker.since; });
        isProven = isProven || since >= enoughRestarts;
        if (manager->metaspaceUsed(worker) > freshProcess)
            return false;
    }
    return isProven;
}

} // namespace

Play metaspaceLeak()
{
    Play play;
    play.name = u"metaspace-leak"_s;
    play.difficulty = 3;
    play.tell = tell;
    play.culprit = u"class-leak"_s;
    play.fault = fault;
    play.isSick = wasFull;
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {leavesNothingBehind, [](const Cluster& cluster) {
                      const flink::Job* job = cluster.job(ns, name);
                      return job && leavesNothingBehind(cluster) && !wasFull(cluster);
                  }};
    return play;
}

} // namespace sim::practice
