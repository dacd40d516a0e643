#pragma once

#include "core/base/result.h"
#include "core/http/request.h"
#include "core/kube/kubeconfig.h"

namespace kube {

/// The Impersonate-* headers of a user; empty: acts as oneself. Configuration when a value cannot stand in a header.
base::Result<QList<http::Header>> impersonationHeaders(const UserEntry& user);

/// The Authorization value of the id-token of an oidc auth-provider. Credentials when there is none or it has expired
/// (10 s before its time), in clear words: it is not renewed here.
base::Result<QByteArray> oidcAuthorization(const AuthProvider& provider);

} // namespace kube
