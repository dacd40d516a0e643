#pragma once

#include "core/kube/access.h"
#include "core/kube/execplugin.h"
#include "core/kube/filecontent.h"
#include "core/kube/plugins.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace kube {

/// What the credentials of one context are made from.
struct CredentialParts
{
    QString contextName;
    ClusterEntry cluster;
    UserEntry user;
    QString server;       ///< for messages and the question to the user
    bool isSecure = true; ///< https: without it nothing secret is ever handed out
    QStringList concerns; ///< what needs approval before anything is read, see PluginRun
    std::shared_ptr<PluginApproval> approval;
    std::shared_ptr<PluginPath> searchPath;
    std::shared_ptr<Plugins> plugins;
    QString kuberc; ///< the user's policy for plugins; empty: none
    PluginTimes times = {};
};

/// The credentials of one context, in the order of precedence of kubectl: token, basic, exec plugin or oidc; a client
/// certificate beside them. Follows the files they stand in.
class ContextCredentials : public QObject, public http::CredentialSource
{
    Q_OBJECT
public:
    explicit ContextCredentials(CredentialParts parts);
    ~ContextCredentials() override;

    std::shared_ptr<ExecPlugin> plugin() const { return m_plugin; } ///< null: none needed

    void obtain(QObject* context, Done done) override;
    void reject(const http::Credential& credential) override;

private:
    using Credential = http::Credential;

    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };
    /// What a credential is compared by.
    struct Identity
    {
        QByteArray authorization;
        QList<QSslCertificate> chain;
        QSslKey key;
        std::optional<QList<QSslCertificate>> authorities;

        friend bool operator==(const Identity&, const Identity&) = default;
    };

    bool needsPlugin() const;
    bool hasFixedIdentity() const;
    void proceed();
    void prepareRun();
    void askOrRun(const QString& searchPath);
    void ask(const PluginRun& run);
    void runPlugin(const PluginRun& run);
    void fail(const base::Error& error);
    void answer(const base::Result<Credential>& result);

    base::Result<Credential> compose();
    std::optional<base::Error> addCertificate(Credential& credential);
    std::optional<base::Error> addAuthorization(Credential& credential);
    std::optional<base::Error> addPlugin(Credential& credential);
    base::Result<QByteArray> tokenAuthorization();
    void addAuthorities(Credential& credential);
    void count(Credential& credential);

    CredentialParts m_parts;
    std::shared_ptr<ExecPlugin> m_plugin; ///< null: none needed
    std::optional<FileContent> m_tokenFile, m_certificateFile, m_keyFile, m_authorityFile;
    QByteArray m_token;         ///< last good content of the token file
    KeyPair m_keyPair;          ///< last good one
    QByteArray m_lastAuthority; ///< what m_authorities, or the target's roots, were read from
    std::optional<QList<QSslCertificate>> m_authorities;
    QByteArray m_approved;
    QByteArray m_denied;
    std::vector<Waiting> m_waiting;
    bool m_preparing = false; ///< a question or a run is under way
    Identity m_identity;
    quint64 m_generation = 0;
    quint64 m_pluginSerial = 0; ///< of the credential of m_generation
};

} // namespace kube
