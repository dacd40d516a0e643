#include "core/sim/operator/jobround.h"

#include "core/base/quantity.h"
#include "core/sim/operator/autoscaler.h"
#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

const QString overridesKey = u"pipeline.jobvertex-parallelism-overrides"_s;

QString autoscalerMap(const QString& name)
{
    return u"autoscaler-"_s + name;
}

double metric(const QJsonObject& answer, const QString& id, QStringView aggregate)
{
    for (const QJsonValue& value : answer[u"list"].toArray()) {
        const QJsonObject entry = value.toObject();
        if (entry[u"id"].toString() == id)
            return entry[aggregate].toDouble();
    }
    return 0;
}

} // namespace

/// The ConfigMap is there for every job, with or without autoscaling.
void JobRound::keepAutoscalerMap(const QJsonObject& content)
{
    Objects& objects = tools().world.objects;
    const QString name = autoscalerMap(object()->name());
    const Outcome changed = objects.change(
        type::configMaps, object()->ns(), name, Part::Main,
        [&content](QJsonObject& map) {
            if (!content.isEmpty())
                map[u"data"_s] = content;
        },
        byOperator());
    if (changed)
        return;
    QJsonObject map{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"ConfigMap"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, name},
                     {u"namespace"_s, object()->ns()},
                     {u"labels"_s, QJsonObject{{u"app"_s, object()->name()}, {u"component"_s, u"autoscaler"_s}}},
                     {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                                                                   {u"kind"_s, object()->document()[u"kind"]},
                                                                   {u"name"_s, object()->name()},
                                                                   {u"uid"_s, object()->uid()}}}}}}};
    if (!content.isEmpty())
        map[u"data"_s] = content;
    static_cast<void>(objects.create(type::configMaps, map, byOperator()));
}

QString JobRound::knownOverrides() const
{
    const Snapshot map = tools().world.objects.find(type::configMaps, object()->ns(), autoscalerMap(object()->name()));
    return map ? at(map->document(), {u"data", u"parallelismOverrides"}).toString() : QString();
}

void JobRound::autoscale(Step next)
{
    const bool enabled = hasJob(m_spec) && flag(m_observed, u"job.autoscaler.enabled"_s, false);
    if (!hasJob(m_spec) || m_status.isBeforeFirstDeployment()) {
        next();
        return;
    }
    if (m_status.jobState != u"RUNNING" || !enabled) {
        if (m_status.jobState == u"RUNNING")
            keepAutoscalerMap({});
        applyOverrides(enabled);
        next();
        return;
    }
    AutoscalerMemory& memory = tools().autoscalers[object()->uid()];
    const Instant updated{Duration(m_status.updateTime.toLongLong())};
    const auto stabilization = duration(m_observed, u"job.autoscaler.stabilization.interval"_s, 5min);
    if (memory.jobId != m_status.jobId || memory.stableFrom < updated + stabilization) {
        memory.jobId = m_status.jobId;
        memory.stableFrom = updated + stabilization;
        memory.samples.clear();
    }
    keepAutoscalerMap({});
    if (now() < memory.stableFrom) {
        applyOverrides(true);
        next();
        return;
    }
    tools().flink.rest().get(
        cluster(), u"/jobs/"_s + m_status.jobId, guarded([this, next = std::move(next)](const RestAnswer& answer) {
            auto sample = std::make_shared<MetricSample>(MetricSample{now(), {}});
            for (const QJsonValue& value : answer.body[u"vertices"].toArray()) {
                const QJsonObject vertex = value.toObject();
                const QString name = vertex[u"name"].toString();
                sample->vertices.push_back({vertex[u"id"].toString(), name, vertex[u"parallelism"].toInt(1),
                                            vertex[u"maxParallelism"].toInt(128), name.startsWith("Source:"_L1), 0, 0,
                                            0});
            }
            sampleVertex(sample, 0, next);
        }));
}

void JobRound::sampleVertex(const std::shared_ptr<MetricSample>& sample, std::size_t index, Step next)
{
    if (index >= sample->vertices.size()) {
        evaluateSamples(*sample);
        applyOverrides(true);
        next();
        return;
    }
    const QString names = u"busyTimeMsPerSecond,numRecordsInPerSecond,numRecordsOutPerSecond,pendingRecords"_s;
    const QString path = u"/jobs/%1/vertices/%2/subtasks/metrics?get=%3&agg=sum,max"_s.arg(
        m_status.jobId, sample->vertices[index].id, names);
    tools().flink.rest().get(
        cluster(), path, guarded([this, sample, index, next = std::move(next)](const RestAnswer& answer) {
            VertexSample& vertex = sample->vertices[index];
            vertex.load = metric(answer.body, u"busyTimeMsPerSecond"_s, u"max") / 1000;
            vertex.recordsIn =
                metric(answer.body, vertex.isSource ? u"numRecordsOutPerSecond"_s : u"numRecordsInPerSecond"_s, u"sum");
            vertex.lag = metric(answer.body, u"pendingRecords"_s, u"sum");
            sampleVertex(sample, index + 1, next);
        }));
}

void JobRound::evaluateSamples(const MetricSample& sample)
{
    if (sample.vertices.empty())
        return;
    AutoscalerMemory& memory = tools().autoscalers[object()->uid()];
    const auto window = duration(m_observed, u"job.autoscaler.metrics.window"_s, 15min);
    if (!memory.samples.empty() && memory.samples.back().vertices.size() != sample.vertices.size())
        memory.samples.clear();
    memory.samples.push_back(sample);
    while (memory.samples.size() > 2 && now() - memory.samples[1].at >= window)
        memory.samples.pop_front();
    QString overrides = knownOverrides();
    const bool full = now() - memory.samples.front().at >= window;
    const bool enabled = flag(m_observed, u"job.autoscaler.scaling.enabled"_s, true);
    const auto steps =
        full ? decideScaling(memory.samples, m_observed, memory.lastScaling, now()) : std::vector<ScalingStep>();
    if (!steps.empty()) {
        QString report = scalingReport(steps);
        if (!enabled)
            report.replace("Scaling execution enabled, begin scaling vertices:"_L1,
                           "Recommended parallelism change:"_L1);
        const auto interval = duration(m_observed, u"job.autoscaler.scaling.event.interval"_s, 30min);
        tools().journal.recordEvery(subject(), Component::Operator,
                                    {Journal::Note::Type::Normal, u"ScalingReport"_s, report}, u"ScalingReport"_s,
                                    interval);
    }
    if (!steps.empty() && enabled) {
        const qint64 process =
            base::parseFlinkMemory(at(m_spec, {u"taskManager", u"resource", u"memory"}).toString()).value_or(0);
        tools().journal.record(
            subject(), Component::Operator,
            {Journal::Note::Type::Normal, u"Configuration recommendation"_s, memoryRecommendation(process)},
            u"memory"_s);
        overrides = overridesText(sample, steps);
        memory.history.push_back({now(), steps});
        while (int(memory.history.size()) > number(m_observed, u"job.autoscaler.history.max.count"_s, 3))
            memory.history.erase(memory.history.begin());
        memory.lastScaling = now();
    }
    keepAutoscalerMap(autoscalerData(memory, overrides));
    if (!steps.empty() && enabled)
        memory.samples.clear();
}

/// What was decided stands in the effective spec only, never in the resource's.
void JobRound::applyOverrides(bool enabled)
{
    const QString overrides = enabled ? knownOverrides() : QString();
    if (overrides.isEmpty())
        return;
    QJsonObject conf = m_spec[u"flinkConfiguration"].toObject();
    conf[overridesKey] = overrides;
    m_spec[u"flinkConfiguration"_s] = conf;
}

/// Tells Flink the new parallelism, where the job runs with what that needs; false: it has to be upgraded.
void JobRound::scale(const Difference& difference, std::function<void(bool)> done)
{
    const QString overrides = valueOf(configurationOf(m_spec), u"pipeline.jobvertex-parallelism-overrides"_s);
    const bool able = flinkVersion(deployedFlink()) >= std::pair(1, 18) &&
                      valueOf(m_observed, u"jobmanager.scheduler"_s).compare("adaptive"_L1, Qt::CaseInsensitive) == 0 &&
                      flag(m_observed, u"kubernetes.operator.job.upgrade.inplace-scaling.enabled"_s, true);
    const bool removed = std::any_of(difference.changes.begin(), difference.changes.end(), [](const Change& change) {
        return change.path == u"flinkConfiguration.pipeline.jobvertex-parallelism-overrides" && change.after == u"null";
    });
    const bool runs =
        !m_status.jobState.isEmpty() && !isTerminal(m_status.jobState) && m_status.jobState != u"RECONCILING";
    if (!able || removed || overrides.isEmpty() || !runs) {
        done(false);
        return;
    }
    std::map<QString, int> parallelism;
    for (const QString& part : overrides.split(u','))
        parallelism[part.section(u':', 0, 0)] = part.section(u':', 1).toInt();
    tools().flink.rescale(cluster(), m_status.jobId, parallelism,
                          guarded([done = std::move(done)](bool scaled) { done(scaled); }));
}

} // namespace sim::op
