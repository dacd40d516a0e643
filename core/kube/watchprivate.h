#pragma once

#include "core/kube/backoff.h"
#include "core/kube/listing.h"
#include "core/kube/watch.h"
#include "core/kube/watchstream.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

namespace kube {

/// The state machine of a watch: a position, one attempt at a time from there, and what follows from its end.
class Watch::Private
{
public:
    /// Where the next attempt begins.
    enum class Position {
        None,    ///< list the most recent
        Expired, ///< list, not older than the version we had
        Known,   ///< watch from the version we have
    };

    Private(Watch* watch, Api& server, Collection what, Decode decoder, WatchTimes pauses);

    void proceed();
    void list(const QString& from);
    void takeList(const QList<Item>& items, const QString& version);
    void listFailed(const QString& from, const base::Error& error);
    void follow(bool isResumed);
    void take(const EventBatch& batch);
    void settle();
    void ended(WatchStream::End how, const base::Error& error, bool wasOpened);
    void endedCleanly(bool wasOpened);
    void refused(const base::Error& error);
    void expired(const base::Error& error);
    void pollInstead(const base::Error& error);
    void typeMissing(const base::Error& error);
    void wait(const base::Error& error);
    void lookOutFor(const base::Error& error, std::chrono::milliseconds pauseTime);
    void askReadiness();
    void pauseFor(std::chrono::milliseconds time, State next);
    void enter(State next);
    void heard();
    void dropAttempt();
    std::chrono::milliseconds pauseAfter(const base::Error& error);

    Watch* q;
    Api& api;
    Collection collection;
    const Decode decode;
    const WatchTimes times;

    State state = State::Idle;
    Position position = Position::None;
    QString resourceVersion;
    bool isComplete = false; ///< a whole list was emitted once
    bool isRelistDue = false;
    bool hasBookmarks = false; ///< the server has sent some
    std::unique_ptr<Listing> listing;
    std::unique_ptr<WatchStream> stream;
    std::unique_ptr<QObject> rediscovery; ///< context of the question which version is served
    std::unique_ptr<QObject> readiness;   ///< context of the question whether the server is ready again

    QTimer pause, relist, settling, lookout;
    Backoff backoff;
    Backoff expiries;      ///< a position lost after a restart of the server is not the fault of the attempts before
    int failures = 0;      ///< in a row
    int emptyStreams = 0;  ///< in a row
    int badEvents = 0;     ///< in a row
    QElapsedTimer trouble; ///< since the first of these failures
    QDeadlineTimer noWatchBefore; ///< while polling
    QDateTime lastContact, nextAttempt;
    std::optional<base::Error> lastError;
};

} // namespace kube
