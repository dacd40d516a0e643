#include "core/sim/operator/bluegreenround.h"
#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

} // namespace

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
                                           fail(u"Could not trigger Savepoint. Details: "_s + problem);
                                       } else {
                                           m_status[u"savepointTriggerId"_s] = id;
                                           setState(u"SAVEPOINTING_"_s + text(from));
                                       }
                                       endRound();
                                   }));
}

/// The colour counts as active again as soon as the savepoint is over, however it ended; the next round looks at it.
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
                                      if (result.state == OperationResult::State::InProgress) {
                                          endRound();
                                          return;
                                      }
                                      setState(u"ACTIVE_"_s + text(from));
                                      patch();
                                      react(from);
                                  }));
}

void BlueGreenRound::useSavepoint(Colour from)
{
    const Snapshot deployment = child(from);
    const QString jobId = at(deployment->document(), {u"status", u"jobStatus", u"jobId"}).toString();
    const QString trigger = m_status[u"savepointTriggerId"].toString();
    tools().flink.savepointResult(
        {object()->ns(), deployment->name()}, jobId, trigger,
        guarded([this, from, trigger](const OperationResult& result) {
            recordSpec();
            if (result.state == OperationResult::State::Completed) {
                QString path = result.location;
                path.replace("file:/"_L1, "/"_L1);
                deploy(other(from), path);
                setState(u"TRANSITIONING_TO_"_s + text(other(from)));
            } else {
                m_status.remove(u"savepointTriggerId"_s);
                fail(u"Could not start Transition. Details: Could not fetch savepoint with triggerId: %1. Error: %2"_s
                         .arg(trigger, result.problem));
            }
            endRound();
        }));
}

void BlueGreenRound::watchTransition(Colour to)
{
    const Edit wanted = edit();
    const Snapshot deployment = child(to);
    if (deployment && wanted != Edit::None && wanted != Edit::Suspend) {
        deployInPlace(to, wanted == Edit::Redeploy ? Start::AsOrdered : Start::AsBefore);
    } else if (deployment && isSuspended(to)) {
        if (at(deployment->document(), {u"status", u"lifecycleState"}) == u"SUSPENDED"_s)
            activate(to, u"SUSPENDED"_s);
        else
            abortIfLate(to);
    } else if (isReady(to)) {
        watchReadyColour(to);
    } else {
        abortIfLate(to);
    }
    endRound();
}

/// The old colour goes after the delay; when it is gone, the new one is active.
void BlueGreenRound::watchReadyColour(Colour to)
{
    const Snapshot old = child(other(to));
    const auto readySince = fromTimestamp(m_status[u"deploymentReadyTimestamp"].toString());
    if (!old)
        activate(to, u"RUNNING"_s);
    else if (!readySince || readySince->time_since_epoch() == 0ms)
        m_status[u"deploymentReadyTimestamp"_s] = microTimestamp(now());
    else if (!old->isBeingDeleted() && now() - *readySince >= setting(u"deployment-deletion.delay"_s, 0ms))
        static_cast<void>(tools().world.objects.remove(type::flinkDeployments, old->ns(), old->name()));
}

void BlueGreenRound::activate(Colour colour, const QString& job)
{
    setState(u"ACTIVE_"_s + text(colour));
    setJobState(job);
    if (job == u"RUNNING")
        m_status.remove(u"error"_s);
    resetTransition();
    m_status[u"lastReconciledTimestamp"_s] = microTimestamp(now());
}

/// A colour that does not come up in time is suspended and stays for whoever looks into it.
void BlueGreenRound::abortIfLate(Colour to)
{
    const auto abortAt = fromTimestamp(m_status[u"abortTimestamp"].toString());
    if (!abortAt || now() <= *abortAt)
        return;
    if (const Snapshot late = child(to))
        static_cast<void>(tools().world.objects.change(
            type::flinkDeployments, late->ns(), late->name(), Part::Main,
            [](QJsonObject& document) {
                put(document, {u"spec", u"job", u"state"}, u"suspended"_s);
            },
            byOperator()));
    setState(child(other(to)) ? u"ACTIVE_"_s + text(other(to)) : u"INITIALIZING_BLUE"_s);
    resetTransition();
    fail(u"Aborting deployment '%1-%2', rolling B/G deployment back to %3"_s.arg(object()->name(), text(to).toLower(),
                                                                                 state()));
}

void BlueGreenRound::fail(const QString& error)
{
    m_status[u"error"_s] = error;
    m_status[u"lastReconciledTimestamp"_s] = microTimestamp(now());
    setJobState(u"FAILING"_s);
}

} // namespace sim::op
