#include "core/plans/retention.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using plans::Survey;
using Verb = plans::Intent::Verb;
using Verdict = workflow::Check::Verdict;

namespace {

const QDateTime noon = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;
const QString savepoint = u"s3://flink/sp/savepoint-1"_s;

/// A job that runs and has completed checkpoint 42, to be started from `from`.
Survey survey(const QString& from, const QJsonObject& configuration = {}, const QJsonArray& savepoints = {})
{
    const QJsonObject status{{u"jobId"_s, job}, {u"savepointInfo"_s, QJsonObject{{u"savepointHistory"_s, savepoints}}}};
    Survey made;
    made.intent.verb = Verb::Redeploy;
    made.intent.kind = u"FlinkDeployment"_s;
    made.intent.from = from;
    made.prospect.live =
        QJsonObject{{u"kind"_s, u"FlinkDeployment"_s},
                    {u"metadata"_s, QJsonObject{{u"name"_s, u"orders"_s}}},
                    {u"spec"_s, QJsonObject{{u"job"_s, QJsonObject()}, {u"flinkConfiguration"_s, configuration}}},
                    {u"status"_s, QJsonObject{{u"jobStatus"_s, status}}}};
    made.prospect.observedAt = noon;
    flink::JobOverview running;
    running.id = job;
    running.state = u"RUNNING"_s;
    made.jobs.succeed({running}, noon);
    flink::CheckpointHistory history;
    history.latestCompleted = flink::Checkpoint();
    history.latestCompleted->id = 42;
    made.checkpoints.succeed(history, noon);
    return made;
}

QJsonObject recorded(const QString& trigger, qint64 hoursAgo)
{
    return {{u"location"_s, savepoint + u'/'},
            {u"timeStamp"_s, noon.addSecs(-3600 * hoursAgo).toMSecsSinceEpoch()},
            {u"triggerType"_s, trigger}};
}

QString chk(int number)
{
    return u"s3://flink/ckpt/%1/chk-%2"_s.arg(job).arg(number);
}

} // namespace

/// Whether what a job is to start from will still be there.
class RetentionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void itIsSaidWhetherASnapshotStays_data();
    void itIsSaidWhetherASnapshotStays();
    void aJobThatHasEndedDeletesNothing();
    void whatIsNotKnownIsNotJudged();
};

void RetentionTest::itIsSaidWhetherASnapshotStays_data()
{
    const QString retention = u"execution.checkpointing.externalized-checkpoint-retention"_s;
    const QString retained = u"state.checkpoints.num-retained"_s;
    QTest::addColumn<Survey>("survey");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("the newest checkpoint") << survey(chk(42)) << Verdict::Ok;
    QTest::newRow("the one before it, of which one is kept") << survey(chk(41)) << Verdict::Warn;
    QTest::newRow("the one before it, of which three are kept") << survey(chk(41), {{retained, u"3"_s}}) << Verdict::Ok;
    QTest::newRow("the fourth of three") << survey(chk(39), {{retained, 3}}) << Verdict::Warn;
    QTest::newRow("deleted with the job")
        << survey(chk(42), {{retention, u"DELETE_ON_CANCELLATION"_s}}) << Verdict::Fail;
    QTest::newRow("kept after the job") << survey(chk(42), {{retention, u"RETAIN_ON_CANCELLATION"_s}}) << Verdict::Ok;
    QTest::newRow("a savepoint") << survey(savepoint) << Verdict::Ok;
    QTest::newRow("somebody's savepoint, old") << survey(savepoint, {}, {recorded(u"MANUAL"_s, 100)}) << Verdict::Ok;
    QTest::newRow("the operator's, new") << survey(savepoint, {}, {recorded(u"UPGRADE"_s, 2)}) << Verdict::Ok;
    QTest::newRow("the operator's, old") << survey(savepoint, {}, {recorded(u"PERIODIC"_s, 50)}) << Verdict::Warn;
}

void RetentionTest::itIsSaidWhetherASnapshotStays()
{
    QFETCH(Survey, survey);
    QFETCH(Verdict, verdict);
    const QList<workflow::Check> checks = plans::retentionOf(survey);
    QCOMPARE(checks.size(), 1);
    QVERIFY2(checks.first().verdict == verdict, qPrintable(checks.first().message));
    QVERIFY(!checks.first().message.isEmpty() && !checks.first().evidence.isEmpty());
    QCOMPARE(checks.first().observedAt, noon);
}

void RetentionTest::aJobThatHasEndedDeletesNothing()
{
    Survey ended =
        survey(chk(3), {{u"execution.checkpointing.externalized-checkpoint-retention"_s, u"DELETE_ON_CANCELLATION"_s}});
    ended.jobs.value->first().endTime = noon;
    QCOMPARE(plans::retentionOf(ended).first().verdict, Verdict::Ok);
}

void RetentionTest::whatIsNotKnownIsNotJudged()
{
    QVERIFY(plans::retentionOf(survey({})).isEmpty());
    QVERIFY(plans::retentionOf(survey(u"KUBERNETES_OPERATOR_LAST_STATE"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
