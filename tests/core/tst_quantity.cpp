#include "core/base/quantity.h"

#include "tests/support/hygiene.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestQuantity : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }
    void initTestCase()
    {
        support::keepClean();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void bytesHaveBinaryUnits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0LL << u"0 B"_s;
        QTest::newRow("below a KiB") << 1023LL << u"1,023 B"_s;
        QTest::newRow("KiB") << 4812LL << u"4.7 KiB"_s;
        QTest::newRow("rounds into the next unit") << 1024LL * 1024 - 1 << u"1.0 MiB"_s;
        QTest::newRow("hundreds") << 312LL * 1024 * 1024 << u"312 MiB"_s;
        QTest::newRow("GiB") << 1503238553LL << u"1.4 GiB"_s;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"8.0 EiB"_s;
        QTest::newRow("negative") << -2048LL << u"-2.0 KiB"_s;
    }
    void bytesHaveBinaryUnits()
    {
        QFETCH(qint64, bytes);
        QTEST(base::bytesText(bytes), "text");
    }
    void exactBytesAreGrouped() { QCOMPARE(base::exactBytesText(1503238553), u"1,503,238,553 bytes"_s); }

    void countsGetShorter_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 820LL << u"820"_s;
        QTest::newRow("thousands") << 6200LL << u"6.2k"_s;
        QTest::newRow("ten thousands") << 88'140LL << u"88.1k"_s;
        QTest::newRow("hundred thousands") << 212'400LL << u"212k"_s;
        QTest::newRow("rounds up") << 999'500LL << u"1.00M"_s;
        QTest::newRow("millions") << 1'940'000LL << u"1.94M"_s;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9.22E"_s;
    }
    void countsGetShorter()
    {
        QFETCH(qint64, count);
        QTEST(base::compactCount(count), "text");
    }
    void countsAreGrouped() { QCOMPARE(base::countText(-1234567), u"-1,234,567"_s); }
    void ratiosArePercents() { QCOMPARE(base::percentText(0.934), u"93 %"_s); }

    void durationsHaveTwoUnits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("age");
        QTest::newRow("nothing") << 0LL << u"0 ms"_s << u"0ms"_s << u"0s"_s;
        QTest::newRow("milliseconds") << 350LL << u"350 ms"_s << u"350ms"_s << u"0s"_s;
        QTest::newRow("seconds") << 48'900LL << u"48 s"_s << u"48s"_s << u"48s"_s;
        QTest::newRow("minutes") << 852'000LL << u"14 min 12 s"_s << u"14m 12s"_s << u"14m"_s;
        QTest::newRow("padded") << 68'000LL << u"1 min 08 s"_s << u"1m 08s"_s << u"1m"_s;
        QTest::newRow("hours") << 7'500'000LL << u"2 h 05 min"_s << u"2h 05m"_s << u"2h"_s;
        QTest::newRow("days") << 356'400'000LL << u"4 d 03 h"_s << u"4d 03h"_s << u"4d"_s;
        QTest::newRow("negative") << -3000LL << u"−3 s"_s << u"−3s"_s << u"−3s"_s;
    }
    void durationsHaveTwoUnits()
    {
        QFETCH(qint64, ms);
        QTEST(base::durationText(milliseconds(ms)), "sentence");
        QTEST(base::compactDuration(milliseconds(ms)), "cell");
        QTEST(base::compactAge(milliseconds(ms)), "age");
    }

    void timesAreRelativeToNow()
    {
        const QDateTime now(QDate(2026, 9, 15), QTime(2, 58, 1), Qt::UTC);
        QCOMPARE(base::relativeTime(now.addMSecs(-400), now), u"just now"_s);
        QCOMPARE(base::relativeTime(now.addSecs(-192), now), u"3 min 12 s ago"_s);
        QCOMPARE(base::relativeTime(now.addSecs(5), now), u"in 5 s"_s);
        QCOMPARE(base::relativeTime({}, now), QString());
    }
    void timesAreAbsoluteWithTheirZone()
    {
        const QDateTime when(QDate(2026, 9, 15), QTime(2, 58, 1), Qt::UTC);
        QCOMPARE(base::absoluteTime(when, base::TimeZone::Utc), u"2026-09-15 02:58:01 UTC"_s);
        QCOMPARE(base::absoluteTime(when.toOffsetFromUtc(32400), base::TimeZone::Utc), u"2026-09-15 02:58:01 UTC"_s);
        QCOMPARE(base::clockTime(when, base::TimeZone::Utc), u"02:58:01"_s);
        QCOMPARE(base::date(when, base::TimeZone::Utc), u"2026-09-15"_s);
        QCOMPARE(base::absoluteTime({}), QString());
        QCOMPARE(base::clockTime({}), QString());
    }

    void readsKubernetesQuantities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const double none = -12345;
        QTest::newRow("whole") << u"2"_s << 2.0;
        QTest::newRow("milli") << u"500m"_s << 0.5;
        QTest::newRow("nano") << u"250000000n"_s << 0.25;
        QTest::newRow("binary") << u"1.5Gi"_s << 1610612736.0;
        QTest::newRow("decimal") << u"2G"_s << 2e9;
        QTest::newRow("exponent") << u"1e3"_s << 1000.0;
        QTest::newRow("signed") << u"-1k"_s << -1000.0;
        QTest::newRow("exa, not exponent") << u"2E"_s << 2e18;
        QTest::newRow("empty") << QString() << none;
        QTest::newRow("suffix alone") << u"Gi"_s << none;
        QTest::newRow("word") << u"lots"_s << none;
        QTest::newRow("blank") << u"1 Gi"_s << none;
        QTest::newRow("infinite") << u"1e400"_s << none;
        QTest::newRow("not a number") << u"nan"_s << none;
        QTest::newRow("hexadecimal") << u"0x10"_s << none;
    }
    void readsKubernetesQuantities()
    {
        QFETCH(QString, text);
        QTEST(base::parseQuantity(text).value_or(-12345), "value");
    }

    void readsFlinkMemory_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("flink");
        QTest::addColumn<qint64>("resource");
        const qint64 none = -1;
        const qint64 gib = 1LL << 30;
        QTest::newRow("m is MiB") << u"2048m"_s << 2 * gib << 2 * gib;
        QTest::newRow("G is GiB") << u"2G"_s << 2 * gib << 2 * gib;
        QTest::newRow("blank and case") << u" 1 Gb "_s << gib << gib;
        QTest::newRow("bytes") << u"1024 bytes"_s << 1024LL << 1024LL;
        QTest::newRow("bare") << u"1024"_s << 1024LL << 1024LL;
        QTest::newRow("Kubernetes spelling") << u"2Gi"_s << none << 2 * gib;
        QTest::newRow("Kubernetes spelling with B") << u"2 GiB"_s << none << 2 * gib;
        QTest::newRow("exponent") << u"2e9"_s << none << 2'000'000'000LL;
        QTest::newRow("fraction") << u"1.5Gi"_s << none << none;
        QTest::newRow("negative") << u"-1g"_s << none << none;
        QTest::newRow("too large") << u"9000000000t"_s << none << none;
        QTest::newRow("largest") << u"9223372036854775807"_s << std::numeric_limits<qint64>::max()
                                 << std::numeric_limits<qint64>::max();
        QTest::newRow("one more") << u"9223372036854775808"_s << none << none;
        QTest::newRow("empty") << QString() << none << none;
        QTest::newRow("unit alone") << u"gb"_s << none << none;
    }
    void readsFlinkMemory()
    {
        QFETCH(QString, text);
        QTEST(base::parseFlinkMemory(text).value_or(-1), "flink");
        QTEST(base::parseResourceMemory(text).value_or(-1), "resource");
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
