#pragma once

#include "core/snapshot/metadata.h"

#include <QList>

namespace snapshot {

/// What is odd about the key groups of one operator.
struct KeyGroupProblem
{
    enum class Kind {
        Overlap,     ///< two subtasks have them
        Outside,     ///< beyond the operator's max parallelism
        Gap,         ///< nobody has them, and no subtask says why
        Parallelism, ///< more subtasks than key groups: Flink refuses the file (OperatorState)
        Silent,      ///< no problem, a remark: they belong to subtasks that recorded no keyed state, as lazy ones do
    };

    Kind kind = Kind::Gap;
    qsizetype index = 0; ///< of the operator
    KeyGroups groups;    ///< the first such range

    bool isFatal() const { return kind != Kind::Silent; }

    friend bool operator==(const KeyGroupProblem&, const KeyGroupProblem&) = default;
};

/// Whether the key groups of each operator with managed keyed state are all of 0 to its max parallelism, once each. At
/// most one answer of a kind and operator. Operators of which some subtasks have finished may lack theirs.
QList<KeyGroupProblem> checkKeyGroups(const Metadata& metadata);

/// The key groups of one subtask (KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex). All arguments are
/// positive, `index` is less than `parallelism`, and that at most `maxParallelism` <= 32768.
KeyGroups keyGroupsOf(int index, int parallelism, int maxParallelism);

/// In words, for people; `of` is the operator it is about.
QString textOf(const KeyGroupProblem& problem, const Operator& of);

} // namespace snapshot
