#include "core/kube/kubeconfig.h"

#include "core/kube/kubeconfigdecode.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;

constexpr qint64 longestFile = 32LL * 1024 * 1024;

template <typename Entry>
const Entry* named(const QList<Entry>& entries, const QString& name)
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&](const Entry& e) { return e.name == name; });
    return found == entries.cend() ? nullptr : &*found;
}

/// The first definition of a name wins as a whole.
template <typename Entry>
void mergeInto(QList<Entry>& merged, const QList<Entry>& more)
{
    for (const Entry& entry : more) {
        if (!named(merged, entry.name))
            merged.append(entry);
    }
}

Problem fileProblem(Problem::Severity severity, const QString& message)
{
    return {severity, message};
}

/// Somebody else can have written it: it belongs to another user, or others may write to it.
bool isWritableByOthers(const QFileInfo& info)
{
    const bool foreign = info.ownerId() != geteuid() && info.ownerId() != 0;
    return foreign || info.permissions().testAnyFlags(QFile::WriteGroup | QFile::WriteOther);
}

base::Result<QByteArray> contents(const QFileInfo& info)
{
    const QString path = info.absoluteFilePath();
    if (info.isDir())
        return Error{Error::Kind::Configuration, Text::tr("%1 is a directory, not a kubeconfig file.").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Kind::Configuration,
                     Text::tr("The kubeconfig file %1 cannot be read: %2").arg(path, file.errorString())};
    }
    // Reads one byte more than allowed instead of asking for the size: a pipe has none.
    const QByteArray text = file.read(longestFile + 1);
    if (text.size() > longestFile)
        return Error{Error::Kind::TooLarge, Text::tr("The kubeconfig file %1 is larger than 32 MiB.").arg(path)};
    return text;
}

void addFile(Kubeconfig& config, const QFileInfo& info)
{
    const QString path = info.absoluteFilePath();
    const base::Result<QByteArray> text = contents(info);
    if (!text) {
        config.problems.append(fileProblem(Problem::Severity::Error, text.error().message));
        return;
    }
    const base::Result<KubeconfigFile> file = decodeKubeconfig(*text, path);
    if (!file) {
        config.problems.append(fileProblem(Problem::Severity::Error, file.error().message));
        return;
    }
    if (info.permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther)) {
        config.problems.append(fileProblem(
            Problem::Severity::Warning,
            Text::tr("%1 can be read by other users of this machine. Make it private: chmod 600").arg(path)));
    }
    if (isWritableByOthers(info) && !config.untrusted.contains(path))
        config.untrusted.append(path);
    config.files.append(path);
    config.problems += file->problems;
    if (config.currentContext.isEmpty())
        config.currentContext = file->currentContext;
    mergeInto(config.contexts, file->contexts);
    mergeInto(config.clusters, file->clusters);
    mergeInto(config.users, file->users);
}

} // namespace

const ContextEntry* Kubeconfig::context(const QString& name) const
{
    return named(contexts, name);
}

const ClusterEntry* Kubeconfig::cluster(const QString& name) const
{
    return named(clusters, name);
}

const UserEntry* Kubeconfig::user(const QString& name) const
{
    return named(users, name);
}

QStringList Kubeconfig::authenticationOf(const QString& contextName) const
{
    const ContextEntry* entry = context(contextName);
    const UserEntry* who = entry ? user(entry->user) : nullptr;
    QStringList kinds;
    if (who) {
        if (!who->clientCertificate.isEmpty() || !who->clientCertificateData.isEmpty())
            kinds.append(u"clientCertificate"_s);
        if (!who->token.isEmpty())
            kinds.append(u"token"_s);
        if (!who->tokenFile.isEmpty())
            kinds.append(u"tokenFile"_s);
        if (!who->username.isEmpty() || !who->password.isEmpty())
            kinds.append(u"basic"_s);
        if (who->exec)
            kinds.append(u"exec"_s);
        if (who->authProvider)
            kinds.append(who->authProvider->name);
    }
    return kinds.isEmpty() ? QStringList{u"none"_s} : kinds;
}

KubeconfigFiles kubeconfigFiles(const QString& explicitFile)
{
    if (!explicitFile.isEmpty())
        return {{explicitFile}, true, {}};
    KubeconfigFiles files;
    const QString listed = qEnvironmentVariable("KUBECONFIG");
    if (listed.isEmpty()) {
        files.paths.append(QDir::homePath() + u"/.kube/config"_s);
        return files;
    }
    files.paths = listed.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    files.paths.removeDuplicates();
    return files;
}

base::Result<Kubeconfig> readKubeconfig(const KubeconfigFiles& files)
{
    Kubeconfig config;
    for (const QString& path : files.untrusted)
        config.untrusted.append(QFileInfo(path).absoluteFilePath());
    qsizetype missing = 0;
    for (const QString& path : files.paths) {
        const QFileInfo info(path);
        if (info.exists()) {
            addFile(config, info);
            continue;
        }
        ++missing;
        if (files.mustExist) {
            return Error{Error::Kind::Configuration,
                         Text::tr("The kubeconfig file %1 does not exist.").arg(info.absoluteFilePath())};
        }
    }
    const bool namedByEnvironment = !qEnvironmentVariable("KUBECONFIG").isEmpty();
    if (missing == files.paths.size() && namedByEnvironment) {
        config.problems.append(fileProblem(
            Problem::Severity::Warning,
            Text::tr("None of the files named by KUBECONFIG exists: %1").arg(files.paths.join(QDir::listSeparator()))));
    }
    return config;
}

} // namespace kube
