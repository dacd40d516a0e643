#include "tests/support/sampleconnections.h"

#include "core/flink/endpoint.h"
#include "core/kube/access.h"

namespace support {

using namespace Qt::StringLiterals;

bool SampleConnections::start()
{
    return m_folder.isValid() && m_server.listen() && m_server.writeKubeconfig(m_folder.filePath(u"config"_s));
}

std::unique_ptr<flink::Connection> SampleConnections::open(const QString& context, base::Environment environment) const
{
    const auto config = kube::readKubeconfig(kube::kubeconfigFiles(m_folder.filePath(u"config"_s)));
    if (!config)
        return nullptr;
    const auto access = kube::accessTo(*config, context, {});
    if (!access)
        return nullptr;
    flink::ConnectionSettings settings;
    settings.id = u"context:"_s + context;
    settings.name = context;
    settings.environment = environment;
    auto connection = flink::Connection::toContext(*access, settings);
    connection->open();
    return connection;
}

std::unique_ptr<flink::Connection> SampleConnections::openEndpoint() const
{
    flink::ConnectionSettings settings;
    settings.id = u"endpoint:"_s + m_server.flinkAddress().toString();
    settings.name = m_server.flinkAddress().toString();
    flink::Endpoint endpoint;
    endpoint.address = settings.name;
    const auto access = flink::accessTo(endpoint);
    if (!access)
        return nullptr;
    auto connection =
        flink::Connection::toEndpoint(access->target.base, access->credentials, access->target.trust, settings);
    connection->open();
    return connection;
}

} // namespace support
