#pragma once

#include "core/snapshot/metadata.h"

#include <QList>
#include <QString>

#include <optional>

namespace snapshot {

/// One vertex of a job, as Flink's REST tells it: a chain of operators of which only the head's id is told, which is
/// the vertex's own.
struct JobVertex
{
    QString id;
    QString name;
    int parallelism = 0;
    int maxParallelism = 0; ///< 0: not told

    friend bool operator==(const JobVertex&, const JobVertex&) = default;
};

/// A job that a snapshot is to be restored in.
struct JobGraph
{
    QString flinkVersion; ///< "1.20.1"; empty: not known
    QList<JobVertex> vertices;

    friend bool operator==(const JobGraph&, const JobGraph&) = default;
};

/// What becomes of one operator of a snapshot in a job.
struct OperatorFit
{
    enum class Kind {
        Fits,
        Stateless,       ///< the job does not name it, and there is nothing of it to restore
        TooParallel,     ///< the job's parallelism is above the max parallelism of the snapshot
        MaxParallelism,  ///< the job was given another max parallelism
        MaxUndetermined, ///< the job has another one, which Flink itself may have chosen: then it takes the snapshot's
        Absent,          ///< the job does not have it: its state is left out, if that is allowed
        NotTold,         ///< the job's REST does not tell enough
    };

    Kind kind = Kind::NotTold;
    std::optional<qsizetype> vertex; ///< index in the job's graph, where it is the head of a chain

    friend bool operator==(const OperatorFit&, const OperatorFit&) = default;
};

/// Whether a job takes a snapshot up, as far as its REST tells: what Flink's Checkpoints.loadAndValidateCheckpoint and
/// StateAssignmentOperation check before they look at types of state.
struct Compatibility
{
    enum class Verdict { Compatible, WithAllowNonRestored, Incompatible, Unknown };

    Verdict verdict = Verdict::Unknown;
    bool isTooNew = false;        ///< its format is newer than the job's Flink
    QList<OperatorFit> operators; ///< one for each of the snapshot's, in their order
    QList<qsizetype> newVertices; ///< of the job, whose first operator the snapshot does not have: it begins empty

    friend bool operator==(const Compatibility&, const Compatibility&) = default;
};

Compatibility fit(const Metadata& metadata, const JobGraph& job);

/// The max parallelism Flink gives a vertex that was not given one (KeyGroupRangeAssignment). `parallelism` > 0.
int defaultMaxParallelism(int parallelism);

/// In words, for people.
QString textOf(Compatibility::Verdict verdict);
/// Why that is so for one operator; `of` is the one `fit` is about.
QString textOf(const OperatorFit& fit, const Operator& of, const JobGraph& job);

} // namespace snapshot
