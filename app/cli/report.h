#pragma once

#include "app/cli/screen.h"
#include "core/flink/pod.h"
#include "core/health/restore.h"
#include "core/health/verdict.h"

#include <QJsonObject>

namespace cli {

/// Everything that is told about one deployment.
struct Report
{
    QString context;
    health::Evidence evidence;
    health::Verdict verdict;
    base::Observed<QList<flink::HaPointer>> highAvailability;
    health::RestoreOutlook restore;
    base::Observed<QList<flink::Event>> events;
};

QJsonObject reportJson(const Report& report);
/// A page for people.
QString reportText(const Report& report, Colors colors);

} // namespace cli
