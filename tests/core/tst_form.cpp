#include "core/manifest/form.h"

#include "tests/support/formwriting.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;
using Standing = FormField::Standing;

namespace {

const QByteArray deployment = R"(# 결제 정산
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: settlement  # short
spec:
  image: registry.example/settlement:1
  flinkVersion: v1_20
  flinkConfiguration:
    taskmanager.numberOfTaskSlots: "2"
    state.checkpoints.dir: s3://flink/cp
    execution:
      checkpointing:
        interval: 1min
  taskManager:
    resource: {memory: 2g, cpu: 1}
  job:
    jarURI: local:///opt/a.jar
    args: ["--in", a]
    parallelism: 4   # as many as partitions
---
apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata:
  name: before-upgrade
spec:
  jobReference:
    kind: FlinkDeployment
    name: settlement
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: rules
)";

} // namespace

/// A manifest as a form: what it says, and what a change of it writes.
class TestForm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void readsTheDocumentAtThePlace();
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void hasTheFieldsOfTheKind_data();
    void hasTheFieldsOfTheKind();
    void knowsWhatCountsOtherwise();
    void namesKeysAsTheReleaseDoes();
    void writesOneSpotAndNoMore_data();
    void writesOneSpotAndNoMore();
    void writesWhatItReadsAgain();
    void leavesWhatIsSharedToTheText_data();
    void leavesWhatIsSharedToTheText();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void saysWhyItCannotBeRead();
    void aSessionClusterHasNoJob();
    void everyFieldIsExplained();

private:
    static Form at(const QByteArray& text, const QByteArray& place)
    {
        return formAt(text, text.indexOf(place), *s_catalogue);
    }
    static QByteArray after(const QByteArray& text, const QByteArray& place, const QString& id, const QString& value)
    {
        return support::filledIn(text, at(text, place), id, value);
    }

    static inline std::shared_ptr<const Catalogue> s_catalogue;
};

void TestForm::initTestCase()
{
    s_catalogue = Catalogue::bundled();
}

void TestForm::readsTheDocumentAtThePlace()
{
    QCOMPARE(at(deployment, "parallelism").name, u"settlement"_s);
    QCOMPARE(at(deployment, "jobReference").kind, u"FlinkStateSnapshot"_s);
    QVERIFY(at(deployment, "jobReference").isKnown);
    const Form plain = at(deployment, "ConfigMap");
    QVERIFY(!plain.isKnown);
    QCOMPARE(plain.kind, u"ConfigMap"_s);
    QVERIFY(plain.fields.isEmpty());
    QVERIFY(!formAt({}, 0, *s_catalogue).isKnown);
}

void TestForm::readsWhatIsWritten_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("written");

    const auto row = [](const QString& id, const QString& value, const QByteArray& written) {
        QTest::newRow(qPrintable(id)) << id << value << written;
    };
    row(u"name"_s, u"settlement"_s, "name: settlement");
    row(u"flinkVersion"_s, u"v1_20"_s, "flinkVersion: v1_20");
    row(u"slots"_s, u"2"_s, "taskmanager.numberOfTaskSlots: \"2\"");
    row(u"checkpointDirectory"_s, u"s3://flink/cp"_s, "state.checkpoints.dir: s3://flink/cp");
    row(u"checkpointInterval"_s, u"1min"_s, "interval: 1min");
    row(u"taskManagerMemory"_s, u"2g"_s, "memory: 2g");
    row(u"args"_s, u"--in\na"_s, "args: [\"--in\", a]");
    row(u"parallelism"_s, u"4"_s, "parallelism: 4");
    row(u"namespace"_s, {}, {});
}

void TestForm::readsWhatIsWritten()
{
    QFETCH(const QString, id);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, written);
    const Form form = at(deployment, "parallelism");
    const FormField* field = fieldOf(form, id);
    QVERIFY(field);
    QCOMPARE(field->value, value);
    QCOMPARE(deployment.mid(field->span.begin, field->span.length()), written);
    QCOMPARE(field->standing, value.isEmpty() ? Standing::Absent : Standing::Written);
}

void TestForm::hasTheFieldsOfTheKind_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("has");
    QTest::addColumn<QStringList>("hasNot");

    QTest::newRow("session job") << u"FlinkSessionJob"_s << QStringList{u"deploymentName"_s, u"jarURI"_s}
                                 << QStringList{u"image"_s, u"slots"_s, u"formatType"_s};
    QTest::newRow("snapshot") << u"FlinkStateSnapshot"_s << QStringList{u"jobName"_s, u"formatType"_s}
                              << QStringList{u"image"_s, u"parallelism"_s};
    QTest::newRow("blue/green") << u"FlinkBlueGreenDeployment"_s << QStringList{u"image"_s, u"deletionDelay"_s}
                                << QStringList{u"deploymentName"_s};
}

void TestForm::hasTheFieldsOfTheKind()
{
    QFETCH(const QString, kind);
    QFETCH(const QStringList, has);
    QFETCH(const QStringList, hasNot);
    const QByteArray text = "kind: " + kind.toUtf8() + "\nspec:\n  job: {parallelism: 1}\n";
    const Form form = formAt(text, 0, *s_catalogue);
    for (const QString& id : has)
        QVERIFY2(fieldOf(form, id), qPrintable(id));
    for (const QString& id : hasNot)
        QVERIFY2(!fieldOf(form, id), qPrintable(id));
}

void TestForm::knowsWhatCountsOtherwise()
{
    const Form form = at(deployment, "parallelism");
    QCOMPARE(fieldOf(form, u"upgradeMode")->otherwise, u"stateless"_s);
    QCOMPARE(fieldOf(form, u"slots")->otherwise, u"1"_s);
    QCOMPARE(fieldOf(form, u"haType")->otherwise, u"NONE"_s);
    QCOMPARE(fieldOf(form, u"upgradeMode")->choices, QStringList({u"last-state"_s, u"savepoint"_s, u"stateless"_s}));
    QVERIFY(fieldOf(form, u"stateBackend")->choices.contains(u"rocksdb"_s));
    QVERIFY(!fieldOf(form, u"stateBackend")->choices.contains(u"forst"_s));
    QVERIFY(fieldOf(form, u"flinkVersion")->choices.contains(u"v2_0"_s));
}

void TestForm::namesKeysAsTheReleaseDoes()
{
    const QByteArray old = "kind: FlinkDeployment\nspec:\n  flinkVersion: v1_18\n";
    QCOMPARE(fieldOf(formAt(old, 0, *s_catalogue), u"savepointDirectory")->configurationKey, u"state.savepoints.dir"_s);
    const QByteArray now = "kind: FlinkDeployment\nspec:\n  flinkVersion: v2_0\n";
    QCOMPARE(fieldOf(formAt(now, 0, *s_catalogue), u"savepointDirectory")->configurationKey,
             u"execution.checkpointing.savepoint-dir"_s);
    // What stands there under its older name is changed there.
    QCOMPARE(fieldOf(at(deployment, "parallelism"), u"checkpointDirectory")->configurationKey,
             u"state.checkpoints.dir"_s);
}

void TestForm::writesOneSpotAndNoMore_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("written");

    const auto row = [](const QString& id, const QString& value, const QByteArray& before, const QByteArray& written) {
        QTest::addRow("%s = %s", qPrintable(id), qPrintable(value)) << id << value << before << written;
    };
    row(u"parallelism"_s, u"8"_s, "parallelism: 4 ", "parallelism: 8 ");
    row(u"parallelism"_s, {}, "    parallelism: 4   # as many as partitions\n", "");
    row(u"slots"_s, u"4"_s, "Slots: \"2\"", "Slots: \"4\"");
    row(u"taskManagerCpu"_s, u"0.5"_s, "cpu: 1}", "cpu: 0.5}");
    row(u"checkpointInterval"_s, u"30 s"_s, "interval: 1min", "interval: 30 s");
    row(u"checkpointDirectory"_s, u"s3://x/y"_s, "s3://flink/cp", "s3://x/y");
    row(u"args"_s, u"--in\na\n--out"_s, "[\"--in\", a]", "[\"--in\", a, --out]");
    row(u"args"_s, {}, "    args: [\"--in\", a]\n", "");
    row(u"namespace"_s, u"pay"_s, "settlement  # short\n", "settlement  # short\n  namespace: pay\n");
    row(u"serviceAccount"_s, u"flink"_s, "  flinkVersion: v1_20\n", "  flinkVersion: v1_20\n  serviceAccount: flink\n");
    row(u"upgradeMode"_s, u"savepoint"_s, "# as many as partitions\n",
        "# as many as partitions\n    upgradeMode: savepoint\n");
    row(u"allowNonRestoredState"_s, u"true"_s, "# as many as partitions\n",
        "# as many as partitions\n    allowNonRestoredState: true\n");
    row(u"jobManagerMemory"_s, u"1g"_s, "        interval: 1min\n",
        "        interval: 1min\n  jobManager:\n    resource:\n      memory: 1g\n");
    row(u"taskManagerReplicas"_s, u"3"_s, "memory: 2g, cpu: 1}\n", "memory: 2g, cpu: 1}\n    replicas: 3\n");
    row(u"savepointDirectory"_s, u"s3://x"_s, "interval: 1min\n", "interval: 1min\n        savepoint-dir: s3://x\n");
    row(u"haType"_s, u"kubernetes"_s, "interval: 1min\n", "interval: 1min\n    high-availability.type: kubernetes\n");
}

void TestForm::writesOneSpotAndNoMore()
{
    QFETCH(const QString, id);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, written);
    QCOMPARE(deployment.count(before), 1);
    QByteArray expected = deployment;
    expected.replace(before, written);
    QCOMPARE(after(deployment, "parallelism", id, value), expected);
}

void TestForm::writesWhatItReadsAgain()
{
    const QByteArray blueGreen = R"(kind: FlinkBlueGreenDeployment
metadata: {name: a}
spec:
  template:
    spec:
      flinkVersion: v2_1
      flinkConfiguration:
        a.b: 1
      job: {jarURI: local:///a.jar}
)";
    QByteArray text = blueGreen + "---\n" + deployment;
    const Form all = formAt(text, 0, *s_catalogue);
    QVERIFY(all.fields.size() > 25);
    for (const FormField& field : all.fields) {
        using Kind = FormField::Kind;
        const QString value = field.id == u"flinkVersion"    ? u"v2_2"_s
                              : !field.choices.isEmpty()     ? field.choices.last()
                              : field.kind == Kind::Whole    ? u"3"_s
                              : field.kind == Kind::Decimal  ? u"1.5"_s
                              : field.kind == Kind::Memory   ? u"3g"_s
                              : field.kind == Kind::Duration ? u"PT5M"_s
                              : field.kind == Kind::Lines    ? u"--a\n3\nb: c"_s
                                                             : u"other"_s;
        text = after(text, "kind", field.id, value);
        const Form now = formAt(text, 0, *s_catalogue);
        QVERIFY2(fieldOf(now, field.id), qPrintable(field.id));
        QCOMPARE(fieldOf(now, field.id)->value, value);
        QVERIFY(text.endsWith("---\n" + deployment));
    }
    QVERIFY(text.contains("        taskmanager.numberOfTaskSlots: 3\n"));
    QVERIFY(text.contains("kubernetes.operator.bluegreen.deployment-deletion.delay: PT5M\n"));
    for (const FormField& field : all.fields) {
        text = after(text, "kind", field.id, {});
        // Without its version the release is another, and without its job it is a cluster for sessions.
        const auto left = formAt(text, 0, *s_catalogue);
        if (const FormField* now = fieldOf(left, field.id))
            QCOMPARE(now->standing, Standing::Absent);
    }
    QVERIFY(text.endsWith("---\n" + deployment));
}

void TestForm::leavesWhatIsSharedToTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");

    const auto row = [](const char* name, const QByteArray& spec, const QString& id, const QString& value) {
        QTest::newRow(name) << QByteArray("kind: FlinkDeployment\n" + spec) << id << value;
    };
    row("an alias", "x: &x {memory: 2g}\nspec:\n  job: {}\n  taskManager:\n    resource: *x\n", u"taskManagerMemory"_s,
        u"2g"_s);
    row("an anchor", "spec:\n  job: {}\n  image: &image a\n  x: *image\n", u"image"_s, u"a"_s);
    row("within an anchor", "spec:\n  job: {}\n  taskManager:\n    resource: &r {memory: 2g}\n", u"taskManagerMemory"_s,
        u"2g"_s);
    row("a merge", "x: &x {image: b}\nspec:\n  job: {}\n  <<: *x\n", u"image"_s, u"b"_s);
    row("many lines", "spec:\n  job: {}\n  image: >-\n    a\n    b\n", u"image"_s, u"a b"_s);
    row("a map", "spec:\n  job: {}\n  image: {a: b}\n", u"image"_s, {});
    row("an alias in a list", "x: &x a\nspec:\n  job:\n    args: [*x]\n", u"args"_s, u"a"_s);
    row("a map that stands twice",
        "spec:\n  job: {}\n  flinkConfiguration:\n    state: {backend: {type: rocksdb}}\n    state: {x: y}\n",
        u"stateBackend"_s, u"rocksdb"_s);
    row("a line break in an argument", "spec:\n  job:\n    args: [\"a\\nb\"]\n", u"args"_s, u"a\nb"_s);
    row("shared configuration",
        "x: &c {taskmanager.numberOfTaskSlots: 2}\nspec:\n  job: {}\n  flinkConfiguration: *c\n", u"slots"_s, u"2"_s);
}

void TestForm::leavesWhatIsSharedToTheText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, id);
    QFETCH(const QString, value);
    const Form form = formAt(text, 0, *s_catalogue);
    const FormField* field = fieldOf(form, id);
    QVERIFY(field);
    QCOMPARE(field->standing, Standing::ByHand);
    QCOMPARE(field->value, value);
    QVERIFY(!field->why.isEmpty());
    QVERIFY(!changeOf(text, form, *field, u"c"_s));
}

void TestForm::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");

    const auto row = [](const QString& id, const QString& value) {
        QTest::addRow("%s = %s", qPrintable(id), qPrintable(value)) << id << value;
    };
    row(u"parallelism"_s, u"many"_s);
    row(u"parallelism"_s, u"0"_s);
    row(u"taskManagerCpu"_s, u"500m"_s);
    row(u"taskManagerMemory"_s, u"1.5Gi"_s);
    row(u"taskManagerMemory"_s, u"two"_s);
    row(u"checkpointInterval"_s, u"1 fortnight"_s);
    row(u"checkpointInterval"_s, u"PT1M"_s); // read from 2.1 on
    row(u"upgradeMode"_s, u"best"_s);
    row(u"name"_s, u"결제"_s);
}

void TestForm::refusesWhatCannotBe()
{
    QFETCH(const QString, id);
    QFETCH(const QString, value);
    const Form form = at(deployment, "parallelism");
    QVERIFY(!problemOf(*fieldOf(form, id), value).isEmpty());
    QCOMPARE(after(deployment, "parallelism", id, value), "refused");
    QCOMPARE(problemOf(*fieldOf(form, id), {}), QString());
}

void TestForm::saysWhyItCannotBeRead()
{
    const QByteArray text = deployment + "---\nkind: FlinkDeployment\nspec: {a: [1\n";
    const Form form = formAt(text, text.size(), *s_catalogue);
    QVERIFY(!form.fault.isEmpty());
    QVERIFY(form.faultOffset > deployment.size());
    QVERIFY(form.fields.isEmpty());
    QVERIFY(at(text, "parallelism").fault.isEmpty());
}

void TestForm::aSessionClusterHasNoJob()
{
    const Form form = formAt("kind: FlinkDeployment\nspec:\n  flinkVersion: v1_20\n", 0, *s_catalogue);
    QVERIFY(form.isSession);
    QVERIFY(fieldOf(form, u"image"));
    QVERIFY(!fieldOf(form, u"parallelism"));
    QVERIFY(!at(deployment, "parallelism").isSession);
}

void TestForm::everyFieldIsExplained()
{
    for (const QByteArray& kind : {QByteArray("FlinkDeployment"), QByteArray("FlinkStateSnapshot"),
                                   QByteArray("FlinkSessionJob"), QByteArray("FlinkBlueGreenDeployment")}) {
        const Form form =
            formAt("kind: " + kind + "\nspec: {job: {a: 1}, template: {spec: {job: {}}}}\n", 0, *s_catalogue);
        QVERIFY(form.fields.size() > 6);
        for (const FormField& field : form.fields) {
            QVERIFY2(!field.explanation.isEmpty(), qPrintable(field.id));
            QVERIFY2(!field.label.isEmpty(), qPrintable(field.id));
            QVERIFY2(!field.path.isEmpty(), qPrintable(field.id));
        }
    }
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
