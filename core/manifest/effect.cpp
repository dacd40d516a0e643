#include "core/manifest/effect.h"

#include "core/manifest/spec.h"

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Size = Effect::Size;

constexpr QStringView overridesKey = u"pipeline.jobvertex-parallelism-overrides";

Size sizeOf(const QList<Change>& changes)
{
    if (changes.isEmpty())
        return Size::None;
    switch (weightOf(changes)) {
    case ChangeClass::Ignore:
        return Size::Ignore;
    case ChangeClass::Scale:
        return Size::Scale;
    case ChangeClass::Upgrade:
        return Size::Upgrade;
    case ChangeClass::Redeploy:
        return Size::Redeploy;
    }
    return Size::None;
}

void put(QJsonObject& spec, const QString& part, const QString& field, const QJsonValue& value)
{
    QJsonObject object = spec.value(part).toObject();
    if (value.isUndefined())
        object.remove(field);
    else
        object.insert(field, value);
    spec.insert(part, object);
}

/// What was taken up last, as its writers said it: the record holds what the operator made of some fields.
QJsonObject recordedAsWritten(const LiveObject& live)
{
    QJsonObject before = live.reconciled.value_or(live.spec);
    if (!hasJob(before) || !hasJob(live.spec))
        return before;
    put(before, u"job"_s, u"upgradeMode"_s, at(live.spec, {u"job", u"upgradeMode"}));
    if (live.reconciliationState == u"UPGRADING")
        put(before, u"job"_s, u"state"_s, at(live.spec, {u"job", u"state"}));
    return before;
}

/// The autoscaler's work is part of what the operator compares, though no manifest says it.
QJsonObject asAutoscaled(QJsonObject wanted, const LiveObject& live)
{
    const FlatConfiguration observed = flatConfiguration(live.deployed().value(u"flinkConfiguration"));
    const QString overrides = valueOf(observed, {overridesKey});
    const FlatConfiguration now = flatConfiguration(wanted.value(u"flinkConfiguration"));
    if (hasJob(wanted) && !overrides.isEmpty() && valueOf(now, {overridesKey}).isEmpty() &&
        isOn(observed, u"job.autoscaler.enabled", false) && isOn(now, u"job.autoscaler.enabled", true))
        put(wanted, u"flinkConfiguration"_s, overridesKey.toString(), overrides);
    return wanted;
}

QJsonValue valueAt(const QJsonObject& spec, const QStringList& path)
{
    if (path.size() == 2 && path.first() == u"flinkConfiguration") {
        const FlatConfiguration flat = flatConfiguration(spec.value(u"flinkConfiguration"));
        const auto found = flat.find(path.last());
        return found == flat.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(found->second);
    }
    QJsonValue value = spec;
    for (const QString& step : path)
        value = step.startsWith(u'[') ? value[qsizetype(step.sliced(1).chopped(1).toInt())] : value[step];
    return value;
}

/// With what was stable last, and without what would only be said once more.
QList<Change> compared(const LiveObject& live, const QJsonObject& wanted)
{
    QList<Change> changes = changesBetween(live.kind, recordedAsWritten(live), wanted);
    const qsizetype root = live.kind == Subject::Kind::BlueGreen ? 3 : 1;
    const QJsonObject stable = live.stable ? completedSpec(*live.stable) : QJsonObject();
    const QJsonObject present = completedSpec(live.spec);
    for (Change& change : changes) {
        const QStringList path = change.path.sliced(root);
        change.stable = valueAt(stable, path);
        change.isWaiting = valueAt(present, path) == change.to;
    }
    changes.removeIf([](const Change& change) { return change.isWaiting && change.weight == ChangeClass::Ignore; });
    return changes;
}

/// As the operator finds an object it never saw. Nothing: it is none of its kinds.
std::optional<LiveObject> asNew(QJsonObject document)
{
    document.remove(u"status"_s);
    return LiveObject::from(document);
}

} // namespace

Effect effectOf(const EffectQuestion& question)
{
    const auto edited = asNew(question.edited);
    if (!edited)
        return {};
    const LiveObject live = question.live ? LiveObject::from(*question.live).value_or(*edited) : *edited;
    const QJsonObject wanted = asAutoscaled(edited->spec, live);
    Effect effect;
    effect.kind = live.kind;
    effect.nameSpace = edited->nameSpace;
    effect.name = edited->name;
    effect.size = Size::Create;
    effect.keepers = keepersOf(live.metadata);
    effect.sessionJobs = question.around.sessionJobs;
    effect.refusal = question.refusal;
    if (question.live) {
        effect.changes = compared(live, wanted);
        effect.size = sizeOf(effect.changes);
        effect.isBehind = live.observedGeneration && *live.observedGeneration < live.generation;
        effect.operatorError = live.error;
    }
    effect.decision = decide({live, wanted, effect.changes, question.around});
    if (!question.refusal.isEmpty())
        effect.decision = {Decision::Way::Refused, Decision::Because::Validator, {}, false, {}};
    return effect;
}

} // namespace manifest
