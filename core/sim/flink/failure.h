#pragma once

#include "core/sim/world/clock.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sim::flink {

/// An exception of the cluster, with its causes, as Java prints it.
struct JavaException
{
    QString text;                     ///< "java.lang.IllegalStateException: told to fail"
    QStringList frames;               ///< "org.apache.flink.runtime.taskmanager.Task.run(Task.java:575)"
    std::vector<JavaException> cause; ///< none or one

    QString className() const { return text.section(u':', 0, 0); }
    /// With all causes, lines as printStackTrace() writes them.
    QString stackTrace() const;
    const JavaException& root() const { return cause.empty() ? *this : cause.front().root(); }
};

JavaException exception(const QString& text, const QStringList& frames = {});
/// `outer`, caused by `inner`.
JavaException wrapped(const QString& text, const JavaException& inner, const QStringList& frames = {});

/// One failure of a job, as REST keeps it.
struct Failure
{
    JavaException what;
    Instant at;
    QString task;     ///< "count (1/2) - execution #0"; empty: the whole job
    QString endpoint; ///< host:port
    QString taskManager;
    std::vector<Failure> concurrent;
};

/// What Flink says in the cases that a practice cluster can meet.
namespace say {

/// `statuses`: what stands between the brackets, for instance "flink-main-container(exitCode=137, reason=OOMKilled,
/// message=null)".
JavaException podTerminated(const QString& statuses);
/// An exception in the code of a user's function, with the frames of a task below it.
JavaException inUserCode(const QString& text, const QStringList& userFrames);
JavaException heapSpace();
JavaException metaspace();
JavaException checkpointsFailedTooOften(const QString& latest);
JavaException recoverySuppressed(const QString& strategy, const JavaException& cause);
JavaException couldNotStart(const QString& cause);
JavaException couldNotRestore(const QString& operatorName, const QString& cause);
JavaException noResources(const QString& why);
JavaException checkpointException(const QString& reason);

} // namespace say

} // namespace sim::flink
