#pragma once

#include "ui/practice/cluster.h"

#include <QStringList>

#include <atomic>

namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using practice::Progress;

/// A practice cluster that answers what a test wants, and notes what was asked of it.
struct FakeWorld
{
    QString problem;
    QStringList begun; ///< rehearsals, in order
    QList<double> speeds;
    Progress progress;
    practice::Debrief debrief;
    std::function<void(const Progress&)> listener;
    std::atomic<int> running = 0; ///< clusters that exist now

    void clear()
    {
        problem.clear();
        begun.clear();
        speeds.clear();
        progress = {};
        debrief = {};
        listener = nullptr;
    }

    /// The fault is in the cluster since `ago`, and something was found out about it.
    void report(const Progress& changed)
    {
        progress = changed;
        if (listener)
            listener(progress);
    }
};

inline QList<practice::Scenario> fakeScenarios()
{
    return {{u"company"_s, u"A quiet day"_s, u"Nothing is wrong."_s, 1, {}, {}},
            {u"skewed-key"_s,
             u"A skewed key"_s,
             u"The dashboards of parcel-tracking are late, payments-api is fine."_s,
             2,
             {u"Look at one subtask."_s, u"Look at its key."_s},
             {{u"a-skew"_s, u"One key gets most of the records"_s}, {u"b-sink"_s, u"The sink is slow"_s}}},
            {u"bad-image"_s,
             u"An image nobody built"_s,
             u"A release went out at noon."_s,
             1,
             {u"Look at the pods."_s},
             {{u"image"_s, u"The image does not exist"_s}, {u"quota"_s, u"The quota is used up"_s}}}};
}

class FakeCluster : public practice::Cluster
{
public:
    FakeCluster(FakeWorld& world, const QString& scenario)
        : m_world(world)
    {
        ++m_world.running;
        begin(scenario);
    }
    ~FakeCluster() override { --m_world.running; }

    QString problem() const override { return m_world.problem; }
    QByteArray kubeconfig(const QStringList& taken) override
    {
        const QByteArray name = taken.contains(u"practice"_s) ? "practice-2" : "practice";
        return "apiVersion: v1\nkind: Config\nclusters:\n- name: practice\n  cluster: {server: 'https://127.0.0.1:9'}\n"
               "users:\n- name: practice\n  user: {token: t}\ncontexts:\n- name: " +
               name + "\n  context: {cluster: practice, user: practice}\ncurrent-context: " + name + '\n';
    }
    void begin(const QString& scenario) override
    {
        m_world.begun.append(scenario);
        m_world.progress = {};
        m_world.progress.scenario = scenario;
        if (scenario != u"company")
            m_world.progress.goals = {{u"A checkpoint completes"_s, false}, {u"The lag is gone"_s, false}};
    }
    void setSpeed(double speed) override { m_world.speeds.append(speed); }
    void setListener(std::function<void(const Progress&)> listener) override { m_world.listener = std::move(listener); }
    Progress progress() const override { return m_world.progress; }
    int takeHint() override
    {
        if (m_world.progress.hintsTaken == 2)
            return -1;
        return m_world.progress.hintsTaken++;
    }
    bool suspect(const QString& id) override
    {
        const bool isRight = id == u"a-skew" || id == u"image";
        m_world.progress.wrongSuspects += isRight ? 0 : 1;
        if (isRight)
            m_world.progress.detected = 3min;
        return isRight;
    }
    practice::Debrief debrief() const override { return m_world.debrief; }

private:
    FakeWorld& m_world;
};

inline practice::Source fakeSource(FakeWorld& world)
{
    return {fakeScenarios,
            [&world](const QString& scenario, double) { return std::make_unique<FakeCluster>(world, scenario); }};
}

/// The same rehearsal, as it stands some time after the fault.
inline Progress incident(Progress progress, practice::Duration since)
{
    progress.stage = Progress::Stage::Incident;
    progress.begun = practice::Instant(1h);
    progress.now = progress.begun + since;
    return progress;
}

} // namespace support
