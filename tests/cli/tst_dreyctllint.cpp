#include "tests/cli/dreyctlfixture.h"

using namespace support;

/// dreyctl lint: what it reads, what it answers, how it ends.
class TestDreyctlLint : public DreyctlTest
{
    Q_OBJECT

private slots:
    void init() { begin(); }

    void tellsEachFindingWithItsPlace();
    void answersInTheShapeScriptsRelyOn();
    void writesSarif();
    void endsWithZeroWhereNothingIsWrong();
    void readsFoldersAndStandardInput();
    void looksIntoPages();
    void mendsFilesInPlace();
    void mendsWhatItReadsFromStandardInput();
    void speaksKorean();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void asksNobody();
    void keepsThePageOfRulesInStep();
    void keepsThePageOfKeysInStep();
    void tellsWhatAKeyIsFor();

private:
    QString write(const QString& name, const QByteArray& text)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QByteArray read(const QString& name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

namespace {

QByteArray orders(const QByteArray& configuration)
{
    return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: orders\nspec:\n"
           "  image: registry.example.com/orders:1\n  flinkVersion: v1_20\n  serviceAccount: flink\n  "
           "flinkConfiguration:\n" +
           configuration +
           "    high-availability.type: kubernetes\n    high-availability.storageDir: hdfs:///ha\n"
           "  jobManager:\n    resource: {memory: 2048m, cpu: 1}\n  taskManager:\n    resource: {memory: 2048m, cpu: "
           "1}\n";
}

const QByteArray wrong = orders("    # 주문\n    state.checkpoints.dir: s3://a\n    nobody.reads.it: 1\n");

} // namespace

void TestDreyctlLint::tellsEachFindingWithItsPlace()
{
    const Outcome outcome = run({u"lint"_s, write(u"orders.yaml"_s, wrong)});
    QCOMPARE(outcome.code, 1);
    const QString text = QString::fromUtf8(outcome.out);
    QVERIFY2(text.contains(u"orders.yaml:11:5"), outcome.out.constData());
    QVERIFY(text.contains(u"DREY-K004"));
    QVERIFY(text.contains(u"orders.yaml:12:5"));
    QVERIFY(text.contains(u"DREY-K001"));
    QVERIFY(text.contains(u"execution.checkpointing.dir"));
    QVERIFY(text.contains(u"errors 1, warnings 1"));
}

void TestDreyctlLint::answersInTheShapeScriptsRelyOn()
{
    const QJsonObject report = run({u"lint"_s, write(u"orders.yaml"_s, wrong), u"-o"_s, u"json"_s}).json();
    QCOMPARE(report[u"kind"].toString(), u"LintReport"_s);
    QCOMPARE(missingKeys(report, {u"files"_s, u"items"_s, u"summary"_s, u"warnings"_s}), QStringList());
    const QJsonObject document = report[u"files"][0][u"documents"][0].toObject();
    QCOMPARE(document[u"kind"].toString(), u"FlinkDeployment"_s);
    QCOMPARE(document[u"name"].toString(), u"orders"_s);
    QCOMPARE(document[u"line"].toInt(), 1);
    const QJsonObject item = report[u"items"][0].toObject();
    QCOMPARE(missingKeys(item, {u"rule"_s, u"severity"_s, u"file"_s, u"line"_s, u"column"_s, u"length"_s, u"path"_s,
                                u"key"_s, u"message"_s, u"explanation"_s, u"verdict"_s, u"replacement"_s, u"fix"_s}),
             QStringList());
    QCOMPARE(item[u"rule"].toString(), u"DREY-K004"_s);
    QCOMPARE(item[u"severity"].toString(), u"warning"_s);
    QCOMPARE(item[u"verdict"].toString(), u"renamed"_s);
    QCOMPARE(item[u"line"].toInt(), 11);
    QCOMPARE(item[u"length"].toInt(), 21);
    QCOMPARE(item[u"path"].toString(), u"spec.flinkConfiguration['state.checkpoints.dir']"_s);
    QCOMPARE(item[u"replacement"].toString(), u"execution.checkpointing.dir"_s);
    QCOMPARE(item[u"fix"][u"safe"].toBool(), true);
    const QJsonObject unknown = report[u"items"][1].toObject();
    QCOMPARE(unknown[u"verdict"].toString(), u"unknown"_s);
    QVERIFY(unknown[u"fix"].isNull());
    QCOMPARE(report[u"summary"][u"errors"].toInt(), 1);
    QCOMPARE(report[u"summary"][u"warnings"].toInt(), 1);
    // YAML says the same.
    QVERIFY(run({u"lint"_s, path(u"orders.yaml"_s), u"-o"_s, u"yaml"_s}).out.contains("kind: LintReport\n"));
}

void TestDreyctlLint::writesSarif()
{
    write(u"a folder/orders.yaml"_s, wrong);
    const Outcome outcome = run({u"lint"_s, path(u"a folder"_s), u"-o"_s, u"sarif"_s});
    QCOMPARE(outcome.code, 1);
    const QJsonObject report = outcome.json();
    QCOMPARE(report[u"version"].toString(), u"2.1.0"_s);
    const QJsonObject analysis = report[u"runs"][0].toObject();
    const QJsonObject result = analysis[u"results"][0].toObject();
    QCOMPARE(result[u"ruleId"].toString(), u"DREY-K004"_s);
    QCOMPARE(result[u"level"].toString(), u"warning"_s);
    const QJsonObject location = result[u"locations"][0][u"physicalLocation"].toObject();
    QVERIFY(location[u"artifactLocation"][u"uri"].toString().endsWith(u"/a%20folder/orders.yaml"));
    QCOMPARE(location[u"region"][u"startLine"].toInt(), 11);
    QCOMPARE(location[u"region"][u"endColumn"].toInt(), 26);
    const QJsonObject replacement = result[u"fixes"][0][u"artifactChanges"][0][u"replacements"][0].toObject();
    QCOMPARE(replacement[u"insertedContent"][u"text"].toString(), u"execution.checkpointing.dir"_s);
    QStringList known;
    const QJsonArray rules = analysis[u"tool"][u"driver"][u"rules"].toArray();
    for (const QJsonValue& rule : rules)
        known.append(rule[u"id"].toString());
    const QJsonArray results = analysis[u"results"].toArray();
    for (const QJsonValue& one : results)
        QVERIFY(known.contains(one[u"ruleId"].toString()));
}

void TestDreyctlLint::endsWithZeroWhereNothingIsWrong()
{
    const Outcome outcome =
        run({u"lint"_s, write(u"orders.yaml"_s, orders("    execution.checkpointing.interval: 60s\n"))});
    QVERIFY2(outcome.code == 0, outcome.out.constData());
    QVERIFY(outcome.out.contains("Nothing found in 1 document"));
}

void TestDreyctlLint::readsFoldersAndStandardInput()
{
    write(u"deploy/b/two.yml"_s, wrong);
    write(u"deploy/a.yaml"_s, wrong);
    write(u"deploy/notes.txt"_s, "no manifest: [");
    const QJsonObject report = run({u"lint"_s, path(u"deploy"_s), u"-o"_s, u"json"_s}).json();
    QCOMPARE(report[u"files"].toArray().size(), 2);
    QVERIFY(report[u"files"][0][u"path"].toString().endsWith(u"deploy/a.yaml"));
    const Outcome piped = run({u"lint"_s, u"-"_s, u"-o"_s, u"json"_s}, {}, wrong);
    QCOMPARE(piped.code, 1);
    QCOMPARE(piped.json()[u"items"][0][u"file"].toString(), u"-"_s);
}

void TestDreyctlLint::looksIntoPages()
{
    write(u"docs/page.md"_s, "# Orders\n\n```yaml\n" + wrong + "```\n");
    const QJsonObject report = run({u"lint"_s, path(u"docs"_s), u"--extract"_s, u"-o"_s, u"json"_s}).json();
    QCOMPARE(report[u"files"][0][u"documents"][0][u"line"].toInt(), 4);
    QCOMPARE(report[u"items"][0][u"line"].toInt(), 14);
    QCOMPARE(report[u"files"].toArray().size(), 1);
    QVERIFY(run({u"lint"_s, path(u"docs"_s), u"-o"_s, u"json"_s}).json()[u"files"].toArray().isEmpty());
}

void TestDreyctlLint::mendsFilesInPlace()
{
    const QString file = write(u"orders.yaml"_s, wrong);
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const Outcome outcome = run({u"lint"_s, file, u"--fix"_s});
    QCOMPARE(outcome.code, 1); // of what is left
    QVERIFY2(outcome.out.contains("1 finding fixed"), outcome.out.constData());
    QByteArray expected = wrong;
    QCOMPARE(read(u"orders.yaml"_s), expected.replace("state.checkpoints.dir", "execution.checkpointing.dir"));
    QVERIFY(QFile::permissions(file).testFlag(QFile::ExeOwner));
    QCOMPARE(run({u"lint"_s, file, u"-o"_s, u"json"_s}).json()[u"items"].toArray().size(), 1);
}

void TestDreyctlLint::mendsWhatItReadsFromStandardInput()
{
    QByteArray expected = wrong;
    const Outcome outcome = run({u"lint"_s, u"-"_s, u"--fix"_s}, {}, wrong);
    QCOMPARE(outcome.out, expected.replace("state.checkpoints.dir", "execution.checkpointing.dir"));
    QVERIFY(outcome.err.contains("DREY-K001"));
}

void TestDreyctlLint::speaksKorean()
{
    const QString file = write(u"orders.yaml"_s, wrong);
    const QJsonObject report = run({u"lint"_s, file, u"-o"_s, u"json"_s, u"--lang"_s, u"ko"_s}).json();
    const auto isHangul = [](const QString& text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    };
    QVERIFY(isHangul(report[u"items"][0][u"message"].toString()));
    QVERIFY(isHangul(report[u"items"][0][u"explanation"].toString()));
    QCOMPARE(report[u"items"][0][u"severity"].toString(), u"warning"_s);
}

void TestDreyctlLint::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("no file") << QStringList{u"lint"_s} << QByteArray("FILE");
    QTest::newRow("not there") << QStringList{u"lint"_s, u"/nowhere/orders.yaml"_s}
                               << QByteArray("/nowhere/orders.yaml");
    QTest::newRow("no release") << QStringList{u"lint"_s, u"-"_s, u"--flink-version"_s, u"v0_9"_s}
                                << QByteArray("v0_9");
    QTest::newRow("no operator") << QStringList{u"lint"_s, u"-"_s, u"--operator-version"_s, u"1.2"_s}
                                 << QByteArray("1.2");
    QTest::newRow("two inputs") << QStringList{u"lint"_s, u"-"_s, u"a.yaml"_s} << QByteArray("alone");
    QTest::newRow("two outputs") << QStringList{u"lint"_s, u"-"_s, u"--fix"_s, u"-o"_s, u"json"_s}
                                 << QByteArray("--fix");
    QTest::newRow("pages are not mended")
        << QStringList{u"lint"_s, u"-"_s, u"--fix"_s, u"--extract"_s} << QByteArray("--extract");
    QTest::newRow("SARIF of another verb") << QStringList{u"contexts"_s, u"-o"_s, u"sarif"_s} << QByteArray("sarif");
}

void TestDreyctlLint::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(names), outcome.err.constData());
}

void TestDreyctlLint::asksNobody()
{
    run({u"lint"_s, write(u"orders.yaml"_s, wrong)});
    QCOMPARE(m_server->connections(), 0);
}

void TestDreyctlLint::keepsThePageOfRulesInStep()
{
    for (const auto& [language, name] : {std::pair(u"en"_s, u"README.md"_s), std::pair(u"ko"_s, u"README.ko.md"_s)}) {
        QFile page(QStringLiteral(DREY_SOURCE_DIR "/docs/rules/") + name);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(run({u"generate"_s, u"rules"_s, u"--lang"_s, language}).out, page.readAll());
    }
}

void TestDreyctlLint::keepsThePageOfKeysInStep()
{
    for (const auto& [language, name] : {std::pair(u"en"_s, u"README.md"_s), std::pair(u"ko"_s, u"README.ko.md"_s)}) {
        QFile page(QStringLiteral(DREY_SOURCE_DIR "/docs/keys/") + name);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(run({u"generate"_s, u"keys"_s, u"--lang"_s, language}).out, page.readAll());
    }
}

void TestDreyctlLint::tellsWhatAKeyIsFor()
{
    const QString path = write(u"old.yaml"_s, "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\n"
                                              "metadata: {name: a}\nspec:\n  flinkVersion: v1_20\n"
                                              "  flinkConfiguration:\n    state.backend: rocksdb\n");
    for (const auto& [language, word] :
         {std::pair(u"en"_s, u"hashmap on the heap"_s), std::pair(u"ko"_s, u"키 상태"_s)}) {
        const Outcome outcome = run({u"lint"_s, path, u"-o"_s, u"json"_s, u"--lang"_s, language});
        const QJsonArray items = QJsonDocument::fromJson(outcome.out)[u"items"].toArray();
        const auto found = std::find_if(items.begin(), items.end(), [](const QJsonValue& item) {
            return item[u"rule"].toString() == u"DREY-K004";
        });
        QVERIFY2(found != items.end(), outcome.out.constData());
        const QString explanation = (*found)[u"explanation"].toString();
        QVERIFY2(explanation.contains(u"state.backend.type") && explanation.contains(word), qPrintable(explanation));
    }
}

QTEST_GUILESS_MAIN(TestDreyctlLint)
#include "tst_dreyctllint.moc"
