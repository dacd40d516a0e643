#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"orders"_s;
const QString name = u"order-lifecycle"_s;
const QString topic = u"orders.events.v5"_s;
constexpr auto outage = 25min;
constexpr double rush = 0.93; ///< of what the job can do, afterwards: shops send what they could not
constexpr double reserve = 0.9;

Telling tell()
{
    return {
        Text::tr("Half an hour of Kafka is missing"),
        Text::tr("Kafka was down for 25 minutes and is back since a moment ago. All jobs catch up, only "
                 "order-lifecycle stays nearly half an hour behind: shops now send what they could not send "
                 "before, far more than usual, for the rest of the day. Customer care needs the present "
                 "state of the orders within the hour, and not one event may be left out."),
        {Text::tr("At which rate does the lag shrink? Compare records consumed with records that arrive."),
         Text::tr("Which task limits the job, and how many partitions has the topic?"),
         Text::tr("Twelve partitions feed up to twelve subtasks: parallelism 12 until it has caught up.")},
        {{u"no-reserve"_s, Text::tr("The job has no reserve: at this traffic four subtasks can only just keep up.")},
         {u"offsets-lost"_s, Text::tr("The consumer lost its offsets and reads everything again.")},
         {u"still-down"_s, Text::tr("Some partitions of the topic are still without a leader.")},
         {u"restarts"_s, Text::tr("The job restarts again and again and makes no progress.")}},
        {Text::tr("order-lifecycle has caught up to within a minute, without leaving events out."),
         Text::tr("Its busiest task has a reserve of 10 percent.")},
        Text::tr("During the outage 25 minutes of events gathered in Kafka. The job survived, but under the "
                 "rush after it the state machine is all but saturated: what it can do beyond the arriving "
                 "records is a few percent, so catching up would take until night."),
        Text::tr("Scale out for the time being: parallelism 12, as many as the topic has partitions. The job goes "
                 "on from its last checkpoint, loses a minute and works the backlog off in about a quarter of an "
                 "hour; afterwards it can shrink again. Only to restart it helps nothing. To begin without state "
                 "(upgradeMode stateless) jumps to the newest records: the lag vanishes at once, and with it all "
                 "orders of the outage."),
    };
}

/// Records/s that the job can do.
double mostOf(const Cluster& cluster)
{
    double most = std::numeric_limits<double>::max();
    if (const flink::Job* job = cluster.job(ns, name)) {
        for (const flink::Vertex& vertex : job->spec().vertices) {
            if (vertex.hasState() && vertex.selectivity > 0.5)
                most = std::min(most, vertex.capacity * vertex.parallelism);
        }
    }
    return most;
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    auto script = std::make_shared<Script>(cluster.clock());
    cluster.broker().setDown(true);
    script->after(outage, [&cluster] {
        cluster.broker().setDown(false);
        const double usual = cluster.broker().rate(topic, cluster.clock().now());
        cluster.broker().setTraffic(topic, rush * mostOf(cluster) / usual);
    });
    return script;
}

/// It did not begin anew behind what gathered.
bool hasLeftNothingOut(const Cluster& cluster)
{
    const flink::Job* job = cluster.job(ns, name);
    const auto back = cluster.broker().backSince();
    return job && back && (hasKeptItsState(cluster, ns, name) || job->startTime() < back->time_since_epoch().count());
}

bool hasReserve(const Cluster& cluster)
{
    const flink::Job* job = cluster.job(ns, name);
    if (!job || !job->traffic().isRunning())
        return false;
    return std::ranges::all_of(job->traffic().load(), [](const flink::VertexLoad& load) {
        return std::ranges::all_of(load.subtasks,
                                   [](const flink::SubtaskLoad& subtask) { return subtask.busy < reserve; });
    });
}

} // namespace

Play kafkaLag()
{
    Play play;
    play.name = u"kafka-lag"_s;
    play.difficulty = 1;
    play.tell = tell;
    play.culprit = u"no-reserve"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        return cluster.broker().backSince() && lagsBehind(cluster, ns, name, 5min);
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {
        [](const Cluster& cluster) { return isUpToDate(cluster, ns, name, 1min) && hasLeftNothingOut(cluster); },
        hasReserve};
    return play;
}

} // namespace sim::practice
