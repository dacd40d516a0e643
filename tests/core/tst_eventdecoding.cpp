#include "core/kube/decoding.h"

#include "core/flink/deployment.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::valueDecoder;

/// Lines of a watch, whoever wrote them: as API servers do, or as any other writer of JSON might.
class EventDecodingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void readsAnEventHoweverItIsWritten_data();
    void readsAnEventHoweverItIsWritten();
    void takesALineForNonsense_data();
    void takesALineForNonsense();
    void aTypedDecoderTellsTheNameOfItsObject();
    void namesAnObjectItsDecoderCouldNotRead();
    void readsNothingOfAHalfLine();

private:
    static kube::EventBatch read(const QByteArray& lines)
    {
        return kube::decodeEvents(lines, valueDecoder(), u"test"_s);
    }
};

void EventDecodingTest::readsAnEventHoweverItIsWritten_data()
{
    const QByteArray object =
        R"({"metadata":{"name":"a","namespace":"n","uid":"u","resourceVersion":"7"},"spec":{"value":"x"}})";
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("as API servers do") << QByteArray(R"({"type":"MODIFIED","object":)" + object + "}");
    QTest::newRow("with blanks") << QByteArray(R"( { "type" : "MODIFIED" , "object" : )" + object + " } ");
    QTest::newRow("the object first") << QByteArray(R"({"object":)" + object + R"(,"type":"MODIFIED"})");
    QTest::newRow("with a field more") << QByteArray(R"({"type":"MODIFIED","object":)" + object + R"(,"more":{}})");
    QTest::newRow("an escape in the type") << QByteArray(R"({"type":"MODIF\u0049ED","object":)" + object + "}");
    QTest::newRow("not UTF-8 throughout") << QByteArray(R"({"type":"MODIFIED","object":)" + object + "}")
                                                 .replace(R"("value":"x")", "\"more\":\"\xff\",\"value\":\"x\"");
}

void EventDecodingTest::readsAnEventHoweverItIsWritten()
{
    QFETCH(const QByteArray, line);
    const kube::EventBatch batch = read(line + '\n');
    QVERIFY2(batch.trouble == kube::EventBatch::Trouble::None, qPrintable(batch.error.message));
    QCOMPARE(batch.runs.size(), 1);
    const kube::Item& item = batch.runs[0].items[0];
    QCOMPARE(item.key, kube::ObjectKey({u"n"_s, u"a"_s}));
    QCOMPARE(item.uid, u"u"_s);
    QCOMPARE(item.resourceVersion, u"7"_s);
    QCOMPARE(batch.resourceVersion, u"7"_s);
    QCOMPARE(support::valueOf(item), u"x"_s);
}

void EventDecodingTest::takesALineForNonsense_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("an object that does not end") << QByteArray(R"({"type":"ADDED","object":{"metadata":{"name":"a"}})");
    QTest::newRow("an object that ends twice") << QByteArray(R"({"type":"ADDED","object":{"metadata":{]}}})");
    QTest::newRow("an object without a name") << QByteArray(R"({"type":"ADDED","object":{"metadata":{}}})");
    QTest::newRow("a list for an object") << QByteArray(R"({"type":"ADDED","object":[{}]})");
    QTest::newRow("no object") << QByteArray(R"({"type":"ADDED"})");
    QTest::newRow("an unknown type") << QByteArray(R"({"type":"SWAPPED","object":{"metadata":{"name":"a"}}})");
}

void EventDecodingTest::takesALineForNonsense()
{
    QFETCH(const QByteArray, line);
    const kube::EventBatch batch = read(line + '\n');
    QVERIFY(batch.trouble == kube::EventBatch::Trouble::Nonsense);
    QCOMPARE(batch.events, 0);
}

void EventDecodingTest::aTypedDecoderTellsTheNameOfItsObject()
{
    kube::Item item;
    const QByteArray json =
        R"({"metadata":{"name":"a","namespace":"n","uid":"u","resourceVersion":"7"},"spec":{}})" + QByteArray(64, '\0');
    kube::erased(flink::decodeDeployment)(QByteArrayView(json).chopped(64), item);
    QVERIFY(item.value);
    QCOMPARE(item.key, kube::ObjectKey({u"n"_s, u"a"_s}));
    QCOMPARE(item.uid, u"u"_s);
    QCOMPARE(item.resourceVersion, u"7"_s);
}

void EventDecodingTest::namesAnObjectItsDecoderCouldNotRead()
{
    const kube::EventBatch batch = read(support::eventJson("ADDED", {u"a"_s, u"7"_s, {}, u"undecodable"_s}));
    QCOMPARE(batch.runs.size(), 1);
    const kube::Item& item = batch.runs[0].items[0];
    QCOMPARE(item.key.name, u"a"_s);
    QVERIFY(!item.value);
    QCOMPARE(item.problem, u"cannot be decoded"_s);
}

void EventDecodingTest::readsNothingOfAHalfLine()
{
    const QByteArray whole = support::eventJson("ADDED", {u"a"_s, u"7"_s});
    for (qsizetype length = 0; length < whole.size() - 1; ++length) {
        const kube::EventBatch batch = read(whole.first(length));
        QCOMPARE(batch.events, 0);
        QVERIFY(batch.trouble == kube::EventBatch::Trouble::None);
    }
}

QTEST_GUILESS_MAIN(EventDecodingTest)
#include "tst_eventdecoding.moc"
