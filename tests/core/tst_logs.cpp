#include "core/kube/logs.h"

#include "tests/support/byteserver.h"
#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using State = kube::LogStream::State;

namespace {

/// A line with a time `nanosecond` behind 2025-01-02T03:04:05Z.
QByteArray line(int nanosecond, const QByteArray& text, int second = 5)
{
    return "2025-01-02T03:04:0" + QByteArray::number(second) + '.' +
           QByteArray::number(nanosecond).rightJustified(9, '0') + "Z " + text + '\n';
}

kube::LogTimes quickLogTimes()
{
    return {.firstPause = 1ms, .longestPause = 4ms, .healthyAfter = 1s, .gather = 1ms};
}

QStringList texts(const kube::LogBuffer& lines)
{
    QStringList all;
    for (qsizetype i = 0; i < lines.size(); ++i)
        all.append(lines.at(i).text);
    return all;
}

} // namespace

/// Reading the log of a container: nothing lost, nothing doubled, nothing that grows without end.
class LogsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        m_api = std::make_unique<FakeApi>();
    }
    void cleanup();

    void asksForWhatWasWanted();
    void case67_takesUpABrokenLogWithoutLosingOrDoublingALine();
    void case67_tellsEqualLinesOfOneMomentApart();
    void case68_asksOnceMoreWhenTheStreamEndsThenIsAtItsEnd();
    void endsAfterThePreviousContainer();
    void showsTheLastLineWithoutALineBreak();
    void saysWhyThereIsNoLog_data();
    void saysWhyThereIsNoLog();
    void waitsForAContainerThatStarts();
    void case66_survivesAnythingThatIsNoText();
    void case66_cutsALineOfTenMegabytes();
    void readsNoFurtherWhenTold();
    void case66_makesTheSenderWaitWhenItCannotKeepUp();
    void case66_followsAHundredThousandLinesASecond();
    void case66_feelsAPauseOnTheWire();
    void stopsInsideItsOwnSignal();

private:
    kube::LogStream& start(kube::LogQuery query = {}, qint64 keptBytes = 1024 * 1024);
    void openStream(qsizetype count);
    FakeStream& stream() { return *m_api->stream(); }

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<kube::LogStream> m_log;
};

void LogsTest::cleanup()
{
    m_log.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
}

kube::LogStream& LogsTest::start(kube::LogQuery query, qint64 keptBytes)
{
    query.nameSpace = u"prod"_s;
    query.pod = u"jm-0"_s;
    query.container = u"flink-main-container"_s;
    m_log = std::make_unique<kube::LogStream>(*m_api, query, keptBytes, quickLogTimes());
    m_log->start();
    return *m_log;
}

void LogsTest::openStream(qsizetype count)
{
    QTRY_COMPARE(m_api->streams.size(), count);
    QVERIFY(m_api->stream());
    stream().open();
}

void LogsTest::asksForWhatWasWanted()
{
    start({.tailLines = 100});
    QCOMPARE(m_log->state(), State::Connecting);
    const http::Request request = m_api->requests.last();
    QCOMPARE(request.path, u"/api/v1/namespaces/prod/pods/jm-0/log"_s);
    QCOMPARE(parameter(request, u"container"_s), u"flink-main-container"_s);
    QCOMPARE(parameter(request, u"follow"_s), u"true"_s);
    QCOMPARE(parameter(request, u"timestamps"_s), u"true"_s);
    QCOMPARE(parameter(request, u"tailLines"_s), u"100"_s);
    QVERIFY(parameter(request, u"previous"_s).isNull());
    QVERIFY(parameter(request, u"sinceTime"_s).isNull());
    QCOMPARE(request.total, 0ms);
    QCOMPARE(request.silence, 0ms);
    openStream(1);
    QCOMPARE(m_log->state(), State::Following);

    kube::LogStream outside(*m_api, {.nameSpace = u".."_s, .pod = u"x"_s});
    outside.start();
    QCOMPARE(outside.state(), State::Failed);
    QCOMPARE(m_api->requests.size(), 1);
}

void LogsTest::case67_takesUpABrokenLogWithoutLosingOrDoublingALine()
{
    start({.tailLines = 2});
    openStream(1);
    stream().send(line(100, "a", 4) + line(1, "b") + line(2, "c") + line(3, "half").chopped(3));
    QTRY_COMPARE(m_log->lines().size(), 3);
    stream().cut();
    openStream(2);
    QCOMPARE(m_log->state(), State::Following);
    QCOMPARE(parameter(stream().request, u"sinceTime"_s), u"2025-01-02T03:04:05Z"_s);
    QVERIFY(parameter(stream().request, u"tailLines"_s).isNull());
    // The server begins with the whole second again; a late line of it was never seen.
    stream().send(line(1, "b") + line(0, "late") + line(2, "c") + line(3, "half") + line(1, "d", 6));
    QTRY_COMPARE(texts(m_log->lines()), QStringList({u"a"_s, u"b"_s, u"c"_s, u"late"_s, u"half"_s, u"d"_s}));
    stream().cut();
    openStream(3);
    QCOMPARE(parameter(stream().request, u"sinceTime"_s), u"2025-01-02T03:04:06Z"_s);
    stream().send(line(1, "d", 6));
    stream().send(line(2, "e", 6));
    QTRY_COMPARE(m_log->lines().size(), 7);
    QCOMPARE(texts(m_log->lines()).last(), u"e"_s);
}

void LogsTest::case67_tellsEqualLinesOfOneMomentApart()
{
    start();
    openStream(1);
    stream().send(line(7, "same") + line(7, "same"));
    QTRY_COMPARE(m_log->lines().size(), 2);
    for (qsizetype i = 2; i < 5; ++i) {
        stream().cut();
        openStream(i);
        stream().send(line(7, "same") + line(7, "same"));
        stream().send(i == 4 ? line(7, "same") + line(8, "end") : QByteArray());
    }
    QTRY_COMPARE(texts(m_log->lines()), QStringList({u"same"_s, u"same"_s, u"same"_s, u"end"_s}));
}

void LogsTest::case68_asksOnceMoreWhenTheStreamEndsThenIsAtItsEnd()
{
    start();
    openStream(1);
    stream().send(line(1, "a"));
    stream().end();
    openStream(2);
    stream().send(line(1, "a") + line(2, "restarted"));
    stream().end();
    openStream(3);
    stream().send(line(1, "a") + line(2, "restarted"));
    stream().end();
    QTRY_COMPARE(m_log->state(), State::Ended);
    QCOMPARE(texts(m_log->lines()), QStringList({u"a"_s, u"restarted"_s}));
    QVERIFY(!m_log->lastError());
    m_log->retryNow();
    QTRY_COMPARE(m_api->streams.size(), 4);
}

void LogsTest::endsAfterThePreviousContainer()
{
    start({.instance = kube::LogQuery::Instance::Previous});
    QCOMPARE(parameter(m_api->requests.last(), u"previous"_s), u"true"_s);
    QVERIFY(parameter(m_api->requests.last(), u"follow"_s).isNull());
    openStream(1);
    stream().send(line(1, "a"));
    stream().end();
    QTRY_COMPARE(m_log->state(), State::Ended);
    QCOMPARE(m_api->streams.size(), 1);
    QCOMPARE(m_log->lines().size(), 1);
}

void LogsTest::showsTheLastLineWithoutALineBreak()
{
    start({.mode = kube::LogQuery::Mode::Once});
    openStream(1);
    stream().send(line(1, "a") + line(2, "last words").chopped(1));
    stream().end();
    QTRY_COMPARE(m_log->state(), State::Ended);
    QCOMPARE(texts(m_log->lines()), QStringList({u"a"_s, u"last words"_s}));
}

void LogsTest::saysWhyThereIsNoLog_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<State>("state");

    QTest::newRow("not permitted") << 403 << u"Forbidden"_s << State::Failed;
    QTest::newRow("no such pod") << 404 << u"NotFound"_s << State::Failed;
    QTest::newRow("the node is down") << 500 << u"InternalError"_s << State::Waiting;
    QTest::newRow("not logged in") << 401 << u"Unauthorized"_s << State::Waiting;
    QTest::newRow("busy") << 429 << u"TooManyRequests"_s << State::Waiting;
}

void LogsTest::saysWhyThereIsNoLog()
{
    QFETCH(int, status);
    QFETCH(QString, reason);
    start();
    stream().refuse(status, statusJson(status, reason, u"the server's words"_s));
    QTEST(m_log->state(), "state");
    QCOMPARE(m_log->lastError()->reason, reason);
    if (m_log->state() == State::Waiting)
        QTRY_COMPARE(m_api->streams.size(), 2);
}

void LogsTest::waitsForAContainerThatStarts()
{
    start();
    stream().refuse(400, statusJson(400, u"BadRequest"_s,
                                    u"container \"a\" in pod \"b\" is waiting to start: ContainerCreating"_s));
    QCOMPARE(m_log->state(), State::Waiting);
    QVERIFY(m_log->lastError()->message.contains(u"ContainerCreating"));
    openStream(2);
    QCOMPARE(m_log->state(), State::Following);
    QVERIFY(!m_log->lastError());

    start({.instance = kube::LogQuery::Instance::Previous});
    stream().refuse(400, statusJson(400, u"BadRequest"_s, u"previous terminated container not found"_s));
    QCOMPARE(m_log->state(), State::Failed);
}

// Binary, invalid UTF-8, NUL.
void LogsTest::case66_survivesAnythingThatIsNoText()
{
    start();
    openStream(1);
    QByteArray noise;
    for (int i = 0; i < 256; ++i)
        noise.append(char(i));
    stream().send(line(1, QByteArray("a\0b", 3)) + line(2, "\xff\xfe\xc0 한국어") + noise + '\n' + "\x01\n" +
                  line(3, "end"));
    QTRY_VERIFY(m_log->lines().size() >= 5 && texts(m_log->lines()).last() == u"end");
    QCOMPARE(m_log->lines().at(0).text, QString(u"a\0b"_s));
    QVERIFY(m_log->lines().at(1).text.contains(QChar::ReplacementCharacter));
    QVERIFY(m_log->lines().at(1).text.endsWith(u"한국어"));
}

// One line without an end.
void LogsTest::case66_cutsALineOfTenMegabytes()
{
    start();
    openStream(1);
    stream().send(line(1, "").chopped(1));
    for (int i = 0; i < 10 * 16; ++i)
        stream().send(QByteArray(64 * 1024, 'x'));
    stream().send("\n" + line(2, QByteArray(kube::longestLogLine * 2, 'y')) + line(3, "end"));
    QTRY_VERIFY(m_log->lines().size() > 0 && texts(m_log->lines()).last() == u"end");
    const kube::LogLine* cut = nullptr;
    for (qsizetype i = 0; i < m_log->lines().size(); ++i) {
        if (m_log->lines().at(i).isCut)
            cut = &m_log->lines().at(i);
        QVERIFY(m_log->lines().at(i).text.size() <= kube::longestLogLine);
    }
    QVERIFY(cut);
    QVERIFY(cut->time > 0);
}

void LogsTest::readsNoFurtherWhenTold()
{
    start();
    openStream(1);
    m_log->setPaused(true);
    QVERIFY(stream().isPaused);
    stream().send(line(1, "what was under way still arrives"));
    QTRY_COMPARE(m_log->lines().size(), 1);
    QVERIFY(stream().isPaused);
    m_log->setPaused(false);
    QVERIFY(!stream().isPaused);
    m_log->setPaused(true);
    stream().cut();
    openStream(2);
    QVERIFY(stream().isPaused);
}

// The reader is slower than the sender.
void LogsTest::case66_makesTheSenderWaitWhenItCannotKeepUp()
{
    start();
    openStream(1);
    const QByteArray block = line(1, QByteArray(1'000, 'x')).repeated(1'000);
    for (int i = 0; i < 40 && !stream().isPaused; ++i)
        stream().send(block);
    QVERIFY(stream().isPaused);
    QTRY_VERIFY(!stream().isPaused);
    QVERIFY(m_log->lines().bytes() <= 1024 * 1024);
}

void LogsTest::case66_followsAHundredThousandLinesASecond()
{
    start({}, 8 * 1024 * 1024);
    openStream(1);
    qsizetype added = 0;
    int batches = 0;
    connect(m_log.get(), &kube::LogStream::received, this, [&](qsizetype more, qsizetype) {
        added += more;
        ++batches;
    });
    QByteArray block;
    for (int i = 0; i < 1'000; ++i)
        block += line(i, "2025-01-02 03:04:05,000 INFO org.apache.flink.runtime.checkpoint - Completed checkpoint");
    for (int i = 0; i < 100; ++i) {
        stream().send(block);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_log->lines().droppedLines() + m_log->lines().size(), 100'000);
    QVERIFY2(batches <= 100, qPrintable(QString::number(batches)));
    QVERIFY(added <= 100'000);
    QVERIFY(m_log->lines().bytes() <= 8 * 1024 * 1024);
}

// The window of TCP closes.
void LogsTest::case66_feelsAPauseOnTheWire()
{
    ByteServer server;
    std::optional<Exchange> exchange;
    server.onRequest([&](Exchange& asked) {
        exchange = asked;
        asked.startChunked();
    });
    QVERIFY(server.listen());
    http::Target target;
    target.base = server.url();
    http::Client client(target, nullptr);
    const std::unique_ptr<kube::Api> api = kube::httpApi(client);
    kube::LogStream log(*api, {.nameSpace = u"prod"_s, .pod = u"jm-0"_s}, 1024 * 1024, quickLogTimes());
    log.start();
    QTRY_COMPARE(log.state(), State::Following);
    log.setPaused(true);
    const QByteArray block = line(1, QByteArray(1'000, 'x')).repeated(1'000);
    for (int i = 0; i < 64; ++i)
        exchange->chunk(block);
    QTest::qWait(300); // time in which everything would have gone
    QVERIFY2(exchange->bytesWaiting() > 32 * 1024 * 1024, qPrintable(QString::number(exchange->bytesWaiting())));
    log.setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(exchange->bytesWaiting(), 0, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(log.lines().droppedLines() + log.lines().size(), 64'000, 30'000);
}

void LogsTest::stopsInsideItsOwnSignal()
{
    start();
    openStream(1);
    connect(m_log.get(), &kube::LogStream::received, this, [this] { m_log->stop(); });
    stream().send(line(1, "a"));
    QTRY_COMPARE(m_log->state(), State::Idle);
    QTRY_COMPARE(m_api->open(), 0);
    QCOMPARE(m_log->lines().size(), 1);
}

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"
