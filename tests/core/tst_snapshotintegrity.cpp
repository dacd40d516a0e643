#include "core/snapshot/integrity.h"
#include "core/snapshot/localfolder.h"
#include "core/snapshot/metadatareader.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

namespace {

using Base = ReferencedFile::Base;
using Standing = Found::Standing;
using Verdict = FileCheck::Verdict;
using Kind = KeyGroupProblem::Kind;

/// Knows the lengths it was told; of the rest it knows nothing.
class Lengths : public Storage
{
public:
    std::map<QString, Found> known;

    Found find(const QString& path, Base) const override
    {
        const auto found = known.find(path);
        return found == known.end() ? Found{Standing::Unknown, 0, path, u"nobody asked"_s, false} : found->second;
    }
};

Metadata withStreams(const QList<QByteArray>& streams)
{
    QList<QByteArray> operators;
    for (const QByteArray& stream : streams)
        operators.append(bytes::op(3, {.coordinator = stream}));
    return *readMetadata(bytes::metadata(3, operators));
}

Metadata withRanges(int parallelism, const QList<QByteArray>& subtasks)
{
    return *readMetadata(bytes::metadata(3, {bytes::op(3, {.parallelism = parallelism, .subtasks = subtasks})}));
}

QByteArray keyed(int index, int first, int count)
{
    return bytes::subtask(3,
                          {.index = index, .managedKeyed = bytes::keyGroups(3, first, count, bytes::inlineStream(3))});
}

} // namespace

class TestSnapshotIntegrity : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void lengthsAreHeldAgainstHandles_data();
    void lengthsAreHeldAgainstHandles();
    void unknownIsNotAbsent();
    void contradictoryHandlesAreNeverRight();
    void recordedSnapshotsAreCompleteAsTheyStand();
    void rangesOfKeyGroupsAreChecked_data();
    void rangesOfKeyGroupsAreChecked();
    void hostileRangesTakeNoTime();
    void aSubtaskHasTheRangeFlinkGivesIt();
    void relativeFilesLieBesideTheMetadata();
    void absoluteFilesLieWhereTheyWereRecorded();
    void whatThisMachineCannotKnowIsNotMissing();
    void aCopyIsFoundBesideTheSnapshot();
    void mappingsDecide();
    void flinksPathsAreUnderstood_data();
    void flinksPathsAreUnderstood();
    void aSnapshotIsLocatedByAnyOfItsNames();
    void noSnapshotIsToldFromAnUnfinishedOne();

private:
    QString make(const QString& path, int size)
    {
        const QString whole = m_folder->filePath(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size)
            qFatal("no file");
        return whole;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSnapshotIntegrity::init()
{
    support::keepClean();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSnapshotIntegrity::lengthsAreHeldAgainstHandles_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<qint64>("length"); // -1: absent
    QTest::addColumn<Verdict>("expected");
    const QByteArray file = bytes::file(u"a"_s, 100);
    const QByteArray unsized = bytes::file(u"a"_s, -1);
    const QByteArray segment = bytes::segment(100, 50, u"a"_s);
    QTest::newRow("file, right") << file << qint64(100) << Verdict::Right;
    QTest::newRow("file, too short") << file << qint64(99) << Verdict::TooShort;
    QTest::newRow("file, too long") << file << qint64(101) << Verdict::WrongLength;
    QTest::newRow("file, absent") << file << qint64(-1) << Verdict::Missing;
    QTest::newRow("file of unknown length") << unsized << qint64(7) << Verdict::Right;
    QTest::newRow("file of unknown length, absent") << unsized << qint64(-1) << Verdict::Missing;
    QTest::newRow("segment, right") << segment << qint64(150) << Verdict::Right;
    QTest::newRow("segment of a longer file") << segment << qint64(999) << Verdict::Right;
    QTest::newRow("segment beyond the file") << segment << qint64(149) << Verdict::TooShort;
}

void TestSnapshotIntegrity::lengthsAreHeldAgainstHandles()
{
    QFETCH(QByteArray, stream);
    QFETCH(qint64, length);
    QFETCH(Verdict, expected);
    Lengths lengths;
    lengths.known[u"a"_s] =
        length < 0 ? Found{Standing::Absent, 0, {}, {}, false} : Found{Standing::Present, length, {}, {}, false};
    const Integrity integrity = check(withStreams({stream}), lengths);
    QCOMPARE(integrity.files.size(), 1);
    QCOMPARE(integrity.files.first().verdict, expected);
    QCOMPARE(integrity.isComplete(), std::optional(expected == Verdict::Right));
    QCOMPARE(integrity.count(expected), 1);
}

void TestSnapshotIntegrity::unknownIsNotAbsent()
{
    Lengths lengths;
    const Metadata metadata = withStreams({bytes::file(u"a"_s, 1), bytes::file(u"b"_s, 1)});
    Integrity integrity = check(metadata, lengths);
    QCOMPARE(integrity.count(Verdict::NotChecked), 2);
    QCOMPARE(integrity.isComplete(), std::nullopt);
    QCOMPARE(integrity.notChecked, QStringList{u"nobody asked"_s});
    lengths.known[u"a"_s] = {Standing::Present, 1, {}, {}, false};
    QCOMPARE(check(metadata, lengths).isComplete(), std::nullopt);
    // One that is known to be missing decides, whatever is unknown beside it.
    lengths.known[u"a"_s] = {Standing::Absent, 0, {}, {}, false};
    QCOMPARE(check(metadata, lengths).isComplete(), std::optional(false));
}

void TestSnapshotIntegrity::contradictoryHandlesAreNeverRight()
{
    Lengths lengths;
    for (const qint64 length : {qint64(1), qint64(2)}) {
        lengths.known[u"a"_s] = {Standing::Present, length, {}, {}, false};
        const Integrity integrity = check(withStreams({bytes::file(u"a"_s, 1), bytes::file(u"a"_s, 2)}), lengths);
        QCOMPARE(integrity.isComplete(), std::optional(false));
    }
    // A part of a file that is said to be shorter.
    lengths.known[u"a"_s] = {Standing::Present, 150, {}, {}, false};
    QCOMPARE(check(withStreams({bytes::segment(100, 50, u"a"_s), bytes::file(u"a"_s, 10)}), lengths).isComplete(),
             std::optional(false));
    QCOMPARE(check(withStreams({bytes::segment(100, 50, u"a"_s), bytes::file(u"a"_s, 150)}), lengths).isComplete(),
             std::optional(true));
}

void TestSnapshotIntegrity::recordedSnapshotsAreCompleteAsTheyStand()
{
    for (const QString& name : support::recordedMetadataNames()) {
        const Integrity integrity = check(*readMetadata(support::recordedMetadata(name)), Lengths());
        if (integrity.files.isEmpty())
            QCOMPARE(integrity.isComplete(), std::optional(true));
        QVERIFY(integrity.keyGroups.isEmpty());
    }
}

void TestSnapshotIntegrity::rangesOfKeyGroupsAreChecked_data()
{
    QTest::addColumn<int>("parallelism");
    QTest::addColumn<QList<QByteArray>>("subtasks");
    QTest::addColumn<QList<KeyGroupProblem>>("expected");
    const auto row = [](const char* name, int parallelism, const QList<QByteArray>& subtasks,
                        const QList<KeyGroupProblem>& expected) {
        QTest::newRow(name) << parallelism << subtasks << expected;
    };
    const QByteArray none = bytes::subtask(3, {.index = 1});
    row("all of them", 2, {keyed(0, 0, 64), keyed(1, 64, 64)}, {});
    row("in another order", 2, {keyed(1, 64, 64), keyed(0, 0, 64)}, {});
    row("a subtask is not recorded", 2, {keyed(0, 0, 64)}, {{Kind::Gap, 0, {64, 64}}});
    row("a subtask without keyed state", 2, {keyed(0, 0, 64), none}, {{Kind::Silent, 0, {64, 64}}});
    row("a gap within a range", 2, {keyed(0, 0, 60), keyed(1, 64, 64)}, {{Kind::Gap, 0, {60, 4}}});
    row("a gap beside a silent one", 2, {keyed(0, 0, 60), none},
        {{Kind::Gap, 0, {60, 4}}, {Kind::Silent, 0, {64, 64}}});
    row("a finished subtask", 2, {keyed(0, 0, 64), bytes::finishedSubtask(1)}, {});
    row("twice", 2, {keyed(0, 0, 65), keyed(1, 64, 64)}, {{Kind::Overlap, 0, {64, 64}}});
    row("beyond", 2, {keyed(0, 0, 64), keyed(1, 64, 65)}, {{Kind::Outside, 0, {64, 65}}});
    row("no keyed state at all", 2, {none}, {});
    row("more subtasks than key groups", 129, {}, {{Kind::Parallelism, 0, {}}});
}

void TestSnapshotIntegrity::rangesOfKeyGroupsAreChecked()
{
    QFETCH(int, parallelism);
    QFETCH(QList<QByteArray>, subtasks);
    QFETCH(QList<KeyGroupProblem>, expected);
    const Metadata metadata = withRanges(parallelism, subtasks);
    QCOMPARE(checkKeyGroups(metadata), expected);
    const bool isFatal = std::ranges::any_of(expected, &KeyGroupProblem::isFatal);
    QCOMPARE(check(metadata, Lengths()).isComplete(), std::optional(!isFatal));
    for (const KeyGroupProblem& problem : expected)
        QVERIFY(textOf(problem, metadata.operators[problem.index]).contains(metadata.operators.first().id));
}

void TestSnapshotIntegrity::hostileRangesTakeNoTime()
{
    QList<QByteArray> subtasks;
    for (int i = 0; i < 5'000; ++i)
        subtasks.append(
            bytes::subtask(3, {.index = i, .managedKeyed = bytes::incremental(5, 0, 32'768, 0, bytes::null, {}, {})}));
    QElapsedTimer timer;
    timer.start();
    const Metadata metadata =
        *readMetadata(bytes::metadata(3, {bytes::op(3, {.maxParallelism = 32'768, .subtasks = subtasks})}));
    QCOMPARE(checkKeyGroups(metadata), (QList<KeyGroupProblem>{{Kind::Overlap, 0, {0, 32'768}}}));
    QVERIFY(timer.elapsed() < 5'000);
}

void TestSnapshotIntegrity::aSubtaskHasTheRangeFlinkGivesIt()
{
    // KeyGroupRangeAssignmentTest: 10 key groups on 3 subtasks are 0-3, 4-6, 7-9.
    QCOMPARE(keyGroupsOf(0, 3, 10), (KeyGroups{0, 4}));
    QCOMPARE(keyGroupsOf(1, 3, 10), (KeyGroups{4, 3}));
    QCOMPARE(keyGroupsOf(2, 3, 10), (KeyGroups{7, 3}));
    for (const int parallelism : {1, 7, 128, 32'768}) {
        int next = 0;
        for (int i = 0; i < parallelism; ++i) {
            const KeyGroups groups = keyGroupsOf(i, parallelism, 32'768);
            QCOMPARE(groups.first, next);
            next += groups.count;
        }
        QCOMPARE(next, 32'768);
    }
}

void TestSnapshotIntegrity::relativeFilesLieBesideTheMetadata()
{
    make(u"savepoint-1/_metadata"_s, 1);
    const QString file = make(u"savepoint-1/0a1b"_s, 10);
    const LocalFolder folder(*locate(m_folder->filePath(u"savepoint-1"_s)));
    QCOMPARE(folder.find(u"0a1b"_s, Base::Relative), (Found{Standing::Present, 10, file, {}, false}));
    QCOMPARE(folder.find(u"ffff"_s, Base::Relative).standing, Standing::Absent);
    // A folder is no file.
    QDir(m_folder->filePath(u"savepoint-1"_s)).mkdir(u"dir"_s);
    QCOMPARE(folder.find(u"dir"_s, Base::Relative).standing, Standing::Absent);
    QVERIFY(QDir().rename(m_folder->filePath(u"savepoint-1"_s), m_folder->filePath(u"elsewhere"_s)));
    const LocalFolder moved(*locate(m_folder->filePath(u"elsewhere"_s)));
    QCOMPARE(moved.find(u"0a1b"_s, Base::Relative).standing, Standing::Present);
}

void TestSnapshotIntegrity::absoluteFilesLieWhereTheyWereRecorded()
{
    make(u"cp/0123/chk-7/_metadata"_s, 1);
    const QString shared = make(u"cp/0123/shared/a"_s, 10);
    const LocalFolder folder(*locate(m_folder->filePath(u"cp/0123/chk-7"_s)));
    QCOMPARE(folder.find(u"file:"_s + shared, Base::Absolute), (Found{Standing::Present, 10, shared, {}, false}));
    QCOMPARE(folder.find(u"file://"_s + shared, Base::Absolute).standing, Standing::Present);
    QCOMPARE(folder.find(shared, Base::Absolute).standing, Standing::Present);
    QCOMPARE(folder.find(u"file:"_s + shared + u'x', Base::Absolute).standing, Standing::Absent);
    // The whole folder is gone, but the snapshot itself lies where it was recorded.
    QCOMPARE(folder.find(u"file:"_s + m_folder->filePath(u"cp/0123/taskowned/b"_s), Base::Absolute).standing,
             Standing::Absent);
}

void TestSnapshotIntegrity::whatThisMachineCannotKnowIsNotMissing()
{
    make(u"chk-7/_metadata"_s, 1);
    const LocalFolder folder(*locate(m_folder->filePath(u"chk-7"_s)));
    for (const QString& path :
         {u"s3://bucket/cp/shared/a"_s, u"file:/nowhere-on-this-machine/cp/shared/a"_s, u"hdfs:/cp/a"_s, u"file:a"_s}) {
        const Found found = folder.find(path, Base::Absolute);
        QCOMPARE(found.standing, Standing::Unknown);
        QVERIFY(!found.reason.isEmpty());
    }
    QVERIFY(folder.find(u"s3://bucket/a"_s, Base::Absolute).reason.contains(u"s3"));
}

void TestSnapshotIntegrity::aCopyIsFoundBesideTheSnapshot()
{
    make(u"copy/0123/chk-7/_metadata"_s, 1);
    const QString own = make(u"copy/0123/chk-7/a"_s, 10);
    const QString shared = make(u"copy/0123/shared/b"_s, 20);
    const LocalFolder folder(*locate(m_folder->filePath(u"copy/0123/chk-7/_metadata"_s)));
    QCOMPARE(folder.find(u"s3://bucket/cp/0123/chk-7/a"_s, Base::Absolute),
             (Found{Standing::Present, 10, own, {}, true}));
    QCOMPARE(folder.find(u"file:/flink-data/0123/shared/b"_s, Base::Absolute),
             (Found{Standing::Present, 20, shared, {}, true}));
    // What was not copied may well be there.
    QCOMPARE(folder.find(u"s3://bucket/cp/0123/shared/c"_s, Base::Absolute).standing, Standing::Unknown);
}

void TestSnapshotIntegrity::mappingsDecide()
{
    make(u"chk-7/_metadata"_s, 1);
    const QString file = make(u"mnt/cp/shared/a"_s, 10);
    const LocalFolder folder(*locate(m_folder->filePath(u"chk-7"_s)),
                             {{u"s3://bucket/flink/"_s, m_folder->filePath(u"mnt"_s)}});
    QCOMPARE(folder.find(u"s3://bucket/flink/cp/shared/a"_s, Base::Absolute),
             (Found{Standing::Present, 10, file, {}, false}));
    QCOMPARE(folder.find(u"s3://bucket/flink/cp/shared/b"_s, Base::Absolute).standing, Standing::Absent);
    QCOMPARE(folder.find(u"s3://bucket/flink2/cp/shared/a"_s, Base::Absolute).standing, Standing::Unknown);
}

void TestSnapshotIntegrity::flinksPathsAreUnderstood_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("local");
    QTest::newRow("plain") << u"/data/a b%20"_s << u"file"_s << u"/data/a b%20"_s;
    QTest::newRow("one slash") << u"file:/data/a"_s << u"file"_s << u"/data/a"_s;
    QTest::newRow("three slashes") << u"file:///data/../a"_s << u"file"_s << u"/a"_s;
    QTest::newRow("other case") << u"FILE:/a"_s << u"file"_s << u"/a"_s;
    QTest::newRow("s3") << u"s3p://bucket/a"_s << u"s3p"_s << QString();
    QTest::newRow("relative") << u"a:b/c"_s << u"a"_s << QString();
    QTest::newRow("name") << u"0a1b-2c"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
    QTest::newRow("zero") << u"/a"_s + QChar(0) << u"file"_s << QString();
    QTest::newRow("host") << u"file://host"_s << u"file"_s << QString();
}

void TestSnapshotIntegrity::flinksPathsAreUnderstood()
{
    QFETCH(QString, path);
    QFETCH(QString, scheme);
    QFETCH(QString, local);
    QCOMPARE(schemeOf(path), scheme);
    QCOMPARE(localPathOf(path), local);
}

void TestSnapshotIntegrity::aSnapshotIsLocatedByAnyOfItsNames()
{
    const QString file = make(u"sp/_metadata"_s, 1);
    const QString folder = m_folder->filePath(u"sp"_s);
    const Location expected{folder, file};
    for (const QString& name :
         {folder, QString(folder + u'/'), file, QString(u"file:"_s + folder), QString(u"file://"_s + file)})
        QCOMPARE(locate(name), base::Result<Location>(expected));
    const QString other = make(u"1.20-savepoint._metadata"_s, 1);
    QCOMPARE(locate(other), base::Result<Location>(Location{m_folder->path(), other}));
}

void TestSnapshotIntegrity::noSnapshotIsToldFromAnUnfinishedOne()
{
    QDir(m_folder->path()).mkdir(u"chk-8"_s);
    const auto unfinished = locate(m_folder->filePath(u"chk-8"_s));
    QVERIFY(!unfinished && unfinished.error().message.contains(u"not completed"));
    const auto nothing = locate(m_folder->filePath(u"chk-9"_s));
    QVERIFY(!nothing && nothing.error().message.contains(u"nothing is there"));
    const auto remote = locate(u"s3://bucket/chk-9"_s);
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, base::Error::Kind::Configuration);
    QDir(m_folder->path()).mkpath(u"odd/_metadata"_s);
    QVERIFY(!locate(m_folder->filePath(u"odd"_s)));
}

QTEST_GUILESS_MAIN(TestSnapshotIntegrity)
#include "tst_snapshotintegrity.moc"
