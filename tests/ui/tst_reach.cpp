#include "tests/ui/shellfixture.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/shell/keysheet.h"

#include <QSignalSpy>

using namespace support;

/// Everything in the window can be found, pressed and read: palette, keys, names and languages.
class TestReach : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void paletteFindsCommandsInBothLanguages_data();
    void paletteFindsCommandsInBothLanguages();
    void paletteFindsADeploymentAndOpensIt();
    void everyMainThingHasAKey_data();
    void everyMainThingHasAKey();
    void aQuestionMarkOpensTheKeysUnlessOneTypes();
    void changingTheLanguageLeavesNoTextBehind();
    void allThatCanBePressedHasAName();
    void labelsOfTheWholeWindowArePlain();
};

void TestReach::paletteFindsCommandsInBothLanguages_data()
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

void TestReach::paletteFindsCommandsInBothLanguages()
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

void TestReach::paletteFindsADeploymentAndOpensIt()
{
    open(u"prod-seoul"_s);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    shell::Palette& palette = window().palettePopup();
    QTest::keyClicks(palette.line(), u"payment-sett"_s);
    QCOMPARE(palette.shownTexts().value(0), settlement.name);
    QTest::keyClick(palette.line(), Qt::Key_Return);
    QCOMPARE(current(), (Address{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement}));
}

void TestReach::everyMainThingHasAKey_data()
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

void TestReach::everyMainThingHasAKey()
{
    QFETCH(const QKeySequence, keys);
    QFETCH(const QString, command);
    QSignalSpy done(window().commands().action(command), &QAction::triggered);
    press(keys);
    QCOMPARE(done.size(), 1);
}

void TestReach::aQuestionMarkOpensTheKeysUnlessOneTypes()
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

// Names, states and keys stay as they are; whole words of English in a Korean window do not.
void TestReach::changingTheLanguageLeavesNoTextBehind()
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

void TestReach::allThatCanBePressedHasAName()
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

void TestReach::labelsOfTheWholeWindowArePlain()
{
    open(u"prod-seoul"_s);
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    const QList<QLabel*> labels = window().findChildren<QLabel*>();
    QVERIFY(labels.size() > 60);
    for (const QLabel* label : labels)
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

QTEST_MAIN(TestReach)
#include "tst_reach.moc"
