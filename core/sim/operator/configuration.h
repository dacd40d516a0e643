#pragma once

#include "core/sim/operator/spec.h"

#include <chrono>

namespace sim::op {

/// The value of a key; the fallback when it is absent or unreadable.
QString valueOf(const Configuration& configuration, const QString& key, const QString& fallback = {});
bool flag(const Configuration& configuration, const QString& key, bool fallback);
int number(const Configuration& configuration, const QString& key, int fallback);
double decimal(const Configuration& configuration, const QString& key, double fallback);
std::chrono::milliseconds duration(const Configuration& configuration, const QString& key,
                                   std::chrono::milliseconds fallback);

/// As Flink reads a Duration: "30 s", "5min", "100" (milliseconds), "PT1M30S"; nothing when it is none.
std::optional<std::chrono::milliseconds> durationFrom(QStringView text);

/// What a resource is deployed with, the keys of the operator among it: the defaults of the installation (with those
/// for its namespace and its Flink version), then spec.flinkConfiguration.
Configuration effectiveConfiguration(const Settings& settings, const QString& ns, const Spec& spec);
/// The same with the keys the operator derives from the resource itself and without its own: what becomes the
/// configuration file.
Configuration shippedConfiguration(const Configuration& effective, const QString& ns, const QString& name,
                                   const Spec& spec);

/// "v1_20" is {1, 20}; {0, 0} when it is no version.
std::pair<int, int> flinkVersion(QStringView text);

bool isHaEnabled(const Configuration& configuration);
QString checkpointDirectory(const Configuration& configuration);
QString savepointDirectory(const Configuration& configuration);
int parallelismOf(const Configuration& effective, const Spec& spec);
int taskManagersOf(const Configuration& effective, const Spec& spec);

/// A key that is a dotted prefix of another, with that other; nothing: the keys fit into nested YAML.
std::optional<std::pair<QString, QString>> overlappingKeys(const Configuration& shipped);

} // namespace sim::op
