#pragma once

#include "core/sim/api/authorization.h"
#include "core/sim/api/call.h"

namespace sim {

/// The questions a user may ask about itself: what may I do (SelfSubjectAccessReview, SelfSubjectRulesReview), who am I
/// (SelfSubjectReview).
class Reviews
{
public:
    explicit Reviews(World& world);

    static bool answersFor(const Resource& resource);
    void create(const Call& call);

private:
    QJsonObject accessStatus(const User& user, const QJsonObject& spec) const;

    World& m_world;
    Authorizer m_authorizer;
};

} // namespace sim
