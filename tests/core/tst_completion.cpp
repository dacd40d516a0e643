#include "core/manifest/clusterschema.h"
#include "core/manifest/completion.h"
#include "core/manifest/topic.h"
#include "tests/support/hygiene.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace manifest;

namespace {

const QByteArray deployment = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: orders
spec:
  flinkVersion: v1_20
  flinkConfiguration:
    state.backend.type: rocksdb
  job:
    jarURI: local:///opt/orders.jar
    parallelism: 2
)";

} // namespace

/// What is offered while somebody writes, and what is told of a place.
class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void offersWhatFits_data();
    void offersWhatFits();
    void leavesOutWhatIsThere();
    void replacesTheWordAndNoMore_data();
    void replacesTheWordAndNoMore();
    void putsInWhatTheShapeNeeds_data();
    void putsInWhatTheShapeNeeds();
    void knowsTheReleaseOfTheDocument();
    void worksWhileTheDocumentCannotBeRead_data();
    void worksWhileTheDocumentCannotBeRead();
    void staysWithinItsDocument();
    void offersNothingWhereNothingIsKnown_data();
    void offersNothingWhereNothingIsKnown();
    void anyPlaceOfAnyTextIsHarmless_data();
    void anyPlaceOfAnyTextIsHarmless();
    void isFastOnTenThousandLines();
    void tellsWhatAWordIs_data();
    void tellsWhatAWordIs();
    void knowsWhatAClusterKnows();

private:
    /// At the bar, which is taken out.
    static Completion at(QByteArray text);
    static QStringList words(const Completion& completion);

    static inline std::shared_ptr<const Catalogue> s_catalogue;
};

void TestCompletion::initTestCase()
{
    support::keepClean();
    s_catalogue = Catalogue::bundled();
}

Completion TestCompletion::at(QByteArray text)
{
    const qsizetype bar = text.indexOf("¦");
    return completionAt(text.remove(bar, 2), bar, *s_catalogue);
}

QStringList TestCompletion::words(const Completion& completion)
{
    QStringList words;
    for (const Proposal& proposal : completion.proposals)
        words.append(proposal.text);
    return words;
}

void TestCompletion::offersWhatFits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("first");
    const QByteArray head = "kind: FlinkDeployment\nspec:\n";
    QTest::newRow("the head of an empty text")
        << QByteArray("¦") << QStringList{u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s};
    QTest::newRow("kinds") << QByteArray("kind: Flink¦")
                           << QStringList{u"FlinkBlueGreenDeployment"_s, u"FlinkDeployment"_s};
    QTest::newRow("fields of the spec") << head + "  ingr¦" << QStringList{u"ingress"_s};
    QTest::newRow("a part in the midst of a word") << head + "  job:\n    Snapshot¦" << QStringList{};
    QTest::newRow("fields of a list's item")
        << head + "  podTemplate:\n    spec:\n      containers:\n        - name: a\n          imagePull¦"
        << QStringList{u"imagePullPolicy"_s};
    QTest::newRow("the first field of an item")
        << head + "  podTemplate:\n    spec:\n      containers:\n      - volumeMou¦" << QStringList{u"volumeMounts"_s};
    QTest::newRow("an item as far left as its key")
        << head + "  podTemplate:\n    spec:\n      containers:\n      - name: a\n        workin¦"
        << QStringList{u"workingDir"_s};
    QTest::newRow("values of a field") << head + "  job:\n    upgradeMode: ¦"
                                       << QStringList{u"last-state"_s, u"savepoint"_s, u"stateless"_s};
    QTest::newRow("the newest Flink first") << head + "  flinkVersion: v2¦" << QStringList{u"v2_4"_s, u"v2_3"_s};
    QTest::newRow("booleans") << head + "  job:\n    allowNonRestoredState: ¦" << QStringList{u"true"_s, u"false"_s};
    QTest::newRow("keys of the configuration")
        << head + "  flinkConfiguration:\n    state.backend.type¦" << QStringList{u"state.backend.type"_s};
    QTest::newRow("keys by a part of them")
        << head + "  flinkConfiguration:\n    externalized¦"
        << QStringList{u"execution.checkpointing.externalized-checkpoint-retention"_s};
    QTest::newRow("keys of the operator")
        << head + "  flinkConfiguration:\n    job.autoscaler.enab¦" << QStringList{u"job.autoscaler.enabled"_s};
    QTest::newRow("keys in nested maps")
        << head + "  flinkConfiguration:\n    execution:\n      checkpointing:\n        interval¦"
        << QStringList{u"interval"_s, u"interval-during-backlog"_s};
    QTest::newRow("values of a known key, the default first")
        << head + "  flinkConfiguration:\n    execution.checkpointing.mode: ¦"
        << QStringList{u"EXACTLY_ONCE"_s, u"AT_LEAST_ONCE"_s};
    QTest::newRow("the default of a key without words")
        << head + "  flinkConfiguration:\n    execution.checkpointing.timeout: ¦" << QStringList{u"10 min"_s};
    QTest::newRow("within a blue/green template")
        << QByteArray("kind: FlinkBlueGreenDeployment\nspec:\n  template:\n    spec:\n      taskManag¦")
        << QStringList{u"taskManager"_s};
    QTest::newRow("in the configuration of a session job")
        << QByteArray("kind: FlinkSessionJob\nspec:\n  flinkConfiguration:\n    execution.checkpointing.interv¦")
        << QStringList{u"execution.checkpointing.interval"_s};
}

void TestCompletion::offersWhatFits()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, first);
    QCOMPARE(words(at(text)).first(std::min(first.size(), words(at(text)).size())), first);
}

void TestCompletion::leavesOutWhatIsThere()
{
    QByteArray text = deployment;
    text.replace("    jarURI", "    ¦\n    jarURI");
    const QStringList offered = words(at(text));
    QVERIFY(offered.contains(u"entryClass"_s));
    QVERIFY(!offered.contains(u"jarURI"_s) && !offered.contains(u"parallelism"_s));
    // Those of another map do not count.
    QVERIFY(!offered.contains(u"flinkVersion"_s));
    text = deployment;
    text.replace("    state.backend.type: rocksdb\n", "    state.backend.type: rocksdb\n    state.backend.ty¦\n");
    QVERIFY(!words(at(text)).contains(u"state.backend.type"_s));
}

void TestCompletion::replacesTheWordAndNoMore_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a word that begins") << QByteArray("kind: FlinkDeployment\nspec:\n  imagePullP¦")
                                        << QByteArray("kind: FlinkDeployment\nspec:\n  imagePullPolicy: ");
    QTest::newRow("a key with its colon") << QByteArray("kind: FlinkDeployment\nspec:\n  imagePullP¦olizy: Always # x")
                                          << QByteArray("kind: FlinkDeployment\nspec:\n  imagePullPolicy: Always # x");
    QTest::newRow("a value before a comment")
        << QByteArray("kind: FlinkDep¦  # what\nspec:\n") << QByteArray("kind: FlinkDeployment  # what\nspec:\n");
    QTest::newRow("a value in quotes") << QByteArray("kind: \"FlinkDep¦\"\n")
                                       << QByteArray("kind: \"FlinkDeployment\"\n");
    QTest::newRow("a value without its end")
        << QByteArray("kind: \"FlinkDep¦\n") << QByteArray("kind: \"FlinkDeployment\"\n");
    QTest::newRow("truth in the configuration is a text")
        << QByteArray("kind: FlinkDeployment\nspec:\n  flinkConfiguration:\n    job.autoscaler.enabled: t¦")
        << QByteArray("kind: FlinkDeployment\nspec:\n  flinkConfiguration:\n    job.autoscaler.enabled: \"true\"");
    QTest::newRow("behind Korean") << QByteArray("# 결제 정산\nkind: FlinkDep¦")
                                   << QByteArray("# 결제 정산\nkind: FlinkDeployment");
}

void TestCompletion::replacesTheWordAndNoMore()
{
    QFETCH(QByteArray, text);
    QFETCH(const QByteArray, after);
    const Completion completion = at(text);
    QVERIFY(!completion.proposals.isEmpty());
    text.replace("¦", "");
    text.replace(completion.replaced.begin, completion.replaced.length(),
                 completion.proposals.constFirst().insert.toUtf8());
    QCOMPARE(text, after);
}

void TestCompletion::putsInWhatTheShapeNeeds_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("insert");
    QTest::newRow("a value") << QByteArray("serviceAcc") << u"serviceAccount: "_s;
    QTest::newRow("an object") << QByteArray("podTempl") << u"podTemplate:\n    "_s;
    QTest::newRow("a map") << QByteArray("logConf") << u"logConfiguration:\n    "_s;
    QTest::newRow("a list") << QByteArray("job:\n    arg") << u"args:\n      - "_s;
}

void TestCompletion::putsInWhatTheShapeNeeds()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, insert);
    QCOMPARE(at("kind: FlinkDeployment\nspec:\n  " + typed + "¦").proposals.constFirst().insert, insert);
}

void TestCompletion::knowsTheReleaseOfTheDocument()
{
    const auto offered = [](const QByteArray& version) {
        return words(
            at("kind: FlinkDeployment\nspec:\n  flinkConfiguration:\n    checkpoint¦\n  flinkVersion: " + version));
    };
    // Flink 2 dropped what 1.20 had replaced.
    QVERIFY(offered("v1_17").contains(u"state.checkpoints.dir"_s));
    QVERIFY(!offered("v2_0").contains(u"state.checkpoints.dir"_s));
    QVERIFY(offered("v2_0").contains(u"execution.checkpointing.dir"_s));
    // A session job has the release of what stands beside it.
    const QByteArray beside = "---\nkind: FlinkDeployment\nspec:\n  flinkVersion: v2_0\n";
    const QByteArray job = "kind: FlinkSessionJob\nspec:\n  flinkConfiguration:\n    checkpoint¦\n";
    QVERIFY(!words(at(job + beside)).contains(u"state.checkpoints.dir"_s));
}

void TestCompletion::worksWhileTheDocumentCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a word without a colon") << QByteArray("    upgrade¦\n    x: 1");
    QTest::newRow("an open bracket below") << QByteArray("    upgrade¦\n    x: [");
    QTest::newRow("a tab below") << QByteArray("    upgrade¦\n\tx: 1");
    QTest::newRow("an open quote below") << QByteArray("    upgrade¦\n    x: \"");
    QTest::newRow("above more that is indented wrongly") << QByteArray("    upgrade¦\n   y: 1");
}

void TestCompletion::worksWhileTheDocumentCannotBeRead()
{
    QFETCH(const QByteArray, line);
    QByteArray text = deployment + line;
    QVERIFY(std::holds_alternative<yaml::Tree::Fault>(yaml::Tree::parse(QByteArray(text).replace("¦", ""))));
    QCOMPARE(words(at(text)).value(0), u"upgradeMode"_s);
}

void TestCompletion::staysWithinItsDocument()
{
    const QByteArray other = "---\nkind: FlinkStateSnapshot\nspec:\n  save¦\n---\n";
    QCOMPARE(words(at(deployment + other + deployment)), QStringList{u"savepoint"_s});
    QCOMPARE(words(at("kind: ConfigMap\n" + other)), QStringList{u"savepoint"_s});
    QVERIFY(at(deployment + "--¦-\n" + deployment).proposals.isEmpty());
}

void TestCompletion::offersNothingWhereNothingIsKnown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("in a comment") << QByteArray("kind: FlinkDeployment\nspec:\n  # imag¦");
    QTest::newRow("behind a value") << QByteArray("kind: FlinkDeployment\nspec:\n  image: a # fl¦");
    QTest::newRow("in a text of lines") << QByteArray("kind: FlinkDeployment\nspec:\n  image: |\n    flink¦");
    QTest::newRow("below a text") << QByteArray("kind: FlinkDeployment\nspec:\n  image: a\n    b¦");
    QTest::newRow("in another kind") << QByteArray("kind: ConfigMap\ndata:\n  a¦");
    QTest::newRow("below an unknown field") << QByteArray("kind: FlinkDeployment\nspec:\n  what:\n    i¦");
    QTest::newRow("in a list of texts") << QByteArray("kind: FlinkDeployment\nspec:\n  job:\n    args:\n      - --in¦");
}

void TestCompletion::offersNothingWhereNothingIsKnown()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(words(at(text)), QStringList());
}

void TestCompletion::anyPlaceOfAnyTextIsHarmless_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a manifest") << deployment + "---\n" + deployment;
    QTest::newRow("empty lines and dashes") << QByteArray("\n\n---\n---\n- - -\n-\n  - :\n:\n...\n---");
    QTest::newRow("no YAML") << QByteArray("\"\n'a: \"b\n{[: ]\n\t\t: x\n? a\n: b\n%%%\r\n\xF0\x9F\x90\xBF: \"\\");
    QTest::newRow("broken UTF-8") << QByteArray("a: \xE9\xE9\n\xC3: b\n  \xF0\x9F: c");
    QTest::newRow("deep") << [] {
        QByteArray text;
        for (int i = 0; i < 300; ++i)
            text += QByteArray(i, ' ') + "k:\n";
        return text;
    }();
}

void TestCompletion::anyPlaceOfAnyTextIsHarmless()
{
    QFETCH(const QByteArray, text);
    const qsizetype stride = text.size() > 5000 ? 97 : 1;
    for (qsizetype at = 0; at <= text.size(); at += stride) {
        const Completion completion = completionAt(text, at, *s_catalogue);
        QVERIFY(completion.proposals.isEmpty() || (completion.replaced.begin <= at && at <= completion.replaced.end));
        QVERIFY(completion.replaced.begin <= completion.replaced.end && completion.replaced.end <= text.size());
        const auto topic = topicAt(text, at, *s_catalogue);
        QVERIFY(!topic || (topic->span.begin <= at && at <= topic->span.end));
    }
}

void TestCompletion::isFastOnTenThousandLines()
{
    QByteArray text = deployment;
    for (int i = 0; text.count('\n') < 10'000; ++i)
        text += "    key" + QByteArray::number(i) + ": value\n";
    const qsizetype place = text.size();
    text += "    upgr";
    (void)completionAt(text, place + 8, *s_catalogue);
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(completionAt(text, place + 8, *s_catalogue).proposals.constFirst().text, u"upgradeMode"_s);
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("%.2f ms", double(best) / 1e6);
    // A frame and more, for a build without optimization on a busy machine; released it is a tenth of that.
    QVERIFY(best < 100'000'000);
}

void TestCompletion::tellsWhatAWordIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("otherwise");
    const QByteArray head = "kind: FlinkDeployment\nspec:\n";
    QTest::newRow("a field") << head + "  job:\n    upgrade¦Mode: savepoint" << u"spec.job.upgradeMode"_s << u"string"_s
                             << QString();
    QTest::newRow("its value") << head + "  job:\n    upgradeMode: save¦point" << u"spec.job.upgradeMode"_s
                               << u"string"_s << QString();
    QTest::newRow("in a list") << head + "  podTemplate:\n    spec:\n      containers:\n        - im¦age: x"
                               << u"spec.podTemplate.spec.containers[].image"_s << u"string"_s << QString();
    QTest::newRow("a key") << head + "  flinkConfiguration:\n    execution.check¦pointing.timeout: 1min"
                           << u"execution.checkpointing.timeout"_s << u"Duration"_s << u"10 min"_s;
    QTest::newRow("an older name") << head + "  flinkConfiguration:\n    state.back¦end: rocksdb" << u"state.backend"_s
                                   << u"String"_s << u"hashmap"_s;
    QTest::newRow("a nested key")
        << head + "  flinkConfiguration:\n    execution:\n      checkpointing:\n        tim¦eout: 1min"
        << u"execution.checkpointing.timeout"_s << u"Duration"_s << u"10 min"_s;
}

void TestCompletion::tellsWhatAWordIs()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const QString, otherwise);
    const qsizetype bar = text.indexOf("¦");
    const auto topic = topicAt(text.remove(bar, 2), bar, *s_catalogue);
    QVERIFY(topic);
    QCOMPARE(topic->name, name);
    QCOMPARE(topic->type, type);
    QCOMPARE(topic->defaultValue, otherwise);
}

/// A cluster's definitions say what may be written there, whatever the releases that are known have.
void TestCompletion::knowsWhatAClusterKnows()
{
    const auto text = [](const QStringList& values) {
        return QJsonObject{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(values)}};
    };
    const auto object = [](const QJsonObject& properties) {
        return QJsonObject{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    };
    const QJsonObject spec = object({{u"flinkVersion"_s, text({u"v1_20"_s, u"v9_9"_s})},
                                     {u"flinkPlanet"_s, text({u"mars"_s})},
                                     {u"flinkConfiguration"_s, object({})}});
    const QJsonObject version{{u"name"_s, u"v1beta1"_s},
                              {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, object({{u"spec"_s, spec}})}}}};
    const QJsonObject definition{{u"spec"_s, QJsonObject{{u"names"_s, QJsonObject{{u"kind"_s, u"FlinkDeployment"_s}}},
                                                         {u"versions"_s, QJsonArray{version}}}}};
    const auto schema = schemaFromDefinitions({definition});
    QVERIFY(schema);
    const auto proposed = [&](QByteArray manifest) {
        const qsizetype bar = manifest.indexOf("¦");
        return words(completionAt(manifest.remove(bar, 2), bar, *s_catalogue, *schema));
    };
    const QByteArray head = "kind: FlinkDeployment\nspec:\n  ";
    QCOMPARE(proposed(head + "flink¦"), (QStringList{u"flinkConfiguration"_s, u"flinkPlanet"_s, u"flinkVersion"_s}));
    QCOMPARE(proposed(head + "flinkPlanet: ¦"), QStringList{u"mars"_s});
    QCOMPARE(proposed(head + "flinkVersion: ¦"), (QStringList{u"v9_9"_s, u"v1_20"_s}));
    QCOMPARE(proposed(head + "flinkConfiguration:\n    execution.checkpointing.interva¦").value(0),
             u"execution.checkpointing.interval"_s);
    QCOMPARE(proposed("kind: FlinkDep¦"), QStringList{u"FlinkDeployment"_s});
    QVERIFY(proposed("kind: FlinkSess¦").isEmpty());
    // The same where one asks what a word is.
    const QByteArray written = head + "flinkPlanet: mars\n  mode: native\n";
    const auto planet = topicAt(written, written.indexOf("Planet"), *s_catalogue, *schema);
    QVERIFY(planet);
    QCOMPARE(planet->values, QStringList{u"mars"_s});
    QVERIFY(!topicAt(written, written.indexOf("mode"), *s_catalogue, *schema));
    QVERIFY(topicAt(written, written.indexOf("mode"), *s_catalogue));
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
