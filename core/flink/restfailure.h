#pragma once

#include "core/http/client.h"

#include <chrono>

namespace flink {

/// Why a request to Flink's REST came to nothing, told by who answered: the JobManager itself ({"errors": […]}), the
/// API server whose service proxy the request went through (a Status), or whatever stands in between and speaks neither
/// language.
class RestFailure
{
public:
    RestFailure(const http::Target& target, const QString& prefix)
        : m_target(target)
        , m_prefix(prefix)
    {
    }

    /// For a status that is no success.
    base::Error ofStatus(const http::Answer& answer) const;
    /// For a body of a success that is not Flink's.
    base::Error ofBody(const http::Answer& answer, base::Error decodeError) const;
    QString address() const;

private:
    base::Error ofFlink(const http::Answer& answer, const QStringList& texts) const;
    base::Error ofApiServer(const http::Answer& answer) const;

    const http::Target& m_target;
    const QString& m_prefix;
};

/// Flink was asked `patience` ago, and neither an answer nor a failure has come.
base::Error unanswered(std::chrono::milliseconds patience);

/// Whether Flink says that this job does not checkpoint, with a 404 that would else mean an unknown job.
bool saysCheckpointingIsOff(const http::Answer& answer);

} // namespace flink
