#include "core/sim/documents/definitions.h"
#include "core/sim/documents/discovery.h"
#include "core/sim/documents/jsonpath.h"
#include "core/sim/documents/openapi.h"
#include "core/sim/documents/quantities.h"
#include "core/sim/documents/table.h"
#include "core/sim/world/path.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim::documents;

namespace {

sim::Resources flinkResources(OperatorRelease release)
{
    sim::Resources resources;
    for (const auto& definition : flinkDefinitions(release))
        resources.define(definition);
    return resources;
}

QStringList namesOf(const QJsonArray& list, QStringView member)
{
    QStringList names;
    for (const auto item : list)
        names += item[member].toString();
    return names;
}

/// All that stands behind a $ref anywhere in a document.
void collectReferences(const QJsonValue& value, QSet<QString>& into)
{
    if (value.isArray()) {
        for (const auto item : value.toArray())
            collectReferences(item, into);
        return;
    }
    const auto object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (item.key() == u"$ref" && item.value().isString())
            into.insert(item.value().toString().section(u'/', -1));
        else
            collectReferences(item.value(), into);
    }
}

} // namespace

class TestSimDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void tellsTheFormARequestAsksFor_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<DiscoveryForm>("form");
        QTest::newRow("kubectl") << QByteArray("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                                               "application/json;g=apidiscovery.k8s.io;v=v2beta1;as="
                                               "APIGroupDiscoveryList,application/json")
                                 << DiscoveryForm::Aggregated;
        QTest::newRow("an older kubectl")
            << QByteArray("application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json")
            << DiscoveryForm::AggregatedBeta;
        QTest::newRow("plain") << QByteArray("application/json, */*") << DiscoveryForm::Plain;
        QTest::newRow("nothing") << QByteArray() << DiscoveryForm::Plain;
    }

    void tellsTheFormARequestAsksFor()
    {
        QFETCH(QByteArray, accept);
        QFETCH(DiscoveryForm, form);
        QCOMPARE(discoveryFormOf(accept), form);
    }

    void tellsTheSameInEachForm()
    {
        const auto resources = flinkResources(OperatorRelease::V1_15);
        const auto plain = groups(resources, DiscoveryForm::Plain).value("groups"_L1).toArray();
        const auto items = groups(resources, DiscoveryForm::Aggregated).value("items"_L1).toArray();
        QCOMPARE(items.size(), plain.size());
        for (qsizetype at = 0; at < items.size(); ++at) {
            const auto name = plain.at(at)[u"name"].toString();
            QCOMPARE(items.at(at)[u"metadata"][u"name"].toString(), name);
            const auto version = items.at(at)[u"versions"][0];
            const auto list = resourceList(resources, name, version[u"version"].toString());
            QStringList plurals;
            for (const auto item : list.value("resources"_L1).toArray()) {
                if (!item[u"name"].toString().contains(u'/'))
                    plurals += item[u"name"].toString();
            }
            QCOMPARE(namesOf(version[u"resources"].toArray(), u"resource"), plurals);
        }
        QVERIFY(group(resources, u"nobody").isEmpty());
        QVERIFY(resourceList(resources, u"apps", u"v9").isEmpty());
    }

    void describesTheFlinkKindsOfEachRelease_data()
    {
        QTest::addColumn<OperatorRelease>("release");
        QTest::addColumn<int>("kinds");
        QTest::addColumn<QString>("newestFlink");
        QTest::newRow("1.7") << OperatorRelease::V1_7 << 2 << u"v1_19"_s;
        QTest::newRow("1.12") << OperatorRelease::V1_12 << 3 << u"v2_0"_s;
        QTest::newRow("1.15") << OperatorRelease::V1_15 << 4 << u"v2_2"_s;
        QTest::newRow("1.16") << OperatorRelease::V1_16 << 4 << u"v2_4"_s;
    }

    void describesTheFlinkKindsOfEachRelease()
    {
        QFETCH(OperatorRelease, release);
        QFETCH(int, kinds);
        QFETCH(QString, newestFlink);
        const auto definitions = flinkDefinitions(release);
        QCOMPARE(definitions.size(), kinds);
        const auto schema = sim::at(definitions.first(), {u"spec"})[u"versions"][0][u"schema"][u"openAPIV3Schema"];
        const auto spec = schema[u"properties"][u"spec"][u"properties"];
        QCOMPARE(spec[u"flinkVersion"][u"enum"].toArray().last().toString(), newestFlink);
        const bool isOpen = release == OperatorRelease::V1_15 || release == OperatorRelease::V1_16;
        QCOMPARE(spec[u"flinkConfiguration"][u"x-kubernetes-preserve-unknown-fields"].toBool(), isOpen);
        QCOMPARE(spec[u"jobManager"][u"properties"][u"resources"].isObject(), release == OperatorRelease::V1_16);
        QCOMPARE(schema[u"properties"][u"status"][u"properties"][u"conditions"].isObject(), isOpen);
        const auto pod = spec[u"podTemplate"][u"properties"][u"spec"][u"properties"];
        QCOMPARE(pod[u"containers"][u"items"][u"properties"][u"image"][u"type"].toString(), u"string"_s);
        // A JSON schema nobody can misread: everything has a type or is open.
        QVERIFY(!QJsonDocument(definitions.first()).toJson().contains("\"any\""));
    }

    void referencesOnlyWhatItDescribes()
    {
        const auto resources = flinkResources(OperatorRelease::V1_16);
        Kinds kinds;
        const auto paths = openApiIndex(resources, kinds).value("paths"_L1).toObject();
        QVERIFY(paths.contains(u"api/v1"_s) && paths.contains(u"apis/flink.apache.org/v1beta1"_s));
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const auto bytes = openApiDocument(resources, kinds, path.key());
            QVERIFY(path.value()[u"serverRelativeURL"].toString().endsWith(openApiHash(bytes)));
            const auto document = QJsonDocument::fromJson(bytes).object();
            const auto schemas = sim::at(document, {u"components", u"schemas"}).toObject();
            QSet<QString> references;
            collectReferences(document, references);
            for (const auto& name : std::as_const(references))
                QVERIFY2(schemas.contains(name), qPrintable(name));
        }
        QVERIFY(openApiDocument(resources, kinds, u"apis/nobody/v1").isEmpty());
    }

    void tellsKubectlHowToMergeLists()
    {
        const auto resources = flinkResources(OperatorRelease::V1_15);
        Kinds kinds;
        const auto document = QJsonDocument::fromJson(openApiDocument(resources, kinds, u"apis/apps/v1")).object();
        const auto containers =
            sim::at(document, {u"components", u"schemas", u"io.k8s.api.core.v1.PodSpec", u"properties", u"containers"});
        QCOMPARE(containers[u"x-kubernetes-patch-merge-key"].toString(), u"name"_s);
        QCOMPARE(containers[u"x-kubernetes-patch-strategy"].toString(), u"merge"_s);
        QCOMPARE(containers[u"x-kubernetes-list-type"].toString(), u"map"_s);
        const auto patch = sim::at(
            document, {u"paths", u"/apis/apps/v1/namespaces/{namespace}/deployments/{name}", u"patch", u"parameters"});
        QVERIFY(namesOf(patch.toArray(), u"name").contains(u"fieldValidation"_s));
    }

    void findsValuesByTheirPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found");
        QTest::newRow("a member") << u".spec.mode"_s << u"fast"_s;
        QTest::newRow("an index") << u".spec.ports[1].name"_s << u"b"_s;
        QTest::newRow("the last") << u".spec.ports[-1:].name"_s << u"c"_s;
        QTest::newRow("all") << u".spec.ports[*].name"_s << u"a b c"_s;
        QTest::newRow("a condition") << u".spec.ports[?(@.kind==\"udp\")].name"_s << u"b c"_s;
        QTest::newRow("no number that is equal") << u".spec.ports[?(@.number==2)].name"_s << u"b"_s;
        QTest::newRow("a quoted name") << u".metadata.labels['a.b/c']"_s << u"label"_s;
        QTest::newRow("an escaped name") << u".metadata.labels.a\\.b/c"_s << u"label"_s;
        QTest::newRow("nothing there") << u".spec.none.more"_s << QString();
        QTest::newRow("outside") << u".spec.ports[9].name"_s << QString();
        QTest::newRow("an open bracket") << u".spec.ports[0"_s << QString();
        QTest::newRow("two dots") << u"..spec"_s << QString();
    }

    void findsValuesByTheirPath()
    {
        QFETCH(QString, path);
        QFETCH(QString, found);
        const auto port = [](const QString& name, const QString& kind, int number) {
            return QJsonObject{{u"name"_s, name}, {u"kind"_s, kind}, {u"number"_s, number}};
        };
        const QJsonObject document{
            {u"metadata"_s, QJsonObject{{u"labels"_s, QJsonObject{{u"a.b/c"_s, u"label"_s}}}}},
            {u"spec"_s, QJsonObject{{u"mode"_s, u"fast"_s},
                                    {u"ports"_s, QJsonArray{port(u"a"_s, u"tcp"_s, 1), port(u"b"_s, u"udp"_s, 2),
                                                            port(u"c"_s, u"udp"_s, 3)}}}}};
        QStringList values;
        for (const auto& value : valuesAt(document, path))
            values += value.toString();
        QCOMPARE(values.join(u' '), found);
    }

    void tellsAges_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        const std::pair<qint64, QString> ages[] = {{-5, u"<invalid>"_s},    {0, u"0s"_s},
                                                   {119, u"119s"_s},        {120, u"2m"_s},
                                                   {125, u"2m5s"_s},        {600, u"10m"_s},
                                                   {10'799, u"179m"_s},     {10'800, u"3h"_s},
                                                   {11'520, u"3h12m"_s},    {172'799, u"47h"_s},
                                                   {183'600, u"2d3h"_s},    {691'200, u"8d"_s},
                                                   {63'071'999, u"729d"_s}, {65'664'000, u"2y30d"_s},
                                                   {252'288'000, u"8y"_s}};
        for (const auto& [seconds, text] : ages)
            QTest::newRow(qPrintable(text)) << seconds << text;
    }

    void tellsAges()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        const auto now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        QCOMPARE(ageText(now.addSecs(-seconds), now), text);
    }

    void refusesWhatIsNoQuantity()
    {
        for (const auto& text : {u""_s, u"x"_s, u"1 Gi"_s, u"1.5.1"_s, u"1Zi"_s, u"--1"_s, u"1e9999"_s})
            QVERIFY2(!canonicalQuantity(text), qPrintable(text));
        QCOMPARE(thousandths(u"1.5"_s), 1500);
        QCOMPARE(thousandths(u"1Ki"_s), 1'024'000);
    }

    void tellsColumnsOnce()
    {
        const auto resources = flinkResources(OperatorRelease::V1_15);
        const auto kind = kindOf(*resources.find(u"", u"v1", u"configmaps"));
        const auto now = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
        QVERIFY(table(kind, {}, {}, RowObject::None, Columns::Told, now).value("columnDefinitions"_L1).isArray());
        QVERIFY(table(kind, {}, {}, RowObject::None, Columns::Left, now).value("columnDefinitions"_L1).isNull());
    }
};

QTEST_GUILESS_MAIN(TestSimDiscovery)
#include "tst_simdiscovery.moc"
