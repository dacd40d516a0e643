#include "tests/support/evidence.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace support::evidence;
using base::Health;
using health::Source;

namespace {

void deletedNow(Evidence& evidence)
{
    changeResource(evidence, [&](Deployment& resource) { resource.metadata.deletedAt = evidence.now; });
}

} // namespace

/// How well a deployment is said to be, whoever contradicts whom.
class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void judgesWhatAnOperatorWasSeenToReport_data();
    void judgesWhatAnOperatorWasSeenToReport();
    void believesFlinkBeforeTheSampleOfTheOperator();
    void believesThePodsWhereTheOperatorStillSaysReady();
    void judgesByTheJobItsOperatorNames();
    void judgesABareEndpointByItsJobs_data();
    void judgesABareEndpointByItsJobs();
    void judgesTheJobThatGoesOnWhereAnOldOneFailed();
    void neverCallsASlowCheckpointLateBeforeItsOwnPace();
};

void TestVerdict::judgesWhatAnOperatorWasSeenToReport_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QList<Change>>("others");
    QTest::addColumn<Health>("expected");
    QTest::addColumn<QString>("summary"); // a part of it
    using Changes = QList<Change>;
    const auto row = [](const char* name, const QString& resource, int later, const Changes& others, Health expected,
                        const char* summary) {
        QTest::newRow(name) << resource << later << others << expected << QString::fromLatin1(summary);
    };

    row("stable, by all sources", stable, 200, {flinkSays(u"RUNNING"_s, 6, 6), pods(), checkpoints(3, 0)},
        Health::Healthy, "its checkpoints complete");
    row("stable, by the operator alone", stable, 200, {}, Health::Healthy, "was not asked");
    row("first checkpoints fail while tasks start", stable, 20,
        {flinkSays(u"RUNNING"_s, 6, 6, 10), pods(),
         [](Evidence& e) {
             checkpoints(-1, 2)(e);
             (*e.jobs.value)[0].startTime = e.now.addSecs(-12);
         }},
        Health::Healthy, "The job runs.");
    row("restarting", stable, 200, {flinkSays(u"RESTARTING"_s, 0, 6), pods(), restarts(1)}, Health::AtRisk,
        "is restarting");
    row("restart loop", stable, 200, {flinkSays(u"RESTARTING"_s, 0, 6), pods(), restarts(17)}, Health::Broken,
        "again and again");
    row("01 running, but a task is gone and restarts are counted", stable, 200,
        {flinkSays(u"RUNNING"_s, 3, 6, 3), pods(), restarts(1)}, Health::AtRisk, "restarting");
    row("01 no restart strategy: failed", fault("01-taskmanager-killed-no-restart/03-cr-failed"), 1, {pods()},
        Health::Broken, "has failed");
    row("02 JobManager deleted, operator has not noticed, Flink silent, no pods",
        fault("02-jobmanager-deployment-deleted/03-cr-14s"), 200, {flinkIsSilent(base::Error::Kind::Server), noPods()},
        Health::Broken, "no JobManager pod");
    row("02 the same without the right to see pods", fault("02-jobmanager-deployment-deleted/03-cr-14s"), 200,
        {flinkIsSilent(base::Error::Kind::Server)}, Health::Unknown, "does not answer");
    row("Flink answers although no pod wears the usual labels", stable, 200,
        {flinkSays(u"RUNNING"_s, 6, 6), noPods(), checkpoints(3, 0)}, Health::Healthy, "its checkpoints complete");
    row("02 JobManager missing", fault("02-jobmanager-deployment-deleted/07-cr-missing"), 200, {}, Health::Broken,
        "is missing");
    row("03 JobManager pod killed: ready for the operator, starting for the pods",
        fault("03-jobmanager-pod-killed/02-cr-5s"), 200,
        {flinkIsSilent(base::Error::Kind::Server),
         pods([](Evidence&, Pod& jobManager, Pod&) { jobManager.containers[0].ready = false; })},
        Health::Changing, "starting again");
    row("03 sampled as created although stable", fault("03-jobmanager-pod-killed/05-cr-20s"), 200, {}, Health::AtRisk,
        "by the operator's last sample");
    row("04 nothing to restore from", fault("04-deployment-and-ha-deleted/02-cr-error"), 5, {noPods()}, Health::Broken,
        "is missing");
    row("05 bad upgrade crash-loops, by the operator", fault("05-bad-upgrade-savepoint/03-cr-bad-45s"), 45, {},
        Health::Broken, "does not start");
    row("05 bad upgrade crash-loops, by the pods", fault("05-bad-upgrade-savepoint/03-cr-bad-45s"), 45,
        {pods([](Evidence&, Pod& jobManager, Pod&) {
            jobManager.containers[0].ready = false;
            jobManager.containers[0].waitingReason = u"CrashLoopBackOff"_s;
        })},
        Health::Broken, "crashes again and again");
    row("06 rolling back", fault("06-rollback/02-cr-rolling-back"), 2, {}, Health::Changing, "going back");
    row("06 rolled back and running", fault("06-rollback/05-cr-rolled-back-running"), 60,
        {flinkSays(u"RUNNING"_s, 4, 4), pods()}, Health::AtRisk, "Rolled back");
    row("07 wrong image", fault("07-wrong-image/01-cr-12s"), 12, {}, Health::Broken, "does not start");
    row("07 wrong image, by the pods", fault("07-wrong-image/01-cr-12s"), 12,
        {pods([](Evidence&, Pod& jobManager, Pod&) {
            jobManager.containers[0].ready = false;
            jobManager.containers[0].waitingReason = u"ErrImagePull"_s;
        })},
        Health::Broken, "cannot be pulled");
    row("08 TaskManager unschedulable: only pods and tasks tell", fault("08-unschedulable/01-cr-tm-cpu-64"), 90,
        {flinkSays(u"RUNNING"_s, 0, 4, 80), pods([](Evidence&, Pod&, Pod& taskManager) {
             taskManager.containers.clear();
             taskManager.unschedulable = u"0/1 nodes are available: 1 Insufficient cpu."_s;
         })},
        Health::Broken, "No node has room");
    row("08 the same within its first minute", fault("08-unschedulable/01-cr-tm-cpu-64"), 20,
        {flinkSays(u"RUNNING"_s, 0, 4, 15)}, Health::Changing, "starting");
    row("08 JobManager unschedulable", fault("08-unschedulable/05-cr-jm-cpu-64"), 90,
        {pods([](Evidence&, Pod& jobManager, Pod&) {
            jobManager.containers.clear();
            jobManager.unschedulable = u"0/1 nodes are available: 1 Insufficient cpu."_s;
        })},
        Health::Broken, "No node has room for the JobManager");
    row("09 quota refuses TaskManagers: no pod, no event", stable, 300,
        {flinkSays(u"RUNNING"_s, 0, 4, 120), pods([](Evidence& e, Pod&, Pod& t) { t.metadata.deletedAt = e.now; })},
        Health::Broken, "waits for its tasks");
    row("09 quota refuses the JobManager", fault("09-resource-quota/06-cr-quota-0"), 30, {noPods()}, Health::Broken,
        "does not start");
    row("10 checkpoints fail, the operator calls it stable",
        fault("10-checkpoint-and-savepoint-failing/06-cr-after-restarts"), 200,
        {flinkSays(u"RUNNING"_s, 4, 4), pods(), checkpoints(40, 6)}, Health::AtRisk, "checkpoint(s) failed");
    row("10 the savepoint of an upgrade fails for ever", fault("10-checkpoint-and-savepoint-failing/14-cr-upgrade-40s"),
        200, {flinkSays(u"RUNNING"_s, 4, 4), pods(), checkpoints(3, 0)}, Health::AtRisk,
        "newest change is not in effect");
    row("11 killed for memory, pods are gone already", fault("11-oomkilled/05-cr-75s"), 5,
        {flinkSays(u"RESTARTING"_s, 0, 4), pods(), outOfMemoryException()}, Health::Broken, "run out of memory");
    row("11 killed for memory, caught in the act", fault("11-oomkilled/05-cr-75s"), 5,
        {flinkSays(u"RESTARTING"_s, 0, 4), pods([](Evidence& e, Pod&, Pod& taskManager) {
             taskManager.containers[0].lastEndReason = u"OOMKilled"_s;
             taskManager.containers[0].lastExitCode = 137;
             taskManager.containers[0].lastEndAt = e.now.addSecs(-2);
         })},
        Health::Broken, "ran out of memory");
    row("14 suspended on purpose", fault("14-suspend-resume/01-cr-suspended-last-state"), 900,
        {noPods(), flinkIsSilent(base::Error::Kind::NotFound)}, Health::Suspended, "on purpose");
    row("15 no checkpoint completes and none fails", stable, 200,
        {flinkSays(u"RUNNING"_s, 6, 6), pods(), checkpoints(150, 0)}, Health::AtRisk,
        "The last checkpoint completed 2 min 30 s ago");
    row("15 no checkpoint since the start", stable, 400, {flinkSays(u"RUNNING"_s, 6, 6), pods(), checkpoints(-1, 0)},
        Health::AtRisk, "since the job started");
    row("16 operator away: frozen while the job runs", fault("16-operator-stopped/03-cr-operator-down-60s"), 60,
        {flinkSays(u"RUNNING"_s, 4, 4), pods(), checkpoints(3, 0)}, Health::Changing, "not taken up");
    row("18 cancelled behind the back, stuck", fault("18-behind-the-back/02-cr-cancelled-25s"), 25, {noPods()},
        Health::Broken, "cannot bring the new spec into effect");
    row("18 stopped behind the back", fault("18-behind-the-back/06-cr-stopped"), 200,
        {flinkSays(u"FINISHED"_s, 0, 4), pods(), checkpoints(90, 0)}, Health::AtRisk, "has finished, although");
    row("a batch job that is done", fault("18-behind-the-back/06-cr-stopped"), 200, {}, Health::Healthy,
        "has finished");
    row("19 session cluster without its jobs", fault("19-session-jm-restart/06-cr-55s"), 200, {flinkHasNoJob(), pods()},
        Health::Healthy, "session cluster is ready");
    row("Flink answers without the job", stable, 300, {flinkHasNoJob(), pods()}, Health::Broken,
        "knows nothing of the job");
    const auto hasBegunAgain = [](int secondsAgo) {
        return pods([=](Evidence& e, Pod& jobManager, Pod&) {
            jobManager.containers[0].restarts = 1;
            jobManager.containers[0].lastExitCode = 2;
            jobManager.containers[0].startedAt = e.now.addSecs(-secondsAgo);
        });
    };
    const Change deploying = [](Evidence& e) {
        changeResource(e, [](Deployment& resource) { resource.status.lifecycleState = u"DEPLOYED"_s; });
    };
    row("a snapshot that cannot be read: the second JobManager has no job", stable, 300,
        {deploying, flinkHasNoJob(), hasBegunAgain(40)}, Health::Broken, "runs without the job");
    row("a JobManager that has just begun again", stable, 20, {deploying, flinkHasNoJob(), hasBegunAgain(10)},
        Health::Changing, "is starting");
    row("to be resumed, and the operator has not heard of it", u"operator-1.7.0/suspended"_s, 1,
        {flinkSays(u"FINISHED"_s, 0, 4),
         [](Evidence& e) {
             changeResource(e, [](Deployment& resource) {
                 resource.job->state = u"running"_s;
                 resource.metadata.generation += 1;
             });
         }},
        Health::Changing, "not taken up");
    row("being deleted", stable, 300, {deletedNow, noPods()}, Health::Changing, "being deleted");
}

void TestVerdict::judgesWhatAnOperatorWasSeenToReport()
{
    QFETCH(QString, resource);
    QFETCH(int, secondsLater);
    QFETCH(QList<Change>, others);
    QFETCH(Health, expected);
    QFETCH(QString, summary);

    Evidence evidence = seen(resource, secondsLater);
    for (const Change& change : others)
        change(evidence);
    const Verdict verdict = health::assess(evidence);

    QVERIFY2(verdict.summary.contains(summary),
             qPrintable(verdict.summary + u" | "_s + verdict.reasons.join(u" | "_s)));
    QCOMPARE(verdict.health, expected);
}

void TestVerdict::believesFlinkBeforeTheSampleOfTheOperator()
{
    Evidence evidence = seen(stable, 300);
    flinkSays(u"RESTARTING"_s, 0, 6)(evidence);
    const Verdict verdict = health::assess(evidence);

    QCOMPARE(verdict.jobState, u"RESTARTING"_s);
    QCOMPARE(verdict.jobStateSource, std::optional(Source::FlinkRest));
    QVERIFY(verdict.sourcesDisagree);
    QVERIFY(fact(verdict, u"State"_s).disagree);
    QVERIFY(verdict.trust.contains(u"Flink REST"));

    const Verdict alone = health::assess(seen(stable, 300));
    QCOMPARE(alone.jobState, u"RUNNING"_s);
    QCOMPARE(alone.jobStateSource, std::optional(Source::CustomResource));
    QVERIFY(!alone.sourcesDisagree);
    QVERIFY(alone.trust.isEmpty());
}

void TestVerdict::believesThePodsWhereTheOperatorStillSaysReady()
{
    Evidence evidence = seen(fault("02-jobmanager-deployment-deleted/03-cr-14s"), 200);
    noPods()(evidence);
    const Verdict verdict = health::assess(evidence);

    QVERIFY(verdict.sourcesDisagree);
    QVERIFY(verdict.trust.contains(u"pods"));
    QCOMPARE(fact(verdict, u"State"_s).statements.last().text, u"no pods"_s);
}

void TestVerdict::judgesByTheJobItsOperatorNames()
{
    const auto made = [](const QString& id, const QString& state, int started) {
        JobOverview job;
        job.id = id;
        job.state = state;
        job.startTime = QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC).addSecs(started);
        return job;
    };
    const QList<JobOverview> jobs{made(u"ended"_s, u"FINISHED"_s, 200), made(u"running"_s, u"RUNNING"_s, 100),
                                  made(u"younger"_s, u"RESTARTING"_s, 150)};
    Deployment application;
    application.job = flink::JobSpec();
    const auto judged = [&](const QString& named) {
        application.status.jobId = named;
        return health::judgedJob(jobs, &application)->id;
    };
    QCOMPARE(judged(u"running"_s), u"running"_s);
    QCOMPARE(judged(u"ended"_s), u"younger"_s);
    QCOMPARE(judged(u"unknown"_s), u"younger"_s);
    QCOMPARE(health::judgedJob(jobs, nullptr)->id, u"younger"_s);
    QCOMPARE(health::judgedJob({jobs.first()}, &application)->id, u"ended"_s);
    QVERIFY(!health::judgedJob({}, &application));
    const Deployment session;
    QVERIFY(!health::judgedJob(jobs, &session));
}

void TestVerdict::judgesABareEndpointByItsJobs_data()
{
    QTest::addColumn<QList<Change>>("others");
    QTest::addColumn<Health>("expected");
    QTest::newRow("running") << QList<Change>{flinkSays(u"RUNNING"_s, 4, 4), checkpoints(3, 0)} << Health::Healthy;
    QTest::newRow("restart loop") << QList<Change>{flinkSays(u"RESTARTING"_s, 0, 4), restarts(9)} << Health::Broken;
    QTest::newRow("finished") << QList<Change>{flinkSays(u"FINISHED"_s, 0, 4), checkpoints(3, 0)} << Health::Healthy;
    QTest::newRow("cancelled") << QList<Change>{flinkSays(u"CANCELED"_s, 0, 4)} << Health::Suspended;
    QTest::newRow("no job") << QList<Change>{flinkHasNoJob()} << Health::Healthy;
    QTest::newRow("silent") << QList<Change>{flinkIsSilent(base::Error::Kind::Network)} << Health::Unknown;
    QTest::newRow("not asked") << QList<Change>{} << Health::Unknown;
}

void TestVerdict::judgesABareEndpointByItsJobs()
{
    QFETCH(QList<Change>, others);
    QFETCH(Health, expected);
    Evidence evidence;
    evidence.now = QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    for (const Change& change : others)
        change(evidence);
    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, expected);
    for (const health::Fact& one : verdict.facts)
        QCOMPARE(one.statements.size(), 1);
}

void TestVerdict::judgesTheJobThatGoesOnWhereAnOldOneFailed()
{
    Evidence evidence;
    evidence.now = QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    flinkSays(u"FAILED"_s, 0, 4)(evidence);
    JobOverview current = evidence.jobs.value->first();
    current.id = u"7d8e3ea0af9bcddc446feaa4af7da8c2"_s;
    current.state = u"RUNNING"_s;
    current.tasks[u"running"_s] = 4;
    current.startTime = evidence.now.addSecs(-900);
    evidence.jobs.value->append(current);

    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.jobState, u"RUNNING"_s);
    QCOMPARE(verdict.health, Health::Healthy);
}

void TestVerdict::neverCallsASlowCheckpointLateBeforeItsOwnPace()
{
    Evidence evidence = seen(stable, 2000);
    flinkSays(u"RUNNING"_s, 6, 6)(evidence);
    checkpoints(150, 0)(evidence);
    evidence.checkpoints.value->duration.max = 120'000; // interval + 2 × 120 s are not over
    QCOMPARE(health::assess(evidence).health, Health::Healthy);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
