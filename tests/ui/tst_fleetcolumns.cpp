#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/fleet/columnmenu.h"
#include "ui/fleet/fleetpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fleet::Column;
using fleet::SortKey;

namespace {

constexpr int patience = 20'000;

QAction* entryOf(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.findChildren<QAction*>()) {
        if (action->text().section(u'\t', 0, 0) == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestFleetColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anyLabelOfTheFleetBecomesAColumn();
    void rowsSortByALabelAndThoseWithoutItComeLast();
    void aHostileLabelIsShownSafely();
    void labelColumnsAreRemembered();
    void theHeaderWritesItsFilterIntoTheField();
    void theMenuOfACellFiltersByItsValue();
    void shiftAndAClickSortsByOneMore();
    void theKeyboardSorts();
    void theFirstColumnsStayWhenTheOthersScroll();
    void widthsOrderAndVisibilityAreRemembered();

private:
    std::unique_ptr<fleet::FleetPage> page(QSize size = {1200, 500});

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    support::SampleConnections m_sample;
    std::unique_ptr<flink::Connection> m_connection;
};

void TestFleetColumns::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_fleetcolumns"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
    m_connection = m_sample.open(u"sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->deployments()->isComplete(), patience);
}

void TestFleetColumns::init()
{
    support::keepClean();
    QSettings().clear();
}

std::unique_ptr<fleet::FleetPage> TestFleetColumns::page(QSize size)
{
    auto result = std::make_unique<fleet::FleetPage>();
    result->resize(size);
    result->addConnection(*m_connection);
    result->show();
    return result;
}

void TestFleetColumns::anyLabelOfTheFleetBecomesAColumn()
{
    const auto page = this->page();
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    const QAbstractItemModelTester tester(&page->model());
    auto* table = page->findChild<widgets::ObjectTable*>();
    QMenu menu;
    table->fillColumnsMenu(&menu);
    QAction* team = entryOf(menu, u"team"_s);
    QVERIFY(team && team->isCheckable() && !team->isChecked());
    team->trigger();
    QCOMPARE(page->model().labelColumns(), QStringList{u"team"_s});
    const int section = page->model().sectionOf({Column::Label, Qt::AscendingOrder, u"team"_s});
    QCOMPARE(section, int(fleet::columnCount));
    QCOMPARE(page->model().headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(), u"team"_s);
    QVERIFY(!table->isColumnHidden(section));
    for (int row = 0; row < page->model().rowCount(); ++row)
        QVERIFY(!page->model().index(row, section).data().toString().isEmpty());
    team->trigger();
    QCOMPARE(page->model().columnCount(), int(fleet::columnCount));
    page->removeConnection(*m_connection);
}

void TestFleetColumns::rowsSortByALabelAndThoseWithoutItComeLast()
{
    fleet::FleetModel model;
    const QAbstractItemModelTester tester(&model);
    QList<fleet::Row> rows(4);
    const QStringList teams{u"ops"_s, u""_s, u"pay"_s, u"ads"_s};
    for (int i = 0; i < 4; ++i) {
        rows[i].name = u"job-%1"_s.arg(i);
        rows[i].key = {u"context:a"_s, {u"ns"_s, rows[i].name}};
        if (!teams.at(i).isEmpty())
            rows[i].labels.insert(u"team"_s, teams.at(i));
    }
    model.apply(rows, {});
    model.setLabelColumns({u"tier"_s, u"team"_s});
    const auto shown = [&model] {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, fleet::columnCount + 1).data().toString());
        return names;
    };
    model.setSort({{Column::Label, Qt::AscendingOrder, u"team"_s}});
    QCOMPARE(shown(), (QStringList{u"ads"_s, u"ops"_s, u"pay"_s, u"–"_s}));
    model.setSort({{Column::Label, Qt::DescendingOrder, u"team"_s}});
    QCOMPARE(shown(), (QStringList{u"pay"_s, u"ops"_s, u"ads"_s, u"–"_s}));
    // A column that goes leaves the others, and the order, as they are.
    const QPersistentModelIndex team = model.index(0, fleet::columnCount + 1);
    model.setLabelColumns({u"team"_s});
    QCOMPARE(team.column(), int(fleet::columnCount));
    rows[3].labels[u"team"_s] = u"zoo"_s;
    model.apply({rows.at(3)}, {});
    QCOMPARE(model.rowAt(0).name, u"job-3"_s);
}

void TestFleetColumns::aHostileLabelIsShownSafely()
{
    fleet::FleetModel model;
    fleet::Row row;
    row.name = u"a"_s;
    row.labels.insert(u"<b>\u202E"_s, u"\u001b[31m"_s + QString(100'000, u'x'));
    model.apply({row}, {});
    QCOMPARE(model.labelKeys().size(), 1);
    model.setLabelColumns({model.labelKeys().first().text});
    const QModelIndex cell = model.index(0, fleet::columnCount);
    for (const int role : {int(Qt::DisplayRole), int(widgets::cell::ExactRole), int(Qt::ToolTipRole)}) {
        const QString text = cell.data(role).toString();
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202E)) && text.size() < 2'100);
    }
    QVERIFY(!Qt::mightBeRichText(cell.data().toString()));
    QVERIFY(!model.headerData(fleet::columnCount, Qt::Horizontal, Qt::DisplayRole).toString().contains(QChar(0x202E)));
}

void TestFleetColumns::labelColumnsAreRemembered()
{
    {
        const auto page = this->page();
        auto* menu = page->findChild<fleet::ColumnMenu*>();
        emit menu->labelsWanted({u"team"_s, u"tier"_s});
        page->removeConnection(*m_connection);
    }
    const auto page = this->page();
    QCOMPARE(page->model().labelColumns(), (QStringList{u"team"_s, u"tier"_s}));
    page->removeConnection(*m_connection);
}

void TestFleetColumns::theHeaderWritesItsFilterIntoTheField()
{
    const auto page = this->page();
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    auto* columns = page->findChild<fleet::ColumnMenu*>();
    page->setFilterText(u"settle"_s);
    QMenu menu;
    columns->fillForHeader(&menu, int(Column::Owner), page->filterText());
    QVERIFY(!entryOf(menu, u"Filter by it no longer"_s));
    QVERIFY(entryOf(menu, u"Argo CD"_s));
    entryOf(menu, u"Argo CD"_s)->trigger();
    QCOMPARE(page->filterText(), u"settle owner:\"Argo CD\""_s);
    QVERIFY(page->model().rowCount() > 0 && page->model().rowCount() < 33);
    QMenu again;
    columns->fillForHeader(&again, int(Column::Owner), page->filterText());
    QVERIFY(entryOf(again, u"Filter by it no longer"_s));
    entryOf(again, u"Filter by it no longer"_s)->trigger();
    QCOMPARE(page->filterText(), u"settle"_s);
    QMenu ages;
    columns->fillForHeader(&ages, int(Column::CheckpointAge), {});
    QVERIFY(entryOf(ages, u"more than 10m"_s));
    entryOf(ages, u"more than 10m"_s)->trigger();
    QCOMPARE(page->filterText(), u"ckpt-age>10m"_s);
    page->removeConnection(*m_connection);
}

void TestFleetColumns::theMenuOfACellFiltersByItsValue()
{
    const auto page = this->page();
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    auto* table = page->findChild<widgets::ObjectTable*>();
    int row = 0;
    while (page->model().rowAt(row).owner != u"Flux")
        ++row;
    QMenu menu;
    emit table->contextMenuFilled(&menu, row, int(Column::Owner));
    QVERIFY(entryOf(menu, u"Leave out “Flux”"_s));
    entryOf(menu, u"Leave out “Flux”"_s)->trigger();
    QCOMPARE(page->filterText(), u"-owner:Flux"_s);
    for (int i = 0; i < page->model().rowCount(); ++i)
        QVERIFY(page->model().rowAt(i).owner != u"Flux");
    page->removeConnection(*m_connection);
}

void TestFleetColumns::shiftAndAClickSortsByOneMore()
{
    const auto page = this->page();
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    auto* header = page->findChild<widgets::TableHeader*>();
    const auto click = [header](Column column, Qt::KeyboardModifiers modifiers) {
        const int x = header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, {x, header->height() / 2});
    };
    click(Column::Owner, Qt::NoModifier);
    QCOMPARE(page->model().sortKeys(), (QList<SortKey>{{Column::Owner, Qt::AscendingOrder}}));
    click(Column::Deployment, Qt::ShiftModifier);
    click(Column::Deployment, Qt::ShiftModifier);
    QCOMPARE(page->model().sortKeys(),
             (QList<SortKey>{{Column::Owner, Qt::AscendingOrder}, {Column::Deployment, Qt::DescendingOrder}}));
    // Those who cannot see the arrows hear of the order.
    const auto heard = [&page](Column column) {
        return page->model().headerData(int(column), Qt::Horizontal, Qt::AccessibleTextRole).toString();
    };
    QVERIFY(heard(Column::Deployment).contains(u"descending") && heard(Column::Deployment).contains(u'2'));
    QCOMPARE(heard(Column::Flink), u"Flink"_s);
    click(Column::Deployment, Qt::ShiftModifier);
    QCOMPARE(page->model().sortKeys().size(), 1);
    page->removeConnection(*m_connection);
}

void TestFleetColumns::theKeyboardSorts()
{
    const auto page = this->page();
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    auto* table = page->findChild<widgets::ObjectTable*>();
    page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    table->setFocus();
    table->setCurrentIndex(page->model().index(0, int(Column::Restarts)));
    QTest::keyClick(table, Qt::Key_S);
    QCOMPARE(page->model().sortKeys(), (QList<SortKey>{{Column::Restarts, Qt::AscendingOrder}}));
    table->setCurrentIndex(page->model().index(0, int(Column::Owner)));
    QTest::keyClick(table, Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(page->model().sortKeys().size(), 2);
    page->removeConnection(*m_connection);
}

void TestFleetColumns::theFirstColumnsStayWhenTheOthersScroll()
{
    const auto page = this->page({1000, 500});
    QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), 33, patience);
    auto* table = page->findChild<widgets::ObjectTable*>();
    auto* header = page->findChild<widgets::TableHeader*>();
    emit page->findChild<fleet::ColumnMenu*>()->labelsWanted({u"team"_s, u"tier"_s});
    QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
    const int width = table->columnWidth(0) + table->columnWidth(1);
    const QImage before = table->viewport()->grab({0, 0, width - 1, 200}).toImage();
    const QImage headBefore = header->viewport()->grab({0, 0, width - 1, header->height()}).toImage();
    QVERIFY(header->frozenSections().isEmpty());
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    QCOMPARE(header->frozenSections(), (QList<int>{0, 1}));
    QCOMPARE(table->viewport()->grab({0, 0, width - 1, 200}).toImage(), before);
    QCOMPARE(header->viewport()->grab({0, 0, width - 1, header->height()}).toImage(), headBefore);
    // What is painted there is found there.
    const QPoint inName(table->columnWidth(0) + 10, 10);
    QCOMPARE(table->indexAt(inName), page->model().index(0, 1));
    QVERIFY(table->visualRect(page->model().index(0, 1)).contains(inName));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, inName);
    QCOMPARE(table->currentIndex(), page->model().index(0, 1));
    QCOMPARE(table->horizontalScrollBar()->value(), table->horizontalScrollBar()->maximum());
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {inName.x(), 10});
    QCOMPARE(page->model().sortKeys().first().column, Column::Deployment);
    // A cell the keyboard comes to is not left beneath them.
    table->setCurrentIndex(page->model().index(0, int(Column::Context)));
    QVERIFY(table->visualRect(table->currentIndex()).left() >= header->frozenWidth());
    page->removeConnection(*m_connection);
}

void TestFleetColumns::widthsOrderAndVisibilityAreRemembered()
{
    {
        const auto page = this->page();
        auto* table = page->findChild<widgets::ObjectTable*>();
        emit page->findChild<fleet::ColumnMenu*>()->labelsWanted({u"team"_s});
        table->setColumnWidth(fleet::columnCount, 177);
        table->setColumnWidth(int(Column::Owner), 133);
        table->chooseColumn(int(Column::Flink), false);
        table->header()->moveSection(table->header()->visualIndex(fleet::columnCount), 2);
        page->removeConnection(*m_connection);
    }
    const auto page = this->page();
    auto* table = page->findChild<widgets::ObjectTable*>();
    QCOMPARE(table->columnWidth(fleet::columnCount), 177);
    QCOMPARE(table->columnWidth(int(Column::Owner)), 133);
    QVERIFY(table->isColumnHidden(int(Column::Flink)));
    QVERIFY(table->isColumnHidden(int(Column::Lifecycle)));
    QCOMPARE(table->header()->visualIndex(fleet::columnCount), 2);
    page->removeConnection(*m_connection);
}

QTEST_MAIN(TestFleetColumns)

#include "tst_fleetcolumns.moc"
