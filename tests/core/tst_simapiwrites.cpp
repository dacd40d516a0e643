#include "core/sim/world/path.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/apibench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::at;
using sim::put;
using support::ApiBench;
namespace type = sim::type;

namespace {

constexpr auto configMaps = "/api/v1/namespaces/default/configmaps";
constexpr auto deployments = "/apis/apps/v1/namespaces/default/deployments";
constexpr auto mergePatch = "application/merge-patch+json";
constexpr auto applyPatch = "application/apply-patch+yaml";

QByteArray configMap(const char* name, const char* data = "{}")
{
    return QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"") + name +
           "\"},\"data\":" + data + '}';
}

QByteArray deployment(const char* name)
{
    return QByteArray("{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"") + name +
           "\"},\"spec\":{\"replicas\":2,\"selector\":{\"matchLabels\":{\"a\":\"b\"}},\"template\":{\"metadata\":{"
           "\"labels\":"
           "{\"a\":\"b\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}}}";
}

} // namespace

/// What an API server makes of POST, PUT, PATCH and DELETE.
class SimApiWritesTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void createsAndGivesTheServersFields();
    void inventsAName();
    void answersConflictsByTheirReasons();
    void replacesOnlyWhatWasRead();
    void patchesInFourWays();
    void tellsWhoOwnsAFieldThatIsAppliedByTwo();
    void statusIsWrittenThroughItsOwnDoor();
    void scalesADeployment();
    void aDryRunChangesNothing();
    void refusesUnknownFieldsWhenStrictAndWarnsElse();
    void asksWhoFillsInBeforeTheSchemaAndWhoValidatesAfterIt();
    void refusesBodiesItCannotRead_data();
    void refusesBodiesItCannotRead();
    void deletesUnderConditions();
    void answersADeletionWithAStatusOrWithWhatIsEnding();
    void deletesASelection();
    void refusesMethodsWhereTheyMakeNoSense();

private:
    std::optional<ApiBench> m_bench;
};

void SimApiWritesTest::init()
{
    support::keepClean();
    m_bench.emplace();
}

void SimApiWritesTest::createsAndGivesTheServersFields()
{
    m_bench->send("user-agent", "tester/1.0 (linux)");
    const auto made = m_bench->ask("POST", configMaps, configMap("a", R"({"x":"y"})"));
    QCOMPARE(made->status, 201);
    const auto metadata = made->json()[u"metadata"].toObject();
    QCOMPARE(metadata[u"namespace"], u"default"_s);
    QCOMPARE(metadata[u"uid"].toString().size(), 36);
    QCOMPARE(metadata[u"managedFields"][0][u"manager"], u"tester"_s);
    QCOMPARE(metadata[u"managedFields"][0][u"operation"], u"Update"_s);
    QVERIFY(m_bench->world.objects.find(type::configMaps, u"default"_s, u"a"_s));
}

void SimApiWritesTest::inventsAName()
{
    const auto made =
        m_bench->ask("POST", configMaps, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"generateName":"a-"}})");
    QCOMPARE(made->status, 201);
    QCOMPARE(at(made->json(), {u"metadata", u"name"}).toString().size(), 7);
}

void SimApiWritesTest::answersConflictsByTheirReasons()
{
    m_bench->ask("POST", configMaps, configMap("a"));
    const auto again = m_bench->ask("POST", configMaps, configMap("a"));
    QCOMPARE(again->status, 409);
    QCOMPARE(again->reason(), u"AlreadyExists"_s);
    const auto lost = m_bench->ask("POST", "/api/v1/namespaces/nowhere/configmaps", configMap("a"));
    QCOMPARE(lost->message(), u"namespaces \"nowhere\" not found"_s);
    const auto elsewhere = m_bench->ask(
        "POST", configMaps, R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b","namespace":"other"}})");
    QCOMPARE(elsewhere->status, 400);
    QCOMPARE(m_bench->ask("PUT", configMaps + QByteArray("/none"), configMap("none"))->status, 404);
}

void SimApiWritesTest::replacesOnlyWhatWasRead()
{
    const auto read = m_bench->ask("POST", configMaps, configMap("a"))->json();
    auto mine = read;
    put(mine, {u"data", u"x"}, u"1"_s);
    const auto first = m_bench->ask("PUT", configMaps + QByteArray("/a"), QJsonDocument(mine).toJson());
    QCOMPARE(first->status, 200);
    QCOMPARE(at(first->json(), {u"data", u"x"}), QJsonValue(u"1"_s));
    put(mine, {u"data", u"x"}, u"2"_s);
    const auto stale = m_bench->ask("PUT", configMaps + QByteArray("/a"), QJsonDocument(mine).toJson());
    QCOMPARE(stale->status, 409);
    QCOMPARE(stale->reason(), u"Conflict"_s);
    QVERIFY(stale->json()[u"details"][u"causes"].isUndefined());
}

void SimApiWritesTest::patchesInFourWays()
{
    m_bench->ask("POST", configMaps, configMap("a", R"({"x":"1","y":"2"})"));
    const auto patch = [&](const QByteArray& contentType, const QByteArray& body) {
        const QByteArray force = contentType == applyPatch ? "&force=true" : "";
        const auto answer =
            m_bench->ask("PATCH", configMaps + QByteArray("/a?fieldManager=t") + force, body, contentType);
        if (answer->status != 200)
            qWarning("%s", answer->body.constData());
        return answer->json().value(u"data");
    };
    QCOMPARE(patch(mergePatch, R"({"data":{"x":null}})"), QJsonValue(QJsonObject{{u"y"_s, u"2"_s}}));
    QCOMPARE(patch("application/json-patch+json", R"([{"op":"add","path":"/data/z","value":"3"}])"),
             QJsonValue(QJsonObject{{u"y"_s, u"2"_s}, {u"z"_s, u"3"_s}}));
    QCOMPARE(patch("application/strategic-merge-patch+json", R"({"data":{"y":"4"}})"),
             QJsonValue(QJsonObject{{u"y"_s, u"4"_s}, {u"z"_s, u"3"_s}}));
    QCOMPARE(patch(applyPatch, configMap("a", R"({"w":"5"})"))[u"w"], u"5"_s);
    QCOMPARE(m_bench->ask("PATCH", configMaps + QByteArray("/a"), "{}", "text/plain")->status, 415);
    QCOMPARE(m_bench->ask("PATCH", configMaps + QByteArray("/none"), "{}", mergePatch)->status, 404);
    // Nothing changes, nothing is written.
    const auto before = m_bench->world.objects.revision();
    patch(mergePatch, R"({"data":{"w":"5"}})");
    QCOMPARE(m_bench->world.objects.revision(), before);
}

void SimApiWritesTest::tellsWhoOwnsAFieldThatIsAppliedByTwo()
{
    const auto apply = [&](const char* manager, const char* data, bool force = false) {
        return m_bench->ask("PATCH",
                            configMaps + QByteArray("/a?fieldManager=") + manager + (force ? "&force=true" : ""),
                            configMap("a", data), applyPatch);
    };
    QCOMPARE(apply("one", R"({"x":"1"})")->status, 201);
    QCOMPARE(apply("one", R"({"x":"1"})")->status, 200);
    const auto conflict = apply("two", R"({"x":"2"})");
    QCOMPARE(conflict->status, 409);
    QCOMPARE(conflict->json()[u"details"][u"causes"][0][u"reason"], u"FieldManagerConflict"_s);
    QCOMPARE(conflict->json()[u"details"][u"causes"][0][u"field"], u".data.x"_s);
    QCOMPARE(at(apply("two", R"({"x":"2"})", true)->json(), {u"data", u"x"}), QJsonValue(u"2"_s));
    QCOMPARE(m_bench->ask("PATCH", configMaps + QByteArray("/a"), configMap("a"), applyPatch)->status, 422);
}

void SimApiWritesTest::statusIsWrittenThroughItsOwnDoor()
{
    QCOMPARE(m_bench->ask("POST", deployments, deployment("web"))->status, 201);
    const auto answer = m_bench->ask("PATCH", deployments + QByteArray("/web/status"),
                                     R"({"spec":{"replicas":9},"status":{"replicas":2}})", mergePatch);
    QCOMPARE(answer->status, 200);
    QCOMPARE(at(answer->json(), {u"status", u"replicas"}), QJsonValue(2));
    QCOMPARE(at(answer->json(), {u"spec", u"replicas"}), QJsonValue(2));
    QCOMPARE(at(answer->json(), {u"metadata", u"generation"}), QJsonValue(1));
    QCOMPARE(m_bench->get(deployments + QByteArray("/web/status"))->status, 200);
}

void SimApiWritesTest::scalesADeployment()
{
    m_bench->ask("POST", deployments, deployment("web"));
    const auto scale = m_bench->get(deployments + QByteArray("/web/scale"))->json();
    QCOMPARE(scale[u"kind"], u"Scale"_s);
    QCOMPARE(at(scale, {u"spec", u"replicas"}), QJsonValue(2));
    const auto scaled =
        m_bench->ask("PATCH", deployments + QByteArray("/web/scale"), R"({"spec":{"replicas":5}})", mergePatch);
    QCOMPARE(scaled->status, 200);
    QCOMPARE(at(scaled->json(), {u"spec", u"replicas"}), QJsonValue(5));
    const auto web = m_bench->world.objects.find(type::deployments, u"default"_s, u"web"_s)->document();
    QCOMPARE(at(web, {u"spec", u"replicas"}), QJsonValue(5));
    QCOMPARE(at(web, {u"metadata", u"generation"}), QJsonValue(2));
}

void SimApiWritesTest::aDryRunChangesNothing()
{
    const auto before = m_bench->world.objects.revision();
    QCOMPARE(m_bench->ask("POST", configMaps + QByteArray("?dryRun=All"), configMap("a"))->status, 201);
    QCOMPARE(m_bench->world.objects.revision(), before);
    m_bench->ask("POST", configMaps, configMap("a"));
    const auto patched =
        m_bench->ask("PATCH", configMaps + QByteArray("/a?dryRun=All"), R"({"data":{"x":"1"}})", mergePatch);
    QCOMPARE(at(patched->json(), {u"data", u"x"}), QJsonValue(u"1"_s));
    QCOMPARE(m_bench->ask("DELETE", configMaps + QByteArray("/a?dryRun=All"))->status, 200);
    QCOMPARE(m_bench->world.objects.revision(), before + 1);
    QCOMPARE(m_bench->ask("POST", configMaps + QByteArray("?dryRun=some"), configMap("b"))->status, 422);
}

void SimApiWritesTest::refusesUnknownFieldsWhenStrictAndWarnsElse()
{
    const QByteArray odd = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"bogus":1})";
    const auto strict = m_bench->ask("POST", configMaps + QByteArray("?fieldValidation=Strict"), odd);
    QCOMPARE(strict->status, 400);
    QVERIFY(strict->message().contains(u"unknown field \"bogus\""));
    const auto warned = m_bench->ask("POST", configMaps, odd);
    QCOMPARE(warned->status, 201);
    QCOMPARE(sim::header(warned->headers, "Warning"), R"(299 - "unknown field \"bogus\"")");
    QVERIFY(!warned->json().contains(u"bogus"));
    QCOMPARE(m_bench->ask("POST", configMaps + QByteArray("?fieldValidation=Sometimes"), configMap("b"))->status, 422);
}

// A mutating webhook sees what the schema has not: flinkVersion v9_9 is a 500 of the operator's, no 422 of the CRD.
void SimApiWritesTest::asksWhoFillsInBeforeTheSchemaAndWhoValidatesAfterIt()
{
    const QByteArray collection = "/apis/flink.apache.org/v1beta1/namespaces/default/flinkdeployments";
    const auto deployment = [](const QByteArray& version) {
        return QByteArray(R"({"apiVersion":"flink.apache.org/v1beta1","kind":"FlinkDeployment","metadata":)"
                          R"({"name":"a"},"spec":{"flinkVersion":")") +
               version + "\"}}";
    };
    QCOMPARE(m_bench->ask("POST", collection, deployment("v1_20"))->status, 201);
    const auto refusing = [this](sim::Review::Stage stage) {
        return m_bench->world.objects.admit(
            {type::flinkDeployments.toString()}, [stage](sim::Review& asked) -> std::optional<sim::Refusal> {
                return asked.stage == stage ? std::optional(sim::Refusal::internal(u"webhook"_s)) : std::nullopt;
            });
    };
    const auto statuses = [&] {
        return QList<int>{
            m_bench->ask("POST", collection, deployment("v9_9"))->status,
            m_bench->ask("PATCH", collection + "/a", R"({"spec":{"flinkVersion":"v9_9"}})", mergePatch)->status,
            m_bench->ask("PATCH", collection + "/a?fieldManager=t&force=true", deployment("v9_9"), applyPatch)->status,
            m_bench->ask("PATCH", collection + "/a", R"({"spec":{"flinkVersion":"v2_0"}})", mergePatch)->status};
    };
    {
        const auto mutation = refusing(sim::Review::Stage::Mutation);
        QCOMPARE(statuses(), QList<int>({500, 500, 500, 500}));
    }
    {
        const auto validation = refusing(sim::Review::Stage::Validation);
        QCOMPARE(statuses(), QList<int>({422, 422, 422, 500}));
    }
    QCOMPARE(statuses(), QList<int>({422, 422, 422, 200}));
}

void SimApiWritesTest::refusesBodiesItCannotRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("application/json") << 400;
    QTest::newRow("protobuf") << QByteArray("k8s\0x", 5) << QByteArray("application/vnd.kubernetes.protobuf") << 415;
    QTest::newRow("another kind") << QByteArray(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}})")
                                  << QByteArray("application/json") << 400;
    QTest::newRow("a deep one") << QByteArray(20'000, '[') << QByteArray("application/json") << 400;
    QTest::newRow("a bad name") << configMap("Not a name") << QByteArray("application/json") << 422;
}

void SimApiWritesTest::refusesBodiesItCannotRead()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    QFETCH(const int, status);
    QCOMPARE(m_bench->ask("POST", configMaps, body, contentType)->status, status);
    QCOMPARE(m_bench->world.objects.count(type::configMaps), 0);
}

void SimApiWritesTest::deletesUnderConditions()
{
    m_bench->ask("POST", configMaps, configMap("a"));
    const auto refused = m_bench->ask("DELETE", configMaps + QByteArray("/a"),
                                      R"({"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"other"}})");
    QCOMPARE(refused->status, 409);
    QVERIFY(refused->message().contains(u"the UID in the precondition (other) does not match"));
    QCOMPARE(m_bench->ask("DELETE", configMaps + QByteArray("/a?propagationPolicy=Never"))->status, 422);
    QCOMPARE(m_bench->ask("DELETE", configMaps + QByteArray("/a"), "{")->status, 500);
    const auto uid = m_bench->world.objects.find(type::configMaps, u"default"_s, u"a"_s)->uid().toUtf8();
    QCOMPARE(
        m_bench->ask("DELETE", configMaps + QByteArray("/a"), R"({"preconditions":{"uid":")" + uid + R"("}})")->status,
        200);
    QCOMPARE(m_bench->ask("DELETE", configMaps + QByteArray("/a"))->status, 404);
}

void SimApiWritesTest::answersADeletionWithAStatusOrWithWhatIsEnding()
{
    m_bench->ask("POST", configMaps, configMap("a"));
    const auto gone = m_bench->ask("DELETE", configMaps + QByteArray("/a"))->json();
    QCOMPARE(gone[u"kind"], u"Status"_s);
    QCOMPARE(gone[u"status"], u"Success"_s);
    QCOMPARE(gone[u"details"][u"name"], u"a"_s);
    m_bench->ask("POST", deployments, deployment("web"));
    const auto ending =
        m_bench->ask("DELETE", deployments + QByteArray("/web"), R"({"propagationPolicy":"Foreground"})")->json();
    QCOMPARE(ending[u"kind"], u"Deployment"_s);
    QVERIFY(at(ending, {u"metadata", u"deletionTimestamp"}).isString());
    m_bench->pass(1s);
    QCOMPARE(m_bench->get(deployments + QByteArray("/web"))->status, 404);
}

void SimApiWritesTest::deletesASelection()
{
    for (const auto name : {"a", "b", "c"})
        m_bench->ask("POST", configMaps, configMap(name));
    m_bench->ask("PATCH", configMaps + QByteArray("/b"), R"({"metadata":{"labels":{"keep":"me"}}})", mergePatch);
    const auto list = m_bench->ask("DELETE", configMaps + QByteArray("?labelSelector=!keep"))->json();
    QCOMPARE(list[u"kind"], u"ConfigMapList"_s);
    QCOMPARE(list[u"items"].toArray().size(), 2);
    QCOMPARE(m_bench->world.objects.count(type::configMaps), 1);
}

void SimApiWritesTest::refusesMethodsWhereTheyMakeNoSense()
{
    QCOMPARE(m_bench->ask("POST", configMaps + QByteArray("/a"), configMap("a"))->status, 405);
    QCOMPARE(m_bench->ask("PUT", configMaps, configMap("a"))->status, 405);
    QCOMPARE(m_bench->ask("POST", "/api/v1/configmaps", configMap("a"))->status, 405);
    QCOMPARE(m_bench->ask("POST", "/api/v1/namespaces/default/pods/x/log")->status, 405);
    QCOMPARE(m_bench->ask("BREW", configMaps)->status, 405);
    QCOMPARE(m_bench->get("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")->status, 405);
}

QTEST_GUILESS_MAIN(SimApiWritesTest)
#include "tst_simapiwrites.moc"
