#include "core/base/visibletext.h"
#include "core/manifest/effect.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What an effect is in words. Every sentence stands for one line of the operator's table.
namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Way = Decision::Way;
using Because = Decision::Because;
using Kind = Subject::Kind;

QString unchangedText(const Effect& effect)
{
    switch (effect.decision.because) {
    case Because::OnlyIgnored:
        return effect.kind == Kind::BlueGreen
                   ? Text::tr("The operator hands the change on to the active colour; the job goes on.")
                   : Text::tr("The operator takes note of the change without touching the job. It counts from the "
                              "next upgrade on.");
    case Because::WaitsForResume:
        return Text::tr("The job is suspended: the change takes effect when it is resumed.");
    case Because::StaysSuspended:
        return Text::tr("It is made suspended: nothing is deployed before spec.job.state is running.");
    default:
        return Text::tr("The operator has this very spec already: nothing happens.");
    }
}

QString firstText(const Effect& effect)
{
    if (effect.kind == Kind::Snapshot)
        return Text::tr("The operator triggers the snapshot once the job is running.");
    if (effect.decision.restore)
        return Text::tr("It is deployed for the first time and starts from initialSavepointPath; upgradeMode does not "
                        "count yet.");
    return Text::tr("It is deployed for the first time and starts empty; upgradeMode does not count yet.");
}

QString savepointText(Because because)
{
    switch (because) {
    case Because::VersionChanged:
        return Text::tr("The release of Flink changes, and the metadata of high availability is not used across "
                        "releases: the job is stopped with a savepoint, also with upgradeMode last-state.");
    case Because::CheckpointTooOld:
        return Text::tr("The last checkpoint is older than "
                        "kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age allows: the job is "
                        "stopped with a savepoint instead.");
    case Because::SecondColour:
        return Text::tr(
            "A savepoint of the active colour is taken, the other colour starts from it, and only when that "
            "runs is the active one deleted.");
    case Because::HandedOn:
        return Text::tr("The change is handed on to the active colour, which stops its job with a savepoint.");
    default:
        return Text::tr("The job runs and upgradeMode is savepoint: it is stopped with a savepoint, its cluster is "
                        "deleted, and it starts again from there.");
    }
}

QString keepHaText(Because because)
{
    switch (because) {
    case Because::FallsBack:
        return Text::tr(
            "The job does not run, so no savepoint can be taken. The operator falls back to last-state: the "
            "cluster is deleted, the metadata of high availability stays, and the last checkpoint is "
            "restored.");
    case Because::NeverStarted:
        return Text::tr("The JobManager never started: it is deleted, and the job starts from the last checkpoint that "
                        "the metadata of high availability names.");
    case Because::HaMetadata:
        return Text::tr(
            "The job does not run. Its cluster is deleted, the metadata of high availability stays, and the "
            "last checkpoint is restored.");
    case Because::Resumes:
        return Text::tr(
            "The job is resumed from the last checkpoint: it was suspended with last-state, and the metadata "
            "of high availability is there.");
    case Because::HandedOn:
        return Text::tr("The change is handed on to the active colour, which restores its last checkpoint.");
    default:
        return Text::tr("upgradeMode is last-state: the cluster is deleted without a savepoint, the metadata of high "
                        "availability stays, and the last completed checkpoint is restored.");
    }
}

QString cancelText(Because because)
{
    switch (because) {
    case Because::VersionChanged:
        return Text::tr(
            "The release of Flink changes and no savepoint can be taken: the job is cancelled, and its last "
            "checkpoint is restored.");
    case Because::FallsBack:
        return Text::tr(
            "The job does not run, so no savepoint can be taken: it is cancelled, and its last checkpoint is "
            "restored.");
    default:
        return Text::tr("The job is cancelled over REST, and its last checkpoint is restored: the metadata of high "
                        "availability is not used.");
    }
}

QString recordedText(const Decision& decision)
{
    const bool isEmpty = !decision.restore;
    switch (decision.because) {
    case Because::Resumes:
        return isEmpty ? Text::tr("The job is resumed, but no savepoint was written down: it starts empty.")
                       : Text::tr("The job is resumed from what was written down when it was suspended.");
    case Because::NeverStarted:
        return isEmpty ? Text::tr("The JobManager never started: it is deleted, and the job starts empty, because no "
                                  "savepoint was written down.")
                       : Text::tr("The JobManager never started: it is deleted, and the job starts from the same place "
                                  "once more.");
    default:
        return isEmpty
                   ? Text::tr("The job has ended, and no checkpoint or savepoint of it is known: it starts empty.")
                   : Text::tr("The job has ended: the last checkpoint or savepoint that is known of it is restored.");
    }
}

QString statelessText(Because because)
{
    switch (because) {
    case Because::Redeploys:
        return Text::tr("savepointRedeployNonce changes: the job is cancelled without a savepoint and starts from "
                        "initialSavepointPath. There is no rollback.");
    case Because::SessionCluster:
        return Text::tr(
            "The session cluster is deleted and made anew, with every job in it and without any savepoint.");
    case Because::SecondColour:
        return Text::tr("The other colour starts empty; when it runs, the active one is deleted.");
    case Because::Resumes:
        return Text::tr("The job is resumed without its state.");
    default:
        return Text::tr("upgradeMode is stateless: the job is cancelled, its metadata of high availability is deleted, "
                        "and it starts empty.");
    }
}

QString waitText(Because because)
{
    switch (because) {
    case Because::SavepointPending:
        return Text::tr("A savepoint is under way: the operator waits for it.");
    case Because::SessionNotReady:
        return Text::tr("The session cluster is not ready: the operator waits for it.");
    case Because::Cancelling:
        return Text::tr("The job is being cancelled: the operator waits for its end.");
    case Because::MayNotFallBack:
        return Text::tr(
            "The job does not run, so no savepoint can be taken, and "
            "kubernetes.operator.job.upgrade.last-state-fallback.enabled is off: the operator waits until it "
            "runs.");
    case Because::VersionChangeWaits:
        return Text::tr(
            "The release of Flink changes, and the job can neither be saved nor cancelled now: the operator "
            "waits.");
    case Because::CheckpointPending:
        return Text::tr("The last checkpoint is too old, but one is under way: the operator waits for it.");
    case Because::InTransition:
        return Text::tr("The deployment is between its colours: while the savepoint is taken the operator waits with "
                        "the change; after that it hands it on to the colour that is coming, which starts again from "
                        "the same savepoint. A suspension waits until one colour is active.");
    default:
        return Text::tr("The job does not run, and there is neither a way to save it nor a reason to give it up: the "
                        "operator waits.");
    }
}

QString refusedText(Because because)
{
    switch (because) {
    case Because::EndedUnknown:
        return Text::tr(
            "The job has ended, and its last checkpoint is unknown. The operator gives up: \"Manual restore "
            "required.\" Set initialSavepointPath with a new savepointRedeployNonce.");
    case Because::Lost:
        return Text::tr("The JobManager is gone, and there is no metadata of high availability to restore from. The "
                        "operator gives up: \"Manual restore required.\" Set initialSavepointPath with a new "
                        "savepointRedeployNonce.");
    case Because::ColourNotReady:
        return Text::tr(
            "The active colour is not ready, so the operator refuses the transition and marks the deployment "
            "as failing.");
    default:
        return Text::tr("It is refused, so nothing changes: the job goes on with the old spec.");
    }
}

QString wayText(const Effect& effect)
{
    const Decision& decision = effect.decision;
    switch (decision.way) {
    case Way::None:
        return unchangedText(effect);
    case Way::First:
        return firstText(effect);
    case Way::InPlace:
        return Text::tr("The job is rescaled in place while it runs; if Flink refuses, it is upgraded instead.");
    case Way::Savepoint:
        return savepointText(decision.because);
    case Way::KeepHa:
        return keepHaText(decision.because);
    case Way::Cancel:
        return cancelText(decision.because);
    case Way::Recorded:
        return recordedText(decision);
    case Way::Stateless:
        return statelessText(decision.because);
    case Way::Wait:
        return waitText(decision.because);
    case Way::Refused:
        return refusedText(decision.because);
    }
    return {};
}

QString statelessRisk(Because because)
{
    switch (because) {
    case Because::Redeploys:
        return Text::tr("All that the job did since that savepoint is lost. If the path cannot be read the job stays "
                        "down.");
    case Because::SessionCluster:
        return Text::tr("Every job of the cluster is stopped without a savepoint. The operator does not submit its "
                        "session jobs again by itself.");
    default:
        return Text::tr(
            "All state of the job is lost, whether the new version works or not. Checkpoint files stay where "
            "they are, but only by hand does a job start from them.");
    }
}

} // namespace

QString reasonText(const Effect& effect)
{
    QString text = wayText(effect);
    if (!effect.refusal.isEmpty())
        text += u' ' + effect.refusal;
    if (effect.decision.isSuspending)
        text += u' ' + Text::tr("It stays suspended afterwards.");
    return text;
}

QString riskText(const Effect& effect)
{
    const Decision& decision = effect.decision;
    switch (decision.way) {
    case Way::None:
    case Way::First:
    case Way::Wait:
    case Way::Refused:
        return {};
    case Way::InPlace:
        return Text::tr("Nothing: the job restarts from its last checkpoint with the new parallelism.");
    case Way::Savepoint:
        return effect.kind == Kind::BlueGreen
                   ? Text::tr("Nothing: the active colour runs until the other one does.")
                   : Text::tr(
                         "If the savepoint fails, the job runs on as it is and the operator tries again for ever. If "
                         "the new version does not start, the job stays down; its savepoint is kept.");
    case Way::KeepHa:
    case Way::Cancel:
        return Text::tr("What was done since the last completed checkpoint is done again. If the new version does not "
                        "start, the job stays down; the checkpoint is kept.");
    case Way::Recorded:
        return decision.restore ? Text::tr("What was done since then is done again.")
                                : Text::tr("All state that the job had is lost.");
    case Way::Stateless:
        return statelessRisk(decision.because);
    }
    return {};
}

QStringList doubtTexts(const Effect& effect)
{
    QStringList texts;
    for (const Decision::Unknown what : effect.decision.unknown) {
        switch (what) {
        case Decision::Unknown::HaMetadata:
            texts.append(Text::tr("Whether the metadata of high availability is there could not be seen; it is taken "
                                  "for there. Without it the operator does something else."));
            break;
        case Decision::Unknown::NeverStarted:
            texts.append(
                Text::tr("Whether the JobManager ever started could not be seen. If it never did, the operator "
                         "deletes it and starts again."));
            break;
        case Decision::Unknown::CheckpointAges:
            texts.append(Text::tr("How old the last checkpoint is could not be asked; it is taken for young enough. "
                                  "Otherwise the operator takes a savepoint."));
            break;
        case Decision::Unknown::Session:
            texts.append(
                Text::tr("Whether the session cluster is ready could not be seen; until it is, the operator does "
                         "nothing."));
            break;
        }
    }
    return texts;
}

QString sizeText(Effect::Size size)
{
    switch (size) {
    case Effect::Size::None:
        return Text::tr("no change");
    case Effect::Size::Ignore:
        return Text::tr("job untouched");
    case Effect::Size::Scale:
        return Text::tr("rescale");
    case Effect::Size::Upgrade:
        return Text::tr("upgrade");
    case Effect::Size::Redeploy:
        return Text::tr("redeployment");
    case Effect::Size::Create:
        return Text::tr("new object");
    }
    return {};
}

QString wayWord(Decision::Way way)
{
    switch (way) {
    case Decision::Way::None:
    case Decision::Way::First:
    case Decision::Way::InPlace:
        return {};
    case Decision::Way::Savepoint:
        return u"stopWithSavepoint"_s;
    case Decision::Way::KeepHa:
        return u"cancelKeepHa"_s;
    case Decision::Way::Cancel:
    case Decision::Way::Recorded:
        return u"cancelLastCheckpoint"_s;
    case Decision::Way::Stateless:
        return u"stateless"_s;
    case Decision::Way::Wait:
        return u"wait"_s;
    case Decision::Way::Refused:
        return u"refused"_s;
    }
    return {};
}

QString classWord(ChangeClass weight)
{
    switch (weight) {
    case ChangeClass::Ignore:
        return u"IGNORE"_s;
    case ChangeClass::Scale:
        return u"SCALE"_s;
    case ChangeClass::Upgrade:
        return u"UPGRADE"_s;
    case ChangeClass::Redeploy:
        return u"REDEPLOY"_s;
    }
    return {};
}

QString restoreText(const Effect& effect)
{
    const auto& from = effect.decision.restore;
    if (!from)
        return {};
    const QString path = base::visibleText(from->path, 1024);
    const bool isSavepoint = from->kind == RestoreSource::Kind::Savepoint;
    if (from->isNew)
        return Text::tr("a savepoint that is taken on the way");
    if (path.isEmpty())
        return isSavepoint ? Text::tr("the last savepoint") : Text::tr("the last completed checkpoint");
    return isSavepoint ? Text::tr("the savepoint %1").arg(path) : Text::tr("the checkpoint %1").arg(path);
}

} // namespace manifest
