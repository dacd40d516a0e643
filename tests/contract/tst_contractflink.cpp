#include "tests/contract/support/flinkpair.h"
#include "tests/contract/support/flinkquestions.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::FlinkPair;
using contract::Question;

namespace {

const QString jobId = u"0123456789abcdef0123456789abcdef"_s;
const QString unknownId = u"ffffffffffffffffffffffffffffffff"_s;

/// Of a job's checkpoints: whether one is under way at that moment, or was when the job ended.
QStringList byChance()
{
    return {u".latest.failed"_s,
            u".history[].className: string failed"_s,
            u".history[].className: string in_progress"_s,
            u".history[].status: string FAILED"_s,
            u".history[].status: string IN_PROGRESS"_s,
            u".history[].failure_"_s};
}

} // namespace

/// The same requests to a real Flink and to the practice cluster's. Where the answers differ in status, in what an
/// error says, in which fields are there, of which type, or in the words of an enumeration, the practice cluster is
/// wrong.
class ContractFlinkTest : public QObject
{
    Q_OBJECT
public:
    explicit ContractFlinkTest(QString version)
        : m_version(std::move(version))
    {
    }

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase() { m_pair.reset(); }

    // In this order: the job of the one is the subject of the next.
    void answersAlikeWithoutAJob_data();
    void answersAlikeWithoutAJob();
    void runsAProgram();
    void answersAlikeOfAJob_data();
    void answersAlikeOfAJob();

    void savepointsComplete();
    void checkpointsByHandComplete();
    void stopsWithASavepoint();
    void answersAlikeOfAFinishedJob_data();
    void answersAlikeOfAFinishedJob();
    void cancels();
    void answersAlikeOfACanceledJob_data();
    void answersAlikeOfACanceledJob();
    void restartsAfterAFailure();
    void failsForGood();
    void answersAlikeOfAFailedJob_data();
    void answersAlikeOfAFailedJob();
    void deletesAJar();

private:
    void compare();
    void bothEndAs(const QString& state);
    void runAs(const QString& id, const QStringList& arguments, const QJsonObject& configuration = {});
    void failTheSource();

    QString m_version;
    std::unique_ptr<FlinkPair> m_pair;
};

void ContractFlinkTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"flink-"_s + m_version, u"job-"_s + m_version);
    m_pair = std::make_unique<FlinkPair>(m_version);
    const auto problem = m_pair->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_pair->name(u"none"_s, unknownId, unknownId);
    const auto uploaded = m_pair->upload();
    QVERIFY2(uploaded.isEmpty(), qPrintable(uploaded));
}

void ContractFlinkTest::answersAlikeWithoutAJob_data()
{
    contract::askWithoutAJob();
}

void ContractFlinkTest::answersAlikeWithoutAJob()
{
    compare();
}

void ContractFlinkTest::runsAProgram()
{
    const auto run = m_pair->run(jobId, {u"--checkpointEvery"_s, u"1000"_s, u"--pause"_s, u"5"_s});
    QVERIFY2(run.isEmpty(), qPrintable(run));
    QVERIFY(m_pair->completesCheckpoints());
    // The first question for metrics is answered with nothing, and makes them be fetched.
    for (const auto& target : {u"/jobs/{job}/metrics"_s, u"/jobs/{job}/vertices/{source}/metrics"_s,
                               u"/jobmanager/metrics"_s, u"/taskmanagers/{worker}/metrics"_s})
        for (const auto of : {FlinkPair::Real, FlinkPair::Practice})
            QVERIFY(live::comesTrue([&] { return m_pair->hear(of, {.target = target}).body.size() > 10; }, 30s));
}

void ContractFlinkTest::answersAlikeOfAJob_data()
{
    contract::askOfARunningJob();
}

void ContractFlinkTest::answersAlikeOfAJob()
{
    compare();
}

void ContractFlinkTest::compare()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    // Old ones are forgotten.
    if (target.contains(u"{checkpoint}"))
        m_pair->nameLatestCheckpoint();
    // What the log files are called is a matter of how Flink was started.
    QStringList mayDiffer;
    if (target.endsWith(u"/logs"))
        mayDiffer = {u".logs[].name"_s};
    if (target.endsWith(u"/checkpoints"))
        mayDiffer = byChance();
    const auto difference = m_pair->compare({method, target, body, type}, mayDiffer);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void ContractFlinkTest::bothEndAs(const QString& state)
{
    for (const auto of : {FlinkPair::Real, FlinkPair::Practice}) {
        const auto seen = m_pair->follow(of, u"/jobs/{job}"_s, u"state"_s, {state});
        QCOMPARE(seen.last(), state);
    }
    QCOMPARE(m_pair->visited(FlinkPair::Practice), m_pair->visited(FlinkPair::Real));
}

void ContractFlinkTest::runAs(const QString& id, const QStringList& arguments, const QJsonObject& configuration)
{
    const auto run = m_pair->run(id, arguments, configuration);
    QVERIFY2(run.isEmpty(), qPrintable(run));
}

/// What the real job was told to do by its arguments.
void ContractFlinkTest::failTheSource()
{
    m_pair->practice().with([](sim::flink::JobManager& manager) {
        manager.jobs().back()->failTask(
            0, 0, sim::flink::say::inUserCode(u"java.lang.IllegalStateException: told to fail at 100"_s, {}));
    });
}

void ContractFlinkTest::savepointsComplete()
{
    const auto difference = m_pair->trigger({"POST", u"/jobs/{job}/savepoints"_s, "{}", "application/json"});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    const auto target = u"/jobs/{job}/savepoints/{trigger}"_s;
    for (const auto of : {FlinkPair::Real, FlinkPair::Practice}) {
        auto seen = m_pair->follow(of, target, u"status.id"_s, {u"COMPLETED"_s});
        seen.removeAll(u"IN_PROGRESS"_s);
        QCOMPARE(seen, QStringList{u"COMPLETED"_s});
    }
    const auto result = m_pair->compare({.target = target});
    QVERIFY2(result.isEmpty(), qPrintable(result));
    // Which is told of a moment later.
    const auto checkpoints = u"/jobs/{job}/checkpoints"_s;
    QVERIFY(m_pair->becomes(checkpoints, u"latest.savepoint.status"_s, {u"COMPLETED"_s}));
    const auto latest = m_pair->compare({.target = checkpoints}, byChance());
    QVERIFY2(latest.isEmpty(), qPrintable(latest));
}

void ContractFlinkTest::checkpointsByHandComplete()
{
    const auto difference =
        m_pair->trigger({"POST", u"/jobs/{job}/checkpoints"_s, "{\"checkpointType\":\"FULL\"}", "application/json"});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    const auto target = u"/jobs/{job}/checkpoints/{trigger}"_s;
    QVERIFY(m_pair->becomes(target, u"status.id"_s, {u"COMPLETED"_s}));
    const auto result = m_pair->compare({.target = target});
    QVERIFY2(result.isEmpty(), qPrintable(result));
}

void ContractFlinkTest::stopsWithASavepoint()
{
    const auto difference = m_pair->trigger({"POST", u"/jobs/{job}/stop"_s, "{\"drain\":false}", "application/json"});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    bothEndAs(u"FINISHED"_s);
    const auto target = u"/jobs/{job}/savepoints/{trigger}"_s;
    QVERIFY(m_pair->becomes(target, u"status.id"_s, {u"COMPLETED"_s}));
    const auto result = m_pair->compare({.target = target});
    QVERIFY2(result.isEmpty(), qPrintable(result));
    // Flink answers for as long as web.refresh-interval (3 s) with the statistics of before the stop.
    QVERIFY(
        m_pair->becomes(u"/jobs/{job}/checkpoints"_s, u"latest.savepoint.checkpoint_type"_s, {u"SYNC_SAVEPOINT"_s}));
}

void ContractFlinkTest::answersAlikeOfAFinishedJob_data()
{
    contract::askOfAnEndedJob();
}

void ContractFlinkTest::answersAlikeOfAFinishedJob()
{
    compare();
}

void ContractFlinkTest::cancels()
{
    runAs(u"1123456789abcdef0123456789abcdef"_s, {u"--checkpointEvery"_s, u"1000"_s, u"--pause"_s, u"5"_s});
    QVERIFY(m_pair->completesCheckpoints());
    const auto difference = m_pair->compare({"PATCH", u"/jobs/{job}?mode=cancel"_s});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    bothEndAs(u"CANCELED"_s);
}

void ContractFlinkTest::answersAlikeOfACanceledJob_data()
{
    contract::askOfAnEndedJob();
}

void ContractFlinkTest::answersAlikeOfACanceledJob()
{
    compare();
}

void ContractFlinkTest::restartsAfterAFailure()
{
    runAs(u"2123456789abcdef0123456789abcdef"_s, {u"--pause"_s, u"5"_s, u"--failAt"_s, u"300"_s});
    failTheSource();
    const auto exceptions = u"/jobs/{job}/exceptions"_s;
    QVERIFY(m_pair->becomes(exceptions, u"exceptionHistory.entries.0.exceptionName"_s,
                            {u"java.lang.IllegalStateException"_s}));
    const auto restarted = u"/jobs/{job}/vertices/{source}"_s;
    QVERIFY(m_pair->becomes(restarted, u"subtasks.0.attempt"_s, {u"1"_s}));
    QVERIFY(m_pair->becomes(u"/jobs/{job}"_s, u"state"_s, {u"RUNNING"_s}));
    QVERIFY(m_pair->runsWhole());
    for (const auto& target :
         {exceptions, restarted, u"/jobs/{job}"_s, u"/jobs/{job}/vertices/{source}/subtasktimes"_s}) {
        // Until the metrics of the new attempt are fetched it is not a number, which is a text.
        const auto difference = m_pair->compare({.target = target}, {u".subtasks[].metrics.accumulated-busy-time"_s,
                                                                     u".vertices[].metrics.accumulated-busy-time"_s});
        QVERIFY2(difference.isEmpty(), qPrintable(target + u": "_s + difference));
    }
    QCOMPARE(m_pair->visited(FlinkPair::Practice), m_pair->visited(FlinkPair::Real));
    (void)m_pair->compare({"PATCH", u"/jobs/{job}"_s});
    bothEndAs(u"CANCELED"_s);
}

void ContractFlinkTest::failsForGood()
{
    // The real job sets that itself, by its argument.
    runAs(u"3123456789abcdef0123456789abcdef"_s,
          {u"--checkpointEvery"_s, u"1000"_s, u"--pause"_s, u"5"_s, u"--failAt"_s, u"3000"_s, u"--restarts"_s, u"0"_s},
          {{u"restart-strategy.fixed-delay.attempts"_s, u"0"_s}});
    QVERIFY(m_pair->completesCheckpoints());
    failTheSource();
    bothEndAs(u"FAILED"_s);
}

void ContractFlinkTest::answersAlikeOfAFailedJob_data()
{
    contract::askOfAnEndedJob();
}

void ContractFlinkTest::answersAlikeOfAFailedJob()
{
    compare();
}

void ContractFlinkTest::deletesAJar()
{
    const Question deletion{"DELETE", u"/jars/{jar}"_s};
    for (const auto& target : {deletion, deletion, Question{.target = u"/jars"_s}}) {
        const auto difference = m_pair->compare(target);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    int failed = 0;
    for (const auto& version : {u"1.20.4"_s, u"2.2.0"_s}) {
        ContractFlinkTest test(version);
        failed += QTest::qExec(&test, argc, argv);
    }
    return failed;
}

#include "tst_contractflink.moc"
