#include "core/http/wire.h"

#include "core/http/proxy.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSet>
#include <QSslConfiguration>
#include <QSysInfo>
#include <QVersionNumber>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct WireText
{
    Q_DECLARE_TR_FUNCTIONS(http::WireText)
};

namespace {

/// A proxied pod can set cookies on the origin of the API server: none is ever kept or sent.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

QByteArray userAgent()
{
    return "drey/" DREY_VERSION " (" + QSysInfo::kernelType().toLatin1() + "; " +
           QSysInfo::currentCpuArchitecture().toLatin1() + ") qt/" + qVersion();
}

bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < 0x7f && !std::strchr("\"(),/:;<=>?@[\\]{}", c);
    });
}

bool isHeaderValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7f) || c == '\t';
    });
}

base::Error badHeader(QByteArrayView name, base::Error::Kind kind)
{
    const QString message =
        kind == base::Error::Kind::Credentials
            ? http::WireText::tr(
                  "The credentials contain a control character and cannot be sent. Check where they come from.")
            : http::WireText::tr("A header of this connection contains a control character and cannot be sent.");
    QString shown;
    for (const char c : name.first(qMin(name.size(), 64)))
        shown += c > ' ' && c < 0x7f ? QChar::fromLatin1(c) : u'?';
    base::Error error;
    error.kind = kind;
    error.message = message;
    error.detail = u"header "_s + shown;
    return error;
}

base::Error saidTwice(const QByteArray& name)
{
    base::Error error;
    error.kind = base::Error::Kind::Configuration;
    error.message =
        http::WireText::tr("Qt %1 cannot send the header %2 more than once, so nothing was sent. Act as one "
                           "group instead of several, or use Drey with a Qt before 6.8.")
            .arg(QString::fromLatin1(qVersion()), QString::fromLatin1(name));
    return error;
}

std::optional<base::Error> addHeaders(QNetworkRequest& wire, const QList<Header>& headers)
{
    QSet<QByteArray> seen;
    for (const auto& [name, value] : headers) {
        if (!isToken(name) || !isHeaderValue(value))
            return badHeader(name, base::Error::Kind::Configuration);
        const bool repeated = seen.contains(name.toLower());
        seen.insert(name.toLower());
        if (!repeated) {
            wire.setRawHeader(name, value);
            continue;
        }
        // Qt keeps one value a name, and joining them by a comma is not the same (Impersonate-Group). From 6.8 on it
        // takes no line break and, of QHttpHeaders that hold them all, sends the last one: somebody else would act.
        static const bool sendsOne = QLibraryInfo::version() >= QVersionNumber(6, 8);
        if (sendsOne)
            return saidTwice(name);
        // Both parts have been checked above, so this line break is ours. It is one of HTTP/1.1.
        wire.setRawHeader(name, wire.rawHeader(name) + "\r\n" + name + ": " + value);
        wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    return {};
}

void addAttributes(QNetworkRequest& wire, Protocol protocol)
{
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, protocol == Protocol::Http2IfOffered);
    wire.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
}

} // namespace

QUrl addressOf(const Request& request, const Target& target)
{
    QUrl url = target.base;
    url.setUserInfo({});
    url.setFragment({});
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + request.path, QUrl::TolerantMode);
    // QUrlQuery leaves "+" alone, which servers read as a blank.
    if (!request.query.isEmpty())
        url.setQuery(request.query.query(QUrl::FullyEncoded).replace(u'+', u"%2B"_s));
    else
        url.setQuery(QString());
    return url;
}

QSslConfiguration tlsOf(const Target& target, const Credential& credential)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(target.trust.verification == Trust::Verification::None ? QSslSocket::VerifyNone
                                                                                 : QSslSocket::VerifyPeer);
    if (const auto& roots = credential.authorities ? credential.authorities : target.trust.authorities)
        tls.setCaCertificates(*roots);
    if (!credential.certificateChain.isEmpty()) {
        tls.setLocalCertificateChain(credential.certificateChain);
        tls.setPrivateKey(credential.privateKey);
    }
    return tls;
}

base::Result<QNetworkRequest> wireRequest(const Request& request, const Target& target, const Credential& credential,
                                          Protocol protocol)
{
    QNetworkRequest wire(addressOf(request, target));
    addAttributes(wire, protocol);
    wire.setRawHeader("User-Agent", userAgent());
    wire.setRawHeader("Accept-Encoding",
                      target.compression ? "gzip" : "identity"); // with this header set Qt hands over raw bytes
    if (!request.contentType.isEmpty())
        wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (const auto problem = addHeaders(wire, request.headers))
        return *problem;
    if (const auto problem = addHeaders(wire, credential.headers))
        return *problem;
    if (wire.url().scheme() != u"https")
        return wire;

    if (!isHeaderValue(credential.authorization))
        return badHeader("Authorization", base::Error::Kind::Credentials);
    if (!credential.authorization.isEmpty())
        wire.setRawHeader("Authorization", credential.authorization);
    wire.setSslConfiguration(tlsOf(target, credential));
    if (!target.trust.serverName.isEmpty())
        wire.setPeerVerifyName(target.trust.serverName);
    return wire;
}

base::Result<std::unique_ptr<QNetworkAccessManager>> connectionPool(const Target& target)
{
    const base::Result<QNetworkProxy> proxy = proxyFor(target);
    if (!proxy)
        return proxy.error();
    auto pool = std::make_unique<QNetworkAccessManager>();
    pool->setProxy(*proxy);
    pool->setCookieJar(new NoCookies);
    pool->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    pool->setStrictTransportSecurityEnabled(false);
    pool->setAutoDeleteReplies(false);
    return base::Result<std::unique_ptr<QNetworkAccessManager>>(std::move(pool));
}

OnceBody::OnceBody(QByteArray content, QObject* parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_content.size() - m_position;
}

qint64 OnceBody::readData(char* data, qint64 most)
{
    if (m_position == m_content.size())
        return -1;
    const qint64 count = qMin(most, m_content.size() - m_position);
    std::memcpy(data, m_content.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

QNetworkReply* startRead(QNetworkAccessManager& pool, const QNetworkRequest& wire, const Request& request)
{
    if (request.method == "GET")
        return pool.get(wire);
    if (request.method == "HEAD")
        return pool.head(wire);
    return pool.sendCustomRequest(wire, request.method, request.body);
}

QNetworkReply* startWrite(QNetworkAccessManager& pool, QNetworkRequest wire, const Request& request)
{
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto* body = new OnceBody(request.body, nullptr);
    QNetworkReply* reply = pool.sendCustomRequest(wire, request.method, body);
    body->setParent(reply);
    return reply;
}

Answer headOf(const QNetworkReply& reply)
{
    Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply.rawHeaderPairs();
    answer.url = reply.request().url();
    answer.receivedAt = QDateTime::currentDateTimeUtc();
    return answer;
}

} // namespace http
