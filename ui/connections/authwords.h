#pragma once

#include <QStringList>

namespace connections {

/// The kinds of authentication of kube::Kubeconfig::authenticationOf() in the user's language.
QString authenticationText(const QStringList& kinds);
/// How an endpoint is signed in to; empty: it is not.
QString headerText(const QString& headerName);

} // namespace connections
