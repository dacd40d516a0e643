#include "core/sim/world/path.h"
#include "core/sim/world/world.h"

#include "tests/support/hygiene.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::Answer;
using sim::put;
using sim::Reply;
using sim::Request;
using sim::Services;
using sim::World;
namespace type = sim::type;

namespace {

QJsonObject pod(const QString& name)
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, name);
    put(document, {u"metadata", u"namespace"}, u"shop"_s);
    put(document, {u"metadata", u"labels", u"app"}, u"orders"_s);
    const QJsonObject port{{u"name"_s, u"rest"_s}, {u"containerPort"_s, 8081}};
    put(document, {u"spec", u"containers"}, QJsonArray{QJsonObject{{u"ports"_s, QJsonArray{port}}}});
    return document;
}

QJsonObject service(const QJsonValue& targetPort)
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, u"orders-rest"_s);
    put(document, {u"metadata", u"namespace"}, u"shop"_s);
    put(document, {u"spec", u"selector", u"app"}, u"orders"_s);
    put(document, {u"spec", u"ports"},
        QJsonArray{QJsonObject{{u"name"_s, u"rest"_s}, {u"port"_s, 80}, {u"targetPort"_s, targetPort}}});
    return document;
}

} // namespace

/// Who answers behind services/proxy, who has a log, who knows what a pod uses.
class SimWorldServicesTest : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void aServiceLeadsToAReadyPod_data();
    void aServiceLeadsToAReadyPod();
    void saysAsTheApiServerWhatIsMissing();
    void aPodWithoutListenerRefusesTheConnection();
    void answersForAPodByNumberAndName();
    void keepsTheLogOfThisRunAndOfTheOneBefore();
    void asksWhoeverMeasures();

private:
    void becomeReady(const QString& name);
    QString call(const QString& port);
    std::optional<World> m_world;
};

void SimWorldServicesTest::init()
{
    support::keepClean();
    m_world.emplace(sim::Instant{std::chrono::sys_days(std::chrono::year(2026) / 1 / 2)}, 1);
    QJsonObject shop;
    put(shop, {u"metadata", u"name"}, u"shop"_s);
    QVERIFY(m_world->objects.create(type::namespaces, shop));
    QVERIFY(m_world->objects.create(type::pods, pod(u"orders-1"_s)));
}

void SimWorldServicesTest::becomeReady(const QString& name)
{
    const QJsonObject ready{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}};
    QVERIFY(m_world->objects.change(type::pods, u"shop"_s, name, sim::Part::Status, [&](QJsonObject& document) {
        put(document, {u"status", u"podIP"}, u"10.244.0.7"_s);
        put(document, {u"status", u"conditions"}, QJsonArray{ready});
    }));
}

QString SimWorldServicesTest::call(const QString& port)
{
    QString said;
    const Answer answer = [&](const Reply& reply) {
        said = reply.failure.isEmpty() ? QString::fromUtf8(reply.body) : reply.failure;
    };
    const auto refusal = m_world->services.callService(u"shop"_s, u"orders-rest"_s, port, {"GET", u"/jobs"_s}, answer);
    return refusal ? QString::number(refusal->code) + u' ' + refusal->message : said;
}

void SimWorldServicesTest::aServiceLeadsToAReadyPod_data()
{
    QTest::addColumn<QJsonValue>("targetPort");
    QTest::addColumn<QString>("port");
    QTest::newRow("number to number") << QJsonValue(8081) << u"80"_s;
    QTest::newRow("name to number") << QJsonValue(8081) << u"rest"_s;
    QTest::newRow("name to name") << QJsonValue(u"rest"_s) << u"rest"_s;
}

void SimWorldServicesTest::aServiceLeadsToAReadyPod()
{
    QFETCH(const QJsonValue, targetPort);
    QFETCH(const QString, port);
    QVERIFY(m_world->objects.create(type::services, service(targetPort)));
    becomeReady(u"orders-1"_s);
    const auto serving =
        m_world->services.serve(u"shop"_s, u"orders-1"_s, 8081, [](const Request& request, const Answer& answer) {
            answer(Reply::text(request.path.toUtf8()));
        });
    QCOMPARE(call(port), u"/jobs"_s);
}

void SimWorldServicesTest::saysAsTheApiServerWhatIsMissing()
{
    QCOMPARE(call(u"rest"_s), u"404 services \"orders-rest\" not found"_s);
    QVERIFY(m_world->objects.create(type::services, service(8081)));
    const auto nobody = u"503 no endpoints available for service \"orders-rest%1\""_s;
    QCOMPARE(call(u"rest"_s), nobody.arg(u":rest"_s));
    becomeReady(u"orders-1"_s);
    QCOMPARE(call(u"8081"_s), nobody.arg(u":8081"_s));
    // The port has a name, so it must be said.
    QCOMPARE(call({}), nobody.arg(QString()));
}

void SimWorldServicesTest::aPodWithoutListenerRefusesTheConnection()
{
    QVERIFY(m_world->objects.create(type::services, service(8081)));
    becomeReady(u"orders-1"_s);
    const auto refused = u"dial tcp 10.244.0.7:8081: connect: connection refused"_s;
    QCOMPARE(call(u"rest"_s), refused);
    auto serving = m_world->services.serve(u"shop"_s, u"orders-1"_s, 8081,
                                           [](const Request&, const Answer& answer) { answer(Reply::text("up")); });
    QCOMPARE(call(u"rest"_s), u"up"_s);
    serving.reset();
    QCOMPARE(call(u"rest"_s), refused);
}

void SimWorldServicesTest::answersForAPodByNumberAndName()
{
    becomeReady(u"orders-1"_s);
    const auto serving = m_world->services.serve(
        u"shop"_s, u"orders-1"_s, 8081, [](const Request&, const Answer& answer) { answer(Reply::json({}, 202)); });
    for (const auto& port : {u"8081"_s, u"rest"_s, QString()}) {
        int status = 0;
        const auto refusal = m_world->services.callPod(u"shop"_s, u"orders-1"_s, port, {},
                                                       [&](const Reply& reply) { status = reply.status; });
        QVERIFY(!refusal);
        QCOMPARE(status, 202);
    }
    const auto missing = m_world->services.callPod(u"shop"_s, u"nobody"_s, {}, {}, [](const Reply&) {});
    QCOMPARE(missing->message, u"pods \"nobody\" not found"_s);
}

void SimWorldServicesTest::keepsTheLogOfThisRunAndOfTheOneBefore()
{
    auto& services = m_world->services;
    const auto log = std::make_shared<sim::Log>();
    services.setLog(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Current, log);
    QCOMPARE(services.log(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Current), log);
    QVERIFY(!services.log(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Previous));
    services.setLog(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Previous, log);
    services.setLog(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Current, nullptr);
    QCOMPARE(services.log(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Previous), log);
    QVERIFY(!services.log(u"shop"_s, u"orders-1"_s, u"main"_s, Services::Run::Current));
}

void SimWorldServicesTest::asksWhoeverMeasures()
{
    QVERIFY(!m_world->services.usage(u"shop"_s, u"orders-1"_s));
    m_world->services.setUsage([](const QString&, const QString& name) -> std::optional<sim::PodUsage> {
        if (name != u"orders-1")
            return std::nullopt;
        return sim::PodUsage{{}, 15s, {{u"main"_s, 250'000'000, 1024}}};
    });
    QCOMPARE(m_world->services.usage(u"shop"_s, u"orders-1"_s)->containers.first().cpuNanoCores, 250'000'000);
    QVERIFY(!m_world->services.usage(u"shop"_s, u"other"_s));
}

QTEST_GUILESS_MAIN(SimWorldServicesTest)
#include "tst_simworldservices.moc"
