#include "core/sim/practice/fleet.h"
#include "core/sim/practice/plays/parts.h"
#include "core/sim/practice/plays/plays.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString ns = u"payments"_s;
const QString name = u"refund-matcher"_s;
const QString agent = u"gitops-agent"_s;
const QString desired = u"refund-matcher-desired"_s; ///< the ConfigMap with the manifest
const QString manifestKey = u"manifest.json"_s;
const QString forbidden = u"kubernetes.cluster-id"_s;
constexpr int wanted = 4;

Telling tell()
{
    return {
        Text::tr("The release that is refused"),
        Text::tr("refund-matcher was to get a parallelism of 4 with today's release, because refunds pile up. The "
                 "GitOps agent says it is out "
                 "of sync and tries again every half minute. The job runs as before."),
        {Text::tr("What does the agent's log, or the event at the ConfigMap refund-matcher-desired, say?"),
         Text::tr("The operator's webhook validates each manifest. Which key must a user not set, because the operator "
                  "does?")},
        {{u"forbidden-key"_s, Text::tr("The manifest sets a configuration key that the operator forbids.")},
         {u"webhook-down"_s, Text::tr("The webhook has no endpoints.")},
         {u"agent-rights"_s, Text::tr("The agent has lost its rights.")},
         {u"conflict"_s, Text::tr("Another field manager owns the parallelism.")}},
        {Text::tr("refund-matcher runs with a parallelism of 4."), Text::tr("The agent's manifest is accepted.")},
        Text::tr("Together with the parallelism somebody set kubernetes.cluster-id in the manifest, copied from an old "
                 "session script. The "
                 "operator sets that key itself and its webhook refuses whoever gives another value, so the whole "
                 "manifest was refused, "
                 "the parallelism with it."),
        Text::tr("Take the key out of the manifest in the ConfigMap refund-matcher-desired; the agent does the rest. "
                 "Patching the "
                 "FlinkDeployment past the agent brings the parallelism, but leaves a manifest behind that the next "
                 "release trips over. "
                 "Switching the webhook off would have let the error through to the operator."),
    };
}

/// Applies a manifest again and again, as Argo CD does for its repository.
class Agent
{
public:
    explicit Agent(Cluster& cluster)
        : m_cluster(cluster)
        , m_alarm(cluster.clock())
        , m_recorder(cluster.clock(), cluster.objects(), cluster.world().chance, agent, {agent})
    {
        writeDesired();
        deployWorkload(cluster, ns, agent, 1,
                       {4s,
                        [this, alive = std::weak_ptr(m_alive)](const kubelet::Container& container) {
                            if (alive.expired())
                                return;
                            m_log = container.log;
                            synchronise();
                        },
                        [this, alive = std::weak_ptr(m_alive)](const kubelet::Container&) {
                            // The program may live longer than the rehearsal.
                            if (!alive.expired())
                                m_alarm.stop();
                        }});
    }

private:
    void writeDesired()
    {
        QJsonObject document = manifest(member(name));
        put(document, {u"spec", u"job", u"parallelism"}, wanted);
        put(document, {u"spec", u"flinkConfiguration", forbidden}, u"refunds"_s);
        const QString text = QString::fromUtf8(QJsonDocument(document).toJson());
        Write git;
        git.manager = managerOf(member(name));
        static_cast<void>(
            m_cluster.objects().create(type::configMaps,
                                       {{u"apiVersion"_s, u"v1"_s},
                                        {u"kind"_s, u"ConfigMap"_s},
                                        {u"metadata"_s, QJsonObject{{u"name"_s, desired}, {u"namespace"_s, ns}}},
                                        {u"data"_s, QJsonObject{{manifestKey, text}}}},
                                       git));
    }

    void synchronise()
    {
        m_alarm.set(30s, [this] { synchronise(); });
        const Snapshot map = m_cluster.objects().find(type::configMaps, ns, desired);
        if (!map)
            return;
        const QJsonObject document =
            QJsonDocument::fromJson(at(map->document(), {u"data", manifestKey}).toString().toUtf8()).object();
        if (document.isEmpty()) {
            fail(*map, u"the manifest cannot be read"_s);
            return;
        }
        Write write;
        write.manager = managerOf(member(name));
        write.user = u"system:serviceaccount:payments:gitops-agent"_s;
        const Outcome done = m_cluster.objects().change(
            type::flinkDeployments, ns, name, Part::Main,
            [&document](QJsonObject& present) { present[u"spec"_s] = document[u"spec"]; }, write);
        if (!done)
            fail(*map, done.refusal().message);
        else
            m_log->append(m_cluster.clock().now(), "sync: refund-matcher is in sync");
    }

    void fail(const Stored& map, const QString& why)
    {
        m_log->append(m_cluster.clock().now(), "sync: refund-matcher OutOfSync: " + why.toUtf8());
        m_recorder.record(kubelet::Subject::of(map), {kubelet::Note::Type::Warning, u"SyncFailed"_s, why});
    }

    Cluster& m_cluster;
    Alarm m_alarm;
    kubelet::Recorder m_recorder;
    std::shared_ptr<Log> m_log;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

} // namespace

Play webhookRefusal()
{
    Play play;
    play.name = u"webhook-refusal"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"forbidden-key"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> { return std::make_shared<Agent>(cluster); };
    play.isSick = [](const Cluster& cluster) {
        return std::ranges::any_of(cluster.objects().list(type::events, ns), [](const Snapshot& event) {
            return event->document()[u"reason"] == u"SyncFailed"_s;
        });
    };
    play.affected = {{type::flinkDeployments.toString(), ns, name}, {type::configMaps.toString(), ns, desired}};
    play.goals = {
        [](const Cluster& cluster) {
            const flink::Job* job = cluster.job(ns, name);
            return job && job->spec().slotsNeeded() == wanted && isHealthy(cluster, ns, name);
        },
        [](const Cluster& cluster) {
            const QString text = valueAt(cluster, type::configMaps, ns, desired, {u"data", manifestKey}).toString();
            const QJsonObject document = QJsonDocument::fromJson(text.toUtf8()).object();
            return !document.isEmpty() &&
                   document[u"spec"] == valueAt(cluster, type::flinkDeployments, ns, name, {u"spec"});
        }};
    return play;
}

} // namespace sim::practice
