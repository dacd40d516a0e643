#include "tests/live/support/podcluster.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <chrono>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 720s; // the scripts end sooner

/// Of this thread, not of the process: they may differ.
int openNetwork(const QString& process)
{
    return ::open(qPrintable(u"/proc/%1/ns/net"_s.arg(process)), O_RDONLY | O_CLOEXEC);
}

QString lastLine(const live::CommandOutput& said)
{
    const QStringList lines = QString::fromUtf8(said.errors + said.output).trimmed().split(u'\n');
    return lines.last();
}

} // namespace

namespace live {

PodCluster::PodCluster()
    : m_home(openNetwork(u"thread-self"_s))
{
}

PodCluster::~PodCluster()
{
    leave();
    const CommandOutput said = down();
    if (said.exitCode != 0)
        qWarning("the cluster is not down: %s", qPrintable(said.report()));
    ::close(m_home);
}

CommandOutput PodCluster::script(const QStringList& arguments)
{
    return runCommand(QStringLiteral(LIVE_SUPPORT_FOLDER "/../cluster/cluster"), arguments, {},
                      QProcessEnvironment::systemEnvironment(), patience);
}

QString PodCluster::obstacle()
{
    const QString missing =
        cache::missing({u"kubernetes"_s, u"etcd"_s, u"crds"_s, u"flink-1.20.4"_s, u"job-1.20.4"_s, u"node"_s,
                        u"coredns"_s, u"containers"_s, u"s3"_s, u"image-1.20.4"_s, u"operator"_s});
    if (!missing.isEmpty())
        return missing;
    const CommandOutput able = script({u"preflight"_s});
    if (able.exitCode != 0)
        return lastLine(able);
    return firstProcess() != 0 ? u"a cluster is up already, take it down first (./dev live down)"_s : QString();
}

bool PodCluster::up(Kind kind, qint64 boundTo)
{
    // A real API server ends a connection now and then, and Qt tells of each stream that was cut off by it.
    QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    if (isRaised(kind, boundTo))
        return true;
    qInfo("the test bed failed, not what is tested; once more: %s", qPrintable(m_problem));
    return down().exitCode == 0 && isRaised(kind, boundTo);
}

bool PodCluster::isRaised(Kind kind, qint64 boundTo)
{
    QStringList arguments{u"up"_s, u"--bound-to"_s, QString::number(boundTo)};
    if (kind == Kind::Bare)
        arguments.append(u"--bare"_s);
    if (kind == Kind::Monitored)
        arguments.append(u"--monitored"_s);
    const CommandOutput said = script(arguments);
    qInfo("%s", said.output.trimmed().constData()); // what took how long
    m_problem = said.exitCode == 0 ? QString() : lastLine(said);
    m_kubeconfig = QString::fromUtf8(script({u"kubeconfig"_s}).output).trimmed();
    return m_problem.isEmpty();
}

CommandOutput PodCluster::down()
{
    return script({u"down"_s});
}

qint64 PodCluster::firstProcess()
{
    return script({u"process"_s}).output.trimmed().toLongLong();
}

bool PodCluster::enter()
{
    const int network = openNetwork(QString::number(firstProcess()));
    m_isInside = network >= 0 && ::setns(network, CLONE_NEWNET) == 0;
    ::close(network);
    return m_isInside;
}

void PodCluster::leave()
{
    if (m_isInside && ::setns(m_home, CLONE_NEWNET) != 0)
        qWarning("the network of the cluster cannot be left");
    m_isInside = false;
}

QString PodCluster::onThisMachine(const QString& path) const
{
    const QString state = QFileInfo(m_kubeconfig).path() + u"/.."_s;
    QString found = path;
    return found.replace(u"file:/state/"_s, state + u"/flink/"_s).replace(u"s3://flink"_s, state + u"/s3/flink"_s);
}

CommandOutput PodCluster::kubectl(const QStringList& arguments, const QByteArray& input) const
{
    return runCommand(cache::folder(u"kubernetes"_s) + u"/kubectl"_s,
                      QStringList{u"--kubeconfig"_s, m_kubeconfig} + arguments, input);
}

} // namespace live
