#pragma once

#include "core/flink/connection.h"
#include "core/health/inquiry.h"

#include <QStringList>

#include <memory>

namespace live {

/// A deployment as a row of the fleet and its page have it: watched, asked and judged by the product's own code.
class Observation
{
public:
    /// Opens a connection of its own.
    Observation(const kube::ContextAccess& access, kube::ObjectKey deployment);
    Q_DISABLE_COPY_MOVE(Observation)
    ~Observation();

    [[nodiscard]] flink::Connection& connection() const { return *m_connection; }
    [[nodiscard]] const flink::ClusterView& flink() const { return m_inquiry->observer()->view(); }
    /// Null: it is not there.
    [[nodiscard]] std::shared_ptr<const flink::Deployment> resource() const;
    [[nodiscard]] health::Verdict verdict() const;
    /// Healthy, and everybody was heard.
    [[nodiscard]] bool isWell() const;
    /// Lifecycle, JobManager and job in the operator's words, with '/' between them; empty: it is not there.
    [[nodiscard]] QString operatorWords() const;
    /// What the verdict says, and each of its reasons, a line each.
    [[nodiscard]] QString verdictWords() const;
    /// The operator's words and the verdict over all.
    [[nodiscard]] QString row() const;
    [[nodiscard]] QString jobId() const;
    [[nodiscard]] flink::CheckpointCounts checkpoints() const;
    /// The names of the pods of a component (jobmanager, taskmanager).
    [[nodiscard]] QStringList podsOf(const QString& component) const;

private:
    kube::ObjectKey m_key;
    std::unique_ptr<flink::Connection> m_connection;
    std::unique_ptr<health::Inquiry> m_inquiry;
    std::shared_ptr<kube::Store<flink::Pod>> m_pods;
};

} // namespace live
