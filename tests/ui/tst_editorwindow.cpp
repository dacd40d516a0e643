#include "tests/ui/editorfixture.h"
#include "tests/ui/shellfixture.h"
#include "ui/editor/question.h"
#include "ui/shell/activity.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/table.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>

using namespace support;

/// Manifests in the window: the ways in, the list of problems, and that nothing is lost on the way out.
class TestEditorWindow : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void filesOfTheCommandLineAreOpened();
    void oneFileIsOnePage();
    void theWelcomePageLeadsToAManifest();
    void keysAskForAFileAndForATemplate();
    void thePaletteHasTheCommandsOfTheEditor();
    void droppedFilesAreOpened();
    void theProblemsStandInTheDockAndLeadToTheirPlace();
    void aTemplateBecomesAFileAndKeepsItsPage();
    void closingThePageAsksForWhatIsNotSaved();
    void closingTheWindowAsksForEachPage();
    void speaksBothLanguages();

private:
    editor::EditorPage* page() { return qobject_cast<editor::EditorPage*>(window().currentPage()->widget()); }
    QString makeFile(const QString& name, const QByteArray& bytes);
    void openFile(const QString& path);
    void answer(const QString& button);
};

QString TestEditorWindow::makeFile(const QString& name, const QByteArray& bytes)
{
    const QString path = QFileInfo(m_home.path()).canonicalFilePath() + u'/' + name;
    writeFile(path, bytes);
    return path;
}

void TestEditorWindow::openFile(const QString& path)
{
    m_drey->manifests().open({path});
    QVERIFY(page());
    QTRY_COMPARE_WITH_TIMEOUT(page()->path(), path, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!page()->checker().isBusy(), patience);
}

void TestEditorWindow::answer(const QString& button)
{
    QTRY_VERIFY_WITH_TIMEOUT(openDialog<editor::Question>(), patience);
    for (auto* one : openDialog<editor::Question>()->findChildren<QPushButton*>()) {
        if (one->text() == button)
            return one->click();
    }
    QFAIL(qPrintable(button));
}

void TestEditorWindow::filesOfTheCommandLineAreOpened()
{
    const QString first = makeFile(u"first.yaml"_s, goodManifest), second = makeFile(u"second.yaml"_s, goodManifest);
    end();
    gui::StartOptions options{m_home.filePath(u"config"_s), {}, {}};
    options.files = {first, second};
    m_drey = std::make_unique<gui::Application>(*qApp, options);
    m_drey->start();
    QCOMPARE(current().file, second);
    QCOMPARE(window().workspace().pages().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(page()->edit().text(), QString::fromUtf8(goodManifest), patience);
    QCOMPARE(window().windowTitle(), u"second.yaml — Drey"_s);
}

void TestEditorWindow::oneFileIsOnePage()
{
    const QString path = makeFile(u"one.yaml"_s, goodManifest);
    openFile(path);
    const auto before = window().workspace().pages().size();
    m_drey->manifests().open(
        {QFileInfo(path).path() + u"/../"_s + QFileInfo(m_home.path()).fileName() + u"/one.yaml"_s});
    QCOMPARE(window().workspace().pages().size(), before);
    QCOMPARE(Address::parse(current().text()), current());
}

void TestEditorWindow::theWelcomePageLeadsToAManifest()
{
    const QString path = makeFile(u"welcome.yaml"_s, goodManifest);
    window().go({Place::Welcome, {}, {}});
    QPushButton* open = nullptr;
    for (auto* button : window().currentPage()->widget()->findChildren<QPushButton*>()) {
        if (button->text() == u"Open a manifest…")
            open = button;
    }
    QVERIFY(open && open->isVisible());
    open->click();
    auto* dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    emit dialog->filesSelected({path});
    dialog->close();
    QCOMPARE(current().file, path);
    QTRY_COMPARE_WITH_TIMEOUT(page()->edit().text(), QString::fromUtf8(goodManifest), patience);
}

void TestEditorWindow::keysAskForAFileAndForATemplate()
{
    press(QKeySequence(Qt::CTRL | Qt::Key_O));
    auto* dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    dialog->reject();
    press(QKeySequence(Qt::CTRL | Qt::Key_N));
    QVERIFY(window().palettePopup().isVisible());
    window().palettePopup().close();
}

void TestEditorWindow::thePaletteHasTheCommandsOfTheEditor()
{
    const auto offer = [this](const QString& id) -> std::optional<shell::Offer> {
        const QList<shell::Offer> all = window().offers();
        const auto found = std::find_if(all.begin(), all.end(), [&id](const auto& one) { return one.id == id; });
        return found == all.end() ? std::nullopt : std::optional(*found);
    };
    const auto has = [this](const QString& text) {
        const QList<shell::Offer> all = window().offers();
        return std::any_of(all.begin(), all.end(), [&text](const auto& one) { return one.text == text; });
    };
    for (const QString& text : {u"Open a manifest…"_s, u"Open a folder of manifests…"_s, u"New from a template…"_s})
        QVERIFY2(has(text), qPrintable(text));
    QVERIFY(!offer(u"manifest.fixAll"_s));
    openFile(makeFile(u"palette.yaml"_s, badManifest));
    QVERIFY(offer(u"manifest.fixAll"_s));
    QCOMPARE(offer(u"manifest.form"_s)->keys, u"F4"_s);
    offer(u"manifest.form"_s)->run();
    QVERIFY(page()->isFormShown());
    offer(u"manifest.nextProblem"_s)->run();
    QCOMPARE(page()->edit().textCursor().blockNumber() + 1, 9);
    page()->setFormShown(false);
    // Of another page there are none.
    window().go({Place::Welcome, {}, {}});
    QVERIFY(!offer(u"manifest.fixAll"_s));
}

void TestEditorWindow::droppedFilesAreOpened()
{
    const QString path = makeFile(u"결제 정산.yaml"_s, goodManifest);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path), QUrl(u"https://example.org/x.yaml"_s)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &drop);
    QCOMPARE(current().file, path);
    QTRY_COMPARE_WITH_TIMEOUT(page()->title(), u"결제 정산.yaml"_s, patience);
}

void TestEditorWindow::theProblemsStandInTheDockAndLeadToTheirPlace()
{
    openFile(makeFile(u"bad.yaml"_s, badManifest));
    window().commands().action(u"view.problems"_s)->trigger();
    const auto tables = window().activity().findChildren<widgets::Table*>();
    const auto named =
        std::ranges::find(tables, u"Problems"_s, [](const widgets::Table* one) { return one->accessibleName(); });
    QVERIFY(named != tables.end());
    auto* table = *named;
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    emit table->activated(table->model()->index(1, 0));
    QCOMPARE(page()->edit().textCursor().blockNumber() + 1, 12);
    // Of another page there are none.
    window().go({Place::Welcome, {}, {}});
    QVERIFY(!table->isVisible());
}

void TestEditorWindow::aTemplateBecomesAFileAndKeepsItsPage()
{
    m_drey->manifests().begin(u"session-job"_s);
    QCOMPARE(current().file, u"new-1"_s);
    QVERIFY(page()->isUnsaved());
    QVERIFY(page()->edit().text().contains(u"FlinkSessionJob"));
    window().commands().action(u"file.save"_s)->trigger();
    auto* dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    const QString path = QFileInfo(m_home.path()).canonicalFilePath() + u"/job.yaml"_s;
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(current().file, path, patience);
    QVERIFY(!page()->isUnsaved());
    QVERIFY(fileBytes(path).contains("FlinkSessionJob"));
    QTRY_COMPARE(window().windowTitle(), u"job.yaml — Drey"_s);
}

void TestEditorWindow::closingThePageAsksForWhatIsNotSaved()
{
    const QString path = makeFile(u"close.yaml"_s, goodManifest);
    openFile(path);
    QTest::keyClicks(&page()->edit(), u"#"_s);
    press(QKeySequence(Qt::CTRL | Qt::Key_W));
    answer(u"Cancel"_s);
    QCOMPARE(current().file, path);
    press(QKeySequence(Qt::CTRL | Qt::Key_W));
    answer(u"Save"_s);
    QTRY_VERIFY_WITH_TIMEOUT(current().place != Place::Manifest, patience);
    QCOMPARE(fileBytes(path), "#" + goodManifest);
}

void TestEditorWindow::closingTheWindowAsksForEachPage()
{
    const QString first = makeFile(u"a.yaml"_s, goodManifest), second = makeFile(u"b.yaml"_s, goodManifest);
    openFile(first);
    QTest::keyClicks(&page()->edit(), u"#"_s);
    openFile(second);
    QTest::keyClicks(&page()->edit(), u"#"_s);
    window().close();
    QVERIFY(window().isVisible());
    QCOMPARE(current().file, first);
    answer(u"Discard them"_s);
    QTRY_COMPARE(current().file, second);
    answer(u"Save"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), patience);
    QCOMPARE(fileBytes(first), goodManifest);
    QCOMPARE(fileBytes(second), "#" + goodManifest);
}

void TestEditorWindow::speaksBothLanguages()
{
    openFile(makeFile(u"words.yaml"_s, badManifest));
    const QString english = page()->problems().rows().constFirst().message;
    m_drey->preferences().setLanguage(settings::Preferences::Language::Korean);
    QTRY_VERIFY_WITH_TIMEOUT(page()->problems().rows().constFirst().message != english, patience);
    QVERIFY(textsOf(window()).contains(u"개요"_s));
}

QTEST_MAIN(TestEditorWindow)
#include "tst_editorwindow.moc"

#include <algorithm>
