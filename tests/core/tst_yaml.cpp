#include "core/yaml/yaml.h"

#include "tests/support/cpuclock.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;

namespace {

QJsonValue json(const QByteArray& text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

QByteArray utf16(const QString& text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

QByteArray aliasBomb()
{
    QByteArray text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int k = 0; k < 9; ++k)
            text += ',' + before;
        text += "]\n";
    }
    return text;
}

} // namespace

class YamlTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void readsWhatItShould_data();
    void readsWhatItShould();
    void keepsScalarsAsTheirSourceText();
    void keepsNullApartFromTextNull();
    void readsUtf16AndUtf8WithByteOrderMarks();
    void readsEveryDocumentOfAStream();
    void namesThePlaceOfAnError();
    void case78_refusesHostileInput_data();
    void case78_refusesHostileInput();
    void case78_refusesHostileInputQuickly();
    void writesWhatReadsBackTheSame_data();
    void writesWhatReadsBackTheSame();
    void writesBlockStyle();
};

void YamlTest::readsWhatItShould_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("map and list") << QByteArray("a: 1\nb:\n- x\n- z\n") << QByteArray(R"({"a":1,"b":["x","z"]})");
    // All of these as "kubectl label --local -o json" shows what it has read.
    QTest::newRow("whole numbers")
        << QByteArray("[1, -2, +1, 0, -0, 00, 0x1F, -0x1F, 0x_1, 0o17, -0o14, 017, -014, 08, 0b11, +0b1, 1_000, 1__0]")
        << QByteArray("[1,-2,1,0,0,0,31,-31,1,15,-12,15,-12,8,3,1,1000,10]");
    QTest::newRow("broken numbers")
        << QByteArray("[1.5, 1e3, .5, 5., +.5, 1.e3, 1e-3, 12e03, 09.5, 1_0.5, 685.230_15e+03, +0.0]")
        << QByteArray("[1.5,1000,0.5,5,0.5,1000,0.001,12000,9.5,10.5,685230.15,0]");
    QTest::newRow("beyond 64 bits") << QByteArray("[18446744073709551615, 99999999999999999999, 0x1FFFFFFFFFFFFFFFFF]")
                                    << QByteArray(R"([18446744073709552000,1e20,"0x1FFFFFFFFFFFFFFFFF"])");
    QTest::newRow("no numbers") << QByteArray("[0b2, 0o9, 1e3.5, _1, 1:30, 190:20:30, 2001-01-01, '=', 1.20.1, -, 0x]")
                                << QByteArray(R"(["0b2","0o9","1e3.5","_1","1:30","190:20:30","2001-01-01","=",)"
                                              R"("1.20.1","-","0x"])");
    QTest::newRow("quoted numbers are text")
        << QByteArray("['1', \"true\", 'null']") << QByteArray(R"(["1","true","null"])");
    QTest::newRow("booleans of YAML 1.1")
        << QByteArray("[yes, Yes, YES, y, Y, on, On, no, n, N, off, OFF]")
        << QByteArray("[true,true,true,true,true,true,true,false,false,false,false,false]");
    QTest::newRow("nearly booleans") << QByteArray("[yEs, tRUE, 'yes', \"on\", oN]")
                                     << QByteArray(R"(["yEs","tRUE","yes","on","oN"])");
    QTest::newRow("a key that is a boolean") << QByteArray("on: 1\n'off': 2\n") << QByteArray(R"({"true":1,"off":2})");
    QTest::newRow("booleans and nulls") << QByteArray("[true, False, ~, null, ]")
                                        << QByteArray("[true,false,null,null]");
    QTest::newRow("infinity stays text") << QByteArray("[.inf, .nan]") << QByteArray(R"([".inf",".nan"])");
    QTest::newRow("64 bits are exact") << QByteArray("9007199254740993") << QByteArray("9007199254740993");
    QTest::newRow("JSON") << QByteArray("{\"a\":{\"b\":[1,true,null,\"x\\/y\\n\"]},\"c\":\"\\u00e9\"}")
                          << QByteArray(R"({"a":{"b":[1,true,null,"x/y\n"]},"c":"é"})");
    QTest::newRow("JSON beyond the first plane")
        << QByteArray(R"({"a":"\ud83d\ude00 \\ud83d"})") << QByteArray(R"({"a":"😀 \\ud83d"})");
    QTest::newRow("JSON over several lines with tabs")
        << QByteArray("{\n\t\"a\": [\n\t\t1,\n\t\t2\n\t]\n}") << QByteArray(R"({"a":[1,2]})");
    QTest::newRow("anchors and aliases") << QByteArray("a: &x {k: v}\nb: *x\n")
                                         << QByteArray(R"({"a":{"k":"v"},"b":{"k":"v"}})");
    QTest::newRow("merge key") << QByteArray("d: &d {a: 1, b: 2}\ne:\n  <<: *d\n  b: 3\n")
                               << QByteArray(R"({"d":{"a":1,"b":2},"e":{"a":1,"b":3}})");
    QTest::newRow("merge of several, first wins")
        << QByteArray("e:\n  <<: [{a: 1}, {a: 2, c: 3}]\n") << QByteArray(R"({"e":{"a":1,"c":3}})");
    QTest::newRow("a quoted << is a key") << QByteArray("\"<<\": x\n") << QByteArray(R"({"<<":"x"})");
    QTest::newRow("foreign tags are ignored") << QByteArray("a: !!python/object/apply:os.system ['ls']\nb: !secret x\n")
                                              << QByteArray(R"({"a":["ls"],"b":"x"})");
    QTest::newRow("windows line ends") << QByteArray("a: 1\r\nb: x\r\n") << QByteArray(R"({"a":1,"b":"x"})");
    QTest::newRow("literal and folded blocks")
        << QByteArray("a: |\n  x\n  y\nb: >\n  x\n  y\n") << QByteArray(R"({"a":"x\ny\n","b":"x y\n"})");
    QTest::newRow("a null key has a name") << QByteArray("null: 1\n") << QByteArray(R"({"null":1})");
}

void YamlTest::readsWhatItShould()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    const auto documents = yaml::read(text, yaml::Scalars::Typed);
    QVERIFY2(documents, qPrintable(documents ? QString() : documents.error().message));
    QCOMPARE(documents->size(), 1);
    QCOMPARE(documents->first(), json(expected));
}

void YamlTest::keepsScalarsAsTheirSourceText()
{
    const auto documents = yaml::read("[y, 123, 0x1F, 1.50, true, 2020-01-01]", yaml::Scalars::AsText);
    QVERIFY(documents);
    QCOMPARE(documents->first(), json(R"(["y","123","0x1F","1.50","true","2020-01-01"])"));
}

void YamlTest::keepsNullApartFromTextNull()
{
    const auto documents = yaml::read("[null, 'null', ~, '']", yaml::Scalars::AsText);
    QVERIFY(documents);
    QCOMPARE(documents->first(), json(R"([null,"null",null,""])"));
}

void YamlTest::readsUtf16AndUtf8WithByteOrderMarks()
{
    const QString text = u"name: 한국어 é\n"_s;
    const QList<QByteArray> forms{"\xEF\xBB\xBF" + text.toUtf8(), utf16(text, QStringConverter::Utf16LE),
                                  utf16(text, QStringConverter::Utf16BE)};
    for (const QByteArray& form : forms) {
        const auto documents = yaml::read(form, yaml::Scalars::Typed);
        QVERIFY(documents);
        QCOMPARE(documents->first().toObject().value(u"name"), u"한국어 é"_s);
    }
}

void YamlTest::readsEveryDocumentOfAStream()
{
    QCOMPARE(*yaml::read("a: 1\n---\n---\nb: 2\n...\n", yaml::Scalars::Typed),
             (QList<QJsonValue>{json(R"({"a":1})"), QJsonValue(QJsonValue::Null), json(R"({"b":2})")}));
    QVERIFY(yaml::read("", yaml::Scalars::Typed)->isEmpty());
    QVERIFY(yaml::read("# nothing but a comment\n", yaml::Scalars::Typed)->isEmpty());
}

void YamlTest::namesThePlaceOfAnError()
{
    const auto twice = yaml::read("a: 1\nb: 2\n  \na: 3\n", yaml::Scalars::Typed);
    QVERIFY(!twice);
    QCOMPARE(twice.error().detail, u"line 4, column 1"_s);
    QVERIFY2(twice.error().message.contains(u"\"a\""), qPrintable(twice.error().message));

    const auto syntax = yaml::read("a: 1\nb: [1, 2\nc: 3\n", yaml::Scalars::Typed);
    QVERIFY(!syntax);
    QVERIFY2(syntax.error().detail.startsWith(u"line 3,"), qPrintable(syntax.error().detail));
}

void YamlTest::case78_refusesHostileInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("alias bomb") << aliasBomb() << Error::Kind::TooLarge;
    QTest::newRow("deep flow") << QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') << Error::Kind::TooLarge;
    QTest::newRow("deep flow maps") << QByteArray("{a: ").repeated(100'000) + QByteArray(100'000, '}')
                                    << Error::Kind::TooLarge;
    QTest::newRow("deep block") << QByteArray("- ").repeated(100'000) << Error::Kind::TooLarge;
    QTest::newRow("one level too many") << QByteArray(101, '[') + QByteArray(101, ']') << Error::Kind::TooLarge;
    QTest::newRow("too many bytes") << QByteArray(100 * 1024 * 1024, 'x') << Error::Kind::TooLarge;
    QTest::newRow("duplicate keys") << QByteArray("a: 1\na: 2\n") << Error::Kind::Decode;
    QTest::newRow("duplicate keys in JSON") << QByteArray(R"({"a":1,"a":2})") << Error::Kind::Decode;
    QTest::newRow("NUL") << QByteArray("a: x\0y", 6) << Error::Kind::Decode;
    QTest::newRow("U+0004 would hide the rest") << QByteArray("a: x\n\x04\nb: y\n") << Error::Kind::Decode;
    QTest::newRow("escape character") << QByteArray("a: \x1b[31m") << Error::Kind::Decode;
    QTest::newRow("broken UTF-8") << QByteArray("a: \xff\xfe\xfd") << Error::Kind::Decode;
    QTest::newRow("half a UTF-16 character") << QByteArray("\xff\xfe\x41", 3) << Error::Kind::Decode;
    QTest::newRow("alias of itself") << QByteArray("a: &a [*a]\n") << Error::Kind::Decode;
    QTest::newRow("unknown alias") << QByteArray("a: *nobody\n") << Error::Kind::Decode;
    QTest::newRow("list as key") << QByteArray("? [a, b]\n: c\n") << Error::Kind::Decode;
    QTest::newRow("deep and unfinished") << QByteArray(1'000'000, '[') << Error::Kind::Decode;
    QTest::newRow("unfinished") << QByteArray("{\"a\": [1, 2") << Error::Kind::Decode;
    QTest::newRow("a brace too many") << QByteArray("{\"a\": 1}}") << Error::Kind::Decode;
    QTest::newRow("nothing but a bracket") << QByteArray("]") << Error::Kind::Decode;
    QTest::newRow("tab as indentation") << QByteArray("a:\n\tb: 1\n") << Error::Kind::Decode;
}

void YamlTest::case78_refusesHostileInput()
{
    QFETCH(QByteArray, text);
    QFETCH(Error::Kind, kind);

    const auto documents = yaml::read(text, yaml::Scalars::Typed);
    QVERIFY(!documents);
    QCOMPARE(documents.error().kind, kind);
    QVERIFY(!documents.error().message.isEmpty());
    QVERIFY(yaml::read(QByteArray(100, '[') + QByteArray(100, ']'), yaml::Scalars::Typed));
}

void YamlTest::case78_refusesHostileInputQuickly()
{
    const support::CpuClock clock;
    QVERIFY(!yaml::read(aliasBomb(), yaml::Scalars::Typed));
    QVERIFY(!yaml::read(QByteArray(1'000'000, '['), yaml::Scalars::Typed));
    QByteArray many;
    for (int i = 0; i < 50'000; ++i)
        many += "k" + QByteArray::number((i * 7919) % 50'000) + ": v\n";
    QVERIFY(yaml::read(many, yaml::Scalars::Typed));
    QVERIFY2(clock.elapsed() < 20s, qPrintable(QString::number(clock.elapsed().count())));
}

void YamlTest::writesWhatReadsBackTheSame_data()
{
    QTest::addColumn<QJsonValue>("value");

    const QStringList texts{
        u""_s,      u" "_s,          u"a"_s,       u"true"_s,     u"No"_s,         u"null"_s,
        u"~"_s,     u"123"_s,        u"1.20.1"_s,  u"0x1F"_s,     u"1:30"_s,       u"2024-01-01"_s,
        u"a: b"_s,  u"a #b"_s,       u"- a"_s,     u"#a"_s,       u"a "_s,         u"*a"_s,
        u"&a"_s,    u"!a"_s,         u"%a"_s,      u"@a"_s,       u"`a"_s,         u"a\tb"_s,
        u"a\nb"_s,  u"a\nb\n"_s,     u"a\n\n\n"_s, u"\na"_s,      u" a\nb"_s,      u"a\n  b\n c\n"_s,
        u"\"x\""_s, u"'x'"_s,        u"x\\y"_s,    u"😀 한국"_s,   u"\u202e"_s,     u"a\u0001b"_s,
        u"---"_s,   u"..."_s,        u"{a}"_s,     u"[a]"_s,      u"a, b"_s,       u"=x"_s,
        u"<<"_s,    u"a\r\nb"_s,     u"\ufeffa"_s, u"-"_s,        u"?"_s,          u":"_s,
        u"a:"_s,    u"/opt/x.jar"_s, u"$(X)"_s,    u"a\u0085b"_s, u"a\u2028b\nc"_s};
    for (const QString& text : texts) {
        QTest::addRow("text %s", qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding())))
            << QJsonValue(text);
        QTest::addRow("in a map %s", qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding())))
            << QJsonValue(QJsonObject{{text, QJsonArray{text, QJsonObject{{u"k"_s, text}}}}});
    }
    QTest::newRow("numbers") << json("[0,-1,9007199254740993,1.5,1e100,1e-7,123456789.125]");
    QTest::newRow("nested") << json(R"({"a":{"b":[{"c":[1,[2,[]],{}]},[[3]]]},"d":null,"e":[null,true]})");
}

void YamlTest::writesWhatReadsBackTheSame()
{
    QFETCH(QJsonValue, value);

    const QByteArray written = yaml::write(value);
    const auto documents = yaml::read(written, yaml::Scalars::Typed);
    QVERIFY2(documents, written);
    QCOMPARE(documents->size(), 1);
    QVERIFY2(documents->first() == value, written);
}

void YamlTest::writesBlockStyle()
{
    const QByteArray written = yaml::write(json(
        R"({"kind":"X","spec":{"args":["a","b: c"],"list":[{"name":"n","value":"1"}],"script":"a\nb\n","empty":{}}})"));
    QCOMPARE(written, QByteArray("kind: X\n"
                                 "spec:\n"
                                 "  args:\n"
                                 "  - a\n"
                                 "  - \"b: c\"\n"
                                 "  empty: {}\n"
                                 "  list:\n"
                                 "  - name: \"n\"\n"
                                 "    value: \"1\"\n"
                                 "  script: |\n"
                                 "    a\n"
                                 "    b\n"));
}

QTEST_GUILESS_MAIN(YamlTest)
#include "tst_yaml.moc"
