#include "tests/support/sampleflink.h"
#include "tests/support/sampleobjects.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

// What the sample's Flink clusters say about single vertices: who is busy, who waits, and where subtasks are.
namespace support {

namespace {

constexpr double manyTimes = 6.8; ///< the records that a hot subtask gets

/// How one subtask spends its time.
struct Load
{
    double busy = 0, held = 0, records = 0;
};

/// Where records are held up, the vertex in the middle has a hot subtask: all before it waits.
Load loadOf(const SampleDeployment& deployment, int vertex, int vertices, int subtask, int parallelism)
{
    const bool isHeldUp = deployment.plight == Plight::Backpressured;
    const int middle = vertices / 2;
    const int hot = std::min(7, parallelism - 1);
    const double wobble = 0.04 * ((subtask * 7 + vertex * 3) % 5) - 0.08;
    const double own = vertex == middle ? 1 : 0.35;
    Load load{std::clamp(own * deployment.busyPercent / 100.0 + wobble, 0.01, 0.75), 0,
              380.0 * (100 - vertex * 7) / 100.0};
    if (!isHeldUp)
        return load;
    load.busy = vertex == middle ? 0.4 + wobble : vertex > middle ? 0.12 + wobble : 0.08;
    load.held = vertex < middle ? 0.84 + wobble : 0;
    if (vertex == middle && subtask == hot && parallelism > 1)
        return {1, 0, load.records * manyTimes};
    return load;
}

} // namespace

QJsonArray SampleFlink::vertexMetrics(const Job& job, int vertex, const QStringList& names) const
{
    const int count = int(sampleVertices(job.name, job.parallelism).size());
    const bool isLast = vertex == count - 1;
    QHash<QString, QList<double>> values;
    for (int i = 0; i < job.parallelism; ++i) {
        const Load load = loadOf(m_deployment, vertex, count, i, job.parallelism);
        values[u"busyTimeMsPerSecond"_s] += load.busy * 1000;
        values[u"backPressuredTimeMsPerSecond"_s] += load.held * 1000;
        values[u"idleTimeMsPerSecond"_s] += std::max(0.0, 1 - load.busy - load.held) * 1000;
        values[u"numRecordsInPerSecond"_s] += vertex == 0 ? 0 : load.records;
        values[u"numRecordsOutPerSecond"_s] += isLast ? 0 : load.records * 0.93;
        values[u"numBytesInPerSecond"_s] += vertex == 0 ? 0 : load.records * 240;
        values[u"numBytesOutPerSecond"_s] += isLast ? 0 : load.records * 220;
        values[u"currentInputWatermark"_s] +=
            vertex == 0 ? -9223372036854775808.0 : double(m_now.toMSecsSinceEpoch() - 48'000 - vertex * 900);
    }
    QJsonArray all;
    for (const QString& name : names) {
        const QList<double> found = values.value(name);
        if (found.isEmpty())
            continue;
        const double sum = std::accumulate(found.begin(), found.end(), 0.0);
        all += QJsonObject{{u"id"_s, name},
                           {u"min"_s, *std::ranges::min_element(found)},
                           {u"max"_s, *std::ranges::max_element(found)},
                           {u"avg"_s, sum / double(found.size())},
                           {u"sum"_s, sum}};
    }
    return all;
}

QJsonObject SampleFlink::subtasks(const Job& job, int vertex) const
{
    const int count = int(sampleVertices(job.name, job.parallelism).size());
    QJsonArray all;
    for (int i = 0; i < job.parallelism; ++i) {
        const double records = loadOf(m_deployment, vertex, count, i, job.parallelism).records * 86'400;
        const int manager = 1 + i % std::max(1, m_deployment.taskManagers());
        all += QJsonObject{{u"subtask"_s, i},
                           {u"status"_s, jobState()},
                           {u"endpoint"_s, u"10.244.1.%1:6122"_s.arg(manager)},
                           {u"taskmanager-id"_s, sampleTaskManagerPod(m_deployment, manager)},
                           {u"metrics"_s, QJsonObject{{u"read-records"_s, vertex == 0 ? 0.0 : records},
                                                      {u"write-records"_s, records}}}};
    }
    return {{u"subtasks"_s, all}};
}

QJsonObject SampleFlink::backpressure(const Job& job, int vertex) const
{
    const int count = int(sampleVertices(job.name, job.parallelism).size());
    QJsonArray all;
    for (int i = 0; i < job.parallelism; ++i) {
        const Load load = loadOf(m_deployment, vertex, count, i, job.parallelism);
        all += QJsonObject{{u"subtask"_s, i},
                           {u"busyRatio"_s, load.busy},
                           {u"ratio"_s, load.held},
                           {u"idleRatio"_s, std::max(0.0, 1 - load.busy - load.held)}};
    }
    return {{u"status"_s, u"ok"_s}, {u"subtasks"_s, all}};
}

} // namespace support
