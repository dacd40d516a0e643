#include "core/secrets/keychain.h"
#include "core/secrets/secretstore.h"

#include "tests/support/hygiene.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using base::Result;
using secrets::Kept;
using secrets::SecretStore;

namespace {

constexpr auto insideSession = "DREY_TEST_KEYRING";

/// Asks and waits for the answer.
template <typename Value, typename Ask>
std::optional<Result<Value>> answerTo(Ask ask)
{
    QObject context;
    std::optional<Result<Value>> answer;
    ask(&context, [&answer](const Result<Value>& result) { answer = result; });
    if (answer)
        return std::nullopt; // called back from within
    for (int i = 0; i < 1'000 && !answer; ++i)
        QTest::qWait(15);
    return answer;
}

std::optional<Result<std::optional<QByteArray>>> read(SecretStore& store, const QString& key)
{
    return answerTo<std::optional<QByteArray>>([&](QObject* context, auto done) { store.read(key, context, done); });
}

std::optional<Result<Kept>> write(SecretStore& store, const QString& key, const QByteArray& secret)
{
    return answerTo<Kept>([&](QObject* context, auto done) { store.write(key, secret, context, done); });
}

std::optional<Result<base::Ok>> remove(SecretStore& store, const QString& key)
{
    return answerTo<base::Ok>([&](QObject* context, auto done) { store.remove(key, context, done); });
}

/// For QVERIFY2, which asks for it in any case.
template <typename Value>
QByteArray problemOf(const std::optional<Result<Value>>& answer)
{
    if (!answer)
        return "no answer";
    return *answer ? QByteArray() : answer->error().message.toUtf8();
}

const QByteArray secret = QByteArray("Bearer 비밀-\x00\xff-canary-7161", 28);

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void keepsSecretsInMemory();
    void keepsThemForTheSessionWhereThereIsNoKeychain();
    void doesNotCallBackTheDead();
    void holdsUpNobodyWhileTheBusHangs();
    void keepsSecretsInARealKeychain();
    void tellsALockedKeychainFromAnEmptyOne();

private:
    void runInSession(const QString& testFunction, const QString& prepare);
    bool m_inside = false;
};

void SecretsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_inside = qEnvironmentVariableIsSet(insideSession);
    if (!m_inside) {
        // Nothing here may reach the keychain of whoever runs this.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }
}

/// Runs one function of this program again, in a session of its own: no keychain of the user is touched.
void SecretsTest::runInSession(const QString& testFunction, const QString& prepare)
{
    for (const QString& program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }
    QTemporaryDir folder(u"/tmp/drey-XXXXXX"_s); // short: the name of a socket is limited
    QVERIFY(folder.isValid());
    for (const QString& name : {u"home"_s, u"run"_s}) {
        QDir(folder.path()).mkdir(name);
        QFile(folder.filePath(name)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.insert(u"HOME"_s, folder.filePath(u"home"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder.filePath(u"run"_s));
    environment.insert(QLatin1StringView(insideSession), u"1"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, prepare + u"exec \"$0\" \"$1\""_s,
                                          QCoreApplication::applicationFilePath(), testFunction});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAll());

    // Not in the clear, whatever the keychain writes.
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("canary-7161"),
                 qPrintable(file.fileName()));
    }
}

void SecretsTest::keepsSecretsInMemory()
{
    secrets::MemorySecretStore store(u"because"_s);
    QCOMPARE(**read(store, u"a"_s), std::optional<QByteArray>());
    const auto written = write(store, u"a"_s, secret);
    QCOMPARE((*written)->place, Kept::Place::ThisSession);
    QCOMPARE((*written)->reason, u"because"_s);
    QCOMPARE(**read(store, u"a"_s), std::optional(secret));
    QCOMPARE(**read(store, u"b"_s), std::optional<QByteArray>());
    QVERIFY(*remove(store, u"a"_s));
    QCOMPARE(**read(store, u"a"_s), std::optional<QByteArray>());
    QVERIFY(*remove(store, u"a"_s));
}

void SecretsTest::keepsThemForTheSessionWhereThereIsNoKeychain()
{
    if (m_inside)
        QSKIP("this is the session with a keychain");
    const auto store = secrets::keychainStore();
    const auto unknown = read(*store, u"a"_s);
    QVERIFY(unknown && !*unknown); // unknown is not absent
    QVERIFY(unknown->error().message.contains(u"keychain"));
    const auto written = write(*store, u"a"_s, secret);
    QVERIFY(written && *written);
    QCOMPARE((*written)->place, Kept::Place::ThisSession);
    QVERIFY((*written)->reason.contains(u"keychain"));
    QCOMPARE(**read(*store, u"a"_s), std::optional(secret));
    QVERIFY(!*remove(*store, u"a"_s)); // an older one may still be in the keychain
    QVERIFY(!*read(*store, u"a"_s));
}

void SecretsTest::doesNotCallBackTheDead()
{
    secrets::MemorySecretStore store;
    int calls = 0;
    {
        QObject shortLived;
        store.read(u"a"_s, &shortLived, [&calls](const auto&) { ++calls; });
    }
    QVERIFY(read(store, u"a"_s));
    QCOMPARE(calls, 0);
}

void SecretsTest::holdsUpNobodyWhileTheBusHangs()
{
    if (m_inside)
        QSKIP("this is the session with a keychain");
    // A bus that takes the call and never says a word.
    QTemporaryDir folder(u"/tmp/drey-XXXXXX"_s);
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.filePath(u"bus"_s).toUtf8());
    {
        QObject context;
        QElapsedTimer clock;
        clock.start();
        secrets::keychainStore()->examine(&context, [](const auto&) {});
        QVERIFY(clock.elapsed() < 5'000); // the bus itself would be waited for much longer
        QTRY_VERIFY(bus.hasPendingConnections());
    }
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    bus.close(); // the bus is gone, and with it the wait
    delete bus.nextPendingConnection();
}

void SecretsTest::keepsSecretsInARealKeychain()
{
    if (!m_inside) {
        runInSession(u"keepsSecretsInARealKeychain"_s,
                     u"printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "_s);
        return;
    }
    std::optional<std::optional<base::Error>> examined;
    secrets::examineKeychain(this, [&examined](const std::optional<base::Error>& problem) { examined = problem; });
    QVERIFY(!examined); // never from within
    QTRY_VERIFY(examined);
    QVERIFY2(!*examined, qPrintable(examined->value_or(base::Error()).message));
    const QString key = u"endpoint:http://flink:8081/한국"_s;
    {
        const auto store = secrets::keychainStore();
        const auto none = read(*store, key);
        QVERIFY2(none && *none, problemOf(none));
        QCOMPARE(**none, std::optional<QByteArray>());
        const auto written = write(*store, key, secret);
        QVERIFY(written && *written);
        QVERIFY2((*written)->place == Kept::Place::Keychain, qPrintable((*written)->reason));
    }
    const auto store = secrets::keychainStore();
    const auto found = read(*store, key);
    QVERIFY2(found && *found, problemOf(found));
    QCOMPARE(**found, std::optional(secret));
    for (int i = 0; i < 2; ++i) {
        const auto removed = remove(*store, key);
        QVERIFY2(removed && *removed, problemOf(removed));
        const auto gone = read(*store, key);
        QVERIFY2(gone && *gone, problemOf(gone));
        QCOMPARE(**gone, std::optional<QByteArray>());
    }
}

void SecretsTest::tellsALockedKeychainFromAnEmptyOne()
{
    if (!m_inside) {
        runInSession(u"tellsALockedKeychainFromAnEmptyOne"_s,
                     u"gnome-keyring-daemon --start --components=secrets >/dev/null; "_s);
        return;
    }
    const auto store = secrets::keychainStore();
    const auto unknown = read(*store, u"a"_s);
    QVERIFY(unknown && !*unknown);
    const auto written = write(*store, u"a"_s, secret);
    QCOMPARE((*written)->place, Kept::Place::ThisSession);
    QCOMPARE(**read(*store, u"a"_s), std::optional(secret));
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
