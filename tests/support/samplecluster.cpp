#include "tests/support/samplecluster.h"

#include "tests/support/sampleobjects.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr auto bookmarkEvery = 10; ///< beats
constexpr std::chrono::milliseconds beat{1000};
constexpr int longestWatch = 3600; ///< seconds

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray watchLine(const QByteArray& type, const QJsonObject& object)
{
    return compact({{u"type"_s, QString::fromLatin1(type)}, {u"object"_s, object}}) + '\n';
}

QString keyOf(const QJsonObject& object)
{
    return object[u"metadata"][u"namespace"].toString() + u'/' + object[u"metadata"][u"name"].toString();
}

/// The value at a dotted path, for field selectors.
QString valueAt(const QJsonObject& object, const QString& path)
{
    QJsonValue value = object;
    for (const QString& part : path.split(u'.'))
        value = value[part];
    return value.toString();
}

/// "a=b,c==d,e!=f"; a bare "a" asks that it exists.
template <typename ValueOf>
bool selects(const QString& selector, ValueOf valueOf)
{
    const QStringList parts = selector.split(u',', Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&](const QString& part) {
        if (const qsizetype unequal = part.indexOf(u"!="); unequal > 0)
            return valueOf(part.first(unequal).trimmed()) != part.sliced(unequal + 2).trimmed();
        if (!part.contains(u'='))
            return !valueOf(part.trimmed()).isEmpty();
        return valueOf(part.section(u'=', 0, 0).trimmed()) == part.section(u'=', -1).trimmed();
    });
}

} // namespace

SampleCluster::SampleCluster(SampleFleet fleet, const QDateTime& started, QObject* parent)
    : QObject(parent)
    , m_fleet(std::move(fleet))
    , m_started(started)
{
    const SampleObjects objects(started);
    for (const QJsonObject& object : objects.surroundings(m_fleet))
        put(object);
    for (const SampleDeployment& d : m_fleet.deployments) {
        put(objects.deployment(d));
        for (const QList<QJsonObject>& some : {objects.pods(d), objects.events(d), objects.snapshots(d)})
            for (const QJsonObject& object : some)
                put(object);
        m_flinks.emplace(d.nameSpace + u'/' + d.name, SampleFlink(d, m_fleet.sessionJobs, started));
    }
    for (const SampleSessionJob& job : m_fleet.sessionJobs)
        put(objects.sessionJob(job));
    m_changes.clear();
    m_timer.setInterval(beat);
    connect(&m_timer, &QTimer::timeout, this, &SampleCluster::goOn);
}

SampleCluster::Place SampleCluster::placeOf(const QString& path)
{
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    Place place;
    const bool isCore = parts.value(0) == u"api";
    const QString group = isCore ? QString() : parts.value(1);
    parts = parts.mid(isCore ? 2 : 3);
    if (parts.value(0) == u"namespaces" && parts.size() > 2) {
        place.nameSpace = parts[1];
        parts = parts.sliced(2);
    }
    place.plural = group.isEmpty() ? parts.value(0) : group + u'/' + parts.value(0);
    place.name = parts.value(1);
    place.subresource = parts.value(2);
    place.rest = u'/' + parts.mid(3).join(u'/');
    return place;
}

void SampleCluster::answer(const Exchange& exchange, const QString& path)
{
    if (path == u"/version")
        return exchange.replyJson(200, compact({{u"major"_s, u"1"_s},
                                                {u"minor"_s, u"33"_s},
                                                {u"gitVersion"_s, u"v1.33.13"_s},
                                                {u"platform"_s, u"linux/amd64"_s}}));
    if (path == u"/readyz" || path == u"/livez" || path == u"/healthz")
        return exchange.reply(200, "ok", {{"Content-Type", "text/plain"}});
    if (const QJsonObject discovery = sampleDiscovery(path); !discovery.isEmpty())
        return exchange.replyJson(200, compact(discovery));
    const Place place = placeOf(path);
    if (place.plural == u"authorization.k8s.io/selfsubjectaccessreviews" && exchange.method() == "POST")
        return review(exchange);
    if (place.plural == u"services" && place.subresource == u"proxy")
        return proxy(exchange, place);
    if (sampleKind(place.plural).isEmpty())
        return refuse(exchange, 404, u"NotFound"_s, u"the server could not find the requested resource"_s);
    if (exchange.method() != "GET")
        return refuse(exchange, 405, u"MethodNotAllowed"_s, u"the sample cluster only reads"_s);
    if (place.name.isEmpty())
        return exchange.query().queryItemValue(u"watch"_s) == u"true" ||
                       exchange.query().queryItemValue(u"watch"_s) == u"1"
                   ? watch(exchange, place)
                   : list(exchange, place);
    const QJsonObject found = object(sampleKind(place.plural), place.nameSpace, place.name);
    if (found.isEmpty())
        return refuse(exchange, 404, u"NotFound"_s, u"%1 \"%2\" not found"_s.arg(place.plural, place.name));
    if (place.plural == u"pods" && place.subresource == u"log")
        return log(exchange, place);
    exchange.replyJson(200, compact(found));
}

void SampleCluster::put(QJsonObject object)
{
    const QString plural = samplePlural(object[u"kind"].toString());
    QJsonObject metadata = object[u"metadata"].toObject();
    metadata[u"resourceVersion"_s] = QString::number(++m_version);
    object[u"metadata"_s] = metadata;
    object[u"apiVersion"_s] = sampleApiVersion(plural);
    auto& objects = m_objects[plural];
    const bool isNew = !objects.contains(keyOf(object));
    objects[keyOf(object)] = object;
    tell({m_version, plural, isNew ? "ADDED" : "MODIFIED", object});
}

bool SampleCluster::remove(const QString& kind, const QString& nameSpace, const QString& name)
{
    const QString plural = samplePlural(kind);
    auto node = m_objects[plural].extract(nameSpace + u'/' + name);
    if (node.empty())
        return false;
    QJsonObject metadata = node.mapped()[u"metadata"].toObject();
    metadata[u"resourceVersion"_s] = QString::number(++m_version);
    node.mapped()[u"metadata"_s] = metadata;
    tell({m_version, plural, "DELETED", node.mapped()});
    return true;
}

QJsonObject SampleCluster::object(const QString& kind, const QString& nameSpace, const QString& name) const
{
    const auto objects = m_objects.find(samplePlural(kind));
    if (objects == m_objects.end())
        return {};
    const auto found = objects->second.find(nameSpace + u'/' + name);
    return found == objects->second.end() ? QJsonObject() : found->second;
}

const SampleFlink* SampleCluster::flink(const QString& nameSpace, const QString& name) const
{
    const auto found = m_flinks.find(nameSpace + u'/' + name);
    return found == m_flinks.end() ? nullptr : &found->second;
}

bool SampleCluster::matches(const QJsonObject& object, const Place& place, const QUrlQuery& query) const
{
    if (!place.nameSpace.isEmpty() && object[u"metadata"][u"namespace"].toString() != place.nameSpace)
        return false;
    const QJsonObject labels = object[u"metadata"][u"labels"].toObject();
    return selects(query.queryItemValue(u"labelSelector"_s, QUrl::FullyDecoded),
                   [&](const QString& name) { return labels[name].toString(); }) &&
           selects(query.queryItemValue(u"fieldSelector"_s, QUrl::FullyDecoded),
                   [&](const QString& path) { return valueAt(object, path); });
}

void SampleCluster::list(const Exchange& exchange, const Place& place) const
{
    QList<const QJsonObject*> all;
    if (const auto objects = m_objects.find(place.plural); objects != m_objects.end())
        for (const auto& [key, object] : objects->second)
            if (matches(object, place, exchange.query()))
                all += &object;
    const qsizetype from = std::min<qsizetype>(
        exchange.query().queryItemValue(u"continue"_s, QUrl::FullyDecoded).section(u'-', -1).toLongLong(), all.size());
    const qsizetype limit = exchange.query().queryItemValue(u"limit"_s).toLongLong();
    const qsizetype to = limit > 0 ? std::min(all.size(), from + limit) : all.size();
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(m_version)}};
    if (to < all.size()) {
        metadata[u"continue"_s] = u"from-%1"_s.arg(to);
        metadata[u"remainingItemCount"_s] = qint64(all.size() - to);
    }
    QByteArray items;
    for (qsizetype i = from; i < to; ++i)
        items += (i == from ? "" : ",") + compact(*all[i]);
    exchange.replyJson(200, "{\"kind\":\"" + sampleKind(place.plural).toLatin1() + "List\",\"apiVersion\":\"" +
                                sampleApiVersion(place.plural).toLatin1() + "\",\"metadata\":" + compact(metadata) +
                                ",\"items\":[" + items + "]}");
}

void SampleCluster::watch(const Exchange& exchange, const Place& place)
{
    const int seconds = exchange.query().queryItemValue(u"timeoutSeconds"_s).toInt();
    const qint64 since = exchange.query().queryItemValue(u"resourceVersion"_s).toLongLong();
    exchange.startChunked(200, {{"Content-Type", "application/json"}});
    for (const Change& change : m_changes)
        if (change.version > since && change.plural == place.plural && matches(change.object, place, exchange.query()))
            exchange.chunk(watchLine(change.type, change.object));
    m_watchers += {exchange, place, QDateTime::currentDateTimeUtc().addSecs(seconds > 0 ? seconds : longestWatch)};
    m_timer.start();
}

void SampleCluster::tell(const Change& change)
{
    m_changes += change;
    for (const Watcher& watcher : m_watchers)
        if (watcher.place.plural == change.plural && matches(change.object, watcher.place, watcher.exchange.query()))
            watcher.exchange.chunk(watchLine(change.type, change.object));
}

void SampleCluster::goOn()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Watcher& watcher : m_watchers)
        if (watcher.until <= now)
            watcher.exchange.finish();
    m_watchers.removeIf([&](const Watcher& watcher) { return watcher.until <= now || !watcher.exchange.isAlive(); });
    m_followers.removeIf([](const Follower& follower) { return !follower.exchange.isAlive(); });
    for (Follower& follower : m_followers) {
        follower.exchange.chunk(follower.log.lines(follower.from, now));
        follower.from = now;
    }
    if (++m_beats % bookmarkEvery == 0)
        for (const Watcher& watcher : m_watchers)
            if (watcher.exchange.query().queryItemValue(u"allowWatchBookmarks"_s) == u"true")
                watcher.exchange.chunk(watchLine(
                    "BOOKMARK", {{u"kind"_s, sampleKind(watcher.place.plural)},
                                 {u"apiVersion"_s, sampleApiVersion(watcher.place.plural)},
                                 {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, QString::number(m_version)}}}}));
    if (m_watchers.isEmpty() && m_followers.isEmpty())
        m_timer.stop();
}

void SampleCluster::log(const Exchange& exchange, const Place& place)
{
    const QUrlQuery& query = exchange.query();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool stamped = query.queryItemValue(u"timestamps"_s) == u"true";
    const SampleLog log(place.name, stamped ? SampleLog::Stamps::With : SampleLog::Stamps::Without);
    QDateTime from = QDateTime::fromString(query.queryItemValue(u"sinceTime"_s, QUrl::FullyDecoded), Qt::ISODateWithMs);
    if (!from.isValid())
        from =
            log.startOf(query.hasQueryItem(u"tailLines"_s) ? query.queryItemValue(u"tailLines"_s).toInt() : 400, now);
    const bool follows = query.queryItemValue(u"follow"_s) == u"true";
    if (!follows)
        return exchange.reply(200, log.lines(from, now), {{"Content-Type", "text/plain"}});
    exchange.startChunked(200, {{"Content-Type", "text/plain"}});
    exchange.chunk(log.lines(from, now));
    m_followers += {exchange, log, now};
    m_timer.start();
}

void SampleCluster::proxy(const Exchange& exchange, const Place& place) const
{
    const QString service = place.name.section(u':', 0, 0);
    const QString name = service.chopped(service.endsWith(u"-rest") ? 5 : 0);
    const auto deployment = std::ranges::find_if(m_fleet.deployments, [&](const SampleDeployment& d) {
        return d.nameSpace == place.nameSpace && d.name == name && d.plight != Plight::Suspended;
    });
    if (deployment == m_fleet.deployments.end())
        return refuse(exchange, 404, u"NotFound"_s, u"services \"%1\" not found"_s.arg(service));
    switch (deployment->plight) {
    case Plight::Silent:
        return; // and never a word
    case Plight::NoJobManager:
        return refuse(exchange, 503, u"ServiceUnavailable"_s,
                      u"no endpoints available for service \"%1\""_s.arg(place.name));
    case Plight::Starting:
        return refuse(exchange, 503, u"ServiceUnavailable"_s,
                      u"error trying to reach service: dial tcp 10.244.3.17:8081: connect: connection refused"_s);
    case Plight::Healthy:
    case Plight::RestartLoop:
    case Plight::FailingCheckpoints:
    case Plight::Backpressured:
    case Plight::Restarted:
    case Plight::Upgrading:
    case Plight::Suspended:
    case Plight::Session:
        break;
    }
    const SampleFlink::Answer answer =
        flink(place.nameSpace, name)->answer(place.rest, exchange.query(), QDateTime::currentDateTimeUtc());
    exchange.replyJson(answer.status, answer.body);
}

void SampleCluster::review(const Exchange& exchange) const
{
    QJsonObject object = QJsonDocument::fromJson(exchange.body()).object();
    const QJsonObject attributes = object[u"spec"][u"resourceAttributes"].toObject();
    const bool reads = QStringList{u"get"_s, u"list"_s, u"watch"_s}.contains(attributes[u"verb"].toString());
    object[u"status"_s] =
        reads ? QJsonObject{{u"allowed"_s, true}, {u"reason"_s, u"RBAC: allowed by ClusterRoleBinding \"viewers\""_s}}
              : QJsonObject{{u"allowed"_s, false}, {u"reason"_s, QString()}};
    exchange.replyJson(201, compact(object));
}

void SampleCluster::refuse(const Exchange& exchange, int code, const QString& reason, const QString& message)
{
    exchange.replyJson(code, compact({{u"kind"_s, u"Status"_s},
                                      {u"apiVersion"_s, u"v1"_s},
                                      {u"metadata"_s, QJsonObject()},
                                      {u"status"_s, u"Failure"_s},
                                      {u"message"_s, message},
                                      {u"reason"_s, reason},
                                      {u"code"_s, code}}));
}

} // namespace support
