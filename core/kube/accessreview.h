#pragma once

#include "core/kube/api.h"

#include <QList>

#include <functional>

namespace kube {

/// "May I do this?", as the server's authorizers understand it.
struct AccessQuestion
{
    QString verb; ///< get, list, watch, create, update, patch, delete
    ResourceType type;
    QString subresource = {};
    QString nameSpace = {}; ///< empty: in all namespaces
    QString name = {};      ///< empty: any object

    friend bool operator==(const AccessQuestion&, const AccessQuestion&) = default;
};

/// For requests through the service proxy: its objects are named SERVICE:PORT, not SERVICE.
AccessQuestion serviceProxyQuestion(const QString& verb, const QString& nameSpace, const QString& service,
                                    const QString& port);

struct Permission
{
    enum class Verdict {
        Allowed,
        Denied,  ///< by the rules the server looked at; a webhook may still decide otherwise, so offer to try anyway
        Unknown, ///< the question was not answered
    };

    Verdict verdict = Verdict::Unknown;
    QString reason; ///< the server's words, safe to show as plain text; may be empty

    friend bool operator==(const Permission&, const Permission&) = default;
};

/// SelfSubjectAccessReview: a read, although it is a POST.
void reviewAccess(Api& api, const AccessQuestion& question, QObject* context, std::function<void(Permission)> done);

/// Several questions at once; the answers come in their order.
void reviewAccess(Api& api, const QList<AccessQuestion>& questions, QObject* context,
                  std::function<void(QList<Permission>)> done);

} // namespace kube
