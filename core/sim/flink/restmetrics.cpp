#include "core/sim/flink/rest.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The answers that list metrics, and those that sum them up.
namespace sim::flink {

namespace {

constexpr Duration metricsPeriod = 10s; ///< metrics.fetcher.update-interval

QStringList wantedIds(const QUrlQuery& query)
{
    return query.queryItemValue(u"get"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
}

/// min … skew of some numbers.
double aggregate(const std::vector<double>& values, QStringView kind)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    const double average = sum / double(values.size());
    if (kind == u"min")
        return *std::ranges::min_element(values);
    if (kind == u"max")
        return *std::ranges::max_element(values);
    if (kind == u"sum")
        return sum;
    if (kind == u"avg")
        return average;
    double apart = 0;
    for (const double value : values)
        apart += std::abs(value - average);
    return average == 0 ? 0 : apart / double(values.size()) / average * 100;
}

QStringList aggregations(const QUrlQuery& query, const Version& version)
{
    QStringList known{u"min"_s, u"max"_s, u"avg"_s, u"sum"_s};
    if (version.isAtLeast(1, 20))
        known += u"skew"_s;
    const QStringList asked = query.queryItemValue(u"agg"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    if (asked.isEmpty())
        return known;
    QStringList used;
    for (const QString& kind : known) {
        if (asked.contains(kind, Qt::CaseInsensitive))
            used += kind;
    }
    return used.size() == asked.size() ? used : QStringList();
}

/// "1,3-5"
std::vector<int> rangeOf(const QString& text, int count)
{
    std::vector<int> chosen;
    for (int i = 0; i < count; ++i) {
        bool isIn = text.isEmpty();
        for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
            const int first = part.section(u'-', 0, 0).toInt();
            const int last = part.contains(u'-') ? part.section(u'-', 1, 1).toInt() : first;
            isIn = isIn || (i >= first && i <= last);
        }
        if (isIn)
            chosen.push_back(i);
    }
    return chosen;
}

} // namespace

bool JobManager::hasMetrics(const QString& subject)
{
    const bool isKnown = m_metricsOf.contains(subject);
    if (m_world.clock.now() >= m_metricsUntil) {
        m_metricsUntil = m_world.clock.now() + metricsPeriod;
        m_metricsOf = {u"jobmanager"_s};
        for (const auto& job : m_jobs)
            m_metricsOf += job->id();
        for (const Worker& worker : m_registered)
            m_metricsOf += worker.id;
    }
    return isKnown;
}

Instant JobManager::firstAsked(const QString& subject)
{
    return m_firstAsked.try_emplace(subject, m_world.clock.now()).first->second;
}

Json listed(const Metrics& metrics, const QUrlQuery& query)
{
    Json json;
    json.array();
    const QStringList wanted = wantedIds(query);
    for (const Metric& metric : metrics) {
        if (query.hasQueryItem(u"get"_s)) {
            if (wanted.contains(metric.id))
                json.object().field(u"id", metric.id).field(u"value", QString::fromUtf8(metric.value)).end();
        } else {
            json.object().field(u"id", metric.id).end();
        }
    }
    json.end();
    return json;
}

Json aggregated(const std::vector<Metrics>& all, const QUrlQuery& query, const Version& version)
{
    std::vector<QString> order;
    std::map<QString, std::vector<double>> values;
    const QStringList wanted = wantedIds(query);
    const bool isAsked = query.hasQueryItem(u"get"_s);
    for (const Metrics& metrics : all) {
        for (const Metric& metric : metrics) {
            if (isAsked && !wanted.contains(metric.id))
                continue;
            bool isNumber = false;
            const double number = metric.value.toDouble(&isNumber);
            if (isAsked && !isNumber)
                continue;
            if (values[metric.id].empty())
                order.push_back(metric.id);
            values[metric.id].push_back(number);
        }
    }
    Json json;
    json.array();
    for (const QString& id : order) {
        json.object().field(u"id", id);
        for (const QString& kind : isAsked ? aggregations(query, version) : QStringList())
            json.field(kind, aggregate(values[id], kind));
        json.end();
    }
    json.end();
    return json;
}

Reply Rest::jobMetrics(const Call& call)
{
    const Job* job = m_manager.job(jobIdOf(call));
    if (!job || !m_manager.hasMetrics(job->id()))
        return reply(listed({}, {}));
    return reply(listed(jobMetricsOf(*job, m_now, m_version), call.query));
}

Reply Rest::allJobMetrics(const Call& call)
{
    if (aggregations(call.query, m_version).isEmpty())
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve query parameter (agg) from value \"%1\"."_s.arg(
                call.query.queryItemValue(u"agg"_s)),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    std::vector<Metrics> all;
    const QString chosen = call.query.queryItemValue(u"jobs"_s, QUrl::FullyDecoded);
    for (const auto& job : m_manager.jobs()) {
        if ((chosen.isEmpty() || chosen.contains(job->id())) && m_manager.hasMetrics(job->id()))
            all.push_back(jobMetricsOf(*job, m_now, m_version));
    }
    return reply(aggregated(all, call.query, m_version));
}

Reply Rest::vertexMetrics(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    Metrics metrics;
    const int count = job.tasks().empty() ? 0 : int(job.tasks()[std::size_t(v)].size());
    for (int i = 0; i < count && m_manager.hasMetrics(job.id()); ++i) {
        for (Metric& metric : subtaskMetricsOf(job, v, i, m_now, m_version))
            metrics.push_back({QString::number(i) + u'.' + metric.id, std::move(metric.value)});
    }
    return reply(listed(metrics, call.query));
}

Reply Rest::subtasksMetrics(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    if (aggregations(call.query, m_version).isEmpty())
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve query parameter (agg) from value \"%1\"."_s.arg(
                call.query.queryItemValue(u"agg"_s)),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    const int count = job.tasks().empty() ? 0 : int(job.tasks()[std::size_t(v)].size());
    std::vector<Metrics> all;
    if (m_manager.hasMetrics(job.id())) {
        for (const int i : rangeOf(call.query.queryItemValue(u"subtasks"_s, QUrl::FullyDecoded), count))
            all.push_back(subtaskMetricsOf(job, v, i, m_now, m_version));
    }
    return reply(aggregated(all, call.query, m_version));
}

Reply Rest::subtaskMetrics(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const int i = subtaskOf(call, job, v);
    if (!m_manager.hasMetrics(job.id()))
        return reply(listed({}, {}));
    return reply(listed(subtaskMetricsOf(job, v, i, m_now, m_version), call.query));
}

Reply Rest::coordinatorMetrics(const Call& call)
{
    const Job& job = jobOf(call, {});
    const int v = vertexOf(call, job);
    const Vertex& vertex = job.spec().vertices[std::size_t(v)];
    Metrics metrics;
    if (vertex.isSource()) {
        QString name = vertex.name();
        name.replace(u": "_s, u"__"_s).replace(u' ', u'_');
        metrics.push_back({name + u".coordinator.enumerator.unassignedSplits"_s, "0"});
    }
    return reply(listed(metrics, call.query));
}

Reply Rest::workerMetrics(const Call& call)
{
    const Worker* found = m_manager.worker(call.argument(0));
    if (!found || !m_manager.hasMetrics(found->id))
        return reply(listed({}, {}));
    return reply(listed(workerMetricsOf(m_manager, *found), call.query));
}

Reply Rest::allWorkerMetrics(const Call& call)
{
    if (aggregations(call.query, m_version).isEmpty())
        refuse(
            400,
            u"Bad request, could not parse parameters: Cannot resolve query parameter (agg) from value \"%1\"."_s.arg(
                call.query.queryItemValue(u"agg"_s)),
            u"org.apache.flink.runtime.rest.handler.AbstractHandler.respondAsLeader(AbstractHandler.java:188)"_s);
    const QStringList chosen =
        call.query.queryItemValue(u"taskmanagers"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    std::vector<Metrics> all;
    for (const Worker& worker : m_manager.workers()) {
        if ((chosen.isEmpty() || chosen.contains(worker.id)) && m_manager.hasMetrics(worker.id))
            all.push_back(workerMetricsOf(m_manager, worker));
    }
    return reply(aggregated(all, call.query, m_version));
}

Reply Rest::managerMetrics(const Call& call)
{
    if (!m_manager.hasMetrics(u"jobmanager"_s))
        return reply(listed({}, {}));
    return reply(listed(managerMetricsOf(m_manager), call.query));
}

} // namespace sim::flink
