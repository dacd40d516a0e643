#include "core/kube/identity.h"

#include "tests/support/credentialfixture.h"
#include "tests/support/hygiene.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using kube::ContextCredentials;
using support::Approver;
using support::Obtained;
using support::PluginFolder;

/// Credential plugins, their approval and their limits.
class CredentialsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void tellsEachWayAPluginCanFail_data();
    void tellsEachWayAPluginCanFail();
    void endsAHangingPluginWithAllItStarted();
    void acceptsWhatKubectlAccepts_data();
    void acceptsWhatKubectlAccepts();
    void givesThePluginWhatTheProtocolPromises();
    void runsThePluginOnceForThirtyQuestions();
    void sharesOneRunBetweenTwoConnections();
    void keepsAnExpiredCredentialForAWhile();
    void renewsBeforeExpiryWithoutMakingAnyoneWait();
    void runsAgainAfterA401ButDoesNotHammer();
    void pausesAfterAFailure();
    void doesNotCallBackTheDead();
    void endsThePluginWhenNobodyIsLeft();
    void asksBeforeTheFirstRun();
    void runsNothingWithoutApproval();
    void asksAgainWhenAnythingChanged_data();
    void asksAgainWhenAnythingChanged();
    void readsNothingOfAnUntrustedFileBeforeApproval();
    void neverRunsAPluginBesideAStaticCredential_data();
    void neverRunsAPluginBesideAStaticCredential();
    void obeysThePolicyOfKuberc_data();
    void obeysThePolicyOfKuberc();
    void findsPluginsOnTheSearchPath();
    void asksTheLoginShellForItsPath();
    void survivesALoginShellThatHangs();

private:
    std::shared_ptr<ContextCredentials> credentials(const QByteArray& user);
    std::shared_ptr<ContextCredentials> credentials(kube::CredentialParts parts);

    /// Asks, waits for the answer, and tells how often the plugin has been run by then.
    int askedAndRan(http::CredentialSource& source) const;

    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<Approver> m_approver;
    kube::PluginTimes m_times;
};

void CredentialsTest::initTestCase()
{
    support::keepClean();
}

void CredentialsTest::init()
{
    m_folder = std::make_unique<PluginFolder>();
    QVERIFY(m_folder->isValid());
    m_approver = std::make_shared<Approver>();
    m_times = {};
    qunsetenv("KUBERC");
}

void CredentialsTest::cleanup()
{
    m_approver.reset();
    m_folder.reset();
}

std::shared_ptr<ContextCredentials> CredentialsTest::credentials(kube::CredentialParts parts)
{
    parts.times = m_times;
    return std::make_shared<ContextCredentials>(std::move(parts));
}

std::shared_ptr<ContextCredentials> CredentialsTest::credentials(const QByteArray& user)
{
    return credentials(m_folder->parts(m_folder->kubeconfig(user), m_approver));
}

int CredentialsTest::askedAndRan(http::CredentialSource& source) const
{
    Obtained obtained(source);
    while (!obtained.isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return m_folder->runs();
}

// Case 44.
void CredentialsTest::tellsEachWayAPluginCanFail_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("detail");

    const QByteArray kind = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\"";
    const QByteArray token = PluginFolder::printToken("t");
    QTest::newRow("exit code") << QByteArray("echo 'no session' >&2; exit 3") << QByteArray() << u"exit code 3"_s
                               << u"no session"_s;
    QTest::newRow("killed") << QByteArray("kill -9 $$") << QByteArray() << u"crashed"_s << QString();
    QTest::newRow("hangs") << QByteArray("sleep 60") << QByteArray() << u"within 1 s"_s << QString();
    QTest::newRow("nothing") << QByteArray("exit 0") << QByteArray() << u"printed nothing"_s << QString();
    QTest::newRow("junk") << QByteArray("echo \"$(printf 'please \\033[31mlog in')\"") << QByteArray()
                          << u"please ⟨U+001B⟩[31mlog in"_s << QString();
    QTest::newRow("junk before it") << "echo Warning: old; " + token << QByteArray() << u"begins: Warning"_s
                                    << QString();
    QTest::newRow("100 MB") << QByteArray("yes | head -c 100000000") << QByteArray() << u"more than 1 MiB"_s
                            << QString();
    QTest::newRow("wrong apiVersion")
        << QByteArray("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
                      "\"status\":{\"token\":\"t\"}}'")
        << QByteArray() << u"client.authentication.k8s.io/v1\""_s << QString();
    QTest::newRow("wrong kind") << QByteArray("echo '{\"kind\":\"Secret\",\"apiVersion\":\"v1\"}'") << QByteArray()
                                << u"\"Secret\""_s << QString();
    QTest::newRow("no status") << "echo '" + kind + "}'" << QByteArray() << u"without a status"_s << QString();
    QTest::newRow("empty status") << "echo '" + kind + ",\"status\":{}}'" << QByteArray() << u"neither a token"_s
                                  << QString();
    QTest::newRow("certificate only") << "echo '" + kind + ",\"status\":{\"clientCertificateData\":\"x\"}}'"
                                      << QByteArray() << u"without its key"_s << QString();
    QTest::newRow("key only") << "echo '" + kind + ",\"status\":{\"clientKeyData\":\"x\"}}'" << QByteArray()
                              << u"without its certificate"_s << QString();
    QTest::newRow("no certificate") << "echo '" + kind +
                                           ",\"status\":{\"clientCertificateData\":\"x\",\"clientKeyData\":\"y\"}}'"
                                    << QByteArray() << u"holds no certificate"_s << QString();
    QTest::newRow("header injection") << PluginFolder::printToken("a\\nX-Evil: 1") << QByteArray()
                                      << u"control characters"_s << QString();
    QTest::newRow("no time") << PluginFolder::printToken("t", ",\"expirationTimestamp\":\"soon\"") << QByteArray()
                             << u"\"soon\""_s << QString();
    QTest::newRow("needs a terminal") << token << QByteArray(", interactiveMode: Always") << u"needs a terminal"_s
                                      << QString();
    QTest::newRow("missing") << QByteArray() << QByteArray(", installHint: \"get \\e[1mit\"")
                             << u"was not found. get ⟨U+001B⟩[1mit"_s << u"looked for in"_s;
    QTest::newRow("not executable format") << QByteArray("\x7f"
                                                         "ELF")
                                           << QByteArray() << u"could not be started"_s << QString();
}

void CredentialsTest::tellsEachWayAPluginCanFail()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);
    QFETCH(QString, message);
    QFETCH(QString, detail);

    if (body.startsWith("\x7f")) {
        m_folder->script(u"plugin"_s, {});
        m_folder->write(u"plugin"_s, body);
        QFile(m_folder->path(u"plugin"_s)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    } else if (!body.isEmpty()) {
        m_folder->script(u"plugin"_s, body);
    }
    m_times.timeout = QByteArray(QTest::currentDataTag()) == "hangs" ? 1s : 60s;
    const auto source = credentials(PluginFolder::execUser("plugin", fields));
    Obtained obtained(*source);
    QTRY_VERIFY_WITH_TIMEOUT(obtained.isDone(), 20'000);
    QVERIFY(!obtained.succeeded());
    QCOMPARE(obtained.error().kind, Error::Kind::Credentials);
    QVERIFY2(obtained.error().message.contains(message), qPrintable(obtained.error().message));
    QVERIFY2(obtained.error().detail.contains(detail), qPrintable(obtained.error().detail));
    QVERIFY(!obtained.error().message.contains(QChar(0x1b)));
}

// Case 44: a plugin that ignores the polite request, and its children, do not stay behind.
void CredentialsTest::endsAHangingPluginWithAllItStarted()
{
    m_folder->script(u"plugin"_s, "trap '' TERM\nsh -c \"trap '' TERM; sleep 300\" &\necho $! > '" +
                                      m_folder->path(u"child"_s).toUtf8() + "'\nsleep 300\n");
    m_times.timeout = 500ms;
    m_times.killAfter = 300ms;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    Obtained obtained(*source);
    QTRY_VERIFY_WITH_TIMEOUT(obtained.isDone(), 10'000);
    QVERIFY(!obtained.succeeded());
    QFile file(m_folder->path(u"child"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto child = static_cast<pid_t>(file.readAll().trimmed().toInt());
    QVERIFY(child > 1);
    // The child is nobody's now; whoever adopts it may leave it as a zombie.
    const auto isGone = [child] {
        QFile state(u"/proc/%1/stat"_s.arg(child));
        return ::kill(child, 0) != 0 || !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
    };
    QTRY_VERIFY(isGone());
}

void CredentialsTest::acceptsWhatKubectlAccepts_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("JSON") << PluginFolder::printToken("secret");
    QTest::newRow("YAML") << QByteArray(
        "printf 'kind: ExecCredential\\napiVersion: client.authentication.k8s.io/v1beta1\\n"
        "status:\\n  token: secret\\n'");
    QTest::newRow("a token that ends in a line break") << PluginFolder::printToken("secret\\n");
    QTest::newRow("unknown fields") << PluginFolder::printToken("secret", ",\"new\":{\"a\":1}");
    QTest::newRow("a lot of noise on stderr")
        << "yes noise | head -c 1000000 >&2; " + PluginFolder::printToken("secret");
}

void CredentialsTest::acceptsWhatKubectlAccepts()
{
    QFETCH(QByteArray, body);

    m_folder->script(u"plugin"_s, body);
    const auto source = credentials(PluginFolder::execUser("plugin"));
    Obtained obtained(*source);
    QTRY_VERIFY(obtained.isDone());
    QVERIFY2(obtained.succeeded(), obtained.succeeded() ? "" : qPrintable(obtained.error().message));
    QCOMPARE(obtained.credential().authorization, QByteArray("Bearer secret"));
    QVERIFY(obtained.credential().generation > 0);
}

void CredentialsTest::givesThePluginWhatTheProtocolPromises()
{
    const QByteArray out = m_folder->path(u"seen"_s).toUtf8();
    m_folder->script(u"plugin"_s, "printf '%s\\n' \"$KUBERNETES_EXEC_INFO\" \"$TWICE\" \"$#\" \"$1\" \"$2\" > '" + out +
                                      "'\ncat >> '" + out + "'\n" + PluginFolder::printToken("t"));
    const QByteArray user =
        PluginFolder::execUser("plugin", ", args: ['a b', '$(touch /tmp/never); `x`'], provideClusterInfo: true,"
                                         " env: [{name: TWICE, value: '1'}, {name: TWICE, value: '2'}]");
    const auto config =
        m_folder->kubeconfig(user, "https://api.example",
                             ", certificate-authority: ca.pem, tls-server-name: inner, extensions:"
                             " [{name: client.authentication.k8s.io/exec, extension: {audience: aud, n: 1}}]");
    m_folder->write(u"ca.pem"_s, "PEM");
    const auto source = credentials(m_folder->parts(config, m_approver));
    Obtained obtained(*source);
    QTRY_VERIFY(obtained.isDone());
    QVERIFY2(obtained.succeeded(), obtained.succeeded() ? "" : qPrintable(obtained.error().message));

    QFile seen(m_folder->path(u"seen"_s));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = seen.readAll().split('\n');
    const QJsonObject expected = QJsonDocument::fromJson(R"({"kind":"ExecCredential",
        "apiVersion":"client.authentication.k8s.io/v1beta1","spec":{"interactive":false,"cluster":{
        "server":"https://api.example","tls-server-name":"inner","certificate-authority-data":"UEVN",
        "config":{"audience":"aud","n":1}}}})")
                                     .object();
    QCOMPARE(QJsonDocument::fromJson(lines.value(0)).object(), expected);
    QCOMPARE(lines.mid(1), (QList<QByteArray>{"2", "2", "a b", "$(touch /tmp/never); `x`", ""}));
}

// Case 45.
void CredentialsTest::runsThePluginOnceForThirtyQuestions()
{
    m_folder->script(u"plugin"_s, "sleep 0.3\n" + PluginFolder::printToken("t"));
    const auto source = credentials(PluginFolder::execUser("plugin"));
    std::vector<std::unique_ptr<Obtained>> all;
    for (int i = 0; i < 30; ++i)
        all.push_back(std::make_unique<Obtained>(*source));
    for (const auto& one : all)
        QTRY_VERIFY(one->succeeded());
    Obtained later(*source);
    QTRY_VERIFY(later.succeeded());
    QCOMPARE(later.credential().generation, all.front()->credential().generation);
    QCOMPARE(m_folder->runs(), 1);
    QCOMPARE(m_approver->runs.size(), 1);
}

// Case 45, over two connections.
void CredentialsTest::sharesOneRunBetweenTwoConnections()
{
    m_folder->script(u"plugin"_s, "sleep 0.3\n" + PluginFolder::printToken("t"));
    const auto first = credentials(PluginFolder::execUser("plugin"));
    const auto second = credentials(PluginFolder::execUser("plugin"));
    Obtained a(*first);
    Obtained b(*second);
    QTRY_VERIFY(a.succeeded() && b.succeeded());
    QCOMPARE(m_folder->runs(), 1);
    QCOMPARE(m_approver->runs.size(), 2);
}

// Case 44: kubectl would run it for every request.
void CredentialsTest::keepsAnExpiredCredentialForAWhile()
{
    m_folder->script(u"plugin"_s, PluginFolder::printToken("old", ",\"expirationTimestamp\":\"2020-01-01T00:00:00Z\""));
    m_times.expiredGrace = 700ms;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    for (int i = 0; i < 5; ++i) {
        Obtained obtained(*source);
        QTRY_VERIFY(obtained.succeeded());
        QVERIFY(obtained.credential().warning.contains(u"clock"));
    }
    QCOMPARE(m_folder->runs(), 1);
    QTRY_VERIFY(askedAndRan(*source) == 2);
}

void CredentialsTest::renewsBeforeExpiryWithoutMakingAnyoneWait()
{
    const QByteArray soon = QDateTime::currentDateTimeUtc().addSecs(4).toString(Qt::ISODate).toUtf8();
    m_folder->script(u"plugin"_s, "[ $(wc -l < '" + m_folder->path(u"runs"_s).toUtf8() + "') = 1 ] && exec " +
                                      PluginFolder::printToken("first", ",\"expirationTimestamp\":\"" + soon + "\"")
                                          .replace("echo", "printf %s") +
                                      "\n" + PluginFolder::printToken("second"));
    const auto source = credentials(PluginFolder::execUser("plugin"));
    Obtained first(*source);
    QTRY_VERIFY(first.succeeded());
    QCOMPARE(first.credential().authorization, QByteArray("Bearer first"));
    // In the second half of its life a question starts the renewal and is answered with the old one.
    QByteArray atRenewal;
    const auto renewed = [&] {
        Obtained next(*source);
        while (!next.isDone())
            QCoreApplication::processEvents();
        if (m_folder->runs() == 2 && atRenewal.isEmpty())
            atRenewal = next.credential().authorization;
        return next.credential().authorization == "Bearer second";
    };
    QTRY_VERIFY_WITH_TIMEOUT(renewed(), 10'000);
    QVERIFY2(QDateTime::currentDateTimeUtc() < QDateTime::fromString(QString::fromLatin1(soon), Qt::ISODate),
             "renewed too late");
    QCOMPARE(m_folder->runs(), 2);
}

// Case 43.
void CredentialsTest::runsAgainAfterA401ButDoesNotHammer()
{
    m_folder->script(u"plugin"_s,
                     "n=$(wc -l < '" + m_folder->path(u"runs"_s).toUtf8() +
                         "')\n"
                         "printf '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\","
                         "\"status\":{\"token\":\"t%s\"}}' $n");
    m_times.betweenForced = 60s;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    Obtained first(*source);
    QTRY_VERIFY(first.succeeded());
    QCOMPARE(first.credential().authorization, QByteArray("Bearer t1"));
    source->reject(first.credential());
    Obtained second(*source);
    QTRY_VERIFY(second.succeeded());
    QCOMPARE(second.credential().authorization, QByteArray("Bearer t2"));
    QVERIFY(second.credential().generation != first.credential().generation);

    source->reject(first.credential()); // an old answer that comes late
    for (int i = 0; i < 5; ++i) {
        source->reject(second.credential());
        Obtained again(*source);
        QTRY_VERIFY(again.succeeded());
        QCOMPARE(again.credential().generation, second.credential().generation);
    }
    QCOMPARE(m_folder->runs(), 2);
}

void CredentialsTest::pausesAfterAFailure()
{
    m_folder->script(u"plugin"_s, "exit 1");
    m_times.firstPause = 600ms;
    m_times.longestPause = 5s;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    for (int i = 0; i < 10; ++i) {
        Obtained obtained(*source);
        QTRY_VERIFY(obtained.isDone());
        QVERIFY(obtained.error().message.contains(u"exit code 1"));
    }
    QCOMPARE(m_folder->runs(), 1);
    QTRY_VERIFY(askedAndRan(*source) == 2);
}

void CredentialsTest::doesNotCallBackTheDead()
{
    m_folder->script(u"plugin"_s, "sleep 0.2\n" + PluginFolder::printToken("t"));
    const auto source = credentials(PluginFolder::execUser("plugin"));
    int calls = 0;
    {
        QObject shortLived;
        source->obtain(&shortLived, [&calls](const auto&) { ++calls; });
    }
    Obtained obtained(*source);
    QTRY_VERIFY(obtained.succeeded());
    QCOMPARE(obtained.calls, 1);
    QCOMPARE(calls, 0);
}

void CredentialsTest::endsThePluginWhenNobodyIsLeft()
{
    m_folder->script(u"plugin"_s, "echo $$ > '" + m_folder->path(u"pid"_s).toUtf8() + "'\nsleep 300\n");
    auto source = credentials(PluginFolder::execUser("plugin"));
    QObject context;
    source->obtain(&context, [](const auto&) {});
    QFile file(m_folder->path(u"pid"_s));
    QTRY_VERIFY(file.exists() && file.size() > 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pid = static_cast<pid_t>(file.readAll().trimmed().toInt());
    QVERIFY(pid > 1 && ::kill(pid, 0) == 0);
    source.reset();
    QTRY_VERIFY(::kill(pid, 0) != 0);
}

void CredentialsTest::asksBeforeTheFirstRun()
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

// Case 87, trusted file.
void CredentialsTest::runsNothingWithoutApproval()
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

// Case 88.
void CredentialsTest::asksAgainWhenAnythingChanged_data()
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

void CredentialsTest::asksAgainWhenAnythingChanged()
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

// Case 87.
void CredentialsTest::readsNothingOfAnUntrustedFileBeforeApproval()
{
    const QString secret = m_folder->write(u"elsewhere/secret"_s, "private");
    const QString file = m_folder->write(
        u"downloaded/config"_s,
        "clusters: [{name: c, cluster: {server: 'https://api.example', proxy-url: 'http://u:pw@proxy.example:1'}}]\n"
        "users: [{name: u, user: {tokenFile: ../elsewhere/secret}}]\n"
        "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
    const auto config = kube::readKubeconfig({{file}, true, {file}});
    QVERIFY(config);
    const auto access = kube::accessTo(*config, u"x"_s, m_approver);
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
    const auto again = kube::accessTo(*config, u"x"_s, m_approver);
    Obtained allowed(*again->credentials);
    QTRY_VERIFY(allowed.succeeded());
    QCOMPARE(allowed.credential().authorization, QByteArray("Bearer private"));
}

void CredentialsTest::neverRunsAPluginBesideAStaticCredential_data()
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

void CredentialsTest::neverRunsAPluginBesideAStaticCredential()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, authorization);

    m_folder->script(u"plugin"_s, PluginFolder::printToken("plugin"));
    m_folder->write(u"tokenfile"_s, "from file\n");
    const QByteArray user =
        "{" + fields + ", exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./plugin}}";
    const auto access = kube::accessTo(m_folder->kubeconfig(user, server), u"x"_s, m_approver);
    QVERIFY2(access, access ? "" : qPrintable(access.error().message));
    Obtained obtained(*access->credentials);
    QTRY_VERIFY(obtained.succeeded());
    QCOMPARE(obtained.credential().authorization, authorization);
    QCOMPARE(m_folder->runs(), 0);
    QVERIFY(m_approver->runs.isEmpty());
}

void CredentialsTest::obeysThePolicyOfKuberc_data()
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

void CredentialsTest::obeysThePolicyOfKuberc()
{
    QFETCH(QByteArray, kuberc);
    QFETCH(QString, word);

    const QString plugin = m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    qputenv("KUBERC", m_folder->write(u"kuberc"_s, kuberc.replace("PLUGIN", plugin.toUtf8())).toUtf8());
    const auto access = kube::accessTo(m_folder->kubeconfig(PluginFolder::execUser("plugin")), u"x"_s, m_approver);
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

void CredentialsTest::findsPluginsOnTheSearchPath()
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

void CredentialsTest::asksTheLoginShellForItsPath()
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

void CredentialsTest::survivesALoginShellThatHangs()
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

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
