#include "core/kube/execplugin.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Result;

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

} // namespace

ExecPlugin::ExecPlugin(ExecConfig exec, PluginTimes times)
    : m_exec(std::move(exec))
    , m_times(times)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { setWaiting(QDateTime::currentDateTimeUtc().addMSecs(-m_times.waitsAfter.count())); });
}

ExecPlugin::~ExecPlugin() = default;

bool ExecPlugin::cameExpired() const
{
    return m_credential && m_credential->expiresAt.isValid() && m_lifeTime <= 0ms;
}

std::optional<PluginCredential> ExecPlugin::cached() const
{
    if (!m_credential)
        return std::nullopt;
    if (cameExpired())
        return m_sinceCredential.hasExpired(m_times.expiredGrace.count()) ? std::nullopt : m_credential;
    const bool isOver = m_credential->expiresAt.isValid() && QDateTime::currentDateTimeUtc() >= m_credential->expiresAt;
    return isOver ? std::nullopt : m_credential;
}

bool ExecPlugin::wantsRefresh() const
{
    if (m_process || !m_credential || !m_credential->expiresAt.isValid() || cameExpired() || pausedBy())
        return false;
    const auto margin = std::min(m_times.refreshBefore, m_lifeTime / 2);
    return QDateTime::currentDateTimeUtc() >= m_credential->expiresAt.addMSecs(-margin.count());
}

std::optional<Error> ExecPlugin::pausedBy() const
{
    if (!m_failure || (!m_isCancelled && m_sinceFailure.hasExpired(m_pause.count())))
        return std::nullopt;
    return m_failure;
}

void ExecPlugin::run(const QString& program, const QProcessEnvironment& environment, QObject* context, Done done)
{
    m_waiting.push_back({context, std::move(done)});
    if (m_process)
        return;
    ProcessRun run;
    run.program = program;
    run.arguments = m_exec.arguments;
    run.environment = environment;
    run.timeout = m_times.timeout;
    run.killAfter = m_times.killAfter;
    m_process = new ProcessGroup(run, this);
    // Queued: a callback may let this object die, and with it the process whose signal this is.
    connect(m_process, &ProcessGroup::finished, this, &ExecPlugin::take, Qt::QueuedConnection);
    m_patience.start(m_times.waitsAfter);
    m_process->start();
}

void ExecPlugin::reject(quint64 serial)
{
    if (!m_credential || serial != m_serial)
        return;
    if (m_sinceForced.isValid() && !m_sinceForced.hasExpired(m_times.betweenForced.count()))
        return;
    m_sinceForced.start();
    m_credential.reset();
}

void ExecPlugin::setWaiting(const std::optional<QDateTime>& since)
{
    if (m_waitingSince == since)
        return;
    m_waitingSince = since;
    emit waitingChanged();
}

void ExecPlugin::cancel()
{
    if (m_process)
        m_process->cancel();
}

void ExecPlugin::allow()
{
    if (!std::exchange(m_isCancelled, false))
        return;
    m_failure.reset();
}

void ExecPlugin::fail(const Error& error)
{
    m_pause = m_failure ? std::min(m_pause * 2, m_times.longestPause) : m_times.firstPause;
    m_failure = error;
    m_sinceFailure.start();
}

void ExecPlugin::keep(const PluginCredential& credential)
{
    m_credential = credential;
    m_lifeTime = 0ms;
    if (credential.expiresAt.isValid())
        m_lifeTime = std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(credential.expiresAt));
    m_sinceCredential.start();
    m_failure.reset();
    ++m_serial;
}

void ExecPlugin::take(const ProcessOutcome& outcome)
{
    std::exchange(m_process, nullptr)->deleteLater();
    m_patience.stop();
    m_isCancelled = outcome.end == ProcessOutcome::End::Cancelled;
    const Result<PluginCredential> credential = judged(outcome);
    if (credential)
        keep(*credential);
    else
        fail(credential.error());
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    setWaiting(std::nullopt);
    // The last use of this object: a callback may let it die.
    for (const Waiting& one : waiting) {
        if (one.context)
            one.done(credential);
    }
}

Result<PluginCredential> ExecPlugin::judged(const ProcessOutcome& outcome) const
{
    const QString name = base::visibleText(m_exec.command, 200);
    const QString words = base::visibleText(QString::fromUtf8(outcome.errors), 64 * 1024, base::Lines::Keep);
    const auto failed = [&](const QString& message) { return Error{Error::Kind::Credentials, message, words}; };
    switch (outcome.end) {
    case ProcessOutcome::End::NotStarted:
        return failed(Text::tr("The credential plugin %1 could not be started: %2").arg(name, outcome.systemError));
    case ProcessOutcome::End::Crashed:
        return failed(Text::tr("The credential plugin %1 crashed.").arg(name));
    case ProcessOutcome::End::TimedOut:
        return failed(
            Text::tr(
                "The credential plugin %1 gave no answer within %2 s and was ended. If it waits for a sign-in, run it "
                "once in a terminal.")
                .arg(name, seconds(m_times.timeout)));
    case ProcessOutcome::End::Cancelled:
        return failed(Text::tr("The sign-in with %1 was cancelled. Reconnect to sign in.").arg(name));
    case ProcessOutcome::End::TooMuchOutput:
        return failed(Text::tr("The credential plugin %1 printed more than 1 MiB and was ended.").arg(name));
    case ProcessOutcome::End::Exited:
        break;
    }
    if (outcome.exitCode != 0)
        return failed(Text::tr("The credential plugin %1 failed with exit code %2.").arg(name).arg(outcome.exitCode));
    Result<PluginCredential> credential = decodeExecCredential(outcome.output, m_exec.apiVersion);
    if (credential)
        return credential;
    Error error = credential.error();
    if (!words.isEmpty())
        error.detail = words;
    return error;
}

} // namespace kube
