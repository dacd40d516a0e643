#include "core/http/call.h"

using namespace Qt::StringLiterals;

namespace http {

namespace {

/// How often a read that finds no free connection is moved to a new pool before it waits like any other.
constexpr int mostMoves = 2;

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
    m_body.clear();
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
    connect(m_line, &Line::bytesArrived, this, &Call::collect);
    connect(m_line, &Line::ended, this, &Call::conclude);
}

void Call::collect()
{
    const QByteArray bytes = m_line->reply().readAll();
    const QByteArray encoding = m_line->reply().rawHeader("Content-Encoding").trimmed().toLower();
    m_rawSize += bytes.size();
    if (bytes.isEmpty())
        return;
    if (encoding == "gzip")
        unpack(bytes);
    else if (encoding.isEmpty() || encoding == "identity")
        m_body += bytes;
    else
        return deliver(badEncoding(m_session.scene()));
    if (m_line && m_body.size() > m_request.maxBytes)
        deliver(tooLarge(m_request.maxBytes, m_session.scene()));
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
    case Line::End::Stuck:
        m_session.retire(m_pool);
        ++m_moves;
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
    Answer answer = headOf(m_line->reply());
    answer.took = std::chrono::milliseconds(m_clock.elapsed());
    answer.body = std::move(m_body);
    if (isTruncated(answer))
        return repeatOr(brokenOff(m_session.scene()));
    if (m_inflater && m_inflater->state() != Inflater::State::Complete)
        return repeatOr(badEncoding(m_session.scene()));
    judge(answer);
}

bool Call::isTruncated(const Answer& answer) const
{
    if (m_request.method == "HEAD")
        return false;
    bool stated = false;
    const qint64 length = answer.header("Content-Length").toLongLong(&stated);
    return stated && m_rawSize < length;
}

void Call::judge(const Answer& answer)
{
    m_session.learn(answer);
    emit m_session.answered(answer.took);
    const bool mayRenew = answer.status == 401 && m_request.effect == Effect::Read && !m_renewed;
    if (mayRenew && m_session.gate.reject(m_credential, m_session.limits.refreshPause)) {
        m_renewed = true;
        dropLine();
        return authenticate();
    }
    if (isRedirect(answer.status))
        return deliver(errorOf(answer, m_session.target));
    deliver(answer);
}

void Call::repeatOr(const base::Error& error)
{
    if (m_request.effect == Effect::Write || m_repeated)
        return fail(error);
    m_repeated = true;
    dropLine();
    transmit();
}

void Call::fail(const base::Error& error)
{
    const bool unknown = m_request.effect == Effect::Write && m_line && m_line->wasSent();
    deliver(unknown ? unknownOutcome(error, m_session.scene()) : error);
}

void Call::dropLine()
{
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
