#include "core/sim/documents/writes.h"

#include "core/sim/documents/body.h"
#include "core/sim/documents/causes.h"
#include "core/sim/documents/events.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/documents/ownership.h"
#include "core/sim/documents/patches.h"
#include "core/sim/documents/requestbody.h"
#include "core/sim/documents/requestrules.h"
#include "core/sim/documents/scale.h"
#include "core/sim/documents/typed.h"
#include "core/sim/documents/validation.h"
#include "core/sim/world/path.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

bool isNewEvents(const Kind& kind)
{
    return kind.resource->group == u"events.k8s.io";
}

QString managerOf(const WriteRequest& request)
{
    if (!request.fieldManager.isEmpty())
        return request.fieldManager;
    QString name;
    for (const auto c : QString::fromUtf8(request.userAgent).section(u'/', 0, 0)) {
        if (c.isPrint() && name.size() < longestManager)
            name += c;
    }
    return name.isEmpty() ? u"unknown"_s : name;
}

QString timeOf(const WriteRequest& request)
{
    return request.now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

Manager writerOf(const Kind& kind, const WriteRequest& request, QStringView operation)
{
    Manager writer{managerOf(request), operation.toString(), kind.resource->apiVersion()};
    if (request.door != Door::Main)
        writer.subresource = request.door == Door::Status ? u"status"_s : u"scale"_s;
    // Scale alone does not say when.
    if (request.door != Door::Scale)
        writer.time = timeOf(request);
    return writer;
}

void keepFrom(const QJsonObject& live, QJsonObject& document, QLatin1StringView name)
{
    if (live.contains(name))
        document.insert(name, live.value(name));
    else
        document.remove(name);
}

/// `asked` as it can come through the door: what the door does not change is what it was.
QJsonObject through(const Kind& kind, const QJsonObject& live, QJsonObject asked, Door door)
{
    if (door == Door::Main) {
        if (kind.resource->hasStatus())
            keepFrom(live, asked, "status"_L1);
        return asked;
    }
    auto result = live;
    keepFrom(asked, result, "status"_L1);
    if (kind.resource->type == type::pods)
        put(result, {u"status", u"qosClass"}, at(live, {u"status", u"qosClass"}));
    put(result, {u"metadata", u"managedFields"}, at(asked, {u"metadata", u"managedFields"}));
    return result;
}

/// The system's own fields cannot be changed.
void keepSystemFields(const QJsonObject& live, QJsonObject& document)
{
    const auto before = live.value("metadata"_L1).toObject();
    auto metadata = document.value("metadata"_L1).toObject();
    for (const auto name : {"uid"_L1, "creationTimestamp"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1,
                            "generation"_L1, "selfLink"_L1, "namespace"_L1})
        keepFrom(before, metadata, name);
    document.insert("metadata"_L1, metadata);
}

void fill(const Kind& kind, QJsonObject& document)
{
    fillDefaults(*kind.schema, document);
    if (!kind.isCustom())
        complete(kind, document);
}

std::optional<Refusal> refuseInvalid(const Kind& kind, const QJsonObject& document, const QJsonObject& live,
                                     const QStringList& emptyMaps = {})
{
    const auto metadata = document.value("metadata"_L1).toObject();
    auto causes = metadataCauses(kind, metadata, live.value("metadata"_L1).toObject());
    causes += kind.isCustom() ? schemaCauses(kind, document) : builtInCauses(kind, document, live, emptyMaps);
    if (causes.isEmpty())
        return std::nullopt;
    return Refusal::invalid(kind.resource->group, kind.resource->kind, metadata.value("name"_L1).toString(), causes);
}

/// The webhooks that mutate come first, then the schema and the registry.
std::optional<Refusal> refuseWrite(const Kind& kind, const QJsonObject& document, const QJsonObject& live,
                                   const QStringList& emptyMaps, const WriteRequest& request)
{
    if (request.mutation) {
        if (auto refusal = request.mutation(live, document))
            return refusal;
    }
    return refuseInvalid(kind, document, live, emptyMaps);
}

/// What was asked for, made whole, checked, and with its owners written down.
Answer<Written> finished(const Kind& kind, const QJsonObject& live, const ReadBody& asked, const WriteRequest& request)
{
    const auto uid = at(asked.object, {u"metadata", u"uid"});
    auto document = through(kind, live, asked.object, request.door);
    keepSystemFields(live, document);
    fill(kind, document);
    auto checked = document;
    if (uid.isString())
        put(checked, {u"metadata", u"uid"}, uid);
    if (auto refusal = refuseWrite(kind, checked, live, asked.emptyMaps, request))
        return *refusal;
    trackWrite(kind, live, document, request.door, writerOf(kind, request, u"Update"));
    forgetEmptyLists(*kind.schema, document);
    return Written{stored(kind, document), asked.warnings + metadataWarnings(document.value("metadata"_L1).toObject()),
                   managerOf(request)};
}

/// A new object as the registry takes it.
QJsonObject asNew(const Kind& kind, QJsonObject document, const WriteRequest& request)
{
    auto metadata = document.value("metadata"_L1).toObject();
    if (metadata.value("name"_L1).toString().isEmpty() && metadata.contains("generateName"_L1))
        metadata.insert("name"_L1, metadata.value("generateName"_L1).toString() + request.nameSuffix);
    if (kind.resource->isNamespaced())
        metadata.insert("namespace"_L1, request.ns);
    else
        metadata.remove("namespace"_L1);
    for (const auto name : {"uid"_L1, "creationTimestamp"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1,
                            "generation"_L1, "selfLink"_L1})
        metadata.remove(name);
    document.insert("metadata"_L1, metadata);
    if (kind.resource->hasStatus() && kind.resource->type != type::nodes)
        keepFrom(kind.blank, document, "status"_L1);
    return document;
}

Answer<Written> createdFrom(const Kind& kind, QJsonObject document, const WriteRequest& request, const ReadBody& asked)
{
    if (!kind.isCustom())
        prepareNew(kind, document, timeOf(request));
    if (auto refusal = refuseWrite(kind, document, {}, asked.emptyMaps, request))
        return *refusal;
    forgetEmptyLists(*kind.schema, document);
    return Written{stored(kind, document), asked.warnings + metadataWarnings(document.value("metadata"_L1).toObject()),
                   managerOf(request)};
}

/// What an apply made of an object that was there.
Answer<Written> appliedOver(const Kind& kind, const QJsonObject& live, QJsonObject document,
                            const QStringList& emptyMaps, const WriteRequest& request)
{
    const auto managers = at(document, {u"metadata", u"managedFields"});
    document = through(kind, live, document, request.door);
    const auto uid = at(document, {u"metadata", u"uid"});
    keepSystemFields(live, document);
    put(document, {u"metadata", u"managedFields"}, managers);
    fill(kind, document);
    auto checked = document;
    put(checked, {u"metadata", u"uid"}, uid);
    if (auto refusal = refuseWrite(kind, checked, live, emptyMaps, request))
        return *refusal;
    return Written{stored(kind, document), {}, managerOf(request)};
}

Answer<Written> appliedTo(const Kind& kind, const QJsonObject& live, const WriteRequest& request)
{
    const auto configuration = readConfiguration(kind, request);
    if (!configuration)
        return configuration.refusal();
    const bool isNew = live.isEmpty();
    if (auto refusal = refuseConfiguration(kind, *configuration, request, isNew))
        return *refusal;
    auto result = applied(kind, isNew ? kind.blank : live, *configuration, request.door,
                          writerOf(kind, request, u"Apply"), request.isForced);
    if (!result)
        return result.refusal();
    const auto metadata = configuration->value("metadata"_L1).toObject();
    if (auto refusal = isNew ? std::nullopt : refuseRevision(kind, metadata, live))
        return *refusal;
    auto document = *result;
    put(document, {u"metadata", u"name"}, request.name);
    QStringList emptyMaps;
    if (!kind.isCustom()) {
        auto decoded = decode(kind, document);
        if (!decoded)
            return decoded.refusal();
        document = decoded->object;
        emptyMaps = decoded->emptyMaps;
    }
    if (!isNew)
        return appliedOver(kind, live, document, emptyMaps, request);
    document = asNew(kind, document, request);
    fill(kind, document);
    return createdFrom(kind, document, request, {{}, {}, emptyMaps});
}

/// After a strategic patch another part of the server finds wrong types, and has other words for them.
Refusal inWordsOfConversion(Refusal refusal)
{
    static const QRegularExpression form(
        u"json: cannot unmarshal (\\w+)(?: [^ ]+)? into Go struct field [^ ]+ of type ([^ ]+)$"_s);
    auto& cause = refusal.causes.first();
    const auto match = form.match(cause.message);
    if (!match.hasMatch())
        return refusal;
    const auto type = match.captured(2);
    const auto given = match.captured(1);
    const auto words = type.startsWith(u"[]")    ? u"cannot restore slice from "_s + given
                       : type.startsWith(u"map") ? u"cannot restore map from "_s + given
                       : type.startsWith(u"v1.") ? u"cannot restore struct from: "_s + given
                                                 : u"unrecognized type: "_s + type;
    cause.message = cause.message.first(match.capturedStart()) + words;
    return Refusal::invalid({}, {}, {}, refusal.causes);
}

Answer<ReadBody> patchedBody(const Kind& kind, const QJsonObject& live, PatchType type, const WriteRequest& request)
{
    if (type == PatchType::Json) {
        auto operations = readOperations(request.body);
        if (!operations)
            return operations.refusal();
        auto patched = jsonPatched(live, *operations);
        return patched ? readPatched(kind, *patched, request, QString::fromUtf8(json(*patched))) : patched.refusal();
    }
    auto patch = readMergePatch(request.body);
    if (!patch)
        return patch.refusal();
    if (type == PatchType::Merge) {
        const auto patched = mergePatched(live, *patch);
        return readPatched(kind, patched, request, QString::fromUtf8(json(patched)));
    }
    auto patched = strategicallyPatched(*kind.schema, live, *patch);
    if (!patched)
        return patched.refusal();
    auto body = readPatched(kind, *patched, request, goPrinted(*patch));
    return body ? body : Answer<ReadBody>(inWordsOfConversion(body.refusal()));
}

bool hasOwnedScale(const Kind& kind, const QJsonObject& live)
{
    // Whoever changes the number changes what its owner has.
    const auto changed = withScale(kind, live, -1);
    const auto difference = documents::difference(*kind.schema, live, changed);
    const auto fields = difference.modified.united(difference.added);
    const auto managers = readManagers(at(live, {u"metadata", u"managedFields"}).toArray()).value_or(Managers());
    return std::any_of(managers.begin(), managers.end(),
                       [&](const Manager& manager) { return !manager.fields.intersected(fields).isEmpty(); });
}

/// The number in a scale becomes the number in the object.
Answer<Written> rescaled(const Kind& kind, const QJsonObject& live, const QJsonObject& scale,
                         const WriteRequest& request)
{
    const auto replicas = at(scale, {u"spec", u"replicas"});
    if (replicas.toInteger() < 0) {
        return Refusal::invalid(
            u"autoscaling", u"Scale", request.name,
            {cause::invalid(u"spec.replicas"_s, replicas, u"must be greater than or equal to 0"_s)});
    }
    auto document = withScale(kind, live, replicas.toInteger());
    if (auto refusal = refuseInvalid(kind, document, live))
        return *refusal;
    // A number nobody owned does not get an owner by its scale.
    if (hasOwnedScale(kind, live))
        trackWrite(kind, live, document, Door::Scale, writerOf(kind, request, u"Update"));
    return Written{document, {}, managerOf(request)};
}

} // namespace

Answer<Written> created(const Kind& kind, const WriteRequest& request)
{
    if (auto refusal = refuseOptions(request, u"CreateOptions"_s))
        return *refusal;
    auto read = readObject(kind, request);
    if (!read)
        return read.refusal();
    const auto metadata = read->object.value("metadata"_L1).toObject();
    if (auto refusal = refuseAddress(kind, metadata, request))
        return *refusal;
    auto document = asNew(kind, read->object, request);
    const auto revision = document.value("metadata"_L1)["resourceVersion"_L1];
    fill(kind, document);
    // Whoever says nothing of a generated name does not own it.
    auto tracked = document;
    put(tracked, {u"metadata", u"name"}, metadata.value("name"_L1));
    trackWrite(kind, kind.blank, tracked, Door::Main, writerOf(kind, request, u"Update"));
    put(document, {u"metadata", u"managedFields"}, at(tracked, {u"metadata", u"managedFields"}));
    put(document, {u"metadata", u"resourceVersion"}, revision);
    return createdFrom(kind, document, request, *read);
}

Answer<Written> replaced(const Kind& kind, const QJsonObject& present, const WriteRequest& request)
{
    if (auto refusal = refuseOptions(request, u"UpdateOptions"_s))
        return *refusal;
    const auto live = served(kind, present);
    const bool isScale = request.door == Door::Scale;
    auto read = readObject(isScale ? scaleKind() : kind, request);
    if (!read)
        return read.refusal();
    if (isScale)
        return rescaled(kind, live, read->object, request);
    const auto metadata = read->object.value("metadata"_L1).toObject();
    if (auto refusal = refuseAddress(kind, metadata, request))
        return *refusal;
    if (auto refusal = refuseOtherUid(kind, metadata, live))
        return *refusal;
    if (kind.isCustom() && metadata.value("resourceVersion"_L1).toString().isEmpty()) {
        auto refusal = Refusal::invalid(
            kind.resource->group, kind.resource->plural, request.name,
            {cause::invalidText(u"metadata.resourceVersion"_s, u"0x0"_s, u"must be specified for an update"_s)});
        return refusal;
    }
    if (auto refusal = refuseRevision(kind, metadata, live))
        return *refusal;
    auto asked = *read;
    put(asked.object, {u"metadata", u"uid"}, at(live, {u"metadata", u"uid"}));
    return finished(kind, live, asked, request);
}

Answer<Written> patched(const Kind& kind, const QJsonObject& present, PatchType type, const WriteRequest& request)
{
    if (auto refusal = refuseOptions(request, u"PatchOptions"_s, type))
        return *refusal;
    const auto live = present.isEmpty() ? present : served(kind, present);
    if (type == PatchType::Apply)
        return appliedTo(kind, live, request);
    if (request.door == Door::Scale) {
        const auto scale = scaleOf(kind, live);
        if (!scale)
            return scale.refusal();
        auto read = patchedBody(scaleKind(), *scale, type, request);
        return read ? rescaled(kind, live, read->object, request) : read.refusal();
    }
    auto read = patchedBody(kind, live, type, request);
    if (!read)
        return read.refusal();
    const auto metadata = read->object.value("metadata"_L1).toObject();
    if (auto refusal = refuseAddress(kind, metadata, request))
        return *refusal;
    if (auto refusal = refuseRevision(kind, metadata, live))
        return *refusal;
    return finished(kind, live, *read, request);
}

void trackUpdate(const Kind& kind, const QJsonObject& before, QJsonObject& after, Door door, const QString& manager,
                 const QDateTime& now)
{
    WriteRequest request;
    request.fieldManager = manager;
    request.door = door;
    request.now = now;
    const auto base = before.isEmpty() ? kind.blank : before;
    trackWrite(kind, base, after, door, writerOf(kind, request, u"Update"));
}

QJsonObject served(const Kind& kind, const QJsonObject& stored)
{
    return isNewEvents(kind) ? newEventOf(stored) : stored;
}

QJsonObject stored(const Kind& kind, const QJsonObject& served)
{
    return isNewEvents(kind) ? coreEventOf(served) : served;
}

} // namespace sim::documents
