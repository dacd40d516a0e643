#include "core/sim/world/metadata.h"

#include "core/sim/world/path.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr std::array systemFields{
    "uid"_L1,        "creationTimestamp"_L1, "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1,
    "generation"_L1, "resourceVersion"_L1};

QJsonArray finalizers(const QJsonObject& document)
{
    return at(document, {u"metadata", u"finalizers"}).toArray();
}

QJsonValue withoutTimes(const QJsonValue& managedFields)
{
    QJsonArray result;
    for (const auto item : managedFields.toArray()) {
        auto entry = item.toObject();
        entry.remove("time"_L1);
        result.append(entry);
    }
    return result;
}

/// Every member but one is the same.
bool areSameBut(const QJsonObject& before, const QJsonObject& after, QLatin1StringView exception)
{
    const auto missing = [exception](const QJsonObject& object) { return object.contains(exception) ? 1 : 0; };
    if (before.size() - missing(before) != after.size() - missing(after))
        return false;
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (member.key() != exception && before.value(member.key()) != member.value())
            return false;
    }
    return true;
}

/// Everything a client describes: no metadata, no status where that has a door of its own.
QJsonObject content(const Resource& resource, QJsonObject document)
{
    document.remove("metadata"_L1);
    document.remove("apiVersion"_L1);
    document.remove("kind"_L1);
    if (resource.hasStatus())
        document.remove("status"_L1);
    return document;
}

/// How long the object may take to end. Only pods that run somewhere take time.
qint64 graceOf(const QJsonObject& document, const Deletion& deletion)
{
    const auto phase = at(document, {u"status", u"phase"}).toString();
    if (at(document, {u"spec", u"nodeName"}).toString().isEmpty() || phase == u"Succeeded" || phase == u"Failed")
        return 0;
    if (deletion.grace)
        return std::max<qint64>(0, deletion.grace->count());
    return at(document, {u"spec", u"terminationGracePeriodSeconds"}).toInteger(30);
}

void setFinalizer(QJsonObject& document, QStringView name, bool present)
{
    QJsonArray kept;
    for (const auto item : finalizers(document)) {
        if (item.toString() != name)
            kept.append(item);
    }
    if (present)
        kept.append(name.toString());
    put(document, {u"metadata", u"finalizers"}, kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept));
}

} // namespace

QJsonObject newMetadata(const Resource& resource, QJsonObject asked, const QString& uid, Instant now)
{
    for (const auto field : systemFields)
        asked.remove(field);
    asked.remove("selfLink"_L1);
    if (!resource.isNamespaced())
        asked.remove("namespace"_L1);
    asked.insert("uid"_L1, uid);
    asked.insert("creationTimestamp"_L1, timestamp(now));
    if (resource.countsGenerations)
        asked.insert("generation"_L1, 1);
    return asked;
}

QJsonObject withKeptFields(const Resource& resource, const QJsonObject& before, QJsonObject asked)
{
    const auto known = before.value("metadata"_L1).toObject();
    auto metadata = asked.value("metadata"_L1).toObject();
    for (const auto field : systemFields) {
        if (known.contains(field))
            metadata.insert(field, known.value(field));
        else
            metadata.remove(field);
    }
    metadata.remove("selfLink"_L1);
    asked.insert("metadata"_L1, metadata);
    asked.insert("apiVersion"_L1, before.value("apiVersion"_L1));
    asked.insert("kind"_L1, before.value("kind"_L1));
    if (resource.hasStatus()) {
        asked.remove("status"_L1);
        if (before.contains("status"_L1))
            asked.insert("status"_L1, before.value("status"_L1));
    }
    return asked;
}

QJsonObject withStatus(const Resource& resource, QJsonObject before, const QJsonObject& asked)
{
    put(before, {u"status"}, asked.value("status"_L1));
    // Their controller notes the revision together with the status (registry/apps/deployment/strategy.go).
    if (resource.group == u"apps" && resource.plural == u"deployments")
        put(before, {u"metadata", u"annotations"}, at(asked, {u"metadata", u"annotations"}));
    const auto owners = at(asked, {u"metadata", u"managedFields"});
    if (owners != at(before, {u"metadata", u"managedFields"}))
        put(before, {u"metadata", u"managedFields"}, owners);
    return before;
}

QJsonObject fresh(const QJsonObject& object)
{
    QJsonObject copy;
    for (auto member = object.begin(); member != object.end(); ++member)
        copy.insert(member.key(), member.value());
    return copy;
}

QJsonValue madeAnew(const QJsonValue& value)
{
    if (value.isObject()) {
        const auto object = value.toObject();
        QJsonObject copy;
        for (auto member = object.begin(); member != object.end(); ++member)
            copy.insert(member.key(), madeAnew(member.value()));
        return copy;
    }
    if (value.isArray()) {
        QJsonArray copy;
        for (const auto item : value.toArray())
            copy.append(madeAnew(item));
        return copy;
    }
    return value;
}

bool areSame(const QJsonObject& before, const QJsonObject& after)
{
    // Most writes differ in spec or status: nothing is copied to find that.
    if (!areSameBut(before, after, "metadata"_L1))
        return false;
    const auto was = before.value("metadata"_L1).toObject();
    const auto is = after.value("metadata"_L1).toObject();
    return areSameBut(was, is, "managedFields"_L1) &&
           withoutTimes(was.value("managedFields"_L1)) == withoutTimes(is.value("managedFields"_L1));
}

void countGeneration(const Resource& resource, const QJsonObject& before, QJsonObject& after)
{
    if (!resource.countsGenerations)
        return;
    // Of deployments the annotations count, too: they are handed on to replica sets.
    const QStringView annotations = u"annotations";
    const bool isNoted = resource.type == type::deployments &&
                         at(before, {u"metadata", annotations}) != at(after, {u"metadata", annotations});
    if (!isNoted && content(resource, before) == content(resource, after))
        return;
    const auto generation = at(before, {u"metadata", u"generation"}).toInteger();
    put(after, {u"metadata", u"generation"}, generation + 1);
}

std::optional<Refusal> refuseNewFinalizers(const Resource& resource, const QJsonObject& before,
                                           const QJsonObject& after)
{
    if (!at(before, {u"metadata", u"deletionTimestamp"}).isString())
        return std::nullopt;
    QStringList added;
    const auto known = finalizers(before);
    for (const auto item : finalizers(after)) {
        if (!known.contains(item))
            added += u'"' + item.toString() + u'"';
    }
    if (added.isEmpty())
        return std::nullopt;
    const auto message =
        u"Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers "
        u"[]string{%1}"_s.arg(added.join(u", "_s));
    QList<Cause> causes{{u"FieldValueForbidden"_s, message, u"metadata.finalizers"_s}};
    // The metadata of custom resources is validated twice.
    if (resource.origin == Resource::Origin::Definition)
        causes += causes.first();
    return Refusal::invalid(resource.group, resource.kind, at(before, {u"metadata", u"name"}).toString(), causes);
}

std::optional<Refusal> refuseDeletion(const Resource& resource, const Stored& present,
                                      const std::optional<QString>& uid, const std::optional<QString>& resourceVersion)
{
    // The server names the kind here, not the plural.
    const auto type = resource.group.isEmpty() ? resource.kind : resource.kind + u'.' + resource.group;
    if (uid && *uid != present.uid()) {
        return Refusal::conflict(
            type, present.name(),
            u"the UID in the precondition (%1) does not match the UID in record (%2). The object might "
            u"have been deleted and then recreated"_s.arg(*uid, present.uid()));
    }
    const auto revision = QString::number(present.revision());
    if (resourceVersion && *resourceVersion != revision) {
        return Refusal::conflict(
            type, present.name(),
            u"the ResourceVersion in the precondition (%1) does not match the ResourceVersion in record "
            u"(%2). The object might have been modified"_s.arg(*resourceVersion, revision));
    }
    return std::nullopt;
}

void markDeletion(const Resource& resource, QJsonObject& document, const Deletion& deletion, Instant now)
{
    using Propagation = Deletion::Propagation;
    const auto grace = resource.type == type::pods ? graceOf(document, deletion) : 0;
    const auto known = at(document, {u"metadata", u"deletionGracePeriodSeconds"});
    const bool isMarked = at(document, {u"metadata", u"deletionTimestamp"}).isString();
    setFinalizer(document, foregroundFinalizer, deletion.propagation == Propagation::Foreground);
    setFinalizer(document, orphanFinalizer, deletion.propagation == Propagation::Orphan);
    if (isMarked && grace >= known.toInteger())
        return;
    if (resource.type == type::namespaces)
        put(document, {u"status", u"phase"}, u"Terminating"_s);
    put(document, {u"metadata", u"deletionTimestamp"}, timestamp(now + std::chrono::seconds(grace)));
    put(document, {u"metadata", u"deletionGracePeriodSeconds"}, grace);
    if (resource.countsGenerations && !isMarked)
        put(document, {u"metadata", u"generation"}, at(document, {u"metadata", u"generation"}).toInteger() + 1);
}

bool isFinished(const Resource& resource, const QJsonObject& document)
{
    const auto metadata = document.value("metadata"_L1).toObject();
    if (!metadata.value("deletionTimestamp"_L1).isString() || !finalizers(document).isEmpty())
        return false;
    if (resource.type == type::namespaces)
        return at(document, {u"spec", u"finalizers"}).toArray().isEmpty();
    return metadata.value("deletionGracePeriodSeconds"_L1).toInteger() == 0;
}

} // namespace sim
