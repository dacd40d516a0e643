#include "core/sim/kubelet/podrun.h"
#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/kubelet/writers.h"

using namespace Qt::StringLiterals;

// What a node tells of a pod.
namespace sim::kubelet {
namespace {

QJsonObject statement(const QString& kind, bool holds, const QString& reason = {}, const QString& message = {})
{
    QJsonObject text{{u"type"_s, kind}, {u"status"_s, holds ? u"True"_s : u"False"_s}};
    if (!reason.isEmpty()) {
        text[u"reason"_s] = reason;
        text[u"message"_s] = message;
    }
    return text;
}

} // namespace

QJsonObject PodRun::containerStatus() const
{
    QJsonObject status{
        {u"name"_s, m_container},
        {u"image"_s, m_image},
        {u"imageID"_s,
         m_run == 0 ? QString()
                    : u"sha256:"_s + QString::fromLatin1(m_image.toUtf8().toHex()).left(64).leftJustified(64, u'0')},
        {u"ready"_s, m_ready},
        {u"started"_s, m_ready},
        {u"restartCount"_s, m_restarts},
        {u"state"_s, m_state}};
    if (!m_lastState.isEmpty())
        status[u"lastState"_s] = m_lastState;
    return status;
}

void PodRun::tell()
{
    const Snapshot now = pod();
    if (!now)
        return;
    static_cast<void>(m_around.world.objects.change(
        type::pods, m_namespace, m_name, Part::Status,
        [this](QJsonObject& document) {
            QJsonObject status = document[u"status"].toObject();
            const Instant moment = m_around.world.clock.now();
            status[u"phase"_s] = m_phase;
            status[u"startTime"_s] = timestamp(m_startTime);
            status[u"hostIP"_s] = u"10.98.0.1"_s;
            if (m_mounted && m_run > 0) {
                status[u"podIP"_s] = m_ip;
                status[u"podIPs"_s] = QJsonArray{QJsonObject{{u"ip"_s, m_ip}}};
            }
            status[u"containerStatuses"_s] = QJsonArray{containerStatus()};
            const QString unready = u"containers with unready status: [%1]"_s.arg(m_container);
            const auto readiness = [&](const QString& kind) {
                return m_ready ? statement(kind, true) : statement(kind, false, u"ContainersNotReady"_s, unready);
            };
            setCondition(status, statement(u"PodReadyToStartContainers"_s, m_mounted && m_stage != Stage::Over),
                         moment);
            setCondition(status, statement(u"Initialized"_s, true), moment);
            setCondition(status, readiness(u"Ready"_s), moment);
            setCondition(status, readiness(u"ContainersReady"_s), moment);
            document[u"status"_s] = status;
        },
        byKubelet()));
}

} // namespace sim::kubelet
