#include "core/sim/operator/snapshotround.h"

#include "core/sim/operator/validation.h"
#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr Duration firstPause = 10s;
constexpr int mostDoublings = 20;
const QString finalizer = u"flinkstatesnapshots.flink.apache.org/finalizer"_s;
const QString reconciliationException = u"org.apache.flink.kubernetes.operator.exception.ReconciliationException"_s;

} // namespace

SnapshotRound::SnapshotRound(Toolbox tools, Snapshot object)
    : Round(tools, std::move(object))
{
}

bool SnapshotRound::isSavepoint() const
{
    return m_spec[u"savepoint"].isObject();
}

QString SnapshotRound::state() const
{
    return m_status[u"state"].toString(u"TRIGGER_PENDING"_s);
}

std::optional<SnapshotRound::Target> SnapshotRound::target() const
{
    const QJsonObject reference = m_spec[u"jobReference"].toObject();
    const bool isSessionJob = reference[u"kind"] == u"FlinkSessionJob"_s;
    const Objects& objects = tools().world.objects;
    const Snapshot job = objects.find(isSessionJob ? type::flinkSessionJobs : type::flinkDeployments, object()->ns(),
                                      reference[u"name"].toString());
    if (!job)
        return {};
    const Spec spec = withoutNulls(job->document()[u"spec"]).toObject();
    const QJsonObject jobStatus = at(job->document(), {u"status", u"jobStatus"}).toObject();
    const QString clusterName = isSessionJob ? spec[u"deploymentName"].toString() : job->name();
    Spec base = spec;
    if (const Snapshot session =
            isSessionJob ? objects.find(type::flinkDeployments, object()->ns(), clusterName) : nullptr)
        base = withoutNulls(session->document()[u"spec"]).toObject();
    Configuration conf = effectiveConfiguration(tools().settings, object()->ns(), base);
    for (const auto& [key, value] : flinkConfiguration(spec))
        conf[key] = value;
    return Target{{object()->ns(), clusterName}, jobStatus[u"jobId"].toString(), jobStatus[u"state"].toString(), conf};
}

void SnapshotRound::begin()
{
    m_spec = object()->document()[u"spec"].toObject();
    m_status = object()->document()[u"status"].toObject();
    if (object()->isBeingDeleted()) {
        cleanUp();
        return;
    }
    if (!addFinalizer(type::flinkStateSnapshots, finalizer)) {
        finish({Next::When::Never, {}});
        return;
    }
    if (const auto problem = validateSnapshot(object()->document(), tools().world.objects)) {
        tools().journal.record(subject(), Component::Operator,
                               {Journal::Note::Type::Warning, u"ValidationError"_s, *problem});
        label();
        finish({Next::When::After, tools().settings.reconcileInterval});
        return;
    }
    // To ask Flink how far it is needs no API server.
    if (state() == u"IN_PROGRESS")
        proceed();
    else
        tools().world.objects.whenServed(guarded([this] { proceed(); }));
}

void SnapshotRound::proceed()
{
    const QString now = state();
    if (now == u"COMPLETED" || now == u"FAILED" || now == u"ABANDONED") {
        label();
        finish({Next::When::Never, {}});
        return;
    }
    if (at(m_spec, {u"savepoint", u"alreadyExists"}).toBool()) {
        complete(at(m_spec, {u"savepoint", u"path"}).toString());
        return;
    }
    const auto aimed = target();
    if (!aimed || aimed->jobState != u"RUNNING") {
        abandon();
        return;
    }
    if (now == u"IN_PROGRESS")
        poll(*aimed);
    else
        trigger(*aimed);
}

void SnapshotRound::complete(const QString& path)
{
    m_status[u"state"_s] = u"COMPLETED"_s;
    m_status[u"path"_s] = path;
    m_status[u"resultTimestamp"_s] = microTimestamp(now());
    if (!m_status.contains(u"failures"_s))
        m_status[u"failures"_s] = 0;
    label();
    patch();
    finish({Next::When::Never, {}});
}

void SnapshotRound::abandon()
{
    const QString message =
        u"Snapshot %1 was abandoned, because the referenced Flink job is not running."_s.arg(object()->name());
    note(Journal::Note::Type::Warning, u"SnapshotAbandoned"_s, message);
    m_status[u"state"_s] = u"ABANDONED"_s;
    m_status[u"resultTimestamp"_s] = microTimestamp(now());
    m_status[u"error"_s] = message;
    label();
    patch();
    finish({Next::When::Never, {}});
}

void SnapshotRound::trigger(const Target& target)
{
    if (!isSavepoint()) {
        tools().flink.triggerCheckpoint(
            target.cluster, target.jobId,
            guarded([this](const QString& id, const QString& problem) { triggered(id, problem); }));
        return;
    }
    QString directory = at(m_spec, {u"savepoint", u"path"}).toString();
    if (directory.isEmpty())
        directory = savepointDirectory(target.conf);
    const auto format = at(m_spec, {u"savepoint", u"formatType"}) == u"NATIVE"_s ? FlinkService::Format::Native
                                                                                 : FlinkService::Format::Canonical;
    tools().flink.triggerSavepoint(
        target.cluster, target.jobId, directory, format,
        guarded([this](const QString& id, const QString& problem) { triggered(id, problem); }));
}

void SnapshotRound::triggered(const QString& id, const QString& problem)
{
    if (id.isEmpty()) {
        failed(problem);
        return;
    }
    m_status[u"state"_s] = u"IN_PROGRESS"_s;
    m_status[u"triggerId"_s] = id;
    m_status[u"triggerTimestamp"_s] = microTimestamp(now());
    if (!m_status.contains(u"failures"_s))
        m_status[u"failures"_s] = 0;
    label();
    patch();
    finish({Next::When::After, tools().settings.reconcileInterval});
}

void SnapshotRound::poll(const Target& target)
{
    const QString id = m_status[u"triggerId"].toString();
    const auto done = guardedRead([this, target](const OperationResult& result) { finishPoll(result, target); });
    if (isSavepoint())
        tools().flink.savepointResult(target.cluster, target.jobId, id, done);
    else
        tools().flink.checkpointResult(target.cluster, target.jobId, id, done);
}

void SnapshotRound::finishPoll(const OperationResult& result, const Target& target)
{
    switch (result.state) {
    case OperationResult::State::InProgress:
    case OperationResult::State::Unreachable:
        finish({Next::When::After, tools().settings.reconcileInterval});
        return;
    case OperationResult::State::Failed:
        tools().world.objects.whenServed(guarded([this, problem = result.problem] { failed(problem); }));
        return;
    case OperationResult::State::Completed:
        break;
    }
    if (isSavepoint()) {
        tools().world.objects.whenServed(guarded([this, path = result.location] { complete(path); }));
        return;
    }
    // A checkpoint's result has no path: it is looked up among the statistics.
    tools().flink.checkpoints(target.cluster, target.jobId,
                              guarded([this](const std::optional<CheckpointSummary>& found) {
                                  complete(found ? found->latestPath : QString());
                              }));
}

void SnapshotRound::failed(const QString& problem)
{
    const int failures = m_status[u"failures"].toInt() + 1;
    const int limit = m_spec[u"backoffLimit"].toInt(-1);
    // Before 1.16 no limit meant the same as ten million; nobody has waited for the difference.
    const bool over = limit >= 0 && failures > limit;
    const QString text = errorText({reconciliationException, problem}, {});
    m_status[u"failures"_s] = failures;
    m_status[u"error"_s] = text;
    m_status[u"state"_s] = over ? u"FAILED"_s : u"TRIGGER_PENDING"_s;
    if (over)
        m_status[u"resultTimestamp"_s] = microTimestamp(now());
    note(Journal::Note::Type::Warning, isSavepoint() ? u"SavepointError"_s : u"CheckpointError"_s, text);
    patch();
    if (over) {
        finish({Next::When::Never, {}});
        return;
    }
    finish({Next::When::After, firstPause * (1 << std::min(failures - 1, mostDoublings))});
}

void SnapshotRound::cleanUp()
{
    const bool dispose =
        isSavepoint() && state() == u"COMPLETED" && at(m_spec, {u"savepoint", u"disposeOnDelete"}).toBool(true);
    if (!dispose) {
        letGo();
        return;
    }
    const auto aimed = target();
    if (!aimed) {
        refuseCleanUp(u"Cannot dispose of snapshot because referenced Flink job cannot be found!"_s);
        return;
    }
    if (aimed->jobState != u"RUNNING") {
        refuseCleanUp(u"Cannot dispose of snapshot because referenced Flink job is not running!"_s);
        return;
    }
    tools().flink.disposeSavepoint(aimed->cluster, m_status[u"path"].toString(),
                                   guarded([this](const OperationResult& result) { disposed(result); }));
}

void SnapshotRound::disposed(const OperationResult& result)
{
    if (result.state == OperationResult::State::Failed || result.state == OperationResult::State::Unreachable)
        refuseCleanUp(result.problem);
    else
        letGo();
}

void SnapshotRound::refuseCleanUp(const QString& why)
{
    note(Journal::Note::Type::Warning, u"CleanupFailed"_s, why);
    finish({Next::When::After, tools().settings.reconcileInterval});
}

void SnapshotRound::letGo()
{
    removeFinalizer(type::flinkStateSnapshots, finalizer);
    finish({Next::When::Never, {}});
}

void SnapshotRound::patch()
{
    Write write = byOperator();
    write.uid = object()->uid();
    static_cast<void>(tools().world.objects.change(
        type::flinkStateSnapshots, object()->ns(), object()->name(), Part::Status,
        [this](QJsonObject& document) { document[u"status"_s] = m_status; }, write));
}

void SnapshotRound::label()
{
    const QJsonObject reference = m_spec[u"jobReference"].toObject();
    const bool known = target().has_value();
    static_cast<void>(tools().world.objects.change(
        type::flinkStateSnapshots, object()->ns(), object()->name(), Part::Main,
        [&](QJsonObject& document) {
            QJsonObject labels = at(document, {u"metadata", u"labels"}).toObject();
            labels[u"snapshot.type"_s] = isSavepoint() ? u"SAVEPOINT"_s : u"CHECKPOINT"_s;
            if (!labels.contains(u"snapshot.trigger-type"_s))
                labels[u"snapshot.trigger-type"_s] = u"MANUAL"_s;
            labels[u"snapshot.state"_s] = state();
            if (known) {
                labels[u"job-reference.kind"_s] = reference[u"kind"].toString(u"FlinkDeployment"_s);
                labels[u"job-reference.name"_s] = reference[u"name"];
            }
            put(document, {u"metadata", u"labels"}, labels);
        },
        byOperator()));
}

void SnapshotRound::note(Journal::Note::Type type, const QString& reason, const QString& message)
{
    tools().journal.record(subject(), Component::Snapshot, {type, reason, message});
}

} // namespace sim::op
