#pragma once

#include "core/manifest/ownership.h"
#include "core/manifest/upgrade.h"

#include <optional>

namespace manifest {

/// What is known of an edit before it is applied.
struct EffectQuestion
{
    QJsonObject edited;              ///< the document, or what a dry run says would become of it
    std::optional<QJsonObject> live; ///< as the API server holds it; nothing: it does not
    Surroundings around;
    QString refusal; ///< why the server or the operator's validator would not take it, safe to show; empty: it would
};

/// What applying a manifest does.
struct Effect
{
    enum class Size { None, Ignore, Scale, Upgrade, Redeploy, Create };

    Subject::Kind kind = Subject::Kind::Other;
    QString nameSpace, name;
    Size size = Size::None;
    QList<Change> changes; ///< against what the operator took up last
    Decision decision;
    QList<Keeper> keepers;
    /// The operator has not got hold of the object's present state: it says what is wrong, or is at it.
    bool isBehind = false;
    QString operatorError;   ///< as it came; empty: none
    QStringList sessionJobs; ///< that run in a session cluster
    QString refusal;         ///< safe to show; empty: it would be taken

    friend bool operator==(const Effect&, const Effect&) = default;
};

/// Pure. Of the operator's four kinds; of anything else Size::None.
Effect effectOf(const EffectQuestion& question);

/// Why the operator does that, and what it comes to; whole sentences.
QString reasonText(const Effect& effect);
/// What is lost if it goes wrong; empty: nothing is at stake.
QString riskText(const Effect& effect);
/// What the answer hangs on and nobody knows; one sentence each.
QStringList doubtTexts(const Effect& effect);
/// "upgrade", …: a word for a badge.
QString sizeText(Effect::Size size);
/// "stopWithSavepoint", "cancelKeepHa", "cancelLastCheckpoint", "stateless", "wait", "refused"; empty: the job is not
/// stopped.
QString wayWord(Decision::Way way);
/// "UPGRADE", …: the operator's own words.
QString classWord(ChangeClass weight);
/// What it starts from: "a savepoint made on the way", "checkpoint s3://…"; empty: it starts empty, or not at all.
QString restoreText(const Effect& effect);

} // namespace manifest
