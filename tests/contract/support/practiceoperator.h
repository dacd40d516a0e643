#pragma once

#include "core/sim/api/host.h"

#include <memory>

namespace contract {

/// A practice cluster as tests/live/cluster makes a real one: the same release of the operator with the same
/// configuration, the namespace team-a, the counting job in the image. Time runs as on the wall.
class PracticeOperator
{
public:
    PracticeOperator();
    ~PracticeOperator();
    PracticeOperator(const PracticeOperator&) = delete;
    PracticeOperator& operator=(const PracticeOperator&) = delete;

    /// Empty: it serves.
    [[nodiscard]] const QString& problem() const { return m_host->problem(); }
    /// Its context is "practice".
    [[nodiscard]] QByteArray kubeconfig() const { return m_host->kubeconfig(); }

private:
    struct Cluster;

    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<sim::Host> m_host;
};

} // namespace contract
