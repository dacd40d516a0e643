#include "tests/ui/shellfixture.h"
#include "ui/connections/connectionspage.h"
#include "ui/shell/activity.h"
#include "ui/shell/connectionwords.h"
#include "ui/shell/edges.h"
#include "ui/shell/namespacechooser.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QListWidget>
#include <QSignalSpy>

using namespace support;

/// The main window: its pages, edges, docks and status line.
class TestShell : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void beginsWithTheWelcomePage();
    void anOpenedConnectionShowsTheFleetAndItsTree();
    void theEdgeTellsTheEnvironmentOfThePage();
    void ofSeveralConnectionsTheStrictestIsShown();
    void oneThatIsLostIsNotAllThatAreOpen();
    void backAndForwardFollowWhatWasLookedAt();
    void theSameAddressIsOpenedOnce();
    void aConnectionThatClosesTakesItsPagesAlong();
    void tabsCloseWithTheKeyAndTheMiddleButton();
    void copiesTheAddressOfThePage();
    void namespacesAreChosenOrTyped();
    void aNarrowWindowFoldsTheDocksAndUnfoldsThem();
    void theStatusLineNamesEveryConnection();
    void losingAConnectionIsNoted();
    void case62_aWarningOfTheServerIsShownAndKept();
    void theClockSwitchesBetweenLocalTimeAndUtc();
};

void TestShell::beginsWithTheWelcomePage()
{
    QCOMPARE(current().place, Place::Welcome);
    QCOMPARE(window().windowTitle(), u"Welcome — Drey"_s);
    QCOMPARE(window().edges().environment(), base::Environment::Unset);
}

void TestShell::anOpenedConnectionShowsTheFleetAndItsTree()
{
    open(u"prod-seoul"_s);
    QCOMPARE(current().place, Place::Fleet);
    shell::NavigatorModel& tree = window().navigator().model();
    const QModelIndex connection = tree.index(4, 0);
    QCOMPARE(connection.data().toString(), u"prod-seoul"_s);
    QTRY_COMPARE(tree.rowCount(connection), 4);
    QCOMPARE(tree.index(2, 0, connection).data().toString(), u"payments"_s);
    QTRY_COMPARE(tree.index(2, 0, connection).data(shell::NavigatorModel::CountRole).toInt(), 6);
    QTRY_COMPARE(tree.index(0, 0).data(shell::NavigatorModel::CountRole).toInt(), 20);
}

void TestShell::theEdgeTellsTheEnvironmentOfThePage()
{
    open(u"prod-seoul"_s);
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QCOMPARE(window().edges().environment(), base::Environment::Production);
    QCOMPARE(window().edges().shown(), (std::array<bool, 4>{true, true, true, true}));
    const QColor corner = window().grab().toImage().pixelColor(1, 450);
    QCOMPARE(corner, theme::environment(base::Environment::Production).solid);

    flink::ConnectionSettings settings = m_drey->book().entry(connections::contextId(u"prod-seoul"_s))->settings;
    settings.environment = base::Environment::Staging;
    m_drey->book().setSettings(settings);
    QCOMPARE(window().edges().shown(), (std::array<bool, 4>{true, false, false, false}));
    settings.environment = base::Environment::Development;
    m_drey->book().setSettings(settings);
    QCOMPARE(window().edges().environment(), base::Environment::Development);
    const QImage dashed = window().grab().toImage();
    QVERIFY(dashed.pixelColor(4, 1) != dashed.pixelColor(13, 1));
}

void TestShell::ofSeveralConnectionsTheStrictestIsShown()
{
    open(u"dev-local"_s);
    QCOMPARE(window().edges().environment(), base::Environment::Development);
    open(u"stage-seoul"_s);
    QCOMPARE(window().edges().environment(), base::Environment::Staging);
    open(u"prod-busan"_s);
    QCOMPARE(window().edges().environment(), base::Environment::Production);
    m_drey->book().close(connections::contextId(u"prod-busan"_s));
    QCOMPARE(window().edges().environment(), base::Environment::Staging);
}

void TestShell::oneThatIsLostIsNotAllThatAreOpen()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    flink::ConnectionState live, lost, closed;
    live.kind = flink::ConnectionState::Kind::Live;
    live.lastContact = now;
    lost.kind = flink::ConnectionState::Kind::Unreachable;
    closed.kind = flink::ConnectionState::Kind::Closed;
    QCOMPARE(shell::freshnessOf({live, lost, closed}, now).text, u"1 of 2 without a connection"_s);
    QCOMPARE(shell::freshnessOf({lost, closed}, now).text, u"No connection"_s);
    QCOMPARE(shell::freshnessOf({live, closed}, now).family, base::Health::Healthy);
}

void TestShell::backAndForwardFollowWhatWasLookedAt()
{
    open(u"prod-seoul"_s);
    const Address deployment{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement};
    window().go({Place::Connections, {}, {}});
    window().go(deployment);
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(current().place, Place::Connections);
    QTest::keyClick(&window(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(current().place, Place::Fleet);
    QTest::keyClick(&window(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&window(), Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(current(), deployment);
    QVERIFY(!window().commands().action(u"go.forward"_s)->isEnabled());
    // A page that was closed meanwhile is opened again.
    press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(window().currentPage());
}

void TestShell::theSameAddressIsOpenedOnce()
{
    const auto* tabs = window().findChild<shell::TabArea*>();
    window().go({Place::Connections, {}, {}});
    const qsizetype before = tabs->pages().size();
    window().go({Place::Welcome, {}, {}});
    window().go({Place::Connections, {}, {}});
    QCOMPARE(tabs->pages().size(), before);
}

void TestShell::aConnectionThatClosesTakesItsPagesAlong()
{
    open(u"prod-seoul"_s);
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    const auto* tabs = window().findChild<shell::TabArea*>();
    const qsizetype before = tabs->pages().size();
    m_drey->book().close(connections::contextId(u"prod-seoul"_s));
    QCOMPARE(tabs->pages().size(), before - 1);
    QVERIFY(current().place != Place::Deployment);
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QVERIFY(current().place != Place::Deployment);
    QVERIFY(window().activity().unreadNotices() > 0);
}

void TestShell::tabsCloseWithTheKeyAndTheMiddleButton()
{
    const auto* tabs = window().findChild<shell::TabArea*>();
    window().go({Place::Connections, {}, {}});
    QCOMPARE(tabs->pages().size(), 2);
    press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QCOMPARE(tabs->pages().size(), 1);
    window().go({Place::Connections, {}, {}});
    auto* bar = tabs->findChild<QTabBar*>();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
    QCOMPARE(tabs->pages().size(), 1);
    // The last page makes room for the one a window without connections begins with.
    press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QCOMPARE(current().place, Place::Welcome);
}

void TestShell::copiesTheAddressOfThePage()
{
    window().go({Place::Connections, {}, {}});
    press(QKeySequence(u"Ctrl+Shift+A"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"drey://connections"_s);
}

void TestShell::namespacesAreChosenOrTyped()
{
    open(u"prod-seoul"_s);
    press(QKeySequence(u"Ctrl+Shift+N"_s));
    auto* chooser = window().findChild<shell::NameSpaceChooser*>();
    QVERIFY(chooser->isVisible());
    auto* list = chooser->findChild<QListWidget*>();
    QCOMPARE(list->count(), 4);
    QSignalSpy changed(&window(), &shell::MainWindow::nameSpacesChanged);
    list->findItems(u"risk"_s, Qt::MatchExactly).constFirst()->setCheckState(Qt::Checked);
    QCOMPARE(window().nameSpaces(), QStringList{u"risk"_s});
    auto* field = chooser->findChild<QLineEdit*>();
    QTest::keyClicks(field, u"not-listed"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(window().nameSpaces(), (QStringList{u"risk"_s, u"not-listed"_s}));
    QCOMPARE(changed.size(), 2);
    chooser->reject();
}

void TestShell::aNarrowWindowFoldsTheDocksAndUnfoldsThem()
{
    auto* navigator = window().findChild<QDockWidget*>(u"navigator"_s);
    QVERIFY(navigator->isVisible());
    window().resize(1024, 640);
    QTRY_VERIFY(!navigator->isVisible());
    QCOMPARE(window().size(), QSize(1024, 640));
    window().resize(1400, 900);
    QTRY_VERIFY(navigator->isVisible());
}

void TestShell::theStatusLineNamesEveryConnection()
{
    open(u"prod-seoul"_s);
    open(u"dev-local"_s);
    auto* strip = window().findChild<shell::StatusStrip*>();
    const auto says = [strip](const QString& part) {
        const QList<QAbstractButton*> all = strip->findChildren<QAbstractButton*>();
        return std::any_of(all.begin(), all.end(),
                           [&part](const QAbstractButton* button) { return button->text().contains(part); });
    };
    QTRY_VERIFY(says(u"prod-seoul"_s) && says(u"dev-local"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u" ms"_s), patience);
    QVERIFY(textsOf(*strip).contains(u"Protected: nothing can be changed"_s));
}

void TestShell::losingAConnectionIsNoted()
{
    open(u"prod-seoul"_s);
    flink::Connection* connection = m_drey->book().connection(connections::contextId(u"prod-seoul"_s));
    QTRY_COMPARE_WITH_TIMEOUT(connection->state().kind, flink::ConnectionState::Kind::Live, patience);
    const int before = window().activity().unreadNotices();
    m_server.interrupt();
    QTRY_VERIFY_WITH_TIMEOUT(connection->state().kind != flink::ConnectionState::Kind::Live, patience);
    QTRY_VERIFY(window().activity().unreadNotices() > before);
    QVERIFY(m_server.resume());
    QTRY_COMPARE_WITH_TIMEOUT(connection->state().kind, flink::ConnectionState::Kind::Live, patience * 2);
}

void TestShell::case62_aWarningOfTheServerIsShownAndKept()
{
    open(u"prod-seoul"_s);
    flink::Connection* connection = m_drey->book().connection(connections::contextId(u"prod-seoul"_s));
    const int before = window().activity().unreadNotices();
    emit connection->warned(u"<b>v1beta1</b> is deprecated"_s);
    QCOMPARE(window().activity().unreadNotices(), before + 1);
    const QString expected = u"prod-seoul warns: <b>v1beta1</b> is deprecated"_s;
    QTRY_VERIFY(textsOf(window()).contains(expected));
    const QList<QLabel*> labels = window().findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QVERIFY(label->text() != expected || label->textFormat() == Qt::PlainText);
}

void TestShell::theClockSwitchesBetweenLocalTimeAndUtc()
{
    const auto before = m_drey->preferences().timeZone();
    auto* strip = window().findChild<shell::StatusStrip*>();
    QSignalSpy toggled(strip, &shell::StatusStrip::zoneToggled);
    const QList<QAbstractButton*> all = strip->findChildren<QAbstractButton*>();
    const auto clock = std::find_if(all.begin(), all.end(),
                                    [](const QAbstractButton* button) { return button->text().contains(u':'); });
    QVERIFY(clock != all.end());
    (*clock)->click();
    QCOMPARE(toggled.size(), 1);
    QVERIFY(m_drey->preferences().timeZone() != before);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
