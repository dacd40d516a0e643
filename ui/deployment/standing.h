#pragma once

#include "core/plans/intent.h"
#include "ui/deployment/subject.h"

namespace deployment {

/// What has to be known of an object to say whether something can be done to it.
struct Standing
{
    enum class Presence {
        Unknown, ///< nothing is known of it yet
        Here,
        Going, ///< it is being deleted
        Gone,
    };

    QString kind = QStringLiteral("FlinkDeployment"); ///< or "FlinkSessionJob", plans::flinkJobKind
    Presence presence = Presence::Unknown;
    bool isProtected = false; ///< its context takes no change
    bool hasJob = false;
    bool isSuspended = false; ///< as its spec has it
    bool isBroken = false;    ///< its job needs somebody
    bool isColour = false;    ///< of a FlinkBlueGreenDeployment, which its changes belong to

    friend bool operator==(const Standing&, const Standing&) = default;
};

Standing standingOf(const Subject& subject);
/// Of a session job at the subject's cluster; null: none is chosen.
Standing standingOf(const flink::SessionJob* job, const Subject& subject);

/// Of a job at a bare Flink endpoint; null: none is chosen.
Standing standingOf(const flink::JobOverview* job, const Subject& subject);

/// Translated: why this cannot be done now, in a sentence; empty: it can be planned.
QString obstacleTo(plans::Intent::Verb verb, const Standing& standing);

} // namespace deployment
