#include "ui/fleet/feed.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"

#include <QThread>

#include <algorithm>

namespace fleet {

namespace {

/// So many rows are made in less than a frame; more are made in the background.
constexpr qsizetype mostAtOnce = 24;
/// More than twice as many are made by several threads.
constexpr qsizetype leastApart = 256;
constexpr qsizetype longestName = 256;

/// How contact was lost; without value: it was not, or there never was any. All rows look different then.
std::optional<flink::ConnectionState::Kind> cutOf(const flink::ConnectionState& state)
{
    using Kind = flink::ConnectionState::Kind;
    const bool isCut =
        state.kind == Kind::Stale || state.kind == Kind::Reconnecting || state.kind == Kind::Unauthorized;
    return isCut ? std::optional(state.kind) : std::nullopt;
}

QList<Row> rowsOf(const QList<RowInput>& inputs, qsizetype begin, qsizetype end)
{
    QList<Row> rows;
    rows.reserve(end - begin);
    for (qsizetype i = begin; i < end; ++i)
        rows.append(RowBuilder::build(inputs[i]));
    return rows;
}

} // namespace

Feed::Feed(flink::Connection& connection, Tell tell, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_tell(std::move(tell))
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
        m_pending.append(kube::ObjectKey());
    } else {
        m_pending = m_connection.deployments()->keys();
    }
    work();
}

void Feed::setFacts(const kube::ObjectKey& object, const std::shared_ptr<const RestFacts>& facts)
{
    if (!isThere(object))
        return;
    m_facts.insert(object, facts);
    m_pending.append(object);
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
        m_facts.remove(key);
        gone.append({m_connection.id(), key});
        m_isOneGone = true;
    }
    // What REST said belonged to the object of that name that is no more.
    for (const kube::ObjectKey& key : changes.replaced)
        m_facts.remove(key);
    m_pending += changes.added;
    m_pending += changes.changed;
    if (!gone.isEmpty())
        m_tell({}, gone);
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
    if (cutOf(state) && state.error)
        input.trouble = std::make_shared<const base::Error>(*state.error);
    return input;
}

std::optional<RowInput> Feed::inputFor(const kube::ObjectKey& object, const RowInput& shared) const
{
    RowInput input = shared;
    input.key.object = object;
    input.rest = m_facts.value(object);
    const flink::Objects<flink::Deployment>* objects = m_connection.deployments();
    if (!objects)
        return object == kube::ObjectKey() ? std::optional(input) : std::nullopt;
    const kube::Item* item = objects->item(object);
    if (!item)
        return {};
    input.deployment = objects->valueOf(*item);
    input.problem = item->problem;
    input.seenAt = objects->lastContact(object.nameSpace);
    if (const std::optional<base::Error> error = objects->lastError(object.nameSpace))
        input.trouble = std::make_shared<const base::Error>(*error);
    return input;
}

void Feed::work()
{
    if (m_working > 0 || m_pending.isEmpty())
        return;
    m_isOneGone = false;
    const RowInput shared = common();
    QList<RowInput> inputs;
    inputs.reserve(m_pending.size());
    const QList<kube::ObjectKey> pending = std::exchange(m_pending, {});
    for (const kube::ObjectKey& key : pending) {
        if (std::optional<RowInput> input = inputFor(key, shared))
            inputs.append(*std::move(input));
    }
    if (inputs.size() <= mostAtOnce)
        return finish(rowsOf(inputs, 0, inputs.size()));
    const qsizetype parts = std::clamp<qsizetype>(inputs.size() / leastApart, 1, QThread::idealThreadCount());
    const qsizetype share = (inputs.size() + parts - 1) / parts;
    for (qsizetype begin = 0; begin < inputs.size(); begin += share) {
        ++m_working;
        base::inBackground(
            this, [inputs, begin, end = std::min(begin + share, inputs.size())] { return rowsOf(inputs, begin, end); },
            [this](QList<Row> rows) {
                m_made += std::move(rows);
                if (--m_working > 0)
                    return;
                finish(std::exchange(m_made, {}));
                work();
            });
    }
}

void Feed::finish(QList<Row> rows)
{
    // A row that was removed while it was made must not come back.
    if (m_isOneGone)
        rows.removeIf([this](const Row& row) { return !isThere(row.key.object); });
    if (!rows.isEmpty())
        m_tell(std::move(rows), {});
}

} // namespace fleet
