#include "core/snapshot/localfolder.h"
#include "core/snapshot/reading.h"
#include "core/snapshot/words.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

/// Finding, reading and naming snapshots of this machine.
class TestSnapshotReading : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aSnapshotIsToldFromOtherFiles();
    void readsFoldersAndFiles();
    void saysWhyNothingIsRead();
    void namesOfKeyedStatesAreLookedFor();
    void placesAreToldWithoutLooking();
    void titlesTellTheKind_data();
    void titlesTellTheKind();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSnapshotReading::init()
{
    support::keepClean();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSnapshotReading::aSnapshotIsToldFromOtherFiles()
{
    const QByteArray whole = support::recordedMetadata(u"1.20-savepoint-canonical"_s);
    write(u"chk-1/_metadata"_s, "damaged");
    QVERIFY(isSnapshot(path(u"chk-1"_s)));
    QVERIFY(isSnapshot(path(u"chk-1/_metadata"_s)));
    QVERIFY(isSnapshot(write(u"renamed"_s, whole.first(4))));
    QVERIFY(!isSnapshot(write(u"short"_s, whole.first(3))));
    QVERIFY(!isSnapshot(write(u"orders.yaml"_s, "a: 1\n")));
    QVERIFY(!isSnapshot(path(u"nothing"_s)));
    QVERIFY(QDir(m_folder->path()).mkpath(u"chk-2/_metadata"_s)); // a folder of this name
    QVERIFY(!isSnapshot(path(u"chk-2"_s)));
    // Nobody waits for what is no file.
    QCOMPARE(mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
    QVERIFY(!isSnapshot(path(u"pipe"_s)));
}

void TestSnapshotReading::readsFoldersAndFiles()
{
    const QString file = write(u"savepoint-1/_metadata"_s, support::recordedMetadata(u"1.20-savepoint-canonical"_s));
    const auto byFolder = read(path(u"savepoint-1"_s));
    const auto byFile = read(file);
    QVERIFY(byFolder && byFile);
    QCOMPARE(*byFolder, *byFile);
    QCOMPARE(byFolder->location.metadata, file);
    QCOMPARE(byFolder->metadata.operators.size(), 5);
}

void TestSnapshotReading::saysWhyNothingIsRead()
{
    QCOMPARE(read(path(u"nothing"_s)).error().kind, base::Error::Kind::NotFound);
    const QString file = write(u"_metadata"_s, support::recordedMetadata(u"1.20-savepoint-canonical"_s).first(40));
    const auto cut = read(file);
    QCOMPARE(cut.error().kind, base::Error::Kind::Decode);
    QVERIFY(cut.error().message.contains(u"byte "));
    QCOMPARE(cut.error().detail, file);
}

void TestSnapshotReading::namesOfKeyedStatesAreLookedFor()
{
    const QByteArray state = bytes::relative(u"meta"_s, 9);
    const QByteArray op = bytes::op(
        3, {.subtasks = {bytes::subtask(3, {.managedKeyed = bytes::incremental(5, 0, 128, 0, state, {}, {})})}});
    write(u"chk-1/_metadata"_s, bytes::metadata(3, {op}));
    auto reading = read(path(u"chk-1"_s));
    QVERIFY(reading);
    QVERIFY(reading->metadata.operators.first().keyedHead);
    readKeyedStates(reading->metadata, LocalFolder(reading->location)); // the file is not there
    QVERIFY(reading->metadata.operators.first().keyedStates.isEmpty());
    write(u"chk-1/meta"_s, "no names!");
    readKeyedStates(reading->metadata, LocalFolder(reading->location));
    QVERIFY(reading->metadata.operators.first().keyedStates.isEmpty());
}

void TestSnapshotReading::placesAreToldWithoutLooking()
{
    using Base = ReferencedFile::Base;
    const LocalFolder folder({u"/copy/0123/chk-7"_s, u"/copy/0123/chk-7/_metadata"_s},
                             {{u"s3://bucket/flink/"_s, u"/mnt/copy"_s}});
    QCOMPARE(folder.placeOf(u"0a1b"_s, Base::Relative), u"/copy/0123/chk-7/0a1b"_s);
    QCOMPARE(folder.placeOf(u"file:///data/cp/1"_s, Base::Absolute), u"/data/cp/1"_s);
    QCOMPARE(folder.placeOf(u"s3://bucket/flink/cp/1"_s, Base::Absolute), u"/mnt/copy/cp/1"_s);
    QCOMPARE(folder.placeOf(u"s3://other/cp/1"_s, Base::Absolute), QString());
    QCOMPARE(folder.copyOf(u"file:/data/cp/0123/shared/ff"_s), u"/copy/0123/shared/ff"_s);
    QCOMPARE(folder.copyOf(u"file:/data/cp/0123/chk-7/ff"_s), u"/copy/0123/chk-7/ff"_s);
    QCOMPARE(folder.copyOf(u"file:/data/cp/4567/shared/ff"_s), QString());
}

void TestSnapshotReading::titlesTellTheKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("checkpoint") << u"2.2-checkpoint-hashmap"_s << u"Checkpoint 74"_s;
    QTest::newRow("canonical") << u"1.20-savepoint-canonical"_s << u"Savepoint 39, canonical"_s;
    QTest::newRow("native") << u"2.2-savepoint-native"_s << u"Savepoint 75, native"_s;
    QTest::newRow("old") << QString() << u"Snapshot 42, of a Flink that did not record what kind"_s;
}

void TestSnapshotReading::titlesTellTheKind()
{
    QFETCH(QString, name);
    const auto metadata = readMetadata(name.isEmpty() ? bytes::metadata(3, {}) : support::recordedMetadata(name));
    QVERIFY(metadata);
    QTEST(titleOf(*metadata), "title");
}

QTEST_GUILESS_MAIN(TestSnapshotReading)
#include "tst_snapshotreading.moc"
