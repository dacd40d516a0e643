#include "app/gui/application.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/objecttable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using shell::Address;
using shell::NavigatorModel;
using Place = shell::Address::Place;

namespace {

constexpr int patience = 20'000;

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void bareEndpointsStandUnderAHeadingOfTheirOwn();
    void theMenuOfRowsPinsAndUnpinsThem();
    void thePalettePinsWhatIsSelectedOrShown();
    void aPinTellsHowItsDeploymentDoes();
    void aPinOpensItsConnection();
    void whatWasLookedAtLastIsInTheTree();
    void aPinnedDeploymentIsNotRecentAsWell();
    void brokenShortcutsInTheSettingsAreLeftOut();
    void aHeadingWithNothingBelowItIsNotShown();
    void thePaletteShowsAViewFromAnywhere();
    void anAddressThatIsPastedIsGoneTo();
    void aViewBringsItsNamespacesToTheWholeWindow();
    void everyPageOfAClusterHasAKubectlCommand();
    void theMenuOfRowsCopiesAddressesAndCommands();

private:
    shell::MainWindow& window() { return m_drey->window(); }
    NavigatorModel& tree() { return window().navigator().model(); }
    fleet::FleetPage& fleet() { return *window().findChild<fleet::FleetPage*>(); }
    void open(const QString& context);
    Address address(const QString& nameSpace, const QString& name) const
    {
        return {Place::Deployment, connections::contextId(u"prod-seoul"_s), {nameSpace, name}};
    }
    QList<fleet::RowKey> rows(int count);
    bool runRowMenu(const QList<fleet::RowKey>& rows, const QString& entry);
    bool runOffer(const QString& text);
    QStringList shownTree();
    QStringList copiedLines() const { return QApplication::clipboard()->text().split(u'\n'); }

    QTemporaryDir m_home;
    support::SampleServer m_server;
    std::unique_ptr<gui::Application> m_drey;
};

void TestShortcuts::initTestCase()
{
    support::keepClean();
    qputenv("HOME", m_home.path().toLocal8Bit()); // tests of other windows run at the same time
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_shortcuts"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    QVERIFY(m_server.listen());
    QVERIFY(m_server.writeKubeconfig(m_home.filePath(u"config"_s)));
}

void TestShortcuts::init()
{
    support::keepClean();
    QFile::remove(flink::ConnectionSettingsFile().path());
    QSettings().clear();
    QSettings().setValue(u"language"_s, u"en"_s);
    m_drey = std::make_unique<gui::Application>(*qApp, gui::StartOptions{m_home.filePath(u"config"_s), {}, {}});
    m_drey->start();
    window().resize(1400, 900);
}

void TestShortcuts::cleanup()
{
    m_drey.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QFile::remove(flink::ConnectionSettingsFile().path());
}

void TestShortcuts::open(const QString& context)
{
    m_drey->pages().openConnection(connections::contextId(context));
    const flink::Connection* connection = m_drey->book().connection(connections::contextId(context));
    QVERIFY(connection);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->isComplete(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(fleet().model().rowCount() > 0, patience);
}

QList<fleet::RowKey> TestShortcuts::rows(int count)
{
    QList<fleet::RowKey> keys;
    for (int row = 0; row < count; ++row)
        keys.append(fleet().model().rowAt(row).key);
    return keys;
}

bool TestShortcuts::runRowMenu(const QList<fleet::RowKey>& rows, const QString& entry)
{
    QMenu menu;
    emit fleet().rowMenuFilled(&menu, rows);
    for (QAction* action : menu.actions()) {
        if (action->text() == entry) {
            action->trigger();
            return true;
        }
    }
    return false;
}

bool TestShortcuts::runOffer(const QString& text)
{
    for (const shell::Offer& offer : window().offers()) {
        if (offer.text == text) {
            offer.run();
            return true;
        }
    }
    return false;
}

QStringList TestShortcuts::shownTree()
{
    const auto* view = window().navigator().findChild<QTreeView*>();
    QStringList names;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        names += view->model()->index(row, 0).data().toString();
    return names;
}

void TestShortcuts::bareEndpointsStandUnderAHeadingOfTheirOwn()
{
    QAbstractItemModelTester tester(&tree());
    tester.setUseFetchMore(false);
    const base::Result<QString> id = m_drey->book().addEndpoint(m_server.flinkAddress().toString());
    QVERIFY(id);
    m_drey->pages().openConnection(*id);
    open(u"prod-seoul"_s);
    const QString endpoint = m_drey->book().entry(*id)->name();
    QTRY_COMPARE(shownTree(),
                 (QStringList{u"Fleet"_s, u"Contexts"_s, u"prod-seoul"_s, u"Flink endpoints"_s, endpoint}));
    m_drey->book().close(connections::contextId(u"prod-seoul"_s));
    QTRY_COMPARE(shownTree(), (QStringList{u"Fleet"_s, u"Flink endpoints"_s, endpoint}));
}

void TestShortcuts::theMenuOfRowsPinsAndUnpinsThem()
{
    open(u"prod-seoul"_s);
    const QList<fleet::RowKey> three = rows(3);
    QVERIFY(runRowMenu(three, u"Pin"_s));
    QCOMPARE(tree().pins().size(), 3);
    for (const fleet::RowKey& row : three)
        QVERIFY(tree().isPinned({Place::Deployment, row.connection, row.object}));
    QVERIFY(!runRowMenu(three, u"Pin"_s));
    QVERIFY(runRowMenu(three, u"Unpin"_s));
    QVERIFY(tree().pins().isEmpty());
}

void TestShortcuts::thePalettePinsWhatIsSelectedOrShown()
{
    open(u"prod-seoul"_s);
    auto* table = fleet().findChild<widgets::ObjectTable*>();
    table->selectRow(2);
    const fleet::RowKey selected = rows(3).last();
    QVERIFY(runOffer(u"Pin '%1'"_s.arg(selected.object.name)));
    QVERIFY(tree().isPinned({Place::Deployment, selected.connection, selected.object}));
    const Address shown = address(u"risk"_s, u"fraud-scoring"_s);
    window().go(shown);
    QVERIFY(!runOffer(u"Unpin '%1'"_s.arg(selected.object.name)));
    QVERIFY(runOffer(u"Pin 'fraud-scoring'"_s));
    QVERIFY(runOffer(u"Unpin 'fraud-scoring'"_s));
    QVERIFY(!tree().isPinned(shown));
}

void TestShortcuts::aPinTellsHowItsDeploymentDoes()
{
    open(u"prod-seoul"_s);
    const fleet::RowKey first = rows(1).first();
    tree().setPinned({Place::Deployment, first.connection, first.object}, true);
    QModelIndex pin;
    for (int row = 0; row < tree().rowCount(); ++row) {
        if (tree().index(row, 0).data(NavigatorModel::KindRole).toInt() == int(NavigatorModel::Kind::Pin))
            pin = tree().index(row, 0);
    }
    QVERIFY(pin.isValid());
    QCOMPARE(pin.data(widgets::cell::HealthRole).toInt(), int(fleet().model().row(first)->health));
    QVERIFY(pin.data(Qt::ToolTipRole).toString().contains(u"prod-seoul"_s));
}

void TestShortcuts::aPinOpensItsConnection()
{
    const Address pinned = address(u"payments"_s, u"payment-authorize"_s);
    tree().setPinned(pinned, true);
    QVERIFY(m_drey->book().openConnections().isEmpty());
    auto* view = window().navigator().findChild<QTreeView*>();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.data().toString() == pinned.object.name)
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    QCOMPARE(window().currentPage()->address(), pinned);
    QVERIFY(m_drey->book().connection(pinned.connection));
}

void TestShortcuts::whatWasLookedAtLastIsInTheTree()
{
    open(u"prod-seoul"_s);
    QAbstractItemModelTester tester(&tree());
    tester.setUseFetchMore(false);
    const QStringList names{u"payment-authorize"_s,  u"refund-matcher"_s,    u"chargeback-alerts"_s,
                            u"payment-settlement"_s, u"settlement-export"_s, u"ledger-projection"_s};
    for (const QString& name : names)
        window().go(address(u"payments"_s, name));
    QList<Address> wanted;
    for (int i = 5; i > 0; --i)
        wanted.append(address(u"payments"_s, names.at(i)));
    QCOMPARE(tree().recents(), wanted);
    window().go(address(u"payments"_s, names.at(3)));
    QCOMPARE(tree().recents().first(), address(u"payments"_s, names.at(3)));
    QCOMPARE(tree().recents().size(), 5);
    QCOMPARE(NavigatorModel(m_drey->book()).recents(), tree().recents());
    QVERIFY(shownTree().contains(u"Recent"_s));
}

void TestShortcuts::aPinnedDeploymentIsNotRecentAsWell()
{
    open(u"prod-seoul"_s);
    const Address shown = address(u"payments"_s, u"payment-authorize"_s);
    window().go(shown);
    QCOMPARE(tree().recents(), QList<Address>{shown});
    tree().setPinned(shown, true);
    QVERIFY(tree().recents().isEmpty());
    window().go({Place::Fleet, {}, {}});
    window().go(shown);
    QVERIFY(tree().recents().isEmpty());
    QCOMPARE(tree().pins(), QList<Address>{shown});
}

void TestShortcuts::brokenShortcutsInTheSettingsAreLeftOut()
{
    const QString good = address(u"payments"_s, u"payment-authorize"_s).text();
    QSettings().setValue(u"navigator/pins"_s, QStringList{u"http://x"_s, good, good, u"drey://fleet"_s, QString()});
    QSettings().setValue(u"navigator/recent"_s, QStringList{good, u"drey://deployment/"_s, u"?"_s});
    const NavigatorModel again(m_drey->book());
    QCOMPARE(again.pins().size(), 1);
    QVERIFY(again.recents().isEmpty());
}

void TestShortcuts::aHeadingWithNothingBelowItIsNotShown()
{
    QCOMPARE(shownTree(), QStringList{u"Fleet"_s});
    const Address shown = address(u"payments"_s, u"payment-authorize"_s);
    tree().setPinned(shown, true);
    QCOMPARE(shownTree(), (QStringList{u"Fleet"_s, u"Pinned"_s, shown.object.name}));
    tree().setPinned(shown, false);
    QCOMPARE(shownTree(), QStringList{u"Fleet"_s});
}

void TestShortcuts::thePaletteShowsAViewFromAnywhere()
{
    fleet::SavedView view;
    view.name = u"Payments"_s;
    view.filter = u"ns:payments"_s;
    fleet::SavedViews().save(view);
    open(u"prod-seoul"_s);
    window().go(address(u"payments"_s, u"payment-authorize"_s));
    QVERIFY(runOffer(u"Show the view 'Payments'"_s));
    QCOMPARE(window().currentPage()->address().place, Place::Fleet);
    QCOMPARE(fleet().filterText(), u"ns:payments"_s);
    QVERIFY(runOffer(u"Show the whole fleet"_s));
    QCOMPARE(fleet().filterText(), QString());
    QVERIFY(!runOffer(u"Show the view 'Nothing'"_s));
}

void TestShortcuts::anAddressThatIsPastedIsGoneTo()
{
    const Address shown = address(u"payments"_s, u"payment-authorize"_s);
    window().commands().action(u"tools.palette"_s)->trigger();
    shell::Palette& palette = window().palettePopup();
    palette.line()->setText(u" "_s + shown.text() + u" "_s);
    QCOMPARE(palette.shownTexts().value(0), u"Go to "_s + shown.text());
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(window().currentPage()->address(), shown);
    window().commands().action(u"tools.palette"_s)->trigger();
    palette.line()->setText(u"drey://nowhere"_s);
    QVERIFY(!palette.shownTexts().value(0).startsWith(u"Go to"));
}

void TestShortcuts::aViewBringsItsNamespacesToTheWholeWindow()
{
    fleet::SavedView view;
    view.name = u"Payments"_s;
    view.nameSpaces = {u"payments"_s};
    fleet::SavedViews().save(view);
    open(u"prod-seoul"_s);
    QVERIFY(runOffer(u"Show the view 'Payments'"_s));
    QCOMPARE(window().nameSpaces(), QStringList{u"payments"_s});
    QCOMPARE(fleet().model().filter().nameSpaces, QStringList{u"payments"_s});
    QVERIFY(runOffer(u"Show the whole fleet"_s));
    QVERIFY(window().nameSpaces().isEmpty());
}

void TestShortcuts::everyPageOfAClusterHasAKubectlCommand()
{
    open(u"prod-seoul"_s);
    open(u"stage-seoul"_s);
    const auto copied = [this] {
        window().commands().action(u"edit.copyKubectl"_s)->trigger();
        return copiedLines();
    };
    QCOMPARE(copied(), (QStringList{u"kubectl --context prod-seoul get flinkdeployments -A"_s,
                                    u"kubectl --context stage-seoul get flinkdeployments -A"_s}));
    window().setNameSpaces({u"payments"_s});
    QCOMPARE(copied().first(), u"kubectl --context prod-seoul -n payments get flinkdeployments"_s);
    // The name a user gave a connection is not the one kubectl knows it by.
    flink::ConnectionSettings settings = m_drey->book().entry(connections::contextId(u"prod-seoul"_s))->settings;
    settings.name = u"Seoul; reboot"_s;
    m_drey->book().setSettings(settings);
    window().go(address(u"payments"_s, u"payment-authorize"_s));
    QCOMPARE(copied(), QStringList{u"kubectl --context prod-seoul -n payments get "
                                   "flinkdeployment/payment-authorize -o yaml"_s});
    window().go({Place::Connections, {}, {}});
    QCOMPARE(copied(), QStringList{u"kubectl config get-contexts"_s});
}

void TestShortcuts::theMenuOfRowsCopiesAddressesAndCommands()
{
    open(u"prod-seoul"_s);
    const QList<fleet::RowKey> two = rows(2);
    QVERIFY(runRowMenu(two, u"Copy the address"_s));
    QCOMPARE(copiedLines().size(), 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(Address::parse(copiedLines().at(i)),
                 std::optional(Address{Place::Deployment, two.at(i).connection, two.at(i).object}));
    QVERIFY(runRowMenu({{connections::contextId(u"my prod"_s), {u"a b"_s, u"-x;reboot"_s}}},
                       u"Copy the kubectl command"_s));
    QCOMPARE(copiedLines(),
             QStringList{u"kubectl --context 'my prod' -n 'a b' get 'flinkdeployment/-x;reboot' -o yaml"_s});
}

QTEST_MAIN(TestShortcuts)

#include "tst_shortcuts.moc"
