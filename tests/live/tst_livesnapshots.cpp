#include "tests/live/support/cache.h"
#include "tests/live/support/snapshotmaker.h"
#include "tests/support/hygiene.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QTest>
#include <QtEndian>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using live::MadeSnapshot;

constexpr qsizetype largestFixture = 50'000;
const QString fixtures = QStringLiteral(DREY_RECORDINGS "/flinkmeta");

/// Those that cluster/record writes, with CountingJob.
bool isOfTheCluster(const QString& kind)
{
    static const QStringList kinds{u"checkpoint-hashmap"_s, u"checkpoint-s3"_s, u"savepoint-canonical"_s,
                                   u"savepoint-native"_s, u"savepoint-native-s3"_s};
    return kinds.contains(kind);
}

QStringList kindsOfFixtures(const QString& line)
{
    QStringList kinds;
    const QStringList files = QDir(fixtures).entryList({line + u"-*._metadata"_s}, QDir::Files);
    for (const QString& file : files) {
        const QString kind = file.section(u'.', 0, -2).mid(line.size() + 1);
        if (!isOfTheCluster(kind))
            kinds.append(kind);
    }
    return kinds;
}

/// Empty if there is none.
QJsonObject recordOf(const QString& fixture)
{
    QFile file(u"%1/%2.json"_s.arg(fixtures, fixture));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// What was in the folder when the snapshot was complete, by its path in there.
QMap<QString, qint64> filesOf(const MadeSnapshot& snapshot)
{
    QMap<QString, qint64> sizes;
    const QJsonArray files = snapshot.record.value(u"files"_s).toArray();
    for (const QJsonValue& file : files)
        sizes.insert(file[u"path"].toString(), file[u"size"].toInteger());
    return sizes;
}

/// The files that the metadata name by their whole path: the path in the folder, and the size they tell. State inside
/// the metadata has such a name, too, but not a file's tag and size before it.
QMap<QString, qint64> filesNamedIn(const MadeSnapshot& snapshot)
{
    constexpr char tagOfAFile = 2;
    const QByteArray start = "file:" + snapshot.record.value(u"folder"_s).toString().toUtf8() + '/';
    const QByteArray& bytes = snapshot.metadata;
    QMap<QString, qint64> sizes;
    for (qsizetype at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
        const auto length = qFromBigEndian<quint16>(bytes.constData() + at - 2);
        const auto size = qFromBigEndian<qint64>(bytes.constData() + at - 10);
        if (bytes.at(at - 11) == tagOfAFile)
            sizes.insert(QString::fromUtf8(bytes.mid(at, length).mid(start.size())), size);
    }
    return sizes;
}

QSet<QString> sharedFilesOf(const MadeSnapshot& snapshot)
{
    QSet<QString> shared;
    const QStringList files = filesNamedIn(snapshot).keys();
    for (const QString& file : files) {
        if (file.startsWith(u"shared/"))
            shared.insert(file);
    }
    return shared;
}

} // namespace

/// Snapshots of every kind, written by both lines of Flink, and whether there are fixtures of just these.
class LiveSnapshotsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();

    void everyKindIsMade();
    void everyKindHasItsFixture();
    void theyBeginAsThisFlinksDo();
    void filesThatTheyNameAreThere();
    void aSavepointHasItsOwnFiles();
    void aLaterCheckpointReliesOnFilesOfTheFirst();
    void whatIsInFlightIsPartOfIt();

private:
    /// The same for all functions, because each start costs seconds.
    [[nodiscard]] const live::SnapshotMaker& made() const { return *m_makers.at(m_version); }
    [[nodiscard]] MadeSnapshot made(const QString& kind) const { return made().snapshot(kind); }

    QString m_version;
    std::map<QString, std::unique_ptr<live::SnapshotMaker>> m_makers;
};

void LiveSnapshotsTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("1.20") << u"1.20.4"_s;
    QTest::newRow("2.2") << u"2.2.0"_s;
}

void LiveSnapshotsTest::init()
{
    support::keepClean();
    QFETCH_GLOBAL(QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version, u"snapshot-job-"_s + version);
    m_version = version;
    if (m_makers.contains(version))
        return;
    auto maker = std::make_unique<live::SnapshotMaker>(version);
    QVERIFY2(maker->make(), qPrintable(maker->problem()));
    m_makers[version] = std::move(maker);
}

void LiveSnapshotsTest::everyKindIsMade()
{
    // This is how the fixtures are made.
    const QString kept = qEnvironmentVariable("DREY_KEEP_RECORDS");
    if (!kept.isEmpty())
        QVERIFY(QDir().mkpath(kept) && made().write(kept));
    const QStringList kinds = live::snapshotKinds(m_version);
    for (const QString& kind : kinds) {
        const MadeSnapshot snapshot = made(kind);
        QVERIFY2(!snapshot.metadata.isEmpty() && snapshot.metadata.size() < largestFixture, qPrintable(kind));
        QVERIFY2(!filesOf(snapshot).isEmpty(), qPrintable(kind));
    }
    QCOMPARE(made().snapshots().size(), kinds.size());
}

void LiveSnapshotsTest::everyKindHasItsFixture()
{
    const QString line = live::lineOf(m_version);
    QStringList kinds;
    for (const MadeSnapshot& snapshot : made().snapshots()) {
        kinds.append(snapshot.kind);
        const QJsonObject recorded = recordOf(u"%1-%2"_s.arg(line, snapshot.kind));
        // Who has changed how it is made has to record it again.
        for (const QString& key : {u"flink"_s, u"taken"_s, u"cluster"_s, u"settings"_s, u"arguments"_s})
            QVERIFY2(recorded.value(key) == snapshot.record.value(key), qPrintable(snapshot.kind + u": "_s + key));
    }
    QStringList fixed = kindsOfFixtures(line);
    fixed.sort();
    kinds.sort();
    QCOMPARE(fixed, kinds);
}

void LiveSnapshotsTest::theyBeginAsThisFlinksDo()
{
    const QByteArray beginning = QByteArray::fromHex("4960672d") + // Flink's own mark, then the format's version
                                 QByteArray::fromHex(m_version.startsWith(u"1.") ? "00000004" : "00000006");
    for (const MadeSnapshot& snapshot : made().snapshots())
        QVERIFY2(snapshot.metadata.startsWith(beginning), qPrintable(snapshot.kind));
}

void LiveSnapshotsTest::filesThatTheyNameAreThere()
{
    for (const MadeSnapshot& snapshot : made().snapshots()) {
        const QMap<QString, qint64> there = filesOf(snapshot);
        const QMap<QString, qint64> named = filesNamedIn(snapshot);
        for (const auto& [file, size] : named.asKeyValueRange()) {
            // A log of changes begins with one byte that its handle does not count.
            const qint64 uncounted = file.startsWith(u"dstl/") ? 1 : 0;
            QVERIFY2(there.value(file, -1) == size + uncounted, qPrintable(snapshot.kind + u": "_s + file));
        }
    }
}

void LiveSnapshotsTest::aSavepointHasItsOwnFiles()
{
    for (const MadeSnapshot& snapshot : made().snapshots()) {
        if (!snapshot.kind.startsWith(u"savepoint"))
            continue;
        QVERIFY2(filesNamedIn(snapshot).isEmpty(), qPrintable(snapshot.kind));
        const QStringList files = filesOf(snapshot).keys();
        for (const QString& file : files)
            QVERIFY2(file == u"_metadata" || snapshot.metadata.contains(file.toUtf8()), qPrintable(snapshot.kind));
    }
}

void LiveSnapshotsTest::aLaterCheckpointReliesOnFilesOfTheFirst()
{
    const QSet<QString> first = sharedFilesOf(made(u"checkpoint-rocksdb-incremental-first"_s));
    const QSet<QString> later = sharedFilesOf(made(u"checkpoint-rocksdb-incremental-later"_s));
    QVERIFY(later.intersects(first));
    QVERIFY(later != first);
}

void LiveSnapshotsTest::whatIsInFlightIsPartOfIt()
{
    for (const MadeSnapshot& snapshot : made().snapshots()) {
        const bool hasInFlight = snapshot.record.value(u"statistics"_s)[u"persisted_data"].toInteger() > 0;
        QVERIFY2(hasInFlight == snapshot.kind.endsWith(u"unaligned"), qPrintable(snapshot.kind));
    }
}

QTEST_GUILESS_MAIN(LiveSnapshotsTest)
#include "tst_livesnapshots.moc"
