#include "core/flink/stacktrace.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestStackTrace : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void readsCausesFromTheOutsideIn();
    void leavesOutWhatWasOnlySuppressed();
    void keepsTheLinesOfAMessage();
    void findsTheCallOfALine_data();
    void findsTheCallOfALine();
    void tellsOwnCallsFromOthers_data();
    void tellsOwnCallsFromOthers();
    void readsBothEndsOfWhatIsHuge();
    void readsWhatIsNoTrace();
};

void TestStackTrace::readsCausesFromTheOutsideIn()
{
    const auto causes =
        flink::causesOf(u"a.Outer: first\n\tat x.Y.z(Y.java:1)\n\tat x.Y.run(Y.java:2)\n\t... 3 more\n"
                        "Caused by: b.Middle\nCaused by: c.Inner: colon: kept\n\tat p.Q.r(Unknown Source)"_s);
    QCOMPARE(causes.size(), 3);
    QCOMPARE(causes[0].type, u"a.Outer"_s);
    QCOMPARE(causes[0].message, u"first"_s);
    QCOMPARE(causes[0].frames, QStringList({u"x.Y.z(Y.java:1)"_s, u"x.Y.run(Y.java:2)"_s}));
    QCOMPARE(causes[1].type, u"b.Middle"_s);
    QVERIFY(causes[1].message.isEmpty() && causes[1].frames.isEmpty());
    QCOMPARE(causes[2].message, u"colon: kept"_s);
    QCOMPARE(causes[2].frames, QStringList(u"p.Q.r(Unknown Source)"_s));
}

void TestStackTrace::leavesOutWhatWasOnlySuppressed()
{
    const auto causes =
        flink::causesOf(u"a.Outer: x\n\tat x.Y.z(Y.java:1)\n\tSuppressed: s.Close: y\n\t\tat s.T.u(T.java:1)\n"
                        "\tCaused by: s.Deep: z\n\t\t... 2 more\nCaused by: b.Inner: w\n\tat p.Q.r(Q.java:1)"_s);
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes[0].frames.size(), 1);
    QCOMPARE(causes[1].type, u"b.Inner"_s);
}

void TestStackTrace::keepsTheLinesOfAMessage()
{
    const auto causes = flink::causesOf(u"a.B: one\r\ntwo\r\nat the door\r\n\tat x.Y.z(Y.java:1)\r\nnot this"_s);
    QCOMPARE(causes.size(), 1);
    QCOMPARE(causes[0].message, u"one\ntwo\nat the door"_s);
    QCOMPARE(causes[0].frames.size(), 1);
}

void TestStackTrace::findsTheCallOfALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("call");
    QTest::newRow("plain") << u"\tat a.B.c(B.java:7)"_s << u"a.B.c(B.java:7)"_s;
    QTest::newRow("of a log") << u"    at a.B.c(B.java:7) ~[job.jar:?]"_s << u"a.B.c(B.java:7)"_s;
    QTest::newRow("cut off") << u"\tat org.apache.fl"_s << u"org.apache.fl"_s;
    QTest::newRow("cut off with a sign") << u"\tat a.B.handleMess …"_s << u"a.B.handleMess"_s;
    QTest::newRow("words") << u"at the end. (of all)"_s << QString();
    QTest::newRow("more") << u"\t... 12 more"_s << QString();
    QTest::newRow("nothing") << u"at "_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestStackTrace::findsTheCallOfALine()
{
    QFETCH(QString, line);
    QFETCH(QString, call);
    QCOMPARE(flink::frameOf(line).toString(), call);
}

void TestStackTrace::tellsOwnCallsFromOthers_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<bool>("own");
    QTest::newRow("user") << u"com.example.Job.map(Job.java:7)"_s << true;
    QTest::newRow("lambda") << u"com.example.Job$$Lambda$31/0x0001.apply(Unknown Source)"_s << true;
    QTest::newRow("loader") << u"app//com.example.Job.map(Job.java:7)"_s << true;
    QTest::newRow("begins like Java") << u"javanese.Dance.step(Dance.java:1)"_s << true;
    QTest::newRow("Flink") << u"org.apache.flink.runtime.taskmanager.Task.run(Task.java:1)"_s << false;
    QTest::newRow("module") << u"java.base/java.util.ArrayList.get(ArrayList.java:1)"_s << false;
    QTest::newRow("loader and module") << u"app//java.base/java.util.ArrayList.get(ArrayList.java:1)"_s << false;
    QTest::newRow("lambda of Flink") << u"org.apache.flink.A$$Lambda$1/0x1.run(Unknown Source)"_s << false;
    QTest::newRow("library") << u"com.esotericsoftware.kryo.Kryo.readObject(Kryo.java:1)"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("only brackets") << u"(x)"_s << false;
}

void TestStackTrace::tellsOwnCallsFromOthers()
{
    QFETCH(QString, frame);
    QFETCH(bool, own);
    QCOMPARE(flink::isOwnFrame(frame), own);
}

void TestStackTrace::readsBothEndsOfWhatIsHuge()
{
    const auto causes = flink::causesOf(u"a.Outer: x\n"_s + u"\tat x.Y.z(Y.java:1)\n"_s.repeated(300'000) +
                                        u"Caused by: b.Inner: y\n\tat x.Y.z(Y.java:1)"_s);
    QCOMPARE(causes.first().type, u"a.Outer"_s);
    QCOMPARE(causes.first().frames.size(), 200);
    QCOMPARE(causes.last().type, u"b.Inner"_s);
    const auto many = flink::causesOf(u"Caused by: a.B: c\n"_s.repeated(5'000) + u"Caused by: z.Last"_s);
    QCOMPARE(many.size(), 200);
    QCOMPARE(many.last().type, u"z.Last"_s);
    QVERIFY(flink::causesOf(u"a.B: "_s + QString(3'000'000, u'm')).first().message.size() <= 8192);
}

void TestStackTrace::readsWhatIsNoTrace()
{
    QVERIFY(flink::causesOf({}).isEmpty());
    QVERIFY(flink::causesOf(u"\r\n \n"_s).isEmpty());
    QCOMPARE(flink::causesOf(u"Caused by: "_s).size(), 1);
    QCOMPARE(flink::causesOf(u"(Serialized)"_s).first().type, u"(Serialized)"_s);
    QString holes = u"a.B: c"_s;
    holes.insert(1, QChar::Null);
    QCOMPARE(flink::causesOf(holes).first().type, u"a.B"_s);
}

QTEST_GUILESS_MAIN(TestStackTrace)
#include "tst_stacktrace.moc"
