#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"
#include "ui/settings/languages.h"
#include "ui/snapshots/changesheet.h"
#include "ui/snapshots/listing.h"
#include "ui/snapshots/snapshotpage.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using snapshots::ChangeSheet;
using snapshots::FileSheet;
using snapshots::OperatorSheet;
using snapshots::SnapshotPage;
namespace bytes = support::snapshotbytes;

/// The page of a snapshot, alone on the screen.
class TestSnapshotPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }

    void opensWhatFlinkWrote_data();
    void opensWhatFlinkWrote();
    void sheetsAreProperModels();
    void namesWhatIsMissing();
    void tellsWhatCouldNotBeLookedAt();
    void aMappingSaysWhereStorageLies();
    void tellsWhatLiesElsewhere();
    void aDamagedFileTellsWhere_data();
    void aDamagedFileTellsWhere();
    void whatIsNoSnapshotIsTold();
    void readingAgainSeesWhatHasChanged();
    void rowsStayWhenNothingHasChanged();
    void comparesWithAnother();
    void anotherThatCannotBeReadIsTold();
    void sortsByAnyColumn_data();
    void sortsByAnyColumn();
    void filtersAllParts();
    void theKeyboardReachesEverything();
    void copiesWhatIsExact();
    void longPathsAreWholeInTheTooltip();
    void tellsDetailsOfTheCurrentRow();
    void speaksKorean();
    void nothingIsCutInLargeLetters();

private:
    QString recorded(const QString& name) const
    {
        return QStringLiteral(DREY_RECORDINGS "/flinkmeta/") + name + u"._metadata"_s;
    }
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content)
    {
        const QString whole = path(name);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return whole;
    }
    void writeSnapshot();
    void open(const QString& path);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_page->isBusy(), 20'000); }
    QAbstractItemModel* rows(SnapshotPage::Part part) { return m_page->listing(part).table().model(); }
    QStringList column(SnapshotPage::Part part, int column, int role = Qt::DisplayRole)
    {
        QStringList texts;
        for (int row = 0; row < rows(part)->rowCount(); ++row)
            texts.append(rows(part)->index(row, column).data(role).toString());
        return texts;
    }
    widgets::Badge* badge() { return m_page->findChild<widgets::Badge*>(); }
    widgets::Banner* banner() { return m_page->findChild<widgets::Banner*>(); }
    /// Why nothing can be shown in the whole page.
    widgets::EmptyState* problem()
    {
        const auto all = m_page->findChildren<widgets::EmptyState*>();
        for (auto* state : all) {
            if (state->isVisible())
                return state;
        }
        return nullptr;
    }

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<settings::Languages> m_languages;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SnapshotPage> m_page;
    QString m_snapshot; ///< with a file of its own, one that is shared, and one in a storage that is not here
};

void TestSnapshotPage::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_snapshotpage"_s);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_languages = std::make_unique<settings::Languages>();
}

void TestSnapshotPage::init()
{
    support::keepClean();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
    m_languages->use(settings::Preferences::Language::English);
    writeSnapshot();
}

void TestSnapshotPage::writeSnapshot()
{
    write(u"cp/0123/chk-7/0a1b"_s, QByteArray(100, 'x'));
    const QString shared = write(u"cp/0123/shared/ff"_s, QByteArray(40, 'x'));
    const QByteArray keyed = bytes::incremental(11, 0, 128, 60, bytes::inlineStream(5),
                                                {{u"1.sst"_s, bytes::file(u"file:"_s + shared, 40)}}, {});
    const QByteArray state = bytes::operatorState({{u"splits"_s, 0, 2}}, bytes::relative(u"0a1b"_s, 100));
    const QList<QByteArray> operators{
        bytes::op(5, {.name = u"count words"_s,
                      .uid = u"count"_s,
                      .id = QByteArray(16, 'a'),
                      .coordinator = bytes::inlineStream(9),
                      .subtasks = {bytes::subtask(5, {.managedOperator = state, .managedKeyed = keyed})}}),
        bytes::op(5, {.name = u"sink"_s, .id = QByteArray(16, 'b'), .parallelism = 3, .maxParallelism = 64}),
        bytes::op(5, {.id = QByteArray(16, 'c'), .isFinished = true})};
    const QByteArray properties = bytes::propertiesOf(support::recordedMetadata(u"1.20-checkpoint-hashmap"_s));
    m_snapshot = QFileInfo(write(u"cp/0123/chk-7/_metadata"_s, bytes::metadata(5, operators, properties))).path();
}

void TestSnapshotPage::open(const QString& path)
{
    m_page = std::make_unique<SnapshotPage>(path);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
}

void TestSnapshotPage::opensWhatFlinkWrote_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : support::recordedMetadataNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestSnapshotPage::opensWhatFlinkWrote()
{
    QFETCH(QString, name);
    open(recorded(name));
    const auto metadata = snapshot::readMetadata(support::recordedMetadata(name));
    QVERIFY(metadata);
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), metadata->operators.size());
    QCOMPARE(rows(SnapshotPage::Files)->rowCount(), metadata->files.size());
    QVERIFY(!problem());
    const bool isSavepoint = name.contains(u"savepoint");
    QStringList texts;
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        texts.append(label->text());
    const QString title = u"%1 %2"_s.arg(isSavepoint ? u"Savepoint"_s : u"Checkpoint"_s).arg(metadata->checkpointId);
    QVERIFY2(!texts.filter(title).isEmpty(), qPrintable(texts.join(u'|')));
    QVERIFY(!texts.filter(u"Format %1 · State: "_s.arg(metadata->version)).isEmpty());
    if (metadata->files.isEmpty())
        QCOMPARE(badge()->text(), u"Complete"_s);
    for (const QString& found : column(SnapshotPage::Files, FileSheet::FoundColumn))
        QVERIFY2(found != u"Looking" && found != u"There", qPrintable(found)); // they were not kept
}

void TestSnapshotPage::sheetsAreProperModels()
{
    open(m_snapshot);
    QList<QAbstractItemModelTester*> testers;
    for (const auto part : {SnapshotPage::Operators, SnapshotPage::Files, SnapshotPage::Comparison}) {
        auto* proxy = qobject_cast<QSortFilterProxyModel*>(rows(part));
        QVERIFY(proxy);
        for (int column = 0; column < proxy->columnCount(); ++column) {
            QVERIFY(!proxy->headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!proxy->headerData(column, Qt::Horizontal, widgets::cell::KeyRole).toString().isEmpty());
        }
        QVERIFY(proxy->headerData(proxy->columnCount(), Qt::Horizontal).toString().isEmpty());
        for (QAbstractItemModel* model : {proxy->sourceModel(), static_cast<QAbstractItemModel*>(proxy)})
            testers.append(new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                                        m_page.get()));
    }
    m_page->compareWith(recorded(u"2.2-savepoint-canonical"_s));
    settle();
    m_page->findChild<widgets::SearchField*>()->setText(u"count"_s);
    m_page->findChild<widgets::SearchField*>()->clear();
    QVERIFY(QFile::remove(path(u"cp/0123/shared/ff"_s)));
    m_page->reload();
    settle();
    QVERIFY(QFile::remove(m_snapshot + u"/_metadata"_s));
    m_page->reload();
    settle();
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 0);
    QCOMPARE(rows(SnapshotPage::Comparison)->rowCount(), 0);
}

void TestSnapshotPage::namesWhatIsMissing()
{
    open(m_snapshot);
    QCOMPARE(badge()->text(), u"Complete"_s);
    QVERIFY(!banner()->isVisible());
    QCOMPARE(column(SnapshotPage::Files, FileSheet::FoundColumn), QStringList({u"There"_s, u"There"_s}));
    QVERIFY(QFile::remove(path(u"cp/0123/shared/ff"_s)));
    write(u"cp/0123/chk-7/0a1b"_s, "short");
    open(m_snapshot);
    QCOMPARE(badge()->text(), u"1 missing"_s);
    QCOMPARE(badge()->health(), base::Health::Broken);
    QVERIFY(banner()->isVisible());
    QVERIFY2(banner()->text().contains(u"cannot be restored") && banner()->text().contains(u"1 file is not there") &&
                 banner()->text().contains(u"1 file does not have the length"),
             qPrintable(banner()->text()));
    // The worst first, and the banner leads there.
    emit banner()->actionRequested();
    QCOMPARE(m_page->part(), SnapshotPage::Files);
    QCOMPARE(column(SnapshotPage::Files, FileSheet::FoundColumn), QStringList({u"Missing"_s, u"Too short"_s}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::PathColumn),
             QStringList({u"file:"_s + path(u"cp/0123/shared/ff"_s), u"0a1b"_s}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::PlaceColumn),
             QStringList({path(u"cp/0123/shared/ff"_s), path(u"cp/0123/chk-7/0a1b"_s)}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::BytesColumn), QStringList({u"40 B"_s, u"100 B"_s}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::ActualColumn), QStringList({u"–"_s, u"5 B"_s}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::SharedColumn), QStringList({u"shared"_s, u"–"_s}));
    QCOMPARE(m_page->listing(SnapshotPage::Files).table().currentIndex().row(), 0);
}

void TestSnapshotPage::tellsWhatCouldNotBeLookedAt()
{
    const QByteArray far = bytes::op(3, {.coordinator = bytes::file(u"s3://bucket/cp/1"_s, 10)});
    open(write(u"far/_metadata"_s, bytes::metadata(3, {far})));
    QCOMPARE(badge()->health(), base::Health::Unknown);
    QCOMPARE(badge()->text(), u"1 not checked"_s);
    QVERIFY2(banner()->text().contains(u"'s3'"), qPrintable(banner()->text()));
    const QStringList found = column(SnapshotPage::Files, FileSheet::FoundColumn);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found, QStringList(found.size(), u"Not checked"_s));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::PlaceColumn), QStringList(found.size(), u"–"_s));
}

void TestSnapshotPage::aMappingSaysWhereStorageLies()
{
    const QByteArray far = bytes::op(3, {.coordinator = bytes::file(u"s3://bucket/cp/1"_s, 10)});
    write(u"mount/cp/1"_s, QByteArray(10, 'x'));
    open(write(u"far/_metadata"_s, bytes::metadata(3, {far})));
    QCOMPARE(badge()->health(), base::Health::Unknown);
    auto* mapping = m_page->findChild<QLineEdit*>(u"mapping"_s);
    QVERIFY(mapping->isVisible());
    QVERIFY(!mapping->accessibleName().isEmpty());
    QPushButton* look = nullptr;
    for (auto* one : m_page->findChildren<QPushButton*>()) {
        if (one->text() == u"Look there")
            look = one;
    }
    QVERIFY(look);
    mapping->setFocus();
    QTest::keyClicks(mapping, u"s3://bucket"_s);
    QVERIFY(!look->isEnabled());
    QVERIFY(!look->toolTip().isEmpty());
    QTest::keyClicks(mapping, u"="_s + path(u"mount"_s));
    QVERIFY(look->isEnabled());
    QTest::keyClick(mapping, Qt::Key_Return);
    settle();
    QCOMPARE(badge()->health(), base::Health::Healthy);
    QVERIFY(column(SnapshotPage::Files, FileSheet::PlaceColumn).contains(path(u"mount/cp/1"_s)));
    // Without it nobody knows again.
    mapping->clear();
    QTest::mouseClick(look, Qt::LeftButton);
    settle();
    QCOMPARE(badge()->health(), base::Health::Unknown);
    // What is beside its snapshot needs none.
    open(recorded(u"1.20-savepoint-native"_s));
    QVERIFY(!m_page->findChild<QLineEdit*>(u"mapping"_s)->isVisible());
}

void TestSnapshotPage::tellsWhatLiesElsewhere()
{
    QVERIFY(QDir(m_folder->path()).rename(u"cp"_s, u"copy"_s));
    open(path(u"copy/0123/chk-7"_s));
    QCOMPARE(badge()->health(), base::Health::AtRisk);
    QVERIFY(banner()->text().contains(u"1 file lies beside the snapshot"));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::FoundColumn), QStringList({u"Elsewhere"_s, u"There"_s}));
    QCOMPARE(column(SnapshotPage::Files, FileSheet::PlaceColumn).first(), path(u"copy/0123/shared/ff"_s));
}

void TestSnapshotPage::aDamagedFileTellsWhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    const QByteArray whole = support::recordedMetadata(u"1.20-savepoint-canonical"_s);
    QByteArray flipped = whole;
    flipped[20] = '\x7f'; // the number of operators
    QByteArray newer = whole;
    newer[7] = '\x63';
    QTest::newRow("cut off in the header") << whole.first(10) << u"byte 10"_s;
    QTest::newRow("cut off in the middle") << whole.first(700) << u"byte "_s;
    QTest::newRow("cut off at the end") << whole.chopped(3) << u"byte "_s;
    QTest::newRow("flipped") << flipped << u"At byte 20"_s;
    QTest::newRow("of a newer Flink") << newer << u"version 99"_s;
    QTest::newRow("foreign") << QByteArray("apiVersion: v1\n") << u"no metadata of a Flink snapshot"_s;
    QTest::newRow("empty") << QByteArray() << u"byte 0"_s;
}

void TestSnapshotPage::aDamagedFileTellsWhere()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    open(QFileInfo(write(u"savepoint-1/_metadata"_s, content)).path());
    QVERIFY(problem());
    QCOMPARE(problem()->kind(), widgets::EmptyState::Kind::Unreadable);
    QVERIFY2(problem()->sentence().contains(told), qPrintable(problem()->sentence()));
    QCOMPARE(badge()->text(), u"Unreadable"_s);
    QCOMPARE(m_page->title(), u"savepoint-1"_s);
    QVERIFY(!banner()->isVisible());
    // Mended meanwhile.
    write(u"savepoint-1/_metadata"_s, support::recordedMetadata(u"1.20-savepoint-canonical"_s));
    emit problem()->actionRequested();
    settle();
    QVERIFY(!problem());
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 5);
}

void TestSnapshotPage::whatIsNoSnapshotIsTold()
{
    open(path(u"nowhere"_s));
    QVERIFY(problem()->sentence().contains(u"nothing is there"));
    QVERIFY(QDir(m_folder->path()).mkdir(u"chk-9"_s));
    open(path(u"chk-9"_s));
    QVERIFY(problem()->sentence().contains(u"holds no _metadata"));
}

void TestSnapshotPage::readingAgainSeesWhatHasChanged()
{
    open(m_snapshot);
    QSignalSpy changes(m_page.get(), &SnapshotPage::changed);
    write(u"cp/0123/chk-7/_metadata"_s, support::recordedMetadata(u"2.2-savepoint-native"_s));
    m_page->reload();
    m_page->reload(); // while it reads
    settle();
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 5);
    QCOMPARE(rows(SnapshotPage::Files)->rowCount(), 0);
    QVERIFY(!changes.isEmpty());
    m_page->setPart(SnapshotPage::Files);
    QVERIFY2(problem()->sentence().contains(u"no other file"), qPrintable(problem()->sentence()));
    QVERIFY(QFile::remove(m_snapshot + u"/_metadata"_s));
    m_page->reload();
    settle();
    QCOMPARE(problem()->kind(), widgets::EmptyState::Kind::Unreadable);
}

void TestSnapshotPage::rowsStayWhenNothingHasChanged()
{
    open(m_snapshot);
    m_page->setPart(SnapshotPage::Files);
    auto& table = m_page->listing(SnapshotPage::Files).table();
    table.selectRow(1);
    const QSignalSpy removed(rows(SnapshotPage::Files), &QAbstractItemModel::rowsRemoved);
    const QString chosen = table.currentIndex().siblingAtColumn(FileSheet::PathColumn).data().toString();
    m_page->reload();
    settle();
    QCOMPARE(removed.count(), 0);
    QCOMPARE(table.currentIndex().siblingAtColumn(FileSheet::PathColumn).data().toString(), chosen);
}

void TestSnapshotPage::comparesWithAnother()
{
    open(recorded(u"1.20-checkpoint-hashmap"_s));
    m_page->compareWith(recorded(u"1.20-savepoint-native"_s));
    QCOMPARE(m_page->part(), SnapshotPage::Comparison);
    settle();
    QCOMPARE(column(SnapshotPage::Comparison, ChangeSheet::ChangeColumn), QStringList(5, u"Parallelism"_s));
    QCOMPARE(column(SnapshotPage::Comparison, ChangeSheet::ParallelismColumn), QStringList(5, u"1 → 2"_s));
    const auto verdict = [this] {
        for (const auto* each : m_page->findChildren<widgets::Banner*>()) {
            if (each->isVisible())
                return each->text();
        }
        return QString();
    };
    QVERIFY2(verdict().contains(u"either can be restored") && verdict().contains(u"Files in both: 0 (0 B)"),
             qPrintable(verdict()));
    m_page->compareWith(m_snapshot);
    settle();
    QStringList changed = column(SnapshotPage::Comparison, ChangeSheet::ChangeColumn);
    QCOMPARE(changed.size(), 8);
    QCOMPARE(changed.first(), u"Only here"_s);
    QCOMPARE(changed.last(), u"Only there"_s);
    QVERIFY(verdict().contains(u"allowNonRestoredState"));
    // It is compared anew with what is read anew.
    write(u"cp/0123/chk-7/_metadata"_s, support::recordedMetadata(u"1.20-checkpoint-hashmap"_s));
    m_page->reload();
    settle();
    QCOMPARE(column(SnapshotPage::Comparison, ChangeSheet::ChangeColumn), QStringList(5, u"Same"_s));
}

void TestSnapshotPage::anotherThatCannotBeReadIsTold()
{
    open(m_snapshot);
    m_page->setPart(SnapshotPage::Comparison);
    QCOMPARE(problem()->kind(), widgets::EmptyState::Kind::None);
    QSignalSpy wanted(m_page.get(), &SnapshotPage::otherWanted);
    emit problem()->actionRequested();
    QCOMPARE(wanted.count(), 1);
    m_page->compareWith(write(u"other/_metadata"_s, "nonsense"));
    settle();
    QCOMPARE(problem()->kind(), widgets::EmptyState::Kind::Unreadable);
    QVERIFY(problem()->sentence().contains(u"no metadata of a Flink snapshot"));
    emit problem()->actionRequested();
    QCOMPARE(wanted.count(), 2);
    // The page's own is as it was.
    m_page->setPart(SnapshotPage::Operators);
    QVERIFY(!problem());
}

void TestSnapshotPage::sortsByAnyColumn_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<int>("column");
    for (int each = OperatorSheet::NameColumn; each <= OperatorSheet::StatesColumn; ++each)
        QTest::addRow("operators %d", each) << int(SnapshotPage::Operators) << each;
    for (int each = FileSheet::FoundColumn; each <= FileSheet::SharedColumn; ++each)
        QTest::addRow("files %d", each) << int(SnapshotPage::Files) << each;
    for (int each = ChangeSheet::ChangeColumn; each <= ChangeSheet::GrowthColumn; ++each)
        QTest::addRow("changes %d", each) << int(SnapshotPage::Comparison) << each;
}

void TestSnapshotPage::sortsByAnyColumn()
{
    QFETCH(int, part);
    QFETCH(int, column);
    const auto shown = SnapshotPage::Part(part);
    open(recorded(u"2.2-checkpoint-rocksdb-incremental-later"_s));
    m_page->compareWith(m_snapshot);
    settle();
    m_page->setPart(shown);
    auto& listing = m_page->listing(shown);
    auto& sheet =
        dynamic_cast<snapshots::Sheet&>(*qobject_cast<QSortFilterProxyModel*>(listing.table().model())->sourceModel());
    const auto order = [&] {
        QList<int> sources;
        for (int row = 0; row < rows(shown)->rowCount(); ++row)
            sources.append(
                qobject_cast<QSortFilterProxyModel*>(rows(shown))->mapToSource(rows(shown)->index(row, 0)).row());
        return sources;
    };
    listing.sort(column, Qt::AscendingOrder);
    const QList<int> ascending = order();
    for (qsizetype i = 1; i < ascending.size(); ++i)
        QVERIFY(!sheet.isLess(column, ascending[i], ascending[i - 1]));
    // By the key, the other way round.
    listing.table().setCurrentIndex(rows(shown)->index(0, column));
    listing.table().setFocus();
    QTest::keyClick(&listing.table(), Qt::Key_S);
    const QList<int> descending = order();
    for (qsizetype i = 1; i < descending.size(); ++i)
        QVERIFY(!sheet.isLess(column, descending[i - 1], descending[i]));
}

void TestSnapshotPage::filtersAllParts()
{
    open(m_snapshot);
    auto* search = m_page->findChild<widgets::SearchField*>();
    search->setText(u"COUNT words"_s);
    QCOMPARE(column(SnapshotPage::Operators, OperatorSheet::NameColumn), QStringList(u"count"_s));
    search->setText(u"splits"_s);
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 1);
    search->setText(u"shared/ff there"_s);
    QCOMPARE(rows(SnapshotPage::Files)->rowCount(), 1);
    QCOMPARE(problem()->kind(), widgets::EmptyState::Kind::Filtered);
    emit problem()->actionRequested();
    QCOMPARE(search->text(), QString());
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 3);
}

void TestSnapshotPage::theKeyboardReachesEverything()
{
    open(m_snapshot);
    m_page->setFocus();
    auto& operators = m_page->listing(SnapshotPage::Operators).table();
    QVERIFY(operators.hasFocus());
    QTest::keyClick(&operators, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_page->part(), SnapshotPage::Files);
    auto& files = m_page->listing(SnapshotPage::Files).table();
    QTRY_VERIFY(files.hasFocus());
    QTest::keyClick(&files, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_page->part(), SnapshotPage::Comparison);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_page->part(), SnapshotPage::Files);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(operators.hasFocus());
    QTest::keyClick(&operators, Qt::Key_Slash);
    auto* search = m_page->findChild<widgets::SearchField*>();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"sink"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(operators.hasFocus());
    QCOMPARE(rows(SnapshotPage::Operators)->rowCount(), 1);
    QSignalSpy wanted(m_page.get(), &SnapshotPage::otherWanted);
    QTest::keyClick(&operators, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    // Tab goes round through every control.
    QSet<QWidget*> reached;
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (auto* button : m_page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
            QVERIFY2(reached.contains(button), qPrintable(button->accessibleName() + button->text()));
    }
    QVERIFY(reached.contains(m_page->findChild<QTabBar*>()));
    for (const auto part : {SnapshotPage::Operators, SnapshotPage::Files, SnapshotPage::Comparison})
        QVERIFY(!m_page->listing(part).table().accessibleName().isEmpty());
}

void TestSnapshotPage::copiesWhatIsExact()
{
    open(m_snapshot);
    auto& operators = m_page->listing(SnapshotPage::Operators).table();
    operators.setFocus();
    operators.selectRow(0);
    operators.copyRows(widgets::CopyForm::Text);
    const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.value(OperatorSheet::NameColumn), u"count"_s);
    QCOMPARE(cells.value(OperatorSheet::IdColumn), QString(u"61"_s).repeated(16));
    QCOMPARE(cells.value(OperatorSheet::StateColumn), u"154"_s);
    QCOMPARE(cells.value(OperatorSheet::KeyedColumn), u"45"_s);
    QCOMPARE(cells.value(OperatorSheet::StatesColumn), u"splits"_s);
    const QModelIndex keyed = rows(SnapshotPage::Operators)->index(0, OperatorSheet::KeyedColumn);
    QCOMPARE(keyed.data().toString(), u"45 B in 1"_s);
    QCOMPARE(keyed.data(Qt::ToolTipRole).toString(), u"45 bytes in 1 handle"_s);
    // One without a name is known by its id, and that it had ended is told.
    m_page->listing(SnapshotPage::Operators).sort(OperatorSheet::IdColumn, Qt::AscendingOrder);
    const QModelIndex last = rows(SnapshotPage::Operators)->index(2, OperatorSheet::NameColumn);
    QCOMPARE(last.data().toString(), QString(u"63"_s).repeated(16));
    QCOMPARE(last.data(widgets::cell::SecondaryRole).toString(), u"finished"_s);
    QTest::keyClick(&operators, Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"count"_s);
}

void TestSnapshotPage::longPathsAreWholeInTheTooltip()
{
    const QString place = u"s3://bucket/"_s + QString(u"very-long-folder/"_s).repeated(30) + u"0a1b-\u202e"_s;
    const QByteArray operators = bytes::op(3, {.coordinator = bytes::file(place, 10)});
    open(QFileInfo(write(u"long/_metadata"_s, bytes::metadata(3, {operators}))).path());
    const QModelIndex path = rows(SnapshotPage::Files)->index(0, FileSheet::PathColumn);
    QVERIFY(path.data(Qt::ToolTipRole).toString().startsWith(place.chopped(1)));
    QVERIFY(path.data(Qt::ToolTipRole).toString().endsWith(u"⟨U+202E⟩"));
    QCOMPARE(path.data(widgets::cell::ExactRole).toString(), place);
}

void TestSnapshotPage::tellsDetailsOfTheCurrentRow()
{
    open(m_snapshot);
    QSignalSpy told(m_page.get(), &SnapshotPage::detailsChanged);
    QCOMPARE(m_page->subject(), u"count"_s);
    QVERIFY(m_page->details().contains({u"Operator state"_s, u"splits (list, split among subtasks)"_s}));
    m_page->setPart(SnapshotPage::Files);
    QVERIFY(!told.isEmpty());
    QCOMPARE(m_page->subject(), u"0a1b"_s);
    QVERIFY(m_page->details().contains({u"Actual size"_s, u"100 bytes"_s}));
    m_page->setPart(SnapshotPage::Comparison);
    QVERIFY(m_page->details().isEmpty());
    QCOMPARE(m_page->subject(), u"chk-7"_s);
}

void TestSnapshotPage::speaksKorean()
{
    QVERIFY(QFile::remove(path(u"cp/0123/shared/ff"_s)));
    open(m_snapshot);
    m_languages->use(settings::Preferences::Language::Korean);
    QCoreApplication::sendPostedEvents();
    settle();
    QCOMPARE(badge()->text(), u"1개 없음"_s);
    QVERIFY(banner()->text().contains(u"이대로 복원할 수 없습니다"));
    QCOMPARE(rows(SnapshotPage::Operators)->headerData(OperatorSheet::NameColumn, Qt::Horizontal).toString(),
             u"연산자"_s);
    QCOMPARE(column(SnapshotPage::Files, FileSheet::FoundColumn), QStringList({u"없음"_s, u"있음"_s}));
    m_page->setPart(SnapshotPage::Files);
    open(write(u"damaged/_metadata"_s, support::recordedMetadata(u"1.20-savepoint-canonical"_s).first(300)));
    QVERIFY2(problem()->sentence().contains(u"메타데이터"), qPrintable(problem()->sentence()));
}

void TestSnapshotPage::nothingIsCutInLargeLetters()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(2 * usual.pointSizeF());
    QApplication::setFont(large);
    QVERIFY(QFile::remove(path(u"cp/0123/shared/ff"_s)));
    open(m_snapshot);
    for (auto* button : m_page->findChildren<QPushButton*>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
    for (const auto* label : m_page->findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    m_page.reset();
    QApplication::setFont(usual);
}

QTEST_MAIN(TestSnapshotPage)
#include "tst_snapshotpage.moc"
