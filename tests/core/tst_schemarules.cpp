#include "core/manifest/lint.h"
#include "core/manifest/schema.h"

#include "tests/support/hygiene.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Finding;
using manifest::LintedDocument;

namespace {

QByteArray deployment(const QByteArray& spec)
{
    return "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: orders}\nspec:\n" + spec;
}

} // namespace

/// Fields, types and enumerations of the operator's kinds and of pods; and manifests nothing is wrong with.
class SchemaRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        support::keepClean();
        m_catalogue = manifest::Catalogue::bundled();
    }

    void findsWhatTheApiServerRefuses_data();
    void findsWhatTheApiServerRefuses();
    void mendsWhatHasOneMeaning_data();
    void mendsWhatHasOneMeaning();
    void knowsWhatEachReleaseOfTheOperatorBrought_data();
    void knowsWhatEachReleaseOfTheOperatorBrought();
    void findsNothingInGoodManifests_data();
    void findsNothingInGoodManifests();
    void takesWhatAnchorsAndMergeKeysShare();
    void writesWordsOutThatAreBooleans();
    void leavesOtherKindsAlone();
    void readsTheWholeTable();

private:
    QList<Finding> findings(const QByteArray& text, const QString& release = u"1.16"_s) const
    {
        QList<Finding> found;
        const auto documents = manifest::Linter(m_catalogue, {{}, release}).documents(text);
        for (const LintedDocument& document : documents) {
            for (const Finding& finding : document.findings) {
                if (finding.rule.startsWith(u"DREY-S"))
                    found.append(finding);
            }
        }
        return found;
    }

    std::shared_ptr<const manifest::Catalogue> m_catalogue;
};

void SchemaRulesTest::findsWhatTheApiServerRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* name, const QByteArray& spec, const QString& rule, const QString& path,
                        const QString& names) { QTest::newRow(name) << deployment(spec) << rule << path << names; };
    row("misspelt field", "  serviceAcount: flink\n", u"DREY-S001"_s, u"spec.serviceAcount"_s, u"serviceAccount"_s);
    row("wrong case", "  job: {jarUri: 'local:///a.jar'}\n", u"DREY-S001"_s, u"spec.job.jarUri"_s, u"jarURI"_s);
    row("autoscaler of another kind", "  taskManager:\n    horizontalPodAutoscaler: {minReplicas: 2}\n", u"DREY-S007"_s,
        u"spec.taskManager.horizontalPodAutoscaler"_s, u"horizontalPodAutoscaler"_s);
    row("release as a number", "  flinkVersion: 1.18\n", u"DREY-S002"_s, u"spec.flinkVersion"_s, u"flinkVersion"_s);
    row("release as a text", "  flinkVersion: \"1.18\"\n", u"DREY-S003"_s, u"spec.flinkVersion"_s, u"v1_18"_s);
    row("mode", "  mode: Native\n", u"DREY-S003"_s, u"spec.mode"_s, u"native, standalone"_s);
    row("processors in quotes", "  jobManager: {resource: {cpu: \"1000m\"}}\n", u"DREY-S002"_s,
        u"spec.jobManager.resource.cpu"_s, u"cpu"_s);
    row("memory as a number", "  jobManager: {resource: {memory: 2048}}\n", u"DREY-S002"_s,
        u"spec.jobManager.resource.memory"_s, u"memory"_s);
    row("half a replica", "  taskManager: {replicas: 1.5}\n", u"DREY-S002"_s, u"spec.taskManager.replicas"_s,
        u"whole number"_s);
    row("a list where fields belong", "  jobManager: [1]\n", u"DREY-S002"_s, u"spec.jobManager"_s, u"fields"_s);
    row("fields where a list belongs", "  job: {args: {a: b}}\n", u"DREY-S002"_s, u"spec.job.args"_s, u"list"_s);
    row("field of a pod", "  podTemplate: {spec: {container: []}}\n", u"DREY-S001"_s,
        u"spec.podTemplate.spec.container"_s, u"containers"_s);
    row("environment that is a number", "  podTemplate: {spec: {containers: [{env: [{name: A, value: 1}]}]}}\n",
        u"DREY-S002"_s, u"spec.podTemplate.spec.containers[0].env[0].value"_s, u"text"_s);
    row("no quantity", "  podTemplate: {spec: {containers: [{resources: {limits: {memory: 2GiB}}}]}}\n", u"DREY-S002"_s,
        u"spec.podTemplate.spec.containers[0].resources.limits.memory"_s, u"2GiB"_s);
    const auto whole = [](const char* name, const QByteArray& text, const QString& rule, const QString& path,
                          const QString& names) { QTest::newRow(name) << text << rule << path << names; };
    whole("unknown kind", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeploment\nmetadata: {name: a}\nspec: {}\n",
          u"DREY-S005"_s, u"kind"_s, u"FlinkDeployment"_s);
    whole("no name", "apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\nspec: {}\n", u"DREY-S006"_s,
          u"kind"_s, u"metadata.name"_s);
    whole("no group", "kind: FlinkSessionJob\nmetadata: {name: a}\nspec: {}\n", u"DREY-S006"_s, u"kind"_s,
          u"apiVersion"_s);
    whole("another version", "apiVersion: flink.apache.org/v1\nkind: FlinkSessionJob\nmetadata: {name: a}\nspec: {}\n",
          u"DREY-S003"_s, u"apiVersion"_s, u"v1beta1"_s);
    whole("in a blue/green template",
          "apiVersion: flink.apache.org/v1beta1\nkind: FlinkBlueGreenDeployment\nmetadata: {name: a}\nspec:\n"
          "  template: {spec: {images: a}}\n",
          u"DREY-S001"_s, u"spec.template.spec.images"_s, u"image"_s);
}

void SchemaRulesTest::findsWhatTheApiServerRefuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, names);
    const QList<Finding> found = findings(text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].rule, rule);
    QCOMPARE(found[0].path, path);
    const QString all = found[0].message + (found[0].fix ? found[0].fix->title : QString());
    QVERIFY2(all.contains(names), qPrintable(all));
}

void SchemaRulesTest::mendsWhatHasOneMeaning_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after) {
        QTest::newRow(name) << deployment(before) << deployment(after);
    };
    row("release", "  flinkVersion: \"1.18\" # LTS\n", "  flinkVersion: v1_18 # LTS\n");
    row("processors", "  jobManager: {resource: {cpu: \"1000m\"}}\n", "  jobManager: {resource: {cpu: 1}}\n");
    row("part of a processor", "  jobManager: {resource: {cpu: '500m'}}\n", "  jobManager: {resource: {cpu: 0.5}}\n");
    row("number in quotes", "  job: {parallelism: \"8\"}\n", "  job: {parallelism: 8}\n");
    row("truth in quotes", "  job: {allowNonRestoredState: \"False\"}\n", "  job: {allowNonRestoredState: false}\n");
    row("environment", "  podTemplate: {spec: {containers: [{env: [{name: A, value: true}]}]}}\n",
        "  podTemplate: {spec: {containers: [{env: [{name: A, value: \"true\"}]}]}}\n");
    row("nothing to be known", "  taskManager: {replicas: many}\n", "  taskManager: {replicas: many}\n");
    row("a guess", "  serviceAcount: flink\n", "  serviceAcount: flink\n");
}

void SchemaRulesTest::mendsWhatHasOneMeaning()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const manifest::Linter linter(m_catalogue);
    QCOMPARE(manifest::mended(before, linter.documents(before)), after);
}

void SchemaRulesTest::knowsWhatEachReleaseOfTheOperatorBrought_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("since");
    const auto row = [](const char* name, const QByteArray& spec, const QString& before, const QString& since) {
        QTest::newRow(name) << deployment(spec) << before << since;
    };
    row("resources", "  jobManager: {resources: {limits: {cpu: 1}}}\n", u"1.15"_s, u"1.16"_s);
    row("nested configuration", "  flinkConfiguration: {rest: {port: \"8081\"}}\n", u"1.12"_s, u"1.13"_s);
    row("numbers in the configuration", "  flinkConfiguration: {rest.port: 8081}\n", u"1.12"_s, u"1.13"_s);
    row("autoscaler's nonce", "  job: {autoscalerResetNonce: 1}\n", u"1.10"_s, u"1.11"_s);
    row("Flink 2.0", "  flinkVersion: v2_0\n", u"1.10"_s, u"1.11"_s);
    row("Flink 2.2", "  flinkVersion: v2_2\n", u"1.12"_s, u"1.13"_s);
    row("Flink 2.3", "  flinkVersion: v2_3\n", u"1.15"_s, u"1.16"_s);
    QTest::newRow("blue/green")
        << QByteArray("apiVersion: flink.apache.org/v1beta1\nkind: FlinkBlueGreenDeployment\nmetadata: {name: a}\n"
                      "spec: {}\n")
        << u"1.13"_s << u"1.14"_s;
}

void SchemaRulesTest::knowsWhatEachReleaseOfTheOperatorBrought()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, before);
    QFETCH(const QString, since);
    QCOMPARE(findings(text, before).size(), 1);
    QCOMPARE(findings(text, since).size(), 0);
}

void SchemaRulesTest::findsNothingInGoodManifests_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint/good"));
    const QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files);
    QVERIFY(names.size() > 10);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void SchemaRulesTest::findsNothingInGoodManifests()
{
    QFETCH(const QString, file);
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    const auto documents = manifest::Linter(m_catalogue).documents(text);
    QVERIFY(!documents.isEmpty());
    QStringList found;
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings)
            found.append(finding.rule + u' ' + finding.path + u' ' + finding.message);
    }
    QCOMPARE(found, QStringList());
}

void SchemaRulesTest::takesWhatAnchorsAndMergeKeysShare()
{
    const QByteArray shared = "x-pods: &pods {spec: {containers: [{name: flink-main-container, img: a}]}}\n" +
                              deployment("  jobManager: {podTemplate: *pods}\n  taskManager: {podTemplate: *pods}\n"
                                         "  job: {<<: &job {paralelism: 1}, upgradeMode: stateless}\n");
    QStringList paths;
    for (const Finding& finding : findings(shared))
        paths.append(finding.path);
    // The key that holds the anchor is no field itself.
    QCOMPARE(paths, (QStringList{u"x-pods"_s, u"x-pods.spec.containers[0].img"_s, u"spec.job['<<'].paralelism"_s}));
}

void SchemaRulesTest::writesWordsOutThatAreBooleans()
{
    const QByteArray text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {on: b, c: 'no'}}\n"
                            "spec: {hostIPC: Off, other: [y, yEs, True]}\n";
    const QList<LintedDocument> documents = manifest::Linter(m_catalogue).documents(text);
    QStringList found;
    for (const Finding& finding : documents.first().findings) {
        if (finding.rule == u"DREY-Y004")
            found.append(QString::fromUtf8(text.mid(finding.span.begin, finding.span.length())));
    }
    QCOMPARE(found, (QStringList{u"on"_s, u"Off"_s, u"y"_s}));
    // What nobody means is not done unseen.
    QCOMPARE(manifest::mended(text, documents), QByteArray(text).replace("Off", "false").replace("[y,", "[true,"));
}

void SchemaRulesTest::leavesOtherKindsAlone()
{
    QVERIFY(findings("apiVersion: apps/v1\nkind: Deployment\nspec: {anything: 1}\n").isEmpty());
    QVERIFY(findings("a: b\n").isEmpty());
    QVERIFY(findings("[]\n").isEmpty());
    QVERIFY(findings("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n").isEmpty());
}

void SchemaRulesTest::readsTheWholeTable()
{
    const auto schema = manifest::Schema::bundled();
    QCOMPARE(schema->fields({}, 16).size(), 4);
    // Every type that a field names has fields of its own, but for those in which nothing stands.
    for (const QString& type : {u"FlinkDeployment.spec"_s, u"PodSpec"_s, u"Container"_s, u"Volume"_s}) {
        const QStringList names = schema->fields(type, 16);
        QVERIFY(names.size() > 10);
        for (const QString& name : names) {
            const manifest::Shape* shape = &schema->field(type, name, 16)->shape;
            while (shape->item)
                shape = shape->item.get();
            if (shape->kind == manifest::Shape::Kind::Object)
                QVERIFY2(schema->hasType(shape->type), qPrintable(shape->type));
        }
    }
}

QTEST_GUILESS_MAIN(SchemaRulesTest)
#include "tst_schemarules.moc"
