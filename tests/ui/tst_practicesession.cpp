#include "tests/support/hygiene.h"
#include "tests/ui/practicefixture.h"
#include "ui/practice/score.h"
#include "ui/practice/session.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <thread>

using namespace support;
using practice::Session;

/// One practice cluster on demand, its kubeconfig, and what is known of the rehearsal in it.
class TestPracticeSession : public QObject
{
    Q_OBJECT

private slots:
    void init() { keepClean(); }

    void startsWithOneCallAndTakesItsKubeconfigAway();
    void saysWhyItCannotStart();
    void saysWhyItsKubeconfigCannotBeWritten();
    void doesNotKnowRehearsalsThatAreNone();
    void anotherRehearsalIsPlayedInTheSameCluster();
    void reportsComeFromTheThreadOfTheCluster();
    void theClockRunsOnBetweenTwoReportsAtTheSpeedOfTheCluster();
    void theClockStandsWhenTheClusterHasRecovered();
    void aHintIsShownOnceItWasTaken();
    void everyAnswerCountsOnce();
    void whoGivesUpIsDone();
    void endingItWhileItIsSetUpLeavesNothing();
    void onlyOneIsSetUpAtATime();
    void helpAndTimeCostPoints();
    void aWatchShowsHoursOnlyWhenThereAreSome();

private:
    QTemporaryDir m_home;
    FakeWorld m_world;
    Session& fresh();
    std::unique_ptr<Session> m_session;
};

/// Plays it, and waits until it is played or cannot be.
static void begin(Session& session, const QString& rehearsal)
{
    session.play(rehearsal);
    QTRY_VERIFY(!session.isStarting());
}

Session& TestPracticeSession::fresh()
{
    m_session.reset();
    m_world.clear();
    m_session = std::make_unique<Session>(fakeSource(m_world), m_home.path());
    return *m_session;
}

void TestPracticeSession::startsWithOneCallAndTakesItsKubeconfigAway()
{
    Session& session = fresh();
    QVERIFY(!session.isOpen());
    const QSignalSpy opened(&session, &Session::opened);
    begin(session, u"company"_s);
    QVERIFY(session.problem().isEmpty());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(session.current()->title, u"A quiet day"_s);
    const QString path = session.kubeconfig();
    QVERIFY(path.startsWith(m_home.path()));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    session.end();
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_world.running, 0);
    QVERIFY(!session.current());
}

void TestPracticeSession::saysWhyItCannotStart()
{
    Session& session = fresh();
    m_world.problem = u"no free port"_s;
    begin(session, u"company"_s);
    QVERIFY(session.problem().contains(u"no free port"));
    QVERIFY(!session.isOpen());
    QCOMPARE(m_world.running, 0);
}

void TestPracticeSession::saysWhyItsKubeconfigCannotBeWritten()
{
    m_world.clear();
    Session session(fakeSource(m_world), m_home.filePath(u"nowhere"_s));
    begin(session, u"company"_s);
    QVERIFY(session.problem().contains(u"nowhere"));
    QVERIFY(session.kubeconfig().isEmpty());
    QCOMPARE(m_world.running, 0);
}

void TestPracticeSession::doesNotKnowRehearsalsThatAreNone()
{
    Session& session = fresh();
    begin(session, u"no-such-thing"_s);
    QVERIFY(session.problem().contains(u"no-such-thing"));
    QVERIFY(m_world.begun.isEmpty());
}

void TestPracticeSession::anotherRehearsalIsPlayedInTheSameCluster()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    const QString path = session.kubeconfig();
    session.takeHint();
    session.accuse(u"b-sink"_s);
    session.giveUp();
    begin(session, u"bad-image"_s);
    QVERIFY(session.problem().isEmpty());
    QCOMPARE(m_world.begun, (QStringList{u"skewed-key"_s, u"bad-image"_s}));
    QCOMPARE(m_world.running, 1);
    QCOMPARE(session.kubeconfig(), path);
    QVERIFY(session.takenHints().isEmpty() && session.accused().isEmpty() && !session.isOver());
}

void TestPracticeSession::reportsComeFromTheThreadOfTheCluster()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    bool wasElsewhere = false;
    connect(&session, &Session::changed, this,
            [&] { wasElsewhere = wasElsewhere || QThread::currentThread() != session.thread(); });
    std::thread([this] { m_world.report(incident(m_world.progress, 1min)); }).join();
    QVERIFY(session.progress().stage == Progress::Stage::Preparing);
    QTRY_VERIFY(session.progress().stage == Progress::Stage::Incident);
    QVERIFY(!wasElsewhere);
    // What the cluster had said of the rehearsal before is not told of the next one.
    std::thread([this] { m_world.report(incident(m_world.progress, 2min)); }).join();
    begin(session, u"bad-image"_s);
    QCoreApplication::processEvents();
    QCOMPARE(session.progress().scenario, u"bad-image"_s);
    QVERIFY(session.progress().stage == Progress::Stage::Preparing);
}

void TestPracticeSession::theClockRunsOnBetweenTwoReportsAtTheSpeedOfTheCluster()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    QCOMPARE(session.elapsed(), practice::Duration(0));
    m_world.report(incident(m_world.progress, 1min));
    QTRY_VERIFY(session.elapsed() >= 1min);
    session.setSpeed(60);
    QCOMPARE(m_world.speeds, QList<double>{60});
    const practice::Duration before = session.elapsed();
    QTRY_VERIFY(session.elapsed() - before > 10s);
}

void TestPracticeSession::theClockStandsWhenTheClusterHasRecovered()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    Progress recovered = incident(m_world.progress, 20min);
    recovered.stage = Progress::Stage::Recovered;
    recovered.recovered = 7min;
    m_world.report(recovered);
    QTRY_COMPARE(session.elapsed(), practice::Duration(7min));
    QVERIFY(session.isOver());
    session.giveUp();
    QVERIFY(!session.isGivenUp());
}

void TestPracticeSession::aHintIsShownOnceItWasTaken()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    QVERIFY(session.takenHints().isEmpty());
    session.takeHint();
    QCOMPARE(session.takenHints(), QStringList{u"Look at one subtask."_s});
    session.takeHint();
    session.takeHint();
    QCOMPARE(session.takenHints().size(), 2);
}

void TestPracticeSession::everyAnswerCountsOnce()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    session.accuse(u"b-sink"_s);
    session.accuse(u"b-sink"_s);
    QCOMPARE(session.progress().wrongSuspects, 1);
    QVERIFY(!session.foundCause());
    session.accuse(u"a-skew"_s);
    QCOMPARE(session.foundCause(), u"a-skew"_s);
    session.accuse(u"other"_s);
    QCOMPARE(session.accused(), (QStringList{u"b-sink"_s, u"a-skew"_s}));
}

void TestPracticeSession::whoGivesUpIsDone()
{
    Session& session = fresh();
    begin(session, u"skewed-key"_s);
    m_world.debrief.cause = u"The key of one big customer."_s;
    QVERIFY(!session.isOver());
    session.giveUp();
    QVERIFY(session.isOver() && session.isGivenUp());
    QCOMPARE(session.debrief().cause, m_world.debrief.cause);
}

void TestPracticeSession::endingItWhileItIsSetUpLeavesNothing()
{
    Session& session = fresh();
    const QSignalSpy begun(&session, &Session::begun);
    session.play(u"company"_s);
    QVERIFY(session.isStarting() && !session.isOpen());
    QCOMPARE(session.current()->name, u"company"_s);
    session.end();
    QVERIFY(!session.isStarting() && !session.current());
    QTRY_COMPARE(m_world.begun.size(), 1);
    QTRY_COMPARE(m_world.running, 0);
    QCOMPARE(begun.size(), 0);
    QVERIFY(QDir(m_home.path()).isEmpty());
}

void TestPracticeSession::onlyOneIsSetUpAtATime()
{
    Session& session = fresh();
    session.play(u"skewed-key"_s);
    session.play(u"bad-image"_s);
    session.takeHint();
    session.accuse(u"b-sink"_s);
    session.giveUp();
    QTRY_VERIFY(!session.isStarting());
    QCOMPARE(m_world.begun, QStringList{u"skewed-key"_s});
    QVERIFY(session.takenHints().isEmpty() && session.accused().isEmpty() && !session.isOver());
}

void TestPracticeSession::helpAndTimeCostPoints()
{
    using practice::Ending;
    Progress fast;
    fast.detected = 2min;
    fast.recovered = 9min;
    QCOMPARE(practice::scoreOf(fast, 1, Ending::Recovered).points, 100);
    QVERIFY(practice::scoreOf(fast, 1, Ending::Recovered).deductions.isEmpty());
    Progress helped = fast;
    helped.hintsTaken = 2;
    helped.wrongSuspects = 1;
    QCOMPARE(practice::scoreOf(helped, 1, Ending::Recovered).points, 65);
    QCOMPARE(practice::scoreOf(helped, 1, Ending::Recovered).deductions.size(), 2);
    Progress slow = fast;
    slow.detected = 7min + 1s;
    slow.recovered = 15min;
    QCOMPARE(practice::scoreOf(slow, 1, Ending::Recovered).points, 92);
    QCOMPARE(practice::scoreOf(slow, 2, Ending::Recovered).points, 100);
    slow.detected.reset();
    slow.recovered = 24h;
    slow.hintsTaken = 9;
    QCOMPARE(practice::scoreOf(slow, 3, Ending::Recovered).points, 0);
    QCOMPARE(practice::scoreOf(fast, 1, Ending::GivenUp).points, 0);
}

void TestPracticeSession::aWatchShowsHoursOnlyWhenThereAreSome()
{
    QCOMPARE(practice::watchText(0ms), u"00:00"_s);
    QCOMPARE(practice::watchText(4min + 12s + 900ms), u"04:12"_s);
    QCOMPARE(practice::watchText(2h + 3min + 4s), u"2:03:04"_s);
    QCOMPARE(practice::watchText(-5s), u"00:00"_s);
}

QTEST_GUILESS_MAIN(TestPracticeSession)
#include "tst_practicesession.moc"
