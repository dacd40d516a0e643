#pragma once

#include "core/yaml/tree.h"

#include <QList>
#include <QString>

namespace manifest {

/// One key of Flink's configuration as a manifest sets it.
struct ConfigEntry
{
    QString key;          ///< nested ones joined by dots
    int node = -1;        ///< of the value
    int keyNode = -1;     ///< of the key, or of its last part
    bool isWhole = false; ///< the key stands there in one piece, for this configuration alone
};

/// Where a manifest of the operator's kinds says something about Flink.
struct ConfigSection
{
    QList<ConfigEntry> entries; ///< in the order of the text
    QString flinkVersion;       ///< "v1_20"; empty: it does not say
};

/// Of FlinkDeployment, FlinkSessionJob and FlinkBlueGreenDeployment; empty for anything else.
ConfigSection configurationOf(const yaml::Tree& manifest);
/// Of a map that is nothing but configuration; empty where `map` is none.
ConfigSection configurationIn(const yaml::Tree& tree, int map);

} // namespace manifest
