#include "tests/cli/dreyctlfixture.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 200'000; // ms: other tests may have the machine

const QByteArray head = "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\n"
                        "metadata: {name: payment-authorize, namespace: payments}\n";

} // namespace

/// `dreyctl effect` as it is run from a terminal, on the practice cluster as that is served from another.
class DreyctlEffectTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { begin(); }

    void anUpgradeIsToldWithItsWay();
    void whatChangesNothingSaysSo();
    void whatTheOperatorOnlyNotesIsNoUpgrade();
    void whatTheWebhookRefusesEndsWithOne();
    void aNewObjectIsToldFromAnEdit();
    void severalDocumentsAreAList();
    void whoMayNotWriteIsAnsweredFromTheFile();
    void peopleReadItInKorean();
    void whatIsNoManifestIsRefused_data();
    void whatIsNoManifestIsRefused();
    void aServerThatIsNotThereIsUnreachable();
    void lintLooksAtTheClusterWhenAsked();

private:
    support::Outcome effect(const QByteArray& manifest, const QStringList& more = {u"-o"_s, u"json"_s})
    {
        return run(QStringList{u"effect"_s, u"-"_s, u"--kubeconfig"_s, m_config} + more, {}, manifest);
    }

    QTemporaryDir m_place;
    QProcess m_practice;
    QString m_config;
};

void DreyctlEffectTest::initTestCase()
{
    support::keepClean();
    m_config = m_place.filePath(u"practice.yaml"_s);
    m_practice.start(QStringLiteral(DREYCTL), {u"practice"_s, u"serve"_s, u"--kubeconfig-out"_s, m_config});
    QTRY_VERIFY_WITH_TIMEOUT(m_practice.canReadLine(), patience);
}

void DreyctlEffectTest::cleanupTestCase()
{
    ::kill(pid_t(m_practice.processId()), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(m_practice.state(), QProcess::NotRunning, patience);
}

void DreyctlEffectTest::anUpgradeIsToldWithItsWay()
{
    const auto told = effect(head + "spec:\n  job: {parallelism: 6}\n");
    QVERIFY2(told.code == 0, told.err.constData());
    const QJsonObject json = told.json();
    QCOMPARE(support::missingKeys(json, {u"kind"_s, u"object"_s, u"change"_s, u"paths"_s, u"upgradePath"_s,
                                         u"restoreFrom"_s, u"reason"_s, u"warnings"_s}),
             QStringList());
    QCOMPARE(json["kind"_L1].toString(), u"Effect"_s);
    QCOMPARE(json["change"_L1].toString(), u"upgrade"_s);
    QCOMPARE(json["upgradePath"_L1].toString(), u"cancelKeepHa"_s);
    QCOMPARE(json["basis"_L1].toString(), u"serverDryRun"_s);
    QCOMPARE(json["warnings"_L1].toArray(), QJsonArray());
    QCOMPARE(json["paths"_L1].toArray().size(), 1);
    const QJsonObject path = json["paths"_L1][0].toObject();
    QCOMPARE(path["path"_L1].toString(), u"spec.job.parallelism"_s);
    QCOMPARE(path["class"_L1].toString(), u"upgrade"_s);
    QCOMPARE(path["from"_L1].toInt(), 4);
    QCOMPARE(path["to"_L1].toInt(), 6);
    QCOMPARE(json["restoreFrom"_L1]["kind"_L1].toString(), u"checkpoint"_s);
    QVERIFY(json["restoreFrom"_L1]["path"_L1].toString().contains(u"/chk-"));
    QVERIFY(json["restoreFrom"_L1]["ageMs"_L1].toDouble() >= 0);
    // Somebody keeps it, and owns the field.
    QCOMPARE(json["keptBy"_L1][0]["tool"_L1].toString(), u"Argo CD"_s);
    QCOMPARE(json["conflicts"_L1][0]["field"_L1].toString(), u".spec.job.parallelism"_s);
    // Asking changed nothing.
    const auto again = effect(head + "spec:\n  job: {parallelism: 6}\n");
    QCOMPARE(again.json()["paths"_L1], json["paths"_L1]);
    const auto yaml = effect(head + "spec:\n  job: {parallelism: 6}\n", {u"-o"_s, u"yaml"_s});
    QVERIFY(yaml.out.contains("upgradePath: cancelKeepHa"));
}

void DreyctlEffectTest::whatChangesNothingSaysSo()
{
    const auto told = effect(head + "spec:\n  job: {parallelism: 4}\n");
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json()["change"_L1].toString(), u"none"_s);
    QVERIFY(told.json()["upgradePath"_L1].isNull());
    QVERIFY(told.json()["restoreFrom"_L1].isNull());
}

void DreyctlEffectTest::whatTheOperatorOnlyNotesIsNoUpgrade()
{
    const auto told =
        effect(head + "spec:\n  flinkConfiguration: {kubernetes.operator.savepoint.history.max.count: \"3\"}\n");
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json()["change"_L1].toString(), u"ignore"_s);
    QVERIFY(told.json()["upgradePath"_L1].isNull());
}

void DreyctlEffectTest::whatTheWebhookRefusesEndsWithOne()
{
    const auto told = effect(head + "spec:\n  flinkConfiguration: {kubernetes.cluster-id: other}\n");
    QCOMPARE(told.code, 1);
    QCOMPARE(told.json()["upgradePath"_L1].toString(), u"refused"_s);
    QCOMPARE(told.json()["refusal"_L1].toString(), u"Forbidden Flink config key: kubernetes.cluster-id"_s);
    const auto unknown = effect(head + "spec:\n  job: {paralelism: 3}\n");
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.json()["refusal"_L1].toString().contains(u"paralelism"), unknown.out.constData());
}

void DreyctlEffectTest::aNewObjectIsToldFromAnEdit()
{
    const auto told = effect("apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\n"
                             "metadata: {name: mine}\nspec:\n  savepoint: {}\n"
                             "  jobReference: {kind: FlinkDeployment, name: payment-authorize}\n",
                             {u"-n"_s, u"payments"_s, u"-o"_s, u"json"_s});
    QVERIFY2(told.code == 0, told.err.constData());
    QCOMPARE(told.json()["change"_L1].toString(), u"create"_s);
    QCOMPARE(told.json()["object"_L1]["exists"_L1].toBool(true), false);
    QCOMPARE(told.json()["object"_L1]["namespace"_L1].toString(), u"payments"_s);
}

void DreyctlEffectTest::severalDocumentsAreAList()
{
    const QByteArray other = "---\n" + QByteArray(head).replace("payment-authorize", "payment-settlement") +
                             "spec: {restartNonce: 9}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    const auto told = effect(head + "spec:\n  job: {parallelism: 4}\n" + other);
    QVERIFY2(told.code == 0, told.err.constData());
    QCOMPARE(told.json()["kind"_L1].toString(), u"EffectList"_s);
    QCOMPARE(told.json()["items"_L1].toArray().size(), 2);
    QCOMPARE(told.json()["items"_L1][1]["change"_L1].toString(), u"upgrade"_s);
    QCOMPARE(told.json()["warnings"_L1].toArray().size(), 1); // of the ConfigMap
}

void DreyctlEffectTest::whoMayNotWriteIsAnsweredFromTheFile()
{
    const auto told = effect(head + "spec:\n  flinkVersion: v1_20\n  job: {parallelism: 6, upgradeMode: stateless}\n",
                             {u"--context"_s, u"practice-viewer"_s, u"-o"_s, u"json"_s});
    QVERIFY2(told.code == 0, told.err.constData());
    QCOMPARE(told.json()["basis"_L1].toString(), u"file"_s);
    QVERIFY(!told.json()["warnings"_L1].toArray().isEmpty());
    QCOMPARE(told.json()["upgradePath"_L1].toString(), u"stateless"_s);
    QCOMPARE(told.json()["paths"_L1].toArray().size(), 2); // what the file does not say stays
}

void DreyctlEffectTest::peopleReadItInKorean()
{
    const auto told = effect(head + "spec:\n  job: {parallelism: 6}\n", {u"--lang"_s, u"ko"_s});
    QCOMPARE(told.code, 0);
    for (const char* word : {"업그레이드", "체크포인트", "spec.job.parallelism", "UPGRADE", "Argo CD"})
        QVERIFY2(told.out.contains(word), told.out.constData());
    QVERIFY2(!told.out.contains("the operator"), told.out.constData());
}

void DreyctlEffectTest::whatIsNoManifestIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("broken YAML") << QByteArray("kind: [");
    QTest::newRow("another kind") << QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    QTest::newRow("nothing") << QByteArray("# only a comment\n");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02", 3);
}

void DreyctlEffectTest::whatIsNoManifestIsRefused()
{
    QFETCH(QByteArray, text);
    const auto told = effect(text);
    QCOMPARE(told.code, 2);
    QVERIFY(!told.err.isEmpty());
    QVERIFY(told.out.isEmpty());
}

void DreyctlEffectTest::aServerThatIsNotThereIsUnreachable()
{
    m_server.reset();
    const auto told = run({u"effect"_s, u"-"_s}, {}, head + "spec: {restartNonce: 1}\n");
    QCOMPARE(told.code, 3);
}

void DreyctlEffectTest::lintLooksAtTheClusterWhenAsked()
{
    const QByteArray moved = head + "spec:\n  mode: standalone\n  flinkVersion: v1_20\n";
    const auto lint = [&](const QStringList& more) {
        return run(QStringList{u"lint"_s, u"-"_s, u"-o"_s, u"json"_s, u"--kubeconfig"_s, m_config} + more, {}, moved);
    };
    const auto rules = [](const support::Outcome& outcome) {
        QStringList found;
        const QJsonArray items = outcome.json()["items"_L1].toArray();
        for (const QJsonValue& item : items)
            found.append(item["rule"_L1].toString());
        return found;
    };
    QVERIFY(!rules(lint({})).contains(u"DREY-O018"_s));
    QVERIFY(!lint({}).json().contains(u"live"));
    const auto live = lint({u"--live"_s});
    QCOMPARE(live.code, 1);
    QVERIFY(rules(live).contains(u"DREY-O018"_s));
    QCOMPARE(live.json()["live"_L1]["schema"_L1].toString(), u"openapi"_s);
    QCOMPARE(live.json()["live"_L1]["context"_L1].toString(), u"practice"_s);
    m_server.reset();
    const auto alone = run({u"lint"_s, u"-"_s, u"--live"_s, u"-o"_s, u"json"_s}, {}, moved);
    QCOMPARE(alone.code, 1);
    QCOMPARE(alone.json()["live"_L1]["schema"_L1].toString(), u"bundled"_s);
    QVERIFY(!alone.json()["warnings"_L1].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(DreyctlEffectTest)
#include "tst_dreyctleffect.moc"
