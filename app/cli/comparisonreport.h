#pragma once

#include "app/cli/snapshotreport.h"
#include "core/snapshot/comparison.h"

namespace cli {

/// Two snapshots held against one another.
struct ComparisonReport
{
    SnapshotReport before;
    SnapshotReport after;
    snapshot::Comparison comparison;

    bool isInterchangeable() const { return comparison.isInterchangeable(before.metadata, after.metadata); }
};

QJsonObject comparisonJson(const ComparisonReport& report);
/// A page for people.
QString comparisonText(const ComparisonReport& report, Colors colors);

} // namespace cli
