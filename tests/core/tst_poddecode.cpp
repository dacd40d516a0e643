#include "core/flink/pod.h"

#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using support::json;
using support::recording;
using support::valueOf;

namespace {

/// The first element of a recorded array.
QByteArray firstOf(const QString& name, const QString& field = {})
{
    const QJsonDocument document = QJsonDocument::fromJson(recording(name));
    const QJsonArray all = field.isEmpty() ? document.array() : document.object().value(field).toArray();
    return QJsonDocument(all.first().toObject()).toJson(QJsonDocument::Compact);
}

} // namespace
/// Pods and events as they come from an API server.
class TestPodDecode : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void readsARunningPod()
    {
        const Pod p = valueOf(decodePod(firstOf(u"events/pods"_s, u"items"_s)));
        QCOMPARE(p.metadata.name, u"orders-7dfb75b678-7h977"_s);
        QCOMPARE(p.metadata.labels.value(u"app"_s), u"orders"_s);
        QCOMPARE(p.component, u"jobmanager"_s);
        QCOMPARE(p.image, u"flink:1.20"_s);
        QCOMPARE(p.containers.size(), 1);
        QCOMPARE(p.containers.first().name, u"flink-main-container"_s);
        QCOMPARE(p.unschedulable, QString());
    }

    void readsAPodThatCannotPullItsImage()
    {
        const QByteArray pod =
            json("{'metadata':{'name':'p'},'status':") + firstOf(u"faults/07-wrong-image/03-pod-jm"_s) + "}";
        const Pod p = valueOf(decodePod(pod));
        QCOMPARE(p.phase, u"Pending"_s);
        QCOMPARE(p.ip, u"10.244.0.72"_s);
        QCOMPARE(p.startedAt, QDateTime(QDate(2026, 11, 21), QTime(14, 43, 51), Qt::UTC));
        QVERIFY(!p.isReady());
        QCOMPARE(p.containers.size(), 1);
        QCOMPARE(p.containers.first().waitingReason, u"ErrImagePull"_s);
        QVERIFY(p.containers.first().message.startsWith(u"failed to pull and unpack image"_s));
    }

    void readsAPodThatRanOutOfMemory()
    {
        const Pod p = valueOf(decodePod(json(
            "{'metadata':{'name':'tm','labels':{'component':'taskmanager'}},"
            "'spec':{'nodeName':'node-1','containers':[{'name':'sidecar','image':'log:1'},{'image':'flink:2.2','name':'"
            "flink-main-container'}]},"
            "'status':{'phase':'Running','reason':'Evicted','conditions':[{'type':'PodScheduled','status':'False','"
            "message':'0/1 nodes'}],"
            "'initContainerStatuses':[{'name':'done','ready':true},{'name':'stuck','ready':false,'restartCount':2}],"
            "'containerStatuses':[{'name':'flink-main-container','ready':true,'restartCount':3,"
            "'lastState':{'terminated':{'exitCode':137,'reason':'OOMKilled','finishedAt':'2026-11-21T10:00:00+09:00'}},"
            "'state':{'running':{'startedAt':'2026-11-21T01:00:05Z'}}}]}}")));
        QCOMPARE(p.component, u"taskmanager"_s);
        QCOMPARE(p.node, u"node-1"_s);
        QCOMPARE(p.image, u"flink:2.2"_s);
        QCOMPARE(p.reason, u"Evicted"_s);
        QCOMPARE(p.unschedulable, u"0/1 nodes"_s);
        QCOMPARE(p.restarts(), 5);
        QCOMPARE(p.containers.size(), 2);
        const ContainerState& main = p.containers.last();
        QCOMPARE(main.lastEndReason, u"OOMKilled"_s);
        QCOMPARE(main.lastExitCode, 137);
        QCOMPARE(main.lastEndAt, QDateTime(QDate(2026, 11, 21), QTime(1, 0), Qt::UTC));
        QCOMPARE(main.startedAt, QDateTime(QDate(2026, 11, 21), QTime(1, 0, 5), Qt::UTC));
    }

    void readsBothShapesOfEvents()
    {
        const Event core = valueOf(decodeEvent(
            json("{'metadata':{'name':'e','namespace':'n'},'type':'Warning','reason':'SpecChanged',"
                 "'message':'m','count':4,'source':{'component':'Job'},'reportingComponent':'',"
                 "'involvedObject':{'kind':'FlinkDeployment','name':'orders','uid':'u'},"
                 "'firstTimestamp':'2026-11-21T13:00:00Z','lastTimestamp':'2026-11-21T13:05:00Z','eventTime':null}")));
        const Event modern = valueOf(decodeEvent(json(
            "{'metadata':{'name':'e','namespace':'n'},'type':'Warning','reason':'SpecChanged',"
            "'note':'m','reportingController':'Job','regarding':{'kind':'FlinkDeployment','name':'orders','uid':'u'},"
            "'series':{'count':4,'lastObservedTime':'2026-11-21T13:05:00.000000Z'},'eventTime':'2026-11-21T13:00:00."
            "000000Z'}")));
        QCOMPARE(core, modern);
        QCOMPARE(core.component, u"Job"_s);
        QCOMPARE(core.count, 4);
        QCOMPARE(core.lastSeen, QDateTime(QDate(2026, 11, 21), QTime(13, 5), Qt::UTC));
        const Event bare =
            valueOf(decodeEvent(json("{'metadata':{'name':'e','creationTimestamp':'2026-11-21T13:05:00Z'}}")));
        QCOMPARE(bare.lastSeen, core.lastSeen);
        QCOMPARE(bare.count, 1);
    }
};

QTEST_GUILESS_MAIN(TestPodDecode)
#include "tst_poddecode.moc"
