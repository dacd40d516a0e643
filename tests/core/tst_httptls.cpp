#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::CertificateContent;
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
    void case30_tellsEachFaultOfACertificateApart_data();
    void case30_tellsEachFaultOfACertificateApart();
    void case30_refusesANameThatIsTheCommonNameOnly_data();
    void case30_refusesANameThatIsTheCommonNameOnly();
    void case30_tellsThatAKeyIsTooShort();
    void case32_hintsAtTheClockWhenACertificateLooksExpired();
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

void HttpTlsTest::case30_tellsEachFaultOfACertificateApart_data()
{
    QTest::addColumn<bool>("signedByItself");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("text");
    const QString past = u"20200101000000Z"_s;
    const QString future = u"20991231235959Z"_s;
    const QString usual = u"DNS:localhost"_s;
    QTest::newRow("expired") << false << QStringList{usual} << past << u"20210203040506Z"_s
                             << QStringList{u"expired on 2021-02-03 04:05:06 UTC"_s,
                                            u"clock of this computer says 20"_s};
    QTest::newRow("not yet valid") << false << QStringList{usual} << u"20880102030405Z"_s << future
                                   << QStringList{u"valid only from 2088-01-02 03:04:05 UTC"_s,
                                                  u"clock of this computer"_s};
    QTest::newRow("wrong host") << false << QStringList{u"DNS:a.example.com,DNS:b.example.com"_s} << past << future
                                << QStringList{u"is for a.example.com, b.example.com, not for 'localhost'"_s,
                                               u"tls-server-name"_s};
    QTest::newRow("self-signed") << true << QStringList{usual} << past << future << QStringList{u"signed by itself"_s};
}

void HttpTlsTest::case30_tellsEachFaultOfACertificateApart()
{
    QFETCH(const bool, signedByItself);
    QFETCH(const QStringList, names);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QStringList, text);
    const CertificateContent content{
        .commonName = u"a.example.com"_s, .alternativeNames = names.first(), .from = from, .to = to};
    const support::Identity identity = signedByItself ? m_authority->selfSigned(content) : m_authority->issue(content);
    support::ByteServer server;
    server.useTls(identity.serverTls());
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY(!received.succeeded());
    QCOMPARE(received.error().kind, Kind::Tls);
    for (const QString& part : text)
        QVERIFY2(received.error().message.contains(part), received.problem());
    const QString fingerprint =
        QString::fromLatin1(identity.certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    QVERIFY2(received.error().message.contains(fingerprint), received.problem());
    QCOMPARE(server.requests().size(), 0);
}

void HttpTlsTest::case30_refusesANameThatIsTheCommonNameOnly_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("text");
    QTest::newRow("no other name") << QString() << u"names 'localhost' as its common name only"_s;
    QTest::newRow("other names") << u"DNS:other.example.com,IP:10.0.0.1"_s << u"not for 'localhost'"_s;
}

void HttpTlsTest::case30_refusesANameThatIsTheCommonNameOnly()
{
    QFETCH(const QString, names);
    QFETCH(const QString, text);
    support::ByteServer server;
    server.useTls(m_authority->issue({.commonName = u"localhost"_s, .alternativeNames = names}).serverTls());
    server.onRequest([](Exchange& exchange) { exchange.reply(200); });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    auto credentials = std::make_shared<support::FakeCredentials>();
    credentials->credential.authorization = "Bearer secret";
    http::Client client(target, credentials);
    Received read(client, readOf(u"/"_s));
    Received write(client, writeOf("POST", u"/"_s, "{}"));
    Received bare(client, writeOf("DELETE", u"/"_s));
    support::Followed stream(client, readOf(u"/watch"_s));
    QTRY_VERIFY(read.isDone() && write.isDone() && bare.isDone() && stream.reason);
    for (const Received* each : {&read, &write, &bare}) {
        QCOMPARE(each->error().kind, Kind::Tls);
        QVERIFY2(each->error().message.contains(text), qPrintable(each->error().message));
    }
    QCOMPARE(stream.reason->error().kind, Kind::Tls);
    QVERIFY(read.error().message.contains(u"SHA-256 fingerprint: "_s));
    QCOMPARE(server.totalReceived(), 0);

    target.trust.verification = http::Trust::Verification::None;
    http::Client careless(target, credentials);
    Received accepted(careless, readOf(u"/"_s));
    QTRY_VERIFY(accepted.isDone());
    QVERIFY2(accepted.succeeded(), accepted.problem());
}

// A server of Qt does not even take such a key, so openssl shows it.
void HttpTlsTest::case30_tellsThatAKeyIsTooShort()
{
    const support::Identity weak = m_authority->issue({.rsaBits = 1024});
    QTemporaryDir folder;
    for (const auto& [name, content] : {std::pair(u"key"_s, weak.keyPem), std::pair(u"pem"_s, weak.certificatePem)}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QProcess server;
    server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-key"_s, folder.filePath(u"key"_s),
                                u"-cert"_s, folder.filePath(u"pem"_s), u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
    QByteArray said;
    QTRY_VERIFY((said += server.readAllStandardOutput()).contains("ACCEPT 127.0.0.1:") && said.endsWith('\n'));
    http::Target target;
    target.base =
        QUrl(u"https://localhost:"_s + QString::fromLatin1(said.sliced(said.lastIndexOf("127.0.0.1:") + 10).trimmed()));
    target.trust.authorities = QList{m_authority->certificate()};
    http::Client client(target, nullptr);
    Received received(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone());
    server.kill();
    QVERIFY(server.waitForFinished());
    QCOMPARE(received.error().kind, Kind::Tls);
    QVERIFY2(received.error().message.contains(u"is too weak: its key of 1024 bit"_s), received.problem());
    QVERIFY2(received.error().message.contains(u"SHA-256 fingerprint: "_s), received.problem());
}

void HttpTlsTest::case32_hintsAtTheClockWhenACertificateLooksExpired()
{
    support::ByteServer server;
    server.useTls(m_identity.serverTls());
    server.onRequest([](Exchange& exchange) {
        const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-7200);
        const QByteArray date = QLocale::c().toString(then, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
        exchange.reply(200, {}, {{"Date", date}});
    });
    QVERIFY(server.listen());
    http::Target target = targetOf(server);
    target.trust.authorities = QList{m_authority->certificate()};
    http::Client client(target, nullptr);
    Received first(client, readOf(u"/"_s));
    QTRY_VERIFY(first.isDone());
    server.stop();
    server.useTls(m_authority->issue({.to = u"20210203040506Z"_s}).serverTls());
    QVERIFY(server.listen(server.port()));
    Received second(client, readOf(u"/"_s));
    QTRY_VERIFY(second.isDone());
    QCOMPARE(second.error().kind, Kind::Tls);
    QVERIFY2(second.error().message.contains(u"differs from the server's by"_s), second.problem());
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
