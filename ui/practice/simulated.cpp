#include "core/sim/practice/practice.h"

#include "ui/practice/cluster.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

sim::HostOptions optionsFor(double speed)
{
    sim::HostOptions options;
    options.speed = speed;
    return options;
}

class SimulatedCluster : public Cluster
{
public:
    SimulatedCluster(const QString& scenario, double speed)
        : m_practice(optionsFor(speed), scenario)
    {
    }

    QString problem() const override { return m_practice.problem(); }

    QByteArray kubeconfig(const QStringList& taken) override
    {
        const sim::Host& host = m_practice.host();
        QList<sim::KubeconfigContext> contexts = host.contexts();
        for (sim::KubeconfigContext& context : contexts) {
            const QString plain = context.name;
            for (int number = 2; taken.contains(context.name); ++number)
                context.name = u"%1-%2"_s.arg(plain).arg(number);
        }
        return sim::kubeconfigText(host.server(), host.authority(), contexts);
    }

    void begin(const QString& scenario) override { m_practice.begin(scenario); }
    void setSpeed(double speed) override { m_practice.host().setSpeed(speed); }
    void setListener(std::function<void(const Progress&)> listener) override
    {
        m_practice.setListener(std::move(listener));
    }
    Progress progress() const override { return m_practice.progress(); }
    int takeHint() override { return m_practice.takeHint(); }
    bool suspect(const QString& id) override { return m_practice.suspect(id); }
    Debrief debrief() const override { return m_practice.debrief(); }

private:
    sim::practice::Practice m_practice;
};

} // namespace

Source simulated()
{
    return {sim::practice::scenarios,
            [](const QString& scenario, double speed) { return std::make_unique<SimulatedCluster>(scenario, speed); }};
}

} // namespace practice
