#pragma once

#include "core/flink/connection.h"
#include "core/kube/access.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <memory>

namespace contract {

/// What becomes of each FlinkDeployment and FlinkSessionJob of a cluster, as the product hears it: every state once,
/// when it is told.
class Diary : public QObject
{
    Q_OBJECT

public:
    /// Opens a connection of its own.
    explicit Diary(const kube::ContextAccess& access);
    ~Diary() override;

    /// The story begins now: what was before counts as the first state.
    void begin();
    /// Of the object of that name since then: lifecycle, JobManager (not of a session job), job (not of a session
    /// cluster) and reconciliation with
    /// '/' between them; "gone". None twice in a row.
    [[nodiscard]] QStringList states(const QString& name) const { return m_states.value(name); }
    /// The last of them; empty: it was never there.
    [[nodiscard]] QString now(const QString& name) const { return states(name).value(states(name).size() - 1); }
    /// The messages of status.error of all objects, each once, without what differs from cluster to cluster.
    [[nodiscard]] QStringList errors() const;
    /// With times, for a test's log.
    [[nodiscard]] QString report() const { return m_report.join(u'\n'); }

private:
    void look();
    void note(const QString& name, const flink::OperatorStatus& status, const QString& state);

    std::unique_ptr<flink::Connection> m_connection;
    QElapsedTimer m_timer;
    QMap<QString, QStringList> m_states;
    QStringList m_errors;
    QStringList m_report;
};

/// `text` with the parts that are each cluster's own (ids, times, generated names) replaced by words.
[[nodiscard]] QString withoutChance(QString text);

} // namespace contract
