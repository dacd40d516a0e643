#include "core/snapshot/comparison.h"
#include "core/snapshot/metadatareader.h"
#include "core/snapshot/words.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

namespace {

using Kind = OperatorChange::Kind;

Metadata read(const QList<QByteArray>& operators)
{
    return *readMetadata(bytes::metadata(3, operators));
}

QByteArray op(char id, int parallelism = 1, int maxParallelism = 128, const QByteArray& coordinator = bytes::null)
{
    return bytes::op(3, {.id = QByteArray(16, id),
                         .parallelism = parallelism,
                         .maxParallelism = maxParallelism,
                         .coordinator = coordinator});
}

} // namespace

class TestSnapshotComparison : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void operatorsAreToldByTheirIds();
    void maxParallelismDecidesAndParallelismDoesNot();
    void whatHasNoStateIsPassedOver();
    void filesOfBothAreCounted();
    void aSnapshotIsLikeItself();
    void snapshotsOfOneJobHaveTheSameOperators();
};

void TestSnapshotComparison::operatorsAreToldByTheirIds()
{
    const QByteArray state = bytes::inlineStream(5);
    const Metadata before = read({op('a', 1, 128, state), op('b', 2), op('c')}),
                   after = read({op('d'), op('c'), op('b', 3), op('e')});
    const Comparison comparison = compare(before, after);
    QCOMPARE(comparison.operators, (QList<OperatorChange>{{Kind::Removed, 0, {}},
                                                          {Kind::Changed, 1, 2},
                                                          {Kind::Same, 2, 1},
                                                          {Kind::Added, {}, 0},
                                                          {Kind::Added, {}, 3}}));
    QVERIFY(!comparison.hasSameOperators());
    QVERIFY(!comparison.isInterchangeable(before, after));
}

void TestSnapshotComparison::maxParallelismDecidesAndParallelismDoesNot()
{
    const Metadata one = read({op('a', 2, 128)}), wide = read({op('a', 4, 128)}), other = read({op('a', 2, 256)});
    QVERIFY(compare(one, wide).isInterchangeable(one, wide));
    QCOMPARE(compare(one, wide).operators.first().kind, Kind::Changed);
    QVERIFY(compare(one, other).hasSameOperators());
    QVERIFY(!compare(one, other).isInterchangeable(one, other));
}

void TestSnapshotComparison::whatHasNoStateIsPassedOver()
{
    const Metadata before = read({op('a'), op('b')}), after = read({op('a'), op('c')});
    const Comparison comparison = compare(before, after);
    QVERIFY(!comparison.hasSameOperators());
    QVERIFY(comparison.isInterchangeable(before, after));
    QVERIFY(verdictOf(comparison, before, after).contains(u"without state"));
    const Metadata full = read({op('a'), op('c', 1, 128, bytes::inlineStream(5))});
    QVERIFY(!compare(before, full).hasSameState(before, full));
    QVERIFY(verdictOf(compare(full, before), full, before).contains(u"allowNonRestoredState"));
    // Of both faults the one that nothing helps against.
    const Metadata other = read({op('a', 1, 256), op('c', 1, 128, bytes::inlineStream(5))});
    QVERIFY(verdictOf(compare(before, other), before, other).contains(u"another max parallelism"));
}

void TestSnapshotComparison::filesOfBothAreCounted()
{
    const QByteArray shared = bytes::file(u"s3://b/shared/1"_s, 10);
    const QByteArray own = bytes::relative(u"x"_s, 5);
    const Metadata before =
        read({op('a', 1, 1, shared), op('b', 1, 1, bytes::file(u"s3://b/chk-1/2"_s, 7)), op('c', 1, 1, own)});
    const Metadata after =
        read({op('a', 1, 1, shared), op('b', 1, 1, bytes::file(u"s3://b/chk-2/2"_s, 9)), op('c', 1, 1, own)});
    const Comparison comparison = compare(before, after);
    QCOMPARE(comparison.common, (FileSum{1, 10}));
    QCOMPARE(comparison.onlyBefore, (FileSum{2, 12}));
    QCOMPARE(comparison.onlyAfter, (FileSum{2, 14}));
}

void TestSnapshotComparison::aSnapshotIsLikeItself()
{
    for (const QString& name : support::recordedMetadataNames()) {
        const Metadata metadata = *readMetadata(support::recordedMetadata(name));
        const Comparison comparison = compare(metadata, metadata);
        QVERIFY(comparison.isInterchangeable(metadata, metadata));
        QCOMPARE(comparison.operators.size(), metadata.operators.size());
        qsizetype files = 0; // those of a folder of its own are never the other's
        for (qsizetype i = 0; i < metadata.files.size(); ++i)
            files += metadata.files.at(i).base == ReferencedFile::Base::Absolute ? 1 : 0;
        QCOMPARE(comparison.common.files, files);
    }
}

void TestSnapshotComparison::snapshotsOfOneJobHaveTheSameOperators()
{
    const auto recorded = [](const QString& name) { return *readMetadata(support::recordedMetadata(name)); };
    const Metadata checkpoint = recorded(u"1.20-checkpoint-hashmap"_s),
                   savepoint = recorded(u"1.20-savepoint-native"_s);
    const Comparison comparison = compare(checkpoint, savepoint);
    QVERIFY(comparison.isInterchangeable(checkpoint, savepoint));
    for (const OperatorChange& each : comparison.operators)
        QCOMPARE(each.kind, Kind::Changed); // of parallelism 1, and of 2
    const Metadata newer = recorded(u"2.2-savepoint-native"_s);
    QCOMPARE(compare(savepoint, newer).hasSameOperators(), true); // the same program, the same uids
}

QTEST_GUILESS_MAIN(TestSnapshotComparison)
#include "tst_snapshotcomparison.moc"
