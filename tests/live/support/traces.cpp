#include "tests/live/support/traces.h"

#include "tests/live/support/cache.h"
#include "tests/live/support/command.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

const QString group = u"drey-live"_s; // as tests/live/cluster/settings.sh has it

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList mountPoints()
{
    QStringList points;
    const QList<QByteArray> lines = contentOf(u"/proc/self/mountinfo"_s).split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() > 4)
            points.append(QString::fromUtf8(fields[4]));
    }
    points.sort();
    return points;
}

QStringList controlGroups()
{
    QStringList found;
    const QDir root(u"/sys/fs/cgroup"_s);
    for (const QString& hierarchy : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (root.exists(hierarchy + u'/' + group))
            found.append(root.filePath(hierarchy + u'/' + group));
    }
    return found;
}

/// With the packet filter's own program out of the cache: the machine need not have one.
QByteArray packetRules()
{
    const QString folder = live::cache::folder(u"containers"_s) + u"/usr"_s;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_LIBRARY_PATH"_s, folder + u"/lib/x86_64-linux-gnu"_s);
    const QString own = folder + u"/sbin/nft"_s;
    const live::CommandOutput said =
        live::runCommand(QFile::exists(own) ? own : u"nft"_s, {u"list"_s, u"ruleset"_s}, {}, environment);
    return said.exitCode == 0 ? said.output : "unknown: " + said.errors;
}

QList<qint64> processes()
{
    QList<qint64> numbers;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& entry : entries) {
        bool isNumber = false;
        const qint64 number = entry.toLongLong(&isNumber);
        if (isNumber)
            numbers.append(number);
    }
    return numbers;
}

/// What runs in pods has namespaces of its own, but is in the cluster's control group.
bool belongs(qint64 process, const QSet<QString>& namespaces)
{
    return live::namespacesOf(process).intersects(namespaces) ||
           contentOf(u"/proc/%1/cgroup"_s.arg(process)).contains((u":/"_s + group + u'/').toUtf8());
}

QStringList added(const QStringList& before, QStringList after)
{
    for (const QString& one : before)
        after.removeOne(one);
    return after;
}

} // namespace

namespace live {

Traces Traces::now()
{
    return {.links = QDir(u"/sys/class/net"_s).entryList(QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name),
            .mounts = mountPoints(),
            .groups = controlGroups(),
            .rules = packetRules()};
}

QString Traces::since(const Traces& before) const
{
    QStringList all = added(before.links, links) + added(before.mounts, mounts) + added(before.groups, groups);
    if (rules != before.rules)
        all.append(QString::fromUtf8(rules));
    return all.join(u'\n');
}

QSet<QString> namespacesOf(qint64 process)
{
    QSet<QString> found;
    for (const QString& kind : {u"net"_s, u"mnt"_s, u"pid"_s}) {
        const QString name = QFile(u"/proc/%1/ns/%2"_s.arg(process).arg(kind)).symLinkTarget().section(u'/', -1);
        if (!name.isEmpty())
            found.insert(name);
    }
    return found;
}

QStringList processesIn(const QSet<QString>& namespaces)
{
    QStringList found;
    for (const qint64 process : processes()) {
        const QByteArray command = contentOf(u"/proc/%1/cmdline"_s.arg(process)).replace('\0', ' ');
        if (belongs(process, namespaces) || command.contains("/cluster/cluster guard"))
            found.append(QString::number(process) + u' ' + QString::fromUtf8(command));
    }
    return found;
}

qint64 memoryOf(const QSet<QString>& namespaces)
{
    qint64 kibibytes = 0;
    for (const qint64 process : processes()) {
        if (!belongs(process, namespaces) || process == QCoreApplication::applicationPid())
            continue; // a test may be inside, too
        const QList<QByteArray> lines = contentOf(u"/proc/%1/smaps_rollup"_s.arg(process)).split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith("Pss:"))
                kibibytes += line.mid(4).trimmed().split(' ').first().toLongLong();
        }
    }
    return kibibytes * 1024;
}

} // namespace live
