#include "core/flink/deployment.h"
#include "core/flink/pod.h"

#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using support::json;
using support::recording;
using support::utc;
using support::valueOf;

class TestFlinkDecode : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void readsAnApplication()
    {
        const Deployment d = valueOf(decodeDeployment(recording(u"cr/01-stable"_s)));
        QCOMPARE(d.metadata.name, u"orders"_s);
        QCOMPARE(d.metadata.nameSpace, u"default"_s);
        QCOMPARE(d.metadata.uid, u"10031d3c-ed9f-43a1-85c4-d488f2391dd7"_s);
        QCOMPARE(d.metadata.resourceVersion, u"1239"_s);
        QCOMPARE(d.metadata.generation, 1);
        QCOMPARE(d.metadata.createdAt, QDateTime(QDate(2026, 11, 21), QTime(13, 57, 22), Qt::UTC));
        QVERIFY(!d.metadata.deletedAt.isValid());
        QCOMPARE(d.metadata.finalizers, QStringList{u"flinkdeployments.flink.apache.org/finalizer"_s});
        QCOMPARE(d.metadata.owner, u"kubectl"_s);
        QCOMPARE(d.image, u"flink:1.20"_s);
        QCOMPARE(d.flinkVersion, u"v1_20"_s);
        QCOMPARE(d.mode, QString());
        QVERIFY(!d.isSession());
        QCOMPARE(*d.job, (JobSpec{u"local:///opt/flink/usrlib/orders.jar"_s, {}, u"running"_s, u"savepoint"_s, {}, 2}));
        QCOMPARE(d.taskManagerReplicas, 0);
        QCOMPARE(d.taskSlots, 2);
        QCOMPARE(d.parallelism(), 2);
        QCOMPARE(d.jobManagerStatus, u"READY"_s);
        QCOMPARE(d.clusterInfo, (QMap<QString, QString>{{u"flink-revision"_s, u"f6265b2 @ 2026-04-16T22:34:59+02:00"_s},
                                                        {u"flink-version"_s, u"1.20.4"_s},
                                                        {u"state-size"_s, u"6268"_s},
                                                        {u"total-cpu"_s, u"3.2"_s},
                                                        {u"total-memory"_s, u"1887436800"_s}}));
        QVERIFY(d.document.isEmpty());
        const OperatorStatus& s = d.status;
        QCOMPARE(s.jobName, u"orders"_s);
        QCOMPARE(s.jobId, u"87c67fdf93b515b347e2de50360963b2"_s);
        QCOMPARE(s.jobState, u"RUNNING"_s);
        QCOMPARE(s.startTime, utc(1795269456341));
        QCOMPARE(s.updateTime, utc(1795269478343));
        QCOMPARE(s.upgradeSavepointPath, QString());
        QCOMPARE(s.lifecycleState, u"STABLE"_s);
        QCOMPARE(s.reconciliationState, u"DEPLOYED"_s);
        QCOMPARE(s.reconciledAt, utc(1795269448732));
        QVERIFY(!s.error);
        QCOMPARE(s.observedGeneration, 1);
        QCOMPARE(s.usedUpgradeMode, u"stateless"_s);
        QVERIFY(s.lastReconciledIsStable);
    }

    void readsWhatTheOperatorReports_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("states"); // lifecycle, JobManager, job, reconciliation, upgrade mode used
        QTest::addColumn<QString>("upgradePath");
        QTest::addColumn<bool>("stable");
        QTest::addColumn<qint64>("observed"); // -1: not reported
        const QString marker = u"KUBERNETES_OPERATOR_LAST_STATE"_s;
        QTest::newRow("suspended") << u"cr/05-suspended"_s
                                   << QStringList{u"SUSPENDED"_s, u"READY"_s, u"FINISHED"_s, u"DEPLOYED"_s,
                                                  u"savepoint"_s}
                                   << u"file:/flink-data/orders/sp/savepoint-87c67f-d332e209a374"_s << true << 3LL;
        QTest::newRow("upgraded") << u"cr/07-upgraded-savepoint"_s
                                  << QStringList{u"STABLE"_s, u"READY"_s, u"RUNNING"_s, u"DEPLOYED"_s, u"savepoint"_s}
                                  << u"file:/flink-data/orders/sp/savepoint-61fb25-39061a54c58a"_s << true << 5LL;
        QTest::newRow("bad upgrade") << u"cr/10-bad-upgrade"_s
                                     << QStringList{u"DEPLOYED"_s, u"ERROR"_s, u"RECONCILING"_s, u"DEPLOYED"_s,
                                                    u"last-state"_s}
                                     << marker << false << 7LL;
        QTest::newRow("session cluster") << u"cr/20-session"_s
                                         << QStringList{u"STABLE"_s, u"READY"_s, u"RECONCILING"_s, u"DEPLOYED"_s,
                                                        QString()}
                                         << QString() << true << 1LL;
        QTest::newRow("operator 1.7") << u"cr/51-op170-savepoint"_s
                                      << QStringList{u"DEPLOYED"_s, u"READY"_s, u"RUNNING"_s, u"DEPLOYED"_s,
                                                     u"stateless"_s}
                                      << QString() << false << 3LL;
        QTest::newRow("operator 1.7, recorded by tests/live")
            << u"operator-1.7.0/resource"_s
            << QStringList{u"STABLE"_s, u"READY"_s, u"RUNNING"_s, u"DEPLOYED"_s, u"stateless"_s} << QString() << true
            << 2LL;
        QTest::newRow("JobManager gone") << u"faults/02-jobmanager-deployment-deleted/07-cr-missing"_s
                                         << QStringList{u"STABLE"_s, u"MISSING"_s, u"RECONCILING"_s, u"DEPLOYED"_s,
                                                        u"savepoint"_s}
                                         << u"file:/flink-data/orders/ckpt/32d100e0f9d6c8f4269a5ee37aafced3/chk-12"_s
                                         << true << 3LL;
        QTest::newRow("rolled back") << u"faults/06-rollback/03-cr-rolled-back"_s
                                     << QStringList{u"ROLLED_BACK"_s, u"DEPLOYING"_s, u"RECONCILING"_s,
                                                    u"ROLLED_BACK"_s, u"last-state"_s}
                                     << marker << false << 2LL;
    }
    void readsWhatTheOperatorReports()
    {
        QFETCH(QString, name);
        const Deployment d = valueOf(decodeDeployment(recording(name)));
        const OperatorStatus& s = d.status;
        QTEST((QStringList{s.lifecycleState, d.jobManagerStatus, s.jobState, s.reconciliationState, s.usedUpgradeMode}),
              "states");
        QTEST(s.upgradeSavepointPath, "upgradePath");
        QTEST(s.lastReconciledIsStable, "stable");
        QTEST(s.observedGeneration.value_or(-1), "observed");
    }

    void readsASessionCluster()
    {
        const Deployment d = valueOf(decodeDeployment(recording(u"cr/20-session"_s)));
        QVERIFY(d.isSession());
        QCOMPARE(d.parallelism(), 0);
        QCOMPARE(d.status.jobId, QString());
    }

    void readsTheLegacySavepoint()
    {
        const OperatorStatus s = valueOf(decodeDeployment(recording(u"cr/51-op170-savepoint"_s))).status;
        QCOMPARE(s.lastSavepointPath, u"file:/flink-data/reg/sp/savepoint-0e2c3b-1c2d2bb00803"_s);
        QCOMPARE(s.lastSavepointAt, utc(1795270257923));
    }

    void readsErrorsAsJsonAndAsText()
    {
        const auto error = [](const QString& name) {
            return valueOf(decodeDeployment(recording(name))).status.error.value();
        };
        const OperatorError crash = error(u"cr/10-bad-upgrade"_s);
        QCOMPARE(crash.type, u"org.apache.flink.kubernetes.operator.exception.DeploymentFailedException"_s);
        QCOMPARE(crash.message, u"[flink-main-container] back-off 10s restarting failed container=flink-main-container "
                                "pod=orders-7dfb75b678-7h977_default(7a03e464-8294-4c0f-83c6-fca6c106a956)"_s);
        QCOMPARE(crash.reason, u"CrashLoopBackOff"_s);
        QVERIFY(crash.causes.isEmpty());
        const OperatorError pull = error(u"faults/07-wrong-image/01-cr-12s"_s);
        QCOMPARE(pull.reason, u"ErrImagePull"_s);
        QVERIFY(pull.message.contains(u"\"registry.example/library/flink:1.20-typo\""_s));
        const OperatorError savepoint = error(u"faults/10-checkpoint-and-savepoint-failing/13-cr-upgrade-12s"_s);
        QCOMPARE(savepoint.message, u"Savepoint Error"_s);
        QCOMPARE(savepoint.causes.size(), 2);
        QVERIFY(savepoint.causes.first().endsWith(u"while triggering the checkpoint. IO-problem detected."_s));
        const SessionJob lost =
            valueOf(decodeSessionJob(recording(u"faults/19-session-jm-restart/03-sessionjob-20s"_s)));
        QCOMPARE(*lost.status.error, (OperatorError{{}, u"Job Not Found"_s, {}, {}}));
    }

    void readsASessionJob()
    {
        const SessionJob j = valueOf(decodeSessionJob(recording(u"cr/22-sessionjob-suspended"_s)));
        QCOMPARE(j.metadata.name, u"sj1"_s);
        QCOMPARE(j.deploymentName, u"sess"_s);
        QCOMPARE(j.job->upgradeMode, u"savepoint"_s);
        QCOMPARE(j.job->parallelism, 1);
        QCOMPARE(j.status.jobId, QString());
        QCOMPARE(j.status.jobState, u"FINISHED"_s);
        QCOMPARE(j.status.lifecycleState, u"SUSPENDED"_s);
        QCOMPARE(j.status.usedUpgradeMode, u"savepoint"_s);
        QCOMPARE(j.status.upgradeSavepointPath, u"file:/flink-data/sess/sp/savepoint-81eef0-45ea0f91f428"_s);
    }

    void readsSnapshots()
    {
        const StateSnapshot done = valueOf(decodeStateSnapshot(recording(u"cr/02-snapshot-completed"_s)));
        QCOMPARE(done.jobKind, u"FlinkDeployment"_s);
        QCOMPARE(done.jobName, u"orders"_s);
        QCOMPARE(done.type, StateSnapshot::Type::Savepoint);
        QCOMPARE(done.formatType, u"CANONICAL"_s);
        QCOMPARE(done.disposeOnDelete, false);
        QCOMPARE(done.alreadyExists, false);
        QCOMPARE(done.state, u"COMPLETED"_s);
        QCOMPARE(done.path, u"file:/flink-data/orders/sp/savepoint-87c67f-400152b969a0"_s);
        QCOMPARE(done.triggerId, u"bcee94c827c58a4ec8c876bd648b1b9b"_s);
        QCOMPARE(done.triggerType, u"MANUAL"_s);
        QCOMPARE(done.triggeredAt, QDateTime(QDate(2026, 11, 21), QTime(13, 59, 29, 798), Qt::UTC));
        QCOMPARE(done.resultAt, QDateTime(QDate(2026, 11, 21), QTime(13, 59, 44, 984), Qt::UTC));

        const StateSnapshot failed =
            valueOf(decodeStateSnapshot(recording(u"faults/10-checkpoint-and-savepoint-failing/09-snapshot-sv0"_s)));
        QCOMPARE(failed.state, u"FAILED"_s);
        QCOMPARE(failed.failures, 1);
        QVERIFY(failed.disposeOnDelete);
        QVERIFY2(failed.error.startsWith(u"java.util.concurrent.CompletionException"_s), qPrintable(failed.error));

        const StateSnapshot pending = valueOf(decodeStateSnapshot(recording(u"cr/04-snapshot-nojob"_s)));
        QCOMPARE(pending.state, QString());
        QVERIFY(!pending.triggeredAt.isValid());

        const StateSnapshot checkpoint = valueOf(decodeStateSnapshot(
            recording(u"faults/10-checkpoint-and-savepoint-failing/07-snapshot-checkpoint-while-failing"_s)));
        QCOMPARE(checkpoint.type, StateSnapshot::Type::Checkpoint);
    }

    void readsABlueGreenDeployment()
    {
        const BlueGreenDeployment d = valueOf(decodeBlueGreenDeployment(recording(u"cr/30-bg-active-blue"_s)));
        QCOMPARE(d.metadata.name, u"bg"_s);
        QCOMPARE(d.flinkVersion, u"v1_20"_s);
        QCOMPARE(d.blueGreenState, u"ACTIVE_BLUE"_s);
        QCOMPARE(d.status.jobState, u"RUNNING"_s);
        QVERIFY(d.status.reconciledAt.isValid());
    }

    void tellsWhoWritesTheSpec_data()
    {
        QTest::addColumn<QString>("metadata");
        QTest::addColumn<QString>("owner");
        const auto manager = [](const QString& name, const QString& subresource = {}) {
            return QString::fromLatin1(json("'managedFields':[{'manager':'%1','operation':'Update','fieldsV1':{'f:spec'"
                                            ":{}},'subresource':'%2'}]"))
                .arg(name, subresource);
        };
        QTest::newRow("nobody known") << u""_s << QString();
        QTest::newRow("tracking id") << QString::fromLatin1(
                                            json("'annotations':{'argocd.argoproj.io/tracking-id':'a:b'}"))
                                     << u"Argo CD"_s;
        QTest::newRow("manager of Argo CD") << manager(u"argocd-controller"_s) << u"Argo CD"_s;
        QTest::newRow("Flux") << QString::fromLatin1(json("'labels':{'kustomize.toolkit.fluxcd.io/name':'apps'}"))
                              << u"Flux"_s;
        QTest::newRow("Helm under Flux")
            << QString::fromLatin1(
                   json("'labels':{'app.kubernetes.io/managed-by':'Helm','helm.toolkit.fluxcd.io/name':'x'}"))
            << u"Flux"_s;
        QTest::newRow("Helm") << QString::fromLatin1(json("'labels':{'app.kubernetes.io/managed-by':'Helm'}"))
                              << u"Helm"_s;
        QTest::newRow("managed by something else")
            << QString::fromLatin1(json("'labels':{'app.kubernetes.io/managed-by':'me'}")) << QString();
        QTest::newRow("kubectl edit") << manager(u"kubectl-edit"_s) << u"kubectl"_s;
        QTest::newRow("edited by hand under Argo CD")
            << manager(u"kubectl-edit"_s) +
                   QString::fromLatin1(json(",'annotations':{'argocd.argoproj.io/tracking-id':'a'}"))
            << u"Argo CD"_s;
        QTest::newRow("status only") << manager(u"kubectl"_s, u"status"_s) << QString();
        QTest::newRow("operator") << manager(u"flink-operator"_s) << QString();
    }
    void tellsWhoWritesTheSpec()
    {
        QFETCH(QString, metadata);
        const QString object = QString::fromLatin1(json("{'metadata':{'name':'x'%1%2}}"))
                                   .arg(metadata.isEmpty() ? u""_s : u","_s, metadata);
        QTEST(valueOf(decodeDeployment(object.toUtf8())).metadata.owner, "owner");
    }

    void tellsWhatItIsAColourOf_data()
    {
        QTest::addColumn<QString>("references");
        QTest::addColumn<QString>("blueGreen");
        QTest::newRow("none") << u"[]"_s << QString();
        QTest::newRow("a colour") << u"[{'kind':'FlinkBlueGreenDeployment','name':'feed','controller':true}]"_s
                                  << u"feed"_s;
        QTest::newRow("the name comes first") << u"[{'name':'feed','kind':'FlinkBlueGreenDeployment'}]"_s << u"feed"_s;
        QTest::newRow("among others")
            << u"[{'kind':'FlinkBlueGreenDeployment','name':'feed'},{'kind':'Application','name':'x'}]"_s << u"feed"_s;
        QTest::newRow("somebody else's") << u"[{'kind':'Application','name':'x'}]"_s << QString();
        QTest::newRow("no list") << u"'x'"_s << QString();
        QTest::newRow("no objects") << u"[1,null,'x']"_s << QString();
    }
    void tellsWhatItIsAColourOf()
    {
        QFETCH(QString, references);
        const QString object = u"{'metadata':{'name':'feed-blue','ownerReferences':%1}}"_s.arg(references);
        QTEST(valueOf(decodeDeployment(json(qPrintable(object)))).metadata.blueGreen, "blueGreen");
    }

    void forgivesOddFields()
    {
        const Deployment d = valueOf(decodeDeployment(
            json("{'kind':7,'metadata':{'name':'x','generation':'9007199254740993',"
                 "'resourceVersion':12,'labels':[1],'finalizers':'f','creationTimestamp':'soon','annotations':null},"
                 "'spec':{'job':null,'image':{'a':1},'taskManager':{'replicas':'3'},"
                 "'flinkConfiguration':{'taskmanager':{'numberOfTaskSlots':4},'taskmanager.x':1}},"
                 "'status':{'observedGeneration':9223372036854775807,'jobStatus':{'startTime':1795269456341,'"
                 "updateTime':'','state':null},"
                 "'reconciliationStatus':{'lastReconciledSpec':'{','lastStableSpec':null,'reconciliationTimestamp':'"
                 "2026-11-21T13:57:58Z'},"
                 "'clusterInfo':[],'error':{'message':'as object'},'conditions':7}}")));
        QCOMPARE(d.metadata.generation, 9007199254740993LL);
        QCOMPARE(d.metadata.resourceVersion, u"12"_s);
        QVERIFY(!d.metadata.createdAt.isValid());
        QVERIFY(d.isSession());
        QCOMPARE(d.image, QString());
        QCOMPARE(d.taskSlots, 4);
        QCOMPARE(d.parallelism(), 12);
        QCOMPARE(d.status.observedGeneration, std::numeric_limits<qint64>::max());
        QCOMPARE(d.status.startTime, utc(1795269456341));
        QVERIFY(!d.status.updateTime.isValid());
        QCOMPARE(d.status.reconciledAt, QDateTime(QDate(2026, 11, 21), QTime(13, 57, 58), Qt::UTC));
        QVERIFY(!d.status.lastReconciledIsStable);
        QCOMPARE(d.status.error->message, u"as object"_s);
    }

    void readsVeryOldRecordedSpecs()
    {
        const Deployment d =
            valueOf(decodeDeployment(json("{'metadata':{'name':'x'},'status':{'reconciliationStatus':{'"
                                          "lastReconciledSpec':'{\\'job\\':{\\'upgradeMode\\':\\'stateless\\'}}',"
                                          "'lastStableSpec':'{\\'job\\':{\\'upgradeMode\\':\\'stateless\\'}}'}}}")));
        QCOMPARE(d.status.usedUpgradeMode, u"stateless"_s);
        QVERIFY(d.status.lastReconciledIsStable);
    }

    void keepsTheWholeDocumentWhenAsked()
    {
        const QByteArray whole = recording(u"cr/01-stable"_s);
        QCOMPARE(valueOf(decodeDeploymentDocument(whole)).document, whole);
        QCOMPARE(valueOf(decodeSessionJobDocument(recording(u"cr/21-sessionjob"_s))).document,
                 recording(u"cr/21-sessionjob"_s));
    }

    void refusesWhatIsNoNamedObject_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray whole = recording(u"cr/01-stable"_s);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank") << QByteArray("   ");
        QTest::newRow("HTML") << QByteArray("<html><body>502</body></html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("\"x\"");
        QTest::newRow("no metadata") << QByteArray("{}");
        QTest::newRow("metadata is a text") << json("{'metadata':'x'}");
        QTest::newRow("no name") << json("{'metadata':{'name':null}}");
        QTest::newRow("cut in the middle") << whole.first(whole.size() / 2);
        QTest::newRow("cut behind a brace") << whole.first(whole.indexOf("\"spec\"") - 3);
        QTest::newRow("not UTF-8") << QByteArray("{\"metadata\":{\"name\":\"\xff\xfe\"}}");
        QTest::newRow("missing comma") << json("{'metadata':{'name':'x' 'uid':'y'}}");
        QTest::newRow("control character") << QByteArray("{\"metadata\":{\"name\":\"x\",\"uid\":\x01}}");
    }
    void refusesWhatIsNoNamedObject()
    {
        QFETCH(QByteArray, json);
        const auto decoded = decodeDeployment(json);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().kind, base::Error::Kind::Decode);
        QVERIFY(!decoded.error().message.isEmpty());
        QVERIFY(!decodePod(json));
        QVERIFY(!decodeEvent(json));
        QVERIFY(!decodeStateSnapshot(json));
    }
};

QTEST_GUILESS_MAIN(TestFlinkDecode)
#include "tst_flinkdecode.moc"
