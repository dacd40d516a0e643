#include "core/snapshot/compatibility.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using snapshot::Compatibility;
using snapshot::JobGraph;
using snapshot::JobVertex;
using snapshot::Metadata;
using snapshot::Operator;
using snapshot::OperatorFit;
using snapshot::StateKind;
using Kind = OperatorFit::Kind;
using Verdict = Compatibility::Verdict;

namespace {

const QString first = QString(32, u'a');
const QString second = QString(32, u'b');

Operator op(const QString& id, int maxParallelism = 128, qint64 handles = 1)
{
    Operator of;
    of.id = id;
    of.parallelism = 2;
    of.maxParallelism = maxParallelism;
    of.amount(StateKind::ManagedKeyed).handles = handles;
    return of;
}

Metadata metadata(const QList<Operator>& operators, int version = 4)
{
    Metadata all;
    all.version = version;
    all.operators = operators;
    return all;
}

JobGraph job(const QList<JobVertex>& vertices, const QString& version = u"1.20.1"_s)
{
    return {version, vertices};
}

} // namespace

/// Whether a job takes a snapshot up.
class SnapshotCompatibilityTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void eachOperatorIsHeldAgainstItsVertex_data();
    void eachOperatorIsHeldAgainstItsVertex();
    void whatIsNoHeadMayStandInAChain();
    void withoutChainsWhatIsNoHeadIsAbsent();
    void withoutStateNothingIsLost();
    void aChainOfAnotherMaxParallelismMayRefuseWhatHasNoState();
    void theWorstDecides();
    void aJobWithoutVerticesTellsNothing();
    void newVerticesBeginEmpty();
    void aFormatTheFlinkDoesNotReadIsRefused_data();
    void aFormatTheFlinkDoesNotReadIsRefused();
    void maxParallelismIsThatOfFlink_data();
    void maxParallelismIsThatOfFlink();
    void aRecordedJobTakesUpItsOwnSavepoint();
    void eachVerdictAndReasonHasWords();
};

void SnapshotCompatibilityTest::eachOperatorIsHeldAgainstItsVertex_data()
{
    QTest::addColumn<int>("snapshotMax");
    QTest::addColumn<int>("parallelism");
    QTest::addColumn<int>("jobMax");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("the same") << 128 << 2 << 128 << Kind::Fits << Verdict::Compatible;
    QTest::newRow("another parallelism") << 128 << 100 << 128 << Kind::Fits << Verdict::Compatible;
    QTest::newRow("parallelism at the limit") << 4 << 4 << 4 << Kind::Fits << Verdict::Compatible;
    QTest::newRow("parallelism above it") << 128 << 129 << 128 << Kind::TooParallel << Verdict::Incompatible;
    QTest::newRow("max parallelism set") << 128 << 2 << 64 << Kind::MaxParallelism << Verdict::Incompatible;
    QTest::newRow("max parallelism perhaps Flink's") << 256 << 2 << 128 << Kind::MaxUndetermined << Verdict::Unknown;
    QTest::newRow("perhaps Flink's, but too small") << 64 << 100 << 256 << Kind::TooParallel << Verdict::Incompatible;
    QTest::newRow("max parallelism not told") << 128 << 2 << 0 << Kind::NotTold << Verdict::Unknown;
    QTest::newRow("parallelism not told") << 128 << 0 << 128 << Kind::NotTold << Verdict::Unknown;
}

void SnapshotCompatibilityTest::eachOperatorIsHeldAgainstItsVertex()
{
    QFETCH(int, snapshotMax);
    QFETCH(int, parallelism);
    QFETCH(int, jobMax);
    const auto fit = snapshot::fit(metadata({op(first, snapshotMax)}),
                                   job({{first.toUpper(), u"count -> sink"_s, parallelism, jobMax}}));
    QTEST(fit.operators.first().kind, "kind");
    QCOMPARE(fit.operators.first().vertex, std::optional<qsizetype>(0));
    QTEST(fit.verdict, "verdict");
}

void SnapshotCompatibilityTest::whatIsNoHeadMayStandInAChain()
{
    for (const QString& name : {u"a -> b"_s, u"join [Source: a, Source: b]"_s, QString()}) {
        const auto fit = snapshot::fit(metadata({op(first), op(second)}), job({{first, name, 2, 128}}));
        QCOMPARE(fit.operators[1].kind, Kind::NotTold);
        QVERIFY(!fit.operators[1].vertex);
        QCOMPARE(fit.verdict, Verdict::Unknown);
    }
}

void SnapshotCompatibilityTest::withoutChainsWhatIsNoHeadIsAbsent()
{
    const auto fit = snapshot::fit(metadata({op(first), op(second)}), job({{first, u"count"_s, 2, 128}}));
    QCOMPARE(fit.operators[1].kind, Kind::Absent);
    QCOMPARE(fit.verdict, Verdict::WithAllowNonRestored);
}

void SnapshotCompatibilityTest::withoutStateNothingIsLost()
{
    for (const QString& name : {u"count"_s, u"count -> sink"_s}) {
        const auto fit = snapshot::fit(metadata({op(first), op(second, 128, 0)}), job({{first, name, 2, 128}}));
        QCOMPARE(fit.operators[1].kind, Kind::Stateless);
        QCOMPARE(fit.verdict, Verdict::Compatible);
    }
}

void SnapshotCompatibilityTest::aChainOfAnotherMaxParallelismMayRefuseWhatHasNoState()
{
    const QList<JobVertex> vertices{{first, u"count"_s, 2, 128}, {QString(32, u'c'), u"new -> old"_s, 2, 64}};
    const auto fit = snapshot::fit(metadata({op(first), op(second, 128, 0)}), job(vertices));
    QCOMPARE(fit.operators[1].kind, Kind::NotTold);
    QCOMPARE(fit.verdict, Verdict::Unknown);
}

void SnapshotCompatibilityTest::theWorstDecides()
{
    const Metadata all = metadata({op(first, 64), op(second), op(QString(32, u'c'))});
    QCOMPARE(snapshot::fit(all, job({{first, u"a -> b"_s, 65, 128}, {second, u"c"_s, 2, 128}})).verdict,
             Verdict::Incompatible);
    QCOMPARE(snapshot::fit(all, job({{first, u"a"_s, 2, 64}, {second, u"c"_s, 2, 128}})).verdict,
             Verdict::WithAllowNonRestored);
    QCOMPARE(snapshot::fit(all, job({{first, u"a"_s, 2, 128}, {second, u"c"_s, 2, 128}})).verdict, Verdict::Unknown);
}

void SnapshotCompatibilityTest::aJobWithoutVerticesTellsNothing()
{
    QCOMPARE(snapshot::fit(metadata({op(first)}), job({})).verdict, Verdict::Unknown);
    QCOMPARE(snapshot::fit(metadata({op(first, 128, 0)}), job({})).verdict, Verdict::Unknown);
}

void SnapshotCompatibilityTest::newVerticesBeginEmpty()
{
    const auto fit = snapshot::fit(metadata({op(first)}), job({{second, u"b"_s, 2, 128}, {first, u"a"_s, 2, 128}}));
    QCOMPARE(fit.newVertices, QList<qsizetype>{0});
    QCOMPARE(fit.verdict, Verdict::Compatible);
}

void SnapshotCompatibilityTest::aFormatTheFlinkDoesNotReadIsRefused_data()
{
    QTest::addColumn<QString>("flink");
    QTest::addColumn<int>("newest");
    QTest::newRow("1.10") << u"1.10.3"_s << 2;
    QTest::newRow("1.11") << u"1.11.0"_s << 3;
    QTest::newRow("1.15") << u"1.15.4"_s << 4;
    QTest::newRow("1.20") << u"1.20-SNAPSHOT"_s << 4;
    QTest::newRow("2.0") << u"2.0.1"_s << 5;
    QTest::newRow("2.1") << u"2.1.0"_s << 6;
    QTest::newRow("newer") << u"3.0.0"_s << 6;
    QTest::newRow("not known") << QString() << 6;
    QTest::newRow("nonsense") << u"DEADBEEF"_s << 6;
}

void SnapshotCompatibilityTest::aFormatTheFlinkDoesNotReadIsRefused()
{
    QFETCH(QString, flink);
    QFETCH(int, newest);
    for (int version = 2; version <= 6; ++version) {
        const auto fit = snapshot::fit(metadata({op(first)}, version), job({{first, u"a"_s, 2, 128}}, flink));
        QCOMPARE(fit.isTooNew, version > newest);
        QCOMPARE(fit.verdict, version > newest ? Verdict::Incompatible : Verdict::Compatible);
    }
}

void SnapshotCompatibilityTest::maxParallelismIsThatOfFlink_data()
{
    // KeyGroupRangeAssignment.computeDefaultMaxParallelism
    QTest::addColumn<int>("parallelism");
    QTest::addColumn<int>("expected");
    for (const auto& [parallelism, expected] : QList<std::pair<int, int>>{{1, 128},
                                                                          {85, 128},
                                                                          {86, 256},
                                                                          {128, 256},
                                                                          {170, 256},
                                                                          {171, 256},
                                                                          {172, 512},
                                                                          {21845, 32768},
                                                                          {32768, 32768}})
        QTest::addRow("%d", parallelism) << parallelism << expected;
}

void SnapshotCompatibilityTest::maxParallelismIsThatOfFlink()
{
    QFETCH(int, parallelism);
    QTEST(snapshot::defaultMaxParallelism(parallelism), "expected");
}

void SnapshotCompatibilityTest::aRecordedJobTakesUpItsOwnSavepoint()
{
    const auto recorded = snapshot::readMetadata(support::recordedMetadata(u"1.20-savepoint-canonical"_s));
    QVERIFY(recorded);
    const auto fit = snapshot::fit(
        *recorded, job({{u"f362c87ffabe89c8a91fa7d0a523ba6c"_s, u"Source: orders-source -> throttle"_s, 2, 128},
                        {u"b71731f1c0df9c3076c4a455334d0ad6"_s, u"count-per-customer -> enrich"_s, 2, 128},
                        {u"2e588ce1c86a9d46e2e85186773ce4fd"_s, u"Sink: orders-sink"_s, 2, 128}}));
    QCOMPARE(fit.verdict, Verdict::Compatible);
    QVERIFY(fit.newVertices.isEmpty());
    QCOMPARE(std::ranges::count(fit.operators, Kind::Stateless, &OperatorFit::kind), 2);
}

void SnapshotCompatibilityTest::eachVerdictAndReasonHasWords()
{
    for (const Verdict verdict :
         {Verdict::Compatible, Verdict::WithAllowNonRestored, Verdict::Incompatible, Verdict::Unknown})
        QVERIFY(!textOf(verdict).isEmpty());
    const JobGraph graph = job({{first, u"a"_s, 300, 64}});
    QSet<QString> told;
    for (const Kind kind : {Kind::Fits, Kind::Stateless, Kind::TooParallel, Kind::MaxParallelism, Kind::MaxUndetermined,
                            Kind::Absent, Kind::NotTold})
        told.insert(textOf(OperatorFit{kind, 0}, op(first), graph));
    told.insert(textOf(OperatorFit{Kind::NotTold, std::nullopt}, op(first), graph));
    QCOMPARE(told.size(), 8);
    QVERIFY(!told.contains(QString()));
    QVERIFY(textOf(OperatorFit{Kind::TooParallel, 0}, op(first), graph).contains(u"300"));
}

QTEST_GUILESS_MAIN(SnapshotCompatibilityTest)
#include "tst_snapshotcompatibility.moc"
