#pragma once

#include "tests/live/support/clusterscene.h"
#include "tests/live/support/faults.h"

#include <QObject>

#include <memory>

namespace live {

/// What test programs have in common that tell stories of the deployment team-a/orders in a cluster of their own: each
/// test function begins when it is well, and its trail ends up in the log.
class ClusterStory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

protected:
    /// Parts of the cache a program needs beside those of the cluster.
    [[nodiscard]] virtual QStringList extraParts() const { return {}; }
    /// Whether the test function that runs now is about the deployment at all.
    [[nodiscard]] virtual bool isAboutTheDeployment() const { return true; }

    [[nodiscard]] const ClusterScene& scene() const { return *m_scene; }
    [[nodiscard]] const Observation& seen() const { return m_scene->seen(); }
    [[nodiscard]] const Faults& faults() const { return *m_faults; }
    [[nodiscard]] const Trail& trail() const { return *m_trail; } ///< since the test function began
    [[nodiscard]] const QString& jobBefore() const { return m_jobBefore; }
    [[nodiscard]] bool isBroken() const { return seen().verdict().health == base::Health::Broken; }
    /// Says what is seen, and when.
    void note(const char* what) const;
    /// Kills the JobManager and damages what its successor starts from. The operator must not run: it would be quicker.
    [[nodiscard]] bool restartOnDamagedCheckpoint() const;
    /// Begins anew, without any state.
    void makeAnew() const;
    /// Waits until the job goes on where it was when the test function began.
    [[nodiscard]] bool hasKeptItsState() const;

    Counting countedBefore; ///< what the job had counted when the test function began

private:
    std::unique_ptr<ClusterScene> m_scene;
    std::unique_ptr<Faults> m_faults;
    std::unique_ptr<Trail> m_trail;
    QString m_jobBefore;
};

} // namespace live
