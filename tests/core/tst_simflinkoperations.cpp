#include "core/plans/flinkdoer.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/flinkserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace plans;
using State = workflow::Operation::State;
using Verb = Intent::Verb;
using workflow::StepRecord;

namespace {

constexpr workflow::RunnerTimes quick{5ms, 1ms, 5ms, 40ms, 0ms};
constexpr int longest = 20'000; // ms

enum class Trouble {
    None,
    Broken,         ///< connections break for a moment: nothing can be seen
    RequestLost,    ///< the connection breaks, and Flink has not got it
    AnswerLost,     ///< the connection breaks, but it was done
    GatewayTimeout, ///< a gateway gives up waiting, but it was done
    Election,       ///< Flink is not ready for a moment
    Forbidden,      ///< a gateway says no
    Cancelled,      ///< by the user, as the step begins
    Killed,         ///< the process, as the step begins; another one goes on
    Forgotten,      ///< the same, and it goes on after Flink has forgotten its results
    ManagerRestart, ///< the JobManager dies as the step begins, and another one recovers the job
    JobCancelled,   ///< by somebody else, as the step begins
};

constexpr std::array<std::pair<Trouble, const char*>, 11> troubles{
    {{Trouble::Broken, "connections break"},
     {Trouble::RequestLost, "the request is lost"},
     {Trouble::AnswerLost, "the answer is lost"},
     {Trouble::GatewayTimeout, "a gateway gives up"},
     {Trouble::Election, "Flink is not ready"},
     {Trouble::Forbidden, "a gateway refuses"},
     {Trouble::Cancelled, "it is cancelled"},
     {Trouble::Killed, "the process is killed"},
     {Trouble::Forgotten, "the result is forgotten"},
     {Trouble::ManagerRestart, "the JobManager restarts"},
     {Trouble::JobCancelled, "somebody cancels the job"}}};

/// Whether it strikes a request, rather than a moment.
bool strikesRequest(Trouble trouble)
{
    return trouble == Trouble::RequestLost || trouble == Trouble::AnswerLost || trouble == Trouble::GatewayTimeout ||
           trouble == Trouble::Election || trouble == Trouble::Forbidden;
}

/// The steps of each plan, and whether they send something.
QList<std::pair<QStringView, bool>> stepsOf(Verb verb)
{
    using namespace flinkstep;
    switch (verb) {
    case Verb::Savepoint:
        return {{askSavepoint, true}, {savepointMade, false}};
    case Verb::Checkpoint:
        return {{askCheckpoint, true}, {checkpointMade, false}};
    case Verb::Suspend:
        return {{askStop, true}, {savepointMade, false}, {ended, false}};
    case Verb::Rescale:
        return {{setRequirements, true}, {rescaled, false}};
    case Verb::Resume:
        return {{runJar, true}, {running, false}, {restored, false}};
    default:
        return {{cancelJob, true}, {ended, false}};
    }
}

FlinkIntent intentOf(Verb verb)
{
    FlinkIntent intent;
    intent.verb = verb;
    intent.withSavepoint = false;
    intent.parallelism = verb == Verb::Rescale ? 1 : 0;
    return intent;
}

constexpr std::array<Verb, 6> verbs{Verb::Savepoint, Verb::Checkpoint, Verb::Suspend,
                                    Verb::Delete,    Verb::Rescale,    Verb::Resume};

const workflow::Check* checkOf(const workflow::Plan& plan, QStringView id)
{
    const auto found = std::ranges::find(plan.preflight, id, &workflow::Check::id);
    return found == plan.preflight.end() ? nullptr : &*found;
}

} // namespace

/// Every operation at a Flink cluster without Kubernetes, over real sockets: undisturbed, and with each trouble at each
/// of its steps. The time of the cluster moves when told.
class SimFlinkOperationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void operationsReachTheirGoal_data();
    void operationsReachTheirGoal();
    void troubleAtEachStep_data();
    void troubleAtEachStep();

    void thePlanSaysWhatWillHappen();
    void aBlockedPlanSaysWhy_data();
    void aBlockedPlanSaysWhy();
    void aProtectedEndpointGetsNothing();
    void deletionStopsWithASavepointUnlessTold();
    void aDrainedJobSaysSo();
    void savepointsGoWhereTheyAreTold();
    void aSavepointThatFailsSaysWhy();
    void theOperatorsClustersAreWarnedOf();
    void anInterruptedOperationBlocksTheNext();
    void whatTheProgramIsToldIsInNoJournal();
    void aJobIsResumedFromWhatItEndedWith();

private:
    /// A fresh cluster whose job runs and has a checkpoint; nothing done yet.
    void begin(const QMap<QString, QString>& configuration = {}, bool isSession = false);
    /// The same for an operation of that kind: what it needs has been done.
    void beginFor(Verb verb);
    FlinkSite site();
    FlinkSurvey survey(FlinkIntent intent);
    workflow::Plan plan(const FlinkIntent& intent) { return planOf(survey(intent), site()); }
    workflow::Operation carryOut(const FlinkIntent& intent, Trouble trouble = Trouble::None, const QString& step = {});
    QString follow(std::unique_ptr<workflow::OpenJournal> journal,
                   const std::function<bool(workflow::Runner&)>& strike = {}, bool isKilled = false);
    /// Whether it has struck a request.
    bool strikeRequest(support::Exchange& exchange, Trouble trouble);
    void strikeMoment(workflow::Runner& runner, Trouble trouble);
    void checkGoal(const workflow::Operation& operation);
    QString state() { return m_server->flink.object(u"/jobs/"_s + m_job)[u"state"_s].toString(); }
    bool isOnDisk(const QString& path) const { return m_server->flink.storage().exists(path + u"/_metadata"_s); }

    std::unique_ptr<support::FlinkServer> m_server;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<flink::RestClient> m_rest;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workflow::Journal> m_journal;
    QString m_job;
    QString m_savepoint; ///< that it was stopped with
    int m_toBreak = 0;   ///< so many requests still
};

void SimFlinkOperationsTest::beginFor(Verb verb)
{
    begin({{u"jobmanager.scheduler"_s, verb == Verb::Rescale ? u"adaptive"_s : u"default"_s}}, verb == Verb::Resume);
    if (verb != Verb::Resume)
        return;
    const workflow::Operation stopped = carryOut(intentOf(Verb::Suspend));
    QVERIFY2(stopped.state == State::Succeeded, qPrintable(stopped.result));
    m_savepoint = stopped.result;
    m_server->taken.clear();
}

void SimFlinkOperationsTest::begin(const QMap<QString, QString>& configuration, bool isSession)
{
    m_rest.reset();
    m_client.reset();
    support::SimFlink::Options options;
    options.configuration = configuration;
    options.isSession = isSession;
    m_server = std::make_unique<support::FlinkServer>(options);
    if (isSession)
        m_server->runOrders();
    QVERIFY(m_server->flink.runUntilRunning());
    m_server->flink.advance(12s);
    QVERIFY(m_server->server.listen());
    m_job = m_server->flink.job().id();
    http::Target target;
    target.base = m_server->server.url();
    target.label = target.base.toString();
    m_client = std::make_unique<http::Client>(target, nullptr);
    m_rest = std::make_unique<flink::RestClient>(*m_client, QString());
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<workflow::Journal>(m_folder->filePath(u"operations"_s));
}

FlinkSite SimFlinkOperationsTest::site()
{
    return {m_rest.get(), m_client->target().label, base::Environment::Unset, false, m_journal.get()};
}

FlinkSurvey SimFlinkOperationsTest::survey(FlinkIntent intent)
{
    intent.job = m_job;
    FlinkSurveying surveying(site(), intent);
    std::optional<FlinkSurvey> found;
    connect(&surveying, &FlinkSurveying::finished, this, [&](const FlinkSurvey& survey) { found = survey; });
    connect(&surveying, &FlinkSurveying::failed, this,
            [](const base::Error& error) { qWarning("%s", qPrintable(error.message)); });
    surveying.start();
    if (!QTest::qWaitFor([&] { return found.has_value(); }, longest))
        qWarning("no survey");
    return found.value_or(FlinkSurvey());
}

QString SimFlinkOperationsTest::follow(std::unique_ptr<workflow::OpenJournal> journal,
                                       const std::function<bool(workflow::Runner&)>& strike, bool isKilled)
{
    FlinkDoer doer(site());
    workflow::Runner runner(doer, std::move(journal), quick);
    const QString id = runner.operation().id;
    bool isOver = false, isStruck = false;
    connect(&runner, &workflow::Runner::progressed, this, [&] { isStruck = isStruck || (strike && strike(runner)); });
    connect(&runner, &workflow::Runner::finished, this, [&] { isOver = true; });
    isStruck = strike && strike(runner);
    runner.start();
    QElapsedTimer waited;
    waited.start();
    while (!isOver && !(isKilled && isStruck)) {
        if (waited.elapsed() > longest) {
            qWarning("it does not end: %s",
                     qPrintable(QString::fromUtf8(QJsonDocument(toJson(runner.operation())).toJson())));
            break;
        }
        QTest::qWait(8);
        m_server->flink.advance(500ms);
    }
    return id;
}

bool SimFlinkOperationsTest::strikeRequest(support::Exchange& exchange, Trouble trouble)
{
    switch (trouble) {
    case Trouble::RequestLost:
        exchange.reset();
        return true;
    case Trouble::AnswerLost:
        (void)m_server->ask(exchange);
        exchange.reset();
        return true;
    case Trouble::GatewayTimeout:
        (void)m_server->ask(exchange);
        exchange.reply(504, "<html>Gateway Time-out</html>", {{"Content-Type", "text/html"}});
        return true;
    case Trouble::Election:
        exchange.replyJson(503, R"({"errors":["Service temporarily unavailable due to an ongoing leader election."]})");
        return true;
    case Trouble::Forbidden:
        exchange.reply(403, "<html>no</html>", {{"Content-Type", "text/html"}});
        return true;
    default:
        return false;
    }
}

void SimFlinkOperationsTest::strikeMoment(workflow::Runner& runner, Trouble trouble)
{
    if (trouble == Trouble::Cancelled)
        runner.cancel();
    if (trouble == Trouble::ManagerRestart)
        m_server->flink.restartManager();
    if (trouble == Trouble::JobCancelled)
        (void)m_server->flink.ask("PATCH", u"/jobs/%1?mode=cancel"_s.arg(m_job));
    if (trouble == Trouble::Broken)
        m_toBreak = 4;
}

workflow::Operation SimFlinkOperationsTest::carryOut(const FlinkIntent& intent, Trouble trouble, const QString& step)
{
    const workflow::Plan planned = plan(intent);
    for (const workflow::Check& check : planned.preflight) {
        if (check.verdict == workflow::Check::Verdict::Fail) {
            qWarning("%s: %s", qPrintable(check.id), qPrintable(check.message));
            return {};
        }
    }
    bool hasStruck = false;
    const workflow::Runner* running = nullptr;
    const auto isAt = [&](const workflow::Operation& operation) {
        const qsizetype current = operation.currentStep();
        return current >= 0 && operation.steps.at(current).id == step;
    };
    m_server->tap = [&](support::Exchange& exchange) {
        if (m_toBreak > 0) {
            --m_toBreak;
            exchange.reset();
            return true;
        }
        const bool strikes =
            strikesRequest(trouble) && !hasStruck && exchange.method() != "GET" && isAt(running->operation());
        hasStruck = hasStruck || strikes;
        return strikes && strikeRequest(exchange, trouble);
    };
    const auto strike = [&](workflow::Runner& runner) {
        running = &runner;
        if (!hasStruck && !strikesRequest(trouble) && isAt(runner.operation())) {
            hasStruck = true;
            strikeMoment(runner, trouble);
        }
        return hasStruck;
    };
    auto opened = m_journal->begin(planned);
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().message));
        return {};
    }
    const bool isKilled = trouble == Trouble::Killed || trouble == Trouble::Forgotten;
    const QString id = follow(*std::move(opened), strike, isKilled);
    m_server->tap = {};
    if (isKilled && m_journal->operation(id)->state == State::Interrupted) {
        if (trouble == Trouble::Forgotten)
            m_server->flink.advance(7min);
        auto again = m_journal->takeUp(id);
        if (!again) {
            qWarning("%s", qPrintable(again.error().message));
            return {};
        }
        follow(*std::move(again));
    }
    return m_journal->operation(id).value_or(workflow::Operation());
}

void SimFlinkOperationsTest::checkGoal(const workflow::Operation& operation)
{
    const QString path = operation.facts[u"path"_s].toString();
    const QString verb = operation.plan.operation;
    if (verb == u"savepoint" || verb == u"suspend") {
        QVERIFY2(path.contains(u"/savepoint-"_s), qPrintable(path));
        QVERIFY(isOnDisk(path));
        QCOMPARE(operation.result, path);
    }
    if (verb == u"resume") {
        QCOMPARE(operation.facts[u"restoredFrom"_s].toString(), m_savepoint);
        int running = 0;
        for (const QJsonValue job : m_server->flink.object(u"/jobs"_s)[u"jobs"_s].toArray())
            running += job[u"status"_s].toString() == u"RUNNING" ? 1 : 0;
        QCOMPARE(running, 1);
    } else if (verb == u"suspend")
        QCOMPARE(state(), u"FINISHED"_s);
    else if (verb == u"delete")
        QCOMPARE(state(), u"CANCELED"_s);
    else
        QCOMPARE(state(), u"RUNNING"_s);
    if (verb == u"rescale") {
        for (const QJsonValue vertex : m_server->flink.object(u"/jobs/"_s + m_job)[u"vertices"_s].toArray())
            QCOMPARE(vertex[u"parallelism"_s].toInt(), 1);
    }
}

void SimFlinkOperationsTest::operationsReachTheirGoal_data()
{
    QTest::addColumn<Verb>("verb");
    for (const Verb verb : verbs)
        QTest::newRow(qPrintable(verbWord(verb))) << verb;
}

void SimFlinkOperationsTest::operationsReachTheirGoal()
{
    QFETCH(Verb, verb);
    beginFor(verb);
    const workflow::Operation operation = carryOut(intentOf(verb));
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QStringList steps;
    for (const StepRecord& step : operation.steps)
        steps.append(step.id);
    QStringList expected;
    for (const auto& [kind, sends] : stepsOf(verb))
        expected.append(kind.toString());
    QCOMPARE(steps, expected);
    QCOMPARE(m_server->taken.size(), 1);
    checkGoal(operation);
}

void SimFlinkOperationsTest::troubleAtEachStep_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("step");
    for (const Verb verb : verbs) {
        for (const auto& [kind, sends] : stepsOf(verb)) {
            for (const auto& [trouble, text] : troubles) {
                if (!strikesRequest(trouble) || sends)
                    QTest::addRow("%s, %s: %s", qPrintable(verbWord(verb)), qPrintable(kind.toString()), text)
                        << verb << trouble << kind.toString();
            }
        }
    }
}

void SimFlinkOperationsTest::troubleAtEachStep()
{
    QFETCH(Verb, verb);
    QFETCH(Trouble, trouble);
    QFETCH(QString, step);
    beginFor(verb);
    const workflow::Operation operation = carryOut(intentOf(verb), trouble, step);
    QVERIFY(!operation.id.isEmpty());
    QVERIFY2(operation.state == State::Succeeded || operation.state == State::Failed ||
                 operation.state == State::Cancelled,
             qPrintable(stateWord(operation.state) + u": "_s + operation.result));

    // Nothing is done twice.
    QVERIFY2(m_server->taken.size() <= 1, m_server->taken.join('\n').constData());

    const bool mustSucceed = trouble == Trouble::Broken || trouble == Trouble::RequestLost ||
                             trouble == Trouble::AnswerLost || trouble == Trouble::GatewayTimeout ||
                             trouble == Trouble::Election || trouble == Trouble::Killed;
    if (mustSucceed)
        QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    if (trouble == Trouble::Forbidden) {
        QCOMPARE(operation.state, State::Failed);
        QVERIFY(m_server->taken.isEmpty());
        QCOMPARE(state(), verb == Verb::Resume ? u"FINISHED"_s : u"RUNNING"_s);
    }
    // A JobManager that starts anew knows nothing of a job that has ended.
    const bool isForgotten = trouble == Trouble::ManagerRestart && step == flinkstep::ended;
    if (isForgotten)
        QVERIFY(state().isEmpty());
    if (operation.state == State::Succeeded && trouble != Trouble::JobCancelled && !isForgotten)
        checkGoal(operation);
    if (operation.state == State::Succeeded)
        return;
    // It says why, and the job has not been touched more than it says.
    QVERIFY(!operation.result.isEmpty());
    const auto failed = std::ranges::find(operation.steps, StepRecord::State::Failed, &StepRecord::state);
    if (operation.state == State::Failed)
        QVERIFY(failed != operation.steps.end() && !failed->detail.isEmpty());
}

void SimFlinkOperationsTest::thePlanSaysWhatWillHappen()
{
    begin();
    const workflow::Plan planned = plan(intentOf(Verb::Suspend));
    QVERIFY(!planned.isBlocked());
    QVERIFY(isAtEndpoint(planned));
    QCOMPARE(planned.operation, u"suspend"_s);
    QCOMPARE(planned.object, u"Job "_s + m_job);
    QCOMPARE(planned.uid, m_job);
    QCOMPARE(planned.context, m_server->server.url().toString());
    for (const QStringView id :
         {u"endpoint", u"protected", u"other-operation", u"job-state", u"last-checkpoint", u"savepoint-directory"}) {
        const workflow::Check* check = checkOf(planned, id);
        QVERIFY2(check, qPrintable(id.toString()));
        QVERIFY(!check->message.isEmpty());
    }
    QVERIFY(checkOf(planned, u"endpoint")->message.contains(u"1.20"_s));
    QCOMPARE(checkOf(planned, u"savepoint-directory")->evidence, u"file:///flink-data/orders/sp"_s);
    const workflow::Sending& sending = *planned.steps.first().sends;
    QCOMPARE(sending.method, u"POST"_s);
    QCOMPARE(sending.path, u"/jobs/%1/stop"_s.arg(m_job));
    QCOMPARE(sending.body[u"triggerId"_s].toString().size(), 32);
    QVERIFY(sending.command.startsWith(u"curl -X POST"_s));
    QVERIFY(sending.command.endsWith(m_server->server.url().toString() + sending.path));
    // Each plan has its own.
    QVERIFY(plan(intentOf(Verb::Suspend)).steps.first().sends->body != sending.body);
    // Asking changes nothing.
    QVERIFY(m_server->taken.isEmpty());
    QVERIFY(m_journal->operations().isEmpty());
}

void SimFlinkOperationsTest::aBlockedPlanSaysWhy_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("check");
    QTest::newRow("no directory") << Verb::Savepoint << u"execution.checkpointing.savepoint-dir"_s << QString()
                                  << QString() << u"savepoint-directory"_s;
    QTest::newRow("no adaptive scheduler") << Verb::Rescale << QString() << QString() << QString() << u"scheduler"_s;
    QTest::newRow("nothing would change")
        << Verb::Rescale << u"jobmanager.scheduler"_s << u"adaptive"_s << u"rescaled"_s << u"intent"_s;
    QTest::newRow("it has ended") << Verb::Suspend << QString() << QString() << u"cancelled"_s << u"intent"_s;
    QTest::newRow("it restarts") << Verb::Suspend << QString() << QString() << u"failed"_s << u"job-state"_s;
}

void SimFlinkOperationsTest::aBlockedPlanSaysWhy()
{
    QFETCH(Verb, verb);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, end);
    QFETCH(QString, check);
    begin(key.isEmpty() ? QMap<QString, QString>() : QMap<QString, QString>{{key, value}});
    if (end == u"cancelled")
        (void)m_server->flink.ask("PATCH", u"/jobs/%1?mode=cancel"_s.arg(m_job));
    if (end == u"failed")
        m_server->flink.job().failGlobally(sim::flink::exception(u"java.lang.RuntimeException: broken"_s, {}));
    if (end == u"rescaled")
        QCOMPARE(carryOut(intentOf(verb)).state, State::Succeeded);
    if (end == u"cancelled")
        m_server->flink.advance(10s);
    const workflow::Plan planned = plan(intentOf(verb));
    QVERIFY(planned.isBlocked());
    const workflow::Check* found = checkOf(planned, check);
    QVERIFY(found);
    QCOMPARE(found->verdict, workflow::Check::Verdict::Fail);
    QVERIFY(!found->message.isEmpty());
}

void SimFlinkOperationsTest::aProtectedEndpointGetsNothing()
{
    begin();
    FlinkSite here = site();
    here.isProtected = true;
    const workflow::Plan planned = planOf(survey(intentOf(Verb::Savepoint)), here);
    QVERIFY(planned.isBlocked());
    QCOMPARE(checkOf(planned, u"protected")->verdict, workflow::Check::Verdict::Fail);
    // Nor does a plan that was made before it was protected.
    auto opened = m_journal->begin(plan(intentOf(Verb::Savepoint)));
    QVERIFY(opened);
    m_client->setAccess(http::Access::ReadOnly);
    const QString id = follow(*std::move(opened));
    QCOMPARE(m_journal->operation(id)->state, State::Failed);
    QVERIFY(m_journal->operation(id)->result.contains(u"protected"_s));
    for (const support::Recorded& request : m_server->server.requests())
        QCOMPARE(request.method, "GET");
}

void SimFlinkOperationsTest::deletionStopsWithASavepointUnlessTold()
{
    begin();
    FlinkIntent intent = intentOf(Verb::Delete);
    intent.withSavepoint = true;
    const workflow::Operation operation = carryOut(intent);
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QVERIFY(isOnDisk(operation.result));
    QCOMPARE(state(), u"FINISHED"_s);
}

void SimFlinkOperationsTest::aDrainedJobSaysSo()
{
    begin();
    FlinkIntent intent = intentOf(Verb::Suspend);
    intent.drains = true;
    const workflow::Plan planned = plan(intent);
    QVERIFY(planned.steps.first().sends->body[u"drain"_s].toBool());
    QCOMPARE(planned.confirmation, workflow::Confirmation::TypeName);
    QVERIFY(planned.summary != plan(intentOf(Verb::Suspend)).summary);
    const workflow::Operation operation = carryOut(intent);
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
}

void SimFlinkOperationsTest::savepointsGoWhereTheyAreTold()
{
    begin({{u"execution.checkpointing.savepoint-dir"_s, QString()}});
    for (const Verb verb : {Verb::Savepoint, Verb::Suspend}) {
        FlinkIntent intent = intentOf(verb);
        intent.directory = u"file:///flink-data/elsewhere"_s;
        intent.format = flink::SavepointFormat::Native;
        const workflow::Operation operation = carryOut(intent);
        QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
        QVERIFY2(operation.result.startsWith(u"file:/flink-data/elsewhere/"_s) ||
                     operation.result.startsWith(intent.directory),
                 qPrintable(operation.result));
        QVERIFY(isOnDisk(operation.result));
    }
}

void SimFlinkOperationsTest::aSavepointThatFailsSaysWhy()
{
    begin();
    m_server->flink.manager().setSavepointFault(
        sim::flink::SnapshotFault{sim::flink::SnapshotFault::When::AtFinish, u"Failure to finalize checkpoint."_s});
    const workflow::Operation operation = carryOut(intentOf(Verb::Suspend));
    QCOMPARE(operation.state, State::Failed);
    QVERIFY2(operation.result.contains(u"finalize"_s), qPrintable(operation.result));
    QCOMPARE(m_server->taken.size(), 1);
    QVERIFY(state() != u"FINISHED"_s);
}

void SimFlinkOperationsTest::theOperatorsClustersAreWarnedOf()
{
    begin({{u"kubernetes.cluster-id"_s, u"orders"_s}, {u"web.cancel.enable"_s, u"false"_s}});
    const workflow::Plan planned = plan(intentOf(Verb::Suspend));
    QVERIFY(!planned.isBlocked());
    QVERIFY(checkOf(planned, u"ownership"));
    QCOMPARE(checkOf(planned, u"ownership")->verdict, workflow::Check::Verdict::Warn);
    // A savepoint disturbs nobody.
    QVERIFY(!checkOf(plan(intentOf(Verb::Savepoint)), u"ownership"));
}

void SimFlinkOperationsTest::anInterruptedOperationBlocksTheNext()
{
    begin();
    QString id;
    {
        auto opened = m_journal->begin(plan(intentOf(Verb::Savepoint)));
        QVERIFY(opened);
        id = (*opened)->operation().id;
    }
    const workflow::Plan next = plan(intentOf(Verb::Suspend));
    QVERIFY(next.isBlocked());
    QVERIFY(checkOf(next, u"other-operation")->message.contains(id));
}

void SimFlinkOperationsTest::whatTheProgramIsToldIsInNoJournal()
{
    beginFor(Verb::Resume);
    FlinkIntent intent = intentOf(Verb::Resume);
    intent.run.arguments = {u"--password=hunter2hunter2"_s};
    const workflow::Plan planned = plan(intent);
    auto opened = m_journal->begin(planned);
    QVERIFY(opened);
    const QString id = (*opened)->operation().id;
    QFile file(m_folder->filePath(u"operations/"_s + id + u".jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("programArgsList"));
    QVERIFY(!written.contains("hunter2"));
    // Whoever has only the journal does not run it with something else.
    follow(*std::move(opened));
    QCOMPARE(m_journal->operation(id)->state, State::Failed);
    QVERIFY(m_server->taken.isEmpty());
}

void SimFlinkOperationsTest::aJobIsResumedFromWhatItEndedWith()
{
    beginFor(Verb::Resume);
    QCOMPARE(survey(intentOf(Verb::Resume)).source(), m_savepoint);
    // Flink has forgotten it, and Drey's journal has not.
    m_server->flink.restartManager();
    m_server->flink.advance(20s);
    const FlinkSurvey forgotten = survey(intentOf(Verb::Resume));
    QVERIFY(!forgotten.job.value);
    QCOMPARE(forgotten.source(), m_savepoint);
    // Its jars are gone with it.
    const workflow::Plan planned = planOf(forgotten, site());
    QVERIFY(planned.isBlocked());
    QVERIFY(!checkOf(planned, u"intent")->message.isEmpty());
    FlinkIntent chosen = intentOf(Verb::Resume);
    chosen.run.savepoint = u"file:/elsewhere/savepoint-1"_s;
    QCOMPARE(survey(chosen).source(), chosen.run.savepoint);
}

QTEST_GUILESS_MAIN(SimFlinkOperationsTest)
#include "tst_simflinkoperations.moc"
