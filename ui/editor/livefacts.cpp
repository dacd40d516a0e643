#include "ui/editor/livefacts.h"

#include "core/flink/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

using namespace std::chrono_literals;

namespace {

/// An operator writes the status of an object that changes several times a second.
constexpr auto restBetween = 2s;

bool areSameObjects(const QList<Document>& left, const QList<Document>& right)
{
    const auto session = [](const Document& document) {
        return document.manifest[u"spec"_s][u"deploymentName"_s].toString();
    };
    return std::ranges::equal(left, right, [&](const Document& one, const Document& other) {
        return one.isSameObject(other) && session(one) == session(other);
    });
}

} // namespace

LiveFacts::LiveFacts(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(restBetween);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(Ask::Objects); });
}

LiveFacts::~LiveFacts() = default;

void LiveFacts::setCluster(const Cluster& cluster)
{
    if (cluster == m_cluster)
        return;
    const bool isOther = cluster.id != m_cluster.id;
    const bool isReconnected = cluster.connection && cluster.connection != m_cluster.connection;
    if (cluster.connection != m_cluster.connection) {
        m_asking.reset();
        m_pause.stop();
        if (m_cluster.connection)
            m_cluster.connection->disconnect(this);
    }
    m_cluster = cluster;
    if (isOther) {
        m_facts.reset();
        m_heardAt = m_schemaReadAt = {};
    }
    if (isReconnected) {
        follow();
        ask(Ask::Everything);
    }
    emit changed();
}

/// What the window watches anyhow tells when to ask anew.
void LiveFacts::follow()
{
    flink::Connection& connection = *m_cluster.connection;
    const auto on = [this](const flink::ObjectsBase* objects, const QString& kind) {
        if (objects)
            connect(objects, &flink::ObjectsBase::changed, this,
                    [this, kind, objects](const kube::Changes& changes) { notice(kind, *objects, changes); });
    };
    on(connection.deployments(), u"FlinkDeployment"_s);
    on(connection.sessionJobs(), u"FlinkSessionJob"_s);
    connect(&connection, &flink::Connection::stateChanged, this, [this] {
        const bool isLive = m_cluster.connection->state().kind == flink::ConnectionState::Kind::Live;
        const bool isWanting = !m_facts || m_facts->source == plans::ClusterFacts::SchemaSource::Bundled;
        if (isLive && isWanting && !m_asking)
            ask(Ask::Everything);
    });
}

bool LiveFacts::isOfText(const QString& kind, const kube::ObjectKey& key) const
{
    return std::ranges::any_of(m_documents, [&](const Document& document) {
        const QString nameSpace = document.nameSpace.isEmpty() ? m_cluster.nameSpace : document.nameSpace;
        const bool isIt = document.kind == kind && document.name == key.name;
        const bool isItsSession =
            kind == u"FlinkDeployment" && document.manifest[u"spec"_s][u"deploymentName"_s].toString() == key.name;
        return nameSpace == key.nameSpace && (isIt || isItsSession);
    });
}

/// Another version than was heard of. Of a session cluster every one: it is kept by the name of its job.
bool LiveFacts::isNews(const QString& kind, const kube::ObjectKey& key, const QString& version) const
{
    const manifest::LiveNeighbours* known = m_facts ? m_facts->objects.find(kind, key.nameSpace, key.name) : nullptr;
    if (!known)
        return true;
    return known->object ? known->object->resourceVersion != version : !version.isEmpty();
}

void LiveFacts::notice(const QString& kind, const flink::ObjectsBase& objects, const kube::Changes& changes)
{
    bool isMoved = false;
    const QList<kube::ObjectKey> keys = changes.added + changes.changed + changes.removed;
    for (const kube::ObjectKey& key : keys) {
        if (!isOfText(kind, key))
            continue;
        const kube::Item* item = objects.item(key);
        const QString version = item ? item->resourceVersion : QString();
        isMoved = isMoved || isNews(kind, key, version);
        emit objectSeen(kind, key, version);
    }
    if (isMoved && !m_asking && !m_pause.isActive())
        m_pause.start();
}

void LiveFacts::setDocuments(const QList<Document>& documents)
{
    QList<Document> wanted;
    std::ranges::copy_if(documents, std::back_inserter(wanted), [](const Document& one) { return one.isOperators; });
    // While one of them cannot be read, what was heard of the others holds.
    const bool isBroken = std::ranges::any_of(documents, &Document::isBroken);
    if (isBroken || areSameObjects(wanted, m_documents))
        return;
    m_documents = wanted;
    if (m_asking)
        m_isStale = true;
    else if (m_cluster.connection)
        ask(Ask::Objects);
}

void LiveFacts::refresh()
{
    if (m_cluster.connection)
        ask(Ask::Everything);
}

void LiveFacts::ask(Ask what)
{
    kube::Api* api = m_cluster.connection ? m_cluster.connection->api() : nullptr;
    if (!api)
        return;
    m_isStale = false;
    m_asking = std::make_unique<plans::Neighbourhood>(*api, m_cluster.nameSpace);
    const bool isKnown = m_facts && m_facts->source != plans::ClusterFacts::SchemaSource::Bundled;
    m_isSchemaAsked = what == Ask::Everything || !isKnown;
    if (!m_isSchemaAsked)
        m_asking->setSchema(m_facts->schema, m_facts->source);
    connect(m_asking.get(), &plans::Neighbourhood::finished, this, &LiveFacts::take);
    QList<QJsonObject> manifests;
    for (const Document& document : std::as_const(m_documents))
        manifests.append(document.manifest);
    m_asking->start(manifests);
    emit changed();
}

void LiveFacts::take(const plans::ClusterFacts& facts)
{
    m_asking.release()->deleteLater();
    // A server that does not answer now has not another schema for that.
    const bool isKept = m_facts && m_isSchemaAsked && facts.source == plans::ClusterFacts::SchemaSource::Bundled &&
                        m_facts->source != plans::ClusterFacts::SchemaSource::Bundled;
    plans::ClusterFacts taken = facts;
    if (isKept) {
        taken.schema = m_facts->schema;
        taken.source = m_facts->source;
    } else if (m_isSchemaAsked) {
        m_schemaReadAt = QDateTime::currentDateTimeUtc();
    }
    m_facts = taken;
    m_heardAt = QDateTime::currentDateTimeUtc();
    emit changed();
    if (m_isStale)
        ask(Ask::Objects);
}

} // namespace editor
