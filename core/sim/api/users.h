#pragma once

#include "core/sim/api/requestinfo.h"

#include <map>
#include <variant>

namespace sim {

/// Who may come in, by bearer token.
class Users
{
public:
    /// `token` is a secret; it lives in memory and in kubeconfigs only.
    void add(const QByteArray& token, const User& user) { m_byToken[token] = user; }
    /// From then on the token is answered with 401.
    void revoke(const QByteArray& token) { m_byToken.erase(token); }

    /// Without a token: system:anonymous. Every known user is also of system:authenticated.
    std::variant<User, Refusal> authenticate(const Request& request) const;

private:
    std::map<QByteArray, User> m_byToken;
};

/// 32 random characters of the system's generator, never of the seed of the world.
QByteArray newToken();

} // namespace sim
