#include "core/base/visibletext.h"
#include "core/kube/kubeconfig.h"
#include "core/kube/serverurl.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

/// What is wrong with a whole entry, as kubectl would find when it uses it.
class Findings
{
public:
    void error(const QString& message) { m_problems.append({Problem::Severity::Error, message}); }
    void warning(const QString& message) { m_problems.append({Problem::Severity::Warning, message}); }
    void unreadable(const QString& field, const QString& path)
    {
        // Only looks: what a file holds is read when the context is used.
        if (!path.isEmpty() && !(QFileInfo(path).isFile() && QFileInfo(path).isReadable()))
            error(Text::tr("The file %1 (%2) cannot be read.").arg(path, field));
    }
    QList<Problem> problems() const { return m_problems; }

private:
    QList<Problem> m_problems;
};

void checkProxy(const QString& proxy, Findings& findings)
{
    if (proxy.isEmpty())
        return;
    const QUrl url(proxy, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || !(scheme == u"http" || scheme == u"https" || scheme == u"socks5")) {
        findings.error(Text::tr("\"proxy-url\" must be an http or socks5 address, but is \"%1\".")
                           .arg(base::visibleText(url.toString(QUrl::RemoveUserInfo), 200)));
    } else if (scheme == u"https") {
        findings.error(Text::tr("Proxies that are themselves reached over https are not supported (\"proxy-url\")."));
    }
}

QList<Problem> checkCluster(const ClusterEntry& cluster)
{
    Findings findings;
    const bool hasAuthority = !cluster.certificateAuthority.isEmpty() || !cluster.certificateAuthorityData.isEmpty();
    if (cluster.server.isEmpty()) {
        findings.error(Text::tr("The cluster \"%1\" has no server address.").arg(base::visibleText(cluster.name, 200)));
    } else if (const auto url = serverUrl(cluster); !url) {
        findings.error(url.error().message);
    } else if (url->scheme() == u"http") {
        findings.warning(
            Text::tr("The server is reached over http: nothing is encrypted and no credentials are sent."));
    }
    checkProxy(cluster.proxyUrl, findings);
    if (!cluster.certificateAuthority.isEmpty() && !cluster.certificateAuthorityData.isEmpty()) {
        findings.error(
            Text::tr("Both \"certificate-authority\" and \"certificate-authority-data\" are set; keep one."));
    } else {
        findings.unreadable(u"certificate-authority"_s, cluster.certificateAuthority);
    }
    if (cluster.insecureSkipTlsVerify && hasAuthority) {
        findings.error(
            Text::tr("A certificate authority is set together with \"insecure-skip-tls-verify\"; keep one."));
    } else if (cluster.insecureSkipTlsVerify) {
        findings.warning(Text::tr("The identity of the server is not checked (\"insecure-skip-tls-verify\")."));
    }
    return findings.problems();
}

void checkClientCertificate(const UserEntry& user, Findings& findings)
{
    const bool hasCertificate = !user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty();
    const bool hasKey = !user.clientKey.isEmpty() || !user.clientKeyData.isEmpty();
    if (!hasCertificate)
        return;
    if (!user.clientCertificate.isEmpty() && !user.clientCertificateData.isEmpty())
        findings.error(Text::tr("Both \"client-certificate\" and \"client-certificate-data\" are set; keep one."));
    if (!user.clientKey.isEmpty() && !user.clientKeyData.isEmpty())
        findings.error(Text::tr("Both \"client-key\" and \"client-key-data\" are set; keep one."));
    if (!hasKey)
        findings.error(Text::tr("A client certificate is set without its key."));
    if (user.clientCertificateData.isEmpty())
        findings.unreadable(u"client-certificate"_s, user.clientCertificate);
    if (user.clientKeyData.isEmpty())
        findings.unreadable(u"client-key"_s, user.clientKey);
}

void checkExec(const ExecConfig& exec, Findings& findings)
{
    if (exec.command.isEmpty())
        findings.error(Text::tr("The credential plugin has no command."));
    if (exec.apiVersion.isEmpty()) {
        findings.error(Text::tr("The credential plugin has no apiVersion."));
    } else if (exec.apiVersion == u"client.authentication.k8s.io/v1alpha1") {
        findings.error(Text::tr(
            "The credential plugin uses the API version v1alpha1, which was removed. Update the plugin and set "
            "its apiVersion to client.authentication.k8s.io/v1beta1 (for EKS: aws eks update-kubeconfig)."));
    } else if (exec.apiVersion != u"client.authentication.k8s.io/v1" &&
               exec.apiVersion != u"client.authentication.k8s.io/v1beta1") {
        findings.error(Text::tr("The credential plugin has the unknown apiVersion \"%1\".")
                           .arg(base::visibleText(exec.apiVersion, 100)));
    } else if (exec.apiVersion.endsWith(u"/v1") && exec.interactive == ExecConfig::Interactive::Unset) {
        findings.warning(Text::tr("The credential plugin has no \"interactiveMode\", which kubectl requires; "
                                  "IfAvailable is assumed."));
    }
    if (exec.interactive == ExecConfig::Interactive::Always) {
        findings.warning(
            Text::tr("The credential plugin wants a terminal (\"interactiveMode: Always\") and cannot be run from "
                     "here. Run it once in a terminal, or set IfAvailable."));
    }
    for (const auto& [name, value] : exec.environment) {
        if (name.isEmpty())
            findings.error(Text::tr("An environment variable of the credential plugin has no name."));
    }
}

void checkAuthProvider(const AuthProvider& provider, Findings& findings)
{
    if (provider.name == u"gcp") {
        findings.error(
            Text::tr("The sign-in method gcp was removed from Kubernetes clients. Install gke-gcloud-auth-plugin and "
                     "run: gcloud container clusters get-credentials CLUSTER"));
    } else if (provider.name == u"azure") {
        findings.error(
            Text::tr("The sign-in method azure was removed from Kubernetes clients. Install kubelogin and run: "
                     "kubelogin convert-kubeconfig"));
    } else if (provider.name != u"oidc") {
        findings.error(Text::tr("The sign-in method \"%1\" is not known.").arg(base::visibleText(provider.name, 100)));
    }
}

QList<Problem> checkUser(const UserEntry& user)
{
    Findings findings;
    checkClientCertificate(user, findings);
    const bool hasToken = !user.token.isEmpty() || !user.tokenFile.isEmpty();
    const bool hasBasic = !user.username.isEmpty() || !user.password.isEmpty();
    if (hasToken && hasBasic)
        findings.error(Text::tr("More than one sign-in method is set: a token, and a user name with a password."));
    if (user.exec && user.authProvider)
        findings.error(Text::tr("A credential plugin and an auth-provider are set together; keep one."));
    if (user.exec)
        checkExec(*user.exec, findings);
    if (user.authProvider)
        checkAuthProvider(*user.authProvider, findings);
    const bool impersonatesPartly =
        !user.impersonateUid.isEmpty() || !user.impersonateGroups.isEmpty() || !user.impersonateExtra.isEmpty();
    if (impersonatesPartly && user.impersonate.isEmpty())
        findings.error(Text::tr("\"as-groups\", \"as-uid\" and \"as-user-extra\" need a user in \"as\"."));
    return findings.problems();
}

bool isDnsLabel(const QString& text)
{
    static const QRegularExpression label(uR"(\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z)"_s);
    return label.match(text).hasMatch();
}

} // namespace

QList<Problem> Kubeconfig::problemsOf(const QString& contextName) const
{
    Findings findings;
    const ContextEntry* entry = context(contextName);
    if (!entry) {
        findings.error(Text::tr("There is no context \"%1\".").arg(base::visibleText(contextName, 200)));
        return findings.problems();
    }
    QList<Problem> all = entry->problems;
    if (!entry->nameSpace.isEmpty() && !isDnsLabel(entry->nameSpace))
        findings.error(Text::tr("\"%1\" is not a valid namespace.").arg(base::visibleText(entry->nameSpace, 200)));
    const ClusterEntry* where = cluster(entry->cluster);
    const UserEntry* who = user(entry->user);
    if (entry->cluster.isEmpty())
        findings.error(Text::tr("The context names no cluster."));
    else if (!where)
        findings.error(Text::tr("The cluster \"%1\" is not defined.").arg(base::visibleText(entry->cluster, 200)));
    if (!entry->user.isEmpty() && !who)
        findings.error(Text::tr("The user \"%1\" is not defined.").arg(base::visibleText(entry->user, 200)));
    all += findings.problems();
    if (where)
        all += where->problems + checkCluster(*where);
    if (who)
        all += who->problems + checkUser(*who);
    return all;
}

} // namespace kube
