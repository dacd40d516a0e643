#pragma once

#include "core/kube/execprotocol.h"
#include "core/kube/processgroup.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace kube {

/// The limits and pauses of credential plugins; tests shorten them.
struct PluginTimes
{
    std::chrono::milliseconds timeout{300'000}; ///< of one run: signing in may take a browser and a telephone
    std::chrono::milliseconds killAfter{5'000};
    std::chrono::milliseconds waitsAfter{3'000}; ///< a run longer than this is taken to wait for the user
    std::chrono::milliseconds firstPause{1'000}, longestPause{60'000}; ///< after failures, doubling
    std::chrono::milliseconds refreshBefore{60'000};                   ///< expiry; at most half of the life time
    std::chrono::milliseconds expiredGrace{30'000};  ///< how long a credential that came expired is used
    std::chrono::milliseconds betweenForced{30'000}; ///< shortest time from one 401 that makes a new run to the next
};

/// Runs one credential plugin for one cluster: once at a time, whoever asks, and keeps its result until it expires.
/// Does not ask whether it may.
class ExecPlugin : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<PluginCredential>)>;

    ExecPlugin(ExecConfig exec, PluginTimes times);
    ~ExecPlugin() override;

    /// The credential that can be used now; empty: a run is needed.
    std::optional<PluginCredential> cached() const;
    /// It is time for a new one, though the old can still be used.
    bool wantsRefresh() const;
    /// It was expired when it came: the clock of one side is wrong.
    bool cameExpired() const;
    /// After a failure nothing is run for a while: the failure. Empty: go ahead.
    std::optional<base::Error> pausedBy() const;
    quint64 serial() const { return m_serial; } ///< counts the credentials

    /// Runs the plugin, or joins the run that is under way. Calls back once, never after the death of `context`.
    void run(const QString& program, const QProcessEnvironment& environment, QObject* context, Done done);
    /// The server refused the credential of this serial. Forgets it, but not more often than
    /// PluginTimes::betweenForced.
    void reject(quint64 serial);
    /// Since when a run has been waiting for somebody, UTC; unset: none does. Most plugins answer at once.
    std::optional<QDateTime> waitingSince() const { return m_waitingSince; }
    QString program() const { return m_exec.command; } ///< as configured; make it visible before showing it
    /// Ends the run under way with all it started. Nothing is run again before allow().
    void cancel();
    /// The user wants to sign in after all: a cancelled run may be repeated at once.
    void allow();
    /// Something that must not be run came up; counts as a failed run.
    void fail(const base::Error& error);

signals:
    void waitingChanged();

private:
    void take(const ProcessOutcome& outcome);
    void keep(const PluginCredential& credential);
    void setWaiting(const std::optional<QDateTime>& since);
    base::Result<PluginCredential> judged(const ProcessOutcome& outcome) const;

    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };

    ExecConfig m_exec;
    PluginTimes m_times;
    ProcessGroup* m_process = nullptr;
    std::vector<Waiting> m_waiting;
    std::optional<PluginCredential> m_credential;
    QElapsedTimer m_sinceCredential, m_sinceForced, m_sinceFailure;
    std::chrono::milliseconds m_lifeTime{0}; ///< of the credential when it came; 0: no end
    std::chrono::milliseconds m_pause{0};
    std::optional<base::Error> m_failure;
    quint64 m_serial = 0;
    QTimer m_patience;
    std::optional<QDateTime> m_waitingSince;
    bool m_isCancelled = false;
};

} // namespace kube
