#include "core/http/proxy.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct ProxyText
{
    Q_DECLARE_TR_FUNCTIONS(http::ProxyText)
};

namespace {

base::Error unusable(const QString& message)
{
    base::Error error;
    error.kind = base::Error::Kind::Configuration;
    error.message = message;
    return error;
}

QString firstOf(const QProcessEnvironment& environment, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QString value = environment.value(QString(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

bool isLoopback(const QString& host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

/// Splits "name:port", "[v6]:port", "v6"; port 0: any.
std::pair<QString, int> splitPort(const QString& entry)
{
    if (entry.startsWith(u'[')) {
        const qsizetype end = entry.indexOf(u']');
        return {entry.mid(1, end - 1), entry.mid(end + 2).toInt()};
    }
    const qsizetype colon = entry.indexOf(u':');
    if (colon < 0 || entry.indexOf(u':', colon + 1) >= 0)
        return {entry, 0};
    return {entry.left(colon), entry.mid(colon + 1).toInt()};
}

bool nameMatches(const QString& pattern, const QString& host)
{
    if (pattern.startsWith(u"*."))
        return host.endsWith(QStringView(pattern).mid(1), Qt::CaseInsensitive);
    if (pattern.startsWith(u'.'))
        return host.endsWith(pattern, Qt::CaseInsensitive);
    return host.compare(pattern, Qt::CaseInsensitive) == 0 || host.endsWith(u'.' + pattern, Qt::CaseInsensitive);
}

bool excludes(const QString& entry, const QUrl& url)
{
    const QString host = url.host();
    if (entry == u"*")
        return true;
    const QHostAddress address(host);
    if (entry.contains(u'/')) {
        const auto range = QHostAddress::parseSubnet(entry);
        return !address.isNull() && range.second >= 0 && address.isInSubnet(range);
    }
    const auto [name, port] = splitPort(entry);
    if (name.isEmpty() || (port != 0 && port != portOf(url)))
        return false;
    if (const QHostAddress excluded(name); !excluded.isNull())
        return excluded == address;
    return nameMatches(name, host);
}

bool isExcluded(const QUrl& url, const QProcessEnvironment& environment)
{
    const QStringList entries = firstOf(environment, {"NO_PROXY"_L1, "no_proxy"_L1}).split(u',');
    return std::any_of(entries.cbegin(), entries.cend(),
                       [&url](const QString& entry) { return excludes(entry.trimmed(), url); });
}

QUrl ofEnvironment(const QUrl& base, const QProcessEnvironment& environment)
{
    if (isLoopback(base.host()) || isExcluded(base, environment))
        return {};
    const QString value = base.scheme() == u"https" ? firstOf(environment, {"HTTPS_PROXY"_L1, "https_proxy"_L1})
                                                    : firstOf(environment, {"HTTP_PROXY"_L1, "http_proxy"_L1});
    if (value.isEmpty() || value.contains(u"://"_s))
        return QUrl(value);
    return QUrl(u"http://"_s + value);
}

base::Result<QNetworkProxy> fromUrl(const QUrl& url)
{
    const QString scheme = url.scheme();
    const bool socks = scheme == u"socks5" || scheme == u"socks5h";
    const QString shown = url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath);
    if (scheme == u"https") {
        return unusable(http::ProxyText::tr("The proxy %1 is itself reached over https, which is not supported. "
                                            "Use an http or socks5 proxy.")
                            .arg(shown));
    }
    if ((scheme != u"http" && !socks) || url.host().isEmpty()) {
        return unusable(
            http::ProxyText::tr("'%1' is not the address of a proxy. Use http://host:port or socks5://host:port.")
                .arg(shown));
    }
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(url.port(socks ? 1080 : 80)), url.userName(QUrl::FullyDecoded),
                        url.password(QUrl::FullyDecoded));
    return proxy;
}

} // namespace

base::Result<QNetworkProxy> proxyFor(const Target& target, const QProcessEnvironment& environment)
{
    const QUrl url = target.proxy.isEmpty() ? ofEnvironment(target.base, environment) : target.proxy;
    if (url.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return fromUrl(url);
}

QString nameOf(const QNetworkProxy& proxy)
{
    const QString host = proxy.hostName().contains(u':') ? u'[' + proxy.hostName() + u']' : proxy.hostName();
    return u"%1:%2"_s.arg(host).arg(proxy.port());
}

} // namespace http
