#pragma once

#include "core/sim/operator/round.h"

namespace sim::op {

/// One reconciliation of a FlinkBlueGreenDeployment: two FlinkDeployments that take turns.
class BlueGreenRound : public Round
{
public:
    BlueGreenRound(Toolbox tools, Snapshot object);

protected:
    void begin() override;

private:
    enum class Colour { Blue, Green };

    /// What an edit of the template asks for (BlueGreenDiffType).
    enum class Edit {
        None,
        Suspend,    ///< the active colour, in its place
        Resume,     ///< the same
        Redeploy,   ///< savepointRedeployNonce: the other colour, from the path that is given
        Patch,      ///< nothing that restarts a job: the active colour, in its place
        Transition, ///< the other colour, from a savepoint unless it is stateless
    };

    /// Where a colour starts from.
    enum class Start {
        AsOrdered,   ///< initialSavepointPath of the template, if it has one
        AsBefore,    ///< where that colour has started from, or the path it would be upgraded from
        FromTransit, ///< the savepoint that was taken of the other one
    };

    static QString text(Colour colour);
    static Colour other(Colour colour);

    Snapshot child(Colour colour) const;
    /// STABLE and RUNNING: only then anything is done with it that would stop a job.
    bool isReady(Colour colour) const;
    bool isSuspended(Colour colour) const;
    QString state() const { return m_status[u"blueGreenState"].toString(); }
    Colour activeColour() const;
    QJsonObject templateSpec() const;
    QString specText() const;
    Edit edit() const;
    Duration setting(const QString& key, Duration fallback) const;

    void startFirst();
    void recordSpec();
    QString savepointPath(Colour colour, Start start) const;
    void deploy(Colour colour, const QString& savepoint);
    void place(Colour colour, const QJsonObject& spec);
    void deployInPlace(Colour colour, Start start);
    void react(Colour active);
    void startTransition(Colour from);
    void takeSavepoint(Colour from);
    void awaitSavepoint(Colour from);
    void useSavepoint(Colour from);
    void watchTransition(Colour to);
    void watchReadyColour(Colour to);
    void abortIfLate(Colour to);
    /// Neither a time to give up, nor a savepoint to start from.
    void resetTransition();
    void activate(Colour colour, const QString& job);
    void fail(const QString& error);
    void setState(const QString& state);
    void setJobState(const QString& state);
    void patch();
    void endRound();

    QJsonObject m_spec;
    QJsonObject m_status;
};

} // namespace sim::op
