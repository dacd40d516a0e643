#include "tests/support/hygiene.h"
#include "ui/fleet/fleetpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fleet::Column;
using fleet::Row;
using fleet::RowKey;

namespace {

constexpr int count = 300;

/// All rows with checkpoints that have just completed, in another order each time.
QList<Row> rowsOf(qint64 nowMs, QRandomGenerator& random)
{
    QList<Row> rows;
    for (int i = 0; i < count; ++i) {
        Row row;
        row.name = u"job-%1"_s.arg(i, 3, 10, QChar(u'0'));
        row.key = {u"context:a"_s, {u"ns"_s, row.name}};
        row.nameSpace = u"ns"_s;
        row.health = base::Health::Healthy;
        row.restSeenAt = nowMs;
        row.lastCheckpointAt = nowMs - 1000 - qint64(random.bounded(100'000'000));
        rows.append(row);
    }
    return rows;
}

} // namespace

class TestFleetHold : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theRowUnderThePointerStaysWhileAgesChange();
    void afterwardsRowsGoToTheirPlacesAndTheSelectionGoesAlong();
    void withoutAPointerTheSelectionAndTheCurrentRowStayTheSameDeployment();

private:
    RowKey keyAt(int y) const { return m_page->model().rowAt(m_table->rowAt(y)).key; }
    void change() { m_page->model().apply(rowsOf(m_now, m_random), {}); }
    void point(int y);
    bool isSorted() const;

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<fleet::FleetPage> m_page;
    widgets::ObjectTable* m_table = nullptr;
    QRandomGenerator m_random{11};
    qint64 m_now = 0;
};

void TestFleetHold::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_fleethold"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
}

void TestFleetHold::init()
{
    support::keepClean();
    m_now = QDateTime::currentMSecsSinceEpoch();
    m_page = std::make_unique<fleet::FleetPage>();
    m_page->resize(1200, 600);
    m_page->show();
    m_table = m_page->findChild<widgets::ObjectTable*>();
    fleet::SavedView oldest;
    oldest.sort = {{Column::CheckpointAge, Qt::DescendingOrder}};
    m_page->showView(oldest);
    change();
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() > 0);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
}

void TestFleetHold::point(int y)
{
    const QPoint where(300, y);
    QMouseEvent move(QEvent::MouseMove, where, m_table->viewport()->mapToGlobal(where), Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(m_table->viewport(), &move);
}

bool TestFleetHold::isSorted() const
{
    const fleet::FleetModel& model = m_page->model();
    for (int row = 1; row < model.rowCount(); ++row) {
        if (fleet::compare(model.rowAt(row - 1), model.rowAt(row), model.sortKeys()) > 0)
            return false;
    }
    return true;
}

void TestFleetHold::theRowUnderThePointerStaysWhileAgesChange()
{
    const int y = 200;
    point(y);
    const RowKey pointed = keyAt(y);
    const RowKey selected = keyAt(y + 60);
    m_table->selectRow(m_table->rowAt(y + 60));
    const int scrolled = m_table->verticalScrollBar()->value();
    for (int round = 0; round < 5; ++round) {
        const qint64 before = m_page->model().row(pointed)->lastCheckpointAt;
        change();
        QVERIFY(m_page->model().row(pointed)->lastCheckpointAt != before);
        QCOMPARE(keyAt(y), pointed);
        QCOMPARE(m_table->verticalScrollBar()->value(), scrolled);
        QCOMPARE(m_page->selectedRows(), QList<RowKey>{selected});
    }
    QVERIFY(m_page->model().waiting() > 0);
    QVERIFY(!isSorted());
}

void TestFleetHold::afterwardsRowsGoToTheirPlacesAndTheSelectionGoesAlong()
{
    const int y = 200;
    point(y);
    const RowKey selected = keyAt(y);
    m_table->selectRow(m_table->rowAt(y));
    change();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_table->viewport(), &leave);
    QVERIFY(isSorted());
    QCOMPARE(m_page->model().waiting(), 0);
    QCOMPARE(m_page->selectedRows(), QList<RowKey>{selected});
}

void TestFleetHold::withoutAPointerTheSelectionAndTheCurrentRowStayTheSameDeployment()
{
    const RowKey first = keyAt(50), second = keyAt(150);
    m_table->setCurrentIndex(m_page->model().index(m_table->rowAt(50), 0));
    m_table->selectionModel()->select(m_page->model().index(m_table->rowAt(150), 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    for (int round = 0; round < 5; ++round) {
        change();
        QVERIFY(isSorted());
        const QList<RowKey> selected = m_page->selectedRows();
        QCOMPARE(selected.size(), 2);
        QVERIFY(selected.contains(first) && selected.contains(second));
        QCOMPARE(m_page->selectedRow()->key, first);
    }
}

QTEST_MAIN(TestFleetHold)

#include "tst_fleethold.moc"
