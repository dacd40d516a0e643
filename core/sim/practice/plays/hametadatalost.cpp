#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"payments"_s;
const QString name = u"payment-authorize"_s;
const QString nightly = u"payment-authorize-nightly"_s;
constexpr int sweeps = 40; ///< of the script, twice a second

Telling tell()
{
    return {
        Text::tr("Tidied away"),
        Text::tr(
            "A colleague ran a script that removes \"leftovers without an owner\" from the namespace payments. Now "
            "no payment is authorised: payment-authorize is FAILED, and the operator says that it has nothing to "
            "restore from. Every night a savepoint of it is taken with a FlinkStateSnapshot. Payments that "
            "were authorised since then are read again from Kafka; limits of cards must not begin at zero."),
        {Text::tr("Read the error of the FlinkDeployment to its end, and look which ConfigMaps of the job are left."),
         Text::tr("Without the ConfigMaps of high availability nobody knows the last checkpoint. Which other snapshot "
                  "of the job does the namespace know?"),
         Text::tr("Redeploy from the path in status of the FlinkStateSnapshot payment-authorize-nightly: "
                  "initialSavepointPath, together with a new savepointRedeployNonce.")},
        {{u"ha-metadata"_s, Text::tr("The ConfigMaps that lead to the last checkpoint were deleted.")},
         {u"checkpoint-files"_s, Text::tr("The files of the last checkpoint were deleted.")},
         {u"rights"_s, Text::tr("The service account may not read ConfigMaps any more.")},
         {u"image"_s, Text::tr("The image of the job is gone from the registry.")}},
        {Text::tr("payment-authorize runs, and the operator has nothing to complain of."),
         Text::tr("It has taken up its state: it was restored from a snapshot of its own.")},
        Text::tr("The script deleted the Deployment of the JobManager and the ConfigMaps of high availability, which "
                 "carry no owner reference so that they survive a Deployment. They are the only place that says which "
                 "checkpoint is the last. The operator wanted to recover the lost JobManager, found no HA metadata, "
                 "and rightly refuses to begin without state: Manual restore required."),
        Text::tr("Take a snapshot that is still known and good (the status of the FlinkStateSnapshot has its path) and "
                 "set job.initialSavepointPath to it together with a new job.savepointRedeployNonce. A restartNonce "
                 "changes nothing: it wants the last state, too. upgradeMode stateless makes everything green, and the "
                 "job begins with empty card limits: the outage becomes a loss of data."),
    };
}

void removeLeftovers(Cluster& cluster)
{
    for (const Snapshot& map : cluster.objects().list(type::configMaps, ns)) {
        const QJsonObject labels = map->labels();
        if (labels[u"app"] != name || labels[u"configmap-type"] != u"high-availability"_s)
            continue;
        Deletion deletion;
        deletion.write = by(u"tidy-up"_s);
        static_cast<void>(cluster.objects().remove(type::configMaps, ns, map->name(), deletion));
    }
}

/// The JobManager, while it lives, makes its ConfigMaps anew; the script is thorough.
std::shared_ptr<void> fault(Cluster& cluster)
{
    auto script = std::make_shared<Script>(cluster.clock());
    orderSavepoint(cluster, ns, name, nightly, u"backup-cron"_s);
    script->when([&cluster] { return isTaken(cluster, ns, nightly); },
                 [&cluster, script = std::weak_ptr(script)] {
                     Deletion deletion;
                     deletion.propagation = Deletion::Propagation::Foreground;
                     deletion.write = by(u"tidy-up"_s);
                     static_cast<void>(cluster.objects().remove(type::deployments, ns, name, deletion));
                     for (int i = 0; i < sweeps; ++i)
                         script.lock()->after(500ms * i, [&cluster] {
                             if (!cluster.job(ns, name))
                                 removeLeftovers(cluster);
                         });
                 });
    return script;
}

} // namespace

Play haMetadataLost()
{
    Play play;
    play.name = u"ha-metadata-lost"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"ha-metadata"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        return valueAt(cluster, type::flinkDeployments, ns, name, {u"status", u"error"})
            .toString()
            .contains(u"HA metadata is not available");
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[](const Cluster& cluster) { return isHealthy(cluster, ns, name); },
                  [](const Cluster& cluster) { return hasKeptItsState(cluster, ns, name); }};
    return play;
}

} // namespace sim::practice
