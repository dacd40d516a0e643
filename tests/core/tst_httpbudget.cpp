#include "core/http/budget.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Exchange;
using support::Followed;
using support::readOf;
using support::Received;
using support::targetOf;

class HttpBudgetTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void letsABurstThroughAndThenPaces();
    void savesUpNoMoreThanABurst();
    void keepsInteractiveRequestsAheadOfPolling_data();
    void keepsInteractiveRequestsAheadOfPolling();
    void countsNoPagesOfAList();
    void pacesTheOpeningOfStreams();
};

void HttpBudgetTest::letsABurstThroughAndThenPaces()
{
    http::Budget budget(http::Rate{.perSecond = 0.1, .burst = 3});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(budget.take(), 0ms);
    const std::chrono::milliseconds fourth = budget.take();
    QVERIFY(fourth > 5s && fourth <= 10'001ms);
    const std::chrono::milliseconds fifth = budget.take();
    QVERIFY(fifth > 15s && fifth <= 20'001ms);
}

void HttpBudgetTest::savesUpNoMoreThanABurst()
{
    http::Budget budget(http::Rate{.perSecond = 1000, .burst = 2});
    QTest::qSleep(20); // worth twenty requests
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 0ms);
    QVERIFY(budget.take() <= 2ms);
    http::Budget slow(http::Rate{.perSecond = 1, .burst = 2});
    QTest::qSleep(20);
    slow.take();
    slow.take();
    QVERIFY(slow.take() > 900ms);
}

namespace {

http::Limits tightLimits()
{
    http::Limits limits;
    limits.interactive = {.perSecond = 1000, .burst = 1000};
    limits.view = {.perSecond = 5, .burst = 1};
    limits.background = {.perSecond = 5, .burst = 1};
    limits.streams = {.perSecond = 5, .burst = 1};
    return limits;
}

} // namespace

void HttpBudgetTest::keepsInteractiveRequestsAheadOfPolling_data()
{
    QTest::addColumn<http::Priority>("polling");
    QTest::newRow("of what is on the screen") << http::Priority::View;
    QTest::newRow("of what nobody looks at") << http::Priority::Background;
}

void HttpBudgetTest::keepsInteractiveRequestsAheadOfPolling()
{
    QFETCH(const http::Priority, polling);
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    client.setLimits(tightLimits());
    http::Request poll = readOf(u"/poll"_s);
    poll.priority = polling;
    QElapsedTimer clock;
    clock.start();
    Received first(client, poll), second(client, poll), third(client, poll);
    Received click(client, readOf(u"/click"_s));
    QTRY_VERIFY(click.isDone() && first.isDone() && second.isDone() && third.isDone());
    QCOMPARE(server.requests().size(), 4);
    QVERIFY(server.requests()[0].path == u"/click" || server.requests()[1].path == u"/click");
    QVERIFY2(clock.elapsed() >= 390, QByteArray::number(clock.elapsed()));
}

void HttpBudgetTest::countsNoPagesOfAList()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    http::Limits limits = tightLimits();
    limits.interactive = {.perSecond = 0.001, .burst = 0};
    client.setLimits(limits);
    http::Request page = readOf(u"/page"_s);
    page.priority = http::Priority::Paging;
    for (int i = 0; i < 5; ++i) {
        Received received(client, page);
        QTRY_VERIFY(received.isDone());
    }
}

void HttpBudgetTest::pacesTheOpeningOfStreams()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.startChunked(); });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    client.setLimits(tightLimits());
    QElapsedTimer clock;
    clock.start();
    Followed first(client, readOf(u"/watch"_s)), second(client, readOf(u"/watch"_s));
    QTRY_COMPARE(second.status, 200);
    QCOMPARE(first.status, 200);
    QVERIFY2(clock.elapsed() >= 190, QByteArray::number(clock.elapsed()));
}

QTEST_GUILESS_MAIN(HttpBudgetTest)
#include "tst_httpbudget.moc"
