#include "core/manifest/extract.h"

#include "tests/support/hygiene.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Finding;
using manifest::LintedDocument;
using manifest::Piece;
using Form = manifest::Subject::Form;

namespace {

QByteArray golden(const QString& name)
{
    QFile file(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

} // namespace

/// Manifests and keys within pages of text.
class ExtractTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        support::keepClean();
        m_catalogue = manifest::Catalogue::bundled();
    }

    void judgesEveryKeyOfAPage_data();
    void judgesEveryKeyOfAPage();
    void marksEachKeyWhereItStands();
    void findsManifests_data();
    void findsManifests();
    void readsTablesInCode();
    void takesATableWithAConfigurationForASpec();
    void readsConfigurationFilesInConfigMaps();
    void saysWhenIndentationIsLost();
    void leavesPagesWithoutManifestsAlone();

private:
    QList<Piece> pieces(const QByteArray& page) const { return manifest::extractedFrom(page, *m_catalogue); }
    QList<LintedDocument> lint(const QByteArray& page, const QString& version) const
    {
        return manifest::Linter(m_catalogue, {version, {}}).documents(page, pieces(page));
    }

    std::shared_ptr<const manifest::Catalogue> m_catalogue;
};

void ExtractTest::judgesEveryKeyOfAPage_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("replacement");
    const QStringList lines = QString::fromUtf8(golden(u"keys.tsv"_s)).split(u'\n', Qt::SkipEmptyParts);
    const QStringList versions{u"1.18"_s, u"1.20"_s, u"2.2"_s};
    for (const QString& line : lines) {
        const QStringList cells = line.split(u'\t');
        for (int i = 0; i < versions.size() && !line.startsWith(u'#'); ++i)
            QTest::addRow("%s in %s", qPrintable(cells[0]), qPrintable(versions[i]))
                << versions[i] << cells[0] << cells[1 + 2 * i] << cells[2 + 2 * i];
    }
}

void ExtractTest::judgesEveryKeyOfAPage()
{
    QFETCH(const QString, version);
    QFETCH(const QString, key);
    QFETCH(const QString, rule);
    QFETCH(const QString, replacement);
    static QHash<QString, QList<LintedDocument>> linted;
    if (!linted.contains(version))
        linted.insert(version, lint(golden(u"keys.md"_s), version));
    QString found = u"-"_s, instead;
    const auto& documents = linted[version];
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            // What another rule says of the same key is not the question here.
            const bool isVerdict = finding.rule >= u"DREY-K001" && finding.rule <= u"DREY-K006";
            if (finding.key == key && isVerdict) {
                found = finding.rule;
                instead = finding.replacement;
            }
        }
    }
    QCOMPARE(found, rule);
    QCOMPARE(instead, replacement);
}

void ExtractTest::marksEachKeyWhereItStands()
{
    const QByteArray page = golden(u"keys.md"_s);
    const auto documents = lint(page, u"2.2"_s);
    int count = 0;
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            if (!finding.rule.startsWith(u"DREY-K"))
                continue;
            QString marked = QString::fromUtf8(page.mid(finding.span.begin, finding.span.length()));
            QCOMPARE(marked.remove(u'"').remove(u'\''), finding.key);
            ++count;
        }
    }
    QVERIFY(count > 50);
}

void ExtractTest::findsManifests_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QList<QByteArray>>("texts");
    const QByteArray one = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop";
    const QByteArray two = "kind: Secret\nstringData:\n  a: b";
    const auto row = [](const char* name, const QByteArray& page, const QList<QByteArray>& texts) {
        QTest::newRow(name) << page << texts;
    };
    row("between sentences", "First:\n" + one + "\n\n2. Next\n" + two + "\nThat was all.\n", {one, two});
    row("one after the other", "# one.yaml\n" + one + "\n# two.yaml\n" + two + "\n", {one + "\n# two.yaml", two});
    row("a stream", one + "\n---\n" + two + "\n---\n", {one, two});
    row("fences", "```yaml\n" + one + "\n```\n\n* item\n\n```\n" + two + "\n```\n", {one, two});
    row("indented, in a text of Python",
        "def f():\n    text = \"\"\"\n    kind: Secret\n    data:\n      a: b\n    \"\"\"\n",
        {"    kind: Secret\n    data:\n      a: b"});
    row("something left out", "kind: Secret\n...\ndata:\n  a: b\n", {});
    row("carriage returns", "Text\r\nkind: Secret\r\ndata:\r\n  a: b\r\n\r\nText\r\n",
        {"kind: Secret\r\ndata:\r\n  a: b\r"});
    row("blank lines and comments within", "kind: Secret\n\n# why\ndata:\n\n  a: b\n\n\nEnd",
        {"kind: Secret\n\n# why\ndata:\n\n  a: b"});
}

void ExtractTest::findsManifests()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QList<QByteArray>, texts);
    QList<QByteArray> found;
    const auto all = pieces(page);
    for (const Piece& piece : all) {
        QCOMPARE(piece.text.size(), piece.span.length());
        found.append(page.mid(piece.span.begin, piece.span.length()));
    }
    QCOMPARE(found, texts);
}

void ExtractTest::readsTablesInCode()
{
    const QByteArray page = "c = {\n    \"state.backend\": f\"{kind}\",  # 주석\n    'job.autoscaler.enabled': True,\n"
                            "    \"team\": \"orders\",\n    \"web.submit.enable\": decide(1, 2),\n}\n";
    const auto all = pieces(page);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].form, Form::Configuration);
    const auto parsed = yaml::Tree::parse(all[0].text);
    const auto& tree = std::get<yaml::Tree>(parsed);
    const QJsonObject value = tree.value(tree.root()).toObject();
    QCOMPARE(value.keys(), (QStringList{u"job.autoscaler.enabled"_s, u"state.backend"_s, u"web.submit.enable"_s}));
    QVERIFY(value[u"job.autoscaler.enabled"].toBool());
    QVERIFY(value[u"state.backend"].isNull() && value[u"web.submit.enable"].isNull());
}

void ExtractTest::takesATableWithAConfigurationForASpec()
{
    const QByteArray page = "return {\n    \"flinkConfiguration\": {\n        \"state.backend\": \"rocksdb\",\n    },\n"
                            "    \"taskManager\": {\n        \"replicas\": 2\n    }\n}\n";
    const auto all = pieces(page);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].form, Form::Spec);
    const auto documents = lint(page, u"1.20"_s);
    QCOMPARE(documents[0].findings.size(), 1);
    QCOMPARE(documents[0].findings[0].rule, u"DREY-K004"_s);
}

void ExtractTest::readsConfigurationFilesInConfigMaps()
{
    const QByteArray text = "kind: ConfigMap\ndata:\n  other: |\n    state.backend: x\n  flink-conf.yaml: |\n"
                            "    # why\n    state.backend: rocksdb\n";
    const auto documents = manifest::Linter(m_catalogue).documents(text);
    // And that nobody mounts it.
    QCOMPARE(documents[0].findings.size(), 2);
    const Finding& finding = documents[0].findings[1];
    QCOMPARE(text.mid(finding.span.begin, finding.span.length()), "state.backend");
    QCOMPARE(yaml::LineIndex(text).place(finding.span.begin).line, 7);
    // Flink 1 does not read its file as YAML.
    const auto other =
        manifest::Linter(m_catalogue).documents("kind: ConfigMap\ndata:\n  flink-conf.yaml: |\n    a: [\n");
    QCOMPARE(other[0].findings.size(), 1);
    QCOMPARE(other[0].findings[0].rule, u"DREY-I005"_s);
}

void ExtractTest::saysWhenIndentationIsLost()
{
    const QByteArray page = "apiVersion: v1\nkind: Pod\nmetadata:\nname: a\nspec:\ncontainers:\n- name: c\nimage: b\n";
    const auto documents = lint(page, {});
    QCOMPARE(documents.size(), 1);
    QCOMPARE(documents[0].findings.size(), 1);
    QCOMPARE(documents[0].findings[0].rule, u"DREY-Y003"_s);
}

void ExtractTest::leavesPagesWithoutManifestsAlone()
{
    QVERIFY(pieces("Nothing: here\n\n- a\n- b\n{\"title\": \"x\"}\n  \"title\": \"y\",\n").isEmpty());
    QVERIFY(pieces({}).isEmpty());
}

QTEST_GUILESS_MAIN(ExtractTest)
#include "tst_extract.moc"
