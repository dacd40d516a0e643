#pragma once

#include "core/plans/survey.h"

namespace plans {

/// What will be done about an intent, step by step, by what was surveyed. Pure but for the names it gives to what it
/// will make. Free of secrets; ClusterDoer is given the change itself, with them.
workflow::Plan planOf(const Survey& survey, const Site& site);

/// Translated: what is done to what is called `name`.
QString titleOf(Intent::Verb verb, const QString& name);

/// What ClusterDoer knows steps by.
namespace stepkind {

inline constexpr QStringView changeSpec = u"change-spec";         ///< the object says it
inline constexpr QStringView takenUp = u"taken-up";               ///< the operator has
inline constexpr QStringView suspended = u"suspended";            ///< nothing runs any more
inline constexpr QStringView running = u"running";                ///< a new run, with all its tasks
inline constexpr QStringView sessionReady = u"session-ready";     ///< a session cluster answers
inline constexpr QStringView restored = u"restored";              ///< from what was planned
inline constexpr QStringView checkpointed = u"checkpointed";      ///< the new run has completed a checkpoint
inline constexpr QStringView settled = u"settled";                ///< and has not restarted for a while
inline constexpr QStringView createSnapshot = u"create-snapshot"; ///< a FlinkStateSnapshot is there
inline constexpr QStringView snapshotMade = u"snapshot-made";     ///< and has been completed
inline constexpr QStringView savepointMade = u"savepoint-made";   ///< the same, asked for by nonce
inline constexpr QStringView checkpointMade = u"checkpoint-made"; ///< the same of a checkpoint
inline constexpr QStringView deleteObject = u"delete-object";
inline constexpr QStringView gone = u"gone";                   ///< with its pods; a session job with its job
inline constexpr QStringView transitioning = u"transitioning"; ///< of blue and green: the other colour comes
inline constexpr QStringView colourGone = u"colour-gone";      ///< and the one before it is gone
inline constexpr QStringView createObject = u"create-object";  ///< it is there again

} // namespace stepkind

} // namespace plans
