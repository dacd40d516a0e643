#include "core/manifest/values.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace manifest;

class ManifestValuesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { support::keepClean(); }

    void readsDurationsAsFlinkDoes();
    void readsMemorySizesAsFlinkDoes();
    void readsQuantitiesAsKubernetesDoes();
    void readsTruth();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void ManifestValuesTest::readsDurationsAsFlinkDoes()
{
    QCOMPARE(durationOf(u"10 s", false), std::optional<std::chrono::nanoseconds>(10s));
    QCOMPARE(durationOf(u" 5MIN ", false), std::optional<std::chrono::nanoseconds>(5min));
    QCOMPARE(durationOf(u"500", false), std::optional<std::chrono::nanoseconds>(500ms));
    QCOMPARE(durationOf(u"3 µs", false), std::optional<std::chrono::nanoseconds>(3us));
    for (const QStringView wrong : {u"1h30m", u"-1 s", u"1.5 s", u"", u"s", u"10 fortnights", u"99999999999 d"})
        QVERIFY2(!durationOf(wrong, true), qPrintable(wrong.toString()));
    QVERIFY(!durationOf(u"PT10S", false));
    QCOMPARE(durationOf(u"PT10S", true), std::optional<std::chrono::nanoseconds>(10s));
    QCOMPARE(durationOf(u"P1DT2H3.5S", true), std::optional<std::chrono::nanoseconds>(26h + 3500ms));
    QVERIFY(!durationOf(u"PT", true));
}

void ManifestValuesTest::readsMemorySizesAsFlinkDoes()
{
    QCOMPARE(memorySizeOf(u"1024"), std::optional<qint64>(1024));
    QCOMPARE(memorySizeOf(u"16kb"), std::optional<qint64>(16 * 1024));
    QCOMPARE(memorySizeOf(u"2 Gb"), std::optional<qint64>(Q_INT64_C(2) << 30));
    QCOMPARE(memorySizeOf(u"3 mebibytes"), std::optional<qint64>(3 << 20));
    for (const QStringView wrong : {u"1.5g", u"2Gi", u"-1m", u"", u"m", u"99999999999t"})
        QVERIFY2(!memorySizeOf(wrong), qPrintable(wrong.toString()));
}

void ManifestValuesTest::readsQuantitiesAsKubernetesDoes()
{
    QCOMPARE(quantityOf(u"2Gi"), std::optional<double>(2.0 * 1024 * 1024 * 1024));
    QCOMPARE(quantityOf(u"500M"), std::optional<double>(5e8));
    QCOMPARE(quantityOf(u"2048m"), std::optional<double>(2.048));
    QCOMPARE(quantityOf(u"1e3"), std::optional<double>(1000));
    QCOMPARE(quantityOf(u".5"), std::optional<double>(0.5));
    for (const QStringView wrong : {u"2gb", u"1 Gi", u"", u"Gi", u"1Kb", u"1e"})
        QVERIFY2(!quantityOf(wrong), qPrintable(wrong.toString()));
}

void ManifestValuesTest::readsTruth()
{
    QCOMPARE(truthOf(u"TRUE"), std::optional(true));
    QCOMPARE(truthOf(u"false "), std::optional(false));
    QVERIFY(!truthOf(u"yes"));
}

void ManifestValuesTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isWrong");
    QTest::newRow("duration") << u"Duration"_s << u"10 min"_s << false;
    QTest::newRow("two units") << u"Duration"_s << u"1h30m"_s << true;
    QTest::newRow("ISO too early") << u"Duration"_s << u"PT10S"_s << true;
    QTest::newRow("Kubernetes unit") << u"MemorySize"_s << u"2Gi"_s << true;
    QTest::newRow("memory") << u"MemorySize"_s << u"2g"_s << false;
    QTest::newRow("yes") << u"Boolean"_s << u"yes"_s << true;
    QTest::newRow("integer") << u"Integer"_s << u"4"_s << false;
    QTest::newRow("too large") << u"Integer"_s << u"3000000000"_s << true;
    QTest::newRow("long") << u"Long"_s << u"3000000000"_s << false;
    QTest::newRow("double") << u"Double"_s << u"0.5"_s << false;
    QTest::newRow("word") << u"Double"_s << u"half"_s << true;
    QTest::newRow("text") << u"String"_s << u"anything"_s << false;
}

void ManifestValuesTest::saysWhatIsWrong()
{
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    QFETCH(const bool, isWrong);
    const QString problem = valueProblem(type, value, false);
    QCOMPARE(!problem.isEmpty(), isWrong);
    if (isWrong)
        QVERIFY(problem.contains(value));
}

QTEST_GUILESS_MAIN(ManifestValuesTest)
#include "tst_manifestvalues.moc"
