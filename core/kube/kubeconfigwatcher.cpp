#include "core/kube/kubeconfigwatcher.h"

#include "core/base/background.h"

#include <QFileInfo>

namespace kube {

namespace {

template <typename Entry>
bool sameEntry(const Entry* left, const Entry* right)
{
    return (!left && !right) || (left && right && *left == *right);
}

/// Whether a connection to this context would be made alike from both.
bool sameInEffect(const ContextEntry& before, const Kubeconfig& old, const ContextEntry& after, const Kubeconfig& now)
{
    return before == after && sameEntry(old.cluster(before.cluster), now.cluster(after.cluster)) &&
           sameEntry(old.user(before.user), now.user(after.user)) &&
           old.untrusted.contains(before.file) == now.untrusted.contains(after.file);
}

} // namespace

KubeconfigChanges changesBetween(const Kubeconfig& before, const Kubeconfig& after)
{
    KubeconfigChanges changes;
    for (const ContextEntry& context : after.contexts) {
        const ContextEntry* old = before.context(context.name);
        if (!old)
            changes.added.append(context.name);
        else if (!sameInEffect(*old, before, context, after))
            changes.changed.append(context.name);
    }
    for (const ContextEntry& context : before.contexts) {
        if (!after.context(context.name))
            changes.removed.append(context.name);
    }
    changes.currentContextChanged = before.currentContext != after.currentContext;
    return changes;
}

KubeconfigWatcher::KubeconfigWatcher(KubeconfigFiles files, QObject* parent, KubeconfigTimes times)
    : QObject(parent)
    , m_files(std::move(files))
    , m_times(times)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(m_times.settle);
    connect(&m_settle, &QTimer::timeout, this, &KubeconfigWatcher::settle);
    connect(&m_poll, &QTimer::timeout, this, &KubeconfigWatcher::noticed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &KubeconfigWatcher::noticed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &KubeconfigWatcher::noticed);
    m_seen = look();
    watch();
    take(readKubeconfig(m_files));
    m_poll.start(m_times.poll);
}

KubeconfigWatcher::~KubeconfigWatcher() = default;

QList<KubeconfigWatcher::Look> KubeconfigWatcher::look() const
{
    QList<Look> looks;
    for (const QString& path : m_files.paths) {
        const QFileInfo info(path);
        looks.append({info.exists(), info.size(), info.lastModified(), info.canonicalFilePath()});
    }
    return looks;
}

/// The folders too: editors and kubectl replace a file by renaming, and the watch is lost with the old one. For a link
/// also where it leads.
void KubeconfigWatcher::watch()
{
    QStringList wanted;
    for (const QString& path : m_files.paths) {
        const QFileInfo info(path);
        wanted << info.absoluteFilePath() << info.absolutePath() << info.canonicalFilePath()
               << QFileInfo(info.canonicalFilePath()).absolutePath();
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    wanted.removeDuplicates();
    wanted.removeIf(
        [&](const QString& path) { return watched.contains(path) || path.isEmpty() || !QFileInfo::exists(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void KubeconfigWatcher::noticed()
{
    watch();
    const QList<Look> now = look();
    if (now == m_seen)
        return;
    m_seen = now;
    m_settle.start();
}

void KubeconfigWatcher::settle()
{
    const QList<Look> now = look();
    if (now != m_seen || m_reading) { // still being written, or read
        m_seen = now;
        m_settle.start();
        return;
    }
    m_reading = true;
    base::inBackground(
        this, [files = m_files] { return readKubeconfig(files); },
        [this](const base::Result<Kubeconfig>& reading) {
            m_reading = false;
            take(reading);
        });
}

void KubeconfigWatcher::take(const base::Result<Kubeconfig>& reading)
{
    if (!reading) {
        setProblems({{Problem::Severity::Error, reading.error().message}});
        return;
    }
    const QList<Problem> lost = losses(*reading);
    setProblems(lost + reading->problems);
    if (!lost.isEmpty())
        return;
    const KubeconfigChanges changes = changesBetween(m_config, *reading);
    m_config = *reading;
    if (!changes.isEmpty())
        emit changed(changes);
}

/// Files that held something and now hold nothing that can be used.
QList<Problem> KubeconfigWatcher::losses(const Kubeconfig& reading) const
{
    QList<Problem> lost;
    for (const QString& path : m_config.files) {
        const bool isRead = reading.files.contains(path) && QFileInfo(path).size() > 0;
        const bool heldSomething = std::any_of(m_config.contexts.cbegin(), m_config.contexts.cend(),
                                               [&path](const ContextEntry& context) { return context.file == path; });
        if (!isRead && heldSomething) {
            lost.append({Problem::Severity::Warning,
                         tr("%1 is gone, empty or broken. What it held before is still shown.").arg(path)});
        }
    }
    return lost;
}

void KubeconfigWatcher::setProblems(const QList<Problem>& problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    emit problemsChanged();
}

} // namespace kube
