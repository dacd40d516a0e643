#include "core/kube/processgroup.h"

#include <csignal>
#include <unistd.h>

namespace kube {

ProcessGroup::ProcessGroup(ProcessRun run, QObject* parent)
    : QObject(parent)
    , m_run(std::move(run))
    , m_process(new QProcess)
{
    m_process->setProgram(m_run.program);
    m_process->setArguments(m_run.arguments);
    m_process->setProcessEnvironment(m_run.environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    // A session of its own: a group we can end as a whole, and no way to the terminal we were started from.
    m_process->setChildProcessModifier([] { ::setsid(); });
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_ending)
            signalGroup(SIGKILL);
        else
            end(ProcessOutcome::End::TimedOut);
    });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessGroup::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProcessGroup::readErrors);
    connect(m_process, &QProcess::finished, this, &ProcessGroup::finish);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_outcome.end = ProcessOutcome::End::NotStarted;
        m_outcome.systemError = m_process->errorString();
        finish();
    });
}

/// A QProcess must not be destroyed while it runs (it would wait): this one ends by itself once its program has.
ProcessGroup::~ProcessGroup()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        delete m_process;
        return;
    }
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    signalGroup(SIGKILL);
}

void ProcessGroup::start()
{
    m_limit.start(m_run.timeout);
    m_process->start(QIODevice::ReadOnly);
    m_group = m_process->processId();
}

void ProcessGroup::cancel()
{
    if (!m_finished && !m_ending)
        end(ProcessOutcome::End::Cancelled);
}

void ProcessGroup::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (m_ending)
        return;
    m_outcome.output += bytes;
    if (m_outcome.output.size() > m_run.longestOutput) {
        m_outcome.output.truncate(m_run.longestOutput);
        end(ProcessOutcome::End::TooMuchOutput);
    }
}

void ProcessGroup::readErrors()
{
    m_outcome.errors += m_process->readAllStandardError();
    m_outcome.errors.truncate(m_run.longestErrors);
}

void ProcessGroup::end(ProcessOutcome::End why)
{
    m_ending = true;
    m_outcome.end = why;
    signalGroup(SIGTERM);
    m_limit.start(m_run.killAfter);
}

void ProcessGroup::finish()
{
    if (std::exchange(m_finished, true))
        return;
    m_limit.stop();
    if (m_outcome.end != ProcessOutcome::End::NotStarted) {
        readOutput();
        readErrors();
    }
    if (m_ending) {
        signalGroup(SIGKILL); // what the program started and did not end itself
    } else if (m_outcome.end == ProcessOutcome::End::Exited) {
        if (m_process->exitStatus() == QProcess::CrashExit)
            m_outcome.end = ProcessOutcome::End::Crashed;
        m_outcome.exitCode = m_process->exitCode();
    }
    emit finished(m_outcome);
}

void ProcessGroup::signalGroup(int signal) const
{
    if (m_group > 0)
        ::kill(static_cast<pid_t>(-m_group), signal);
}

} // namespace kube
