#pragma once

#include "core/plans/flinkplan.h"
#include "core/workflow/runner.h"

namespace plans {

/// Does the steps of a plan for a job of a Flink cluster without Kubernetes, and sees what has become of them: in what
/// Flink tells of the request, in the state of the job, and in its statistics of checkpoints.
class FlinkDoer : public workflow::Doer
{
public:
    /// To go on with a plan that was written down.
    explicit FlinkDoer(FlinkSite site);
    /// For a plan that was made of this survey: it knows what the program is told.
    FlinkDoer(FlinkSite site, const FlinkSurvey& survey);

    void look(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
              std::function<void(base::Result<workflow::Sight>)> done) override;
    void send(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
              std::function<void(base::Result<base::Ok>)> done) override;

private:
    const FlinkSite m_site;
    const QStringList m_arguments; ///< of the program
};

} // namespace plans
