#include "core/sim/practice/plays/plays.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {

const QList<Play>& plays()
{
    static const QList<Play> table = [] {
        QList<Play> all{
            healthy(),           company(),         operatorDown(),         badImage(),
            unschedulablePods(), revokedRights(),   operatorTooOld(),       badUpgrade(),
            quotaExceeded(),     webhookRefusal(),  apiThrottled(),         jobManagerFailover(),
            clockSkew(),         apiHalfOpen(),     expiredCertificate(),   savepointFailing(),
            slowSink(),          kafkaLag(),        checkpointTimeout(),    keySkew(),
            oomLoop(),           stateDoesNotFit(), metaspaceLeak(),        haMetadataLost(),
            snapshotCorrupted(), snapshotMissing(), autoscalerOscillates(),
        };
        // Where nothing is to be cured comes first.
        std::ranges::stable_sort(all, {}, [](const Play& play) { return play.goals.isEmpty() ? 0 : play.difficulty; });
        return all;
    }();
    return table;
}

const Play* playNamed(const QString& name)
{
    const auto found = std::ranges::find(plays(), name, &Play::name);
    return found == plays().end() ? nullptr : &*found;
}

QJsonValue valueAt(const Cluster& cluster, QStringView type, const QString& ns, const QString& name, Path path)
{
    const Snapshot object = cluster.objects().find(type, ns, name);
    return object ? at(object->document(), path) : QJsonValue(QJsonValue::Undefined);
}

bool isHealthy(const Cluster& cluster, const QString& ns, const QString& name)
{
    const Snapshot object = cluster.objects().find(type::flinkDeployments, ns, name);
    const flink::Job* job = cluster.job(ns, name);
    if (!object || !job || job->state() != flink::JobState::Running || !job->traffic().isRunning())
        return false;
    const QJsonObject document = object->document();
    return at(document, {u"status", u"lifecycleState"}) == u"STABLE"_s &&
           at(document, {u"status", u"jobManagerDeploymentStatus"}) == u"READY"_s &&
           at(document, {u"status", u"jobStatus", u"state"}) == u"RUNNING"_s &&
           at(document, {u"status", u"error"}).toString().isEmpty() &&
           at(document, {u"status", u"observedGeneration"}) == at(document, {u"metadata", u"generation"});
}

bool hasCheckpointed(const Cluster& cluster, const QString& ns, const QString& name, Duration span)
{
    const flink::Job* job = cluster.job(ns, name);
    if (!job)
        return false;
    const flink::Record latest = job->coordinator().log().latestCompleted();
    return latest && cluster.world().clock.now() - latest->ended <= span;
}

} // namespace sim::practice
