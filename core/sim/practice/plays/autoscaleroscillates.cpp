#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"payments"_s;
const QString name = u"fraud-scoring"_s;
const QString topic = u"payments.requests.v3"_s;
constexpr auto halfWave = 6min;
constexpr auto calm = 20min;
constexpr double high = 1.3; ///< times the usual traffic, in turns
constexpr double low = 0.5;

Telling tell()
{
    return {
        Text::tr("Up, down, up, down"),
        Text::tr("Since a partner delivers its payments in bundles of six minutes, fraud-scoring interrupts its work "
                 "every few minutes: verdicts are missing for half a minute, then they come, then they are missing "
                 "again. Yesterday the team tuned the autoscaler, to be quick. It is to stay on: at the weekend the "
                 "traffic is a tenth."),
        {Text::tr("What do the events of the FlinkDeployment have in common, and how far apart are they?"),
         Text::tr("Compare the length of one bundle with the window over which the autoscaler takes its averages, and "
                  "with its pause after a rescaling."),
         Text::tr("A metrics.window of 15 minutes and a stabilization.interval of 10 see the average of high and "
                  "low; a wide utilization boundary leaves what is good enough alone.")},
        {{u"crash-loop"_s, Text::tr("The job crashes, and restarts with another parallelism by chance.")},
         {u"autoscaler-too-eager"_s, Text::tr("The autoscaler follows each wave of the traffic.")},
         {u"no-slots"_s, Text::tr("TaskManagers come and go, and the adaptive scheduler follows.")},
         {u"two-writers"_s, Text::tr("Two people change the parallelism by turns.")}},
        {Text::tr("fraud-scoring has run for twenty minutes without being rescaled, with its autoscaler on.")},
        Text::tr(
            "The team had set metrics.window to 1 minute, stabilization.interval to 30 seconds and the utilization "
            "boundary to 0.05. The autoscaler therefore sees a bundle as lasting growth and scales up, sees the "
            "pause after it as lasting decline and scales down. Every rescaling restores the job from a "
            "checkpoint and costs half a minute of verdicts, more than the few percent of use it was about."),
        Text::tr("Let it look further than one wave: job.autoscaler.metrics.window 15 m, "
                 "job.autoscaler.stabilization.interval 10 m, job.autoscaler.scale-down.interval 1 h, "
                 "job.autoscaler.target.utilization.boundary 0.4. The average of bundles and pauses is steady, "
                 "and so is the parallelism. To switch the autoscaler off stops the swinging, too, and leaves nobody "
                 "to scale at the weekend; a fixed parallelism in the specification is overridden at the next "
                 "decision."),
    };
}

void bundle(const std::weak_ptr<Script>& script, Cluster& cluster, bool isHigh)
{
    cluster.broker().setTraffic(topic, isHigh ? high : low);
    if (const auto kept = script.lock())
        kept->after(halfWave, [script, &cluster, isHigh] { bundle(script, cluster, !isHigh); });
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    changeDeployment(cluster, ns, name, by(u"risk-team"_s), [](QJsonObject& document) {
        const auto set = [&document](const QString& key, const QString& value) {
            put(document, {u"spec", u"flinkConfiguration", u"job.autoscaler."_s + key}, value);
        };
        set(u"metrics.window"_s, u"1 m"_s);
        set(u"stabilization.interval"_s, u"30 s"_s);
        set(u"scale-down.interval"_s, u"1 m"_s);
        set(u"target.utilization.boundary"_s, u"0.05"_s);
        set(u"catch-up.duration"_s, u"5 m"_s);
    });
    auto script = std::make_shared<Script>(cluster.clock());
    bundle(script, cluster, true);
    return script;
}

int rescalings(const Cluster& cluster)
{
    int count = 0;
    for (const Snapshot& event : cluster.objects().list(type::events, ns)) {
        const QJsonObject document = event->document();
        if (at(document, {u"involvedObject", u"name"}) == name && document[u"reason"] == u"Scaling"_s)
            count += document[u"count"].toInt(1);
    }
    return count;
}

bool isCalm(const Cluster& cluster)
{
    const flink::Job* job = cluster.job(ns, name);
    const QString enabled =
        valueAt(cluster, type::flinkDeployments, ns, name, {u"spec", u"flinkConfiguration", u"job.autoscaler.enabled"})
            .toString();
    if (!job || !job->traffic().isRunning() || enabled != u"true")
        return false;
    const Instant running(Duration(job->entered()[std::size_t(flink::JobState::Running)]));
    return cluster.world().clock.now() - running >= calm;
}

} // namespace

Play autoscalerOscillates()
{
    Play play;
    play.name = u"autoscaler-oscillates"_s;
    play.difficulty = 3;
    play.tell = tell;
    play.culprit = u"autoscaler-too-eager"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) { return rescalings(cluster) >= 3 && !isCalm(cluster); };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {isCalm};
    return play;
}

} // namespace sim::practice
