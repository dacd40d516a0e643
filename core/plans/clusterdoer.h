#pragma once

#include "core/plans/planning.h"
#include "core/workflow/runner.h"

namespace plans {

/// Does the steps of planOf(): sends what they say, and sees what has become of them in the custom resource, in Flink's
/// REST and in the pods. The custom resource alone is never believed.
class ClusterDoer : public workflow::Doer
{
public:
    /// To go on with a plan that was written down.
    explicit ClusterDoer(Site site);
    /// For a plan that was made of this survey: it knows what is secret in the change.
    ClusterDoer(Site site, const Survey& survey);

    void look(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
              std::function<void(base::Result<workflow::Sight>)> done) override;
    void send(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
              std::function<void(base::Result<base::Ok>)> done) override;

private:
    SpecChange changeOf(const workflow::Step& step) const;

    const Site m_site;
    const SpecChange m_change; ///< empty: the steps tell
    const QJsonArray m_patch;
};

/// A container that fails to start again and again for so long does not do so by chance.
inline constexpr std::chrono::seconds lastingTrouble{90};

} // namespace plans
