#pragma once

#include "core/flink/rest.h"

namespace flink {

/// Failures of a job that are the same but for numbers, ids, addresses and names of lambdas: of the same exceptions
/// (wrappers of Flink aside) at the same calls of the user's program, or, where none of its calls is in the trace, with
/// the same message.
struct FailureGroup
{
    QString fingerprint; ///< stable between runs and versions of the program; 12 hexadecimal digits
    int count = 0;
    QDateTime firstSeen, lastSeen;
    QList<QDateTime> times;    ///< one for each that was counted, ascending; those without a time are left out
    QString rootCause;         ///< class of the innermost "Caused by"
    QString message;           ///< its message
    QString task, taskManager; ///< of the newest one; taskManager: its id, else the endpoint
    QString endpoint;          ///< of the newest one: "10.244.0.40:40611"
    QString stackTrace;        ///< of the newest one
    QString knownCause;        ///< id of a card of knownCauses() for that trace; empty: none explains it
};

/// Groups what Flink remembers, the most recent group first.
QList<FailureGroup> groupFailures(const ExceptionHistory& history);

} // namespace flink
