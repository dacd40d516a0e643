#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"payments"_s;
const QString name = u"payment-settlement"_s;
const QString hourly = u"payment-settlement-hourly"_s;
const QString image = u"registry.hanbit.example/flink/payment-settlement:1.20-r9"_s;

Telling tell()
{
    return {
        Text::tr("A release that does not come up"),
        Text::tr("The release of payment-settlement (image 1.20-r9) went as always: savepoint, stop, new version. But "
                 "the new version does not start, and going back to the old image has not helped either. The storage "
                 "team says that during the minute of the release a gateway of the object storage was exchanged. A "
                 "savepoint of the job is taken every hour with a FlinkStateSnapshot. Nothing may be settled from "
                 "an empty state."),
        {Text::tr("The job is FAILED before any task runs. Which file could not be read?"),
         Text::tr("The savepoint of the upgrade is damaged. Which other ones are there, and since when?"),
         Text::tr("Redeploy from the path in status of the FlinkStateSnapshot payment-settlement-hourly: "
                  "initialSavepointPath with a new savepointRedeployNonce.")},
        {{u"new-image"_s, Text::tr("The new image contains a version that cannot read the old state.")},
         {u"savepoint-damaged"_s, Text::tr("The savepoint that the release wrote is damaged.")},
         {u"max-parallelism"_s, Text::tr("The new version has a lower maximum parallelism than the state.")},
         {u"credentials"_s, Text::tr("The credentials for the object storage have expired.")}},
        {Text::tr("payment-settlement runs, and the operator has nothing to complain of."),
         Text::tr("It has taken up its state: it was restored from a readable snapshot of its own.")},
        Text::tr("The gateway that was being exchanged confirmed the upload of the savepoint's _metadata file and "
                 "kept only its first half. The operator stopped the job with that savepoint and recorded it as the "
                 "one to restore, so every attempt reads the same half file, with whatever image."),
        Text::tr("Restore the newest snapshot that can be read: set job.initialSavepointPath to the path of the hourly "
                 "FlinkStateSnapshot and job.savepointRedeployNonce to a new number. Kafka replays what came since. "
                 "A restartNonce, or the old image, restores the damaged savepoint again; upgradeMode stateless "
                 "would settle from an empty state. To look into a savepoint before it is needed is cheap: its "
                 "_metadata file says whether it is whole."),
    };
}

/// Keeps the first half of the file that says what the savepoint consists of.
void cutOff(const flink::Storage& storage, const QString& savepoint)
{
    const QString file = savepoint + u"/_metadata"_s;
    const QByteArray whole = storage.read(file).value_or(QByteArray());
    static_cast<void>(storage.write(file, whole.first(whole.size() / 2), whole.size() / 2));
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    auto script = std::make_shared<Script>(cluster.clock());
    orderSavepoint(cluster, ns, name, hourly, u"backup-cron"_s);
    script->when([&cluster] { return isTaken(cluster, ns, hourly); },
                 [&cluster] {
                     changeDeployment(cluster, ns, name, by(u"payments-ci"_s, u"argocd-controller"_s),
                                      [](QJsonObject& document) {
                                          put(document, {u"spec", u"image"}, image);
                                      });
                 });
    const QString earlier =
        valueAt(cluster, type::flinkDeployments, ns, name, {u"status", u"jobStatus", u"upgradeSavepointPath"})
            .toString();
    const auto isCut = std::make_shared<bool>(false);
    script->keep(cluster.objects().subscribe(
        {type::flinkDeployments.toString(), ns}, [&cluster, earlier, isCut](const Event& event) {
            const QString path =
                at(event.object->document(), {u"status", u"jobStatus", u"upgradeSavepointPath"}).toString();
            if (event.object->name() != name || *isCut || path == earlier || !path.contains(u"/savepoint-"))
                return;
            *isCut = true;
            if (flink::Job* job = cluster.job(ns, name))
                job->synchroniseFiles();
            cutOff(cluster.storage(), path);
        }));
    return script;
}

} // namespace

Play snapshotCorrupted()
{
    Play play;
    play.name = u"snapshot-corrupted"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"savepoint-damaged"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        return valueAt(cluster, type::flinkDeployments, ns, name, {u"status", u"jobStatus", u"state"}) == u"FAILED"_s;
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[](const Cluster& cluster) { return isHealthy(cluster, ns, name); },
                  [](const Cluster& cluster) { return hasKeptItsState(cluster, ns, name); }};
    return play;
}

} // namespace sim::practice
