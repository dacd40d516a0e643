#include "tests/live/support/cache.h"
#include "tests/live/support/dreyctl.h"
#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 60s;

bool isOnDisk(const QString& savepoint)
{
    return QFileInfo::exists(QUrl(savepoint).path() + u"/_metadata"_s);
}

} // namespace

/// dreyctl's operations at a real Flink without Kubernetes, on each version.
class LiveOperationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void initTestCase() { support::keepClean(); }
    void init();
    void cleanupTestCase() { m_clusters.clear(); }

    void aTriggerIdCountsOnce();
    void snapshotsAreMade();
    void aJobIsRescaled();
    void aJobStopsWithItsSavepoint();
    void whatWasLeftIsContinued();
    void aJobIsCancelled();

private:
    /// A job that runs with all its tasks and has a checkpoint.
    void startJob();
    QJsonObject job() { return m_cluster->rest().get(u"/jobs/"_s + m_job).json(); }
    QJsonObject checkpoints() { return m_cluster->rest().get(u"/jobs/%1/checkpoints"_s.arg(m_job)).json(); }
    live::Said ask(const QStringList& arguments) const
    {
        return m_dreyctl->ask(arguments + QStringList{u"--yes"_s, u"--endpoint"_s, m_cluster->endpoint().toString()});
    }

    std::unique_ptr<live::Dreyctl> m_dreyctl;
    std::map<QString, std::unique_ptr<live::FlinkCluster>> m_clusters; ///< by version
    std::map<QString, QString> m_jobs;                                 ///< the last one of each
    live::FlinkCluster* m_cluster = nullptr;
    QString m_job;
};

void LiveOperationsTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("Flink 1") << u"1.20.4"_s;
    QTest::newRow("Flink 2") << u"2.2.0"_s;
}

void LiveOperationsTest::init()
{
    support::keepClean();
    QFETCH_GLOBAL(const QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version, u"job-"_s + version);
    if (!m_dreyctl)
        m_dreyctl = std::make_unique<live::Dreyctl>();
    std::unique_ptr<live::FlinkCluster>& cluster = m_clusters[version];
    if (!cluster) {
        cluster = std::make_unique<live::FlinkCluster>(
            version, live::FlinkCluster::Settings{.taskSlots = 2,
                                                  .configuration = {{u"jobmanager.scheduler"_s, u"adaptive"_s}}});
        QVERIFY2(cluster->start(), qPrintable(cluster->problem()));
    }
    m_cluster = cluster.get();
    m_job = m_jobs[version];
    if (m_job.isEmpty() || job().value(u"state"_s).toString() != u"RUNNING")
        startJob();
    m_jobs[version] = m_job;
}

void LiveOperationsTest::startJob()
{
    m_job = m_cluster->runCountingJob({u"--checkpointEvery"_s, u"1000"_s}, 2);
    QVERIFY2(!m_job.isEmpty(), qPrintable(m_cluster->problem()));
    const auto isReady = [&] {
        const QJsonObject now = job();
        return now.value(u"status-counts"_s)[u"RUNNING"_s].toInt() == now.value(u"vertices"_s).toArray().size() &&
               checkpoints().value(u"counts"_s)[u"completed"_s].toInt() >= 1;
    };
    QVERIFY2(live::comesTrue(isReady, patience), qPrintable(m_cluster->taskManager().report()));
}

/// What all of it rests on.
void LiveOperationsTest::aTriggerIdCountsOnce()
{
    const QString trigger(32, u'7');
    const QString path = u"/jobs/%1/savepoints"_s.arg(m_job);
    const auto savepoints = [this] {
        int found = 0;
        for (const QJsonValue one : checkpoints().value(u"history"_s).toArray())
            found += one[u"is_savepoint"_s].toBool() ? 1 : 0;
        return found;
    };
    const int before = savepoints();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_cluster->rest().post(path, {{u"triggerId"_s, trigger}}).json().value(u"request-id"_s).toString(),
                 trigger);
    const auto isMade = [&] {
        return m_cluster->rest().get(path + u'/' + trigger).json().value(u"status"_s)[u"id"_s].toString() ==
               u"COMPLETED";
    };
    QVERIFY(live::comesTrue(isMade, patience));
    QCOMPARE(m_cluster->rest().post(path, {{u"triggerId"_s, trigger}}).status, 202);
    QVERIFY(live::comesTrue([&] { return savepoints() > before; }, patience));
    QTest::qWait(3'500); // until Flink reads its statistics anew
    QCOMPARE(savepoints(), before + 1);
}

void LiveOperationsTest::snapshotsAreMade()
{
    const live::Said plan = ask({u"savepoint"_s, m_job, u"--plan"_s});
    QVERIFY2(plan.exitCode() == 0, qPrintable(plan.report()));
    const live::Said savepoint = ask({u"savepoint"_s, m_job});
    QVERIFY2(savepoint.exitCode() == 0, qPrintable(savepoint.report()));
    QVERIFY(isOnDisk(savepoint.json.value(u"result"_s).toString()));
    const live::Said checkpoint = ask({u"checkpoint"_s, m_job});
    QVERIFY2(checkpoint.exitCode() == 0, qPrintable(checkpoint.report()));
    QCOMPARE(job().value(u"state"_s).toString(), u"RUNNING"_s);
}

void LiveOperationsTest::aJobIsRescaled()
{
    const live::Said said = ask({u"rescale"_s, m_job, u"--parallelism"_s, u"1"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    for (const QJsonValue vertex : job().value(u"vertices"_s).toArray())
        QCOMPARE(vertex[u"parallelism"_s].toInt(), 1);
    const live::Said again = ask({u"rescale"_s, m_job, u"--parallelism"_s, u"1"_s});
    QCOMPARE(again.exitCode(), 5);
}

void LiveOperationsTest::aJobStopsWithItsSavepoint()
{
    const live::Said said = ask({u"suspend"_s, m_job});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    QVERIFY(isOnDisk(said.json.value(u"result"_s).toString()));
    QCOMPARE(job().value(u"state"_s).toString(), u"FINISHED"_s);
    QCOMPARE(ask({u"suspend"_s, m_job}).exitCode(), 5);

    // The jar has been uploaded once for each job; the newest of that name is taken.
    const live::Said again = ask({u"resume"_s, m_job, u"--jar"_s, u"counting-job.jar"_s, u"--program-arg"_s,
                                  u"--checkpointEvery"_s, u"--program-arg"_s, u"1000"_s});
    QVERIFY2(again.exitCode() == 0, qPrintable(again.report()));
    m_job = again.json.value(u"facts"_s)[u"jobId"_s].toString();
    QFETCH_GLOBAL(const QString, version);
    m_jobs[version] = m_job;
    QCOMPARE(job().value(u"state"_s).toString(), u"RUNNING"_s);
    const QString restored = checkpoints().value(u"latest"_s)[u"restored"_s][u"external_path"_s].toString();
    QCOMPARE(restored, said.json.value(u"result"_s).toString());
}

void LiveOperationsTest::whatWasLeftIsContinued()
{
    const live::Said begun = ask({u"suspend"_s, m_job, u"--no-wait"_s});
    QVERIFY2(begun.exitCode() == 0, qPrintable(begun.report()));
    const QString id = begun.json.value(u"id"_s).toString();
    const live::Said said = ask({u"operations"_s, u"continue"_s, id});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    QVERIFY(isOnDisk(said.json.value(u"result"_s).toString()));
    QCOMPARE(job().value(u"state"_s).toString(), u"FINISHED"_s);
}

void LiveOperationsTest::aJobIsCancelled()
{
    const live::Said said = ask({u"delete"_s, m_job, u"--no-savepoint"_s});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    QCOMPARE(job().value(u"state"_s).toString(), u"CANCELED"_s);
}

QTEST_GUILESS_MAIN(LiveOperationsTest)
#include "tst_liveoperations.moc"
