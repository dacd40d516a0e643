#pragma once

#include "core/sim/world/services.h"

#include <QJsonObject>

namespace sim::op {

/// What came of a request to a JobManager.
struct RestAnswer
{
    enum class Kind {
        Answered, ///< status below 400
        Refused,  ///< an error status; `problem` has its text
        TimedOut, ///< nobody answered in time
    };

    Kind kind = Kind::TimedOut;
    int status = 0;
    QJsonObject body = {};
    QString problem = {};

    bool isOk() const { return kind == Kind::Answered; }
};

/// Which cluster is asked.
struct Cluster
{
    QString ns;
    QString name; ///< of the FlinkDeployment
};

/// The operator's REST client: asks through the service NAME-rest and tries a connection that fails again until the
/// time is over. Whoever asks stays valid for as long as it waits, or keeps a weak reference in `done`.
class Rest
{
public:
    using Done = std::function<void(const RestAnswer&)>;

    Rest(Clock& clock, const Services& services, Duration timeout);

    /// An answer that is a list stands under "list".
    void get(const Cluster& cluster, const QString& path, Done done);
    void send(const QByteArray& method, const Cluster& cluster, const QString& path, const QJsonObject& body,
              Done done);
    /// The upload of a session job's jar.
    void upload(const Cluster& cluster, const QString& fileName, Done done);
    /// One attempt without patience: whether anything listens on the JobManager's port.
    void probe(const Cluster& cluster, std::function<void(bool)> done);

private:
    struct Call;

    void attempt(const std::shared_ptr<Call>& call);
    void take(const std::shared_ptr<Call>& call, quint64 attempt, const Reply& reply);
    void finish(const std::shared_ptr<Call>& call, const RestAnswer& answer);
    void start(const Cluster& cluster, Request request, Done done);

    Clock& m_clock;
    const Services& m_services;
    Duration m_timeout;
};

} // namespace sim::op
