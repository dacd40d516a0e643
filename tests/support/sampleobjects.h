#pragma once

#include "tests/support/samplefleet.h"

#include <QJsonObject>

namespace support {

/// The objects of Kubernetes that belong to a fleet, made from recorded ones, with times relative to `now`.
class SampleObjects
{
public:
    explicit SampleObjects(const QDateTime& now)
        : m_now(now)
    {
    }

    QJsonObject deployment(const SampleDeployment& deployment) const;
    QJsonObject sessionJob(const SampleSessionJob& job) const;
    QList<QJsonObject> snapshots(const SampleDeployment& deployment) const;
    QList<QJsonObject> pods(const SampleDeployment& deployment) const;
    QList<QJsonObject> events(const SampleDeployment& deployment) const;
    /// What a cluster has beside the fleet: namespaces, the operator, its CRDs.
    QList<QJsonObject> surroundings(const SampleFleet& fleet) const;

private:
    QJsonObject metadata(const SampleDeployment& deployment, int generation) const;
    QJsonObject deploymentSpec(const SampleDeployment& deployment) const;
    QJsonObject deploymentStatus(const SampleDeployment& deployment, const QJsonObject& spec, int generation) const;
    QJsonObject pod(const SampleDeployment& deployment, const QString& component, const QString& name, int index) const;
    QJsonObject event(const SampleDeployment& deployment, const QString& kind, const QString& object, int minutesAgo,
                      const QString& type, const QString& reason, const QString& message, int count = 1) const;
    QString time(qint64 secondsAgo) const;

    QDateTime m_now;
};

/// Names of the pods of a deployment, in the forms that Kubernetes and Flink give them.
QString sampleJobManagerPod(const SampleDeployment& deployment);
QString sampleTaskManagerPod(const SampleDeployment& deployment, int index);

} // namespace support
