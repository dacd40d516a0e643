#include "tests/contract/support/operatorpair.h"
#include "tests/live/support/podcluster.h"
#include "tests/support/hygiene.h"

#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using contract::OperatorPair;

namespace {

const QString orders = u"orders"_s;
const QString stable = u"STABLE/READY/RUNNING/DEPLOYED"_s;

/// Without a status; between two rounds of the operator; a pod that is there before its ConfigMaps: seen or not.
const QStringList luck{u"//"_s,
                       u"DEPLOYED/READY/CREATED"_s,
                       u"STABLE/READY/CREATED"_s,
                       u"DEPLOYED/ERROR/RECONCILING"_s,
                       u"UPGRADING/READY/FINISHED"_s,
                       u"UPGRADING/MISSING/FINISHED"_s,
                       u"DEPLOYED/CREATED"_s,
                       u"DEPLOYED/MISSING"_s,
                       u"ROLLED_BACK/READY/CREATED"_s,
                       u"UPGRADING//"_s,
                       u"UPGRADING/MISSING//"_s};
/// The new cluster is made before all of the old one is gone: the operator tries again.
const QString tooSoon = u"ClusterDeploymentException"_s;
/// What the operator says of the same.
const QStringList eventsOfLuck{
    u"FlinkDeployment orders Normal Job JobStatusChanged Job status changed from RECONCILING to "_s,
    u"FlinkDeployment orders Normal Job JobStatusChanged Job status changed from CREATED to RUNNING"_s,
    u"FlinkSessionJob clicks Normal Job JobStatusChanged Job status changed from RECONCILING to "_s,
    u"FlinkSessionJob clicks Normal Job JobStatusChanged Job status changed from CREATED to RUNNING"_s,
    u"FlinkDeployment adhoc Warning JobManagerDeployment Missing"_s,
    u"FlinkDeployment orders Warning JobManagerDeployment "_s + tooSoon,
    u"FlinkDeployment orders Warning JobManagerDeployment ErrImagePull"_s,
    u"FlinkDeployment orders Warning JobManagerDeployment ImagePullBackOff"_s};
/// What cannot be pulled is told in the words of the runtime and the registry.
const QStringList errorsOfLuck{u"DeploymentFailedException: failed to pull"_s,
                               u"DeploymentFailedException: Back-off pulling image"_s,
                               u"ReconciliationException: org.apache.flink.client.deployment."_s + tooSoon};

/// A leader writes to it every few seconds: the practice cluster spares its clients that.
const QString leader = u"ConfigMap/orders-cluster-config-map annotations"_s;

QString patch(const QString& spec)
{
    return u"{\"spec\": %1}"_s.arg(spec);
}

} // namespace

/// The same stories told to the real operator, in a cluster of pods, and to the practice cluster that plays its
/// release: the states each resource goes through, what is in its status at the end, what the operator says in events
/// and what it makes. Where they differ, the practice cluster is wrong.
class ContractOperatorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();
    void cleanupTestCase() { m_pair.reset(); }

    // In this order: what the one has left is where the next begins.
    void aDeploymentBecomesStable();
    void aNonceMakesASavepoint();
    void aSuspendedJobResumes();
    void anUpgradeWithASavepoint();
    void anUpgradeFromTheLastState();
    void anUpgradeWithoutState();
    void aLostJobManagerIsDeployedAgain();
    void aBadImageAndItsMending();
    void aBadProgramIsRolledBack();
    void lostMetadataStopsTheOperator();
    void aDeploymentIsDeleted();
    void aSpecThatIsNotValidIsToldInTheStatus();
    void aSessionJobLivesAndDies();

private:
    void change(const QString& spec);
    void becomeStable();
    /// `mayDiffer`: ways into the resource, beginnings of what has been made for it.
    void compare(const QStringList& mayDiffer = {}, const QStringList& childrenThatMayDiffer = {leader});

    std::unique_ptr<OperatorPair> m_pair;
};

#define VERIFY_EMPTY(problem)                                                                                          \
    do {                                                                                                               \
        const QString problem_ = (problem);                                                                            \
        QVERIFY2(problem_.isEmpty(), qPrintable(problem_));                                                            \
    } while (false)

void ContractOperatorTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_pair = std::make_unique<OperatorPair>();
    VERIFY_EMPTY(m_pair->start());
}

void ContractOperatorTest::cleanup()
{
    if (m_pair)
        qInfo("real:\n%s\npractice:\n%s", qPrintable(m_pair->diary(OperatorPair::Real).report()),
              qPrintable(m_pair->diary(OperatorPair::Practice).report()));
}

void ContractOperatorTest::change(const QString& spec)
{
    m_pair->begin();
    VERIFY_EMPTY(
        m_pair->tell({u"patch"_s, u"flinkdeployment"_s, orders, u"--type=merge"_s, u"--patch"_s, patch(spec)}));
}

void ContractOperatorTest::becomeStable()
{
    VERIFY_EMPTY(m_pair->become(orders, stable));
}

void ContractOperatorTest::compare(const QStringList& mayDiffer, const QStringList& childrenThatMayDiffer)
{
    QStringList problems;
    problems += m_pair->compareStates(orders, luck);
    problems += m_pair->compareErrors(errorsOfLuck);
    problems += m_pair->compareEvents(eventsOfLuck);
    problems += m_pair->compareResource(u"flinkdeployment/orders"_s, mayDiffer);
    problems += m_pair->compareChildren(orders, childrenThatMayDiffer);
    problems.removeAll(QString());
    if (!problems.isEmpty())
        qInfo("%s", qPrintable(problems.join(u'\n'))); // a failure's message is cut
    QVERIFY(problems.isEmpty());
}

void ContractOperatorTest::aDeploymentBecomesStable()
{
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"apply"_s, u"-f"_s, QFINDTESTDATA("../live/manifests/orders.yaml")}));
    becomeStable();
    compare();
}

void ContractOperatorTest::aNonceMakesASavepoint()
{
    change(uR"({"job": {"savepointTriggerNonce": 1}})"_s);
    const auto isMade = [this](OperatorPair::Of of) {
        const QJsonValue status = m_pair->object(of, u"flinkdeployment/orders"_s)[u"status"];
        return status[u"jobStatus"][u"savepointInfo"][u"lastSavepoint"].isObject();
    };
    QVERIFY(m_pair->comeTrue(isMade));
    becomeStable();
    compare();
}

void ContractOperatorTest::aSuspendedJobResumes()
{
    change(uR"({"job": {"state": "suspended"}})"_s);
    VERIFY_EMPTY(m_pair->become(orders, u"SUSPENDED/"_s));
    compare();
    change(uR"({"job": {"state": "running"}})"_s);
    becomeStable();
    compare();
}

void ContractOperatorTest::anUpgradeWithASavepoint()
{
    change(uR"({"restartNonce": 1, "job": {"upgradeMode": "savepoint"}})"_s);
    becomeStable();
    compare();
}

void ContractOperatorTest::anUpgradeFromTheLastState()
{
    change(uR"({"restartNonce": 2, "job": {"upgradeMode": "last-state"}})"_s);
    becomeStable();
    compare();
}

void ContractOperatorTest::anUpgradeWithoutState()
{
    change(uR"({"restartNonce": 3, "job": {"upgradeMode": "stateless"}})"_s);
    becomeStable();
    compare();
}

void ContractOperatorTest::aLostJobManagerIsDeployedAgain()
{
    change(uR"({"job": {"upgradeMode": "last-state"}})"_s); // is noted, and nothing else is done
    becomeStable();
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"deployment"_s, orders}));
    becomeStable();
    compare();
}

void ContractOperatorTest::aBadImageAndItsMending()
{
    change(uR"({"image": "flink:typo"})"_s);
    VERIFY_EMPTY(m_pair->become(orders, u"DEPLOYED/ERROR"_s));
    compare({u".status.error>"_s});
    change(uR"({"image": "flink:1.20"})"_s);
    becomeStable();
    compare();
}

void ContractOperatorTest::aBadProgramIsRolledBack()
{
    // 1.7 rolls back from HA metadata alone.
    change(uR"({"job": {"entryClass": "drey.Typo", "upgradeMode": "last-state"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": "true",
        "kubernetes.operator.deployment.readiness.timeout": "30 s"}})"_s);
    VERIFY_EMPTY(m_pair->become(orders, u"ROLLED_BACK/READY/RUNNING"_s));
    compare();
    change(uR"({"job": {"entryClass": "drey.CountingJob"}, "flinkConfiguration": {
        "kubernetes.operator.deployment.rollback.enabled": null,
        "kubernetes.operator.deployment.readiness.timeout": null}})"_s);
    becomeStable();
    compare();
}

/// The JobManager's Deployment and the pointers to its checkpoints are gone.
void ContractOperatorTest::lostMetadataStopsTheOperator()
{
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"deployment"_s, orders}));
    VERIFY_EMPTY(
        m_pair->tell({u"delete"_s, u"configmap"_s, u"--selector"_s, u"app=orders,configmap-type=high-availability"_s}));
    const auto isTold = [this](OperatorPair::Of of) {
        return m_pair->diary(of).errors().join(u' ').contains(u"HA metadata");
    };
    QVERIFY2(m_pair->comeTrue(isTold), "no error about HA metadata");
    // A JobManager that is about to end may write what it knows of itself once more; what the operator saw of it last
    // is with its TaskManager or without.
    compare({u".status.clusterInfo.total-"_s}, {u"ConfigMap/orders-cluster-config-map"_s});
}

void ContractOperatorTest::aDeploymentIsDeleted()
{
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"flinkdeployment"_s, orders}));
    VERIFY_EMPTY(m_pair->become(orders, u"gone"_s));
    VERIFY_EMPTY(m_pair->compareStates(orders));
    VERIFY_EMPTY(m_pair->compareEvents());
}

void ContractOperatorTest::aSpecThatIsNotValidIsToldInTheStatus()
{
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"apply"_s, u"-f"_s, QFINDTESTDATA("../live/manifests/orders.yaml")}));
    becomeStable();
    change(uR"({"job": {"parallelism": 0}})"_s);
    const auto isTold = [this](OperatorPair::Of of) { return !m_pair->diary(of).errors().isEmpty(); };
    QVERIFY(m_pair->comeTrue(isTold));
    compare();
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"flinkdeployment"_s, orders}));
}

void ContractOperatorTest::aSessionJobLivesAndDies()
{
    const QString clicks = u"clicks"_s;
    const auto compareAll = [&] {
        QStringList problems;
        problems += m_pair->compareStates(clicks, luck);
        problems += m_pair->compareStates(u"adhoc"_s, luck);
        // The operator may look for the new Deployment before its own cache has it, and then thinks of a lost job.
        problems += m_pair->compareErrors({u"MissingJobManagerException"_s});
        problems += m_pair->compareEvents(eventsOfLuck);
        problems += m_pair->compareResource(u"flinkdeployment/adhoc"_s, {u".status.jobStatus.state"_s});
        // Jars of the practice cluster take arguments in application mode only: --name does nothing here.
        problems += m_pair->compareResource(u"flinksessionjob/clicks"_s, {u".status.jobStatus.jobName"_s});
        problems.removeAll(QString());
        return problems.join(u'\n');
    };
    const auto changeJob = [&](const QString& job) {
        m_pair->begin();
        return m_pair->tell({u"patch"_s, u"flinksessionjob"_s, clicks, u"--type=merge"_s, u"--patch"_s,
                             patch(u"{\"job\": %1}"_s.arg(job))});
    };
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"apply"_s, u"-f"_s, QFINDTESTDATA("../live/manifests/clicks.yaml")}));
    VERIFY_EMPTY(m_pair->become(clicks, u"STABLE/RUNNING"_s));
    VERIFY_EMPTY(compareAll());

    VERIFY_EMPTY(changeJob(uR"({"upgradeMode": "savepoint", "state": "suspended"})"_s));
    VERIFY_EMPTY(m_pair->become(clicks, u"SUSPENDED/FINISHED"_s));
    VERIFY_EMPTY(compareAll());
    VERIFY_EMPTY(changeJob(uR"({"state": "running"})"_s));
    VERIFY_EMPTY(m_pair->become(clicks, u"STABLE/RUNNING"_s));
    VERIFY_EMPTY(compareAll());

    // The cluster waits for its jobs.
    m_pair->begin();
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"flinkdeployment"_s, u"adhoc"_s, u"--wait=false"_s}));
    const auto isBeingDeleted = [this](OperatorPair::Of of) {
        return m_pair->object(of, u"flinkdeployment/adhoc"_s)[u"metadata"][u"deletionTimestamp"].isString();
    };
    QVERIFY(m_pair->comeTrue(isBeingDeleted));
    VERIFY_EMPTY(m_pair->tell({u"delete"_s, u"flinksessionjob"_s, clicks}));
    VERIFY_EMPTY(m_pair->become(u"adhoc"_s, u"gone"_s));
    VERIFY_EMPTY(m_pair->compareStates(clicks));
    VERIFY_EMPTY(m_pair->compareStates(u"adhoc"_s));
    VERIFY_EMPTY(m_pair->compareEvents());
}

QTEST_GUILESS_MAIN(ContractOperatorTest)
#include "tst_contractoperator.moc"
