#include "core/workflow/plan.h"
#include "tests/cli/dreyctlfixture.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms: other tests may have the machine
const QString victim = u"payment-authorize"_s;

} // namespace

/// Operations as they are typed, at a practice cluster that runs as a program of its own.
class DreyctlOperationsTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void aPlanIsOneDocumentAndChangesNothing();
    void aSavepointEndsWithItsPath();
    void nobodyToAgreeIsAUsage();
    void aProtectedContextNeedsItsName();
    void whoMayNotIsTold();
    void nothingToDoFails();
    void noWaitEndsAfterTheFirstRequest();
    void aSpecIsChangedFromAManifest();
    void whatMakesNoSenseIsAUsage_data();
    void whatMakesNoSenseIsAUsage();
    void operationsAreListedShownAndHandedOver();
    void aKilledProcessIsContinued();
    void waysOutOfWhatIsStuckAreTold();
    void theListOfCandidatesIsPartOfThePlan();
    void aBlueGreenDeploymentShowsBothColours();
    void whoSitsAtATerminalIsAsked_data();
    void whoSitsAtATerminalIsAsked();
    void whatWasAgreedToLongAgoIsLookedAtAgain();

private:
    support::Outcome operate(const QStringList& words);
    void prepare(QProcess& process); ///< with the places that run() has
    QJsonObject deployment();
    /// Types it at a terminal; false: it does not come to its question.
    bool ask(QProcess& terminal, const QStringList& words);
    QJsonArray operations() { return operate({u"operations"_s, u"-o"_s, u"json"_s}).json()[u"items"_s].toArray(); }

    QTemporaryDir m_place;
    QProcess m_practice;
    QString m_kubeconfig;
};

void DreyctlOperationsTest::initTestCase()
{
    support::keepClean();
    m_kubeconfig = m_place.filePath(u"practice.yaml"_s);
    m_practice.start(QStringLiteral(DREYCTL),
                     {u"practice"_s, u"serve"_s, u"--speed"_s, u"60"_s, u"--kubeconfig-out"_s, m_kubeconfig});
    QTRY_VERIFY_WITH_TIMEOUT(m_practice.canReadLine(), patience);
}

void DreyctlOperationsTest::cleanupTestCase()
{
    m_practice.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_practice.state(), QProcess::NotRunning, patience);
}

void DreyctlOperationsTest::init()
{
    begin();
}

support::Outcome DreyctlOperationsTest::operate(const QStringList& words)
{
    const bool isContextNamed = words.contains(u"--context"_s);
    QStringList all = words + QStringList{u"--kubeconfig"_s, m_kubeconfig, u"--lang"_s, u"en"_s};
    if (!isContextNamed && words.first() != u"operations")
        all += {u"-n"_s, u"payments"_s};
    return run(all);
}

void DreyctlOperationsTest::prepare(QProcess& process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
    environment.remove(u"XDG_STATE_HOME"_s);
    process.setProcessEnvironment(environment);
}

QJsonObject DreyctlOperationsTest::deployment()
{
    const QJsonArray items =
        operate({u"get"_s, u"deployments"_s, victim, u"-o"_s, u"json"_s}).json()[u"items"_s].toArray();
    return items.isEmpty() ? QJsonObject() : items.first().toObject();
}

void DreyctlOperationsTest::aPlanIsOneDocumentAndChangesNothing()
{
    const qint64 before = deployment()[u"generation"_s].toInteger();
    const support::Outcome said =
        operate({u"upgrade"_s, victim, u"--set"_s, u"spec.flinkConfiguration['web.timeout']=700000"_s, u"--plan"_s,
                 u"-o"_s, u"json"_s});
    QCOMPARE(said.code, 0);
    const QJsonObject plan = said.json();
    QCOMPARE(support::missingKeys(plan, {u"kind"_s, u"operation"_s, u"object"_s, u"preflight"_s, u"steps"_s,
                                         u"expectedMs"_s, u"confirm"_s}),
             QStringList());
    QCOMPARE(plan[u"kind"_s].toString(), u"Plan"_s);
    for (const QJsonValue check : plan[u"preflight"_s].toArray())
        QCOMPARE(support::missingKeys(check.toObject(),
                                      {u"id"_s, u"verdict"_s, u"message"_s, u"evidence"_s, u"observedAt"_s}),
                 QStringList());
    const QJsonArray steps = plan[u"steps"_s].toArray();
    for (const QJsonValue step : steps)
        QCOMPARE(support::missingKeys(step.toObject(),
                                      {u"id"_s, u"title"_s, u"request"_s, u"waitsFor"_s, u"lostIfStoppedHere"_s}),
                 QStringList());
    QCOMPARE(steps.first()[u"request"_s][u"method"_s].toString(), u"PATCH"_s);
    // Flink's keys are texts, whatever they look like.
    bool isText = false;
    for (const QJsonValue change : steps.first()[u"request"_s][u"body"_s].toArray())
        isText = isText || change[u"value"_s].toString() == u"700000";
    QVERIFY(isText);
    QCOMPARE(deployment()[u"generation"_s].toInteger(), before);
    QVERIFY(operations().isEmpty());

    const support::Outcome korean = run({u"savepoint"_s, victim, u"-n"_s, u"payments"_s, u"--plan"_s, u"--lang"_s,
                                         u"ko"_s, u"--kubeconfig"_s, m_kubeconfig});
    QVERIFY2(korean.out.contains("사전 점검"), korean.out.constData());
}

void DreyctlOperationsTest::aSavepointEndsWithItsPath()
{
    const support::Outcome said =
        operate({u"savepoint"_s, victim, u"--format"_s, u"native"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QJsonObject operation = said.json();
    QCOMPARE(support::missingKeys(
                 operation, {u"kind"_s, u"id"_s, u"operation"_s, u"object"_s, u"state"_s, u"steps"_s, u"result"_s}),
             QStringList());
    QCOMPARE(operation[u"kind"_s].toString(), u"Operation"_s);
    QCOMPARE(operation[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY(operation[u"result"_s].toString().contains(u"/savepoint-"_s));
    QCOMPARE(operation[u"facts"_s][u"path"_s].toString(), operation[u"result"_s].toString());
    // What happens meanwhile is told beside it.
    QVERIFY(said.err.contains("The savepoint is made"));
}

void DreyctlOperationsTest::nobodyToAgreeIsAUsage()
{
    const support::Outcome said = operate({u"suspend"_s, victim});
    QCOMPARE(said.code, 2);
    QVERIFY2(said.err.contains("--yes"), said.err.constData());
    QVERIFY(operations().isEmpty());
}

void DreyctlOperationsTest::aProtectedContextNeedsItsName()
{
    QDir().mkpath(path(u"settings/drey"_s));
    QFile settings(path(u"settings/drey/connections.json"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"version": 1, "connections": [{"id": "context:practice", "environment": "production"}]})");
    settings.close();
    const support::Outcome refused = operate({u"savepoint"_s, victim, u"--yes"_s});
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.err.contains("protected"), refused.err.constData());
    const support::Outcome wrong = operate({u"savepoint"_s, victim, u"--yes"_s, u"--allow-protected"_s, u"another"_s});
    QCOMPARE(wrong.code, 4);
    const support::Outcome right = operate({u"savepoint"_s, victim, u"--yes"_s, u"--allow-protected"_s, u"practice"_s});
    QVERIFY2(right.code == 0, right.err.constData());
}

void DreyctlOperationsTest::whoMayNotIsTold()
{
    const support::Outcome said =
        operate({u"savepoint"_s, victim, u"--yes"_s, u"-n"_s, u"payments"_s, u"--context"_s, u"practice-viewer"_s});
    QCOMPARE(said.code, 4);
    QVERIFY2(said.err.contains("You may not: create flinkstatesnapshots"), said.err.constData());
}

void DreyctlOperationsTest::nothingToDoFails()
{
    const support::Outcome said = operate({u"resume"_s, victim, u"--yes"_s});
    QCOMPARE(said.code, 5);
    QVERIFY2(said.err.contains("It is not suspended."), said.err.constData());
    const support::Outcome absent = operate({u"savepoint"_s, u"nobody"_s, u"--yes"_s});
    QCOMPARE(absent.code, 5);
    QVERIFY2(absent.err.contains("nobody"), absent.err.constData());
}

void DreyctlOperationsTest::noWaitEndsAfterTheFirstRequest()
{
    const support::Outcome said = operate({u"checkpoint"_s, victim, u"--no-wait"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QString id = said.json()[u"id"_s].toString();
    QCOMPARE(said.json()[u"steps"_s][0][u"state"_s].toString(), u"done"_s);
    const support::Outcome followed = operate({u"operations"_s, u"continue"_s, id, u"-o"_s, u"json"_s});
    QVERIFY2(followed.code == 0, followed.err.constData());
    QCOMPARE(followed.json()[u"state"_s].toString(), u"succeeded"_s);
}

void DreyctlOperationsTest::aSpecIsChangedFromAManifest()
{
    QFile file(path(u"orders.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kind: FlinkDeployment\nmetadata: {name: payment-authorize}\nspec:\n  flinkConfiguration: {web.timeout: "
               "\"650000\"}\n"
               "  job: {parallelism: 4}\n");
    file.close();
    const support::Outcome said =
        operate({u"upgrade"_s, victim, u"-f"_s, file.fileName(), u"--plan"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    // What it does not name stays, and what is so already is not written.
    const QJsonArray patch = said.json()[u"steps"_s][0][u"request"_s][u"body"_s].toArray();
    QCOMPARE(patch.size(), 3);
    QCOMPARE(patch.last()[u"path"_s].toString(), u"/spec/flinkConfiguration/web.timeout"_s);
    const support::Outcome other = operate({u"upgrade"_s, u"fraud-scoring"_s, u"-f"_s, file.fileName(), u"--plan"_s});
    QCOMPARE(other.code, 2);
}

void DreyctlOperationsTest::whatMakesNoSenseIsAUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("nothing to change") << QStringList{u"upgrade"_s, victim} << QByteArray("--help");
    QTest::newRow("no path") << QStringList{u"upgrade"_s, victim, u"--set"_s, u"image=x"_s} << QByteArray("image=x");
    QTest::newRow("no number") << QStringList{u"rescale"_s, victim, u"--parallelism"_s, u"many"_s}
                               << QByteArray("many");
    QTest::newRow("no seconds") << QStringList{u"restart"_s, victim, u"--settle"_s, u"long"_s} << QByteArray("long");
    QTest::newRow("no name") << QStringList{u"suspend"_s, u"../x"_s} << QByteArray("../x");
    QTest::newRow("no such format") << QStringList{u"savepoint"_s, victim, u"--format"_s, u"zip"_s}
                                    << QByteArray("zip");
    QTest::newRow("drained without a savepoint")
        << QStringList{u"delete"_s, victim, u"--drain"_s, u"--no-savepoint"_s} << QByteArray("exclude each other");
    QTest::newRow("drained to be resumed")
        << QStringList{u"suspend"_s, victim, u"--drain"_s} << QByteArray("--endpoint");
    QTest::newRow("no such operation") << QStringList{u"rollback"_s, victim, u"--to"_s, u"yesterday"_s}
                                       << QByteArray("yesterday");
    QTest::newRow("which operation") << QStringList{u"operations"_s, u"show"_s} << QByteArray("Which");
    QTest::newRow("a list of one") << QStringList{u"operations"_s, u"list"_s, u"x"_s} << QByteArray("list");
}

void DreyctlOperationsTest::whatMakesNoSenseIsAUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, names);
    const support::Outcome said = operate(words);
    QCOMPARE(said.code, 2);
    QVERIFY2(said.err.contains(names), said.err.constData());
}

void DreyctlOperationsTest::operationsAreListedShownAndHandedOver()
{
    QVERIFY(operate({u"operations"_s}).out.contains("Nothing has been done yet."));
    const support::Outcome said = operate({u"checkpoint"_s, victim, u"--no-wait"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QString id = said.json()[u"id"_s].toString();
    QCOMPARE(operations().size(), 1);
    QCOMPARE(operations().first()[u"state"_s].toString(), u"interrupted"_s);
    // It stands in the way of the next one, until somebody says what becomes of it.
    const support::Outcome next = operate({u"savepoint"_s, victim, u"--yes"_s});
    QCOMPARE(next.code, 5);
    QVERIFY2(next.err.contains(id.toUtf8()), next.err.constData());
    QCOMPARE(operate({u"operations"_s, u"abandon"_s, id}).code, 0);
    QCOMPARE(operations().first()[u"state"_s].toString(), u"abandoned"_s);
    QCOMPARE(operate({u"operations"_s, u"continue"_s, id}).code, 5);
    QCOMPARE(operate({u"operations"_s, u"show"_s, u"20260915T025801Z-000000"_s}).code, 5);
    // Another place, another journal.
    const support::Outcome elsewhere = operate({u"operations"_s, u"--state-dir"_s, path(u"elsewhere"_s)});
    QVERIFY(elsewhere.out.contains("Nothing has been done yet."));
}

void DreyctlOperationsTest::aKilledProcessIsContinued()
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(DREYCTL), {u"restart"_s, victim, u"-n"_s, u"payments"_s, u"--yes"_s, u"--settle"_s,
                                            u"1"_s, u"--kubeconfig"_s, m_kubeconfig});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("takes it up"), patience);
    const qint64 generation = deployment()[u"generation"_s].toInteger();
    ::kill(pid_t(process.processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
    const QJsonValue interrupted = operations().first();
    QCOMPARE(interrupted[u"state"_s].toString(), u"interrupted"_s);
    const support::Outcome said =
        operate({u"operations"_s, u"continue"_s, interrupted[u"id"_s].toString(), u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QCOMPARE(said.json()[u"state"_s].toString(), u"succeeded"_s);
    QCOMPARE(deployment()[u"generation"_s].toInteger(), generation);
}

void DreyctlOperationsTest::waysOutOfWhatIsStuckAreTold()
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(DREYCTL),
                  {u"upgrade"_s, victim, u"-n"_s, u"payments"_s, u"--image"_s, u"registry.hanbit.example/nowhere:9"_s,
                   u"--yes"_s, u"--kubeconfig"_s, m_kubeconfig, u"--lang"_s, u"en"_s});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("Ctrl+C ends this one"), patience);
    const QString id = operations().first()[u"id"_s].toString();
    const QByteArray back =
        "dreyctl rollback payment-authorize -n payments --to " + id.toLatin1() + " --context practice";
    QVERIFY2(told.contains(back), told.constData());
    QVERIFY2(told.contains("dreyctl recover payment-authorize -n payments --context practice"), told.constData());
    QCOMPARE(told.count("What can be done about it"), told.count("Ctrl+C ends this one"));
    ::kill(pid_t(process.processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
    // What nobody is at is given up first.
    const support::Outcome shown = operate({u"operations"_s, u"show"_s, id});
    QVERIFY2(shown.out.contains("dreyctl operations abandon " + id.toLatin1() + " && " + back), shown.out.constData());
    const QJsonArray offers =
        operate({u"operations"_s, u"show"_s, id, u"-o"_s, u"json"_s}).json()[u"offers"_s].toArray();
    QCOMPARE(offers.size(), 2);
    QCOMPARE(offers.at(0)[u"command"_s].toString(), u"dreyctl operations continue %1 --context practice"_s.arg(id));
    QCOMPARE(offers.at(1)[u"id"_s].toString(), u"take-back"_s);
    // The command does what it says.
    QCOMPARE(operate({u"operations"_s, u"abandon"_s, id}).code, 0);
    const support::Outcome rolled =
        operate({u"rollback"_s, victim, u"--to"_s, id, u"--yes"_s, u"--settle"_s, u"1"_s, u"-o"_s, u"json"_s});
    QVERIFY2(rolled.code == 0, rolled.err.constData());
    QVERIFY(rolled.json()[u"offers"_s].toArray().isEmpty());
}

void DreyctlOperationsTest::theListOfCandidatesIsPartOfThePlan()
{
    const support::Outcome said = operate({u"recover"_s, victim, u"--plan"_s, u"-o"_s, u"json"_s});
    // It runs, so there is nothing to recover; what could be restored is told all the same.
    QCOMPARE(said.code, 1);
    const QJsonArray candidates = said.json()[u"candidates"_s].toArray();
    QVERIFY(!candidates.isEmpty());
    for (const QJsonValue candidate : candidates)
        QCOMPARE(support::missingKeys(candidate.toObject(), {u"path"_s, u"type"_s, u"sources"_s, u"completedAt"_s,
                                                             u"verdict"_s, u"problem"_s}),
                 QStringList());
    const support::Outcome beyond = operate({u"recover"_s, victim, u"--candidate"_s, u"999"_s, u"--plan"_s});
    QCOMPARE(beyond.code, 2);
}

void DreyctlOperationsTest::aBlueGreenDeploymentShowsBothColours()
{
    const QStringList there{u"recommendation-feed"_s,
                            u"--kubeconfig"_s,
                            m_kubeconfig,
                            u"-n"_s,
                            u"analytics"_s,
                            u"--lang"_s,
                            u"en"_s,
                            u"-o"_s,
                            u"json"_s};
    const support::Outcome shown = run(QStringList{u"bluegreen"_s, there.first(), u"status"_s} + there.mid(1));
    QCOMPARE(shown.code, 0);
    QCOMPARE(shown.json()[u"kind"_s].toString(), u"BlueGreen"_s);
    QCOMPARE(shown.json()[u"blueGreenState"_s].toString(), u"ACTIVE_BLUE"_s);
    const QJsonArray colours = shown.json()[u"colours"_s].toArray();
    QCOMPARE(colours.size(), 1); // green is not there
    QCOMPARE(colours.first()[u"name"_s].toString(), u"recommendation-feed-blue"_s);
    QVERIFY(colours.first()[u"active"_s].toBool());
    QCOMPARE(colours.first()[u"jobState"_s].toString(), u"RUNNING"_s);

    const QStringList transition{u"bluegreen"_s, there.first(), u"transition"_s};
    const support::Outcome plan = run(transition + there.mid(1) + QStringList{u"--parallelism"_s, u"3"_s, u"--plan"_s});
    QCOMPARE(plan.code, 0);
    QCOMPARE(plan.json()[u"object"_s].toString(), u"FlinkBlueGreenDeployment analytics/recommendation-feed"_s);
    QCOMPARE(plan.json()[u"details"_s][u"predicted"_s].toString(), u"stopWithSavepoint"_s);
    QVERIFY(run(transition + there.mid(1) + QStringList{u"--plan"_s}).code == 2); // what is to change?
}

bool DreyctlOperationsTest::ask(QProcess& terminal, const QStringList& words)
{
    const QStringList all = QStringList{QStringLiteral(DREYCTL)} + words +
                            QStringList{u"-n"_s,     u"payments"_s, u"--kubeconfig"_s, m_kubeconfig,
                                        u"--lang"_s, u"en"_s,       u"--settle"_s,     u"1"_s};
    terminal.setProcessEnvironment(environment());
    terminal.setProcessChannelMode(QProcess::MergedChannels);
    terminal.start(u"script"_s, {u"-qfec"_s, all.join(u' '), u"/dev/null"_s});
    QByteArray told;
    return QTest::qWaitFor([&] { return (told += terminal.readAll()).contains("Go on?"); }, patience);
}

void DreyctlOperationsTest::whoSitsAtATerminalIsAsked_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("code");
    QTest::newRow("yes") << QByteArray("y\n") << 0;
    QTest::newRow("no") << QByteArray("n\n") << 5;
    QTest::newRow("something else") << QByteArray("yes of course\n") << 5;
}

void DreyctlOperationsTest::whoSitsAtATerminalIsAsked()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, code);
    const qsizetype before = operations().size();
    QProcess terminal;
    QVERIFY(ask(terminal, {u"restart"_s, victim}));
    QCOMPARE(operations().size(), before);
    terminal.write(typed);
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, patience);
    QVERIFY2(terminal.exitCode() == code, terminal.readAll().constData());
    QCOMPARE(operations().size(), before + (code == 0 ? 1 : 0));
}

void DreyctlOperationsTest::whatWasAgreedToLongAgoIsLookedAtAgain()
{
    const qsizetype before = operations().size();
    QProcess terminal;
    QVERIFY(ask(terminal, {u"restart"_s, victim}));
    const support::Outcome edited =
        operate({u"upgrade"_s, victim, u"--set"_s, u"spec.flinkConfiguration['web.timeout']=700001"_s, u"--yes"_s,
                 u"--settle"_s, u"1"_s});
    QVERIFY2(edited.code == 0, edited.err.constData());
    QTest::qSleep(std::chrono::milliseconds(workflow::oldPlan).count() + 1000); // what is agreed to must be old by then
    terminal.write("y\n");
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += terminal.readAll()).contains("Go on?"), patience);
    QVERIFY2(told.contains("Meanwhile it has changed"), told.constData());
    QCOMPARE(operations().size(), before + 1);
    terminal.write("n\n");
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, patience);
    QCOMPARE(terminal.exitCode(), 5);
}

QTEST_GUILESS_MAIN(DreyctlOperationsTest)
#include "tst_dreyctloperations.moc"
