#include "core/http/client.h"
#include "core/http/statuskind.h"
#include "core/kube/status.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

http::Answer answerWith(int status, const QByteArray& body)
{
    http::Answer answer;
    answer.status = status;
    answer.body = body;
    answer.url = QUrl(u"https://cluster.example.com/api"_s);
    answer.receivedAt = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    return answer;
}

http::Target example()
{
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com"_s);
    return target;
}

} // namespace

class HttpAnswerErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case34_quotesAnAnswerWithoutMarkup_data();
    void case34_quotesAnAnswerWithoutMarkup();
    void quotesAtMostTwoKibibytes();
    void case52_readsHowLongToWait_data();
    void case52_readsHowLongToWait();
    void meansTheSameByAStatusWhoeverAnswers();
};

void HttpAnswerErrorTest::case34_quotesAnAnswerWithoutMarkup_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("quote");
    QTest::newRow("plain") << QByteArray("404 page not found\n") << u"404 page not found"_s;
    QTest::newRow("page")
        << QByteArray("<html><head><title>x</title></head><body><h1>502</h1><p>Bad&nbsp;Gateway</p></body></html>")
        << u"502 Bad Gateway"_s;
    QTest::newRow("script") << QByteArray("a<script>alert('<b>')</script>b<style>p{}</style>c") << u"a b c"_s;
    QTest::newRow("unclosed script") << QByteArray("a<script>alert(1)") << u"a"_s;
    QTest::newRow("unclosed tag") << QByteArray("a<img src=x") << u"a"_s;
    QTest::newRow("entities are not decoded twice") << QByteArray("&amp;lt;b&amp;gt;") << u"&lt;b&gt;"_s;
    QTest::newRow("less-than is no tag") << QByteArray("1 < 2") << u"1 < 2"_s;
    QTest::newRow("control characters") << QByteArray("a\x1b[31mred\x07\r\nb") << u"a⟨U+001B⟩[31mred⟨U+0007⟩ b"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void HttpAnswerErrorTest::case34_quotesAnAnswerWithoutMarkup()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, quote);
    const base::Error error = http::errorOf(answerWith(502, body), example());
    QCOMPARE(error.detail, quote);
    QCOMPARE(error.kind, Kind::Server);
    QCOMPARE(error.httpStatus, 502);
    QVERIFY(error.message.contains(u"cluster.example.com:443"_s));
}

void HttpAnswerErrorTest::quotesAtMostTwoKibibytes()
{
    const QByteArray long_ = QByteArray("한").repeated(100'000);
    const base::Error error = http::errorOf(answerWith(500, long_), example());
    QVERIFY(error.detail.toUtf8().size() <= 2048);
    QVERIFY(error.detail.toUtf8().size() > 1900);
}

void HttpAnswerErrorTest::case52_readsHowLongToWait_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("1") << QByteArray("1") << 1;
    QTest::newRow("capped") << QByteArray("120") << 60;
    QTest::newRow("word") << QByteArray("abc") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("date") << QByteArray("Thu, 01 Jan 2026 12:00:30 GMT") << 30;
    QTest::newRow("past date") << QByteArray("Thu, 01 Jan 2026 11:00:00 GMT") << 0;
}

void HttpAnswerErrorTest::case52_readsHowLongToWait()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    http::Answer answer = answerWith(429, {});
    answer.headers = {{"retry-after", value}};
    const base::Error error = http::errorOf(answer, example());
    QCOMPARE(error.kind, Kind::TooManyRequests);
    QCOMPARE(error.retryAfter, std::chrono::seconds(seconds));
}

void HttpAnswerErrorTest::meansTheSameByAStatusWhoeverAnswers()
{
    const QHash<int, Kind> known{{400, Kind::Invalid},  {401, Kind::Unauthorized}, {403, Kind::Forbidden},
                                 {404, Kind::NotFound}, {409, Kind::Conflict},     {410, Kind::Gone},
                                 {413, Kind::TooLarge}, {422, Kind::Invalid},      {429, Kind::TooManyRequests}};
    for (int status = 400; status < 600; ++status) {
        const Kind kind = known.value(status, Kind::Server);
        QCOMPARE(http::kindOfStatus(status), kind);
        QCOMPARE(http::errorOf(answerWith(status, "<html>a gateway</html>"), example()).kind, kind);
        QCOMPARE(kube::errorOfStatus({}, status, u"an API server"_s).kind, kind);
    }
}

QTEST_GUILESS_MAIN(HttpAnswerErrorTest)
#include "tst_httpanswererror.moc"
