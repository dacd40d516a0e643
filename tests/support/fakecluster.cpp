#include "tests/support/fakecluster.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr auto groupDiscovery =
    R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"flink.apache.org"},"versions":[
    {"version":"v1beta1","freshness":"Current","resources":[
    {"resource":"flinkdeployments","responseKind":{"kind":"FlinkDeployment"},"scope":"Namespaced","verbs":["list"]},
    {"resource":"flinksessionjobs","responseKind":{"kind":"FlinkSessionJob"},"scope":"Namespaced","verbs":["list"]},
    {"resource":"flinkstatesnapshots","responseKind":{"kind":"FlinkStateSnapshot"},"scope":"Namespaced","verbs":["list"]}]}]}]})";

} // namespace

const QByteArray operatorDeployment =
    R"({"kind":"DeploymentList","items":[{"metadata":{"namespace":"flink-operator",
    "name":"flink-kubernetes-operator"},"spec":{"template":{"spec":{"containers":[{"image":"ghcr.io:443/apache/flink-kubernetes-operator:1.12.1"}]}}},
    "status":{"readyReplicas":1}}]})";

FakeCluster::FakeCluster(const Authority& authority)
{
    server.useTls(authority.issue().serverTls());
    server.onRequest([this](Exchange& exchange) { answer(exchange); });
}

void FakeCluster::answer(Exchange& exchange) const
{
    const auto own = m_answers.constFind(exchange.path());
    if (own != m_answers.constEnd())
        exchange.replyJson(own->first, own->second);
    else if (exchange.path().endsWith(u"/selfsubjectaccessreviews"))
        exchange.replyJson(201, review(exchange.body()));
    else if (exchange.path().endsWith(u"/selfsubjectreviews"))
        exchange.replyJson(201,
                           R"({"status":{"userInfo":{"username":"jane","groups":["dev","system:authenticated"]}}})");
    else if (exchange.path() == u"/version")
        exchange.replyJson(200, R"({"major":"1","minor":"33","gitVersion":"v1.33.2"})");
    else if (exchange.path() == u"/apis")
        exchange.replyJson(200, groupDiscovery);
    else if (exchange.path() == u"/api")
        exchange.replyJson(200, R"({"kind":"APIGroupDiscoveryList","items":[]})");
    else if (exchange.path() == u"/apis/apps/v1/deployments")
        exchange.replyJson(200, operatorDeployment);
    else
        exchange.reply(404, "404 page not found");
}

QByteArray FakeCluster::review(const QByteArray& body) const
{
    const QJsonObject spec = QJsonDocument::fromJson(body)[u"spec"][u"resourceAttributes"].toObject();
    const QString what = spec[u"verb"].toString() + u' ' + spec[u"resource"].toString();
    const QString where = spec[u"namespace"].toString();
    const bool allowed = !denied.contains(what) || (!where.isEmpty() && where == allowedIn);
    return QJsonDocument(QJsonObject{{u"status"_s, QJsonObject{{u"allowed"_s, allowed}}}}).toJson();
}

} // namespace support
