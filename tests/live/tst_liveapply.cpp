#include "core/manifest/lint.h"
#include "core/plans/applying.h"
#include "core/plans/neighbourhood.h"
#include "core/plans/outlook.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using live::ApiServer;

namespace {

QJsonObject valueOf(const QByteArray& yaml)
{
    const auto parsed = yaml::Tree::parse(yaml);
    const auto* tree = std::get_if<yaml::Tree>(&parsed);
    return tree ? tree->value(tree->root()).toObject() : QJsonObject();
}

const QByteArray orders = "apiVersion: flink.apache.org/v1beta1\n"
                          "kind: FlinkDeployment\n"
                          "metadata: {name: orders, namespace: team-a}\n"
                          "spec:\n"
                          "  image: flink:1.20\n"
                          "  flinkVersion: v1_20\n"
                          "  serviceAccount: flink\n"
                          "  flinkConfiguration: {state.backend.type: rocksdb}\n"
                          "  jobManager: {resource: {cpu: 1, memory: 2g}}\n"
                          "  taskManager: {resource: {cpu: 1, memory: 2g}}\n"
                          "  job: {jarURI: \"local:///a.jar\", parallelism: 2}\n";

QJsonObject edited(const QByteArray& from, const QByteArray& to)
{
    return valueOf(QByteArray(orders).replace(from, to));
}

} // namespace

/// Schemas, dry runs and server-side apply as a real API server with the operator's definitions has them.
class LiveApplyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void itsSchemasJudgeAsTheServerDoes_data();
    void itsSchemasJudgeAsTheServerDoes();
    void goodManifestsAreJudgedAsTheServerDoes();
    void anObjectIsMadeThenChanged();
    void aConflictNamesItsOwnerAndCanBeTaken();
    void aVersionThatIsOutrunIsMerged();
    void whoMayNotWriteIsTold();

private:
    struct Run
    {
        std::optional<plans::RehearsedApply> rehearsal;
        std::optional<base::Error> refusal;
        std::optional<plans::AppliedOutcome> outcome;
    };
    Run run(kube::Api& api, const QJsonObject& manifest, plans::Conflicts conflicts,
            const std::function<void()>& before = {});

    /// What lint finds in it by the server's schemas; empty: nothing.
    QString schemaFindingsIn(const QByteArray& text) const;
    /// Why the server would not take it; empty: it would.
    QString answerTo(const QJsonObject& manifest);

    std::unique_ptr<ApiServer> m_server;
    std::shared_ptr<const manifest::Schema> m_schema;
    QTemporaryDir m_folder;
};

void LiveApplyTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    std::optional<plans::ClusterFacts> facts;
    // The document follows the definitions after a while.
    const auto ask = [&] {
        facts.reset();
        plans::fetchSchema(api, this, [&](const plans::ClusterFacts& found) { facts = found; });
        return live::comesTrue([&] { return facts.has_value(); }, 20s) &&
               facts->source == plans::ClusterFacts::SchemaSource::OpenApi;
    };
    QVERIFY(live::comesTrue(ask, 60s));
    m_schema = facts->schema;
}

LiveApplyTest::Run LiveApplyTest::run(kube::Api& api, const QJsonObject& manifest, plans::Conflicts conflicts,
                                      const std::function<void()>& before)
{
    Run run;
    plans::ApplyRecord record(m_folder.filePath(u"applied.jsonl"_s));
    plans::Applying applying(api, u"live"_s, manifest, record);
    connect(&applying, &plans::Applying::rehearsed, this, [&](const plans::RehearsedApply& rehearsal) {
        run.rehearsal = rehearsal;
        if (before)
            before();
        applying.apply(conflicts);
    });
    connect(&applying, &plans::Applying::refused, this, [&](const base::Error& error) { run.refusal = error; });
    connect(&applying, &plans::Applying::finished, this,
            [&](const plans::AppliedOutcome& outcome) { run.outcome = outcome; });
    applying.rehearse(u"team-a"_s);
    if (!live::comesTrue([&] { return run.refusal || run.outcome; }, 60s))
        qWarning("it did not end");
    return run;
}

QString LiveApplyTest::schemaFindingsIn(const QByteArray& text) const
{
    manifest::Linter linter(manifest::Catalogue::bundled());
    linter.setSchema(m_schema);
    QStringList found;
    const QList<manifest::LintedDocument> documents = linter.documents(text);
    for (const manifest::LintedDocument& document : documents) {
        for (const manifest::Finding& finding : document.findings) {
            if (finding.rule.startsWith(u"DREY-S"))
                found.append(finding.rule + u' ' + finding.path + u' ' + finding.message);
        }
    }
    return found.join(u'\n');
}

QString LiveApplyTest::answerTo(const QJsonObject& manifest)
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    plans::Outlook outlook(api, manifest, {});
    std::optional<QString> said;
    connect(&outlook, &plans::Outlook::finished, this, [&](const plans::Prospect& prospect) {
        said = prospect.planned ? QString() : prospect.refusal ? prospect.refusal->message : prospect.doubts.join(u' ');
    });
    connect(&outlook, &plans::Outlook::failed, this, [&](const base::Error& error) { said = error.message; });
    outlook.start(u"team-a"_s);
    if (!live::comesTrue([&] { return said.has_value(); }, 20s))
        return u"no answer"_s;
    return *said;
}

void LiveApplyTest::itsSchemasJudgeAsTheServerDoes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("as it should be", "rocksdb", "hashmap");
    row("an unknown field", "parallelism: 2", "paralelism: 2");
    row("a text for a number", "parallelism: 2", "parallelism: two");
    row("a number in quotes", "cpu: 1", "cpu: \"1\"");
    row("a release that does not exist", "v1_20", "v7_7");
    row("a list for a map", "{state.backend.type: rocksdb}", "[a]");
    row("a number in the configuration", "rocksdb", "3");
    row("a map for a text", "flink:1.20", "{a: b}");
    row("an unknown field of a pod", "  job:", "  podTemplate: {spec: {containers: [{nam: a, name: b}]}}\n  job:");
    row("an integer for a quantity",
        "  job:", "  podTemplate: {spec: {containers: [{name: a, resources: {limits: {cpu: 2}}}]}}\n  job:");
    row("a fraction for an integer", "parallelism: 2", "parallelism: 2.5");
    row("nothing where something may be", "image: flink:1.20", "image: null");
    row("another mode", "  job:", "  mode: Native\n  job:");
}

void LiveApplyTest::itsSchemasJudgeAsTheServerDoes()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray text = QByteArray(orders).replace(from, to);
    const QString said = answerTo(valueOf(text)), found = schemaFindingsIn(text);
    QVERIFY2(said.isEmpty() == found.isEmpty(), qPrintable(u"server: "_s + said + u"\nlint: "_s + found));
}

void LiveApplyTest::goodManifestsAreJudgedAsTheServerDoes()
{
    // Its definitions may be older than some of these manifests: what counts is that both say the same.
    QDirIterator files(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint/good"), {u"*.yaml"_s}, QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<manifest::Piece> pieces = manifest::piecesOf(file.readAll());
        for (const manifest::Piece& piece : pieces) {
            QJsonObject document = valueOf(piece.text);
            if (manifest::kindOf(document[u"kind"_s].toString()) == manifest::Subject::Kind::Other)
                continue;
            QJsonObject metadata = document[u"metadata"_s].toObject();
            metadata[u"namespace"_s] = u"team-a"_s;
            if (metadata.take(u"generateName"_s).isString()) // to be created, not applied
                metadata[u"name"_s] = u"made"_s;
            document[u"metadata"_s] = metadata;
            const QString said = answerTo(document), found = schemaFindingsIn(piece.text);
            QVERIFY2(said.isEmpty() == found.isEmpty(),
                     qPrintable(file.fileName() + u"\nserver: "_s + said + u"\nlint: "_s + found));
            ++count;
        }
    }
    QVERIFY(count >= 10);
}

void LiveApplyTest::anObjectIsMadeThenChanged()
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    const Run made = run(api, valueOf(orders), plans::Conflicts::Refuse);
    QVERIFY2(made.outcome, made.refusal ? qPrintable(made.refusal->message) : "");
    QVERIFY(!made.rehearsal->live);
    QCOMPARE(made.outcome->state, plans::ApplyState::Applied);
    QCOMPARE(made.outcome->generation, 1);
    const Run changed = run(api, edited("parallelism: 2", "parallelism: 3"), plans::Conflicts::Refuse);
    QCOMPARE(changed.rehearsal->changes.keys(), QStringList{u"spec.job.parallelism"_s});
    QCOMPARE(changed.outcome->state, plans::ApplyState::Applied);
    QCOMPARE(changed.outcome->generation, 2);
    const Run again = run(api, edited("parallelism: 2", "parallelism: 3"), plans::Conflicts::Refuse);
    QCOMPARE(again.outcome->state, plans::ApplyState::Unchanged);
    QCOMPARE(again.outcome->generation, 2);
}

void LiveApplyTest::aConflictNamesItsOwnerAndCanBeTaken()
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    const auto output =
        m_server->kubectl({u"patch"_s, u"flinkdeployment"_s, u"orders"_s, u"-n"_s, u"team-a"_s, u"--type=merge"_s,
                           u"--field-manager=somebody"_s, u"-p"_s, u"{\"spec\":{\"job\":{\"parallelism\":7}}}"_s});
    QVERIFY2(output.exitCode == 0, qPrintable(output.report()));
    const QJsonObject wanted = edited("parallelism: 2", "parallelism: 5");
    const Run refused = run(api, wanted, plans::Conflicts::Refuse);
    QCOMPARE(refused.rehearsal->conflicts.size(), 1);
    QVERIFY(refused.rehearsal->conflicts.first().manager.contains(u"somebody"));
    QCOMPARE(refused.outcome->state, plans::ApplyState::Refused);
    const Run taken = run(api, wanted, plans::Conflicts::TakeOver);
    QCOMPARE(taken.outcome->state, plans::ApplyState::Applied);
}

void LiveApplyTest::aVersionThatIsOutrunIsMerged()
{
    live::ObservedApi api(*m_server, ApiServer::User::Admin);
    const auto outrun = [&] {
        const auto output = m_server->kubectl({u"annotate"_s, u"flinkdeployment"_s, u"orders"_s, u"-n"_s, u"team-a"_s,
                                               u"--overwrite"_s, u"note=other"_s});
        QVERIFY2(output.exitCode == 0, qPrintable(output.report()));
    };
    const Run merged = run(api, edited("parallelism: 2", "parallelism: 6"), plans::Conflicts::Refuse, outrun);
    QVERIFY(merged.outcome);
    QVERIFY2(merged.outcome->state == plans::ApplyState::Applied,
             merged.outcome->error ? qPrintable(merged.outcome->error->message) : "");
    QCOMPARE(merged.outcome->object->value(u"metadata"_s)[u"annotations"_s][u"note"_s].toString(), u"other"_s);
}

void LiveApplyTest::whoMayNotWriteIsTold()
{
    live::ObservedApi api(*m_server, ApiServer::User::Viewer);
    const Run refused = run(api, valueOf(orders), plans::Conflicts::Refuse);
    QVERIFY(refused.refusal);
    QCOMPARE(refused.refusal->kind, base::Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(LiveApplyTest)
#include "tst_liveapply.moc"
