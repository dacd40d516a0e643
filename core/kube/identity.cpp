#include "core/kube/identity.h"

#include "core/base/visibletext.h"
#include "core/kube/execprotocol.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Result;

/// Bytes that may not stand in a header name, and "%", are written as %XX.
QByteArray extraHeaderName(const QString& key)
{
    static const QByteArray tokenCharacters = "!#$&'*+-.^_`|~";
    QByteArray name = "Impersonate-Extra-";
    const QByteArray bytes = key.toUtf8();
    for (const char c : bytes) {
        const bool isPlain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || tokenCharacters.contains(c);
        name += isPlain ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
    }
    return name;
}

bool fitsHeader(const QByteArray& value)
{
    return std::none_of(value.cbegin(), value.cend(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; });
}

} // namespace

Result<QList<http::Header>> impersonationHeaders(const UserEntry& user)
{
    QList<http::Header> headers;
    if (user.impersonate.isEmpty())
        return headers;
    headers.append({"Impersonate-User", user.impersonate.toUtf8()});
    if (!user.impersonateUid.isEmpty())
        headers.append({"Impersonate-Uid", user.impersonateUid.toUtf8()});
    for (const QString& group : user.impersonateGroups)
        headers.append({"Impersonate-Group", group.toUtf8()});
    for (auto it = user.impersonateExtra.begin(); it != user.impersonateExtra.end(); ++it) {
        for (const QString& value : it.value())
            headers.append({extraHeaderName(it.key()), value.toUtf8()});
    }
    for (const auto& [name, value] : std::as_const(headers)) {
        if (!fitsHeader(value)) {
            return Error{
                Error::Kind::Configuration,
                Text::tr("The impersonation of the user \"%1\" holds control characters, which could forge a header.")
                    .arg(base::visibleText(user.name, 200))};
        }
    }
    return headers;
}

Result<QByteArray> oidcAuthorization(const AuthProvider& provider)
{
    const QString token = provider.config.value(u"id-token"_s);
    const QString renewal = Text::tr("It is not renewed here: sign in with kubectl, or let kubelogin take over "
                                     "(kubelogin as a credential plugin).");
    if (token.isEmpty())
        return Error{Error::Kind::Credentials,
                     Text::tr("The OIDC sign-in of this user holds no id-token.") + u' ' + renewal};
    const Result<QByteArray> clean = headerToken(token, Text::tr("the OIDC sign-in"));
    if (!clean)
        return clean.error();
    const QByteArray payload = QByteArray::fromBase64(clean->split('.').value(1),
                                                      QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonDocument claims = QJsonDocument::fromJson(payload);
    if (!claims.isObject())
        return Error{Error::Kind::Credentials,
                     Text::tr("The id-token of this user is not a token of OIDC.") + u' ' + renewal};
    const qint64 expiry = claims.object().value(u"exp").toInteger(0);
    const QDateTime end = QDateTime::fromSecsSinceEpoch(expiry, Qt::UTC);
    if (QDateTime::currentDateTimeUtc().addSecs(10) >= end) {
        return Error{Error::Kind::Credentials,
                     Text::tr("The OIDC sign-in of this user expired at %1.").arg(end.toString(Qt::ISODate)) + u' ' +
                         renewal};
    }
    return "Bearer " + *clean;
}

} // namespace kube
