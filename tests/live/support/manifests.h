#pragma once

#include <QJsonObject>
#include <QString>

/// Objects as a user writes them and statuses as the operator does, as far as the tests need them.
namespace live::manifest {

/// The path of the collection, as in kube::Collection.
[[nodiscard]] QString path(const QString& plural, const QString& nameSpace);

/// An application with parallelism 2 that takes a savepoint before each upgrade.
[[nodiscard]] QJsonObject application(const QString& name, const QString& nameSpace);
[[nodiscard]] QJsonObject snapshot(const QString& name, const QString& nameSpace, const QString& deployment);

/// What the operator reports of a deployment whose job does well; `jobId` is 32 hexadecimal digits.
[[nodiscard]] QJsonObject runningStatus(const QString& jobName, const QString& jobId);
/// The same, later: suspended with a savepoint.
[[nodiscard]] QJsonObject suspendedStatus(const QString& savepoint);

} // namespace live::manifest
