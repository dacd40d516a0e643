#include "core/http/line.h"

#include <utility>

namespace http {

namespace {

/// Qt turns statuses from 400 into errors of its own; what is left is the transport's.
bool isErrorOfStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentReSendError:
        return false;
    case QNetworkReply::ProtocolInvalidOperationError:    // 400, 418
    case QNetworkReply::ProxyAuthenticationRequiredError: // 407
        return true;
    default:
        return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
               error >= QNetworkReply::InternalServerError;
    }
}

bool isAnswered(const QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return (status > 0 && reply.error() == QNetworkReply::NoError) || (status >= 400 && isErrorOfStatus(reply.error()));
}

bool isLoss(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: // a GOAWAY came before it could be started
        return true;
    default:
        return false;
    }
}

/// REFUSED_STREAM, which Qt tells apart from other failures by its words alone (they are not translated).
bool isRefusedStream(const QNetworkReply& reply)
{
    return reply.error() == QNetworkReply::ProtocolFailure && reply.errorString() == u"Server refused a stream";
}

bool isTurnedAway(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError);
}

void arm(QTimer& timer, std::chrono::milliseconds patience)
{
    if (patience.count() > 0)
        timer.start(patience);
}

} // namespace

Line::Line(QNetworkReply* reply, const Patience& patience, Sight sight, Scene scene, QObject* parent)
    : QObject(parent)
    , m_reply(reply)
    , m_patience(patience)
    , m_scene(std::move(scene))
    , m_sight(sight)
{
    if (sight == Sight::Inferred && reply->url().scheme() != u"https")
        m_patience.connect = std::chrono::milliseconds(0); // nothing would tell when it is over
    connect(reply, &QNetworkReply::socketStartedConnecting, this, &Line::connecting);
    connect(reply, &QNetworkReply::requestSent, this, &Line::sent);
    connect(reply, &QNetworkReply::encrypted, this, [this] {
        const QPointer<Line> alive(this);
        emit secured();
        if (alive && m_sight == Sight::Inferred && !m_rejection)
            sent();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes) {
        if (bytes > 0)
            sent();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        sent();
        emit headArrived();
    });
    connect(reply, &QNetworkReply::readyRead, this, [this] {
        stir();
        emit bytesArrived();
    });
    connect(reply, &QNetworkReply::finished, this, &Line::finish);
    startClocks();
}

Line::~Line()
{
    abandon();
}

void Line::startClocks()
{
    const auto clock = [this](QTimer& timer, Clock which, std::chrono::milliseconds patience) {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, which, patience] { expire(which, patience); });
    };
    clock(m_queue, Clock::Queue, m_patience.queue);
    clock(m_connect, Clock::Connect, m_patience.connect);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &Line::checkSilence);
    clock(m_total, Clock::Total, m_patience.total);
    arm(m_queue, m_patience.queue);
    stir();
    arm(m_silence, m_patience.silence);
    arm(m_total, m_patience.total);
}

/// A timer started anew with each record of TLS would cost more than reading it; so it runs on, and looks when it ends.
void Line::stir()
{
    m_quiet.start();
}

void Line::checkSilence()
{
    const std::chrono::milliseconds rest = m_patience.silence - std::chrono::milliseconds(m_quiet.elapsed());
    if (rest.count() > 0)
        m_silence.start(rest);
    else
        expire(Clock::Silence, m_patience.silence);
}

void Line::connecting()
{
    m_queue.stop();
    if (!m_sent)
        arm(m_connect, m_patience.connect);
    stir();
    emit taken();
}

void Line::sent()
{
    const bool isFirst = !std::exchange(m_sent, true);
    m_queue.stop();
    m_connect.stop();
    stir();
    if (isFirst)
        emit taken();
}

bool Line::wasSent() const
{
    const bool isPlain = m_scene.target.base.scheme() != u"https";
    return m_sent || (m_sight == Sight::Inferred && isPlain && !m_turnedAway);
}

void Line::abandon()
{
    for (QTimer* timer : {&m_queue, &m_connect, &m_silence, &m_total})
        timer->stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    // Its deletion aborts it. abort() would, too, but warns when the error of a status is still on its way.
    m_reply->deleteLater();
    m_reply.clear();
}

void Line::reject(const base::Error& error)
{
    if (!m_reply || m_rejection)
        return;
    m_rejection = error;
    m_reply->abort(); // at once: what is deleted later would be sent
}

void Line::expire(Clock clock, std::chrono::milliseconds patience)
{
    abandon();
    emit ended(clock == Clock::Queue ? End::Stuck : End::Late, lateness(clock, patience, m_scene));
}

void Line::finish()
{
    for (QTimer* timer : {&m_queue, &m_connect, &m_silence, &m_total})
        timer->stop();
    if (m_rejection) {
        emit ended(End::Failed, *m_rejection);
        return;
    }
    if (isAnswered(*m_reply)) {
        emit ended(End::Complete, {});
        return;
    }
    m_turnedAway = isTurnedAway(m_reply->error());
    const End end = isRefusedStream(*m_reply) ? End::Refused : isLoss(m_reply->error()) ? End::Lost : End::Failed;
    emit ended(end, failureOf(*m_reply, m_sent ? Progress::Underway : Progress::Connecting, m_tlsErrors, m_scene));
}

} // namespace http
