#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <map>

namespace manifest {

/// Keys of Flink's configuration as the operator sees them: flat, with their values as text.
using FlatConfiguration = std::map<QString, QString>;

/// What `value` of spec.flinkConfiguration means to the operator: nested maps flattened with dots, lists joined with
/// ';', scalars as text.
FlatConfiguration flatConfiguration(const QJsonValue& value);
/// The first of these keys that has a value; empty: none has.
QString valueOf(const FlatConfiguration& configuration, std::initializer_list<QStringView> keys);
/// What cannot be read counts as `otherwise`.
bool isOn(const FlatConfiguration& configuration, QStringView key, bool otherwise);

/// Whether that turns high availability on: any value but none and standalone names a way to do it.
bool isHighlyAvailable(const FlatConfiguration& configuration);
QString checkpointDirectory(const FlatConfiguration& configuration); ///< empty: none
QString savepointDirectory(const FlatConfiguration& configuration);  ///< empty: none

/// What stands there, step by step; undefined: nothing does.
QJsonValue at(const QJsonValue& value, std::initializer_list<QStringView> keys);
/// Without the fields that are null, at any depth: to the operator they are not there.
QJsonValue withoutNulls(const QJsonValue& value);

enum class UpgradeMode { Stateless, Savepoint, LastState };
/// Of the spec of a deployment or a session job; what nobody says is stateless.
UpgradeMode upgradeMode(const QJsonObject& spec);
bool hasJob(const QJsonObject& spec);
bool isSuspended(const QJsonObject& spec); ///< wants its job suspended

/// A place as people write it: spec.job.args[0], spec.flinkConfiguration['state.backend.type']. Items of lists are
/// steps of the form "[0]".
QString pathText(const QStringList& path);

} // namespace manifest
