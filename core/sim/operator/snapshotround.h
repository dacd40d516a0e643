#pragma once

#include "core/sim/operator/round.h"

namespace sim::op {

/// One reconciliation of a FlinkStateSnapshot: triggers it, waits for it, tries again, disposes of it.
class SnapshotRound : public Round
{
public:
    SnapshotRound(Toolbox tools, Snapshot object);

protected:
    void begin() override;

private:
    struct Target
    {
        Cluster cluster;
        QString jobId;
        QString jobState;
        Configuration conf;
    };

    std::optional<Target> target() const;
    bool isSavepoint() const;
    QString state() const;
    void proceed();
    void complete(const QString& path);
    void abandon();
    void trigger(const Target& target);
    void triggered(const QString& id, const QString& problem);
    void poll(const Target& target);
    void finishPoll(const OperationResult& result, const Target& target);
    void failed(const QString& problem);
    void cleanUp();
    void disposed(const OperationResult& result);
    void refuseCleanUp(const QString& why);
    void letGo();
    void patch();
    void label();
    void note(Journal::Note::Type type, const QString& reason, const QString& message);

    QJsonObject m_spec;
    QJsonObject m_status;
};

} // namespace sim::op
