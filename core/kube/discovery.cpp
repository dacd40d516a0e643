#include "core/kube/discovery.h"

#include "core/kube/status.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

constexpr std::array wantedGroups{u"apps",
                                  u"events.k8s.io",
                                  u"authorization.k8s.io",
                                  u"authentication.k8s.io",
                                  u"apiextensions.k8s.io",
                                  u"flink.apache.org"};
constexpr qsizetype mostVersions = 8; ///< of one group that are looked at

bool isWanted(const QString& group)
{
    return std::ranges::find(wantedGroups, QStringView(group)) != wantedGroups.end();
}

QStringList stringsOf(const QJsonValue& list)
{
    QStringList strings;
    const QJsonArray array = list.toArray();
    for (const QJsonValue& value : array)
        strings.append(value.toString());
    return strings;
}

bool isSafeType(const ResourceType& type)
{
    return Collection{.type = type}.isSafe();
}

/// Names that would lead elsewhere in a path are not taken over from a server.
void addType(QList<ServedType>& types, ServedType type)
{
    if (isSafeType(type.type))
        types.append(std::move(type));
}

/// The versions an APIGroup names, the preferred one first.
QStringList versionsOf(const QJsonObject& group)
{
    QStringList versions{group["preferredVersion"_L1]["version"_L1].toString()};
    const QJsonArray all = group["versions"_L1].toArray();
    for (const QJsonValue& version : all)
        versions.append(version["version"_L1].toString());
    versions.removeDuplicates();
    versions.removeIf([](const QString& version) { return !http::isSafeSegment(version); });
    return versions.first(std::min(versions.size(), mostVersions));
}

/// Subresources stand in an APIResourceList as "pods/log", after or before their resource.
QList<ServedType> typesOfResourceList(const QJsonObject& list, const QString& group, const QString& version)
{
    QList<ServedType> types;
    const QJsonArray resources = list["resources"_L1].toArray();
    for (const QJsonValue& resource : resources) {
        const QString name = resource["name"_L1].toString();
        if (!name.contains(u'/')) {
            addType(types, {.type = {group, version, name},
                            .kind = resource["kind"_L1].toString(),
                            .isNamespaced = resource["namespaced"_L1].toBool(),
                            .verbs = stringsOf(resource["verbs"_L1]),
                            .subresources = {}});
        }
    }
    for (const QJsonValue& resource : resources) {
        const QString name = resource["name"_L1].toString();
        const auto owner = std::ranges::find_if(
            types, [&](const ServedType& type) { return name.startsWith(type.type.plural + u'/'); });
        if (owner != types.end())
            owner->subresources.append(name.section(u'/', 1));
    }
    return types;
}

QList<ServedType> typesOfAggregatedVersion(const QJsonObject& version, const QString& group)
{
    QList<ServedType> types;
    const QJsonArray resources = version["resources"_L1].toArray();
    for (const QJsonValue& resource : resources) {
        ServedType type{.type = {group, version["version"_L1].toString(), resource["resource"_L1].toString()},
                        .kind = resource["responseKind"_L1]["kind"_L1].toString(),
                        .isNamespaced = resource["scope"_L1].toString() == u"Namespaced",
                        .verbs = stringsOf(resource["verbs"_L1]),
                        .subresources = {}};
        const QJsonArray subresources = resource["subresources"_L1].toArray();
        for (const QJsonValue& subresource : subresources)
            type.subresources.append(subresource["subresource"_L1].toString());
        addType(types, std::move(type));
    }
    return types;
}

http::Request discoveryRequest(const QString& path)
{
    http::Request request;
    request.path = path;
    request.silence = 32s;
    request.total = 32s;
    return request;
}

/// The server answers in the newest form it knows; older ones refuse a header without plain JSON.
http::Request aggregatedRequest(const QString& path)
{
    http::Request request = discoveryRequest(path);
    request.headers.append(http::Header("Accept",
                                        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                                        "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                                        "application/json"));
    return request;
}

base::Result<QJsonObject> objectOf(const base::Result<http::Answer>& answer, const QString& label)
{
    if (!answer)
        return answer.error();
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    if (!document.isObject())
        return notAnAnswer(answer->body, label);
    return document.object();
}

/// Told by the answer itself, never by the version of the server.
bool isAggregated(const QJsonObject& object)
{
    return object["kind"_L1].toString() == u"APIGroupDiscoveryList";
}

/// Asks all that is needed at once and reports when the last answer is in. Belongs to the context.
class DiscoveryRun : public QObject
{
public:
    using Done = std::function<void(base::Result<Discovery>)>;

    DiscoveryRun(Api& api, QObject* context, Done done)
        : QObject(context)
        , m_api(api)
        , m_done(std::move(done))
    {
    }

    void start()
    {
        ask(aggregatedRequest(u"/api"_s), [this](const base::Result<QJsonObject>& answer) { takeCore(answer); });
        ask(aggregatedRequest(u"/apis"_s), [this](const base::Result<QJsonObject>& answer) { takeGroups(answer); });
    }

private:
    using Taker = std::function<void(const base::Result<QJsonObject>&)>;

    void ask(const http::Request& request, Taker take)
    {
        ++m_waiting;
        m_api.send(request, this, [this, take = std::move(take)](const base::Result<http::Answer>& answer) {
            m_anyAnswer |= bool(answer);
            take(objectOf(answer, m_api.label()));
            if (--m_waiting == 0)
                finish();
        });
    }

    void takeCore(const base::Result<QJsonObject>& answer)
    {
        if (answer && isAggregated(*answer))
            takeAggregated(*answer);
        else
            askVersion({}, u"v1"_s);
    }

    void takeGroups(const base::Result<QJsonObject>& answer)
    {
        if (answer && isAggregated(*answer)) {
            takeAggregated(*answer);
            return;
        }
        if (answer && answer->contains("groups"_L1)) {
            const QJsonArray groups = (*answer)["groups"_L1].toArray();
            for (const QJsonValue& group : groups)
                takeGroup(group.toObject());
            return;
        }
        // Not permitted, or an index of another kind: the groups themselves may still answer.
        for (const QStringView group : wantedGroups)
            askGroup(group.toString());
    }

    void takeAggregated(const QJsonObject& list)
    {
        const QJsonArray groups = list["items"_L1].toArray();
        for (const QJsonValue& group : groups) {
            const QString name = group["metadata"_L1]["name"_L1].toString();
            if (!name.isEmpty() && !isWanted(name))
                continue;
            const QJsonArray versions = group["versions"_L1].toArray();
            for (const QJsonValue& version : versions) {
                m_found.types += typesOfAggregatedVersion(version.toObject(), name);
                if (version["freshness"_L1].toString() == u"Stale" && !m_found.stale.contains(name))
                    m_found.stale.append(name);
            }
        }
    }

    void askGroup(const QString& group)
    {
        ask(discoveryRequest(u"/apis/"_s + group), [this, group](const base::Result<QJsonObject>& answer) {
            if (answer)
                takeGroup(*answer);
            else if (!isTypeMissing(answer.error()))
                m_found.failed.insert(group, answer.error());
        });
    }

    void takeGroup(const QJsonObject& group)
    {
        const QString name = group["name"_L1].toString();
        if (!isWanted(name))
            return;
        const QStringList versions = versionsOf(group);
        for (const QString& version : versions)
            askVersion(name, version);
    }

    void askVersion(const QString& group, const QString& version)
    {
        const QString path = groupVersionPath({group, version, {}});
        ask(discoveryRequest(path), [this, group, version](const base::Result<QJsonObject>& answer) {
            if (answer)
                m_found.types += typesOfResourceList(*answer, group, version);
            else if (!isTypeMissing(answer.error()))
                m_found.failed.insert(group, answer.error());
        });
    }

    void finish()
    {
        // The receiver may delete us.
        const Done done = m_done;
        deleteLater();
        if (!m_anyAnswer && !m_found.failed.isEmpty())
            done(m_found.failed.first());
        else
            done(m_found);
    }

    Api& m_api;
    const Done m_done;
    Discovery m_found;
    int m_waiting = 0;
    bool m_anyAnswer = false;
};

/// Asks for one version after the other until one serves the type.
class VersionSearch : public QObject
{
public:
    using Done = std::function<void(base::Result<QString>)>;

    VersionSearch(Api& api, ResourceType type, QObject* context, Done done)
        : QObject(context)
        , m_api(api)
        , m_type(std::move(type))
        , m_done(std::move(done))
    {
    }

    void start()
    {
        m_api.getJson(u"/apis/"_s + http::encodeSegment(m_type.group), this,
                      [this](const base::Result<QJsonObject>& group) {
                          if (group) {
                              m_versions = versionsOf(*group);
                              tryNext();
                          } else if (isTypeMissing(group.error())) {
                              finish(QString());
                          } else {
                              finish(group.error());
                          }
                      });
    }

private:
    void tryNext()
    {
        if (m_versions.isEmpty())
            return finish(QString());
        const QString version = m_versions.takeFirst();
        m_api.getJson(groupVersionPath({m_type.group, version, {}}), this,
                      [this, version](const base::Result<QJsonObject>& list) {
                          if (list && serves(*list, version))
                              finish(version);
                          else
                              tryNext();
                      });
    }

    bool serves(const QJsonObject& list, const QString& version) const
    {
        const QList<ServedType> types = typesOfResourceList(list, m_type.group, version);
        return std::ranges::any_of(types,
                                   [this](const ServedType& served) { return served.type.plural == m_type.plural; });
    }

    void finish(const base::Result<QString>& found)
    {
        const Done done = m_done; // the receiver may delete us
        deleteLater();
        done(found);
    }

    Api& m_api;
    const ResourceType m_type;
    const Done m_done;
    QStringList m_versions;
};

/// "32+" is 32.
int leadingNumber(const QString& text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c < u'0' || c > u'9'; });
    return text.first(end - text.begin()).toInt();
}

} // namespace

void fetchVersion(Api& api, QObject* context, std::function<void(base::Result<ServerVersion>)> done)
{
    api.getJson(u"/version"_s, context, [done = std::move(done)](const base::Result<QJsonObject>& answer) {
        if (!answer)
            return done(answer.error());
        done(ServerVersion{.major = leadingNumber((*answer)["major"_L1].toString()),
                           .minor = leadingNumber((*answer)["minor"_L1].toString()),
                           .gitVersion = (*answer)["gitVersion"_L1].toString()});
    });
}

const ServedType* Discovery::find(const QString& group, const QString& plural) const
{
    const auto found = std::ranges::find_if(
        types, [&](const ServedType& served) { return served.type.group == group && served.type.plural == plural; });
    return found == types.end() ? nullptr : &*found;
}

void discover(Api& api, QObject* context, std::function<void(base::Result<Discovery>)> done)
{
    (new DiscoveryRun(api, context, std::move(done)))->start();
}

void findVersion(Api& api, const ResourceType& type, QObject* context, std::function<void(base::Result<QString>)> done)
{
    (new VersionSearch(api, type, context, std::move(done)))->start();
}

} // namespace kube
