#include "core/kube/loglines.h"

#include "tests/support/hygiene.h"

using namespace Qt::StringLiterals;

/// Lines of a log with their times, and the buffer that keeps the last of them.
class LogLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void readsLinesAndTheirTimes_data();
    void readsLinesAndTheirTimes();
    void keepsAsManyLinesAsFit();
};

void LogLinesTest::readsLinesAndTheirTimes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");

    const qint64 base = 1'735'787'045LL * 1'000'000'000;
    QTest::newRow("nanoseconds") << QByteArray("2025-01-02T03:04:05.123456789Z hello world") << base + 123'456'789
                                 << u"hello world"_s;
    QTest::newRow("fewer digits") << QByteArray("2025-01-02T03:04:05.5Z x") << base + 500'000'000 << u"x"_s;
    QTest::newRow("no fraction") << QByteArray("2025-01-02T03:04:05Z x") << base << u"x"_s;
    QTest::newRow("an offset") << QByteArray("2025-01-02T12:04:05.000000001+09:00 x") << base + 1 << u"x"_s;
    QTest::newRow("an empty line") << QByteArray("2025-01-02T03:04:05Z ") << base << QString();
    QTest::newRow("a time alone") << QByteArray("2025-01-02T03:04:05Z") << base << QString();
    QTest::newRow("CRLF") << QByteArray("2025-01-02T03:04:05Z x\r") << base << u"x"_s;
    QTest::newRow("no time") << QByteArray("unable to retrieve container logs") << qint64(0)
                             << u"unable to retrieve container logs"_s;
    QTest::newRow("no such day") << QByteArray("2025-02-31T03:04:05Z x") << qint64(0) << u"2025-02-31T03:04:05Z x"_s;
    QTest::newRow("a year that nanoseconds cannot count")
        << QByteArray("9999-12-31T23:59:59.9Z x") << qint64(0) << u"9999-12-31T23:59:59.9Z x"_s;
    QTest::newRow("nothing") << QByteArray() << qint64(0) << QString();
}

void LogLinesTest::readsLinesAndTheirTimes()
{
    QFETCH(QByteArray, raw);
    const kube::ParsedLog parsed = kube::parseLog(raw + '\n', {});
    QCOMPARE(parsed.lines.size(), 1);
    QTEST(parsed.lines[0].time, "time");
    QTEST(parsed.lines[0].text, "text");
}

void LogLinesTest::keepsAsManyLinesAsFit()
{
    kube::LogBuffer buffer(10'000);
    QList<kube::LogLine> some;
    for (int i = 0; i < 20; ++i)
        some.append({.time = i, .text = QString(50, u'x')});
    const kube::LogBuffer::Change first = buffer.append(some);
    QCOMPARE(first.added, 20);
    QCOMPARE(first.dropped, 0);
    QList<kube::LogLine> many;
    for (int i = 0; i < 1'000; ++i)
        many.append({.time = 1'000 + i, .text = QString(50, u'y')});
    const kube::LogBuffer::Change second = buffer.append(many);
    QCOMPARE(second.dropped, 20);
    QCOMPARE(second.added, buffer.size());
    QVERIFY(buffer.bytes() <= 10'000);
    QCOMPARE(buffer.at(buffer.size() - 1).time, 1'999);
    QCOMPARE(buffer.droppedLines(), 1'020 - buffer.size());
    // One that is larger than everything is kept alone rather than nothing.
    buffer.append({{.time = 1, .text = QString(20'000, u'z')}});
    QCOMPARE(buffer.size(), 1);
}

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"
