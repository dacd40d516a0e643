#include "core/http/probe.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::targetOf;

namespace {

/// What a probe step came to.
template <typename T>
struct Step
{
    std::optional<base::Result<T>> result;

    http::Probe::Done<T> done()
    {
        return [this](const base::Result<T>& answer) { result = answer; };
    }
    const char* problem()
    {
        text = result && !*result ? (result->error().message + u'\n' + result->error().detail).toUtf8()
                                  : QByteArray("no error");
        return text.constData();
    }
    QByteArray text;
};

} // namespace

class HttpProbeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void probesTheWayStepByStep();
    void probesWhatIsWrongWithACertificate();
    void probesTheProxyInsteadOfTheServer();
    void probesInVainWithinItsPatience();

private:
    std::unique_ptr<support::Authority> m_authority;
    support::Identity m_identity;
};

void HttpProbeTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
    m_identity = m_authority->issue();
}

void HttpProbeTest::probesTheWayStepByStep()
{
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Probe probe(target);
    QVERIFY((*probe.proxy()).isEmpty());
    Step<http::Probe::Resolved> resolved;
    probe.resolve(this, resolved.done());
    QTRY_VERIFY(resolved.result);
    QVERIFY2(*resolved.result, resolved.problem());
    QCOMPARE((*resolved.result)->host, u"localhost"_s);
    QVERIFY((*resolved.result)->addresses.contains(QHostAddress(QHostAddress::LocalHost)));

    Step<http::Probe::Connected> connected;
    probe.connectTcp(QHostAddress(QHostAddress::LocalHost), 0, this, connected.done());
    QTRY_VERIFY(connected.result);
    QVERIFY2(*connected.result, connected.problem());
    QCOMPARE((*connected.result)->peer, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY((*connected.result)->proxy.isEmpty());

    Step<http::Probe::Secured> secured;
    probe.handshake({}, this, secured.done());
    QTRY_VERIFY(secured.result);
    QVERIFY2(*secured.result, secured.problem());
    QCOMPARE((*secured.result)->protocol, u"TLS 1.3"_s);
    QCOMPARE((*secured.result)->issuer, u"Test Authority"_s);
    QCOMPARE((*secured.result)->names, (QStringList{u"127.0.0.1"_s, u"localhost"_s}));
    QCOMPARE((*secured.result)->validTo, QDateTime(QDate(2099, 12, 31), QTime(23, 59, 59), Qt::UTC));
    QCOMPARE((*secured.result)->fingerprint.size(), 95);
    QVERIFY((*secured.result)->verified);
    QCOMPARE(server.totalReceived(), 0);
}

void HttpProbeTest::probesWhatIsWrongWithACertificate()
{
    support::ByteServer server;
    server.useTls(m_authority->issue({.to = u"20210203040506Z"_s}).serverTls());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Probe probe(target);
    Step<http::Probe::Secured> secured;
    probe.handshake({}, this, secured.done());
    QTRY_VERIFY(secured.result);
    QVERIFY(!*secured.result);
    QCOMPARE(secured.result->error().kind, Kind::Tls);
    QVERIFY2(secured.result->error().message.contains(u"expired on 2021-02-03"_s), secured.problem());
}

void HttpProbeTest::probesTheProxyInsteadOfTheServer()
{
    support::ByteServer server, proxy;
    server.useTls(m_identity.serverTls());
    QVERIFY(server.listen());
    proxy.onRequest([&server](Exchange& exchange) { exchange.tunnelTo(server.port()); });
    QVERIFY(proxy.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    target.proxy = proxy.url();
    http::Probe probe(target);
    QCOMPARE(*probe.proxy(), u"127.0.0.1:%1"_s.arg(proxy.port()));
    Step<http::Probe::Resolved> resolved;
    probe.resolve(this, resolved.done());
    QTRY_VERIFY(resolved.result);
    QCOMPARE((*resolved.result)->host, u"127.0.0.1"_s);
    Step<http::Probe::Connected> connected;
    probe.connectTcp((*resolved.result)->addresses.first(), 0, this, connected.done());
    QTRY_VERIFY(connected.result);
    QVERIFY2(*connected.result, connected.problem());
    QCOMPARE((*connected.result)->proxy, u"127.0.0.1:%1"_s.arg(proxy.port()));
    Step<http::Probe::Secured> secured;
    probe.handshake({}, this, secured.done());
    QTRY_VERIFY(secured.result);
    QVERIFY2(*secured.result, secured.problem());
    QCOMPARE(proxy.count("CONNECT"), 1);
}

void HttpProbeTest::probesInVainWithinItsPatience()
{
    support::ByteServer server;
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.base.setScheme(u"https"_s);
    http::Probe probe(target, 200ms);
    Step<http::Probe::Secured> secured;
    probe.handshake({}, this, secured.done());
    QTRY_VERIFY(secured.result);
    QCOMPARE(secured.result->error().kind, Kind::Timeout);
    server.stop();
    Step<http::Probe::Connected> connected;
    probe.connectTcp(QHostAddress(QHostAddress::LocalHost), 0, this, connected.done());
    QTRY_VERIFY(connected.result);
    QCOMPARE(connected.result->error().kind, Kind::Network);
}

QTEST_GUILESS_MAIN(HttpProbeTest)
#include "tst_httpprobe.moc"
