#include "tests/ui/editorfixture.h"
#include "ui/editor/findbar.h"
#include "ui/editor/hovercard.h"
#include "ui/editor/outlineview.h"
#include "ui/editor/suggestions.h"

#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTextBlock>

using namespace support;

/// What keys do to a manifest, and what the page shows of it.
class TestEditor : public EditorTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void typingMakesAProblemAppearAndGo();
    void f8GoesFromProblemToProblemAround();
    void altEnterMendsTheTextAndUndoBringsItBack();
    void everythingSafeIsFixedInOneStep();
    void problemsMoveWithTheTextBeforeTheyAreCheckedAnew();
    void oneBrokenDocumentLeavesTheOthersChecked();
    void whatWasFoundStaysWhileAWordIsHalfWritten();
    void onlyWhatChangedIsLookedAtAgain();
    void longTextsAnswerAtOnce_data();
    void longTextsAnswerAtOnce();
    void enterKeepsAndAddsIndentation_data();
    void enterKeepsAndAddsIndentation();
    void tabAndBackspaceStepByTwo();
    void aSelectionIsMovedAsAWhole();
    void linesBecomeCommentsAndBack();
    void theOutlineLeadsThroughTheDocuments();
    void findsAndReplacesWithExpressions();
    void theCardSaysWhatIsWrongAndMendsIt();
    void foldsStayWithTheirLinesWhileOneTypes();
    void anEndlessLineIsNotPastedIn();
    void completesWhileOneTypesAndWhenAsked();
    void completionTakesNoKeyWhenItIsNotShown();
    void theCardTellsWhatAKeyIs();
    void aPageIsPastedAfterALook();
    void everyPartHasAName();
};

void TestEditor::typingMakesAProblemAppearAndGo()
{
    show(goodManifest);
    QCOMPARE(rules(), QStringList());
    putCursor(9, 8);
    type(u"l"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rules(), QStringList{u"DREY-S001"_s}, editorPatience);
    const editor::Problem problem = edit().problems().constFirst();
    QCOMPARE(text().mid(problem.begin, problem.end - problem.begin), u"entlryClass"_s);
    QCOMPARE(m_page->problems().rowCount(), 1);
    QCOMPARE(m_page->problems().rows().constFirst().line, 9);
    press(Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(rules(), QStringList(), editorPatience);
}

void TestEditor::f8GoesFromProblemToProblemAround()
{
    show(badManifest);
    QCOMPARE(rules().size(), 2);
    putCursor(1, 1);
    press(Qt::Key_F8);
    QCOMPARE(cursorLine(), 9);
    QCOMPARE(edit().textCursor().selectedText(), u"entryClas"_s);
    press(Qt::Key_F8);
    QCOMPARE(cursorLine(), 12);
    press(Qt::Key_F8);
    QCOMPARE(cursorLine(), 9);
    press(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    QCOMPARE(cursorLine(), 12);
}

void TestEditor::altEnterMendsTheTextAndUndoBringsItBack()
{
    show(badManifest);
    press(Qt::Key_F8);
    press(QKeySequence(Qt::ALT | Qt::Key_Return));
    QTRY_VERIFY(m_page->findChild<QMenu*>(u"fixes"_s));
    auto* menu = m_page->findChild<QMenu*>(u"fixes"_s);
    QCOMPARE(menu->activeAction()->text(), u"Write entryClass"_s);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(text().contains(u"    entryClass: com"));
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 1, editorPatience);
    press(QKeySequence::Undo);
    QCOMPARE(text(), QString::fromUtf8(badManifest));
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 2, editorPatience);
}

void TestEditor::everythingSafeIsFixedInOneStep()
{
    QByteArray manifest = goodManifest;
    manifest.replace("parallelism: 2", "parallelism: \"2\"")
        .replace("orders\n", "orders\n  labels:\n    a: 1\n    b: true\n");
    show(manifest);
    QCOMPARE(edit().safeEdits().size(), 3);
    press(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Return));
    QVERIFY(text().contains(u"a: \"1\"") && text().contains(u"b: \"true\"") && text().contains(u"parallelism: 2"));
    QTRY_COMPARE_WITH_TIMEOUT(rules(), QStringList(), editorPatience);
    press(QKeySequence::Undo);
    QCOMPARE(text(), QString::fromUtf8(manifest));
}

void TestEditor::problemsMoveWithTheTextBeforeTheyAreCheckedAnew()
{
    show(badManifest);
    const qsizetype before = edit().problems().constFirst().begin;
    putCursor(1, 1);
    edit().insertPlainText(u"# 결제\n"_s);
    // No check has run since.
    QCOMPARE(edit().problems().constFirst().begin, before + 5);
    QCOMPARE(m_page->problems().rows().constFirst().line, 10);
    settle();
    QCOMPARE(edit().problems().constFirst().begin, before + 5);
    // A fix is never done to a text it was not made for.
    putCursor(10, 6);
    edit().insertPlainText(u"x"_s);
    QVERIFY(edit().problems().constFirst().edits.isEmpty());
}

void TestEditor::oneBrokenDocumentLeavesTheOthersChecked()
{
    show("kind: [\n---\n" + badManifest);
    QCOMPARE(rules(), (QStringList{u"DREY-Y001"_s, u"DREY-S001"_s, u"DREY-S003"_s}));
}

void TestEditor::whatWasFoundStaysWhileAWordIsHalfWritten()
{
    show(badManifest);
    putCursor(9, 1);
    edit().insertPlainText(u"    half\n"_s);
    settle();
    QCOMPARE(rules().size(), 3);
    QVERIFY(rules().contains(u"DREY-Y001"_s) && rules().contains(u"DREY-S001"_s));
    const auto unknown = std::find_if(edit().problems().begin(), edit().problems().end(),
                                      [](const editor::Problem& one) { return one.finding.rule == u"DREY-S001"; });
    QCOMPARE(text().mid(unknown->begin, unknown->end - unknown->begin), u"entryClas"_s);
    // Nothing of it is left when the document can be read again.
    edit().become(QString::fromUtf8(goodManifest));
    settle();
    QCOMPARE(rules(), QStringList());
}

void TestEditor::longTextsAnswerAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray documents, document = badManifest;
    for (int i = 0; documents.count('\n') < 3'000; ++i)
        documents +=
            "---\n" +
            QByteArray(i % 10 == 0 ? badManifest : goodManifest).replace("orders", "o" + QByteArray::number(i));
    document += "  flinkConfiguration:\n";
    for (int i = 0; document.count('\n') < 3'000; ++i)
        document += "    user.key-" + QByteArray::number(i) + ": \"value\"\n";
    QTest::newRow("many documents") << documents;
    QTest::newRow("one document") << document;
}

void TestEditor::longTextsAnswerAtOnce()
{
    QFETCH(const QByteArray, text);
    show(text);
    putCursor(9, 20);
    qint64 slowest = 0;
    QElapsedTimer timer;
    for (const QString& letter : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
        timer.start();
        type(letter);
        QCoreApplication::processEvents();
        slowest = std::max(slowest, timer.nsecsElapsed());
    }
    timer.start();
    settle();
    qInfo("key %.1f ms, check %.1f ms", double(slowest) / 1e6, double(timer.nsecsElapsed()) / 1e6);
    // Without optimization, on a machine that has other things to do.
    QVERIFY(slowest < 500'000'000);
}

void TestEditor::onlyWhatChangedIsLookedAtAgain()
{
    QByteArray many;
    for (int i = 0; i < 20; ++i)
        many += "---\n" + QByteArray(goodManifest).replace("orders", "orders-" + QByteArray::number(i));
    int reused = -1;
    connect(m_page.get(), &editor::EditorPage::checked, this,
            [&reused](const editor::Checked& found) { reused = found.reused; });
    show(many);
    QCOMPARE(reused, 0);
    putCursor(11, 1);
    type(u" "_s);
    settle();
    QCOMPARE(reused, 19);
}

void TestEditor::enterKeepsAndAddsIndentation_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("below a key that opens") << u"spec:"_s << u"spec:\n  "_s;
    QTest::newRow("beside a value") << u"  image: a"_s << u"  image: a\n  "_s;
    QTest::newRow("with a comment behind") << u"spec: # what"_s << u"spec: # what\n  "_s;
    QTest::newRow("beside the key of an item") << u"  - name: a"_s << u"  - name: a\n    "_s;
    QTest::newRow("below the key of an item") << u"- spec:"_s << u"- spec:\n    "_s;
    QTest::newRow("in a text of lines") << u"  run: |"_s << u"  run: |\n    "_s;
}

void TestEditor::enterKeepsAndAddsIndentation()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    m_page->begin(before, {});
    edit().moveCursor(QTextCursor::End);
    press(Qt::Key_Return);
    QCOMPARE(text(), after);
    press(QKeySequence::Undo);
    QCOMPARE(text(), before);
}

void TestEditor::tabAndBackspaceStepByTwo()
{
    m_page->begin(QString(), {});
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QCOMPARE(text(), u"    "_s);
    press(Qt::Key_Backspace);
    QCOMPARE(text(), u"  "_s);
    type(u"ab"_s);
    press(Qt::Key_Backspace);
    QCOMPARE(text(), u"  a"_s);
}

void TestEditor::aSelectionIsMovedAsAWhole()
{
    m_page->begin(u"a:\n  b: 1\n\n  c: 2"_s, {});
    edit().selectAll();
    press(Qt::Key_Tab);
    QCOMPARE(text(), u"  a:\n    b: 1\n\n    c: 2"_s);
    press(QKeySequence(Qt::SHIFT | Qt::Key_Tab));
    QCOMPARE(text(), u"a:\n  b: 1\n\n  c: 2"_s);
    putCursor(2, 3);
    press(QKeySequence(Qt::ALT | Qt::Key_Up));
    QCOMPARE(text(), u"  b: 1\na:\n\n  c: 2"_s);
    press(QKeySequence(Qt::ALT | Qt::Key_Down));
    QCOMPARE(text(), u"a:\n  b: 1\n\n  c: 2"_s);
}

void TestEditor::linesBecomeCommentsAndBack()
{
    m_page->begin(u"a:\n  b: 1\n  c: 2"_s, {});
    edit().selectAll();
    press(QKeySequence(Qt::CTRL | Qt::Key_Slash));
    QCOMPARE(text(), u"# a:\n#   b: 1\n#   c: 2"_s);
    press(QKeySequence(Qt::CTRL | Qt::Key_Slash));
    QCOMPARE(text(), u"a:\n  b: 1\n  c: 2"_s);
}

void TestEditor::theOutlineLeadsThroughTheDocuments()
{
    show(goodManifest + "---\n" + badManifest + "---\nkind: [\n");
    auto* outline = m_page->findChild<editor::OutlineView*>();
    QCOMPARE(outline->topLevelItemCount(), 3);
    QCOMPARE(outline->topLevelItem(0)->text(0), u"orders FlinkSessionJob"_s);
    QCOMPARE(outline->topLevelItem(0)->text(1), QString());
    QTreeWidgetItem* bad = outline->topLevelItem(1);
    QCOMPARE(bad->text(1), u"2"_s);
    QCOMPARE(bad->child(1)->text(0), u"spec"_s);
    QCOMPARE(bad->child(1)->child(1)->text(0), u"job"_s);
    QCOMPARE(bad->child(1)->child(1)->text(1), u"2"_s);
    emit outline->itemClicked(bad->child(1), 0);
    QCOMPARE(cursorLine(), 18);
    QVERIFY(edit().hasFocus());
}

void TestEditor::findsAndReplacesWithExpressions()
{
    m_page->begin(u"a: 10s\nb: 20s\nc: 3m\n"_s, {});
    press(QKeySequence(Qt::CTRL | Qt::Key_H));
    auto* bar = m_page->findChild<editor::FindBar*>();
    QVERIFY(bar->isVisible());
    const auto fields = bar->findChildren<QLineEdit*>();
    QVERIFY(fields[0]->hasFocus());
    for (auto* button : bar->findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == u"Regular expression")
            button->click();
    }
    QTest::keyClicks(fields[0], u"(\\d+)s"_s);
    QCOMPARE(edit().matches(), 2);
    QTest::keyClicks(fields[1], u"$1 sec"_s);
    for (auto* button : bar->findChildren<QPushButton*>()) {
        if (button->text() == u"Replace all")
            button->click();
    }
    QCOMPARE(text(), u"a: 10 sec\nb: 20 sec\nc: 3m\n"_s);
    edit().undo();
    QCOMPARE(text(), u"a: 10s\nb: 20s\nc: 3m\n"_s);
    QTest::keyClick(fields[0], Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(edit().hasFocus());
    // A wrong expression says so and harms nothing.
    press(QKeySequence(Qt::CTRL | Qt::Key_F));
    fields[0]->setText(u"(("_s);
    QTest::keyClick(fields[0], Qt::Key_Return);
    QCOMPARE(edit().matches(), 0);
}

void TestEditor::theCardSaysWhatIsWrongAndMendsIt()
{
    show(badManifest);
    press(Qt::Key_F8);
    press(Qt::Key_F2);
    auto* card = m_page->findChild<editor::HoverCard*>();
    QVERIFY(card->isVisible());
    QVERIFY(card->text().contains(edit().problems().constFirst().finding.message));
    QVERIFY(card->text().contains(u"Write entryClass"));
    card->findChild<QPushButton*>()->click();
    QVERIFY(!card->isVisible());
    QVERIFY(text().contains(u"    entryClass: com"));
}

void TestEditor::foldsStayWithTheirLinesWhileOneTypes()
{
    show(goodManifest);
    const auto seen = [this](int line) { return edit().document()->findBlockByNumber(line - 1).isVisible(); };
    putCursor(7, 3);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft));
    QVERIFY(seen(7) && !seen(8));
    putCursor(1, 1);
    edit().insertPlainText(u"# one\n"_s);
    settle();
    QVERIFY(seen(8) && !seen(9) && !seen(13));
    // Where the cursor goes, there is something to see.
    putCursor(10, 1);
    QVERIFY(seen(9) && seen(12));
}

void TestEditor::anEndlessLineIsNotPastedIn()
{
    m_page->begin(u"a: 1\n"_s, {});
    QString told;
    connect(m_page.get(), &editor::EditorPage::notified, this, [&told](const QString& text) { told = text; });
    QGuiApplication::clipboard()->setText(QString(3'000'000, u'x'));
    edit().paste();
    QCOMPARE(text(), u"a: 1\n"_s);
    QVERIFY(!told.isEmpty());
    QGuiApplication::clipboard()->setText(u"b: 2\r\n"_s);
    edit().moveCursor(QTextCursor::End);
    edit().paste();
    QCOMPARE(text(), u"a: 1\nb: 2\n"_s);
}

void TestEditor::completesWhileOneTypesAndWhenAsked()
{
    m_page->begin(u"kind: FlinkDeployment\nspec:\n  flinkVersion: v1_20\n"_s, {});
    auto* list = m_page->findChild<editor::Suggestions*>();
    edit().moveCursor(QTextCursor::End);
    type(u"  flinkConf"_s);
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Return);
    QVERIFY(!list->isVisible());
    QVERIFY(text().endsWith(u"  flinkConfiguration:\n    "));
    m_page->begin(u"kind: FlinkDeployment\nspec:\n  flinkVersion: v1_20\n  flinkConfiguration:\n    "_s, {});
    edit().moveCursor(QTextCursor::End);
    type(u"checkpointing.mode"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->proposals().constFirst().text, u"execution.checkpointing.mode"_s);
    QVERIFY(list->shownText().contains(u"EXACTLY_ONCE"));
    press(Qt::Key_Tab);
    // Its values come by themselves.
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(text().endsWith(u"    execution.checkpointing.mode: AT_LEAST_ONCE"));
    press(QKeySequence::Undo);
    QVERIFY(text().endsWith(u"    execution.checkpointing.mode: "));
    press(QKeySequence(Qt::CTRL | Qt::Key_Space));
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!list->isVisible());
}

void TestEditor::completionTakesNoKeyWhenItIsNotShown()
{
    show(goodManifest);
    auto* list = m_page->findChild<editor::Suggestions*>();
    putCursor(13, 1);
    type(u"# note"_s);
    settle();
    QVERIFY(!list->isVisible());
    press(Qt::Key_Return);
    QVERIFY(text().endsWith(u"# note\n"));
}

void TestEditor::theCardTellsWhatAKeyIs()
{
    show("kind: FlinkDeployment\nspec:\n  flinkVersion: v1_20\n  flinkConfiguration:\n"
         "    execution.checkpointing.interval: 1min\n");
    putCursor(5, 10);
    press(Qt::Key_F2);
    auto* card = m_page->findChild<editor::HoverCard*>();
    QVERIFY(card->isVisible());
    QVERIFY(card->text().contains(u"execution.checkpointing.interval"));
    QVERIFY(card->text().contains(u"Duration"));
    QVERIFY(card->text().contains(manifest::Explanations::bundled()->of(u"execution.checkpointing.interval"_s)));
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    QTRY_VERIFY(m_page->isActiveWindow() && edit().hasFocus());
    putCursor(2, 2);
    press(Qt::Key_F2);
    QVERIFY(card->isVisible() && card->text().contains(u"object"));
}

void TestEditor::aPageIsPastedAfterALook()
{
    show(QByteArray());
    QGuiApplication::clipboard()->setText(
        u"1. Namespace\napiVersion: v1\nkind: Namespace\nmetadata:\nlabels:\nteam: a\nname: b\n"_s);
    m_page->pastePage();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QDialog*>(u"paste"_s), editorPatience);
    auto* dialog = m_page->findChild<QDialog*>(u"paste"_s);
    auto* list = dialog->findChild<QListWidget*>();
    QCOMPARE(list->count(), 3); // two repairs and a doubt
    QVERIFY2(list->item(2)->text().contains(u"metadata.labels"), qPrintable(list->item(2)->text()));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(text(), u"apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    team: a\n  name: b\n"_s);
}

void TestEditor::everyPartHasAName()
{
    show(badManifest);
    press(QKeySequence(Qt::CTRL | Qt::Key_H));
    QVERIFY(!edit().accessibleName().isEmpty());
    for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (isControl && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(isNamed, widget->metaObject()->className());
    }
}

QTEST_MAIN(TestEditor)
#include "tst_editor.moc"
