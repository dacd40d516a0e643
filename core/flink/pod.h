#pragma once

#include "core/flink/deployment.h"

namespace flink {

/// What a container last ended with, or waits for.
struct ContainerState
{
    QString name;
    bool ready = false;
    int restarts = 0;
    QString waitingReason; ///< CrashLoopBackOff, ImagePullBackOff …
    QString message;
    QString lastEndReason; ///< OOMKilled, Error, Completed
    int lastExitCode = 0;
    QDateTime lastEndAt, startedAt;

    friend bool operator==(const ContainerState&, const ContainerState&) = default;
};

/// A pod of a Flink cluster (labels app=NAME, component=jobmanager|taskmanager).
struct Pod
{
    Metadata metadata;
    QString component, phase, node, ip, image;
    QString reason;        ///< status.reason, e.g. Evicted
    QString unschedulable; ///< message of PodScheduled=False; empty: scheduled
    QList<ContainerState> containers;
    QDateTime startedAt;
    QByteArray document;

    bool isReady() const;
    int restarts() const;
    friend bool operator==(const Pod&, const Pod&) = default;
};
base::Result<Pod> decodePod(QByteArrayView json);
base::Result<Pod> decodePodDocument(QByteArrayView json);

/// A Kubernetes event (core/v1 or events.k8s.io/v1), read alike.
struct Event
{
    Metadata metadata;
    QString type, reason, message, component;
    QString objectKind, objectName, objectUid;
    QDateTime firstSeen, lastSeen;
    int count = 1;

    friend bool operator==(const Event&, const Event&) = default;
};
base::Result<Event> decodeEvent(QByteArrayView json);

} // namespace flink
