#include "core/kube/kubeconfig.h"

#include "tests/support/hygiene.h"
#include "tests/support/kubeconfigfixture.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;
using kube::Problem;
using support::kubeconfigText;
using support::messages;

class KubeconfigTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void readsEveryField();
    void case85_readsUnusualForms_data();
    void case85_readsUnusualForms();
    void case85_rejectsFilesThatAreNoKubeconfig_data();
    void case85_rejectsFilesThatAreNoKubeconfig();
    void case85_takesScalarsByTheirSourceText();
    void keepsTypesInTheExtensionForPlugins();
    void case85_breaksOnlyTheEntryThatIsBroken();
    void marksANameThatIsDefinedTwiceInAFile();
    void usesOnlyTheFirstDocument();
    void resolvesPathsAgainstTheFileThatDefinesThem();
    void mergesWholeEntriesAndTheFirstCurrentContext();
    void readsTheOtherFilesWhenOneIsBroken();
    void findsTheFilesKubectlWouldRead();
    void failsOnlyWhenAnExplicitFileIsMissing();
    void warnsWhenNoFileOfTheEnvironmentExists();
    void marksFilesOthersMayWrite();

private:
    std::unique_ptr<support::KubeconfigFolder> m_folder;
};

void KubeconfigTest::initTestCase()
{
    support::keepClean();
}

void KubeconfigTest::init()
{
    support::keepClean();
    m_folder = std::make_unique<support::KubeconfigFolder>();
    qunsetenv("KUBECONFIG");
}

void KubeconfigTest::cleanup()
{
    m_folder.reset();
}

void KubeconfigTest::readsEveryField()
{
    const Kubeconfig all = m_folder->read(R"(apiVersion: v1
kind: Config
preferences: {colors: true}
current-context: x
clusters:
- name: c
  cluster:
    server: https://api.example:6443/base/
    tls-server-name: inner.example
    certificate-authority-data: aGVsbG8=
    proxy-url: socks5://proxy:1080
    disable-compression: true
    unknown-field: 1
users:
- name: u
  user:
    client-certificate: /c.pem
    client-key: /k.pem
    token: abc
    tokenFile: /token
    username: me
    password: pass
    as: other
    as-uid: "7"
    as-groups: [g1, g2]
    as-user-extra: {scope: [a, b]}
    auth-provider: {name: oidc, config: {id-token: t}}
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: login
      args: [a, "b c"]
      env: [{name: N, value: V}]
      installHint: get it
      provideClusterInfo: true
      interactiveMode: Never
contexts:
- name: x
  context: {cluster: c, user: u, namespace: flink}
)");
    QCOMPARE(all.problems, QList<Problem>());
    QCOMPARE(all.currentContext, u"x"_s);
    const kube::ClusterEntry& cluster = *all.cluster(u"c"_s);
    QCOMPARE(cluster.server, u"https://api.example:6443/base/"_s);
    QCOMPARE(cluster.tlsServerName, u"inner.example"_s);
    QCOMPARE(cluster.certificateAuthorityData, QByteArray("hello"));
    QCOMPARE(cluster.proxyUrl, u"socks5://proxy:1080"_s);
    QVERIFY(cluster.disableCompression && !cluster.insecureSkipTlsVerify);
    QVERIFY(cluster.problems.isEmpty());
    const kube::UserEntry& user = *all.user(u"u"_s);
    QCOMPARE(user.clientCertificate, u"/c.pem"_s);
    QCOMPARE(user.clientKey, u"/k.pem"_s);
    QCOMPARE(user.token, u"abc"_s);
    QCOMPARE(user.tokenFile, u"/token"_s);
    QCOMPARE(user.username + u'/' + user.password, u"me/pass"_s);
    QCOMPARE(user.impersonate + user.impersonateUid + user.impersonateGroups.join(u','), u"other7g1,g2"_s);
    QCOMPARE(user.impersonateExtra, (QMap<QString, QStringList>{{u"scope"_s, {u"a"_s, u"b"_s}}}));
    QCOMPARE(user.authProvider->config.value(u"id-token"_s), u"t"_s);
    const kube::ExecConfig expected{u"login"_s,
                                    {u"a"_s, u"b c"_s},
                                    {{u"N"_s, u"V"_s}},
                                    u"client.authentication.k8s.io/v1"_s,
                                    u"get it"_s,
                                    true,
                                    kube::ExecConfig::Interactive::Never};
    QVERIFY(*user.exec == expected);
    QCOMPARE(all.context(u"x"_s)->nameSpace, u"flink"_s);
}

void KubeconfigTest::case85_readsUnusualForms_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray plain = kubeconfigText("{server: \"https://h\"}");
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("plain") << plain;
    QTest::newRow("without apiVersion and kind") << plain.mid(plain.indexOf("current-context"));
    QTest::newRow("UTF-8 byte order mark") << "\xEF\xBB\xBF" + plain;
    QTest::newRow("UTF-16") << QByteArray(utf16(QString::fromUtf8(plain)));
    QTest::newRow("CRLF") << QByteArray(plain).replace('\n', "\r\n");
    QTest::newRow("JSON") << QByteArray(R"({"clusters":[{"name":"c","cluster":{"server":"https:\/\/h"}}],
        "users":[{"name":"u","user":{}}],"contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],
        "current-context":"x"})");
    QTest::newRow("anchors") << "base: &b {server: \"https://h\"}\n" + kubeconfigText("*b");
    QTest::newRow("merge keys") << "base: &b {server: \"https://h\"}\n" + kubeconfigText("{<<: *b}");
    QTest::newRow("null lists") << plain + "extensions: null\npreferences:\n";
}

void KubeconfigTest::case85_readsUnusualForms()
{
    QFETCH(QByteArray, text);

    const Kubeconfig all = m_folder->read(text);
    QCOMPARE(all.problems, QList<Problem>());
    QCOMPARE(all.currentContext, u"x"_s);
    QVERIFY(all.cluster(u"c"_s) && all.user(u"u"_s));
    QCOMPARE(all.cluster(u"c"_s)->server, u"https://h"_s);
    QCOMPARE(all.problemsOf(u"x"_s), QList<Problem>());

    QVERIFY(m_folder->read("").problems.isEmpty());
    QVERIFY(m_folder->read("users: null\nclusters: [{name: c, cluster: null}]\n").cluster(u"c"_s));
    QVERIFY(m_folder->read("Current-Context: x\n").currentContext.isEmpty());
}

void KubeconfigTest::case85_rejectsFilesThatAreNoKubeconfig_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");

    QTest::newRow("apiVersion v9") << QByteArray("apiVersion: v9\nkind: Config\n") << u"v9"_s;
    QTest::newRow("another kind") << QByteArray("apiVersion: v1\nkind: Secret\n") << u"Secret"_s;
    QTest::newRow("a list") << QByteArray("- a\n") << u"map"_s;
    QTest::newRow("a text") << QByteArray("hello") << u"map"_s;
    QTest::newRow("broken YAML") << QByteArray("clusters: [\nusers: {") << u"YAML"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0",
                                          10)
                            << u"U+0002"_s;
}

void KubeconfigTest::case85_rejectsFilesThatAreNoKubeconfig()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);

    const Kubeconfig all = m_folder->read(text);
    const QStringList errors = messages(all.problems, Problem::Severity::Error);
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.first().contains(word) && errors.first().contains(u"/config"_s), qPrintable(errors.first()));
    QVERIFY(all.files.isEmpty());
}

void KubeconfigTest::case85_takesScalarsByTheirSourceText()
{
    const Kubeconfig all = m_folder->read("current-context: 123\nusers: [{name: y, user: {token: 012345, as: yes}}]\n");
    QCOMPARE(all.problems, QList<Problem>());
    QCOMPARE(all.currentContext, u"123"_s);
    QCOMPARE(all.user(u"y"_s)->token, u"012345"_s);
    QCOMPARE(all.user(u"y"_s)->impersonate, u"yes"_s);
}

void KubeconfigTest::keepsTypesInTheExtensionForPlugins()
{
    const Kubeconfig all =
        m_folder->read(kubeconfigText("{server: \"https://h\", extensions: [{name: client.authentication.k8s.io/exec, "
                                      "extension: {audience: aud, n: 1, on: true}}]}"));
    // As keys, too, the words of YAML 1.1 are booleans to kubectl.
    const QJsonObject expected{{u"audience"_s, u"aud"_s}, {u"false"_s, 1}, {u"true"_s, true}};
    QCOMPARE(all.cluster(u"c"_s)->execConfig.toObject(), expected);
}

void KubeconfigTest::case85_breaksOnlyTheEntryThatIsBroken()
{
    const Kubeconfig all =
        m_folder->read("clusters: [{name: good, cluster: {server: \"https://h\"}},"
                       "{name: base64, cluster: {server: \"https://h\", certificate-authority-data: \"%%%\"}},"
                       "{name: bool, cluster: {server: \"https://h\", insecure-skip-tls-verify: yes}},"
                       "{name: type, cluster: {server: [a]}}, 7]\n"
                       "users: [{name: u, user: {}}]\n"
                       "contexts: [{name: good, context: {cluster: good, user: u}},"
                       "{name: base64, context: {cluster: base64, user: u}},"
                       "{name: bool, context: {cluster: bool, user: u}},"
                       "{name: type, context: {cluster: type, user: u}}]\n");
    QCOMPARE(all.contexts.size(), 4);
    QCOMPARE(all.problemsOf(u"good"_s), QList<Problem>());
    for (const QString& broken : {u"base64"_s, u"bool"_s, u"type"_s})
        QVERIFY2(!messages(all.problemsOf(broken), Problem::Severity::Error).isEmpty(), qPrintable(broken));
    QVERIFY(messages(all.problemsOf(u"base64"_s), Problem::Severity::Error)
                .first()
                .contains(u"certificate-authority-data"));
    QCOMPARE(messages(all.problems, Problem::Severity::Error).size(), 1);
}

void KubeconfigTest::marksANameThatIsDefinedTwiceInAFile()
{
    const Kubeconfig all = m_folder->read(
        "clusters: [{name: a, cluster: {server: \"https://1\"}}, {name: a, cluster: {server: \"https://2\"}},"
        "{name: b, cluster: {server: \"https://3\"}}]\n"
        "users: [{name: u}]\n"
        "contexts: [{name: a, context: {cluster: a, user: u}}, {name: b, context: {cluster: b, user: u}}]\n");
    QCOMPARE(all.clusters.size(), 2);
    QCOMPARE(messages(all.problemsOf(u"a"_s), Problem::Severity::Error).size(), 1);
    QCOMPARE(all.problemsOf(u"b"_s), QList<Problem>());
}

void KubeconfigTest::usesOnlyTheFirstDocument()
{
    const Kubeconfig all = m_folder->read(kubeconfigText("{server: \"https://h\"}") +
                                          "---\ncurrent-context: other\nusers: [{name: later}]\n");
    QCOMPARE(all.currentContext, u"x"_s);
    QVERIFY(!all.user(u"later"_s));
    QCOMPARE(messages(all.problems, Problem::Severity::Warning).size(), 1);
}

void KubeconfigTest::resolvesPathsAgainstTheFileThatDefinesThem()
{
    const QString path = m_folder->write(
        u"sub/config"_s, "clusters: [{name: c, cluster: {certificate-authority: ../pki/ca.pem}}]\n"
                         "users: [{name: u, user: {client-certificate: c.pem, client-key: ./k.pem, tokenFile: /abs/t,"
                         " exec: {command: bin/login}}}, {name: bare, user: {exec: {command: login}}}]\n");
    const Kubeconfig all = m_folder->read({path});
    const QString base = m_folder->path();
    QCOMPARE(all.cluster(u"c"_s)->certificateAuthority, base + u"/pki/ca.pem"_s);
    QCOMPARE(all.user(u"u"_s)->clientCertificate, base + u"/sub/c.pem"_s);
    QCOMPARE(all.user(u"u"_s)->clientKey, base + u"/sub/k.pem"_s);
    QCOMPARE(all.user(u"u"_s)->tokenFile, u"/abs/t"_s);
    QCOMPARE(all.user(u"u"_s)->exec->command, base + u"/sub/bin/login"_s);
    QCOMPARE(all.user(u"bare"_s)->exec->command, u"login"_s);
}

void KubeconfigTest::mergesWholeEntriesAndTheFirstCurrentContext()
{
    const QString a =
        m_folder->write(u"a"_s, "current-context: \"\"\nusers: [{name: u, user: {client-certificate: /c.pem}}]\n");
    const QString b = m_folder->write(
        u"b"_s, "current-context: second\nusers: [{name: u, user: {token: t}}, {name: v, user: {token: t}}]\n");
    const QString c = m_folder->write(u"c"_s, "current-context: third\n");
    const Kubeconfig all = m_folder->read({a, u"/does/not/exist"_s, b, c});
    QCOMPARE(all.currentContext, u"second"_s);
    QCOMPARE(all.user(u"u"_s)->clientCertificate, u"/c.pem"_s);
    QVERIFY(all.user(u"u"_s)->token.isEmpty());
    QCOMPARE(all.user(u"v"_s)->file, b);
    QCOMPARE(all.files, (QStringList{a, b, c}));
    QCOMPARE(all.problems, QList<Problem>());
}

void KubeconfigTest::readsTheOtherFilesWhenOneIsBroken()
{
    const QString broken = m_folder->write(u"broken"_s, "clusters: [");
    const QString good = m_folder->write(u"good"_s, kubeconfigText("{server: \"https://h\"}"));
    const Kubeconfig all = m_folder->read({broken, m_folder->path(), good});
    QCOMPARE(messages(all.problems, Problem::Severity::Error).size(), 2);
    QCOMPARE(all.problemsOf(u"x"_s), QList<Problem>());
}

void KubeconfigTest::findsTheFilesKubectlWouldRead()
{
    QCOMPARE(kube::kubeconfigFiles().paths, QStringList{QDir::homePath() + u"/.kube/config"_s});
    qputenv("KUBECONFIG", ":/a::~/b:/a:");
    QCOMPARE(kube::kubeconfigFiles().paths, (QStringList{u"/a"_s, u"~/b"_s}));
    QVERIFY(!kube::kubeconfigFiles().mustExist);
    QCOMPARE(kube::kubeconfigFiles(u"/explicit"_s).paths, QStringList{u"/explicit"_s});
    QVERIFY(kube::kubeconfigFiles(u"/explicit"_s).mustExist);
}

void KubeconfigTest::failsOnlyWhenAnExplicitFileIsMissing()
{
    const auto missing = kube::readKubeconfig(kube::kubeconfigFiles(m_folder->path(u"nowhere"_s)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, base::Error::Kind::Configuration);
    QVERIFY(missing.error().message.contains(u"nowhere"));
    QVERIFY(kube::readKubeconfig({{m_folder->path(u"nowhere"_s)}, false, {}}));
}

void KubeconfigTest::warnsWhenNoFileOfTheEnvironmentExists()
{
    qputenv("KUBECONFIG", "/does/not/exist:/neither");
    const auto all = kube::readKubeconfig(kube::kubeconfigFiles());
    QVERIFY(all);
    QCOMPARE(messages(all->problems, Problem::Severity::Warning).size(), 1);
}

void KubeconfigTest::marksFilesOthersMayWrite()
{
    const QString path = m_folder->write(u"config"_s, kubeconfigText("{server: \"https://h\"}"));
    QVERIFY(m_folder->read({path}).untrusted.isEmpty());
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteOther);
    const Kubeconfig all = m_folder->read({path});
    QCOMPARE(all.untrusted, QStringList{path});
    QCOMPARE(messages(all.problems, Problem::Severity::Warning).size(), 1);
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(kube::readKubeconfig({{path}, true, {path}})->untrusted, QStringList{path});
}

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_kubeconfig.moc"
