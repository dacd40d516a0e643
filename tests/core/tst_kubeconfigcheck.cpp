#include "core/kube/kubeconfig.h"
#include "core/kube/serverurl.h"

#include "tests/support/hygiene.h"
#include "tests/support/kubeconfigfixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;
using kube::Problem;
using support::kubeconfigText;
using support::messages;

/// What is found wrong with a context before it is used, and where its server is.
class KubeconfigCheckTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        support::keepClean();
        m_folder = std::make_unique<support::KubeconfigFolder>();
    }
    void cleanup() { m_folder.reset(); }

    void findsTheServer_data();
    void findsTheServer();
    void tellsWhatIsWrongWithAContext_data();
    void tellsWhatIsWrongWithAContext();
    void namesTheKindsOfAuthentication();

private:
    std::unique_ptr<support::KubeconfigFolder> m_folder;
};

void KubeconfigCheckTest::findsTheServer_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QString>("url");

    QTest::newRow("https") << QByteArray("{server: 'https://h:6443'}") << u"https://h:6443"_s;
    QTest::newRow("no scheme") << QByteArray("{server: 'h:6443'}") << u"http://h:6443"_s;
    QTest::newRow("no scheme, CA") << QByteArray("{server: 'h:6443', certificate-authority-data: aGk=}")
                                   << u"https://h:6443"_s;
    QTest::newRow("no scheme, insecure") << QByteArray("{server: h, insecure-skip-tls-verify: true}") << u"https://h"_s;
    QTest::newRow("no scheme, address") << QByteArray("{server: '10.0.0.1'}") << u"http://10.0.0.1"_s;
    QTest::newRow("IPv6") << QByteArray("{server: 'https://[::1]:6443'}") << u"https://[::1]:6443"_s;
    QTest::newRow("path prefix") << QByteArray("{server: 'https://h/k8s/clusters/c-1/'}")
                                 << u"https://h/k8s/clusters/c-1"_s;
    QTest::newRow("encoded prefix") << QByteArray("{server: 'https://h/a%2Fb'}") << u"https://h/a%2Fb"_s;
    QTest::newRow("query and fragment") << QByteArray("{server: 'https://h/x?a=b#c'}") << u"https://h/x"_s;
    QTest::newRow("user info") << QByteArray("{server: 'https://me:pw@h'}") << u"https://h"_s;
    QTest::newRow("another scheme") << QByteArray("{server: 'ftp://h'}") << QString();
    QTest::newRow("nonsense") << QByteArray("{server: 'https://'}") << QString();
}

void KubeconfigCheckTest::findsTheServer()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QString, url);

    const auto found = kube::serverUrl(*m_folder->read(kubeconfigText(cluster)).cluster(u"c"_s));
    QCOMPARE(bool(found), !url.isEmpty());
    if (found)
        QCOMPARE(found->toString(QUrl::FullyEncoded), url);
    else
        QCOMPARE(found.error().kind, base::Error::Kind::Configuration);
}

void KubeconfigCheckTest::tellsWhatIsWrongWithAContext_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word"); // empty: usable
    QTest::addColumn<Problem::Severity>("severity");

    using enum Problem::Severity;
    const QByteArray ok = "{server: 'https://h'}";
    const auto exec = [&](const QByteArray& fields) {
        return kubeconfigText("{server: 'https://h'}", "{exec: " + fields + "}");
    };
    QTest::newRow("fine") << kubeconfigText(ok) << QString() << Error;
    QTest::newRow("no server") << kubeconfigText("{}") << u"no server"_s << Error;
    QTest::newRow("http") << kubeconfigText("{server: 'http://h'}") << u"not"_s + u""_s << Warning;
    QTest::newRow("bad server") << kubeconfigText("{server: 'ldap://h'}") << u"ldap"_s << Error;
    QTest::newRow("bad proxy") << kubeconfigText("{server: 'https://h', proxy-url: 'ftp://p'}") << u"proxy-url"_s
                               << Error;
    QTest::newRow("relative proxy") << kubeconfigText("{server: 'https://h', proxy-url: 'p:80'}") << u"proxy-url"_s
                                    << Error;
    QTest::newRow("https proxy") << kubeconfigText("{server: 'https://h', proxy-url: 'https://p'}") << u"proxy-url"_s
                                 << Error;
    QTest::newRow("two CAs")
        << kubeconfigText("{server: 'https://h', certificate-authority: /a, certificate-authority-data: aGk=}")
        << u"certificate-authority-data"_s << Error;
    QTest::newRow("unreadable CA") << kubeconfigText("{server: 'https://h', certificate-authority: /no/ca}")
                                   << u"/no/ca"_s << Error;
    QTest::newRow("insecure") << kubeconfigText("{server: 'https://h', insecure-skip-tls-verify: true}")
                              << u"identity"_s << Warning;
    QTest::newRow("insecure with CA")
        << kubeconfigText("{server: 'https://h', insecure-skip-tls-verify: true, certificate-authority-data: aGk=}")
        << u"insecure-skip-tls-verify"_s << Error;
    QTest::newRow("missing cluster") << kubeconfigText(ok, "{}", "{cluster: nope, user: u}") << u"nope"_s << Error;
    QTest::newRow("no cluster") << kubeconfigText(ok, "{}", "{user: u}") << u"cluster"_s << Error;
    QTest::newRow("missing user") << kubeconfigText(ok, "{}", "{cluster: c, user: nope}") << u"nope"_s << Error;
    QTest::newRow("bad namespace") << kubeconfigText(ok, "{}", "{cluster: c, user: u, namespace: Not_ok}")
                                   << u"Not_ok"_s << Error;
    QTest::newRow("certificate without key")
        << kubeconfigText(ok, "{client-certificate-data: aGk=}") << u"key"_s << Error;
    QTest::newRow("two certificates")
        << kubeconfigText(ok, "{client-certificate-data: aGk=, client-certificate: /a, client-key-data: aGk=}")
        << u"client-certificate-data"_s << Error;
    QTest::newRow("unreadable key") << kubeconfigText(ok, "{client-certificate-data: aGk=, client-key: /no/key}")
                                    << u"/no/key"_s << Error;
    QTest::newRow("token and password") << kubeconfigText(ok, "{token: a, username: b, password: c}")
                                        << u"More than one"_s << Error;
    QTest::newRow("exec and auth-provider")
        << kubeconfigText(ok, "{exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1}, "
                              "auth-provider: {name: oidc}}")
        << u"auth-provider"_s << Error;
    QTest::newRow("exec without command")
        << exec("{apiVersion: client.authentication.k8s.io/v1beta1}") << u"no command"_s << Error;
    QTest::newRow("exec without apiVersion") << exec("{command: a}") << u"apiVersion"_s << Error;
    QTest::newRow("exec v1alpha1") << exec("{command: a, apiVersion: client.authentication.k8s.io/v1alpha1}")
                                   << u"aws eks update-kubeconfig"_s << Error;
    QTest::newRow("exec of the future") << exec("{command: a, apiVersion: client.authentication.k8s.io/v7}") << u"v7"_s
                                        << Error;
    QTest::newRow("exec v1 without mode")
        << exec("{command: a, apiVersion: client.authentication.k8s.io/v1}") << u"interactiveMode"_s << Warning;
    QTest::newRow("exec with a wrong mode")
        << exec("{command: a, apiVersion: client.authentication.k8s.io/v1beta1, interactiveMode: no}")
        << u"interactiveMode"_s << Error;
    QTest::newRow("exec that needs a terminal")
        << exec("{command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}") << u"terminal"_s
        << Warning;
    QTest::newRow("exec env without name")
        << exec("{command: a, apiVersion: client.authentication.k8s.io/v1beta1, env: [{value: b}]}")
        << u"environment variable"_s << Error;
    QTest::newRow("gcp") << kubeconfigText(ok, "{auth-provider: {name: gcp}}") << u"gke-gcloud-auth-plugin"_s << Error;
    QTest::newRow("azure") << kubeconfigText(ok, "{auth-provider: {name: azure}}") << u"kubelogin"_s << Error;
    QTest::newRow("groups without user") << kubeconfigText(ok, "{as-groups: [g]}") << u"as-groups"_s << Error;
    QTest::newRow("extra without user") << kubeconfigText(ok, "{as-user-extra: {a: [b]}}") << u"as-user-extra"_s
                                        << Error;
    QTest::newRow("hostile name") << kubeconfigText(ok, "{}", "{cluster: \"a\\u202eb\", user: u}") << u"U+202E"_s
                                  << Error;
}

void KubeconfigCheckTest::tellsWhatIsWrongWithAContext()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    QFETCH(Problem::Severity, severity);

    const Kubeconfig all = m_folder->read(text);
    QVERIFY2(all.problems.isEmpty(), qPrintable(all.problems.value(0).message));
    const QList<Problem> problems = all.problemsOf(u"x"_s);
    if (word.isEmpty()) {
        QCOMPARE(problems, QList<Problem>());
        return;
    }
    const QStringList found = messages(problems, severity);
    QVERIFY2(found.size() == 1 && found.first().contains(word), qPrintable(found.join(u'\n')));
    QCOMPARE(problems.size(), 1);
}

void KubeconfigCheckTest::namesTheKindsOfAuthentication()
{
    const Kubeconfig all = m_folder->read(
        "users: [{name: a, user: {client-certificate: /a, token: t, tokenFile: /t, username: u,"
        " exec: {command: c}}}, {name: b, user: {auth-provider: {name: oidc}}}, {name: c}]\n"
        "contexts: [{name: a, context: {user: a}}, {name: b, context: {user: b}}, {name: c, context: {user: c}}]\n");
    QCOMPARE(all.authenticationOf(u"a"_s),
             (QStringList{u"clientCertificate"_s, u"token"_s, u"tokenFile"_s, u"basic"_s, u"exec"_s}));
    QCOMPARE(all.authenticationOf(u"b"_s), QStringList{u"oidc"_s});
    QCOMPARE(all.authenticationOf(u"c"_s), QStringList{u"none"_s});
    QCOMPARE(all.authenticationOf(u"nobody"_s), QStringList{u"none"_s});
}

QTEST_GUILESS_MAIN(KubeconfigCheckTest)
#include "tst_kubeconfigcheck.moc"
