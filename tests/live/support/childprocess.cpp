#include "tests/live/support/childprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace live {

ChildProcess::ChildProcess(QString name, QString logFile)
    : m_name(std::move(name))
    , m_logFile(std::move(logFile))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setWorkingDirectory(QFileInfo(m_logFile).absolutePath());
    m_process.setChildProcessModifier([parent = ::getpid()] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        // The test may have died before the kernel was told to watch it.
        if (::getppid() != parent)
            ::_exit(127);
    });
}

ChildProcess::~ChildProcess()
{
    kill();
}

bool ChildProcess::start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(m_logFile, QIODevice::Append);
    m_process.start(program, arguments, QIODevice::NotOpen);
    if (!m_process.waitForStarted())
        return false;
    m_pid = m_process.processId();
    return true;
}

void ChildProcess::stop(std::chrono::milliseconds patience)
{
    if (!isRunning())
        return;
    // A frozen process hears SIGTERM only once it goes on.
    thaw();
    m_process.terminate();
    if (!m_process.waitForFinished(static_cast<int>(patience.count())))
        kill();
    signalGroup(SIGKILL);
}

void ChildProcess::kill()
{
    if (!isRunning())
        return;
    signalGroup(SIGKILL);
    m_process.waitForFinished();
}

void ChildProcess::freeze()
{
    signalGroup(SIGSTOP);
}

void ChildProcess::thaw()
{
    signalGroup(SIGCONT);
}

bool ChildProcess::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

QString ChildProcess::log() const
{
    QFile file(m_logFile);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ChildProcess::report() const
{
    constexpr qsizetype enough = 2000;
    const QString state = isRunning()  ? u"runs"_s
                          : m_pid == 0 ? u"did not start: "_s + m_process.errorString()
                                       : u"ended with %1"_s.arg(m_process.exitCode());
    return u"%1 %2\n%3"_s.arg(m_name, state, log().right(enough));
}

void ChildProcess::signalGroup(int signal) const
{
    if (m_pid > 0)
        ::kill(static_cast<pid_t>(-m_pid), signal);
}

QList<qint64> processesInGroup(qint64 leader)
{
    QList<qint64> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& entry : entries) {
        QFile file(u"/proc/%1/stat"_s.arg(entry));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // "PID (NAME) STATE PARENT GROUP …", and the name may hold spaces and brackets.
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 2 && fields.at(0) != "Z" && fields.at(2).toLongLong() == leader)
            found.append(entry.toLongLong());
    }
    return found;
}

} // namespace live
