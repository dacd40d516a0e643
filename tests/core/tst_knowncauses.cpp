#include "core/flink/knowncauses.h"

#include "tests/support/hygiene.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using flink::KnownCause;

namespace {

/// The traces of tests/golden/knowncauses/<name>.txt.
QStringList tracesOf(const QString& name)
{
    QFile file(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/knowncauses/%1.txt").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u"\n----\n"_s);
}

QString idOf(const QString& trace)
{
    const auto card = flink::knownCauseOf(trace);
    return card ? card->id : QString();
}

/// Words like "heartbeat.timeout": small letters, at least one dot, no ending of a file or host.
QSet<QString> keysIn(const QString& text)
{
    static const QRegularExpression key(
        u"(?<![\\w./:])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\\.[a-zA-Z0-9]+(?:-[a-z0-9]+)*)+"_s);
    QSet<QString> keys;
    auto match = key.globalMatch(text);
    while (match.hasNext())
        keys.insert(match.next().captured());
    return keys;
}

/// What looks like a key of Flink but is none: of Kafka's clients and brokers, of formats, and fields of the resource.
const QSet<QString> foreign{u"bootstrap.servers"_s,
                            u"security.protocol"_s,
                            u"sasl.mechanism"_s,
                            u"sasl.jaas.config"_s,
                            u"retention.ms"_s,
                            u"retention.bytes"_s,
                            u"auto.offset.reset"_s,
                            u"transaction.timeout.ms"_s,
                            u"transaction.max.timeout.ms"_s,
                            u"max.request.size"_s,
                            u"max.message.bytes"_s,
                            u"max.poll.records"_s,
                            u"max.poll.interval.ms"_s,
                            u"group.id"_s,
                            u"delivery.timeout.ms"_s,
                            u"request.timeout.ms"_s,
                            u"min.insync.replicas"_s,
                            u"advertised.listeners"_s,
                            u"json.ignore-parse-errors"_s,
                            u"resource.memory"_s,
                            u"spec.job"_s,
                            u"spec.job.args"_s,
                            u"spec.job.entryClass"_s,
                            u"spec.serviceAccount"_s};

} // namespace

class TestKnownCauses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void everyCardIsWhole();
    void recognisesWhatItIsFor_data();
    void recognisesWhatItIsFor();
    void recognisesNothingElse_data();
    void recognisesNothingElse();
    void namesOnlyKeysThatExist();
    void tellsTheCauseBeforeWhatItLedTo();
    void isNotConfusedByHowATraceIsWritten();
    void isQuickWithWhatIsHuge();
    void findsACardByItsId();
};

void TestKnownCauses::everyCardIsWhole()
{
    static const QRegularExpression kebab(u"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"_s);
    const QList<KnownCause> cards = flink::knownCauses();
    QVERIFY(cards.size() >= 35);
    QSet<QString> ids, titles;
    for (const KnownCause& card : cards) {
        QVERIFY2(kebab.match(card.id).hasMatch(), qPrintable(card.id));
        for (const QString& text : {card.title, card.meaning, card.confirm, card.action})
            QVERIFY2(text.size() >= 9, qPrintable(card.id));
        QVERIFY2(card.title.size() <= 80 && !card.title.endsWith(u'.'), qPrintable(card.title));
        ids.insert(card.id);
        titles.insert(card.title);
    }
    QCOMPARE(ids.size(), cards.size());
    QCOMPARE(titles.size(), cards.size());
}

void TestKnownCauses::recognisesWhatItIsFor_data()
{
    QTest::addColumn<QString>("trace");
    QTest::addColumn<QString>("id");
    const QList<KnownCause> cards = flink::knownCauses();
    for (const KnownCause& card : cards) {
        const QStringList traces = tracesOf(card.id);
        QVERIFY2(!traces.isEmpty(), qPrintable(card.id));
        for (qsizetype i = 0; i < traces.size(); ++i)
            QTest::addRow("%s %lld", qPrintable(card.id), static_cast<long long>(i + 1)) << traces[i] << card.id;
    }
}

void TestKnownCauses::recognisesWhatItIsFor()
{
    QFETCH(QString, trace);
    QFETCH(QString, id);
    QCOMPARE(idOf(trace), id);
}

void TestKnownCauses::recognisesNothingElse_data()
{
    QTest::addColumn<QString>("trace");
    for (const QString& trace : tracesOf(u"none"_s))
        QTest::addRow("%s", qPrintable(trace.section(u'\n', 0, 0))) << trace;
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" \r\n\t\n"_s;
    QTest::newRow("no Java") << u"<html><body>502 Bad Gateway</body></html>"_s;
}

void TestKnownCauses::recognisesNothingElse()
{
    QFETCH(QString, trace);
    QCOMPARE(idOf(trace), QString());
}

void TestKnownCauses::namesOnlyKeysThatExist()
{
    QFile table(QStringLiteral(DREY_SOURCE_DIR "/resources/catalogue/options.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QSet<QString> options;
    const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n');
    for (const QString& line : lines)
        options.insert(line.section(u'\t', 1, 1));
    int seen = 0;
    const QList<KnownCause> cards = flink::knownCauses();
    for (const KnownCause& card : cards) {
        for (const QString& key : keysIn(card.meaning + u' ' + card.confirm + u' ' + card.action)) {
            QVERIFY2(options.contains(key) || foreign.contains(key), qPrintable(card.id + u": "_s + key));
            seen += options.contains(key) ? 1 : 0;
        }
    }
    QVERIFY(seen >= 50);
}

void TestKnownCauses::tellsTheCauseBeforeWhatItLedTo()
{
    const QString outer =
        u"org.apache.flink.runtime.JobException: Recovery is suppressed by FixedDelay\n\tat a.B.c(B.java:1)\n"
        "Caused by: org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure "
        "threshold.\n\tat a.B.d(B.java:2)\n"_s;
    QCOMPARE(idOf(outer), u"checkpoint-failures-exceeded"_s);
    QCOMPARE(idOf(outer +
                  u"Caused by: java.io.IOException: disk\nCaused by: java.io.IOException: No space left on device"_s),
             u"disk-full"_s);
    // The innermost is the user's own: the nearest one that a card knows.
    QCOMPARE(idOf(outer + u"Caused by: com.example.Odd: 7\n\tat com.example.Odd.x(Odd.java:1)"_s),
             u"checkpoint-failures-exceeded"_s);
    // What is only quoted in a message below a frame is no cause of its own.
    QCOMPARE(idOf(u"com.example.Odd: x\n\tat com.example.Odd.x(Odd.java:1)\nno: Java heap space"_s), QString());
}

void TestKnownCauses::isNotConfusedByHowATraceIsWritten()
{
    const QString trace = tracesOf(u"max-parallelism"_s).first();
    QCOMPARE(idOf(QString(trace).replace(u"\n"_s, u"\r\n"_s)), u"max-parallelism"_s);
    QCOMPARE(idOf(QString(trace).insert(30, QChar::Null)), u"max-parallelism"_s);
    QCOMPARE(idOf(QString(trace).replace(u"\t"_s, u"    "_s)), u"max-parallelism"_s);
    // Cut off behind the message, as recordings and events are.
    QCOMPARE(idOf(trace.left(trace.indexOf(u"\n\tat"))), u"max-parallelism"_s);
}

void TestKnownCauses::isQuickWithWhatIsHuge()
{
    QElapsedTimer clock;
    clock.start();
    const QString deep =
        u"java.lang.StackOverflowError: x\n"_s + u"\tat com.example.Tree.walk(Tree.java:7)\n"_s.repeated(40'000);
    QCOMPARE(idOf(deep + u"Caused by: java.lang.OutOfMemoryError: Java heap space"_s), u"oom-heap"_s);
    QCOMPARE(idOf(u"Caused by: a.B: c\n"_s.repeated(100'000) + u"Caused by: java.lang.OutOfMemoryError: Metaspace"_s),
             u"oom-metaspace"_s);
    QCOMPARE(idOf(u"x: "_s + u"s"_s.repeated(3'000'000)), QString());
    QCOMPARE(idOf(u"x: "_s + u"s3 Storage FileNotFoundException (\n"_s.repeated(100'000)), QString());
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestKnownCauses::findsACardByItsId()
{
    QCOMPARE(flink::knownCause(u"disk-full")->title, u"Disk full"_s);
    QVERIFY(!flink::knownCause(u""));
    QVERIFY(!flink::knownCause(u"disk"));
}

QTEST_GUILESS_MAIN(TestKnownCauses)
#include "tst_knowncauses.moc"
