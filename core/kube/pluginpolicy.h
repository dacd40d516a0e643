#pragma once

#include "core/base/result.h"

#include <QString>

namespace kube {

/// The user's kuberc: $KUBERC, else ~/.kube/kuberc; empty: there is none, or it is switched off (KUBERC=off).
QString kubercFile();

/// Whether the policy for credential plugins in `kuberc` (credentialPluginPolicy, credentialPluginAllowlist) allows to
/// run `resolvedCommand`; Credentials with the reason when not. A file that cannot be understood allows nothing.
base::Result<base::Ok> pluginAllowed(const QString& kuberc, const QString& resolvedCommand, const QString& searchPath);

} // namespace kube
