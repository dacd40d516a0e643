#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

#include <malloc.h>

#ifdef __SANITIZE_ADDRESS__
/// Of the sanitizer's runtime; its header does not come with every GCC.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostGrowth = 2 * 1024 * 1024; ///< bytes in two days with 6000 checkpoints

/// Bytes that are allocated now.
qint64 heapBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return qint64(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
#endif
}

QStringList managersOf(const QJsonObject& document)
{
    QStringList managers;
    for (const QJsonValue& entry : sim::at(document, {u"metadata", u"managedFields"}).toArray()) {
        const QString door = entry.toObject()[u"subresource"_s].toString();
        managers += entry.toObject()[u"manager"_s].toString() + (door.isEmpty() ? QString() : u'/' + door);
    }
    managers.sort();
    return managers;
}

} // namespace

/// The practice cluster with its API server's rules, left to itself.
class SimLongLifeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whoWroteWhatStandsInManagedFields();
    void taskManagersAreNumberedAfterTheirPredecessors();
    void daysTakeNoMoreMemoryThanTheFirst();

private:
    support::SimStory story;
};

void SimLongLifeTest::initTestCase()
{
    support::keepClean();
    QJsonObject orders = support::SimStory::deployment(u"orders"_s, u"default"_s, u"last-state"_s);
    sim::put(orders, {u"spec", u"flinkConfiguration", u"execution.checkpointing.interval"}, u"30s"_s);
    story.create(sim::type::flinkDeployments, orders);
    QVERIFY(story.runUntilStable());
    story.world.clock.advance(5min);
}

void SimLongLifeTest::whoWroteWhatStandsInManagedFields()
{
    const QString client = u"fabric8-kubernetes-client"_s;
    QCOMPARE(managersOf(story.order()), QStringList({client, client + u"/status"_s, u"kubectl-create"_s}));
    QCOMPARE(managersOf(story.get(sim::type::deployments, u"default"_s, u"orders"_s)),
             QStringList({client, u"kube-controller-manager/status"_s}));
    QCOMPARE(managersOf(story.get(sim::type::pods, u"default"_s, story.managerPods().value(0))),
             QStringList({u"kube-controller-manager"_s, u"kubelet/status"_s}));
    QCOMPARE(managersOf(story.get(sim::type::pods, u"default"_s, u"orders-taskmanager-1-1"_s)),
             QStringList({client, u"kubelet/status"_s}));
    for (const QString& map : story.haMaps())
        QCOMPARE(managersOf(story.get(sim::type::configMaps, u"default"_s, map)), QStringList(client));
}

void SimLongLifeTest::taskManagersAreNumberedAfterTheirPredecessors()
{
    story.killPod(story.managerPods().value(0));
    story.world.clock.advance(60s);
    QVERIFY(story.runUntilStable());
    // The old one serves the new JobManager; only who is asked for from now on counts anew.
    QVERIFY(!story.get(sim::type::pods, u"default"_s, u"orders-taskmanager-1-1"_s).isEmpty());
    story.killPod(u"orders-taskmanager-1-1"_s);
    story.world.clock.advance(60s);
    QVERIFY(!story.get(sim::type::pods, u"default"_s, u"orders-taskmanager-2-1"_s).isEmpty());
    QVERIFY(story.get(sim::type::pods, u"default"_s, u"orders-taskmanager-1-1"_s).isEmpty());
}

void SimLongLifeTest::daysTakeNoMoreMemoryThanTheFirst()
{
    const auto day = [this] {
        for (int hour = 0; hour < 24; ++hour)
            story.world.clock.advance(1h);
        return heapBytes();
    };
    // By then what is kept of the past is full: watches, logs, statistics.
    const qint64 first = day();
    const qint64 second = day();
    const qint64 third = day();
    const qint64 more = third - first;
    QVERIFY2(more < mostGrowth,
             qPrintable(u"%1 KiB more, %2 of them at last"_s.arg(more / 1024).arg((third - second) / 1024)));
    QVERIFY(story.runUntilStable());
}

QTEST_GUILESS_MAIN(SimLongLifeTest)
#include "tst_simlonglife.moc"
