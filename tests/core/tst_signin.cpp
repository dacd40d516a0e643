#include "tests/support/credentialfixture.h"
#include "tests/support/hygiene.h"

#include "core/flink/connection.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using support::Obtained;
using support::PluginFolder;

/// Credential plugins that wait for somebody to sign in.
class SignInTest : public QObject, private support::CredentialBench
{
    Q_OBJECT
private slots:
    void initTestCase() { support::keepClean(); }
    void init()
    {
        support::keepClean();
        start();
    }
    void cleanup() { end(); }

    void mayTakeMinutes();
    void tellsThatItWaitsAndWhenItIsOver();
    void aQuickPluginIsNeverSaidToWait();
    void cancellingEndsAllThatThePluginStarted();
    void nothingRunsAgainBeforeTheUserWants();
    void aConnectionSaysItAndCancels();

private:
    pid_t child() const;
    static bool isGone(pid_t process);
};

pid_t SignInTest::child() const
{
    QFile file(m_folder->path(u"child"_s));
    return file.open(QIODevice::ReadOnly) ? static_cast<pid_t>(file.readAll().trimmed().toInt()) : 0;
}

// A process that nobody has waited for yet may be left as a zombie.
bool SignInTest::isGone(pid_t process)
{
    QFile state(u"/proc/%1/stat"_s.arg(process));
    return ::kill(process, 0) != 0 || !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
}

void SignInTest::mayTakeMinutes()
{
    const kube::PluginTimes usual;
    QCOMPARE(usual.timeout, 5min);
    QVERIFY(usual.waitsAfter <= 5s);
}

void SignInTest::tellsThatItWaitsAndWhenItIsOver()
{
    m_folder->script(u"plugin"_s, "while [ ! -e '" + m_folder->path(u"signed-in"_s).toUtf8() +
                                      "' ]; do sleep 0.05; done\n" + PluginFolder::printToken("t"));
    m_times.waitsAfter = 100ms;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    QSignalSpy changes(source->plugin().get(), &kube::ExecPlugin::waitingChanged);
    QVERIFY(!source->plugin()->waitingSince());
    Obtained obtained(*source);
    QTRY_VERIFY_WITH_TIMEOUT(source->plugin()->waitingSince(), 10'000);
    QCOMPARE(changes.size(), 1);
    QVERIFY(source->plugin()->waitingSince()->secsTo(QDateTime::currentDateTimeUtc()) < 10);
    m_folder->write(u"signed-in"_s, "yes");
    QTRY_VERIFY_WITH_TIMEOUT(obtained.isDone(), 10'000);
    QVERIFY(obtained.succeeded());
    QTRY_VERIFY(!source->plugin()->waitingSince());
    QCOMPARE(changes.size(), 2);
}

void SignInTest::aQuickPluginIsNeverSaidToWait()
{
    m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    m_times.waitsAfter = 10s;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    QSignalSpy changes(source->plugin().get(), &kube::ExecPlugin::waitingChanged);
    QCOMPARE(askedAndRan(*source), 1);
    QCOMPARE(changes.size(), 0);
}

void SignInTest::cancellingEndsAllThatThePluginStarted()
{
    m_folder->script(u"plugin"_s, "trap '' TERM\nsh -c \"trap '' TERM; sleep 300\" &\necho $! > '" +
                                      m_folder->path(u"child"_s).toUtf8() + "'\nsleep 300\n");
    m_times.waitsAfter = 50ms;
    m_times.killAfter = 300ms;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    Obtained obtained(*source);
    QTRY_VERIFY_WITH_TIMEOUT(child() > 1 && source->plugin()->waitingSince(), 10'000);
    source->plugin()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(obtained.isDone(), 10'000);
    QVERIFY(!obtained.succeeded());
    QCOMPARE(obtained.error().kind, Error::Kind::Credentials);
    QVERIFY2(obtained.error().message.contains(u"cancelled"), qPrintable(obtained.error().message));
    QTRY_VERIFY(isGone(child()));
    QTRY_VERIFY(!source->plugin()->waitingSince());
}

void SignInTest::nothingRunsAgainBeforeTheUserWants()
{
    m_folder->script(u"plugin"_s, "[ -e '" + m_folder->path(u"signed-in"_s).toUtf8() + "' ] || sleep 300\n" +
                                      PluginFolder::printToken("t"));
    m_times.waitsAfter = 50ms;
    m_times.firstPause = 1ms;
    m_times.longestPause = 1ms;
    const auto source = credentials(PluginFolder::execUser("plugin"));
    {
        Obtained obtained(*source);
        QTRY_VERIFY_WITH_TIMEOUT(m_folder->runs() == 1 && source->plugin()->waitingSince(), 10'000);
        source->plugin()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(obtained.isDone(), 10'000);
    }
    // The watches go on asking; nobody is bothered with another browser window.
    for (int i = 0; i < 3; ++i) {
        Obtained again(*source);
        QTRY_VERIFY_WITH_TIMEOUT(again.isDone(), 10'000);
        QVERIFY(again.error().message.contains(u"cancelled"));
    }
    QCOMPARE(m_folder->runs(), 1);
    m_folder->write(u"signed-in"_s, "yes");
    source->plugin()->allow();
    Obtained last(*source);
    QTRY_VERIFY_WITH_TIMEOUT(last.isDone(), 10'000);
    QVERIFY(last.succeeded());
    QCOMPARE(m_folder->runs(), 2);
}

void SignInTest::aConnectionSaysItAndCancels()
{
    m_folder->script(u"plugin"_s, "sleep 300");
    const auto access =
        kube::accessTo(m_folder->kubeconfig(PluginFolder::execUser("plugin"), "https://127.0.0.1:1"), u"x"_s,
                       {m_approver, std::make_shared<kube::PluginPath>(kube::PluginPath::LoginShell::Never)});
    QVERIFY(access);
    flink::ConnectionSettings settings;
    settings.id = u"context:x"_s;
    const auto connection = flink::Connection::toContext(*access, settings);
    connection->open();
    QTRY_VERIFY_WITH_TIMEOUT(connection->state().signInSince.isValid(), 20'000);
    QCOMPARE(connection->state().kind, flink::ConnectionState::Kind::Connecting);
    connection->cancelSignIn();
    QTRY_VERIFY_WITH_TIMEOUT(!connection->state().signInSince.isValid(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection->state().error, 20'000);
    QVERIFY2(connection->state().error->message.contains(u"cancelled"), qPrintable(connection->state().error->message));
    QCOMPARE(m_folder->runs(), 1);
    connection->reconnect();
    QTRY_COMPARE_WITH_TIMEOUT(m_folder->runs(), 2, 20'000);
    connection->cancelSignIn();
    QTRY_VERIFY_WITH_TIMEOUT(access->plugin->pausedBy(), 20'000);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
