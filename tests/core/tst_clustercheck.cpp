#include "core/flink/clustercheck.h"
#include "core/flink/doctor.h"
#include "tests/support/fakecluster.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Verdict = flink::DoctorStep::Verdict;

/// What is concluded from the answers of a cluster.
class ClusterCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void readsTheVersionOfTheOperator_data();
    void readsTheVersionOfTheOperator();
};

void ClusterCheckTest::readsTheVersionOfTheOperator_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<int>("ready");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("word");

    QTest::newRow("tag") << QByteArray("apache/flink-kubernetes-operator:1.15.0") << 1 << Verdict::Ok << u": 1.15.0"_s;
    QTest::newRow("port and tag") << QByteArray("registry:5000/op:c5f1") << 1 << Verdict::Ok << u": c5f1"_s;
    QTest::newRow("tag and digest") << QByteArray("r/op:1.9@sha256:abc") << 2 << Verdict::Ok << u": 1.9"_s;
    QTest::newRow("digest only") << QByteArray("registry:5000/op@sha256:abc") << 1 << Verdict::Unknown
                                 << u"registry:5000/op@sha256:abc"_s;
    QTest::newRow("not running") << QByteArray("r/op:1.9") << 0 << Verdict::Warning << u"not running"_s;
}

void ClusterCheckTest::readsTheVersionOfTheOperator()
{
    QFETCH(QByteArray, image);
    QFETCH(int, ready);
    QFETCH(Verdict, verdict);
    QFETCH(QString, word);

    QByteArray list = support::operatorDeployment;
    list.replace("ghcr.io:443/apache/flink-kubernetes-operator:1.12.1", image);
    list.replace("\"readyReplicas\":1", "\"readyReplicas\":" + QByteArray::number(ready));
    const flink::Finding finding = flink::operatorFinding(QJsonDocument::fromJson(list).object());
    QCOMPARE(finding.verdict, verdict);
    QVERIFY2(finding.message.contains(word), qPrintable(finding.message));
}

QTEST_GUILESS_MAIN(ClusterCheckTest)
#include "tst_clustercheck.moc"
