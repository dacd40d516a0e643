#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"payments"_s;
const QString name = u"refund-matcher"_s;

Telling tell()
{
    return {
        Text::tr("Checkpoints run into their time-out"),
        Text::tr("An alert says that refund-matcher has completed no checkpoint for some minutes. The job is RUNNING, "
                 "and the operator calls it STABLE. Support reports that refunds are matched later and later. This "
                 "morning the payments team shortened the time-out of checkpoints to 30 seconds, to hear of trouble "
                 "sooner."),
        {Text::tr("Look at the details of a failed checkpoint: which tasks never acknowledged it, and what does the "
                  "time before that consist of?"),
         Text::tr("Barriers travel with the records. Which task is busy all the time, and what do the ones before it "
                  "do?"),
         Text::tr("match-by-payment waits for every call of the payment index, which answers more than ten times "
                  "slower than yesterday. More subtasks wait side by side, and barriers need more time until they have "
                  "caught up.")},
        {{u"storage-slow"_s, Text::tr("The object storage is slow, and the state cannot be uploaded in time.")},
         {u"backpressure"_s, Text::tr("One task is too slow: barriers wait in full buffers before it.")},
         {u"timeout-too-short"_s, Text::tr("The new time-out of 30 seconds is too short for a state of this size.")},
         {u"worker-lost"_s, Text::tr("A TaskManager is gone, and its subtasks cannot acknowledge.")}},
        {Text::tr("refund-matcher completes checkpoints again."),
         Text::tr("No task of refund-matcher is held up by another, and no record waits for more than a minute.")},
        Text::tr("The payment index answers more than ten times slower than usual. match-by-payment calls it for every "
                 "record "
                 "and cannot keep up: its input buffers are full, the sources are back-pressured, and a checkpoint "
                 "barrier waits in the same queues as the records. Through full buffers that takes longer than the "
                 "time-out, so no checkpoint completes, although state and storage are well."),
        Text::tr("Give the slow task more subtasks: with a parallelism of 24 enough calls are under way at the same "
                 "time to work the backlog off. Until that is done buffers stay full, so let checkpoints through "
                 "meanwhile: a time-out of 10 minutes, or unaligned checkpoints. Either of these alone gets "
                 "checkpoints through but not the records: the delay goes on growing. More tolerable failures only "
                 "hide the alert. Once the index is fast again the parallelism can go back."),
    };
}

/// The team's change first; the index becomes slow when the job runs with it.
std::shared_ptr<void> fault(Cluster& cluster)
{
    auto script = std::make_shared<Script>(cluster.clock());
    changeDeployment(cluster, ns, name, by(u"payments-ci"_s, u"argocd-controller"_s), [](QJsonObject& document) {
        put(document, {u"spec", u"flinkConfiguration", u"execution.checkpointing.timeout"}, u"30 s"_s);
    });
    script->when(
        [&cluster] {
            const flink::Job* job = cluster.job(ns, name);
            return job && job->spec().checkpointing.timeout == 30s && job->traffic().isRunning();
        },
        [&cluster] { cluster.broker().setSystem(u"payment-index"_s, {.slowness = 14}); });
    return script;
}

} // namespace

Play checkpointTimeout()
{
    Play play;
    play.name = u"checkpoint-timeout"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"backpressure"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(ns, name);
        const auto& failed = job ? job->coordinator().log().latestFailed() : nullptr;
        return failed && failed->failure.contains(u"expired") && job->traffic().isRunning() &&
               lagsBehind(cluster, ns, name, 2min) && !hasCheckpointed(cluster, ns, name, 150s);
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {
        [](const Cluster& cluster) { return hasCheckpointed(cluster, ns, name, 150s); },
        [](const Cluster& cluster) { return flowsFreely(cluster, ns, name) && isUpToDate(cluster, ns, name, 1min); }};
    return play;
}

} // namespace sim::practice
