#include "core/kube/watchstream.h"

#include "core/base/background.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <limits>

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

constexpr qsizetype keptOfCutLine = 2 * 1024 * 1024;
/// More than this undecoded makes the sender wait.
constexpr qsizetype mostPending = 32 * 1024 * 1024;
/// How long a whole object waits for its line break.
constexpr std::chrono::milliseconds settleTime = 200ms;

std::chrono::seconds randomTimeout(const WatchTimes& times)
{
    const auto shortest = quint64(times.shortestTimeout.count());
    const auto longest = quint64(std::max(times.longestTimeout, times.shortestTimeout).count());
    return std::chrono::seconds(shortest + QRandomGenerator::global()->generate64() % (longest - shortest + 1));
}

Error silentError(const QString& label)
{
    Error error;
    error.kind = Error::Kind::Timeout;
    error.message = Text::tr("%1 has been silent for too long. The connection is made anew.").arg(label);
    return error;
}

} // namespace

WatchStream::WatchStream(Api& api, Collection collection, Decode decode, const WatchTimes& times, Start start,
                         QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_collection(std::move(collection))
    , m_decode(std::move(decode))
    , m_times(times)
    , m_start(std::move(start))
    , m_buffer(largestObject, keptOfCutLine)
{
    for (QTimer* timer : {&m_silence, &m_deadline, &m_settle})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &WatchStream::checkSilence);
    connect(&m_deadline, &QTimer::timeout, this, [this] { closeWith(End::Clean, {}); });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_buffer.finishClosedObject();
        decodeNext();
    });
}

void WatchStream::open()
{
    const std::chrono::seconds timeout = randomTimeout(m_times);
    const std::chrono::milliseconds deadline = timeout + m_times.hardMargin;
    http::Request request;
    request.path = m_collection.path();
    addParameter(request.query, u"watch"_s, u"true"_s);
    addParameter(request.query, u"resourceVersion"_s, m_start.resourceVersion);
    addParameter(request.query, u"allowWatchBookmarks"_s, u"true"_s);
    addParameter(request.query, u"timeoutSeconds"_s, QString::number(timeout.count()));
    if (!m_collection.labelSelector.isEmpty())
        addParameter(request.query, u"labelSelector"_s, m_collection.labelSelector);
    if (!m_collection.fieldSelector.isEmpty())
        addParameter(request.query, u"fieldSelector"_s, m_collection.fieldSelector);
    request.silence = deadline + 1s; // silence is judged here, by asking
    request.total = 0ms;
    request.maxBytes = std::numeric_limits<qint64>::max();

    m_age.start();
    m_lastByte.start();
    m_deadline.start(deadline);
    m_silence.start(m_times.silentBeforeProbe);
    m_stream = m_api.open(request);
    connect(m_stream.get(), &http::Stream::opened, this, [this] {
        emit heard();
        emit opened();
    });
    connect(m_stream.get(), &http::Stream::received, this, &WatchStream::receive);
    connect(m_stream.get(), &http::Stream::closed, this, [this](const base::Result<base::Ok>& reason) {
        closeWith(reason ? End::Clean : End::Cut, reason ? Error() : reason.error());
    });
    connect(m_stream.get(), &http::Stream::refused, this, [this](const http::Answer& answer) {
        http::Target target;
        target.base = answer.url;
        target.label = m_api.label();
        closeWith(End::Refused, statusError(answer, target));
    });
}

void WatchStream::receive(const QByteArray& bytes)
{
    if (m_closed)
        return;
    m_isHeard = true;
    m_lastByte.start();
    m_buffer.append(bytes);
    emit heard();
    if (m_buffer.hasLines())
        decodeNext();
    if (m_buffer.size() > 0 && !m_buffer.hasLines())
        m_settle.start(settleTime);
    if (m_isDecoding && m_buffer.size() > mostPending && !m_isPaused) {
        m_isPaused = true;
        m_stream->setPaused(true);
    }
}

void WatchStream::decodeNext()
{
    if (m_isDecoding || m_isOver)
        return;
    const bool isLast = m_closed && !m_buffer.hasLines();
    if (!m_buffer.hasLines() && (!isLast || m_buffer.size() == 0)) {
        if (m_closed)
            finish(m_closed->first, m_closed->second);
        return;
    }
    m_isDecoding = true;
    inBackground(
        this,
        [lines = isLast ? m_buffer.takeAll() : m_buffer.takeLines(), decode = m_decode,
         label = m_api.label()]() mutable { return decodeEvents(std::move(lines), decode, label); },
        [this](const EventBatch& batch) { take(batch); });
}

void WatchStream::take(const EventBatch& batch)
{
    m_isDecoding = false;
    if (m_isOver)
        return;
    m_lastByte.start();
    m_events += batch.events + (batch.hasBookmark ? 1 : 0);
    if (m_isPaused && m_stream) {
        m_isPaused = false;
        m_stream->setPaused(false);
    }
    emit decoded(batch);
    if (m_isOver)
        return;
    switch (batch.trouble) {
    case EventBatch::Trouble::None:
        return decodeNext();
    case EventBatch::Trouble::Expired:
        return finish(End::Expired, batch.error);
    case EventBatch::Trouble::Failed:
        return finish(End::Failed, batch.error);
    case EventBatch::Trouble::Nonsense:
        return finish(End::Nonsense, batch.error);
    }
}

/// What was received before the end still counts.
void WatchStream::closeWith(End how, const Error& error)
{
    if (m_closed || m_isOver)
        return;
    m_closed = {how, error};
    dropStream();
    decodeNext();
}

void WatchStream::abandon()
{
    m_isOver = true;
    dropStream();
}

void WatchStream::dropStream()
{
    for (QTimer* timer : {&m_silence, &m_deadline, &m_settle})
        timer->stop();
    if (m_stream) {
        // We may be inside one of its signals.
        m_stream->disconnect(this);
        m_stream.release()->deleteLater();
    }
}

void WatchStream::finish(End how, const Error& error)
{
    if (m_isOver)
        return;
    abandon();
    emit ended(how, error);
}

void WatchStream::checkSilence()
{
    const std::chrono::milliseconds silent(m_lastByte.elapsed());
    if (silent < m_times.silentBeforeProbe)
        m_silence.start(m_times.silentBeforeProbe - silent);
    else if (m_start.expectsBookmarks && silent >= m_times.silentBeforeRestart)
        closeWith(End::Stuck, silentError(m_api.label()));
    else
        probe(u"/livez"_s);
}

void WatchStream::probe(const QString& path)
{
    http::Request request;
    request.path = path;
    request.silence = m_times.probeLimit;
    request.total = m_times.probeLimit;
    m_api.send(request, this, [this, path](const base::Result<http::Answer>& answer) {
        if (m_closed || m_isOver)
            return;
        const int status = answer ? answer->status : answer.error().httpStatus;
        if (status > 0 && (answer || (path != u"/livez" && status < 500)))
            proved(std::chrono::milliseconds(m_lastByte.elapsed()));
        else if (status > 0 && path == u"/livez")
            probe(u"/version"_s); // not permitted, or an old server
        else
            closeWith(End::Dead, silentError(m_api.label()));
    });
}

void WatchStream::proved(std::chrono::milliseconds silentFor)
{
    emit heard();
    if (silentFor < m_times.silentBeforeProbe || !m_start.expectsBookmarks) {
        m_silence.start(m_times.silentBeforeProbe);
        return;
    }
    if (m_start.isResumed && !m_isHeard) {
        closeWith(End::Deaf, silentError(m_api.label()));
        return;
    }
    m_silence.start(std::max(m_times.silentBeforeRestart - silentFor, 1ms));
}

} // namespace kube
