#include "core/kube/access.h"

#include "core/base/visibletext.h"
#include "core/kube/certificates.h"
#include "core/kube/contextcredentials.h"
#include "core/kube/identity.h"
#include "core/kube/pluginpolicy.h"
#include "core/kube/serverurl.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Result;

std::optional<Error> unusableContext(const Kubeconfig& config, const QString& contextName)
{
    QStringList errors;
    const QList<Problem> problems = config.problemsOf(contextName);
    for (const Problem& problem : problems) {
        if (problem.severity == Problem::Severity::Error)
            errors.append(problem.message);
    }
    if (errors.isEmpty())
        return std::nullopt;
    return Error{
        Error::Kind::Configuration,
        Text::tr("The context \"%1\" cannot be used: %2").arg(base::visibleText(contextName, 200), errors.first()),
        errors.join(u'\n')};
}

bool liesBeside(const QString& file, const QString& path)
{
    const QString folder = QFileInfo(file).canonicalPath() + u'/';
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.startsWith(folder);
}

/// What a kubeconfig that somebody else may have written asks for beyond talking to its server.
QStringList concernsOf(const Kubeconfig& config, const ClusterEntry& cluster, const UserEntry& user)
{
    QStringList concerns;
    const auto outside = [&concerns](const QString& file, const QString& path) {
        if (!path.isEmpty() && !liesBeside(file, path))
            concerns.append(Text::tr("It reads the file %1.").arg(base::visibleText(path, 500)));
    };
    if (config.untrusted.contains(cluster.file)) {
        outside(cluster.file, cluster.certificateAuthority);
        if (!cluster.proxyUrl.isEmpty()) {
            const QString proxy = QUrl(cluster.proxyUrl).toString(QUrl::RemoveUserInfo);
            concerns.append(Text::tr("It sends everything through the proxy %1.").arg(base::visibleText(proxy, 200)));
        }
        if (cluster.insecureSkipTlsVerify)
            concerns.append(Text::tr("It does not check the identity of the server."));
    }
    if (config.untrusted.contains(user.file)) {
        outside(user.file, user.clientCertificate);
        outside(user.file, user.clientKey);
        if (!user.tokenFile.isEmpty()) {
            concerns.append(Text::tr("It sends the content of the file %1 to the server %2 as a token.")
                                .arg(base::visibleText(user.tokenFile, 500), base::visibleText(cluster.server, 200)));
        }
    }
    return concerns;
}

Result<http::Trust> trustOf(const ClusterEntry& cluster, bool mayRead)
{
    http::Trust trust;
    trust.serverName = cluster.tlsServerName;
    if (cluster.insecureSkipTlsVerify)
        trust.verification = http::Trust::Verification::None;
    QByteArray pem = cluster.certificateAuthorityData;
    if (pem.isEmpty()) {
        if (cluster.certificateAuthority.isEmpty())
            return trust;
        FileContent file(cluster.certificateAuthority, 0ms);
        Result<QByteArray> content = mayRead ? file.read() : QByteArray();
        if (!content)
            return content.error();
        pem = *std::move(content);
    }
    Result<QList<QSslCertificate>> roots = readAuthorities(pem, base::visibleText(cluster.name, 200));
    if (!roots)
        return roots.error();
    trust.authorities = *std::move(roots);
    return trust;
}

/// What can be known to be wrong before anything is sent.
std::optional<Error> unusableCertificate(const UserEntry& user)
{
    if (user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty())
        return std::nullopt;
    FileContent certificateFile(user.clientCertificate, 0ms);
    FileContent keyFile(user.clientKey, 0ms);
    const bool certificateInFile = user.clientCertificateData.isEmpty();
    const bool keyInFile = user.clientKeyData.isEmpty();
    const Result<QByteArray> certificate = certificateInFile ? certificateFile.read() : user.clientCertificateData;
    const Result<QByteArray> key = keyInFile ? keyFile.read() : user.clientKeyData;
    if (!certificate || !key)
        return certificate ? key.error() : certificate.error();
    const Result<KeyPair> pair =
        readKeyPair(*certificate, *key, Text::tr("the user \"%1\"").arg(base::visibleText(user.name, 200)));
    return pair ? std::nullopt : std::optional(pair.error());
}

} // namespace

Result<ContextAccess> accessTo(const Kubeconfig& config, const QString& contextName, PluginUse use)
{
    if (auto error = unusableContext(config, contextName))
        return *error;
    const ContextEntry& context = *config.context(contextName);
    CredentialParts parts;
    parts.contextName = contextName;
    parts.cluster = *config.cluster(context.cluster);
    if (const UserEntry* user = config.user(context.user))
        parts.user = *user;
    parts.concerns = concernsOf(config, parts.cluster, parts.user);

    const Result<QUrl> server = serverUrl(parts.cluster);
    if (!server)
        return server.error();
    Result<http::Trust> trust = trustOf(parts.cluster, parts.concerns.isEmpty());
    if (!trust)
        return trust.error();
    parts.isSecure = server->scheme() == u"https";
    if (parts.isSecure && parts.concerns.isEmpty()) {
        if (auto error = unusableCertificate(parts.user))
            return *error;
    }
    if (const auto headers = impersonationHeaders(parts.user); !headers)
        return headers.error();

    ContextAccess access;
    access.target.base = *server;
    access.target.trust = *std::move(trust);
    access.target.proxy = QUrl(parts.cluster.proxyUrl);
    access.target.compression = !parts.cluster.disableCompression;
    access.target.label = contextName;
    access.nameSpace = context.nameSpace.isEmpty() ? u"default"_s : context.nameSpace;
    access.actingAs = parts.user.impersonate;
    parts.server = server->toString();
    parts.approval = std::move(use.approval);
    parts.searchPath = use.searchPath ? std::move(use.searchPath) : std::make_shared<PluginPath>();
    parts.plugins = use.plugins ? std::move(use.plugins) : std::make_shared<Plugins>();
    parts.kuberc = kubercFile();
    const auto credentials = std::make_shared<ContextCredentials>(std::move(parts));
    access.plugin = credentials->plugin();
    access.credentials = credentials;
    return access;
}

} // namespace kube
