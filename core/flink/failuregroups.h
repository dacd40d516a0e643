#pragma once

#include "core/flink/rest.h"

namespace flink {

/// Failures of a job that are the same but for numbers, names of instances and addresses.
struct FailureGroup
{
    QString fingerprint; ///< stable between runs and versions of the program; 12 hexadecimal digits
    int count = 0;
    QDateTime firstSeen, lastSeen;
    QString rootCause;         ///< class of the innermost "Caused by"
    QString message;           ///< its message
    QString task, taskManager; ///< of the newest one
    QString stackTrace;        ///< of the newest one
};

/// Groups what Flink remembers, the most recent group first.
QList<FailureGroup> groupFailures(const ExceptionHistory& history);

} // namespace flink
