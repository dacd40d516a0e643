#include "core/sim/practice/plays/parts.h"

#include "core/sim/practice/fleet.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

constexpr QStringView nameLabel = u"app.kubernetes.io/name";

class Worker : public kubelet::Program
{
public:
    Worker(Clock& clock, const Duty& duty, const kubelet::Container& container, kubelet::Signals signals_)
        : m_duty(duty)
        , m_container(container)
        , m_signals(std::move(signals_))
        , m_next(clock)
    {
        m_next.set(duty.boot, [this] {
            m_isUp = true;
            if (m_duty.up)
                m_duty.up(m_container);
            m_signals.ready();
        });
    }
    ~Worker() override { end(); }

    void terminate() override
    {
        end();
        m_next.set(500ms, [this] { m_signals.ended(kubelet::Exit::error(143)); });
    }

private:
    void end()
    {
        if (std::exchange(m_isUp, false) && m_duty.down)
            m_duty.down(m_container);
    }

    Duty m_duty;
    kubelet::Container m_container;
    kubelet::Signals m_signals;
    Alarm m_next;
    bool m_isUp = false;
};

} // namespace

void change(Cluster& cluster, QStringView type, const QString& ns, const QString& name, const QString& user,
            const Objects::Edit& edit, const QString& manager)
{
    Write write;
    write.user = user;
    write.manager = manager;
    static_cast<void>(cluster.objects().change(type, ns, name, Part::Main, edit, write));
}

void changeFlink(Cluster& cluster, const QString& name, const QString& user, const Objects::Edit& edit)
{
    const Application& application = member(name);
    change(cluster, type::flinkDeployments, application.ns, name, user, edit, managerOf(application));
}

void deployWorkload(Cluster& cluster, const QString& ns, const QString& name, int replicas, const Duty& duty)
{
    cluster.addProgram(name,
                       [&cluster, duty](const kubelet::Container& container,
                                        kubelet::Signals signals_) -> std::unique_ptr<kubelet::Program> {
                           return std::make_unique<Worker>(cluster.clock(), duty, container, std::move(signals_));
                       });
    const QJsonObject labels{{nameLabel.toString(), name}};
    const QJsonObject amounts{{u"cpu"_s, u"100m"_s}, {u"memory"_s, u"128Mi"_s}};
    const QJsonObject container{
        {u"name"_s, name},
        {u"image"_s, u"ghcr.io/hanbit/%1:3.2"_s.arg(name)},
        {u"imagePullPolicy"_s, u"IfNotPresent"_s},
        {u"resources"_s, QJsonObject{{u"requests"_s, amounts}, {u"limits"_s, amounts}}},
        {u"startupProbe"_s, QJsonObject{{u"httpGet"_s, QJsonObject{{u"path"_s, u"/healthz"_s}, {u"port"_s, 8080}}}}}};
    const QJsonObject pod{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                          {u"spec"_s, QJsonObject{{u"restartPolicy"_s, u"Always"_s},
                                                  {u"terminationGracePeriodSeconds"_s, 10},
                                                  {u"containers"_s, QJsonArray{container}}}}};
    Write write;
    write.manager = u"helm"_s;
    static_cast<void>(cluster.objects().create(
        type::deployments,
        {{u"apiVersion"_s, u"apps/v1"_s},
         {u"kind"_s, u"Deployment"_s},
         {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}, {u"labels"_s, labels}}},
         {u"spec"_s, QJsonObject{{u"replicas"_s, replicas},
                                 {u"strategy"_s, QJsonObject{{u"type"_s, u"Recreate"_s}}},
                                 {u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                                 {u"template"_s, pod}}}},
        write));
}

std::vector<Snapshot> podsWith(const Cluster& cluster, const QString& ns, QStringView label, const QString& value)
{
    std::vector<Snapshot> found;
    for (Snapshot& pod : cluster.objects().list(type::pods, ns)) {
        if (pod->labels()[label] == value)
            found.push_back(std::move(pod));
    }
    return found;
}

bool isReady(const Stored& pod)
{
    for (const QJsonValue& condition : at(pod.document(), {u"status", u"conditions"}).toArray()) {
        if (condition[u"type"] == u"Ready"_s)
            return condition[u"status"] == u"True"_s;
    }
    return false;
}

} // namespace sim::practice
