#pragma once

#include "core/kube/contextcredentials.h"

#include <QProcessEnvironment>

namespace kube {

/// Tells plugins and clusters apart, so that one plugin is not run twice at a time for one cluster.
QByteArray pluginKey(const CredentialParts& parts);

/// What would be run, read and trusted now, for the question whether it may.
PluginRun describePluginRun(const CredentialParts& parts, const QString& searchPath);

/// Why this plugin cannot or must not be run, whatever the user says.
std::optional<base::Error> pluginObstacle(const CredentialParts& parts, const PluginRun& run);

base::Error pluginNotApproved(const PluginRun& run);

/// Our environment, the plugin's own variables (the last of a name wins) and KUBERNETES_EXEC_INFO.
QProcessEnvironment pluginEnvironment(const CredentialParts& parts, const QString& searchPath);

} // namespace kube
