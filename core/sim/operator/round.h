#pragma once

#include "core/sim/operator/autoscaler.h"
#include "core/sim/operator/clusters.h"
#include "core/sim/operator/configuration.h"
#include "core/sim/operator/diff.h"
#include "core/sim/operator/flinkservice.h"
#include "core/sim/operator/journal.h"
#include "core/sim/operator/status.h"

namespace sim::op {

/// What every round works with; lives as long as the operator's process.
struct Toolbox
{
    World& world;
    const Settings& settings;
    FlinkService& flink;
    Clusters& clusters;
    Journal& journal;
    Chance& chance;
    /// The newest failure of each job that became an event; by job id.
    std::map<QString, qint64>& seenFailures;
    /// What the autoscaler collected; by the resource's uid.
    std::map<QString, AutoscalerMemory>& autoscalers;
};

/// When a resource is looked at again.
struct Next
{
    enum class When {
        After, ///< so much later, or as soon as something happens to it
        Retry, ///< an unexpected error: after a pause that grows
        Never, ///< it is gone, or only an event can change anything
    };

    When when = When::Never;
    Duration pause{0};
};

/// One reconciliation of one resource, from looking to writing its status. It works with the object as it was at the
/// start and waits for clusters by the clock. Dropping it is what a killed process does: nothing more happens.
class Round : public std::enable_shared_from_this<Round>
{
public:
    using Done = std::function<void(const Next&)>;

    Round(Toolbox tools, Snapshot object);
    virtual ~Round() = default;
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    /// `done` is called once, never before this returns.
    void run(Done done);

protected:
    virtual void begin() = 0;
    void finish(const Next& next);

    /// The same function, which does nothing once the round is dropped. It needs no API server: what it reads, caches
    /// hold.
    template <typename Function>
    auto guardedRead(Function function)
    {
        return [weak = weak_from_this(), function = std::move(function)](auto&&... values) {
            if (const auto alive = weak.lock())
                function(std::forward<decltype(values)>(values)...);
        };
    }
    /// The same, which also waits while the API server hangs.
    template <typename Function>
    auto guarded(Function function)
    {
        return [weak = weak_from_this(), objects = &m_tools.world.objects,
                function = std::move(function)](auto&&... values) {
            if (weak.expired())
                return;
            if (!objects->isFrozen()) {
                const auto alive = weak.lock();
                function(std::forward<decltype(values)>(values)...);
                return;
            }
            objects->whenServed([weak, function, ... kept = std::decay_t<decltype(values)>(values)] {
                if (const auto alive = weak.lock())
                    function(kept...);
            });
        };
    }
    /// A moment later, so that others see what was written until now.
    void then(std::function<void()> step);

    const Toolbox& tools() const { return m_tools; }
    const Snapshot& object() const { return m_object; }
    Journal::Subject subject() const { return Journal::Subject::of(*m_object); }
    Release release() const { return m_tools.settings.release; }
    Instant now() const { return m_tools.world.clock.now(); }
    qint64 nowMs() const { return now().time_since_epoch().count(); }
    /// `change` is what is written together with it.
    bool addFinalizer(QStringView type, const QString& finalizer,
                      const std::function<void(QJsonObject& document)>& change = {});
    void removeFinalizer(QStringView type, const QString& finalizer);

private:
    Toolbox m_tools;
    Snapshot m_object;
    Done m_done;
};

} // namespace sim::op
