#include "core/kube/execprotocol.h"

#include "core/base/visibletext.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Result;

Error unusable(const QString& message, const QString& detail = {})
{
    return {Error::Kind::Credentials, message, detail};
}

void setUnlessEmpty(QJsonObject& object, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

QJsonObject clusterInfo(const ClusterEntry& cluster, const QByteArray& authority)
{
    QJsonObject info;
    setUnlessEmpty(info, u"server"_s, cluster.server);
    setUnlessEmpty(info, u"tls-server-name"_s, cluster.tlsServerName);
    if (cluster.insecureSkipTlsVerify)
        info.insert(u"insecure-skip-tls-verify"_s, true);
    setUnlessEmpty(info, u"certificate-authority-data"_s, QString::fromLatin1(authority.toBase64()));
    setUnlessEmpty(info, u"proxy-url"_s, cluster.proxyUrl);
    if (cluster.disableCompression)
        info.insert(u"disable-compression"_s, true);
    info.insert(u"config"_s, cluster.execConfig.isUndefined() ? QJsonValue(QJsonValue::Null) : cluster.execConfig);
    return info;
}

/// The first part of the output, never all of it: it may hold a token.
QString quote(const QByteArray& output)
{
    const QString start = QString::fromUtf8(output.left(200));
    return base::visibleText(start, 200);
}

Result<QJsonObject> parse(const QByteArray& output)
{
    if (output.trimmed().isEmpty())
        return unusable(Text::tr("The credential plugin printed nothing."));
    const QJsonDocument json = QJsonDocument::fromJson(output);
    if (json.isObject())
        return json.object();
    const auto documents = yaml::read(output, yaml::Scalars::AsText);
    if (!documents || documents->isEmpty() || !documents->first().isObject()) {
        return unusable(
            Text::tr("The credential plugin did not print a credential. Its output begins: %1").arg(quote(output)),
            documents ? QString() : documents.error().message);
    }
    return documents->first().toObject();
}

Result<QDateTime> expiry(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return QDateTime();
    const QDateTime when = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    if (!when.isValid()) {
        return unusable(Text::tr("The credential plugin gave the expiration time \"%1\", which is not a time.")
                            .arg(base::visibleText(value.toString(), 100)));
    }
    return when;
}

Result<KeyPair> keyPairOf(const QJsonObject& status)
{
    const QByteArray certificate = status.value(u"clientCertificateData").toString().toUtf8();
    const QByteArray key = status.value(u"clientKeyData").toString().toUtf8();
    if (certificate.isEmpty() && key.isEmpty())
        return KeyPair();
    if (key.isEmpty())
        return unusable(Text::tr("The credential plugin gave a client certificate without its key."));
    if (certificate.isEmpty())
        return unusable(Text::tr("The credential plugin gave a client key without its certificate."));
    const Result<KeyPair> pair = readKeyPair(certificate, key, Text::tr("the credential plugin"));
    if (!pair)
        return unusable(pair.error().message);
    return pair;
}

std::optional<Error> wrongKind(const QJsonObject& answer, const QString& apiVersion)
{
    const QString kind = answer.value(u"kind").toString();
    if (kind != u"ExecCredential") {
        return unusable(Text::tr("The credential plugin printed the kind \"%1\" instead of ExecCredential.")
                            .arg(base::visibleText(kind, 100)));
    }
    const QString version = answer.value(u"apiVersion").toString();
    if (version != apiVersion) {
        return unusable(
            Text::tr("The credential plugin answered in the API version \"%1\", but the kubeconfig asks for %2.")
                .arg(base::visibleText(version, 100), apiVersion));
    }
    if (!answer.value(u"status").isObject())
        return unusable(Text::tr("The credential plugin printed an ExecCredential without a status."));
    return std::nullopt;
}

} // namespace

QByteArray execInfo(const ExecConfig& exec, const ClusterEntry& cluster, const QByteArray& authority)
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (exec.provideClusterInfo)
        spec.insert(u"cluster"_s, clusterInfo(cluster, authority));
    const QJsonObject info{{u"kind"_s, u"ExecCredential"_s}, {u"apiVersion"_s, exec.apiVersion}, {u"spec"_s, spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

Result<QByteArray> headerToken(const QString& token, const QString& source)
{
    const QByteArray trimmed = token.trimmed().toUtf8();
    if (trimmed.isEmpty())
        return unusable(Text::tr("The token of %1 is empty.").arg(source));
    const bool isClean =
        std::none_of(trimmed.cbegin(), trimmed.cend(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; });
    if (!isClean)
        return unusable(Text::tr("The token of %1 holds control characters, which could forge a header.").arg(source));
    return trimmed;
}

Result<PluginCredential> decodeExecCredential(const QByteArray& output, const QString& apiVersion)
{
    const Result<QJsonObject> answer = parse(output);
    if (!answer)
        return answer.error();
    if (const auto wrong = wrongKind(*answer, apiVersion))
        return *wrong;
    const QJsonObject status = answer->value(u"status").toObject();
    PluginCredential credential;
    const QString token = status.value(u"token").toString();
    if (!token.isEmpty()) {
        const Result<QByteArray> clean = headerToken(token, Text::tr("the credential plugin"));
        if (!clean)
            return clean.error();
        credential.token = *clean;
    }
    const Result<KeyPair> pair = keyPairOf(status);
    if (!pair)
        return pair.error();
    credential.keyPair = *pair;
    if (credential.token.isEmpty() && credential.keyPair.isNull())
        return unusable(Text::tr("The credential plugin gave neither a token nor a client certificate."));
    const Result<QDateTime> expiresAt = expiry(status.value(u"expirationTimestamp"));
    if (!expiresAt)
        return expiresAt.error();
    credential.expiresAt = *expiresAt;
    return credential;
}

} // namespace kube
