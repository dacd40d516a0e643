#include "core/sim/api/users.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace sim {

std::variant<User, Refusal> Users::authenticate(const Request& request) const
{
    const auto authorization = header(request.headers, "Authorization");
    const bool isBearer =
        authorization.first(qMin(7, authorization.size())).compare("bearer ", Qt::CaseInsensitive) == 0;
    // Of other ways to say who one is the server knows nothing.
    if (!isBearer)
        return User{u"system:anonymous"_s, {}, {u"system:unauthenticated"_s}};
    const auto found = m_byToken.find(authorization.sliced(7).trimmed());
    if (found == m_byToken.end())
        return Refusal{401, u"Unauthorized"_s, u"Unauthorized"_s};
    auto user = found->second;
    user.groups += u"system:authenticated"_s;
    return user;
}

QByteArray newToken()
{
    std::array<quint32, 6> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace sim
