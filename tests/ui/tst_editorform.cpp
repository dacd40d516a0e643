#include "tests/ui/editorfixture.h"
#include "ui/editor/formpanel.h"
#include "ui/editor/formrow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QWheelEvent>

using namespace support;

namespace {

const QByteArray twoJobs = goodManifest + "---\n" + QByteArray(goodManifest).replace("name: orders", "name: returns");

} // namespace

/// The form beside the text: what is changed in one of them is seen in the other at once.
class TestEditorForm : public EditorTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void showsWhatTheTextSays();
    void writesIntoTheTextInOneStep();
    void followsTheText();
    void followsTheCursorToAnotherDocument();
    void takesAValueOut();
    void refusesWhatCannotBeAndKeepsTheText();
    void choicesAreWrittenAtOnceButNotByTheWheel();
    void argumentsAreOneALine();
    void tellsTheProblemsOfTheList();
    void tellsWhatAFieldLacksAtTheField();
    void leadsToTheLineAndBack();
    void theKeyOpensTheFormAndEntersIt();
    void explainsTheField();
    void freezesWhileTheDocumentCannotBeRead();
    void leavesSharedValuesToTheText();
    void saysWhyThereIsNoForm();
    void keepsWhatIsBeingTyped();
    void speaksBothNamesOfAKey();

private:
    editor::FormPanel& form() { return *m_page->form(); }
    void showForm(const QByteArray& text)
    {
        show(text);
        m_page->setFormShown(true);
        settleForm();
    }
    void settleForm()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!form().isBusy(), editorPatience);
        settle();
        QTRY_VERIFY_WITH_TIMEOUT(!form().isBusy(), editorPatience);
    }
    editor::FormRow& row(QStringView id)
    {
        editor::FormRow* found = form().row(id);
        if (!found)
            qFatal("%s", qPrintable(id.toString()));
        return *found;
    }
    QLineEdit& line(QStringView id) { return *qobject_cast<QLineEdit*>(row(id).editor()); }
    QComboBox& choice(QStringView id) { return *qobject_cast<QComboBox*>(row(id).editor()); }
    void put(QStringView id, const QString& value)
    {
        line(id).setFocus();
        line(id).selectAll();
        QTest::keyClick(&line(id), Qt::Key_Delete);
        QTest::keyClicks(&line(id), value);
        QTest::keyClick(&line(id), Qt::Key_Return);
        settleForm();
    }
    QString lineOf(QStringView id) { return row(id).findChild<QToolButton*>()->text(); }
};

void TestEditorForm::showsWhatTheTextSays()
{
    showForm(goodManifest);
    QCOMPARE(line(u"name").text(), u"orders"_s);
    QCOMPARE(line(u"parallelism").text(), u"2"_s);
    QCOMPARE(choice(u"upgradeMode").currentText(), u"stateless"_s);
    QCOMPARE(lineOf(u"parallelism"), u"10"_s);
    QCOMPARE(line(u"namespace").text(), QString());
    QVERIFY(!line(u"namespace").placeholderText().isEmpty());
    QCOMPARE(lineOf(u"namespace"), QString());
    QVERIFY(choice(u"allowNonRestoredState").currentText().contains(u"false"_s));
    QVERIFY(!form().row(u"image"));
}

void TestEditorForm::writesIntoTheTextInOneStep()
{
    const QByteArray text = QByteArray(goodManifest).replace("parallelism: 2", "parallelism: 2   # as many as it has");
    showForm(text);
    put(u"parallelism", u"16"_s);
    QCOMPARE(this->text(), QString::fromUtf8(QByteArray(text).replace("parallelism: 2 ", "parallelism: 16 ")));
    QVERIFY(m_page->isUnsaved());
    // Undo in the field takes it back in the text, once there is nothing to undo in the field itself.
    QTest::keySequence(&line(u"parallelism"), QKeySequence::Undo);
    QCOMPARE(this->text(), QString::fromUtf8(text));
    settleForm();
    QCOMPARE(line(u"parallelism").text(), u"2"_s);
    QTest::keySequence(&line(u"parallelism"), QKeySequence::Redo);
    QVERIFY(this->text().contains(u"parallelism: 16   # as many"));
}

void TestEditorForm::followsTheText()
{
    showForm(goodManifest);
    edit().setFocus();
    putCursor(10, 19);
    type(u"4"_s);
    settleForm();
    QCOMPARE(line(u"parallelism").text(), u"24"_s);
    QVERIFY(edit().hasFocus());
    putCursor(4, 1);
    press(QKeySequence(Qt::Key_Return));
    settleForm();
    QCOMPARE(lineOf(u"parallelism"), u"11"_s);
}

void TestEditorForm::followsTheCursorToAnotherDocument()
{
    showForm(twoJobs);
    putCursor(20, 1);
    settleForm();
    QCOMPARE(line(u"name").text(), u"returns"_s);
    put(u"parallelism", u"9"_s);
    QVERIFY(text().startsWith(QString::fromUtf8(goodManifest)));
    QVERIFY(text().contains(u"parallelism: 9"));
    QCOMPARE(line(u"name").text(), u"returns"_s);
}

void TestEditorForm::takesAValueOut()
{
    showForm(goodManifest);
    put(u"entryClass", {});
    QCOMPARE(text(), QString::fromUtf8(QByteArray(goodManifest).replace("    entryClass: com.example.Orders\n", "")));
    QCOMPARE(lineOf(u"entryClass"), QString());
    put(u"namespace", u"shop"_s);
    QVERIFY(text().contains(u"  name: orders\n  namespace: shop\n"));
}

void TestEditorForm::refusesWhatCannotBeAndKeepsTheText()
{
    showForm(goodManifest);
    put(u"parallelism", u"many"_s);
    QCOMPARE(text(), QString::fromUtf8(goodManifest));
    QVERIFY(row(u"parallelism").problemText().contains(u"many"));
    QCOMPARE(line(u"parallelism").text(), u"many"_s);
    QTest::keyClick(&line(u"parallelism"), Qt::Key_Escape);
    QCOMPARE(line(u"parallelism").text(), u"2"_s);
    QCOMPARE(row(u"parallelism").problemText(), QString());
}

void TestEditorForm::choicesAreWrittenAtOnceButNotByTheWheel()
{
    showForm(goodManifest);
    QComboBox& mode = choice(u"upgradeMode");
    QWheelEvent wheel({5, 5}, mode.mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&mode, &wheel);
    QCOMPARE(mode.currentText(), u"stateless"_s);
    mode.setCurrentIndex(mode.findData(u"savepoint"_s));
    emit mode.activated(mode.currentIndex());
    settleForm();
    QVERIFY(text().contains(u"upgradeMode: savepoint"));
    mode.setCurrentIndex(0);
    emit mode.activated(0);
    settleForm();
    QVERIFY(!text().contains(u"upgradeMode"));
    QVERIFY(choice(u"upgradeMode").currentText().contains(u"stateless"));
}

void TestEditorForm::argumentsAreOneALine()
{
    showForm(goodManifest);
    auto& lines = *qobject_cast<QPlainTextEdit*>(row(u"args").editor());
    lines.setFocus();
    QTest::keyClicks(&lines, u"--input"_s);
    QTest::keyClick(&lines, Qt::Key_Return);
    QTest::keyClicks(&lines, u"7"_s);
    edit().setFocus();
    settleForm();
    QVERIFY2(text().contains(u"    args:\n      - --input\n      - \"7\"\n"), qPrintable(text()));
    QCOMPARE(lines.toPlainText(), u"--input\n7"_s);
}

void TestEditorForm::tellsTheProblemsOfTheList()
{
    showForm(badManifest);
    const QString message = m_page->problems().rows().last().message;
    QTRY_COMPARE(row(u"state").problemText(), message);
    QCOMPARE(row(u"state").editor()->accessibleDescription(), message);
    QCOMPARE(row(u"parallelism").problemText(), QString());
    choice(u"state").setCurrentIndex(choice(u"state").findData(u"running"_s));
    emit choice(u"state").activated(choice(u"state").currentIndex());
    settleForm();
    QCOMPARE(row(u"state").problemText(), QString());
    QCOMPARE(m_page->problems().rows().size(), 1);
}

void TestEditorForm::tellsWhatAFieldLacksAtTheField()
{
    showForm("apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: a\nspec:\n  image: b\n");
    QTRY_COMPARE(row(u"serviceAccount").problemText(), u"There is no serviceAccount for the pods of Flink."_s);
    QVERIFY(row(u"taskManagerMemory").problemText().contains(u"TaskManager has no memory"));
    QCOMPARE(row(u"image").problemText(), QString());
}

void TestEditorForm::leadsToTheLineAndBack()
{
    showForm(goodManifest);
    QTest::mouseClick(row(u"parallelism").findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(cursorLine(), 10);
    QVERIFY(edit().hasFocus());
    press(QKeySequence(Qt::Key_F4));
    QVERIFY(line(u"parallelism").hasFocus());
    QTest::keyClick(&line(u"parallelism"), Qt::Key_F4);
    QVERIFY(edit().hasFocus());
    line(u"name").setFocus();
    QTest::keyClick(&line(u"name"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(cursorLine(), 4);
    QVERIFY(edit().hasFocus());
}

void TestEditorForm::theKeyOpensTheFormAndEntersIt()
{
    show(goodManifest);
    putCursor(10, 6);
    press(QKeySequence(Qt::Key_F4));
    QVERIFY(m_page->isFormShown());
    settleForm();
    QTRY_VERIFY(line(u"parallelism").hasFocus());
}

void TestEditorForm::explainsTheField()
{
    showForm(goodManifest);
    line(u"parallelism").setFocus();
    const auto texts = [this] {
        QStringList all;
        for (const QLabel* label : form().findChildren<QLabel*>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all;
    };
    QVERIFY(texts().contains(u"spec.job.parallelism"_s));
    QVERIFY(texts().contains(row(u"parallelism").field().explanation));
}

void TestEditorForm::freezesWhileTheDocumentCannotBeRead()
{
    showForm(goodManifest);
    edit().setFocus();
    putCursor(10, 5);
    type(u"{"_s);
    settleForm();
    QVERIFY(form().isFrozen());
    QVERIFY(!line(u"parallelism").isEnabled());
    QCOMPARE(line(u"parallelism").text(), u"2"_s);
    QVERIFY(form().findChild<widgets::Banner*>()->isVisible());
    edit().undo();
    settleForm();
    QVERIFY(!form().isFrozen());
    QVERIFY(line(u"parallelism").isEnabled());
    QVERIFY(!form().findChild<widgets::Banner*>()->isVisible());
}

void TestEditorForm::leavesSharedValuesToTheText()
{
    showForm(QByteArray(goodManifest)
                 .replace("parallelism: 2", "parallelism: &p 2\n    x: *p")
                 .replace("upgradeMode: stateless", "upgradeMode: &m stateless\n    y: *m"));
    QVERIFY(line(u"parallelism").isReadOnly());
    QCOMPARE(line(u"parallelism").text(), u"2"_s);
    QVERIFY(row(u"parallelism").problemText().contains(u"anchor"));
    QVERIFY(!choice(u"upgradeMode").isEnabled());
    QCOMPARE(choice(u"upgradeMode").currentText(), u"stateless"_s);
}

void TestEditorForm::saysWhyThereIsNoForm()
{
    showForm("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n");
    auto* empty = form().findChild<widgets::EmptyState*>();
    QVERIFY(empty->isVisible());
    QVERIFY(empty->sentence().contains(u"ConfigMap"));
    show(goodManifest);
    settleForm();
    QVERIFY(!empty->isVisible());
    QCOMPARE(line(u"name").text(), u"orders"_s);
}

void TestEditorForm::keepsWhatIsBeingTyped()
{
    showForm(goodManifest);
    line(u"name").setFocus();
    line(u"name").selectAll();
    QTest::keyClicks(&line(u"name"), u"deliv"_s);
    // Another place of the text changes meanwhile.
    edit().apply({{0, 0, u"# x\n"_s}});
    settleForm();
    QCOMPARE(line(u"name").text(), u"deliv"_s);
    QTest::keyClicks(&line(u"name"), u"eries"_s);
    QTest::keyClick(&line(u"name"), Qt::Key_Return);
    QVERIFY(text().contains(u"name: deliveries\n"));
}

void TestEditorForm::speaksBothNamesOfAKey()
{
    showForm("kind: FlinkDeployment\nmetadata: {name: a}\nspec:\n  flinkVersion: v1_20\n  flinkConfiguration:\n"
             "    state.checkpoints.dir: s3://a\n");
    QCOMPARE(line(u"checkpointDirectory").text(), u"s3://a"_s);
    put(u"savepointDirectory", u"s3://b"_s);
    QVERIFY(text().contains(u"    state.checkpoints.dir: s3://a\n    execution.checkpointing.savepoint-dir: s3://b\n"));
    put(u"jobManagerMemory", u"1.5Gi"_s);
    QVERIFY(!text().contains(u"1.5Gi"));
    put(u"jobManagerMemory", u"2g"_s);
    QVERIFY(text().endsWith(u"  jobManager:\n    resource:\n      memory: 2g\n"_s));
}

QTEST_MAIN(TestEditorForm)
#include "tst_editorform.moc"
