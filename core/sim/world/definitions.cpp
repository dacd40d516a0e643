#include "core/sim/world/definitions.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr QStringView cleanup = u"customresourcecleanup.apiextensions.k8s.io";
constexpr auto pause = std::chrono::milliseconds(50);

QJsonObject condition(QStringView type, QStringView reason, QStringView message, Instant now)
{
    return {{u"type"_s, type.toString()},
            {u"status"_s, u"True"_s},
            {u"lastTransitionTime"_s, timestamp(now)},
            {u"reason"_s, reason.toString()},
            {u"message"_s, message.toString()}};
}

QJsonObject acceptedStatus(const QJsonObject& definition, Instant now)
{
    QJsonArray stored;
    for (const auto item : at(definition, {u"spec", u"versions"}).toArray()) {
        if (item.toObject().value("storage"_L1).toBool())
            stored.append(item.toObject().value("name"_L1));
    }
    const QJsonArray conditions{
        condition(u"NamesAccepted", u"NoConflicts", u"no conflicts found", now),
        condition(u"Established", u"InitialNamesAccepted", u"the initial names have been accepted", now)};
    return {{u"conditions"_s, conditions},
            {u"acceptedNames"_s, at(definition, {u"spec", u"names"})},
            {u"storedVersions"_s, stored}};
}

void setCleanup(QJsonObject& definition, bool present)
{
    QJsonArray kept;
    for (const auto item : at(definition, {u"metadata", u"finalizers"}).toArray()) {
        if (item.toString() != cleanup)
            kept.append(item);
    }
    if (present)
        kept.append(cleanup.toString());
    put(definition, {u"metadata", u"finalizers"},
        kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept));
}

void tolerate(const Outcome&) {}

} // namespace

Definitions::Definitions(Clock& clock, Objects& objects)
    : m_clock(clock)
    , m_objects(objects)
    , m_subscription(
          objects.subscribe({type::definitions.toString(), {}}, [this](const Event& event) { follow(event); }))
{
}

void Definitions::follow(const Event& event)
{
    const auto name = event.object->name();
    if (event.kind == Event::Kind::Added)
        m_clock.after(pause, [this, name] { accept(name); });
    else if (event.kind == Event::Kind::Modified && event.object->isBeingDeleted())
        m_clock.after(pause, [this, name] { clear(name); });
}

void Definitions::accept(const QString& name)
{
    tolerate(m_objects.change(type::definitions, {}, name, Part::Main,
                              [](QJsonObject& definition) { setCleanup(definition, true); }));
    tolerate(m_objects.change(type::definitions, {}, name, Part::Status, [this](QJsonObject& definition) {
        definition.insert("status"_L1, acceptedStatus(definition, m_clock.now()));
    }));
}

void Definitions::clear(const QString& name)
{
    const auto definition = m_objects.find(type::definitions, {}, name);
    if (!definition)
        return;
    const auto defined = definedType(definition->document());
    for (const auto& object : m_objects.list(defined)) {
        if (!object->isBeingDeleted())
            tolerate(m_objects.remove(defined, object->ns(), object->name()));
    }
    if (m_objects.count(defined) > 0) {
        m_clock.after(pause, [this, name] { clear(name); });
        return;
    }
    tolerate(m_objects.change(type::definitions, {}, name, Part::Main,
                              [](QJsonObject& document) { setCleanup(document, false); }));
}

} // namespace sim
