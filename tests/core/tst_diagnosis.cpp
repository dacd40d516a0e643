#include "core/plans/diagnosis.h"
#include "core/plans/fallback.h"
#include "core/plans/planning.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using plans::Clues;
using plans::Diagnosis;
using plans::StartFailure;
using Kind = Diagnosis::Kind;
using Failure = StartFailure::Kind;

namespace {

const QString jobId = u"87c67fdf93b515b347e2de50360963b2"_s;

/// As Flink 1.20 writes it when a job is to start from a savepoint that is not there.
const QString missingSavepoint =
    u"org.apache.flink.runtime.client.JobInitializationException: Could not start the JobMaster.\n"
    "\tat org.apache.flink.runtime.jobmaster.DefaultJobMasterServiceProcess.lambda$new$0(DefaultJobMasterServiceProcess"
    ".java:97)\n"
    "Caused by: java.util.concurrent.CompletionException: java.io.FileNotFoundException: Cannot find checkpoint or "
    "savepoint file/directory 'file:/state/savepoints/savepoint-1' on file system 'file'.\n"
    "\tat java.base/java.util.concurrent.CompletableFuture.encodeThrowable(Unknown Source)\n"
    "Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory "
    "'file:/state/savepoints/savepoint-1' on file system 'file'.\n"
    "\tat org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess.resolveCheckpointPointer("
    "AbstractFsCheckpointStorageAccess.java:275)\n"_s;

QString task(const QString& cause)
{
    return u"java.lang.Exception: Exception while creating StreamOperatorStateContext.\n"
           "\tat org.apache.flink.streaming.api.operators.StreamTaskStateInitializerImpl.streamOperatorStateContext("
           "StreamTaskStateInitializerImpl.java:294)\n"
           "Caused by: org.apache.flink.util.FlinkException: Could not restore keyed state backend for "
           "KeyedProcessOperator_1 from any of the 1 provided restore options.\n"
           "\tat org.apache.flink.streaming.api.operators.BackendRestorerProcedure.createAndRestore("
           "BackendRestorerProcedure.java:165)\nCaused by: "_s +
           cause + u"\n\tat java.base/java.lang.Thread.run(Unknown Source)\n"_s;
}

QJsonObject deployment(const QString& error = {}, const QString& jobState = u"RUNNING"_s)
{
    const QJsonObject configuration{{u"high-availability.type"_s, u"kubernetes"_s}};
    return {{u"kind"_s, u"FlinkDeployment"_s},
            {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"orders"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"job"_s, QJsonObject{{u"state"_s, u"running"_s}}},
                                    {u"flinkConfiguration"_s, configuration}}},
            {u"status"_s, QJsonObject{{u"error"_s, error},
                                      {u"jobStatus"_s, QJsonObject{{u"jobId"_s, jobId}, {u"state"_s, jobState}}}}}};
}

flink::JobOverview job(const QString& state, const QString& id = jobId)
{
    flink::JobOverview made;
    made.id = id;
    made.state = state;
    return made;
}

flink::Pod manager(bool isReady)
{
    flink::Pod pod;
    pod.metadata.name = u"orders-1"_s;
    pod.component = u"jobmanager"_s;
    pod.phase = u"Running"_s;
    flink::ContainerState container;
    container.name = u"flink-main-container"_s;
    container.ready = isReady;
    container.waitingReason = isReady ? QString() : u"CrashLoopBackOff"_s;
    pod.containers = {container};
    return pod;
}

workflow::Operation recovery(workflow::Operation::State state, const QString& failure, const QStringList& fallbacks)
{
    workflow::Operation operation;
    operation.state = state;
    operation.plan.details = {{u"kind"_s, u"FlinkSessionJob"_s},
                              {u"namespace"_s, u"shop"_s},
                              {u"name"_s, u"orders"_s},
                              {u"fallbacks"_s, QJsonArray::fromStringList(fallbacks)}};
    workflow::Step settled;
    settled.kind = plans::stepkind::settled.toString();
    settled.details = {{u"seconds"_s, 7}};
    operation.plan.steps = {settled};
    if (!failure.isEmpty())
        operation.facts.insert(u"startFailure"_s, failure);
    return operation;
}

} // namespace

/// What is wrong with a deployment, why a start fails, and what is tried next.
class TestDiagnosis : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void whyAStartFails_data();
    void whyAStartFails();
    void aCauseIsSafeToShow();
    void whatIsWrongIsRecognised_data();
    void whatIsWrongIsRecognised();
    void theEvidenceNamesWhatDecides();
    void theNextOneIsTriedOnlyForASnapshot();
};

void TestDiagnosis::whyAStartFails_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Failure>("kind");
    QTest::newRow("nothing") << QString() << Failure::Other;
    QTest::newRow("a savepoint that is not there") << missingSavepoint << Failure::Missing;
    QTest::newRow("in a log, with lines around")
        << u"2026-11-23 10:00:00,000 INFO  org.apache.flink.runtime.jobmaster - Restoring job.\n"
           "2026-11-23 10:00:01,000 ERROR org.apache.flink.runtime.entrypoint - Fatal error.\n"_s +
               missingSavepoint + u"2026-11-23 10:00:02,000 INFO  org.apache.flink.runtime - Shutting down.\n"_s
        << Failure::Missing;
    QTest::newRow("a state file that is not there")
        << task(u"java.io.FileNotFoundException: /state/shared/1 (No such file or directory)"_s) << Failure::Missing;
    QTest::newRow("an object of S3 that is not there")
        << task(u"com.amazonaws.services.s3.model.AmazonS3Exception: The specified key does not exist. (Status Code: "
                "404; Error Code: NoSuchKey)"_s)
        << Failure::Missing;
    QTest::newRow("S3 does not permit it")
        << task(u"com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Status Code: 403)"_s)
        << Failure::NotPermitted;
    QTest::newRow("a state file that is cut off") << task(u"java.io.EOFException"_s) << Failure::Unreadable;
    QTest::newRow("a pointer that leads nowhere")
        << u"org.apache.flink.runtime.client.JobExecutionException: Could not set up JobManager\n"
           "Caused by: org.apache.flink.util.FlinkException: Could not retrieve checkpoint 12 from state handle under "
           "checkpointID-0000000000000000012. This indicates that the retrieved state handle is broken.\n"
           "Caused by: java.io.StreamCorruptedException: invalid stream header: 00000000\n"_s
        << Failure::Unreadable;
    QTest::newRow("a file that is no snapshot")
        << u"java.lang.Exception: Could not start\nCaused by: java.io.IOException: Unexpected magic number\n"
           "\tat org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(Checkpoints.java:110)\n"_s
        << Failure::Unreadable;
    QTest::newRow("another job")
        << u"java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint file:/sp. Cannot map "
           "checkpoint/savepoint state for operator 4d to the new program\n"_s
        << Failure::Incompatible;
    QTest::newRow("another parallelism")
        << u"java.lang.IllegalStateException: The state for task map can not be restored. The maximum parallelism (4) "
           "of the restored state is lower than the configured parallelism (8).\n"_s
        << Failure::Incompatible;
    QTest::newRow("another back end")
        << task(u"java.lang.IllegalStateException: Unexpected state handle type, expected one of: class A"_s)
        << Failure::Incompatible;
    // Not of what it starts from.
    QTest::newRow("a checkpoint that cannot be written")
        << u"org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure threshold.\nCaused by: "
           "java.io.FileNotFoundException: /state/ckpt/chk-1 (Permission denied)\n"_s
        << Failure::Other;
    QTest::newRow("the job misses a file of its own")
        << u"2026-11-23 INFO CheckpointCoordinator - Could not restore anything: starting without\n"
           "java.lang.RuntimeException: no rules\nCaused by: java.io.FileNotFoundException: /etc/rules\n"_s
        << Failure::Other;
    QTest::newRow("only the newest counts")
        << missingSavepoint + u"java.lang.OutOfMemoryError: Metaspace\n"_s << Failure::Other;
}

void TestDiagnosis::whyAStartFails()
{
    QFETCH(QString, text);
    QFETCH(Failure, kind);
    const StartFailure failure = plans::startFailureOf(text);
    QCOMPARE(failure.kind, kind);
    QCOMPARE(failure.isOfSnapshot(), kind != Failure::Other);
    QCOMPARE(plans::startFailureWord(kind).isEmpty(), kind == Failure::Other);
    QCOMPARE(plans::startFailureText(kind).isEmpty(), kind == Failure::Other);
    QCOMPARE(failure.cause.isEmpty(), text.isEmpty());
}

void TestDiagnosis::aCauseIsSafeToShow()
{
    const QString cause = plans::startFailureOf(u"java.io.IOException: a\u202e\u0007"_s + QString(100'000, u'x')).cause;
    QVERIFY(cause.size() < 1000);
    QVERIFY(!cause.contains(u'\u202e') && !cause.contains(u'\u0007'));
    QVERIFY(plans::startFailureOf(QString(1'000'000, u'.')).cause.isEmpty());
}

void TestDiagnosis::whatIsWrongIsRecognised_data()
{
    QTest::addColumn<Clues>("clues");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, Kind kind, Clues clues) { QTest::newRow(name) << std::move(clues) << kind; };
    row("nobody could be asked", Kind::Unknown, {deployment(), {}, {}, {}, {}});
    row("it runs", Kind::Running, {deployment(), QList{job(u"RUNNING"_s)}, {}, {}, missingSavepoint});
    row("it runs under another id", Kind::Running, {deployment(), QList{job(u"RUNNING"_s, u"1"_s)}, {}, {}, {}});
    row("it has failed", Kind::JobFailed, {deployment(), QList{job(u"FAILED"_s)}, {}, {}, {}});
    row("Flink has no job", Kind::JobFailed, {deployment(), QList<flink::JobOverview>(), {}, {}, {}});
    row("the operator saw it fail", Kind::JobFailed, {deployment({}, u"FAILED"_s), {}, {}, {}, {}});
    row("no pod", Kind::ClusterLost, {deployment(), {}, QList<flink::Pod>(), {}, {}});
    row("a pod that crashes", Kind::ClusterLost, {deployment(), {}, QList{manager(false)}, {}, {}});
    row("a pod that is ready and does not answer", Kind::Unknown, {deployment(), {}, QList{manager(true)}, {}, {}});
    row("its savepoint is not there", Kind::StateDamaged,
        {deployment(), QList{job(u"FAILED"_s)}, {}, {}, missingSavepoint});
    row("its JobManager crashes over it", Kind::StateDamaged,
        {deployment(), {}, QList{manager(false)}, {}, missingSavepoint});
    row("only the operator tells", Kind::StateDamaged, {deployment(missingSavepoint), {}, {}, {}, {}});
}

void TestDiagnosis::whatIsWrongIsRecognised()
{
    QFETCH(Clues, clues);
    QFETCH(Kind, kind);
    const Diagnosis found = plans::diagnose(clues);
    QCOMPARE(found.kind, kind);
    QVERIFY(!plans::diagnosisText(kind).isEmpty());
    QCOMPARE(found.evidence.isEmpty(), kind == Kind::Unknown);
    QVERIFY(!toJson(found)[u"kind"].toString().isEmpty());
}

void TestDiagnosis::theEvidenceNamesWhatDecides()
{
    const Diagnosis lost =
        plans::diagnose({deployment(u"lost HA"_s), {}, QList{manager(false)}, QList<flink::HaPointer>(), {}});
    QCOMPARE(lost.evidence,
             QStringList({u"JobManager pod orders-1 is not ready: CrashLoopBackOff"_s,
                          u"The metadata of high availability is gone: no ConfigMap points to a checkpoint."_s,
                          u"The operator reports: lost HA"_s}));
    // What could not be looked for is not called gone.
    QCOMPARE(plans::diagnose({deployment(), {}, QList{manager(false)}, {}, {}}).evidence.size(), 1);
    const Diagnosis damaged = plans::diagnose({deployment(), QList{job(u"FAILED"_s)}, {}, {}, missingSavepoint});
    QVERIFY(damaged.evidence.value(1).contains(u"savepoint-1"_s));
}

void TestDiagnosis::theNextOneIsTriedOnlyForASnapshot()
{
    using State = workflow::Operation::State;
    const QStringList left{u"s3://b"_s, u"s3://c"_s};
    const auto next = plans::fallbackOf(recovery(State::Failed, u"missing"_s, left));
    QVERIFY(next);
    plans::Intent wanted;
    wanted.verb = plans::Intent::Verb::Recover;
    wanted.kind = u"FlinkSessionJob"_s;
    wanted.nameSpace = u"shop"_s;
    wanted.name = u"orders"_s;
    wanted.from = u"s3://b"_s;
    wanted.fallbacks = {u"s3://c"_s};
    wanted.settle = std::chrono::seconds(7);
    QCOMPARE(*next, wanted);
    QVERIFY(!plans::fallbackOf(recovery(State::Failed, {}, left)));
    QVERIFY(!plans::fallbackOf(recovery(State::Failed, u"missing"_s, {})));
    for (const State state : {State::Succeeded, State::Cancelled, State::Unknown, State::Interrupted})
        QVERIFY(!plans::fallbackOf(recovery(state, u"missing"_s, left)));
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
