#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"orders"_s;
const QString name = u"parcel-tracking"_s;
const QString weekly = u"parcel-tracking-weekly"_s;

Telling tell()
{
    return {
        Text::tr("Old files, still needed"),
        Text::tr("To save cost somebody gave the bucket of the checkpoints a lifecycle rule for \"old\" files. For "
                 "days nothing happened. Then a TaskManager of parcel-tracking was moved to another machine, and "
                 "since then the job does not come back: it starts, fails and starts again. Savepoints of it are "
                 "taken with a FlinkStateSnapshot; the rule does not cover their folder."),
        {Text::tr("In which state do the tasks fail, and which file does the root cause name?"),
         Text::tr("An incremental checkpoint consists of files of many earlier ones, in the folder shared. The newest "
                  "checkpoint may need the oldest file."),
         Text::tr("Redeploy from the savepoint in status of the FlinkStateSnapshot parcel-tracking-weekly: "
                  "initialSavepointPath with a new savepointRedeployNonce.")},
        {{u"state-files"_s, Text::tr("Files that the last checkpoint consists of were deleted.")},
         {u"new-machine"_s, Text::tr("The new machine cannot reach the object storage.")},
         {u"disk-full"_s, Text::tr("The local disk of the TaskManager is full, and RocksDB cannot open.")},
         {u"network"_s, Text::tr("The TaskManager loses its connection to the JobManager.")}},
        {Text::tr("parcel-tracking runs, and the operator has nothing to complain of."),
         Text::tr("It has taken up its state from a snapshot that is whole, and completes checkpoints again.")},
        Text::tr(
            "Incremental checkpoints share files: what RocksDB wrote once is referred to by every later checkpoint "
            "as long as it is valid, so a file in the folder shared can be both old and needed. The lifecycle rule "
            "deleted those files by their age. A running job does not notice, for its state is on the local "
            "disk of the TaskManagers; the first restore does: java.io.FileNotFoundException."),
        Text::tr("Restore a snapshot that owns its files: the savepoint of the FlinkStateSnapshot, with "
                 "job.initialSavepointPath and a new job.savepointRedeployNonce, and remove the lifecycle rule. A "
                 "restartNonce, or another machine, reads the same incomplete checkpoint again; older retained "
                 "checkpoints need the same shared files."),
    };
}

/// The rule, and the move that shows it: what is deleted is noticed only by the one who reads it.
void expire(Cluster& cluster)
{
    flink::Job* job = cluster.job(ns, name);
    if (!job || job->tasks().empty())
        return;
    job->synchroniseFiles();
    const auto folder = cluster.storage().local(job->spec().checkpointing.folder + u'/' + job->id() + u"/shared"_s);
    if (!folder)
        return;
    for (const QString& file : QDir(*folder).entryList(QDir::Files))
        QFile::remove(*folder + u'/' + file);
    Deletion drain;
    drain.grace = 0s;
    drain.write = by(u"node-drainer"_s, u"kubectl-drain"_s);
    static_cast<void>(cluster.objects().remove(type::pods, ns, job->tasks()[0][0].slot.worker, drain));
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    auto script = std::make_shared<Script>(cluster.clock());
    orderSavepoint(cluster, ns, name, weekly, u"backup-cron"_s);
    script->when([&cluster] { return isTaken(cluster, ns, weekly) && hasCheckpointed(cluster, ns, name, 1min); },
                 [&cluster] { expire(cluster); });
    return script;
}

} // namespace

Play snapshotMissing()
{
    Play play;
    play.name = u"snapshot-missing"_s;
    play.difficulty = 3;
    play.tell = tell;
    play.culprit = u"state-files"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(ns, name);
        return job && job->restarts() >= 3 && !job->traffic().isRunning() &&
               hasFailedWith(cluster, ns, name, u"FileNotFoundException", 5min) &&
               !hasCheckpointed(cluster, ns, name, 3min);
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[](const Cluster& cluster) { return isHealthy(cluster, ns, name); },
                  [](const Cluster& cluster) {
                      return hasKeptItsState(cluster, ns, name) && hasCheckpointed(cluster, ns, name, 3min);
                  }};
    return play;
}

} // namespace sim::practice
