#include "core/sim/flink/keyedstream.h"
#include "core/sim/flink/metadatareader.h"

#include "tests/support/flinkmetadata.h"
#include "tests/support/hygiene.h"
#include "tests/support/simflink.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

namespace {

QByteArray recorded(const QString& name)
{
    QFile file(QStringLiteral(DREY_RECORDINGS "/flinkmeta/") + name + u"._metadata"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString savepoint(support::SimFlink& cluster, const QString& format)
{
    const QByteArray body = cluster
                                .ask("POST", cluster.jobPath(u"/savepoints"_s),
                                     QByteArray("{\"formatType\": \"") + format.toLatin1() + "\"}")
                                .body;
    cluster.advance(20s);
    const QString trigger = QJsonDocument::fromJson(body)["request-id"_L1].toString();
    return cluster.object(cluster.jobPath(u"/savepoints/"_s + trigger))["operation"_L1]["location"_L1].toString();
}

/// Operators in any order: Flink's is that of a hash table.
QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

class TestSimFlinkFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writtenMetadataHaveTheStructureOfRecordedOnes_data();
    void writtenMetadataHaveTheStructureOfRecordedOnes();
    void largeStateLiesInFilesOfTheLengthTheirHandlesSay_data();
    void largeStateLiesInFilesOfTheLengthTheirHandlesSay();
    void whatACheckpointWritesTakesItsTime();
    void onlyRetainedCheckpointsStayOnDisk();
    void aNewJobGoesOnFromASavepoint();
    void onlyCanonicalStateIsTakenByAnotherBackEnd_data();
    void onlyCanonicalStateIsTakenByAnotherBackEnd();
    void aBrokenSnapshotFailsWithFlinksWords_data();
    void aBrokenSnapshotFailsWithFlinksWords();
    void aMissingStateFileFailsInTheTaskThatNeedsIt();
    void aNewerFormatIsRefusedByAnOlderFlink();
    void stateOfAnOperatorThatIsGoneIsRefusedUnlessAllowed();
    void disposalRemovesTheFolder();
    void nothingOutsideTheFolderIsTouched();
    void hostileMetadataAreRefused();
};

void TestSimFlinkFiles::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkFiles::writtenMetadataHaveTheStructureOfRecordedOnes_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("kind");
    for (const QString& version : {u"1.20"_s, u"2.2"_s}) {
        for (const QString& kind : {u"savepoint-canonical"_s, u"savepoint-native"_s, u"checkpoint-hashmap"_s})
            QTest::addRow("%s %s", qPrintable(version), qPrintable(kind)) << version << kind;
    }
}

void TestSimFlinkFiles::writtenMetadataHaveTheStructureOfRecordedOnes()
{
    QFETCH(QString, version);
    QFETCH(QString, kind);
    // The recorded checkpoint of 1.20 was made with parallelism 1.
    const bool isNarrow = version == u"1.20" && kind == u"checkpoint-hashmap";
    support::SimFlink cluster({.version = version, .rate = 5, .parallelism = isNarrow ? 1 : 2});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    cluster.get(cluster.jobPath());
    QString path = cluster.job().coordinator().latest()->folder;
    if (kind.startsWith(u"savepoint"))
        path = savepoint(cluster, kind.endsWith(u"native") ? u"NATIVE"_s : u"CANONICAL"_s);
    const support::FlinkMetadata wanted(recorded(version + u'-' + kind));
    const support::FlinkMetadata given(cluster.storage().read(path + u"/_metadata"_s).value_or(QByteArray()));
    QVERIFY(wanted.isWhole());
    QVERIFY(given.isWhole());
    QCOMPARE(given.version, wanted.version);
    QCOMPARE(sorted(given.structure), sorted(wanted.structure));
    // The recorded canonical one of 1.20 was made while the job stopped.
    if (version == u"1.20" && kind == u"savepoint-canonical")
        QCOMPARE(propertiesOf({true, Format::Canonical, SnapshotKind::After::Suspend}, true), wanted.properties);
    else
        QCOMPARE(given.properties, wanted.properties);
    QVERIFY(given.files.isEmpty());
}

void TestSimFlinkFiles::largeStateLiesInFilesOfTheLengthTheirHandlesSay_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<bool>("isIncremental");
    QTest::newRow("heap") << u"hashmap"_s << false;
    QTest::newRow("RocksDB, full") << u"rocksdb"_s << false;
    QTest::newRow("RocksDB, incremental") << u"rocksdb"_s << true;
}

void TestSimFlinkFiles::largeStateLiesInFilesOfTheLengthTheirHandlesSay()
{
    QFETCH(QString, backend);
    QFETCH(bool, isIncremental);
    support::SimFlink cluster(
        {.configuration = {{u"state.backend.type"_s, backend},
                           {u"execution.checkpointing.incremental"_s, isIncremental ? u"true"_s : u"false"_s}}});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1h);
    cluster.get(cluster.jobPath());
    const QString folder = cluster.job().coordinator().latest()->folder;
    const support::FlinkMetadata given(cluster.storage().read(folder + u"/_metadata"_s).value_or(QByteArray()));
    QVERIFY(given.isWhole());
    QVERIFY(given.files.size() >= 2);
    for (const support::FlinkMetadata::File& file : given.files) {
        const QString uri = file.path.startsWith(u"file:") ? file.path : folder + u'/' + file.path;
        QCOMPARE(cluster.storage().size(uri), file.size);
        QCOMPARE(file.path.startsWith(u"file:"), isIncremental);
    }
    QCOMPARE(given.groups, (QList<std::pair<int, int>>{{0, 64}, {64, 64}}));
    const Record record = cluster.job().coordinator().log().latestCompleted();
    const qint64 told = record->total(&SubtaskAck::stateSize);
    // Beside the keyed state there is that of the source.
    QVERIFY(std::abs(told - given.keyed) < 20'000);
    const QString native = savepoint(cluster, u"NATIVE"_s);
    const support::FlinkMetadata copy(cluster.storage().read(native + u"/_metadata"_s).value_or(QByteArray()));
    QVERIFY(copy.isWhole());
    QVERIFY(copy.keyed > 190'000);
    for (const support::FlinkMetadata::File& file : copy.files)
        QCOMPARE(cluster.storage().size(native + u'/' + file.path), file.size);
}

void TestSimFlinkFiles::whatACheckpointWritesTakesItsTime()
{
    support::SimFlink cluster({.configuration = {{u"state.backend.type"_s, u"rocksdb"_s},
                                                 {u"execution.checkpointing.interval"_s, u"10s"_s},
                                                 {u"execution.checkpointing.incremental"_s, u"true"_s}},
                               .isSession = true});
    cluster.advance(10s);
    JobSpec spec = configured(support::SimFlink::orders(400), cluster.setup().configuration, 2);
    spec.vertices[1].stateBytesPerRecord = 100'000;
    spec.vertices[1].stateLimit = 2'000'000'000;
    cluster.manager().submit(spec, {});
    QVERIFY(cluster.runUntilRunning());
    qint64 largest = 0;
    for (int i = 0; i < 60; ++i) {
        cluster.advance(10s);
        const Record record = cluster.job().coordinator().log().latestCompleted();
        for (const auto& subtasks : record ? record->vertices : std::vector<std::vector<SubtaskAck>>()) {
            for (const SubtaskAck& ack : subtasks) {
                // A file system takes sixty megabytes a second from one subtask.
                QVERIFY2(ack.async.count() >= ack.checkpointedSize / 60'000 - 1,
                         qPrintable(u"%1 bytes in %2 ms"_s.arg(ack.checkpointedSize).arg(ack.async.count())));
                largest = std::max(largest, ack.checkpointedSize);
            }
        }
    }
    // Once RocksDB has compacted, a checkpoint carries far more than what has changed.
    QVERIFY2(largest > 500'000'000, qPrintable(QString::number(largest)));
}

void TestSimFlinkFiles::onlyRetainedCheckpointsStayOnDisk()
{
    support::SimFlink cluster({.configuration = {{u"execution.checkpointing.num-retained"_s, u"3"_s},
                                                 {u"state.backend.type"_s, u"rocksdb"_s},
                                                 {u"execution.checkpointing.incremental"_s, u"true"_s}}});
    QVERIFY(cluster.runUntilRunning());
    qsizetype most = 0;
    for (int i = 0; i < 30; ++i) {
        cluster.advance(1min);
        cluster.get(cluster.jobPath());
        const QDir folder(*cluster.storage().local(u"file:/flink-data/orders/ckpt/"_s + cluster.job().id()));
        QCOMPARE(folder.entryList({u"chk-*"_s}, QDir::Dirs).size(), 3);
        most = std::max(most, QDir(folder.filePath(u"shared"_s)).entryList(QDir::Files).size());
    }
    // Two subtasks, six files each, and what three checkpoints still need.
    QVERIFY2(most > 2 && most < 30, qPrintable(QString::number(most)));
    const QJsonArray history = cluster.object(cluster.jobPath(u"/checkpoints"_s))["history"_L1].toArray();
    for (qsizetype i = 0; i < history.size(); ++i)
        QCOMPARE(history[i]["discarded"_L1].toBool(), i >= 3);
}

void TestSimFlinkFiles::aNewJobGoesOnFromASavepoint()
{
    for (const QString& format : {u"CANONICAL"_s, u"NATIVE"_s}) {
        support::SimFlink cluster({.isSession = true});
        cluster.advance(10s);
        const JobSpec spec = configured(support::SimFlink::orders(400), cluster.setup().configuration, 2);
        cluster.manager().submit(spec, {});
        QVERIFY(cluster.runUntilRunning());
        cluster.advance(10min);
        const QString path = savepoint(cluster, format);
        QVERIFY(!path.isEmpty());
        const double position = cluster.job().traffic().position(0);
        const double state = cluster.job().traffic().stateBytes(1);
        cluster.job().cancel();
        cluster.advance(1min);
        JobStart start;
        start.from = JobStart::From::Path;
        start.path = path;
        const QString id = cluster.manager().submit(configured(spec, {}, 3), start);
        cluster.advance(10s);
        Job& second = *cluster.manager().job(id);
        QVERIFY(second.traffic().isRunning());
        // Where the first was 20 s before, when the savepoint was made; and about 10 s further since.
        second.settle();
        QVERIFY(second.traffic().position(0) > position - 400 * 21);
        QVERIFY(second.traffic().backlog(0) > 0 || second.traffic().position(0) > position);
        QVERIFY(std::abs(second.traffic().stateBytes(1) - state) < state / 10);
        const RestoreRecord restored = *second.coordinator().log().latestRestored();
        QVERIFY(restored.isSavepoint);
        QCOMPARE(restored.path, path);
    }
}

void TestSimFlinkFiles::onlyCanonicalStateIsTakenByAnotherBackEnd_data()
{
    QTest::addColumn<Backend>("writer");
    QTest::addColumn<Backend>("reader");
    QTest::addColumn<QString>("format"); // empty: a checkpoint
    QTest::addColumn<QString>("refusal");
    const QString canonical = u"CANONICAL"_s;
    const QString native = u"NATIVE"_s;
    const QString unexpected =
        u"Caused by: java.lang.IllegalStateException: Unexpected state handle type, expected one of: class "
        u"org.apache.flink.runtime.state.KeyGroupsStateHandle, but found: class "
        u"org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle. "_s;
    const QString unreadable = u"Caused by: java.io.EOFException"_s;
    using enum Backend;
    QTest::newRow("canonical, RocksDB to heap") << RocksDb << HashMap << canonical << QString();
    QTest::newRow("canonical, heap to RocksDB") << HashMap << RocksDb << canonical << QString();
    QTest::newRow("native, RocksDB to RocksDB") << RocksDb << RocksDb << native << QString();
    QTest::newRow("native, heap to heap") << HashMap << HashMap << native << QString();
    QTest::newRow("native, RocksDB to heap") << RocksDb << HashMap << native << unexpected;
    QTest::newRow("native, heap to RocksDB") << HashMap << RocksDb << native << unreadable;
    QTest::newRow("checkpoint, RocksDB to RocksDB") << RocksDb << RocksDb << QString() << QString();
    QTest::newRow("checkpoint, RocksDB to heap") << RocksDb << HashMap << QString() << unexpected;
    QTest::newRow("checkpoint, heap to RocksDB") << HashMap << RocksDb << QString() << unreadable;
}

void TestSimFlinkFiles::onlyCanonicalStateIsTakenByAnotherBackEnd()
{
    QFETCH(Backend, writer);
    QFETCH(Backend, reader);
    QFETCH(QString, format);
    QFETCH(QString, refusal);
    for (const bool isIncremental : {false, true}) {
        support::SimFlink cluster({.isSession = true});
        cluster.advance(10s);
        JobSpec spec = configured(support::SimFlink::orders(400), cluster.setup().configuration, 2);
        spec.backend = writer;
        spec.checkpointing.incremental = isIncremental;
        cluster.manager().submit(spec, {});
        QVERIFY(cluster.runUntilRunning());
        cluster.advance(10min);
        JobStart start;
        start.from = JobStart::From::Path;
        start.path = format.isEmpty() ? cluster.job().coordinator().latest()->folder : savepoint(cluster, format);
        const double state = cluster.job().traffic().stateBytes(1);
        cluster.job().cancel();
        cluster.advance(1min);
        spec.backend = reader;
        const QString id = cluster.manager().submit(spec, start);
        cluster.advance(20s);
        Job& second = *cluster.manager().job(id);
        QCOMPARE(second.traffic().isRunning(), refusal.isEmpty());
        if (refusal.isEmpty()) {
            second.settle();
            QVERIFY(std::abs(second.traffic().stateBytes(1) - state) < state / 10);
            continue;
        }
        const QString told = second.failures().front().what.stackTrace();
        QVERIFY2(told.contains(refusal), qPrintable(told));
        cluster.advance(2min);
        QVERIFY(second.restarts() > 3 && !second.traffic().isRunning());
    }
}

void TestSimFlinkFiles::aBrokenSnapshotFailsWithFlinksWords_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("not there") << u"gone"_s
                               << u"java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory "
                                  u"'/flink-data/x' on file system 'file'."_s;
    QTest::newRow("a folder without metadata")
        << u"empty"_s
        << u"java.io.FileNotFoundException: Cannot find meta data file '_metadata' in directory '/flink-data/x'. "
           u"Please try to "
           u"load the checkpoint/savepoint directly from the metadata file instead of the directory."_s;
    QTest::newRow("noise")
        << u"noise"_s
        << u"java.io.IOException: Unexpected magic number. This can have multiple reasons: (1) You are trying "
           u"to load a Flink 1.0 savepoint, which is not supported by this version of Flink. (2) The file you "
           u"were pointing to is not a savepoint at all. (3) The savepoint file has been corrupted."_s;
    QTest::newRow("cut short") << u"cut"_s << u"java.io.EOFException"_s;
}

void TestSimFlinkFiles::aBrokenSnapshotFailsWithFlinksWords()
{
    QFETCH(QString, damage);
    QFETCH(QString, words);
    const QByteArray whole = recorded(u"1.20-savepoint-canonical"_s);
    support::SimFlink cluster({.configuration = {{u"execution.savepoint.path"_s, u"file:///flink-data/x"_s}}});
    if (damage != u"gone")
        QVERIFY(cluster.storage().makeFolder(u"file:///flink-data/x"_s));
    const QByteArray content = damage == u"noise" ? QByteArray("no snapshot at all") : whole.left(2000);
    if (damage == u"noise" || damage == u"cut")
        QVERIFY(cluster.storage().write(u"file:/flink-data/x/_metadata"_s, content, content.size()));
    cluster.advance(10s);
    const QJsonObject answer = cluster.object(cluster.jobPath());
    QCOMPARE(answer["state"_L1].toString(), u"FAILED"_s);
    QCOMPARE(answer["plan"_L1].toObject(), QJsonObject());
    QCOMPARE(answer["vertices"_L1].toArray().size(), 0);
    const QString trace = cluster.object(cluster.jobPath(u"/exceptions"_s))["root-exception"_L1].toString();
    QVERIFY(trace.startsWith(
        u"org.apache.flink.runtime.client.JobInitializationException: Could not start the JobMaster.\n"));
    QVERIFY2(trace.contains(u"\nCaused by: "_s + words + u'\n'), qPrintable(trace));
}

void TestSimFlinkFiles::aMissingStateFileFailsInTheTaskThatNeedsIt()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(1h);
    const QString path = savepoint(cluster, u"NATIVE"_s);
    const support::FlinkMetadata reading(cluster.storage().read(path + u"/_metadata"_s).value_or(QByteArray()));
    QVERIFY(!reading.files.isEmpty());
    cluster.storage().removeFile(path + u'/' + reading.files.front().path);
    JobStart start;
    start.from = JobStart::From::Path;
    start.path = path;
    cluster.job().cancel();
    cluster.advance(1s);
    const QString id = cluster.manager().submit(cluster.job().spec(), start);
    cluster.advance(1min);
    const Job& second = *cluster.manager().job(id);
    QVERIFY(!second.traffic().isRunning());
    QVERIFY(second.restarts() > 2);
    const Failure& failure = second.failures().front();
    QVERIFY(failure.task.startsWith(u"count-per-customer -> enrich (1/2) - execution #"));
    QCOMPARE(failure.what.root().text, u"java.io.FileNotFoundException: %1/%2 (No such file or directory)"_s.arg(
                                           path.mid(5), reading.files.front().path));
}

void TestSimFlinkFiles::aNewerFormatIsRefusedByAnOlderFlink()
{
    const QByteArray newer = recorded(u"2.2-savepoint-canonical"_s);
    support::SimFlink cluster({.configuration = {{u"execution.savepoint.path"_s, u"file:/flink-data/x"_s}}});
    QVERIFY(cluster.storage().makeFolder(u"file:/flink-data/x"_s));
    QVERIFY(cluster.storage().write(u"file:/flink-data/x/_metadata"_s, newer, newer.size()));
    cluster.advance(10s);
    QCOMPARE(cluster.job().failures().front().what.root().text,
             u"java.lang.IllegalArgumentException: Unrecognized checkpoint version number 6"_s);
}

void TestSimFlinkFiles::stateOfAnOperatorThatIsGoneIsRefusedUnlessAllowed()
{
    support::SimFlink cluster({.isSession = true});
    cluster.advance(10s);
    const QByteArray real = recorded(u"1.20-savepoint-native"_s);
    QVERIFY(cluster.storage().makeFolder(u"file:/flink-data/x"_s));
    QVERIFY(cluster.storage().write(u"file:/flink-data/x/_metadata"_s, real, real.size()));
    JobSpec spec = configured(support::SimFlink::orders(400), cluster.setup().configuration, 2);
    spec.vertices[1].chain[0].uid = u"count-2"_s;
    JobStart start;
    start.from = JobStart::From::Path;
    start.path = u"file:/flink-data/x"_s;
    const QString refused = cluster.manager().submit(spec, start);
    start.unclaimed = Unclaimed::Allow;
    const QString allowed = cluster.manager().submit(spec, start);
    cluster.advance(30s);
    QVERIFY(cluster.manager().job(refused)->failures().front().what.root().text.startsWith(
        u"java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint file:/flink-data/x. Cannot map "
        u"checkpoint/savepoint state for operator b71731f1c0df9c3076c4a455334d0ad6 to the new program"));
    QVERIFY(cluster.manager().job(allowed)->traffic().isRunning());
    QCOMPARE(cluster.manager().job(allowed)->coordinator().log().latestRestored()->id, 26);
}

void TestSimFlinkFiles::disposalRemovesTheFolder()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    const QString path = savepoint(cluster, u"CANONICAL"_s);
    QVERIFY(cluster.storage().exists(path));
    const QByteArray body = "{\"savepoint-path\": \"" + path.toLatin1() + "\"}";
    const sim::Reply reply = cluster.ask("POST", u"/savepoint-disposal"_s, body);
    QCOMPARE(reply.status, 200);
    QVERIFY(!cluster.storage().exists(path));
    const QString trigger = QJsonDocument::fromJson(reply.body)["request-id"_L1].toString();
    QCOMPARE(cluster.get(u"/savepoint-disposal/"_s + trigger), "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{}}");
    const QByteArray again = cluster.ask("POST", u"/savepoint-disposal"_s, body).body;
    const QString second = QJsonDocument::fromJson(again)["request-id"_L1].toString();
    QVERIFY(cluster.get(u"/savepoint-disposal/"_s + second).contains("failure-cause"));
}

void TestSimFlinkFiles::nothingOutsideTheFolderIsTouched()
{
    QTemporaryDir outer;
    QVERIFY(QDir(outer.path()).mkpath(u"inside"_s));
    const Storage storage(outer.filePath(u"inside"_s));
    for (const QString& uri : {u"file:///../../escaped"_s, u"/a/../../../escaped"_s, u"s3://../../escaped"_s,
                               u"file:relative"_s, u"s3://bucket/../../../escaped"_s}) {
        const auto path = storage.local(uri);
        QVERIFY2(!path || path->startsWith(outer.filePath(u"inside"_s) + u'/'), qPrintable(uri));
    }
    QCOMPARE(storage.local(outer.filePath(u"inside/a"_s)), std::optional(outer.filePath(u"inside/a"_s)));
    QCOMPARE(storage.local(u"s3://bucket/k"_s), std::optional(outer.filePath(u"inside/s3/bucket/k"_s)));
    QCOMPARE(Storage::shown(u"file:///flink-data/sp/"_s), u"file:/flink-data/sp"_s);
    QCOMPARE(Storage::shown(u"s3://bucket/sp"_s), u"s3://bucket/sp"_s);
}

void TestSimFlinkFiles::hostileMetadataAreRefused()
{
    const QByteArray whole = recorded(u"2.2-checkpoint-hashmap"_s);
    for (qsizetype length = 0; length < whole.size() - 604; length += 13)
        QVERIFY(std::holds_alternative<Unreadable>(readMetadata(whole.left(length), 6)));
    for (qsizetype at = 4; at < whole.size(); at += 7) {
        QByteArray bent = whole;
        bent[at] = char(0xFF);
        // Whatever it says, it says it without reading where nothing is.
        (void)readMetadata(bent, 6);
    }
}

QTEST_GUILESS_MAIN(TestSimFlinkFiles)
#include "tst_simflinkfiles.moc"
