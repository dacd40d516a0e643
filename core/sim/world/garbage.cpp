#include "core/sim/world/garbage.h"

#include "core/sim/world/metadata.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// How long the collector of a small real cluster takes to notice.
constexpr auto pause = std::chrono::milliseconds(50);

QJsonArray owners(const QJsonObject& document)
{
    return at(document, {u"metadata", u"ownerReferences"}).toArray();
}

bool hasFinalizer(const Stored& object, QStringView name)
{
    return at(object.document(), {u"metadata", u"finalizers"}).toArray().contains(name.toString());
}

bool blocks(const Stored& dependent, const QString& ownerUid)
{
    for (const auto item : owners(dependent.document())) {
        const auto reference = item.toObject();
        if (reference.value("uid"_L1).toString() == ownerUid)
            return reference.value("blockOwnerDeletion"_L1).toBool();
    }
    return false;
}

void dropFinalizer(QJsonObject& document, QStringView name)
{
    QJsonArray kept;
    for (const auto item : at(document, {u"metadata", u"finalizers"}).toArray()) {
        if (item.toString() != name)
            kept.append(item);
    }
    put(document, {u"metadata", u"finalizers"}, kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept));
}

/// What the collector was refused it tries again at the next event of the object.
void tolerate(const Outcome&) {}

} // namespace

Garbage::Garbage(Clock& clock, Objects& objects)
    : m_clock(clock)
    , m_objects(objects)
    , m_subscription(objects.subscribe({}, [this](const Event& event) { follow(event); }))
{
}

void Garbage::follow(const Event& event)
{
    index(event);
    const auto& object = *event.object;
    if (event.kind == Event::Kind::Deleted) {
        m_clock.after(pause, [this, uid = object.uid()] { releaseDependents(uid); });
        for (const auto item : owners(object.document()))
            soon(item.toObject().value("uid"_L1).toString(), &Garbage::collect);
        return;
    }
    if (event.kind == Event::Kind::Added && !owners(object.document()).isEmpty())
        soon(object.uid(), &Garbage::reconsider);
    if (!object.isBeingDeleted())
        return;
    if (object.type() == type::namespaces)
        soon(object.uid(), &Garbage::empty);
    if (hasFinalizer(object, foregroundFinalizer))
        soon(object.uid(), &Garbage::collect);
    if (hasFinalizer(object, orphanFinalizer))
        soon(object.uid(), &Garbage::orphan);
}

void Garbage::index(const Event& event)
{
    const auto uid = event.object->uid();
    const auto is = event.kind == Event::Kind::Deleted ? QJsonArray() : owners(event.object->document());
    const auto was = event.before ? owners(event.before->document()) : QJsonArray();
    if (is == was)
        return;
    for (const auto item : was) {
        const auto found = m_dependents.find(item.toObject().value("uid"_L1).toString());
        if (found == m_dependents.end())
            continue;
        found->second.erase(uid);
        if (found->second.empty())
            m_dependents.erase(found);
    }
    for (const auto item : is)
        m_dependents[item.toObject().value("uid"_L1).toString()].insert(uid);
}

void Garbage::soon(const QString& uid, void (Garbage::*work)(const Snapshot&))
{
    m_clock.after(pause, [this, uid, work] {
        if (const auto object = m_objects.findByUid(uid))
            (this->*work)(object);
    });
}

std::vector<Snapshot> Garbage::dependents(const QString& ownerUid) const
{
    std::vector<Snapshot> result;
    const auto found = m_dependents.find(ownerUid);
    if (found == m_dependents.end())
        return result;
    for (const auto& uid : found->second) {
        if (const auto object = m_objects.findByUid(uid))
            result.push_back(object);
    }
    return result;
}

void Garbage::releaseDependents(const QString& ownerUid)
{
    for (const auto& dependent : dependents(ownerUid))
        reconsider(dependent);
}

void Garbage::reconsider(const Snapshot& dependent)
{
    QJsonArray living;
    const auto known = owners(dependent->document());
    for (const auto item : known) {
        if (m_objects.findByUid(item.toObject().value("uid"_L1).toString()))
            living.append(item);
    }
    if (living.size() == known.size())
        return;
    if (living.isEmpty()) {
        if (!dependent->isBeingDeleted())
            tolerate(m_objects.remove(dependent->type(), dependent->ns(), dependent->name()));
        return;
    }
    tolerate(
        m_objects.change(dependent->type(), dependent->ns(), dependent->name(), Part::Main, [&](QJsonObject& document) {
            put(document, {u"metadata", u"ownerReferences"}, living);
        }));
}

void Garbage::collect(const Snapshot& owner)
{
    if (!owner->isBeingDeleted() || !hasFinalizer(*owner, foregroundFinalizer))
        return;
    bool waits = false;
    for (const auto& dependent : dependents(owner->uid())) {
        waits = waits || blocks(*dependent, owner->uid());
        if (dependent->isBeingDeleted())
            continue;
        Deletion deletion;
        if (!dependents(dependent->uid()).empty())
            deletion.propagation = Deletion::Propagation::Foreground;
        tolerate(m_objects.remove(dependent->type(), dependent->ns(), dependent->name(), deletion));
    }
    if (waits)
        return;
    tolerate(m_objects.change(owner->type(), owner->ns(), owner->name(), Part::Main,
                              [](QJsonObject& document) { dropFinalizer(document, foregroundFinalizer); }));
}

void Garbage::orphan(const Snapshot& owner)
{
    if (!owner->isBeingDeleted() || !hasFinalizer(*owner, orphanFinalizer))
        return;
    for (const auto& dependent : dependents(owner->uid())) {
        tolerate(m_objects.change(dependent->type(), dependent->ns(), dependent->name(), Part::Main,
                                  [&](QJsonObject& document) {
                                      QJsonArray kept;
                                      for (const auto item : owners(document)) {
                                          if (item.toObject().value("uid"_L1).toString() != owner->uid())
                                              kept.append(item);
                                      }
                                      put(document, {u"metadata", u"ownerReferences"}, kept);
                                  }));
    }
    tolerate(m_objects.change(owner->type(), owner->ns(), owner->name(), Part::Main,
                              [](QJsonObject& document) { dropFinalizer(document, orphanFinalizer); }));
}

void Garbage::empty(const Snapshot& ns)
{
    bool isEmpty = true;
    QStringList types;
    for (const auto& resource : m_objects.resources().all()) {
        if (resource->isNamespaced() && !types.contains(resource->type))
            types += resource->type;
    }
    for (const auto& name : types) {
        for (const auto& object : m_objects.list(name, ns->name())) {
            isEmpty = false;
            if (!object->isBeingDeleted())
                tolerate(m_objects.remove(name, ns->name(), object->name()));
        }
    }
    if (!isEmpty) {
        // Looked at again until finalizers and ending pods let go.
        soon(ns->uid(), &Garbage::empty);
        return;
    }
    tolerate(m_objects.change(type::namespaces, {}, ns->name(), Part::Main, [](QJsonObject& document) {
        put(document, {u"spec", u"finalizers"}, QJsonArray());
    }));
}

} // namespace sim
