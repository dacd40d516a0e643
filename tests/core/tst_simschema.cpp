#include "core/manifest/clusterschema.h"
#include "core/manifest/lint.h"
#include "core/plans/neighbourhood.h"
#include "core/sim/practice/practice.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/practiceclient.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace manifest;
using Source = plans::ClusterFacts::SchemaSource;

namespace {

constexpr int patience = 30'000; // ms

/// The practice cluster, without what a test takes away.
class LameApi : public kube::Api
{
public:
    explicit LameApi(http::Client& client)
        : m_api(kube::httpApi(client))
    {
    }
    void send(const http::Request& request, QObject* context, BytesDone done) override
    {
        for (const QString& path : std::as_const(without)) {
            if (request.path.startsWith(path)) {
                base::Error error;
                error.kind = base::Error::Kind::Forbidden;
                error.message = u"no"_s;
                return done(error);
            }
        }
        m_api->send(request, context, std::move(done));
    }
    std::unique_ptr<http::Stream> open(const http::Request& request) override { return m_api->open(request); }
    void reconnect() override { m_api->reconnect(); }
    QString label() const override { return m_api->label(); }

    QStringList without;

private:
    std::unique_ptr<kube::Api> m_api;
};

/// What the fields of a manifest are found to be, by rule and place.
QStringList schemaFindingsIn(const QByteArray& text, const std::shared_ptr<const Schema>& schema)
{
    Linter linter(Catalogue::bundled(), {{}, u"1.15"_s});
    linter.setSchema(schema);
    QStringList found;
    const QList<LintedDocument> documents = linter.documents(text);
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            if (finding.rule.startsWith(u"DREY-S"))
                found.append(finding.rule + u' ' + finding.path);
        }
    }
    return found;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject definition(const QJsonObject& spec)
{
    const QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject{{u"spec"_s, spec}}}};
    return {{u"spec"_s,
             QJsonObject{{u"names"_s, QJsonObject{{u"kind"_s, u"FlinkDeployment"_s}}},
                         {u"versions"_s,
                          QJsonArray{QJsonObject{{u"name"_s, u"v1beta1"_s},
                                                 {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, schema}}}}}}}}};
}

QJsonObject typed(const QString& type, const QJsonObject& more = {})
{
    QJsonObject node = more;
    node[u"type"_s] = type;
    return node;
}

} // namespace

/// Schemas from a cluster, and what is done without them.
class SimSchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void aClusterTellsItsSchemas_data();
    void aClusterTellsItsSchemas();
    void goodManifestsAreGoodByTheClustersSchemas();
    void keywordsOfKubernetesAreHonoured_data();
    void keywordsOfKubernetesAreHonoured();
    void hostileSchemasEnd();
    void theIndexCannotLeadElsewhere_data();
    void theIndexCannotLeadElsewhere();
    void objectsAndSessionsAreAskedFor();

private:
    plans::ClusterFacts fetch(kube::Api& api);

    std::unique_ptr<sim::practice::Practice> m_practice;
    std::unique_ptr<http::Client> m_client;
};

void SimSchemaTest::initTestCase()
{
    support::keepClean();
    sim::HostOptions options;
    options.speed = 0;
    m_practice = std::make_unique<sim::practice::Practice>(options);
    QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
    m_client = support::adminOf(m_practice->host());
}

plans::ClusterFacts SimSchemaTest::fetch(kube::Api& api)
{
    std::optional<plans::ClusterFacts> found;
    plans::fetchSchema(api, this, [&](const plans::ClusterFacts& facts) { found = facts; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, patience))
        qFatal("no answer");
    return *found;
}

void SimSchemaTest::aClusterTellsItsSchemas_data()
{
    QTest::addColumn<QStringList>("without");
    QTest::addColumn<Source>("source");
    const QString openApi = u"/openapi/v3"_s, definitions = u"/apis/apiextensions.k8s.io"_s;
    QTest::newRow("by OpenAPI") << QStringList() << Source::OpenApi;
    QTest::newRow("by its definitions") << QStringList{openApi} << Source::Definitions;
    QTest::newRow("by the index alone") << QStringList{openApi + u"/apis"_s} << Source::Definitions;
    QTest::newRow("not at all") << QStringList{openApi, definitions} << Source::Bundled;
}

void SimSchemaTest::aClusterTellsItsSchemas()
{
    QFETCH(QStringList, without);
    QFETCH(Source, source);
    LameApi api(*m_client);
    api.without = without;
    const plans::ClusterFacts facts = fetch(api);
    QCOMPARE(facts.source, source);
    QCOMPARE(facts.doubts.isEmpty(), source != Source::Bundled);
    const Field* version = facts.schema->field(u"FlinkDeployment.spec"_s, u"flinkVersion"_s, 15);
    QVERIFY(version);
    QVERIFY(Schema::values(version->shape, 15).contains(u"v1_20"_s));
    QVERIFY(facts.schema->fields({}, 15).contains(u"FlinkSessionJob"_s));
    const QByteArray wrong = "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\n"
                             "spec:\n  flinkVersion: v9_9\n  job: {paralelism: 3, parallelism: x}\n"
                             "  taskManager: {resource: {cpu: \"1\"}}\n";
    const QStringList found = schemaFindingsIn(wrong, facts.schema);
    for (const QString& one : {u"DREY-S003 spec.flinkVersion"_s, u"DREY-S001 spec.job.paralelism"_s,
                               u"DREY-S002 spec.job.parallelism"_s, u"DREY-S002 spec.taskManager.resource.cpu"_s})
        QVERIFY2(found.contains(one), qPrintable(one + u" in "_s + found.join(u", ")));
}

void SimSchemaTest::goodManifestsAreGoodByTheClustersSchemas()
{
    LameApi api(*m_client);
    const plans::ClusterFacts facts = fetch(api);
    QDirIterator files(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint"), {u"*.yaml"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const QByteArray text = contentOf(path);
        if (!schemaFindingsIn(text, Schema::bundled()).isEmpty())
            continue;
        ++count;
        const QStringList found = schemaFindingsIn(text, facts.schema);
        QVERIFY2(found.isEmpty(), qPrintable(path + u": "_s + found.join(u", ")));
    }
    QVERIFY2(count >= 10, qPrintable(QString::number(count)));
}

void SimSchemaTest::keywordsOfKubernetesAreHonoured_data()
{
    QTest::addColumn<QJsonObject>("field");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const QJsonObject yes{{u"a"_s, typed(u"string"_s)}};
    QTest::newRow("int or string") << QJsonObject{{u"x-kubernetes-int-or-string"_s, true}} << QByteArray("3")
                                   << QByteArray("{a: b}");
    QTest::newRow("preserve unknown fields")
        << typed(u"object"_s, {{u"properties"_s, yes}, {u"x-kubernetes-preserve-unknown-fields"_s, true}})
        << QByteArray("{a: b, c: d}") << QByteArray();
    QTest::newRow("without it") << typed(u"object"_s, {{u"properties"_s, yes}}) << QByteArray("{a: b}")
                                << QByteArray("{a: b, c: d}");
    QTest::newRow("embedded resource") << typed(u"object"_s,
                                                {{u"properties"_s, yes}, {u"x-kubernetes-embedded-resource"_s, true}})
                                       << QByteArray("{kind: Pod, apiVersion: v1, metadata: {name: a}}")
                                       << QByteArray("{knd: Pod}");
    QTest::newRow("map") << typed(u"object"_s, {{u"additionalProperties"_s, typed(u"integer"_s)}})
                         << QByteArray("{any: 1}") << QByteArray("{any: [1]}");
    QTest::newRow("list") << typed(u"array"_s, {{u"items"_s, typed(u"string"_s)}}) << QByteArray("[a]")
                          << QByteArray("[[a]]");
    QTest::newRow("enumeration, null within")
        << typed(u"string"_s, {{u"nullable"_s, true}, {u"enum"_s, QJsonArray{u"on"_s, u"off"_s, QJsonValue::Null}}})
        << QByteArray("\"on\"") << QByteArray("\"maybe\"");
    QTest::newRow("nullable") << typed(u"integer"_s, {{u"nullable"_s, true}}) << QByteArray("null") << QByteArray("x");
    QTest::newRow("not nullable") << typed(u"integer"_s) << QByteArray("1") << QByteArray("null");
    QTest::newRow("with a default") << typed(u"integer"_s, {{u"default"_s, 3}}) << QByteArray("null")
                                    << QByteArray("x");
    const QJsonObject ports = typed(
        u"array"_s,
        {{u"x-kubernetes-list-type"_s, u"map"_s},
         {u"x-kubernetes-list-map-keys"_s, QJsonArray{u"port"_s, u"protocol"_s}},
         {u"items"_s,
          typed(u"object"_s,
                {{u"properties"_s, QJsonObject{{u"port"_s, typed(u"integer"_s)},
                                               {u"name"_s, typed(u"string"_s)},
                                               {u"protocol"_s, typed(u"string"_s, {{u"default"_s, u"TCP"_s}})}}}})}});
    QTest::newRow("items told apart") << ports
                                      << QByteArray("[{port: 1}, {port: 1, protocol: UDP}, {port: 2, name: a}]")
                                      << QByteArray("[{port: 1}, {port: 1, name: b}]");
    QTest::newRow("items told apart, default written")
        << ports << QByteArray("[{port: 0x10}, {port: 17}]") << QByteArray("[{port: 0x10}, {port: 16, protocol: TCP}]");
    const QJsonObject names =
        typed(u"array"_s, {{u"x-kubernetes-list-type"_s, u"set"_s}, {u"items"_s, typed(u"string"_s)}});
    QTest::newRow("set") << names << QByteArray("[a, b]") << QByteArray("[a, b, 'a']");
    QTest::newRow("required") << typed(u"object"_s, {{u"properties"_s, yes}, {u"required"_s, QJsonArray{u"a"_s}}})
                              << QByteArray("{a: b}") << QByteArray("{}");
    QTest::newRow("required, with a default")
        << typed(u"object"_s, {{u"properties"_s, QJsonObject{{u"a"_s, typed(u"string"_s, {{u"default"_s, u"x"_s}})}}},
                               {u"required"_s, QJsonArray{u"a"_s}}})
        << QByteArray("{}") << QByteArray("{a: []}");
    QTest::newRow("boolean") << typed(u"boolean"_s) << QByteArray("true") << QByteArray("\"true\"");
}

void SimSchemaTest::keywordsOfKubernetesAreHonoured()
{
    QFETCH(QJsonObject, field);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    const auto schema =
        schemaFromDefinitions({definition(typed(u"object"_s, {{u"properties"_s, QJsonObject{{u"f"_s, field}}}}))});
    QVERIFY(schema);
    const QByteArray head =
        "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec: {f: ";
    QCOMPARE(schemaFindingsIn(head + good + "}\n", schema), QStringList());
    if (!bad.isEmpty())
        QCOMPARE(schemaFindingsIn(head + bad + "}\n", schema).size(), 1);
}

void SimSchemaTest::hostileSchemasEnd()
{
    QVERIFY(!schemaFromOpenApi({}));
    QVERIFY(!schemaFromDefinitions({}));
    QVERIFY(!schemaFromDefinitions({QJsonObject{{u"spec"_s, 3}}}));
    // A reference to itself, and depth without end.
    const QJsonArray kinds{QJsonObject{{u"group"_s, u"flink.apache.org"_s}, {u"kind"_s, u"FlinkDeployment"_s}}};
    const QJsonObject self{{u"$ref"_s, u"#/components/schemas/self"_s}};
    const QJsonObject node{
        {u"type"_s, u"object"_s},
        {u"properties"_s,
         QJsonObject{{u"a"_s, self}, {u"loop"_s, QJsonObject{{u"$ref"_s, u"#/components/schemas/root"_s}}}}},
        {u"x-kubernetes-group-version-kind"_s, kinds}};
    const QJsonObject document{
        {u"components"_s, QJsonObject{{u"schemas"_s, QJsonObject{{u"self"_s, self}, {u"root"_s, node}}}}}};
    QVERIFY(schemaFromOpenApi(document));
    QJsonObject deep = typed(u"string"_s);
    for (int i = 0; i < 300; ++i)
        deep = typed(u"object"_s, {{u"properties"_s, QJsonObject{{u"a"_s, deep}}}});
    QVERIFY(schemaFromDefinitions({definition(deep)}));
}

void SimSchemaTest::theIndexCannotLeadElsewhere_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("another host") << QByteArray("https://evil.example/openapi");
    QTest::newRow("another host, without a scheme") << QByteArray("//evil.example/openapi");
    QTest::newRow("no path") << QByteArray("openapi");
    QTest::newRow("nothing") << QByteArray("");
}

void SimSchemaTest::theIndexCannotLeadElsewhere()
{
    QFETCH(QByteArray, place);
    class Misleading : public LameApi
    {
    public:
        using LameApi::LameApi;
        void send(const http::Request& request, QObject* context, BytesDone done) override
        {
            asked.append(request.path);
            if (request.path != u"/openapi/v3")
                return LameApi::send(request, context, std::move(done));
            http::Answer answer;
            answer.status = 200;
            answer.body = "{\"paths\":{\"apis/flink.apache.org/v1beta1\":{\"serverRelativeURL\":\"" + place + "\"}}}";
            done(answer);
        }
        QByteArray place;
        QStringList asked;
    };
    Misleading api(*m_client);
    api.place = place;
    QCOMPARE(fetch(api).source, Source::Definitions);
    for (const QString& path : std::as_const(api.asked))
        QVERIFY2(path == u"/openapi/v3" || path.startsWith(u"/apis/apiextensions.k8s.io/"), qPrintable(path));
}

void SimSchemaTest::objectsAndSessionsAreAskedFor()
{
    LameApi api(*m_client);
    const auto named = [](const QString& kind, const QString& name, const QString& session = {}) {
        return QJsonObject{{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
                           {u"kind"_s, kind},
                           {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                           {u"spec"_s, QJsonObject{{u"deploymentName"_s, session}}}};
    };
    plans::Neighbourhood neighbourhood(api, u"payments"_s);
    std::optional<plans::ClusterFacts> facts;
    connect(&neighbourhood, &plans::Neighbourhood::finished, this,
            [&](const plans::ClusterFacts& found) { facts = found; });
    const QString job = u"FlinkSessionJob"_s, deployment = u"FlinkDeployment"_s;
    neighbourhood.start({named(deployment, u"payment-authorize"_s), named(deployment, u"none"_s),
                         named(job, u"one"_s, u"payment-authorize"_s), named(job, u"two"_s, u"none"_s),
                         named(u"ConfigMap"_s, u"x"_s), QJsonObject()});
    QTRY_VERIFY_WITH_TIMEOUT(facts, patience);
    QCOMPARE(facts->doubts, QStringList());
    QVERIFY(facts->objects.find(deployment, {}, u"payment-authorize"_s)->object);
    QVERIFY(facts->objects.find(deployment, u"payments"_s, u"none"_s));
    QVERIFY(!facts->objects.find(deployment, {}, u"none"_s)->object);
    QVERIFY(facts->objects.find(job, {}, u"one"_s)->session);
    QVERIFY(facts->objects.find(job, {}, u"two"_s)->isSessionMissing);
    QVERIFY(!facts->objects.find(deployment, {}, u"never-asked"_s));
}

QTEST_GUILESS_MAIN(SimSchemaTest)
#include "tst_simschema.moc"
