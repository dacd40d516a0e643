#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/fleet/fleetpage.h"
#include "ui/fleet/viewbar.h"
#include "ui/fleet/viewnamedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using fleet::Column;
using fleet::SavedView;
using fleet::SavedViews;

namespace {

constexpr int patience = 20'000;

SavedView onCall()
{
    return {u"On call"_s,
            u"ctx:prod-* -owner:\"Argo CD\""_s,
            base::Health::AtRisk,
            {{Column::CheckpointAge, Qt::DescendingOrder}, {Column::Label, Qt::AscendingOrder, u"team"_s}},
            {u"logistics"_s, u"payments"_s}};
}

QStringList litChips(const fleet::FleetPage& page)
{
    QStringList lit;
    for (const widgets::Chip* chip : page.findChildren<widgets::Chip*>()) {
        if (chip->isVisible() && chip->isChecked())
            lit.append(chip->text());
    }
    return lit;
}

widgets::Chip* chipNamed(const fleet::FleetPage& page, const QString& name)
{
    for (widgets::Chip* chip : page.findChildren<widgets::Chip*>()) {
        if (chip->isVisible() && chip->text() == name)
            return chip;
    }
    return nullptr;
}

fleet::ViewNameDialog* nameDialog()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<fleet::ViewNameDialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestFleetViews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aViewSurvivesTheProgramAsItWas();
    void settingsThatWereTamperedWithLoseOnlyWhatCannotBeRead();
    void namesAreSafeAndOneOfAKind();
    void theFilterIsSavedUnderANameAndItsChipIsLit();
    void aChipBringsBackFilterTileOrderAndNamespaces();
    void allTakesTheFilterAwayAndLeavesTheOrder();
    void digitsOfTheTableChooseAView();
    void aViewIsRenamedSetAnewAndDeleted();
    void chipsWithoutRoomAreInTheMenu();

private:
    std::unique_ptr<fleet::FleetPage> page(QSize size = {1400, 700});
    void save(fleet::FleetPage& page, const QString& name);

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    support::SampleConnections m_sample;
    std::unique_ptr<flink::Connection> m_connection;
};

void TestFleetViews::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_fleetviews"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
    m_connection = m_sample.open(u"sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->deployments()->isComplete(), patience);
}

void TestFleetViews::init()
{
    support::keepClean();
    QSettings().clear();
}

std::unique_ptr<fleet::FleetPage> TestFleetViews::page(QSize size)
{
    auto result = std::make_unique<fleet::FleetPage>();
    result->resize(size);
    result->addConnection(*m_connection);
    result->show();
    return result;
}

void TestFleetViews::save(fleet::FleetPage& page, const QString& name)
{
    page.saveView();
    fleet::ViewNameDialog* dialog = nameDialog();
    QVERIFY(dialog);
    auto* field = dialog->findChild<QLineEdit*>();
    field->clear();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!nameDialog());
}

void TestFleetViews::aViewSurvivesTheProgramAsItWas()
{
    SavedViews().save(onCall());
    SavedView plain;
    plain.name = u"Payments"_s;
    plain.filter = u"ns:payments"_s;
    plain.sort = {{Column::Health, Qt::AscendingOrder}};
    SavedViews().save(plain);
    QCOMPARE(SavedViews().all(), (QList<SavedView>{onCall(), plain}));
}

void TestFleetViews::settingsThatWereTamperedWithLoseOnlyWhatCannotBeRead()
{
    SavedViews().save(onCall());
    QSettings settings;
    settings.beginWriteArray(u"fleet/views"_s, 100'000);
    settings.setArrayIndex(0);
    settings.setValue(u"sort"_s, QStringList{u"colour:asc"_s, u"restarts:desc"_s});
    settings.setValue(u"family"_s, u"purple"_s);
    settings.setArrayIndex(1);
    settings.setValue(u"filter"_s, u"a view without a name"_s);
    settings.endArray();
    const SavedViews views;
    QCOMPARE(views.all().size(), 1);
    QCOMPARE(views.all().first().sort, (QList<fleet::SortKey>{{Column::Restarts, Qt::DescendingOrder}}));
    QVERIFY(!views.all().first().family);
    QCOMPARE(views.all().first().filter, onCall().filter);
}

void TestFleetViews::namesAreSafeAndOneOfAKind()
{
    SavedViews views;
    SavedView view = onCall();
    view.name = u"  a\u202Eb \n c "_s;
    views.save(view);
    QVERIFY(!views.all().first().name.contains(QChar(0x202E)));
    view.filter = u"other"_s;
    views.save(view);
    QCOMPARE(views.all().size(), 1);
    QCOMPARE(views.all().first().filter, u"other"_s);
    view.name = u"   "_s;
    views.save(view);
    QCOMPARE(views.all().size(), 1);
    for (int i = 0; i < 200; ++i) {
        view.name = u"view %1"_s.arg(i);
        views.save(view);
    }
    QCOMPARE(views.all().size(), int(SavedViews::most));
    views.rename(u"view 1"_s, u"view 2"_s);
    QVERIFY(views.find(u"view 1"_s));
}

void TestFleetViews::theFilterIsSavedUnderANameAndItsChipIsLit()
{
    const auto page = this->page();
    QCOMPARE(litChips(*page), QStringList{u"All"_s});
    page->setFilterText(u"ns:payments"_s);
    QCOMPARE(litChips(*page), QStringList());
    save(*page, u"Pay & more"_s);
    QTRY_COMPARE(litChips(*page), QStringList{u"Pay && more"_s});
    page->setFilterText(u"ns:logistics"_s);
    QCOMPARE(litChips(*page), QStringList());
    page->setFilterText(u"ns:payments"_s);
    QCOMPARE(litChips(*page), QStringList{u"Pay && more"_s});
    QCOMPARE(SavedViews().all().size(), 1);
}

void TestFleetViews::aChipBringsBackFilterTileOrderAndNamespaces()
{
    SavedViews().save(onCall());
    const auto page = this->page();
    QSignalSpy wanted(page.get(), &fleet::FleetPage::nameSpacesWanted);
    chipNamed(*page, u"On call"_s)->click();
    QCOMPARE(page->filterText(), onCall().filter);
    QCOMPARE(page->model().filter().family, onCall().family);
    QCOMPARE(page->model().sortKeys(), onCall().sort);
    QCOMPARE(page->model().filter().nameSpaces, onCall().nameSpaces);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toStringList(), onCall().nameSpaces);
    QCOMPARE(litChips(*page), QStringList{u"On call"_s});
    page->setScope({}, {u"payments"_s});
    QCOMPARE(litChips(*page), QStringList());
    page->setScope({}, {u"payments"_s, u"logistics"_s});
    QCOMPARE(litChips(*page), QStringList{u"On call"_s});
    // Clicked again it stays what it is.
    chipNamed(*page, u"On call"_s)->click();
    QCOMPARE(litChips(*page), QStringList{u"On call"_s});
    page->removeConnection(*m_connection);
}

void TestFleetViews::allTakesTheFilterAwayAndLeavesTheOrder()
{
    SavedViews().save(onCall());
    const auto page = this->page();
    chipNamed(*page, u"On call"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->model().counts().total == 33, patience);
    chipNamed(*page, u"All"_s)->click();
    QCOMPARE(page->model().rowCount(), 33);
    QCOMPARE(page->filterText(), QString());
    QVERIFY(!page->model().filter().family);
    QCOMPARE(page->model().sortKeys(), onCall().sort);
    QCOMPARE(litChips(*page), QStringList{u"All"_s});
    page->removeConnection(*m_connection);
}

void TestFleetViews::digitsOfTheTableChooseAView()
{
    SavedViews().save(onCall());
    const auto page = this->page();
    QTRY_VERIFY_WITH_TIMEOUT(page->model().rowCount() > 0, patience);
    auto* table = page->findChild<widgets::ObjectTable*>();
    QTest::keyClick(table, Qt::Key_1);
    QCOMPARE(page->filterText(), onCall().filter);
    QTest::keyClick(table, Qt::Key_7);
    QCOMPARE(page->filterText(), onCall().filter);
    QTest::keyClick(table, Qt::Key_0);
    QCOMPARE(page->filterText(), QString());
    // In the filter's field a digit is a digit.
    auto* field = page->findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_1);
    QCOMPARE(page->filterText(), u"1"_s);
    page->removeConnection(*m_connection);
}

void TestFleetViews::aViewIsRenamedSetAnewAndDeleted()
{
    SavedViews().save(onCall());
    const auto page = this->page();
    auto* menu = page->findChild<fleet::ViewBar*>()->findChild<QMenu*>();
    const auto change = [menu](const QString& entry) {
        emit menu->aboutToShow();
        for (QAction* action : menu->findChildren<QAction*>()) {
            if (action->text() == entry && action->associatedObjects().size() > 0) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    QVERIFY(change(u"Rename…"_s));
    fleet::ViewNameDialog* dialog = nameDialog();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>()->setText(u"Night"_s);
    dialog->accept();
    QTRY_VERIFY(chipNamed(*page, u"Night"_s));
    page->setFilterText(u"ns:cdc"_s);
    QVERIFY(change(u"Set to what is shown now"_s));
    QCOMPARE(SavedViews().find(u"Night"_s)->filter, u"ns:cdc"_s);
    QCOMPARE(litChips(*page), QStringList{u"Night"_s});
    QVERIFY(change(u"Delete"_s));
    QVERIFY(SavedViews().all().isEmpty());
    QVERIFY(!chipNamed(*page, u"Night"_s));
    page->removeConnection(*m_connection);
}

void TestFleetViews::chipsWithoutRoomAreInTheMenu()
{
    SavedViews views;
    for (int i = 0; i < 12; ++i) {
        SavedView view;
        view.name = u"A view with a long name %1"_s.arg(i);
        view.filter = view.name;
        views.save(view);
    }
    for (const int width : {700, 1000, 1400, 2000}) {
        const auto page = this->page({width, 500});
        auto* bar = page->findChild<fleet::ViewBar*>();
        auto* menuButton = bar->findChild<QToolButton*>();
        QVERIFY(bar->rect().contains(menuButton->geometry()));
        for (const widgets::Chip* chip : bar->findChildren<widgets::Chip*>()) {
            if (chip->isVisible())
                QVERIFY(bar->rect().contains(chip->geometry()) && !chip->geometry().intersects(menuButton->geometry()));
        }
        auto* menu = bar->findChild<QMenu*>();
        emit menu->aboutToShow();
        QVERIFY(menu->actions().size() > 13);
        page->removeConnection(*m_connection);
    }
}

QTEST_MAIN(TestFleetViews)

#include "tst_fleetviews.moc"
