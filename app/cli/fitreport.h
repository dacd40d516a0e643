#pragma once

#include "app/cli/snapshotreport.h"
#include "core/flink/rest.h"
#include "core/snapshot/compatibility.h"

namespace cli {

/// The job a snapshot is held against.
struct ComparedJob
{
    flink::JobOverview overview;
    snapshot::JobGraph graph;
    QString endpoint; ///< who told
};

/// A snapshot held against a job.
struct FitReport
{
    SnapshotReport snapshot;
    ComparedJob job;
    snapshot::Compatibility fit;
};

QJsonObject fitJson(const FitReport& report);
/// A page for people.
QString fitText(const FitReport& report, Colors colors);

} // namespace cli
