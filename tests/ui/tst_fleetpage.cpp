#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/fleet/fleetpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Health;
using fleet::Column;

namespace {

constexpr int patience = 20'000;

/// What a test sees and does on the page.
struct Shown
{
    explicit Shown(fleet::FleetPage& page)
        : table(page.findChild<widgets::ObjectTable*>())
        , filter(page.findChild<widgets::SearchField*>())
        , empty(page.findChild<widgets::EmptyState*>())
        , model(page.model())
    {
    }

    QString text(int row, Column column) const { return model.index(row, int(column)).data().toString(); }
    int rowNamed(const QString& name) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.rowAt(row).name == name)
                return row;
        }
        return -1;
    }

    widgets::ObjectTable* table;
    widgets::SearchField* filter;
    widgets::EmptyState* empty;
    fleet::FleetModel& model;
};

} // namespace

class TestFleetPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();
    void showsEveryDeploymentTheMostUrgentFirst();
    void asksFlinkAboutRowsInView();
    void takesOverWhatIsKnownAlready();
    void aChangedObjectChangesItsRowAndNothingElse();
    void typingFiltersAndEscapeGivesAllBack();
    void aTileFiltersAndTheEmptyTableSaysHowToGoOn();
    void theKeyboardAloneOpensADeployment();
    void copiesNamesAndRows();
    void withoutAConnectionItOffersToConnect();
    void anUnreachableServerIsToldFromAnEmptyOne();
    void keepsItsRowsDatedWhenTheServerGoesAway();
    void case77_hostileNamesNeitherDeceiveNorBreakThePage();
    void case76_noTextOfAServerIsReadAsMarkup();

private:
    std::unique_ptr<fleet::FleetPage> page(QSize size = {1200, 700});

    support::SampleConnections m_sample;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<flink::Connection> m_connection;
};

void TestFleetPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
}

void TestFleetPage::cleanup()
{
    m_connection.reset();
}

std::unique_ptr<fleet::FleetPage> TestFleetPage::page(QSize size)
{
    auto result = std::make_unique<fleet::FleetPage>();
    result->resize(size);
    m_connection = m_sample.open(u"sample"_s, base::Environment::Production);
    result->addConnection(*m_connection);
    result->show();
    return result;
}

void TestFleetPage::showsEveryDeploymentTheMostUrgentFirst()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->deployments()->isComplete(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    for (int row = 1; row < shown.model.rowCount(); ++row)
        QVERIFY(shown.model.rowAt(row - 1).health <= shown.model.rowAt(row).health);
    int counted = 0;
    for (const widgets::Tile* tile : page->findChildren<widgets::Tile*>())
        counted += int(tile->count());
    QCOMPARE(counted, 33);
    page->removeConnection(*m_connection);
    QCOMPARE(shown.model.rowCount(), 0);
}

void TestFleetPage::asksFlinkAboutRowsInView()
{
    const auto page = this->page({1200, 2000});
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(shown.rowNamed(u"payment-authorize"_s) >= 0, patience);
    const auto row = [&]() -> const fleet::Row& { return shown.model.rowAt(shown.rowNamed(u"payment-authorize"_s)); };
    QTRY_VERIFY_WITH_TIMEOUT(row().lastCheckpointAt != 0, patience);
    QVERIFY(row().durations.size() > 1);
    QTRY_VERIFY_WITH_TIMEOUT(row().restarts.has_value(), patience);
    QVERIFY(row().flinkVersion.startsWith(u"1.20."));
    // The operator says STABLE, Flink says RESTARTING: the row shows that they disagree, and is not healthy.
    QTRY_VERIFY_WITH_TIMEOUT(shown.model.rowAt(shown.rowNamed(u"payment-settlement"_s)).sourcesDisagree, patience);
    QVERIFY(shown.model.rowAt(shown.rowNamed(u"payment-settlement"_s)).health != Health::Healthy);
    page->removeConnection(*m_connection);
}

// An endpoint is asked all the time: its jobs are known before the page asks, but not all that a judgement needs.
void TestFleetPage::takesOverWhatIsKnownAlready()
{
    m_connection = m_sample.openEndpoint();
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->observer()->view().jobs.isKnown(), patience);
    fleet::FleetPage page;
    page.resize(1200, 700);
    page.show();
    page.addConnection(*m_connection);
    const Shown shown(page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.model.rowAt(0).restSeenAt != 0 && !shown.model.rowAt(0).tentative, patience);
    page.removeConnection(*m_connection);
}

void TestFleetPage::aChangedObjectChangesItsRowAndNothingElse()
{
    const auto page = this->page({1200, 360});
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.table->verticalScrollBar()->maximum() > 0, patience);
    // The last row goes to the top of the table: all in view move down by one, and the view with them.
    const int bottom = shown.model.rowCount() - 1;
    const QString changed = shown.model.rowAt(bottom).name;
    shown.table->verticalScrollBar()->setValue(shown.table->verticalScrollBar()->maximum() / 2);
    const int middle = shown.table->rowAt(shown.table->viewport()->height() / 2);
    const fleet::RowKey selected = shown.model.rowAt(middle).key;
    shown.table->setSelectionMode(QAbstractItemView::SingleSelection);
    shown.table->selectionModel()->select(shown.model.index(middle, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const int height = shown.table->rowViewportPosition(middle);

    const QString nameSpace = shown.model.rowAt(shown.rowNamed(changed)).key.object.nameSpace;
    QJsonObject object = m_sample.server().object(u"sample"_s, u"FlinkDeployment"_s, nameSpace, changed);
    QVERIFY(!object.isEmpty());
    const QJsonObject original = object;
    QJsonObject status = object.value(u"status").toObject();
    status.insert(u"lifecycleState", u"FAILED"_s);
    QJsonObject job = status.value(u"jobStatus").toObject();
    job.insert(u"state", u"FAILED"_s);
    status.insert(u"jobStatus", job);
    object.insert(u"status", status);
    m_sample.server().change(u"sample"_s, object);

    QTRY_COMPARE_WITH_TIMEOUT(shown.text(shown.rowNamed(changed), Column::Lifecycle), u"FAILED"_s, patience);
    QCOMPARE(shown.table->selectionModel()->selectedRows().size(), 1);
    const int now = shown.table->selectionModel()->selectedRows().first().row();
    QCOMPARE(shown.model.rowAt(now).key, selected);
    QCOMPARE(shown.table->rowViewportPosition(now), height);
    QVERIFY(shown.rowNamed(changed) < now);
    m_sample.server().change(u"sample"_s, original);
    page->removeConnection(*m_connection);
}

void TestFleetPage::typingFiltersAndEscapeGivesAllBack()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    page->activateWindow();
    shown.table->setFocus();
    QTest::keyClick(shown.table, Qt::Key_Slash);
    QTRY_VERIFY(shown.filter->hasFocus());
    QTest::keyClicks(shown.filter, u"name:payment-*"_s);
    QTRY_VERIFY(shown.model.rowCount() < 33);
    QVERIFY(shown.rowNamed(u"payment-authorize"_s) >= 0);
    for (int row = 0; row < shown.model.rowCount(); ++row)
        QVERIFY(shown.model.rowAt(row).name.startsWith(u"payment-"));
    QTest::keyClick(shown.filter, Qt::Key_Escape);
    QTRY_COMPARE(shown.model.rowCount(), 33);

    QTest::keyClicks(shown.filter, u"colour:red"_s);
    const auto isTold = [&page] {
        const QList<QLabel*> labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel* label) { return label->isVisible() && label->text().contains(u"colour"); });
    };
    QTRY_VERIFY(isTold());
    QCOMPARE(shown.model.rowCount(), 33);
    page->removeConnection(*m_connection);
}

void TestFleetPage::aTileFiltersAndTheEmptyTableSaysHowToGoOn()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    for (widgets::Tile* tile : page->findChildren<widgets::Tile*>()) {
        if (tile->health() == Health::Suspended)
            tile->click();
    }
    QVERIFY(shown.model.rowCount() < 33);
    for (int row = 0; row < shown.model.rowCount(); ++row)
        QCOMPARE(shown.model.rowAt(row).health, Health::Suspended);
    page->setFilterText(u"no such thing"_s);
    QCOMPARE(shown.model.rowCount(), 0);
    QVERIFY(shown.empty->isVisible());
    QCOMPARE(shown.empty->kind(), widgets::EmptyState::Kind::Filtered);
    emit shown.empty->actionRequested();
    QCOMPARE(shown.model.rowCount(), 33);
    QVERIFY(shown.table->isVisible());
    page->removeConnection(*m_connection);
}

void TestFleetPage::theKeyboardAloneOpensADeployment()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    QSignalSpy opened(page.get(), &fleet::FleetPage::openRequested);
    shown.table->setFocus();
    shown.table->setCurrentIndex(shown.model.index(0, 1));
    QTest::keyClick(shown.table, Qt::Key_Down);
    QTest::keyClick(shown.table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    const fleet::RowKey key = shown.model.rowAt(shown.table->currentIndex().row()).key;
    QCOMPARE(opened.first().at(0).toString(), key.connection);
    QCOMPARE(opened.first().at(1).value<kube::ObjectKey>(), key.object);
    page->removeConnection(*m_connection);
}

void TestFleetPage::copiesNamesAndRows()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    const int row = shown.rowNamed(u"payment-authorize"_s);
    shown.table->setCurrentIndex(shown.model.index(row, int(Column::JobState)));
    QTest::keyClick(shown.table, Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text(), u"payment-authorize"_s);
    shown.table->selectRow(row);
    shown.table->copyRows(widgets::CopyForm::Json);
    const QJsonArray rows = QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).array();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().toObject().value(u"Deployment").toString(), u"payments/payment-authorize"_s);
    shown.table->clearSelection();
    shown.table->copyRows(widgets::CopyForm::Csv);
    QCOMPARE(QApplication::clipboard()->text().count(u"\r\n"_s), 34);
    page->removeConnection(*m_connection);
}

void TestFleetPage::withoutAConnectionItOffersToConnect()
{
    fleet::FleetPage page;
    page.show();
    const Shown shown(page);
    QVERIFY(shown.empty->isVisible());
    QCOMPARE(shown.empty->kind(), widgets::EmptyState::Kind::None);
    QSignalSpy wanted(&page, &fleet::FleetPage::connectRequested);
    emit shown.empty->actionRequested();
    QCOMPARE(wanted.count(), 1);
}

void TestFleetPage::anUnreachableServerIsToldFromAnEmptyOne()
{
    m_sample.server().interrupt();
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(shown.empty->isVisible(), patience);
    QCOMPARE(shown.empty->kind(), widgets::EmptyState::Kind::Unreachable);
    QVERIFY(m_sample.server().resume());
    emit shown.empty->actionRequested();
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    page->removeConnection(*m_connection);
}

void TestFleetPage::keepsItsRowsDatedWhenTheServerGoesAway()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    m_sample.server().interrupt();
    QTRY_VERIFY_WITH_TIMEOUT(shown.model.rowAt(0).stale, patience);
    QVERIFY(!shown.model.rowAt(0).staleReason.isEmpty());
    QVERIFY(m_sample.server().resume());
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.model.rowAt(0).stale, patience);
    page->removeConnection(*m_connection);
}

void TestFleetPage::case77_hostileNamesNeitherDeceiveNorBreakThePage()
{
    const auto page = this->page();
    const Shown shown(*page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    QJsonObject object =
        m_sample.server().object(u"sample"_s, u"FlinkDeployment"_s, u"payments"_s, u"payment-authorize"_s);
    QJsonObject metadata = object.value(u"metadata").toObject();
    const QString hostile = u"<img src=http://evil/>\u202Egnp.exe\u001b[31m"_s;
    metadata.insert(u"name", hostile);
    metadata.insert(u"uid", u"hostile"_s);
    metadata.insert(u"annotations", QJsonObject{{u"long"_s, QString(1024 * 1024, u'x')}});
    object.insert(u"metadata", metadata);
    QJsonObject spec = object.value(u"spec").toObject();
    spec.insert(u"image", QString(1024 * 1024, u'y'));
    object.insert(u"spec", spec);
    m_sample.server().change(u"sample"_s, object);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 34, patience);
    int found = 0;
    for (int row = 0; row < shown.model.rowCount(); ++row) {
        const QString name = shown.text(row, Column::Deployment);
        QVERIFY(!name.contains(QChar(0x202E)) && !name.contains(QChar(0x1b)));
        QVERIFY(name.size() <= 256);
        QVERIFY(shown.model.rowAt(row).image.size() <= 256);
        found += name.contains(u"⟨U+202E⟩") ? 1 : 0;
    }
    QCOMPARE(found, 1);
    QVERIFY(!page->grab().isNull());
    QVERIFY(m_sample.server().remove(u"sample"_s, u"FlinkDeployment"_s, u"payments"_s, hostile));
    QTRY_COMPARE_WITH_TIMEOUT(shown.model.rowCount(), 33, patience);
    page->removeConnection(*m_connection);
}

void TestFleetPage::case76_noTextOfAServerIsReadAsMarkup()
{
    const auto page = this->page();
    for (const QLabel* label : page->findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    page->removeConnection(*m_connection);
}

QTEST_MAIN(TestFleetPage)

#include "tst_fleetpage.moc"
