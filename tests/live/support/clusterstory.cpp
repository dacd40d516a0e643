#include "tests/live/support/clusterstory.h"

#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace live {

void ClusterStory::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    DREY_NOT_RUN_IF(cache::missing(extraParts()));
    m_scene = std::make_unique<ClusterScene>(kube::ObjectKey{u"team-a"_s, u"orders"_s});
    QVERIFY2(m_scene->raise(), qPrintable(m_scene->problem()));
    m_faults = std::make_unique<Faults>(*m_scene);
    QVERIFY(m_scene->apply(u"orders"_s));
}

void ClusterStory::init()
{
    support::keepClean();
    if (!isAboutTheDeployment())
        return;
    QVERIFY(m_scene->becomesWell());
    const auto counted = m_scene->counting();
    QVERIFY(counted);
    countedBefore = *counted;
    m_jobBefore = seen().jobId();
    m_trail = std::make_unique<Trail>(seen());
}

/// What a test function has broken it has mended, unless it failed: the next begins with a cluster that is whole.
void ClusterStory::cleanup()
{
    if (m_trail)
        qInfo("%s\nat its end: %s", qPrintable(m_trail->report()), qPrintable(seen().row()));
    m_trail.reset();
    if (QTest::currentTestFailed() && isAboutTheDeployment())
        makeAnew();
}

void ClusterStory::makeAnew() const
{
    const Trail since(seen());
    QVERIFY(m_scene->kubectl({u"delete"_s, u"flinkdeployment"_s, u"orders"_s, u"--ignore-not-found"_s}));
    QVERIFY(m_scene->apply(u"orders"_s));
    QVERIFY(m_scene->becomesWell(&since));
}

void ClusterStory::cleanupTestCase()
{
    m_faults.reset();
    m_scene.reset();
}

void ClusterStory::note(const char* what) const
{
    qInfo("%4lld s  %s: %s\n%s", m_trail->seconds(), what, qPrintable(seen().row()), qPrintable(seen().verdictWords()));
}

bool ClusterStory::restartOnDamagedCheckpoint() const
{
    const QStringList before = seen().podsOf(u"jobmanager"_s);
    if (!m_faults->killJobManager())
        return false;
    // It completes one checkpoint a second until it is gone, which is after its successor is there; that one reads them
    // seconds after it was made.
    const auto hasSuccessor = [&] {
        const QStringList now = seen().podsOf(u"jobmanager"_s);
        return !now.isEmpty() && now != before;
    };
    if (!comesTrue(hasSuccessor, PodCluster::soon))
        return false;
    constexpr int times = 4, apart = 600; // ms
    bool isDamaged = m_faults->damageNewestCheckpoint();
    for (int i = 1; i < times; ++i) {
        QTest::qWait(apart);
        isDamaged = m_faults->damageNewestCheckpoint() || isDamaged;
    }
    return isDamaged;
}

bool ClusterStory::hasKeptItsState() const
{
    const auto goesOn = [this] {
        const auto counted = m_scene->counting();
        return counted && counted->isSequelOf(countedBefore);
    };
    return comesTrue(goesOn, PodCluster::soon);
}

} // namespace live
