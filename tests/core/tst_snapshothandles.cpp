#include "core/snapshot/metadatareader.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

namespace {

QByteArray properties()
{
    return bytes::propertiesOf(support::recordedMetadata(u"1.20-savepoint-native"_s));
}

Metadata read(int version, const QList<QByteArray>& operators, const QList<QByteArray>& masters = {})
{
    const auto metadata = readMetadata(bytes::metadata(version, operators, properties(), masters));
    if (!metadata)
        qFatal("%s", qPrintable(metadata.error().message));
    return *metadata;
}

/// An operator with one subtask.
Metadata readSubtask(int version, const bytes::SubtaskParts& parts)
{
    return read(version, {bytes::op(version, {.subtasks = {bytes::subtask(version, parts)}})});
}

ReferencedFile file(const QString& path, qint64 size)
{
    return {.path = path, .bytes = size, .references = 1};
}

QList<ReferencedFile> filesOf(const Metadata& metadata)
{
    QList<ReferencedFile> files;
    for (qsizetype i = 0; i < metadata.files.size(); ++i)
        files.append(metadata.files.at(i));
    return files;
}

} // namespace

/// Every kind of handle in every format that has it, written by hand.
class TestSnapshotHandles : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void anEmptySnapshotIsRead_data() { versions(2); }
    void anEmptySnapshotIsRead();
    void anOperatorIsRead_data() { versions(2); }
    void anOperatorIsRead();
    void finishedOperatorsAndSubtasksAreRead_data() { versions(3); }
    void finishedOperatorsAndSubtasksAreRead();
    void statesOfMasterHooksAreRead_data() { versions(2); }
    void statesOfMasterHooksAreRead();
    void streamsAreRead_data();
    void streamsAreRead();
    void operatorStatesAreAddedUpByName_data() { versions(2); }
    void operatorStatesAreAddedUpByName();
    void mergedOperatorStateIsRead();
    void keyGroupsAreRead_data();
    void keyGroupsAreRead();
    void incrementalStateIsRead_data();
    void incrementalStateIsRead();
    void changelogsAreRead_data();
    void changelogsAreRead();
    void dataInFlightIsRead_data() { versions(3); }
    void dataInFlightIsRead();
    void mergedChannelsAreRead();
    void allKindsAreToldApart();
    void oneFileOfManyHandlesIsOneFile();
    void textsOfJavaAreRead();
    void bytesBehindTheEndAreTold_data() { versions(2); }
    void bytesBehindTheEndAreTold();

private:
    static void versions(int oldest)
    {
        QTest::addColumn<int>("version");
        for (int version = oldest; version <= 6; ++version)
            QTest::addRow("format %d", version) << version;
    }
};

void TestSnapshotHandles::anEmptySnapshotIsRead()
{
    QFETCH(int, version);
    const Metadata metadata = read(version, {});
    QCOMPARE(metadata.version, version);
    QCOMPARE(metadata.checkpointId, 42);
    QVERIFY(metadata.operators.isEmpty());
    QCOMPARE(metadata.properties.type, version < 4 ? Properties::Type::Unknown : Properties::Type::Savepoint);
    QCOMPARE(totalOf(metadata), Amount{});
}

void TestSnapshotHandles::anOperatorIsRead()
{
    QFETCH(int, version);
    const QByteArray id = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    const Metadata metadata = read(version, {bytes::op(version, {.name = u"enrich"_s,
                                                                 .uid = u"enrich-1"_s,
                                                                 .id = id,
                                                                 .parallelism = 3,
                                                                 .maxParallelism = 720,
                                                                 .coordinator = bytes::inlineStream(17)})});
    QCOMPARE(metadata.operators.size(), 1);
    const Operator& read = metadata.operators.first();
    QCOMPARE(read.id, u"00112233445566778899aabbccddeeff"_s);
    QCOMPARE(read.name, version < 5 ? QString() : u"enrich"_s);
    QCOMPARE(read.uid, version < 5 ? QString() : u"enrich-1"_s);
    QCOMPARE(read.parallelism, 3);
    QCOMPARE(read.maxParallelism, 720);
    QCOMPARE(read.amount(StateKind::Coordinator), (version == 2 ? Amount{} : Amount{1, 17, 17, 17}));
    QVERIFY(!read.isFinished);
    QCOMPARE(read.subtaskCount, 0);
}

void TestSnapshotHandles::finishedOperatorsAndSubtasksAreRead()
{
    QFETCH(int, version);
    const QByteArray running =
        bytes::subtask(version, {.index = 1, .managedKeyed = bytes::keyGroups(3, 64, 64, bytes::inlineStream(5))});
    const Metadata metadata =
        read(version, {bytes::op(version, {.isFinished = true}),
                       bytes::op(version, {.parallelism = 2, .subtasks = {bytes::finishedSubtask(0), running}})});
    QCOMPARE(metadata.operators.size(), 2);
    QVERIFY(metadata.operators[0].isFinished);
    QVERIFY(!metadata.operators[1].isFinished);
    QCOMPARE(metadata.operators[1].subtaskCount, 2);
    QCOMPARE(metadata.operators[1].finishedSubtasks, 1);
    QCOMPARE(metadata.operators[1].subtasks, (QList<Subtask>{{1, {64, 64}, 5, 0, 0}}));
}

void TestSnapshotHandles::statesOfMasterHooksAreRead()
{
    QFETCH(int, version);
    const Metadata metadata =
        read(version, {}, {bytes::masterState(u"pravega"_s, "abc"), bytes::masterState(u"b"_s, {})});
    QCOMPARE(metadata.masterStates, (QList<MasterState>{{u"pravega"_s, 3}, {u"b"_s, 0}}));
}

void TestSnapshotHandles::streamsAreRead_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("inlineSize");
    QTest::addColumn<ReferencedFile>("expected");
    const auto row = [](const char* name, const QByteArray& stream, qint64 size, qint64 inlineSize,
                        const ReferencedFile& expected) {
        QTest::newRow(name) << stream << size << inlineSize << expected;
    };
    ReferencedFile relative = file(u"b1e2"_s, 900);
    relative.base = ReferencedFile::Base::Relative;
    ReferencedFile unknown = file(u"s3://b/x"_s, 0);
    unknown.length = ReferencedFile::Length::AtLeast;
    ReferencedFile part = file(u"file:/cp/taskowned/m"_s, 350);
    part.length = ReferencedFile::Length::AtLeast;
    ReferencedFile sharedPart = part;
    sharedPart.isShared = true;
    row("null", bytes::null, 0, 0, {});
    row("inline", bytes::inlineStream(30'000), 30'000, 30'000, {});
    row("file", bytes::file(u"s3://b/x"_s, 5'000'000'000), 5'000'000'000, 0, file(u"s3://b/x"_s, 5'000'000'000));
    row("file of unknown size", bytes::file(u"s3://b/x"_s, -1), 0, 0, unknown);
    row("relative file", bytes::relative(u"b1e2"_s, 900), 900, 0, relative);
    row("segment", bytes::segment(100, 250, u"file:/cp/taskowned/m"_s), 250, 0, part);
    row("shared segment", bytes::segment(100, 250, u"file:/cp/taskowned/m"_s, bytes::Scope::Shared), 250, 0,
        sharedPart);
    row("empty segment", bytes::emptySegment, 0, 0, {});
    row("key groups as a stream", bytes::groupStream(0, 4, bytes::file(u"s3://b/x"_s, 9)), 9, 0,
        file(u"s3://b/x"_s, 9));
}

void TestSnapshotHandles::streamsAreRead()
{
    QFETCH(QByteArray, stream);
    QFETCH(qint64, size);
    QFETCH(qint64, inlineSize);
    QFETCH(ReferencedFile, expected);
    for (int version = 2; version <= 6; ++version) {
        const Metadata metadata = readSubtask(version, {.managedKeyed = bytes::keyGroups(3, 0, 128, stream)});
        QCOMPARE(metadata.operators[0].amount(StateKind::ManagedKeyed), (Amount{1, size, inlineSize, size}));
        QCOMPARE(filesOf(metadata), expected.path.isEmpty() ? QList<ReferencedFile>() : QList{expected});
    }
}

void TestSnapshotHandles::operatorStatesAreAddedUpByName()
{
    QFETCH(int, version);
    QList<QByteArray> subtasks;
    for (int i = 0; i < 2; ++i)
        subtasks.append(bytes::subtask(
            version,
            {.index = i,
             .managedOperator = bytes::operatorState({{u"splits"_s, 0, 3}, {u"rules"_s, 2, 1}, {u"all"_s, 1, 2}},
                                                     bytes::file(u"s3://b/%1"_s.arg(i), 10)),
             .rawOperator = bytes::operatorState({{u"raw"_s, 0, 1}}, bytes::inlineStream(4))}));
    const Operator one =
        read(version, {bytes::op(version, {.parallelism = 2, .subtasks = subtasks})}).operators.first();
    using Mode = OperatorStateName::Mode;
    QCOMPARE(one.operatorStates, (QList<OperatorStateName>{{u"splits"_s, Mode::SplitDistribute, 6},
                                                           {u"rules"_s, Mode::Broadcast, 2},
                                                           {u"all"_s, Mode::Union, 4},
                                                           {u"raw"_s, Mode::SplitDistribute, 2}}));
    QCOMPARE(one.amount(StateKind::ManagedOperator), (Amount{2, 20, 0, 20}));
    QCOMPARE(one.amount(StateKind::RawOperator), (Amount{2, 8, 8, 8}));
    QCOMPARE(operatorStateOf(one), (Amount{4, 28, 8, 28}));
    QCOMPARE(one.subtasks, (QList<Subtask>{{0, {}, 0, 14, 0}, {1, {}, 0, 14, 0}}));
}

void TestSnapshotHandles::mergedOperatorStateIsRead()
{
    const QByteArray state = bytes::mergedOperatorState({{u"splits"_s, 0, 1}}, bytes::segment(64, 16, u"file:/cp/m"_s));
    const QByteArray empty = bytes::mergedOperatorState({}, bytes::emptySegment);
    const Metadata metadata = readSubtask(4, {.managedOperator = state, .rawOperator = empty});
    QCOMPARE(operatorStateOf(metadata.operators[0]), (Amount{2, 16, 0, 16}));
    QCOMPARE(metadata.files.at(0).bytes, 80);
}

void TestSnapshotHandles::keyGroupsAreRead_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<KeyedForm>("form");
    QTest::newRow("old") << 3 << KeyedForm::KeyGroups;
    QTest::newRow("with id") << 12 << KeyedForm::KeyGroups;
    QTest::newRow("of a savepoint") << 7 << KeyedForm::Savepoint;
}

void TestSnapshotHandles::keyGroupsAreRead()
{
    QFETCH(int, tag);
    QFETCH(KeyedForm, form);
    for (int version = 2; version <= 6; ++version) {
        const Metadata metadata =
            readSubtask(version, {.managedKeyed = bytes::keyGroups(tag, 0, 64, bytes::file(u"s3://b/k"_s, 777)),
                                  .rawKeyed = bytes::keyGroups(3, 0, 64, bytes::inlineStream(8))});
        const Operator& one = metadata.operators.first();
        QCOMPARE(one.keyedForm, form);
        QCOMPARE(one.subtasks, (QList<Subtask>{{0, {0, 64}, 785, 0, 0}}));
        QCOMPARE(one.amount(StateKind::ManagedKeyed), (Amount{1, 777, 0, 777}));
        QCOMPARE(one.amount(StateKind::RawKeyed), (Amount{1, 8, 8, 8}));
        QCOMPARE(filesOf(metadata), QList{file(u"s3://b/k"_s, 777)});
    }
}

void TestSnapshotHandles::incrementalStateIsRead_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<qint64>("recorded");
    QTest::addColumn<qint64>("written");
    QTest::newRow("old") << 5 << qint64(0) << qint64(1'560);
    QTest::newRow("with size") << 11 << qint64(600) << qint64(600);
    QTest::newRow("with unknown size") << 11 << qint64(-1) << qint64(1'560);
}

void TestSnapshotHandles::incrementalStateIsRead()
{
    QFETCH(int, tag);
    QFETCH(qint64, recorded);
    QFETCH(qint64, written);
    const QByteArray keyed = bytes::incremental(
        tag, 32, 96, recorded, bytes::inlineStream(60), {{u"000001.sst"_s, bytes::file(u"s3://b/shared/1"_s, 1'000)}},
        {{u"CURRENT"_s, bytes::null}, {u"MANIFEST"_s, bytes::file(u"s3://b/chk-7/2"_s, 500)}});
    for (int version = 2; version <= 6; ++version) {
        const Metadata metadata = readSubtask(version, {.managedKeyed = keyed});
        const Operator& one = metadata.operators.first();
        QCOMPARE(one.keyedForm, KeyedForm::Incremental);
        QCOMPARE(one.subtasks.first().keyGroups, (KeyGroups{32, 96}));
        QCOMPARE(one.amount(StateKind::ManagedKeyed), (Amount{1, 1'560, 60, written}));
        ReferencedFile shared = file(u"s3://b/shared/1"_s, 1'000);
        shared.isShared = true;
        QCOMPARE(filesOf(metadata), (QList{shared, file(u"s3://b/chk-7/2"_s, 500)}));
    }
}

void TestSnapshotHandles::changelogsAreRead_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<int>("changesTag");
    QTest::newRow("old") << 8 << 10;
    QTest::newRow("with checkpoint and storage") << 14 << 13;
}

void TestSnapshotHandles::changelogsAreRead()
{
    QFETCH(int, tag);
    QFETCH(int, changesTag);
    const QByteArray materialized =
        bytes::incremental(11, 0, 128, 100, bytes::inlineStream(10), {}, {{u"a"_s, bytes::file(u"s3://b/m"_s, 90)}});
    const QByteArray inFiles = bytes::fileChanges(
        changesTag, 0, 128, {bytes::file(u"s3://b/dstl/1"_s, 5'000), bytes::file(u"s3://b/dstl/1"_s, 6'000)}, 70, 30);
    const QByteArray inMemory = bytes::memoryChanges(0, 128, {"change", "ab"});
    const QByteArray keyed = bytes::changelog(tag, 0, 128, 45, {materialized, bytes::null}, {inFiles, inMemory});
    for (int version = 2; version <= 6; ++version) {
        const Metadata metadata = readSubtask(version, {.managedKeyed = keyed});
        const Operator& one = metadata.operators.first();
        QCOMPARE(one.keyedForm, KeyedForm::Changelog);
        QCOMPARE(one.subtasks.first().keyGroups, (KeyGroups{0, 128}));
        QCOMPARE(one.amount(StateKind::ManagedKeyed), (Amount{1, 178, 18, 45}));
        // A file of changes begins with a byte that no handle counts, and handles share it.
        const ReferencedFile changes{.path = u"s3://b/dstl/1"_s,
                                     .bytes = 6'001,
                                     .length = ReferencedFile::Length::AtLeast,
                                     .references = 2,
                                     .isShared = true};
        QCOMPARE(filesOf(metadata), (QList{file(u"s3://b/m"_s, 90), changes}));
    }
}

void TestSnapshotHandles::dataInFlightIsRead()
{
    QFETCH(int, version);
    const bool isTagged = version == 6;
    const QByteArray stream = bytes::file(u"s3://b/chk-7/c"_s, 4'000);
    const Metadata metadata = readSubtask(
        version,
        {.input = {bytes::channel(isTagged ? 1 : 0, 300, stream), bytes::channel(isTagged ? 1 : 0, 50, stream)},
         .output = {bytes::channel(isTagged ? 2 : 0, 7, bytes::inlineStream(20))}});
    const Operator& one = metadata.operators.first();
    QCOMPARE(one.amount(StateKind::InputChannel), (Amount{2, 350, 0, 350}));
    QCOMPARE(one.amount(StateKind::ResultSubpartition), (Amount{1, 7, 7, 7}));
    QCOMPARE(channelsOf(one), (Amount{3, 357, 7, 357}));
    QCOMPARE(one.subtasks, (QList<Subtask>{{0, {}, 0, 0, 357}}));
    ReferencedFile expected = file(u"s3://b/chk-7/c"_s, 4'000);
    expected.references = 2;
    QCOMPARE(filesOf(metadata), QList{expected});
}

void TestSnapshotHandles::mergedChannelsAreRead()
{
    const Metadata metadata =
        readSubtask(6, {.input = {bytes::mergedChannels(3, 300, bytes::file(u"s3://b/i"_s, 300))},
                        .output = {bytes::mergedChannels(4, 20, bytes::file(u"s3://b/o"_s, 25))}});
    QCOMPARE(channelsOf(metadata.operators.first()), (Amount{2, 320, 0, 320}));
    QCOMPARE(filesOf(metadata), (QList{file(u"s3://b/i"_s, 300), file(u"s3://b/o"_s, 25)}));
}

void TestSnapshotHandles::allKindsAreToldApart()
{
    const QByteArray state = bytes::operatorState({}, bytes::inlineStream(2));
    const QByteArray subtask = bytes::subtask(3, {.managedOperator = state,
                                                  .rawOperator = bytes::operatorState({}, bytes::inlineStream(4)),
                                                  .managedKeyed = bytes::keyGroups(3, 0, 1, bytes::inlineStream(8)),
                                                  .rawKeyed = bytes::keyGroups(3, 0, 1, bytes::inlineStream(16)),
                                                  .input = {bytes::channel(0, 32, bytes::inlineStream(32))},
                                                  .output = {bytes::channel(0, 64, bytes::inlineStream(64))}});
    const Metadata metadata =
        read(3, {bytes::op(3, {.coordinator = bytes::inlineStream(1), .subtasks = {subtask, subtask}})});
    const Operator& one = metadata.operators.first();
    QCOMPARE(one.amount(StateKind::Coordinator).bytes, 1);
    QCOMPARE(one.amount(StateKind::ManagedOperator).bytes, 4);
    QCOMPARE(one.amount(StateKind::RawOperator).bytes, 8);
    QCOMPARE(one.amount(StateKind::ManagedKeyed).bytes, 16);
    QCOMPARE(one.amount(StateKind::RawKeyed).bytes, 32);
    QCOMPARE(one.amount(StateKind::InputChannel).bytes, 64);
    QCOMPARE(one.amount(StateKind::ResultSubpartition).bytes, 128);
    QCOMPARE(totalOf(one).bytes, 253);
    QCOMPARE(totalOf(metadata), (Amount{13, 253, 253, 253}));
}

void TestSnapshotHandles::oneFileOfManyHandlesIsOneFile()
{
    QList<QByteArray> subtasks;
    for (int i = 0; i < 100; ++i) {
        const QByteArray keyed = bytes::keyGroups(12, i, 1, bytes::segment(i * 10, 10, u"file:/cp/m"_s));
        const QByteArray state = bytes::operatorState({}, bytes::file(u"file:/cp/own-%1"_s.arg(i), i));
        subtasks.append(bytes::subtask(4, {.index = i, .managedOperator = state, .managedKeyed = keyed}));
    }
    const Metadata metadata = read(4, {bytes::op(4, {.parallelism = 100, .subtasks = subtasks})});
    QCOMPARE(metadata.files.size(), 101);
    const auto merged = metadata.files.indexOf("file:/cp/m", ReferencedFile::Base::Absolute);
    QVERIFY(merged);
    QCOMPARE(metadata.files.at(*merged).bytes, 1000);
    QCOMPARE(metadata.files.at(*merged).references, 100);
    QVERIFY(!metadata.files.indexOf("file:/cp/m", ReferencedFile::Base::Relative));
    QVERIFY(!metadata.files.at(*merged).isContradictory);
    const auto twice = read(4, {bytes::op(4, {.coordinator = bytes::file(u"x"_s, 1)}),
                                bytes::op(4, {.coordinator = bytes::file(u"x"_s, 2)})});
    QVERIFY(twice.files.at(0).isContradictory);
}

void TestSnapshotHandles::textsOfJavaAreRead()
{
    // What DataOutputStream.writeUTF("\0é한😀") gives.
    const QByteArray text = QByteArray::fromHex("000dc080c3a9ed959ceda0bdedb880");
    const QByteArray name = bytes::u8(4) + bytes::i32(1) + text + bytes::u8(0) + bytes::i32(0) + bytes::null;
    const Metadata metadata = readSubtask(3, {.managedOperator = name});
    QCOMPARE(metadata.operators.first().operatorStates.first().name, QString(QChar(0)) + u"é한😀"_s);
}

void TestSnapshotHandles::bytesBehindTheEndAreTold()
{
    QFETCH(int, version);
    const auto metadata = readMetadata(bytes::metadata(version, {}, properties()) + "abc");
    QVERIFY(metadata);
    QCOMPARE(metadata->properties.bytesAfter, 3);
}

QTEST_GUILESS_MAIN(TestSnapshotHandles)
#include "tst_snapshothandles.moc"
