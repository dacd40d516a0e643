#include "tests/support/hygiene.h"
#include "ui/deployment/keys.h"
#include "ui/fleet/keys.h"
#include "ui/settings/keyboardpage.h"
#include "ui/settings/keyrecorder.h"
#include "ui/settings/keytable.h"
#include "ui/shell/commands.h"
#include "ui/shell/keysheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/table.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using widgets::KeyCommand;
using widgets::KeyMap;

namespace {

const QKeySequence controlJ(u"Ctrl+J"_s);
const QKeySequence controlW(u"Ctrl+W"_s);

} // namespace

/// Which keys do what, and how one changes it.
class TestKeyMap : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void noTwoCommandsShareAKey_data();
    void noTwoCommandsShareAKey();
    void whatWasChangedIsKept();
    void aDamagedSettingsFileIsNoKey();
    void aChangeReachesActionMenuAndSheetAtOnce();
    void aChangeReachesThePageAtOnce();
    void singleKeysRestWhileOneTypes();
    void placesThatExcludeEachOtherMayShareKeys();
    void thePresetOfK9sChangesOnlyWhatItNames();
    void recordsWhatIsPressed_data();
    void recordsWhatIsPressed();
    void namesWhoHasTheKeysBeforeTakingThem();
    void escapeLeavesTheKeysAsTheyAre();
    void findsACommandByItsKey();

private:
    void makeCommands();
    const KeyCommand& command(const QString& id) const { return *m_map->command(id); }

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<KeyMap> m_map;
    std::unique_ptr<QWidget> m_window;
    shell::Commands* m_commands = nullptr;
};

void TestKeyMap::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_keymap"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestKeyMap::init()
{
    support::keepClean();
    QSettings().clear();
    m_map = std::make_unique<KeyMap>();
    m_map->add(deployment::keyCommands() + fleet::keyCommands() +
               QList<KeyCommand>{widgets::focusKeys(), widgets::copyKeys()});
    m_map->addPlaces(deployment::keyPlaces());
    makeCommands();
}

void TestKeyMap::makeCommands()
{
    m_window = std::make_unique<QWidget>();
    new QVBoxLayout(m_window.get());
    m_commands = new shell::Commands(m_window.get());
    m_commands->add(u"file.close"_s, "&Close this page", {}, {controlW});
    m_commands->add(u"view.reload"_s, "&Refresh", {}, {QKeySequence(u"Ctrl+R"_s), QKeySequence(Qt::Key_F5)});
    m_commands->setLikeK9s(u"view.reload"_s, {QKeySequence(Qt::Key_R)});
    m_commands->bindKeys();
    m_window->resize(400, 300);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestKeyMap::cleanup()
{
    m_window.reset();
    m_map.reset();
}

void TestKeyMap::noTwoCommandsShareAKey_data()
{
    QTest::addColumn<int>("preset");
    QTest::newRow("Drey") << int(KeyMap::Preset::Drey);
    QTest::newRow("k9s") << int(KeyMap::Preset::K9s);
}

void TestKeyMap::noTwoCommandsShareAKey()
{
    QFETCH(const int, preset);
    m_map->setPreset(static_cast<KeyMap::Preset>(preset));
    for (const KeyCommand& one : m_map->commands()) {
        for (const QKeySequence& keys : m_map->keys(one)) {
            for (const KeyCommand* rival : m_map->rivals(one.id, keys))
                QFAIL(qPrintable(one.id + u" and "_s + rival->id + u": "_s + keys.toString()));
        }
    }
}

void TestKeyMap::whatWasChangedIsKept()
{
    m_map->setKeys(u"log.wrap"_s, {controlJ});
    m_map->setKeys(u"file.close"_s, {});
    m_window.reset();
    m_map.reset();
    m_map = std::make_unique<KeyMap>();
    m_map->add(deployment::keyCommands());
    makeCommands();
    QCOMPARE(m_map->keys(command(u"log.wrap"_s)), QList<QKeySequence>{controlJ});
    QVERIFY(m_map->isChanged(u"log.wrap"_s));
    QVERIFY(m_commands->action(u"file.close"_s)->shortcuts().isEmpty());
    m_map->reset(u"log.wrap"_s);
    QCOMPARE(m_map->keys(command(u"log.wrap"_s)), command(u"log.wrap"_s).usual);
    m_map->resetAll();
    QCOMPARE(m_commands->action(u"file.close"_s)->shortcut(), controlW);
    // The usual keys, chosen by hand, are no change.
    m_map->setKeys(u"log.wrap"_s, command(u"log.wrap"_s).usual);
    QVERIFY(!m_map->isChanged(u"log.wrap"_s));
}

void TestKeyMap::aDamagedSettingsFileIsNoKey()
{
    m_window.reset();
    m_map.reset();
    QSettings().setValue(u"keys/own/log.wrap"_s, QStringList{u"Nonsense+Key"_s, u""_s, u"Ctrl+J"_s});
    QSettings().setValue(u"keys/own/never.heard.of.it"_s, QStringList{u"Ctrl+W"_s});
    QSettings().setValue(u"keys/preset"_s, 17);
    m_map = std::make_unique<KeyMap>();
    m_map->add(deployment::keyCommands());
    makeCommands();
    QCOMPARE(m_map->preset(), KeyMap::Preset::Drey);
    QCOMPARE(m_map->keys(command(u"log.wrap"_s)), QList<QKeySequence>{controlJ});
    QCOMPARE(m_commands->action(u"file.close"_s)->shortcut(), controlW);
}

void TestKeyMap::aChangeReachesActionMenuAndSheetAtOnce()
{
    QMenu menu;
    menu.addAction(m_commands->action(u"file.close"_s));
    QSignalSpy closed(m_commands->action(u"file.close"_s), &QAction::triggered);
    m_map->setKeys(u"file.close"_s, {controlJ});
    QCOMPARE(menu.actions().constFirst()->shortcut(), controlJ);
    QTest::keySequence(m_window.get(), controlW);
    QCOMPARE(closed.size(), 0);
    QTest::keySequence(m_window.get(), controlJ);
    QCOMPARE(closed.size(), 1);
    const shell::KeySheet sheet(*m_commands, {}, {});
    QStringList texts;
    for (const QLabel* label : sheet.findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"Ctrl+J"_s));
    QVERIFY(!texts.contains(u"Ctrl+W"_s));
}

void TestKeyMap::aChangeReachesThePageAtOnce()
{
    int runs = 0;
    auto* page = new QPushButton(m_window.get());
    m_window->layout()->addWidget(page);
    widgets::bindKeys(page, command(u"log.wrap"_s), [&runs] { ++runs; });
    page->setFocus();
    QTRY_VERIFY(page->hasFocus());
    m_map->setKeys(u"log.wrap"_s, {controlJ, QKeySequence(Qt::Key_W)});
    QTest::keySequence(page, controlJ);
    QTest::keyClick(page, Qt::Key_W);
    QCOMPARE(runs, 2);
    QCOMPARE(widgets::withKeys(u"Wrap"_s, command(u"log.wrap"_s)), u"Wrap (Ctrl+J)"_s);
    m_map->reset(u"log.wrap"_s);
    QTest::keySequence(page, controlJ);
    QCOMPARE(runs, 2);
}

void TestKeyMap::singleKeysRestWhileOneTypes()
{
    int runs = 0;
    auto* page = new QWidget(m_window.get());
    auto* text = new QLineEdit(page);
    auto* box = new QComboBox(page);
    box->setEditable(true);
    m_window->layout()->addWidget(page);
    page->setFocusPolicy(Qt::StrongFocus);
    page->show();
    widgets::bindKeys(page, command(u"log.wrap"_s), [&runs] { ++runs; });
    m_map->setKeys(u"log.wrap"_s, {QKeySequence(Qt::Key_W), controlJ});
    text->setFocus();
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClick(text, 'w');
    QCOMPARE(runs, 0);
    QCOMPARE(text->text(), u"w"_s);
    QTest::keySequence(text, controlJ);
    QCOMPARE(runs, 1);
    box->setFocus();
    QTest::keyClick(box, 'w');
    QCOMPARE(runs, 1);
    // Anything an input method writes into counts as text.
    page->setAttribute(Qt::WA_InputMethodEnabled);
    page->setFocus();
    QTRY_VERIFY(page->hasFocus());
    QTest::keyClick(page, 'w');
    QCOMPARE(runs, 1);
    page->setAttribute(Qt::WA_InputMethodEnabled, false);
    QTest::keyClick(page, 'w');
    QCOMPARE(runs, 2);
}

void TestKeyMap::placesThatExcludeEachOtherMayShareKeys()
{
    // Find works in the log and in the YAML, which are never in front together.
    QVERIFY(m_map->rivals(u"yaml.find"_s, QKeySequence(QKeySequence::Find)).isEmpty());
    const auto rivals = m_map->rivals(u"log.find"_s, QKeySequence(u"Alt+1"_s));
    QCOMPARE(rivals.size(), 1);
    QCOMPARE(rivals.first()->id, u"deployment.overview"_s);
    QCOMPARE(m_map->rivals(u"deployment.yaml"_s, controlW).size(), 1);
}

void TestKeyMap::thePresetOfK9sChangesOnlyWhatItNames()
{
    m_map->setKeys(u"log.times"_s, {controlJ});
    m_map->setPreset(KeyMap::Preset::K9s);
    QCOMPARE(m_commands->action(u"view.reload"_s)->shortcut(), QKeySequence(Qt::Key_R));
    QCOMPARE(m_commands->action(u"file.close"_s)->shortcut(), controlW);
    QVERIFY(m_map->keys(command(u"deployment.yaml"_s)).contains(QKeySequence(Qt::Key_Y)));
    QCOMPARE(m_map->keys(command(u"log.times"_s)), QList<QKeySequence>{controlJ});
    m_map->setPreset(KeyMap::Preset::Drey);
    QVERIFY(!m_map->keys(command(u"deployment.yaml"_s)).contains(QKeySequence(Qt::Key_Y)));
}

void TestKeyMap::recordsWhatIsPressed_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("held");
    QTest::addColumn<QString>("keys");
    QTest::newRow("letter") << int(Qt::Key_G) << int(Qt::NoModifier) << u"G"_s;
    QTest::newRow("with Shift") << int(Qt::Key_G) << int(Qt::ShiftModifier) << u"Shift+G"_s;
    QTest::newRow("sign that needs Shift") << int(Qt::Key_Question) << int(Qt::ShiftModifier) << u"?"_s;
    QTest::newRow("chord") << int(Qt::Key_P) << int(Qt::ControlModifier | Qt::ShiftModifier) << u"Ctrl+Shift+P"_s;
    QTest::newRow("Tab") << int(Qt::Key_Tab) << int(Qt::ControlModifier) << u"Ctrl+Tab"_s;
    QTest::newRow("back Tab") << int(Qt::Key_Backtab) << int(Qt::ControlModifier | Qt::ShiftModifier)
                              << u"Ctrl+Shift+Tab"_s;
    QTest::newRow("only held") << int(Qt::Key_Control) << int(Qt::ControlModifier) << QString();
    QTest::newRow("Hangul key") << int(Qt::Key_Hangul) << int(Qt::NoModifier) << QString();
}

void TestKeyMap::recordsWhatIsPressed()
{
    QFETCH(const int, key);
    QFETCH(const int, held);
    QFETCH(const QString, keys);
    const QKeyEvent press(QEvent::KeyPress, key, Qt::KeyboardModifiers(held));
    QCOMPARE(settings::sequenceOf(press).toString(QKeySequence::PortableText), keys);
}

void TestKeyMap::namesWhoHasTheKeysBeforeTakingThem()
{
    settings::KeyboardPage page(*m_map);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* view = page.findChild<QTreeView*>();
    const auto choose = [view](const QString& name) {
        const auto found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, name);
        QVERIFY(!found.isEmpty());
        view->setCurrentIndex(found.first());
    };
    const auto button = [&page](const QString& text) {
        const auto all = page.findChildren<QPushButton*>();
        return *std::find_if(all.begin(), all.end(), [&text](const auto* one) { return one->text() == text; });
    };
    choose(u"Wrap the log's lines"_s);
    button(u"Record keys…"_s)->click();
    auto* recorder = page.findChild<settings::KeyRecorder*>();
    QTRY_VERIFY(recorder->hasFocus());
    QTest::keySequence(recorder, controlW);
    QVERIFY(!m_map->isChanged(u"log.wrap"_s));
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY2(texts.filter(u"Close this page"_s).size() == 1, qPrintable(texts.join(u'\n')));
    button(u"Use them here"_s)->click();
    QCOMPARE(m_map->keys(command(u"log.wrap"_s)), QList<QKeySequence>{controlW});
    QVERIFY(m_commands->action(u"file.close"_s)->shortcuts().isEmpty());
    button(u"Reset all"_s)->click();
    QCOMPARE(m_commands->action(u"file.close"_s)->shortcut(), controlW);
}

void TestKeyMap::escapeLeavesTheKeysAsTheyAre()
{
    settings::KeyRecorder recorder;
    QSignalSpy abandoned(&recorder, &settings::KeyRecorder::abandoned);
    QSignalSpy recorded(&recorder, &settings::KeyRecorder::recorded);
    recorder.show();
    recorder.start();
    QTest::keyClick(&recorder, Qt::Key_Escape);
    QCOMPARE(abandoned.size(), 1);
    QCOMPARE(recorded.size(), 0);
    // Not recording any more: nothing is taken.
    QTest::keyClick(&recorder, Qt::Key_G);
    QCOMPARE(recorded.size(), 0);
}

void TestKeyMap::findsACommandByItsKey()
{
    settings::KeyboardPage page(*m_map);
    page.findChild<widgets::SearchField*>()->setText(u"ctrl+w"_s);
    const auto* model = page.findChild<QTreeView*>()->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, settings::KeyTable::Name).data().toString(), u"Close this page"_s);
    QCOMPARE(model->index(0, settings::KeyTable::Where).data().toString(), u"Everywhere"_s);
}

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
