#pragma once

#include "core/http/client.h"
#include "core/sim/api/host.h"
#include "tests/support/httpprobes.h"

#include <QSslCertificate>

#include <memory>

namespace support {

/// The product's own client, at a practice cluster as its administrator.
inline std::unique_ptr<http::Client> adminOf(const sim::Host& host)
{
    http::Target target;
    target.base = QUrl(host.server());
    target.trust.authorities = QSslCertificate::fromData(host.authority());
    target.label = QStringLiteral("practice");
    const auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer " + host.adminToken();
    return std::make_unique<http::Client>(target, credentials);
}

} // namespace support
