#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sim {

/// One reason among several why a request was refused.
struct Cause
{
    QString reason; ///< FieldValueInvalid, FieldValueRequired, FieldManagerConflict…
    QString message;
    QString field; ///< spec.ports[1].name

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// Why the API server does not do what was asked; becomes a Status object on the wire.
struct Refusal
{
    int code = 500; ///< of HTTP
    QString reason; ///< NotFound, Conflict…
    QString message;
    QString group = {};
    QString kind = {}; ///< as the server puts it into details: the plural, or for Invalid the kind
    QString name = {};
    QString uid = {};
    QList<Cause> causes = {};
    std::optional<int> retryAfterSeconds = {};
    QString continueToken = {}; ///< a fresh one, with 410 on a list

    /// A Status in the form of the API.
    QJsonObject status() const;

    friend bool operator==(const Refusal&, const Refusal&) = default;

    // `type` is the plural with its group, as kubectl writes it: pods, flinkdeployments.flink.apache.org.
    static Refusal notFound(QStringView type, const QString& name);
    static Refusal alreadyExists(QStringView type, const QString& name);
    /// The message of a conflict is `Operation cannot be fulfilled on TYPE "NAME": WHY`.
    static Refusal conflict(QStringView type, const QString& name, const QString& why);
    static Refusal forbidden(QStringView type, const QString& name, const QString& why);
    /// `kind` is a kind here: FlinkDeployment. The message is made from the causes.
    static Refusal invalid(QStringView group, QStringView kind, const QString& name, const QList<Cause>& causes);
    static Refusal badRequest(const QString& message);
    static Refusal tooOld(const QString& message);
    static Refusal internal(const QString& message);
};

} // namespace sim
