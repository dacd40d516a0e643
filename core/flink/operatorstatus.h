#pragma once

#include "core/flink/deployment.h"
#include "core/flink/jsonreader.h"

namespace flink {

/// `spec.job`. For .cpp files only.
JobSpec decodeJobSpec(json::Value value);

/// `status.error`: the operator writes JSON as text, plain text, or (never seen) an object.
std::optional<OperatorError> decodeOperatorError(json::Value value);

/// Reads the part of a `status` that deployments, session jobs and blue/green deployments share, field by field.
class OperatorStatusDecoder
{
public:
    explicit OperatorStatusDecoder(OperatorStatus& status)
        : m_status(status)
    {
    }

    void read(std::string_view key, json::Value value);

private:
    void readJob(json::Value value);
    void readSavepoints(json::Value value);
    void readReconciliation(json::Value value);

    OperatorStatus& m_status;
};

} // namespace flink
