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

void SimProtobufTest::saysNothingOfWhatItDoesNotKnow()
{
    QVERIFY(!sim::fromProtobuf({}));
    QVERIFY(!sim::fromProtobuf("{\"kind\":\"Secret\"}"));
    QVERIFY(!sim::fromProtobuf(envelope("Deployment", {})));
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
