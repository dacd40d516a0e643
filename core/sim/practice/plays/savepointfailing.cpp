#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"analytics"_s;
const QString name = u"merchant-rollup"_s;
const QString image = u"registry.hanbit.example/flink/merchant-rollup:1.20-r8"_s;

Telling tell()
{
    return {
        Text::tr("The release that never begins"),
        Text::tr("The release of merchant-rollup (image 1.20-r8) has been waiting for a quarter of an hour: the old "
                 "version runs on as if nothing had happened, the operator says Savepoint Error. Security has made the "
                 "bucket hanbit-flink-state read-only for savepoints. They belong into "
                 "s3://hanbit-flink-savepoints/analytics/merchant-rollup from now on. Checkpoints are not concerned."),
        {Text::tr("What does the operator do before it replaces a job with upgradeMode savepoint, and what does the "
                  "error say of it?"),
         Text::tr("The savepoint of an upgrade is made by what runs now, with its configuration. Does a new directory "
                  "in the specification help the job that is to be stopped?"),
         Text::tr("Change two things at once: the savepoint directory, and for this one upgrade upgradeMode "
                  "last-state, which needs no savepoint.")},
        {{u"savepoint-directory"_s, Text::tr("Nothing can be written to the directory of the savepoints.")},
         {u"state-too-large"_s, Text::tr("The savepoint does not become ready before its time-out.")},
         {u"operator-stuck"_s, Text::tr("The operator hangs and reconciles nothing.")},
         {u"image-missing"_s, Text::tr("The image 1.20-r8 cannot be pulled.")}},
        {Text::tr(
             "merchant-rollup runs with image 1.20-r8 and its state, and the operator has nothing to complain of."),
         Text::tr("Its savepoint directory can be written to, so the next release needs no trick.")},
        Text::tr("With upgradeMode savepoint the operator stops the old job with a savepoint first. Its directory has "
                 "become read-only, so every attempt fails. The operator leaves the healthy job alone and tries again "
                 "at each reconciliation, for ever; it falls back to the last state only for jobs that do not run."),
        Text::tr(
            "Set execution.checkpointing.savepoint-dir to the new bucket and, for this upgrade, job.upgradeMode to "
            "last-state: checkpoints still work, so the new version continues from the latest one. With the new "
            "directory alone nothing changes, for the savepoint is made by the running job, which knows the "
            "old directory only. upgradeMode stateless would get the release out and throw the state away."),
    };
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    if (const flink::Job* job = cluster.job(ns, name)) {
        flink::Storage storage = cluster.storage();
        storage.deny(job->spec().checkpointing.savepoints, true);
    }
    changeDeployment(cluster, ns, name, by(u"analytics-ci"_s, u"argocd-controller"_s), [](QJsonObject& document) {
        put(document, {u"spec", u"image"}, image);
    });
    return nullptr;
}

bool runsRelease(const Cluster& cluster)
{
    const Snapshot manager = cluster.objects().find(type::deployments, ns, name);
    return manager &&
           at(manager->document(), {u"spec", u"template", u"spec"})[u"containers"][0][u"image"].toString() == image &&
           isHealthy(cluster, ns, name);
}

} // namespace

Play savepointFailing()
{
    Play play;
    play.name = u"savepoint-failing"_s;
    play.difficulty = 1;
    play.tell = tell;
    play.culprit = u"savepoint-directory"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        return valueAt(cluster, type::flinkDeployments, ns, name, {u"status", u"error"})
            .toString()
            .contains(u"Savepoint Error");
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[](const Cluster& cluster) { return runsRelease(cluster) && hasKeptItsState(cluster, ns, name); },
                  [](const Cluster& cluster) {
                      const flink::Job* job = cluster.job(ns, name);
                      return job && !job->spec().checkpointing.savepoints.isEmpty() &&
                             !cluster.storage().isDenied(job->spec().checkpointing.savepoints + u"/savepoint"_s);
                  }};
    return play;
}

} // namespace sim::practice
