#pragma once

#include "core/flink/doctor.h"
#include "core/http/probe.h"

#include <QObject>

#include <memory>

namespace flink {

/// The steps of the connection doctor on the way to a server.
class WayCheck : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Finding)>;

    enum class Certificate { None, Show };
    enum class PlainText { Expected, Suspicious };

    explicit WayCheck(QObject* parent);

    /// Where the way leads. `certificate`: the credentials hold a client certificate, which the handshake may need.
    void setTarget(const http::Target& target, std::shared_ptr<http::CredentialSource> credentials,
                   Certificate certificate, PlainText plainText);
    const http::Target& target() const { return m_target; }
    const std::shared_ptr<http::CredentialSource>& credentials() const { return m_credentials; }

    void resolve(Done done);
    void connectTcp(Done done);
    void handshake(Done done);

private:
    void tryAddress(qsizetype index, Done done);
    void handshakeAs(const http::Credential& credential, Done done);
    Finding foundAddresses(const http::Probe::Resolved& resolved) const;
    Finding findingOf(const http::Probe::Secured& secured) const;

    http::Target m_target;
    std::shared_ptr<http::CredentialSource> m_credentials;
    Certificate m_certificate = Certificate::None;
    PlainText m_plainText = PlainText::Suspicious;
    std::unique_ptr<http::Probe> m_probe;
    QList<QHostAddress> m_addresses;
};

} // namespace flink
