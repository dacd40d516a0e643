#pragma once

#include "app/cli/screen.h"
#include "core/health/bottleneck.h"

#include <QJsonObject>

namespace cli {

/// What is told about the graph of a job.
struct GraphReport
{
    flink::JobGraph graph;
    QList<flink::Pod> pods; ///< of its cluster; empty: not known
    std::optional<health::Bottleneck> bottleneck;
    QDateTime observedAt;
};

QJsonObject graphJson(const GraphReport& report);
/// A table for people, sources first, and what holds the job up.
QString graphText(const GraphReport& report, Colors colors);

} // namespace cli
