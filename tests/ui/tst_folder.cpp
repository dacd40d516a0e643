#include "tests/ui/editorfixture.h"
#include "tests/ui/shellfixture.h"
#include "ui/editor/foldermodel.h"
#include "ui/editor/folderpage.h"
#include "ui/editor/question.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>

using namespace support;
using editor::FolderModel;
using editor::FolderPage;

/// A folder of manifests: what is in it, how much is wrong in each, and the way into them.
class TestFolder : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }
    void findsTheManifestsOfAllFolders();
    void staysWithinItsBounds();
    void aLoopOfLinksEnds();
    void saysWhatKeepsAFileFromBeingChecked();
    void keepsRowsThatStay();
    void tellsWhatIsWrongInEach();
    void filtersAndOpens();
    void noticesWhatOthersChange();
    void saysWhenThereIsNothing();
    void everyWayLeadsIn();
    void oneFileIsNeverOnTwoPages();
    void speaksBothLanguages();

private:
    QString path(const QString& name) const { return m_folder + u'/' + name; }
    void put(const QString& name, const QByteArray& bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        writeFile(path(name), bytes);
    }
    FolderPage* page() { return qobject_cast<FolderPage*>(window().currentPage()->widget()); }
    editor::EditorPage* editorPage() { return qobject_cast<editor::EditorPage*>(window().currentPage()->widget()); }
    void openFolder()
    {
        m_drey->manifests().open({m_folder});
        QVERIFY(page());
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!page()->isBusy(), patience); }
    QStringList names()
    {
        QStringList names;
        const QAbstractItemModel* model = page()->table().model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, FolderModel::NameColumn).data().toString());
        return names;
    }
    QString cell(const QString& name, int column)
    {
        const QAbstractItemModel* model = page()->table().model();
        return model->index(static_cast<int>(names().indexOf(name)), column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

void TestFolder::init()
{
    begin();
    m_place = std::make_unique<QTemporaryDir>();
    m_folder = QFileInfo(m_place->path()).canonicalFilePath() + u"/배포"_s;
    QVERIFY(QDir().mkpath(m_folder));
}

void TestFolder::findsTheManifestsOfAllFolders()
{
    put(u"b.yaml"_s, goodManifest);
    put(u"a.yml"_s, goodManifest);
    put(u"base/deep/c.YAML"_s, goodManifest);
    for (const QString& other :
         {u"notes.md"_s, u".git/d.yaml"_s, u".hidden.yaml"_s, u"node_modules/x/e.yaml"_s, u"target/f.yaml"_s})
        put(other, goodManifest);
    QStringList names;
    const editor::FolderListing listing = editor::filesIn(m_folder);
    for (const editor::FolderFile& file : listing.files)
        names.append(file.name);
    QCOMPARE(names, QStringList({u"a.yml"_s, u"b.yaml"_s, u"base/deep/c.YAML"_s}));
    QVERIFY(!listing.isCut);
    QVERIFY(!editor::filesIn(path(u"nowhere"_s)).problem.isEmpty());
}

void TestFolder::staysWithinItsBounds()
{
    for (int i = 0; i < 30; ++i)
        put(u"%1/%1.yaml"_s.arg(i), "a: 1\n");
    QCOMPARE(editor::filesIn(m_folder, {10, 1000, 4}).files.size(), 10);
    QVERIFY(editor::filesIn(m_folder, {10, 1000, 4}).isCut);
    QVERIFY(editor::filesIn(m_folder, {1000, 40, 4}).isCut);
    put(u"1/2/3/4/5/6.yaml"_s, "a: 1\n");
    const editor::FolderListing flat = editor::filesIn(m_folder, {1000, 1000, 2});
    QCOMPARE(flat.files.size(), 30);
    QVERIFY(flat.isCut);
}

void TestFolder::aLoopOfLinksEnds()
{
    put(u"a/one.yaml"_s, goodManifest);
    QVERIFY(QFile::link(m_folder, path(u"a/loop"_s)));
    QVERIFY(QFile::link(path(u"a"_s), path(u"again"_s)));
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"broken.yaml"_s)));
    const editor::FolderListing listing = editor::filesIn(m_folder);
    QCOMPARE(listing.files.size(), 1);
    QVERIFY(!listing.isCut);
}

void TestFolder::saysWhatKeepsAFileFromBeingChecked()
{
    put(u"binary.yaml"_s, QByteArray("\x7f"
                                     "ELF\0\0\1\2",
                                     8));
    put(u"gone.yaml"_s, goodManifest);
    openFolder();
    QVERIFY(!cell(u"binary.yaml"_s, FolderModel::ObjectsColumn).isEmpty());
    QCOMPARE(cell(u"binary.yaml"_s, FolderModel::ErrorsColumn), QString());
    QCOMPARE(cell(u"gone.yaml"_s, FolderModel::ErrorsColumn), u"0"_s);
}

void TestFolder::keepsRowsThatStay()
{
    FolderModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto file = [](const QString& name, qint64 size = 1) {
        editor::FolderFile one;
        one.name = name;
        one.size = size;
        return one;
    };
    model.setFiles({file(u"b"_s), file(u"d"_s)});
    editor::FolderFile checked = file(u"d"_s);
    checked.isChecked = true;
    checked.errors = 3;
    model.setChecked(checked);
    const QPersistentModelIndex kept = model.index(1, FolderModel::ErrorsColumn);
    model.setFiles({file(u"a"_s), file(u"d"_s), file(u"e"_s)});
    QCOMPARE(kept.row(), 1);
    QCOMPARE(kept.data().toString(), u"3"_s);
    // What is another by now is not what was checked.
    model.setFiles({file(u"d"_s, 2)});
    QVERIFY(!model.files().constFirst().isChecked);
    model.setChecked(checked);
    QVERIFY(!model.files().constFirst().isChecked);
    model.setFiles({});
    QVERIFY(!kept.isValid());
}

void TestFolder::tellsWhatIsWrongInEach()
{
    put(u"good.yaml"_s, goodManifest);
    put(u"sub/bad.yaml"_s, badManifest);
    put(u"broken.yaml"_s, "a: [1\n");
    openFolder();
    QCOMPARE(names(), QStringList({u"broken.yaml"_s, u"good.yaml"_s, u"sub/bad.yaml"_s}));
    QCOMPARE(cell(u"sub/bad.yaml"_s, FolderModel::ErrorsColumn), u"2"_s);
    QCOMPARE(cell(u"good.yaml"_s, FolderModel::ErrorsColumn), u"0"_s);
    QCOMPARE(cell(u"broken.yaml"_s, FolderModel::ErrorsColumn), u"1"_s);
    QCOMPARE(cell(u"good.yaml"_s, FolderModel::ObjectsColumn), u"FlinkSessionJob orders"_s);
    QCOMPARE(page()->findChild<widgets::GlyphLabel*>()->text(), u"3 manifests, 3 errors"_s);
    QCOMPARE(window().windowTitle(), u"배포 — Drey"_s);
    // The gravest first.
    page()->table().sortByColumn(FolderModel::ErrorsColumn, Qt::DescendingOrder);
    QCOMPARE(names().constFirst(), u"sub/bad.yaml"_s);
}

void TestFolder::filtersAndOpens()
{
    put(u"good.yaml"_s, goodManifest);
    put(u"sub/bad.yaml"_s, badManifest);
    openFolder();
    auto* search = page()->findChild<widgets::SearchField*>();
    search->setFocus();
    QTest::keyClicks(search, u"sub"_s);
    QCOMPARE(names(), QStringList(u"sub/bad.yaml"_s));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(page()->table().hasFocus());
    QTest::keyClick(&page()->table(), Qt::Key_Return);
    QCOMPARE(current().file, path(u"sub/bad.yaml"_s));
    QTRY_COMPARE_WITH_TIMEOUT(editorPage()->path(), path(u"sub/bad.yaml"_s), patience);
    // A file that is open is shown, not opened again.
    const auto before = window().workspace().pages().size();
    m_drey->manifests().open({m_folder});
    QTest::keyClick(&page()->table(), Qt::Key_Return);
    QCOMPARE(current().file, path(u"sub/bad.yaml"_s));
    QCOMPARE(window().workspace().pages().size(), before);
    m_drey->manifests().open({m_folder});
    search->setText(u"nothing like it"_s);
    QVERIFY(page()->findChild<widgets::EmptyState*>()->isVisible());
    QCOMPARE(page()->findChild<widgets::EmptyState*>()->kind(), widgets::EmptyState::Kind::Filtered);
}

void TestFolder::noticesWhatOthersChange()
{
    put(u"one.yaml"_s, badManifest);
    openFolder();
    QCOMPARE(cell(u"one.yaml"_s, FolderModel::ErrorsColumn), u"2"_s);
    put(u"one.yaml"_s, goodManifest);
    put(u"two.yaml"_s, goodManifest);
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"one.yaml"_s, FolderModel::ErrorsColumn), u"0"_s, patience);
    QVERIFY(QFile::remove(path(u"one.yaml"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(u"two.yaml"_s), patience);
}

void TestFolder::saysWhenThereIsNothing()
{
    openFolder();
    auto* empty = page()->findChild<widgets::EmptyState*>();
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), patience);
    QVERIFY(empty->sentence().contains(u"no YAML"));
    put(u"one.yaml"_s, goodManifest);
    QTRY_VERIFY_WITH_TIMEOUT(!empty->isVisible(), patience);
    QVERIFY(QDir(m_folder).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->sentence().contains(u"does not exist"), patience);
}

void TestFolder::everyWayLeadsIn()
{
    put(u"one.yaml"_s, goodManifest);
    // The menu, the palette and the keys.
    window().commands().action(u"file.openFolder"_s)->trigger();
    auto* dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    emit dialog->fileSelected(m_folder);
    dialog->close();
    QCOMPARE(current().file, m_folder);
    window().go({Place::Welcome, {}, {}});
    // Drag and drop.
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(m_folder)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &drop);
    QCOMPARE(current().file, m_folder);
    QVERIFY(page());
    // The command line.
    end();
    gui::StartOptions options{m_home.filePath(u"config"_s), {}, {}};
    options.files = {m_folder};
    m_drey = std::make_unique<gui::Application>(*qApp, options);
    m_drey->start();
    QVERIFY(page());
    settle();
    QCOMPARE(names(), QStringList(u"one.yaml"_s));
}

void TestFolder::oneFileIsNeverOnTwoPages()
{
    put(u"one.yaml"_s, goodManifest);
    put(u"two.yaml"_s, badManifest);
    m_drey->manifests().open({path(u"one.yaml"_s), path(u"two.yaml"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(editorPage()->path(), path(u"two.yaml"_s), patience);
    window().commands().action(u"file.saveAs"_s)->trigger();
    auto* dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    emit dialog->fileSelected(path(u"one.yaml"_s));
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(openDialog<editor::Question>(), patience);
    for (auto* button : openDialog<editor::Question>()->findChildren<QPushButton*>()) {
        if (button->text() == u"Show that page")
            button->click();
    }
    QTRY_COMPARE(current().file, path(u"one.yaml"_s));
    QCOMPARE(fileBytes(path(u"one.yaml"_s)), goodManifest);
    QCOMPARE(window().workspace().pages().size(), 3);
}

void TestFolder::speaksBothLanguages()
{
    put(u"bad.yaml"_s, badManifest);
    openFolder();
    m_drey->preferences().setLanguage(settings::Preferences::Language::Korean);
    settle();
    QCOMPARE(page()->table().model()->headerData(FolderModel::NameColumn, Qt::Horizontal).toString(), u"파일"_s);
    QCOMPARE(cell(u"bad.yaml"_s, FolderModel::StateColumn), u"오류"_s);
}

QTEST_MAIN(TestFolder)
#include "tst_folder.moc"
