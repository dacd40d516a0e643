#pragma once

#include "core/base/result.h"
#include "core/http/client.h"
#include "core/kube/kubeconfig.h"
#include "core/kube/pluginpath.h"

#include <functional>
#include <memory>

namespace kube {

class ExecPlugin;
class Plugins;

/// What a plugin would run, for the question whether it may.
struct PluginRun
{
    QString contextName;
    QString file;            ///< kubeconfig that asks for it
    QString command;         ///< as configured
    QString resolvedCommand; ///< absolute; empty: not found in `searchPath`
    QString searchPath;
    QStringList arguments;
    QStringList environmentNames;
    QString server;
    /// What else needs a yes because somebody else may have written `file`: translated sentences. `command` may be
    /// empty then.
    QStringList concerns;
    /// Of file, resolvedCommand and what that file is now, arguments, environment with its values, server and concerns;
    /// an approval holds for exactly this.
    QByteArray fingerprint;
};

/// Decides whether a credential plugin may run. The window asks the user, the command line its terminal or a flag. A no
/// is kept for as long as the access lives, or until what is asked changes.
class PluginApproval
{
public:
    virtual ~PluginApproval() = default;
    virtual void ask(const PluginRun& run, QObject* context, std::function<void(bool approved)> done) = 0;
};

/// What signing in with a credential plugin takes beside the kubeconfig that names it.
struct PluginUse
{
    std::shared_ptr<PluginApproval> approval;
    std::shared_ptr<PluginPath> searchPath = {}; ///< null: one that asks the login shell when there is no terminal
    std::shared_ptr<Plugins> plugins = {};       ///< null: shared with no other access
};

/// Everything needed to talk to the server of one context. Fails with Configuration when the context cannot be used;
/// reads certificate files, runs nothing; of an untrusted kubeconfig it reads nothing outside that file's folder before
/// approval.
struct ContextAccess
{
    http::Target target;
    std::shared_ptr<http::CredentialSource> credentials;
    std::shared_ptr<ExecPlugin> plugin; ///< that signs in; null: none does
    QString nameSpace;                  ///< of the context; "default" when it names none
    QString actingAs;                   ///< impersonated user; empty: oneself
};
base::Result<ContextAccess> accessTo(const Kubeconfig& config, const QString& contextName, PluginUse use);

} // namespace kube
