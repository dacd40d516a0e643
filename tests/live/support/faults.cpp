#include "tests/live/support/faults.h"

using namespace Qt::StringLiterals;

namespace live {

Faults::Faults(const ClusterScene& scene)
    : m_scene(scene)
{
}

bool Faults::tell(const QStringList& words)
{
    const CommandOutput said = PodCluster::script(words);
    if (said.exitCode != 0)
        qInfo("%s", qPrintable(said.report()));
    return said.exitCode == 0;
}

bool Faults::kill(const QString& component) const
{
    const QStringList names = m_scene.seen().podsOf(component);
    return names.size() == 1 && m_scene.kubectl({u"delete"_s, u"pod"_s, names.first(), u"--grace-period=0"_s,
                                                 u"--force"_s, u"--wait=false"_s});
}

bool Faults::killTaskManager() const
{
    return kill(u"taskmanager"_s);
}

bool Faults::killJobManager() const
{
    return kill(u"jobmanager"_s);
}

bool Faults::deleteJobManagerDeployment() const
{
    return m_scene.kubectl({u"delete"_s, u"deployment"_s, m_scene.deployment().name});
}

bool Faults::dropHighAvailability() const
{
    return m_scene.kubectl({u"delete"_s, u"configmap"_s, u"--selector"_s,
                            u"app=%1,configmap-type=high-availability"_s.arg(m_scene.deployment().name)});
}

bool Faults::breakImageName() const
{
    return m_scene.patch(R"({"image": "flink:typo"})");
}

bool Faults::mendImageName() const
{
    return m_scene.patch(R"({"image": "flink:1.20"})");
}

bool Faults::fillQuota() const
{
    return m_scene.kubectl({u"create"_s, u"quota"_s, u"full"_s, u"--hard=pods=1"_s});
}

bool Faults::emptyQuota() const
{
    return m_scene.kubectl({u"delete"_s, u"quota"_s, u"full"_s});
}

bool Faults::blockJobManager() const
{
    const QString name = m_scene.seen().podsOf(u"jobmanager"_s).value(0);
    const CommandOutput address =
        m_scene.cluster().kubectl({u"get"_s, u"pod"_s, u"--namespace"_s, m_scene.deployment().nameSpace, name, u"-o"_s,
                                   u"jsonpath={.status.podIP}"_s});
    return address.exitCode == 0 && tell({u"block"_s, QString::fromLatin1(address.output)});
}

bool Faults::unblock() const
{
    return tell({u"unblock"_s});
}

bool Faults::revokeViewer() const
{
    return m_scene.kubectl({u"delete"_s, u"clusterrolebinding/viewer"_s});
}

bool Faults::grantViewer() const
{
    return m_scene.kubectl(
        {u"create"_s, u"clusterrolebinding"_s, u"viewer"_s, u"--clusterrole=viewer"_s, u"--user=viewer"_s});
}

} // namespace live
