#include "core/kube/watch.h"

#include "core/kube/backoff.h"
#include "core/kube/discovery.h"
#include "core/kube/listing.h"
#include "core/kube/status.h"
#include "core/kube/watchstream.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <utility>

using namespace std::chrono_literals;

namespace kube {

namespace {

using Kind = base::Error::Kind;
using End = WatchStream::End;

/// So many in a row, and the position itself is suspected.
constexpr int suspicious = 3;

std::chrono::milliseconds upToAThirdLonger(std::chrono::milliseconds time)
{
    return time + std::chrono::milliseconds(qint64(double(time.count()) / 3 * QRandomGenerator::global()->generateDouble()));
}

/// An object that may be inside one of its own signals.
template <typename T>
void drop(std::unique_ptr<T>& object, QObject* receiver)
{
    if (!object)
        return;
    object->disconnect(receiver);
    object.release()->deleteLater();
}

} // namespace

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
    void ended(End how, const base::Error& error, bool wasOpened);
    void endedCleanly(bool wasOpened);
    void refused(const base::Error& error);
    void expired(const base::Error& error);
    void pollInstead(const base::Error& error);
    void typeMissing(const base::Error& error);
    void wait(const base::Error& error);
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
    bool isComplete = false;     ///< a whole list was emitted once
    bool isRelistDue = false;
    bool hasBookmarks = false;   ///< the server has sent some
    std::unique_ptr<Listing> listing;
    std::unique_ptr<WatchStream> stream;
    std::unique_ptr<QObject> rediscovery; ///< context of the question which version is served

    QTimer pause, relist, settling;
    Backoff backoff;
    Backoff expiries;     ///< a position lost after a restart of the server is not the fault of the attempts before
    int failures = 0;     ///< in a row
    int emptyStreams = 0; ///< in a row
    int badEvents = 0;    ///< in a row
    QElapsedTimer trouble;        ///< since the first of these failures
    QDeadlineTimer noWatchBefore; ///< while polling
    QDateTime lastContact, nextAttempt;
    std::optional<base::Error> lastError;
};

Watch::Private::Private(Watch* watch, Api& server, Collection what, Decode decoder, WatchTimes pauses)
    : q(watch)
    , api(server)
    , collection(std::move(what))
    , decode(std::move(decoder))
    , times(pauses)
    , backoff(pauses.firstPause, pauses.longestPause, pauses.healthyAfter)
    , expiries(pauses.firstPause, pauses.longestPause, pauses.healthyAfter)
{
    for (QTimer* timer : {&pause, &relist, &settling})
        timer->setSingleShot(true);
    connect(&pause, &QTimer::timeout, q, [this] { proceed(); });
    connect(&settling, &QTimer::timeout, q, [this] { settle(); });
    connect(&relist, &QTimer::timeout, q, [this] {
        isRelistDue = true;
        if (stream && state == State::Following)
            proceed();
    });
}

void Watch::Private::proceed()
{
    dropAttempt();
    nextAttempt = {};
    if (!collection.isSafe()) {
        base::Error error;
        error.kind = Kind::Configuration;
        error.message = Watch::tr("The namespace or type is not a name that can be asked for.");
        lastError = error;
        return enter(State::Waiting);
    }
    if (position == Position::Known && !isRelistDue)
        follow(true);
    else
        list(position == Position::Expired ? resourceVersion : QString());
}

void Watch::Private::list(const QString& from)
{
    dropAttempt();
    isRelistDue = false;
    if (!isComplete && failures == 0)
        enter(State::Listing);
    listing = std::make_unique<Listing>(api, collection, decode, from);
    connect(listing.get(), &Listing::heard, q, [this] { heard(); });
    connect(listing.get(), &Listing::pageArrived, q, [this](const QList<Item>& items) {
        if (!isComplete)
            emit q->pageArrived(items);
    });
    connect(listing.get(), &Listing::finished, q,
            [this](const QList<Item>& items, const QString& version) { takeList(items, version); });
    connect(listing.get(), &Listing::failed, q, [this, from](const base::Error& error) { listFailed(from, error); });
    listing->start();
}

void Watch::Private::takeList(const QList<Item>& items, const QString& version)
{
    drop(listing, q);
    isComplete = true;
    resourceVersion = version;
    position = version.isEmpty() ? Position::None : Position::Known;
    relist.start(upToAThirdLonger(times.relistAfter));

    const QPointer<Watch> alive(q);
    emit q->listed(items);
    if (!alive || state == State::Idle || stream || listing)
        return; // a receiver has decided otherwise
    if (position == Position::Known && noWatchBefore.hasExpired())
        return follow(false);
    position = Position::None;
    failures = 0;
    pauseFor(std::chrono::milliseconds(qint64(double(times.pollPause.count()) * (0.75 + 0.75 * QRandomGenerator::global()->generateDouble()))),
             State::Polling);
}

void Watch::Private::listFailed(const QString& from, const base::Error& error)
{
    drop(listing, q);
    if (!relist.isActive())
        relist.start(upToAThirdLonger(times.relistAfter));
    if (!from.isEmpty() && (error.kind == Kind::Gone || error.kind == Kind::Invalid || isVersionTooLarge(error))) {
        position = Position::None;
        return list({});
    }
    if (error.kind == Kind::Forbidden) {
        ++failures;
        lastError = error;
        return pauseFor(times.forbiddenPause, State::NotPermitted);
    }
    if (isTypeMissing(error))
        return typeMissing(error);
    wait(error);
}

void Watch::Private::follow(bool isResumed)
{
    dropAttempt();
    stream = std::make_unique<WatchStream>(
        api, collection, decode, times,
        WatchStream::Start{.resourceVersion = resourceVersion, .isResumed = isResumed, .expectsBookmarks = hasBookmarks});
    auto wasOpened = std::make_shared<bool>(false);
    connect(stream.get(), &WatchStream::heard, q, [this] { heard(); });
    connect(stream.get(), &WatchStream::opened, q, [this, wasOpened] {
        *wasOpened = true;
        settling.start(times.shortLife);
    });
    connect(stream.get(), &WatchStream::decoded, q, [this](const EventBatch& batch) { take(batch); });
    connect(stream.get(), &WatchStream::ended, q,
            [this, wasOpened](End how, const base::Error& error) { ended(how, error, *wasOpened); });
    if (failures == 0 && state != State::Polling)
        enter(State::Following);
    stream->open();
}

void Watch::Private::take(const EventBatch& batch)
{
    if (!batch.resourceVersion.isEmpty())
        resourceVersion = batch.resourceVersion;
    hasBookmarks |= batch.hasBookmark;
    if (batch.events > 0 || batch.hasBookmark) {
        badEvents = 0;
        emptyStreams = 0;
        settle();
    }
    const QPointer<Watch> alive(q);
    for (const EventRun& run : batch.runs) {
        if (run.kind == EventRun::Kind::Applied)
            emit q->applied(run.items);
        else
            emit q->deleted(run.items);
        if (!alive)
            return;
    }
}

/// The stream has proved itself: the trouble is over.
void Watch::Private::settle()
{
    settling.stop();
    failures = 0;
    trouble.invalidate();
    lastError.reset();
    noWatchBefore = {};
    enter(State::Following);
}

void Watch::Private::ended(End how, const base::Error& error, bool wasOpened)
{
    switch (how) {
    case End::Clean:
        return endedCleanly(wasOpened);
    case End::Cut:
        return wait(error);
    case End::Refused:
        return refused(error);
    case End::Expired:
        return expired(error);
    case End::Failed:
    case End::Nonsense:
        if (how == End::Nonsense || ++badEvents >= suspicious)
            position = Position::None;
        return wait(error);
    case End::Stuck:
        return follow(true);
    case End::Deaf:
        position = Position::None;
        return list({});
    case End::Dead:
        drop(stream, q);
        api.reconnect();
        return wait(error);
    }
}

void Watch::Private::endedCleanly(bool wasOpened)
{
    const bool wasEmpty = stream->events() == 0;
    const std::chrono::milliseconds lived = stream->lived();
    if (lived >= times.longLife)
        return follow(true);

    base::Error error;
    error.kind = Kind::Network;
    error.message = Watch::tr("%1 ends the watch as soon as it is opened.").arg(api.label());
    if (!wasOpened || !wasEmpty || lived >= times.shortLife) {
        dropAttempt();
        return pauseFor(backoff.next(), state);
    }
    if (++emptyStreams < suspicious) {
        dropAttempt();
        return pauseFor(backoff.next(), state);
    }
    // Some servers end a watch in silence where others say 410.
    if (emptyStreams % suspicious == 0)
        position = Position::None;
    wait(error);
}

void Watch::Private::refused(const base::Error& error)
{
    if (error.kind == Kind::Forbidden || error.httpStatus == 405)
        return pollInstead(error);
    if (isTypeMissing(error))
        return typeMissing(error);
    if (error.kind == Kind::Gone || isVersionTooLarge(error))
        return expired(error);
    if (error.kind == Kind::Invalid)
        position = Position::None; // not even understood
    wait(error);
}

void Watch::Private::expired(const base::Error& error)
{
    position = position == Position::Known ? Position::Expired : Position::None;
    const bool isFirst = expiries.isFresh();
    expiries.next();
    if (!isFirst)
        return wait(error);
    proceed();
}

void Watch::Private::pollInstead(const base::Error& error)
{
    lastError = error;
    // A right may be granted any time; a server that cannot watch will hardly learn it.
    noWatchBefore.setRemainingTime(error.kind == Kind::Forbidden ? times.forbiddenPause : times.relistAfter);
    list({});
}

void Watch::Private::typeMissing(const base::Error& error)
{
    dropAttempt();
    ++failures;
    lastError = error;
    pauseFor(times.goneTypePause, State::TypeMissing);
    if (collection.type.group.isEmpty() || state == State::Idle)
        return;
    rediscovery = std::make_unique<QObject>();
    findVersion(api, collection.type, rediscovery.get(), [this](const base::Result<QString>& version) {
        if (!version || version->isEmpty() || *version == collection.type.version)
            return;
        collection.type.version = *version;
        position = Position::None;
        proceed();
    });
}

std::chrono::milliseconds Watch::Private::pauseAfter(const base::Error& error)
{
    if (!trouble.isValid())
        trouble.start();
    std::chrono::milliseconds atMost = std::chrono::milliseconds::max();
    // A server that restarts is back within seconds.
    if (error.kind == Kind::Network && !trouble.hasExpired(times.restartPatience.count()))
        atMost = times.restartPause;
    std::chrono::milliseconds time = backoff.next(atMost);
    if (error.kind == Kind::TooManyRequests && error.retryAfter == 0s)
        time *= 4;
    const auto asked = std::chrono::milliseconds(error.retryAfter);
    return asked > 0ms ? upToAThirdLonger(asked) : time;
}

void Watch::Private::wait(const base::Error& error)
{
    dropAttempt();
    if (error.kind == Kind::TooManyRequests)
        heard(); // busy, but there
    ++failures;
    lastError = error;
    pauseFor(pauseAfter(error), State::Waiting);
}

void Watch::Private::pauseFor(std::chrono::milliseconds time, State next)
{
    pause.start(time);
    nextAttempt = QDateTime::currentDateTimeUtc().addMSecs(time.count());
    state = next;
    emit q->stateChanged(next);
}

void Watch::Private::enter(State next)
{
    if (state == next)
        return;
    state = next;
    emit q->stateChanged(next);
}

void Watch::Private::heard()
{
    lastContact = QDateTime::currentDateTimeUtc();
}

void Watch::Private::dropAttempt()
{
    pause.stop();
    settling.stop();
    rediscovery.reset();
    drop(listing, q);
    drop(stream, q);
}

Watch::Watch(Api& api, Collection collection, Decode decode, WatchTimes times, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, api, std::move(collection), std::move(decode), times))
{
}

Watch::~Watch()
{
    d->dropAttempt();
}

void Watch::start()
{
    if (d->state != State::Idle)
        return;
    d->failures = 0;
    d->proceed();
}

void Watch::stop()
{
    d->dropAttempt();
    d->relist.stop();
    d->nextAttempt = {};
    d->enter(State::Idle);
}

void Watch::retryNow()
{
    if (d->state == State::Idle || d->listing)
        return;
    const QDateTime heard = d->lastContact;
    d->isRelistDue |= heard.isValid() && heard.msecsTo(QDateTime::currentDateTimeUtc()) > d->times.relistAfterSleep.count();
    d->proceed();
}

const Collection& Watch::collection() const
{
    return d->collection;
}

Watch::State Watch::state() const
{
    return d->state;
}

QDateTime Watch::lastContact() const
{
    return d->lastContact;
}

std::optional<base::Error> Watch::lastError() const
{
    return d->lastError;
}

QDateTime Watch::nextAttempt() const
{
    return d->nextAttempt;
}

int Watch::attempt() const
{
    return d->failures;
}

} // namespace kube
