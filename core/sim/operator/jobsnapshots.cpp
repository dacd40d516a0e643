#include "core/sim/operator/jobround.h"

#include "core/sim/operator/schedule.h"
#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr int mostFailures = 10;
constexpr int linesOfTrace = 5;
const QString savepoint = u"savepoint"_s;
const QString checkpoint = u"checkpoint"_s;

QString shortened(const QString& trace)
{
    const QStringList lines = trace.trimmed().split(u'\n');
    if (lines.size() <= linesOfTrace)
        return lines.join(u'\n');
    return lines.mid(0, linesOfTrace).join(u'\n') + u"\n... (%1 more lines)"_s.arg(lines.size() - linesOfTrace);
}

QString stateOf(const Stored& snapshot)
{
    return at(snapshot.document(), {u"status", u"state"}).toString();
}

QString triggerOf(const Stored& snapshot)
{
    return snapshot.labels()[u"snapshot.trigger-type"].toString();
}

} // namespace

void JobRound::noteJobState(const QString& before)
{
    if (before == m_status.jobState || before.isEmpty())
        return;
    note(Component::Job, Journal::Note::Type::Normal, u"JobStatusChanged"_s,
         u"Job status changed from %1 to %2"_s.arg(before, m_status.jobState));
}

void JobRound::recordFailures(const QList<JobFailure>& failures)
{
    qint64& seen = tools().seenFailures[m_status.jobId];
    qint64 newest = seen;
    int recorded = 0;
    for (auto failure = failures.rbegin(); failure != failures.rend(); ++failure) {
        if (failure->timestamp <= seen || recorded >= mostFailures)
            continue;
        ++recorded;
        newest = std::max(newest, failure->timestamp);
        QJsonObject annotations{{u"exception-timestamp"_s, timestamp(Instant(Duration(failure->timestamp)))}};
        if (!failure->taskName.isEmpty())
            annotations[u"task-name"_s] = failure->taskName;
        if (!failure->endpoint.isEmpty())
            annotations[u"endpoint"_s] = failure->endpoint;
        if (!failure->taskManagerId.isEmpty())
            annotations[u"tm-id"_s] = failure->taskManagerId;
        tools().journal.record(subject(), Component::Job,
                               {Journal::Note::Type::Warning, u"JobException"_s, shortened(failure->stackTrace)},
                               failure->stackTrace.section(u'\n', 0, 0), annotations);
    }
    seen = newest;
}

void JobRound::takeFailure(const QString& stackTrace)
{
    const QString serialized = u"org.apache.flink.util.SerializedThrowable"_s;
    std::vector<Thrown> chain;
    QStringList messages;
    for (const QString& line : stackTrace.split(u'\n')) {
        QString text = line;
        if (text.startsWith("Caused by: "_L1))
            text = text.mid(11);
        else if (!chain.empty())
            continue;
        chain.push_back({serialized, text});
        messages.append(text.contains(": "_L1) ? text.section(u": "_s, 1) : text.section(u'.', -1));
    }
    if (chain.empty())
        return;
    m_status.error = errorText(chain.front(), {chain.begin() + 1, chain.end()});
    note(Component::Job, Journal::Note::Type::Warning, u"Error"_s, messages.join(u" -> "));
}

void JobRound::takeLatestCheckpoint(Step next)
{
    tools().flink.checkpoints(cluster(), m_status.jobId,
                              guarded([this, next = std::move(next)](const std::optional<CheckpointSummary>& found) {
                                  if (found && !found->latestPath.isEmpty())
                                      m_status.upgradeSavepointPath = found->latestPath;
                                  next();
                              }));
}

std::vector<Snapshot> JobRound::snapshots(const QString& what) const
{
    std::vector<Snapshot> found;
    const QString kind = m_kind == Kind::Deployment ? u"FlinkDeployment"_s : u"FlinkSessionJob"_s;
    for (Snapshot& snapshot : tools().world.objects.list(type::flinkStateSnapshots, object()->ns())) {
        const QJsonObject reference = at(snapshot->document(), {u"spec", u"jobReference"}).toObject();
        if (reference[u"name"] == object()->name() && reference[u"kind"] == kind &&
            at(snapshot->document(), {u"spec", what}).isObject())
            found.push_back(std::move(snapshot));
    }
    // Oldest first.
    std::stable_sort(found.begin(), found.end(), [](const Snapshot& a, const Snapshot& b) {
        return a->metadata()[u"creationTimestamp"].toString() < b->metadata()[u"creationTimestamp"].toString();
    });
    return found;
}

QJsonObject JobRound::snapshotObject(const QString& what, const QString& trigger) const
{
    const QString name = u"%1-%2-%3-%4"_s.arg(object()->name(), what, trigger).arg(nowMs());
    const QString kind = m_kind == Kind::Deployment ? u"FlinkDeployment"_s : u"FlinkSessionJob"_s;
    QJsonObject detail;
    if (what == savepoint) {
        detail = {{u"alreadyExists"_s, false},
                  {u"disposeOnDelete"_s, flag(m_observed, u"kubernetes.operator.savepoint.dispose-on-delete"_s, false)},
                  {u"formatType"_s, savepointFormat()}};
        if (const QString directory = savepointDirectory(m_observed); !directory.isEmpty())
            detail[u"path"_s] = directory;
    }
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, u"FlinkStateSnapshot"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, object()->ns()},
                                        {u"labels"_s, QJsonObject{{u"snapshot.type"_s, what.toUpper()},
                                                                  {u"snapshot.trigger-type"_s, trigger.toUpper()},
                                                                  {u"job-reference.kind"_s, kind},
                                                                  {u"job-reference.name"_s, object()->name()}}}}},
            {u"spec"_s, QJsonObject{{u"backoffLimit"_s, 0},
                                    {u"jobReference"_s, QJsonObject{{u"kind"_s, kind}, {u"name"_s, object()->name()}}},
                                    {what, detail}}}};
}

void JobRound::keepUpgradeSavepoint(const QString& path)
{
    m_status.upgradeSavepointPath = path;
    if (!hasSnapshotResources(release())) {
        keepLegacySavepoint(path, u"UPGRADE"_s, {});
        return;
    }
    if (!flag(m_observed, u"kubernetes.operator.snapshot.resource.enabled"_s, true))
        return;
    QJsonObject snapshot = snapshotObject(savepoint, u"upgrade"_s);
    put(snapshot, {u"spec", savepoint, u"alreadyExists"}, true);
    put(snapshot, {u"spec", savepoint, u"path"}, path);
    static_cast<void>(tools().world.objects.create(type::flinkStateSnapshots, snapshot, byOperator()));
}

void JobRound::keepLegacySavepoint(const QString& path, const QString& trigger, std::optional<qint64> nonce)
{
    // Of a session job's it does not know what it has asked for.
    const bool isUnknown = m_kind == Kind::SessionJob && trigger == u"UPGRADE";
    QJsonObject made{{u"location"_s, path},
                     {u"timeStamp"_s, nowMs()},
                     {u"triggerType"_s, trigger},
                     {u"formatType"_s, isUnknown ? u"UNKNOWN"_s : savepointFormat()}};
    if (nonce)
        made[u"triggerNonce"_s] = *nonce;
    QJsonArray history = m_status.savepointInfo.value(u"savepointHistory").toArray();
    history.append(made);
    const int most = number(m_observed, u"kubernetes.operator.savepoint.history.max.count"_s, 10);
    while (history.size() > most)
        history.removeFirst();
    m_status.savepointInfo[u"lastSavepoint"_s] = made;
    m_status.savepointInfo[u"savepointHistory"_s] = history;
    if (trigger == u"PERIODIC")
        m_status.savepointInfo[u"lastPeriodicSavepointTimestamp"_s] = nowMs();
}

bool JobRound::isSnapshotDue(const QString& what, QString& trigger) const
{
    const QString field = what + "TriggerNonce"_L1;
    const auto wanted = nonce(m_spec, field);
    const auto record = m_status.reconciledRecord();
    if (wanted && (!record || nonce(record->spec, field) != wanted)) {
        trigger = u"manual"_s;
        return true;
    }
    const QString interval = valueOf(m_observed, u"kubernetes.operator.periodic.%1.interval"_s.arg(what));
    if (interval.isEmpty())
        return false;
    qint64 last = m_status.savepointInfo[u"lastPeriodicSavepointTimestamp"].toInteger();
    for (const Snapshot& snapshot : snapshots(what)) {
        if (triggerOf(*snapshot) != u"PERIODIC")
            continue;
        if (const auto made = fromTimestamp(snapshot->metadata()[u"creationTimestamp"].toString()))
            last = std::max(last, qint64(made->time_since_epoch().count()));
    }
    if (last == 0)
        last = createdMs();
    trigger = u"periodic"_s;
    return isDue(interval, Instant(Duration(last)), now());
}

qint64 JobRound::createdMs() const
{
    const auto made = fromTimestamp(object()->metadata()[u"creationTimestamp"].toString());
    return made ? made->time_since_epoch().count() : nowMs();
}

bool JobRound::triggerSnapshots()
{
    if (!hasJob(m_spec) || m_status.jobState != u"RUNNING" || m_status.savepointInfo.contains(u"triggerId"_s) ||
        m_status.checkpointInfo.contains(u"triggerId"_s))
        return false;
    for (const QString& what : {savepoint, checkpoint}) {
        const auto pending = snapshots(what);
        const bool busy = std::any_of(pending.begin(), pending.end(), [](const Snapshot& snapshot) {
            const QString state = stateOf(*snapshot);
            return (state.isEmpty() || state == u"TRIGGER_PENDING" || state == u"IN_PROGRESS") &&
                   triggerOf(*snapshot) != u"UPGRADE";
        });
        QString trigger;
        if (busy || !isSnapshotDue(what, trigger))
            continue;
        triggerOne(what, trigger);
        return true;
    }
    return false;
}

void JobRound::triggerOne(const QString& what, const QString& trigger)
{
    const QString field = what + "TriggerNonce"_L1;
    if (hasSnapshotResources(release())) {
        static_cast<void>(
            tools().world.objects.create(type::flinkStateSnapshots, snapshotObject(what, trigger), byOperator()));
    } else {
        QJsonObject& info = legacyInfo(what);
        info[u"triggerType"_s] = trigger.toUpper();
        info[u"triggerTimestamp"_s] = nowMs();
        info[u"formatType"_s] = what == savepoint ? savepointFormat() : u"FULL"_s;
        return; // the nonce is kept when it is made
    }
    if (trigger == u"manual")
        keepNonce(field);
}

void JobRound::keepNonce(const QString& field)
{
    Record record = m_status.reconciledRecord().value_or(Record{});
    put(record.spec, {u"job", field}, at(m_spec, {u"job", field}));
    setRecord(record);
}

QString JobRound::savepointFormat() const
{
    return valueOf(m_observed, u"kubernetes.operator.savepoint.format.type"_s, u"CANONICAL"_s);
}

QJsonObject& JobRound::legacyInfo(const QString& what)
{
    return what == savepoint ? m_status.savepointInfo : m_status.checkpointInfo;
}

void JobRound::startLegacySnapshots(Step next)
{
    startLegacySnapshot(savepoint, [this, next = std::move(next)] { startLegacySnapshot(checkpoint, next); });
}

void JobRound::startLegacySnapshot(const QString& what, Step next)
{
    const QString trigger = legacyInfo(what).value(u"triggerType").toString();
    if (hasSnapshotResources(release()) || trigger.isEmpty() || legacyInfo(what).contains(u"triggerId"_s)) {
        next();
        return;
    }
    const auto triggered = guarded([this, what, next = std::move(next)](const QString& id, const QString& problem) {
        if (id.isEmpty())
            note(Component::Operator, Journal::Note::Type::Warning,
                 what == savepoint ? u"SavepointError"_s : u"CheckpointError"_s, problem);
        else
            legacyInfo(what)[u"triggerId"_s] = id;
        next();
    });
    if (what == savepoint)
        tools().flink.triggerSavepoint(cluster(), m_status.jobId, savepointDirectory(m_observed),
                                       FlinkService::Format::Canonical, triggered);
    else
        tools().flink.triggerCheckpoint(cluster(), m_status.jobId, triggered);
}

void JobRound::pollLegacySnapshots(Step next)
{
    pollLegacySnapshot(savepoint, [this, next = std::move(next)] { pollLegacySnapshot(checkpoint, next); });
}

void JobRound::pollLegacySnapshot(const QString& what, Step next)
{
    const QString id = legacyInfo(what).value(u"triggerId").toString();
    if (id.isEmpty()) {
        next();
        return;
    }
    const auto polled = guarded([this, what, next = std::move(next)](const OperationResult& result) {
        if (result.state != OperationResult::State::InProgress) {
            QJsonObject& info = legacyInfo(what);
            const QString trigger = info.value(u"triggerType").toString();
            for (const QString& field : {u"triggerId"_s, u"triggerType"_s, u"triggerTimestamp"_s, u"formatType"_s})
                info.remove(field);
            const QString field = what + "TriggerNonce"_L1;
            const auto manual = trigger == u"MANUAL" ? nonce(m_spec, field) : std::nullopt;
            if (manual)
                keepNonce(field);
            if (result.state != OperationResult::State::Completed)
                note(Component::Operator, Journal::Note::Type::Warning,
                     what == savepoint ? u"SavepointError"_s : u"CheckpointError"_s, result.problem);
            else if (what == savepoint)
                keepLegacySavepoint(result.location, trigger, manual);
            else
                keepLegacyCheckpoint(trigger, manual);
        }
        next();
    });
    if (what == savepoint)
        tools().flink.savepointResult(cluster(), m_status.jobId, id, polled);
    else
        tools().flink.checkpointResult(cluster(), m_status.jobId, id, polled);
}

/// It tells when, and not where.
void JobRound::keepLegacyCheckpoint(const QString& trigger, std::optional<qint64> nonce)
{
    QJsonObject made{{u"timeStamp"_s, nowMs()}, {u"triggerType"_s, trigger}, {u"formatType"_s, u"FULL"_s}};
    if (nonce)
        made[u"triggerNonce"_s] = *nonce;
    m_status.checkpointInfo[u"lastCheckpoint"_s] = made;
    if (trigger == u"PERIODIC")
        m_status.checkpointInfo[u"lastPeriodicCheckpointTimestamp"_s] = nowMs();
}

void JobRound::cleanUpSnapshots()
{
    if (!hasSnapshotResources(release()) || m_status.jobState != u"RUNNING" ||
        !flag(m_observed, u"kubernetes.operator.savepoint.cleanup.enabled"_s, true))
        return;
    for (const QString& what : {savepoint, checkpoint}) {
        std::vector<Snapshot> own = snapshots(what);
        std::erase_if(own, [](const Snapshot& snapshot) {
            return (triggerOf(*snapshot) != u"PERIODIC" && triggerOf(*snapshot) != u"UPGRADE") ||
                   snapshot->isBeingDeleted();
        });
        const auto newest = std::find_if(own.rbegin(), own.rend(),
                                         [](const Snapshot& snapshot) { return stateOf(*snapshot) == u"COMPLETED"; });
        const QString kept = newest == own.rend() ? QString() : (*newest)->name();
        const std::size_t most =
            what == savepoint
                ? std::size_t(number(m_observed, u"kubernetes.operator.savepoint.history.max.count"_s, 10))
                : std::size_t(number(m_observed, u"state.checkpoints.num-retained"_s, 1));
        const auto oldest = duration(m_observed, u"kubernetes.operator.savepoint.history.max.age"_s, 24h);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const auto made = fromTimestamp(own[i]->metadata()[u"creationTimestamp"].toString());
            const bool surplus = own.size() - i > most;
            const bool old = what == savepoint && made && now() - *made > oldest;
            if ((surplus || old) && own[i]->name() != kept && stateOf(*own[i]) == u"COMPLETED")
                static_cast<void>(
                    tools().world.objects.remove(type::flinkStateSnapshots, own[i]->ns(), own[i]->name()));
        }
    }
}

} // namespace sim::op
