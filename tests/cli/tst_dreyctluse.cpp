#include "tests/cli/dreyctlfixture.h"

using namespace support;

/// How dreyctl is used: languages and forms, help, refusals, exit codes and plugins.
class TestDreyctlUse : public DreyctlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void writesYamlThatSaysTheSame();
    void alignsColumnsAcrossHangul();
    void sendsTheHeadersItWasGiven();
    void speaksTheLanguageAskedFor();
    void showsHelpWithTwoExamplesForEachVerb();
    void makesAManualAndACompletionFromTheSameTable();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void endsWithTheCodeOfWhatHappened_data();
    void endsWithTheCodeOfWhatHappened();
    void case62_putsTheWarningsOfTheServerBesideTheAnswer();
    void endsWithUnreachableWhenTimeIsUp();
    void refusesToRunAPluginNobodyHasAllowed();
    void runsAPluginThatIsAllowedForThisTime();
};

void TestDreyctlUse::writesYamlThatSaysTheSame()
{
    serveFlink({});
    const Outcome outcome = endpoint({u"jobs"_s, u"-o"_s, u"yaml"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("kind: JobList\n"));
    QVERIFY(outcome.out.contains("durationMs: 64994\n"));
}

void TestDreyctlUse::alignsColumnsAcrossHangul()
{
    QJsonObject answer = QJsonDocument::fromJson(support::recording(u"rest/1.20/jobs-overview"_s)).object();
    QJsonObject hangul = answer[u"jobs"].toArray().at(0).toObject(), plain = hangul;
    hangul[u"name"_s] = u"주문정산"_s; // eight cells
    plain[u"name"_s] = u"12345678"_s;
    serve(u"/jobs/overview"_s, QJsonDocument(QJsonObject{{u"jobs"_s, QJsonArray{hangul, plain}}}).toJson());
    const QStringList lines = QString::fromUtf8(endpoint({u"jobs"_s}).out).split(u'\n');
    QCOMPARE(lines[1].section(u"RUNNING"_s, 0, 0).size() + 4, lines[2].section(u"RUNNING"_s, 0, 0).size());
}

void TestDreyctlUse::sendsTheHeadersItWasGiven()
{
    serveFlink({});
    QCOMPARE(endpoint({u"jobs"_s, u"--header"_s, u"X-Team: payments"_s, u"--header=X-Two: 2"_s}).code, 0);
    QCOMPARE(m_server->requests().last().header("x-team"), "payments");
    QCOMPARE(m_server->requests().last().header("x-two"), "2");
    const Outcome refused = endpoint({u"jobs"_s, u"--header"_s, u"Authorization: Bearer SESAME"_s});
    QCOMPARE(refused.code, 2); // not over http
    QVERIFY(!refused.err.contains("SESAME"));
}

void TestDreyctlUse::speaksTheLanguageAskedFor()
{
    const QString english = QString::fromUtf8(run({u"--help"_s}).out);
    const QString korean = QString::fromUtf8(run({u"--help"_s, u"--lang"_s, u"ko"_s}).out);
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"ko_KR.UTF-8"_s);
    QVERIFY(english.contains(u"Exit codes"));
    QVERIFY(korean.contains(u"종료 코드"));
    QCOMPARE(QString::fromUtf8(run({u"--help"_s}, environment).out), korean);
}

void TestDreyctlUse::showsHelpWithTwoExamplesForEachVerb()
{
    const QString overview = QString::fromUtf8(run({u"--help"_s}).out);
    for (const char* verb :
         {"contexts", "doctor", "get", "describe", "jobs", "job", "checkpoints", "exceptions", "lint", "generate"}) {
        QVERIFY(overview.contains(QLatin1StringView(verb)));
        const Outcome help = run({QString::fromLatin1(verb), u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.count("\n  dreyctl ") >= 2, help.out.constData());
    }
}

void TestDreyctlUse::makesAManualAndACompletionFromTheSameTable()
{
    const QByteArray manual = run({u"generate"_s, u"man"_s}).out;
    QVERIFY(manual.startsWith(".TH DREYCTL 1"));
    QVERIFY(manual.contains("\\-\\-all\\-namespaces"));
    const QByteArray completion = run({u"generate"_s, u"completion"_s}).out;
    QVERIFY(completion.contains("complete -F _dreyctl dreyctl"));
    QFile script(path(u"completion"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(completion + "\nCOMP_WORDS=(dreyctl get dep); COMP_CWORD=2; _dreyctl; echo \"${COMPREPLY[@]}\"\n");
    script.close();
    QProcess bash;
    bash.start(u"bash"_s, {script.fileName()});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardOutput().trimmed(), "deployments");
}

void TestDreyctlUse::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("nothing") << QStringList{} << QByteArray("verb");
    QTest::newRow("verb of a later day") << QStringList{u"tune"_s, u"orders"_s} << QByteArray("tune");
    QTest::newRow("unknown kind") << QStringList{u"get"_s, u"pods"_s} << QByteArray("pods");
    QTest::newRow("missing argument") << QStringList{u"job"_s} << QByteArray("ID");
    QTest::newRow("too many") << QStringList{u"contexts"_s, u"here"_s} << QByteArray("here");
    QTest::newRow("unknown option") << QStringList{u"contexts"_s, u"--colour"_s} << QByteArray("--colour");
    QTest::newRow("option of another verb")
        << QStringList{u"contexts"_s, u"--since"_s, u"1h"_s} << QByteArray("--since");
    QTest::newRow("missing value") << QStringList{u"contexts"_s, u"--context"_s} << QByteArray("--context");
    QTest::newRow("unknown format") << QStringList{u"contexts"_s, u"-o"_s, u"xml"_s} << QByteArray("xml");
    QTest::newRow("unknown short option") << QStringList{u"contexts"_s, u"-z"_s} << QByteArray("-z");
    QTest::newRow("neither endpoint nor deployment") << QStringList{u"jobs"_s} << QByteArray("--endpoint");
    QTest::newRow("no job id") << QStringList{u"job"_s, u"../overview"_s, u"--endpoint"_s, u"http://h"_s}
                               << QByteArray("../overview");
    QTest::newRow("no address") << QStringList{u"jobs"_s, u"--endpoint"_s, u"ftp://host"_s} << QByteArray("ftp://host");
    QTest::newRow("unknown context") << QStringList{u"get"_s, u"deployments"_s, u"--context"_s, u"there"_s}
                                     << QByteArray("there");
    QTest::newRow("no such kubeconfig") << QStringList{u"contexts"_s, u"--kubeconfig"_s, u"/nowhere/config"_s}
                                        << QByteArray("/nowhere/config");
    QTest::newRow("name beside all namespaces")
        << QStringList{u"get"_s, u"deployments"_s, u"x"_s, u"-A"_s} << QByteArray("--all-namespaces");
    QTest::newRow("no time") << QStringList{u"checkpoints"_s, job, u"--since"_s, u"soon"_s} << QByteArray("soon");
    QTest::newRow("no seconds") << QStringList{u"contexts"_s, u"--timeout"_s, u"0"_s} << QByteArray("--timeout");
}

void TestDreyctlUse::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(names), outcome.err.constData());
    QCOMPARE(m_server->connections(), 0);
}

void TestDreyctlUse::endsWithTheCodeOfWhatHappened_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("fine") << 200 << listOf({}) << 0;
    QTest::newRow("401") << 401 << status(401, "Unauthorized", "Unauthorized") << 4;
    QTest::newRow("403") << 403 << status(403, "Forbidden", "flinkdeployments is forbidden") << 4;
    QTest::newRow("404 of the type") << 404 << QByteArray("404 page not found") << 5;
    QTest::newRow("503 of a gateway") << 503 << QByteArray("<html>upstream</html>") << 3;
    QTest::newRow("not JSON") << 200 << QByteArray("hello") << 5;
}

void TestDreyctlUse::endsWithTheCodeOfWhatHappened()
{
    QFETCH(int, answer);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    serve(deployments, body, answer);
    const Outcome outcome = run({u"get"_s, u"deployments"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out.isEmpty(), code != 0);
    QCOMPARE(outcome.err.isEmpty(), code == 0);
}

void TestDreyctlUse::case62_putsTheWarningsOfTheServerBesideTheAnswer()
{
    m_warning = "299 - \"v1beta1 is deprecated\", 299 - \"say \\\"v1\\\" \xe2\x80\xae\"";
    serve(deployments, listOf({support::recording(u"cr/01-stable"_s)}));
    serveFlink(proxy);
    const QJsonArray expected{u"v1beta1 is deprecated"_s, u"say \"v1\" ⟨U+202E⟩"_s};
    const Outcome outcome = run({u"get"_s, u"deployments"_s, u"orders"_s, u"-o"_s, u"json"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.json()[u"warnings"].toArray(), expected); // once, though several answers had them
    const Outcome table = run({u"get"_s, u"deployments"_s});
    QCOMPARE(table.code, 0);
    QVERIFY2(table.err.contains("Warning: v1beta1 is deprecated\n"), table.err.constData());
}

void TestDreyctlUse::endsWithUnreachableWhenTimeIsUp()
{
    m_server->freeze();
    const Outcome silent = run({u"get"_s, u"deployments"_s, u"--timeout"_s, u"1"_s});
    QCOMPARE(silent.code, 3);
    m_server->stop();
    QCOMPARE(run({u"get"_s, u"deployments"_s}).code, 3);
}

void TestDreyctlUse::refusesToRunAPluginNobodyHasAllowed()
{
    serveOverTls();
    const QByteArray trace = path(u"ran"_s).toUtf8();
    writeKubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: "
                    "/usr/bin/touch, args: [\"" +
                    trace + "\"]}}");
    const Outcome outcome = run({u"get"_s, u"deployments"_s});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains("--allow-exec"), outcome.err.constData());
    QVERIFY(outcome.err.contains("/usr/bin/touch"));
    QVERIFY(!QFile::exists(path(u"ran"_s)));
}

void TestDreyctlUse::runsAPluginThatIsAllowedForThisTime()
{
    serveOverTls();
    const QByteArray trace = path(u"ran"_s).toUtf8();
    writeKubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: "
                    "/usr/bin/touch, args: [\"" +
                    trace + "\"]}}");
    run({u"get"_s, u"deployments"_s, u"--allow-exec"_s});
    QVERIFY(QFile::exists(path(u"ran"_s)));
    QFile::remove(path(u"ran"_s));
    run({u"get"_s, u"deployments"_s}); // it was for that time only
    QVERIFY(!QFile::exists(path(u"ran"_s)));
}

QTEST_GUILESS_MAIN(TestDreyctlUse)
#include "tst_dreyctluse.moc"
