#include "ui/fleet/rowordering.h"

#include <algorithm>

namespace fleet {

namespace {

template <typename T>
int inOrder(const T& left, const T& right)
{
    return left < right ? -1 : right < left ? 1 : 0;
}

int inOrder(const QString& left, const QString& right)
{
    // Equal texts of many rows mostly share their memory.
    return left.constData() == right.constData() ? 0 : left.compare(right);
}

bool isKnown(const Row& row, const SortKey& key)
{
    switch (key.column) {
    case Column::Health:
    case Column::Deployment:
    case Column::Context:
        return true;
    case Column::JobState:
        return !row.jobState.isEmpty();
    case Column::Flink:
        return !row.flinkVersion.isEmpty();
    case Column::Parallelism:
        return row.parallelism >= 0;
    case Column::CheckpointAge:
        return row.lastCheckpointAt != 0;
    case Column::Restarts:
        return row.restarts.has_value();
    case Column::Owner:
        return !row.owner.isEmpty();
    case Column::Changed:
        return row.changedAt != 0;
    case Column::Lifecycle:
        return !row.lifecycle.isEmpty();
    case Column::Label:
        return row.labels.contains(key.label);
    }
    return true;
}

int compareKnown(const Row& left, const Row& right, const SortKey& key)
{
    switch (key.column) {
    case Column::Health:
        return inOrder(left.health, right.health);
    case Column::Deployment:
        return inOrder(left.name, right.name);
    case Column::Context:
        return inOrder(left.context, right.context);
    case Column::JobState:
        return inOrder(left.jobState, right.jobState);
    case Column::Flink:
        return inOrder(left.flinkVersion, right.flinkVersion);
    case Column::Parallelism:
        return inOrder(left.parallelism, right.parallelism);
    // An age grows the further its point in time lies back.
    case Column::CheckpointAge:
        return inOrder(right.lastCheckpointAt, left.lastCheckpointAt);
    case Column::Restarts:
        return inOrder(left.restarts, right.restarts);
    case Column::Owner:
        return inOrder(left.owner, right.owner);
    case Column::Changed:
        return inOrder(right.changedAt, left.changedAt);
    case Column::Lifecycle:
        return inOrder(left.lifecycle, right.lifecycle);
    case Column::Label:
        return inOrder(*left.labels.constFind(key.label), *right.labels.constFind(key.label));
    }
    return 0;
}

int compareBy(const Row& left, const Row& right, const SortKey& key)
{
    const bool leftKnown = isKnown(left, key);
    const bool rightKnown = isKnown(right, key);
    if (!leftKnown || !rightKnown)
        return inOrder(rightKnown, leftKnown);
    const int result = compareKnown(left, right, key);
    return key.order == Qt::AscendingOrder ? result : -result;
}

} // namespace

int compare(const Row& left, const Row& right, const QList<SortKey>& keys)
{
    for (const SortKey& key : keys) {
        if (const int result = compareBy(left, right, key); result != 0)
            return result;
    }
    if (const int result = inOrder(left.context, right.context); result != 0)
        return result;
    if (const int result = inOrder(left.key.object.nameSpace, right.key.object.nameSpace); result != 0)
        return result;
    return inOrder(left.key.object.name, right.key.object.name);
}

bool sortsAlike(const Row& before, const Row& after, const QList<SortKey>& keys)
{
    return before.context == after.context && std::all_of(keys.begin(), keys.end(), [&](const SortKey& key) {
               return compareBy(before, after, key) == 0;
           });
}

} // namespace fleet
