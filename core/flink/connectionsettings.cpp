#include "core/flink/connectionsettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

using base::Environment;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

/// A file of settings beyond this size is not one of ours.
constexpr qint64 largestFile = 4 * 1024 * 1024;

constexpr std::array<std::pair<QStringView, Environment>, 25> environmentWords{{
    {u"prod", Environment::Production},
    {u"prd", Environment::Production},
    {u"production", Environment::Production},
    {u"live", Environment::Production},
    {u"stage", Environment::Staging},
    {u"staging", Environment::Staging},
    {u"stg", Environment::Staging},
    {u"uat", Environment::Staging},
    {u"qa", Environment::Staging},
    {u"dev", Environment::Development},
    {u"devel", Environment::Development},
    {u"development", Environment::Development},
    {u"local", Environment::Development},
    {u"localhost", Environment::Development},
    {u"test", Environment::Development},
    {u"testing", Environment::Development},
    {u"sandbox", Environment::Development},
    {u"minikube", Environment::Development},
    {u"kind", Environment::Development},
    {u"k3d", Environment::Development},
    {u"k3s", Environment::Development},
    {u"microk8s", Environment::Development},
    {u"docker", Environment::Development},
    {u"colima", Environment::Development},
}};

constexpr std::array<std::pair<Environment, QStringView>, 3> environmentNames{{
    {Environment::Development, u"development"},
    {Environment::Staging, u"staging"},
    {Environment::Production, u"production"},
}};

QString nameOf(Environment environment)
{
    const auto found = std::ranges::find(environmentNames, environment, &decltype(environmentNames)::value_type::first);
    return found == environmentNames.end() ? QString() : found->second.toString();
}

Environment environmentNamed(const QString& name)
{
    const auto found =
        std::ranges::find(environmentNames, QStringView(name), &decltype(environmentNames)::value_type::second);
    return found == environmentNames.end() ? Environment::Unset : found->first;
}

ConnectionSettings fromJson(const QJsonObject& json)
{
    ConnectionSettings settings;
    settings.id = json["id"_L1].toString();
    settings.name = json["name"_L1].toString();
    settings.environment = environmentNamed(json["environment"_L1].toString());
    if (json["protected"_L1].isBool())
        settings.isProtected = json["protected"_L1].toBool();
    settings.color = json["color"_L1].toString();
    const QJsonArray nameSpaces = json["namespaces"_L1].toArray();
    for (const QJsonValue& nameSpace : nameSpaces)
        settings.nameSpaces.append(nameSpace.toString());
    settings.nameSpaces.removeAll(QString());
    settings.headerName = json["header"_L1].toString();
    settings.pinned = json["pinned"_L1].toBool();
    return settings;
}

QJsonObject toJson(const ConnectionSettings& settings)
{
    QJsonObject json{{u"id"_s, settings.id}, {u"name"_s, settings.name}, {u"pinned"_s, settings.pinned}};
    if (settings.environment != Environment::Unset)
        json.insert(u"environment"_s, nameOf(settings.environment));
    if (settings.isProtected)
        json.insert(u"protected"_s, *settings.isProtected);
    if (!settings.color.isEmpty())
        json.insert(u"color"_s, settings.color);
    if (!settings.headerName.isEmpty())
        json.insert(u"header"_s, settings.headerName);
    if (!settings.nameSpaces.isEmpty())
        json.insert(u"namespaces"_s, QJsonArray::fromStringList(settings.nameSpaces));
    return json;
}

base::Error configurationError(const QString& message, const QString& detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Configuration;
    error.message = message;
    error.detail = detail;
    return error;
}

} // namespace

QString contextNameOf(const QString& id)
{
    constexpr QStringView prefix = u"context:";
    return id.startsWith(prefix) ? id.mid(prefix.size()) : QString();
}

base::Environment guessEnvironment(const QString& name)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    static const QRegularExpression number(u"[0-9]+$"_s);
    // "pre-prod" and "non-prod" are not production, whatever their last word says.
    static const QRegularExpression notProduction(
        u"(^|[^a-z0-9])(pre|non|not)[^a-z0-9]*(prod|prd|production|live)(?![a-z])"_s);
    const QString plain = name.toLower().replace(notProduction, u" staging "_s);

    Environment strictest = Environment::Unset;
    const QStringList words = plain.split(between, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString bare = QString(word).remove(number); // "prod2"
        for (const auto& [known, environment] : environmentWords) {
            if ((word == known || bare == known) && environment > strictest)
                strictest = environment;
        }
    }
    return strictest;
}

base::Environment ConnectionSettings::effectiveEnvironment() const
{
    if (environment != Environment::Unset)
        return environment;
    const QString named = guessEnvironment(name) == Environment::Unset ? id.section(u':', 1) : name;
    return guessEnvironment(named);
}

bool ConnectionSettings::effectivelyProtected() const
{
    return isProtected.value_or(effectiveEnvironment() == Environment::Production);
}

ConnectionSettings settingsOf(const QList<ConnectionSettings>& all, const QString& id, const QString& name)
{
    const auto found = std::ranges::find(all, id, &ConnectionSettings::id);
    if (found != all.end())
        return *found;
    ConnectionSettings settings;
    settings.id = id;
    settings.name = name;
    return settings;
}

ConnectionSettingsFile::ConnectionSettingsFile(QString path)
    : m_path(std::move(path))
{
    if (m_path.isEmpty())
        m_path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/drey/connections.json"_s;
}

QString ConnectionSettingsFile::path() const
{
    return m_path;
}

base::Result<QList<ConnectionSettings>> ConnectionSettingsFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<ConnectionSettings>();
    if (!file.open(QIODevice::ReadOnly))
        return configurationError(
            Text::tr("The settings of your connections could not be read. Check the permissions of the file."),
            m_path + u": "_s + file.errorString());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestFile), &problem);
    if (!document.isObject())
        return configurationError(Text::tr("The settings of your connections are damaged. Repair or remove the file."),
                                  m_path + u": "_s + problem.errorString());
    QList<ConnectionSettings> all;
    const QJsonArray entries = document.object()["connections"_L1].toArray();
    for (const QJsonValue& entry : entries) {
        const ConnectionSettings settings = fromJson(entry.toObject());
        if (!settings.id.isEmpty())
            all.append(settings);
    }
    return all;
}

base::Result<base::Ok> ConnectionSettingsFile::write(const QList<ConnectionSettings>& all) const
{
    QJsonArray entries;
    for (const ConnectionSettings& settings : all)
        entries.append(toJson(settings));
    const QJsonObject document{{u"version"_s, 1}, {u"connections"_s, entries}};

    QSaveFile file(m_path);
    const bool written = QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(document).toJson()) >= 0 && file.commit();
    if (!written)
        return configurationError(
            Text::tr("The settings of your connections could not be saved. Check the folder and the free space."),
            m_path + u": "_s + file.errorString());
    return base::Ok();
}

} // namespace flink
