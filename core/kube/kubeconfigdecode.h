#pragma once

#include "core/kube/kubeconfig.h"

#include <QJsonObject>

namespace kube {

/// The entries of one kubeconfig file, unmerged. A part that cannot be used is named in the `problems` of its entry, or
/// of the file when it belongs to none.
struct KubeconfigFile
{
    QString currentContext;
    QList<ContextEntry> contexts;
    QList<ClusterEntry> clusters;
    QList<UserEntry> users;
    QList<Problem> problems;
};

/// Decodes the text of `file` (absolute; for relative paths and messages). Fails when nothing of it can be used.
base::Result<KubeconfigFile> decodeKubeconfig(const QByteArray& text, const QString& file);

} // namespace kube
