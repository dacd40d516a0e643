#pragma once

#include "core/sim/practice/practice.h"
#include "tests/support/sampleserver.h"

#include <memory>
#include <vector>

namespace tour {

/// What the tour looks at: three practice clusters under the names a company would give its own, one that cannot be
/// reached, and a Flink without Kubernetes. The window does not know that the three are practice.
class World
{
public:
    /// Starts them and writes the kubeconfig. What went wrong; empty: nothing did.
    QString begin(const QString& kubeconfig);
    QUrl flinkAddress() const { return m_flink.flinkAddress(); }

private:
    std::vector<std::unique_ptr<sim::practice::Practice>> m_clusters;
    support::SampleServer m_flink;
};

} // namespace tour
