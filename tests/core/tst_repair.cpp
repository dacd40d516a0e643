#include "core/manifest/repair.h"

#include "core/yaml/yaml.h"
#include "tests/support/hygiene.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Catalogue;
using manifest::Repair;
using manifest::RepairedText;

namespace {

QByteArray fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withoutIndentation(const QByteArray& text)
{
    QByteArrayList lines;
    for (const QByteArray& line : text.split('\n'))
        lines.append(line.trimmed());
    return lines.join('\n');
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void givesManifestsTheirIndentationBack_data();
    void givesManifestsTheirIndentationBack();
    void leavesGoodManifestsAlone_data() { givesManifestsTheirIndentationBack_data(); }
    void leavesGoodManifestsAlone();
    void mendsWhatPagesDoToText_data();
    void mendsWhatPagesDoToText();
    void repairsTwiceAsOnce_data() { mendsWhatPagesDoToText_data(); }
    void repairsTwiceAsOnce();
    void tellsWhereAKeyWouldFitAsWell();
    void tellsWhatHasNoPlace();
    void tellsWhatWasLeftOut();
    void tellsWhatItDoesNotKnow();
    void findsDocumentsWithoutMarksBetweenThem();
    void rebuildsFilesWithinConfigMaps();
    void keepsCommentsWithWhatTheyTellAbout();
    void keepsReturnsAtTheEndsOfLines();
    void leavesWhatIsNoManifestAlone_data();
    void leavesWhatIsNoManifestAlone();
    void isQuickWithLongPages();

private:
    RepairedText repair(const QByteArray& text) const { return manifest::repaired(text, *m_catalogue, 16); }

    std::shared_ptr<const Catalogue> m_catalogue = Catalogue::bundled();
};

void TestRepair::givesManifestsTheirIndentationBack_data()
{
    QTest::addColumn<QString>("path");
    for (const char* folder : {"/tests/golden/lint/good", "/tests/live"}) {
        QDirIterator files(QStringLiteral(DREY_SOURCE_DIR) + QString::fromLatin1(folder), {u"*.yaml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            // Schemas of schemas are nothing that a page about Flink shows.
            if (!path.contains(u"/crds/"))
                QTest::addRow("%s", qPrintable(path.section(u'/', -2))) << path;
        }
    }
}

void TestRepair::givesManifestsTheirIndentationBack()
{
    QFETCH(QString, path);
    const QByteArray text = fileText(path);
    const auto before = yaml::read(text, yaml::Scalars::Typed);
    QVERIFY(before);
    const RepairedText after = repair(withoutIndentation(text));
    const auto tree = yaml::read(after.text, yaml::Scalars::Typed);
    for (const manifest::Doubt& doubt : after.doubts)
        qInfo("%d: %s", doubt.line, qPrintable(doubt.message));
    QVERIFY2(tree, after.text);
    if (*tree != *before)
        qInfo("%s", after.text.constData());
    QCOMPARE(*tree, *before);
    QVERIFY(std::any_of(after.repairs.begin(), after.repairs.end(),
                        [](const Repair& repair) { return repair.kind == Repair::Kind::Indentation; }));
}

void TestRepair::leavesGoodManifestsAlone()
{
    QFETCH(QString, path);
    const QByteArray text = fileText(path);
    const RepairedText after = repair(text);
    QCOMPARE(after.text, text);
    QVERIFY(after.repairs.isEmpty());
    QVERIFY(after.doubts.isEmpty());
}

void TestRepair::mendsWhatPagesDoToText_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QList<int>>("kinds");
    using Kind = Repair::Kind;
    const auto row = [](const char* name, const char* pasted, std::initializer_list<Kind> kinds) {
        QList<int> numbers;
        for (const Kind kind : kinds)
            numbers.append(int(kind));
        QTest::newRow(name) << QByteArray(pasted) << numbers;
    };
    row("no-break spaces",
        "apiVersion:\u00a0v1\nkind: ConfigMap\nmetadata:\n\u00a0\u00a0name: a\ndata:\n\u00a0 key: \"1\"\n",
        {Kind::Blanks});
    row("characters without width",
        "\ufeffapiVersion: v1\nkind:\u200b ConfigMap\nmetadata:\n  name: a\ndata:\n  key: \"1\"\n", {Kind::Blanks});
    row("dots for blanks", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n··name: a\ndata:\n··key: \"1\"\n",
        {Kind::Blanks});
    row("typographic quotes", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: “a”\ndata:\n  key: ‘1’\n",
        {Kind::Quotes});
    row("tabs", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: a\ndata:\n\tkey: \"1\"\n", {Kind::Tabs});
    row("line numbers",
        " 8 apiVersion: v1\n 9 kind: ConfigMap\n10 metadata:\n11   name: a\n12 data:\n13   key: \"1\"\n",
        {Kind::LineNumbers});
    row("a column of line numbers",
        "1\n2\n3\n4\n5\n6\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  key: \"1\"\n",
        {Kind::LineNumbers});
    row("line numbers and no indentation",
        "1: apiVersion: v1\n2: kind: ConfigMap\n3: metadata:\n4: name: a\n5: data:\n6: key: \"1\"\n",
        {Kind::LineNumbers, Kind::Indentation});
    row("quoted in a mail", "> apiVersion: v1\n> kind: ConfigMap\n> metadata:\n>   name: a\n> data:\n>   key: \"1\"\n",
        {Kind::Margin});
    row("added in a patch", "+apiVersion: v1\n+kind: ConfigMap\n+metadata:\n+  name: a\n+data:\n+  key: \"1\"\n",
        {Kind::Margin});
    row("typed into a shell",
        "$ cat <<EOF | kubectl apply -f -\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  key: "
        "\"1\"\nEOF\n",
        {Kind::Commands});
    row("Markdown",
        "## Config\n\nApply this:\n\n```yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  key: "
        "\"1\"\n```\n\nDone.\n",
        {Kind::Fences, Kind::Prose});
    row("farther right",
        "    apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: a\n    data:\n      key: \"1\"\n설정을 "
        "적용합니다.\n",
        {Kind::Prose, Kind::Moved});
    row("between prose", "1. 설정\napiVersion: v1\nkind: ConfigMap\nmetadata:\nname: a\ndata:\nkey: \"1\"\n2. 다음\n",
        {Kind::Prose, Kind::Indentation});
    row("one blank of all", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n name: a\ndata:\nkey: \"1\"\n",
        {Kind::Indentation});
}

void TestRepair::mendsWhatPagesDoToText()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QList<int>, kinds);
    const RepairedText after = repair(pasted);
    const auto tree = yaml::read(after.text, yaml::Scalars::Typed);
    QVERIFY2(tree, after.text);
    const QJsonObject expected{{u"apiVersion"_s, u"v1"_s},
                               {u"kind"_s, u"ConfigMap"_s},
                               {u"metadata"_s, QJsonObject{{u"name"_s, u"a"_s}}},
                               {u"data"_s, QJsonObject{{u"key"_s, u"1"_s}}}};
    QCOMPARE(*tree, QList<QJsonValue>{expected});
    QList<int> done;
    for (const Repair& repair : after.repairs) {
        done.append(int(repair.kind));
        QVERIFY(!repair.lines.isEmpty() && !repair.text().isEmpty());
        QVERIFY(std::is_sorted(repair.lines.begin(), repair.lines.end()));
    }
    QCOMPARE(done, kinds);
    QCOMPARE(after.documents, 1);
    QVERIFY(after.doubts.isEmpty());
}

void TestRepair::repairsTwiceAsOnce()
{
    QFETCH(QByteArray, pasted);
    const RepairedText once = repair(pasted);
    const RepairedText twice = repair(once.text);
    QCOMPARE(twice.text, once.text);
    QVERIFY(twice.repairs.isEmpty());
}

void TestRepair::tellsWhereAKeyWouldFitAsWell()
{
    const RepairedText after = repair("apiVersion: v1\nkind: ConfigMap\nmetadata:\nlabels:\nteam: a\nname: b\n");
    QCOMPARE(after.text, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    team: a\n  name: b\n");
    QCOMPARE(after.doubts.size(), 1);
    QCOMPARE(after.doubts.first().line, 6);
    QVERIFY2(after.doubts.first().message.contains(u"metadata.labels"), qPrintable(after.doubts.first().message));
}

void TestRepair::tellsWhatHasNoPlace()
{
    const RepairedText after =
        repair("apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\nname: a\n"
               "spec:\ntaskManager:\nresource:\nmemory: 2g\nmemoryLimit: 3g\n");
    QCOMPARE(after.doubts.size(), 1);
    QCOMPARE(after.doubts.first().line, 9);
    QVERIFY2(after.doubts.first().message.contains(u"memoryLimit"), qPrintable(after.doubts.first().message));
}

void TestRepair::tellsWhatWasLeftOut()
{
    const RepairedText after = repair(
        "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\nname: a\nspec:\n...\nmode: native\n");
    QCOMPARE(after.text, "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: a\nspec:\n"
                         "  # ...\n  mode: native\n");
    QCOMPARE(after.doubts.size(), 1);
    QCOMPARE(after.doubts.first().line, 6);
}

void TestRepair::tellsWhatItDoesNotKnow()
{
    const QByteArray text = "apiVersion: example.com/v1\nkind: Gadget\nmetadata:\nname: a\nmetadata:\nspec:\nsize: 3\n";
    const RepairedText after = repair(text);
    QCOMPARE(after.text, text);
    QCOMPARE(after.documents, 1);
    QCOMPARE(after.doubts.size(), 1);
}

void TestRepair::findsDocumentsWithoutMarksBetweenThem()
{
    const RepairedText after =
        repair("apiVersion: v1\nkind: Namespace\nmetadata:\nname: a\n# of the job\napiVersion: v1\n"
               "kind: ServiceAccount\nmetadata:\nname: b\n");
    QCOMPARE(after.text, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\n# of the job\napiVersion: v1\n"
                         "kind: ServiceAccount\nmetadata:\n  name: b\n");
    QCOMPARE(after.documents, 2);
    QCOMPARE(after.repairs.first().kind, Repair::Kind::Separators);
    QCOMPARE(after.repairs.first().lines, QList<int>{5});
}

void TestRepair::rebuildsFilesWithinConfigMaps()
{
    const RepairedText after = repair(
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\nname: a\ndata:\nflink-conf.yaml: |\nparallelism.default: 2\n"
        "# why\nstate.backend: rocksdb\nprometheus.yml: |\nscrape_configs:\n- job_name: a\nstatic_configs:\n"
        "- targets: [b]\nscrape_interval: 5s\n");
    QCOMPARE(after.text, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  flink-conf.yaml: |\n"
                         "    parallelism.default: 2\n    # why\n    state.backend: rocksdb\n  prometheus.yml: |\n"
                         "    scrape_configs:\n    - job_name: a\n      static_configs:\n      - targets: [b]\n"
                         "      scrape_interval: 5s\n");
    QVERIFY(after.doubts.isEmpty());
}

void TestRepair::keepsCommentsWithWhatTheyTellAbout()
{
    const RepairedText after =
        repair("apiVersion: v1\nkind: Namespace\n# who it is\nmetadata:\n# for the team\nname: a\n");
    QCOMPARE(after.text, "apiVersion: v1\nkind: Namespace\n# who it is\nmetadata:\n  # for the team\n  name: a\n");
}

void TestRepair::keepsReturnsAtTheEndsOfLines()
{
    const RepairedText after = repair("apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\nname: a\r\n");
    QCOMPARE(after.text, "apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: a\r\n");
}

void TestRepair::leavesWhatIsNoManifestAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("Flink: a story\n\n1. It was – as always – a “dark” night.\n");
    QTest::newRow("code") << QByteArray("def run(self):\n    return {\"state.backend\": \"rocksdb\"}\n");
    QTest::newRow("no UTF-8") << QByteArray("kind: \xff\xfe\nmetadata:\nname: a\n");
    QTest::newRow("zeros") << QByteArray("kind: a\0b\nmetadata:\nname: a\n", 28);
}

void TestRepair::leavesWhatIsNoManifestAlone()
{
    QFETCH(QByteArray, text);
    const RepairedText after = repair(text);
    QCOMPARE(after.text, text);
    QVERIFY(after.repairs.isEmpty());
}

void TestRepair::isQuickWithLongPages()
{
    QByteArray text = "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\nname: a\nspec:\n"
                      "podTemplate:\nspec:\ncontainers:\n- name: flink-main-container\nenv:\n";
    for (int i = 0; i < 1000; ++i)
        text += "- name: V" + QByteArray::number(i) + "\nvalue: a\n";
    QElapsedTimer timer;
    timer.start();
    const RepairedText after = repair(text);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    const auto tree = yaml::read(after.text, yaml::Scalars::Typed);
    QVERIFY(tree);
    const QJsonObject spec = tree->first()[u"spec"][u"podTemplate"][u"spec"].toObject();
    QCOMPARE(spec[u"containers"][0][u"env"].toArray().size(), 1000);
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
