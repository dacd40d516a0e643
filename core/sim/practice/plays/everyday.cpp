#include "core/sim/practice/plays/parts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

constexpr int trackingSink = 4; ///< vertex of parcel-tracking

std::shared_ptr<void> makeTwoSick(Cluster& cluster)
{
    // The carrier database answers slowly, and a pipeline has rolled out an image that was never pushed.
    const auto slow = [](flink::JobManager& manager) {
        manager.setDisturbance({{{trackingSink, 14.0}}, {}, 1, false});
    };
    if (flink::JobManager* manager = cluster.jobManager(u"orders"_s, u"parcel-tracking"_s))
        slow(*manager);
    cluster.pods().setPreparation([slow](const QString&, flink::JobManager& manager) {
        if (manager.setup().cluster == u"parcel-tracking")
            slow(manager);
    });
    changeFlink(cluster, u"merchant-rollup"_s, u"analytics-ci"_s, [](QJsonObject& document) {
        put(document, {u"spec", u"image"}, u"registry.hanbit.example/flink/merchant-rollup:1.20-r11"_s);
    });
    return {};
}

} // namespace

Play healthy()
{
    Play play;
    play.name = u"healthy"_s;
    play.tell = [] {
        return Telling{
            Text::tr("A quiet day"),
            Text::tr(
                "Twelve Flink deployments in three namespaces, and nothing is wrong with any of them. To look around "
                "in, and to try things out."),
            {},
            {},
            {},
            Text::tr("Nothing was wrong."),
            Text::tr("There was nothing to cure.")};
    };
    play.lead = 1min;
    return play;
}

Play company()
{
    Play play;
    play.name = u"company"_s;
    play.tell = [] {
        return Telling{
            Text::tr("An ordinary day"),
            Text::tr(
                "The fleet of a small company: twelve Flink deployments in three namespaces, two of them sick. Nobody "
                "takes the time."),
            {},
            {},
            {},
            Text::tr(
                "parcel-tracking writes to a database that has become slow: the sink is the bottleneck, everything "
                "before it is held back, checkpoints run into their time-out, and the lag grows. merchant-rollup was "
                "given an image that the registry does not have."),
            Text::tr(
                "Give merchant-rollup back the image it ran with. For parcel-tracking the database is to be made fast "
                "again, or the job needs more parallel sinks.")};
    };
    play.lead = 150s;
    play.fault = makeTwoSick;
    return play;
}

} // namespace sim::practice
