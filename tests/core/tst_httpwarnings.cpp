#include "core/http/warnings.h"

#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using support::Exchange;
using support::Followed;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

/// What servers say in Warning headers.
class HttpWarningsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case62_readsTheWarningsOfAnAnswer_data();
    void case62_readsTheWarningsOfAnAnswer();
    void case62_holdsWarningsToTheirLimits();
    void case62_tellsAWarningOnceForAllReadsAndOnceForEachWrite();
    void case62_tellsTheWarningsOfAStream();
    void case62_doesNotListenForEverToNewWords();
    void case62_survivesAReceiverThatEndsTheClient();
};

void HttpWarningsTest::case62_readsTheWarningsOfAnAnswer_data()
{
    QTest::addColumn<QList<http::Header>>("headers");
    QTest::addColumn<QStringList>("texts");

    using Headers = QList<http::Header>;
    const auto row = [](const char* name, const QByteArray& value, const QStringList& texts) {
        QTest::newRow(name) << Headers{{"Warning", value}} << texts;
    };
    row("one", R"(299 - "v1beta1 is deprecated")", {u"v1beta1 is deprecated"_s});
    row("an agent and a date", R"(299 api.example:443 "old" "Sat, 25 Aug 2012 23:34:45 GMT")", {u"old"_s});
    row("escapes", R"(299 - "unknown field \"spec.a\", \\ and \x")", {u"unknown field \"spec.a\", \\ and x"_s});
    row("a comma inside", R"(299 - "a, 299 - b")", {u"a, 299 - b"_s});
    row("several in one", R"(299 - "a",299 - "b" , 299 - "c")", {u"a"_s, u"b"_s, u"c"_s});
    row("the same twice", R"(299 - "a", 299 - "a")", {u"a"_s});
    row("other codes are of caches", R"(110 - "stale", 299 - "a", 199 - "misc")", {u"a"_s});
    row("UTF-8", R"(299 - "오래된 버전")", {u"오래된 버전"_s});
    row("ANSI and bidi", "299 - \"\x1b[31mred\xe2\x80\xae gnp\"", {u"⟨U+001B⟩[31mred⟨U+202E⟩ gnp"_s});
    row("markup stays text", R"(299 - "<img src=http://x>")", {u"<img src=http://x>"_s});
    row("no end", R"(299 - "a", 299 - "b)", {u"a"_s});
    row("an escape at the end", R"(299 - "a\)", {});
    row("no quotes", "299 - a", {});
    row("no code", R"("a")", {});
    row("junk behind", R"(299 - "a" junk, 299 - "b")", {});
    row("empty text", R"(299 - "")", {});
    row("empty", "", {});
    QTest::newRow("several headers") << Headers{{"warning", R"(299 - "a")"}, {"X", "y"}, {"WARNING", R"(299 - "b")"}}
                                     << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("none") << Headers{{"Content-Type", "text/plain"}} << QStringList();
}

void HttpWarningsTest::case62_readsTheWarningsOfAnAnswer()
{
    QFETCH(const QList<http::Header>, headers);
    QFETCH(const QStringList, texts);
    http::Answer answer;
    answer.headers = headers;
    QCOMPARE(http::warningsOf(answer), texts);
}

void HttpWarningsTest::case62_holdsWarningsToTheirLimits()
{
    http::Answer answer;
    answer.headers = {{"Warning", "299 - \"" + QByteArray(4096, 'x') + '"'}};
    const QStringList longOne = http::warningsOf(answer);
    QCOMPARE(longOne.size(), 1);
    QCOMPARE(longOne.first().size(), 512);
    QVERIFY(longOne.first().endsWith(u'…'));

    answer.headers.clear();
    for (int i = 0; i < 1000; ++i)
        answer.headers.append({"Warning", "299 - \"w" + QByteArray::number(i) + '"'});
    QCOMPARE(http::warningsOf(answer).size(), 16);
}

void HttpWarningsTest::case62_tellsAWarningOnceForAllReadsAndOnceForEachWrite()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.reply(200, {}, {{"Warning", R"(299 - "first")"}, {"Warning", R"(299 - "say \"second\"")"}});
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    QStringList told;
    connect(&client, &http::Client::warned, this, [&told](const QString& text) { told += text; });
    const QStringList both{u"first"_s, u"say \"second\""_s};
    for (int i = 0; i < 3; ++i) {
        Received read(client, readOf(u"/"_s));
        connect(
            &client, &http::Client::answered, this, [&] { QCOMPARE(told, both); }, Qt::SingleShotConnection);
        QTRY_VERIFY(read.isDone());
        QCOMPARE(told, both);
    }
    for (int i = 2; i < 4; ++i) {
        Received write(client, writeOf("POST", u"/"_s, "{}"));
        QTRY_VERIFY(write.isDone());
        QCOMPARE(told.size(), i * 2);
    }
}

void HttpWarningsTest::case62_tellsTheWarningsOfAStream()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked(200, {{"Warning", R"(299 - "watch the new version")"}});
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    QStringList told;
    connect(&client, &http::Client::warned, this, [&told](const QString& text) { told += text; });
    const Followed watch(client, readOf(u"/watch"_s));
    QTRY_COMPARE(watch.status, 200);
    QCOMPARE(told, QStringList{u"watch the new version"_s});
}

void HttpWarningsTest::case62_doesNotListenForEverToNewWords()
{
    support::ByteServer server;
    int number = 0;
    server.onRequest([&number](Exchange& exchange) {
        QByteArray header;
        for (int i = 0; i < 16; ++i)
            header += "299 - \"" + QByteArray::number(++number) + "\",";
        exchange.reply(200, {}, {{"Warning", header}});
    });
    QVERIFY(server.listen());
    http::Client client(targetOf(server), nullptr);
    int told = 0;
    connect(&client, &http::Client::warned, this, [&told] { ++told; });
    for (int i = 0; i < 6; ++i) {
        Received read(client, readOf(u"/"_s));
        QTRY_VERIFY(read.isDone());
    }
    QCOMPARE(told, 64);
}

void HttpWarningsTest::case62_survivesAReceiverThatEndsTheClient()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.startChunked(200, {{"Warning", R"(299 - "a", 299 - "b")"}});
        exchange.chunk("x");
        exchange.finish();
    });
    QVERIFY(server.listen());
    for (const bool isStream : {false, true}) {
        auto* client = new http::Client(targetOf(server), nullptr);
        int told = 0;
        connect(client, &http::Client::warned, this, [&told, client] {
            ++told;
            delete client;
        });
        std::unique_ptr<Followed> stream;
        std::unique_ptr<Received> read;
        if (isStream)
            stream = std::make_unique<Followed>(*client, readOf(u"/"_s));
        else
            read = std::make_unique<Received>(*client, readOf(u"/"_s));
        QTRY_COMPARE(told, 1);
        if (isStream) {
            QTRY_VERIFY(stream->reason);
            QCOMPARE(stream->endings, 1);
            QCOMPARE(stream->status, 0);
        } else {
            QVERIFY(!read->isDone());
        }
    }
}

QTEST_GUILESS_MAIN(HttpWarningsTest)
#include "tst_httpwarnings.moc"
