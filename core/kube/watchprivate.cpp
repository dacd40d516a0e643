#include "core/kube/watchprivate.h"

#include "core/kube/discovery.h"
#include "core/kube/status.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

using namespace std::chrono_literals;

namespace kube {

using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using Kind = Error::Kind;
using End = WatchStream::End;

/// So many in a row, and the position itself is suspected.
constexpr int suspicious = 3;

std::chrono::milliseconds upToAThirdLonger(std::chrono::milliseconds time)
{
    return time +
           std::chrono::milliseconds(qint64(double(time.count()) / 3 * QRandomGenerator::global()->generateDouble()));
}

Error emptyStreamError(const QString& label)
{
    Error error;
    error.kind = Kind::Network;
    error.message = Text::tr("%1 ends the watch as soon as it is opened.").arg(label);
    return error;
}

/// An object that may be inside one of its own signals.
template <typename T>
void drop(std::unique_ptr<T>& object, QObject* receiver)
{
    if (!object)
        return;
    object->disconnect(receiver);
    object->abandon();
    object.release()->deleteLater();
}

} // namespace

Watch::Private::Private(Watch* watch, Api& server, Collection what, Decode decoder, WatchTimes pauses)
    : q(watch)
    , api(server)
    , collection(std::move(what))
    , decode(std::move(decoder))
    , times(pauses)
    , backoff(pauses.firstPause, pauses.longestPause, pauses.healthyAfter)
    , expiries(pauses.firstPause, pauses.longestPause, pauses.healthyAfter)
{
    for (QTimer* timer : {&pause, &relist, &settling, &lookout})
        timer->setSingleShot(true);
    connect(&pause, &QTimer::timeout, q, [this] { proceed(); });
    connect(&settling, &QTimer::timeout, q, [this] { settle(); });
    connect(&lookout, &QTimer::timeout, q, [this] { askReadiness(); });
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
        lastError = unsafeCollection();
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
    connect(listing.get(), &Listing::failed, q, [this, from](const Error& error) { listFailed(from, error); });
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
    pauseFor(std::chrono::milliseconds(qint64(double(times.pollPause.count()) *
                                              (0.75 + 0.75 * QRandomGenerator::global()->generateDouble()))),
             State::Polling);
}

void Watch::Private::listFailed(const QString& from, const Error& error)
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
    stream = std::make_unique<WatchStream>(api, collection, decode, times,
                                           WatchStream::Start{.resourceVersion = resourceVersion,
                                                              .isResumed = isResumed,
                                                              .expectsBookmarks = hasBookmarks});
    auto wasOpened = std::make_shared<bool>(false);
    connect(stream.get(), &WatchStream::heard, q, [this] { heard(); });
    connect(stream.get(), &WatchStream::opened, q, [this, wasOpened] {
        *wasOpened = true;
        settling.start(times.shortLife);
    });
    connect(stream.get(), &WatchStream::decoded, q, [this](const EventBatch& batch) { take(batch); });
    connect(stream.get(), &WatchStream::ended, q,
            [this, wasOpened](End how, const Error& error) { ended(how, error, *wasOpened); });
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

void Watch::Private::ended(End how, const Error& error, bool wasOpened)
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
    if (lived >= times.longLife) {
        emptyStreams = 0;
        return follow(true);
    }

    const bool isSuspicious = wasOpened && wasEmpty && lived < times.shortLife;
    if (!isSuspicious || ++emptyStreams < suspicious) {
        dropAttempt();
        return pauseFor(backoff.next(), state);
    }
    // Some servers end a watch in silence where others say 410.
    if (emptyStreams % suspicious == 0)
        position = Position::None;
    wait(emptyStreamError(api.label()));
}

void Watch::Private::refused(const Error& error)
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

void Watch::Private::expired(const Error& error)
{
    position = position == Position::Known ? Position::Expired : Position::None;
    const bool isFirst = expiries.isFresh();
    expiries.next();
    if (!isFirst)
        return wait(error);
    proceed();
}

void Watch::Private::pollInstead(const Error& error)
{
    lastError = error;
    // A right may be granted any time; a server that cannot watch will hardly learn it.
    noWatchBefore.setRemainingTime(error.kind == Kind::Forbidden ? times.forbiddenPause : times.relistAfter);
    list({});
}

void Watch::Private::typeMissing(const Error& error)
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

std::chrono::milliseconds Watch::Private::pauseAfter(const Error& error)
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

void Watch::Private::wait(const Error& error)
{
    dropAttempt();
    if (error.kind == Kind::TooManyRequests)
        heard(); // busy, but there
    ++failures;
    lastError = error;
    const std::chrono::milliseconds time = pauseAfter(error);
    lookOutFor(error, time);
    pauseFor(time, State::Waiting);
}

/// A server that starts up asks for longer pauses (503) than it takes to start. A watch is dear to it, its readiness is
/// not: that may be asked for meanwhile, at the pace at which an absent server is tried.
void Watch::Private::lookOutFor(const Error& error, std::chrono::milliseconds pauseTime)
{
    if (error.httpStatus == 503 && pauseTime > times.restartPause && !trouble.hasExpired(times.restartPatience.count()))
        lookout.start(upToAThirdLonger(times.restartPause));
}

void Watch::Private::askReadiness()
{
    readiness = std::make_unique<QObject>();
    http::Request request;
    request.path = QStringLiteral("/readyz");
    request.silence = request.total = times.probeLimit;
    api.send(request, readiness.get(), [this](const base::Result<http::Answer>& answer) {
        if (answer)
            return proceed();
        const int status = answer.error().httpStatus;
        if ((status == 0 || status >= 500) && !trouble.hasExpired(times.restartPatience.count()))
            lookout.start(upToAThirdLonger(times.restartPause));
    });
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
    lookout.stop();
    rediscovery.reset();
    readiness.reset();
    drop(listing, q);
    drop(stream, q);
}

} // namespace kube
