#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace kube {

/// Something wrong with one entry or one file of a kubeconfig. Only an Error makes the entry unusable.
struct Problem
{
    enum class Severity { Warning, Error };

    Severity severity = Severity::Error;
    QString message; ///< translated

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The parts of a kubeconfig as they stand there; `file` is where the entry was defined: relative paths belong to its
/// folder.
struct ClusterEntry
{
    QString name, file;
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority; ///< absolute path
    QByteArray certificateAuthorityData;
    QString proxyUrl;
    bool disableCompression = false;
    QJsonValue execConfig = QJsonValue::Undefined; ///< extension client.authentication.k8s.io/exec
    QList<Problem> problems;

    friend bool operator==(const ClusterEntry&, const ClusterEntry&) = default;
};

struct ExecConfig
{
    enum class Interactive { Unset, Never, IfAvailable, Always };

    QString command; ///< absolute when it held a path separator
    QStringList arguments;
    QList<std::pair<QString, QString>> environment;
    QString apiVersion;
    QString installHint;
    bool provideClusterInfo = false;
    Interactive interactive = Interactive::Unset;

    friend bool operator==(const ExecConfig&, const ExecConfig&) = default;
};

struct AuthProvider
{
    QString name;
    QMap<QString, QString> config;

    friend bool operator==(const AuthProvider&, const AuthProvider&) = default;
};

struct UserEntry
{
    QString name, file;
    QString clientCertificate, clientKey; ///< absolute paths
    QByteArray clientCertificateData, clientKeyData;
    QString token, tokenFile;
    QString username, password;
    QString impersonate, impersonateUid;
    QStringList impersonateGroups;
    QMap<QString, QStringList> impersonateExtra;
    std::optional<ExecConfig> exec;
    std::optional<AuthProvider> authProvider;
    QList<Problem> problems;

    friend bool operator==(const UserEntry&, const UserEntry&) = default;
};

struct ContextEntry
{
    QString name, file;
    QString cluster, user;
    QString nameSpace; ///< empty: "default"
    QList<Problem> problems;

    friend bool operator==(const ContextEntry&, const ContextEntry&) = default;
};

/// The merged view of one or several kubeconfig files. Reading it runs, resolves and connects nothing.
struct Kubeconfig
{
    QStringList files; ///< that were read, in order
    QString currentContext;
    QList<ContextEntry> contexts;
    QList<ClusterEntry> clusters;
    QList<UserEntry> users;
    QList<Problem> problems; ///< of whole files
    QStringList
        untrusted; ///< files somebody else may have written: what they ask for needs approval, see PluginRun::concerns

    const ContextEntry* context(const QString& name) const;
    const ClusterEntry* cluster(const QString& name) const;
    const UserEntry* user(const QString& name) const;
    /// All that stands in the way of using this context, with that of its cluster and user; empty: usable as far as can
    /// be told without touching anything but files.
    QList<Problem> problemsOf(const QString& contextName) const;
    /// The kinds of authentication of the context's user, in the words of the command line: clientCertificate, token,
    /// tokenFile, basic, exec, oidc, none.
    QStringList authenticationOf(const QString& contextName) const;
};

/// The files kubectl would read: `explicitFile` alone, else $KUBECONFIG, else ~/.kube/config.
struct KubeconfigFiles
{
    QStringList paths;
    bool mustExist = false; ///< an explicitly named file
    QStringList untrusted;  ///< those of `paths` that came by drop, paste or download
};
KubeconfigFiles kubeconfigFiles(const QString& explicitFile = {});

/// Reads and merges: the first definition of a name wins as a whole, the first non-empty current-context wins. A broken
/// entry breaks that entry alone, a broken file that file alone. An Error only where `mustExist` files are missing.
base::Result<Kubeconfig> readKubeconfig(const KubeconfigFiles& files);

} // namespace kube
