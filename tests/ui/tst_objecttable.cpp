#include "tests/support/hygiene.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestObjectTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theGlyphInTheCellUnderThePointerCopiesIt();
    void aClickBesideTheGlyphSelectsAsEver();
    void cellsWithoutATextHaveNoGlyph();
    void aColumnThatTakesHalfOfTheRoomIsNotFrozen();
    void aNarrowTableHidesWithoutForgetting();
    void theNumberOfASortKeyIsSeenInANarrowColumn();

private:
    void point(QPoint where);

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<widgets::ObjectTable> m_table;
};

void TestObjectTable::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_objecttable"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestObjectTable::init()
{
    support::keepClean();
    m_table.reset(); // it remembers its columns
    QSettings().clear();
    m_model = std::make_unique<QStandardItemModel>();
    m_model->setHorizontalHeaderLabels({u"Name"_s, u"State"_s, u"Id"_s});
    for (int row = 0; row < 5; ++row) {
        auto* exact = new QStandardItem(u"87c6…"_s);
        exact->setData(u"87c67fdf93b515b347e2de50360963b%1"_s.arg(row), widgets::cell::ExactRole);
        m_model->appendRow({new QStandardItem(u"job-%1"_s.arg(row)), new QStandardItem(QString()), exact});
    }
    m_table = std::make_unique<widgets::ObjectTable>(u"jobs"_s);
    m_table->setModel(m_model.get());
    m_table->setDefaultColumns({200, 100, 120});
    m_table->resize(500, 300);
    m_table->show();
}

void TestObjectTable::point(QPoint where)
{
    QMouseEvent move(QEvent::MouseMove, where, m_table->viewport()->mapToGlobal(where), Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(m_table->viewport(), &move);
}

void TestObjectTable::theGlyphInTheCellUnderThePointerCopiesIt()
{
    const QRect cell = m_table->visualRect(m_model->index(2, 2));
    const QPoint glyph(cell.right() - 10, cell.center().y());
    const QImage before = m_table->viewport()->grab(cell).toImage();
    point(glyph);
    QVERIFY(m_table->viewport()->grab(cell).toImage() != before);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, glyph);
    QCOMPARE(QApplication::clipboard()->text(), u"87c67fdf93b515b347e2de50360963b2"_s);
    QVERIFY(!m_table->selectionModel()->hasSelection());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_table->viewport(), &leave);
    QCOMPARE(m_table->viewport()->grab(cell).toImage(), before);
}

void TestObjectTable::aClickBesideTheGlyphSelectsAsEver()
{
    QApplication::clipboard()->setText(u"before"_s);
    const QPoint beside = m_table->visualRect(m_model->index(2, 2)).center();
    point(beside);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, beside);
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(m_table->selectedRowNumbers(), QList<int>{2});
}

void TestObjectTable::cellsWithoutATextHaveNoGlyph()
{
    QApplication::clipboard()->setText(u"before"_s);
    const QRect cell = m_table->visualRect(m_model->index(1, 1));
    const QPoint corner(cell.right() - 10, cell.center().y());
    point(corner);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, corner);
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(m_table->selectedRowNumbers(), QList<int>{1});
}

void TestObjectTable::aColumnThatTakesHalfOfTheRoomIsNotFrozen()
{
    m_table->setFrozenColumns(2);
    m_table->resize(300, 300);
    m_table->setColumnWidth(0, 100);
    m_table->setColumnWidth(1, 100);
    m_table->setColumnWidth(2, 300);
    m_table->header()->setOffset(50);
    QCOMPARE(m_table->header()->frozenSections(), QList<int>{0});
    m_table->setColumnWidth(0, 200);
    QVERIFY(m_table->header()->frozenSections().isEmpty());
}

void TestObjectTable::aNarrowTableHidesWithoutForgetting()
{
    m_table->chooseColumn(1, false);
    m_table->setFolded({2});
    QVERIFY(m_table->isColumnHidden(1) && m_table->isColumnHidden(2));
    QCOMPARE(m_table->wantedWidth(1), 0);
    QCOMPARE(m_table->wantedWidth(2), 120);
    m_table->setFolded({});
    QVERIFY(m_table->isColumnHidden(1) && !m_table->isColumnHidden(2));
    m_table->chooseColumn(1, true);
    QVERIFY(!m_table->isColumnHidden(1));
}

void TestObjectTable::theNumberOfASortKeyIsSeenInANarrowColumn()
{
    m_model->setHorizontalHeaderLabels({u"Name"_s, u"A long title of a column"_s, u"Id"_s});
    const auto picture = [this] {
        const int x = m_table->header()->sectionViewportPosition(1);
        return m_table->header()->viewport()->grab({x, 0, m_table->columnWidth(1), 20}).toImage();
    };
    m_table->header()->setSorted({{1, Qt::AscendingOrder}, {0, Qt::AscendingOrder}});
    const QImage first = picture();
    m_table->header()->setSorted({{0, Qt::AscendingOrder}, {1, Qt::AscendingOrder}});
    QVERIFY(picture() != first);
}

QTEST_MAIN(TestObjectTable)

#include "tst_objecttable.moc"
