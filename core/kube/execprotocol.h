#pragma once

#include "core/base/result.h"
#include "core/kube/certificates.h"
#include "core/kube/kubeconfig.h"

#include <QDateTime>

namespace kube {

/// What a credential plugin gave us.
struct PluginCredential
{
    QByteArray token;    ///< empty: none
    KeyPair keyPair;     ///< null: none
    QDateTime expiresAt; ///< UTC; invalid: until the server refuses it
};

/// The value of KUBERNETES_EXEC_INFO. `authority` is the PEM text of the cluster's CA, wherever it stands.
QByteArray execInfo(const ExecConfig& exec, const ClusterEntry& cluster, const QByteArray& authority);

/// Reads what a plugin printed: an ExecCredential of exactly `apiVersion`, as JSON or YAML. Errors are Credentials.
base::Result<PluginCredential> decodeExecCredential(const QByteArray& output, const QString& apiVersion);

/// A token fit for a header: without surrounding blanks. Credentials when it is empty or holds control characters.
base::Result<QByteArray> headerToken(const QString& token, const QString& source);

} // namespace kube
