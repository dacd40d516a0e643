#include "app/gui/application.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/connections/connectionspage.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/shell/activity.h"
#include "ui/shell/edges.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/namespacechooser.h"
#include "ui/shell/navigator.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/tabarea.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

namespace {

constexpr int patience = 20'000;
const kube::ObjectKey settlement{u"payments"_s, u"payment-settlement"_s};

template <typename T>
T* openDialog()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all) {
        if (auto* dialog = qobject_cast<T*>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

// Every text a user reads in this window now.
QStringList textsOf(const QWidget& window)
{
    QStringList texts{window.windowTitle()};
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        if (!widget->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts += button->text();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            texts += line->placeholderText();
        texts += widget->toolTip();
        texts += widget->accessibleName();
    }
    const QList<QAction*> actions = window.findChildren<QAction*>();
    for (const QAction* action : actions)
        texts += action->text();
    texts.removeAll({});
    texts.removeDuplicates();
    return texts;
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void beginsWithTheWelcomePage();
    void anOpenedConnectionShowsTheFleetAndItsTree();
    void theTreeFillsANamespaceWhenItIsOpened();
    void theTreeFollowsWhatComesAndGoes();
    void theFilterOfTheTreeFindsWhatWasNeverOpened();
    void pinsStayUntilTheyAreTakenOut();
    void theEdgeTellsTheEnvironmentOfThePage();
    void ofSeveralConnectionsTheStrictestIsShown();
    void backAndForwardFollowWhatWasLookedAt();
    void theSameAddressIsOpenedOnce();
    void aConnectionThatClosesTakesItsPagesAlong();
    void paletteFindsCommandsInBothLanguages_data();
    void paletteFindsCommandsInBothLanguages();
    void paletteFindsADeploymentAndOpensIt();
    void everyMainThingHasAKey_data();
    void everyMainThingHasAKey();
    void aQuestionMarkOpensTheKeysUnlessOneTypes();
    void tabsCloseWithTheKeyAndTheMiddleButton();
    void copiesTheAddressOfThePage();
    void namespacesAreChosenOrTyped();
    void aNarrowWindowFoldsTheDocksAndUnfoldsThem();
    void theStatusLineNamesEveryConnection();
    void losingAConnectionIsNoted();
    void case62_aWarningOfTheServerIsShownAndKept();
    void theClockSwitchesBetweenLocalTimeAndUtc();
    void changingTheLanguageLeavesNoTextBehind();
    void allThatCanBePressedHasAName();
    void labelsOfTheWholeWindowArePlain();
    void addressesSurviveTheRoundTrip_data();
    void addressesSurviveTheRoundTrip();
    void badAddressesAreNone();
    void theSearchPutsWholeWordsBeforeStrewnLetters();
    void theSearchKnowsLeadingConsonants();
    void historyForgetsWhatLayAhead();

private:
    shell::MainWindow& window() { return m_drey->window(); }
    void open(const QString& context);
    Address current() { return window().currentPage()->address(); }
    void press(QKeySequence keys) { QTest::keySequence(&window(), keys); }

    QTemporaryDir m_home;
    support::SampleServer m_server;
    std::unique_ptr<gui::Application> m_drey;
};

void TestShell::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_shell"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    QVERIFY(m_server.listen());
    QVERIFY(m_server.writeKubeconfig(m_home.filePath(u"config"_s)));
}

void TestShell::init()
{
    QFile::remove(flink::ConnectionSettingsFile().path());
    QSettings().clear();
    QSettings().setValue(u"language"_s, u"en"_s);
    QSettings().setValue(u"theme"_s, u"light"_s);
    m_drey = std::make_unique<gui::Application>(*qApp, gui::StartOptions{m_home.filePath(u"config"_s), {}, {}});
    m_drey->start();
    window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestShell::cleanup()
{
    m_drey.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestShell::cleanupTestCase()
{
    QFile::remove(flink::ConnectionSettingsFile().path());
}

void TestShell::open(const QString& context)
{
    m_drey->pages().openConnection(connections::contextId(context));
    flink::Connection* connection = m_drey->book().connection(connections::contextId(context));
    QVERIFY(connection);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->isComplete(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(window().navigator().model().rowCount() > 5, patience);
}

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

void TestShell::theTreeFillsANamespaceWhenItIsOpened()
{
    shell::NavigatorModel& tree = window().navigator().model();
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    open(u"prod-seoul"_s);
    const QModelIndex connection = tree.index(4, 0);
    QTRY_COMPARE(tree.rowCount(connection), 4);
    const QPersistentModelIndex payments = tree.index(2, 0, connection);
    QVERIFY(tree.hasChildren(payments));
    tree.fetchMore(payments);
    QTRY_COMPARE(tree.rowCount(payments), payments.data(shell::NavigatorModel::CountRole).toInt());
    const QModelIndex found = tree.indexOf({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QVERIFY(found.isValid());
    QCOMPARE(found.data().toString(), settlement.name);
}

void TestShell::theTreeFollowsWhatComesAndGoes()
{
    open(u"prod-seoul"_s);
    shell::NavigatorModel& tree = window().navigator().model();
    tree.populateAll();
    const Address address{Place::Deployment, connections::contextId(u"prod-seoul"_s), {u"cdc"_s, u"cdc-orders"_s}};
    QTRY_VERIFY(tree.indexOf(address).isValid());
    const QJsonObject kept = m_server.object(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s);
    QVERIFY(!kept.isEmpty());
    QVERIFY(m_server.remove(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!tree.indexOf(address).isValid(), patience);
    m_server.change(u"prod-seoul"_s, kept);
    QTRY_VERIFY_WITH_TIMEOUT(tree.indexOf(address).isValid(), patience);
}

void TestShell::theFilterOfTheTreeFindsWhatWasNeverOpened()
{
    open(u"prod-seoul"_s);
    auto* view = window().navigator().findChild<QTreeView*>();
    auto* field = window().navigator().findChild<QLineEdit*>();
    QTest::keyClicks(field, u"settlement"_s);
    const auto shown = [view] {
        QStringList names;
        for (QModelIndex index = view->model()->index(0, 0); index.isValid(); index = view->indexBelow(index))
            names += index.data().toString();
        return names;
    };
    QTRY_VERIFY(shown().contains(settlement.name));
    QVERIFY(!shown().contains(u"cdc"_s));
    field->clear();
    QTRY_VERIFY(shown().contains(u"cdc"_s));
}

void TestShell::pinsStayUntilTheyAreTakenOut()
{
    const Address address{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement};
    {
        shell::NavigatorModel tree(m_drey->book());
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setPinned(address, true);
        tree.setPinned(address, true);
        QCOMPARE(tree.pins(), QList<Address>{address});
    }
    shell::NavigatorModel again(m_drey->book());
    QCOMPARE(again.pins(), QList<Address>{address});
    again.setPinned(address, false);
    QVERIFY(shell::NavigatorModel(m_drey->book()).pins().isEmpty());
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

void TestShell::paletteFindsCommandsInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("English in English") << u"en"_s << u"prefer"_s << u"Preferences…"_s;
    QTest::newRow("Korean in English") << u"en"_s << u"환경"_s << u"Preferences…"_s;
    QTest::newRow("consonants in English") << u"en"_s << u"ㅎㄱㅅㅈ"_s << u"Preferences…"_s;
    QTest::newRow("English in Korean") << u"ko"_s << u"prefer"_s << u"환경 설정…"_s;
    QTest::newRow("Korean in Korean") << u"ko"_s << u"환경 설정"_s << u"환경 설정…"_s;
    QTest::newRow("consonants in Korean") << u"ko"_s << u"ㅎㄱ"_s << u"환경 설정…"_s;
    QTest::newRow("beginnings of words") << u"en"_s << u"dth"_s << u"Dark theme"_s;
}

void TestShell::paletteFindsCommandsInBothLanguages()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    m_drey->preferences().setLanguage(language == u"ko" ? settings::Preferences::Language::Korean
                                                        : settings::Preferences::Language::English);
    QTRY_COMPARE(window().windowTitle(), language == u"ko" ? u"시작 페이지 — Drey"_s : u"Welcome — Drey"_s);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    shell::Palette& palette = window().palettePopup();
    QVERIFY(palette.isVisible());
    // As an input method hands over Hangul.
    QInputMethodEvent event;
    event.setCommitString(typed);
    QApplication::sendEvent(palette.line(), &event);
    QVERIFY2(palette.shownTexts().contains(found), qPrintable(palette.shownTexts().join(u", "_s)));
    QVERIFY(palette.shownTexts().indexOf(found) < 3);
    QTest::keyClick(palette.line(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestShell::paletteFindsADeploymentAndOpensIt()
{
    open(u"prod-seoul"_s);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    shell::Palette& palette = window().palettePopup();
    QTest::keyClicks(palette.line(), u"payment-sett"_s);
    QCOMPARE(palette.shownTexts().value(0), settlement.name);
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(current(), (Address{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement}));
}

void TestShell::everyMainThingHasAKey_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<QString>("command");
    QTest::newRow("palette") << QKeySequence(u"Ctrl+Shift+P"_s) << u"tools.palette"_s;
    QTest::newRow("switch the connection") << QKeySequence(u"Ctrl+Shift+L"_s) << u"cluster.switch"_s;
    QTest::newRow("namespaces") << QKeySequence(u"Ctrl+Shift+N"_s) << u"cluster.namespaces"_s;
    QTest::newRow("preferences") << QKeySequence(u"Ctrl+,"_s) << u"tools.preferences"_s;
    QTest::newRow("keys") << QKeySequence(u"F1"_s) << u"help.keys"_s;
    QTest::newRow("fleet") << QKeySequence(u"Ctrl+1"_s) << u"go.fleet"_s;
    QTest::newRow("connections") << QKeySequence(u"Ctrl+2"_s) << u"go.connections"_s;
    QTest::newRow("navigator") << QKeySequence(u"Ctrl+B"_s) << u"view.navigator"_s;
    QTest::newRow("inspector") << QKeySequence(u"Ctrl+I"_s) << u"view.inspector"_s;
    QTest::newRow("times") << QKeySequence(u"Ctrl+T"_s) << u"view.absolute"_s;
}

void TestShell::everyMainThingHasAKey()
{
    QFETCH(const QKeySequence, keys);
    QFETCH(const QString, command);
    QSignalSpy done(window().commands().action(command), &QAction::triggered);
    press(keys);
    QCOMPARE(done.size(), 1);
}

void TestShell::aQuestionMarkOpensTheKeysUnlessOneTypes()
{
    auto* field = window().navigator().findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Question);
    QVERIFY(!openDialog<shell::KeySheet>());
    QCOMPARE(field->text(), u"?"_s);
    window().navigator().focusTree();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question);
    QVERIFY(openDialog<shell::KeySheet>());
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

// Names, states and keys stay as they are; whole words of English in a Korean window do not.
void TestShell::changingTheLanguageLeavesNoTextBehind()
{
    open(u"prod-seoul"_s);
    window().go({Place::Connections, {}, {}});
    press(QKeySequence(u"Ctrl+,"_s));
    auto* dialog = openDialog<settings::PreferencesDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Preferences"_s);
    m_drey->preferences().setLanguage(settings::Preferences::Language::Korean);
    QTRY_COMPARE(dialog->windowTitle(), u"환경 설정"_s);
    QTRY_COMPARE(window().windowTitle(), u"연결 — Drey"_s);
    static const QRegularExpression hangul(u"[가-힣]"_s);
    static const QRegularExpression english(u"[A-Za-z]{3,}"_s);
    static const QRegularExpression kept(
        u"^(prod-|stage-|dev-|sample|https?://|localhost|team-a|Ctrl|Alt|English$|EN$|kubectl$|Drey$|token$"
        u"|UTC|Flink REST$|Kubernetes v|\\d\\d:|/tmp|~|#)"_s);
    QStringList left;
    const QStringList texts = textsOf(window()) + textsOf(*dialog);
    for (const QString& text : texts) {
        if (!text.contains(hangul) && text.contains(english) && !text.contains(kept) && !text.contains(m_home.path()))
            left.append(text);
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u" | "_s)));
    m_drey->preferences().setLanguage(settings::Preferences::Language::English);
    QTRY_COMPARE(window().windowTitle(), u"Connections — Drey"_s);
    for (const QString& text : textsOf(window()))
        QVERIFY2(!text.contains(hangul) || text == u"한국어", qPrintable(text));
}

void TestShell::allThatCanBePressedHasAName()
{
    open(u"prod-seoul"_s);
    for (const Place place : {Place::Fleet, Place::Connections, Place::Welcome}) {
        window().go({place, {}, {}});
        const QList<QAbstractButton*> buttons = window().findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            const bool isOfQt = button->inherits("QTabBar") || button->objectName().startsWith(u"qt_") ||
                                !button->isVisible() ||
                                QByteArrayView(button->metaObject()->className()) == "CloseButton";
            if (isOfQt ||
                (button->focusPolicy() == Qt::NoFocus && button->text().isEmpty() && button->toolTip().isEmpty()))
                continue;
            const QString name = button->accessibleName() + button->text() + button->toolTip();
            QVERIFY2(!name.isEmpty(), button->metaObject()->className());
        }
    }
}

void TestShell::labelsOfTheWholeWindowArePlain()
{
    open(u"prod-seoul"_s);
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    const QList<QLabel*> labels = window().findChildren<QLabel*>();
    QVERIFY(labels.size() > 60);
    for (const QLabel* label : labels)
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

void TestShell::addressesSurviveTheRoundTrip_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"context:prod"_s << u"settlement"_s;
    QTest::newRow("slashes") << u"context:arn:aws:eks:eu-1:1:cluster/prod"_s << u"a"_s;
    QTest::newRow("endpoint") << u"endpoint:http://host:8081/x?y#z"_s << u"a"_s;
    QTest::newRow("Korean and blanks") << u"context:운영 서울"_s << u"b c"_s;
    QTest::newRow("percent") << u"context:100%"_s << u"%2f"_s;
}

void TestShell::addressesSurviveTheRoundTrip()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, name);
    const Address deployment{Place::Deployment, connection, {u"payments"_s, name}};
    QCOMPARE(Address::parse(deployment.text()), std::optional(deployment));
    const Address endpoint{Place::Endpoint, connection, {}};
    QCOMPARE(Address::parse(endpoint.text()), std::optional(endpoint));
}

void TestShell::badAddressesAreNone()
{
    for (const QString& text : {u""_s, u"drey://"_s, u"http://fleet"_s, u"drey://fleet/x"_s, u"drey://deployment/a/b"_s,
                                u"drey://deployment/a//c"_s, u"drey://endpoint/"_s})
        QVERIFY2(!Address::parse(text), qPrintable(text));
}

void TestShell::theSearchPutsWholeWordsBeforeStrewnLetters()
{
    QVERIFY(shell::fit(u"fleet", u"Fleet") > shell::fit(u"fleet", u"The fleet"));
    QVERIFY(shell::fit(u"pay", u"payment-settlement") > shell::fit(u"pay", u"repay-batch"));
    QVERIFY(shell::fit(u"ps", u"payment-settlement").has_value());
    QVERIFY(!shell::fit(u"xyz", u"payment-settlement"));
    QVERIFY(!shell::fit(u"oiee", u"connection level test"));
    QCOMPARE(shell::fit(u"", u"anything"), std::optional(0));
}

void TestShell::theSearchKnowsLeadingConsonants()
{
    QCOMPARE(shell::leadingConsonants(u"체크포인트"), u"ㅊㅋㅍㅇㅌ"_s);
    QCOMPARE(shell::leadingConsonants(u"a 힣"), u"a ㅎ"_s);
    QVERIFY(shell::fit(u"ㅊㅋㅍ", u"체크포인트"));
    QVERIFY(shell::fit(u"ㅎㄱㅅ", u"환경 설정"));
    QVERIFY(!shell::fit(u"ㅎㅎ", u"환경 설정"));
}

void TestShell::historyForgetsWhatLayAhead()
{
    shell::History history;
    const Address fleet{Place::Fleet, {}, {}};
    const Address welcome{Place::Welcome, {}, {}};
    const Address all{Place::Connections, {}, {}};
    history.visit(welcome);
    history.visit(welcome);
    QVERIFY(!history.hasBack());
    history.visit(fleet);
    QCOMPARE(history.back(), welcome);
    QVERIFY(history.hasForward());
    history.visit(all);
    QVERIFY(!history.hasForward());
    QCOMPARE(history.back(), welcome);
    QCOMPARE(history.forward(), all);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
