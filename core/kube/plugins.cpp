#include "core/kube/plugins.h"

#include "core/kube/execplugin.h"

namespace kube {

std::shared_ptr<ExecPlugin> Plugins::plugin(const QByteArray& key, const ExecConfig& exec, const PluginTimes& times)
{
    m_plugins.removeIf([](const auto& entry) { return entry.value().expired(); });
    std::shared_ptr<ExecPlugin> plugin = m_plugins.value(key).lock();
    if (!plugin) {
        plugin = std::make_shared<ExecPlugin>(exec, times);
        m_plugins.insert(key, plugin);
    }
    return plugin;
}

} // namespace kube
