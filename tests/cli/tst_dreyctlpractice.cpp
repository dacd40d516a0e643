#include "tests/cli/dreyctlfixture.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 200'000; // ms: other tests may have the machine

} // namespace

/// The practice cluster as it is run from a terminal: the real program, real sockets, signals.
class DreyctlPracticeTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void init() { begin(); }
    void listsWhatCanBeRehearsed();
    void servesUntilItIsToldToStop_data();
    void servesUntilItIsToldToStop();
    void leavesAFileThatIsThereAlone();
    void tellsTheStoryAndAtTheEndWhatItWas();
    void refusesAScenarioThatDoesNotExist();
};

void DreyctlPracticeTest::listsWhatCanBeRehearsed()
{
    const auto listed = run({u"practice"_s, u"list"_s, u"-o"_s, u"json"_s});
    QCOMPARE(listed.code, 0);
    const auto json = listed.json();
    QCOMPARE(json["kind"_L1].toString(), u"ScenarioList"_s);
    QSet<QString> names;
    for (const auto& item : json["items"_L1].toArray()) {
        QCOMPARE(support::missingKeys(item.toObject(), {u"name"_s, u"title"_s, u"story"_s, u"difficulty"_s}),
                 QStringList());
        QVERIFY(item["difficulty"_L1].toInt() >= 1 && item["difficulty"_L1].toInt() <= 3);
        names.insert(item["name"_L1].toString());
    }
    for (const auto& name : {u"healthy"_s, u"operator-down"_s, u"bad-upgrade"_s})
        QVERIFY2(names.contains(name), qPrintable(name));

    const auto table = run({u"practice"_s, u"list"_s});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("operator-down"));
    const auto korean = run({u"practice"_s, u"list"_s, u"--lang"_s, u"ko"_s});
    QVERIFY2(korean.out.contains("난이도"), korean.out.constData());
}

void DreyctlPracticeTest::servesUntilItIsToldToStop_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void DreyctlPracticeTest::servesUntilItIsToldToStop()
{
    QFETCH(const int, signal);
    const auto file = path(u"practice.yaml"_s);
    QProcess process;
    process.start(QStringLiteral(DREYCTL), {u"practice"_s, u"serve"_s, u"--scenario"_s, u"operator-down"_s, u"--seed"_s,
                                            u"7"_s, u"--kubeconfig-out"_s, file});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), patience);
    const auto line = QJsonDocument::fromJson(process.readLine()).object();
    QCOMPARE(line["kind"_L1].toString(), u"Practice"_s);
    QCOMPARE(line["seed"_L1].toInt(), 7);
    QCOMPARE(line["kubeconfig"_L1].toString(), file);
    QVERIFY(line["namespaces"_L1].toArray().contains(u"payments"_s));
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    const auto fleet = run({u"get"_s, u"deployments"_s, u"-A"_s, u"-o"_s, u"json"_s, u"--kubeconfig"_s, file});
    QCOMPARE(fleet.code, 0);
    QVERIFY(fleet.json()["items"_L1].toArray().size() >= 12);

    ::kill(pid_t(process.processId()), signal);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(file));
}

void DreyctlPracticeTest::leavesAFileThatIsThereAlone()
{
    const auto file = path(u"mine.yaml"_s);
    QFile mine(file);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("precious\n") > 0);
    mine.close();
    const auto refused = run({u"practice"_s, u"serve"_s, u"--kubeconfig-out"_s, file});
    QCOMPARE(refused.code, 5);
    QVERIFY2(refused.err.contains("mine.yaml"), refused.err.constData());
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), "precious\n");
}

void DreyctlPracticeTest::tellsTheStoryAndAtTheEndWhatItWas()
{
    QProcess process;
    process.start(QStringLiteral(DREYCTL), {u"practice"_s, u"serve"_s, u"--scenario"_s, u"operator-down"_s,
                                            u"--kubeconfig-out"_s, path(u"told.yaml"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), patience);
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patience);
    const auto told = process.readAllStandardError();
    const auto list = run({u"practice"_s, u"list"_s, u"-o"_s, u"json"_s}).json()["items"_L1].toArray();
    for (const auto& item : list) {
        if (item["name"_L1].toString() != u"operator-down")
            continue;
        QVERIFY(item["hints"_L1].toArray().size() >= 2);
        QVERIFY2(told.contains(item["story"_L1].toString().toUtf8()), told.constData());
    }
    QVERIFY2(told.contains("What it was: "), told.constData());
    QVERIFY2(told.contains("hints taken: 0"), told.constData());
}

void DreyctlPracticeTest::refusesAScenarioThatDoesNotExist()
{
    const auto refused = run({u"practice"_s, u"serve"_s, u"--scenario"_s, u"meteor"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("meteor"), refused.err.constData());
}

QTEST_GUILESS_MAIN(DreyctlPracticeTest)
#include "tst_dreyctlpractice.moc"
