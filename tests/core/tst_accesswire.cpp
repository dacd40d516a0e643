#include "core/http/client.h"

#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/credentialfixture.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;
using base::Error;
using support::PluginFolder;

namespace {

http::Request get(const QString& path)
{
    http::Request request;
    request.path = path;
    return request;
}

QByteArray inlined(const QByteArray& field, const QByteArray& content)
{
    return field + ": " + content.toBase64();
}

} // namespace

/// Credentials and trust on the wire.
class AccessWireTest : public QObject, private support::CredentialBench
{
    Q_OBJECT
private slots:
    void init()
    {
        support::keepClean();
        start();
    }
    void cleanup() { end(); }

    void sendsEveryGroupOfAnImpersonation();
    void case42_renewsTheTokenOnceWhenTheServerRefusesIt();
    void case43_doesNotHammerThePluginWhenTheServerRefusesForEver();
    void case47_closesWhatShowsTheOldCertificateAndResumes();
    void case87_connectsNowhereBeforeApproval();
    void case31_reachesAServerWhoseAuthorityWasReplaced();
};

void AccessWireTest::sendsEveryGroupOfAnImpersonation()
{
    support::ByteServer server;
    server.onRequest([](support::Exchange& exchange) { exchange.reply(200, "ok"); });
    QVERIFY(server.listen());
    const auto access = kube::accessTo(
        m_folder->kubeconfig("{as: jane, as-groups: [dev, ops], token: secret}", server.url().toEncoded()), u"x"_s,
        {m_approver});
    http::Client client(access->target, access->credentials);
    support::Received received(client, get(u"/"_s));
    QTRY_VERIFY(received.isDone());
    if (QVersionNumber::fromString(qVersion()) >= QVersionNumber(6, 8)) {
        // It would send the last group alone.
        QCOMPARE(received.error().kind, base::Error::Kind::Configuration);
        QVERIFY2(received.error().message.contains(u"Impersonate-Group"), received.problem());
        QCOMPARE(server.connections(), 0);
        return;
    }
    QVERIFY2(received.succeeded(), received.problem());
    QList<QByteArray> groups;
    for (const auto& [name, value] : server.requests().first().headers) {
        if (name.compare("impersonate-group", Qt::CaseInsensitive) == 0)
            groups.append(value);
    }
    QCOMPARE(groups, (QList<QByteArray>{"dev", "ops"}));
    QVERIFY(!server.requests().first().bytes.contains("secret")); // plain http
}

void AccessWireTest::case42_renewsTheTokenOnceWhenTheServerRefusesIt()
{
    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    support::ByteServer server;
    server.useTls(authority.issue().serverTls());
    server.onRequest([](support::Exchange& exchange) {
        const bool current = exchange.request().header("Authorization") == "Bearer t2";
        exchange.reply(current ? 200 : 401, current ? "ok" : "no");
    });
    QVERIFY(server.listen());
    m_folder->script(u"plugin"_s,
                     "n=$(wc -l < '" + m_folder->path(u"runs"_s).toUtf8() +
                         "')\n"
                         "printf '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\","
                         "\"status\":{\"token\":\"t%s\"}}' $n");
    const auto access =
        kube::accessTo(m_folder->kubeconfig(PluginFolder::execUser("plugin"), server.url().toEncoded(),
                                            ", " + inlined("certificate-authority-data", authority.pem())),
                       u"x"_s, {m_approver});
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    http::Client client(access->target, access->credentials);
    for (int i = 0; i < 3; ++i) {
        support::Received received(client, get(u"/version"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().status, 200);
    }
    QCOMPARE(server.requests().size(), 4);
    QCOMPARE(m_folder->runs(), 2);
}

void AccessWireTest::case43_doesNotHammerThePluginWhenTheServerRefusesForEver()
{
    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    support::ByteServer server;
    server.useTls(authority.issue().serverTls());
    server.onRequest([](support::Exchange& exchange) { exchange.reply(401, "no"); });
    QVERIFY(server.listen());
    m_folder->script(u"plugin"_s, PluginFolder::printToken("t$$"));
    const auto access =
        kube::accessTo(m_folder->kubeconfig(PluginFolder::execUser("plugin"), server.url().toEncoded(),
                                            ", " + inlined("certificate-authority-data", authority.pem())),
                       u"x"_s, {m_approver});
    http::Client client(access->target, access->credentials);
    for (int i = 0; i < 5; ++i) {
        support::Received received(client, get(u"/version"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().status, 401);
    }
    QVERIFY2(m_folder->runs() == 2, qPrintable(QString::number(m_folder->runs())));
}

void AccessWireTest::case47_closesWhatShowsTheOldCertificateAndResumes()
{
    const support::Authority authority;
    if (!authority.isUsable())
        QSKIP("openssl is not installed");
    QSslConfiguration tls = authority.issue().serverTls();
    tls.setCaCertificates({authority.certificate()});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    support::ByteServer server;
    server.useTls(tls);
    QList<support::Exchange> watches;
    server.onRequest([&watches](support::Exchange& exchange) {
        if (!exchange.query().hasQueryItem(u"watch"_s))
            return exchange.replyJson(200, support::listJson({{u"a"_s, u"3"_s}}, u"10"_s));
        exchange.startChunked();
        watches.append(exchange);
    });
    QVERIFY(server.listen());
    const auto show = [&](const QString& name) {
        const support::Identity identity = authority.issue({.commonName = name, .alternativeNames = {}});
        m_folder->write(u"c.pem"_s, identity.certificatePem);
        m_folder->write(u"k.pem"_s, identity.keyPem);
    };
    show(u"first"_s);
    const auto access =
        kube::accessTo(m_folder->kubeconfig("{client-certificate: c.pem, client-key: k.pem}", server.url().toEncoded(),
                                            ", " + inlined("certificate-authority-data", authority.pem())),
                       u"x"_s, {m_approver});
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    http::Client client(access->target, access->credentials);
    const std::unique_ptr<kube::Api> api = kube::httpApi(client);
    kube::Watch watch(*api, {.type = kube::coreType(u"pods"_s)}, support::valueDecoder(), support::quickTimes());
    support::WatchRecorder seen(watch);
    watch.start();
    QTRY_COMPARE(watches.size(), 1);
    watches.last().chunk(support::eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(seen.names(), QStringList{u"a@11"_s});

    support::Received same(client, get(u"/"_s));
    QTRY_VERIFY(same.succeeded());
    QVERIFY(watches.first().isAlive());

    show(u"another, with a longer name"_s);
    support::Received next(client, get(u"/"_s)); // whoever asks next finds the new one
    QTRY_VERIFY(next.succeeded());
    QTRY_COMPARE(watches.size(), 2);
    QVERIFY(!watches.first().isAlive());
    QCOMPARE(watches.last().query().queryItemValue(u"resourceVersion"_s), u"11"_s);
    QTRY_COMPARE(watch.state(), kube::Watch::State::Following);
    QCOMPARE(seen.told.filter(u"listed"_s).size(), 1);
    QTRY_COMPARE(server.openConnections(), 2); // one for the watch, one for what is asked
}

void AccessWireTest::case87_connectsNowhereBeforeApproval()
{
    support::ByteServer server, proxy;
    QVERIFY(server.listen() && proxy.listen());
    QUrl address = server.url();
    address.setScheme(u"https"_s);
    m_folder->write(u"secret"_s, "private");
    const QString file =
        m_folder->write(u"downloaded/config"_s, "clusters: [{name: c, cluster: {server: '" + address.toEncoded() +
                                                    "', proxy-url: '" + proxy.url().toEncoded() +
                                                    "'}}]\nusers: [{name: u, user: {tokenFile: ../secret}}]\n"
                                                    "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
    const auto config = kube::readKubeconfig({{file}, true, {file}}); // listing what is in it is harmless
    QVERIFY(config);
    m_approver->answer = support::Approver::Answer::No;
    const auto access = kube::accessTo(*config, u"x"_s, {m_approver});
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    http::Client client(access->target, access->credentials);
    support::Received read(client, get(u"/version"_s));
    support::Followed watch(client, get(u"/api/v1/pods"_s));
    QTRY_VERIFY(read.isDone() && watch.reason);
    QCOMPARE(read.error().kind, Error::Kind::Credentials);
    QCOMPARE(watch.reason->error().kind, Error::Kind::Credentials);
    QCOMPARE(server.connections() + proxy.connections(), 0);
}

void AccessWireTest::case31_reachesAServerWhoseAuthorityWasReplaced()
{
    const support::Authority old;
    const support::Authority fresh;
    if (!old.isUsable() || !fresh.isUsable())
        QSKIP("openssl is not installed");
    support::ByteServer server;
    server.useTls(fresh.issue().serverTls());
    server.onRequest([](support::Exchange& exchange) { exchange.reply(200, "ok"); });
    QVERIFY(server.listen());
    m_folder->write(u"ca.pem"_s, old.pem());
    const auto access = kube::accessTo(
        m_folder->kubeconfig("{}", server.url().toEncoded(), ", certificate-authority: ca.pem"), u"x"_s, {m_approver});
    http::Client client(access->target, access->credentials);
    support::Received refused(client, get(u"/"_s));
    QTRY_VERIFY(refused.isDone());
    QVERIFY(!refused.succeeded());
    QCOMPARE(refused.error().kind, Error::Kind::Tls);

    m_folder->write(u"ca.pem"_s, old.pem() + fresh.pem());
    support::Received received(client, get(u"/"_s));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
}

QTEST_GUILESS_MAIN(AccessWireTest)
#include "tst_accesswire.moc"
