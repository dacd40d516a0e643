#pragma once

#include <QJsonArray>
#include <QJsonObject>

/// What the command line promises to say, made of the servers' own answers. Written apart from the product on purpose.
namespace live::promised {

/// Of one entry of /jobs/overview.
[[nodiscard]] QJsonObject job(const QJsonValue& wire);
/// Of /jobs/:id.
[[nodiscard]] QJsonObject jobDetail(const QJsonObject& wire);
/// Of "counts" in /jobs/:id/checkpoints.
[[nodiscard]] QJsonObject counts(const QJsonValue& wire);
/// Of one entry of its "history".
[[nodiscard]] QJsonObject checkpoint(const QJsonValue& wire);
/// Of the entries of /jobs/:id/exceptions when all are the same failure; without its fingerprint.
[[nodiscard]] QJsonObject failure(const QJsonArray& entries);

/// Of one FlinkDeployment as the API server has it, without the verdict ("health" and "summary").
[[nodiscard]] QJsonObject deployment(const QString& context, const QJsonObject& resource);
/// Of one FlinkSessionJob.
[[nodiscard]] QJsonObject sessionJob(const QString& context, const QJsonObject& resource);
/// Of one FlinkStateSnapshot of a savepoint.
[[nodiscard]] QJsonObject savepoint(const QString& context, const QJsonObject& resource);

} // namespace live::promised
