#include "core/manifest/lint.h"
#include "core/manifest/rules.h"

#include "tests/support/hygiene.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Finding;
using manifest::LintedDocument;

/// tests/golden/lint/rules.yaml: documents that each break the rules their first line names, and no other.
class ManifestRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void findsExactlyWhatIsWrong_data();
    void findsExactlyWhatIsWrong();
    void hasAnExampleOfEveryRule();
    void mendsEveryErrorThatHasOneMeaning();
    void saysWhatItMeansInKoreanToo();
    void leavesPartsOfOtherTypesAlone_data();
    void leavesPartsOfOtherTypesAlone();

private:
    QList<LintedDocument> lint(const QByteArray& text) const
    {
        return manifest::Linter(manifest::Catalogue::bundled()).documents(text);
    }

    QByteArray m_text;
    QList<LintedDocument> m_documents;
};

void ManifestRulesTest::initTestCase()
{
    support::keepClean();
    QFile file(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint/rules.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = file.readAll();
    m_documents = lint(m_text);
    QVERIFY(m_documents.size() > 80);
}

void ManifestRulesTest::findsExactlyWhatIsWrong_data()
{
    QTest::addColumn<int>("document");
    QTest::addColumn<QStringList>("expected");
    const yaml::LineIndex lines(m_text);
    for (int i = 0; i < m_documents.size(); ++i) {
        const QByteArray text = m_text.mid(m_documents[i].span.begin, m_documents[i].span.length()).trimmed();
        QStringList expected = QString::fromUtf8(text.first(text.indexOf('\n')).sliced(2)).split(u' ');
        expected.removeAll(u"-"_s);
        expected.sort();
        QTest::addRow("line %d", lines.place(m_documents[i].span.begin).line + 1) << i << expected;
    }
}

void ManifestRulesTest::findsExactlyWhatIsWrong()
{
    QFETCH(const int, document);
    QFETCH(const QStringList, expected);
    QStringList found;
    for (const Finding& finding : m_documents[document].findings) {
        found.append(finding.rule);
        QVERIFY(finding.span.begin >= m_documents[document].span.begin);
        QVERIFY(finding.span.end <= m_documents[document].span.end);
        QVERIFY(!finding.message.isEmpty() && !finding.message.contains(u"%1"));
    }
    found.sort();
    QCOMPARE(found, expected);
}

void ManifestRulesTest::hasAnExampleOfEveryRule()
{
    QSet<QString> found;
    for (const LintedDocument& document : std::as_const(m_documents)) {
        for (const Finding& finding : document.findings)
            found.insert(finding.rule);
    }
    // Those of documents, fields and keys have tests of their own, and so have those that see what is there already.
    const QSet<QString> live{u"DREY-O004"_s, u"DREY-O018"_s, u"DREY-O033"_s, u"DREY-O034"_s, u"DREY-O035"_s};
    for (const manifest::Rule& rule : manifest::rules()) {
        if (!QStringView(u"YSKV").contains(rule.name()[5]))
            QVERIFY2(found.contains(rule.name()) != live.contains(rule.name()), rule.id);
    }
}

void ManifestRulesTest::mendsEveryErrorThatHasOneMeaning()
{
    QByteArray text = m_text;
    int safe = 0;
    for (int round = 0; round < 3; ++round) {
        const QList<LintedDocument> documents = lint(text);
        safe = 0;
        for (const LintedDocument& document : documents) {
            for (const Finding& finding : document.findings)
                safe += finding.fix && finding.fix->isSafe ? 1 : 0;
        }
        text = manifest::mended(text, documents);
    }
    QCOMPARE(safe, 0);
    QVERIFY(text != m_text);
    QCOMPARE(text.count('\n'), m_text.count('\n')); // each mends its own line
    QVERIFY(text.contains("state.backend.type: hashmap"));
    QVERIFY(text.contains("limits: {memory: 2048Mi}"));
    QVERIFY(text.contains("prometheus.PrometheusReporterFactory\n"));
}

void ManifestRulesTest::saysWhatItMeansInKoreanToo()
{
    QFile texts(QStringLiteral(DREY_SOURCE_DIR "/translations/manifest_ko.ts"));
    QVERIFY(texts.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(texts.readAll());
    for (const manifest::Rule& rule : manifest::rules()) {
        const QString source = u"<source>"_s + QString::fromUtf8(rule.title).toHtmlEscaped() + u"</source>"_s;
        QVERIFY2(all.contains(source), rule.id);
    }
}

void ManifestRulesTest::leavesPartsOfOtherTypesAlone_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::newRow("null") << QByteArray("~");
    QTest::newRow("list") << QByteArray("[1, [2], {a: b}]");
    QTest::newRow("text") << QByteArray("text");
    QTest::newRow("lists for maps") << QByteArray(
        "{job: [1], jobManager: [], taskManager: text, flinkConfiguration: [a], logConfiguration: [x], ingress: 1}");
    QTest::newRow("maps for lists") << QByteArray("{podTemplate: {spec: {containers: {a: {env: {b: c}, resources: "
                                                  "[1]}}}}, flinkConfiguration: {a: [1, {b: c}]}}");
    QTest::newRow("nulls within") << QByteArray("{job: ~, jobManager: {resource: ~, resources: {limits: ~}}, "
                                                "podTemplate: {spec: {containers: [~, {env: [~]}]}}}");
}

void ManifestRulesTest::leavesPartsOfOtherTypesAlone()
{
    QFETCH(const QByteArray, spec);
    for (const QByteArray& kind :
         {QByteArray("FlinkDeployment"), QByteArray("FlinkSessionJob"), QByteArray("FlinkStateSnapshot"),
          QByteArray("FlinkBlueGreenDeployment"), QByteArray("Deployment"), QByteArray("HorizontalPodAutoscaler")}) {
        const QByteArray head = "apiVersion: flink.apache.org/v1beta1\nkind: " + kind + "\nmetadata: {name: a}\n";
        QCOMPARE(lint(head + "spec: " + spec + "\n").size(), 1);
        QCOMPARE(
            lint(head + "spec: {template: {spec: " + spec + "}}\ndata: " + spec + "\nrules: " + spec + "\n").size(), 1);
    }
    QCOMPARE(lint("kind: ConfigMap\ndata: " + spec + "\n").size(), 1);
}

QTEST_GUILESS_MAIN(ManifestRulesTest)
#include "tst_manifestrules.moc"
