#include "core/manifest/lint.h"
#include "core/manifest/rules.h"

#include "tests/support/hygiene.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Finding;
using manifest::LintedDocument;
using manifest::Linter;

namespace {

QByteArray deployment(const QByteArray& version, const QByteArray& configuration)
{
    return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: orders\nspec:\n"
           "  flinkVersion: " +
           version + "\n  flinkConfiguration:\n" + configuration;
}

} // namespace

/// Whole texts: their documents, their releases, what keeps them from being read, and what is mended.
class LintTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        support::keepClean();
        m_catalogue = manifest::Catalogue::bundled();
    }

    void judgesTheOthersWhenOneDocumentIsBroken();
    void holdsEachDocumentAgainstItsOwnRelease();
    void takesTheReleaseOfASessionJobFromItsCluster();
    void sortsWhatItFindsByPlace();
    void tellsWhatIsNoManifestAtAll_data();
    void tellsWhatIsNoManifestAtAll();
    void findsKeysThatStandTwice();
    void mendsAndChangesNothingElse_data();
    void mendsAndChangesNothingElse();
    void neverMendsTwoNamesIntoOne();
    void expandsAliasesOfConfigurationOnce();
    void endsSoonWithWhatIsLarge_data();
    void endsSoonWithWhatIsLarge();
    void explainsEveryRule();

private:
    QList<LintedDocument> lint(const QByteArray& text, const manifest::Releases& releases = {}) const
    {
        return Linter(m_catalogue, releases).documents(text);
    }
    static QStringList rulesOf(const QList<LintedDocument>& documents, const QString& prefix = {})
    {
        QStringList rules;
        for (const LintedDocument& document : documents) {
            for (const Finding& finding : document.findings) {
                if (finding.rule.startsWith(prefix))
                    rules.append(finding.rule);
            }
        }
        return rules;
    }

    std::shared_ptr<const manifest::Catalogue> m_catalogue;
};

void LintTest::judgesTheOthersWhenOneDocumentIsBroken()
{
    const QByteArray broken = "kind: FlinkDeployment\nspec:\n  flinkConfiguration:\n    a: [1\n";
    const QByteArray wrong = deployment("v1_20", "    taskmanager.numberOfTaskSlot: 2\n");
    const QByteArray text = wrong + "---\n" + broken + "---\n# nothing\n---\n" + wrong;
    const auto documents = lint(text);
    QCOMPARE(documents.size(), 3);
    QCOMPARE(rulesOf({documents[0]}, u"DREY-K"_s), QStringList{u"DREY-K001"_s});
    QCOMPARE(rulesOf({documents[1]}), QStringList{u"DREY-Y001"_s});
    QCOMPARE(rulesOf({documents[2]}, u"DREY-K"_s), QStringList{u"DREY-K001"_s});
    QCOMPARE(documents[2].name, u"orders"_s);
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            if (!finding.key.isEmpty())
                QCOMPARE(QString::fromUtf8(text.mid(finding.span.begin, finding.span.length())), finding.key);
        }
    }
}

void LintTest::holdsEachDocumentAgainstItsOwnRelease()
{
    const QByteArray savepoints = "    execution.checkpointing.savepoint-dir: s3://a\n";
    const QByteArray text = deployment("v1_18", savepoints) + "---\n" + deployment("v2_0", savepoints);
    const auto own = lint(text);
    QCOMPARE(own[0].flinkRelease, u"1.18"_s);
    QCOMPARE(rulesOf(own, u"DREY-K"_s), QStringList{u"DREY-K003"_s});
    QCOMPARE(rulesOf(lint(text, {u"v2_0"_s, {}}), u"DREY-K"_s), QStringList());
    QCOMPARE(rulesOf(lint(text, {u"1.18"_s, {}}), u"DREY-K"_s), (QStringList{u"DREY-K003"_s, u"DREY-K003"_s}));
}

void LintTest::takesTheReleaseOfASessionJobFromItsCluster()
{
    const QByteArray job = "kind: FlinkSessionJob\nmetadata: {name: job}\nspec:\n  deploymentName: orders\n"
                           "  flinkConfiguration:\n    execution.checkpointing.dir: s3://a\n";
    const QByteArray other = "---\nkind: FlinkDeployment\nmetadata: {name: other}\nspec: {flinkVersion: v2_0}\n";
    const auto documents = lint(job + other + "---\n" + deployment("v1_18", "    a.b: c\n"));
    QCOMPARE(documents[0].flinkRelease, u"1.18"_s);
    QCOMPARE(rulesOf({documents[0]}, u"DREY-K"_s), QStringList{u"DREY-K003"_s});
    QCOMPARE(lint(job)[0].flinkRelease, u"1.20"_s);
}

void LintTest::sortsWhatItFindsByPlace()
{
    const auto documents = lint(deployment(
        "v1_20", "    nobody.reads.it: 1\n    execution.checkpointing.interval: soon\n    nobody.reads.it: 2\n"));
    for (qsizetype i = 1; i < documents[0].findings.size(); ++i)
        QVERIFY(documents[0].findings[i - 1].span.begin <= documents[0].findings[i].span.begin);
    QVERIFY(documents[0].findings.size() >= 4);
}

void LintTest::tellsWhatIsNoManifestAtAll_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("line");
    QTest::newRow("binary") << QByteArray("a: 1\n\x7f"
                                          "ELF\0\1",
                                          12)
                            << u"binary"_s << 2;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
                                          4)
                            << u"UTF-16"_s << 1;
    QTest::newRow("another encoding") << QByteArray("a: 1\nname: \xC1\xD6\xB9\xAE\n") << u"UTF-8"_s << 2;
    QTest::newRow("cut character") << QByteArray("a: 1\nb: \xEC\xA3") << u"UTF-8"_s << 2;
    QTest::newRow("tab") << QByteArray("a:\n  b: 1\n\tc: 2\n") << u"tab"_s << 3;
    QTest::newRow("control character") << QByteArray("a: 1\nb: \x02\n") << u"U+0002"_s << 2;
    QTest::newRow("too large") << QByteArray(50 * 1024 * 1024, 'a') << u"50 MiB"_s << 1;
}

void LintTest::tellsWhatIsNoManifestAtAll()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    QFETCH(const int, line);
    const auto documents = lint(text);
    QCOMPARE(rulesOf(documents), QStringList{u"DREY-Y001"_s});
    const Finding& finding = documents[0].findings[0];
    QVERIFY2(finding.message.contains(says), qPrintable(finding.message));
    QCOMPARE(yaml::LineIndex(text).place(finding.span.begin).line, line);
    QCOMPARE(manifest::mended(text, documents), text);
}

void LintTest::findsKeysThatStandTwice()
{
    const auto documents = lint("kind: ConfigMap\ndata:\n  a: 1\n  b: 2\n  a: 3\nx: &x {<<: {p: 1}, <<: {q: 2}}\n");
    QCOMPARE(rulesOf(documents), QStringList{u"DREY-Y002"_s});
    QVERIFY(documents[0].findings[0].message.startsWith(u"a "));
}

void LintTest::mendsAndChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray old =
        "    # where\n    'state.checkpoints.dir':   s3://a  # here\n    metrics.fetcher.update-interval: 1\n";
    const QByteArray present =
        "    # where\n    'execution.checkpointing.dir':   s3://a  # here\n    metrics.fetcher.update-interval: 1\n";
    QTest::newRow("comments and quotes") << deployment("v1_20", old) << deployment("v1_20", present);
    QByteArray windows = deployment("v1_20", old), mendedWindows = deployment("v1_20", present);
    QTest::newRow("CRLF and a byte order mark")
        << "\xEF\xBB\xBF" + windows.replace("\n", "\r\n") << "\xEF\xBB\xBF" + mendedWindows.replace("\n", "\r\n");
    QTest::newRow("several documents") << "---\n" + deployment("v1_18", old) + "---\n" + deployment("v1_20", old) +
                                              "...\n# end"
                                       << "---\n" + deployment("v1_18", old) + "---\n" + deployment("v1_20", present) +
                                              "...\n# end";
    QTest::newRow("beside a broken one") << deployment("v1_20", old) + "---\na: [\n---\n" + deployment("v1_20", old)
                                         << deployment("v1_20", present) + "---\na: [\n---\n" +
                                                deployment("v1_20", present);
    QTest::newRow("removed from Flink 2")
        << deployment("v2_0", "    taskmanager.network.netty.num-arenas: 2 # why\n    parallelism.default: 1\n")
        << deployment("v2_0", "    parallelism.default: 1\n");
    QTest::newRow("not yet known") << deployment("v1_18", "    execution.checkpointing.savepoint-dir: \"s3://a\"\n")
                                   << deployment("v1_18", "    state.savepoints.dir: \"s3://a\"\n");
    QTest::newRow("never without being asked: what would begin to work")
        << deployment("v1_20", "    kubernetes.operator.auto-scaling.enabled: \"true\"\n")
        << deployment("v1_20", "    kubernetes.operator.auto-scaling.enabled: \"true\"\n");
    QTest::newRow("never without being asked: one name of two options")
        << deployment("v1_20", "    state.backend.local-recovery: true\n")
        << deployment("v1_20", "    state.backend.local-recovery: true\n");
    QTest::newRow("what an anchor shares")
        << "x: &x {state.checkpoints.dir: s3://a}\n" + deployment("v1_20", "    <<: *x\n")
        << "x: &x {state.checkpoints.dir: s3://a}\n" + deployment("v1_20", "    <<: *x\n");
}

void LintTest::mendsAndChangesNothingElse()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray text = manifest::mended(before, lint(before));
    QCOMPARE(text, after);
    // Once is enough.
    QCOMPARE(manifest::mended(text, lint(text)), text);
}

void LintTest::neverMendsTwoNamesIntoOne()
{
    const QByteArray text =
        deployment("v1_20", "    state.checkpoints.dir: s3://a\n    state.backend.fs.checkpointdir: s3://b\n");
    const auto documents = lint(text);
    QCOMPARE(rulesOf(documents, u"DREY-K"_s), (QStringList{u"DREY-K008"_s, u"DREY-K008"_s}));
    QCOMPARE(manifest::mended(text, documents), text);
}

void LintTest::expandsAliasesOfConfigurationOnce()
{
    QByteArray bomb = "a0: &a0 {x: 1, y: 2}\n";
    for (int i = 1; i < 40; ++i)
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " {p: *a" + QByteArray::number(i - 1) +
                ", q: *a" + QByteArray::number(i - 1) + "}\n";
    QElapsedTimer timer;
    timer.start();
    const auto documents = lint(bomb + deployment("v1_20", "    b: *a39\n"));
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(documents[0].findings.size() <= 1100);
}

void LintTest::endsSoonWithWhatIsLarge_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray lines, line;
    for (int i = 0; i < 50'000; ++i) {
        lines += "    nobody.reads.number" + QByteArray::number(i) + ": 1\n";
        line += "nobody.reads.number" + QByteArray::number(i) + ": 1, ";
    }
    QTest::newRow("many wrong keys") << deployment("v2_0", lines);
    QTest::newRow("an endless line") << deployment("v2_0", "    {" + line + "z: 1}\n");
    QTest::newRow("an endless value") << deployment("v2_0", "    a.b: " + QByteArray(8 * 1024 * 1024, 'x') + "\n");
}

void LintTest::endsSoonWithWhatIsLarge()
{
    QFETCH(const QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const auto documents = lint(text);
    const yaml::LineIndex index(text);
    for (const Finding& finding : documents[0].findings)
        QVERIFY(index.place(finding.span.begin).line > 1);
    QVERIFY(!documents[0].findings.isEmpty());
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

void LintTest::explainsEveryRule()
{
    QSet<QString> ids;
    for (const manifest::Rule& rule : manifest::rules()) {
        QVERIFY(!ids.contains(rule.name()));
        ids.insert(rule.name());
        QVERIFY(rule.titleText().size() > 8);
        QVERIFY(rule.explanationText().size() > 40);
        QVERIFY(manifest::rulesPage().contains(u"## "_s + rule.name() + u'\n'));
    }
    QVERIFY(!manifest::ruleNamed(u"DREY-X001"));
}

QTEST_GUILESS_MAIN(LintTest)
#include "tst_lint.moc"
