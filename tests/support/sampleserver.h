#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"

#include <QJsonObject>
#include <QObject>

#include <memory>
#include <vector>

namespace support {

class SampleCluster;

/// What Drey shows before it meets a real cluster: API servers of several contexts with a believable fleet (33
/// deployments in the context "sample"), and the JobManagers behind their service proxies, all in this process, over
/// TLS, with a token. Broken, at risk, changing and healthy deployments are there at once; checkpoints, logs and
/// watches go on by themselves.
///
///     support::SampleServer server;
///     QVERIFY(server.listen());
///     server.writeKubeconfig(path);   // contexts: sample, prod-seoul, prod-busan, stage-seoul, dev-local
class SampleServer : public QObject
{
    Q_OBJECT
public:
    explicit SampleServer(QObject* parent = nullptr);
    ~SampleServer() override;

    /// False: no openssl to make a certificate, or no port.
    bool listen();
    bool writeKubeconfig(const QString& path) const;

    QStringList contexts() const;
    QUrl address(const QString& context) const; ///< of that API server
    QByteArray authority() const;               ///< the certificate to trust, PEM
    QByteArray token() const;                   ///< who lacks it is answered 401
    /// A Flink REST of its own without TLS and token: payment-authorize of the sample.
    QUrl flinkAddress() const;

    /// Adds an object, or replaces the one of the same kind, namespace and name: watches are told.
    void change(const QString& context, const QJsonObject& object);
    bool remove(const QString& context, const QString& kind, const QString& nameSpace, const QString& name);
    /// Empty: there is none.
    QJsonObject object(const QString& context, const QString& kind, const QString& nameSpace,
                       const QString& name) const;

    /// Stops answering on all ports and cuts every connection, as an outage does; resume() ends it.
    void interrupt();
    bool resume();

    ByteServer& apiServer() { return m_api; } ///< to see what was asked

private:
    void answer(const Exchange& exchange) const;
    SampleCluster* cluster(const QString& context) const;

    Authority m_authority{QStringLiteral("Sample Authority")};
    ByteServer m_api, m_flink;
    std::vector<std::unique_ptr<SampleCluster>> m_clusters;
    quint16 m_apiPort = 0, m_flinkPort = 0;
};

} // namespace support
