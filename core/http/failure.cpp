#include "core/http/failure.h"

#include "core/http/proxy.h"
#include "core/http/tlsfailure.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(http::FailureText)
};

namespace {

base::Error failure(base::Error::Kind kind, const QString& message, const QString& detail = {})
{
    base::Error error;
    error.kind = kind;
    error.message = message;
    error.detail = detail;
    return error;
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

/// Qt often has no more to say of a proxy than words.
QString proxyText(QNetworkReply::NetworkError error, const QString& words, const Scene& scene)
{
    const QString proxy = nameOf(scene.proxy);
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return http::FailureText::tr(
                   "The proxy %1 asks for a user name and a password (407). Put them into the address of the proxy.")
            .arg(proxy);
    if (error == QNetworkReply::ProxyConnectionRefusedError || words.contains(u"refused"))
        return http::FailureText::tr(
                   "The proxy %1 refused the connection. Check that it runs and that its address is right.")
            .arg(proxy);
    if (error == QNetworkReply::ProxyNotFoundError || words.contains(u"roxy server not found"))
        return http::FailureText::tr("The name of the proxy %1 could not be found. Check its address.").arg(proxy);
    return http::FailureText::tr("The proxy %1 did not let us through to %2.").arg(proxy, placeOf(scene.target));
}

QString directText(QNetworkReply::NetworkError error, const Scene& scene)
{
    const QString place = placeOf(scene.target);
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return http::FailureText::tr(
                   "The name '%1' could not be found. Check the address, the name service and the VPN. Asked for: %2")
            .arg(scene.target.base.host(), place);
    case QNetworkReply::ConnectionRefusedError:
        return http::FailureText::tr("%1 refused the connection. Nothing listens there, or a firewall forbids it.")
            .arg(place);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return http::FailureText::tr("%1 closed the connection before its answer was complete.").arg(place);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return http::FailureText::tr("%1 does not answer in HTTP. Is this the right port?").arg(place);
    default:
        return http::FailureText::tr("No answer from %1: the connection failed.").arg(place);
    }
}

base::Error networkFailure(QNetworkReply::NetworkError error, Progress progress, const QString& words,
                           const Scene& scene)
{
    const bool behindProxy = scene.proxy.type() != QNetworkProxy::NoProxy;
    const bool proxyAtFault = behindProxy && (isProxyError(error) || progress == Progress::Connecting);
    const QString message = proxyAtFault ? proxyText(error, words, scene) : directText(error, scene);
    return failure(base::Error::Kind::Network, message, u"%1 (Qt %2)"_s.arg(words).arg(static_cast<int>(error)));
}

} // namespace

QString hostOf(const Target& target)
{
    const QString host = target.base.host().contains(u':') ? u'[' + target.base.host() + u']' : target.base.host();
    return u"%1:%2"_s.arg(host).arg(target.base.port(target.base.scheme() == u"https" ? 443 : 80));
}

QString placeOf(const Target& target)
{
    return target.label.isEmpty() ? hostOf(target) : u"%1 (%2)"_s.arg(target.label, hostOf(target));
}

base::Error failureOf(const QNetworkReply& reply, Progress progress, const QList<QSslError>& tlsErrors,
                      const Scene& scene)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::SslHandshakeFailedError)
        return tlsFailure(tlsErrors, reply.sslConfiguration().peerCertificateChain(), reply.errorString(), scene);
    return networkFailure(error, progress, reply.errorString(), scene);
}

base::Error failureOf(QAbstractSocket::SocketError error, const QString& words, const Scene& scene)
{
    const auto asRequest = [error] {
        switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return QNetworkReply::ConnectionRefusedError;
        case QAbstractSocket::HostNotFoundError:
            return QNetworkReply::HostNotFoundError;
        case QAbstractSocket::RemoteHostClosedError:
            return QNetworkReply::RemoteHostClosedError;
        case QAbstractSocket::SocketAccessError:
            return QNetworkReply::ContentAccessDenied;
        case QAbstractSocket::ProxyAuthenticationRequiredError:
            return QNetworkReply::ProxyAuthenticationRequiredError;
        case QAbstractSocket::ProxyConnectionRefusedError:
            return QNetworkReply::ProxyConnectionRefusedError;
        case QAbstractSocket::ProxyConnectionClosedError:
            return QNetworkReply::ProxyConnectionClosedError;
        case QAbstractSocket::ProxyConnectionTimeoutError:
            return QNetworkReply::ProxyTimeoutError;
        case QAbstractSocket::ProxyNotFoundError:
            return QNetworkReply::ProxyNotFoundError;
        case QAbstractSocket::ProxyProtocolError:
            return QNetworkReply::UnknownProxyError;
        default:
            return QNetworkReply::UnknownNetworkError;
        }
    }();
    return networkFailure(asRequest, Progress::Connecting, words, scene);
}

base::Error lateness(Clock clock, std::chrono::milliseconds patience, const Scene& scene)
{
    const QString seconds = QLocale().toString(static_cast<double>(patience.count()) / 1000.0, 'g', 3);
    const QString place = placeOf(scene.target);
    const bool behindProxy = scene.proxy.type() != QNetworkProxy::NoProxy;
    base::Error error;
    error.kind = base::Error::Kind::Timeout;
    switch (clock) {
    case Clock::Queue:
        error.message = http::FailureText::tr("No connection to %1 was free within %2 s.").arg(place, seconds);
        break;
    case Clock::Connect:
        error.message = behindProxy
                            ? http::FailureText::tr("No secure connection to %1 through the proxy %2 within %3 s.")
                                  .arg(place, nameOf(scene.proxy), seconds)
                            : http::FailureText::tr(
                                  "No connection to %1 within %2 s. It may be down, or a firewall drops the packets.")
                                  .arg(place, seconds);
        break;
    case Clock::Silence:
        error.message = http::FailureText::tr("%1 has sent nothing for %2 s.").arg(place, seconds);
        break;
    case Clock::Total:
        error.message = http::FailureText::tr("%1 did not complete its answer within %2 s.").arg(place, seconds);
        break;
    }
    return error;
}

base::Error brokenOff(const Scene& scene)
{
    return failure(base::Error::Kind::Network, directText(QNetworkReply::RemoteHostClosedError, scene));
}

base::Error unknownOutcome(const base::Error& cause, const Scene& scene)
{
    return failure(
        base::Error::Kind::OutcomeUnknown,
        http::FailureText::tr("The answer of %1 to this request never came. It may or may not have taken effect: "
                              "check before you repeat it.")
            .arg(placeOf(scene.target)),
        cause.detail.isEmpty() ? cause.message : cause.message + u'\n' + cause.detail);
}

base::Error badEncoding(const Scene& scene)
{
    return failure(
        base::Error::Kind::Decode,
        http::FailureText::tr("The compressed answer of %1 is damaged. A proxy on the way may have changed it.")
            .arg(placeOf(scene.target)));
}

base::Error tooLarge(qint64 limit, const Scene& scene)
{
    return failure(base::Error::Kind::TooLarge,
                   http::FailureText::tr("The answer of %1 is larger than %2 and was cut off.")
                       .arg(placeOf(scene.target), QLocale().formattedDataSize(limit)));
}

base::Error protectedTarget(const Scene& scene)
{
    return failure(
        base::Error::Kind::Protected,
        http::FailureText::tr(
            "%1 is protected: nothing was sent. Lift the protection in its connection to change something there.")
            .arg(placeOf(scene.target)));
}

base::Error dropped(const Scene& scene)
{
    return failure(base::Error::Kind::Network,
                   http::FailureText::tr("The connection to %1 is made anew.").arg(placeOf(scene.target)));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace http
