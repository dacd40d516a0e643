#pragma once

#include "core/kube/api.h"
#include "core/kube/loglines.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace kube {

/// Which log, and from where on.
struct LogQuery
{
    enum class Instance { Current, Previous }; ///< Previous: of the container before its last restart; ends by itself
    enum class Mode { Follow, Once };

    QString nameSpace = {}, pod = {}, container = {}; ///< container empty: the only one
    Instance instance = Instance::Current;
    Mode mode = Mode::Follow;
    std::optional<qint64> tailLines = {};           ///< only so many of the lines there are; unset: all
    std::optional<std::chrono::seconds> since = {}; ///< only lines of this age or younger
};

/// Pauses and limits of a log; tests shorten them.
struct LogTimes
{
    std::chrono::milliseconds firstPause{800}, longestPause{30'000}, healthyAfter{120'000};
    std::chrono::milliseconds gather{50}; ///< lines of that time make one batch
};

/// Reads the log of one container, and takes it up again after a broken connection without losing or doubling a line.
/// Keeps the last lines, as many as fit into a number of bytes. Reading stops when the reader does not keep up.
class LogStream : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Connecting, ///< for the first time
        Following,
        Waiting, ///< after trouble; lastError() tells
        Ended,   ///< the container has ended, or everything was read
        Failed,  ///< refused for good: no such container, not permitted, not started yet
    };
    Q_ENUM(State)

    /// `keptBytes`: how much of the log is kept in memory (> 0).
    LogStream(Api& api, LogQuery query, qint64 keptBytes = 32LL * 1024 * 1024, LogTimes times = {},
              QObject* parent = nullptr);
    ~LogStream() override;

    void start();
    void stop(); ///< the lines stay
    /// Reads no further, so that the sender feels it; what was read already still arrives.
    void setPaused(bool paused);
    void retryNow();

    const LogQuery& query() const;
    const LogBuffer& lines() const;
    State state() const;
    std::optional<base::Error> lastError() const;

signals:
    /// `added` new lines are at the end of lines(), after `dropped` ones left at its beginning; never more added than
    /// kept.
    void received(qsizetype added, qsizetype dropped);
    void stateChanged(kube::LogStream::State state);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
