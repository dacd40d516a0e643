#include "core/sim/practice/plays/acts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {

using namespace std::chrono_literals;

Write by(const QString& user, const QString& manager)
{
    Write write = Write::by(manager);
    write.user = user;
    return write;
}

void changeDeployment(Cluster& cluster, const QString& ns, const QString& name, const Write& write,
                      const Objects::Edit& edit)
{
    static_cast<void>(cluster.objects().change(type::flinkDeployments, ns, name, Part::Main, edit, write));
}

void orderSavepoint(Cluster& cluster, const QString& ns, const QString& name, const QString& snapshot,
                    const QString& user)
{
    const QJsonObject savepoint{{u"disposeOnDelete"_s, false}};
    const QJsonObject reference{{u"kind"_s, u"FlinkDeployment"_s}, {u"name"_s, name}};
    static_cast<void>(cluster.objects().create(
        type::flinkStateSnapshots,
        {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
         {u"kind"_s, u"FlinkStateSnapshot"_s},
         {u"metadata"_s, QJsonObject{{u"name"_s, snapshot}, {u"namespace"_s, ns}}},
         {u"spec"_s, QJsonObject{{u"backoffLimit"_s, 3}, {u"jobReference"_s, reference}, {u"savepoint"_s, savepoint}}}},
        by(user, u"kubectl-create"_s)));
}

bool isTaken(const Cluster& cluster, const QString& ns, const QString& snapshot)
{
    return valueAt(cluster, type::flinkStateSnapshots, ns, snapshot, {u"status", u"state"}) == u"COMPLETED"_s;
}

void Script::after(Duration delay, std::function<void()> step)
{
    m_clock.after(delay, [alive = std::weak_ptr(m_alive), step = std::move(step)] {
        if (const auto kept = alive.lock())
            step();
    });
}

void Script::when(std::function<bool()> holds, std::function<void()> step)
{
    after(1s, [this, holds = std::move(holds), step = std::move(step)] {
        if (holds())
            step();
        else
            when(holds, step);
    });
}

void Script::every(Duration interval, std::function<void()> step)
{
    after(interval, [this, interval, step = std::move(step)] {
        step();
        every(interval, step);
    });
}

bool isUpToDate(const Cluster& cluster, const QString& ns, const QString& name, Duration lag)
{
    const flink::Job* job = cluster.job(ns, name);
    return job && job->traffic().isRunning() && !lagsBehind(cluster, ns, name, lag);
}

bool lagsBehind(const Cluster& cluster, const QString& ns, const QString& name, Duration lag)
{
    const flink::Job* job = cluster.job(ns, name);
    if (!job)
        return false;
    const double seconds = double(lag.count()) / 1000;
    for (int v = 0; v < int(job->spec().vertices.size()); ++v) {
        if (job->spec().vertices[std::size_t(v)].isSource() && job->traffic().lagSeconds(v) > seconds)
            return true;
    }
    return false;
}

bool flowsFreely(const Cluster& cluster, const QString& ns, const QString& name)
{
    const flink::Job* job = cluster.job(ns, name);
    return job && job->traffic().isRunning() &&
           std::ranges::none_of(job->traffic().load(),
                                [](const flink::VertexLoad& load) { return load.saturated || load.held; });
}

void judgeByLag(Play& play, const QString& ns, const QString& name)
{
    play.isSick = [ns, name](const Cluster& cluster) { return lagsBehind(cluster, ns, name, 3min); };
    play.affected = {{type::flinkDeployments.toString(), ns, name}};
    play.goals = {[ns, name](const Cluster& cluster) { return flowsFreely(cluster, ns, name); },
                  [ns, name](const Cluster& cluster) { return isUpToDate(cluster, ns, name, 1min); }};
}

bool hasFailedWith(const Cluster& cluster, const QString& ns, const QString& name, QStringView words, Duration span)
{
    const flink::Job* job = cluster.job(ns, name);
    return job && std::ranges::any_of(job->failures(), [&](const flink::Failure& failure) {
               return cluster.world().clock.now() - failure.at <= span && failure.what.stackTrace().contains(words);
           });
}

bool hasKeptItsState(const Cluster& cluster, const QString& ns, const QString& name)
{
    const flink::Job* job = cluster.job(ns, name);
    if (!job || !job->traffic().isRunning())
        return false;
    const auto& restored = job->coordinator().log().latestRestored();
    if (!restored || !restored->path.contains(u'/' + name + u'/'))
        return false;
    const auto made = fromTimestamp(
        valueAt(cluster, type::flinkDeployments, ns, name, {u"metadata", u"creationTimestamp"}).toString());
    const Duration interval = job->spec().checkpointing.interval;
    if (!made || interval <= 0ms)
        return false;
    // Weeks of checkpoints, some of which may not have come to be; a rehearsal takes hours.
    const auto usual = (cluster.clock().now() - *made) / interval;
    return restored->id > usual / 10;
}

bool runsJar(const Cluster& cluster, const QString& ns, const QString& name, const QString& file)
{
    return valueAt(cluster, type::flinkDeployments, ns, name, {u"spec", u"job", u"jarURI"})
        .toString()
        .endsWith(u'/' + file);
}

} // namespace sim::practice
