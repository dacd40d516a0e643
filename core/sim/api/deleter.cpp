#include "core/sim/api/deleter.h"

#include "core/sim/api/view.h"
#include "core/sim/documents/body.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

std::optional<Deletion::Propagation> propagationOf(const QString& text)
{
    if (text.isEmpty() || text == u"Background")
        return Deletion::Propagation::Background;
    if (text == u"Foreground")
        return Deletion::Propagation::Foreground;
    if (text == u"Orphan")
        return Deletion::Propagation::Orphan;
    return std::nullopt;
}

Refusal unknownPropagation(const QString& text)
{
    const auto message =
        u"Unsupported value: \"%1\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\""_s.arg(text);
    return Refusal::invalid(u"meta.k8s.io", u"DeleteOptions", {},
                            {{u"FieldValueNotSupported"_s, message, u"propagationPolicy"_s}});
}

Refusal twoPropagations(const QString& text)
{
    const auto message =
        u"Invalid value: \"%1\": orphanDependents and deletionPropagation cannot be both set"_s.arg(text);
    return Refusal::invalid(u"meta.k8s.io", u"DeleteOptions", {},
                            {{u"FieldValueInvalid"_s, message, u"propagationPolicy"_s}});
}

/// The kinds whose deletion is answered with what was deleted, as a real server does.
bool answersTheObject(const Resource& resource)
{
    return resource.type == type::pods || resource.type == type::services || resource.type == type::serviceAccounts ||
           resource.type == type::resourceQuotas;
}

QJsonObject success(const Resource& resource, const Stored& object)
{
    QJsonObject details{{u"name"_s, object.name()}, {u"kind"_s, resource.plural}, {u"uid"_s, object.uid()}};
    if (!resource.group.isEmpty())
        details.insert(u"group"_s, resource.group);
    return {{u"kind"_s, u"Status"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"metadata"_s, QJsonObject()},
            {u"status"_s, u"Success"_s},
            {u"details"_s, details}};
}

} // namespace

Deleter::Deleter(World& world, documents::Kinds& kinds, Reader& reader)
    : m_world(world)
    , m_kinds(kinds)
    , m_reader(reader)
{
}

std::optional<Deletion> Deleter::deletionOf(const Call& call) const
{
    const auto write = call.write();
    if (!write)
        return std::nullopt;
    Deletion deletion;
    deletion.write = *write;
    const auto parsed = documents::parseJson(call.request.body.isEmpty() ? QByteArray("{}") : call.request.body);
    if (!parsed.error.isEmpty()) {
        call.refuse({500, {}, u"couldn't get version/kind; json parse error: "_s + parsed.error});
        return std::nullopt;
    }
    const auto options = parsed.value.toObject();
    const auto policy = options.value("propagationPolicy"_L1).toString(call.query.value(u"propagationPolicy"_s));
    const auto orphans = options.value("orphanDependents"_L1);
    if (!policy.isEmpty() && orphans.isBool()) {
        call.refuse(twoPropagations(policy));
        return std::nullopt;
    }
    const auto propagation = propagationOf(orphans.toBool() ? u"Orphan"_s : policy);
    if (!propagation) {
        call.refuse(unknownPropagation(policy));
        return std::nullopt;
    }
    deletion.propagation = *propagation;
    const auto grace = options.value("gracePeriodSeconds"_L1);
    if (grace.isDouble())
        deletion.grace = std::chrono::seconds(grace.toInteger());
    else if (call.query.contains(u"gracePeriodSeconds"_s))
        deletion.grace = std::chrono::seconds(call.query.value(u"gracePeriodSeconds"_s).toLongLong());
    const auto conditions = options.value("preconditions"_L1).toObject();
    if (conditions.value("uid"_L1).isString())
        deletion.write.uid = conditions.value("uid"_L1).toString();
    if (conditions.value("resourceVersion"_L1).isString())
        deletion.write.resourceVersion = conditions.value("resourceVersion"_L1).toString();
    if (options.value("dryRun"_L1).toArray().contains(u"All"_s))
        deletion.write.mode = Write::Mode::DryRun;
    return deletion;
}

void Deleter::remove(const Call& call)
{
    const auto form = call.form();
    const auto deletion = form ? deletionOf(call) : std::nullopt;
    if (!deletion)
        return;
    const auto outcome = m_world.objects.remove(call.resource->type, call.info.ns, call.info.name, *deletion);
    if (!outcome)
        call.refuse(outcome.refusal());
    else if (outcome.change() == Outcome::Change::Deleted && !answersTheObject(*call.resource))
        call.reply(success(*call.resource, *outcome.object()));
    else
        m_reader.replyWith(call, *form, *outcome.object());
}

void Deleter::removeAll(const Call& call)
{
    const auto selection = Selection::of(call, m_kinds);
    if (!selection)
        return call.refuse(selection.refusal());
    const auto deletion = deletionOf(call);
    if (!deletion)
        return;
    QJsonArray items;
    for (const auto& object : m_world.objects.list(call.resource->type, call.info.ns)) {
        if (!selection->matches(*object))
            continue;
        const auto outcome = m_world.objects.remove(call.resource->type, object->ns(), object->name(), *deletion);
        if (outcome)
            items.append(viewOf(*call.resource, outcome.object()->document()));
    }
    const QJsonObject metadata{{u"resourceVersion"_s, QString::number(m_world.objects.revision())}};
    call.reply({{u"apiVersion"_s, call.resource->apiVersion()},
                {u"kind"_s, call.resource->listKind},
                {u"metadata"_s, metadata},
                {u"items"_s, items}});
}

} // namespace sim
