#include "tests/support/snapshotfiles.h"
#include "tests/ui/shellfixture.h"
#include "ui/shell/workspace.h"
#include "ui/snapshots/listing.h"
#include "ui/snapshots/snapshotpage.h"
#include "ui/widgets/objecttable.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>

#include <algorithm>

using namespace support;
using snapshots::SnapshotPage;

/// Snapshots in the window: the ways in, and what stands around their page.
class TestSnapshotWindow : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { end(); }

    void theMenuAsksForOne();
    void filesAndFoldersAreDropped();
    void whatElseIsDroppedIsAManifest();
    void theCommandLineNamesThem();
    void oneSnapshotIsOnePage();
    void thePaletteHasItsCommands();
    void anotherIsAskedForToCompare();
    void reloadReadsAgain();
    void theInspectorTellsDetails();
    void itsAddressLeadsBack();

private:
    SnapshotPage* page() { return qobject_cast<SnapshotPage*>(window().currentPage()->widget()); }
    void settle()
    {
        QVERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(!page()->isBusy(), patience);
    }
    void drop(const QString& path)
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &dropped);
    }
    void choose(const QString& path)
    {
        auto* dialog = openDialog<QFileDialog>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder; ///< of a savepoint
    QString m_file;   ///< its metadata
};

void TestSnapshotWindow::init()
{
    begin();
    m_place = std::make_unique<QTemporaryDir>();
    m_folder = QFileInfo(m_place->path()).canonicalFilePath() + u"/세이브포인트 1"_s;
    m_file = m_folder + u"/_metadata"_s;
    QVERIFY(QDir().mkpath(m_folder));
    write(m_file, recordedMetadata(u"1.20-savepoint-canonical"_s));
}

void TestSnapshotWindow::theMenuAsksForOne()
{
    QAction* action = window().commands().action(u"file.openSnapshot"_s);
    const QList<QMenu*> menus = window().findChildren<QMenu*>();
    QVERIFY(std::any_of(menus.begin(), menus.end(),
                        [action](const QMenu* menu) { return menu->actions().contains(action); }));
    action->trigger();
    choose(m_file);
    QCOMPARE(current().place, Place::Snapshot);
    QCOMPARE(current().file, m_folder);
    settle();
    QCOMPARE(page()->listing(SnapshotPage::Operators).table().model()->rowCount(), 5);
    QCOMPARE(window().currentPage()->title(), u"세이브포인트 1"_s);
}

void TestSnapshotWindow::filesAndFoldersAreDropped()
{
    drop(m_folder);
    QCOMPARE(current(), (Address{Place::Snapshot, {}, {}, m_folder}));
    const QString renamed = m_folder + u"/chk-7.metadata"_s; // told by how it begins
    QVERIFY(QFile::copy(m_file, renamed));
    drop(renamed);
    QCOMPARE(current(), (Address{Place::Snapshot, {}, {}, renamed}));
    settle();
    QVERIFY(QFile::remove(renamed));
    write(m_file, "damaged");
    drop(m_file);
    QCOMPARE(current(), (Address{Place::Snapshot, {}, {}, m_folder}));
}

void TestSnapshotWindow::whatElseIsDroppedIsAManifest()
{
    const QString manifest = m_place->filePath(u"orders.yaml"_s);
    write(manifest, "a: 1\n");
    drop(manifest);
    QCOMPARE(current().place, Place::Manifest);
    drop(m_place->path());
    QCOMPARE(current().place, Place::Manifest);
}

void TestSnapshotWindow::theCommandLineNamesThem()
{
    end();
    gui::StartOptions options{m_home.filePath(u"config"_s), {}, {}};
    options.files = {m_folder};
    m_drey = std::make_unique<gui::Application>(*qApp, options);
    m_drey->start();
    QCOMPARE(current(), (Address{Place::Snapshot, {}, {}, m_folder}));
    settle();
}

void TestSnapshotWindow::oneSnapshotIsOnePage()
{
    m_drey->snapshots().open({m_folder, m_file, m_folder + u"/../세이브포인트 1/"_s});
    QCOMPARE(window().workspace().pages().size(), 2); // and that of the welcome
}

void TestSnapshotWindow::thePaletteHasItsCommands()
{
    m_drey->snapshots().open({m_folder});
    settle();
    QStringList ids;
    for (const shell::Offer& offer : window().offers()) {
        ids.append(offer.id);
        if (offer.id == u"snapshot.files")
            offer.run();
    }
    QCOMPARE(page()->part(), SnapshotPage::Files);
    for (const QString& id : {u"file.openSnapshot"_s, u"snapshot.compare"_s, u"snapshot.comparison"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
    window().go({Place::Welcome, {}, {}});
    for (const shell::Offer& offer : window().offers())
        QVERIFY2(!offer.id.startsWith(u"snapshot."), qPrintable(offer.id));
}

void TestSnapshotWindow::anotherIsAskedForToCompare()
{
    m_drey->snapshots().open({m_folder});
    settle();
    press(QKeySequence(Qt::CTRL | Qt::Key_D));
    choose(QStringLiteral(DREY_RECORDINGS "/flinkmeta/2.2-savepoint-canonical._metadata"));
    settle();
    QCOMPARE(page()->part(), SnapshotPage::Comparison);
    QCOMPARE(page()->listing(SnapshotPage::Comparison).table().model()->rowCount(), 5);
}

void TestSnapshotWindow::reloadReadsAgain()
{
    m_drey->snapshots().open({m_folder});
    settle();
    write(m_file, recordedMetadata(u"2.2-checkpoint-rocksdb-full"_s));
    press(QKeySequence(Qt::Key_F5));
    settle();
    QCOMPARE(page()->listing(SnapshotPage::Operators).table().model()->rowCount(), 4);
}

void TestSnapshotWindow::theInspectorTellsDetails()
{
    m_drey->snapshots().open({m_folder});
    settle();
    const shell::Page* shown = window().currentPage();
    QCOMPARE(shown->subject(), u"b71731f1c0df9c3076c4a455334d0ad6"_s);
    const QList<shell::Fact> facts = shown->facts();
    QVERIFY(
        std::any_of(facts.begin(), facts.end(), [](const shell::Fact& fact) { return fact.value == u"n (VALUE)"; }));
}

void TestSnapshotWindow::itsAddressLeadsBack()
{
    m_drey->snapshots().open({m_folder});
    const auto address = Address::parse(current().text());
    QVERIFY(address);
    window().go({Place::Welcome, {}, {}});
    window().go(*address);
    QCOMPARE(current().file, m_folder);
    QVERIFY(page());
}

QTEST_MAIN(TestSnapshotWindow)
#include "tst_snapshotwindow.moc"
