#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;
using support::CertificateContent;
using support::Exchange;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

/// Certificates that are not what they should be.
class HttpCertificatesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void case30_tellsEachFaultOfACertificateApart_data();
    void case30_tellsEachFaultOfACertificateApart();
    void case30_refusesANameThatIsTheCommonNameOnly_data();
    void case30_refusesANameThatIsTheCommonNameOnly();
    void case30_tellsThatAKeyIsTooShort();
    void case32_hintsAtTheClockWhenACertificateLooksExpired();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpCertificatesTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

void HttpCertificatesTest::case30_tellsEachFaultOfACertificateApart_data()
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

void HttpCertificatesTest::case30_tellsEachFaultOfACertificateApart()
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

void HttpCertificatesTest::case30_refusesANameThatIsTheCommonNameOnly_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("text");
    QTest::newRow("no other name") << QString() << u"names 'localhost' as its common name only"_s;
    QTest::newRow("other names") << u"DNS:other.example.com,IP:10.0.0.1"_s << u"not for 'localhost'"_s;
}

void HttpCertificatesTest::case30_refusesANameThatIsTheCommonNameOnly()
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
void HttpCertificatesTest::case30_tellsThatAKeyIsTooShort()
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

void HttpCertificatesTest::case32_hintsAtTheClockWhenACertificateLooksExpired()
{
    support::ByteServer server;
    server.useTls(m_authority->issue().serverTls());
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

QTEST_GUILESS_MAIN(HttpCertificatesTest)
#include "tst_httpcertificates.moc"
