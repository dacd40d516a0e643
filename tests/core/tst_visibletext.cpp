#include "core/base/visibletext.h"

#include "tests/support/cpuclock.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Lines;
using base::visibleText;

class TestVisibleText : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void case77_spellsOutWhatWouldDeceive_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("seen");
        QTest::newRow("plain") << u"payment-settlement"_s << u"payment-settlement"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("Hangul") << u"결제 정산 한글"_s << u"결제 정산 한글"_s;
        QTest::newRow("decomposed Hangul") << u"\u1112\u1161\u11AB"_s << u"\u1112\u1161\u11AB"_s;
        QTest::newRow("Hangul fillers") << u"a\u115F\u1160\u3164\uFFA0"_s << u"a⟨U+115F⟩⟨U+1160⟩⟨U+3164⟩⟨U+FFA0⟩"_s;
        QTest::newRow("markup stays text") << u"<img src=http://x>"_s << u"<img src=http://x>"_s;
        QTest::newRow("emoji") << u"⚠️ 🚀"_s << u"⚠️ 🚀"_s;
        QTest::newRow("selector after a letter") << u"a\uFE0Fb"_s << u"a⟨U+FE0F⟩b"_s;
        QTest::newRow("zero-width joiner") << u"a\u200Db\u200Bc"_s << u"a⟨U+200D⟩b⟨U+200B⟩c"_s;
        QTest::newRow("bidirectional override") << u"gpj\u202Eexe"_s << u"gpj⟨U+202E⟩exe"_s;
        QTest::newRow("isolates") << u"\u2066x\u2069"_s << u"⟨U+2066⟩x⟨U+2069⟩"_s;
        QTest::newRow("colour sequence") << u"\x1b[31mred"_s << u"⟨U+001B⟩[31mred"_s;
        QTest::newRow("OSC 8 link") << u"\x1b]8;;http://x\x07y"_s << u"⟨U+001B⟩]8;;http://x⟨U+0007⟩y"_s;
        QTest::newRow("C1 sequence") << u"\u009b31m"_s << u"⟨U+009B⟩31m"_s;
        QTest::newRow("carriage return overwrites") << u"good\rbad"_s << u"good⟨U+000D⟩bad"_s;
        QTest::newRow("NUL and DEL") << QString(u"a\0b\x7f"_s) << u"a⟨U+0000⟩b⟨U+007F⟩"_s;
        QTest::newRow("line separators of Unicode") << u"a\u2028b\u2029c"_s << u"a⟨U+2028⟩b⟨U+2029⟩c"_s;
        QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"⟨U+FEFF⟩a"_s;
        QTest::newRow("tag characters") << QString(u"a\U000E0041"_s) << u"a⟨U+E0041⟩"_s;
        QTest::newRow("soft hyphen") << u"pay\u00ADments"_s << u"pay⟨U+00AD⟩ments"_s;
        QTest::newRow("lone surrogates") << QString(QChar(0xD800)) + u'x' + QChar(0xDC00) << u"⟨U+D800⟩x⟨U+DC00⟩"_s;
        QTest::newRow("accents") << u"ế e\u0302\u0301"_s << u"ế e\u0302\u0301"_s;
        QTest::newRow("a tower of accents")
            << u"e\u0301\u0301\u0301\u0301\u0301"_s << u"e\u0301\u0301\u0301\u0301⟨U+0301⟩"_s;
    }
    void case77_spellsOutWhatWouldDeceive()
    {
        QFETCH(QString, text);
        QFETCH(QString, seen);
        QCOMPARE(visibleText(text), seen);
        QCOMPARE(base::hasInvisible(text), text != seen);
    }

    void keepsOrJoinsLines()
    {
        const QString text = u"one\r\n\n\ttwo"_s;
        QCOMPARE(visibleText(text), u"one two"_s);
        QCOMPARE(visibleText(text, 4096, Lines::Keep), u"one\n\n\ttwo"_s);
        QVERIFY(!base::hasInvisible(text));
    }

    void cutsBetweenCharactersAndSaysSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("longest");
        QTest::addColumn<QString>("seen");
        QTest::newRow("fits exactly") << u"abcd"_s << 4 << u"abcd"_s;
        QTest::newRow("one too long") << u"abcde"_s << 4 << u"abc…"_s;
        QTest::newRow("not inside a pair") << u"ab🚀d"_s << 4 << u"ab…"_s;
        QTest::newRow("pair fits") << u"ab🚀"_s << 4 << u"ab🚀"_s;
        QTest::newRow("not inside an escape") << u"ab\u202Ecd"_s << 6 << u"ab…"_s;
        QTest::newRow("only the mark") << u"abc"_s << 1 << u"…"_s;
    }
    void cutsBetweenCharactersAndSaysSo()
    {
        QFETCH(QString, text);
        QFETCH(int, longest);
        QFETCH(QString, seen);
        QCOMPARE(visibleText(text, longest), seen);
    }

    void case77_aHugeNameCostsNoMoreThanItsVisiblePart()
    {
        const QString huge(64'000'000, u'x');
        const support::CpuClock clock;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(visibleText(huge, 64).size(), 64);
        QVERIFY2(clock.elapsed() < 1s, qPrintable(QString::number(clock.elapsed().count())));
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
