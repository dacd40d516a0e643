#include "core/manifest/lint.h"
#include "core/manifest/ownership.h"
#include "core/manifest/rules.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;

namespace {

/// A deployment that lint finds nothing wrong with, as a template: MODE, VERSION, JOB.
QByteArray deployment(const QByteArray& job, const QByteArray& version = "v1_20", const QByteArray& more = {})
{
    QByteArray text = "apiVersion: flink.apache.org/v1beta1\n"
                      "kind: FlinkDeployment\n"
                      "metadata: {name: orders, namespace: shop}\n"
                      "spec:\n"
                      "  image: flink:1.20\n"
                      "  flinkVersion: " +
                      version +
                      "\n"
                      "  serviceAccount: flink\n" +
                      more +
                      "  flinkConfiguration:\n"
                      "    execution.checkpointing.dir: s3://b/c\n"
                      "    execution.checkpointing.savepoint-dir: s3://b/s\n"
                      "    high-availability.type: kubernetes\n"
                      "    high-availability.storageDir: s3://b/h\n"
                      "  jobManager: {resource: {cpu: 1, memory: 2g}}\n"
                      "  taskManager: {resource: {cpu: 1, memory: 2g}}\n";
    return job.isEmpty() ? text : text + "  job: {jarURI: \"local:///a.jar\", parallelism: 1, " + job + "}\n";
}

QByteArray sessionJob(const QByteArray& cluster, const QByteArray& job)
{
    return "apiVersion: flink.apache.org/v1beta1\n"
           "kind: FlinkSessionJob\n"
           "metadata: {name: report, namespace: shop}\n"
           "spec:\n"
           "  deploymentName: " +
           cluster + "\n  job: {jarURI: \"https://a/b.jar\", parallelism: 1, " + job + "}\n";
}

QJsonObject valueOf(const QByteArray& yaml)
{
    const auto parsed = yaml::Tree::parse(yaml);
    const auto& tree = std::get<yaml::Tree>(parsed);
    return tree.value(tree.root()).toObject();
}

/// As the cluster holds it after the operator took it up, `recorded` with its own changes.
LiveObject live(const QByteArray& yaml, const QJsonObject& recordedJob = {})
{
    QJsonObject document = valueOf(yaml);
    QJsonObject spec = document[u"spec"_s].toObject(), job = spec[u"job"_s].toObject();
    for (auto entry = recordedJob.begin(); entry != recordedJob.end(); ++entry)
        job[entry.key()] = entry.value();
    if (!job.isEmpty())
        spec[u"job"_s] = job;
    QJsonObject metadata = document[u"metadata"_s].toObject();
    metadata[u"generation"_s] = 2;
    document[u"metadata"_s] = metadata;
    const QString record =
        QString::fromUtf8(QJsonDocument(QJsonObject{{u"spec"_s, spec}}).toJson(QJsonDocument::Compact));
    document[u"status"_s] = QJsonObject{{u"observedGeneration"_s, 2},
                                        {u"reconciliationStatus"_s, QJsonObject{{u"lastReconciledSpec"_s, record}}}};
    return *LiveObject::from(document);
}

QStringList rulesIn(const QByteArray& text, const LiveObjects& objects)
{
    Linter linter(Catalogue::bundled(), {{}, u"1.15"_s});
    linter.setLive(objects);
    QStringList rules;
    const QList<LintedDocument> documents = linter.documents(text);
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            if (finding.rule.startsWith(u"DREY-O"))
                rules.append(finding.rule);
        }
    }
    return rules;
}

} // namespace

/// What only shows beside what is there already.
class LiveRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void anEditIsHeldAgainstWhatRuns_data();
    void anEditIsHeldAgainstWhatRuns();
    void aSessionJobIsHeldAgainstItsCluster_data();
    void aSessionJobIsHeldAgainstItsCluster();
    void whatTheOperatorSuppliesIsNoFinding();
    void aNonceThatStaysIsNoFinding();
    void aFindingStandsAtItsPlace();
    void withoutAClusterNothingIsSaid();
    void aKeeperIsRecognised_data();
    void aKeeperIsRecognised();
    void theMostPowerfulKeeperComesFirst();
    void aFieldNamesItsManagers();
};

void LiveRulesTest::anEditIsHeldAgainstWhatRuns_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QJsonObject>("recorded");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("rules");
    const QByteArray job = "upgradeMode: last-state";
    const QJsonObject suspended{{u"state"_s, u"suspended"_s}, {u"upgradeMode"_s, u"last-state"_s}};
    QTest::newRow("nothing changes") << deployment(job) << QJsonObject() << deployment(job) << QStringList();
    QTest::newRow("another Flink while it runs")
        << deployment(job) << QJsonObject() << deployment(job, "v2_0") << QStringList();
    QTest::newRow("another Flink after last-state")
        << deployment(job) << suspended << deployment(job, "v1_19") << QStringList{u"DREY-O004"_s};
    QTest::newRow("the same Flink after last-state")
        << deployment(job) << suspended << deployment(job) << QStringList();
    QTest::newRow("another Flink, without state")
        << deployment(job) << suspended << deployment("upgradeMode: stateless", "v1_19") << QStringList();
    QTest::newRow("another Flink after a savepoint")
        << deployment(job) << QJsonObject{{u"state"_s, u"suspended"_s}, {u"upgradeMode"_s, u"savepoint"_s}}
        << deployment(job, "v1_19") << QStringList();
    QTest::newRow("a session cluster gets a job")
        << deployment({}) << QJsonObject() << deployment(job) << QStringList{u"DREY-O018"_s};
    QTest::newRow("an application loses its job")
        << deployment(job) << QJsonObject() << deployment({}) << QStringList{u"DREY-O018"_s};
    QTest::newRow("native to standalone")
        << deployment(job) << QJsonObject() << deployment(job, "v1_20", "  mode: standalone\n")
        << QStringList{u"DREY-O018"_s};
    QTest::newRow("standalone to native") << deployment(job, "v1_20", "  mode: standalone\n") << QJsonObject()
                                          << deployment(job) << QStringList{u"DREY-O018"_s};
    QTest::newRow("said to be native, as it is")
        << deployment(job) << QJsonObject() << deployment(job, "v1_20", "  mode: native\n") << QStringList();
    QTest::newRow("redeployed from nowhere")
        << deployment(job) << QJsonObject() << deployment(job + ", savepointRedeployNonce: 2")
        << QStringList{u"DREY-O019"_s};
    QTest::newRow("redeployed from somewhere")
        << deployment(job) << QJsonObject()
        << deployment(job + ", savepointRedeployNonce: 2, initialSavepointPath: \"s3://b/s/1\"") << QStringList();
}

void LiveRulesTest::anEditIsHeldAgainstWhatRuns()
{
    QFETCH(QByteArray, before);
    QFETCH(QJsonObject, recorded);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, rules);
    LiveObjects objects;
    objects.insert(u"FlinkDeployment"_s, u"shop"_s, u"orders"_s, {live(before, recorded), {}, false});
    QCOMPARE(rulesIn(after, objects), rules);
}

void LiveRulesTest::aSessionJobIsHeldAgainstItsCluster_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QStringList>("rules");
    QByteArray bare = deployment({});
    bare.replace("    execution.checkpointing.dir: s3://b/c\n", "")
        .replace("    execution.checkpointing.savepoint-dir: s3://b/s\n", "");
    QTest::newRow("all is well") << deployment({}) << QByteArray("upgradeMode: savepoint") << QStringList();
    QTest::newRow("no directories") << bare << QByteArray("upgradeMode: savepoint")
                                    << QStringList{u"DREY-O010"_s, u"DREY-O011"_s};
    QTest::newRow("no directories, last-state")
        << bare << QByteArray("upgradeMode: last-state") << QStringList{u"DREY-O010"_s};
    QTest::newRow("no directories, stateless") << bare << QByteArray("upgradeMode: stateless") << QStringList();
    QTest::newRow("a savepoint by nonce")
        << bare << QByteArray("savepointTriggerNonce: 1") << QStringList{u"DREY-O011"_s};
    QTest::newRow("an application") << deployment("upgradeMode: stateless") << QByteArray("upgradeMode: stateless")
                                    << QStringList{u"DREY-O034"_s};
    QTest::newRow("no cluster") << QByteArray() << QByteArray("upgradeMode: stateless") << QStringList{u"DREY-O035"_s};
}

void LiveRulesTest::aSessionJobIsHeldAgainstItsCluster()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QByteArray, job);
    QFETCH(QStringList, rules);
    LiveNeighbours neighbours;
    neighbours.isSessionMissing = cluster.isEmpty();
    if (!cluster.isEmpty())
        neighbours.session = live(cluster);
    LiveObjects objects;
    objects.insert(u"FlinkSessionJob"_s, u"shop"_s, u"report"_s, neighbours);
    QCOMPARE(rulesIn(sessionJob("orders", job), objects), rules);
    // It cannot move either.
    neighbours.object = live(sessionJob("elsewhere", job));
    objects.insert(u"FlinkSessionJob"_s, u"shop"_s, u"report"_s, neighbours);
    QVERIFY(rulesIn(sessionJob("orders", job), objects).contains(u"DREY-O033"_s));
    QVERIFY(!rulesIn(sessionJob("elsewhere", job), objects).contains(u"DREY-O033"_s));
}

void LiveRulesTest::whatTheOperatorSuppliesIsNoFinding()
{
    QByteArray bare = deployment("upgradeMode: savepoint");
    bare.replace("    execution.checkpointing.dir: s3://b/c\n", "")
        .replace("    execution.checkpointing.savepoint-dir: s3://b/s\n", "");
    QCOMPARE(rulesIn(bare, LiveObjects()), QStringList({u"DREY-O010"_s, u"DREY-O011"_s}));
    LiveObjects objects;
    // It was accepted like this, so its operator has directories of its own.
    objects.insert(u"FlinkDeployment"_s, u"shop"_s, u"orders"_s, {live(bare), {}, false});
    QCOMPARE(rulesIn(bare, objects), QStringList());
    // If it was not accepted that proves nothing.
    LiveObject refused = live(bare);
    refused.generation = 3;
    objects.insert(u"FlinkDeployment"_s, u"shop"_s, u"orders"_s, {refused, {}, false});
    QCOMPARE(rulesIn(bare, objects), QStringList({u"DREY-O010"_s, u"DREY-O011"_s}));
}

void LiveRulesTest::aNonceThatStaysIsNoFinding()
{
    const QByteArray text = deployment("upgradeMode: savepoint, savepointRedeployNonce: 2");
    QCOMPARE(rulesIn(text, LiveObjects()), QStringList{u"DREY-O019"_s});
    LiveObjects objects;
    objects.insert(u"FlinkDeployment"_s, u"shop"_s, u"orders"_s, {live(text), {}, false});
    QCOMPARE(rulesIn(text, objects), QStringList());
}

void LiveRulesTest::aFindingStandsAtItsPlace()
{
    Linter linter(Catalogue::bundled());
    LiveObjects objects(u"shop"_s); // for the manifest that does not say
    objects.insert(u"FlinkDeployment"_s, {}, u"orders"_s, {live(deployment("upgradeMode: stateless")), {}, false});
    linter.setLive(objects);
    const QByteArray text =
        "# a comment\n---\n" +
        deployment("upgradeMode: stateless", "v1_20", "  mode: standalone\n").replace(", namespace: shop", "");
    const QList<LintedDocument> documents = linter.documents(text);
    const QList<Finding> findings = documents.last().findings;
    const auto found = std::ranges::find(findings, u"DREY-O018"_s, &Finding::rule);
    QVERIFY(found != findings.end());
    QCOMPARE(text.sliced(found->span.begin, found->span.length()), "standalone");
    QCOMPARE(found->path, u"spec.mode"_s);
    QVERIFY(!found->explanation.isEmpty());
    QCOMPARE(found->severity, Finding::Severity::Error);
}

void LiveRulesTest::withoutAClusterNothingIsSaid()
{
    QCOMPARE(rulesIn(deployment("upgradeMode: stateless", "v1_19", "  mode: standalone\n"), LiveObjects()),
             QStringList());
    for (const char* id : {"DREY-O004", "DREY-O018", "DREY-O033", "DREY-O034", "DREY-O035"})
        QVERIFY2(ruleNamed(QString::fromLatin1(id)), id);
}

void LiveRulesTest::aKeeperIsRecognised_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<Keeper>("keeper");
    using enum Keeper::Tool;
    using enum Keeper::Habit;
    const auto row = [](const char* name, const QByteArray& metadata, Keeper::Tool tool, Keeper::Habit habit,
                        const QString& who, const QString& sign) {
        QTest::newRow(name) << metadata << Keeper{tool, habit, who, sign};
    };
    row("Argo CD by annotation", "annotations: {argocd.argoproj.io/tracking-id: \"shop:a/b:c/d\"}", ArgoCd, Undoes,
        u"shop"_s, u"argocd.argoproj.io/tracking-id"_s);
    row("Argo CD by label", "labels: {argocd.argoproj.io/instance: shop}", ArgoCd, Undoes, u"shop"_s,
        u"argocd.argoproj.io/instance"_s);
    row("Argo CD by manager", "managedFields: [{manager: argocd-controller, operation: Apply}]", ArgoCd, Undoes, {},
        u"metadata.managedFields: argocd-controller"_s);
    row("Flux by labels",
        "labels: {kustomize.toolkit.fluxcd.io/name: apps, kustomize.toolkit.fluxcd.io/namespace: flux-system}", Flux,
        Undoes, u"flux-system/apps"_s, u"kustomize.toolkit.fluxcd.io/name"_s);
    row("Flux's Helm", "labels: {helm.toolkit.fluxcd.io/name: apps}", Flux, Undoes, u"apps"_s,
        u"helm.toolkit.fluxcd.io/name"_s);
    row("Flux that was told to stop",
        "labels: {kustomize.toolkit.fluxcd.io/name: apps}\nannotations: {kustomize.toolkit.fluxcd.io/reconcile: "
        "disabled}",
        Flux, Tolerates, u"apps"_s, u"kustomize.toolkit.fluxcd.io/name"_s);
    row("Helm", "annotations: {meta.helm.sh/release-name: shop}", Helm, Forgets, u"shop"_s,
        u"meta.helm.sh/release-name"_s);
    row("Helm by label", "labels: {app.kubernetes.io/managed-by: Helm}", Helm, Forgets, {},
        u"app.kubernetes.io/managed-by"_s);
    row("Kustomize", "labels: {app.kubernetes.io/managed-by: kustomize-v5.3.0}", Kustomize, Forgets, {},
        u"app.kubernetes.io/managed-by"_s);
    row("kubectl", "annotations: {kubectl.kubernetes.io/last-applied-configuration: \"{}\"}", Kubectl, Forgets, {},
        u"kubectl.kubernetes.io/last-applied-configuration"_s);
    row("a blue/green deployment", "ownerReferences: [{kind: FlinkBlueGreenDeployment, name: shop, controller: false}]",
        Owner, Undoes, u"FlinkBlueGreenDeployment shop"_s, u"metadata.ownerReferences"_s);
    row("an autoscaler of pods", "managedFields: [{manager: kube-controller-manager, subresource: scale}]", Autoscaler,
        Undoes, u"kube-controller-manager"_s, u"metadata.managedFields: kube-controller-manager"_s);
}

void LiveRulesTest::aKeeperIsRecognised()
{
    QFETCH(QByteArray, metadata);
    QFETCH(Keeper, keeper);
    const QList<Keeper> keepers = keepersOf(valueOf(metadata));
    QCOMPARE(keepers, QList<Keeper>{keeper});
    QVERIFY(!keeperText(keeper).isEmpty());
    QVERIFY(keepersOf({}).isEmpty());
}

void LiveRulesTest::theMostPowerfulKeeperComesFirst()
{
    const QList<Keeper> keepers = keepersOf(valueOf(
        "annotations: {argocd.argoproj.io/tracking-id: \"shop:x\", meta.helm.sh/release-name: shop,\n"
        "  kubectl.kubernetes.io/last-applied-configuration: \"{}\"}\n"
        "managedFields: [{manager: argocd-controller}, {manager: flink-kubernetes-operator, subresource: status}]"));
    QCOMPARE(keepers.size(), 3);
    QCOMPARE(keepers.at(0).tool, Keeper::Tool::ArgoCd);
    QCOMPARE(keepers.at(1).tool, Keeper::Tool::Helm);
    QCOMPARE(keepers.at(2).tool, Keeper::Tool::Kubectl);
    QVERIFY(keeperText(keepers.first()).contains(u"Argo CD"));
    const Keeper hostile{Keeper::Tool::ArgoCd, Keeper::Habit::Undoes, u"a\u202eb"_s, {}};
    QVERIFY(keeperText(hostile).contains(u"U+202E"));
}

void LiveRulesTest::aFieldNamesItsManagers()
{
    const QJsonArray fields =
        valueOf("a: [{manager: one, fieldsV1: {\"f:spec\": {\"f:job\": {\"f:parallelism\": {}, \"f:args\": {}}}}},\n"
                "    {manager: two, fieldsV1: {\"f:spec\": {\"f:flinkConfiguration\": {\"f:a.b\": {}}}}},\n"
                "    {manager: all, fieldsV1: {\"f:spec\": {}}}]")[u"a"_s]
            .toArray();
    const auto managers = [&](const QStringList& path) { return managersOf(fields, path); };
    QCOMPARE(managers({u"spec"_s, u"job"_s, u"parallelism"_s}), QStringList({u"one"_s, u"all"_s}));
    QCOMPARE(managers({u"spec"_s, u"job"_s, u"args"_s, u"[0]"_s}), QStringList({u"one"_s, u"all"_s}));
    QCOMPARE(managers({u"spec"_s, u"flinkConfiguration"_s, u"a.b"_s}), QStringList({u"two"_s, u"all"_s}));
    QCOMPARE(managers({u"spec"_s, u"image"_s}), QStringList{u"all"_s});
    QVERIFY(managers({u"metadata"_s}).isEmpty());
}

QTEST_GUILESS_MAIN(LiveRulesTest)
#include "tst_liverules.moc"
