#include "core/sim/practice/plays/parts.h"
#include "core/sim/practice/plays/plays.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString kubeSystem = u"kube-system"_s;

bool isUp(const Cluster& cluster, const QString& ns, const QString& name)
{
    return valueAt(cluster, type::deployments, ns, name, {u"status", u"readyReplicas"}).toInt() > 0;
}

/// Writes down what a workload has found out.
void report(Cluster& cluster, const QString& name, const QJsonObject& data)
{
    Write write;
    write.manager = name;
    const Outcome known = cluster.objects().change(
        type::configMaps, kubeSystem, name, Part::Main, [&data](QJsonObject& document) { document[u"data"_s] = data; },
        write);
    if (!known)
        static_cast<void>(
            cluster.objects().create(type::configMaps,
                                     {{u"apiVersion"_s, u"v1"_s},
                                      {u"kind"_s, u"ConfigMap"_s},
                                      {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, kubeSystem}}},
                                      {u"data"_s, data}},
                                     write));
}

// Rights.

Telling tellRevoked()
{
    return {
        Text::tr("The on-call may not do anything any more"),
        Text::tr("Since this morning whoever is on call for payments gets 403 Forbidden for everything in the "
                 "namespace: the user "
                 "practice-operator, whose context is in the kubeconfig. As administrator you still may."),
        {Text::tr("The refusal names the user, the verb and the namespace. What would give that right?"),
         Text::tr("Compare the RoleBindings in payments with the ClusterRole edit: nobody binds practice-operator.")},
        {{u"binding-removed"_s, Text::tr("The binding that gave the user his role was removed.")},
         {u"token-expired"_s, Text::tr("The token has expired.")},
         {u"role-changed"_s, Text::tr("The role edit has lost its rules.")},
         {u"wrong-context"_s, Text::tr("The kubeconfig points to another cluster.")}},
        {Text::tr("practice-operator may work in payments again, and nowhere else.")},
        Text::tr("A review of access rights removed the RoleBinding practice-operator from payments, because it did "
                 "not know the name. A "
                 "401 would have meant the token; a 403 means a right."),
        Text::tr("Create the RoleBinding again: ClusterRole edit for the user practice-operator, in payments only. "
                 "Binding him to "
                 "cluster-admin ends the 403, too, and opens every other namespace and every secret to him."),
    };
}

bool mayWork(const Cluster& cluster, const QString& ns)
{
    const Authorizer authorizer(cluster.objects());
    const auto may = [&](const QString& verb, const QString& group, const QString& plural, const QString& sub = {}) {
        const Attributes asked{{u"practice-operator"_s, {}, {u"system:authenticated"_s}},
                               verb,
                               true,
                               group,
                               u"v1"_s,
                               plural,
                               sub,
                               ns,
                               {},
                               {}};
        return authorizer.decide(asked).isAllowed;
    };
    return may(u"patch"_s, u"flink.apache.org"_s, u"flinkdeployments"_s) && may(u"list"_s, {}, u"pods"_s) &&
           may(u"get"_s, {}, u"pods"_s, u"log"_s);
}

// The certificate.

const QString renewer = u"certificate-renewer"_s;
const QString certificateReport = u"apiserver-certificate"_s;

Telling tellCertificate()
{
    return {
        Text::tr("Nobody trusts the API server"),
        Text::tr("All clients lost their connections at once and do not get in any more. The address answers, the "
                 "network is fine, and "
                 "everything in the cluster seems to run."),
        {Text::tr("What exactly does the client say about the certificate? Look at its dates."),
         Text::tr("For once, go in without verification (insecure-skip-tls-verify, only for this): who renews the "
                  "certificate? Look at the "
                  "Deployment certificate-renewer in kube-system.")},
        {{u"certificate-expired"_s, Text::tr("The server's certificate has expired, because nobody renewed it.")},
         {u"own-clock"_s, Text::tr("This machine's clock is wrong.")},
         {u"interception"_s, Text::tr("Somebody sits between client and server.")},
         {u"token-revoked"_s, Text::tr("The tokens were revoked.")}},
        {Text::tr("The certificate is renewed, and who renews it runs.")},
        Text::tr(
            "The certificate of the API server lived for ninety days and was renewed by certificate-renewer, which "
            "somebody had "
            "scaled to 0. Connections that stood went on until they were cut; every new one failed the handshake."),
        Text::tr("Scale certificate-renewer to 1: it renews the certificate at once. To get in, the verification has "
                 "to be skipped for this "
                 "one step, on a network you trust; leaving it off afterwards would be the next incident."),
    };
}

Validity validFor(std::chrono::hours from, std::chrono::hours until)
{
    const auto now = std::chrono::system_clock::now();
    return {now + from, now + until};
}

void renew(Cluster& cluster)
{
    if (cluster.doors().showCertificate)
        cluster.doors().showCertificate(validFor(-1h, 90 * 24h));
    report(cluster, certificateReport, {{u"notAfter"_s, timestamp(cluster.clock().now() + 90 * 24h)}});
}

std::shared_ptr<void> expire(Cluster& cluster)
{
    deployWorkload(cluster, kubeSystem, renewer, 0,
                   {15s, [&cluster](const kubelet::Container&) { renew(cluster); }, {}});
    report(cluster, certificateReport, {{u"notAfter"_s, timestamp(cluster.clock().now() - 1min)}});
    if (cluster.doors().showCertificate)
        cluster.doors().showCertificate(validFor(-90 * 24h, -1h));
    if (cluster.doors().cutConnections)
        cluster.doors().cutConnections();
    return {};
}

bool isCertificateValid(const Cluster& cluster)
{
    const auto until = fromTimestamp(
        valueAt(cluster, type::configMaps, kubeSystem, certificateReport, {u"data", u"notAfter"}).toString());
    return until && *until > cluster.clock().now();
}

// Too many requests.

const QString exporter = u"inventory-exporter"_s;

Telling tellThrottled()
{
    return {
        Text::tr("Too many requests"),
        Text::tr("Everything that talks to the API server is slow or fails: 429 Too Many Requests, now and then a 500 "
                 "from etcd. Lists come "
                 "only after several attempts. The jobs run."),
        {Text::tr("The server defends itself. Who asks so much of it? What is new in the cluster?"),
         Text::tr("Read the log of inventory-exporter in orders.")},
        {{u"runaway-client"_s, Text::tr("A client lists everything over and over and uses the server up.")},
         {u"etcd-disk"_s, Text::tr("etcd's disk has become slow.")},
         {u"own-client"_s, Text::tr("Drey itself asks too often.")},
         {u"operator-loop"_s, Text::tr("The Flink operator reconciles without a pause.")}},
        {Text::tr("Nobody floods the API server any more.")},
        Text::tr("A new exporter of the orders team lists all pods of the cluster in a loop, without cache, watch or "
                 "pause, from three "
                 "replicas. The API server's fair queuing answers the others with 429 to stay alive."),
        Text::tr("Scale inventory-exporter to 0, retrying the request as Retry-After says until it passes. Scaling it "
                 "down to 1 takes only "
                 "a part of the load away. Its team has to use a watch, and a flow schema of its own would have kept "
                 "the damage away "
                 "from others."),
    };
}

/// Refuses requests as long as flooding pods run: the more, the more of them.
class Flood
{
public:
    explicit Flood(Cluster& cluster)
        : m_api(cluster.doors().api)
        , m_chance(cluster.world().chance.stream(u"flood"))
    {
        deployWorkload(cluster, u"orders"_s, exporter, 3,
                       {3s,
                        [this, &cluster, alive = std::weak_ptr(m_alive)](const kubelet::Container& container) {
                            if (alive.expired())
                                return;
                            ++m_sources;
                            container.log->append(
                                cluster.clock().now(),
                                "exporter: listing all pods again (no cache, interval 0s, 48 workers)");
                        },
                        [this, alive = std::weak_ptr(m_alive)](const kubelet::Container&) {
                            // The programs may live longer than the rehearsal.
                            if (!alive.expired())
                                --m_sources;
                        }});
        if (m_api)
            m_api->setInterception(
                [this](const Request&, const RequestInfo& info, const Answer& answer) { return refuse(info, answer); });
    }
    ~Flood()
    {
        if (m_api)
            m_api->setInterception({});
    }
    Flood(const Flood&) = delete;
    Flood& operator=(const Flood&) = delete;

private:
    bool refuse(const RequestInfo& info, const Answer& answer)
    {
        if (!info.isResource || !m_chance.happens(0.25 * m_sources))
            return false;
        Refusal refusal{429, u"TooManyRequests"_s,
                        u"the server has received too many requests and has asked us to try again later"_s};
        refusal.retryAfterSeconds = 1;
        if (m_chance.happens(0.15))
            refusal = Refusal::internal(u"etcdserver: request timed out"_s);
        Reply reply = Reply::json(refusal.status(), refusal.code);
        if (refusal.retryAfterSeconds)
            reply.headers += std::pair<QByteArray, QByteArray>("Retry-After", "1");
        answer(reply);
        return true;
    }

    Api* m_api;
    Chance m_chance;
    int m_sources = 0;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

// Half open.

const QString gateway = u"api-gateway"_s;

Telling tellHalfOpen()
{
    return {
        Text::tr("Sometimes there is no answer"),
        Text::tr("Half of all requests to the API server are never answered: no error, no refusal, just silence until "
                 "the client gives up. "
                 "The other half is as fast as ever. What is on the screen may be old."),
        {Text::tr("Silence is not a refusal: something on the way swallows requests. What do they pass?"),
         Text::tr("Read the logs of the pods of api-gateway in kube-system, each of them.")},
        {{u"wedged-gateway"_s, Text::tr("One of the gateway's pods accepts connections and forwards nothing.")},
         {u"overload"_s, Text::tr("The API server has too much to do.")},
         {u"dns"_s, Text::tr("The server's name resolves to two addresses, one of them dead.")},
         {u"webhook"_s, Text::tr("A webhook does not answer and holds requests up.")}},
        {Text::tr("No pod of the gateway swallows requests.")},
        Text::tr("The connection table of one of the two gateway pods was full. It went on accepting connections, so "
                 "its probe and its "
                 "endpoint stayed well, but passed nothing on."),
        Text::tr("Delete the gateway pod that is stuck; its successor is well. Restarting Flink or the operator has "
                 "nothing to do with it. "
                 "Clients need time-outs and bookmarks to notice a silent connection; a readiness probe that goes the "
                 "whole way would "
                 "have taken the pod out."),
    };
}

/// Swallows the requests that come through a pod that is stuck.
class Gateway
{
public:
    explicit Gateway(Cluster& cluster)
        : m_api(cluster.doors().api)
        , m_clock(cluster.clock())
        , m_chance(cluster.world().chance.stream(u"gateway"))
    {
        deployWorkload(cluster, kubeSystem, gateway, 2,
                       {3s,
                        [this, alive = std::weak_ptr(m_alive)](const kubelet::Container& container) {
                            if (!alive.expired())
                                join(container);
                        },
                        [this, alive = std::weak_ptr(m_alive)](const kubelet::Container& container) {
                            if (alive.expired())
                                return;
                            std::erase(m_pods, container.pod);
                            if (m_stuck == container.pod)
                                m_stuck.clear();
                        }});
        if (m_api)
            m_api->setInterception([this](const Request&, const RequestInfo&, const Answer&) {
                return !m_stuck.isEmpty() && m_chance.happens(1.0 / double(m_pods.size()));
            });
        if (cluster.doors().cutConnections)
            cluster.doors().cutConnections();
    }
    ~Gateway()
    {
        if (m_api)
            m_api->setInterception({});
    }
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;

private:
    void join(const kubelet::Container& container)
    {
        m_pods.push_back(container.pod);
        container.log->append(m_clock.now(), "gateway: serving on :6443");
        // The first one had been up for months when its table overflowed.
        if (std::exchange(m_hasOverflown, true))
            return;
        m_stuck = container.pod;
        container.log->append(m_clock.now(), "kernel: nf_conntrack: table full, dropping packet");
    }

    Api* m_api;
    Clock& m_clock;
    Chance m_chance;
    std::vector<QString> m_pods;
    QString m_stuck;
    bool m_hasOverflown = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

/// A pod that is stuck says so in its log.
bool isStuck(const Cluster& cluster, const Stored& pod)
{
    const auto log = cluster.world().services.log(kubeSystem, pod.name(), gateway, Services::Run::Current);
    return log &&
           std::ranges::any_of(log->lines(), [](const LogLine& line) { return line.text.contains("table full"); });
}

bool someGatewayIsStuck(const Cluster& cluster)
{
    return std::ranges::any_of(podsWith(cluster, kubeSystem, u"app.kubernetes.io/name", gateway),
                               [&cluster](const Snapshot& pod) { return isStuck(cluster, *pod); });
}

// The clock.

const QString timekeeper = u"chrony"_s;
constexpr Duration skew = 7min;

Telling tellSkew()
{
    return {
        Text::tr("The cluster lives in the past"),
        Text::tr("Events seem to come from minutes ago as soon as they appear, ages are wrong, and nobody can say in "
                 "which order things "
                 "happened: logs of the cluster and of everything outside of it differ by minutes."),
        {Text::tr("Compare the Date of an answer of the API server, or a fresh event's time, with your own clock."),
         Text::tr("Who keeps the clocks of the nodes? Look at chrony in kube-system.")},
        {{u"time-sync-stopped"_s, Text::tr("The clocks of the cluster are not synchronised any more.")},
         {u"slow-events"_s, Text::tr("The API server hands events out with a delay.")},
         {u"time-zone"_s, Text::tr("The logs are in another time zone.")},
         {u"own-clock"_s, Text::tr("This machine's clock is wrong.")}},
        {Text::tr("The cluster's clocks are synchronised.")},
        Text::tr("chrony was scaled to 0 and the machines' clocks have drifted seven minutes behind since. Leases, "
                 "certificates, tokens and "
                 "every age that is shown depend on them."),
        Text::tr("Scale chrony to 1; it steps the clocks at once. Never correct times in what you read instead: "
                 "compare only times of the "
                 "same clock until it is right."),
    };
}

} // namespace

Play revokedRights()
{
    Play play;
    play.name = u"revoked-rights"_s;
    play.tell = tellRevoked;
    play.culprit = u"binding-removed"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        static_cast<void>(cluster.objects().remove(type::roleBindings, u"payments"_s, u"practice-operator"_s));
        return {};
    };
    play.affected = {{type::roleBindings.toString()}, {type::clusterRoleBindings.toString()}, {type::roles.toString()}};
    play.goals = {[](const Cluster& cluster) {
        return mayWork(cluster, u"payments"_s) && !mayWork(cluster, u"orders"_s) && !mayWork(cluster, kubeSystem);
    }};
    return play;
}

Play expiredCertificate()
{
    Play play;
    play.name = u"expired-certificate"_s;
    play.difficulty = 3;
    play.tell = tellCertificate;
    play.culprit = u"certificate-expired"_s;
    play.fault = expire;
    play.affected = {{type::deployments.toString(), kubeSystem, renewer}};
    play.goals = {
        [](const Cluster& cluster) { return isCertificateValid(cluster) && isUp(cluster, kubeSystem, renewer); }};
    play.lead = 1min;
    return play;
}

Play apiThrottled()
{
    Play play;
    play.name = u"api-throttled"_s;
    play.difficulty = 2;
    play.tell = tellThrottled;
    play.culprit = u"runaway-client"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> { return std::make_shared<Flood>(cluster); };
    play.isSick = [](const Cluster& cluster) { return isUp(cluster, u"orders"_s, exporter); };
    play.affected = {{type::deployments.toString(), u"orders"_s, exporter}};
    play.goals = {[](const Cluster& cluster) {
        return podsWith(cluster, u"orders"_s, u"app.kubernetes.io/name", exporter).empty();
    }};
    return play;
}

Play apiHalfOpen()
{
    Play play;
    play.name = u"api-half-open"_s;
    play.difficulty = 3;
    play.tell = tellHalfOpen;
    play.culprit = u"wedged-gateway"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> { return std::make_shared<Gateway>(cluster); };
    play.isSick = someGatewayIsStuck;
    play.affected = {{type::pods.toString(), kubeSystem}, {type::deployments.toString(), kubeSystem, gateway}};
    play.goals = {
        [](const Cluster& cluster) { return isUp(cluster, kubeSystem, gateway) && !someGatewayIsStuck(cluster); }};
    play.lead = 1min;
    return play;
}

Play clockSkew()
{
    Play play;
    play.name = u"clock-skew"_s;
    play.difficulty = 2;
    play.tell = tellSkew;
    play.culprit = u"time-sync-stopped"_s;
    play.arrange = [](Setting& setting) { setting.clockOffset = -skew; };
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        report(cluster, u"chrony-tracking"_s, {{u"synchronised"_s, u"false"_s}, {u"offset"_s, u"-420.0 s"_s}});
        deployWorkload(
            cluster, kubeSystem, timekeeper, 0,
            {5s,
             [&cluster, isLate = std::make_shared<bool>(true)](const kubelet::Container&) {
                 // The clock is stepped once; later starts find it right.
                 if (std::exchange(*isLate, false))
                     cluster.clock().sleepUntil(cluster.clock().now() + skew);
                 report(cluster, u"chrony-tracking"_s, {{u"synchronised"_s, u"true"_s}, {u"offset"_s, u"0.000 s"_s}});
             },
             {}});
        return {};
    };
    play.affected = {{type::deployments.toString(), kubeSystem, timekeeper}};
    play.goals = {[](const Cluster& cluster) {
        return isUp(cluster, kubeSystem, timekeeper) &&
               valueAt(cluster, type::configMaps, kubeSystem, u"chrony-tracking"_s, {u"data", u"synchronised"}) ==
                   u"true"_s;
    }};
    play.lead = 1min;
    return play;
}

} // namespace sim::practice
