#include "core/yaml/tree.h"

#include "tests/support/hygiene.h"
#include "tests/support/manifests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using support::manifest;
using yaml::Node;
using yaml::Tree;

namespace {

Tree treeOf(const QByteArray& text)
{
    auto parsed = Tree::parse(text);
    if (const auto* fault = std::get_if<Tree::Fault>(&parsed))
        qFatal("%s", qPrintable(fault->error.message));
    return std::get<Tree>(std::move(parsed));
}

QByteArray textOf(const Tree& tree, int index)
{
    const yaml::Span span = tree.node(index).span;
    return tree.text().mid(span.begin, span.length());
}

} // namespace

class YamlTreeTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { support::keepClean(); }

    void knowsWhereEachValueStands_data();
    void knowsWhereEachValueStands();
    void refusesACharacterThatIsCutOff();
    void tellsThePathOfAPlace();
    void meansWhatReadingMeans_data();
    void meansWhatReadingMeans();
    void nothingStandsBehindItsOwnKey_data();
    void nothingStandsBehindItsOwnKey();
    void keepsKeysThatStandTwice();
    void namesThePlaceOfAFault_data();
    void namesThePlaceOfAFault();
    void saysInItsOwnWordsWhatIsWrong_data();
    void saysInItsOwnWordsWhatIsWrong();
    void findsTheDocumentsOfAStream();
    void countsColumnsAsEditorsDo();
};

void YamlTreeTest::knowsWhereEachValueStands_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char* name, const QStringList& keys, const QByteArray& text) {
        QTest::newRow(name) << keys << text;
    };
    row("plain", {u"kind"_s}, "FlinkDeployment");
    row("before a comment", {u"metadata"_s, u"name"_s}, "orders");
    row("flow map", {u"metadata"_s, u"labels"_s}, R"({team: pay, "tier": 'a''b', empty: })");
    row("in a flow map", {u"metadata"_s, u"labels"_s, u"team"_s}, "pay");
    row("single quotes", {u"metadata"_s, u"labels"_s, u"tier"_s}, "'a''b'");
    row("double quotes", {u"spec"_s, u"flinkConfiguration"_s, u"taskmanager.numberOfTaskSlots"_s}, "\"2\"");
    row("nothing", {u"spec"_s, u"flinkConfiguration"_s, u"execution.checkpointing.interval"_s}, "");
    row("null", {u"spec"_s, u"flinkConfiguration"_s, u"note"_s}, "~");
    row("alias", {u"spec"_s, u"taskManager"_s, u"podTemplate"_s}, "*template");
    row("literal", {u"spec"_s, u"taskManager"_s, u"command"_s}, "|\n      echo one\n\n        echo two");
    row("folded", {u"spec"_s, u"taskManager"_s, u"folded"_s}, ">-\n      a b\n      c");
    row("over two lines", {u"spec"_s, u"taskManager"_s, u"long"_s}, "plain text that\n      goes on");
    row("behind a tag", {u"spec"_s, u"taskManager"_s, u"last"_s}, "12");
}

void YamlTreeTest::knowsWhereEachValueStands()
{
    QFETCH(const QStringList, keys);
    QFETCH(const QByteArray, text);
    const Tree tree = treeOf(manifest);
    int node = tree.root();
    for (const QString& key : keys)
        node = tree.node(node).kind == Node::Kind::Map ? tree.find(node, QStringView(key)) : -1;
    QVERIFY(node >= 0);
    QCOMPARE(textOf(tree, node), text);
}

void YamlTreeTest::tellsThePathOfAPlace()
{
    const Tree tree = treeOf(manifest);
    const auto pathAt = [&tree](const QByteArray& text) { return tree.path(tree.at(manifest.indexOf(text) + 1)); };
    QCOMPARE(pathAt("rocksdb"), u"spec.flinkConfiguration['state.backend.type']"_s);
    QCOMPARE(pathAt("state.backend.type"), u"spec.flinkConfiguration['state.backend.type']"_s);
    QCOMPARE(pathAt("two"), u"spec.podTemplate.spec.containers[0].args[1]"_s);
    QCOMPARE(pathAt("3}"), u"spec.podTemplate.spec.containers[0].args[2].three"_s);
    QCOMPARE(pathAt("other"), u"spec.podTemplate.spec.containers[1].name"_s);
    // An alias is followed when something is looked for behind it.
    QVERIFY(tree.find(tree.root(), {u"spec"_s, u"taskManager"_s, u"podTemplate"_s, u"spec"_s, u"containers"_s}) > 0);
}

void YamlTreeTest::meansWhatReadingMeans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("manifest") << manifest;
    QTest::newRow("JSON") << QByteArray(R"({"a": [1, 2.5, true, null, "x\n"], "b": {}})");
    QTest::newRow("empty collections") << QByteArray("a: []\nb: {}\nc:\nd: ''\n");
    QTest::newRow("sequence at the key's column") << QByteArray("a:\n- 1\n-\n- b: 2\n  c: 3\n");
    QTest::newRow("carriage returns") << QByteArray("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 'z'\r\n");
    QTest::newRow("explicit indentation") << QByteArray("a: |2\n    x\n  y\nb: 1\n");
    QTest::newRow("null before a null") << QByteArray("a:\nnull: 1\nb: null\n");
    QTest::newRow("a key that is marked") << QByteArray("? a\n# so\n? &x b\nc: 1\n? d\n");
    QTest::newRow("text by its tag") << QByteArray("a: [!]\nb: ! 12\nc: ! 'x'\nd: !!int 3\ne: [! \"z\", &a {b: 1}]\n");
    QTest::newRow("merge keys") << QByteArray(
        "x: &x {a: 1, b: 2}\ny: &y {b: 3}\nz:\n  <<: [*y, *x]\n  c: 4\nw:\n  <<: *x\n");
    QTest::newRow("words of YAML 1.1") << QByteArray("on: yes\n'no': no\noff: [y, 0644, 1_000, 'n', 08]\n");
    QTest::newRow("hangul") << QByteArray("이름: 주문 처리\nnote: \"값\"\n");
    QTest::newRow("one scalar") << QByteArray("just text\n");
    QTest::newRow("quoted over lines") << QByteArray("a: \"x\n  y\\\n  z\"\nb: 'p\n\n  q'\n");
}

void YamlTreeTest::meansWhatReadingMeans()
{
    QFETCH(const QByteArray, text);
    const Tree tree = treeOf(text);
    const auto read = yaml::read(text, yaml::Scalars::Typed);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(tree.value(tree.root()), read->first());
    // Every scalar that is cut out by its span means the same alone.
    for (int i = 0; i < tree.count(); ++i) {
        const Node& node = tree.node(i);
        const bool isLine = node.style != Node::Style::Literal && node.style != Node::Style::Folded;
        if (node.kind != Node::Kind::Scalar || !isLine || node.span.length() == 0)
            continue;
        const auto alone = yaml::read(textOf(tree, i), yaml::Scalars::AsText);
        QVERIFY2(alone && !alone->isEmpty(), textOf(tree, i).constData());
        QCOMPARE(alone->first().toString(), node.text);
    }
}

void YamlTreeTest::nothingStandsBehindItsOwnKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("place");
    QTest::newRow("block") << QByteArray("a:\nb: 1\n") << qsizetype(2);
    QTest::newRow("blanks before the colon") << QByteArray("a :\nb: 1\n") << qsizetype(3);
    QTest::newRow("flow without a colon") << QByteArray("{a, b: 1}\n") << qsizetype(2);
    QTest::newRow("a tag alone") << QByteArray("a: !!str\nb: 1\n") << qsizetype(8);
    QTest::newRow("a tag alone before a quoted key") << QByteArray("a:\n!\n\"\": 1\n") << qsizetype(4);
    QTest::newRow("marked key without a colon") << QByteArray("? a\nb: 1\n") << qsizetype(3);
}

void YamlTreeTest::nothingStandsBehindItsOwnKey()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, place);
    const Tree tree = treeOf(text);
    const Node& value = tree.node(tree.find(tree.root(), u"a"));
    QCOMPARE(value.span.begin, place);
    QCOMPARE(value.span.length(), qsizetype(0));
}

void YamlTreeTest::keepsKeysThatStandTwice()
{
    const Tree tree = treeOf("a: 1\nb: 2\na: 3\n");
    QCOMPARE(tree.node(tree.root()).children.size(), size_t(3));
    QCOMPARE(textOf(tree, tree.find(tree.root(), u"a")), QByteArray("3"));
}

void YamlTreeTest::namesThePlaceOfAFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << 2;
    QTest::newRow("no colon") << QByteArray("a: 1\nb\nc: 2\n") << 3;
    QTest::newRow("open bracket") << QByteArray("a: [1, 2\nb: 3\n") << 2;
    QTest::newRow("control character") << QByteArray("a: 1\nb: \x01\n") << 2;
    QTest::newRow("carriage return alone") << QByteArray("a: 1\nb: x\ry\n") << 2;
    QTest::newRow("carriage return at the end") << QByteArray("a: 1\nb: x\r") << 2;
    QTest::newRow("no colon at the end") << QByteArray("a: 1\n# b?\nb\n") << 3;
    QTest::newRow("no colon behind a null") << QByteArray("a: 1\n~\n") << 2;
    QTest::newRow("no colon behind a key like a null") << QByteArray("a: 1\nNULL}\n") << 2;
    QTest::newRow("no blank behind a tag") << QByteArray("a: 1\nb: !\"x\"\n") << 2;
    QTest::newRow("no key before a colon") << QByteArray("a: 1\n: 2\n") << 2;
    QTest::newRow("no key before a colon in braces") << QByteArray("a: {b: 1,\n  : 2}\n") << 2;
    QTest::newRow("own alias") << QByteArray("a: &x\n  b: *x\n") << 2;
    QTest::newRow("unknown alias") << QByteArray("a: 1\nb: *x\n") << 2;
}

void YamlTreeTest::namesThePlaceOfAFault()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    const auto parsed = Tree::parse(text);
    const auto* fault = std::get_if<Tree::Fault>(&parsed);
    QVERIFY(fault);
    QVERIFY(!fault->error.message.isEmpty());
    QCOMPARE(yaml::LineIndex(text).place(fault->offset).line, line);
}

void YamlTreeTest::saysInItsOwnWordsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& text, const QString& part) {
        QTest::newRow(name) << text << part;
    };
    row("two colons", "a: b: c\n", u"A colon stands here"_s);
    row("deeper than before", "a: 1\n  b: 2\n", u"A colon stands here"_s);
    row("half way out", "a:\n    b: 1\n  c: 2\n", u"A key with a colon was expected"_s);
    row("no colon", "a:\n  b: 1\n  c\n  d: 2\n", u"A colon stands here"_s);
    row("list that ends in a key", "a:\n  - b\n  c: 1\n", u"A key with a colon was expected"_s);
    row("list half way out", "- - a\n - b\n", u"An item of the list before"_s);
    row("dash behind a key", "a: - b\n", u"No item of a list can begin here"_s);
    row("open brace", "a: {b: 1\n", u"A \"{\" is not closed"_s);
    row("open bracket", "a: [1, 2\n", u"A \"[\" is not closed"_s);
    row("bracket too many", "a: ]\n", u"closes nothing"_s);
    row("open quotation mark", "a: \"b\nc: 1\n", u"is not closed: the mark"_s);
    row("open quotation mark at the end", "a: 'b", u"is not closed: the mark"_s);
    row("open quotation mark behind a tag", "a: !x \"b \\\" c\n", u"is not closed: the mark"_s);
    row("at sign", "a: @b\n", u"No value can begin with this character"_s);
    row("unknown escape", "a: \"C:\\qdir\"\n", u"\"\\q\" means nothing"_s);
    row("short code", "a: \"\\u12g4\"\n", u"The code of a character"_s);
    row("half of a pair", "a: \"\\ud800\"\n", u"There is no character with the code"_s);
    row("text behind the sign", "a: |text\n  b\n", u"Begin the text in the next line"_s);
    row("indentation of none", "a: |0\n  b\n", u"cannot be 0"_s);
    row("unknown alias", "a: *other\n", u"No anchor before this place"_s);
    row("star alone", "a: * b\n", u"Behind \"*\" the name"_s);
    row("ampersand alone", "a: & b\n", u"Behind \"&\" the name"_s);
    row("letter in an alias", "a: &x 1\nb: *x{\n", u"The name of an alias has a character"_s);
    row("two anchors", "a: &x &y b\n", u"one anchor only"_s);
    row("two tags", "a: !x !y b\n", u"one tag only"_s);
    row("open tag", "a: !<b\n", u"needs a \">\""_s);
    row("version that there is not", "%YAML 1\n---\na: 1\n", u"no version 1 of YAML"_s);
    row("two versions", "%YAML 1.2 1.1\n---\na: 1\n", u"takes one version"_s);
}

void YamlTreeTest::saysInItsOwnWordsWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, part);
    const auto parsed = Tree::parse(text);
    const auto* fault = std::get_if<Tree::Fault>(&parsed);
    QVERIFY(fault);
    QVERIFY2(fault->what.contains(part), qPrintable(fault->what));
    // A reader of documents says the same.
    const auto read = yaml::read(text, yaml::Scalars::Typed);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void YamlTreeTest::findsTheDocumentsOfAStream()
{
    const QByteArray stream = "# head\n---\na: 1\n---\n# nothing\n---\nb: |\n  ---x\n...\n--- {c: 3}\n";
    QList<QByteArray> found;
    for (const yaml::Span& span : yaml::documentsOf(stream))
        found.append(stream.mid(span.begin, span.length()).trimmed());
    QCOMPARE(found, (QList<QByteArray>{"a: 1", "b: |\n  ---x", "{c: 3}"}));
    QVERIFY(yaml::documentsOf("# only a comment\n").isEmpty());
    QVERIFY(yaml::documentsOf({}).isEmpty());
}

void YamlTreeTest::countsColumnsAsEditorsDo()
{
    const QByteArray text = "이름: x\nb: 1";
    const yaml::LineIndex lines(text);
    using Place = yaml::LineIndex::Place;
    QVERIFY(lines.place(text.indexOf('x')) == (Place{1, 5}));
    QVERIFY(lines.place(text.indexOf('b')) == (Place{2, 1}));
    QVERIFY(lines.place(text.size() + 9) == (Place{2, 5}));
    // Also far behind in an endless line.
    const QByteArray endless = "x\n" + QByteArray("주문😀").repeated(3000) + '!';
    const QByteArray before = endless.mid(2, endless.size() - 3);
    QVERIFY(yaml::LineIndex(endless).place(endless.size() - 1) ==
            (Place{2, int(QString::fromUtf8(before).size()) + 1}));
}

void YamlTreeTest::refusesACharacterThatIsCutOff()
{
    for (const char* text : {"a: b\n\xC8", "a: \xE3\x81", "\xF0\x9F\x98: a\n"}) {
        const auto parsed = yaml::Tree::parse(text);
        QVERIFY2(std::holds_alternative<yaml::Tree::Fault>(parsed), text);
    }
}

QTEST_GUILESS_MAIN(YamlTreeTest)
#include "tst_yamltree.moc"
