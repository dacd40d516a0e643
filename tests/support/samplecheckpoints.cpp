#include "tests/support/sampleflink.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr int historyLength = 10;

double milliseconds(const QDateTime& time)
{
    return double(time.toMSecsSinceEpoch());
}

/// {min, max, avg, p50 …} of one field of the completed checkpoints.
QJsonObject statistics(const QJsonArray& history, const QString& field)
{
    std::vector<double> values;
    for (const QJsonValue& entry : history)
        if (entry[u"status"] == u"COMPLETED"_s)
            values.push_back(entry[field].toDouble());
    std::ranges::sort(values);
    const auto at = [&](double part) -> QJsonValue {
        return values.empty() ? QJsonValue(u"NaN"_s) : QJsonValue(values[size_t(part * double(values.size() - 1))]);
    };
    double sum = 0;
    for (const double value : values)
        sum += value;
    const bool none = values.empty();
    return {{u"min"_s, none ? 0 : values.front()},
            {u"max"_s, none ? 0 : values.back()},
            {u"avg"_s, none ? 0 : double(qint64(sum / double(values.size())))},
            {u"p50"_s, at(0.5)},
            {u"p90"_s, at(0.9)},
            {u"p95"_s, at(0.95)},
            {u"p99"_s, at(0.99)},
            {u"p999"_s, at(0.999)}};
}

} // namespace

QDateTime SampleFlink::triggeredAt(qint64 number) const
{
    const qint64 interval = m_deployment.checkpointSeconds * 1000LL;
    qint64 before = sampleNumber(m_deployment.name) % interval;
    if (m_deployment.plight == Plight::RestartLoop)
        before = 852'000;
    else if (m_deployment.plight == Plight::FailingCheckpoints)
        before = 2'465'000;
    else if (m_deployment.plight == Plight::Restarted)
        before = 190'000;
    return m_started.addMSecs((number - m_deployment.checkpoint) * interval - before);
}

qint64 SampleFlink::newestCheckpoint() const
{
    if (m_deployment.plight == Plight::RestartLoop || m_deployment.plight == Plight::Starting)
        return m_deployment.checkpoint;
    if (m_deployment.plight == Plight::Restarted && triggeredAt(m_deployment.checkpoint).secsTo(m_now) < 240)
        return m_deployment.checkpoint;
    const qint64 passed = triggeredAt(m_deployment.checkpoint).msecsTo(m_now);
    return m_deployment.checkpoint + qMax<qint64>(0, passed / (m_deployment.checkpointSeconds * 1000LL));
}

qint64 SampleFlink::durationOf(qint64 number) const
{
    if (fails(number))
        return m_deployment.checkpointSeconds * 900LL;
    const auto usual = qint64(350 + m_deployment.stateGiB * 55);
    const qint64 slower = m_deployment.plight == Plight::Backpressured ? 14'000 : 0;
    return slower + usual + qint64(sampleNumber(m_deployment.name + QString::number(number)) % quint32(usual / 2));
}

bool SampleFlink::fails(qint64 number) const
{
    return m_deployment.plight == Plight::FailingCheckpoints && number > m_deployment.checkpoint;
}

QJsonObject SampleFlink::checkpoint(const Job& job, qint64 number) const
{
    QJsonObject c = recorded(u"job-checkpoints"_s)[u"history"][0].toObject();
    const QDateTime triggered = triggeredAt(number);
    const qint64 duration = durationOf(number);
    const bool isDone = triggered.msecsTo(m_now) >= duration;
    const auto full = qint64(m_deployment.stateGiB * (1 << 30) *
                             (0.98 + double(sampleNumber(job.id + QString::number(number)) % 400) / 1e4));
    const int subtasks = int(sampleVertices(job.name, job.parallelism).size()) * job.parallelism;
    c[u"id"_s] = double(number);
    c[u"status"_s] = !isDone ? u"IN_PROGRESS"_s : fails(number) ? u"FAILED"_s : u"COMPLETED"_s;
    c[u"className"_s] = c[u"status"].toString().toLower();
    c[u"trigger_timestamp"_s] = milliseconds(triggered);
    c[u"latest_ack_timestamp"_s] = isDone ? milliseconds(triggered.addMSecs(duration)) : -1.0;
    c[u"end_to_end_duration"_s] = double(isDone ? duration : triggered.msecsTo(m_now));
    c[u"state_size"_s] = isDone ? double(full) : 0.0;
    c[u"checkpointed_size"_s] = isDone ? double(full / 37) : 0.0;
    c[u"processed_data"_s] = double(sampleNumber(QString::number(number)) % 900'000);
    c[u"num_subtasks"_s] = subtasks;
    c[u"num_acknowledged_subtasks"_s] = isDone && !fails(number) ? subtasks : subtasks * 2 / 3;
    c[u"external_path"_s] =
        u"s3://streaming-state/%1/%2/checkpoints/%3/chk-%4"_s.arg(m_deployment.nameSpace, m_deployment.name, job.id)
            .arg(number);
    c[u"discarded"_s] = number < newestCheckpoint() - 1 && !(number == m_deployment.checkpoint && fails(number + 1));
    if (c[u"status"] != u"COMPLETED"_s) {
        c.remove(u"external_path"_s);
        c.remove(u"discarded"_s);
    }
    if (c[u"status"] == u"FAILED"_s) {
        c[u"failure_timestamp"_s] = milliseconds(triggered.addMSecs(duration));
        c[u"failure_message"_s] = u"Checkpoint expired before completing."_s;
    }
    return c;
}

QJsonObject SampleFlink::checkpoints(const Job& job) const
{
    QJsonArray history;
    const qint64 newest = newestCheckpoint();
    for (qint64 number = newest; number > qMax<qint64>(0, newest - historyLength); --number)
        history += checkpoint(job, number);
    QJsonObject latest{{u"completed"_s, QJsonValue()},
                       {u"savepoint"_s, QJsonValue()},
                       {u"failed"_s, QJsonValue()},
                       {u"restored"_s, QJsonValue()}};
    qint64 running = 0;
    for (const QJsonValue& entry : history) {
        const QString status = entry[u"status"].toString();
        running += status == u"IN_PROGRESS" ? 1 : 0;
        if (const QString key = status.toLower(); latest.contains(key) && latest[key].isNull())
            latest[key] = entry;
    }
    if (latest[u"completed"].isNull() && newest > 0 && fails(newest))
        latest[u"completed"_s] = checkpoint(job, m_deployment.checkpoint);
    const qint64 failed = fails(newest) ? newest - m_deployment.checkpoint - running : 0;
    QJsonObject summary;
    for (const QString& field : {u"checkpointed_size"_s, u"state_size"_s, u"end_to_end_duration"_s,
                                 u"alignment_buffered"_s, u"processed_data"_s, u"persisted_data"_s})
        summary[field] = statistics(history, field);
    return {{u"counts"_s, QJsonObject{{u"restored"_s, 0},
                                      {u"total"_s, double(newest)},
                                      {u"in_progress"_s, double(running)},
                                      {u"completed"_s, double(newest - running - failed)},
                                      {u"failed"_s, double(failed)}}},
            {u"summary"_s, summary},
            {u"latest"_s, latest},
            {u"history"_s, history}};
}

QJsonObject SampleFlink::checkpointDetail(const Job& job, qint64 number) const
{
    QJsonObject detail = checkpoint(job, number);
    const QStringList vertices = sampleVertices(job.name, job.parallelism);
    QJsonObject tasks;
    for (int i = 0; i < vertices.size(); ++i) {
        // The keyed vertex in the middle holds the state.
        const double share = i == vertices.size() / 2 ? 0.96 : 0.01;
        QJsonObject task;
        for (const QString& field : {u"id"_s, u"status"_s, u"latest_ack_timestamp"_s, u"end_to_end_duration"_s})
            task[field] = detail[field];
        task[u"state_size"_s] = double(qint64(detail[u"state_size"].toDouble() * share));
        task[u"checkpointed_size"_s] = double(qint64(detail[u"checkpointed_size"].toDouble() * share));
        task[u"num_subtasks"_s] = job.parallelism;
        task[u"num_acknowledged_subtasks"_s] = fails(number) && share > 0.5 ? job.parallelism / 3 : job.parallelism;
        tasks[sampleHex(job.id + vertices[i])] = task;
    }
    detail[u"tasks"_s] = tasks;
    return detail;
}

QJsonObject SampleFlink::checkpointSubtasks(const Job& job, qint64 number, int vertex) const
{
    const QString id = sampleHex(job.id + sampleVertices(job.name, job.parallelism)[vertex]);
    QJsonObject object = checkpointDetail(job, number)[u"tasks"][id].toObject();
    QJsonArray subtasks;
    for (int i = 0; i < job.parallelism; ++i) {
        if (i >= object[u"num_acknowledged_subtasks"].toInt()) {
            subtasks += QJsonObject{{u"index"_s, i}, {u"status"_s, u"pending_or_failed"_s}};
            continue;
        }
        const auto took = qint64(sampleNumber(id + QString::number(i)) % quint32(durationOf(number)));
        subtasks +=
            QJsonObject{{u"index"_s, i},
                        {u"status"_s, u"completed"_s},
                        {u"ack_timestamp"_s, milliseconds(triggeredAt(number).addMSecs(took))},
                        {u"end_to_end_duration"_s, double(took)},
                        {u"state_size"_s, object[u"state_size"].toDouble() / job.parallelism},
                        {u"checkpointed_size"_s, object[u"checkpointed_size"].toDouble() / job.parallelism},
                        {u"checkpoint"_s, QJsonObject{{u"sync"_s, double(took / 20)}, {u"async"_s, double(took / 2)}}},
                        {u"alignment"_s, QJsonObject{{u"duration"_s, double(took / 10)}}},
                        {u"start_delay"_s, double(took / 3)},
                        {u"unaligned_checkpoint"_s, false},
                        {u"aborted"_s, false}};
    }
    object[u"subtasks"_s] = subtasks;
    return object;
}

QJsonObject SampleFlink::checkpointConfig() const
{
    QJsonObject config = recorded(u"job-checkpoints-config"_s);
    config[u"interval"_s] = m_deployment.checkpointSeconds * 1000;
    config[u"timeout"_s] = m_deployment.checkpointSeconds * 900;
    config[u"state_backend"_s] = u"EmbeddedRocksDBStateBackend"_s;
    config[u"tolerable_failed_checkpoints"_s] = m_deployment.plight == Plight::FailingCheckpoints ? 100 : 2;
    return config;
}

} // namespace support
