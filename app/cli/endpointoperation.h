#pragma once

#include "core/workflow/journal.h"

#include <QStringList>

namespace cli {

class Session;

/// Options that a deployment does not have.
QStringList optionsAtEndpoint(const Session& session);

/// An operation at a job of a Flink cluster without Kubernetes: NAME is its id.
void operateAtEndpoint(Session& session);
/// Goes on with one that was interrupted.
void continueAtEndpoint(Session& session, const workflow::Journal& journal, const workflow::Operation& operation);

} // namespace cli
