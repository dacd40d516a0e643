#pragma once

#include "core/sim/flink/configuration.h"
#include "core/sim/flink/storage.h"
#include "core/sim/world/objects.h"

namespace sim::flink {

/// What a JobManager writes down for the next one, as Flink's Kubernetes high availability: ConfigMaps with pointers.
/// Without high-availability.type: kubernetes it keeps nothing.
class HighAvailability
{
public:
    HighAvailability(Objects& objects, QString ns, QString cluster, const Configuration& configuration);

    bool isOn() const { return m_isOn; }

    /// A checkpoint to go on from.
    struct Checkpoint
    {
        qint64 id = 0;
        QString path;
    };

    /// A job that is to be recovered: in a session cluster with the jar it came from.
    struct Recoverable
    {
        QString id;
        QString program = {};
        int parallelism = 0;
        QString path = {}; ///< of the snapshot it was submitted with; empty: none, or as noted before
    };

    /// Notes who leads, by its address and the id of its leadership, and that this job is to be recovered.
    void noteLeader(const QString& ip, const QString& session);
    /// The leader goes of its own will.
    void forgetLeader();
    void noteJob(const Recoverable& job);
    void noteCheckpoints(const QString& jobId, const std::vector<Checkpoint>& kept, qint64 nextId);
    /// The job has ended: nothing is left to recover.
    void forgetJob(const QString& jobId);

    /// The jobs that an earlier JobManager left.
    std::vector<Recoverable> jobs() const;
    std::optional<Checkpoint> latest(const QString& jobId) const;
    /// The last checkpoint id that was given out.
    qint64 counter(const QString& jobId) const;

private:
    QString clusterMap() const { return m_cluster + QStringLiteral("-cluster-config-map"); }
    QString jobMap(const QString& jobId) const { return m_cluster + u'-' + jobId + QStringLiteral("-config-map"); }
    void edit(const QString& map, const std::function<void(QJsonObject& data)>& change);
    QJsonObject data(const QString& map) const;

    Objects& m_objects;
    QString m_namespace;
    QString m_cluster;
    QString m_folder; ///< URI
    QString m_leader; ///< the id of the leadership and the beginning of its components' addresses
    bool m_isOn = false;
};

} // namespace sim::flink
