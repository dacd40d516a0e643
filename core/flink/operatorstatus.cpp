#include "core/flink/operatorstatus.h"

namespace flink {

using json::Value;
using simdjson::ondemand::json_type;

namespace {

/// additionalMetadata.reason
QString reasonOf(Value metadata)
{
    QString reason;
    json::eachField(metadata, [&](std::string_view key, Value value) {
        if (key == "reason")
            reason = json::sharedText(value);
    });
    return reason;
}

void readCause(Value cause, OperatorError& error)
{
    json::eachField(cause, [&](std::string_view key, Value value) {
        if (key == "message")
            error.causes += json::text(value);
        else if (key == "additionalMetadata" && error.reason.isEmpty())
            error.reason = reasonOf(value);
    });
}

void readError(std::string_view key, Value value, OperatorError& error)
{
    if (key == "type")
        error.type = json::sharedText(value);
    else if (key == "message")
        error.message = json::text(value);
    else if (key == "additionalMetadata") {
        if (const QString reason = reasonOf(value); !reason.isEmpty())
            error.reason = reason;
    } else if (key == "throwableList") {
        json::eachElement(value, [&](Value cause) { readCause(cause, error); });
    }
}

/// The upgradeMode of a recorded spec: {"spec": {"job": …}}, and in very old operators the bare spec.
QString upgradeModeOf(std::string_view recordedSpec)
{
    QString mode;
    json::withNested(recordedSpec, [&](simdjson::ondemand::object root) {
        Value job, value;
        if (root["spec"]["job"].get(job) != simdjson::SUCCESS) {
            bool isEmpty = false;
            json::check(root.reset().get(isEmpty));
            json::check(root["job"].get(job));
        }
        json::check(job["upgradeMode"].get(value));
        mode = json::sharedText(value);
    });
    return mode;
}

/// Of the resource when it was recorded: {"resource_metadata": {"metadata": {"generation": …}}}; nothing since 1.8.
std::optional<qint64> generationOf(std::string_view recordedSpec)
{
    std::optional<qint64> generation;
    json::withNested(recordedSpec, [&](simdjson::ondemand::object root) {
        Value value;
        if (root["resource_metadata"]["metadata"]["generation"].get(value) == simdjson::SUCCESS)
            generation = json::integer(value);
    });
    return generation;
}

} // namespace

JobSpec decodeJobSpec(Value object)
{
    JobSpec job;
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "jarURI")
            job.jarUri = json::sharedText(value);
        else if (key == "entryClass")
            job.entryClass = json::sharedText(value);
        else if (key == "state")
            job.state = json::sharedText(value);
        else if (key == "upgradeMode")
            job.upgradeMode = json::sharedText(value);
        else if (key == "initialSavepointPath")
            job.initialSavepointPath = json::text(value);
        else if (key == "parallelism")
            job.parallelism = json::number(value);
    });
    return job;
}

std::optional<OperatorError> decodeOperatorError(Value value)
{
    OperatorError error;
    if (json::raw(value).starts_with('{')) {
        json::eachField(value, [&](std::string_view key, Value entry) { readError(key, entry, error); });
        return error;
    }
    const QString written = json::text(value);
    if (written.isEmpty())
        return {};
    const QByteArray utf8 = written.toUtf8();
    const bool structured =
        json::decodeNested({utf8.constData(), size_t(utf8.size())},
                           [&](std::string_view key, Value entry) { readError(key, entry, error); });
    if (!structured || error == OperatorError())
        error = {{}, written, {}, {}};
    return error;
}

void OperatorStatusDecoder::read(std::string_view key, Value value)
{
    if (key == "jobStatus")
        readJob(value);
    else if (key == "lifecycleState")
        m_status.lifecycleState = json::sharedText(value);
    else if (key == "error")
        m_status.error = decodeOperatorError(value);
    else if (key == "observedGeneration" && json::raw(value) != "null")
        m_status.observedGeneration = json::integer(value);
    else if (key == "reconciliationStatus")
        readReconciliation(value);
}

void OperatorStatusDecoder::readJob(Value object)
{
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "jobName")
            m_status.jobName = json::sharedText(value);
        else if (key == "jobId")
            m_status.jobId = json::text(value);
        else if (key == "state")
            m_status.jobState = json::sharedText(value);
        else if (key == "startTime")
            m_status.startTime = json::time(value);
        else if (key == "updateTime")
            m_status.updateTime = json::time(value);
        else if (key == "upgradeSavepointPath")
            m_status.upgradeSavepointPath = json::sharedText(value);
        else if (key == "savepointInfo")
            readSavepoints(value);
    });
}

void OperatorStatusDecoder::readSavepoints(Value info)
{
    json::eachField(info, [&](std::string_view key, Value last) {
        if (key != "lastSavepoint")
            return;
        json::eachField(last, [&](std::string_view name, Value value) {
            if (name == "location")
                m_status.lastSavepointPath = json::text(value);
            else if (name == "timeStamp")
                m_status.lastSavepointAt = json::time(value);
        });
    });
}

void OperatorStatusDecoder::readReconciliation(Value object)
{
    std::string_view reconciled, stable;
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "lastReconciledSpec") {
            reconciled = json::raw(value);
            m_status.usedUpgradeMode = upgradeModeOf(json::view(value));
            // Before 1.8 the record alone tells what was observed.
            if (!m_status.observedGeneration)
                m_status.observedGeneration = generationOf(json::view(value));
        } else if (key == "lastStableSpec") {
            stable = json::raw(value);
        } else if (key == "reconciliationTimestamp") {
            m_status.reconciledAt = json::time(value);
        } else if (key == "state") {
            m_status.reconciliationState = json::sharedText(value);
        }
    });
    m_status.lastReconciledIsStable = reconciled.size() > 2 && reconciled.front() == '"' && reconciled == stable;
}

} // namespace flink
