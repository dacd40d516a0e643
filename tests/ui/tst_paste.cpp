#include "tests/ui/editorfixture.h"
#include "ui/editor/pastedialog.h"
#include "ui/editor/pastediff.h"
#include "ui/editor/pasteside.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>

using namespace support;
using editor::PastedMark;
using Fate = PastedMark::Fate;

/// What a repair did to each line, and the dialog that shows it.
class TestPaste : public EditorTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void pairsLines_data();
    void pairsLines();
    void aLongPageIsPairedInTime();
    void showsWhatBecameOfEachLine();
    void bothSidesScrollTogether();

private:
    editor::PasteDialog* paste(const QByteArray& text)
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        m_page->pastePage();
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QDialog*>(u"paste"_s), editorPatience); }();
        return static_cast<editor::PasteDialog*>(m_page->findChild<QDialog*>(u"paste"_s));
    }
};

void TestPaste::pairsLines_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QString>("left"); ///< a letter for each line
    QTest::addColumn<QString>("right");

    QTest::newRow("nothing done") << QStringList{u"a: 1"_s} << QStringList{u"a: 1"_s} << u"s"_s << u"s"_s;
    QTest::newRow("indented") << QStringList{u"a:"_s, u"b: 1"_s} << QStringList{u"a:"_s, u"  b: 1"_s} << u"sm"_s
                              << u"sm"_s;
    QTest::newRow("quotes") << QStringList{u"a: “1”"_s} << QStringList{u"a: \"1\""_s} << u"c"_s << u"c"_s;
    QTest::newRow("text around") << QStringList{u"Hello."_s, u""_s, u"a: 1"_s, u"Bye."_s} << QStringList{u"a: 1"_s}
                                 << u"rssr"_s << u"s"_s;
    QTest::newRow("put in") << QStringList{u"a: 1"_s, u"b: 2"_s} << QStringList{u"a: 1"_s, u"---"_s, u"b: 2"_s}
                            << u"ss"_s << u"sas"_s;
    QTest::newRow("the same line twice") << QStringList{u"cpu: 1"_s, u"x"_s, u"cpu: 1"_s}
                                         << QStringList{u" cpu: 1"_s, u"cpu: 1"_s} << u"mrs"_s << u"ms"_s;
    QTest::newRow("nothing") << QStringList{} << QStringList{u"a"_s} << QString() << u"a"_s;
}

void TestPaste::pairsLines()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    const editor::PasteDiff diff = editor::pasteDiff(before, after);
    const auto letters = [](const QList<PastedMark>& marks) {
        QString all;
        for (const PastedMark& mark : marks)
            all += mark.fate == Fate::Same      ? u's'
                   : mark.fate == Fate::Moved   ? u'm'
                   : mark.fate == Fate::Changed ? u'c'
                   : mark.fate == Fate::Removed ? u'r'
                                                : u'a';
        return all;
    };
    QCOMPARE(letters(diff.before), left);
    QCOMPARE(letters(diff.after), right);
    for (int line = 0; line < diff.before.size(); ++line) {
        const int partner = diff.before[line].partner;
        QVERIFY(partner < 0 || diff.after[partner].partner == line);
    }
}

void TestPaste::aLongPageIsPairedInTime()
{
    QStringList before, after;
    for (int i = 0; i < 20'000; ++i) {
        before.append(u"key%1: %1"_s.arg(i));
        if (i % 7 != 0)
            after.append(u"  key%1: %1"_s.arg(i));
    }
    QElapsedTimer clock;
    clock.start();
    const editor::PasteDiff diff = editor::pasteDiff(before, after);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(diff.before[0].fate, Fate::Removed);
    QCOMPARE(diff.before[19'998].fate, Fate::Moved);
    QCOMPARE(std::ranges::count_if(diff.after, [](const PastedMark& mark) { return mark.fate == Fate::Added; }), 0);
}

void TestPaste::showsWhatBecameOfEachLine()
{
    QByteArray flat = "Here it is:\n" + goodManifest;
    flat.replace("\n  ", "\n").replace("\n  ", "\n");
    editor::PasteDialog* dialog = paste(flat);
    const auto sides = dialog->findChildren<editor::PasteSide*>();
    QCOMPARE(sides.size(), 2);
    QCOMPARE(sides[0]->lineMarks().constFirst().fate, Fate::Removed);
    QCOMPARE(sides[0]->lineMarks().at(1).fate, Fate::Same);
    QCOMPARE(sides[1]->lineMarks().at(3).fate, Fate::Moved); // metadata.name
    QVERIFY(dialog->findChild<QListWidget*>()->count() >= 2);
    QVERIFY(!dialog->findChild<QListWidget*>()->item(0)->icon().isNull());
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Insert what was repaired")
            button->click();
    }
    QVERIFY2(text().contains(u"  job:\n    jarURI: "_s), qPrintable(text()));
}

void TestPaste::bothSidesScrollTogether()
{
    QByteArray flat;
    for (int i = 0; i < 100; ++i)
        flat += "prose number " + QByteArray::number(i) + ".\n";
    QByteArray manifest = goodManifest;
    manifest.replace("\n  ", "\n").replace("\n  ", "\n");
    for (int i = 0; i < 20; ++i)
        flat += manifest + "---\n";
    editor::PasteDialog* dialog = paste(flat);
    const auto sides = dialog->findChildren<editor::PasteSide*>();
    sides[0]->verticalScrollBar()->setValue(160);
    const int partner = sides[0]->lineMarks().at(160).partner;
    QVERIFY(partner > 40);
    QCOMPARE(sides[1]->verticalScrollBar()->value(), partner);
    QCOMPARE(sides[0]->verticalScrollBar()->value(), 160);
    dialog->reject();
}

QTEST_MAIN(TestPaste)
#include "tst_paste.moc"
