#include "core/sim/practice/fleet.h"
#include "core/sim/practice/installation.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"orders"_s;
const QString name = u"parcel-tracking"_s;
constexpr int wanted = 6;

Telling tell()
{
    return {
        Text::tr("Nothing happens any more"),
        Text::tr("The orders team gave parcel-tracking a parallelism of 6 before the evening peak. Half an hour later "
                 "it still runs "
                 "with 4, without any error. Whoever tries to change a FlinkDeployment now is refused with an internal "
                 "error. All "
                 "jobs run."),
        {Text::tr("Who carries out what stands in a FlinkDeployment? Compare generation and observedGeneration."),
         Text::tr("The refusal names the service that did not answer, and its namespace."),
         Text::tr(
             "Look at the Deployment flink-kubernetes-operator in flink-operator: how many replicas does it want?")},
        {{u"flink-config"_s, Text::tr("The new parallelism is not valid, and the operator ignores it.")},
         {u"operator-scaled-to-zero"_s, Text::tr("The operator does not run: somebody scaled it to zero.")},
         {u"quota"_s, Text::tr("The namespace's quota leaves no room for more TaskManagers.")},
         {u"api-server"_s, Text::tr("The API server is overloaded and loses requests.")}},
        {Text::tr("The operator runs and is ready."),
         Text::tr("parcel-tracking runs with the parallelism its team asked for.")},
        Text::tr("Maintenance scaled the operator's Deployment to 0 and forgot it there. Flink clusters do not need "
                 "the operator to run, "
                 "so nothing failed; but nobody reconciles, and its webhook, which every write of a Flink resource has "
                 "to pass, has "
                 "no endpoints."),
        Text::tr("Scale flink-kubernetes-operator back to 1. It then takes up what it missed by itself: there is no "
                 "need to touch the "
                 "FlinkDeployment, and scaling or deleting Flink's own Deployment or pods would only have interrupted "
                 "a job that "
                 "was well. An alert on the operator's readiness, and on generations that nobody observes, would have "
                 "told."),
    };
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    Write maintenance;
    maintenance.manager = u"kubectl-scale"_s;
    maintenance.user = u"platform-maintenance"_s;
    static_cast<void>(cluster.objects().change(
        type::deployments, operatorNamespace.toString(), operatorName.toString(), Part::Main,
        [](QJsonObject& document) {
            put(document, {u"spec", u"replicas"}, 0);
        },
        maintenance));
    // The process that is about to end lets the change pass its webhook, but does not come to act on it.
    auto change = std::make_shared<Alarm>(cluster.clock());
    change->set(25ms, [&cluster] {
        Write team;
        team.manager = u"helm"_s;
        team.user = u"orders-ci"_s;
        static_cast<void>(cluster.objects().change(
            type::flinkDeployments, ns, name, Part::Main,
            [](QJsonObject& document) {
                put(document, {u"spec", u"job", u"parallelism"}, wanted);
            },
            team));
    });
    return change;
}

} // namespace

Play operatorDown()
{
    Play play;
    play.name = u"operator-down"_s;
    play.difficulty = 1;
    play.tell = tell;
    play.culprit = u"operator-scaled-to-zero"_s;
    play.fault = fault;
    play.isSick = [](const Cluster& cluster) {
        return cluster.objects().list(type::pods, operatorNamespace.toString()).empty();
    };
    play.affected = {{type::deployments.toString(), operatorNamespace.toString(), operatorName.toString()}};
    play.goals = {[](const Cluster& cluster) {
                      return valueAt(cluster, type::deployments, operatorNamespace.toString(), operatorName.toString(),
                                     {u"status", u"readyReplicas"})
                                 .toInt() > 0;
                  },
                  [](const Cluster& cluster) {
                      const flink::Job* job = cluster.job(ns, name);
                      return job && job->spec().slotsNeeded() >= wanted && isHealthy(cluster, ns, name);
                  }};
    return play;
}

} // namespace sim::practice
