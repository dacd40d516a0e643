#pragma once

#include "core/health/bottleneck.h"

#include <QString>

namespace graph {

QString percent(const std::optional<double>& ratio);  ///< "93 %"; "–": not known
QString rate(const std::optional<double>& perSecond); ///< "1.2k/s"
QString bytesRate(const std::optional<double>& perSecond);
/// "−51 s": how far the watermark is behind `now`; "–": there is none.
QString watermarkLag(const flink::GraphVertex& vertex, const QDateTime& now);
/// One vertex in words, for those who hear it: name, parallelism, state, load, records.
QString describe(const flink::GraphVertex& vertex);

} // namespace graph
