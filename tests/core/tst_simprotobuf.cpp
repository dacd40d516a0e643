#include "core/sim/api/protobuf.h"

#include "tests/support/hygiene.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QByteArray block(int number, const QByteArray& content)
{
    return QByteArray(1, char(number << 3 | 2)) + char(content.size()) + content;
}

QByteArray envelope(const QByteArray& kind, const QByteArray& raw)
{
    return QByteArray("k8s\0", 4) + block(1, block(1, "v1") + block(2, kind)) + block(2, raw) + block(3, "") +
           block(4, "");
}

} // namespace

/// The messages kubectl sends as protobuf.
class SimProtobufTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void readsAQuestionAboutRights();
    void readsMapsAndBytes();
    void readsOptionsOfADeletion();
    void readsADeployment();
    void readsAService();
    void readsAQuota();
    void readsAnIngress();
    void refusesEndlessLists();
    void saysNothingOfWhatItDoesNotKnow();
    void survivesEveryTruncation();
};

void SimProtobufTest::readsAQuestionAboutRights()
{
    const auto attributes = block(1, "shop") + block(2, "get") + block(5, "pods") + block(6, "log");
    const auto read =
        sim::fromProtobuf(envelope("SelfSubjectAccessReview", block(1, "") + block(2, block(1, attributes))));
    QVERIFY(read);
    QCOMPARE(read->value(u"kind"), u"SelfSubjectAccessReview"_s);
    const QJsonObject expected{
        {u"namespace"_s, u"shop"_s}, {u"verb"_s, u"get"_s}, {u"resource"_s, u"pods"_s}, {u"subresource"_s, u"log"_s}};
    QCOMPARE((*read)[u"spec"][u"resourceAttributes"].toObject(), expected);
}

void SimProtobufTest::readsMapsAndBytes()
{
    const auto metadata = block(1, "a") + block(11, block(1, "app") + block(2, "orders"));
    const auto read = sim::fromProtobuf(
        envelope("Secret", block(1, metadata) + block(2, block(1, "key") + block(2, "\xff\x01")) + block(3, "Opaque")));
    QVERIFY(read);
    QCOMPARE((*read)[u"metadata"][u"labels"][u"app"], u"orders"_s);
    QCOMPARE((*read)[u"data"][u"key"], u"/wE="_s);
    QCOMPARE((*read)[u"type"], u"Opaque"_s);
}

void SimProtobufTest::readsOptionsOfADeletion()
{
    const auto read =
        sim::fromProtobuf(envelope("DeleteOptions", QByteArray("\x08\xac\x02", 3) + block(2, block(1, "u")) +
                                                        block(4, "Orphan") + block(5, "All")));
    QVERIFY(read);
    QCOMPARE((*read)[u"gracePeriodSeconds"], QJsonValue(300));
    QCOMPARE((*read)[u"preconditions"][u"uid"], u"u"_s);
    QCOMPARE((*read)[u"dryRun"][0], u"All"_s);
}

void SimProtobufTest::readsADeployment()
{
    const auto container = block(1, "c") + block(2, "nginx") + block(6, QByteArray("\x18\x50", 2));
    const auto labels = block(1, "app") + block(2, "web");
    const auto pod = block(1, block(11, labels)) + block(2, block(2, container));
    const auto spec = QByteArray("\x08\x03", 2) + block(2, block(1, labels)) + block(3, pod);
    const auto read = sim::fromProtobuf(envelope("Deployment", block(1, block(1, "web")) + block(2, spec)));
    QVERIFY(read);
    QCOMPARE((*read)[u"spec"][u"replicas"], QJsonValue(3));
    QCOMPARE((*read)[u"spec"][u"selector"][u"matchLabels"][u"app"], u"web"_s);
    const auto inner = (*read)[u"spec"][u"template"][u"spec"][u"containers"][0];
    QCOMPARE(inner[u"image"], u"nginx"_s);
    QCOMPARE(inner[u"ports"][0][u"containerPort"], QJsonValue(80));
}

void SimProtobufTest::readsAService()
{
    const auto number = QByteArray("\x08\x00\x10\x50", 4);
    const auto text = QByteArray("\x08\x01", 2) + block(3, "rest");
    const auto ports = block(1, QByteArray("\x18\x50", 2) + block(4, number)) + block(1, block(4, text));
    const auto read = sim::fromProtobuf(envelope("Service", block(2, ports)));
    QVERIFY(read);
    QCOMPARE((*read)[u"spec"][u"ports"][0][u"targetPort"], QJsonValue(80));
    QCOMPARE((*read)[u"spec"][u"ports"][1][u"targetPort"], u"rest"_s);
}

void SimProtobufTest::readsAQuota()
{
    const auto hard = block(1, block(1, "pods") + block(2, block(1, "10"))) +
                      block(1, block(1, "requests.memory") + block(2, block(1, "4Gi")));
    const auto read = sim::fromProtobuf(envelope("ResourceQuota", block(1, block(1, "q")) + block(2, hard)));
    QVERIFY(read);
    QCOMPARE((*read)[u"spec"][u"hard"][u"pods"], u"10"_s);
    QCOMPARE((*read)[u"spec"][u"hard"][u"requests.memory"], u"4Gi"_s);
}

void SimProtobufTest::readsAnIngress()
{
    const auto backend = block(4, block(1, "orders-rest") + block(2, QByteArray("\x10\x50", 2)));
    const auto path = block(1, "/") + block(2, backend) + block(3, "Prefix");
    const auto rule = block(1, "flink.example.com") + block(2, block(1, block(1, path)));
    const auto read = sim::fromProtobuf(envelope("Ingress", block(2, block(3, rule))));
    QVERIFY(read);
    const auto only = (*read)[u"spec"][u"rules"][0];
    QCOMPARE(only[u"host"], u"flink.example.com"_s);
    QCOMPARE(only[u"http"][u"paths"][0][u"backend"][u"service"][u"port"][u"number"], QJsonValue(80));
}

void SimProtobufTest::refusesEndlessLists()
{
    // A field of two bytes, over and over: as many as a body may hold.
    const auto verbs = QByteArray("\x0a\x00", 2).repeated(1'000'000);
    QByteArray size;
    for (auto left = quint32(verbs.size()); left > 0; left >>= 7)
        size += char((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    QVERIFY(!sim::fromProtobuf(QByteArray("k8s\0", 4) + block(1, block(2, "Role")) + char(2 << 3 | 2) + size + verbs));
}

void SimProtobufTest::saysNothingOfWhatItDoesNotKnow()
{
    QVERIFY(!sim::fromProtobuf({}));
    QVERIFY(!sim::fromProtobuf("{\"kind\":\"Secret\"}"));
    QVERIFY(!sim::fromProtobuf(envelope("Node", {})));
}

void SimProtobufTest::survivesEveryTruncation()
{
    const auto whole = envelope("ConfigMap", block(1, block(1, "a")) + block(2, block(1, "k") + block(2, "v")));
    QVERIFY(sim::fromProtobuf(whole));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        // Cut between two fields it may still make sense; what counts is that nothing is read that is not there.
        const auto read = sim::fromProtobuf(whole.first(size));
        QVERIFY(!read || read->value(u"kind").toString() == u"ConfigMap");
    }
    QVERIFY(!sim::fromProtobuf(QByteArray("k8s\0\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 15)));
}

QTEST_GUILESS_MAIN(SimProtobufTest)
#include "tst_simprotobuf.moc"
