#include "core/sim/operator/failure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

constexpr qsizetype longestField = 2048;
constexpr std::size_t mostCauses = 2;
const QString package = u"org.apache.flink.kubernetes.operator.exception."_s;

/// Members in the operator's order, which QJsonObject does not keep.
QString quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text.left(longestField)}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

} // namespace

Failure Failure::recovery(const QString& reason, const QString& message)
{
    return {Kind::Upgrade, reason, {package + "RecoveryFailureException"_L1, message}};
}

Failure Failure::upgrade(const QString& reason, const QString& message)
{
    return {Kind::Upgrade, reason, {package + "UpgradeFailureException"_L1, message}};
}

Failure Failure::deployment(const QString& reason, const QString& message)
{
    return {Kind::Deployment, reason, {package + "DeploymentFailedException"_L1, message}};
}

Failure Failure::unexpected(const Thrown& cause, const std::vector<Thrown>& causes)
{
    std::vector<Thrown> all{cause};
    all.insert(all.end(), causes.begin(), causes.end());
    return {Kind::Unexpected,
            u"Error"_s,
            {package + "ReconciliationException"_L1, cause.type + ": "_L1 + cause.message},
            all};
}

QString Failure::text() const
{
    return errorText(thrown, causes, kind == Kind::Deployment ? reason : QString());
}

QString Failure::eventMessage() const
{
    if (!event.isEmpty())
        return event;
    QStringList parts;
    if (kind != Kind::Unexpected)
        parts.append(thrown.message);
    for (const Thrown& cause : causes)
        parts.append(cause.message);
    return parts.join(u" -> ");
}

QString errorText(const Thrown& thrown, const std::vector<Thrown>& causes, const QString& reason)
{
    QStringList list;
    for (std::size_t i = 0; i < std::min(causes.size(), mostCauses); ++i)
        list.append(u"{\"type\":%1,\"message\":%2,\"additionalMetadata\":{}}"_s.arg(quoted(causes[i].type),
                                                                                    quoted(causes[i].message)));
    const QString metadata = reason.isEmpty() ? u"{}"_s : u"{\"reason\":"_s + quoted(reason) + u'}';
    return u"{\"type\":"_s + quoted(thrown.type) + u",\"message\":"_s + quoted(thrown.message) +
           u",\"additionalMetadata\":"_s + metadata + u",\"throwableList\":["_s + list.join(u',') + u"]}"_s;
}

} // namespace sim::op
