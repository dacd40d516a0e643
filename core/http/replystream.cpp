#include "core/http/replystream.h"

#include "core/http/tlsfailure.h"

namespace http {

namespace {

/// Received bytes are handed on in pieces of at most this size, so that a pause takes hold soon.
constexpr qint64 pieceSize = 64LL * 1024;

} // namespace

ReplyStream::ReplyStream(Session& session, Request request)
    : m_session(&session)
    , m_scene(session.scene())
    , m_limits(session.limits)
    , m_request(std::move(request))
{
    connect(&session, &Session::dropAll, this, [this] { close(dropped(m_scene)); });
    connect(&session, &Session::certificateReplaced, this, [this] {
        if (m_line && !m_session->isPresented(m_credential))
            close(dropped(m_scene));
    });
    connect(&session, &QObject::destroyed, this, [this] { close(dropped(m_scene)); });
    if (m_request.effect == Effect::Write && session.target.access == Access::ReadOnly)
        closeLater(protectedTarget(m_scene));
    else if (const std::chrono::milliseconds wait = session.admitStream(); wait.count() > 0)
        QTimer::singleShot(wait, this, &ReplyStream::authenticate);
    else
        authenticate();
}

ReplyStream::~ReplyStream()
{
    dropLine();
}

void ReplyStream::authenticate()
{
    if (!m_session || m_phase == Phase::Closed)
        return;
    m_session->gate.obtain(this, [this](const base::Result<Credential>& credential) {
        if (!credential)
            return closeLater(credential.error());
        transmit(*credential);
    });
}

void ReplyStream::transmit(const Credential& credential)
{
    if (!m_session || m_phase == Phase::Closed)
        return;
    m_credential = credential;
    m_session->present(m_credential);
    const base::Result<Pool> pool = m_session->ownPool();
    if (!pool)
        return closeLater(pool.error());
    base::Result<QNetworkRequest> wire = wireRequest(m_request, m_session->target, credential, Protocol::Http11);
    if (!wire)
        return closeLater(wire.error());
    (*wire).setRawHeader("Accept-Encoding", "identity"); // decompression would read ahead of a reader who pauses
    m_pool = *pool;
    const bool isRead = m_request.effect == Effect::Read;
    QNetworkReply* reply = isRead ? startRead(*m_pool, *wire, m_request) : startWrite(*m_pool, *wire, m_request);
    reply->setReadBufferSize(m_limits.streamBuffer);
    const auto sight = isRead || !m_request.body.isEmpty() ? Line::Sight::Told : Line::Sight::Inferred;
    m_line = new Line(reply, {.connect = m_limits.connect, .silence = m_request.silence, .total = m_request.total},
                      sight, m_scene, this);
    connect(m_line, &Line::secured, this, [this] {
        if (const auto fault = nameFault(m_line->reply().sslConfiguration().peerCertificate(), m_scene))
            m_line->reject(*fault);
    });
    connect(m_line, &Line::headArrived, this, &ReplyStream::readHead);
    connect(m_line, &Line::bytesArrived, this, &ReplyStream::read);
    connect(m_line, &Line::ended, this, &ReplyStream::conclude);
}

void ReplyStream::readHead()
{
    if (m_phase != Phase::Starting)
        return;
    const Answer head = headOf(m_line->reply());
    if (head.status < 200)
        return;
    const QPointer<ReplyStream> alive(this);
    if (m_session)
        m_session->learn(head, m_request.effect);
    if (!alive || m_phase != Phase::Starting)
        return;
    m_phase = head.status < 300 ? Phase::Open : Phase::Refused;
    if (m_phase == Phase::Open)
        emit opened(head);
}

void ReplyStream::read()
{
    QPointer<ReplyStream> alive(this);
    if (m_phase == Phase::Starting)
        readHead();
    while (alive && m_line && !m_paused && m_line->reply().bytesAvailable() > 0) {
        const QByteArray piece = m_line->reply().read(pieceSize);
        if (m_phase == Phase::Open) {
            emit received(piece);
        } else if (m_phase == Phase::Refused) {
            m_refusal += piece;
            if (m_refusal.size() >= m_limits.refusedBody)
                return finishRefused();
        }
    }
    if (alive && m_line && m_ending && m_line->reply().bytesAvailable() == 0)
        close(*m_ending);
}

void ReplyStream::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused || paused)
        return;
    QMetaObject::invokeMethod(this, &ReplyStream::read, Qt::QueuedConnection);
}

void ReplyStream::conclude(Line::End end, const base::Error& error)
{
    QPointer<ReplyStream> alive(this);
    if (end == Line::End::Late || end == Line::End::Stuck)
        return close(error);
    m_ending = end == Line::End::Complete ? base::Result<base::Ok>(base::Ok{}) : base::Result<base::Ok>(error);
    if (end == Line::End::Complete)
        readHead();
    if (!alive || m_phase == Phase::Closed)
        return;
    if (m_phase == Phase::Refused && end == Line::End::Complete) {
        m_refusal += m_line->reply().read(m_limits.refusedBody - m_refusal.size());
        return finishRefused();
    }
    read();
}

void ReplyStream::finishRefused()
{
    Answer answer = headOf(m_line->reply());
    answer.body = std::exchange(m_refusal, {}).left(m_limits.refusedBody);
    dropLine();
    const bool mayRenew = answer.status == 401 && m_request.effect == Effect::Read && !m_renewed && m_session;
    if (mayRenew && m_session->gate.reject(m_credential, m_limits.refreshPause)) {
        m_renewed = true;
        m_phase = Phase::Starting;
        m_ending.reset();
        return authenticate();
    }
    m_phase = Phase::Closed;
    emit refused(answer);
}

void ReplyStream::dropLine()
{
    if (m_line) {
        m_line->disconnect(this);
        m_line->abandon();
        m_line->deleteLater();
        m_line = nullptr;
    }
    m_pool.reset();
}

void ReplyStream::close(const base::Result<base::Ok>& reason)
{
    if (m_phase == Phase::Closed)
        return;
    const base::Result<base::Ok> last = reason; // `reason` may live in a member
    const bool unknown = !last && m_request.effect == Effect::Write && m_line && m_line->wasSent();
    m_phase = Phase::Closed;
    dropLine();
    if (unknown)
        emit closed(unknownOutcome(last.error(), m_scene));
    else
        emit closed(last);
}

void ReplyStream::closeLater(const base::Error& reason)
{
    QMetaObject::invokeMethod(
        this, [this, reason] { close(reason); }, Qt::QueuedConnection);
}

} // namespace http
