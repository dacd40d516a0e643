#include "core/plans/intent.h"

#include "core/manifest/liveobject.h"
#include "core/plans/applyrecord.h"

#include <algorithm>
#include <array>

namespace plans {

using namespace Qt::StringLiterals;
using Verb = Intent::Verb;

namespace {

const QStringList state{u"spec"_s, u"job"_s, u"state"_s};
const QStringList initialPath{u"spec"_s, u"job"_s, u"initialSavepointPath"_s};

QJsonValue valueAt(const QJsonObject& object, const QStringList& path)
{
    QJsonValue value = object;
    for (const QString& step : path)
        value = value[step];
    return value;
}

void trigger(SpecChange* change, const QJsonObject& live, const QString& what)
{
    const QStringList nonce{u"job"_s, what + u"TriggerNonce"_s};
    change->set(QStringList(u"spec"_s) + nonce, nextNonce(live, nonce));
}

/// An operator since 1.8 tells the generation it has observed.
bool isBeforeRedeployment(const QJsonObject& live)
{
    const QJsonObject status = live[u"status"].toObject();
    const bool isReconciled = status[u"reconciliationStatus"][u"lastReconciledSpec"].isString();
    return isReconciled && !status[u"observedGeneration"].isDouble();
}

void redeploy(SpecChange* change, const QJsonObject& live, const QString& path)
{
    const QStringList nonce{u"job"_s, u"savepointRedeployNonce"_s};
    change->set(initialPath, path);
    if (!isBeforeRedeployment(live))
        change->set(QStringList(u"spec"_s) + nonce, nextNonce(live, nonce));
}

/// The operator drains a job whenever it stops it with a savepoint, not only at a deletion, which would not tell how
/// the savepoint went. It takes its own keys from the spec that is new.
SpecChange stopDrained()
{
    SpecChange change;
    change.set({u"spec"_s, u"flinkConfiguration"_s, u"kubernetes.operator.job.drain-on-savepoint-deletion"_s},
               u"true"_s);
    change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"savepoint"_s);
    change.set(state, u"suspended"_s);
    return change;
}

SpecChange rollbackOf(const Intent& intent, const QJsonObject& live)
{
    const std::optional<manifest::LiveObject> known = manifest::LiveObject::from(live);
    const QJsonObject wanted = intent.spec ? *intent.spec : known && known->stable ? *known->stable : QJsonObject();
    if (wanted.isEmpty())
        return {};
    // What was written down has no secrets, so that theirs stay as they are.
    const QJsonObject now = intent.spec ? withoutSecrets(live) : live;
    SpecChange change = changeBetween(now[u"spec"].toObject(), wanted, {u"spec"_s});
    // Whoever goes back wants the job to run, and no savepoint or redeployment of then; nor to lose the state because
    // the mode of then would drop it.
    change.entries.removeIf([](const SpecChange::Entry& entry) {
        const QString& last = entry.path.last();
        return last.endsWith("Nonce"_L1) || entry.path == initialPath || entry.path == state ||
               entry.path == QStringList{u"spec"_s, u"job"_s, u"upgradeMode"_s};
    });
    return change;
}

} // namespace

QStringList pathIn(const QString& kind, const QStringList& path)
{
    return kind == blueGreenKind ? QStringList{u"spec"_s, u"template"_s} + path : path;
}

QString verbWord(Verb verb)
{
    switch (verb) {
    case Verb::Savepoint:
        return u"savepoint"_s;
    case Verb::Checkpoint:
        return u"checkpoint"_s;
    case Verb::Suspend:
        return u"suspend"_s;
    case Verb::Resume:
        return u"resume"_s;
    case Verb::Restart:
        return u"restart"_s;
    case Verb::Upgrade:
        return u"upgrade"_s;
    case Verb::Rescale:
        return u"rescale"_s;
    case Verb::Rollback:
        return u"rollback"_s;
    case Verb::Redeploy:
        return u"redeploy"_s;
    case Verb::Recover:
        return u"recover"_s;
    case Verb::Delete:
        return u"delete"_s;
    }
    return {};
}

std::optional<Verb> verbOf(QStringView word)
{
    constexpr std::array all{Verb::Savepoint, Verb::Checkpoint, Verb::Suspend, Verb::Resume,
                             Verb::Restart,   Verb::Upgrade,    Verb::Rescale, Verb::Rollback,
                             Verb::Redeploy,  Verb::Recover,    Verb::Delete};
    for (const Verb verb : all) {
        if (verbWord(verb) == word)
            return verb;
    }
    return std::nullopt;
}

bool takesSnapshot(const Intent& intent)
{
    return intent.verb == Verb::Savepoint || intent.verb == Verb::Checkpoint ||
           (intent.verb == Verb::Delete && intent.withSavepoint);
}

bool stopsDrained(const Intent& intent, const QJsonObject& live)
{
    return intent.verb == Verb::Delete && intent.withSavepoint && intent.drains && live[u"spec"][u"job"].isObject();
}

bool needsNewObject(const Intent& intent, const QJsonObject& live)
{
    const bool isFromSnapshot =
        intent.verb == Verb::Redeploy || intent.verb == Verb::Recover || intent.verb == Verb::Resume;
    return isFromSnapshot && !intent.from.isEmpty() && isBeforeRedeployment(live);
}

QJsonObject newObjectOf(const QJsonObject& live, const SpecChange& change)
{
    QJsonObject object = change.appliedTo(live);
    object.remove(u"status"_s);
    QJsonObject metadata = object[u"metadata"].toObject();
    for (const QString& written : {u"uid"_s, u"resourceVersion"_s, u"generation"_s, u"creationTimestamp"_s,
                                   u"managedFields"_s, u"finalizers"_s, u"selfLink"_s})
        metadata.remove(written);
    object.insert(u"metadata"_s, metadata);
    return object;
}

qint64 nextNonce(const QJsonObject& live, const QStringList& path)
{
    const std::optional<manifest::LiveObject> known = manifest::LiveObject::from(live);
    const qint64 inSpec = valueAt(live[u"spec"].toObject(), path).toInteger();
    const qint64 taken = known && known->reconciled ? valueAt(*known->reconciled, path).toInteger() : 0;
    return std::max(inSpec, taken) + 1;
}

SpecChange changeFor(const Intent& intent, const QJsonObject& live, bool hasSnapshotResources)
{
    SpecChange change;
    switch (intent.verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint:
        if (!hasSnapshotResources)
            trigger(&change, live, verbWord(intent.verb));
        return change;
    case Verb::Suspend:
        change.set(state, u"suspended"_s);
        return change;
    case Verb::Resume:
        change.set(state, u"running"_s);
        if (!intent.from.isEmpty())
            redeploy(&change, live, intent.from);
        return change;
    case Verb::Restart:
        change.set({u"spec"_s, u"restartNonce"_s}, nextNonce(live, {u"restartNonce"_s}));
        return change;
    case Verb::Upgrade:
    case Verb::Rescale:
        return intent.change;
    case Verb::Rollback:
        return rollbackOf(intent, live);
    case Verb::Redeploy:
        redeploy(&change, live, intent.from);
        return change;
    case Verb::Recover:
        change.set(state, u"running"_s);
        if (intent.isEmpty) {
            change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"stateless"_s);
            change.set({u"spec"_s, u"restartNonce"_s}, nextNonce(live, {u"restartNonce"_s}));
        } else {
            redeploy(&change, live, intent.from);
        }
        return change;
    case Verb::Delete:
        if (stopsDrained(intent, live))
            return stopDrained();
        if (!hasSnapshotResources && intent.withSavepoint && live[u"spec"][u"job"].isObject())
            trigger(&change, live, verbWord(Verb::Savepoint));
        return change;
    }
    return change;
}

} // namespace plans
