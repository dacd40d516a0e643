#include "ui/fleet/feed.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"

namespace fleet {

namespace {

/// So many rows are made in less than a frame; more are made in the background.
constexpr qsizetype mostAtOnce = 24;
constexpr qsizetype longestName = 256;

/// How contact was lost; without value: it was not, or there never was any. All rows look different then.
std::optional<flink::ConnectionState::Kind> cutOf(const flink::ConnectionState& state)
{
    using Kind = flink::ConnectionState::Kind;
    const bool isCut =
        state.kind == Kind::Stale || state.kind == Kind::Reconnecting || state.kind == Kind::Unauthorized;
    return isCut ? std::optional(state.kind) : std::nullopt;
}

} // namespace

Feed::Feed(flink::Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&connection, &flink::Connection::stateChanged, this, [this] {
        if (cutOf(m_connection.state()) != m_cut)
            retell();
    });
    connect(&connection, &flink::Connection::settingsChanged, this, &Feed::retell);
    if (const flink::ObjectsBase* objects = connection.deployments())
        connect(objects, &flink::ObjectsBase::changed, this, &Feed::change);
    retell();
}

void Feed::retell()
{
    m_cut = cutOf(m_connection.state());
    if (m_connection.type() == flink::Connection::Type::Endpoint) {
        m_pending.insert({});
    } else {
        const QList<kube::ObjectKey> keys = m_connection.deployments()->keys();
        m_pending.unite(QSet<kube::ObjectKey>(keys.begin(), keys.end()));
    }
    work();
}

void Feed::setFacts(const kube::ObjectKey& object, const std::shared_ptr<const RestFacts>& facts)
{
    if (!isThere(object))
        return;
    m_facts.insert(object, facts);
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
        m_isOneGone = true;
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

RowInput Feed::common() const
{
    RowInput input;
    const flink::ConnectionSettings& settings = m_connection.settings();
    input.key.connection = m_connection.id();
    input.context = base::visibleText(settings.name, longestName);
    input.color = settings.color;
    input.environment = settings.effectiveEnvironment();
    input.now = QDateTime::currentDateTimeUtc();
    const flink::ConnectionState state = m_connection.state();
    if (cutOf(state))
        input.trouble = state.error;
    return input;
}

RowInput Feed::inputFor(const kube::ObjectKey& object, const RowInput& shared) const
{
    RowInput input = shared;
    input.key.object = object;
    input.rest = m_facts.value(object);
    if (const flink::Objects<flink::Deployment>* objects = m_connection.deployments()) {
        input.deployment = objects->value(object);
        input.seenAt = objects->lastContact(object.nameSpace);
        if (const std::optional<base::Error> error = objects->lastError(object.nameSpace))
            input.trouble = error;
        if (!input.deployment) {
            if (const kube::Item* item = objects->item(object))
                input.problem = item->problem;
        }
    }
    return input;
}

void Feed::work()
{
    if (m_working || m_pending.isEmpty())
        return;
    m_isOneGone = false;
    const RowInput shared = common();
    QList<RowInput> inputs;
    inputs.reserve(m_pending.size());
    const QSet<kube::ObjectKey> pending = std::exchange(m_pending, {});
    for (const kube::ObjectKey& key : pending) {
        if (isThere(key))
            inputs.append(inputFor(key, shared));
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
    if (!m_isOneGone) {
        if (!rows.isEmpty())
            emit told(rows, {});
        return;
    }
    QList<Row> current;
    for (const Row& row : rows) {
        // A row that was removed while it was made must not come back.
        if (isThere(row.key.object))
            current.append(row);
    }
    if (!current.isEmpty())
        emit told(current, {});
}

} // namespace fleet
