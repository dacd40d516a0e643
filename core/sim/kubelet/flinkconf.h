#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace sim::kubelet {

/// Flink's configuration, keys flattened with dots.
using FlinkConfiguration = std::map<QString, QString>;

/// How the file in ConfigMap flink-config-NAME looks: flat lines until Flink 1.20, nested YAML from 2.0 on.
enum class ConfigurationFile { Flat, Nested };

/// flink-conf.yaml or config.yaml.
QString configurationFileName(ConfigurationFile kind);
QByteArray writeConfiguration(const FlinkConfiguration& configuration, ConfigurationFile kind);
/// Reads what writeConfiguration() wrote; lines it does not understand are left out.
FlinkConfiguration readConfiguration(const QByteArray& text, ConfigurationFile kind);

} // namespace sim::kubelet
