#pragma once

#include "core/snapshot/metadata.h"

#include <QList>

#include <array>
#include <optional>

namespace snapshot {

/// One operator in two snapshots, told by its id. At least one of the two is there.
struct OperatorChange
{
    enum class Kind { Same, Changed, Added, Removed }; ///< Changed: of another parallelism or max parallelism

    Kind kind = Kind::Same;
    std::optional<qsizetype> before; ///< index in the first snapshot
    std::optional<qsizetype> after;  ///< index in the second

    friend bool operator==(const OperatorChange&, const OperatorChange&) = default;
};

/// Files of one side of a comparison, or of both.
struct FileSum
{
    qint64 files = 0;
    qint64 bytes = 0; ///< as their handles say, in the second snapshot where both have them

    friend bool operator==(const FileSum&, const FileSum&) = default;
};

/// What is different between two snapshots.
struct Comparison
{
    QList<OperatorChange> operators; ///< those of the first in its order, then those that were added
    FileSum common;                  ///< named by both, as incremental checkpoints do
    FileSum onlyBefore;
    FileSum onlyAfter;

    bool hasSameOperators() const;
    /// Whether those that are in both have the same max parallelism.
    bool hasSameMaxParallelism(const Metadata& before, const Metadata& after) const;
    /// Whether those that are in one alone have no state: Flink passes over them.
    bool hasSameState(const Metadata& before, const Metadata& after) const;
    /// Whether one can be restored where the other ran, without leaving state out. Another parallelism is no matter.
    bool isInterchangeable(const Metadata& before, const Metadata& after) const;

    friend bool operator==(const Comparison&, const Comparison&) = default;
};

Comparison compare(const Metadata& before, const Metadata& after);

} // namespace snapshot
