#include "tests/support/hygiene.h"
#include "tests/support/simflink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sim::flink;

namespace {

/// Samples under a frame whose name contains this, wherever it stands.
qint64 samplesOf(const QJsonObject& frame, QLatin1StringView part)
{
    if (frame["name"_L1].toString().contains(part))
        return frame["value"_L1].toInteger();
    qint64 sum = 0;
    for (const QJsonValue& child : frame["children"_L1].toArray())
        sum += samplesOf(child.toObject(), part);
    return sum;
}

QString errorOf(const sim::Reply& reply)
{
    return QJsonDocument::fromJson(reply.body)["errors"_L1][0].toString().section(u'\n', 0, 0).section(u": "_s, 1);
}

} // namespace

/// What REST tells of the program: stacks, accumulators; the doors that are closed.
class TestSimFlinkProgram : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void withoutTheOptionThereAreNoFlameGraphs();
    void flameGraphsShowWhereTheTimeGoes();
    void accumulatorsCountWhatTheTasksDid();
    void aJobGraphIsRefusedAsByFlink();
    void withoutTheOptionThereIsNoProfiler();
    void whatWasCompletedSurvivesACrashUnseen();
};

void TestSimFlinkProgram::withoutTheOptionThereAreNoFlameGraphs()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(cluster.object(cluster.vertexPath(1, u"/flamegraph"_s)), QJsonObject({{u"endTimestamp"_s, -2}}));
}

void TestSimFlinkProgram::flameGraphsShowWhereTheTimeGoes()
{
    // The counter can do 2000 records/s a subtask and gets 1200 by both.
    support::SimFlink cluster({.configuration = {{u"rest.flamegraph.enabled"_s, u"true"_s}}, .rate = 1200});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(10s);
    const QString path = cluster.vertexPath(1, u"/flamegraph"_s);
    QCOMPARE(cluster.object(path)["endTimestamp"_L1].toInteger(), -3);
    cluster.advance(6s);
    const QJsonObject sampled = cluster.object(path);
    const QJsonObject root = sampled["data"_L1].toObject();
    QCOMPARE(root["value"_L1].toInteger(), 200);
    const qint64 busy = samplesOf(root, "com.example."_L1);
    QVERIFY2(busy > 50 && busy < 70, qPrintable(QString::number(busy)));
    QCOMPARE(samplesOf(root, "TaskMailboxImpl.take"_L1), 200 - busy);
    QCOMPARE(cluster.object(path + u"?type=ON_CPU"_s)["data"_L1]["value"_L1].toInteger(), busy);
    QCOMPARE(cluster.object(path + u"?type=OFF_CPU"_s)["data"_L1]["value"_L1].toInteger(), 200 - busy);
    QVERIFY(cluster.object(path + u"?subtaskindex=0"_s)["data"_L1]["value"_L1].toInteger() == 100);
    QCOMPARE(cluster.object(path + u"?subtaskindex=9"_s)["endTimestamp"_L1].toInteger(), -1);

    // A new sample after a minute: the sink has become slow, and who is before it waits for buffers.
    Disturbance slow;
    slow.slowness[2] = 10;
    cluster.manager().setDisturbance(slow);
    cluster.advance(60s);
    const QJsonObject later = cluster.object(path);
    QVERIFY(later["endTimestamp"_L1].toInteger() > sampled["endTimestamp"_L1].toInteger());
    QVERIFY(samplesOf(later["data"_L1].toObject(), "requestMemorySegmentBlocking"_L1) > 100);
    cluster.job().cancel();
    cluster.advance(5s);
    QCOMPARE(cluster.object(path)["endTimestamp"_L1].toInteger(), -1);
}

void TestSimFlinkProgram::accumulatorsCountWhatTheTasksDid()
{
    support::SimFlink cluster({.isSession = true});
    JobSpec spec = support::SimFlink::orders(400);
    spec.vertices[1].counters = {u"orders-seen"_s};
    for (Vertex& vertex : spec.vertices)
        vertex.parallelism = 2;
    cluster.advance(10s);
    cluster.manager().submit(spec, {});
    QVERIFY(cluster.runUntilRunning());
    cluster.advance(30s);
    const QJsonObject all = cluster.object(cluster.jobPath(u"/accumulators"_s));
    const QJsonArray ofJob = all["user-task-accumulators"_L1].toArray();
    QCOMPARE(ofJob.size(), 1);
    QCOMPARE(ofJob[0]["name"_L1].toString(), u"orders-seen"_s);
    QCOMPARE(ofJob[0]["type"_L1].toString(), u"LongCounter"_s);
    const qint64 seen = ofJob[0]["value"_L1].toString().toLongLong();
    QVERIFY2(seen > 400 * 25 && seen < 400 * 45, qPrintable(QString::number(seen)));
    QCOMPARE(cluster.object(cluster.vertexPath(1, u"/accumulators"_s))["user-accumulators"_L1].toArray(), ofJob);
    qint64 sum = 0;
    for (const QJsonValue& subtask :
         cluster.object(cluster.vertexPath(1, u"/subtasks/accumulators"_s))["subtasks"_L1].toArray())
        sum += subtask["user-accumulators"_L1][0]["value"_L1].toString().toLongLong();
    QVERIFY2(std::abs(sum - seen) <= 2, qPrintable(QString::number(sum)));
    QCOMPARE(cluster.object(cluster.vertexPath(0, u"/accumulators"_s))["user-accumulators"_L1].toArray().size(), 0);
}

void TestSimFlinkProgram::aJobGraphIsRefusedAsByFlink()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    const auto post = [&cluster](const QByteArray& type, const QByteArray& body) {
        return cluster.manager().answer({"POST", u"/jobs"_s, {}, {{"Content-Type", type}}, body, {}});
    };
    QCOMPARE(post("application/json", "no").status, 400);
    QCOMPARE(errorOf(post("application/json", "no")), u"Request did not match expected format JobSubmitRequestBody."_s);
    QCOMPARE(errorOf(post("application/json", "{}")), u"The jobGraphFileName field must not be omitted or be null."_s);
    QCOMPARE(errorOf(post("multipart/form-data; boundary=x", "--x\r\n\r\n")), u"Failed to deserialize JobGraph."_s);
}

void TestSimFlinkProgram::withoutTheOptionThereIsNoProfiler()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    const sim::Reply list = cluster.ask("GET", u"/jobmanager/profiler"_s);
    QCOMPARE(list.status, 404);
    QVERIFY(list.body.contains("Unable to load requested file /jobmanager/profiler."));
    const sim::Reply start = cluster.ask("POST", u"/jobmanager/profiler"_s, R"({"mode":"CPU","duration":10})");
    QCOMPARE(start.status, 404);
    QVERIFY(start.body.contains("Not found: /jobmanager/profiler"));
}

void TestSimFlinkProgram::whatWasCompletedSurvivesACrashUnseen()
{
    support::SimFlink cluster({});
    QVERIFY(cluster.runUntilRunning());
    // Nobody asks REST meanwhile: nothing but the end of the process makes it write.
    cluster.advance(60s);
    QVERIFY(cluster.manager().jobs().front()->coordinator().latest());
    const QString newest = cluster.manager().jobs().front()->coordinator().latest()->folder;
    QVERIFY(!cluster.storage().exists(newest));
    cluster.restartManager();
    QVERIFY(cluster.storage().exists(newest + u"/_metadata"_s));
    QVERIFY(cluster.runUntilRunning());
    QCOMPARE(
        cluster.object(cluster.jobPath(u"/checkpoints"_s))["latest"_L1]["restored"_L1]["external_path"_L1].toString(),
        newest);
}

QTEST_GUILESS_MAIN(TestSimFlinkProgram)
#include "tst_simflinkprogram.moc"
