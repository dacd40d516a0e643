#include "tests/ui/editorfixture.h"
#include "ui/editor/question.h"
#include "ui/editor/templates.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QElapsedTimer>
#include <QPushButton>

using namespace support;
using editor::FileText;

/// Manifests as files: what is read, written, and what others do to them meanwhile.
class TestEditorFiles : public EditorTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void bytesSurviveReadingAndWriting_data();
    void bytesSurviveReadingAndWriting();
    void whatIsNotTouchedKeepsItsLineEnds();
    void whatIsNoTextIsRefusedWithItsReason_data();
    void whatIsNoTextIsRefusedWithItsReason();
    void ctrlSWritesTheFileAndTakesTheMarkAway();
    void followsWhatAnotherProgramWrites();
    void aConflictIsShownAndNothingIsLost();
    void aConflictThatIsTakenBackIsForgotten();
    void savingOverAnotherProgramsWorkIsAskedFirst();
    void aDeletedFileIsWrittenAnew();
    void closingAsksForWhatIsNotSaved();
    void anUnwritableFolderLosesNothing();
    void everyTemplateIsClean_data();
    void everyTemplateIsClean();

private:
    editor::Question* question();
    void answer(const QString& button);
    QString banner();
};

editor::Question* TestEditorFiles::question()
{
    for (auto* one : m_page->findChildren<editor::Question*>()) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

void TestEditorFiles::answer(const QString& button)
{
    QTRY_VERIFY_WITH_TIMEOUT(question(), editorPatience);
    for (auto* one : question()->findChildren<QPushButton*>()) {
        if (one->text() == button)
            return one->click();
    }
    QFAIL(qPrintable(button));
}

QString TestEditorFiles::banner()
{
    auto* bar = m_page->findChild<widgets::Banner*>();
    return bar->isVisible() ? bar->text() : QString();
}

void TestEditorFiles::bytesSurviveReadingAndWriting_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("plain") << QByteArray("a: 1\nb: 2\n");
    QTest::newRow("without an end") << QByteArray("a: 1");
    QTest::newRow("CRLF") << QByteArray("a: 1\r\nb: 2\r\n");
    QTest::newRow("BOM and CRLF") << QByteArray("\xEF\xBB\xBF"
                                                "a: 1\r\nb: 2\r\n");
    QTest::newRow("mixed") << QByteArray("a: 1\r\nb: 2\nc: 3\rd: 4\r\n\r\n");
    QTest::newRow("Korean") << QByteArray("# 결제 정산\na: \"값\"\n");
    QTest::newRow("blanks that do not break") << QByteArray("a: 1\xC2\xA0"
                                                            "2\n");
    QTest::newRow("separators") << QByteArray("a: 1\xE2\x80\xA8"
                                              "2\xE2\x80\xA9"
                                              "b: 3\n");
    QTest::newRow("beyond the plane") << QByteArray("a: \xF0\x9F\x90\xBF\n");
    QTest::newRow("tabs and blanks") << QByteArray("a:\t1  \n\t\n");
}

void TestEditorFiles::bytesSurviveReadingAndWriting()
{
    QFETCH(const QByteArray, bytes);
    open(bytes);
    QCOMPARE(m_page->title(), u"orders.yaml"_s);
    // One change, and back: saved as it was.
    edit().moveCursor(QTextCursor::End);
    type(u"x"_s);
    QVERIFY(m_page->isUnsaved());
    m_page->save();
    QTRY_COMPARE_WITH_TIMEOUT(fileBytes(m_page->path()), bytes + "x", editorPatience);
    QTRY_VERIFY(!m_page->isUnsaved());
    press(Qt::Key_Backspace);
    m_page->save();
    QTRY_COMPARE_WITH_TIMEOUT(fileBytes(m_page->path()), bytes, editorPatience);
}

void TestEditorFiles::whatIsNotTouchedKeepsItsLineEnds()
{
    const auto read = FileText::read("a\r\nb\nc\rd\r\ne\r\n");
    QVERIFY(read);
    QVERIFY(read->isMixed());
    QCOMPARE(read->text(), u"a\nb\nc\nd\ne\n"_s);
    QCOMPARE(read->bytesOf(u"a\nb\nnew\nlines\nd\ne\n"_s), QByteArray("a\r\nb\nnew\r\nlines\r\nd\r\ne\r\n"));
    QCOMPARE(read->bytesOf(u"b\nc\nd\ne\n"_s), QByteArray("b\nc\rd\r\ne\r\n"));
    QCOMPARE(read->bytesOf(QString()), QByteArray());
}

void TestEditorFiles::whatIsNoTextIsRefusedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("Latin 1") << QByteArray("a: 1\nb: caf\xE9\n") << u"Line 2 is no UTF-8"_s;
    QTest::newRow("EUC-KR") << QByteArray("# \xB0\xE1\xC1\xA6\n") << u"Line 1 is no UTF-8"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0:\0",
                                          6)
                            << u"UTF-16"_s;
    QTest::newRow("binary") << QByteArray("\x7F"
                                          "ELF\0\1\2",
                                          7)
                            << u"binary"_s;
    QTest::newRow("endless line") << "a: " + QByteArray(500'000, 'x') << u"longer than"_s;
    QTest::newRow("50 MB") << QByteArray("a: 1\n").repeated(10'000'000) << u"MiB"_s;
}

void TestEditorFiles::whatIsNoTextIsRefusedWithItsReason()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const QString path = file(bytes);
    QElapsedTimer longest;
    qint64 pause = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { pause = std::max(pause, longest.restart()); });
    beat.start(5);
    longest.start();
    m_page->open(path);
    auto* message = m_page->findChild<widgets::EmptyState*>();
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), editorPatience);
    QVERIFY2(message->sentence().contains(reason), qPrintable(message->sentence()));
    QVERIFY(!m_page->isReadable() && !m_page->isUnsaved());
    // The window answered all the while, and nobody wrote.
    QVERIFY2(pause < 2000, qPrintable(QString::number(pause)));
    m_page->save();
    QCOMPARE(fileBytes(path), bytes);
    writeFile(path, goodManifest);
    message->findChild<QPushButton*>()->click();
    QTRY_COMPARE_WITH_TIMEOUT(text(), QString::fromUtf8(goodManifest), editorPatience);
}

void TestEditorFiles::ctrlSWritesTheFileAndTakesTheMarkAway()
{
    open(goodManifest);
    QCOMPARE(m_page->title(), u"orders.yaml"_s);
    putCursor(1, 1);
    type(u"#"_s);
    QCOMPARE(m_page->title(), u"orders.yaml ●"_s);
    press(QKeySequence(Qt::CTRL | Qt::Key_S));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), u"orders.yaml"_s, editorPatience);
    QCOMPARE(fileBytes(m_page->path()), "#" + goodManifest);
    // What is undone is a change again.
    press(QKeySequence::Undo);
    QVERIFY(m_page->isUnsaved());
}

void TestEditorFiles::followsWhatAnotherProgramWrites()
{
    open(goodManifest);
    putCursor(9, 3);
    writeFile(m_page->path(), "# new\n" + goodManifest);
    QTRY_COMPARE_WITH_TIMEOUT(text(), u"# new\n"_s + QString::fromUtf8(goodManifest), editorPatience);
    QVERIFY(!m_page->isUnsaved());
    QCOMPARE(banner(), QString());
    QCOMPARE(cursorLine(), 10);
    // Replaced as editors do, by another file of that name, and more than once.
    for (const char* comment : {"# one\n", "# two\n"}) {
        const QString beside = file(comment + goodManifest, u"beside.yaml"_s);
        QVERIFY(QFile::remove(m_page->path()) && QFile::rename(beside, m_page->path()));
        QTRY_VERIFY_WITH_TIMEOUT(text().startsWith(QString::fromLatin1(comment)), editorPatience);
    }
    // What the other program did can be undone here.
    press(QKeySequence::Undo);
    QVERIFY(text().startsWith(u"# one"));
}

void TestEditorFiles::aConflictIsShownAndNothingIsLost()
{
    open(goodManifest);
    putCursor(1, 1);
    type(u"#mine "_s);
    const QString mine = text();
    writeFile(m_page->path(), "# theirs\n" + goodManifest);
    QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"Another program"), editorPatience);
    QCOMPARE(text(), mine);
    m_page->findChild<widgets::Banner*>()->findChild<QPushButton*>()->click();
    QCOMPARE(text(), u"# theirs\n"_s + QString::fromUtf8(goodManifest));
    QVERIFY(!m_page->isUnsaved());
    QCOMPARE(banner(), QString());
    press(QKeySequence::Undo);
    QCOMPARE(text(), mine);
}

void TestEditorFiles::aConflictThatIsTakenBackIsForgotten()
{
    open(goodManifest);
    putCursor(1, 1);
    type(u"#mine "_s);
    const QString mine = text();
    writeFile(m_page->path(), "# theirs\n" + goodManifest);
    QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"Another program"), editorPatience);
    writeFile(m_page->path(), goodManifest);
    QTRY_COMPARE_WITH_TIMEOUT(banner(), QString(), editorPatience);
    QCOMPARE(text(), mine);
    QVERIFY(m_page->isUnsaved());
}

void TestEditorFiles::savingOverAnotherProgramsWorkIsAskedFirst()
{
    open(goodManifest);
    putCursor(1, 1);
    type(u"#mine "_s);
    const QByteArray theirs = "# theirs\n" + goodManifest;
    writeFile(m_page->path(), theirs);
    m_page->save(); // before the watcher has said anything
    answer(u"Cancel"_s);
    QCOMPARE(fileBytes(m_page->path()), theirs);
    QVERIFY(m_page->isUnsaved());
    m_page->save();
    answer(u"Replace it"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fileBytes(m_page->path()), "#mine " + goodManifest, editorPatience);
    QTRY_VERIFY(!m_page->isUnsaved());
}

void TestEditorFiles::aDeletedFileIsWrittenAnew()
{
    open(goodManifest);
    QVERIFY(QFile::remove(m_page->path()));
    QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"does not exist"), editorPatience);
    QVERIFY(m_page->isUnsaved());
    QCOMPARE(text(), QString::fromUtf8(goodManifest));
    m_page->save();
    QTRY_COMPARE_WITH_TIMEOUT(fileBytes(m_page->path()), goodManifest, editorPatience);
    QTRY_COMPARE(banner(), QString());
}

void TestEditorFiles::closingAsksForWhatIsNotSaved()
{
    open(goodManifest);
    int closed = 0;
    const auto close = [&closed] { ++closed; };
    m_page->askBeforeClosing(close);
    QCOMPARE(closed, 1);
    putCursor(1, 1);
    type(u"#"_s);
    m_page->askBeforeClosing(close);
    answer(u"Cancel"_s);
    QCOMPARE(closed, 1);
    m_page->askBeforeClosing(close);
    answer(u"Save"_s);
    QTRY_COMPARE_WITH_TIMEOUT(closed, 2, editorPatience);
    QCOMPARE(fileBytes(m_page->path()), "#" + goodManifest);
    type(u"#"_s);
    m_page->askBeforeClosing(close);
    answer(u"Discard them"_s);
    QCOMPARE(closed, 3);
    QCOMPARE(fileBytes(m_page->path()), "#" + goodManifest);
}

void TestEditorFiles::anUnwritableFolderLosesNothing()
{
    open(goodManifest);
    type(u"#"_s);
    const QString path = m_page->path();
    // A folder of that name cannot be replaced by a file, whoever one is.
    QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/inside"_s));
    m_page->save();
    answer(u"Close"_s);
    QVERIFY(m_page->isUnsaved());
    QCOMPARE(text(), u"#"_s + QString::fromUtf8(goodManifest));
    QVERIFY(QDir(path).removeRecursively());
}

void TestEditorFiles::everyTemplateIsClean_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("language");
    QVERIFY(editor::templates().size() >= 8);
    for (const editor::Template& one : editor::templates()) {
        for (const QString& language : {u"en"_s, u"ko"_s})
            QTest::addRow("%s %s", qPrintable(one.id), qPrintable(language)) << one.id << language;
    }
}

void TestEditorFiles::everyTemplateIsClean()
{
    QFETCH(const QString, id);
    QFETCH(const QString, language);
    const QString text = editor::templateText(id, language);
    QVERIFY(text.startsWith(u"# "));
    const manifest::Linter linter(m_catalogue);
    const auto documents = linter.documents(text.toUtf8());
    QCOMPARE(documents.size(), 1);
    for (const manifest::Finding& finding : documents.constFirst().findings)
        QFAIL(qPrintable(finding.message));
    // The languages differ in nothing but comments.
    static const QRegularExpression comments(u"(^|\\s)#.*$"_s, QRegularExpression::MultilineOption);
    QString bare = text, other = editor::templateText(id, language == u"ko" ? u"en"_s : u"ko"_s);
    QCOMPARE(bare.remove(comments), other.remove(comments));
}

QTEST_MAIN(TestEditorFiles)
#include "tst_editorfiles.moc"
