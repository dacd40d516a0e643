#include "core/health/inquiry.h"
#include "tests/support/evidence.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using base::Health;
using flink::Checkpoint;
using flink::ContainerState;
using flink::Deployment;
using flink::JobOverview;
using flink::Pod;
using health::Evidence;
using health::Source;
using health::Verdict;

namespace {

using Change = std::function<void(Evidence&)>;

/// A recorded custom resource, seen so many seconds after the last thing that happened to it.
Evidence seen(const QString& name, int secondsLater)
{
    const base::Result<Deployment> decoded = flink::decodeDeployment(support::recording(name));
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(decoded.error().message));
    Evidence evidence;
    evidence.now = std::max(decoded->status.reconciledAt, decoded->status.updateTime).addSecs(secondsLater);
    evidence.resource.succeed(std::make_shared<const Deployment>(*decoded), evidence.now.addSecs(-1));
    return evidence;
}

void deletedNow(Evidence& evidence)
{
    support::changeResource(evidence, [&](Deployment& resource) { resource.metadata.deletedAt = evidence.now; });
}

base::Error errorOf(base::Error::Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"it was not to be"_s;
    return error;
}

/// Flink's own answer about the job of the custom resource.
Change flinkSays(const QString& state, int running, int total, int secondsInState = 300)
{
    return [=](Evidence& evidence) {
        JobOverview job;
        job.id =
            evidence.resource.value ? (*evidence.resource.value)->status.jobId : u"c0296ea3070b9cf93b0ac9777e756302"_s;
        job.name = u"orders"_s;
        job.state = state;
        job.startTime = evidence.now.addSecs(-std::max(secondsInState, 300));
        job.lastModification = evidence.now.addSecs(-secondsInState);
        job.tasks = {{u"total"_s, total}, {u"running"_s, running}, {u"scheduled"_s, total - running}};
        evidence.jobs.succeed({job}, evidence.now.addSecs(-2));
    };
}

Change flinkHasNoJob()
{
    return [](Evidence& evidence) { evidence.jobs.succeed({}, evidence.now.addSecs(-2)); };
}

Change flinkIsSilent(base::Error::Kind kind)
{
    return [=](Evidence& evidence) { evidence.jobs.fail(errorOf(kind)); };
}

Change restarts(qint64 count)
{
    return [=](Evidence& evidence) { evidence.restarts.succeed(count, evidence.now.addSecs(-2)); };
}

Pod pod(const Evidence& evidence, const QString& component, const QString& name)
{
    Pod made;
    made.metadata.name = name;
    made.metadata.createdAt = evidence.now.addSecs(-600);
    made.component = component;
    made.phase = u"Running"_s;
    made.image = u"flink:1.20"_s;
    made.startedAt = evidence.now.addSecs(-600);
    ContainerState container;
    container.name = u"flink-main-container"_s;
    container.ready = true;
    made.containers = {container};
    return made;
}

/// A JobManager and a TaskManager pod, as changed by `spoil`.
Change pods(const std::function<void(Evidence&, Pod& jobManager, Pod& taskManager)>& spoil = {})
{
    return [=](Evidence& evidence) {
        Pod jobManager = pod(evidence, u"jobmanager"_s, u"orders-85f79b5b9b-7qmw8"_s);
        Pod taskManager = pod(evidence, u"taskmanager"_s, u"orders-taskmanager-1-1"_s);
        if (spoil)
            spoil(evidence, jobManager, taskManager);
        evidence.pods.succeed({jobManager, taskManager}, evidence.now.addSecs(-1));
    };
}

Change noPods()
{
    return [](Evidence& evidence) { evidence.pods.succeed({}, evidence.now.addSecs(-1)); };
}

/// Checkpoints every five seconds: `failed` failures on top of one that completed `completedAgo` seconds ago (-1:
/// never).
Change checkpoints(int completedAgo, int failed)
{
    return [=](Evidence& evidence) {
        flink::CheckpointHistory history;
        flink::CheckpointConfig config;
        config.intervalMs = 5'000;
        config.timeoutMs = 600'000;
        for (int i = 0; i < failed; ++i) {
            Checkpoint failure;
            failure.id = 40 - i;
            failure.status = u"FAILED"_s;
            failure.failureMessage = u"Failure to finalize checkpoint."_s;
            history.history.append(failure);
            history.latestFailed = failure;
        }
        history.counts.failed = failed;
        if (completedAgo >= 0) {
            Checkpoint done;
            done.id = 12;
            done.status = u"COMPLETED"_s;
            done.triggeredAt = done.latestAckAt = evidence.now.addSecs(-completedAgo);
            done.externalPath = u"file:/flink-data/orders/ckpt/4065/chk-12"_s;
            history.history.append(done);
            history.latestCompleted = done;
            history.counts.completed = 1;
        }
        history.counts.total = history.counts.failed + history.counts.completed;
        evidence.checkpoints.succeed(history, evidence.now.addSecs(-2));
        evidence.checkpointConfig.succeed(config, evidence.now.addSecs(-30));
    };
}

Change outOfMemoryException()
{
    return [](Evidence& evidence) {
        flink::ExceptionEntry entry;
        entry.at = evidence.now.addSecs(-5);
        entry.stackTrace = u"java.lang.Exception: Pod terminated, container termination statuses: "
                           "[flink-main-container(exitCode=137, reason=OOMKilled, message=null)]\n\tat x"_s;
        evidence.exceptions.succeed({{entry}, false}, evidence.now.addSecs(-1));
    };
}

const QString stable = u"cr/01-stable"_s;

QString fault(const char* name)
{
    return u"faults/"_s + QString::fromLatin1(name);
}

const health::Fact& fact(const Verdict& verdict, const QString& name)
{
    for (const health::Fact& one : verdict.facts) {
        if (one.name == name)
            return one;
    }
    qFatal("no fact %s", qPrintable(name));
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void judgesWhatAnOperatorWasSeenToReport_data();
    void judgesWhatAnOperatorWasSeenToReport();
    void believesFlinkBeforeTheSampleOfTheOperator();
    void believesThePodsWhereTheOperatorStillSaysReady();
    void keepsTheCauseBeforeTheEvidence();
    void callsOldNewsUnknown();
    void takesAQuietWatchForCurrent();
    void saysThatFlinkMayNotBeAsked();
    void namesWhoCouldStillRefuteIt_data();
    void namesWhoCouldStillRefuteIt();
    void judgesByTheJobItsOperatorNames();
    void showsOneRowForEachFactAndOneStatementForEachSource();
    void tellsNotAskedFromNotReported();
    void makesServerTextVisible();
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

void TestVerdict::keepsTheCauseBeforeTheEvidence()
{
    Evidence evidence = seen(fault("04-deployment-and-ha-deleted/02-cr-error"), 5);
    const Verdict verdict = health::assess(evidence);

    QVERIFY(!verdict.reasons.isEmpty());
    QVERIFY2(verdict.reasons.first().contains(u"HA metadata is not available"), qPrintable(verdict.reasons.first()));
    QVERIFY(!verdict.reasons.contains(verdict.summary));
}

void TestVerdict::callsOldNewsUnknown()
{
    Evidence evidence = seen(stable, 300);
    evidence.resource.observedAt = evidence.now.addSecs(-61);
    evidence.resource.fail(errorOf(base::Error::Kind::Network));

    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::Unknown);
    QVERIFY(verdict.summary.contains(u"no recent news"));
    QCOMPARE(verdict.reasons, QStringList{u"it was not to be"_s});
    QVERIFY(verdict.jobState.isEmpty());
    QCOMPARE(fact(verdict, u"State"_s).statements.first().text, u"STABLE · RUNNING"_s); // the last value stays, dated
    QCOMPARE(fact(verdict, u"State"_s).statements.first().problem, u"it was not to be"_s);
}

void TestVerdict::takesAQuietWatchForCurrent()
{
    Evidence evidence = seen(stable, 300);
    evidence.resource.observedAt = evidence.now.addSecs(-90);
    QCOMPARE(health::assess(evidence).health, Health::Healthy);

    evidence.resource.observedAt = evidence.now.addSecs(-121);
    QCOMPARE(health::assess(evidence).health, Health::Unknown);
}

void TestVerdict::saysThatFlinkMayNotBeAsked()
{
    Evidence evidence = seen(stable, 300);
    flinkIsSilent(base::Error::Kind::Forbidden)(evidence);
    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::Healthy);
    QVERIFY(verdict.summary.contains(u"may not ask"));
}

void TestVerdict::namesWhoCouldStillRefuteIt_data()
{
    using Sources = QList<Source>;
    using Changes = QList<Change>;
    constexpr auto resource = Source::CustomResource, rest = Source::FlinkRest, podList = Source::Pods;
    const Change running = flinkSays(u"RUNNING"_s, 6, 6), complete = checkpoints(3, 0);
    QTest::addColumn<QString>("resource");
    QTest::addColumn<Changes>("others");
    QTest::addColumn<Sources>("judgedOn");
    QTest::addColumn<Sources>("notHeard");
    QTest::addColumn<bool>("tentative");

    QTest::newRow("nobody asked") << stable << Changes{} << Sources{resource} << Sources{rest, podList} << true;
    QTest::newRow("only the pods") << stable << Changes{pods()} << Sources{resource, podList} << Sources{rest} << true;
    QTest::newRow("only Flink") << stable << Changes{running, complete} << Sources{resource, rest} << Sources{podList}
                                << true;
    QTest::newRow("Flink has not told of the checkpoints yet")
        << stable << Changes{running, pods()} << Sources{resource, rest, podList} << Sources{rest} << true;
    QTest::newRow("everybody") << stable << Changes{running, complete, pods()} << Sources{resource, rest, podList}
                               << Sources{} << false;
    QTest::newRow("Flink was asked in vain") << stable << Changes{flinkIsSilent(base::Error::Kind::Timeout), pods()}
                                             << Sources{resource, podList} << Sources{} << false;
    QTest::newRow("Flink may not be asked") << stable << Changes{flinkIsSilent(base::Error::Kind::Forbidden), pods()}
                                            << Sources{resource, podList} << Sources{rest} << true;
    QTest::newRow("a failure by the operator's word")
        << fault("01-taskmanager-killed-no-restart/03-cr-failed") << Changes{} << Sources{resource}
        << Sources{rest, podList} << true;
    QTest::newRow("suspended: there is nobody to ask")
        << u"cr/05-suspended"_s << Changes{} << Sources{resource} << Sources{} << false;
}

void TestVerdict::namesWhoCouldStillRefuteIt()
{
    QFETCH(QString, resource);
    QFETCH(QList<Change>, others);
    QFETCH(QList<Source>, judgedOn);
    QFETCH(QList<Source>, notHeard);
    QFETCH(bool, tentative);
    Evidence evidence = seen(resource, 300);
    for (const Change& change : others)
        change(evidence);
    const Verdict verdict = health::assess(evidence);
    QVERIFY2(verdict.judgedOn == judgedOn, qPrintable(health::caveatOf(verdict.notHeard)));
    QVERIFY2(verdict.notHeard == notHeard, qPrintable(health::caveatOf(verdict.notHeard)));
    QCOMPARE(verdict.isTentative(), tentative);
    QCOMPARE(health::caveatOf(verdict.notHeard).isEmpty(), notHeard.isEmpty());
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

void TestVerdict::showsOneRowForEachFactAndOneStatementForEachSource()
{
    Evidence evidence = seen(stable, 300);
    flinkSays(u"RUNNING"_s, 6, 6)(evidence);
    pods([](Evidence&, Pod&, Pod& taskManager) { taskManager.image = u"flink:1.20-hotfix"_s; })(evidence);
    checkpoints(14, 0)(evidence);
    restarts(2)(evidence);
    const Verdict verdict = health::assess(evidence);

    QStringList names;
    for (const health::Fact& one : verdict.facts) {
        names.append(one.name);
        QCOMPARE(one.statements.size(), 3);
        QCOMPARE(one.statements[0].source, Source::CustomResource);
        QCOMPARE(one.statements[1].source, Source::FlinkRest);
        QCOMPARE(one.statements[2].source, Source::Pods);
    }
    QCOMPARE(names, (QStringList{u"State"_s, u"Since"_s, u"Job id"_s, u"Restarts"_s, u"Image"_s, u"Parallelism"_s,
                                 u"Last checkpoint"_s}));
    QCOMPARE(fact(verdict, u"State"_s).statements[0].text, u"STABLE · RUNNING"_s);
    QCOMPARE(fact(verdict, u"State"_s).statements[2].text, u"2 of 2 ready"_s);
    QVERIFY(!fact(verdict, u"State"_s).disagree);
    QCOMPARE(fact(verdict, u"Restarts"_s).statements[1].text, u"2"_s);
    QCOMPARE(fact(verdict, u"Image"_s).statements[2].text, u"flink:1.20, flink:1.20-hotfix"_s);
    QVERIFY(fact(verdict, u"Image"_s).disagree);
    QCOMPARE(fact(verdict, u"Parallelism"_s).statements[0].text, u"2"_s);
    QCOMPARE(fact(verdict, u"Last checkpoint"_s).statements[1].text, u"chk-12 · 14 s ago"_s);
}

void TestVerdict::tellsNotAskedFromNotReported()
{
    const Verdict verdict = health::assess(seen(stable, 300));
    const health::Statement reported = fact(verdict, u"Restarts"_s).statements[0];
    const health::Statement asked = fact(verdict, u"Restarts"_s).statements[1];
    QVERIFY(reported.text.isEmpty() && reported.problem.isEmpty());
    QVERIFY(asked.text.isEmpty());
    QCOMPARE(asked.problem, u"not asked"_s);
}

void TestVerdict::makesServerTextVisible()
{
    Evidence evidence = seen(stable, 300);
    flink::OperatorError error;
    error.message = u"evil\u202Etxt\nsecond line"_s;
    support::changeResource(evidence, [&](Deployment& resource) { resource.status.error = error; });
    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::AtRisk);
    QVERIFY(!verdict.reasons.join(QString()).contains(QChar(0x202E)));
    QVERIFY(!verdict.reasons.join(QString()).contains(u'\n'));
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
