#include "core/kube/pluginquestion.h"

#include "core/base/visibletext.h"
#include "core/kube/execprotocol.h"
#include "core/kube/pluginpolicy.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;

template <typename... Parts>
QByteArray hashOf(const Parts&... parts)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    (stream << ... << parts);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray authorityOf(const ClusterEntry& cluster)
{
    if (!cluster.certificateAuthorityData.isEmpty() || cluster.certificateAuthority.isEmpty())
        return cluster.certificateAuthorityData;
    FileContent file(cluster.certificateAuthority, 0ms);
    const auto content = file.read();
    return content ? *content : QByteArray();
}

QStringList flat(const QList<std::pair<QString, QString>>& environment)
{
    QStringList list;
    for (const auto& [name, value] : environment)
        list << name << value;
    return list;
}

Error notFound(const CredentialParts& parts, const PluginRun& run)
{
    Error error{Error::Kind::Credentials,
                Text::tr("The credential plugin %1 was not found.").arg(base::visibleText(run.command, 200))};
    const QString hint = base::visibleText(parts.user.exec->installHint, 2000, base::Lines::Keep);
    if (!hint.isEmpty())
        error.message += u' ' + hint;
    error.detail = Text::tr("It was looked for in: %1").arg(run.searchPath);
    return error;
}

} // namespace

QByteArray pluginKey(const CredentialParts& parts)
{
    const ExecConfig& exec = *parts.user.exec;
    return hashOf(parts.user.file, parts.user.name, exec.command, exec.arguments, flat(exec.environment),
                  exec.apiVersion, execInfo(exec, parts.cluster, parts.cluster.certificateAuthorityData),
                  parts.cluster.certificateAuthority, parts.server, parts.kuberc);
}

PluginRun describePluginRun(const CredentialParts& parts, const QString& searchPath)
{
    PluginRun run;
    run.contextName = parts.contextName;
    run.file = parts.user.file.isEmpty() ? parts.cluster.file : parts.user.file;
    run.searchPath = searchPath;
    run.server = parts.server;
    run.concerns = parts.concerns;
    QStringList environment;
    if (parts.user.exec) {
        run.command = parts.user.exec->command;
        run.resolvedCommand = PluginPath::resolve(run.command, searchPath);
        run.arguments = parts.user.exec->arguments;
        environment = flat(parts.user.exec->environment);
        for (const auto& [name, value] : parts.user.exec->environment)
            run.environmentNames.append(name);
    }
    const QFileInfo program(run.resolvedCommand);
    run.fingerprint = hashOf(run.file, run.resolvedCommand, program.canonicalFilePath(), program.size(),
                             program.lastModified(), run.arguments, environment, run.server, run.concerns);
    return run;
}

std::optional<Error> pluginObstacle(const CredentialParts& parts, const PluginRun& run)
{
    const ExecConfig& exec = *parts.user.exec;
    if (exec.interactive == ExecConfig::Interactive::Always) {
        return Error{
            Error::Kind::Credentials,
            Text::tr(
                "The credential plugin %1 needs a terminal (\"interactiveMode: Always\"). Run it once in a terminal, "
                "or set IfAvailable.")
                .arg(base::visibleText(run.command, 200))};
    }
    if (run.resolvedCommand.isEmpty())
        return notFound(parts, run);
    const auto allowed = pluginAllowed(parts.kuberc, run.resolvedCommand, run.searchPath);
    return allowed ? std::nullopt : std::optional(allowed.error());
}

Error pluginNotApproved(const PluginRun& run)
{
    if (run.command.isEmpty()) {
        return {Error::Kind::Credentials,
                Text::tr("What the kubeconfig file %1 asks for was not approved, so nothing was read or sent.")
                    .arg(run.file),
                run.concerns.join(u'\n')};
    }
    return {Error::Kind::Credentials, Text::tr("The credential plugin %1 was not run because it was not approved. Open "
                                               "the connection again to be asked again.")
                                          .arg(base::visibleText(run.resolvedCommand, 500))};
}

QProcessEnvironment pluginEnvironment(const CredentialParts& parts, const QString& searchPath)
{
    const ExecConfig& exec = *parts.user.exec;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, searchPath);
    for (const auto& [name, value] : exec.environment)
        environment.insert(name, value);
    environment.insert(u"KUBERNETES_EXEC_INFO"_s,
                       QString::fromUtf8(execInfo(exec, parts.cluster, authorityOf(parts.cluster))));
    return environment;
}

} // namespace kube
