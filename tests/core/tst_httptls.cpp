#include "core/http/client.h"
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
using support::Script;
using support::targetOf;
using support::writeOf;

class HttpTlsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void trustsOnlyTheGivenAuthorities();
    void trustsNothingWithAnEmptyList();
    void trustsASelfSignedCertificateThatIsGivenAsAuthority();
    void comparesTheCertificateWithTheGivenName();
    void verifiesNothingOnlyForTheTargetThatAsksForIt();
    void tellsAServerThatSpeaksPlainHttp();
    void tellsAServerThatSpeaksOnlyOldTls();
    void showsAClientCertificate();
    void tellsThatAClientCertificateIsMissing();
    void case47_usesNewConnectionsForANewClientCertificate();
    void case31_recoversWhenTheServerHasANewAuthority();
    void sendsNoCredentialOverPlainHttp();
    void refusesACredentialWithControlCharacters_data();
    void refusesACredentialWithControlCharacters();

private:
    std::unique_ptr<support::Authority> m_authority;
    support::Identity m_identity;
};

void HttpTlsTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
    m_identity = m_authority->issue();
}

void HttpTlsTest::trustsOnlyTheGivenAuthorities()
{
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    const support::Authority other(u"Other Authority"_s);
    http::Target target = targetOf(server);
    target.trust.authorities = QList{other.certificate()};
    http::Client wrong(target, nullptr);
    Received refused(wrong, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(refused.isDone());
    QCOMPARE(refused.error().kind, Kind::Tls);
    QVERIFY2(refused.error().message.contains(u"issued by 'Test Authority', which is not a trusted authority"_s),
             refused.problem());
    QCOMPARE(server.requests().size(), 0);

    target.trust.authorities = QList{other.certificate(), m_authority->certificate()};
    http::Client right(target, nullptr);
    Received accepted(right, readOf(u"/"_s));
    QTRY_VERIFY(accepted.isDone());
    QVERIFY2(accepted.succeeded(), accepted.problem());
}

void HttpTlsTest::trustsNothingWithAnEmptyList()
{
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList<QSslCertificate>{};
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Tls);
}

void HttpTlsTest::trustsASelfSignedCertificateThatIsGivenAsAuthority()
{
    const support::Identity lone = m_authority->selfSigned();
    support::ByteServer server;
    server.useTls(lone.serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{lone.certificate};
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
}

void HttpTlsTest::comparesTheCertificateWithTheGivenName()
{
    support::ByteServer server;
    server.useTls(m_authority->issue({.alternativeNames = u"DNS:kubernetes.internal"_s}).serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    target.trust.serverName = u"kubernetes.internal"_s;
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
}

void HttpTlsTest::verifiesNothingOnlyForTheTargetThatAsksForIt()
{
    support::ByteServer server;
    server.useTls(m_authority->selfSigned({.commonName = u"elsewhere"_s, .alternativeNames = {}}).serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target careless = targetOf(server);
    careless.trust.verification = http::Trust::Verification::None;
    http::Client trusting(careless, nullptr);
    Received accepted(trusting, readOf(u"/"_s));
    QTRY_VERIFY(accepted.isDone());
    QVERIFY2(accepted.succeeded(), accepted.problem());
    http::Client careful(targetOf(server), nullptr);
    Received refused(careful, readOf(u"/"_s));
    QTRY_VERIFY(refused.isDone());
    QCOMPARE(refused.error().kind, Kind::Tls);
}

void HttpTlsTest::tellsAServerThatSpeaksPlainHttp()
{
    support::ByteServer server;
    for (int i = 0; i < 4; ++i)
        server.next(Script().awaitBytes(10).send("HTTP/1.1 400 Bad Request\r\n\r\n").close());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.base.setScheme(u"https"_s);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Tls);
    QVERIFY2(received.error().message.contains(u"does not speak TLS"_s), received.problem());
}

void HttpTlsTest::tellsAServerThatSpeaksOnlyOldTls()
{
    support::ByteServer server;
    // A fatal alert: protocol_version.
    for (int i = 0; i < 4; ++i)
        server.next(Script().awaitBytes(10).send(QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7)).close());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.base.setScheme(u"https"_s);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Tls);
    QVERIFY2(received.error().message.contains(u"no version of TLS that is considered safe"_s), received.problem());
}

namespace {

/// TLS that asks for a client certificate of `authority`.
QSslConfiguration demanding(const support::Identity& identity, const support::Authority& authority)
{
    QSslConfiguration tls = identity.serverTls();
    tls.setCaCertificates({authority.certificate()});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

} // namespace

void HttpTlsTest::showsAClientCertificate()
{
    support::ByteServer server;
    server.useTls(demanding(m_identity, *m_authority));
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    const support::Identity user = m_authority->issue({.commonName = u"alice"_s, .alternativeNames = {}});
    auto credentials = std::make_shared<support::FakeCredentials>();
    credentials->credential.certificateChain = {user.certificate};
    credentials->credential.privateKey = user.key;
    http::Client client(target, credentials);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
}

void HttpTlsTest::tellsThatAClientCertificateIsMissing()
{
    support::ByteServer server;
    // A fatal alert: bad_certificate. A server of Qt would only hang up.
    for (int i = 0; i < 4; ++i)
        server.next(Script().awaitBytes(10).send(QByteArray("\x15\x03\x03\x00\x02\x02\x2a", 7)).close());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.base.setScheme(u"https"_s);
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.error().kind == Kind::Tls, received.problem());
    QVERIFY2(received.error().message.contains(u"client certificate"_s), received.problem());
}

void HttpTlsTest::case47_usesNewConnectionsForANewClientCertificate()
{
    support::ByteServer server;
    server.useTls(demanding(m_identity, *m_authority));
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    auto credentials = std::make_shared<support::FakeCredentials>();
    http::Client client(target, credentials);
    for (const char* name : {"alice", "bob"}) {
        const support::Identity user =
            m_authority->issue({.commonName = QString::fromLatin1(name), .alternativeNames = {}});
        credentials->credential.certificateChain = {user.certificate};
        credentials->credential.privateKey = user.key;
        for (int i = 0; i < 2; ++i) {
            Received received(client, readOf(u"/"_s));
            QTRY_VERIFY(received.isDone());
            QVERIFY2(received.succeeded(), received.problem());
        }
    }
    QCOMPARE(server.connections(), 2);
    QTRY_COMPARE(server.openConnections(), 1);
}

// The client of a target that trusts the new authority reaches the server at once; reloading files is the
// kubeconfig's part
void HttpTlsTest::case31_recoversWhenTheServerHasANewAuthority()
{
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Client client(target, nullptr);
    Received before(client, readOf(u"/"_s));
    QTRY_VERIFY(before.isDone());
    QVERIFY2(before.succeeded(), before.problem());

    const support::Authority fresh(u"New Authority"_s);
    server.stop();
    server.useTls(fresh.issue().serverTls());
    QVERIFY(server.listen(server.port()));
    Received after(client, readOf(u"/"_s));
    QTRY_VERIFY(after.isDone());
    QCOMPARE(after.error().kind, Kind::Tls);
    QVERIFY2(after.error().message.contains(u"'New Authority'"_s), after.problem());

    http::Trust trust = target.trust;
    trust.authorities = QList{m_authority->certificate(), fresh.certificate()};
    client.setTrust(trust);
    Received healed(client, readOf(u"/"_s));
    QTRY_VERIFY(healed.isDone());
    QVERIFY2(healed.succeeded(), healed.problem());
}

void HttpTlsTest::sendsNoCredentialOverPlainHttp()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    auto credentials = std::make_shared<support::FakeCredentials>();
    credentials->credential.authorization = "Bearer secret";
    credentials->credential.headers = {{"X-Typed", "by the user"}};
    http::Client client(targetOf(server), credentials);
    Received read(client, readOf(u"/"_s));
    Received write(client, writeOf("POST", u"/"_s));
    support::Followed stream(client, readOf(u"/watch"_s));
    QTRY_VERIFY(read.isDone() && write.isDone() && stream.reason);
    for (const support::Recorded& request : server.requests()) {
        QVERIFY(!request.bytes.contains("secret"));
        QCOMPARE(request.header("X-Typed"), "by the user");
    }
}

void HttpTlsTest::refusesACredentialWithControlCharacters_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("line feed") << QByteArray("Bearer a\nX-Injected: 1");
    QTest::newRow("carriage return") << QByteArray("Bearer a\r");
    QTest::newRow("NUL") << QByteArray("Bearer a\0b", 10);
    QTest::newRow("delete") << QByteArray("Bearer a\x7f");
}

void HttpTlsTest::refusesACredentialWithControlCharacters()
{
    QFETCH(const QByteArray, token);
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    auto credentials = std::make_shared<support::FakeCredentials>();
    credentials->credential.authorization = token;
    http::Client client(target, credentials);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QCOMPARE(received.error().kind, Kind::Credentials);
    QVERIFY(!received.error().message.contains(u"Bearer"_s) && !received.error().detail.contains(u"Bearer"_s));
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_httptls.moc"
