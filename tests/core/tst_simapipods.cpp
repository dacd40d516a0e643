#include "core/sim/world/path.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/apibench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::Answer;
using sim::Log;
using sim::put;
using sim::Reply;
using sim::Request;
using sim::Services;
using support::ApiBench;
namespace type = sim::type;

namespace {

constexpr auto logPath = "/api/v1/namespaces/default/pods/orders-1/log";
constexpr auto proxyPath = "/api/v1/namespaces/default/services/orders-rest:rest/proxy";

QJsonObject container(const QString& name)
{
    const QJsonObject port{{u"name"_s, u"rest"_s}, {u"containerPort"_s, 8081}};
    return {{u"name"_s, name}, {u"image"_s, u"flink"_s}, {u"ports"_s, QJsonArray{port}}};
}

QJsonObject pod(const QString& name, const QJsonArray& containers)
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, name);
    put(document, {u"metadata", u"namespace"}, u"default"_s);
    put(document, {u"metadata", u"labels", u"app"}, u"orders"_s);
    put(document, {u"spec", u"containers"}, containers);
    return document;
}

} // namespace

/// What goes through the API server to pods: logs, proxied requests, measurements.
class SimApiPodsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void readsALog();
    void cutsALogAsAsked();
    void followsALogUntilTheContainerEnds();
    void readsTheLogOfTheRunBefore();
    void saysWhyThereIsNoLog();
    void passesARequestToTheServicesPod();
    void saysWhatTheProxyCannotReach();
    void passesAnAnswerThatComesLaterAndInPieces();
    void tellsWhatPodsUse();

private:
    std::shared_ptr<Log> startLog();
    void beReady();
    std::optional<ApiBench> m_bench;
};

void SimApiPodsTest::init()
{
    support::keepClean();
    m_bench.emplace();
    QVERIFY(m_bench->world.objects.create(type::pods, pod(u"orders-1"_s, {container(u"main"_s)})));
}

std::shared_ptr<Log> SimApiPodsTest::startLog()
{
    auto log = std::make_shared<Log>();
    log->append(m_bench->world.clock.now() - 10s, "one");
    log->append(m_bench->world.clock.now(), "two\nthree");
    m_bench->world.services.setLog(u"default"_s, u"orders-1"_s, u"main"_s, Services::Run::Current, log);
    return log;
}

void SimApiPodsTest::beReady()
{
    QJsonObject service;
    put(service, {u"metadata", u"name"}, u"orders-rest"_s);
    put(service, {u"metadata", u"namespace"}, u"default"_s);
    put(service, {u"spec", u"selector", u"app"}, u"orders"_s);
    put(service, {u"spec", u"ports"},
        QJsonArray{QJsonObject{{u"name"_s, u"rest"_s}, {u"port"_s, 8081}, {u"targetPort"_s, 8081}}});
    QVERIFY(m_bench->world.objects.create(type::services, service));
    QVERIFY(m_bench->world.objects.change(
        type::pods, u"default"_s, u"orders-1"_s, sim::Part::Status, [](QJsonObject& document) {
            put(document, {u"status", u"podIP"}, u"10.244.0.7"_s);
            put(document, {u"status", u"conditions"},
                QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}});
        }));
}

void SimApiPodsTest::readsALog()
{
    startLog();
    const auto answer = m_bench->get(logPath);
    QCOMPARE(answer->body, "one\ntwo\nthree\n");
    QVERIFY(sim::header(answer->headers, "Content-Type").startsWith("text/plain"));
    QCOMPARE(m_bench->get(logPath + QByteArray("?timestamps=true&tailLines=1"))->body,
             "2026-01-02T00:00:01.000000000Z three\n");
}

void SimApiPodsTest::cutsALogAsAsked()
{
    startLog();
    const auto cut = [&](const QByteArray& parameters) { return m_bench->get(logPath + ('?' + parameters)); };
    QCOMPARE(cut("tailLines=2")->body, "two\nthree\n");
    QCOMPARE(cut("tailLines=0")->body, "");
    QCOMPARE(cut("sinceSeconds=5")->body, "two\nthree\n");
    QCOMPARE(cut("sinceTime=2026-01-02T00:00:01Z")->body, "two\nthree\n");
    QCOMPARE(cut("limitBytes=5")->body, "one\nt");
    QCOMPARE(cut("limitBytes=0")->status, 422);
    QCOMPARE(cut("tailLines=-1")->status, 422);
    QCOMPARE(cut("sinceSeconds=0")->status, 422);
    QCOMPARE(cut("sinceSeconds=1&sinceTime=2026-01-02T00:00:00Z")->status, 422);
}

void SimApiPodsTest::followsALogUntilTheContainerEnds()
{
    const auto log = startLog();
    const auto following = m_bench->get(logPath + QByteArray("?follow=true&tailLines=1"));
    QCOMPARE(following->body, "three\n");
    auto limited = m_bench->get(logPath + QByteArray("?follow=true&tailLines=0&limitBytes=6"));
    auto leaving = m_bench->get(logPath + QByteArray("?follow=true"));
    leaving.reset();
    log->append(m_bench->world.clock.now(), "four");
    log->append(m_bench->world.clock.now(), "five");
    QCOMPARE(following->body, "three\nfour\nfive\n");
    QVERIFY(!following->hasEnded);
    QCOMPARE(limited->body, "four\nf");
    QVERIFY(limited->hasEnded);
    log->end();
    QVERIFY(following->hasEnded);
    // What has ended is not followed.
    const auto late = m_bench->get(logPath + QByteArray("?follow=true&tailLines=1"));
    QVERIFY(late->hasEnded);
    QCOMPARE(late->body, "five\n");
}

void SimApiPodsTest::readsTheLogOfTheRunBefore()
{
    const auto log = startLog();
    const auto missing = m_bench->get(logPath + QByteArray("?previous=true"));
    QCOMPARE(missing->status, 400);
    QCOMPARE(missing->message(), u"previous terminated container \"main\" in pod \"orders-1\" not found"_s);
    m_bench->world.services.setLog(u"default"_s, u"orders-1"_s, u"main"_s, Services::Run::Previous, log);
    QCOMPARE(m_bench->get(logPath + QByteArray("?previous=true&tailLines=1"))->body, "three\n");
}

void SimApiPodsTest::saysWhyThereIsNoLog()
{
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/pods/none/log")->message(), u"pods \"none\" not found"_s);
    QCOMPARE(m_bench->get(logPath + QByteArray("?container=zz"))->message(),
             u"container zz is not valid for pod orders-1"_s);
    QCOMPARE(m_bench->get(logPath)->body, "");
    const QJsonObject waiting{
        {u"name"_s, u"main"_s},
        {u"state"_s, QJsonObject{{u"waiting"_s, QJsonObject{{u"reason"_s, u"ImagePullBackOff"_s}}}}}};
    QVERIFY(m_bench->world.objects.change(type::pods, u"default"_s, u"orders-1"_s, sim::Part::Status,
                                          [&](QJsonObject& document) {
                                              put(document, {u"status", u"containerStatuses"}, QJsonArray{waiting});
                                          }));
    QCOMPARE(m_bench->get(logPath)->message(),
             u"container \"main\" in pod \"orders-1\" is waiting to start: trying and failing to pull image"_s);
    QVERIFY(m_bench->world.objects.create(type::pods, pod(u"two"_s, {container(u"a"_s), container(u"b"_s)})));
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/pods/two/log")->message(),
             u"a container name must be specified for pod two, choose one of: [a b]"_s);
}

void SimApiPodsTest::passesARequestToTheServicesPod()
{
    beReady();
    Request seen;
    const auto serving = m_bench->world.services.serve(
        u"default"_s, u"orders-1"_s, 8081, [&](const Request& request, const Answer& answer) {
            seen = request;
            Reply reply{
                202, {{"Content-Type", "application/json"}, {"Set-Cookie", "a=b"}, {"Connection", "close"}}, "{}"};
            answer(reply);
        });
    m_bench->send("X-Mine", "kept");
    const auto answer = m_bench->ask("POST", proxyPath + QByteArray("/jobs/1/savepoints?mode=exception"), "{\"a\":1}");
    QCOMPARE(answer->status, 202);
    QCOMPARE(sim::header(answer->headers, "Set-Cookie"), "a=b");
    QCOMPARE(sim::header(answer->headers, "Connection"), "");
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.path, u"/jobs/1/savepoints"_s);
    QCOMPARE(seen.query, "mode=exception");
    QCOMPARE(seen.body, "{\"a\":1}");
    QCOMPARE(sim::header(seen.headers, "X-Mine"), "kept");
    QCOMPARE(sim::header(seen.headers, "Authorization"), "");
    QCOMPARE(m_bench->get("/api/v1/namespaces/default/pods/orders-1:8081/proxy/x//y/../z/")->status, 202);
    QCOMPARE(seen.path, u"/x/z/"_s);
    const auto moved = m_bench->get(proxyPath);
    QCOMPARE(moved->status, 301);
    QCOMPARE(sim::header(moved->headers, "Location"), QByteArray(proxyPath) + '/');
}

void SimApiPodsTest::saysWhatTheProxyCannotReach()
{
    QCOMPARE(m_bench->get(proxyPath + QByteArray("/jobs"))->message(), u"services \"orders-rest\" not found"_s);
    beReady();
    const auto refused = m_bench->get(proxyPath + QByteArray("/jobs"));
    QCOMPARE(refused->status, 503);
    QCOMPARE(refused->message(),
             u"error trying to reach service: dial tcp 10.244.0.7:8081: connect: connection refused"_s);
    const auto nobody = m_bench->get("/api/v1/namespaces/default/services/orders-rest/proxy/jobs");
    QCOMPARE(nobody->message(), u"no endpoints available for service \"orders-rest\""_s);
}

void SimApiPodsTest::passesAnAnswerThatComesLaterAndInPieces()
{
    beReady();
    const auto serving =
        m_bench->world.services.serve(u"default"_s, u"orders-1"_s, 8081, [&](const Request&, const Answer& answer) {
            m_bench->world.clock.after(10s, [answer] {
                Reply reply;
                reply.stream = [](const std::shared_ptr<sim::Sink>& sink) {
                    sink->write("piece");
                    sink->end();
                };
                answer(reply);
            });
        });
    const auto answer = m_bench->get(proxyPath + QByteArray("/slow"));
    QCOMPARE(answer->status, 0);
    m_bench->pass(10s);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, "piece");
    QVERIFY(answer->hasEnded);
}

void SimApiPodsTest::tellsWhatPodsUse()
{
    const auto path = QByteArray("/apis/metrics.k8s.io/v1beta1/namespaces/default/pods");
    QCOMPARE(m_bench->get(path + "/orders-1")->status, 404);
    QCOMPARE(m_bench->get(path)->json()[u"items"].toArray().size(), 0);
    m_bench->world.services.setUsage([&](const QString&, const QString&) {
        return sim::PodUsage{m_bench->world.clock.now(), 15s, {{u"main"_s, 250'000'000, 512 * 1024 * 1024}}};
    });
    const auto one = m_bench->get(path + "/orders-1")->json();
    QCOMPARE(one[u"kind"], u"PodMetrics"_s);
    QCOMPARE(one[u"window"], u"15s"_s);
    QCOMPARE(one[u"containers"][0][u"usage"][u"cpu"], u"250000000n"_s);
    QCOMPARE(one[u"containers"][0][u"usage"][u"memory"], u"524288Ki"_s);
    QCOMPARE(m_bench->get(path + "?labelSelector=app%3Dorders")->json()[u"items"].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(SimApiPodsTest)
#include "tst_simapipods.moc"
