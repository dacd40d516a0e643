#include "core/flink/endpoint.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr qint64 largestFile = 4 * 1024 * 1024;

base::Error unusable(const QString& message, const QString& detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Configuration;
    error.message = message;
    error.detail = detail;
    return error;
}

/// What was typed: it does not change and cannot be made anew.
class TypedCredential : public http::CredentialSource
{
public:
    explicit TypedCredential(http::Credential credential)
        : m_credential(std::move(credential))
    {
    }

    void obtain(QObject* context, Done done) override
    {
        QTimer::singleShot(0, context, [credential = m_credential, done = std::move(done)] { done(credential); });
    }
    void reject(const http::Credential&) override {}

private:
    http::Credential m_credential;
};

base::Result<QUrl> addressOf(const QString& typed)
{
    const QString text = typed.contains(u"://"_s) ? typed : u"http://"_s + typed;
    QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
        return unusable(
            Text::tr("This is not the address of a Flink REST endpoint. Write it like http://localhost:8081."),
            url.toDisplayString(QUrl::RemoveUserInfo));
    if (!url.userInfo().isEmpty())
        return unusable(Text::tr("An address must not hold a user name or password. Use a header instead."),
                        url.toDisplayString(QUrl::RemoveUserInfo));
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

base::Result<http::Header> headerOf(const QString& typed)
{
    static const QRegularExpression name(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    const QString key = typed.section(u':', 0, 0).trimmed();
    const QString value = typed.section(u':', 1).trimmed();
    const bool isClean = !value.contains(u'\n') && !value.contains(u'\r') && !value.contains(QChar(0));
    if (!typed.contains(u':') || !name.match(key).hasMatch() || !isClean)
        return unusable(Text::tr("A header must be written as 'Name: value'."), key);
    return http::Header(key.toUtf8(), value.toUtf8());
}

base::Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(Text::tr("The file '%1' could not be read.").arg(path), file.errorString());
    return file.read(largestFile);
}

base::Result<QList<QSslCertificate>> certificatesOf(const QString& path)
{
    const base::Result<QByteArray> content = contentOf(path);
    if (!content)
        return content.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*content, QSsl::Pem);
    if (certificates.isEmpty())
        return unusable(Text::tr("The file '%1' holds no certificate in PEM format.").arg(path), {});
    return certificates;
}

base::Result<QSslKey> keyOf(const QString& path)
{
    const base::Result<QByteArray> content = contentOf(path);
    if (!content)
        return content.error();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(*content, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return unusable(
        Text::tr("The file '%1' holds no private key in PEM format that can be used without a passphrase.").arg(path),
        {});
}

std::optional<base::Error> addCertificate(const Endpoint& endpoint, http::Credential& credential)
{
    if (endpoint.certificateFile.isEmpty() != endpoint.keyFile.isEmpty())
        return unusable(Text::tr("A client certificate needs its private key, and the key its certificate."), {});
    if (endpoint.certificateFile.isEmpty())
        return {};
    const auto chain = certificatesOf(endpoint.certificateFile);
    if (!chain)
        return chain.error();
    const auto key = keyOf(endpoint.keyFile);
    if (!key)
        return key.error();
    credential.certificateChain = *chain;
    credential.privateKey = *key;
    return {};
}

/// Authorization goes the guarded way of a credential, all others are sent as typed.
std::optional<base::Error> addHeaders(const Endpoint& endpoint, const QUrl& address, http::Credential& credential)
{
    for (const QString& typed : endpoint.headers) {
        const auto header = headerOf(typed);
        if (!header)
            return header.error();
        if (header->first.compare("authorization", Qt::CaseInsensitive) != 0)
            credential.headers.append(*header);
        else if (address.scheme() == u"https")
            credential.authorization = header->second;
        else
            return unusable(
                Text::tr(
                    "An Authorization header is sent over https only: over http anybody on the way could read it."),
                {});
    }
    return {};
}

} // namespace

base::Result<EndpointAccess> accessTo(const Endpoint& endpoint)
{
    const auto address = addressOf(endpoint.address);
    if (!address)
        return address.error();
    EndpointAccess access;
    access.target.base = *address;
    access.target.label = address->toDisplayString();
    http::Credential credential;
    if (const auto problem = addHeaders(endpoint, *address, credential))
        return *problem;
    if (const auto problem = addCertificate(endpoint, credential))
        return *problem;
    if (!endpoint.authorityFile.isEmpty()) {
        const auto roots = certificatesOf(endpoint.authorityFile);
        if (!roots)
            return roots.error();
        access.target.trust.authorities = *roots;
    }
    access.credentials =
        endpoint.credentials ? endpoint.credentials : std::make_shared<TypedCredential>(std::move(credential));
    return access;
}

} // namespace flink
