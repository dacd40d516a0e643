#include "core/sim/world/objects.h"

#include "core/sim/world/metadata.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// What etcd orders by.
QString keyOf(const QString& ns, const QString& name)
{
    return ns + u'/' + name;
}

Refusal nameless(const Resource& resource)
{
    return Refusal::invalid(
        resource.group, resource.kind, {},
        {{u"FieldValueRequired"_s, u"Required value: name or generateName is required"_s, u"metadata.name"_s}});
}

std::optional<Refusal> refuseOther(QStringView type, const Stored& present, const Write& write)
{
    if (write.uid && *write.uid != present.uid()) {
        return Refusal::conflict(
            type, present.name(),
            u"Precondition failed: UID in precondition: %1, UID in object meta: %2"_s.arg(*write.uid, present.uid()));
    }
    if (write.resourceVersion && *write.resourceVersion != QString::number(present.revision())) {
        return Refusal::conflict(
            type, present.name(),
            u"the object has been modified; please apply your changes to the latest version and try "
            u"again"_s);
    }
    return std::nullopt;
}

void setRevision(QJsonObject& document, quint64 revision)
{
    auto metadata = fresh(document.value("metadata"_L1).toObject());
    metadata.insert("resourceVersion"_L1, QString::number(revision));
    document.insert("metadata"_L1, metadata);
}

/// How far back a watch can resume. etcd, which an API server compacts every five minutes, forgets what is older, too.
constexpr History::Limits historyLimits{1'000, 10'000, std::chrono::minutes(10)};
/// After so many changes a document is made anew, see madeAnew().
constexpr int mostChanges = 8;

} // namespace

Objects::Objects(Clock& clock, const Chance& chance)
    : m_clock(clock)
    , m_uids(chance.stream(u"uids"))
    , m_names(chance.stream(u"names"))
    , m_history(historyLimits)
{
}

Snapshot Objects::find(QStringView type, const QString& ns, const QString& name) const
{
    const auto objects = m_types.find(type);
    if (objects == m_types.end())
        return nullptr;
    const auto found = objects->second.find(keyOf(ns, name));
    return found == objects->second.end() ? nullptr : found->second;
}

Snapshot Objects::findByUid(const QString& uid) const
{
    const auto found = m_byUid.find(uid);
    return found == m_byUid.end() ? nullptr : found->second;
}

std::vector<Snapshot> Objects::list(QStringView type, const QString& ns) const
{
    std::vector<Snapshot> result;
    const auto objects = m_types.find(type);
    if (objects == m_types.end())
        return result;
    const auto prefix = keyOf(ns, {});
    auto next = ns.isEmpty() ? objects->second.begin() : objects->second.lower_bound(prefix);
    for (; next != objects->second.end() && (ns.isEmpty() || next->first.startsWith(prefix)); ++next)
        result.push_back(next->second);
    return result;
}

std::optional<std::vector<Snapshot>> Objects::listAt(QStringView type, const QString& ns, quint64 revision) const
{
    const auto later = m_history.since({type.toString(), ns}, revision);
    if (!later || revision > m_history.last())
        return std::nullopt;
    if (later->empty())
        return list(type, ns);
    std::map<QString, Snapshot> objects;
    for (const auto& object : list(type, ns))
        objects[keyOf(object->ns(), object->name())] = object;
    for (auto event = later->rbegin(); event != later->rend(); ++event) {
        const auto key = keyOf(event->object->ns(), event->object->name());
        if (event->before)
            objects[key] = event->before;
        else
            objects.erase(key);
    }
    std::vector<Snapshot> result;
    for (const auto& [key, object] : objects)
        result.push_back(object);
    return result;
}

std::size_t Objects::count(QStringView type) const
{
    const auto objects = m_types.find(type);
    return objects == m_types.end() ? 0 : objects->second.size();
}

Outcome Objects::create(QStringView type, QJsonObject document, const Write& write)
{
    const auto resource = m_resources.ofType(type);
    if (!resource)
        return Refusal::notFound(type, at(document, {u"metadata", u"name"}).toString());
    auto metadata = document.value("metadata"_L1).toObject();
    auto name = metadata.value("name"_L1).toString();
    if (name.isEmpty() && !metadata.value("generateName"_L1).toString().isEmpty())
        name = metadata.value("generateName"_L1).toString() + m_names.suffix();
    if (name.isEmpty())
        return nameless(*resource);
    metadata.insert("name"_L1, name);
    const auto ns = metadata.value("namespace"_L1).toString();
    if (auto refusal = refuseNamespace(*resource, ns))
        return *refusal;
    if (find(type, ns, name))
        return Refusal::alreadyExists(type, name);
    document.insert("metadata"_L1, newMetadata(*resource, metadata, m_uids.uid(), m_clock.now()));
    document.insert("apiVersion"_L1, resource->apiVersion());
    document.insert("kind"_L1, resource->kind);
    if (resource->hasStatus())
        document.remove("status"_L1);

    Review asked{Review::Operation::Create, Part::Main, *resource, write, {}, document};
    if (auto refusal = review(asked))
        return *refusal;
    if (m_ownership && write.ownership == Write::Ownership::Track)
        m_ownership({}, asked.after, Part::Main, write);
    return store(*resource, asked.after, nullptr, write);
}

Outcome Objects::replace(QStringView type, const QJsonObject& document, Part part, const Write& write)
{
    const auto resource = m_resources.ofType(type);
    const auto ns = at(document, {u"metadata", u"namespace"}).toString();
    const auto name = at(document, {u"metadata", u"name"}).toString();
    const auto before = find(type, ns, name);
    if (!resource || !before)
        return Refusal::notFound(type, name);
    auto conditions = write;
    if (const auto uid = at(document, {u"metadata", u"uid"}).toString(); !uid.isEmpty() && !conditions.uid)
        conditions.uid = uid;
    const auto version = at(document, {u"metadata", u"resourceVersion"}).toString();
    if (!version.isEmpty() && !conditions.resourceVersion)
        conditions.resourceVersion = version;
    if (auto refusal = refuseOther(type, *before, conditions))
        return *refusal;

    const auto present = before->document();
    Review asked{Review::Operation::Update,
                 part,
                 *resource,
                 write,
                 present,
                 part == Part::Main ? withKeptFields(*resource, present, document)
                                    : withStatus(*resource, present, document)};
    if (auto refusal = refuseNewFinalizers(*resource, present, asked.after))
        return *refusal;
    if (auto refusal = review(asked))
        return *refusal;
    if (m_ownership && write.ownership == Write::Ownership::Track)
        m_ownership(present, asked.after, part, write);
    if (areSame(present, asked.after))
        return Outcome(before, Outcome::Change::None);
    countGeneration(*resource, present, asked.after);
    if (isFinished(*resource, asked.after))
        return discard(*resource, asked.after, before, write);
    return store(*resource, asked.after, before, write);
}

Outcome Objects::change(QStringView type, const QString& ns, const QString& name, Part part, const Edit& edit,
                        const Write& write)
{
    const auto present = find(type, ns, name);
    if (!present)
        return Refusal::notFound(type, name);
    auto document = present->document();
    edit(document);
    return replace(type, document, part, write);
}

Outcome Objects::remove(QStringView type, const QString& ns, const QString& name, const Deletion& deletion)
{
    const auto resource = m_resources.ofType(type);
    const auto before = find(type, ns, name);
    if (!resource || !before)
        return Refusal::notFound(type, name);
    if (auto refusal = refuseDeletion(*resource, *before, deletion.write.uid, deletion.write.resourceVersion))
        return *refusal;
    const auto present = before->document();
    Review asked{Review::Operation::Delete, Part::Main, *resource, deletion.write, present, {}};
    if (auto refusal = review(asked))
        return *refusal;
    auto ending = present;
    markDeletion(*resource, ending, deletion, m_clock.now());
    if (isFinished(*resource, ending))
        return discard(*resource, ending, before, deletion.write);
    if (ending == present)
        return Outcome(before, Outcome::Change::None);
    return store(*resource, ending, before, deletion.write);
}

Outcome Objects::store(const Resource& resource, QJsonObject document, const Snapshot& before, const Write& write)
{
    const auto change = before ? Outcome::Change::Modified : Outcome::Change::Added;
    if (write.mode == Write::Mode::DryRun)
        return Outcome(std::make_shared<Stored>(resource.type, document, before ? before->revision() : 0), change);
    const auto revision = m_history.last() + 1;
    setRevision(document, revision);
    int changes = before ? before->changes() + 1 : 0;
    if (changes > mostChanges) {
        document = madeAnew(document).toObject();
        changes = 0;
    }
    const auto object = std::make_shared<const Stored>(resource.type, std::move(document), revision, changes);
    m_types[resource.type][keyOf(object->ns(), object->name())] = object;
    m_byUid[object->uid()] = object;
    tell({before ? Event::Kind::Modified : Event::Kind::Added, object, before});
    return Outcome(object, change);
}

Outcome Objects::discard(const Resource& resource, QJsonObject document, const Snapshot& before, const Write& write)
{
    if (write.mode == Write::Mode::DryRun)
        return Outcome(before, Outcome::Change::Deleted);
    const auto revision = m_history.last() + 1;
    setRevision(document, revision);
    const auto left = std::make_shared<const Stored>(resource.type, std::move(document), revision);
    // Watches are shown what was stored until now, with its finalizers.
    auto stored = before->document();
    setRevision(stored, revision);
    const auto last = std::make_shared<const Stored>(resource.type, std::move(stored), revision);
    m_types[resource.type].erase(keyOf(last->ns(), last->name()));
    m_byUid.erase(last->uid());
    tell({Event::Kind::Deleted, last, before});
    return Outcome(left, Outcome::Change::Deleted);
}

std::optional<Refusal> Objects::refuseNamespace(const Resource& resource, const QString& ns) const
{
    if (!resource.isNamespaced())
        return std::nullopt;
    const auto found = find(type::namespaces, {}, ns);
    if (!found)
        return Refusal::notFound(type::namespaces, ns);
    if (!found->isBeingDeleted())
        return std::nullopt;
    auto refusal = Refusal::forbidden(resource.type, {},
                                      u"unable to create new content in namespace %1 because it is being "
                                      u"terminated"_s.arg(ns));
    refusal.causes = {
        {u"NamespaceTerminating"_s, u"namespace %1 is being terminated"_s.arg(ns), u"metadata.namespace"_s}};
    return refusal;
}

std::optional<Refusal> Objects::review(Review& review) const
{
    if (auto refusal = ask(review, Review::Stage::Mutation))
        return refusal;
    return ask(review, Review::Stage::Validation);
}

std::optional<Refusal> Objects::ask(Review& review, Review::Stage stage) const
{
    review.stage = stage;
    const Filter subject{
        review.resource.type,
        at(review.after.isEmpty() ? review.before : review.after, {u"metadata", u"namespace"}).toString()};
    const auto hooks = m_admissions;
    for (const auto& candidate : hooks) {
        const auto hook = candidate.lock();
        if (!hook || (!hook->filter.type.isEmpty() && hook->filter.type != subject.type) ||
            (!hook->filter.ns.isEmpty() && hook->filter.ns != subject.ns))
            continue;
        if (auto refusal = hook->admission(review))
            return refusal;
    }
    return std::nullopt;
}

void Objects::tell(Event event)
{
    keepDefinitions(event);
    m_history.append(event, m_clock.now());
    m_untold.push_back(std::move(event));
    if (std::exchange(m_telling, true))
        return;
    while (!m_untold.empty()) {
        const auto next = std::move(m_untold.front());
        m_untold.pop_front();
        const auto listeners = m_listeners;
        for (const auto& candidate : listeners) {
            if (const auto hook = candidate.lock(); hook && hook->filter.matches(*next.object))
                hook->listener(next);
        }
    }
    m_telling = false;
}

void Objects::thaw()
{
    m_frozen = false;
    for (const auto& task : std::exchange(m_waiting, {}))
        task();
}

void Objects::whenServed(std::function<void()> task)
{
    if (m_frozen)
        m_waiting.push_back(std::move(task));
    else
        task();
}

void Objects::keepDefinitions(const Event& event)
{
    if (event.object->type() != type::definitions)
        return;
    if (event.kind == Event::Kind::Deleted)
        m_resources.undefine(definedType(event.object->document()));
    else
        m_resources.define(event.object->document());
}

Subscription Objects::subscribe(Filter filter, Listener listener)
{
    std::erase_if(m_listeners, [](const auto& hook) { return hook.expired(); });
    auto hook = std::make_shared<const Hook>(Hook{std::move(filter), std::move(listener), nullptr});
    m_listeners.push_back(hook);
    return hook;
}

Subscription Objects::admit(Filter filter, Admission admission)
{
    std::erase_if(m_admissions, [](const auto& hook) { return hook.expired(); });
    auto hook = std::make_shared<const Hook>(Hook{std::move(filter), nullptr, std::move(admission)});
    m_admissions.push_back(hook);
    return hook;
}

} // namespace sim
