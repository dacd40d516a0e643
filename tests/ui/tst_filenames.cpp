#include "tests/support/hygiene.h"
#include "ui/deployment/logsaving.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Names of files that a server has a hand in.
class TestFileNames : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case80_aNameOfAServerLeadsNowhere_data();
    void case80_aNameOfAServerLeadsNowhere();
};

void TestFileNames::case80_aNameOfAServerLeadsNowhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // null: any that is safe

    QTest::newRow("ordinary") << u"orders-7d9f-flink-main-container.log"_s << u"orders-7d9f-flink-main-container.log"_s;
    QTest::newRow("out of the folder") << u"../../.bashrc"_s << u"_.._.bashrc"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s << u"_etc_passwd"_s;
    QTest::newRow("of Windows") << u"..\\..\\x"_s << QString();
    QTest::newRow("hidden") << u".profile"_s << u"profile"_s;
    QTest::newRow("an option") << u"--help"_s << u"help"_s;
    QTest::newRow("a stream") << u"a:b"_s << u"a_b"_s;
    QTest::newRow("a device") << u"CON"_s << u"_CON"_s;
    QTest::newRow("a device with an ending") << u"nul.log"_s << u"_nul.log"_s;
    QTest::newRow("like a device") << u"console.log"_s << u"console.log"_s;
    QTest::newRow("dots alone") << u"..."_s << u"log"_s;
    QTest::newRow("nothing") << QString() << u"log"_s;
    QTest::newRow("control characters") << u"a\nb\u0000c\u001b[2J"_s << QString();
    QTest::newRow("turned around") << u"gpj.\u202Egol"_s << QString();
    QTest::newRow("Hangul") << u"주문.log"_s << QString();
    QTest::newRow("three hundred") << QString(300, u'x') << QString(100, u'x');
    QTest::newRow("a long device") << u"con."_s + QString(300, u'x') << QString();
}

void TestFileNames::case80_aNameOfAServerLeadsNowhere()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    const QString safe = deployment::safeFileName(text);
    if (!name.isNull())
        QCOMPARE(safe, name);
    QVERIFY(!safe.isEmpty() && safe.size() <= 100);
    QVERIFY(!safe.startsWith(u'.') && !safe.startsWith(u'-'));
    for (const QChar c : safe)
        QVERIFY2(c.unicode() < 0x80 && (c.isLetterOrNumber() || u"._-"_s.contains(c)), qPrintable(safe));
    QCOMPARE(QDir::cleanPath(u"/chosen/"_s + safe), u"/chosen/"_s + safe);
}

QTEST_MAIN(TestFileNames)
#include "tst_filenames.moc"
