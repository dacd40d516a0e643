#include "tests/support/windowfixture.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/namespacechooser.h"
#include "ui/shell/tabarea.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

namespace {

const kube::ObjectKey settlement{u"payments"_s, u"payment-settlement"_s};

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_it.prepare(u"tst_keys"_s); }
    void init() { m_it.begin(); }
    void cleanup() { m_it.end(); }

    void paletteFindsCommandsInBothLanguages_data();
    void paletteFindsCommandsInBothLanguages();
    void paletteFindsADeploymentAndOpensIt();
    void everyMainThingHasAKey_data();
    void everyMainThingHasAKey();
    void aQuestionMarkOpensTheKeysUnlessOneTypes();
    void tabsCloseWithTheKeyAndTheMiddleButton();
    void copiesTheAddressOfThePage();
    void backAndForwardFollowWhatWasLookedAt();
    void namespacesAreChosenOrTyped();

private:
    support::WindowFixture m_it;
};

void TestKeys::paletteFindsCommandsInBothLanguages_data()
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

void TestKeys::paletteFindsCommandsInBothLanguages()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    m_it.drey->preferences().setLanguage(language == u"ko" ? settings::Preferences::Language::Korean
                                                        : settings::Preferences::Language::English);
    QTRY_COMPARE(m_it.window().windowTitle(), language == u"ko" ? u"시작 페이지 — Drey"_s : u"Welcome — Drey"_s);
    m_it.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    shell::Palette& palette = m_it.window().palettePopup();
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

void TestKeys::paletteFindsADeploymentAndOpensIt()
{
    m_it.open(u"prod-seoul"_s);
    m_it.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    shell::Palette& palette = m_it.window().palettePopup();
    QTest::keyClicks(palette.line(), u"payment-sett"_s);
    QCOMPARE(palette.shownTexts().value(0), settlement.name);
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(m_it.current(), (Address{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement}));
}

void TestKeys::everyMainThingHasAKey_data()
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

void TestKeys::everyMainThingHasAKey()
{
    QFETCH(const QKeySequence, keys);
    QFETCH(const QString, command);
    QSignalSpy done(m_it.window().commands().action(command), &QAction::triggered);
    m_it.press(keys);
    QCOMPARE(done.size(), 1);
}

void TestKeys::aQuestionMarkOpensTheKeysUnlessOneTypes()
{
    auto* field = m_it.window().navigator().findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Question);
    QVERIFY(!support::WindowFixture::openDialog<shell::KeySheet>());
    QCOMPARE(field->text(), u"?"_s);
    m_it.window().navigator().focusTree();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question);
    QVERIFY(support::WindowFixture::openDialog<shell::KeySheet>());
}

void TestKeys::tabsCloseWithTheKeyAndTheMiddleButton()
{
    const auto* tabs = m_it.window().findChild<shell::TabArea*>();
    m_it.window().go({Place::Connections, {}, {}});
    QCOMPARE(tabs->pages().size(), 2);
    m_it.press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QCOMPARE(tabs->pages().size(), 1);
    m_it.window().go({Place::Connections, {}, {}});
    auto* bar = tabs->findChild<QTabBar*>();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
    QCOMPARE(tabs->pages().size(), 1);
    // The last page makes room for the one a window without connections begins with.
    m_it.press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QCOMPARE(m_it.current().place, Place::Welcome);
}

void TestKeys::copiesTheAddressOfThePage()
{
    m_it.window().go({Place::Connections, {}, {}});
    m_it.press(QKeySequence(u"Ctrl+Shift+A"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"drey://connections"_s);
}

void TestKeys::backAndForwardFollowWhatWasLookedAt()
{
    m_it.open(u"prod-seoul"_s);
    const Address deployment{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement};
    m_it.window().go({Place::Connections, {}, {}});
    m_it.window().go(deployment);
    QTest::keyClick(&m_it.window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_it.current().place, Place::Connections);
    QTest::keyClick(&m_it.window(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(m_it.current().place, Place::Fleet);
    QTest::keyClick(&m_it.window(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&m_it.window(), Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(m_it.current(), deployment);
    QVERIFY(!m_it.window().commands().action(u"go.forward"_s)->isEnabled());
    // A page that was closed meanwhile is opened again.
    m_it.press(QKeySequence(Qt::CTRL | Qt::Key_W));
    QTest::keyClick(&m_it.window(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(&m_it.window(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_it.window().currentPage());
}

void TestKeys::namespacesAreChosenOrTyped()
{
    m_it.open(u"prod-seoul"_s);
    m_it.press(QKeySequence(u"Ctrl+Shift+N"_s));
    auto* chooser = m_it.window().findChild<shell::NameSpaceChooser*>();
    QVERIFY(chooser->isVisible());
    auto* list = chooser->findChild<QListWidget*>();
    QCOMPARE(list->count(), 4);
    QSignalSpy changed(&m_it.window(), &shell::MainWindow::nameSpacesChanged);
    list->findItems(u"risk"_s, Qt::MatchExactly).constFirst()->setCheckState(Qt::Checked);
    QCOMPARE(m_it.window().nameSpaces(), QStringList{u"risk"_s});
    auto* field = chooser->findChild<QLineEdit*>();
    QTest::keyClicks(field, u"not-listed"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_it.window().nameSpaces(), (QStringList{u"risk"_s, u"not-listed"_s}));
    QCOMPARE(changed.size(), 2);
    chooser->reject();
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
