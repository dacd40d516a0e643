#include "core/sim/operator/health.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

const QString recordKey = u"cluster-health-info"_s;
const QString prefix = u"kubernetes.operator.cluster.health-check."_s;

std::chrono::milliseconds checkpointWindow(const Configuration& observed)
{
    const auto interval = duration(observed, u"execution.checkpointing.interval"_s, 0ms);
    const auto timeout = duration(observed, u"execution.checkpointing.timeout"_s, 10min);
    const int tolerable = number(observed, u"execution.checkpointing.tolerable-failed-checkpoints"_s, 0);
    const auto least = std::max(interval, timeout) * (tolerable + 2);
    return std::max(least, duration(observed, prefix + "checkpoint-progress.window"_L1, 0ms));
}

} // namespace

HealthRecord healthRecord(const QJsonObject& clusterInfo)
{
    const QJsonObject json = QJsonDocument::fromJson(clusterInfo[recordKey].toString().toUtf8()).object();
    return {json[u"timeStamp"].toInteger(),
            json[u"numRestarts"].toInt(),
            json[u"numRestartsEvaluationTimeStamp"].toInteger(),
            json[u"numCompletedCheckpoints"].toInteger(),
            json[u"numCompletedCheckpointsIncreasedTimeStamp"].toInteger(),
            json[u"healthy"].toBool(true)};
}

void keepHealth(QJsonObject& clusterInfo, const HealthRecord& record)
{
    const QJsonObject json{{u"timeStamp"_s, record.timestamp},
                           {u"numRestarts"_s, record.restarts},
                           {u"numRestartsEvaluationTimeStamp"_s, record.restartsTimestamp},
                           {u"numCompletedCheckpoints"_s, record.checkpoints},
                           {u"numCompletedCheckpointsIncreasedTimeStamp"_s, record.checkpointsTimestamp},
                           {u"healthy"_s, record.healthy}};
    clusterInfo[recordKey] = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void forgetHealth(QJsonObject& clusterInfo)
{
    clusterInfo.remove(recordKey);
}

HealthRecord judged(HealthRecord before, const Configuration& observed, qint64 now, int restarts, qint64 checkpoints)
{
    if (before.timestamp == 0 || restarts < before.restarts)
        return {now, restarts, now, checkpoints, now, true};
    HealthRecord record = before;
    record.timestamp = now;
    record.healthy = true;
    const auto window = duration(observed, prefix + "restarts.window"_L1, 2min).count();
    const int threshold = number(observed, prefix + "restarts.threshold"_L1, 64);
    if (restarts - before.restarts > threshold && now - before.restartsTimestamp <= window)
        record.healthy = false;
    if (now - before.restartsTimestamp > window) {
        record.restarts = restarts;
        record.restartsTimestamp = now;
    }
    if (checkpoints != before.checkpoints) {
        record.checkpoints = checkpoints;
        record.checkpointsTimestamp = now;
    } else if (flag(observed, prefix + "checkpoint-progress.enabled"_L1, true) &&
               durationFrom(valueOf(observed, u"execution.checkpointing.interval"_s)).value_or(0ms) > 0ms &&
               now - before.checkpointsTimestamp > checkpointWindow(observed).count()) {
        record.healthy = false;
    }
    return record;
}

} // namespace sim::op
