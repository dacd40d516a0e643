#include "tests/support/hygiene.h"
#include "tests/ui/practicefixture.h"
#include "ui/practice/practicepage.h"
#include "ui/practice/scenariolist.h"
#include "ui/practice/statedrow.h"
#include "ui/practice/storycard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>

using namespace support;
using practice::PracticePage;
using practice::Session;

/// The page on which one rehearses, over a practice cluster that answers what the test wants.
class TestPracticePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhatThereIsToRehearse();
    void theFilterNarrowsAndIsUndoneWithOneClick();
    void enterStartsTheSelectedRehearsal();
    void goalsAreMetWhileOneLooksAtThem();
    void aHintTakesAClick();
    void aWrongAnswerIsMarkedAndTheRightOneEndsTheQuestion();
    void theSpeedOfTimeIsAClickAway();
    void theDeploymentsOfTheStoryAreOneClickAway();
    void onlyWholeNamesAreMeant();
    void theDebriefTellsCauseCureTimesAndDeeds();
    void givingUpShowsTheSolution();
    void anotherSelectedRehearsalShowsItsStoryAlone();
    void whyItDidNotStartStandsOnThePage();
    void speaksKoreanAtOnce();
    void everyControlHasANameAndIsReachedByTheKeyboard();

private:
    QPushButton* button(const QString& text) const;
    bool shows(const QString& text) const;
    void play(const QString& scenario);
    void step(practice::Duration since);

    QTemporaryDir m_home;
    widgets::TimeDisplay m_times;
    theme::Theme* m_theme = nullptr;
    FakeWorld m_world;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PracticePage> m_page;
};

void TestPracticePage::initTestCase()
{
    keepClean();
    m_theme = new theme::Theme(*qApp);
    m_theme->setParent(this);
}

void TestPracticePage::init()
{
    keepClean();
    m_world.clear();
    m_session = std::make_unique<Session>(fakeSource(m_world), m_home.path());
    m_page = std::make_unique<PracticePage>(*m_session);
    connect(m_page.get(), &PracticePage::playRequested, m_session.get(),
            [this](const QString& scenario) { m_session->play(scenario); });
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestPracticePage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

QPushButton* TestPracticePage::button(const QString& text) const
{
    for (QPushButton* each : m_page->findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

bool TestPracticePage::shows(const QString& text) const
{
    for (const QLabel* label : m_page->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void TestPracticePage::play(const QString& scenario)
{
    m_page->list().select(scenario);
    QVERIFY(button(u"Start the rehearsal"_s));
    button(u"Start the rehearsal"_s)->click();
    QTRY_VERIFY(m_session->isOpen() && !m_session->isStarting());
    QCOMPARE(m_world.begun.last(), scenario);
}

void TestPracticePage::step(practice::Duration since)
{
    m_world.report(incident(m_world.progress, since));
    QTRY_VERIFY(m_session->elapsed() >= since);
}

void TestPracticePage::showsWhatThereIsToRehearse()
{
    const QAbstractItemModel* model = m_page->list().view().model();
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(model->index(1, 0).data().toString(), u"A skewed key"_s);
    m_page->list().select(u"skewed-key"_s);
    QVERIFY(shows(u"The dashboards of parcel-tracking are late"_s));
    QVERIFY(button(u"Start the rehearsal"_s));
    QVERIFY(!shows(u"What is the cause?"_s));
}

void TestPracticePage::theFilterNarrowsAndIsUndoneWithOneClick()
{
    QListView& view = m_page->list().view();
    auto* field = m_page->findChild<widgets::SearchField*>();
    field->setFocus();
    QTest::keyClicks(field, u"noon release"_s);
    QCOMPARE(view.model()->rowCount(), 1);
    QCOMPARE(m_page->list().selected(), u"bad-image"_s);
    QTest::keyClicks(field, u" nothing"_s);
    QVERIFY(!view.isVisible());
    QVERIFY(m_page->list().selected().isEmpty());
    QVERIFY(button(u"Clear the filter"_s));
    button(u"Clear the filter"_s)->click();
    QCOMPARE(view.model()->rowCount(), 3);
    QVERIFY(view.isVisible());
}

void TestPracticePage::enterStartsTheSelectedRehearsal()
{
    QListView& view = m_page->list().view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QTRY_VERIFY(m_session->isOpen());
    QCOMPARE(m_world.begun, QStringList{u"skewed-key"_s});
    // Not again by a second Enter: it would begin anew.
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(m_world.begun.size(), 1);
}

void TestPracticePage::goalsAreMetWhileOneLooksAtThem()
{
    play(u"skewed-key"_s);
    step(4min);
    QVERIFY(shows(u"0 of 2 met"_s));
    Progress better = m_world.progress;
    better.goals[0].isMet = true;
    m_world.report(better);
    QTRY_VERIFY(shows(u"1 of 2 met"_s));
    QVERIFY(shows(u"04:0"_s));
}

void TestPracticePage::aHintTakesAClick()
{
    play(u"skewed-key"_s);
    QVERIFY(!shows(u"Look at one subtask."_s));
    button(u"Show a hint"_s)->click();
    QTRY_VERIFY(shows(u"1. Look at one subtask."_s));
    button(u"Show another hint"_s)->click();
    QTRY_VERIFY(shows(u"2. Look at its key."_s));
    QVERIFY(!button(u"Show another hint"_s));
}

void TestPracticePage::aWrongAnswerIsMarkedAndTheRightOneEndsTheQuestion()
{
    play(u"skewed-key"_s);
    const auto answer = [this](const QString& text) {
        for (const auto* row : m_page->findChildren<practice::StatedRow*>()) {
            if (row->text() == text)
                row->action()->click();
        }
    };
    answer(u"The sink is slow"_s);
    QVERIFY(shows(u"This is not it"_s));
    QVERIFY(shows(u"1 wrong answer"_s));
    answer(u"One key gets most of the records"_s);
    QVERIFY(shows(u"This is it"_s));
    QVERIFY(!button(u"Name it"_s));
}

void TestPracticePage::theSpeedOfTimeIsAClickAway()
{
    play(u"skewed-key"_s);
    for (auto* chip : m_page->findChildren<QAbstractButton*>()) {
        if (chip->text() == u"60×"_s)
            chip->click();
    }
    QCOMPARE(m_world.speeds, QList<double>{60});
}

void TestPracticePage::theDeploymentsOfTheStoryAreOneClickAway()
{
    play(u"skewed-key"_s);
    const kube::ObjectKey tracking{u"logistics"_s, u"parcel-tracking"_s};
    m_page->setDeployments({{u"payments"_s, u"payments"_s}, tracking});
    QList<kube::ObjectKey> opened;
    connect(m_page.get(), &PracticePage::openRequested, this, [&](const kube::ObjectKey& key) { opened.append(key); });
    QTRY_VERIFY(button(u"parcel-tracking"_s));
    QVERIFY(!button(u"payments"_s));
    button(u"parcel-tracking"_s)->click();
    QCOMPARE(opened, QList<kube::ObjectKey>{tracking});
}

void TestPracticePage::onlyWholeNamesAreMeant()
{
    const kube::ObjectKey orders{u"shop"_s, u"orders"_s};
    QCOMPARE(practice::namedIn(u"orders-eu is late"_s, {orders}), QList<kube::ObjectKey>());
    QCOMPARE(practice::namedIn(u"Look at orders."_s, {orders}), QList<kube::ObjectKey>{orders});
    QCOMPARE(practice::namedIn(u"‘orders’의 지연"_s, {orders}), QList<kube::ObjectKey>{orders});
    QCOMPARE(practice::namedIn(u"reorders"_s, {orders}), QList<kube::ObjectKey>());
}

void TestPracticePage::theDebriefTellsCauseCureTimesAndDeeds()
{
    play(u"skewed-key"_s);
    step(9min);
    QVERIFY(!shows(u"Debrief"_s));
    m_world.debrief = {u"One customer sends half of all records."_s,
                       u"Salt the key."_s,
                       {{m_world.progress.begun + 4min, u"practice"_s, u"PATCH flinkdeployments logistics/x"_s},
                        {m_world.progress.begun, {}, u"A customer is added."_s}}};
    Progress done = m_world.progress;
    done.stage = Progress::Stage::Recovered;
    done.detected = 4min;
    done.recovered = 9min;
    m_world.report(done);
    QTRY_VERIFY(shows(u"Debrief"_s));
    for (const QString& text : {u"One customer sends half of all records."_s, u"Salt the key."_s, u"04:00"_s,
                                u"09:00"_s, u"100 of 100"_s, u"PATCH flinkdeployments logistics/x"_s, u"+04:00"_s})
        QVERIFY2(shows(text), qPrintable(text));
    QVERIFY(!button(u"Give up and show the solution"_s));
}

void TestPracticePage::givingUpShowsTheSolution()
{
    play(u"bad-image"_s);
    step(1min);
    m_world.debrief.cause = u"Nobody pushed the tag."_s;
    button(u"Give up and show the solution"_s)->click();
    QVERIFY(shows(u"Nobody pushed the tag."_s));
    QVERIFY(!shows(u"0 of 100"_s));
    button(u"Start again"_s)->click();
    QVERIFY(!shows(u"Nobody pushed the tag."_s));
    QTRY_VERIFY(!m_session->isStarting());
    QCOMPARE(m_world.begun.size(), 2);
}

void TestPracticePage::anotherSelectedRehearsalShowsItsStoryAlone()
{
    play(u"skewed-key"_s);
    QVERIFY(shows(u"What is the cause?"_s));
    m_page->list().select(u"bad-image"_s);
    QVERIFY(shows(u"A release went out at noon."_s));
    QVERIFY(!shows(u"What is the cause?"_s));
    QVERIFY(button(u"Start the rehearsal"_s));
    m_page->list().select(u"skewed-key"_s);
    QVERIFY(shows(u"What is the cause?"_s));
}

void TestPracticePage::whyItDidNotStartStandsOnThePage()
{
    m_world.problem = u"no free port"_s;
    m_page->list().select(u"bad-image"_s);
    button(u"Start the rehearsal"_s)->click();
    QTRY_VERIFY(shows(u"no free port"_s));
    QVERIFY(!button(u"End the practice cluster"_s));
}

void TestPracticePage::speaksKoreanAtOnce()
{
    play(u"skewed-key"_s);
    QTranslator korean;
    QVERIFY(korean.load(u":/translations/drey_ko.qm"_s));
    QCoreApplication::installTranslator(&korean);
    QTRY_VERIFY(shows(u"원인은 무엇일까요?"_s));
    QVERIFY(button(u"다시 시작"_s));
    QCoreApplication::removeTranslator(&korean);
    QTRY_VERIFY(shows(u"What is the cause?"_s));
}

void TestPracticePage::everyControlHasANameAndIsReachedByTheKeyboard()
{
    play(u"skewed-key"_s);
    m_page->setDeployments({{u"logistics"_s, u"parcel-tracking"_s}});
    QSet<const QWidget*> reached;
    m_page->list().view().setFocus();
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (const auto* each : m_page->findChildren<QAbstractButton*>()) {
        if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus)
            continue;
        QVERIFY2(!each->text().isEmpty() || !each->accessibleName().isEmpty(), each->metaObject()->className());
        QVERIFY2(reached.contains(each), qPrintable(each->text()));
    }
}

QTEST_MAIN(TestPracticePage)
#include "tst_practicepage.moc"
