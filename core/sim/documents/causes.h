#pragma once

#include "core/sim/world/refusal.h"

#include <QJsonValue>
#include <QStringList>

/// The causes of a refusal with the words of the API server.
namespace sim::documents::cause {

inline Cause invalidText(const QString& field, const QString& shown, const QString& why)
{
    return {QStringLiteral("FieldValueInvalid"), QStringLiteral("Invalid value: %1: %2").arg(shown, why), field};
}
/// `value` is shown as Go shows it: texts in quotation marks.
Cause invalid(const QString& field, const QJsonValue& value, const QString& why);
Cause required(const QString& field, const QString& why = {});
Cause duplicate(const QString& field, const QString& value);
Cause notFound(const QString& field, const QString& value);
Cause forbidden(const QString& field, const QString& why);
/// The values are listed in the order given.
Cause unsupported(const QString& field, const QJsonValue& value, const QStringList& supported);
Cause tooLong(const QString& field, qint64 most);
Cause tooMany(const QString& field, qint64 count, qint64 most);
Cause wrongType(const QString& field, const QString& shown, const QString& wanted);

} // namespace sim::documents::cause
