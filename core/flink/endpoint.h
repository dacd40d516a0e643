#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QStringList>

#include <memory>

namespace flink {

/// A bare Flink REST address as a user types it.
struct Endpoint
{
    QString address;                  ///< "http://host:8081", "https://host/prefix"; without a scheme: http
    QStringList headers;              ///< "Name: value"
    QString authorityFile;            ///< PEM; empty: the roots of the system
    QString certificateFile, keyFile; ///< PEM; both or none
    /// Who we are, where that is not typed; null: headers and certificate above.
    std::shared_ptr<http::CredentialSource> credentials = {};
};

/// What http::Client needs to talk to it.
struct EndpointAccess
{
    http::Target target;
    std::shared_ptr<http::CredentialSource> credentials;
};

/// Reads the named files, connects nothing. Fails with Configuration: an address that is none, a header without a name,
/// a file that holds no certificate or key. A header named Authorization needs https.
base::Result<EndpointAccess> accessTo(const Endpoint& endpoint);

} // namespace flink
