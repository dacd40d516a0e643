#include "core/sim/operator/sessionjobround.h"

#include "core/sim/operator/validation.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto cancelPoll = 200ms;
constexpr int cancelPolls = 300; // a minute
const QString notFound = u"Job Not Found"_s;

} // namespace

SessionJobRound::SessionJobRound(Toolbox tools, Snapshot object)
    : JobRound(tools, std::move(object), Kind::SessionJob)
{
}

QStringView SessionJobRound::type() const
{
    return type::flinkSessionJobs;
}

QString SessionJobRound::finalizer() const
{
    return u"flinksessionjobs.flink.apache.org/finalizer"_s;
}

Cluster SessionJobRound::cluster() const
{
    return {object()->ns(), at(object()->document(), {u"spec", u"deploymentName"}).toString()};
}

std::optional<Spec> SessionJobRound::sessionSpec() const
{
    const Snapshot session = tools().world.objects.find(type::flinkDeployments, cluster().ns, cluster().name);
    return session ? std::optional(withoutNulls(session->document()[u"spec"]).toObject()) : std::nullopt;
}

bool SessionJobRound::isSessionReady() const
{
    const Snapshot session = tools().world.objects.find(type::flinkDeployments, cluster().ns, cluster().name);
    return session && at(session->document(), {u"status", u"jobManagerDeploymentStatus"}) == u"READY"_s;
}

Configuration SessionJobRound::configurationOf(const Spec& spec) const
{
    Configuration conf = effectiveConfiguration(tools().settings, object()->ns(), sessionSpec().value_or(Spec()));
    for (const auto& [key, value] : flinkConfiguration(spec))
        conf[key] = value;
    return conf;
}

QString SessionJobRound::deployedFlink() const
{
    return sessionSpec().value_or(Spec())[u"flinkVersion"].toString();
}

std::optional<QString> SessionJobRound::validate() const
{
    const auto record = m_status.reconciledRecord();
    return validateSessionJob(
        {*object(), m_spec, record ? std::optional(record->spec) : std::nullopt, tools().settings}, sessionSpec());
}

bool SessionJobRound::isReadyToReconcile() const
{
    return isSessionReady();
}

void SessionJobRound::observe(Step next)
{
    const auto record = m_status.reconciledRecord();
    if (!record || !isSessionReady() || jobState(record->spec) == JobState::Suspended) {
        if (record && record->firstDeployment && m_status.state == ReconciliationState::Upgrading &&
            m_status.jobState.isEmpty())
            m_status.lastReconciled = {};
        next();
        return;
    }
    tools().flink.findJob(cluster(), m_status.jobId,
                          guarded([this, next = std::move(next)](const std::optional<std::optional<JobOverview>>& job) {
                              if (job && *job) {
                                  jobSeen(**job, next);
                                  return;
                              }
                              if (job)
                                  jobLost();
                              else if (m_status.jobState == u"RUNNING")
                                  m_status.jobState = u"RECONCILING"_s;
                              next();
                          }));
}

void SessionJobRound::jobLost()
{
    note(Component::Job, Journal::Note::Type::Warning, u"Missing"_s, notFound);
    m_status.jobState = u"RECONCILING"_s;
    m_status.error = notFound;
}

void SessionJobRound::jobSeen(const JobOverview& job, Step next)
{
    const QString before = m_status.jobState;
    m_status.jobState = job.state;
    m_status.jobName = job.name;
    m_status.startTime = QString::number(job.started);
    m_status.updateTime = QString::number(job.updated);
    if (m_status.state == ReconciliationState::Deployed && (job.state == u"RUNNING" || job.state == u"FINISHED"))
        m_status.lastStable = m_status.lastReconciled;
    noteJobState(before);
    const auto failures = [this, next = std::move(next)] {
        tools().flink.failures(cluster(), m_status.jobId,
                               guarded([this, next](const std::optional<QList<JobFailure>>& found) {
                                   if (hasJobExceptionEvents(release()))
                                       recordFailures(found.value_or(QList<JobFailure>()));
                                   if (m_status.jobState == u"FAILED" && found && !found->isEmpty())
                                       takeFailure(found->first().stackTrace);
                                   forgetOldErrors();
                                   pollLegacySnapshots(next);
                               }));
    };
    if (isTerminal(job.state))
        takeLatestCheckpoint(failures);
    else
        failures();
}

void SessionJobRound::deploy(const Spec& spec, const QString& savepoint, Ha, Step next)
{
    m_status.jobId = tools().chance.hex(32);
    m_status.jobState = u"RECONCILING"_s;
    if (tellsOfSubmissions(release()))
        patch();
    note(Component::Job, Journal::Note::Type::Normal, u"Submit"_s, u"Starting deployment"_s);
    const Configuration conf = configurationOf(spec);
    QJsonObject run{{u"jobId"_s, m_status.jobId},
                    {u"parallelism"_s, parallelismOf(conf, spec)},
                    {u"programArgsList"_s, at(spec, {u"job", u"args"}).toArray()},
                    {u"allowNonRestoredState"_s, at(spec, {u"job", u"allowNonRestoredState"}).toBool()}};
    if (const QString entry = jobText(spec, u"entryClass"); !entry.isEmpty())
        run[u"entryClass"_s] = entry;
    if (!savepoint.isEmpty())
        run[u"savepointPath"_s] = savepoint;
    QJsonObject flinkConf;
    for (const auto& [key, value] : flinkConfiguration(spec)) {
        if (!key.startsWith("kubernetes.operator."_L1) && !key.startsWith("job.autoscaler."_L1))
            flinkConf[key] = value;
    }
    if (!flinkConf.isEmpty())
        run[u"flinkConfiguration"_s] = flinkConf;
    tools().flink.submit(cluster(), jobText(spec, u"jarURI"), run,
                         guarded([this, next = std::move(next)](const std::variant<QString, Failure>& outcome) {
                             if (const auto* failure = std::get_if<Failure>(&outcome))
                                 fail(*failure);
                             else
                                 next();
                         }));
}

void SessionJobRound::suspend(Suspend way, Step next)
{
    const Configuration& conf = observedConfiguration();
    const bool running = isCancellable(m_status, m_kind);
    if (way == Suspend::Nothing || !running) {
        next();
        return;
    }
    if (way == Suspend::Savepoint) {
        const auto format = valueOf(conf, u"kubernetes.operator.savepoint.format.type"_s) == u"NATIVE"
                                ? FlinkService::Format::Native
                                : FlinkService::Format::Canonical;
        tools().flink.stopWithSavepoint(
            cluster(), m_status.jobId, savepointDirectory(conf), format,
            flag(conf, u"kubernetes.operator.job.drain-on-savepoint-deletion"_s, false),
            guarded([this, next = std::move(next)](const std::variant<QString, Failure>& outcome) {
                if (const auto* failure = std::get_if<Failure>(&outcome)) {
                    fail(*failure);
                    return;
                }
                keepUpgradeSavepoint(std::get<QString>(outcome));
                if (forgetsStoppedJobs(release()))
                    m_status.jobId.clear();
                then(next);
            }));
        return;
    }
    tools().flink.cancel(cluster(), m_status.jobId, guarded([this, way, next = std::move(next)] {
                             awaitCancelled(cancelPolls, [this, way, next] {
                                 if (way == Suspend::Stateless)
                                     next();
                                 else
                                     takeLatestCheckpoint(next);
                             });
                         }));
}

void SessionJobRound::awaitCancelled(int attempts, Step next)
{
    tools().flink.findJob(
        cluster(), m_status.jobId,
        guarded([this, attempts, next = std::move(next)](const std::optional<std::optional<JobOverview>>& job) {
            const bool ended = job && (!*job || isTerminal((*job)->state));
            if (ended || attempts <= 0)
                next();
            else
                tools().world.clock.after(cancelPoll,
                                          guarded([this, attempts, next] { awaitCancelled(attempts - 1, next); }));
        }));
}

void SessionJobRound::reconcileOther(Step next)
{
    const bool restart = flag(observedConfiguration(), u"kubernetes.operator.job.restart.failed"_s, false);
    if (m_status.jobState == u"FAILED" && restart) {
        m_status.error.clear();
        deploy(deployedSpec(), m_status.upgradeSavepointPath, Ha::NotRequired, std::move(next));
        return;
    }
    if (triggerSnapshots()) {
        startLegacySnapshots(std::move(next));
        return;
    }
    cleanUpSnapshots();
    next();
}

void SessionJobRound::cleanUp()
{
    note(Component::Operator, Journal::Note::Type::Normal, u"Cleanup"_s, u"Cleaning up FlinkSessionJob"_s);
    if (!isSessionReady() || m_status.jobId.isEmpty()) {
        letGo();
        return;
    }
    const bool savepoint = flag(observedConfiguration(), u"kubernetes.operator.job.savepoint-on-deletion"_s, false) &&
                           m_status.jobState == u"RUNNING";
    suspend(savepoint ? Suspend::Savepoint : Suspend::Stateless, [this] { letGo(); });
}

void SessionJobRound::letGo()
{
    removeFinalizer(type(), finalizer());
    finish({Next::When::Never, {}});
}

} // namespace sim::op
