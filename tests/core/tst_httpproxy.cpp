#include "core/http/client.h"
#include "core/http/proxy.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

namespace {

http::Target example()
{
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com"_s);
    return target;
}

} // namespace

class HttpProxyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void choosesTheProxyOfTheEnvironment_data();
    void choosesTheProxyOfTheEnvironment();
    void refusesProxiesItCannotUse_data();
    void refusesProxiesItCannotUse();
    void case41_blamesTheProxyThatRefusesTheTunnel_data();
    void case41_blamesTheProxyThatRefusesTheTunnel();
    void case41_blamesTheProxyThatIsDown_data();
    void case41_blamesTheProxyThatIsDown();
    void goesThroughAProxy();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpProxyTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

void HttpProxyTest::choosesTheProxyOfTheEnvironment_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QString>("proxy"); ///< empty: none
    const QString https = u"https://api.example.com:6443"_s;
    const QString use = u"HTTPS_PROXY=http://p:3128"_s;
    QTest::newRow("none") << https << QStringList{} << QString();
    QTest::newRow("https") << https << QStringList{use} << u"p:3128"_s;
    QTest::newRow("lower case") << https << QStringList{u"https_proxy=http://p:3128"_s} << u"p:3128"_s;
    QTest::newRow("without scheme") << https << QStringList{u"HTTPS_PROXY=p:3128"_s} << u"p:3128"_s;
    QTest::newRow("socks") << https << QStringList{u"HTTPS_PROXY=socks5://p"_s} << u"p:1080"_s;
    QTest::newRow("of the other scheme") << https << QStringList{u"HTTP_PROXY=http://p:3128"_s} << QString();
    QTest::newRow("http") << u"http://flink.example.com:8081"_s << QStringList{u"HTTP_PROXY=http://p:3128"_s}
                          << u"p:3128"_s;
    QTest::newRow("star") << https << QStringList{use, u"NO_PROXY=*"_s} << QString();
    QTest::newRow("name") << https << QStringList{use, u"NO_PROXY=a.b, api.example.com"_s} << QString();
    QTest::newRow("domain") << https << QStringList{use, u"no_proxy=example.com"_s} << QString();
    QTest::newRow("dotted domain") << https << QStringList{use, u"NO_PROXY=.example.com"_s} << QString();
    QTest::newRow("starred domain") << https << QStringList{use, u"NO_PROXY=*.example.com"_s} << QString();
    QTest::newRow("no partial label") << u"https://myexample.com"_s << QStringList{use, u"NO_PROXY=example.com"_s}
                                      << u"p:3128"_s;
    QTest::newRow("dotted excludes not itself")
        << u"https://example.com"_s << QStringList{use, u"NO_PROXY=.example.com"_s} << u"p:3128"_s;
    QTest::newRow("same port") << https << QStringList{use, u"NO_PROXY=example.com:6443"_s} << QString();
    QTest::newRow("other port") << https << QStringList{use, u"NO_PROXY=example.com:443"_s} << u"p:3128"_s;
    QTest::newRow("address") << u"https://10.1.2.3"_s << QStringList{use, u"NO_PROXY=10.1.2.3"_s} << QString();
    QTest::newRow("range") << u"https://10.1.2.3"_s << QStringList{use, u"NO_PROXY=10.0.0.0/8"_s} << QString();
    QTest::newRow("outside the range") << u"https://11.1.2.3"_s << QStringList{use, u"NO_PROXY=10.0.0.0/8"_s}
                                       << u"p:3128"_s;
    QTest::newRow("a name is in no range") << https << QStringList{use, u"NO_PROXY=0.0.0.0/0"_s} << u"p:3128"_s;
    QTest::newRow("IPv6 range") << u"https://[fd00::1]"_s << QStringList{use, u"NO_PROXY=fd00::/8"_s} << QString();
    QTest::newRow("loopback") << u"https://127.0.0.1:6443"_s << QStringList{use} << QString();
    QTest::newRow("localhost") << u"https://localhost:6443"_s << QStringList{use} << QString();
    QTest::newRow("IPv6 loopback") << u"https://[::1]:6443"_s << QStringList{use} << QString();
}

void HttpProxyTest::choosesTheProxyOfTheEnvironment()
{
    QFETCH(const QString, url);
    QFETCH(const QStringList, environment);
    QFETCH(const QString, proxy);
    QProcessEnvironment variables;
    for (const QString& one : environment)
        variables.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    http::Target target;
    target.base = QUrl(url);
    const base::Result<QNetworkProxy> chosen = http::proxyFor(target, variables);
    QVERIFY(chosen);
    QCOMPARE(chosen->type() == QNetworkProxy::NoProxy ? QString() : http::nameOf(*chosen), proxy);
}

void HttpProxyTest::refusesProxiesItCannotUse_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("text");
    QTest::newRow("https") << u"https://user:secret@p:3128"_s << u"https://p:3128 is itself reached over https"_s;
    QTest::newRow("ftp") << u"ftp://user:secret@p"_s << u"'ftp://p' is not the address of a proxy"_s;
    QTest::newRow("without host") << u"http:///x"_s << u"is not the address of a proxy"_s;
}

void HttpProxyTest::refusesProxiesItCannotUse()
{
    QFETCH(const QString, proxy);
    QFETCH(const QString, text);
    http::Target target = example();
    target.proxy = QUrl(proxy);
    const base::Result<QNetworkProxy> chosen = http::proxyFor(target, {});
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().kind, Kind::Configuration);
    QVERIFY2(chosen.error().message.contains(text), qPrintable(chosen.error().message));
    QVERIFY(!chosen.error().message.contains(u"secret"_s));
}

void HttpProxyTest::case41_blamesTheProxyThatRefusesTheTunnel_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("407") << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                                       "realm=\"p\"\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 Unavailable\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("close") << QByteArray();
}

void HttpProxyTest::case41_blamesTheProxyThatRefusesTheTunnel()
{
    QFETCH(const QByteArray, answer);
    support::ByteServer proxy;
    proxy.onRequest([answer](Exchange& exchange) {
        exchange.sendRaw(answer);
        exchange.close();
    });
    QVERIFY(proxy.listen());
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com:6443"_s);
    target.proxy = proxy.url();
    http::Client client(target, nullptr);
    http::Limits limits;
    limits.connect = 1s;
    client.setLimits(limits);
    Received received(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    // Qt does not notice that a proxy hangs up during CONNECT; the clock does.
    QCOMPARE(received.error().kind, answer.isEmpty() ? Kind::Timeout : Kind::Network);
    QVERIFY2(received.error().message.contains(u"proxy 127.0.0.1:%1"_s.arg(proxy.port())), received.problem());
    QCOMPARE(proxy.requests().first().method, "CONNECT");
}

void HttpProxyTest::case41_blamesTheProxyThatIsDown_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("socks5") << u"socks5"_s;
}

void HttpProxyTest::case41_blamesTheProxyThatIsDown()
{
    QFETCH(const QString, scheme);
    support::ByteServer proxy;
    QVERIFY(proxy.listen());
    proxy.stop();
    http::Target target;
    target.base = QUrl(u"https://cluster.example.com:6443"_s);
    target.proxy = proxy.url();
    target.proxy.setScheme(scheme);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Network);
    QVERIFY2(received.error().message.contains(u"The proxy 127.0.0.1:%1 refused"_s.arg(proxy.port())),
             received.problem());
}

void HttpProxyTest::goesThroughAProxy()
{
    support::ByteServer server, proxy;
    server.useTls(m_authority->issue().serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "through"); });
    QVERIFY(server.listen());
    proxy.onRequest([&server](Exchange& exchange) { exchange.tunnelTo(server.port()); });
    QVERIFY(proxy.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    target.proxy = proxy.url();
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().body, "through");
    QCOMPARE(proxy.count("CONNECT"), 1);
}

QTEST_GUILESS_MAIN(HttpProxyTest)
#include "tst_httpproxy.moc"
