#include "tests/support/credentialfixture.h"
#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using support::Approver;
using support::Obtained;
using support::PluginFolder;

/// Which credential plugins may run, and where they are found.
class PluginApprovalTest : public QObject, private support::CredentialBench
{
    Q_OBJECT
private slots:
    void init()
    {
        support::keepClean();
        start();
    }
    void cleanup() { end(); }

    void asksBeforeTheFirstRun();
    void case87_runsNothingWithoutApproval();
    void case88_asksAgainWhenAnythingChanged_data();
    void case88_asksAgainWhenAnythingChanged();
    void case87_readsNothingOfAnUntrustedFileBeforeApproval();
    void neverRunsAPluginBesideAStaticCredential_data();
    void neverRunsAPluginBesideAStaticCredential();
    void obeysThePolicyOfKuberc_data();
    void obeysThePolicyOfKuberc();
    void findsPluginsOnTheSearchPath();
    void asksTheLoginShellForItsPath();
    void survivesALoginShellThatHangs();
};

void PluginApprovalTest::asksBeforeTheFirstRun()
{
    const QString plugin = m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    m_approver->answer = Approver::Answer::Later;
    const auto source =
        credentials(PluginFolder::execUser("plugin", ", args: [a, b], env: [{name: SECRET, value: hidden}]"));
    Obtained first(*source);
    Obtained second(*source);
    QTRY_COMPARE(m_approver->pending.size(), 1);
    QCOMPARE(m_folder->runs(), 0);
    const kube::PluginRun& run = m_approver->runs.first();
    QCOMPARE(run.contextName, u"x"_s);
    QCOMPARE(run.file, m_folder->path(u"config"_s));
    QCOMPARE(run.resolvedCommand, plugin);
    QCOMPARE(run.arguments, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(run.environmentNames, QStringList{u"SECRET"_s});
    QCOMPARE(run.server, u"https://api.example"_s);
    QVERIFY(run.concerns.isEmpty() && !run.fingerprint.isEmpty() && !run.fingerprint.contains("hidden"));
    m_approver->pending.first().second(true);
    QTRY_VERIFY(first.succeeded() && second.succeeded());
    QCOMPARE(m_approver->runs.size(), 1);
}

void PluginApprovalTest::case87_runsNothingWithoutApproval()
{
    m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    m_approver->answer = Approver::Answer::No;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    for (int i = 0; i < 3; ++i) {
        Obtained obtained(*source);
        QTRY_VERIFY(obtained.isDone());
        QCOMPARE(obtained.error().kind, Error::Kind::Credentials);
        QVERIFY(obtained.error().message.contains(u"not approved"));
    }
    QCOMPARE(m_approver->runs.size(), 1);

    auto parts = m_folder->parts(m_folder->kubeconfig(PluginFolder::execUser("plugin")), nullptr);
    const auto withoutAnyoneToAsk = credentials(std::move(parts));
    Obtained obtained(*withoutAnyoneToAsk);
    QTRY_VERIFY(obtained.isDone());
    QVERIFY(!obtained.succeeded());
    QCOMPARE(m_folder->runs(), 0);
}

void PluginApprovalTest::case88_asksAgainWhenAnythingChanged_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<bool>("newProgram");
    QTest::addColumn<bool>("asks");

    const QByteArray same = "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./plugin, args: [a], "
                            "env: [{name: N, value: v}]}}";
    QTest::newRow("nothing") << same << QByteArray("https://api.example") << false << false;
    QTest::newRow("arguments") << QByteArray(same).replace("[a]", "[b]") << QByteArray("https://api.example") << false
                               << true;
    QTest::newRow("arguments cut differently")
        << QByteArray(same).replace("[a]", "[a, '']") << QByteArray("https://api.example") << false << true;
    QTest::newRow("environment") << QByteArray(same).replace("value: v", "value: w")
                                 << QByteArray("https://api.example") << false << true;
    QTest::newRow("command") << QByteArray(same).replace("./plugin", "./other") << QByteArray("https://api.example")
                             << false << true;
    QTest::newRow("server") << same << QByteArray("https://evil.example") << false << true;
    QTest::newRow("program") << same << QByteArray("https://api.example") << true << true;
}

void PluginApprovalTest::case88_asksAgainWhenAnythingChanged()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, server);
    QFETCH(bool, newProgram);
    QFETCH(bool, asks);

    m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    m_folder->script(u"other"_s, PluginFolder::printToken("t"));
    const QByteArray first = "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./plugin, args: [a], "
                             "env: [{name: N, value: v}]}}";
    const auto kept = credentials(m_folder->parts(m_folder->kubeconfig(first), m_approver));
    Obtained approved(*kept);
    QTRY_VERIFY(approved.succeeded());
    const QByteArray fingerprint = m_approver->runs.last().fingerprint;

    if (newProgram)
        m_folder->script(u"plugin"_s, "# longer\n" + PluginFolder::printToken("t"));
    const auto source = credentials(m_folder->parts(m_folder->kubeconfig(user, server), m_approver));
    Obtained obtained(*source);
    QTRY_VERIFY(obtained.succeeded());
    QCOMPARE(m_approver->runs.last().fingerprint != fingerprint, asks);

    if (newProgram) { // also without a new connection, before its next run
        m_approver->answer = Approver::Answer::No;
        kept->reject(approved.credential());
        Obtained again(*kept);
        QTRY_VERIFY(again.isDone());
        QVERIFY(!again.succeeded());
    }
}

void PluginApprovalTest::case87_readsNothingOfAnUntrustedFileBeforeApproval()
{
    const QString secret = m_folder->write(u"elsewhere/secret"_s, "private");
    const QString file = m_folder->write(
        u"downloaded/config"_s,
        "clusters: [{name: c, cluster: {server: 'https://api.example', proxy-url: 'http://u:pw@proxy.example:1'}}]\n"
        "users: [{name: u, user: {tokenFile: ../elsewhere/secret}}]\n"
        "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
    const auto config = kube::readKubeconfig({{file}, true, {file}});
    QVERIFY(config);
    const auto access = kube::accessTo(*config, u"x"_s, {m_approver});
    QVERIFY(access);
    m_approver->answer = Approver::Answer::No;
    Obtained refused(*access->credentials);
    QTRY_VERIFY(refused.isDone());
    QVERIFY(!refused.succeeded());
    QCOMPARE(m_approver->runs.size(), 1);
    const QString concerns = m_approver->runs.first().concerns.join(u'\n');
    QVERIFY2(concerns.contains(secret) && concerns.contains(u"proxy.example") && !concerns.contains(u"pw"),
             qPrintable(concerns));

    m_approver->answer = Approver::Answer::Yes;
    const auto again = kube::accessTo(*config, u"x"_s, {m_approver});
    Obtained allowed(*again->credentials);
    QTRY_VERIFY(allowed.succeeded());
    QCOMPARE(allowed.credential().authorization, QByteArray("Bearer private"));
}

void PluginApprovalTest::neverRunsAPluginBesideAStaticCredential_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("authorization");

    const QByteArray https = "https://api.example";
    QTest::newRow("token") << QByteArray("token: t") << https << QByteArray("Bearer t");
    QTest::newRow("token file") << QByteArray("tokenFile: tokenfile, token: fallback") << https
                                << QByteArray("Bearer from file");
    QTest::newRow("missing token file") << QByteArray("tokenFile: nowhere, token: fallback") << https
                                        << QByteArray("Bearer fallback");
    QTest::newRow("basic") << QByteArray("username: u, password: p") << https << QByteArray("Basic dTpw");
    QTest::newRow("plain http, plugin only")
        << QByteArray("as: ''") << QByteArray("http://api.example") << QByteArray();
    QTest::newRow("plain http, token") << QByteArray("token: t") << QByteArray("http://api.example") << QByteArray();
}

void PluginApprovalTest::neverRunsAPluginBesideAStaticCredential()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, authorization);

    m_folder->script(u"plugin"_s, PluginFolder::printToken("plugin"));
    m_folder->write(u"tokenfile"_s, "from file\n");
    const QByteArray user =
        "{" + fields + ", exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./plugin}}";
    const auto access = kube::accessTo(m_folder->kubeconfig(user, server), u"x"_s, {m_approver});
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    Obtained obtained(*access->credentials);
    QTRY_VERIFY(obtained.succeeded());
    QCOMPARE(obtained.credential().authorization, authorization);
    QCOMPARE(m_folder->runs(), 0);
    QVERIFY(m_approver->runs.isEmpty());
}

void PluginApprovalTest::obeysThePolicyOfKuberc_data()
{
    QTest::addColumn<QByteArray>("kuberc");
    QTest::addColumn<QString>("word"); // empty: allowed

    QTest::newRow("no policy") << QByteArray("kind: Preference\n") << QString();
    QTest::newRow("allow all") << QByteArray("credentialPluginPolicy: AllowAll\n") << QString();
    QTest::newRow("deny all") << QByteArray("credentialPluginPolicy: DenyAll\n") << u"DenyAll"_s;
    QTest::newRow("listed")
        << QByteArray("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: PLUGIN}]\n")
        << QString();
    QTest::newRow("not listed")
        << QByteArray("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: plugin}]\n")
        << u"does not allow"_s;
    QTest::newRow("empty list") << QByteArray("credentialPluginPolicy: Allowlist\n") << u"empty"_s;
    QTest::newRow("unknown policy") << QByteArray("credentialPluginPolicy: Maybe\n") << u"Maybe"_s;
    QTest::newRow("broken file") << QByteArray("credentialPluginPolicy: [\n") << u"cannot be read"_s;
}

void PluginApprovalTest::obeysThePolicyOfKuberc()
{
    QFETCH(QByteArray, kuberc);
    QFETCH(QString, word);

    const QString plugin = m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    qputenv("KUBERC", m_folder->write(u"kuberc"_s, kuberc.replace("PLUGIN", plugin.toUtf8())).toUtf8());
    const auto access = kube::accessTo(m_folder->kubeconfig(PluginFolder::execUser("plugin")), u"x"_s, {m_approver});
    QVERIFY(access);
    Obtained obtained(*access->credentials);
    QTRY_VERIFY(obtained.isDone());
    QCOMPARE(obtained.succeeded(), word.isEmpty());
    if (!word.isEmpty()) {
        QVERIFY2(obtained.error().message.contains(word), qPrintable(obtained.error().message));
        QCOMPARE(m_folder->runs(), 0);
        QVERIFY(m_approver->runs.isEmpty());
    }
}

void PluginApprovalTest::findsPluginsOnTheSearchPath()
{
    const QString plugin = m_folder->script(u"bin/drey-login"_s, {});
    const QString folder = m_folder->path(u"bin"_s);
    QCOMPARE(kube::PluginPath::resolve(u"drey-login"_s, u"/usr/bin:"_s + folder), plugin);
    QCOMPARE(kube::PluginPath::resolve(plugin, u"/usr/bin"_s), plugin);
    QCOMPARE(kube::PluginPath::resolve(u"drey-login"_s, u"/usr/bin"_s), QString());
    QDir::setCurrent(folder);
    QCOMPARE(kube::PluginPath::resolve(u"drey-login"_s, u".:"_s), QString());
    QCOMPARE(kube::PluginPath::resolve(u"drey-login"_s, {}), QString());
    QFile(plugin).setPermissions(QFile::ReadOwner);
    QCOMPARE(kube::PluginPath::resolve(u"drey-login"_s, folder), QString());
}

void PluginApprovalTest::asksTheLoginShellForItsPath()
{
    const QByteArray shell = qgetenv("SHELL");
    // Start-up files print, set PATH, and need "-ilc".
    m_folder->script(u"shell"_s, "[ \"$1\" = -ilc ] || exit 1\necho 'Welcome PATH=/trap'\nexport "
                                 "PATH=/only/from/shell:$PATH\nexec sh -c \"$2\"");
    qputenv("SHELL", m_folder->path(u"shell"_s).toUtf8());
    kube::PluginPath path(kube::PluginPath::LoginShell::Always);
    QStringList answers;
    path.obtain(this, [&](const QString& searchPath) { answers.append(searchPath); });
    path.obtain(this, [&](const QString& searchPath) { answers.append(searchPath); });
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY2(answers.first().startsWith(u"/only/from/shell:"), qPrintable(answers.first()));
    path.obtain(this, [&](const QString& searchPath) { answers.append(searchPath); });
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(m_folder->runs(), 1);

    kube::PluginPath never(kube::PluginPath::LoginShell::Never);
    never.obtain(this, [&](const QString& searchPath) { answers.append(searchPath); });
    QTRY_COMPARE(answers.size(), 4);
    QVERIFY(!answers.last().contains(u"/only/from/shell"));
    QCOMPARE(m_folder->runs(), 1);
    qputenv("SHELL", shell);
}

void PluginApprovalTest::survivesALoginShellThatHangs()
{
    const QByteArray shell = qgetenv("SHELL");
    m_folder->script(u"shell"_s, "sleep 300");
    qputenv("SHELL", m_folder->path(u"shell"_s).toUtf8());
    kube::PluginPath path(kube::PluginPath::LoginShell::Always);
    QString answer;
    path.obtain(this, [&](const QString& searchPath) { answer = searchPath; });
    QTRY_VERIFY_WITH_TIMEOUT(!answer.isEmpty(), 10'000);
    QVERIFY(answer.startsWith(qEnvironmentVariable("PATH")));
    qputenv("SHELL", shell);
}

QTEST_GUILESS_MAIN(PluginApprovalTest)
#include "tst_pluginapproval.moc"
