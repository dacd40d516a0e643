#include "core/sim/world/refusal.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

void insertText(QJsonObject& into, QLatin1StringView key, const QString& value)
{
    if (!value.isEmpty())
        into.insert(key, value);
}

QJsonArray causeArray(const QList<Cause>& causes)
{
    QJsonArray array;
    for (const auto& cause : causes) {
        QJsonObject object;
        insertText(object, "reason"_L1, cause.reason);
        insertText(object, "message"_L1, cause.message);
        insertText(object, "field"_L1, cause.field);
        array.append(object);
    }
    return array;
}

Refusal about(QStringView type, const QString& name, int code, const QString& reason)
{
    const auto dot = type.indexOf(u'.');
    Refusal refusal{code, reason, {}};
    refusal.kind = (dot < 0 ? type : type.first(dot)).toString();
    refusal.group = dot < 0 ? QString() : type.sliced(dot + 1).toString();
    refusal.name = name;
    return refusal;
}

QString joined(const QList<Cause>& causes)
{
    QStringList texts;
    for (const auto& cause : causes) {
        const auto text = cause.field.isEmpty() ? cause.message : cause.field + u": "_s + cause.message;
        if (!texts.contains(text))
            texts += text;
    }
    return texts.size() == 1 ? texts.first() : u'[' + texts.join(u", "_s) + u']';
}

} // namespace

QJsonObject Refusal::status() const
{
    QJsonObject details;
    insertText(details, "name"_L1, name);
    insertText(details, "group"_L1, group);
    insertText(details, "kind"_L1, kind);
    insertText(details, "uid"_L1, uid);
    if (!causes.isEmpty())
        details.insert("causes"_L1, causeArray(causes));
    if (retryAfterSeconds)
        details.insert("retryAfterSeconds"_L1, *retryAfterSeconds);
    QJsonObject metadata;
    insertText(metadata, "continue"_L1, continueToken);
    QJsonObject status{
        {u"kind"_s, u"Status"_s}, {u"apiVersion"_s, u"v1"_s}, {u"metadata"_s, metadata}, {u"status"_s, u"Failure"_s}};
    insertText(status, "message"_L1, message);
    insertText(status, "reason"_L1, reason);
    // What is refused by its kind of request alone comes with empty details.
    if (!details.isEmpty() || code == 405 || reason == u"Invalid")
        status.insert("details"_L1, details);
    status.insert("code"_L1, code);
    return status;
}

Refusal Refusal::notFound(QStringView type, const QString& name)
{
    auto refusal = about(type, name, 404, u"NotFound"_s);
    refusal.message = u"%1 \"%2\" not found"_s.arg(type, name);
    return refusal;
}

Refusal Refusal::alreadyExists(QStringView type, const QString& name)
{
    auto refusal = about(type, name, 409, u"AlreadyExists"_s);
    refusal.message = u"%1 \"%2\" already exists"_s.arg(type, name);
    return refusal;
}

Refusal Refusal::conflict(QStringView type, const QString& name, const QString& why)
{
    auto refusal = about(type, name, 409, u"Conflict"_s);
    refusal.message = u"Operation cannot be fulfilled on %1 \"%2\": %3"_s.arg(type, name, why);
    return refusal;
}

Refusal Refusal::forbidden(QStringView type, const QString& name, const QString& why)
{
    auto refusal = about(type, name, 403, u"Forbidden"_s);
    refusal.message =
        name.isEmpty() ? u"%1 is forbidden: %2"_s.arg(type, why) : u"%1 \"%2\" is forbidden: %3"_s.arg(type, name, why);
    return refusal;
}

Refusal Refusal::invalid(QStringView group, QStringView kind, const QString& name, const QList<Cause>& causes)
{
    Refusal refusal{422, u"Invalid"_s, {}};
    refusal.group = group.toString();
    refusal.kind = kind.toString();
    refusal.name = name;
    refusal.causes = causes;
    const auto qualified = group.isEmpty() ? refusal.kind : refusal.kind + u'.' + refusal.group;
    refusal.message = u"%1 \"%2\" is invalid: %3"_s.arg(qualified, name, joined(causes));
    return refusal;
}

Refusal Refusal::badRequest(const QString& message)
{
    return {400, u"BadRequest"_s, message};
}

Refusal Refusal::tooOld(const QString& message)
{
    return {410, u"Expired"_s, message};
}

Refusal Refusal::internal(const QString& message)
{
    return {500, u"InternalError"_s, u"Internal error occurred: "_s + message};
}

} // namespace sim
