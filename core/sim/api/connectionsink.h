#pragma once

#include "core/sim/api/serverconnection.h"

namespace sim {

/// Where a stream's pieces go; dropping it before its end cuts the connection, so that nobody takes a part for the
/// whole.
class ConnectionSink : public Sink
{
public:
    explicit ConnectionSink(std::shared_ptr<Connection> connection)
        : m_connection(std::move(connection))
    {
    }
    ~ConnectionSink() override
    {
        if (m_connection)
            m_connection->cut();
    }
    ConnectionSink(const ConnectionSink&) = delete;
    ConnectionSink& operator=(const ConnectionSink&) = delete;

    void write(const QByteArray& piece) override
    {
        if (m_connection && !piece.isEmpty())
            m_connection->writePiece(piece);
    }
    void end() override
    {
        if (const auto connection = std::exchange(m_connection, nullptr))
            connection->endStream();
    }
    bool isOpen() const override { return m_connection && m_connection->isOpen(); }

private:
    std::shared_ptr<Connection> m_connection;
};

} // namespace sim
