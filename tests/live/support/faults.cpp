#include "tests/live/support/faults.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace live {

namespace {

/// The second half of a file.
bool spoil(const QString& path)
{
    QFile file(path);
    const qint64 half = file.size() / 2;
    return half > 0 && file.open(QIODevice::ReadWrite) && file.seek(half) &&
           file.write(QByteArray(half, '\xAA')) == half;
}

} // namespace

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

bool Faults::damageSnapshot(const QString& path) const
{
    return spoil(m_scene.cluster().onThisMachine(path) + u"/_metadata"_s);
}

bool Faults::deleteSnapshot(const QString& path) const
{
    return QDir(m_scene.cluster().onThisMachine(path)).removeRecursively();
}

bool Faults::damageNewestCheckpoint() const
{
    const PodCluster& cluster = m_scene.cluster();
    const QDir checkpoints(cluster.onThisMachine(u"file:/state/checkpoints/"_s + m_scene.seen().jobId()));
    const QStringList newest = checkpoints.entryList({u"chk-*"_s}, QDir::Dirs, QDir::Time);
    const QDir remembered(cluster.onThisMachine(u"file:/state/ha/"_s + m_scene.deployment().name));
    const QStringList copies = remembered.entryList({u"completedCheckpoint*"_s}, QDir::Files);
    return !newest.isEmpty() && !copies.isEmpty() && spoil(checkpoints.filePath(newest.first() + u"/_metadata"_s)) &&
           std::ranges::all_of(copies, [&](const QString& copy) { return spoil(remembered.filePath(copy)); });
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
