#include "core/flink/deployment.h"

#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

flink::Metadata decoded(const QJsonObject& labels, const QJsonObject& annotations = {})
{
    const QJsonObject object{
        {u"metadata"_s, QJsonObject{{u"name"_s, u"orders"_s}, {u"labels"_s, labels}, {u"annotations"_s, annotations}}}};
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const qsizetype size = json.size();
    json.append(64, '\0'); // the decoder reads beyond the end
    const auto deployment = flink::decodeDeployment(QByteArrayView(json).first(size));
    return deployment ? deployment->metadata : flink::Metadata();
}

} // namespace

class TestObjectLabels : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void keepsTheLabelsOfTheUserAsTheyAre();
    void annotationsNobodyUnderstandsAreNotKept();
    void aFloodOfLabelsKeepsTheOnesThatAreUnderstood();
    void longKeysAndValuesAreLeftOut();
};

void TestObjectLabels::keepsTheLabelsOfTheUserAsTheyAre()
{
    const flink::Metadata metadata = decoded({{u"team"_s, u"pay"_s}, {u"acme.io/tier"_s, u"1 \u202E<b>"_s}});
    QCOMPARE(metadata.labels, (QMap<QString, QString>{{u"team"_s, u"pay"_s}, {u"acme.io/tier"_s, u"1 \u202E<b>"_s}}));
}

void TestObjectLabels::annotationsNobodyUnderstandsAreNotKept()
{
    const flink::Metadata metadata =
        decoded({}, {{u"acme.io/note"_s, u"long"_s}, {u"meta.helm.sh/release-name"_s, u"orders"_s}});
    QCOMPARE(metadata.annotations.keys(), QStringList{u"meta.helm.sh/release-name"_s});
    QCOMPARE(metadata.owner, u"Helm"_s);
}

void TestObjectLabels::aFloodOfLabelsKeepsTheOnesThatAreUnderstood()
{
    QJsonObject labels{{u"type"_s, u"flink-native-kubernetes"_s}};
    for (int i = 0; i < 10'000; ++i)
        labels.insert(u"flood-%1"_s.arg(i), u"x"_s);
    const flink::Metadata metadata = decoded(labels);
    QVERIFY(metadata.labels.size() <= 64);
    QVERIFY(metadata.labels.contains(u"type"_s));
}

void TestObjectLabels::longKeysAndValuesAreLeftOut()
{
    const flink::Metadata metadata =
        decoded({{QString(100'000, u'k'), u"v"_s}, {u"k"_s, QString(100'000, u'v')}, {u"team"_s, u"pay"_s}});
    QCOMPARE(metadata.labels.keys(), QStringList{u"team"_s});
}

QTEST_GUILESS_MAIN(TestObjectLabels)

#include "tst_objectlabels.moc"
