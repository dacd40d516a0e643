#include "core/manifest/keyrules.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Catalogue;
using manifest::Finding;

namespace {

QByteArray deployment(const QByteArray& version, const QByteArray& configuration)
{
    return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: orders\nspec:\n"
           "  flinkVersion: " +
           version + "\n  flinkConfiguration:\n" + configuration;
}

} // namespace

class KeyRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        support::keepClean();
        m_catalogue = Catalogue::bundled();
    }

    void findsEachKindOfWrongKey_data();
    void findsEachKindOfWrongKey();
    void findsNothingInWhatIsRight();
    void renamesAndNothingElse();
    void removesOnlyWhatStandsInLinesOfItsOwn();
    void readsNestedConfiguration();
    void looksWhereEachKindKeepsIt();

private:
    QList<Finding> findings(const QByteArray& document) const
    {
        auto parsed = yaml::Tree::parse(document);
        if (!std::holds_alternative<yaml::Tree>(parsed))
            qFatal("no YAML");
        const auto& tree = std::get<yaml::Tree>(parsed);
        const manifest::Subject plain(tree, manifest::Subject::Form::Manifest, *m_catalogue, 0, 16);
        return manifest::keyFindings({tree, manifest::Subject::Form::Manifest, *m_catalogue,
                                      *m_catalogue->release(plain.section().flinkVersion), 16});
    }

    std::shared_ptr<const Catalogue> m_catalogue;
};

void KeyRulesTest::findsEachKindOfWrongKey_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("configuration");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("replacement");

    const auto row = [](const char* name, const QByteArray& version, const QByteArray& configuration,
                        const QString& rule, const QString& replacement = {}) {
        QTest::newRow(name) << version << configuration << rule << replacement;
    };
    row("invented", "v1_20", "    kubernetes.operator.auto-scaling.enabled: \"true\"\n", u"DREY-K001"_s,
        u"job.autoscaler.enabled"_s);
    row("mistyped", "v1_20", "    taskmanager.numberOfTaskSlot: 2\n", u"DREY-K001"_s,
        u"taskmanager.numberOfTaskSlots"_s);
    row("removed", "v2_0", "    taskmanager.network.netty.num-arenas: 2\n", u"DREY-K002"_s);
    row("not yet", "v1_18", "    execution.checkpointing.savepoint-dir: s3://a\n", u"DREY-K003"_s,
        u"state.savepoints.dir"_s);
    row("renamed", "v1_20", "    state.checkpoints.dir: s3://a\n", u"DREY-K004"_s, u"execution.checkpointing.dir"_s);
    row("deprecated", "v1_20", "    taskmanager.network.netty.num-arenas: 2\n", u"DREY-K005"_s);
    row("forbidden", "v1_20", "    high-availability.cluster-id: mine\n", u"DREY-K006"_s);
    row("both names", "v1_20", "    state.checkpoints.dir: s3://a\n    execution.checkpointing.dir: s3://b\n",
        u"DREY-K008"_s, u"execution.checkpointing.dir"_s);
    row("value", "v1_20", "    execution.checkpointing.interval: 1h30m\n", u"DREY-V001"_s);
}

void KeyRulesTest::findsEachKindOfWrongKey()
{
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, configuration);
    QFETCH(const QString, rule);
    QFETCH(const QString, replacement);
    const QByteArray document = deployment(version, configuration);
    const QList<Finding> found = findings(document);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().rule, rule);
    QCOMPARE(found.first().replacement, replacement);
    QVERIFY(found.first().message.contains(found.first().key));
    QVERIFY(found.first().path.startsWith(u"spec.flinkConfiguration"));
    const QByteArray marked = document.mid(found.first().span.begin, found.first().span.length());
    QCOMPARE(QString::fromUtf8(marked), rule == u"DREY-V001" ? u"1h30m"_s : found.first().key);
}

void KeyRulesTest::findsNothingInWhatIsRight()
{
    const QByteArray right = "    execution.checkpointing.interval: 60s\n    high-availability.type: kubernetes\n"
                             "    high-availability.storageDir: s3://ha\n    job.autoscaler.enabled: \"true\"\n"
                             "    kubernetes.operator.periodic.savepoint.interval: 6h\n    s3.endpoint: http://minio\n"
                             "    metrics.reporter.prom.factory.class: x.Y\n    taskmanager.memory.managed.size: 1g\n";
    QVERIFY(findings(deployment("v1_20", right)).isEmpty());
    QVERIFY(findings(deployment("v2_0", right)).isEmpty());
    // What only Flink 2 refuses.
    const QByteArray overlapping = "    restart-strategy: fixed-delay\n    restart-strategy.fixed-delay.attempts: 3\n";
    QCOMPARE(findings(deployment("v1_20", overlapping)).size(), 1);
    const QList<Finding> found = findings(deployment("v2_0", overlapping));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[1].rule, u"DREY-K007"_s);
}

void KeyRulesTest::renamesAndNothingElse()
{
    const QByteArray before = deployment("v1_20", "    # where\n    'state.checkpoints.dir':   s3://a  # here\n");
    const QList<Finding> found = findings(before);
    QVERIFY(found.first().fix && found.first().fix->isSafe);
    const QByteArray after = manifest::edited(before, found.first().fix->edits);
    QCOMPARE(after, deployment("v1_20", "    # where\n    'execution.checkpointing.dir':   s3://a  # here\n"));
    QVERIFY(findings(after).isEmpty());
}

void KeyRulesTest::removesOnlyWhatStandsInLinesOfItsOwn()
{
    const QByteArray other = "    taskmanager.numberOfTaskSlots: 2\n";
    const QByteArray before = deployment("v1_20", "    kubernetes.cluster-id: x\n" + other);
    const QList<Finding> found = findings(before);
    QCOMPARE(found.first().rule, u"DREY-K006"_s);
    QCOMPARE(manifest::edited(before, found.first().fix->edits), deployment("v1_20", other));
    // The mark of such a key would be left.
    for (const QByteArray& mark : {QByteArray("    ?\n"), QByteArray("    ? # which\n\n    # that\n")}) {
        const auto marked = findings(deployment("v1_20", mark + "      kubernetes.cluster-id\n    : x\n" + other));
        QCOMPARE(marked.first().rule, u"DREY-K006"_s);
        QVERIFY(!marked.first().fix);
    }
}

void KeyRulesTest::readsNestedConfiguration()
{
    const QList<Finding> found =
        findings(deployment("v2_0", "    execution:\n      checkpointing:\n        intervall: 10 s\n"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().key, u"execution.checkpointing.intervall"_s);
    QCOMPARE(found.first().replacement, u"execution.checkpointing.interval"_s);
    QCOMPARE(found.first().path, u"spec.flinkConfiguration.execution.checkpointing.intervall"_s);
}

void KeyRulesTest::looksWhereEachKindKeepsIt()
{
    const QByteArray blueGreen =
        "kind: FlinkBlueGreenDeployment\nspec:\n  template:\n    spec:\n      flinkVersion: v1_20\n"
        "      flinkConfiguration: {state.checkpoints.dir: s3://a}\n";
    QCOMPARE(findings(blueGreen).size(), 1);
    auto other = yaml::Tree::parse("kind: ConfigMap\nspec:\n  flinkConfiguration: {a: b}\n");
    QVERIFY(manifest::configurationOf(std::get<yaml::Tree>(other)).entries.isEmpty());
}

QTEST_GUILESS_MAIN(KeyRulesTest)
#include "tst_keyrules.moc"
