#include "core/snapshot/metadatareader.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();

Fault faultOf(const QByteArray& file)
{
    const auto parsed = support::parsedMetadata(file);
    if (std::holds_alternative<Metadata>(parsed))
        qFatal("it was read");
    return std::get<Fault>(parsed);
}

QByteArray withSubtask(int version, const bytes::SubtaskParts& parts)
{
    return bytes::metadata(version, {bytes::op(version, {.subtasks = {bytes::subtask(version, parts)}})});
}

QByteArray withKeyed(const QByteArray& keyed)
{
    return withSubtask(3, {.managedKeyed = keyed});
}

QByteArray withStream(const QByteArray& stream)
{
    return withKeyed(bytes::keyGroups(3, 0, 1, stream));
}

/// Within itself, so many times.
QByteArray nested(int times, QByteArray (*wrap)(const QByteArray&), QByteArray inner)
{
    for (int i = 0; i < times; ++i)
        inner = wrap(inner);
    return inner;
}

} // namespace

/// Bytes that were made to break a reader.
class TestSnapshotHostile : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void isRefusedWithItsPlace_data();
    void isRefusedWithItsPlace();
    void otherFilesAreNamedAsSuch_data();
    void otherFilesAreNamedAsSuch();
    void depthIsBounded();
    void largestNumbersDoNotOverflow();
    void moreThanAFileCanMeanIsRefused();
    void propertiesAreHeldToJavasFormat_data();
    void propertiesAreHeldToJavasFormat();
    void theErrorSaysWhereAndWhatWasExpected();
};

void TestSnapshotHostile::isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<Part>("part");
    QTest::addColumn<qint64>("offset"); // -1: any
    using enum Fault::Kind;
    const auto row = [](const char* name, const QByteArray& file, Fault::Kind kind, Part part, qint64 offset = -1) {
        QTest::newRow(name) << file << kind << part << offset;
    };
    const QByteArray head = bytes::i32(0x4960672D) + bytes::i32(3);
    row("negative id", head + bytes::i64(-1) + bytes::i32(0) + bytes::i32(0), Value, Part::Header, 8);
    row("negative count of master states", head + bytes::i64(1) + bytes::i32(-1), Length, Part::MasterState, 16);
    row("too many operators", head + bytes::i64(1) + bytes::i32(0) + bytes::i32(0x7FFFFFFF) + QByteArray(99, '\0'),
        Length, Part::Operator, 20);
    row("master state without its number", bytes::metadata(3, {}, {}, {QByteArray(18, '\0')}), Value, Part::MasterState,
        20);
    row("master state longer than said",
        bytes::metadata(3, {}, {}, {QByteArray(bytes::masterState(u"a"_s, "bc")).replace(7, 1, "\x05")}), Length,
        Part::MasterState, 24);
    row("negative parallelism", bytes::metadata(3, {bytes::op(3, {.parallelism = -1})}), Value, Part::Operator, 40);
    row("legacy state",
        bytes::metadata(
            2, {bytes::op(2, {.subtasks = {bytes::i32(0) + bytes::i64(0) + bytes::i32(1) + QByteArray(10, '\0')}})}),
        Value, Part::Subtask);
    row("finished subtask before there were any",
        bytes::metadata(2, {bytes::op(2, {.subtasks = {bytes::i32(-1) + QByteArray(22, '\0')}})}), Value,
        Part::Subtask);
    row("finished operator before there were any", bytes::metadata(2, {bytes::op(2, {.isFinished = true})}), Length,
        Part::Operator);
    row("unknown kind of keyed state", withKeyed(bytes::u8(99)), Tag, Part::KeyedState, 65);
    row("unknown kind of stream", withStream(bytes::u8(99)), Tag, Part::Stream);
    row("unknown kind of operator state", withSubtask(3, {.managedOperator = bytes::u8(99)}), Tag, Part::OperatorState);
    row("unknown kind of channel", withSubtask(6, {.input = {bytes::channel(9, 1, bytes::null)}}), Tag,
        Part::ChannelState);
    row("output among input", withSubtask(6, {.input = {bytes::channel(2, 1, bytes::null)}}), Tag, Part::ChannelState);
    row("unknown mode", withSubtask(3, {.managedOperator = bytes::operatorState({{u"a"_s, 3, 0}}, bytes::null)}), Value,
        Part::OperatorState);
    row("more offsets than bytes",
        withSubtask(3, {.managedOperator =
                            bytes::u8(4) + bytes::i32(1) + bytes::utf(u"a"_s) + bytes::u8(0) + bytes::i32(1 << 30)}),
        Length, Part::OperatorState);
    row("too many key groups", withKeyed(bytes::u8(3) + bytes::i32(0) + bytes::i32(32'769)), Length, Part::KeyGroups);
    row("key groups that end too high", withKeyed(bytes::u8(3) + bytes::i32(32'700) + bytes::i32(128)), Value,
        Part::KeyGroups);
    row("the highest key group",
        withKeyed(bytes::u8(5) + bytes::i64(0) + bytes::utf({}) + bytes::i32(0x7FFFFFFF) + bytes::i32(1)), Value,
        Part::KeyGroups);
    row("negative key group", withKeyed(bytes::u8(3) + bytes::i32(-5) + bytes::i32(1)), Value, Part::KeyGroups);
    row("more key groups than bytes", withKeyed(bytes::u8(3) + bytes::i32(0) + bytes::i32(32'768)), CutShort,
        Part::KeyedState);
    row("negative size", withStream(bytes::file(u"a"_s, -2)), Value, Part::Stream);
    row("no path", withStream(bytes::file({}, 1)), Text, Part::Stream);
    row("segment beyond all", withStream(bytes::segment(most, 1, u"a"_s)), Value, Part::Stream);
    row("inline state longer than the file", withStream(bytes::u8(1) + bytes::utf({}) + bytes::i32(0x7FFFFFFF)), Length,
        Part::Stream);
    row("shared files without end",
        withKeyed(bytes::incremental(11, 0, 1, 0, bytes::null, {}, {}).chopped(16) + bytes::i32(1 << 28)), Length,
        Part::SharedFiles);
    row("changes without end", withKeyed(bytes::memoryChanges(0, 1, {}).chopped(12) + bytes::i32(1 << 28)), Length,
        Part::Changes);
    row("broken text", withStream(bytes::u8(2) + bytes::i64(1) + bytes::i32(0x00028041)), Text, Part::Stream);
    row("text of four bytes", withStream(bytes::u8(2) + bytes::i64(1) + bytes::number(quint16(4)) + "\xf0\x9f\x98\x80"),
        Text, Part::Stream);
    row("half a character", withStream(bytes::u8(2) + bytes::i64(1) + bytes::number(quint16(1)) + "\xc3"), Text,
        Part::Stream);
}

void TestSnapshotHostile::isRefusedWithItsPlace()
{
    QFETCH(QByteArray, file);
    QFETCH(Fault::Kind, kind);
    QFETCH(Part, part);
    QFETCH(qint64, offset);
    const Fault fault = faultOf(file);
    QCOMPARE(fault.kind, kind);
    QCOMPARE(fault.part, part);
    if (offset >= 0)
        QCOMPARE(fault.offset, offset);
    QVERIFY(fault.offset <= file.size());
    QVERIFY(!errorOf(fault).message.isEmpty());
}

void TestSnapshotHostile::otherFilesAreNamedAsSuch_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Fault>("expected");
    QTest::newRow("nothing") << QByteArray() << Fault{Fault::Kind::CutShort, Part::Header, 0, 0, 0, {}};
    QTest::newRow("YAML") << QByteArray("kind: FlinkDeployment")
                          << Fault{Fault::Kind::Foreign, Part::Header, 0, 0x6B696E64, 0, {}};
    QTest::newRow("version 1") << bytes::metadata(1, {}) << Fault{Fault::Kind::Version, Part::Header, 4, 1, 0, {}};
    QTest::newRow("version 7") << bytes::metadata(7, {}) << Fault{Fault::Kind::Version, Part::Header, 4, 7, 0, {}};
}

void TestSnapshotHostile::otherFilesAreNamedAsSuch()
{
    QFETCH(QByteArray, file);
    QFETCH(Fault, expected);
    QCOMPARE(faultOf(file), expected);
}

void TestSnapshotHostile::depthIsBounded()
{
    const auto group = [](const QByteArray& inner) { return bytes::groupStream(0, 0, inner); };
    const auto changes = [](const QByteArray& inner) { return bytes::changelog(14, 0, 1, 0, {inner}, {}); };
    QVERIFY(readMetadata(withStream(nested(8, group, bytes::inlineStream(1)))));
    QCOMPARE(faultOf(withStream(nested(9, group, bytes::inlineStream(1)))).kind, Fault::Kind::Depth);
    QCOMPARE(faultOf(withStream(nested(2'000, group, bytes::inlineStream(1)))).kind, Fault::Kind::Depth);
    QVERIFY(readMetadata(withKeyed(nested(8, changes, bytes::null))));
    QCOMPARE(faultOf(withKeyed(nested(5'000, changes, bytes::null))).kind, Fault::Kind::Depth);
}

void TestSnapshotHostile::largestNumbersDoNotOverflow()
{
    const QByteArray one =
        bytes::subtask(3, {.managedOperator = bytes::operatorState({}, bytes::file(u"a"_s, most)),
                           .managedKeyed = bytes::fileChanges(13, 0, 1, {bytes::file(u"b"_s, most)}, most, most),
                           .input = {bytes::channel(0, most, bytes::null)}});
    const auto metadata =
        readMetadata(bytes::metadata(3, {bytes::op(3, {.subtasks = {one, one}}), bytes::op(3, {.subtasks = {one}})}));
    QVERIFY(metadata);
    QCOMPARE(totalOf(*metadata).bytes, most);
    QCOMPARE(metadata->operators.first().subtasks.first().operatorBytes, most);
    QCOMPARE(saturatedSum(-most, -most), std::numeric_limits<qint64>::min());
}

void TestSnapshotHostile::moreThanAFileCanMeanIsRefused()
{
    // Real handles name files by their 36 characters, and more.
    QByteArray files;
    for (int i = 0; i < 200'000; ++i)
        files += bytes::utf({}) + bytes::file(QString::number(i, 36), 1);
    const QByteArray keyed =
        bytes::incremental(5, 0, 1, 0, bytes::null, {}, {}).chopped(8) + bytes::i32(200'000) + files + bytes::i32(0);
    QCOMPARE(faultOf(withKeyed(keyed)).kind, Fault::Kind::Memory);
    QList<QByteArray> operators;
    for (int i = 0; i < 20'000; ++i)
        operators.append(bytes::op(3, {}));
    QCOMPARE(faultOf(bytes::metadata(3, operators)).kind, Fault::Kind::Memory);
}

void TestSnapshotHostile::propertiesAreHeldToJavasFormat_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<Fault::Kind>("kind");
    const QByteArray magic = QByteArray::fromHex("aced0005");
    const auto row = [&](const char* name, const char* hex, Fault::Kind kind) {
        QTest::newRow(name) << magic + QByteArray::fromHex(hex) << kind;
    };
    QTest::newRow("none") << QByteArray() << Fault::Kind::CutShort;
    QTest::newRow("no object stream") << QByteArray(8, 'x') << Fault::Kind::Value;
    row("unknown kind", "79", Fault::Kind::Tag);
    row("reference to nothing", "71007e0000", Fault::Kind::Value);
    row("object without a class", "7370", Fault::Kind::Value);
    // A class "A" whose superclass is itself.
    row("its own ancestor", "7372000141000000000000000002000078 71007e0000", Fault::Kind::Depth);
    row("annotations without end", "73720001410000000000000000020000 7701ff", Fault::Kind::CutShort);
    row("field of no type", "7372000141000000000000000002000178000162 7870", Fault::Kind::Value);
    QByteArray deep = magic;
    for (int i = 0; i < 1'000; ++i)
        deep += QByteArray::fromHex("7572000241410000000000000000020000 78 70 00000001").replace("AA", "[L");
    QTest::newRow("arrays in arrays") << deep << Fault::Kind::Depth;
}

void TestSnapshotHostile::propertiesAreHeldToJavasFormat()
{
    QFETCH(QByteArray, properties);
    QFETCH(Fault::Kind, kind);
    const Fault fault = faultOf(bytes::metadata(4, {}, properties));
    QCOMPARE(fault.part, Part::Properties);
    QCOMPARE(fault.kind, kind);
}

void TestSnapshotHostile::theErrorSaysWhereAndWhatWasExpected()
{
    const auto metadata = readMetadata(withKeyed(bytes::u8(99)));
    QVERIFY(!metadata);
    QCOMPARE(metadata.error().kind, base::Error::Kind::Decode);
    QCOMPARE(metadata.error().message,
             u"At byte 65 of the metadata, in keyed state, the kind of a handle was expected; 99 is not known."_s);
    QVERIFY(readMetadata(bytes::metadata(7, {})).error().message.contains(u"newer"));
    QVERIFY(readMetadata(QByteArray("kind: x")).error().message.contains(u"6b696e64"));
}

QTEST_GUILESS_MAIN(TestSnapshotHostile)
#include "tst_snapshothostile.moc"
