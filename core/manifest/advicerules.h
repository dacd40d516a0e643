#pragma once

#include "core/manifest/subject.h"

namespace manifest {

/// What the operator accepts and what then breaks, surprises, or loses state: DREY-A001 to A021.
QList<Finding> adviceFindings(const Subject& subject);

/// Traps of the pods' templates: DREY-P001 to P004.
QList<Finding> podFindings(const Subject& subject);

/// Settings that contradict each other, or do nothing beside others, and values of enumerations: DREY-C001 to C014.
QList<Finding> contradictionFindings(const Subject& subject);

/// Flink's own image, which has no plugin enabled and no library added.
bool isPlainFlinkImage(const QString& image);

} // namespace manifest
