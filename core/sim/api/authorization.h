#pragma once

#include "core/sim/api/requestinfo.h"
#include "core/sim/world/objects.h"

#include <functional>

namespace sim {

/// One thing a user wants to do: with a resource, or with a path that is none.
struct Attributes
{
    User user;
    QString verb;
    bool isResource = true;
    QString group = {};
    QString version = {};
    QString plural = {};
    QString subresource = {};
    QString ns = {};
    QString name = {};
    QString path = {};

    static Attributes of(const User& user, const RequestInfo& info);
};

/// Rights by the roles and bindings that are stored, as RBAC reads them; the group system:masters may do everything.
class Authorizer
{
public:
    explicit Authorizer(const Objects& objects);

    struct Decision
    {
        bool isAllowed = false;
        QString reason = {}; ///< which binding gave the right; empty: none did, or everything is allowed
    };
    Decision decide(const Attributes& attributes) const;
    /// Nothing: allowed. Else what the API server says.
    std::optional<Refusal> refuse(const Attributes& attributes) const;
    /// The status of a SelfSubjectRulesReview.
    QJsonObject rulesIn(const User& user, const QString& ns) const;

private:
    /// Called with each rule that holds for the user there, and where it comes from; true ends the search.
    using Visit = std::function<bool(const QJsonObject& rule, const QString& source)>;
    bool visit(const User& user, const QString& ns, const Visit& visitor) const;
    bool visitRole(const Stored& binding, const User& user, const Visit& visitor) const;

    const Objects& m_objects;
};

} // namespace sim
