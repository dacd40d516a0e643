#include "tests/cli/dreyctlfixture.h"
#include "tests/support/sim/flinkserver.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::missingKeys;
using support::Outcome;

/// Operations as they are typed, at a Flink cluster without Kubernetes.
class DreyctlEndpointTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_time.stop(); }

    void aPlanIsOneDocumentAndChangesNothing();
    void aSavepointEndsWithItsPath();
    void aSuspensionEndsWithItsPath();
    void aStoppedJobIsResumed();
    void aDeletionCancelsWhenItIsTold();
    void aRescaledJobRunsSo();
    void aProtectedEndpointNeedsItsAddress();
    void whatMakesNoSenseIsAUsage_data();
    void whatMakesNoSenseIsAUsage();
    void whatCannotBeIsTold();
    void whatWasLeftIsContinued();

private:
    void start(bool isSession);
    Outcome operate(const QStringList& words)
    {
        return run(words + QStringList{u"--endpoint"_s, address(), u"--lang"_s, u"en"_s});
    }
    QString address() const { return m_flink->server.url().toString(); }
    QString state() { return m_flink->flink.object(u"/jobs/"_s + m_job)[u"state"_s].toString(); }
    QJsonArray operations() { return run({u"operations"_s, u"-o"_s, u"json"_s}).json()[u"items"_s].toArray(); }

    std::unique_ptr<support::FlinkServer> m_flink;
    QTimer m_time;
    QString m_job;
};

void DreyctlEndpointTest::init()
{
    begin();
    start(false);
}

void DreyctlEndpointTest::start(bool isSession)
{
    m_time.stop();
    support::SimFlink::Options options;
    options.isSession = isSession;
    options.configuration = {{u"jobmanager.scheduler"_s, u"adaptive"_s}};
    m_flink = std::make_unique<support::FlinkServer>(options);
    if (isSession)
        m_flink->runOrders();
    QVERIFY(m_flink->flink.runUntilRunning());
    m_flink->flink.advance(12s);
    QVERIFY(m_flink->server.listen());
    m_job = m_flink->flink.job().id();
    m_time.disconnect();
    connect(&m_time, &QTimer::timeout, this, [this] { m_flink->flink.advance(500ms); });
    m_time.start(20ms);
}

void DreyctlEndpointTest::aPlanIsOneDocumentAndChangesNothing()
{
    const Outcome said = operate({u"suspend"_s, m_job, u"--plan"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QJsonObject plan = said.json();
    QCOMPARE(missingKeys(plan, {u"kind"_s, u"operation"_s, u"object"_s, u"preflight"_s, u"steps"_s, u"expectedMs"_s,
                                u"confirm"_s}),
             QStringList());
    QCOMPARE(plan[u"context"_s].toString(), address());
    QCOMPARE(plan[u"steps"_s][0][u"request"_s][u"path"_s].toString(), u"/jobs/%1/stop"_s.arg(m_job));
    QVERIFY(m_flink->taken.isEmpty());
    QVERIFY(operations().isEmpty());
    const Outcome korean = run({u"suspend"_s, m_job, u"--plan"_s, u"--lang"_s, u"ko"_s, u"--endpoint"_s, address()});
    QVERIFY2(korean.out.contains("사전 점검"), korean.out.constData());
}

void DreyctlEndpointTest::aSavepointEndsWithItsPath()
{
    const Outcome said = operate({u"savepoint"_s, m_job, u"--format"_s, u"native"_s, u"--to-directory"_s,
                                  u"file:///flink-data/mine"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QJsonObject operation = said.json();
    QCOMPARE(operation[u"kind"_s].toString(), u"Operation"_s);
    QCOMPARE(operation[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY(operation[u"result"_s].toString().contains(u"/mine/savepoint-"_s));
    QVERIFY(m_flink->flink.storage().exists(operation[u"result"_s].toString() + u"/_metadata"_s));
    QCOMPARE(state(), u"RUNNING"_s);
    const Outcome checkpoint = operate({u"checkpoint"_s, m_job, u"--yes"_s});
    QVERIFY2(checkpoint.code == 0, checkpoint.err.constData());
}

void DreyctlEndpointTest::aSuspensionEndsWithItsPath()
{
    QCOMPARE(operate({u"suspend"_s, m_job}).code, 2); // nobody is there to agree
    const Outcome said = operate({u"suspend"_s, m_job, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QVERIFY(said.json()[u"result"_s].toString().contains(u"/savepoint-"_s));
    QCOMPARE(state(), u"FINISHED"_s);
    const Outcome again = operate({u"suspend"_s, m_job, u"--yes"_s});
    QCOMPARE(again.code, 5);
    QVERIFY2(again.err.contains("FINISHED"), again.err.constData());
}

void DreyctlEndpointTest::aStoppedJobIsResumed()
{
    start(true);
    const Outcome running = operate({u"resume"_s, m_job, u"--yes"_s});
    QCOMPARE(running.code, 5);
    QVERIFY2(running.err.contains("has not ended"), running.err.constData());
    const Outcome stopped = operate({u"suspend"_s, m_job, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(stopped.code == 0, stopped.err.constData());
    const Outcome which = operate({u"resume"_s, m_job, u"--jar"_s, u"other.jar"_s, u"--yes"_s});
    QCOMPARE(which.code, 5);
    QVERIFY2(which.err.contains("--jar"), which.err.constData());
    const Outcome said = operate({u"resume"_s, m_job, u"--jar"_s, u"orders.jar"_s, u"--program-arg"_s,
                                  u"--password=hunter2hunter2"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QVERIFY(!said.out.contains("hunter2") && !said.err.contains("hunter2"));
    const QJsonObject facts = said.json()[u"facts"_s].toObject();
    QCOMPARE(facts[u"restoredFrom"_s].toString(), stopped.json()[u"result"_s].toString());
    m_job = facts[u"jobId"_s].toString();
    QCOMPARE(state(), u"RUNNING"_s);
    // What it was told reached the program.
    bool isTold = false;
    for (const support::Recorded& request : m_flink->server.requests())
        isTold = isTold || request.body.contains("hunter2hunter2");
    QVERIFY(isTold);
}

void DreyctlEndpointTest::aDeletionCancelsWhenItIsTold()
{
    const Outcome said = operate({u"delete"_s, m_job, u"--no-savepoint"_s, u"--yes"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    QCOMPARE(state(), u"CANCELED"_s);
}

void DreyctlEndpointTest::aRescaledJobRunsSo()
{
    const Outcome said = operate({u"rescale"_s, m_job, u"--parallelism"_s, u"1"_s, u"--yes"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    for (const QJsonValue vertex : m_flink->flink.object(u"/jobs/"_s + m_job)[u"vertices"_s].toArray())
        QCOMPARE(vertex[u"parallelism"_s].toInt(), 1);
}

void DreyctlEndpointTest::aProtectedEndpointNeedsItsAddress()
{
    QDir().mkpath(path(u"settings/drey"_s));
    QFile settings(path(u"settings/drey/connections.json"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"version": 1, "connections": [{"id": "endpoint:)" + address().toUtf8() +
                   R"(", "environment": "production"}]})");
    settings.close();
    const QStringList savepoint{u"savepoint"_s, m_job, u"--yes"_s};
    const Outcome refused = operate(savepoint);
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.err.contains("protected"), refused.err.constData());
    QCOMPARE(operate(savepoint + QStringList{u"--allow-protected"_s, u"another"_s}).code, 4);
    QVERIFY(m_flink->taken.isEmpty());
    const Outcome right = operate(savepoint + QStringList{u"--allow-protected"_s, address()});
    QVERIFY2(right.code == 0, right.err.constData());
}

void DreyctlEndpointTest::whatMakesNoSenseIsAUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("names");
    const QString id(32, u'a');
    QTest::newRow("a custom resource") << QStringList{u"upgrade"_s, id, u"--image"_s, u"x"_s} << QByteArray("upgrade");
    QTest::newRow("a namespace") << QStringList{u"savepoint"_s, id, u"-n"_s, u"payments"_s} << QByteArray("namespace");
    QTest::newRow("a session job") << QStringList{u"suspend"_s, id, u"--session-job"_s} << QByteArray("session-job");
    QTest::newRow("a name") << QStringList{u"suspend"_s, u"orders"_s} << QByteArray("orders");
    QTest::newRow("no parallelism") << QStringList{u"rescale"_s, id, u"--parallelism"_s, u"0"_s} << QByteArray("'0'");
    QTest::newRow("no vertex") << QStringList{u"rescale"_s, id, u"--vertex"_s, u"x"_s} << QByteArray("'x'");
    QTest::newRow("nothing to change") << QStringList{u"rescale"_s, id} << QByteArray("--help");
}

void DreyctlEndpointTest::whatMakesNoSenseIsAUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, names);
    const Outcome said = operate(words);
    QCOMPARE(said.code, 2);
    QVERIFY2(said.err.contains(names), said.err.constData());
}

void DreyctlEndpointTest::whatCannotBeIsTold()
{
    QCOMPARE(operate({u"savepoint"_s, QString(32, u'a'), u"--yes"_s}).code, 5);
    const quint16 port = m_flink->server.port();
    m_flink->server.stop();
    const Outcome silent =
        run({u"savepoint"_s, m_job, u"--yes"_s, u"--endpoint"_s, u"http://127.0.0.1:%1"_s.arg(port)});
    QCOMPARE(silent.code, 3);
    // What is for an endpoint is for nothing else.
    QCOMPARE(run({u"suspend"_s, u"orders"_s, u"--drain"_s}).code, 2);
}

void DreyctlEndpointTest::whatWasLeftIsContinued()
{
    const Outcome said = operate({u"suspend"_s, m_job, u"--no-wait"_s, u"--yes"_s, u"-o"_s, u"json"_s});
    QVERIFY2(said.code == 0, said.err.constData());
    const QString id = said.json()[u"id"_s].toString();
    QCOMPARE(operations().first()[u"state"_s].toString(), u"interrupted"_s);
    const Outcome elsewhere = run({u"operations"_s, u"continue"_s, id});
    QCOMPARE(elsewhere.code, 2);
    QVERIFY2(elsewhere.err.contains(address().toUtf8()), elsewhere.err.constData());
    const Outcome followed = operate({u"operations"_s, u"continue"_s, id, u"-o"_s, u"json"_s});
    QVERIFY2(followed.code == 0, followed.err.constData());
    QCOMPARE(followed.json()[u"state"_s].toString(), u"succeeded"_s);
    QCOMPARE(m_flink->taken.size(), 1);
    QCOMPARE(state(), u"FINISHED"_s);
}

QTEST_GUILESS_MAIN(DreyctlEndpointTest)
#include "tst_dreyctlendpoint.moc"
