#pragma once

#include "core/flink/failuregroups.h"
#include "core/flink/pod.h"

#include <optional>

namespace flink {

/// A subtask as the exceptions of Flink write it: "count -> Sink: x (2/4) - execution #3".
struct SubtaskName
{
    QString task;               ///< "count -> Sink: x"; the whole text when it is written in no known way
    int subtask = 0, of = 0;    ///< from 1; 0: not told
    std::optional<int> attempt; ///< from 0
};
SubtaskName subtaskNameOf(const QString& text);

/// Where the newest failure of a group happened, as far as Kubernetes still knows.
struct FailurePlace
{
    SubtaskName subtask;
    QString pod;          ///< name of the TaskManager's pod; empty: it cannot be told
    bool isThere = false; ///< the pod exists now
    QString node;
    QString container;        ///< of Flink in that pod; empty: unknown
    bool hasPrevious = false; ///< that container was restarted, so that there is a log of its life before
    QString end;              ///< what the container or pod ended with: "OOMKilled", "Evicted"; empty: unknown
    int exitCode = 0;         ///< of the container; 0: none is known, or it ended well
    QString notice;           ///< newest warning among the events of the pod: "Evicted: The node was low on memory"
    QDateTime noticedAt;      ///< of that event
};

/// @param pods of the cluster
/// @param events of the namespace; those of other objects are passed over
FailurePlace placeOf(const FailureGroup& group, const QList<Pod>& pods, const QList<Event>& events);

} // namespace flink
