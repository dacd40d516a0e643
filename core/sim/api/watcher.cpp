#include "core/sim/api/watcher.h"

#include "core/sim/api/listoptions.h"
#include "core/sim/api/view.h"
#include "core/sim/world/path.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

using namespace std::chrono_literals;

constexpr auto bookmarkInterval = 1min;
/// A bookmark comes so long before the end.
constexpr auto bookmarkMargin = 2s;

QByteArray line(const char* type, const QByteArray& object)
{
    return QByteArray("{\"type\":\"") + type + "\",\"object\":" + object + "}\n";
}

QByteArray compact(const QJsonObject& document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace

/// One running watch.
class Watcher::Stream
{
public:
    Stream(Watcher& owner, const Call& call, Selection selection, Form form, documents::RowObject rowObject)
        : m_owner(owner)
        , m_call(call)
        , m_selection(std::move(selection))
        , m_form(form)
        , m_rowObject(rowObject)
        , m_timeout(owner.m_wall)
        , m_bookmark(owner.m_wall)
    {
    }

    bool isOpen() const { return m_sink && m_sink->isOpen(); }
    void start(const std::shared_ptr<Sink>& sink, Duration timeout, const Start& begin);
    void end();
    void expire(const QString& why);

private:
    void tell(const Event& event);
    void scheduleBookmark();
    void writeBookmark();
    QByteArray shown(const Stored& object);
    QByteArray shown(const QJsonObject& document);
    QJsonObject tableOf(const QJsonObject& view);

    Watcher& m_owner;
    Call m_call;
    Selection m_selection;
    Form m_form;
    documents::RowObject m_rowObject;
    documents::Columns m_columns = documents::Columns::Told;
    std::shared_ptr<Sink> m_sink;
    Subscription m_subscription;
    Alarm m_timeout;
    Alarm m_bookmark;
    Instant m_deadline;
    quint64 m_begun = 0; ///< the revision it had reached when it began
};

void Watcher::Stream::start(const std::shared_ptr<Sink>& sink, Duration timeout, const Start& begin)
{
    m_sink = sink;
    m_deadline = m_owner.m_wall.now() + timeout;
    if (begin.isTooOld) {
        expire(
            u"too old resource version: %1 (%2)"_s.arg(begin.revision).arg(m_owner.m_world.objects.history().oldest()));
        return;
    }
    m_begun = begin.revision > 0 ? begin.revision : m_owner.m_world.objects.revision();
    for (const auto& event : begin.missed) {
        tell(event);
        m_begun = std::max(m_begun, event.object->revision());
    }
    m_subscription = m_owner.m_world.objects.subscribe({m_call.resource->type, m_call.info.ns},
                                                       [this](const Event& event) { tell(event); });
    m_timeout.set(timeout, [this] { end(); });
    if (m_call.query.isSet(u"allowWatchBookmarks"_s))
        scheduleBookmark();
}

void Watcher::Stream::end()
{
    m_subscription.reset();
    m_timeout.stop();
    m_bookmark.stop();
    if (const auto sink = std::exchange(m_sink, nullptr))
        sink->end();
}

void Watcher::Stream::expire(const QString& why)
{
    if (m_sink)
        m_sink->write(line("ERROR", compact(Refusal::tooOld(why).status())));
    end();
}

void Watcher::Stream::tell(const Event& event)
{
    if (!isOpen())
        return;
    const bool is = event.kind != Event::Kind::Deleted && m_selection.matches(*event.object);
    const bool was = event.before ? m_selection.matches(*event.before) : false;
    if (event.kind == Event::Kind::Added && is)
        m_sink->write(line("ADDED", shown(*event.object)));
    else if (event.kind == Event::Kind::Deleted && was)
        m_sink->write(line("DELETED", shown(*event.object)));
    else if (is)
        m_sink->write(line(was ? "MODIFIED" : "ADDED", shown(*event.object)));
    else if (was) {
        // What leaves the selection is shown as it was, with the revision of its leaving.
        auto document = event.before->document();
        put(document, {u"metadata", u"resourceVersion"}, QString::number(event.object->revision()));
        m_sink->write(line("DELETED", shown(document)));
    }
}

void Watcher::Stream::scheduleBookmark()
{
    const auto now = m_owner.m_wall.now();
    const auto last = m_deadline - bookmarkMargin;
    const auto next = now < last ? std::min(now + bookmarkInterval, last) : now + bookmarkInterval;
    m_bookmark.setAt(next, [this] {
        writeBookmark();
        scheduleBookmark();
    });
}

void Watcher::Stream::writeBookmark()
{
    // Nothing has happened since it began: the client has that revision.
    if (!isOpen() || m_owner.m_world.objects.revision() <= m_begun)
        return;
    const auto revision = QString::number(m_owner.m_world.objects.revision());
    const QJsonObject metadata{{u"resourceVersion"_s, revision}, {u"creationTimestamp"_s, QJsonValue::Null}};
    const auto& resource = *m_call.resource;
    QJsonObject bookmark{
        {u"kind"_s, resource.kind}, {u"apiVersion"_s, resource.apiVersion()}, {u"metadata"_s, metadata}};
    if (m_form == Form::MetadataOnly)
        bookmark = documents::metadataOnly(bookmark);
    // Printed like any object, though it holds nothing.
    if (m_form == Form::Table)
        bookmark = tableOf(bookmark);
    m_sink->write(line("BOOKMARK", compact(bookmark)));
}

QByteArray Watcher::Stream::shown(const Stored& object)
{
    return m_form == Form::Whole ? viewBytes(*m_call.resource, object) : shown(object.document());
}

QByteArray Watcher::Stream::shown(const QJsonObject& document)
{
    const auto view = viewOf(*m_call.resource, document);
    if (m_form == Form::Whole)
        return compact(view);
    if (m_form == Form::MetadataOnly)
        return compact(documents::metadataOnly(view));
    return compact(tableOf(view));
}

QJsonObject Watcher::Stream::tableOf(const QJsonObject& view)
{
    const QJsonObject metadata{{u"resourceVersion"_s, at(view, {u"metadata", u"resourceVersion"})}};
    return documents::table(m_owner.m_kinds.of(*m_call.resource), {view}, metadata, m_rowObject,
                            std::exchange(m_columns, documents::Columns::Left), dateTime(m_owner.m_world.clock.now()));
}

Watcher::Watcher(World& world, Clock& wall, documents::Kinds& kinds)
    : m_world(world)
    , m_wall(wall)
    , m_kinds(kinds)
    , m_chance(world.chance.stream(u"watches"))
{
}

Watcher::~Watcher()
{
    endAll();
}

void Watcher::watch(const Call& call)
{
    const auto form = call.form();
    if (!form)
        return;
    if (const auto refusal = refuseWatchOptions(call))
        return call.refuse(*refusal);
    const auto selection = Selection::of(call, m_kinds);
    if (!selection)
        return call.refuse(selection.refusal());
    const auto rowObject = documents::rowObjectOf(call.query.value(u"includeObject"_s));
    if (!rowObject)
        return call.refuse(rowObject.refusal());
    const auto wanted = call.query.value(u"resourceVersion"_s);
    bool isNumber = true;
    const auto revision = wanted.isEmpty() ? 0 : wanted.toULongLong(&isNumber);
    if (!isNumber)
        return call.refuse(
            {500,
             {},
             u"resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(
                 wanted)});
    const auto asked = call.query.value(u"timeoutSeconds"_s).toLongLong();
    // Without a wish: half an hour to an hour, so that not all come back at once.
    const auto usual = std::chrono::minutes(m_chance.between(30, 60));
    const Duration timeout = asked > 0 ? std::chrono::seconds(asked) : std::chrono::seconds(usual);

    sweep();
    const auto stream = std::make_shared<Stream>(*this, call, *selection, *form, *rowObject);
    m_streams.push_back(stream);
    Reply reply{200, {{"Content-Type", "application/json"}}};
    reply.stream = [this, stream, timeout, call, revision](const std::shared_ptr<Sink>& sink) {
        stream->start(sink, timeout, startOf(call, revision));
    };
    call.answer(reply);
}

Watcher::Start Watcher::startOf(const Call& call, quint64 revision) const
{
    Start start;
    start.revision = revision;
    const auto& objects = m_world.objects;
    if (revision == 0) {
        for (const auto& object : objects.list(call.resource->type, call.info.ns))
            start.missed.push_back({Event::Kind::Added, object, nullptr});
        return start;
    }
    auto missed = objects.history().since({call.resource->type, call.info.ns}, revision);
    start.isTooOld = !missed;
    if (missed)
        start.missed = std::move(*missed);
    return start;
}

void Watcher::expireAll()
{
    for (const auto& stream : m_streams) {
        if (stream->isOpen())
            stream->expire(u"The resourceVersion for the provided watch is too old."_s);
    }
    sweep();
}

void Watcher::endAll()
{
    for (const auto& stream : m_streams)
        stream->end();
    m_streams.clear();
}

std::size_t Watcher::count()
{
    sweep();
    return m_streams.size();
}

void Watcher::sweep()
{
    std::erase_if(m_streams, [](const auto& stream) { return !stream->isOpen(); });
}

} // namespace sim
