#pragma once

#include "core/manifest/liveobject.h"

namespace plans {

/// The two FlinkDeployments of a FlinkBlueGreenDeployment, by what its status says (FlinkBlueGreenDeploymentState).
struct Colours
{
    QString active; ///< name of the one that has the traffic; empty: neither has yet
    QString other;  ///< name of the one that comes next, or is coming
    bool isInTransition = false;

    friend bool operator==(const Colours&, const Colours&) = default;
};

Colours coloursOf(const manifest::LiveObject& object);
/// "ACTIVE_GREEN" of the FlinkDeployment "orders-green".
QString stateOfColour(QStringView prefix, const QString& name);
/// Whether the operator has given a transition up; its error tells why.
bool isGivenUp(const manifest::LiveObject& object);

} // namespace plans
