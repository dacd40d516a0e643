#include "core/kube/pluginpolicy.h"

#include "core/base/visibletext.h"
#include "core/kube/filecontent.h"
#include "core/kube/pluginpath.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Ok;
using base::Result;

Error refused(const QString& message)
{
    return {Error::Kind::Credentials, message};
}

Result<QJsonObject> preference(const QString& kuberc)
{
    FileContent file(kuberc, 0ms);
    const Result<QByteArray> text = file.read();
    if (!text)
        return text.error();
    const auto documents = yaml::read(*text, yaml::Scalars::Typed);
    if (!documents)
        return documents.error();
    // The file may hold the same preferences once for each version of the format.
    return documents->isEmpty() ? QJsonObject() : documents->first().toObject();
}

bool isListed(const QJsonArray& list, const QString& resolvedCommand, const QString& searchPath)
{
    for (const QJsonValue entry : list) {
        const QString command = entry[u"command"].toString(entry[u"name"].toString());
        if (!command.isEmpty() && PluginPath::resolve(command, searchPath) == resolvedCommand)
            return true;
    }
    return false;
}

} // namespace

QString kubercFile()
{
    const QString named = qEnvironmentVariable("KUBERC");
    if (named == u"off")
        return {};
    if (!named.isEmpty())
        return named;
    const QString usual = QDir::homePath() + u"/.kube/kuberc"_s;
    return QFileInfo::exists(usual) ? usual : QString();
}

Result<Ok> pluginAllowed(const QString& kuberc, const QString& resolvedCommand, const QString& searchPath)
{
    if (kuberc.isEmpty())
        return Ok{};
    const Result<QJsonObject> file = preference(kuberc);
    if (!file) {
        return refused(Text::tr("No credential plugin is run because the policy in %1 cannot be read: %2")
                           .arg(kuberc, file.error().message));
    }
    const QString policy = file->value(u"credentialPluginPolicy").toString();
    const QJsonArray list = file->value(u"credentialPluginAllowlist").toArray();
    if (policy.isEmpty() || policy == u"AllowAll")
        return Ok{};
    if (policy == u"DenyAll")
        return refused(Text::tr("Your policy in %1 forbids all credential plugins (DenyAll).").arg(kuberc));
    if (policy != u"Allowlist") {
        return refused(Text::tr("No credential plugin is run because %1 names the unknown policy \"%2\".")
                           .arg(kuberc, base::visibleText(policy, 100)));
    }
    if (list.isEmpty())
        return refused(Text::tr("Your policy in %1 is Allowlist, but the list is empty.").arg(kuberc));
    if (isListed(list, resolvedCommand, searchPath))
        return Ok{};
    return refused(
        Text::tr("Your policy in %1 does not allow the credential plugin %2. Add it to credentialPluginAllowlist.")
            .arg(kuberc, base::visibleText(resolvedCommand, 500)));
}

} // namespace kube
