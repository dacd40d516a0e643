#include "core/sim/operator/autoscaler.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

const QString prefix = u"job.autoscaler."_s;

/// The smallest divisor of the key groups that is at least that.
int aligned(int parallelism, int maxParallelism, int highest)
{
    for (int candidate = parallelism; candidate <= std::min(highest, maxParallelism / 2); ++candidate) {
        if (maxParallelism % candidate == 0)
            return candidate;
    }
    return std::min(parallelism, highest);
}

struct Averages
{
    double load = 0;
    double rate = 0;
    double lag = 0;
};

Averages averagesOf(const std::deque<MetricSample>& samples, std::size_t vertex)
{
    Averages sum;
    for (const MetricSample& sample : samples) {
        sum.load += sample.vertices[vertex].load;
        sum.rate += sample.vertices[vertex].recordsIn;
    }
    sum.load /= double(samples.size());
    sum.rate /= double(samples.size());
    sum.lag = samples.back().vertices[vertex].lag;
    return sum;
}

quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xffffffffu;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0u);
    }
    return ~crc;
}

void appendLittleEndian(QByteArray& into, quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        into.append(char((value >> shift) & 0xff));
}

QString moment(Instant at)
{
    return u'"' + microTimestamp(at) + u'"';
}

QString decimalText(double value)
{
    const QString text = QString::number(value, 'g', 8);
    return text.contains(u'.') || text.contains(u'e') ? text : text + ".0"_L1;
}

QString samplesText(const std::deque<MetricSample>& samples)
{
    QString text = u"---\n"_s;
    for (const MetricSample& sample : samples) {
        text += moment(sample.at) + ":\n  vertexMetrics:\n"_L1;
        for (const VertexSample& vertex : sample.vertices) {
            text += u"    %1:\n      NUM_RECORDS_IN: %2\n      LOAD: %3\n"_s.arg(
                vertex.id, decimalText(vertex.recordsIn), decimalText(vertex.load));
            if (vertex.isSource)
                text += u"      LAG: %1\n"_s.arg(decimalText(vertex.lag));
        }
        text += u"  globalMetrics:\n    NUM_TASK_SLOTS_USED: %1\n"_s.arg(decimalText(
            std::max_element(sample.vertices.begin(), sample.vertices.end(), [](const auto& a, const auto& b) {
                return a.parallelism < b.parallelism;
            })->parallelism));
    }
    return text;
}

QString historyText(const AutoscalerMemory& memory)
{
    std::map<QString, QString> byVertex;
    for (const auto& [at, steps] : memory.history) {
        for (const ScalingStep& step : steps) {
            QString& text = byVertex[step.vertex.id];
            text += u"  %1:\n    currentParallelism: %2\n    newParallelism: %3\n    metrics:\n"_s.arg(moment(at))
                        .arg(step.vertex.parallelism)
                        .arg(step.parallelism);
            const auto metric = [&text](const QString& name, const QString& current, const QString& average) {
                text += u"      %1:\n        current: %2\n        average: %3\n"_s.arg(name, current, average);
            };
            metric(u"PARALLELISM"_s, decimalText(step.vertex.parallelism), u"NaN"_s);
            metric(u"LOAD"_s, u"NaN"_s, decimalText(step.vertex.load));
            metric(u"EXPECTED_PROCESSING_RATE"_s, decimalText(step.expected), u"NaN"_s);
            metric(u"TRUE_PROCESSING_RATE"_s, u"NaN"_s, decimalText(step.capacity));
            metric(u"TARGET_DATA_RATE"_s, u"NaN"_s, decimalText(step.target));
            metric(u"RECOMMENDED_PARALLELISM"_s, decimalText(step.parallelism), u"NaN"_s);
            metric(u"MAX_PARALLELISM"_s, decimalText(step.vertex.maxParallelism), u"NaN"_s);
            metric(u"LAG"_s, decimalText(step.vertex.lag), u"NaN"_s);
        }
    }
    QString text = u"---\n"_s;
    for (const auto& [vertex, entries] : byVertex)
        text += vertex + ":\n"_L1 + entries;
    return text;
}

QString trackingText(const AutoscalerMemory& memory)
{
    QString text = u"---\nscalingRecords:\n"_s;
    for (const auto& [at, steps] : memory.history)
        text += u"  %1: {}\n"_s.arg(moment(at));
    return text;
}

} // namespace

std::vector<ScalingStep> decideScaling(const std::deque<MetricSample>& samples, const Configuration& conf,
                                       const std::optional<Instant>& lastScaling, Instant now)
{
    if (samples.empty())
        return {};
    const double wanted =
        decimal(conf, prefix + "utilization.target"_L1, decimal(conf, prefix + "target.utilization"_L1, 0.7));
    const double boundary = decimal(conf, prefix + "target.utilization.boundary"_L1, 0.3);
    const double highestUse = decimal(conf, prefix + "utilization.max"_L1, std::min(1.0, wanted + boundary));
    const double lowestUse = decimal(conf, prefix + "utilization.min"_L1, std::max(0.0, wanted - boundary));
    const double upFactor = decimal(conf, prefix + "scale-up.max-factor"_L1, 100'000);
    const double downFactor = decimal(conf, prefix + "scale-down.max-factor"_L1, 0.6);
    const int least = number(conf, prefix + "vertex.min-parallelism"_L1, 1);
    const int most = number(conf, prefix + "vertex.max-parallelism"_L1, 200);
    const double catchUp = double(duration(conf, prefix + "catch-up.duration"_L1, 30min).count()) / 1000;
    const QStringList excluded = valueOf(conf, prefix + "vertex.exclude.ids"_L1).split(u';', Qt::SkipEmptyParts);
    const bool mayShrink = !lastScaling || now - *lastScaling >= duration(conf, prefix + "scale-down.interval"_L1, 1h);

    std::vector<ScalingStep> steps;
    double sourceFactor = 1; // how much more the sources let through once they are scaled
    for (std::size_t i = 0; i < samples.back().vertices.size(); ++i) {
        const VertexSample& vertex = samples.back().vertices[i];
        const Averages average = averagesOf(samples, i);
        const double capacity = average.load > 0.001 ? average.rate / average.load : 0;
        if (capacity <= 0 || excluded.contains(vertex.id))
            continue;
        const double target = average.rate * (vertex.isSource ? 1 : sourceFactor) +
                              (vertex.isSource && catchUp > 0 ? average.lag / catchUp : 0);
        const double use = target / capacity;
        if (use <= highestUse + 1e-9 && use >= lowestUse - 1e-9 && !(use >= 0.999 && vertex.isSource))
            continue;
        const double factor = std::clamp(use / wanted, 1 - downFactor, 1 + upFactor);
        int parallelism = std::clamp(int(std::ceil(factor * vertex.parallelism - 1e-9)), least,
                                     std::min(most, vertex.maxParallelism));
        if (!vertex.isSource || parallelism > vertex.parallelism)
            parallelism = aligned(parallelism, vertex.maxParallelism, std::min(most, vertex.maxParallelism));
        if (parallelism == vertex.parallelism || (parallelism < vertex.parallelism && !mayShrink))
            continue;
        VertexSample shown = vertex;
        shown.load = average.load;
        steps.push_back({shown, parallelism, capacity,
                         capacity * std::min(factor, double(parallelism) / vertex.parallelism), target});
        if (vertex.isSource && parallelism > vertex.parallelism)
            sourceFactor = std::max(sourceFactor, use);
    }
    return steps;
}

QString overridesText(const MetricSample& sample, const std::vector<ScalingStep>& steps)
{
    QStringList parts;
    for (const VertexSample& vertex : sample.vertices) {
        int parallelism = vertex.parallelism;
        for (const ScalingStep& step : steps) {
            if (step.vertex.id == vertex.id)
                parallelism = step.parallelism;
        }
        parts.append(vertex.id + u':' + QString::number(parallelism));
    }
    return parts.join(u',');
}

QString scalingReport(const std::vector<ScalingStep>& steps)
{
    QString text = u"Scaling execution enabled, begin scaling vertices:"_s;
    for (const ScalingStep& step : steps)
        text += u"{ Vertex ID %1 | Parallelism %2 -> %3 | Processing capacity %4 -> %5 | Target data rate %6}"_s
                    .arg(step.vertex.id)
                    .arg(step.vertex.parallelism)
                    .arg(step.parallelism)
                    .arg(step.capacity, 0, 'f', 2)
                    .arg(step.expected, 0, 'f', 2)
                    .arg(step.target, 0, 'f', 2);
    return text;
}

QString memoryRecommendation(qint64 processBytes)
{
    constexpr double kept = 0.52; // what a small heap leaves of the process
    return u"Memory tuning recommends the following configuration (automatic tuning is disabled):\n"
           "taskmanager.memory.process.size: %1 bytes\ntaskmanager.memory.network.max: 1664 "
           "kb\ntaskmanager.memory.jvm-overhead.fraction: 0.41\n"
           "taskmanager.memory.network.min: 1664 kb\ntaskmanager.memory.framework.heap.size: 0 bytes\n"
           "taskmanager.memory.jvm-metaspace.size: 84286545 bytes\ntaskmanager.memory.managed.fraction: 0.0\n"
           "Remove the following config entries if present: [taskmanager.memory.flink.size, "
           "taskmanager.memory.managed.size, "
           "taskmanager.memory.task.heap.size, taskmanager.memory.size]"_s.arg(qint64(double(processBytes) * kept));
}

QJsonObject autoscalerData(const AutoscalerMemory& memory, const QString& overrides)
{
    QJsonObject content;
    if (!memory.samples.empty())
        content[u"collectedMetrics"_s] = compressed(samplesText(memory.samples));
    if (!overrides.isEmpty()) {
        content[u"parallelismOverrides"_s] = overrides;
        content[u"configOverrides"_s] = u"---\noverrides: {}\nremovals: []\n"_s;
    }
    if (!memory.history.empty()) {
        content[u"scalingHistory"_s] = compressed(historyText(memory));
        content[u"scalingTracking"_s] = compressed(trackingText(memory));
    }
    return content;
}

QString compressed(const QString& text)
{
    const QByteArray plain = text.toUtf8();
    // qCompress: four bytes of length, a zlib stream with two bytes before and four behind the deflated text.
    const QByteArray zlib = qCompress(plain);
    QByteArray gzip = QByteArray::fromHex("1f8b08000000000000ff") + zlib.mid(6, zlib.size() - 10);
    appendLittleEndian(gzip, crc32(plain));
    appendLittleEndian(gzip, quint32(plain.size()));
    return QString::fromLatin1(gzip.toBase64());
}

} // namespace sim::op
