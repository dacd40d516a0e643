#include "app/gui/practice.h"
#include "tests/ui/practicefixture.h"
#include "tests/ui/shellfixture.h"
#include "ui/connections/welcomepage.h"
#include "ui/practice/practicepage.h"
#include "ui/shell/pagewindow.h"
#include "ui/shell/practiceband.h"
#include "ui/shell/workspace.h"

#include <QPushButton>
#include <QScopeGuard>

using namespace support;

/// The practice cluster in the window: the ways in, the band that stands over all of it, and how it goes again.
class TestPracticeWindow : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup();

    void theWelcomePageOpensItWithOneClick();
    void whoHasNoKubeconfigIsOfferedItFirst();
    void menuAndPaletteOpenIt();
    void aRehearsalNamedOnTheCommandLineIsPlayedAtOnce();
    void aRehearsalNobodyKnowsIsSaid();
    void theBandStandsOverEveryPageOfIt();
    void theBandTellsWhatOfAMixedPageIsPractice();
    void aPageInAWindowOfItsOwnHasTheBandToo();
    void theBandTellsHowTheRehearsalStands();
    void endingItTakesItsConnectionsAway();
    void namesTheUserHasAreLeftToHim();

private:
    void restart(const gui::StartOptions& options);
    void settled() { QTRY_VERIFY(!m_drey->practice().session().isStarting()); }
    void openPractice()
    {
        m_drey->practice().open();
        settled();
    }
    shell::PracticeBand& band() { return window().practiceBand(); }
    FakeWorld m_world;
};

void TestPracticeWindow::restart(const gui::StartOptions& options)
{
    m_drey.reset();
    gui::StartOptions with = options;
    with.practice = fakeSource(m_world);
    m_drey = std::make_unique<gui::Application>(*qApp, with);
    m_drey->start();
    window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestPracticeWindow::init()
{
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    QFile(m_home.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_world.clear();
    begin();
    restart({m_home.filePath(u"config"_s), {}, {}});
}

void TestPracticeWindow::cleanup()
{
    end();
    QTRY_COMPARE(m_world.running, 0);
}

void TestPracticeWindow::theWelcomePageOpensItWithOneClick()
{
    QCOMPARE(current().place, Place::Welcome);
    QVERIFY(!band().isVisible());
    for (auto* button : window().findChildren<QPushButton*>()) {
        if (button->text() == u"Open the practice cluster")
            button->click();
    }
    settled();
    QCOMPARE(m_world.begun, QStringList{u"company"_s});
    QCOMPARE(current().place, Place::Fleet);
    QVERIFY(m_drey->book().connection(connections::contextId(u"practice"_s)));
    QVERIFY(band().isVisible());
}

void TestPracticeWindow::whoHasNoKubeconfigIsOfferedItFirst()
{
    const auto offer = [this] {
        for (auto* button : window().findChildren<QPushButton*>()) {
            if (button->text() == u"Open the practice cluster")
                return button->isDefault();
        }
        return false;
    };
    QVERIFY(!offer());
    qputenv("KUBECONFIG", m_home.filePath(u"none"_s).toUtf8());
    const auto restore = qScopeGuard([] { qunsetenv("KUBECONFIG"); });
    restart({});
    QCOMPARE(current().place, Place::Welcome);
    QVERIFY(offer());
}

void TestPracticeWindow::menuAndPaletteOpenIt()
{
    window().commands().action(u"go.practice"_s)->trigger();
    QCOMPARE(current().place, Place::Practice);
    QVERIFY(m_world.begun.isEmpty());
    const QList<shell::Offer> offers = window().offers();
    const auto found = std::find_if(offers.begin(), offers.end(),
                                    [](const shell::Offer& offer) { return offer.id == u"file.practice"; });
    QVERIFY(found != offers.end());
    QVERIFY(found->names.contains(u"연습 클러스터 열기"_s));
    found->run();
    settled();
    QCOMPARE(m_world.begun.size(), 1);
    // Once more is not another cluster, nor another beginning.
    found->run();
    QCOMPARE(m_world.begun.size(), 1);
    QCOMPARE(m_world.running, 1);
}

void TestPracticeWindow::aRehearsalNamedOnTheCommandLineIsPlayedAtOnce()
{
    gui::StartOptions options;
    options.kubeconfig = m_home.filePath(u"config"_s);
    options.rehearsal = u"skewed-key"_s;
    restart(options);
    QTRY_COMPARE(current().place, Place::Practice);
    QCOMPARE(m_world.begun, QStringList{u"skewed-key"_s});
    options.rehearsal = QString();
    m_drey.reset();
    m_world.clear();
    restart(options);
    QTRY_COMPARE(current().place, Place::Fleet);
    QCOMPARE(m_world.begun, QStringList{u"company"_s});
}

void TestPracticeWindow::aRehearsalNobodyKnowsIsSaid()
{
    m_drey->practice().play(u"no-such-thing"_s);
    QVERIFY(!m_drey->practice().session().isOpen());
    QVERIFY(textsOf(window()).join(u'\n').contains(u"no-such-thing"));
}

void TestPracticeWindow::theBandStandsOverEveryPageOfIt()
{
    openPractice();
    const QString id = connections::contextId(u"practice"_s);
    for (const Address& address :
         {Address{Place::Fleet, {}, {}}, Address{Place::Practice, {}, {}}, Address{Place::Connections, {}, {}},
          Address{Place::Welcome, {}, {}}, Address{Place::Deployment, id, settlement}}) {
        window().go(address);
        QCOMPARE(current(), address);
        QVERIFY2(band().isVisible(), qPrintable(address.text()));
        QVERIFY(band().text().startsWith(u"PRACTICE"));
        QCOMPARE(band().width(), window().width() - 2 * band().mapTo(&window(), QPoint()).x());
    }
}

void TestPracticeWindow::theBandTellsWhatOfAMixedPageIsPractice()
{
    open(u"prod-seoul"_s);
    QVERIFY(!band().isVisible());
    openPractice();
    QVERIFY(band().text().contains(u"Not real on this page: practice"));
    window().go({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QVERIFY(!band().isVisible());
}

void TestPracticeWindow::aPageInAWindowOfItsOwnHasTheBandToo()
{
    openPractice();
    window().go({Place::Practice, {}, {}});
    shell::Page* page = window().currentPage();
    window().workspace().moveToWindow(page);
    const shell::PageWindow* apart = window().workspace().windowOf(page);
    QVERIFY(apart);
    QTRY_VERIFY(apart->practiceBand().isVisible());
}

void TestPracticeWindow::theBandTellsHowTheRehearsalStands()
{
    m_drey->practice().play(u"skewed-key"_s);
    settled();
    QVERIFY(band().text().contains(u"A skewed key"));
    Progress recovered = incident(m_world.progress, 5min);
    recovered.stage = Progress::Stage::Recovered;
    m_world.report(recovered);
    QTRY_VERIFY(band().text().contains(u"A skewed key: recovered"));
    openPractice();
    QCOMPARE(m_world.begun.size(), 1);
}

void TestPracticeWindow::endingItTakesItsConnectionsAway()
{
    openPractice();
    window().go({Place::Practice, {}, {}});
    const QString path = m_drey->practice().session().kubeconfig();
    QVERIFY(QFile::exists(path));
    m_drey->practice().session().end();
    QVERIFY(!QFile::exists(path));
    QVERIFY(!m_drey->book().entry(connections::contextId(u"practice"_s)));
    QVERIFY(!band().isVisible());
    QCOMPARE(current().place, Place::Practice);
}

void TestPracticeWindow::namesTheUserHasAreLeftToHim()
{
    QFile file(m_home.filePath(u"config"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray own = file.readAll().replace("dev-local", "practice");
    QVERIFY(file.resize(0) && file.seek(0) && file.write(own) == own.size());
    file.close();
    restart({m_home.filePath(u"config"_s), {}, {}});
    openPractice();
    QVERIFY(!m_drey->book().entry(connections::contextId(u"practice"_s))->isPractice);
    QVERIFY(m_drey->book().entry(connections::contextId(u"practice-2"_s))->isPractice);
    QVERIFY(!m_drey->book().connection(connections::contextId(u"practice"_s)));
}

QTEST_MAIN(TestPracticeWindow)
#include "tst_practicewindow.moc"
