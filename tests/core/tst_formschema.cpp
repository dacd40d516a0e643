#include "core/manifest/clusterschema.h"
#include "core/manifest/form.h"
#include "core/manifest/lint.h"
#include "tests/support/formwriting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;
using Standing = FormField::Standing;

/// The form beside what a schema knows, and beside what was found wrong.
class TestFormSchema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { s_catalogue = Catalogue::bundled(); }
    void init() { support::keepClean(); }
    void amountsOfKubernetesStandForTheOthers();
    void hasNoFieldThatTheSchemaDoesNotKnow();
    void tellsTheFieldsOfAFinding_data();
    void tellsTheFieldsOfAFinding();

private:
    static QByteArray after(const QByteArray& text, const QString& id, const QString& value)
    {
        return support::filledIn(text, formAt(text, 0, *s_catalogue), id, value);
    }

    static inline std::shared_ptr<const Catalogue> s_catalogue;
};

/// From 1.16 on; the operator passes over all of `resource` as soon as one of them is written.
void TestFormSchema::amountsOfKubernetesStandForTheOthers()
{
    const QByteArray text = "kind: FlinkDeployment\nspec:\n  taskManager:\n    resource: {memory: 1g}\n    resources:\n"
                            "      limits:\n        memory: 4Gi\n        cpu: 2\n";
    const Form form = formAt(text, 0, *s_catalogue);
    QVERIFY(!fieldOf(form, u"taskManagerMemory"));
    QVERIFY(fieldOf(form, u"jobManagerMemory"));
    QVERIFY(!fieldOf(form, u"jobManagerMemoryLimit"));
    const FormField* request = fieldOf(form, u"taskManagerMemoryRequest");
    QVERIFY(request);
    QCOMPARE(request->standing, Standing::Absent);
    QCOMPARE(request->otherwise, u"4Gi"_s);
    QCOMPARE(fieldOf(form, u"taskManagerMemoryLimit")->value, u"4Gi"_s);
    QCOMPARE(fieldOf(form, u"taskManagerCpuLimit")->value, u"2"_s);
    // A number stays one, and a size is none of Flink's.
    QVERIFY(after(text, u"taskManagerCpuLimit"_s, u"3"_s).contains("cpu: 3\n"));
    QVERIFY(after(text, u"taskManagerCpuLimit"_s, u"1500m"_s).contains("cpu: 1500m\n"));
    const QByteArray asked = after(text, u"taskManagerMemoryRequest"_s, u"2Gi"_s);
    QCOMPARE(fieldOf(formAt(asked, 0, *s_catalogue), u"taskManagerMemoryRequest")->value, u"2Gi"_s);
    QVERIFY(problemOf(*request, u"2048m"_s).contains(u"2048Mi"_s));
    QVERIFY(!problemOf(*request, u"2 GB"_s).isEmpty());
    QVERIFY(!problemOf(*request, u"0"_s).isEmpty());
    QVERIFY(problemOf(*request, u"2048Mi"_s).isEmpty());
}

void TestFormSchema::hasNoFieldThatTheSchemaDoesNotKnow()
{
    const QJsonObject text{{u"type"_s, u"string"_s}}, any{{u"x-kubernetes-preserve-unknown-fields"_s, true}};
    const auto object = [](const QJsonObject& properties) {
        return QJsonObject{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    };
    const QJsonObject mode{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"upsideDown"_s}}};
    const QJsonObject spec = object({{u"image"_s, text}, {u"mode"_s, mode}, {u"job"_s, any}});
    const QJsonObject version{{u"name"_s, u"v1beta1"_s},
                              {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, object({{u"spec"_s, spec}})}}}};
    const auto schema = schemaFromDefinitions(
        {QJsonObject{{u"spec"_s, QJsonObject{{u"names"_s, QJsonObject{{u"kind"_s, u"FlinkDeployment"_s}}},
                                             {u"versions"_s, QJsonArray{version}}}}}});
    QVERIFY(schema);
    const QByteArray manifest = "kind: FlinkDeployment\nspec:\n  serviceAccount: flink\n  job: {}\n";
    const Form form = formAt(manifest, 0, *s_catalogue, schema);
    QVERIFY(fieldOf(form, u"image"));
    QCOMPARE(fieldOf(form, u"mode")->choices, QStringList{u"upsideDown"_s});
    QVERIFY2(fieldOf(form, u"serviceAccount"), "it is written");
    QVERIFY2(fieldOf(form, u"parallelism"), "nobody says what a job has");
    QVERIFY2(fieldOf(form, u"slots"), "keys of configuration are no fields of a schema");
    QVERIFY(!fieldOf(form, u"flinkVersion"));
    QVERIFY(!fieldOf(form, u"taskManagerReplicas"));
    // Amounts that the cluster would not take are not what counts.
    const QByteArray amounts = "kind: FlinkDeployment\nspec:\n  taskManager:\n    resource: {memory: 1g}\n"
                               "    resources: {limits: {memory: 4Gi}}\n";
    QVERIFY(fieldOf(formAt(amounts, 0, *s_catalogue, schema), u"taskManagerMemory"));
}

void TestFormSchema::tellsTheFieldsOfAFinding_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char* name, const QByteArray& spec, const QString& rule, const QStringList& ids) {
        QTest::newRow(name) << spec << rule << ids;
    };
    row("what it marks", "  mode: sideways\n", u"DREY-S003"_s, {u"mode"_s});
    row("an item of a list", "  job: {args: [{a: 1}]}\n", u"DREY-S002"_s, {u"args"_s});
    row("a field that is missing", "  image: a\n", u"DREY-O020"_s, {u"serviceAccount"_s});
    row("one that is missing deeper", "  taskManager: {replicas: 1}\n  jobManager: {resource: {memory: 1g}}\n",
        u"DREY-O013"_s, {u"taskManagerMemory"_s});
    row("a key that is missing", "  job: {parallelism: 1, upgradeMode: savepoint}\n", u"DREY-O011"_s,
        {u"upgradeMode"_s, u"savepointDirectory"_s});
    row("what stands above", "  taskManager: [1]\n", u"DREY-S002"_s, {u"taskManagerMemory"_s});
    row("something that has no field", "  podTemplate: 3\n", u"DREY-S002"_s, {});
    row("a field that does not exist", "  flinkVerison: v1_20\n", u"DREY-S001"_s, {});
}

void TestFormSchema::tellsTheFieldsOfAFinding()
{
    QFETCH(const QByteArray, spec);
    QFETCH(const QString, rule);
    QFETCH(const QStringList, ids);
    const QByteArray text =
        "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: a\nspec:\n" + spec;
    const QList<LintedDocument> documents = Linter(s_catalogue).documents(text);
    const QList<Finding>& findings = documents.constFirst().findings;
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.rule == rule; });
    QVERIFY(found != findings.end());
    QCOMPARE(fieldsAbout(formAt(text, 0, *s_catalogue), *found), ids);
}

QTEST_GUILESS_MAIN(TestFormSchema)
#include "tst_formschema.moc"
