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

/// Credential plugins: what they print, how they fail, how often they are run.
class CredentialsTest : public QObject, private support::CredentialBench
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

    void case44_tellsEachWayAPluginCanFail_data();
    void case44_tellsEachWayAPluginCanFail();
    void case44_endsAHangingPluginWithAllItStarted();
    void acceptsWhatKubectlAccepts_data();
    void acceptsWhatKubectlAccepts();
    void givesThePluginWhatTheProtocolPromises();
    void case45_runsThePluginOnceForThirtyQuestions();
    void case45_sharesOneRunBetweenTwoConnections();
    void case44_keepsAnExpiredCredentialForAWhile();
    void renewsBeforeExpiryWithoutMakingAnyoneWait();
    void case43_runsAgainAfterA401ButDoesNotHammer();
    void pausesAfterAFailure();
    void doesNotCallBackTheDead();
    void endsThePluginWhenNobodyIsLeft();
};

void CredentialsTest::initTestCase()
{
    support::keepClean();
}

void CredentialsTest::case44_tellsEachWayAPluginCanFail_data()
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

void CredentialsTest::case44_tellsEachWayAPluginCanFail()
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

// A plugin that ignores the polite request, and its children, do not stay behind.
void CredentialsTest::case44_endsAHangingPluginWithAllItStarted()
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
                             " [{name: client.authentication.k8s.io/exec, extension: {audience: aud, level: 1}}]");
    m_folder->write(u"ca.pem"_s, "PEM");
    const auto source = credentials(m_folder->parts(config, {m_approver}));
    Obtained obtained(*source);
    QTRY_VERIFY(obtained.isDone());
    QVERIFY2(obtained.succeeded(), obtained.succeeded() ? "" : qPrintable(obtained.error().message));

    QFile seen(m_folder->path(u"seen"_s));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = seen.readAll().split('\n');
    const QJsonObject expected = QJsonDocument::fromJson(R"({"kind":"ExecCredential",
        "apiVersion":"client.authentication.k8s.io/v1beta1","spec":{"interactive":false,"cluster":{
        "server":"https://api.example","tls-server-name":"inner","certificate-authority-data":"UEVN",
        "config":{"audience":"aud","level":1}}}})")
                                     .object();
    QCOMPARE(QJsonDocument::fromJson(lines.value(0)).object(), expected);
    QCOMPARE(lines.mid(1), (QList<QByteArray>{"2", "2", "a b", "$(touch /tmp/never); `x`", ""}));
}

void CredentialsTest::case45_runsThePluginOnceForThirtyQuestions()
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

void CredentialsTest::case45_sharesOneRunBetweenTwoConnections()
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

// kubectl would run it for every request.
void CredentialsTest::case44_keepsAnExpiredCredentialForAWhile()
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

void CredentialsTest::case43_runsAgainAfterA401ButDoesNotHammer()
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

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
