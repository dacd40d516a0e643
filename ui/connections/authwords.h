#pragma once

#include <QStringList>

namespace connections {

/// The kinds of authentication of kube::Kubeconfig::authenticationOf() in the user's language.
QString authenticationText(const QStringList& kinds);

} // namespace connections
