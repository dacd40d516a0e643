#include "core/health/restore.h"
#include "tests/support/evidence.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using flink::HaPointer;
using Outlook = health::RestoreOutlook::Verdict;

namespace {

struct Scene
{
    health::Evidence evidence;
    base::Observed<QList<HaPointer>> ha;

    void flinkCompleted(int secondsAgo)
    {
        flink::JobOverview job;
        job.id = (*evidence.resource.value)->status.jobId;
        job.state = u"RUNNING"_s;
        evidence.jobs.succeed({job}, evidence.now);
        flink::CheckpointHistory history;
        if (secondsAgo >= 0) {
            flink::Checkpoint done;
            done.id = 12;
            done.status = u"COMPLETED"_s;
            done.latestAckAt = evidence.now.addSecs(-secondsAgo);
            done.externalPath = u"file:/state/chk-12"_s;
            history.latestCompleted = done;
        }
        evidence.checkpoints.succeed(history, evidence.now);
    }
};

using Change = std::function<void(Scene&)>;

} // namespace

class TestRestore : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void saysWhatAJobWouldRestoreFrom_data();
    void saysWhatAJobWouldRestoreFrom();
};

void TestRestore::saysWhatAJobWouldRestoreFrom_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Outlook>("verdict");
    QTest::addColumn<QString>("path");
    const QString stable = u"cr/01-stable"_s, gone = u"faults/04-deployment-and-ha-deleted/02-cr-error"_s;
    const auto completed = [](int secondsAgo) {
        return Change([=](Scene& scene) { scene.flinkCompleted(secondsAgo); });
    };
    const auto pointer = Change([](Scene& scene) {
        scene.ha.succeed({{u"checkpointID-12"_s, 12}, {u"checkpointID-13"_s, 13}}, scene.evidence.now);
    });
    const auto nothing = Change([](Scene&) {});
    QTest::newRow("a checkpoint of just now") << stable << completed(10) << Outlook::Ready << u"file:/state/chk-12"_s;
    QTest::newRow("ten minutes old") << stable << completed(600) << Outlook::Stale << u"file:/state/chk-12"_s;
    QTest::newRow("two hours old") << stable << completed(7200) << Outlook::AtRisk << u"file:/state/chk-12"_s;
    QTest::newRow("none completed yet") << stable << completed(-1) << Outlook::AtRisk << QString();
    QTest::newRow("only the pointer of high availability") << stable << pointer << Outlook::Ready << QString();
    QTest::newRow("nobody tells") << stable << nothing << Outlook::Unknown << QString();
    QTest::newRow("the operator finds nothing") << gone << nothing << Outlook::Impossible << QString();
    QTest::newRow("operator 1.7 finds nothing") << gone << Change([](Scene& scene) {
        support::evidence::changeResource(scene.evidence, [](flink::Deployment& resource) {
            resource.status.error->message.replace(u"is not available"_s, u"not available"_s);
        });
    }) << Outlook::Impossible << QString();
    QTest::newRow("a failed job remembers its last path")
        << u"faults/01-taskmanager-killed-no-restart/03-cr-failed"_s << nothing << Outlook::Ready
        << u"file:/flink-data/orders/ckpt/32d100e0f9d6c8f4269a5ee37aafced3/chk-12"_s;
    QTest::newRow("unreadable") << stable << Change([](Scene& scene) { scene.evidence.resource = {}; })
                                << Outlook::Unknown << QString();
    QTest::newRow("a stateless job, whatever it has completed") << stable << Change([](Scene& scene) {
        scene.flinkCompleted(10);
        support::evidence::changeResource(
            scene.evidence, [](flink::Deployment& resource) { resource.job->upgradeMode = u"stateless"_s; });
    }) << Outlook::Impossible << QString();
    QTest::newRow("a session cluster") << u"faults/19-session-jm-restart/06-cr-55s"_s << nothing << Outlook::Unknown
                                       << QString();
}

void TestRestore::saysWhatAJobWouldRestoreFrom()
{
    QFETCH(QString, resource);
    QFETCH(Change, change);
    QFETCH(Outlook, verdict);
    QFETCH(QString, path);
    const auto decoded = flink::decodeDeployment(support::recording(resource));
    QVERIFY(bool(decoded));
    Scene scene;
    scene.evidence.now = std::max(decoded->status.reconciledAt, decoded->status.updateTime).addSecs(300);
    scene.evidence.resource.succeed(std::make_shared<const flink::Deployment>(*decoded), scene.evidence.now);
    change(scene);
    const health::RestoreOutlook outlook = health::restoreOutlook(scene.evidence, scene.ha);
    QVERIFY2(outlook.verdict == verdict, qPrintable(outlook.reason));
    QCOMPARE(outlook.path, path);
    QVERIFY(!outlook.reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
