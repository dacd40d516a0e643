#include "core/sim/documents/ownership.h"

#include "core/sim/documents/body.h"
#include "core/sim/documents/decode.h"
#include "core/sim/documents/typed.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Step = FieldSet::Step;

constexpr auto applyWord = "Apply"_L1;
constexpr auto updateWord = "Update"_L1;
/// The fields of what was written before anybody applied.
constexpr QStringView earlierWriter = u"before-first-apply";
/// So many writers other than appliers are told apart; the oldest of more are counted together.
constexpr std::size_t mostUpdaters = 10;
constexpr QStringView ancientWriter = u"ancient-changes";
constexpr QStringView lastApplied = u"kubectl.kubernetes.io/last-applied-configuration";

FieldSet::Path pathOf(const QString& dotted)
{
    FieldSet::Path path;
    for (const auto& step : dotted.split(u'.'))
        path.push_back(Step::field(step));
    return path;
}

FieldSet setOf(std::initializer_list<QStringView> paths)
{
    FieldSet set;
    for (const auto path : paths)
        set.insert(pathOf(path.toString()));
    return set;
}

/// What everyone sends and nobody owns.
const FieldSet& identity()
{
    static const auto set =
        setOf({u"apiVersion", u"kind", u"metadata", u"metadata.name", u"metadata.namespace",
               u"metadata.creationTimestamp", u"metadata.selfLink", u"metadata.uid", u"metadata.clusterName",
               u"metadata.generation", u"metadata.managedFields", u"metadata.resourceVersion"});
    return set;
}

Manager* find(Managers& managers, const Manager& wanted)
{
    const auto found =
        std::find_if(managers.begin(), managers.end(), [&](const Manager& manager) { return manager.isSame(wanted); });
    return found == managers.end() ? nullptr : &*found;
}

void dropEmpty(Managers& managers)
{
    std::erase_if(managers, [](const Manager& manager) { return manager.fields.isEmpty(); });
}

QJsonObject withoutManagers(QJsonObject document)
{
    put(document, {u"metadata", u"managedFields"}, QJsonValue(QJsonValue::Undefined));
    return document;
}

void setManagers(QJsonObject& document, const Managers& managers)
{
    const auto entries = writtenManagers(managers);
    put(document, {u"metadata", u"managedFields"},
        entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entries));
}

QJsonArray entriesOf(const QJsonObject& document)
{
    return at(document, {u"metadata", u"managedFields"}).toArray();
}

struct Conflict
{
    Manager manager;
    FieldSet fields;
};

Refusal refusalOf(const std::vector<Conflict>& conflicts)
{
    Refusal refusal{409, u"Conflict"_s, {}};
    QStringList lines;
    for (const auto& conflict : conflicts) {
        const auto who = conflict.manager.inWords();
        lines += u"conflicts with %1:"_s.arg(who);
        for (const auto& path : conflict.fields.paths()) {
            QString field;
            for (const auto& step : path)
                field += step.inWords();
            lines += u"- "_s + field;
            refusal.causes += {u"FieldManagerConflict"_s, u"conflict with "_s + who, field};
        }
    }
    if (refusal.causes.size() == 1) {
        refusal.message =
            u"Apply failed with 1 conflict: %1: %2"_s.arg(refusal.causes[0].message, refusal.causes[0].field);
    } else {
        refusal.message = u"Apply failed with %1 conflicts: "_s.arg(refusal.causes.size()) + lines.join(u'\n');
    }
    return refusal;
}

/// What of others' fields changes, in the order in which messages name them.
std::vector<Conflict> conflictsOf(const Managers& managers, const Manager& writer, const Difference& difference)
{
    std::vector<Conflict> conflicts;
    const auto changed = difference.modified.united(difference.added);
    for (const auto& manager : managers) {
        if (manager.isSame(writer))
            continue;
        if (auto fields = manager.fields.intersected(changed); !fields.isEmpty())
            conflicts.push_back({manager, std::move(fields)});
    }
    std::sort(conflicts.begin(), conflicts.end(), [](const Conflict& a, const Conflict& b) {
        return std::pair(a.manager.name, a.manager.operation) < std::pair(b.manager.name, b.manager.operation);
    });
    return conflicts;
}

/// Takes from all others what now has another value or is gone; says whether anybody had any of it.
bool takeFromOthers(Managers& managers, const Manager& writer, const Difference& difference)
{
    const auto lost = difference.modified.united(difference.added).united(difference.removed);
    bool hasTaken = false;
    for (auto& manager : managers) {
        if (manager.isSame(writer) || manager.fields.intersected(lost).isEmpty())
            continue;
        manager.fields = manager.fields.without(lost);
        hasTaken = true;
    }
    return hasTaken;
}

/// `merge` without what the applier named the last time, names no longer, and nobody else owns.
QJsonValue pruned(const Schema& schema, const QJsonValue& merge, const Managers& managers, const FieldSet& last)
{
    if (last.isEmpty())
        return merge;
    const auto lastFields = last.withDeclaredFields(schema);
    auto result = without(schema, merge, lastFields);
    FieldSet owned;
    for (const auto& manager : managers)
        owned = owned.united(manager.fields);
    const auto all = fieldsOf(schema, merge).withDeclaredFields(schema);
    auto kept = fieldsOf(schema, result).withDeclaredFields(schema).united(owned.withDeclaredFields(schema));
    result = without(schema, merge, all.without(kept));
    // What stood below something removed, but was not named the last time, comes back.
    kept = fieldsOf(schema, result).withDeclaredFields(schema);
    return without(schema, merge, all.without(kept).intersected(lastFields));
}

/// What client-side apply wrote and nobody changed since: kubectl may take it over without force.
FieldSet takeable(const Schema& schema, const QJsonObject& live)
{
    const auto text = at(live, {u"metadata", u"annotations", lastApplied}).toString();
    const auto before = parseJson(text.toUtf8()).value;
    if (!before.isObject())
        return {};
    const auto changes = difference(schema, before, live);
    return fieldsOf(schema, before).without(changes.modified.united(changes.added).united(changes.removed));
}

bool areTakeable(const std::vector<Conflict>& conflicts, const FieldSet& fields)
{
    return std::all_of(conflicts.begin(), conflicts.end(),
                       [&](const Conflict& conflict) { return conflict.fields.without(fields).isEmpty(); });
}

/// kubectl keeps its annotation of client-side apply up to date, so that both ways can be mixed.
void renewLastApplied(QJsonObject& document, QJsonObject configuration)
{
    if (!at(document, {u"metadata", u"annotations", lastApplied}).isString())
        return;
    put(configuration, {u"metadata", u"annotations", lastApplied}, QJsonValue(QJsonValue::Undefined));
    put(document, {u"metadata", u"annotations", lastApplied}, QString::fromUtf8(json(configuration)) + u'\n');
}

void countOldTogether(Managers& managers)
{
    const auto isUpdater = [](const Manager& manager) { return !manager.isApply() && manager.subresource.isEmpty(); };
    auto count = std::size_t(std::count_if(managers.begin(), managers.end(), isUpdater));
    while (count > mostUpdaters) {
        auto oldest = managers.end();
        for (auto item = managers.begin(); item != managers.end(); ++item) {
            const bool isOlder = oldest == managers.end() || item->time < oldest->time;
            if (isUpdater(*item) && item->name != ancientWriter && isOlder)
                oldest = item;
        }
        const auto gone = *oldest;
        managers.erase(oldest);
        Manager ancient{ancientWriter.toString(), updateWord, gone.apiVersion, {}, gone.time, gone.fields};
        if (auto* known = find(managers, ancient)) {
            known->fields = known->fields.united(gone.fields);
            known->time = std::max(known->time, gone.time);
            --count;
        } else {
            managers.push_back(ancient);
        }
    }
}

/// The entries a write starts from: those of the request if they are any good, else those of the object. What a client
/// sends may be written in any way, so it is read whole.
Managers startingManagers(const QJsonObject& before, const QJsonObject& after, Door door)
{
    const auto known = readManagers(entriesOf(before)).value_or(Managers());
    if (door != Door::Main)
        return known;
    const auto asked = entriesOf(after);
    if (asked.size() == 1 && asked.at(0).toObject().isEmpty())
        return {};
    if (asked == entriesOf(before))
        return known;
    auto given = readManagers(asked);
    if (!given || given->empty())
        return known;
    for (auto& manager : *given)
        manager.fields = FieldSet::read(manager.fields.written());
    return *given;
}

} // namespace

bool Manager::isSame(const Manager& other) const
{
    return name == other.name && operation == other.operation && subresource == other.subresource &&
           (isApply() || apiVersion == other.apiVersion);
}

QString Manager::inWords() const
{
    auto words = u'"' + name + u'"';
    if (!subresource.isEmpty())
        words += u" with subresource \"%1\""_s.arg(subresource);
    return isApply() ? words : words + u" using "_s + apiVersion;
}

std::optional<Managers> readManagers(const QJsonArray& entries)
{
    Managers managers;
    for (const auto item : entries) {
        const auto entry = item.toObject();
        Manager manager{entry.value("manager"_L1).toString(),    entry.value("operation"_L1).toString(),
                        entry.value("apiVersion"_L1).toString(), entry.value("subresource"_L1).toString(),
                        entry.value("time"_L1).toString(),       {}};
        if (manager.operation != applyWord && manager.operation != updateWord)
            return std::nullopt;
        if (manager.apiVersion.isEmpty() || entry.value("fieldsType"_L1).toString() != u"FieldsV1")
            return std::nullopt;
        manager.fields = FieldSet::reread(entry.value("fieldsV1"_L1).toObject());
        managers.push_back(std::move(manager));
    }
    return managers;
}

QJsonArray writtenManagers(Managers managers)
{
    std::sort(managers.begin(), managers.end(), [](const Manager& a, const Manager& b) {
        if (a.operation != b.operation)
            return a.operation < b.operation;
        return std::tie(a.time, a.name, a.apiVersion, a.subresource) <
               std::tie(b.time, b.name, b.apiVersion, b.subresource);
    });
    QJsonArray entries;
    for (const auto& manager : managers) {
        QJsonObject entry{{u"manager"_s, manager.name},
                          {u"operation"_s, manager.operation},
                          {u"apiVersion"_s, manager.apiVersion},
                          {u"fieldsType"_s, u"FieldsV1"_s},
                          {u"fieldsV1"_s, manager.fields.written()}};
        if (!manager.subresource.isEmpty())
            entry.insert("subresource"_L1, manager.subresource);
        if (!manager.time.isEmpty())
            entry.insert("time"_L1, manager.time);
        entries.append(entry);
    }
    return entries;
}

FieldSet keptFields(const Kind& kind, Door door)
{
    if (door == Door::Main)
        return kind.resource->hasStatus() ? setOf({u"status"}) : FieldSet();
    if (door == Door::Scale)
        return {};
    FieldSet fields = setOf({u"metadata"});
    for (const auto& field : kind.schema->fields) {
        if (field.name != u"status" && field.name != u"apiVersion" && field.name != u"kind")
            fields.insert({Step::field(field.name)});
    }
    return fields;
}

Answer<QJsonObject> applied(const Kind& kind, const QJsonObject& live, const QJsonObject& configuration, Door door,
                            const Manager& writer, bool isForced)
{
    const auto& schema = *kind.schema;
    auto managers = readManagers(entriesOf(live)).value_or(Managers());
    const auto present = withoutManagers(live);
    if (managers.empty() && live.value("metadata"_L1)["uid"_L1].isString()) {
        const auto changes = difference(schema, kind.blank, present);
        const auto fields = changes.added.united(changes.modified).without(identity());
        managers.push_back({earlierWriter.toString(), updateWord, writer.apiVersion, {}, writer.time, fields});
        dropEmpty(managers);
    }
    const auto kept = keptFields(kind, door);
    const auto* known = find(managers, writer);
    const auto last = known ? known->fields : FieldSet();
    const auto lastTime = known ? known->time : QString();
    auto mine = writer;
    // The identity counts while it is decided what is removed: it is never.
    mine.fields = fieldsOf(schema, configuration).withoutBelow(kept);
    std::erase_if(managers, [&](const Manager& manager) { return manager.isSame(writer); });
    managers.push_back(mine);

    const auto asked = without(schema, configuration, kept).toObject();
    auto result = pruned(schema, merged(schema, present, asked), managers, last).toObject();
    const auto changes = difference(schema, present, result);
    const auto conflicts = conflictsOf(managers, writer, changes);
    const bool isKubectl = writer.name == u"kubectl";
    const bool isAllowed = isForced || (isKubectl && areTakeable(conflicts, takeable(schema, present)));
    if (!conflicts.empty() && !isAllowed)
        return refusalOf(conflicts);
    takeFromOthers(managers, writer, changes);

    auto& own = *find(managers, writer);
    own.fields = own.fields.without(identity());
    // What changes nothing leaves the time as it was, and even a newcomer without one.
    if (result == present)
        own.time = lastTime;
    dropEmpty(managers);
    if (isKubectl)
        renewLastApplied(result, configuration);
    setManagers(result, managers);
    return result;
}

void trackWrite(const Kind& kind, const QJsonObject& before, QJsonObject& after, Door door, const Manager& writer)
{
    const bool isCreate = !before.value("metadata"_L1)["uid"_L1].isString();
    const auto& schema = *kind.schema;
    auto managers = startingManagers(before, after, door);
    const auto was = withoutManagers(before);
    auto is = withoutManagers(after);
    if (managers.empty() && !isCreate) {
        // Who never had owners gets none by the way.
        after = is;
        return;
    }
    const auto changes = difference(schema, was, is);
    const bool hasTaken = takeFromOthers(managers, writer, changes);
    const auto* known = find(managers, writer);
    auto mine = writer;
    const auto last = known ? known->fields : FieldSet();
    const auto gained = changes.added.united(changes.modified).withoutBelow(keptFields(kind, door));
    mine.fields = last.without(changes.removed).united(gained).without(identity());
    if (known && mine.fields == last) {
        if (!hasTaken && entriesOf(after) == entriesOf(before))
            return;
        mine.time = known->time;
    }
    std::erase_if(managers, [&](const Manager& manager) { return manager.isSame(writer); });
    managers.push_back(mine);
    dropEmpty(managers);
    countOldTogether(managers);
    setManagers(is, managers);
    after = is;
}

} // namespace sim::documents
