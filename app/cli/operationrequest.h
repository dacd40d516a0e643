#pragma once

#include "app/cli/routes.h"
#include "core/plans/survey.h"
#include "core/workflow/journal.h"

#include <optional>

namespace cli {

/// Where the journal of this run is: --state-dir, or the usual place.
workflow::Journal journalOf(const Session& session);

/// The one of the invocation's verb.
plans::Intent::Verb verbOf(const Session& session);

/// The place where operations act. `route` and `journal` must outlive it.
plans::Site siteOf(const ClusterRoute& route, const workflow::Journal& journal);

/// What the command line asks for. Fails the session, and answers nothing, when it cannot be.
std::optional<plans::Intent> intentOf(Session& session, const ClusterRoute& route, const workflow::Journal& journal);

} // namespace cli
