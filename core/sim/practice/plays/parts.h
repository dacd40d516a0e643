#pragma once

#include "core/sim/practice/play.h"

namespace sim::practice {

/// Changes an object as that user with that tool would; nothing when there is none.
void change(Cluster& cluster, QStringView type, const QString& ns, const QString& name, const QString& user,
            const Objects::Edit& edit, const QString& manager = QStringLiteral("kubectl-patch"));
/// The same for a FlinkDeployment of the company.
void changeFlink(Cluster& cluster, const QString& name, const QString& user, const Objects::Edit& edit);

/// What a workload that is not Flink does.
struct Duty
{
    Duration boot = std::chrono::seconds(4);                  ///< from the start of its container
    std::function<void(const kubelet::Container&)> up = {};   ///< it has started
    std::function<void(const kubelet::Container&)> down = {}; ///< one that was up has ended
};
/// Deploys it; its programs live as long as their pods.
void deployWorkload(Cluster& cluster, const QString& ns, const QString& name, int replicas, const Duty& duty);

/// The pods of the workload, or of whatever carries that label.
std::vector<Snapshot> podsWith(const Cluster& cluster, const QString& ns, QStringView label, const QString& value);
bool isReady(const Stored& pod);

} // namespace sim::practice
