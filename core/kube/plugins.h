#pragma once

#include "core/kube/kubeconfig.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace kube {

class ExecPlugin;
struct PluginTimes;

/// The credential plugins in use. Connections that share it share their plugins, so that nobody has to sign in twice.
class Plugins
{
public:
    /// The one for this plugin and cluster; `key` tells them apart. It lives as long as somebody uses it.
    std::shared_ptr<ExecPlugin> plugin(const QByteArray& key, const ExecConfig& exec, const PluginTimes& times);

private:
    QHash<QByteArray, std::weak_ptr<ExecPlugin>> m_plugins;
};

} // namespace kube
