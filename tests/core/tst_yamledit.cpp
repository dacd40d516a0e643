#include "core/yaml/edit.h"

#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using yaml::Meaning;
using yaml::Setting;
using yaml::Tree;

namespace {

Tree treeOf(const QByteArray& text)
{
    auto parsed = Tree::parse(text);
    if (const auto* fault = std::get_if<Tree::Fault>(&parsed))
        qFatal("%s", qPrintable(fault->error.message));
    return std::get<Tree>(std::move(parsed));
}

/// The text after the changes; what was refused as "refused".
QByteArray after(const QByteArray& before, const base::Result<QList<yaml::Change>>& changes)
{
    return changes ? yaml::changed(before, *changes) : QByteArray("refused");
}

} // namespace

/// Values are written in their place, and every byte around them stays.
class YamlEditTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { support::keepClean(); }

    void writesAScalar_data();
    void writesAScalar();
    void keepsTextFromBeingANumber_data();
    void keepsTextFromBeingANumber();
    void writesNumbersPlain();
    void putsNewKeysWhereTheyBelong();
    void changesAList_data();
    void changesAList();
    void takesAKeyOut_data();
    void takesAKeyOut();
    void leavesWhatIsSharedToTheHand_data();
    void leavesWhatIsSharedToTheHand();
    void everyTextCanBeWrittenEverywhere();
};

void YamlEditTest::writesAScalar_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* name, const QByteArray& before, const QString& value, const QByteArray& expected) {
        QTest::newRow(name) << before << value << expected;
    };
    row("plain before a comment", "spec:\n  job:\n    a: one   # why\n", u"two"_s,
        "spec:\n  job:\n    a: two   # why\n");
    row("in its quotes", "spec:\n  job: {a: 'one', b: 2}\n", u"it's"_s, "spec:\n  job: {a: 'it''s', b: 2}\n");
    row("double quotes", "spec:\n  job:\n    a: \"one\"\n", u"say \"x\""_s,
        "spec:\n  job:\n    a: \"say \\\"x\\\"\"\n");
    row("quotes where needed", "spec:\n  job:\n    a: one\n", u"a: b"_s, "spec:\n  job:\n    a: \"a: b\"\n");
    row("braces within braces", "spec:\n  job: {a: one}\n", u"{x}, y"_s, "spec:\n  job: {a: \"{x}, y\"}\n");
    row("a new key at the end", "spec:\n  job:\n    b: 1 # one\n  z: 2\n", u"x"_s,
        "spec:\n  job:\n    b: 1 # one\n    a: x\n  z: 2\n");
    row("a new key without a last line break", "spec:\n  job:\n    b: 1", u"x"_s, "spec:\n  job:\n    b: 1\n    a: x");
    row("new keys below each other", "spec:\n    b: 1\n", u"x"_s, "spec:\n    b: 1\n    job:\n      a: x\n");
    row("behind a value of many lines", "spec:\n  job:\n    b: |\n      1\n      2\n", u"x"_s,
        "spec:\n  job:\n    b: |\n      1\n      2\n    a: x\n");
    row("below a key without a value", "spec:\n  job:  # later\n  z: 2\n", u"x"_s,
        "spec:\n  job:  # later\n    a: x\n  z: 2\n");
    row("instead of nothing", "spec:\n  job:\n    a:\n    b: 1\n", u"x"_s, "spec:\n  job:\n    a: x\n    b: 1\n");
    row("instead of a written null", "spec:\n  job:\n    a: ~ # none\n", u"x"_s, "spec:\n  job:\n    a: x # none\n");
    row("into braces", "spec: {job: {b: 1}, c: 2}\n", u"x"_s, "spec: {job: {b: 1, a: x}, c: 2}\n");
    row("into braces, two levels", "spec: {c: 2}\n", u"x"_s, "spec: {c: 2, job: {a: x}}\n");
    row("into empty braces", "spec:\n  job: {}\n  z: 2\n", u"x"_s, "spec:\n  job:\n    a: x\n  z: 2\n");
    row("into empty braces before a comment", "spec:\n  job: {} # none\n", u"x"_s, "spec:\n  job: {a: x} # none\n");
    row("beside a merge", "base: &b {q: 1}\nspec:\n  job:\n    <<: *b\n", u"x"_s,
        "base: &b {q: 1}\nspec:\n  job:\n    <<: *b\n    a: x\n");
    row("the last of two", "spec:\n  job:\n    a: 1\n    a: 2\n", u"x"_s, "spec:\n  job:\n    a: 1\n    a: x\n");
    row("Korean", "spec:\n  job:\n    a: 결제 # 정산\n", u"배송"_s, "spec:\n  job:\n    a: 배송 # 정산\n");
}

void YamlEditTest::writesAScalar()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, expected);
    const Tree tree = treeOf(before);
    QCOMPARE(after(before, yaml::withScalar(tree, {{u"spec"_s, u"job"_s, u"a"_s}}, value)), expected);
}

void YamlEditTest::keepsTextFromBeingANumber_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("written");

    QTest::newRow("number") << u"2"_s << QByteArray("\"2\"");
    QTest::newRow("version") << u"1.20"_s << QByteArray("\"1.20\"");
    QTest::newRow("truth") << u"true"_s << QByteArray("\"true\"");
    QTest::newRow("old truth") << u"on"_s << QByteArray("\"on\"");
    QTest::newRow("null") << u"null"_s << QByteArray("\"null\"");
    QTest::newRow("hexadecimal") << u"0xF"_s << QByteArray("\"0xF\"");
    QTest::newRow("date") << u"2026-01-02"_s << QByteArray("\"2026-01-02\"");
    QTest::newRow("time") << u"1:30"_s << QByteArray("\"1:30\"");
    QTest::newRow("duration") << u"10 min"_s << QByteArray("10 min");
    QTest::newRow("memory") << u"2048m"_s << QByteArray("2048m");
    QTest::newRow("address") << u"s3://bucket/a"_s << QByteArray("s3://bucket/a");
    QTest::newRow("option") << u"--input"_s << QByteArray("--input");
    QTest::newRow("dash") << u"- x"_s << QByteArray("\"- x\"");
    QTest::newRow("comment") << u"a #b"_s << QByteArray("\"a #b\"");
    QTest::newRow("blanks") << u" a "_s << QByteArray("\" a \"");
    QTest::newRow("lines") << u"a\nb"_s << QByteArray("\"a\\nb\"");
    QTest::newRow("alias") << u"*a"_s << QByteArray("\"*a\"");
}

void YamlEditTest::keepsTextFromBeingANumber()
{
    QFETCH(const QString, value);
    QFETCH(const QByteArray, written);
    const QByteArray before = "a: x\n";
    QCOMPARE(after(before, yaml::withScalar(treeOf(before), {{u"a"_s}}, value)), "a: " + written + '\n');
}

void YamlEditTest::writesNumbersPlain()
{
    const QByteArray before = "a: \"1\"\nb: x\n";
    const Tree tree = treeOf(before);
    QCOMPARE(after(before, yaml::withScalar(tree, {{u"a"_s}, Meaning::Typed}, u"4"_s)), "a: 4\nb: x\n");
    QCOMPARE(after(before, yaml::withScalar(tree, {{u"c"_s}, Meaning::Typed}, u"false"_s)),
             "a: \"1\"\nb: x\nc: false\n");
}

void YamlEditTest::putsNewKeysWhereTheyBelong()
{
    const QStringList order{u"image"_s, u"version"_s, u"job"_s};
    const QByteArray fields = "image: x # first\nother: 1\njob:\n  a: 1\n";
    QCOMPARE(after(fields, yaml::withScalar(treeOf(fields), {{u"version"_s}, Meaning::Text, order}, u"v"_s)),
             "image: x # first\nversion: v\nother: 1\njob:\n  a: 1\n");
    // Keys of configuration stand beside their family.
    const QByteArray keys = "a.b.one: 1\na.c: 2\nz: 3\n";
    QCOMPARE(after(keys, yaml::withScalar(treeOf(keys), {{u"a.b.two"_s}}, u"v"_s)),
             "a.b.one: 1\na.b.two: v\na.c: 2\nz: 3\n");
}

void YamlEditTest::changesAList_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("value");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char* name, const QByteArray& before, const QStringList& value,
                        const QByteArray& expected) { QTest::newRow(name) << before << value << expected; };
    const QByteArray three = "args:\n  - one # 1\n  - 'two'\n  - three\nz: 1\n";
    row("one of it", three, {u"one"_s, u"2"_s, u"three"_s}, "args:\n  - one # 1\n  - '2'\n  - three\nz: 1\n");
    row("one more in the middle", three, {u"one"_s, u"x"_s, u"two"_s, u"three"_s},
        "args:\n  - one # 1\n  - x\n  - 'two'\n  - three\nz: 1\n");
    row("one more at the end", three, {u"one"_s, u"two"_s, u"three"_s, u"x"_s},
        "args:\n  - one # 1\n  - 'two'\n  - three\n  - x\nz: 1\n");
    row("one more in front", three, {u"x"_s, u"one"_s, u"two"_s, u"three"_s},
        "args:\n  - x\n  - one # 1\n  - 'two'\n  - three\nz: 1\n");
    row("one less", three, {u"two"_s, u"three"_s}, "args:\n  - 'two'\n  - three\nz: 1\n");
    row("the last less", "args:\n- a\n- b", {u"a"_s}, "args:\n- a");
    row("brackets", "args: [a, \"b\"] # c\n", {u"a"_s, u"x, y"_s, u"d"_s}, "args: [a, \"x, y\", d] # c\n");
    row("less in brackets", "args: [a, b, c]\n", {u"b"_s, u"c"_s}, "args: [b, c]\n");
    row("more in front, in brackets", "args: [b]\n", {u"a"_s, u"b"_s}, "args: [a, b]\n");
    row("empty brackets", "args: []\n", {u"a"_s}, "args: [a]\n");
    row("a new list", "z: 1\n", {u"--a"_s, u"3"_s}, "z: 1\nargs:\n  - --a\n  - \"3\"\n");
    row("a new list in braces", "{z: 1}\n", {u"--a"_s, u"3"_s}, "{z: 1, args: [--a, \"3\"]}\n");
    row("instead of nothing", "args: # later\nz: 1\n", {u"a"_s}, "args: # later\n  - a\nz: 1\n");
}

void YamlEditTest::changesAList()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QStringList, value);
    QFETCH(const QByteArray, expected);
    QCOMPARE(after(before, yaml::withTexts(treeOf(before), {{u"args"_s}}, value)), expected);
}

void YamlEditTest::takesAKeyOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("a line") << QByteArray("spec:\n  # note\n  a: 1 # one\n  b: 2\n")
                            << QByteArray("spec:\n  # note\n  b: 2\n");
    QTest::newRow("the last line") << QByteArray("spec:\n  b: 2\n  a: 1") << QByteArray("spec:\n  b: 2");
    QTest::newRow("a block") << QByteArray("spec:\n  a:\n    - x\n    - y\n  b: 2\n") << QByteArray("spec:\n  b: 2\n");
    QTest::newRow("the only one") << QByteArray("spec:\n  a: 1\nz: 2\n") << QByteArray("spec: {}\nz: 2\n");
    QTest::newRow("the only one, below a comment")
        << QByteArray("spec: # keep\n  a: 1\nz: 2\n") << QByteArray("spec: # keep\n  {}\nz: 2\n");
    QTest::newRow("in braces") << QByteArray("spec: {a: 1, b: 2}\n") << QByteArray("spec: {b: 2}\n");
    QTest::newRow("the last in braces") << QByteArray("spec: {b: 2, a: 1}\n") << QByteArray("spec: {b: 2}\n");
    QTest::newRow("alone in braces") << QByteArray("spec: {a: 1}\n") << QByteArray("spec: {}\n");
    QTest::newRow("without a value") << QByteArray("spec:\n  a:\n  b: 2\n") << QByteArray("spec:\n  b: 2\n");
    QTest::newRow("nothing to take") << QByteArray("spec:\n  b: 2\n") << QByteArray("spec:\n  b: 2\n");
}

void YamlEditTest::takesAKeyOut()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, expected);
    QCOMPARE(after(before, yaml::without(treeOf(before), {u"spec"_s, u"a"_s})), expected);
}

void YamlEditTest::leavesWhatIsSharedToTheHand_data()
{
    QTest::addColumn<QByteArray>("before");

    QTest::newRow("an alias") << QByteArray("x: &x 1\na:\n  b: *x\n");
    QTest::newRow("with an anchor") << QByteArray("a:\n  b: &x 1\nc: *x\n");
    QTest::newRow("within an anchor") << QByteArray("a: &x\n  b: 1\nc: *x\n");
    QTest::newRow("behind an alias") << QByteArray("x: &x {b: 1}\na: *x\n");
    QTest::newRow("a block of text") << QByteArray("a:\n  b: |\n    one\n    two\n");
    QTest::newRow("over two lines") << QByteArray("a:\n  b: one\n    two\n");
    QTest::newRow("a map") << QByteArray("a:\n  b:\n    c: 1\n");
    QTest::newRow("a list above") << QByteArray("a:\n  - b: 1\n");
    QTest::newRow("a tag") << QByteArray("a:\n  b: !!str 1\n");
    QTest::newRow("nothing at all") << QByteArray("# empty\n");
}

void YamlEditTest::leavesWhatIsSharedToTheHand()
{
    QFETCH(const QByteArray, before);
    const auto changes = yaml::withScalar(treeOf(before), {{u"a"_s, u"b"_s}}, u"2"_s);
    QVERIFY(!changes);
    QVERIFY(!changes.error().message.isEmpty());
}

void YamlEditTest::everyTextCanBeWrittenEverywhere()
{
    const QStringList texts{u"a"_s,    u"a'b"_s,    u"a\"b"_s, u"a, b"_s,   u"[a"_s,    u"a]"_s,   u"{"_s,
                            u"a: b"_s, u"a:"_s,     u": a"_s,  u"a #b"_s,   u"#a"_s,    u"&a"_s,   u"*a"_s,
                            u"!a"_s,   u"%a"_s,     u"@a"_s,   u"`a"_s,     u"|"_s,     u">"_s,    u"-"_s,
                            u"---"_s,  u"..."_s,    u"?"_s,    u"? a"_s,    u"\\"_s,    u"\t"_s,   u"a\tb"_s,
                            u"~"_s,    u"yes"_s,    u"1e3"_s,  u"0o7"_s,    u"1_000"_s, u".inf"_s, u"결제: 정산"_s,
                            u"a\n"_s,  u"\u0007"_s, u"😀"_s,    u"\u2028"_s, u"-- a"_s,  u"<<"_s,   u"http://x:80/#y"_s};
    for (const QByteArray& before : {QByteArray("a: x\n"), QByteArray("a: 'x'\n"), QByteArray("a: \"x\" # c\n"),
                                     QByteArray("{a: x, b: y}\n"), QByteArray("{a: , b: y}\n"), QByteArray("b: y\n")}) {
        for (const QString& text : texts) {
            const auto changes = yaml::withScalar(treeOf(before), {{u"a"_s}}, text);
            QVERIFY2(changes, qPrintable(text + u" in "_s + QString::fromUtf8(before)));
            const Tree written = treeOf(yaml::changed(before, *changes));
            QCOMPARE(written.value(written.find(written.root(), u"a")), QJsonValue(text));
        }
    }
}

QTEST_GUILESS_MAIN(YamlEditTest)
#include "tst_yamledit.moc"
