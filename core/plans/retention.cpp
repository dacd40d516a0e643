#include "core/plans/retention.h"

#include "core/base/visibletext.h"
#include "core/manifest/spec.h"
#include "core/plans/candidates.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace plans {

using namespace Qt::StringLiterals;
using workflow::Check;
using Verdict = Check::Verdict;
using Verb = Intent::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

QString sourceOf(const Survey& survey)
{
    const auto& restore = survey.effect.decision.restore;
    if (!survey.intent.from.isEmpty())
        return survey.intent.from;
    return restore && !restore->isNew ? restore->path : QString();
}

/// Of a checkpoint that the running job may still delete.
Check ofCheckpoint(const Survey& survey, qint64 number, Check check)
{
    const manifest::FlatConfiguration configuration =
        manifest::flatConfiguration(survey.object().deployed()[u"flinkConfiguration"]);
    const QString retention =
        manifest::valueOf(configuration, {u"execution.checkpointing.externalized-checkpoint-retention"});
    const bool isDeleted = retention == u"DELETE_ON_CANCELLATION" || retention == u"NO_EXTERNALIZED_CHECKPOINTS";
    const bool isRunning = survey.job() && !survey.job()->endTime.isValid();
    if (isRunning && isDeleted) {
        check.verdict = survey.intent.from.isEmpty() ? Verdict::Warn : Verdict::Fail;
        check.message =
            Text::tr("Flink deletes the checkpoints of this job when it is cancelled, this one among them.");
        check.evidence = u"execution.checkpointing.externalized-checkpoint-retention: %1"_s.arg(retention);
        return check;
    }
    const QString kept =
        manifest::valueOf(configuration, {u"execution.checkpointing.num-retained", u"state.checkpoints.num-retained"});
    const qint64 most = std::max<qint64>(1, kept.toLongLong());
    const auto& history = survey.checkpoints.value;
    const qint64 newest = history && history->latestCompleted ? history->latestCompleted->id : number;
    if (isRunning && !survey.intent.from.isEmpty() && newest - number >= most) {
        check.verdict = Verdict::Warn;
        check.message = Text::tr("Flink keeps %n checkpoint(s) of this job and has completed newer ones: this one may "
                                 "be deleted already.",
                                 nullptr, int(most));
        check.evidence = u"chk-%1, state.checkpoints.num-retained: %2"_s.arg(newest).arg(most);
        return check;
    }
    check.message = Text::tr("The checkpoint it starts from is kept.");
    check.evidence = u"chk-%1"_s.arg(number);
    return check;
}

/// Of a savepoint that the operator may delete: of its history, older than it keeps them.
Check ofSavepoint(const Survey& survey, const QString& path, Check check)
{
    constexpr qint64 day = 24LL * 3600 * 1000; // kubernetes.operator.savepoint.history.max.age unless told
    const QJsonValue info = survey.live()[u"status"][u"jobStatus"][u"savepointInfo"];
    for (const QJsonValue one : info[u"savepointHistory"].toArray()) {
        if (!isSamePlace(one[u"location"].toString(), path))
            continue;
        const QString trigger = one[u"triggerType"].toString();
        const bool isOwn = trigger == u"PERIODIC" || trigger == u"UPGRADE";
        const qint64 age = check.observedAt.toMSecsSinceEpoch() - one[u"timeStamp"].toInteger();
        if (!isOwn || age < day)
            break;
        check.verdict = Verdict::Warn;
        check.message =
            Text::tr("The operator made the savepoint itself, %n day(s) ago, and deletes such ones when they "
                     "are older than kubernetes.operator.savepoint.history.max.age (a day, unless told).",
                     nullptr, int(age / day));
        check.evidence = u"status.jobStatus.savepointInfo.savepointHistory: %1"_s.arg(trigger);
        return check;
    }
    check.message = Text::tr("Nobody deletes the savepoint it starts from, as far as is known.");
    check.evidence = base::visibleText(path);
    return check;
}

} // namespace

QList<Check> retentionOf(const Survey& survey)
{
    const QString path = sourceOf(survey);
    if (path.isEmpty() || path == manifest::lastStateMarker)
        return {};
    const Check check{u"retention"_s, Verdict::Ok, {}, {}, survey.prospect.observedAt};
    const qint64 number = checkpointNumberOf(path);
    return {number >= 0 ? ofCheckpoint(survey, number, check) : ofSavepoint(survey, path, check)};
}

} // namespace plans
