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

bool BlueGreenRound::isReady(Colour colour) const
{
    const Snapshot deployment = child(colour);
    return deployment && at(deployment->document(), {u"status", u"lifecycleState"}) == u"STABLE"_s &&
           at(deployment->document(), {u"status", u"jobStatus", u"state"}) == u"RUNNING"_s;
}

bool BlueGreenRound::isSuspended(Colour colour) const
{
    const Snapshot deployment = child(colour);
    return deployment && at(deployment->document(), {u"spec", u"job", u"state"}) == u"suspended"_s;
}

/// The colour the state speaks of: the active one, the one that is saved, or the one that is to become active.
BlueGreenRound::Colour BlueGreenRound::activeColour() const
{
    return state().endsWith("GREEN"_L1) ? Colour::Green : Colour::Blue;
}

QJsonObject BlueGreenRound::templateSpec() const
{
    return at(m_spec, {u"template", u"spec"}).toObject();
}

QString BlueGreenRound::specText() const
{
    const QJsonValue configuration = m_spec[u"configuration"];
    const QString settings =
        configuration.isObject()
            ? QString::fromUtf8(QJsonDocument(configuration.toObject()).toJson(QJsonDocument::Compact))
            : u"null"_s;
    return u"{\"spec\":{\"ingress\":null,\"template\":{\"metadata\":null,\"spec\":%1},\"configuration\":%2}}"_s.arg(
        op::specText(withoutNulls(templateSpec()).toObject(), Kind::Deployment, release()), settings);
}

BlueGreenRound::Edit BlueGreenRound::edit() const
{
    const QJsonObject record = QJsonDocument::fromJson(m_status[u"lastReconciledSpec"].toString().toUtf8()).object();
    const Spec before = withoutNulls(at(record, {u"spec", u"template", u"spec"})).toObject();
    const Spec after = withoutNulls(templateSpec()).toObject();
    if (jobState(before) != jobState(after))
        return jobState(after) == JobState::Suspended ? Edit::Suspend : Edit::Resume;
    const auto written = [this](const Spec& spec) { return op::specText(spec, Kind::Deployment, release()); };
    if (written(before) == written(after))
        return Edit::None;
    switch (difference(Kind::Deployment, before, after, release()).weight()) {
    case ChangeClass::Ignore:
        return Edit::Patch;
    case ChangeClass::SavepointRedeploy:
        return Edit::Redeploy;
    case ChangeClass::Scale:
    case ChangeClass::Upgrade:
        break;
    }
    return Edit::Transition;
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
        resetTransition();
        setState(u"INITIALIZING_BLUE"_s);
        endRound();
        return;
    }
    const Colour colour = activeColour();
    if (state() == u"INITIALIZING_BLUE")
        startFirst();
    else if (state().startsWith("TRANSITIONING"_L1))
        watchTransition(colour);
    else if (state().startsWith("SAVEPOINTING"_L1))
        awaitSavepoint(colour);
    else
        react(colour);
}

/// After a first colour that never came up, only another order is tried.
void BlueGreenRound::startFirst()
{
    const bool first = m_status[u"lastReconciledSpec"].toString().isEmpty();
    const bool failing = at(m_status, {u"jobStatus", u"state"}) == u"FAILING"_s;
    if (first || (failing && edit() != Edit::None)) {
        recordSpec();
        deploy(Colour::Blue, savepointPath(Colour::Blue, Start::AsOrdered));
        setState(u"TRANSITIONING_TO_BLUE"_s);
    }
    endRound();
}

void BlueGreenRound::recordSpec()
{
    m_status[u"lastReconciledSpec"_s] = specText();
    m_status[u"lastReconciledTimestamp"_s] = microTimestamp(now());
}

QString BlueGreenRound::savepointPath(Colour colour, Start start) const
{
    const QString ordered = jobText(templateSpec(), u"initialSavepointPath");
    const Snapshot deployment = child(colour);
    if (start == Start::AsOrdered || !deployment)
        return ordered;
    const QJsonObject document = deployment->document();
    const QString before = at(document, {u"spec", u"job", u"initialSavepointPath"}).toString();
    const QString upgrade = at(document, {u"status", u"jobStatus", u"upgradeSavepointPath"}).toString();
    return !before.isEmpty() ? before : !upgrade.isEmpty() ? upgrade : ordered;
}

/// Makes the colour, or gives it another spec.
void BlueGreenRound::deploy(Colour colour, const QString& savepoint)
{
    QJsonObject spec = templateSpec();
    if (!savepoint.isEmpty())
        put(spec, {u"job", u"initialSavepointPath"}, savepoint);
    place(colour, spec);
    m_status[u"abortTimestamp"_s] = microTimestamp(now() + setting(u"abort.grace-period"_s, 10min));
    m_status.remove(u"error"_s);
    setJobState(u"RECONCILING"_s);
}

void BlueGreenRound::place(Colour colour, const QJsonObject& spec)
{
    if (const Snapshot deployment = child(colour)) {
        static_cast<void>(tools().world.objects.change(
            type::flinkDeployments, deployment->ns(), deployment->name(), Part::Main,
            [&spec](QJsonObject& document) { document[u"spec"_s] = spec; }, byOperator()));
        return;
    }
    const QJsonObject owner{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                            {u"kind"_s, u"FlinkBlueGreenDeployment"_s},
                            {u"name"_s, object()->name()},
                            {u"uid"_s, object()->uid()},
                            {u"controller"_s, false},
                            {u"blockOwnerDeletion"_s, true}};
    const QJsonObject deployment{
        {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
        {u"kind"_s, u"FlinkDeployment"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, object()->name() + u'-' + text(colour).toLower()},
                                    {u"namespace"_s, object()->ns()},
                                    {u"labels"_s, QJsonObject{{u"flink/blue-green-deployment-type"_s, text(colour)}}},
                                    {u"ownerReferences"_s, QJsonArray{owner}}}},
        {u"spec"_s, spec}};
    static_cast<void>(tools().world.objects.create(type::flinkDeployments, deployment, byOperator()));
}

void BlueGreenRound::deployInPlace(Colour colour, Start start)
{
    recordSpec();
    deploy(colour, savepointPath(colour, start));
    setState(u"TRANSITIONING_TO_"_s + text(colour));
}

void BlueGreenRound::react(Colour active)
{
    const Edit wanted = edit();
    if (wanted == Edit::None) {
        endRound();
        return;
    }
    const bool inPlace = wanted == Edit::Suspend || wanted == Edit::Resume || isSuspended(active);
    if (child(active) && (inPlace || (isReady(active) && wanted == Edit::Patch))) {
        deployInPlace(active, Start::AsBefore);
    } else if (isReady(active)) {
        startTransition(active);
        return;
    } else if (at(m_status, {u"jobStatus", u"state"}) != u"FAILING"_s) {
        recordSpec();
        const Snapshot deployment = child(active);
        fail(u"Transition to %1 not possible, current Flink Deployment '%2' is not READY. FAILING '%3'"_s.arg(
            text(other(active)), deployment ? deployment->name() : u"null"_s, object()->name()));
    }
    endRound();
}

void BlueGreenRound::startTransition(Colour from)
{
    const bool needsSavepoint = edit() == Edit::Transition && upgradeMode(templateSpec()) != UpgradeMode::Stateless;
    if (needsSavepoint && m_status[u"savepointTriggerId"].toString().isEmpty()) {
        takeSavepoint(from);
        return;
    }
    if (needsSavepoint) {
        useSavepoint(from);
        return;
    }
    recordSpec();
    deploy(other(from), savepointPath(other(from), Start::AsOrdered));
    setState(u"TRANSITIONING_TO_"_s + text(other(from)));
    endRound();
}

void BlueGreenRound::resetTransition()
{
    m_status[u"abortTimestamp"_s] = never;
    m_status[u"deploymentReadyTimestamp"_s] = never;
    m_status.remove(u"savepointTriggerId"_s);
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
