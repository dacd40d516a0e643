#pragma once

#include "core/flink/connection.h"
#include "tests/support/sampleserver.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

/// Connections to the sample server, for tests of pages.
class SampleConnections
{
public:
    /// False: the server could not be started.
    bool start();

    /// Open, and live until this dies; null: no such context.
    std::unique_ptr<flink::Connection> open(const QString& context,
                                            base::Environment environment = base::Environment::Unset) const;
    std::unique_ptr<flink::Connection> openEndpoint() const;
    SampleServer& server() { return m_server; }

private:
    SampleServer m_server;
    QTemporaryDir m_folder;
};

} // namespace support
