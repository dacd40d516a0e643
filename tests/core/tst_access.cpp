#include "core/kube/identity.h"

#include "tests/support/certificates.h"
#include "tests/support/credentialfixture.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using support::Obtained;

namespace {

/// The key of RFC 8410, section 10.3.
constexpr auto ed25519Key = "-----BEGIN PRIVATE KEY-----\n"
                            "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                            "-----END PRIVATE KEY-----\n";

QByteArray inlined(const QByteArray& field, const QByteArray& content)
{
    return field + ": " + content.toBase64();
}

QByteArray idToken(const QDateTime& expiry)
{
    const QJsonObject claims{{u"sub"_s, u"me"_s}, {u"exp"_s, expiry.toSecsSinceEpoch()}};
    const auto encode = [](const QByteArray& part) {
        return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return encode("{\"alg\":\"none\"}") + '.' + encode(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + ".c2ln";
}

} // namespace

/// What is needed to talk to the server of a context, and the credentials that stand in files.
class AccessTest : public QObject, private support::CredentialBench
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init()
    {
        support::keepClean();
        start();
    }
    void cleanup() { end(); }

    void knowsWhereTheServerIs();
    void trustsOnlyTheAuthorityThatIsNamed();
    void trustsNothingWhenTheAuthorityFileIsEmpty();
    void refusesAContextThatCannotBeUsed();
    void loadsEveryKindOfClientKey_data();
    void loadsEveryKindOfClientKey();
    void namesTheKeyTypeItCannotUse_data();
    void namesTheKeyTypeItCannotUse();
    void case47_followsAClientCertificateThatIsRotated();
    void case46_keepsATokenWhoseFileIsBrokenAndTakesTheNextOne();
    void case31_tellsNewRootsOfTrustAtOnce();
    void usesAnIdTokenWhileItIsValid_data();
    void usesAnIdTokenWhileItIsValid();
    void writesImpersonationHeaders();
    void refusesImpersonationThatWouldForgeAHeader();
};

void AccessTest::initTestCase()
{
    support::keepClean();
}

void AccessTest::knowsWhereTheServerIs()
{
    const auto config =
        m_folder->kubeconfig("{as: someone}", "https://api.example:6443/k8s/clusters/c-1/?a=b",
                             ", proxy-url: 'socks5://proxy:1080', disable-compression: true, tls-server-name: inner,"
                             " insecure-skip-tls-verify: true");
    const auto access = kube::accessTo(config, u"x"_s, {m_approver});
    QVERIFY(access);
    QCOMPARE(access->target.base, QUrl(u"https://api.example:6443/k8s/clusters/c-1"_s));
    QCOMPARE(access->target.proxy, QUrl(u"socks5://proxy:1080"_s));
    QCOMPARE(access->target.label, u"x"_s);
    QVERIFY(!access->target.compression);
    QCOMPARE(access->target.trust.serverName, u"inner"_s);
    QCOMPARE(access->target.trust.verification, http::Trust::Verification::None);
    QVERIFY(!access->target.trust.authorities);
    QCOMPARE(access->nameSpace, u"default"_s);
    QCOMPARE(access->actingAs, u"someone"_s);
}

void AccessTest::trustsOnlyTheAuthorityThatIsNamed()
{
    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    const auto fromData = kube::accessTo(
        m_folder->kubeconfig("{}", "https://h", ", " + inlined("certificate-authority-data", authority.pem())), u"x"_s,
        {m_approver});
    QCOMPARE(*fromData->target.trust.authorities, QList<QSslCertificate>{authority.certificate()});
    m_folder->write(u"ca.pem"_s, "a comment\r\n" + authority.pem() + authority.pem());
    const auto fromFile = kube::accessTo(m_folder->kubeconfig("{}", "https://h", ", certificate-authority: ca.pem"),
                                         u"x"_s, {m_approver});
    QCOMPARE(fromFile->target.trust.authorities->size(), 2);

    const auto junk =
        kube::accessTo(m_folder->kubeconfig("{}", "https://h", ", " + inlined("certificate-authority-data", "junk")),
                       u"x"_s, {m_approver});
    QVERIFY(!junk);
    QCOMPARE(junk.error().kind, Error::Kind::Configuration);
}

void AccessTest::trustsNothingWhenTheAuthorityFileIsEmpty()
{
    m_folder->write(u"ca.pem"_s, "\n");
    const auto access = kube::accessTo(m_folder->kubeconfig("{}", "https://h", ", certificate-authority: ca.pem"),
                                       u"x"_s, {m_approver});
    QVERIFY(access);
    QVERIFY(access->target.trust.authorities && access->target.trust.authorities->isEmpty());
}

void AccessTest::refusesAContextThatCannotBeUsed()
{
    const auto access = kube::accessTo(m_folder->kubeconfig("{token: a, username: b}"), u"x"_s, {m_approver});
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::Configuration);
    QVERIFY(access.error().message.contains(u"More than one sign-in method"));
    QVERIFY(!kube::accessTo(m_folder->kubeconfig("{}"), u"nobody"_s, {m_approver}));
}

void AccessTest::loadsEveryKindOfClientKey_data()
{
    QTest::addColumn<int>("rsaBits");
    QTest::addColumn<bool>("inFiles");
    QTest::newRow("RSA inline") << 2048 << false;
    QTest::newRow("EC inline") << 0 << false;
    QTest::newRow("EC in files with CRLF and comments") << 0 << true;
}

void AccessTest::loadsEveryKindOfClientKey()
{
    QFETCH(int, rsaBits);
    QFETCH(bool, inFiles);

    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    const support::Identity identity = authority.issue({.rsaBits = rsaBits});
    QByteArray user = "{" + inlined("client-certificate-data", identity.certificatePem + authority.pem()) + ", " +
                      inlined("client-key-data", identity.keyPem) + "}";
    if (inFiles) {
        m_folder->write(u"c.pem"_s,
                        "# mine\r\n" + QByteArray(identity.certificatePem + authority.pem()).replace("\n", "\r\n"));
        m_folder->write(u"k.pem"_s, "# mine\r\n" + QByteArray(identity.keyPem).replace("\n", "\r\n").trimmed());
        user = "{client-certificate: c.pem, client-key: k.pem}";
    }
    const auto access = kube::accessTo(m_folder->kubeconfig(user), u"x"_s, {m_approver});
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    Obtained obtained(*access->credentials);
    QTRY_VERIFY(obtained.succeeded());
    QCOMPARE(obtained.credential().certificateChain,
             (QList<QSslCertificate>{identity.certificate, authority.certificate()}));
    QCOMPARE(obtained.credential().privateKey.algorithm(), rsaBits ? QSsl::Rsa : QSsl::Ec);
    QVERIFY(obtained.credential().authorization.isEmpty());

    const auto overHttp = kube::accessTo(m_folder->kubeconfig(user, "http://h"), u"x"_s, {m_approver});
    Obtained nothing(*overHttp->credentials);
    QTRY_VERIFY(nothing.succeeded());
    QVERIFY(nothing.credential().certificateChain.isEmpty() && nothing.credential().privateKey.isNull());
}

void AccessTest::namesTheKeyTypeItCannotUse_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("word");
    QTest::newRow("Ed25519") << QByteArray(ed25519Key) << u"unsupported key type Ed25519"_s;
    QTest::newRow("encrypted")
        << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----\n")
        << u"passphrase"_s;
    QTest::newRow("OpenSSH") << QByteArray(
                                    "-----BEGIN OPENSSH PRIVATE KEY-----\nAA==\n-----END OPENSSH PRIVATE KEY-----\n")
                             << u"OpenSSH"_s;
    QTest::newRow("junk") << QByteArray("junk") << u"PEM"_s;
}

void AccessTest::namesTheKeyTypeItCannotUse()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, word);

    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    const QByteArray user =
        "{" + inlined("client-certificate-data", authority.pem()) + ", " + inlined("client-key-data", key) + "}";
    const auto access = kube::accessTo(m_folder->kubeconfig(user), u"x"_s, {m_approver});
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::Configuration);
    QVERIFY2(access.error().message.contains(word), qPrintable(access.error().message));
}

// The new pair is a new credential, with which a client makes new connections; half a rotation changes
// nothing.
void AccessTest::case47_followsAClientCertificateThatIsRotated()
{
    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    const support::Identity first = authority.issue({.commonName = u"first"_s});
    const support::Identity second = authority.issue({.commonName = u"second"_s});
    m_folder->write(u"c.pem"_s, first.certificatePem);
    m_folder->write(u"k.pem"_s, first.keyPem);
    const auto access =
        kube::accessTo(m_folder->kubeconfig("{client-certificate: c.pem, client-key: k.pem}"), u"x"_s, {m_approver});
    Obtained before(*access->credentials);
    QTRY_VERIFY(before.succeeded());

    m_folder->write(u"c.pem"_s, "written halfw");
    Obtained during(*access->credentials);
    QTRY_VERIFY(during.succeeded());
    QCOMPARE(during.credential().certificateChain.first(), first.certificate);
    QCOMPARE(during.credential().generation, before.credential().generation);

    m_folder->write(u"c.pem"_s, second.certificatePem);
    m_folder->write(u"k.pem"_s, second.keyPem);
    access->credentials->reject(during.credential()); // the times of files may be too coarse to see it
    Obtained after(*access->credentials);
    QTRY_VERIFY(after.succeeded());
    QCOMPARE(after.credential().certificateChain.first(), second.certificate);
    QVERIFY(after.credential().generation != before.credential().generation);
}

void AccessTest::case46_keepsATokenWhoseFileIsBrokenAndTakesTheNextOne()
{
    const QString file = m_folder->write(u"token"_s, "first\n");
    const auto access = kube::accessTo(m_folder->kubeconfig("{tokenFile: token}"), u"x"_s, {m_approver});
    const auto authorization = [&access] {
        Obtained obtained(*access->credentials);
        while (!obtained.isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return obtained.succeeded() ? obtained.credential().authorization : QByteArray();
    };
    QCOMPARE(authorization(), QByteArray("Bearer first"));
    m_folder->write(u"token"_s, "");
    QCOMPARE(authorization(), QByteArray("Bearer first"));
    QFile::remove(file);
    QCOMPARE(authorization(), QByteArray("Bearer first"));
    m_folder->write(u"next"_s, "second, longer\n");
    QVERIFY(QFile::rename(m_folder->path(u"next"_s), file));
    QCOMPARE(authorization(), QByteArray("Bearer second, longer"));
    m_folder->write(u"token"_s, "a\nforged: b");
    QCOMPARE(authorization(), QByteArray("Bearer second, longer"));

    QFile::remove(file);
    const auto nothing = kube::accessTo(m_folder->kubeconfig("{tokenFile: token}"), u"x"_s, {m_approver});
    Obtained obtained(*nothing->credentials);
    QTRY_VERIFY(obtained.isDone());
    QCOMPARE(obtained.error().kind, Error::Kind::Credentials);
    QVERIFY(obtained.error().message.contains(file));
}

void AccessTest::case31_tellsNewRootsOfTrustAtOnce()
{
    const support::Authority first;
    const support::Authority second;
    if (!first.isUsable() || !second.isUsable())
        QSKIP("openssl is not installed");
    m_folder->write(u"ca.pem"_s, first.pem());
    const auto access = kube::accessTo(
        m_folder->kubeconfig("{token: t}", "https://h", ", certificate-authority: ca.pem"), u"x"_s, {m_approver});
    Obtained before(*access->credentials);
    QTRY_VERIFY(before.succeeded());
    QVERIFY(!before.credential().authorities);

    m_folder->write(u"ca.pem"_s, first.pem() + second.pem());
    Obtained after(*access->credentials);
    QTRY_VERIFY(after.succeeded());
    QVERIFY(after.credential().authorities);
    QCOMPARE(*after.credential().authorities, (QList<QSslCertificate>{first.certificate(), second.certificate()}));
    QVERIFY(after.credential().generation != before.credential().generation);
}

void AccessTest::usesAnIdTokenWhileItIsValid_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("word"); // empty: usable
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QTest::newRow("valid") << idToken(now.addSecs(3600)) << QString();
    QTest::newRow("expired") << idToken(now.addSecs(-3600)) << u"expired at"_s;
    QTest::newRow("about to expire") << idToken(now.addSecs(5)) << u"expired at"_s;
    QTest::newRow("absent") << QByteArray() << u"holds no id-token"_s;
    QTest::newRow("junk") << QByteArray("junk") << u"not a token"_s;
}

void AccessTest::usesAnIdTokenWhileItIsValid()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, word);

    const auto access =
        kube::accessTo(m_folder->kubeconfig("{auth-provider: {name: oidc, config: {id-token: '" + token + "'}}}"),
                       u"x"_s, {m_approver});
    QVERIFY(access);
    Obtained obtained(*access->credentials);
    QTRY_VERIFY(obtained.isDone());
    QCOMPARE(obtained.succeeded(), word.isEmpty());
    if (word.isEmpty()) {
        QCOMPARE(obtained.credential().authorization, "Bearer " + token);
    } else {
        QVERIFY2(obtained.error().message.contains(word), qPrintable(obtained.error().message));
        QVERIFY(obtained.error().message.contains(u"kubelogin"));
        QVERIFY(token.isEmpty() || !obtained.error().message.contains(QString::fromLatin1(token)));
    }
}

void AccessTest::writesImpersonationHeaders()
{
    kube::UserEntry user;
    QVERIFY(kube::impersonationHeaders(user)->isEmpty());
    user.impersonate = u"jane@example.org"_s;
    user.impersonateUid = u"7"_s;
    user.impersonateGroups = {u"dev"_s, u"ops"_s};
    user.impersonateExtra = {{u"acme.com/Scopes"_s, {u"a"_s, u"b"_s}}, {u"50%"_s, {u"c"_s}}};
    const QList<http::Header> expected{{"Impersonate-User", "jane@example.org"},
                                       {"Impersonate-Uid", "7"},
                                       {"Impersonate-Group", "dev"},
                                       {"Impersonate-Group", "ops"},
                                       {"Impersonate-Extra-50%25", "c"},
                                       {"Impersonate-Extra-acme.com%2FScopes", "a"},
                                       {"Impersonate-Extra-acme.com%2FScopes", "b"}};
    QCOMPARE(*kube::impersonationHeaders(user), expected);
}

void AccessTest::refusesImpersonationThatWouldForgeAHeader()
{
    const auto access = kube::accessTo(m_folder->kubeconfig("{as: \"jane\\r\\nX-Evil: 1\"}"), u"x"_s, {m_approver});
    QVERIFY(!access);
    QCOMPARE(access.error().kind, Error::Kind::Configuration);
}

QTEST_GUILESS_MAIN(AccessTest)
#include "tst_access.moc"
