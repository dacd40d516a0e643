#include "core/kube/kubeconfig.h"
#include "core/kube/kubeconfigdecode.h"
#include "core/kube/serverurl.h"

#include "tests/support/hygiene.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;
using kube::Problem;

namespace {

QByteArray config(const QByteArray& cluster, const QByteArray& user = "{}",
                  const QByteArray& context = "{cluster: c, user: u}")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\nclusters: [{name: c, cluster: " + cluster +
           "}]\nusers: [{name: u, user: " + user + "}]\ncontexts: [{name: x, context: " + context + "}]\n";
}

QStringList messages(const QList<Problem>& problems, Problem::Severity severity)
{
    QStringList found;
    for (const Problem& problem : problems) {
        if (problem.severity == severity)
            found.append(problem.message);
    }
    return found;
}

} // namespace

class KubeconfigTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void readsEveryField();
    void readsUnusualForms_data();
    void readsUnusualForms();
    void rejectsFilesThatAreNoKubeconfig_data();
    void rejectsFilesThatAreNoKubeconfig();
    void takesScalarsByTheirSourceText();
    void keepsTypesInTheExtensionForPlugins();
    void breaksOnlyTheEntryThatIsBroken();
    void marksANameThatIsDefinedTwiceInAFile();
    void usesOnlyTheFirstDocument();
    void resolvesPathsAgainstTheFileThatDefinesThem();
    void mergesWholeEntriesAndTheFirstCurrentContext();
    void readsTheOtherFilesWhenOneIsBroken();
    void findsTheFilesKubectlWouldRead();
    void failsOnlyWhenAnExplicitFileIsMissing();
    void warnsWhenNoFileOfTheEnvironmentExists();
    void marksFilesOthersMayWrite();
    void findsTheServer_data();
    void findsTheServer();
    void tellsWhatIsWrongWithAContext_data();
    void tellsWhatIsWrongWithAContext();
    void namesTheKindsOfAuthentication();
    void agreesWithKubectl_data();
    void agreesWithKubectl();

private:
    QString write(const QString& name, const QByteArray& text);
    Kubeconfig read(const QStringList& paths) const;
    Kubeconfig read(const QByteArray& text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeconfigTest::initTestCase()
{
    support::keepClean();
}

void KubeconfigTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qunsetenv("KUBECONFIG");
}

void KubeconfigTest::cleanup()
{
    m_folder.reset();
}

QString KubeconfigTest::write(const QString& name, const QByteArray& text)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

Kubeconfig KubeconfigTest::read(const QStringList& paths) const
{
    const auto result = kube::readKubeconfig({paths, false, {}});
    return result ? *result : Kubeconfig();
}

Kubeconfig KubeconfigTest::read(const QByteArray& text)
{
    return read({write(u"config"_s, text)});
}

void KubeconfigTest::readsEveryField()
{
    const Kubeconfig all = read(R"(apiVersion: v1
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

void KubeconfigTest::readsUnusualForms_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray plain = config("{server: \"https://h\"}");
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("plain") << plain;
    QTest::newRow("without apiVersion and kind") << plain.mid(plain.indexOf("current-context"));
    QTest::newRow("UTF-8 byte order mark") << "\xEF\xBB\xBF" + plain;
    QTest::newRow("UTF-16") << QByteArray(utf16(QString::fromUtf8(plain)));
    QTest::newRow("CRLF") << QByteArray(plain).replace('\n', "\r\n");
    QTest::newRow("JSON") << QByteArray(R"({"clusters":[{"name":"c","cluster":{"server":"https:\/\/h"}}],
        "users":[{"name":"u","user":{}}],"contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],
        "current-context":"x"})");
    QTest::newRow("anchors") << "base: &b {server: \"https://h\"}\n" + config("*b");
    QTest::newRow("merge keys") << "base: &b {server: \"https://h\"}\n" + config("{<<: *b}");
    QTest::newRow("null lists") << plain + "extensions: null\npreferences:\n";
}

void KubeconfigTest::readsUnusualForms()
{
    QFETCH(QByteArray, text);

    const Kubeconfig all = read(text);
    QCOMPARE(all.problems, QList<Problem>());
    QCOMPARE(all.currentContext, u"x"_s);
    QVERIFY(all.cluster(u"c"_s) && all.user(u"u"_s));
    QCOMPARE(all.cluster(u"c"_s)->server, u"https://h"_s);
    QCOMPARE(all.problemsOf(u"x"_s), QList<Problem>());

    QVERIFY(read("").problems.isEmpty());
    QVERIFY(read("users: null\nclusters: [{name: c, cluster: null}]\n").cluster(u"c"_s));
    QVERIFY(read("Current-Context: x\n").currentContext.isEmpty());
}

void KubeconfigTest::rejectsFilesThatAreNoKubeconfig_data()
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

void KubeconfigTest::rejectsFilesThatAreNoKubeconfig()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);

    const Kubeconfig all = read(text);
    const QStringList errors = messages(all.problems, Problem::Severity::Error);
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.first().contains(word) && errors.first().contains(u"/config"_s), qPrintable(errors.first()));
    QVERIFY(all.files.isEmpty());
}

void KubeconfigTest::takesScalarsByTheirSourceText()
{
    const Kubeconfig all = read("current-context: 123\nusers: [{name: y, user: {token: 012345, as: yes}}]\n");
    QCOMPARE(all.problems, QList<Problem>());
    QCOMPARE(all.currentContext, u"123"_s);
    QCOMPARE(all.user(u"y"_s)->token, u"012345"_s);
    QCOMPARE(all.user(u"y"_s)->impersonate, u"yes"_s);
}

void KubeconfigTest::keepsTypesInTheExtensionForPlugins()
{
    const Kubeconfig all = read(config("{server: \"https://h\", extensions: [{name: client.authentication.k8s.io/exec, "
                                       "extension: {audience: aud, n: 1, on: true}}]}"));
    const QJsonObject expected{{u"audience"_s, u"aud"_s}, {u"n"_s, 1}, {u"on"_s, true}};
    QCOMPARE(all.cluster(u"c"_s)->execConfig.toObject(), expected);
}

void KubeconfigTest::breaksOnlyTheEntryThatIsBroken()
{
    const Kubeconfig all = read("clusters: [{name: good, cluster: {server: \"https://h\"}},"
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
    const Kubeconfig all =
        read("clusters: [{name: a, cluster: {server: \"https://1\"}}, {name: a, cluster: {server: \"https://2\"}},"
             "{name: b, cluster: {server: \"https://3\"}}]\n"
             "users: [{name: u}]\n"
             "contexts: [{name: a, context: {cluster: a, user: u}}, {name: b, context: {cluster: b, user: u}}]\n");
    QCOMPARE(all.clusters.size(), 2);
    QCOMPARE(messages(all.problemsOf(u"a"_s), Problem::Severity::Error).size(), 1);
    QCOMPARE(all.problemsOf(u"b"_s), QList<Problem>());
}

void KubeconfigTest::usesOnlyTheFirstDocument()
{
    const Kubeconfig all =
        read(config("{server: \"https://h\"}") + "---\ncurrent-context: other\nusers: [{name: later}]\n");
    QCOMPARE(all.currentContext, u"x"_s);
    QVERIFY(!all.user(u"later"_s));
    QCOMPARE(messages(all.problems, Problem::Severity::Warning).size(), 1);
}

void KubeconfigTest::resolvesPathsAgainstTheFileThatDefinesThem()
{
    const QString path = write(
        u"sub/config"_s, "clusters: [{name: c, cluster: {certificate-authority: ../pki/ca.pem}}]\n"
                         "users: [{name: u, user: {client-certificate: c.pem, client-key: ./k.pem, tokenFile: /abs/t,"
                         " exec: {command: bin/login}}}, {name: bare, user: {exec: {command: login}}}]\n");
    const Kubeconfig all = read({path});
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
    const QString a = write(u"a"_s, "current-context: \"\"\nusers: [{name: u, user: {client-certificate: /c.pem}}]\n");
    const QString b =
        write(u"b"_s, "current-context: second\nusers: [{name: u, user: {token: t}}, {name: v, user: {token: t}}]\n");
    const QString c = write(u"c"_s, "current-context: third\n");
    const Kubeconfig all = read({a, u"/does/not/exist"_s, b, c});
    QCOMPARE(all.currentContext, u"second"_s);
    QCOMPARE(all.user(u"u"_s)->clientCertificate, u"/c.pem"_s);
    QVERIFY(all.user(u"u"_s)->token.isEmpty());
    QCOMPARE(all.user(u"v"_s)->file, b);
    QCOMPARE(all.files, (QStringList{a, b, c}));
    QCOMPARE(all.problems, QList<Problem>());
}

void KubeconfigTest::readsTheOtherFilesWhenOneIsBroken()
{
    const QString broken = write(u"broken"_s, "clusters: [");
    const QString good = write(u"good"_s, config("{server: \"https://h\"}"));
    const Kubeconfig all = read({broken, m_folder->path(), good});
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
    const auto missing = kube::readKubeconfig(kube::kubeconfigFiles(m_folder->filePath(u"nowhere"_s)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, base::Error::Kind::Configuration);
    QVERIFY(missing.error().message.contains(u"nowhere"));
    QVERIFY(kube::readKubeconfig({{m_folder->filePath(u"nowhere"_s)}, false, {}}));
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
    const QString path = write(u"config"_s, config("{server: \"https://h\"}"));
    QVERIFY(read({path}).untrusted.isEmpty());
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteOther);
    const Kubeconfig all = read({path});
    QCOMPARE(all.untrusted, QStringList{path});
    QCOMPARE(messages(all.problems, Problem::Severity::Warning).size(), 1);
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(kube::readKubeconfig({{path}, true, {path}})->untrusted, QStringList{path});
}

void KubeconfigTest::findsTheServer_data()
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

void KubeconfigTest::findsTheServer()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QString, url);

    const auto found = kube::serverUrl(*read(config(cluster)).cluster(u"c"_s));
    QCOMPARE(bool(found), !url.isEmpty());
    if (found)
        QCOMPARE(found->toString(QUrl::FullyEncoded), url);
    else
        QCOMPARE(found.error().kind, base::Error::Kind::Configuration);
}

void KubeconfigTest::tellsWhatIsWrongWithAContext_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word"); // empty: usable
    QTest::addColumn<Problem::Severity>("severity");

    using enum Problem::Severity;
    const QByteArray ok = "{server: 'https://h'}";
    const auto exec = [&](const QByteArray& fields) {
        return config("{server: 'https://h'}", "{exec: " + fields + "}");
    };
    QTest::newRow("fine") << config(ok) << QString() << Error;
    QTest::newRow("no server") << config("{}") << u"no server"_s << Error;
    QTest::newRow("http") << config("{server: 'http://h'}") << u"not"_s + u""_s << Warning;
    QTest::newRow("bad server") << config("{server: 'ldap://h'}") << u"ldap"_s << Error;
    QTest::newRow("bad proxy") << config("{server: 'https://h', proxy-url: 'ftp://p'}") << u"proxy-url"_s << Error;
    QTest::newRow("relative proxy") << config("{server: 'https://h', proxy-url: 'p:80'}") << u"proxy-url"_s << Error;
    QTest::newRow("https proxy") << config("{server: 'https://h', proxy-url: 'https://p'}") << u"proxy-url"_s << Error;
    QTest::newRow("two CAs")
        << config("{server: 'https://h', certificate-authority: /a, certificate-authority-data: aGk=}")
        << u"certificate-authority-data"_s << Error;
    QTest::newRow("unreadable CA") << config("{server: 'https://h', certificate-authority: /no/ca}") << u"/no/ca"_s
                                   << Error;
    QTest::newRow("insecure") << config("{server: 'https://h', insecure-skip-tls-verify: true}") << u"identity"_s
                              << Warning;
    QTest::newRow("insecure with CA")
        << config("{server: 'https://h', insecure-skip-tls-verify: true, certificate-authority-data: aGk=}")
        << u"insecure-skip-tls-verify"_s << Error;
    QTest::newRow("missing cluster") << config(ok, "{}", "{cluster: nope, user: u}") << u"nope"_s << Error;
    QTest::newRow("no cluster") << config(ok, "{}", "{user: u}") << u"cluster"_s << Error;
    QTest::newRow("missing user") << config(ok, "{}", "{cluster: c, user: nope}") << u"nope"_s << Error;
    QTest::newRow("bad namespace") << config(ok, "{}", "{cluster: c, user: u, namespace: Not_ok}") << u"Not_ok"_s
                                   << Error;
    QTest::newRow("certificate without key") << config(ok, "{client-certificate-data: aGk=}") << u"key"_s << Error;
    QTest::newRow("two certificates")
        << config(ok, "{client-certificate-data: aGk=, client-certificate: /a, client-key-data: aGk=}")
        << u"client-certificate-data"_s << Error;
    QTest::newRow("unreadable key") << config(ok, "{client-certificate-data: aGk=, client-key: /no/key}")
                                    << u"/no/key"_s << Error;
    QTest::newRow("token and password") << config(ok, "{token: a, username: b, password: c}") << u"More than one"_s
                                        << Error;
    QTest::newRow("exec and auth-provider")
        << config(ok, "{exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1}, "
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
    QTest::newRow("gcp") << config(ok, "{auth-provider: {name: gcp}}") << u"gke-gcloud-auth-plugin"_s << Error;
    QTest::newRow("azure") << config(ok, "{auth-provider: {name: azure}}") << u"kubelogin"_s << Error;
    QTest::newRow("groups without user") << config(ok, "{as-groups: [g]}") << u"as-groups"_s << Error;
    QTest::newRow("extra without user") << config(ok, "{as-user-extra: {a: [b]}}") << u"as-user-extra"_s << Error;
    QTest::newRow("hostile name") << config(ok, "{}", "{cluster: \"a\\u202eb\", user: u}") << u"U+202E"_s << Error;
}

void KubeconfigTest::tellsWhatIsWrongWithAContext()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    QFETCH(Problem::Severity, severity);

    const Kubeconfig all = read(text);
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

void KubeconfigTest::namesTheKindsOfAuthentication()
{
    const Kubeconfig all = read(
        "users: [{name: a, user: {client-certificate: /a, token: t, tokenFile: /t, username: u,"
        " exec: {command: c}}}, {name: b, user: {auth-provider: {name: oidc}}}, {name: c}]\n"
        "contexts: [{name: a, context: {user: a}}, {name: b, context: {user: b}}, {name: c, context: {user: c}}]\n");
    QCOMPARE(all.authenticationOf(u"a"_s),
             (QStringList{u"clientCertificate"_s, u"token"_s, u"tokenFile"_s, u"basic"_s, u"exec"_s}));
    QCOMPARE(all.authenticationOf(u"b"_s), QStringList{u"oidc"_s});
    QCOMPARE(all.authenticationOf(u"c"_s), QStringList{u"none"_s});
    QCOMPARE(all.authenticationOf(u"nobody"_s), QStringList{u"none"_s});
}

// Case 85: what we read is what kubectl reads.
void KubeconfigTest::agreesWithKubectl_data()
{
    QTest::addColumn<QByteArrayList>("files");

    const QByteArray rich = R"(apiVersion: v1
kind: Config
current-context: x
clusters:
- {name: c, cluster: {server: 'https://h/p', tls-server-name: inner, certificate-authority: pki/ca.pem, proxy-url: 'http://p:1'}}
- {name: d, cluster: {server: 'https://d', insecure-skip-tls-verify: true, certificate-authority-data: aGVsbG8=}}
users:
- {name: u, user: {client-certificate: c.pem, client-key: /k.pem, tokenFile: sub/t, as: o, as-groups: [g], as-user-extra: {k: [v]}}}
- {name: e, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./bin/x, args: [a], env: [{name: A, value: B}],
    interactiveMode: Never, provideClusterInfo: true}}}
- {name: p, user: {username: a, password: b}}
contexts:
- {name: x, context: {cluster: c, user: u, namespace: ns}}
- {name: second, context: {cluster: d, user: e}}
)";
    QTest::newRow("one file") << QByteArrayList{rich};
    QTest::newRow("empty file") << QByteArrayList{""};
    QTest::newRow("without apiVersion") << QByteArrayList{rich.mid(rich.indexOf("current"))};
    QTest::newRow("byte order mark and CRLF")
        << QByteArrayList{"\xEF\xBB\xBF" + QByteArray(rich).replace('\n', "\r\n")};
    QTest::newRow("first file wins") << QByteArrayList{"current-context: ''\nusers: [{name: u, user: {token: t}}]\n",
                                                       rich};
    QTest::newRow("three files") << QByteArrayList{"users: [{name: z, user: {token: t}}]\n", rich,
                                                   "current-context: late\nusers: [{name: q, user: {token: s}}]\n"};
    QTest::newRow("null parts") << QByteArrayList{"clusters: null\nusers: [{name: a, user: null}]\n"};
    QTest::newRow("merge keys") << QByteArrayList{
        "clusters:\n- name: c\n  cluster: &c {server: 'https://h'}\n- name: d\n  cluster:\n"
        "    <<: *c\n    tls-server-name: x\n"};
    QTest::newRow("second document") << QByteArrayList{"current-context: a\n---\ncurrent-context: b\n"};
    QTest::newRow("folded base64") << QByteArrayList{"clusters: [{name: c, cluster: {server: 'https://h',"
                                                     " certificate-authority-data: \"aGVs\\nbG8=\"}}]\n"};
}

namespace {

QStringList effectiveLines(const QString& label, const QStringList& values)
{
    const bool empty = values.join(QString()).isEmpty();
    return empty ? QStringList() : QStringList{label + u'=' + values.join(u'|')};
}

/// Both sides brought to the same lines: ours.
QStringList linesOf(const Kubeconfig& config)
{
    QStringList lines{u"current="_s + config.currentContext};
    for (const auto& c : config.contexts)
        lines += u"context "_s + c.name + u'=' + QStringList{c.cluster, c.user, c.nameSpace}.join(u'|');
    for (const auto& c : config.clusters) {
        lines += u"cluster "_s + c.name + u'=' +
                 QStringList{c.server,
                             c.tlsServerName,
                             c.certificateAuthority,
                             QString::fromLatin1(c.certificateAuthorityData.toBase64()),
                             c.proxyUrl,
                             c.insecureSkipTlsVerify ? u"insecure"_s : QString()}
                     .join(u'|');
    }
    for (const auto& u : config.users) {
        lines += u"user "_s + u.name + u'=' +
                 QStringList{u.clientCertificate,
                             u.clientKey,
                             u.token,
                             u.tokenFile,
                             u.username,
                             u.password,
                             u.impersonate,
                             u.impersonateGroups.join(u','),
                             u.impersonateExtra.value(u"k"_s).join(u',')}
                     .join(u'|');
        if (u.exec) {
            const auto pair = u.exec->environment.value(0);
            lines += effectiveLines(u"exec "_s + u.name, {u.exec->command, u.exec->arguments.join(u','),
                                                          u.exec->apiVersion, pair.first, pair.second});
        }
    }
    lines.sort();
    return lines;
}

QString absolute(const QJsonValue& path, const QString& folder)
{
    const QString text = path.toString();
    return text.isEmpty() || text.startsWith(u'/') ? text : QDir::cleanPath(folder + u'/' + text);
}

QString joined(const QJsonValue& list)
{
    return list.toVariant().toStringList().join(u',');
}

/// And kubectl's.
QStringList linesOf(const QJsonObject& config, const QString& folder)
{
    QStringList lines{u"current="_s + config[u"current-context"].toString()};
    const auto each = [&](const char16_t* list, auto&& line) {
        const QJsonArray entries = config[QStringView(list)].toArray();
        for (const QJsonValue& entry : entries)
            line(entry[u"name"].toString(), entry);
    };
    each(u"contexts", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue c = e[u"context"];
        lines += u"context "_s + name + u'=' +
                 QStringList{c[u"cluster"].toString(), c[u"user"].toString(), c[u"namespace"].toString()}.join(u'|');
    });
    each(u"clusters", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue c = e[u"cluster"];
        lines += u"cluster "_s + name + u'=' +
                 QStringList{c[u"server"].toString(),
                             c[u"tls-server-name"].toString(),
                             absolute(c[u"certificate-authority"], folder),
                             c[u"certificate-authority-data"].toString(),
                             c[u"proxy-url"].toString(),
                             c[u"insecure-skip-tls-verify"].toBool() ? u"insecure"_s : QString()}
                     .join(u'|');
    });
    each(u"users", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue u = e[u"user"];
        lines += u"user "_s + name + u'=' +
                 QStringList{absolute(u[u"client-certificate"], folder),
                             absolute(u[u"client-key"], folder),
                             u[u"token"].toString(),
                             absolute(u[u"tokenFile"], folder),
                             u[u"username"].toString(),
                             u[u"password"].toString(),
                             u[u"as"].toString(),
                             joined(u[u"as-groups"]),
                             joined(u[u"as-user-extra"][u"k"])}
                     .join(u'|');
        const QJsonValue x = u[u"exec"];
        if (x.isObject()) {
            lines += effectiveLines(u"exec "_s + name,
                                    {absolute(x[u"command"], folder), joined(x[u"args"]), x[u"apiVersion"].toString(),
                                     x[u"env"][0][u"name"].toString(), x[u"env"][0][u"value"].toString()});
        }
    });
    lines.sort();
    return lines;
}

} // namespace

void KubeconfigTest::agreesWithKubectl()
{
    QFETCH(QByteArrayList, files);

    const QString kubectl = QStandardPaths::findExecutable(u"kubectl"_s);
    if (kubectl.isEmpty())
        QSKIP("kubectl is not installed");
    QStringList paths;
    for (qsizetype i = 0; i < files.size(); ++i)
        paths.append(write(u"config%1"_s.arg(i), files.at(i)));

    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, paths.join(u':'));
    process.setProcessEnvironment(environment);
    process.start(kubectl, {u"config"_s, u"view"_s, u"--raw"_s, u"-o"_s, u"json"_s});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject theirs = QJsonDocument::fromJson(process.readAllStandardOutput()).object();

    QCOMPARE(linesOf(read(paths)), linesOf(theirs, m_folder->path()));
}

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_kubeconfig.moc"
