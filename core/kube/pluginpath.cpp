#include "core/kube/pluginpath.h"

#include "core/kube/processgroup.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

constexpr auto shellTimeout = 5s;

/// Where plugins are often installed without being on the PATH of a desktop session.
QStringList usualFolders()
{
    const QString home = QDir::homePath();
    return {u"/usr/local/bin"_s,
            u"/opt/homebrew/bin"_s,
            u"/snap/bin"_s,
            home + u"/.local/bin"_s,
            home + u"/bin"_s,
            home + u"/.krew/bin"_s,
            home + u"/google-cloud-sdk/bin"_s};
}

QString withUsualFolders(const QString& path)
{
    QStringList folders = path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QStringList usual = usualFolders();
    for (const QString& folder : usual) {
        if (!folders.contains(folder) && QFileInfo(folder).isDir())
            folders.append(folder);
    }
    return folders.join(QDir::listSeparator());
}

} // namespace

PluginPath::PluginPath(LoginShell use, QObject* parent)
    : QObject(parent)
    , m_use(use)
{
}

PluginPath::~PluginPath() = default;

QString PluginPath::resolve(const QString& command, const QString& searchPath)
{
    if (command.isEmpty())
        return {};
    // A relative entry of PATH would run whatever lies in the folder we were started in.
    QStringList folders = searchPath.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders.removeIf([](const QString& folder) { return !QDir::isAbsolutePath(folder); });
    if (!command.contains(u'/') && folders.isEmpty())
        return {};
    return QStandardPaths::findExecutable(command, folders);
}

void PluginPath::obtain(QObject* context, std::function<void(const QString&)> done)
{
    m_waiting.push_back({context, std::move(done)});
    if (m_shell)
        return;
    if (m_path.isEmpty() && shallAsk())
        askShell();
    else
        answer();
}

bool PluginPath::shallAsk() const
{
    switch (m_use) {
    case LoginShell::Never:
        return false;
    case LoginShell::Always:
        return true;
    case LoginShell::WhenWithoutTerminal:
        return !(::isatty(STDIN_FILENO) || ::isatty(STDOUT_FILENO) || ::isatty(STDERR_FILENO));
    }
    Q_UNREACHABLE();
}

void PluginPath::askShell()
{
    // Start-up files may print anything: the answer stands between two marks nobody can guess.
    m_marker = QUuid::createUuid().toByteArray(QUuid::Id128);
    const QString marker = QString::fromLatin1(m_marker);
    ProcessRun run;
    run.program = resolve(qEnvironmentVariable("SHELL", u"/bin/sh"_s), {});
    run.arguments = {u"-ilc"_s, u"printf %s %1; env -0; printf %s %1"_s.arg(marker).replace(u"%s"_s, u"'%s'"_s)};
    run.environment = QProcessEnvironment::systemEnvironment();
    run.timeout = shellTimeout;
    run.killAfter = 200ms;
    if (run.program.isEmpty()) {
        answer();
        return;
    }
    m_shell = new ProcessGroup(run, this);
    connect(m_shell, &ProcessGroup::finished, this, &PluginPath::take, Qt::QueuedConnection);
    m_shell->start();
}

void PluginPath::take(const ProcessOutcome& outcome)
{
    std::exchange(m_shell, nullptr)->deleteLater();
    const qsizetype first = outcome.output.indexOf(m_marker);
    const qsizetype last = outcome.output.lastIndexOf(m_marker);
    if (first >= 0 && last > first) {
        const qsizetype start = first + m_marker.size();
        const QList<QByteArray> variables = outcome.output.mid(start, last - start).split('\0');
        for (const QByteArray& variable : variables) {
            if (variable.startsWith("PATH="))
                m_path = withUsualFolders(QString::fromLocal8Bit(variable.mid(5)));
        }
    }
    answer();
}

void PluginPath::answer()
{
    if (m_path.isEmpty())
        m_path = withUsualFolders(qEnvironmentVariable("PATH"));
    for (const Waiting& one : std::exchange(m_waiting, {})) {
        if (one.context)
            QMetaObject::invokeMethod(
                one.context, [done = one.done, path = m_path] { done(path); }, Qt::QueuedConnection);
    }
}

} // namespace kube
