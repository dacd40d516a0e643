#include "core/http/call.h"

#include "core/http/tlsfailure.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http {

namespace {

/// How often a read that finds no free connection is moved to a new pool before it waits like any other.
constexpr int mostMoves = 2;
/// How often a read comes again that was one stream too many, and the first pause before it does; each is twice as long
/// as the one before, and up to twice that at random.
constexpr int mostPostponements = 6;
constexpr std::chrono::milliseconds firstPostponement{50};
/// What is taken at once for a body whose size its head promises, and room for what a decoder wants behind its end.
constexpr qint64 mostReserved = 16LL * 1024 * 1024;
constexpr qint64 decoderPadding = 64;
/// So many bytes of a body that is still coming are worth a copy.
constexpr qint64 leastCollected = 256LL * 1024;

} // namespace

Call::Call(Session& session, Request request, QObject* context, Client::Done done)
    : QObject(&session)
    , m_session(session)
    , m_request(std::move(request))
    , m_context(context)
    , m_done(std::move(done))
{
    connect(context, &QObject::destroyed, this, [this] {
        dropLine();
        deleteLater();
    });
    connect(&session, &Session::dropAll, this, [this] {
        if (m_line)
            fail(dropped(m_session.scene()));
    });
    connect(&session, &Session::distrusted, this, [this](const Pool& pool, const base::Error& error) {
        if (m_line && m_pool == pool)
            m_line->reject(error);
    });
    m_queued.setSingleShot(true);
    connect(&m_queued, &QTimer::timeout, this, &Call::checkQueue);
}

void Call::start()
{
    if (m_request.effect == Effect::Write && m_session.target.access == Access::ReadOnly)
        return deliverLater(protectedTarget(m_session.scene()));
    const std::chrono::milliseconds wait = m_session.admit(m_request.priority);
    if (wait.count() > 0)
        QTimer::singleShot(wait, this, &Call::authenticate);
    else
        authenticate();
}

void Call::authenticate()
{
    m_session.gate.obtain(this, [this](const base::Result<Credential>& credential) {
        if (!credential)
            return deliverLater(credential.error());
        m_credential = *credential;
        m_session.present(m_credential);
        transmit();
    });
}

void Call::transmit()
{
    if (!m_context)
        return;
    if (!m_began && m_request.total.count() > 0)
        m_deadline.setRemainingTime(m_request.total);
    m_began = true;
    const bool isWrite = m_request.effect == Effect::Write;
    // A write gets connections of its own: none of them can be stale, and no GOAWAY can strand it in a queue.
    launch(
        wireRequest(m_request, m_session.target, m_credential, isWrite ? Protocol::Http11 : Protocol::Http2IfOffered),
        isWrite ? m_session.ownPool() : m_session.sharedPool(m_credential));
}

void Call::launch(const base::Result<QNetworkRequest>& wire, const base::Result<Pool>& pool)
{
    if (!wire)
        return deliverLater(wire.error());
    if (!pool)
        return deliverLater(pool.error());
    const bool isRead = m_request.effect == Effect::Read;
    m_pool = *pool;
    m_body = std::exchange(m_request.buffer, {});
    m_body.resize(0); // keeps what it holds
    m_rawSize = 0;
    m_inflater.reset();
    m_clock.start();
    QNetworkReply* reply = isRead ? startRead(*m_pool, *wire, m_request) : startWrite(*m_pool, *wire, m_request);
    Line::Patience patience{.connect = m_session.limits.connect, .silence = m_request.silence};
    if (isRead && m_moves < mostMoves)
        patience.queue = m_session.limits.queue;
    if (!m_deadline.isForever())
        patience.total = std::max(std::chrono::milliseconds(m_deadline.remainingTime()), std::chrono::milliseconds(1));
    const auto sight = isRead || !m_request.body.isEmpty() ? Line::Sight::Told : Line::Sight::Inferred;
    m_line = new Line(reply, patience, sight, m_session.scene(), this);
    connect(m_line, &Line::secured, this, [this] {
        if (const auto fault = nameFault(m_line->reply().sslConfiguration().peerCertificate(), m_session.scene()))
            m_session.distrust(m_pool, *fault);
    });
    connect(m_line, &Line::taken, this, [this] {
        m_queued.stop();
        m_session.noteTaken(m_pool);
    });
    connect(m_line, &Line::bytesArrived, this, &Call::collectMuch);
    connect(m_line, &Line::ended, this, &Call::conclude);
    if (isRead && (m_moves < mostMoves || m_postponed > 0) && m_session.isHttp2(m_pool))
        m_queued.start(m_session.limits.goingAway);
}

/// A connection of HTTP/2 whose server said GOAWAY leaves what comes after that in its queue, without a word.
void Call::checkQueue()
{
    const std::chrono::milliseconds limit = m_session.limits.goingAway;
    const auto since = m_session.sinceTaken(m_pool);
    if (since && *since < limit)
        m_queued.start(limit - *since); // others still get through
    else
        conclude(Line::End::Stuck, lateness(Clock::Queue, limit, m_session.scene()));
}

/// Qt tells of each record of TLS, and a list's page has hundreds of them.
void Call::collectMuch()
{
    if (m_line->reply().bytesAvailable() >= leastCollected || m_request.maxBytes < leastCollected)
        collect();
}

void Call::collect()
{
    QNetworkReply& reply = m_line->reply();
    const qint64 waiting = reply.bytesAvailable();
    m_rawSize += waiting;
    if (waiting <= 0)
        return;
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (encoding == "gzip")
        unpack(reply.readAll());
    else if (encoding.isEmpty() || encoding == "identity")
        append(reply, waiting);
    else
        return deliver(badEncoding(m_session.scene()));
    if (m_line && m_body.size() > m_request.maxBytes)
        deliver(tooLarge(m_request.maxBytes, m_session.scene()));
}

/// Straight into the body: a list's pages are megabytes.
void Call::append(QNetworkReply& reply, qint64 waiting)
{
    const qsizetype known = m_body.size();
    if (known == 0) {
        const qint64 promised = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_body.reserve(std::clamp<qint64>(promised, 0, std::min(m_request.maxBytes, mostReserved)) + decoderPadding);
    }
    m_body.resize(known + waiting);
    m_body.resize(known + std::max<qint64>(0, reply.read(m_body.data() + known, waiting)));
}

void Call::unpack(const QByteArray& bytes)
{
    if (!m_inflater)
        m_inflater.emplace(m_request.maxBytes);
    if (m_inflater->feed(bytes, m_body) == Inflater::State::Broken)
        deliver(badEncoding(m_session.scene()));
}

void Call::conclude(Line::End end, const base::Error& error)
{
    switch (end) {
    case Line::End::Complete:
        return complete();
    case Line::End::Lost:
        m_session.retire(m_pool);
        return repeatOr(error);
    case Line::End::Refused:
        return postponeOr(error);
    case Line::End::Stuck:
        m_session.retire(m_pool);
        if (m_moves++ == mostMoves)
            return fail(error);
        dropLine();
        return transmit();
    case Line::End::Late:
        m_session.retire(m_pool);
        return fail(error);
    case Line::End::Failed:
        return fail(error);
    }
}

void Call::complete()
{
    collect();
    if (!m_line)
        return;
    if (m_line->reply().attribute(QNetworkRequest::Http2WasUsedAttribute).toBool())
        m_session.noteHttp2(m_pool);
    Answer answer = headOf(m_line->reply());
    answer.took = std::chrono::milliseconds(m_clock.elapsed());
    answer.body = std::move(m_body);
    if (isTruncated(answer))
        return repeatOr(brokenOff(m_session.scene()));
    if (m_inflater && m_inflater->state() != Inflater::State::Complete)
        return repeatOr(badEncoding(m_session.scene()));
    judge(std::move(answer));
}

bool Call::isTruncated(const Answer& answer) const
{
    if (m_request.method == "HEAD")
        return false;
    bool stated = false;
    const qint64 length = answer.header("Content-Length").toLongLong(&stated);
    return stated && m_rawSize < length;
}

/// Hands the answer on, not a copy: who gets it may write into its body.
void Call::judge(Answer answer)
{
    const QPointer<Call> alive(this);
    m_session.learn(answer, m_request.effect);
    if (alive)
        emit m_session.answered(answer.took);
    if (!alive)
        return;
    const bool mayRenew = answer.status == 401 && m_request.effect == Effect::Read && !m_renewed;
    if (mayRenew && m_session.gate.reject(m_credential, m_session.limits.refreshPause)) {
        m_renewed = true;
        dropLine();
        return authenticate();
    }
    if (isRedirect(answer.status))
        return deliver(errorOf(answer, m_session.target));
    deliver(std::move(answer));
}

void Call::repeatOr(const base::Error& error)
{
    if (m_request.effect == Effect::Write || m_repeated)
        return fail(error);
    m_repeated = true;
    dropLine();
    transmit();
}

/// What is sent before the server has told how many streams it takes may be too much. It was not processed, and the
/// connection knows the limit from then on: it is the right one for the next attempt.
void Call::postponeOr(const base::Error& error)
{
    if (m_request.effect == Effect::Write || m_postponed == mostPostponements)
        return fail(error);
    m_session.noteHttp2(m_pool);
    const auto pause = firstPostponement * (1 << m_postponed++);
    dropLine();
    const std::chrono::milliseconds extra(QRandomGenerator::global()->bounded(int(pause.count())));
    QTimer::singleShot(pause + extra, this, &Call::transmit);
}

void Call::fail(const base::Error& error)
{
    const bool unknown = m_request.effect == Effect::Write && m_line && m_line->wasSent();
    deliver(unknown ? unknownOutcome(error, m_session.scene()) : error);
}

void Call::dropLine()
{
    m_queued.stop();
    if (!m_line)
        return;
    m_line->disconnect(this);
    m_line->abandon();
    m_line->deleteLater();
    m_line = nullptr;
}

void Call::deliver(base::Result<Answer> result)
{
    dropLine();
    deleteLater();
    if (!m_context || !m_done)
        return;
    m_context->disconnect(this);
    std::exchange(m_done, nullptr)(std::move(result));
}

void Call::deliverLater(base::Result<Answer> result)
{
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)]() mutable { deliver(std::move(result)); }, Qt::QueuedConnection);
}

} // namespace http
