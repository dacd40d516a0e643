#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

namespace http {

/// The proxy on the way to `target`: its own, else that of HTTPS_PROXY or HTTP_PROXY (also in lower case) unless
/// NO_PROXY excludes the host. NO_PROXY knows names and their subdomains, addresses, CIDR ranges, ports and "*", as
/// curl and Go do; localhost and loopback addresses never use a proxy of the environment. NoProxy: there is none. Fails
/// with Configuration for a proxy that is itself reached over https, and for unknown schemes.
base::Result<QNetworkProxy> proxyFor(const Target& target,
                                     const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

/// "host:port" for messages.
QString nameOf(const QNetworkProxy& proxy);

} // namespace http
