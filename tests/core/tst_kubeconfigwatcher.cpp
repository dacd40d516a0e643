#include "core/kube/kubeconfigwatcher.h"

#include "tests/support/hygiene.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::KubeconfigChanges;
using kube::KubeconfigWatcher;

namespace {

QByteArray config(const QByteArray& contexts, const QByteArray& server = "https://one", const QByteArray& current = "a")
{
    return "current-context: " + current + "\nclusters: [{name: c, cluster: {server: '" + server +
           "'}}]\nusers: [{name: u, user: {token: t}}]\ncontexts: [" + contexts + "]\n";
}

QByteArray context(const QByteArray& name)
{
    return "{name: " + name + ", context: {cluster: c, user: u}},";
}

} // namespace

/// What happens to the files of a kubeconfig while the program runs.
class KubeconfigWatcherTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void tellsWhatChangedInEffect();
    void case86_seesAFileThatIsReplacedByRenaming();
    void case86_keepsTheLastGoodStateWhileAFileIsTruncated();
    void case86_waitsUntilAFileIsWrittenCompletely();
    void case86_keepsTheLastGoodStateOfABrokenFile();
    void case86_seesASymbolicLinkThatIsSwitched();
    void case86_survivesTheRemovalOfTheFolder();
    void case86_seesAChangeWithoutBeingTold();
    void seesAFileThatAppearsLater();
    void staysQuietWhenNothingChangesInEffect();

private:
    QString path(const QString& name = u"config"_s) const { return m_folder->filePath(name); }
    void write(const QByteArray& text, const QString& name = u"config"_s) const;
    std::unique_ptr<KubeconfigWatcher> watcher(std::chrono::milliseconds poll = 1h) const;
    KubeconfigChanges next(QSignalSpy& spy) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeconfigWatcherTest::init()
{
    support::keepClean();
    m_folder = std::make_unique<QTemporaryDir>();
    write(config(context("a")));
}

void KubeconfigWatcherTest::write(const QByteArray& text, const QString& name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

std::unique_ptr<KubeconfigWatcher> KubeconfigWatcherTest::watcher(std::chrono::milliseconds poll) const
{
    return std::make_unique<KubeconfigWatcher>(kube::KubeconfigFiles{{path()}, false, {}}, nullptr,
                                               kube::KubeconfigTimes{100ms, poll});
}

KubeconfigChanges KubeconfigWatcherTest::next(QSignalSpy& spy) const
{
    if (spy.isEmpty())
        spy.wait(10'000);
    return spy.isEmpty() ? KubeconfigChanges() : spy.takeFirst().first().value<KubeconfigChanges>();
}

void KubeconfigWatcherTest::tellsWhatChangedInEffect()
{
    const auto watched = watcher();
    QCOMPARE(watched->config().contexts.size(), 1);
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    write(config(context("a") + context("b")));
    QCOMPARE(next(spy), (KubeconfigChanges{{u"b"_s}, {}, {}, false}));
    write(config(context("a") + context("b"), "https://two"));
    QCOMPARE(next(spy), (KubeconfigChanges{{}, {u"a"_s, u"b"_s}, {}, false}));
    write(config(context("b"), "https://two", "b"));
    QCOMPARE(next(spy), (KubeconfigChanges{{}, {}, {u"a"_s}, true}));
    QCOMPARE(watched->config().currentContext, u"b"_s);
}

void KubeconfigWatcherTest::case86_seesAFileThatIsReplacedByRenaming()
{
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    for (const QByteArray& name : {QByteArray("b"), QByteArray("d"), QByteArray("e")}) {
        write(config(context("a") + context(name)), u"config.lock"_s);
        QCOMPARE(::rename(path(u"config.lock"_s).toUtf8(), path().toUtf8()), 0);
        QCOMPARE(next(spy).added, QStringList{QString::fromLatin1(name)});
    }
}

void KubeconfigWatcherTest::case86_keepsTheLastGoodStateWhileAFileIsTruncated()
{
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    write({});
    QTRY_COMPARE(watched->problems().size(), 1);
    QCOMPARE(watched->config().contexts.size(), 1);
    QVERIFY(spy.isEmpty());
    write(config(context("a") + context("b")));
    QCOMPARE(next(spy).added, QStringList{u"b"_s});
    QVERIFY(watched->problems().isEmpty());
}

void KubeconfigWatcherTest::case86_waitsUntilAFileIsWrittenCompletely()
{
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    QSignalSpy problems(watched.get(), &KubeconfigWatcher::problemsChanged);
    const QByteArray text = config(context("a") + context("b"));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (qsizetype i = 0; i < text.size(); i += 20) {
        file.write(text.mid(i, 20));
        file.flush();
        QTest::qWait(20); // the pace of the writer, not of what is waited for
    }
    file.close();
    QCOMPARE(next(spy).added, QStringList{u"b"_s});
    QVERIFY(problems.isEmpty());
}

void KubeconfigWatcherTest::case86_keepsTheLastGoodStateOfABrokenFile()
{
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    write("contexts: [");
    QTRY_VERIFY(!watched->problems().isEmpty());
    QCOMPARE(watched->config().contexts.size(), 1);
    QVERIFY(spy.isEmpty());
}

void KubeconfigWatcherTest::case86_seesASymbolicLinkThatIsSwitched()
{
    write(config(context("a")), u"one"_s);
    write(config(context("b")), u"two"_s);
    QFile::remove(path());
    QVERIFY(QFile::link(path(u"one"_s), path()));
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    QVERIFY(QFile::link(path(u"two"_s), path(u"new"_s)));
    QCOMPARE(::rename(path(u"new"_s).toUtf8(), path().toUtf8()), 0);
    QCOMPARE(next(spy), (KubeconfigChanges{{u"b"_s}, {}, {u"a"_s}, false}));
}

void KubeconfigWatcherTest::case86_survivesTheRemovalOfTheFolder()
{
    QDir(m_folder->path()).mkdir(u"sub"_s);
    write(config(context("a")), u"sub/config"_s);
    KubeconfigWatcher watched({{path(u"sub/config"_s)}, false, {}}, nullptr, {100ms, 300ms});
    QSignalSpy spy(&watched, &KubeconfigWatcher::changed);
    QVERIFY(QDir(path(u"sub"_s)).removeRecursively());
    QTRY_VERIFY(!watched.problems().isEmpty());
    QCOMPARE(watched.config().contexts.size(), 1);
    QDir(m_folder->path()).mkdir(u"sub"_s);
    write(config(context("a") + context("b")), u"sub/config"_s);
    QCOMPARE(next(spy).added, QStringList{u"b"_s});
}

void KubeconfigWatcherTest::case86_seesAChangeWithoutBeingTold()
{
    // Its folder does not exist yet, so nothing can be watched: only the poll is left.
    KubeconfigWatcher watched({{path(u"later/config"_s)}, false, {}}, nullptr, {100ms, 300ms});
    QVERIFY(watched.config().contexts.isEmpty());
    QSignalSpy spy(&watched, &KubeconfigWatcher::changed);
    QDir(m_folder->path()).mkdir(u"later"_s);
    write(config(context("a")), u"later/config"_s);
    QCOMPARE(next(spy).added, QStringList{u"a"_s});
}

void KubeconfigWatcherTest::seesAFileThatAppearsLater()
{
    QFile::remove(path());
    KubeconfigWatcher watched({{path()}, true, {}}, nullptr, {100ms, 1h});
    QCOMPARE(watched.problems().size(), 1);
    QSignalSpy spy(&watched, &KubeconfigWatcher::changed);
    write(config(context("a")));
    QCOMPARE(next(spy).added, QStringList{u"a"_s});
    QVERIFY(watched.problems().isEmpty());
}

void KubeconfigWatcherTest::staysQuietWhenNothingChangesInEffect()
{
    const auto watched = watcher();
    QSignalSpy spy(watched.get(), &KubeconfigWatcher::changed);
    write("# a comment\n" + config(context("a")) + "preferences: {}\n");
    write(config(context("a") + context("b")) + "# later\n");
    QCOMPARE(next(spy).added, QStringList{u"b"_s});
    write("# a comment\n" + config(context("a") + context("b")));
    write("unknown: field\n" + config(context("a") + context("b"), "https://one", "b"));
    QCOMPARE(next(spy), (KubeconfigChanges{{}, {}, {}, true}));
    QVERIFY(spy.isEmpty());
}

QTEST_GUILESS_MAIN(KubeconfigWatcherTest)
#include "tst_kubeconfigwatcher.moc"
