#include "core/flink/connection.h"
#include "tests/support/connectionfixture.h"
#include "tests/support/hygiene.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support::connection;
using flink::ClusterObserver;
using flink::Connection;

/// What a connection asks a Flink cluster, how often, and what becomes of the answers.
class TestClusterObserver : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void sharesOneObserverForEachCluster();
    void letsAnObserverOutliveItsConnection();
    void readsEveryPartOfAJobThatIsFollowed();
    void asksForRestartsASecondTime();
    void keepsTheLastValuesDatedWhenAPollFails();
    void tellsOfAnAnswerThatDoesNotCome();
    void failsOnePartAlone();
    void listsThePodsWhileTheyAreAskedFor();
    void settlesWhenEveryQuestionHasItsAnswer();
    void asksLittleInTheBackground();
    void takesTheFastestPaceThatIsAskedFor();
    void pollsNoMoreClustersAtOnceThanTheBudgetAllows();
};

void TestClusterObserver::sharesOneObserverForEachCluster()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    auto observer = connection->observer({u"default"_s, u"orders"_s});
    QCOMPARE(connection->observer({u"default"_s, u"orders"_s}), observer);
    QVERIFY(connection->observer({u"default"_s, u"other"_s}) != observer);
    QVERIFY(!connection->observer());
    QCOMPARE(server.asked(), 0); // nobody looks yet

    flink::SessionJob sessionJob;
    sessionJob.metadata.nameSpace = u"default"_s;
    sessionJob.metadata.name = u"nightly"_s;
    sessionJob.deploymentName = u"orders"_s;
    QCOMPARE(connection->observer(flink::clusterOf(sessionJob)), observer);

    const auto attention = observer->attend(ClusterObserver::Pace::Foreground);
    QTRY_VERIFY(observer->view().jobs.isFresh());
    QCOMPARE(observer->view().jobs.value->first().id, job);
    QVERIFY(server.asked(proxy + u"/jobs/overview"_s) >= 1);
}

void TestClusterObserver::letsAnObserverOutliveItsConnection()
{
    Server server;
    server.serveFlink(proxy);
    server.serve(u"/api/v1/namespaces/default/pods"_s, listOf({}));
    auto connection = Connection::toContext(accessTo(server), settings(), quick());
    connection->open();
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    const auto pods = connection->pods({u"default"_s, u"orders"_s});
    connection.reset();
    observer->refresh();
    QTRY_VERIFY(observer->view().overview.isFresh());
    QTRY_VERIFY(pods->isComplete());
}

void TestClusterObserver::readsEveryPartOfAJobThatIsFollowed()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->follow(job);
    const auto attention = observer->attend(ClusterObserver::Pace::Foreground);
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    QCOMPARE(*observer->view().restarts.value(job).value, 2);
    QTRY_VERIFY(observer->view().details.value(job).isFresh());
    QTRY_VERIFY(observer->view().checkpoints.value(job).isFresh());
    QTRY_VERIFY(observer->view().exceptions.value(job).isFresh());
    QTRY_VERIFY(observer->view().checkpointConfigs.value(job).isFresh());
    QTRY_VERIFY(observer->view().taskManagers.isFresh());

    observer->unfollow(job); // the other one still looks
    QTRY_VERIFY(server.asked(proxy + u"/jobs/"_s + job) >= 5);
    QCOMPARE(server.asked(proxy + u"/jobs/%1/checkpoints/config"_s.arg(job)), 1); // it does not change
    observer->unfollow(job);
    QVERIFY(!observer->view().details.contains(job));
    observer->unfollow(job);
}

void TestClusterObserver::asksForRestartsASecondTime()
{
    Server server;
    server.serveFlink(proxy);
    const QString metrics = proxy + u"/jobs/%1/metrics"_s.arg(job);
    server.serve(metrics, "[]");
    flink::ConnectionTimes times = quick();
    times.poll.secondQuestion = 400ms; // time to change the answer
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh(); // one poll
    QTRY_COMPARE(server.asked(metrics), 1);
    server.serve(metrics, R"([{"id":"numRestarts","value":"5"}])");
    QTRY_COMPARE(observer->view().restarts.value(job).value.value_or(-1), 5);
    QCOMPARE(server.asked(metrics), 2);
    QCOMPARE(server.asked(proxy + u"/overview"_s), 1);
}

void TestClusterObserver::keepsTheLastValuesDatedWhenAPollFails()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh();
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    const QDateTime seen = observer->view().jobs.observedAt;

    server.serve(proxy + u"/overview"_s,
                 R"({"kind":"Status","reason":"ServiceUnavailable","message":"no endpoints","code":503})", 503);
    const int before = server.asked();
    observer->refresh();
    QTRY_VERIFY(observer->view().jobs.problem.has_value());
    QVERIFY(observer->view().jobs.isKnown());
    QCOMPARE(observer->view().jobs.observedAt, seen);
    QVERIFY(observer->view().checkpoints.value(job).problem.has_value());
    QCOMPARE(server.asked(), before + 1); // the rest was not asked
}

/// A cut network is not heard of: what was asked stays without a word, and what was known grows old meanwhile.
void TestClusterObserver::tellsOfAnAnswerThatDoesNotCome()
{
    Server server;
    server.serveFlink(proxy);
    flink::ConnectionTimes times = quick();
    times.poll.impatience = 200ms;
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh();
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    QTest::qWait(250);
    QVERIFY(observer->view().jobs.isFresh()); // nothing is asked, nothing is missed

    for (const QString& way : {u"/overview"_s, u"/jobs/overview"_s}) {
        server.isSilentAt = proxy + way;
        QSignalSpy told(observer.get(), &ClusterObserver::updated);
        observer->refresh();
        QTRY_VERIFY(observer->view().jobs.problem.has_value());
        QCOMPARE(observer->view().jobs.problem->message, u"Flink has not answered for 0.2 s."_s);
        QCOMPARE(observer->view().overview.isFresh(), way != u"/overview");
        QTRY_VERIFY(!told.isEmpty());

        server.speak(); // late is not never
        QTRY_VERIFY(observer->view().jobs.isFresh());
        QTRY_VERIFY(observer->view().checkpoints.value(job).isFresh());
        QVERIFY(observer->view().overview.isFresh());
    }
}

void TestClusterObserver::failsOnePartAlone()
{
    Server server;
    server.serveFlink(proxy);
    server.serve(proxy + u"/jobs/%1/exceptions"_s.arg(job), "not JSON");
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    observer->refresh();
    QTRY_VERIFY(observer->view().restarts.value(job).isFresh());
    QTRY_COMPARE(observer->view().exceptions.value(job).problem.value_or(base::Error()).kind,
                 base::Error::Kind::Decode);
    QTRY_VERIFY(observer->view().checkpoints.value(job).isFresh());
    QTRY_VERIFY(observer->view().jobs.isFresh());
}

void TestClusterObserver::listsThePodsWhileTheyAreAskedFor()
{
    const QString pods = u"/api/v1/namespaces/default/pods"_s;
    Server server;
    server.serve(proxy + u"/overview"_s, R"({"errors":["not yet"]})", 503);
    server.serve(pods, listOf({R"({"metadata":{"name":"orders-1","namespace":"default","uid":"p"}})"}));
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->refresh();
    QTRY_VERIFY(observer->view().overview.problem.has_value());
    QCOMPARE(server.asked(pods), 0);

    observer->followPods();
    observer->refresh();
    QTRY_VERIFY(observer->view().pods.isFresh()); // although Flink does not answer
    QCOMPARE(observer->view().pods.value->size(), 1);
    QCOMPARE(server.asked(pods), 1);
    observer->unfollowPods();
    QVERIFY(!observer->view().pods.isKnown());
}

void TestClusterObserver::settlesWhenEveryQuestionHasItsAnswer()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    const auto isFollowed = std::make_shared<bool>(false);
    connect(observer.get(), &ClusterObserver::updated, this, [&, isFollowed] {
        if (observer->view().jobs.isKnown() && !std::exchange(*isFollowed, true))
            observer->follow(job);
    });
    bool isComplete = false;
    int settled = 0;
    connect(observer.get(), &ClusterObserver::settled, this, [&] {
        ++settled;
        isComplete =
            observer->view().checkpoints.value(job).isFresh() && observer->view().restarts.value(job).isFresh();
    });
    const auto attention = observer->attend(ClusterObserver::Pace::Background);
    QTRY_COMPARE(settled, 1);
    QVERIFY(isComplete);
    QCOMPARE(server.asked(proxy + u"/jobs/overview"_s), 1); // the job was asked about by itself
    QCOMPARE(server.asked(proxy + u"/jobs/"_s + job), 1);
}

void TestClusterObserver::asksLittleInTheBackground()
{
    Server server;
    server.serveFlink(proxy);
    flink::ConnectionTimes times = quick();
    times.poll.background = 10ms;
    const auto connection = Connection::toContext(accessTo(server), settings(), times);
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    observer->follow(job);
    const auto attention = observer->attend(ClusterObserver::Pace::Background);
    QTRY_VERIFY(server.asked(proxy + u"/jobs/%1/checkpoints"_s.arg(job)) >= 3);
    QCOMPARE(server.asked(proxy + u"/jobs/"_s + job), 1);
    QCOMPARE(server.asked(proxy + u"/jobs/%1/checkpoints/config"_s.arg(job)), 1);
    QCOMPARE(server.asked(proxy + u"/taskmanagers"_s), 0);
}

void TestClusterObserver::takesTheFastestPaceThatIsAskedFor()
{
    Server server;
    server.serveFlink(proxy);
    const auto connection = Connection::toContext(accessTo(server), settings(), quick());
    const auto observer = connection->observer({u"default"_s, u"orders"_s});
    using Pace = ClusterObserver::Pace;
    QCOMPARE(observer->pace(), Pace::Stopped);
    auto table = observer->attend(Pace::Background);
    auto page = observer->attend(Pace::Foreground);
    QCOMPARE(observer->pace(), Pace::Foreground);
    QTRY_VERIFY(server.asked(proxy + u"/overview"_s) >= 3);
    page.reset();
    QCOMPARE(observer->pace(), Pace::Background);
    table.reset();
    QCOMPARE(observer->pace(), Pace::Stopped);
}

void TestClusterObserver::pollsNoMoreClustersAtOnceThanTheBudgetAllows()
{
    flink::PollBudget budget(2);
    QList<flink::PollBudget::Slot> held;
    const auto take = [&](flink::PollBudget::Slot slot) { held.append(std::move(slot)); };
    auto dying = std::make_unique<QObject>();
    budget.enter(this, take);
    budget.enter(this, take);
    budget.enter(dying.get(), take);
    budget.enter(this, take);
    QCOMPARE(held.size(), 2);
    dying.reset();
    held.removeFirst(); // gives its place to the next one that is still there
    QCOMPARE(held.size(), 2);
    held.clear();
    budget.enter(this, take);
    QCOMPARE(held.size(), 1);
}

QTEST_GUILESS_MAIN(TestClusterObserver)
#include "tst_clusterobserver.moc"
