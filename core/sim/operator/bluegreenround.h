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

    static QString text(Colour colour);
    static Colour other(Colour colour);

    Snapshot child(Colour colour) const;
    bool isRunning(Colour colour) const;
    QString state() const { return m_status[u"blueGreenState"].toString(); }
    Colour activeColour() const;
    QString specText() const;
    bool isSpecChanged() const;
    Duration setting(const QString& key, Duration fallback) const;

    void deploy(Colour colour, const QString& savepoint);
    void startTransition(Colour from);
    void takeSavepoint(Colour from);
    void awaitSavepoint(Colour from);
    void watchTransition(Colour to);
    void abort(Colour to);
    void setState(const QString& state);
    void setJobState(const QString& state);
    void patch();
    void endRound();

    QJsonObject m_spec;
    QJsonObject m_status;
};

} // namespace sim::op
