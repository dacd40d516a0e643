#include "tests/support/windowfixture.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/shell/activity.h"
#include "ui/shell/edges.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/tabarea.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

namespace {

const kube::ObjectKey settlement{u"payments"_s, u"payment-settlement"_s};

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
    void initTestCase() { m_it.prepare(u"tst_shell"_s); }
    void init() { m_it.begin(); }
    void cleanup() { m_it.end(); }

    void beginsWithTheWelcomePage();
    void theEdgeTellsTheEnvironmentOfThePage();
    void ofSeveralConnectionsTheStrictestIsShown();
    void theSameAddressIsOpenedOnce();
    void aConnectionThatClosesTakesItsPagesAlong();
    void aNarrowWindowFoldsTheDocksAndUnfoldsThem();
    void theStatusLineNamesEveryConnection();
    void losingAConnectionIsNoted();
    void theClockSwitchesBetweenLocalTimeAndUtc();
    void changingTheLanguageLeavesNoTextBehind();
    void allThatCanBePressedHasAName();
    void labelsOfTheWholeWindowArePlain();

private:
    support::WindowFixture m_it;
};

void TestShell::beginsWithTheWelcomePage()
{
    QCOMPARE(m_it.current().place, Place::Welcome);
    QCOMPARE(m_it.window().windowTitle(), u"Welcome — Drey"_s);
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Unset);
}

void TestShell::theEdgeTellsTheEnvironmentOfThePage()
{
    m_it.open(u"prod-seoul"_s);
    m_it.window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Production);
    QCOMPARE(m_it.window().edges().shown(), (std::array<bool, 4>{true, true, true, true}));
    const QColor corner = m_it.window().grab().toImage().pixelColor(1, 450);
    QCOMPARE(corner, theme::environment(base::Environment::Production).solid);

    flink::ConnectionSettings settings = m_it.drey->book().entry(connections::contextId(u"prod-seoul"_s))->settings;
    settings.environment = base::Environment::Staging;
    m_it.drey->book().setSettings(settings);
    QCOMPARE(m_it.window().edges().shown(), (std::array<bool, 4>{true, false, false, false}));
    settings.environment = base::Environment::Development;
    m_it.drey->book().setSettings(settings);
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Development);
    const QImage dashed = m_it.window().grab().toImage();
    QVERIFY(dashed.pixelColor(4, 1) != dashed.pixelColor(13, 1));
}

void TestShell::ofSeveralConnectionsTheStrictestIsShown()
{
    m_it.open(u"dev-local"_s);
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Development);
    m_it.open(u"stage-seoul"_s);
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Staging);
    m_it.open(u"prod-busan"_s);
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Production);
    m_it.drey->book().close(connections::contextId(u"prod-busan"_s));
    QCOMPARE(m_it.window().edges().environment(), base::Environment::Staging);
}

void TestShell::theSameAddressIsOpenedOnce()
{
    const auto* tabs = m_it.window().findChild<shell::TabArea*>();
    m_it.window().go({Place::Connections, {}, {}});
    const qsizetype before = tabs->pages().size();
    m_it.window().go({Place::Welcome, {}, {}});
    m_it.window().go({Place::Connections, {}, {}});
    QCOMPARE(tabs->pages().size(), before);
}

void TestShell::aConnectionThatClosesTakesItsPagesAlong()
{
    m_it.open(u"prod-seoul"_s);
    m_it.window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    const auto* tabs = m_it.window().findChild<shell::TabArea*>();
    const qsizetype before = tabs->pages().size();
    m_it.drey->book().close(connections::contextId(u"prod-seoul"_s));
    QCOMPARE(tabs->pages().size(), before - 1);
    QVERIFY(m_it.current().place != Place::Deployment);
    m_it.window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QVERIFY(m_it.current().place != Place::Deployment);
    QVERIFY(m_it.window().activity().unreadNotices() > 0);
}

void TestShell::aNarrowWindowFoldsTheDocksAndUnfoldsThem()
{
    auto* navigator = m_it.window().findChild<QDockWidget*>(u"navigator"_s);
    QVERIFY(navigator->isVisible());
    m_it.window().resize(1024, 640);
    QTRY_VERIFY(!navigator->isVisible());
    QCOMPARE(m_it.window().size(), QSize(1024, 640));
    m_it.window().resize(1400, 900);
    QTRY_VERIFY(navigator->isVisible());
}

void TestShell::theStatusLineNamesEveryConnection()
{
    m_it.open(u"prod-seoul"_s);
    m_it.open(u"dev-local"_s);
    auto* strip = m_it.window().findChild<shell::StatusStrip*>();
    const auto says = [strip](const QString& part) {
        const QList<QAbstractButton*> all = strip->findChildren<QAbstractButton*>();
        return std::any_of(all.begin(), all.end(), [&part](const QAbstractButton* button) { return button->text().contains(part); });
    };
    QTRY_VERIFY(says(u"prod-seoul"_s) && says(u"dev-local"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u" ms"_s), support::WindowFixture::patience);
    QVERIFY(textsOf(*strip).contains(u"Protected: nothing can be changed"_s));
}

void TestShell::losingAConnectionIsNoted()
{
    m_it.open(u"prod-seoul"_s);
    flink::Connection* connection = m_it.drey->book().connection(connections::contextId(u"prod-seoul"_s));
    QTRY_COMPARE_WITH_TIMEOUT(connection->state().kind, flink::ConnectionState::Kind::Live, support::WindowFixture::patience);
    const int before = m_it.window().activity().unreadNotices();
    m_it.server.interrupt();
    QTRY_VERIFY_WITH_TIMEOUT(connection->state().kind != flink::ConnectionState::Kind::Live, support::WindowFixture::patience);
    QTRY_VERIFY(m_it.window().activity().unreadNotices() > before);
    QVERIFY(m_it.server.resume());
    QTRY_COMPARE_WITH_TIMEOUT(connection->state().kind, flink::ConnectionState::Kind::Live, support::WindowFixture::patience * 2);
}

void TestShell::theClockSwitchesBetweenLocalTimeAndUtc()
{
    const auto before = m_it.drey->preferences().timeZone();
    auto* strip = m_it.window().findChild<shell::StatusStrip*>();
    QSignalSpy toggled(strip, &shell::StatusStrip::zoneToggled);
    const QList<QAbstractButton*> all = strip->findChildren<QAbstractButton*>();
    const auto clock = std::find_if(all.begin(), all.end(), [](const QAbstractButton* button) { return button->text().contains(u':'); });
    QVERIFY(clock != all.end());
    (*clock)->click();
    QCOMPARE(toggled.size(), 1);
    QVERIFY(m_it.drey->preferences().timeZone() != before);
}

// Names, states and keys stay as they are; whole words of English in a Korean window do not.
void TestShell::changingTheLanguageLeavesNoTextBehind()
{
    m_it.open(u"prod-seoul"_s);
    m_it.window().go({Place::Connections, {}, {}});
    m_it.press(QKeySequence(u"Ctrl+,"_s));
    auto* dialog = support::WindowFixture::openDialog<settings::PreferencesDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Preferences"_s);
    m_it.drey->preferences().setLanguage(settings::Preferences::Language::Korean);
    QTRY_COMPARE(dialog->windowTitle(), u"환경 설정"_s);
    QTRY_COMPARE(m_it.window().windowTitle(), u"연결 — Drey"_s);
    static const QRegularExpression hangul(u"[가-힣]"_s);
    static const QRegularExpression english(u"[A-Za-z]{3,}"_s);
    static const QRegularExpression kept(u"^(prod-|stage-|dev-|sample|https?://|localhost|team-a|Ctrl|Alt|English$|EN$|kubectl$|Drey$|token$"
                                         u"|UTC|Flink REST$|Kubernetes v|\\d\\d:|/tmp|~|#)"_s);
    QStringList left;
    const QStringList texts = textsOf(m_it.window()) + textsOf(*dialog);
    for (const QString& text : texts) {
        if (!text.contains(hangul) && text.contains(english) && !text.contains(kept) && !text.contains(m_it.home()))
            left.append(text);
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u" | "_s)));
    m_it.drey->preferences().setLanguage(settings::Preferences::Language::English);
    QTRY_COMPARE(m_it.window().windowTitle(), u"Connections — Drey"_s);
    for (const QString& text : textsOf(m_it.window()))
        QVERIFY2(!text.contains(hangul) || text == u"한국어", qPrintable(text));
}

void TestShell::allThatCanBePressedHasAName()
{
    m_it.open(u"prod-seoul"_s);
    for (const Place place : {Place::Fleet, Place::Connections, Place::Welcome}) {
        m_it.window().go({place, {}, {}});
        const QList<QAbstractButton*> buttons = m_it.window().findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            const bool isOfQt = button->inherits("QTabBar") || button->objectName().startsWith(u"qt_") || !button->isVisible()
                || QByteArrayView(button->metaObject()->className()) == "CloseButton";
            if (isOfQt || (button->focusPolicy() == Qt::NoFocus && button->text().isEmpty() && button->toolTip().isEmpty()))
                continue;
            const QString name = button->accessibleName() + button->text() + button->toolTip();
            QVERIFY2(!name.isEmpty(), button->metaObject()->className());
        }
    }
}

void TestShell::labelsOfTheWholeWindowArePlain()
{
    m_it.open(u"prod-seoul"_s);
    m_it.window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    const QList<QLabel*> labels = m_it.window().findChildren<QLabel*>();
    QVERIFY(labels.size() > 60);
    for (const QLabel* label : labels)
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
