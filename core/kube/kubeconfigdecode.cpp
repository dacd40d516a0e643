#include "core/kube/kubeconfigdecode.h"

#include "core/base/visibletext.h"
#include "core/kube/kubeconfigfields.h"
#include "core/yaml/yaml.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;

constexpr auto execExtension = "client.authentication.k8s.io/exec";

/// The configuration that a cluster holds for exec plugins.
QJsonValue execExtensionOf(const QJsonObject& cluster)
{
    const QJsonArray extensions = cluster.value(u"extensions").toArray();
    for (const QJsonValue& extension : extensions) {
        if (extension[u"name"].toString() == QLatin1StringView(execExtension))
            return extension[u"extension"];
    }
    return QJsonValue(QJsonValue::Undefined);
}

/// Plugins expect that configuration with its numbers and booleans, which are texts everywhere else in a kubeconfig.
void retypeExecExtensions(const QByteArray& text, QList<ClusterEntry>& clusters)
{
    const auto hasExtension = [](const ClusterEntry& entry) { return !entry.execConfig.isUndefined(); };
    if (std::none_of(clusters.cbegin(), clusters.cend(), hasExtension))
        return;
    const auto documents = yaml::read(text, yaml::Scalars::Typed);
    if (!documents)
        return;
    QHash<QString, QJsonValue> typed;
    const QJsonArray entries = documents->first()[u"clusters"].toArray();
    for (const QJsonValue& entry : entries) {
        const QString name = entry[u"name"].toVariant().toString();
        if (!typed.contains(name))
            typed.insert(name, execExtensionOf(entry[u"cluster"].toObject()));
    }
    for (ClusterEntry& cluster : clusters)
        cluster.execConfig = typed.value(cluster.name, cluster.execConfig);
}

ClusterEntry decodeCluster(const QJsonObject& object, const QString& name, const QString& file)
{
    ClusterEntry entry;
    entry.name = name;
    entry.file = file;
    const Fields fields(object, file, entry.problems);
    entry.server = fields.text(u"server"_s);
    entry.tlsServerName = fields.text(u"tls-server-name"_s);
    entry.insecureSkipTlsVerify = fields.isTrue(u"insecure-skip-tls-verify"_s);
    entry.certificateAuthority = fields.path(u"certificate-authority"_s);
    entry.certificateAuthorityData = fields.base64(u"certificate-authority-data"_s);
    entry.proxyUrl = fields.text(u"proxy-url"_s);
    entry.disableCompression = fields.isTrue(u"disable-compression"_s);
    entry.execConfig = execExtensionOf(object);
    return entry;
}

ExecConfig::Interactive interactiveMode(const Fields& fields)
{
    const QString mode = fields.text(u"interactiveMode"_s);
    if (mode == u"Never")
        return ExecConfig::Interactive::Never;
    if (mode == u"IfAvailable")
        return ExecConfig::Interactive::IfAvailable;
    if (mode == u"Always")
        return ExecConfig::Interactive::Always;
    if (!mode.isEmpty())
        fields.complain(Text::tr("\"interactiveMode\" must be Never, IfAvailable or Always."));
    return ExecConfig::Interactive::Unset;
}

ExecConfig decodeExec(const QJsonObject& object, const QString& file, QList<Problem>& problems)
{
    const Fields fields(object, file, problems);
    ExecConfig exec;
    exec.command = fields.text(u"command"_s);
    if (exec.command.contains(u'/'))
        exec.command = pathBeside(file, exec.command);
    exec.arguments = fields.texts(u"args"_s);
    const QList<QJsonObject> variables = fields.objects(u"env"_s);
    for (const QJsonObject& variable : variables) {
        const Fields pair(variable, file, problems);
        exec.environment.append({pair.text(u"name"_s), pair.text(u"value"_s)});
    }
    exec.apiVersion = fields.text(u"apiVersion"_s);
    exec.installHint = fields.text(u"installHint"_s);
    exec.provideClusterInfo = fields.isTrue(u"provideClusterInfo"_s);
    exec.interactive = interactiveMode(fields);
    return exec;
}

UserEntry decodeUser(const QJsonObject& object, const QString& name, const QString& file)
{
    UserEntry entry;
    entry.name = name;
    entry.file = file;
    const Fields fields(object, file, entry.problems);
    entry.clientCertificate = fields.path(u"client-certificate"_s);
    entry.clientCertificateData = fields.base64(u"client-certificate-data"_s);
    entry.clientKey = fields.path(u"client-key"_s);
    entry.clientKeyData = fields.base64(u"client-key-data"_s);
    entry.token = fields.text(u"token"_s);
    entry.tokenFile = fields.path(u"tokenFile"_s);
    entry.username = fields.text(u"username"_s);
    entry.password = fields.text(u"password"_s);
    entry.impersonate = fields.text(u"as"_s);
    entry.impersonateUid = fields.text(u"as-uid"_s);
    entry.impersonateGroups = fields.texts(u"as-groups"_s);
    entry.impersonateExtra = fields.textListMap(u"as-user-extra"_s);
    if (const auto exec = fields.object(u"exec"_s))
        entry.exec = decodeExec(*exec, file, entry.problems);
    if (const auto provider = fields.object(u"auth-provider"_s)) {
        const Fields inner(*provider, file, entry.problems);
        entry.authProvider = AuthProvider{inner.text(u"name"_s), inner.textMap(u"config"_s)};
    }
    return entry;
}

ContextEntry decodeContext(const QJsonObject& object, const QString& name, const QString& file)
{
    ContextEntry entry;
    entry.name = name;
    entry.file = file;
    const Fields fields(object, file, entry.problems);
    entry.cluster = fields.text(u"cluster"_s);
    entry.user = fields.text(u"user"_s);
    entry.nameSpace = fields.text(u"namespace"_s);
    return entry;
}

/// Reads the entries of one list. Of two with the same name the first stays, marked: nobody can tell which one is
/// meant.
template <typename Entry>
QList<Entry> decodeList(const Fields& fields, const QString& list, const QString& inner, const QString& file,
                        Entry (*decode)(const QJsonObject&, const QString&, const QString&))
{
    QList<Entry> entries;
    QHash<QString, qsizetype> seen;
    const QList<QJsonObject> objects = fields.objects(list);
    for (const QJsonObject& object : objects) {
        QList<Problem> problems;
        const Fields outer(object, file, problems);
        const QString name = outer.text(u"name"_s);
        if (name.isEmpty())
            outer.complain(Text::tr("An entry of %1 has no name.").arg(list));
        const QJsonObject content = outer.object(inner).value_or(QJsonObject());
        if (const auto first = seen.constFind(name); first != seen.constEnd()) {
            entries[*first].problems.append(
                {Problem::Severity::Error,
                 Text::tr("\"%1\" is defined more than once in %2.").arg(base::visibleText(name, 200), list)});
            continue;
        }
        seen.insert(name, entries.size());
        Entry entry = decode(content, name, file);
        entry.problems = problems + entry.problems;
        entries.append(std::move(entry));
    }
    return entries;
}

Error unusable(const QString& file, const QString& why)
{
    return {Error::Kind::Configuration, Text::tr("The kubeconfig file %1 cannot be used: %2").arg(file, why)};
}

std::optional<QString> wrongKind(const Fields& fields)
{
    const QString version = fields.text(u"apiVersion"_s);
    if (!version.isEmpty() && version != u"v1")
        return Text::tr("its apiVersion is \"%1\", not v1.").arg(base::visibleText(version, 100));
    const QString kind = fields.text(u"kind"_s);
    if (!kind.isEmpty() && kind != u"Config")
        return Text::tr("its kind is \"%1\", not Config.").arg(base::visibleText(kind, 100));
    return std::nullopt;
}

} // namespace

base::Result<KubeconfigFile> decodeKubeconfig(const QByteArray& text, const QString& file)
{
    const auto documents = yaml::read(text, yaml::Scalars::AsText);
    if (!documents) {
        Error error = unusable(file, documents.error().message);
        error.detail = documents.error().detail;
        return error;
    }
    KubeconfigFile config;
    if (documents->isEmpty() || documents->first().isNull())
        return config;
    if (!documents->first().isObject())
        return unusable(file, Text::tr("it is not a map of settings."));

    const Fields fields(documents->first().toObject(), file, config.problems);
    if (const auto wrong = wrongKind(fields))
        return unusable(file, *wrong);
    if (documents->size() > 1) {
        config.problems.append({Problem::Severity::Warning,
                                Text::tr("%1 holds several documents; only the first one is used.").arg(file)});
    }
    config.currentContext = fields.text(u"current-context"_s);
    config.contexts = decodeList(fields, u"contexts"_s, u"context"_s, file, decodeContext);
    config.clusters = decodeList(fields, u"clusters"_s, u"cluster"_s, file, decodeCluster);
    retypeExecExtensions(text, config.clusters);
    config.users = decodeList(fields, u"users"_s, u"user"_s, file, decodeUser);
    return config;
}

} // namespace kube
