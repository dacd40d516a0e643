#pragma once

#include "app/cli/routes.h"
#include "core/flink/pollbudget.h"
#include "core/health/verdict.h"

#include <functional>
#include <memory>

namespace cli {

class Session;

/// Asks Flink and for the pods once about one deployment, as the window does. `done` gets the evidence with the
/// resource in it, as of now; it comes once, also when nobody answered.
void inquire(Session& session, const std::shared_ptr<ClusterRoute>& route,
             const base::Observed<std::shared_ptr<const flink::Deployment>>& resource,
             const std::shared_ptr<flink::PollBudget>& budget, std::function<void(const health::Evidence&)> done);

} // namespace cli
