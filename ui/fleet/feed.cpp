#include "ui/fleet/feed.h"

#include "core/base/background.h"

namespace fleet {

namespace {

/// So many rows are made in less than a frame; more are made in the background.
constexpr qsizetype mostAtOnce = 24;

} // namespace

Feed::Feed(flink::Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&connection, &flink::Connection::stateChanged, this, [this] {
        if (m_connection.state().kind != m_kind)
            retell();
    });
    connect(&connection, &flink::Connection::settingsChanged, this, &Feed::retell);
    if (const flink::ObjectsBase* objects = connection.deployments())
        connect(objects, &flink::ObjectsBase::changed, this, &Feed::change);
    retell();
}

void Feed::retell()
{
    m_kind = m_connection.state().kind;
    if (m_connection.type() == flink::Connection::Type::Endpoint) {
        m_pending.insert({});
    } else {
        const QList<kube::ObjectKey> keys = m_connection.deployments()->keys();
        m_pending.unite(QSet<kube::ObjectKey>(keys.begin(), keys.end()));
    }
    work();
}

void Feed::setFacts(const kube::ObjectKey& object, std::shared_ptr<const RestFacts> facts)
{
    if (!isThere(object))
        return;
    m_facts.insert(object, std::move(facts));
    m_pending.insert(object);
    work();
}

void Feed::dropFacts(const kube::ObjectKey& object)
{
    // The row that waits to be made is to be made of them.
    if (!m_pending.contains(object))
        m_facts.remove(object);
}

void Feed::change(const kube::Changes& changes)
{
    QList<RowKey> gone;
    for (const kube::ObjectKey& key : changes.removed) {
        m_pending.remove(key);
        m_facts.remove(key);
        gone.append({m_connection.id(), key});
    }
    // What REST said belonged to the object of that name that is no more.
    for (const kube::ObjectKey& key : changes.replaced)
        m_facts.remove(key);
    m_pending.unite(QSet<kube::ObjectKey>(changes.added.begin(), changes.added.end()));
    m_pending.unite(QSet<kube::ObjectKey>(changes.changed.begin(), changes.changed.end()));
    if (!gone.isEmpty())
        emit told({}, gone);
    work();
}

bool Feed::isThere(const kube::ObjectKey& object) const
{
    return m_connection.deployments() ? m_connection.deployments()->item(object) != nullptr
                                      : object == kube::ObjectKey();
}

RowInput Feed::inputFor(const kube::ObjectKey& object) const
{
    RowInput input;
    const flink::ConnectionSettings& settings = m_connection.settings();
    input.key = {m_connection.id(), object};
    input.context = settings.name;
    input.color = settings.color;
    input.environment = settings.effectiveEnvironment();
    input.rest = m_facts.value(object);
    input.now = QDateTime::currentDateTimeUtc();
    if (const flink::Objects<flink::Deployment>* objects = m_connection.deployments()) {
        input.deployment = objects->value(object);
        input.seenAt = objects->lastContact(object.nameSpace);
        input.trouble = objects->lastError(object.nameSpace);
        if (const kube::Item* item = objects->item(object))
            input.problem = item->problem;
    }
    const flink::ConnectionState state = m_connection.state();
    const bool isCut = state.kind == flink::ConnectionState::Kind::Stale ||
                       state.kind == flink::ConnectionState::Kind::Reconnecting ||
                       state.kind == flink::ConnectionState::Kind::Unauthorized;
    if (isCut && !input.trouble)
        input.trouble = state.error;
    return input;
}

void Feed::work()
{
    if (m_working || m_pending.isEmpty())
        return;
    QList<RowInput> inputs;
    inputs.reserve(m_pending.size());
    for (const kube::ObjectKey& key : std::exchange(m_pending, {})) {
        if (isThere(key))
            inputs.append(inputFor(key));
    }
    const bool isLittle = inputs.size() <= mostAtOnce;
    const auto build = [inputs = std::move(inputs)] {
        QList<Row> rows;
        rows.reserve(inputs.size());
        for (const RowInput& input : inputs)
            rows.append(RowBuilder::build(input));
        return rows;
    };
    if (isLittle) {
        finish(build());
        return;
    }
    m_working = true;
    base::inBackground(this, build, [this](const QList<Row>& rows) {
        m_working = false;
        finish(rows);
        work();
    });
}

void Feed::finish(const QList<Row>& rows)
{
    QList<Row> current;
    current.reserve(rows.size());
    for (const Row& row : rows) {
        // A row that was removed while it was made must not come back.
        if (isThere(row.key.object))
            current.append(row);
    }
    if (!current.isEmpty())
        emit told(current, {});
}

} // namespace fleet
