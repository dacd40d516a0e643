#include "core/kube/refusal.h"

#include "core/base/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qsizetype longestMessage = 1024;
constexpr qsizetype longestField = 4096;

QRegularExpressionMatch denialIn(const QString& message)
{
    static const QRegularExpression denial(
        uR"re(admission webhook "[^"]*" denied the request(?:: (.*)| without explanation))re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return denial.match(message);
}

QJsonObject statusOf(const base::Error& error)
{
    const QJsonObject status = QJsonDocument::fromJson(error.detail.toUtf8()).object();
    return status["kind"_L1].toString() == u"Status" ? status : QJsonObject();
}

/// The owner in `conflict with "kubectl" with subresource "scale" using apps/v1 at …: …`, without the server's English:
/// `"kubectl" (scale, apps/v1)`.
QString managerIn(const QString& message)
{
    static const QRegularExpression owner(
        uR"re(^conflict with ("[^"]*")(?: with subresource "([^"]*)")?(?: using ([^\s:]+))?)re"_s);
    const QRegularExpressionMatch match = owner.match(message.left(longestMessage));
    if (!match.hasMatch())
        return {};
    QStringList more{match.captured(2), match.captured(3)};
    more.removeAll(QString());
    const QString name = match.captured(1);
    return base::visibleText(more.isEmpty() ? name : u"%1 (%2)"_s.arg(name, more.join(u", "_s)), longestMessage);
}

Cause causeOf(const QJsonValue& value)
{
    const QString message = value["message"_L1].toString();
    Cause cause;
    cause.reason = value["reason"_L1].toString().left(longestMessage);
    cause.field = value["field"_L1].toString().left(longestField);
    cause.path = fieldPath(cause.field);
    cause.message = base::visibleText(message, longestMessage);
    if (cause.reason == u"FieldManagerConflict")
        cause.manager = managerIn(message);
    return cause;
}

/// How an API server tells that it cannot read what is to be applied: as an error of its own, 500, without causes.
constexpr QStringView notTyped = u"failed to create typed patch object";

/// `… (NS/NAME; GROUP/VERSION, Kind=KIND): .spec.bogus: field not declared in schema`: the first field only is told,
/// one per line where there are several.
QList<Cause> typingCauses(const QString& message)
{
    if (!message.contains(notTyped))
        return {};
    static const QRegularExpression complaint(uR"re((?:\): |^|\n)\s*(\.[^\s:]+): ([^\n]+))re"_s);
    QList<Cause> causes;
    auto matches = complaint.globalMatch(message);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool isUnknown = match.captured(2).startsWith(u"field not declared");
        Cause cause;
        cause.reason = isUnknown ? u"FieldValueUnknown"_s : u"FieldValueTypeInvalid"_s;
        cause.field = match.captured(1).left(longestField);
        cause.path = fieldPath(cause.field);
        cause.message = base::visibleText(match.captured(2), longestMessage);
        causes.append(cause);
    }
    return causes;
}

/// The fields of `strict decoding error: unknown field "spec.bogus", duplicate field "spec.image"`, which is all that
/// the server tells of them.
QList<Cause> strictCauses(const QString& message)
{
    if (!message.contains(u"strict decoding error"))
        return {};
    static const QRegularExpression complaint(uR"re((unknown|duplicate) field "([^"]+)")re"_s);
    QList<Cause> causes;
    auto matches = complaint.globalMatch(message);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        Cause cause;
        cause.reason = match.captured(1) == u"unknown" ? u"FieldValueUnknown"_s : u"FieldValueDuplicate"_s;
        cause.field = match.captured(2).left(longestField);
        cause.path = fieldPath(cause.field);
        cause.message = base::visibleText(match.captured(0), longestMessage);
        causes.append(cause);
    }
    return causes;
}

bool hasReason(const QJsonObject& status, QStringView reason)
{
    const QJsonArray causes = status["details"_L1]["causes"_L1].toArray();
    return std::ranges::any_of(causes,
                               [&](const QJsonValue& cause) { return cause["reason"_L1].toString() == reason; });
}

/// A precondition on the UID is told from one on the version by the server's words alone; there are two ways to say it.
bool isAboutUid(const QString& message)
{
    return message.contains(u"UID in precondition") || message.contains(u"UID in the precondition");
}

Refusal conflictOf(const QJsonObject& status)
{
    if (status["reason"_L1].toString() == u"AlreadyExists")
        return Refusal::AlreadyExists;
    if (hasReason(status, u"FieldManagerConflict"))
        return Refusal::ApplyConflict;
    return isAboutUid(status["message"_L1].toString()) ? Refusal::ReplacedObject : Refusal::VersionConflict;
}

} // namespace

Refusal refusalOf(const base::Error& error)
{
    const QJsonObject status = statusOf(error);
    const QString message = status["message"_L1].toString();
    if (status.isEmpty())
        return Refusal::None;
    // A webhook chooses the code of its answer; without one it is 403.
    if (denialIn(message).hasMatch())
        return Refusal::DeniedByWebhook;
    switch (error.kind) {
    case base::Error::Kind::Conflict:
        return conflictOf(status);
    case base::Error::Kind::Forbidden:
        if (message.contains(u"exceeded quota: "))
            return Refusal::QuotaExceeded;
        return hasReason(status, u"NamespaceTerminating") ? Refusal::NamespaceTerminating : Refusal::None;
    case base::Error::Kind::Invalid:
        if (message.contains(u"does not support dry run"))
            return Refusal::DryRunUnsupported;
        if (!strictCauses(message).isEmpty())
            return Refusal::UnknownFields;
        return error.reason == u"Invalid" ? Refusal::InvalidFields : Refusal::None;
    case base::Error::Kind::Server:
        if (!message.contains(notTyped))
            return Refusal::None;
        return message.contains(u"field not declared in schema") ? Refusal::UnknownFields : Refusal::InvalidFields;
    default:
        return Refusal::None;
    }
}

QString deniedText(const base::Error& error)
{
    const QString message = statusOf(error)["message"_L1].toString();
    const QRegularExpressionMatch match = denialIn(message);
    return match.hasMatch() ? base::visibleText(match.captured(match.captured(1).isEmpty() ? 0 : 1), longestMessage)
                            : QString();
}

QList<Cause> causesOf(const base::Error& error)
{
    const QJsonObject status = statusOf(error);
    const QJsonArray listed = status["details"_L1]["causes"_L1].toArray();
    QList<Cause> causes;
    for (const QJsonValue& cause : listed)
        causes.append(causeOf(cause));
    const QString message = status["message"_L1].toString();
    return causes + strictCauses(message) + typingCauses(message);
}

QStringList fieldPath(const QString& field)
{
    if (field == u"<nil>" || field == u"[]")
        return {};
    // A part up to the next dot or bracket, or what a bracket holds: a number, a key, a key in quotes.
    static const QRegularExpression part(uR"re(\["((?:[^"\\]|\\.)*)"\]|\[([^\]]*)\]|([^.\[]+))re"_s);
    QStringList path;
    auto matches = part.globalMatch(field);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        path.append(match.captured(match.lastCapturedIndex()));
    }
    return path;
}

} // namespace kube
