#include "tests/live/support/clusterscene.h"

#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace live {

ClusterScene::ClusterScene(kube::ObjectKey deployment)
    : m_deployment(std::move(deployment))
{
}

ClusterScene::~ClusterScene() = default;

bool ClusterScene::raise(PodCluster::Kind kind)
{
    if (!m_cluster.up(kind, QCoreApplication::applicationPid())) {
        m_problem = m_cluster.problem();
        return false;
    }
    if (!m_cluster.enter()) {
        m_problem = u"its network cannot be entered"_s;
        return false;
    }
    const auto access = accessTo(m_cluster.kubeconfig(), u"admin"_s);
    if (!access) {
        m_problem = access.error().message;
        return false;
    }
    m_seen = std::make_unique<Observation>(*access, m_deployment);
    return true;
}

bool ClusterScene::kubectl(const QStringList& arguments) const
{
    const CommandOutput said = m_cluster.kubectl(QStringList{u"--namespace"_s, m_deployment.nameSpace} + arguments);
    if (said.exitCode != 0)
        qInfo("%s", qPrintable(said.report()));
    return said.exitCode == 0;
}

bool ClusterScene::apply(const QString& manifest) const
{
    return kubectl({u"apply"_s, u"-f"_s, QStringLiteral(LIVE_SUPPORT_FOLDER "/../manifests/%1.yaml").arg(manifest)});
}

bool ClusterScene::patch(const QByteArray& spec) const
{
    return kubectl({u"patch"_s, u"flinkdeployment"_s, m_deployment.name, u"--type=merge"_s, u"--patch"_s,
                    u"{\"spec\": %1}"_s.arg(QString::fromUtf8(spec))});
}

bool ClusterScene::becomesWell(const Trail* since) const
{
    const auto isWell = [&] {
        return (!since || since->states().size() > 1) && m_seen->operatorWords() == u"STABLE/READY/RUNNING" &&
               m_seen->isWell();
    };
    const bool isTrue = comesTrue(isWell, PodCluster::patience);
    if (!isTrue)
        qInfo("not well: %s\n%s", qPrintable(m_seen->row()), since ? qPrintable(since->report()) : "");
    return isTrue;
}

void ClusterScene::keepMoment(const QString& name) const
{
    const QString folder = qEnvironmentVariable("DREY_KEEP_RECORDS");
    if (folder.isEmpty())
        return;
    const CommandOutput said = m_cluster.kubectl({u"get"_s, u"--namespace"_s, m_deployment.nameSpace,
                                                  u"flinkdeployment"_s, m_deployment.name, u"--output"_s, u"json"_s});
    QFile file(folder + u"/moment-%1.json"_s.arg(name));
    if (said.exitCode != 0 || !file.open(QIODevice::WriteOnly) || file.write(said.output) != said.output.size())
        qWarning("the moment %s is not kept", qPrintable(name));
}

std::optional<Counting> ClusterScene::counting() const
{
    std::optional<Counting> told;
    const auto isTold = [&] { return (told = countingOf(m_cluster, m_deployment, m_seen->jobId())).has_value(); };
    static_cast<void>(comesTrue(isTold, PodCluster::soon));
    if (told)
        qInfo("counted up to %lld, %lld missing", told->number, told->missing);
    return told;
}

} // namespace live
