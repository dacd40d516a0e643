#include "core/kube/logs.h"

#include "core/base/background.h"
#include "core/kube/backoff.h"
#include "core/kube/linebuffer.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

using base::Error;
using base::inBackground;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using Kind = Error::Kind;

/// More than this undecoded makes the sender wait.
constexpr qsizetype mostPending = 8 * 1024 * 1024;
/// So much is decoded without waiting for more.
constexpr qsizetype largeBatch = 1024 * 1024;

ObjectPath logOf(const LogQuery& query)
{
    return {.type = coreType(u"pods"_s), .nameSpace = query.nameSpace, .name = query.pod, .subresource = u"log"_s};
}

Error unsafeError()
{
    Error error;
    error.kind = Kind::Configuration;
    error.message = Text::tr("The namespace or pod is not a name that can be asked for.");
    return error;
}

} // namespace

class LogStream::Private
{
public:
    Private(LogStream* log, Api& server, LogQuery what, qint64 keptBytes, LogTimes pauses);

    void open();
    http::Request request() const;
    void receive(const QByteArray& bytes);
    void decodeNext();
    void take(ParsedLog parsed);
    void applyPause();
    void closed(const base::Result<base::Ok>& reason);
    void refused(const Error& error);
    void settleEnd();
    void resumeAfter(std::chrono::milliseconds time);
    void wait(const Error& error);
    void fail(const Error& error);
    void enter(State next);
    void drop();

    LogStream* q;
    Api& api;
    const LogQuery query;
    const LogTimes times;

    State state = State::Idle;
    std::unique_ptr<http::Stream> stream;
    std::unique_ptr<QObject> attempt; ///< context of what belongs to one connection
    LineBuffer buffer{longestLogLine, longestLogLine};
    LogPosition position;
    LogBuffer kept;
    QTimer pause, gather;
    Backoff backoff;
    bool isDecoding = false;
    bool isPausedByUser = false;
    bool hasNews = false;                      ///< this connection brought a line
    std::optional<base::Result<base::Ok>> end; ///< of this connection; waits for the last batch
    std::optional<Error> lastError;
};

LogStream::Private::Private(LogStream* log, Api& server, LogQuery what, qint64 keptBytes, LogTimes pauses)
    : q(log)
    , api(server)
    , query(std::move(what))
    , times(pauses)
    , kept(keptBytes)
    , backoff(pauses.firstPause, pauses.longestPause, pauses.healthyAfter)
{
    for (QTimer* timer : {&pause, &gather})
        timer->setSingleShot(true);
    connect(&pause, &QTimer::timeout, q, [this] { open(); });
    connect(&gather, &QTimer::timeout, q, [this] { decodeNext(); });
}

http::Request LogStream::Private::request() const
{
    http::Request request;
    request.path = logOf(query).path();
    const bool isPrevious = query.instance == LogQuery::Instance::Previous;
    if (!query.container.isEmpty())
        addParameter(request.query, u"container"_s, query.container);
    if (query.mode == LogQuery::Mode::Follow && !isPrevious)
        addParameter(request.query, u"follow"_s, u"true"_s);
    if (isPrevious)
        addParameter(request.query, u"previous"_s, u"true"_s);
    addParameter(request.query, u"timestamps"_s, u"true"_s);
    if (position.second >= 0) {
        const QDateTime from = QDateTime::fromSecsSinceEpoch(position.second, Qt::UTC);
        addParameter(request.query, u"sinceTime"_s, from.toString(Qt::ISODate));
    } else {
        if (query.tailLines)
            addParameter(request.query, u"tailLines"_s, QString::number(*query.tailLines));
        if (query.since)
            addParameter(request.query, u"sinceSeconds"_s, QString::number(query.since->count()));
    }
    request.silence = 0ms; // a container may say nothing for days
    request.total = 0ms;
    request.maxBytes = std::numeric_limits<qint64>::max();
    return request;
}

void LogStream::Private::open()
{
    drop();
    if (!logOf(query).isSafe())
        return fail(unsafeError());
    position.rewind();
    hasNews = false;
    end.reset();
    attempt = std::make_unique<QObject>();
    stream = api.open(request());
    connect(stream.get(), &http::Stream::opened, attempt.get(), [this] {
        lastError.reset();
        enter(State::Following);
    });
    connect(stream.get(), &http::Stream::received, attempt.get(), [this](const QByteArray& bytes) { receive(bytes); });
    connect(stream.get(), &http::Stream::closed, attempt.get(),
            [this](const base::Result<base::Ok>& reason) { closed(reason); });
    connect(stream.get(), &http::Stream::refused, attempt.get(), [this](const http::Answer& answer) {
        http::Target target;
        target.base = answer.url;
        target.label = api.label();
        refused(statusError(answer, target));
    });
    applyPause();
}

void LogStream::Private::receive(const QByteArray& bytes)
{
    buffer.append(bytes);
    if (buffer.size() > largeBatch)
        decodeNext();
    else if (!isDecoding && !gather.isActive() && buffer.hasLines())
        gather.start(times.gather);
    applyPause();
}

void LogStream::Private::applyPause()
{
    if (stream)
        stream->setPaused(isPausedByUser || (isDecoding && buffer.size() > mostPending));
}

void LogStream::Private::decodeNext()
{
    if (isDecoding)
        return;
    gather.stop();
    // Of a broken connection the unfinished line comes again, whole.
    const bool isLast = end && *end && !buffer.hasLines();
    if (!buffer.hasLines() && !(isLast && buffer.size() > 0)) {
        if (end)
            settleEnd();
        return;
    }
    isDecoding = true;
    inBackground(
        attempt.get(),
        [lines = isLast ? buffer.takeAll() : buffer.takeLines(), from = position]() mutable {
            return parseLog(lines, std::move(from));
        },
        [this, alive = QPointer<LogStream>(q), asker = attempt.get()](ParsedLog parsed) {
            // The context of a connection that was given up lives on for a moment.
            if (alive && asker == attempt.get())
                take(std::move(parsed));
        });
}

void LogStream::Private::take(ParsedLog parsed)
{
    isDecoding = false;
    position = std::move(parsed.position);
    applyPause();
    const LogBuffer::Change change = kept.append(std::move(parsed.lines));
    hasNews |= change.added > 0;
    const QPointer<LogStream> alive(q);
    const QObject* const current = attempt.get();
    if (change.added > 0)
        emit q->received(change.added, change.dropped);
    if (!alive || attempt.get() != current)
        return; // a receiver has removed it, stopped it or begun anew
    if (end || buffer.size() > largeBatch)
        decodeNext();
    else if (buffer.hasLines() && !gather.isActive())
        gather.start(times.gather);
}

void LogStream::Private::closed(const base::Result<base::Ok>& reason)
{
    end = reason;
    decodeNext();
}

/// Everything that came is told.
void LogStream::Private::settleEnd()
{
    const base::Result<base::Ok> reason = *end;
    if (!reason)
        return wait(reason.error());
    const bool follows = query.mode == LogQuery::Mode::Follow && query.instance == LogQuery::Instance::Current;
    // A server that shuts down ends the stream as the container does: ask once more, until that brings nothing new.
    if (follows && hasNews)
        return resumeAfter(times.firstPause);
    drop();
    lastError.reset();
    enter(State::Ended);
}

void LogStream::Private::refused(const Error& error)
{
    const bool isFollowing = query.mode == LogQuery::Mode::Follow && query.instance == LogQuery::Instance::Current;
    const bool isStarting = error.kind == Kind::Invalid && isFollowing;
    if (error.kind == Kind::Forbidden || error.kind == Kind::NotFound || (error.kind == Kind::Invalid && !isStarting))
        fail(error);
    else
        wait(error);
}

void LogStream::Private::wait(const Error& error)
{
    lastError = error;
    resumeAfter(std::max(backoff.next(), std::chrono::milliseconds(error.retryAfter)));
    enter(State::Waiting);
}

void LogStream::Private::resumeAfter(std::chrono::milliseconds time)
{
    drop();
    pause.start(time);
}

void LogStream::Private::fail(const Error& error)
{
    drop();
    lastError = error;
    enter(State::Failed);
}

void LogStream::Private::enter(State next)
{
    if (std::exchange(state, next) != next)
        emit q->stateChanged(next);
}

/// Safe inside the signals of the stream.
void LogStream::Private::drop()
{
    pause.stop();
    gather.stop();
    isDecoding = false;
    buffer.takeAll();
    end.reset();
    if (attempt)
        attempt.release()->deleteLater();
    if (stream) {
        stream->disconnect();
        stream.release()->deleteLater();
    }
}

LogStream::LogStream(Api& api, LogQuery query, qint64 keptBytes, LogTimes times, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, api, std::move(query), keptBytes, times))
{
}

LogStream::~LogStream()
{
    d->drop();
}

void LogStream::start()
{
    if (d->state != State::Idle && d->state != State::Ended && d->state != State::Failed)
        return;
    const QPointer<LogStream> alive(this);
    d->enter(State::Connecting);
    if (alive && d->state == State::Connecting)
        d->open();
}

void LogStream::stop()
{
    d->drop();
    d->enter(State::Idle);
}

void LogStream::setPaused(bool paused)
{
    d->isPausedByUser = paused;
    d->applyPause();
}

void LogStream::retryNow()
{
    if (d->state == State::Waiting || d->state == State::Failed || d->state == State::Ended)
        d->open();
}

const LogQuery& LogStream::query() const
{
    return d->query;
}

const LogBuffer& LogStream::lines() const
{
    return d->kept;
}

LogStream::State LogStream::state() const
{
    return d->state;
}

std::optional<Error> LogStream::lastError() const
{
    return d->lastError;
}

} // namespace kube
