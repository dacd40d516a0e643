#include "core/sim/operator/bluegreenround.h"

#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

const QString prefix = u"kubernetes.operator.bluegreen."_s;
const QString never = u"1970-01-01T00:00:00Z"_s;

} // namespace

BlueGreenRound::BlueGreenRound(Toolbox tools, Snapshot object)
    : Round(tools, std::move(object))
{
}

QString BlueGreenRound::text(Colour colour)
{
    return colour == Colour::Blue ? u"BLUE"_s : u"GREEN"_s;
}

BlueGreenRound::Colour BlueGreenRound::other(Colour colour)
{
    return colour == Colour::Blue ? Colour::Green : Colour::Blue;
}

Snapshot BlueGreenRound::child(Colour colour) const
{
    return tools().world.objects.find(type::flinkDeployments, object()->ns(),
                                      object()->name() + u'-' + text(colour).toLower());
}

bool BlueGreenRound::isRunning(Colour colour) const
{
    const Snapshot deployment = child(colour);
    return deployment && at(deployment->document(), {u"status", u"jobStatus", u"state"}) == u"RUNNING"_s &&
           at(deployment->document(), {u"status", u"jobManagerDeploymentStatus"}) == u"READY"_s;
}

/// The colour the state speaks of: the active one, the one that is saved, or the one that is to become active.
BlueGreenRound::Colour BlueGreenRound::activeColour() const
{
    return state().endsWith("GREEN"_L1) ? Colour::Green : Colour::Blue;
}

QString BlueGreenRound::specText() const
{
    const Spec spec = withoutNulls(at(m_spec, {u"template", u"spec"})).toObject();
    return u"{\"spec\":{\"ingress\":null,\"template\":{\"metadata\":null,\"spec\":%1}}}"_s.arg(
        op::specText(spec, Kind::Deployment, release()));
}

bool BlueGreenRound::isSpecChanged() const
{
    const auto templateOf = [](const QString& record) {
        const QJsonObject document = QJsonDocument::fromJson(record.toUtf8()).object();
        return withoutNulls(at(document, {u"spec", u"template", u"spec"})).toObject();
    };
    const Difference found = difference(Kind::Deployment, templateOf(m_status[u"lastReconciledSpec"].toString()),
                                        withoutNulls(at(m_spec, {u"template", u"spec"})).toObject(), release());
    return found.weight() != ChangeClass::Ignore;
}

Duration BlueGreenRound::setting(const QString& key, Duration fallback) const
{
    return durationFrom(at(m_spec, {u"configuration", prefix + key}).toString()).value_or(fallback);
}

void BlueGreenRound::setState(const QString& state)
{
    m_status[u"blueGreenState"_s] = state;
}

void BlueGreenRound::setJobState(const QString& state)
{
    QJsonObject job = m_status[u"jobStatus"].toObject();
    if (job.isEmpty())
        job = {{u"checkpointInfo"_s, QJsonObject{{u"lastPeriodicCheckpointTimestamp"_s, 0}}},
               {u"savepointInfo"_s,
                QJsonObject{{u"lastPeriodicSavepointTimestamp"_s, 0}, {u"savepointHistory"_s, QJsonArray()}}}};
    job[u"state"_s] = state;
    m_status[u"jobStatus"_s] = job;
}

void BlueGreenRound::begin()
{
    m_spec = object()->document()[u"spec"].toObject();
    m_status = object()->document()[u"status"].toObject();
    if (object()->isBeingDeleted()) {
        finish({Next::When::Never, {}});
        return;
    }
    if (state().isEmpty()) {
        m_status[u"abortTimestamp"_s] = never;
        m_status[u"deploymentReadyTimestamp"_s] = never;
        setState(u"INITIALIZING_BLUE"_s);
        endRound();
        return;
    }
    const Colour colour = activeColour();
    if (state() == u"INITIALIZING_BLUE") {
        if (!child(Colour::Blue))
            deploy(Colour::Blue, jobText(at(m_spec, {u"template", u"spec"}).toObject(), u"initialSavepointPath"));
        setState(u"TRANSITIONING_TO_BLUE"_s);
        endRound();
    } else if (state().startsWith("TRANSITIONING"_L1)) {
        watchTransition(colour);
    } else if (state().startsWith("SAVEPOINTING"_L1)) {
        awaitSavepoint(colour);
    } else if (isSpecChanged()) {
        startTransition(colour);
    } else {
        endRound();
    }
}

void BlueGreenRound::deploy(Colour colour, const QString& savepoint)
{
    QJsonObject spec = at(m_spec, {u"template", u"spec"}).toObject();
    if (!savepoint.isEmpty())
        put(spec, {u"job", u"initialSavepointPath"}, savepoint);
    const QJsonObject deployment{
        {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
        {u"kind"_s, u"FlinkDeployment"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, object()->name() + u'-' + text(colour).toLower()},
                     {u"namespace"_s, object()->ns()},
                     {u"labels"_s, QJsonObject{{u"flink/blue-green-deployment-type"_s, text(colour)}}},
                     {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                                                                   {u"kind"_s, u"FlinkBlueGreenDeployment"_s},
                                                                   {u"name"_s, object()->name()},
                                                                   {u"uid"_s, object()->uid()},
                                                                   {u"controller"_s, false},
                                                                   {u"blockOwnerDeletion"_s, true}}}}}},
        {u"spec"_s, spec}};
    static_cast<void>(tools().world.objects.create(type::flinkDeployments, deployment, byOperator()));
    m_status[u"lastReconciledSpec"_s] = specText();
    m_status[u"lastReconciledTimestamp"_s] = microTimestamp(now());
    m_status[u"abortTimestamp"_s] = microTimestamp(now() + setting(u"abort.grace-period"_s, 10min));
    m_status.remove(u"error"_s);
    setJobState(u"RECONCILING"_s);
}

void BlueGreenRound::startTransition(Colour from)
{
    const Spec spec = at(m_spec, {u"template", u"spec"}).toObject();
    if (upgradeMode(spec) != UpgradeMode::Stateless && isRunning(from)) {
        takeSavepoint(from);
        return;
    }
    deploy(other(from), {});
    setState(u"TRANSITIONING_TO_"_s + text(other(from)));
    endRound();
}

void BlueGreenRound::takeSavepoint(Colour from)
{
    const Snapshot deployment = child(from);
    const Spec spec = withoutNulls(deployment->document()[u"spec"]).toObject();
    const QString directory = savepointDirectory(effectiveConfiguration(tools().settings, object()->ns(), spec));
    const QString jobId = at(deployment->document(), {u"status", u"jobStatus", u"jobId"}).toString();
    tools().flink.triggerSavepoint({object()->ns(), deployment->name()}, jobId, directory,
                                   FlinkService::Format::Canonical,
                                   guarded([this, from](const QString& id, const QString& problem) {
                                       if (id.isEmpty()) {
                                           m_status[u"error"_s] = problem;
                                       } else {
                                           m_status[u"savepointTriggerId"_s] = id;
                                           setState(u"SAVEPOINTING_"_s + text(from));
                                       }
                                       endRound();
                                   }));
}

void BlueGreenRound::awaitSavepoint(Colour from)
{
    const Snapshot deployment = child(from);
    if (!deployment) {
        setState(u"ACTIVE_"_s + text(from));
        endRound();
        return;
    }
    const QString jobId = at(deployment->document(), {u"status", u"jobStatus", u"jobId"}).toString();
    tools().flink.savepointResult({object()->ns(), deployment->name()}, jobId,
                                  m_status[u"savepointTriggerId"].toString(),
                                  guarded([this, from](const OperationResult& result) {
                                      if (result.state == OperationResult::State::Completed) {
                                          m_status.remove(u"savepointTriggerId"_s);
                                          QString path = result.location;
                                          path.replace("file:/"_L1, "/"_L1);
                                          setState(u"ACTIVE_"_s + text(from));
                                          patch();
                                          deploy(other(from), path);
                                          setState(u"TRANSITIONING_TO_"_s + text(other(from)));
                                      } else if (result.state == OperationResult::State::Failed) {
                                          m_status.remove(u"savepointTriggerId"_s);
                                          m_status[u"error"_s] = result.problem;
                                          setState(u"ACTIVE_"_s + text(from));
                                      }
                                      endRound();
                                  }));
}

void BlueGreenRound::watchTransition(Colour to)
{
    const Snapshot old = child(other(to));
    const bool running = isRunning(to);
    const auto readySince = fromTimestamp(m_status[u"deploymentReadyTimestamp"].toString());
    const auto abortAt = fromTimestamp(m_status[u"abortTimestamp"].toString());
    if (running && (!readySince || readySince->time_since_epoch() == 0ms)) {
        m_status[u"deploymentReadyTimestamp"_s] = microTimestamp(now());
    } else if (running && old && !old->isBeingDeleted() &&
               now() - *readySince >= setting(u"deployment-deletion.delay"_s, 0ms)) {
        static_cast<void>(tools().world.objects.remove(type::flinkDeployments, old->ns(), old->name()));
    } else if (running && !old) {
        setState(u"ACTIVE_"_s + text(to));
        setJobState(u"RUNNING"_s);
        m_status[u"abortTimestamp"_s] = never;
        m_status[u"deploymentReadyTimestamp"_s] = never;
    } else if (!running && abortAt && now() > *abortAt && old) {
        abort(to);
    }
    endRound();
}

/// The new colour did not come up in time: it is suspended and stays for whoever looks into it.
void BlueGreenRound::abort(Colour to)
{
    if (const Snapshot failed = child(to))
        static_cast<void>(tools().world.objects.change(
            type::flinkDeployments, failed->ns(), failed->name(), Part::Main,
            [](QJsonObject& document) {
                put(document, {u"spec", u"job", u"state"}, u"suspended"_s);
            },
            byOperator()));
    m_status[u"error"_s] = u"Aborting deployment '%1-%2', rolling %3 deployment back"_s.arg(
        object()->name(), text(to).toLower(), text(other(to)));
    m_status[u"abortTimestamp"_s] = never;
    setState(u"ACTIVE_"_s + text(other(to)));
    setJobState(u"FAILING"_s);
}

void BlueGreenRound::patch()
{
    Write write = byOperator();
    write.uid = object()->uid();
    static_cast<void>(tools().world.objects.change(
        type::flinkBlueGreenDeployments, object()->ns(), object()->name(), Part::Status,
        [this](QJsonObject& document) { document[u"status"_s] = m_status; }, write));
}

void BlueGreenRound::endRound()
{
    if (m_status != object()->document()[u"status"].toObject())
        patch();
    const bool first = state() == u"INITIALIZING_BLUE";
    finish({Next::When::After, first ? Duration(0) : setting(u"reconciliation.reschedule-interval"_s, 15s)});
}

} // namespace sim::op
