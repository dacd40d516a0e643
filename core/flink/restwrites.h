#pragma once

#include "core/flink/rest.h"

#include <QByteArray>
#include <QJsonObject>

#include <chrono>

namespace flink {

/// A request that changes something at a Flink cluster, as it goes over the wire. Ids in it must be Flink's own
/// (see http::isSafeSegment).
struct RestWrite
{
    QByteArray method;
    QString path; ///< behind the prefix, with its query
    QJsonObject body;
    std::chrono::milliseconds patience{60'000}; ///< for its answer, as a whole
};

/// So long the program of a jar may take to build its job: that is its patience.
inline constexpr std::chrono::minutes longestJarRun{5};

enum class SavepointFormat { Default, Canonical, Native };

/// A savepoint of one job. The server begins nothing new when it knows the trigger id already.
struct SavepointOrder
{
    QString job;
    QString trigger;   ///< 32 hexadecimal digits
    QString directory; ///< empty: the configured one
    SavepointFormat format = SavepointFormat::Default;
};

/// What a jar is run with.
struct JarRun
{
    QString jar; ///< its id
    QString job; ///< the id that the job is to have: a second one of that id is refused
    QString savepoint, entryClass;
    QStringList arguments;
    int parallelism = 0; ///< 0: as the program or the cluster says
    bool allowsNonRestoredState = false;
};

RestWrite savepointWrite(const SavepointOrder& order);
/// `drains`: sources say that no more will come; the job is never to be resumed from this savepoint.
RestWrite stopWrite(const SavepointOrder& order, bool drains);
RestWrite checkpointWrite(const QString& job, const QString& trigger);
RestWrite cancelWrite(const QString& job);
RestWrite requirementsWrite(const QString& job, const ResourceRequirements& requirements);
RestWrite jarRunWrite(const JarRun& run);

/// As Flink makes them for jobs and triggers: 32 hexadecimal digits at random.
QString newFlinkId();

} // namespace flink
