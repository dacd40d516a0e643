#pragma once

#include <QString>

namespace plans {

/// Why a job, or its JobManager, did not start, as an exception of Flink tells.
struct StartFailure
{
    enum class Kind {
        Other,
        Missing,      ///< the snapshot, or a file of it, is not there
        Unreadable,   ///< it is there, and is none
        Incompatible, ///< it belongs to another job graph, parallelism or state backend
        NotPermitted, ///< the storage does not let it be read
    };

    Kind kind = Kind::Other;
    QString cause; ///< the innermost one, a line, safe to show; empty: none is told

    /// Whether another snapshot may help.
    bool isOfSnapshot() const { return kind != Kind::Other; }
    friend bool operator==(const StartFailure&, const StartFailure&) = default;
};

/// Of a log, or of a stack trace: what was thrown last. By the messages of Flink's Checkpoints,
/// AbstractFsCheckpointStorageAccess, StateAssignmentOperation and BackendRestorerProcedure, and of the file systems
/// below them. What was thrown while a snapshot was being made is Other.
StartFailure startFailureOf(const QString& text);

QString startFailureWord(StartFailure::Kind kind); ///< as journals have it: "missing", …; empty: Other
QString startFailureText(StartFailure::Kind kind); ///< translated, a sentence; empty: Other

} // namespace plans
