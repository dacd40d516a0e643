#include "core/flink/deployment.h"

#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using support::json;
using support::recording;
using support::valueOf;

/// What decoders do with hostile and with very many objects.
class TestDecodeLimits : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void case79_survivesHostileJson()
    {
        const auto withField = [](const QByteArray& field) {
            return decodeDeployment("{\"metadata\":{\"name\":\"x\"},\"spec\":{" + field + "}}");
        };
        const int deep = 10'000;
        QVERIFY(withField("\"image\":" + QByteArray(deep, '[') + QByteArray(deep, ']')));
        QByteArray nested =
            "\"flinkConfiguration\":" + QByteArray("{\"a\":").repeated(deep) + "1" + QByteArray(deep, '}');
        QVERIFY(withField(nested));
        QCOMPARE(valueOf(withField(json("'job':{'parallelism':1e400}"))).job->parallelism, 0);
        QCOMPARE(valueOf(withField(json("'job':{'parallelism':99999999999999999999}"))).job->parallelism, 0);
        QCOMPARE(valueOf(withField(json("'job':{'parallelism':9999999999}"))).job->parallelism,
                 std::numeric_limits<int>::max());
        QCOMPARE(valueOf(withField(json("'job':{'parallelism':2.0}"))).job->parallelism, 2);
        QCOMPARE(valueOf(withField(json("'image':'first','image':'second'"))).image, u"second"_s);
        QCOMPARE(valueOf(withField(json("'image':'a\\ud800b\\n\\u0041\\ud83d\\ude80','mode':'m'"))).image,
                 u"a\uFFFDb\nA🚀"_s);
        QCOMPARE(valueOf(withField(json("'\\ud800':1,'mode':'m'"))).mode, u"m"_s);
        QCOMPARE(valueOf(withField("\"image\":\"nul\\u0000inside\"")).image, QString(u"nul\0inside"_s));
    }

    void case84_keepsLittleOfAHugeObject()
    {
        QByteArray annotations = json("'app.kubernetes.io/huge':'") + QByteArray(1 << 20, 'x') + '"';
        for (int i = 0; i < 10'000; ++i)
            annotations += ",\"app.kubernetes.io/a" + QByteArray::number(i) + "\":\"v\"";
        QByteArray conditions;
        for (int i = 0; i < 5'000; ++i)
            conditions += json("{'type':'Running','status':'True'},");
        conditions.chop(1);
        const Deployment d = valueOf(decodeDeployment("{\"metadata\":{\"name\":\"x\",\"annotations\":{" + annotations +
                                                      "}},\"status\":{\"conditions\":[" + conditions +
                                                      "],\"lifecycleState\":\"STABLE\"}}"));
        QCOMPARE(d.status.lifecycleState, u"STABLE"_s);
        QVERIFY(d.metadata.annotations.size() <= 64);
        QVERIFY(!d.metadata.annotations.contains(u"app.kubernetes.io/huge"_s));
    }

    void equalTextsOfManyObjectsShareTheirMemory()
    {
        const Deployment a = valueOf(decodeDeployment(recording(u"cr/01-stable"_s)));
        const Deployment b = valueOf(decodeDeployment(recording(u"cr/07-upgraded-savepoint"_s)));
        QCOMPARE(a.metadata.nameSpace.constData(), b.metadata.nameSpace.constData());
        QCOMPARE(a.status.lifecycleState.constData(), b.status.lifecycleState.constData());
    }

    void manyObjectsAreReadQuickly()
    {
        const QByteArray whole = recording(u"cr/01-stable"_s);
        QBENCHMARK
        {
            QVERIFY(decodeDeployment(whole));
        }
    }
};

QTEST_GUILESS_MAIN(TestDecodeLimits)
#include "tst_decodelimits.moc"
