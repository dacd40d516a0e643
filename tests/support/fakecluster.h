#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"

#include <QHash>
#include <QStringList>

namespace support {

/// The list of one Deployment: an operator that runs.
extern const QByteArray operatorDeployment;

/// An API server with everything a healthy one has; single answers can be replaced.
class FakeCluster
{
public:
    explicit FakeCluster(const Authority& authority);

    void reply(const QString& path, int status, const QByteArray& body) { m_answers.insert(path, {status, body}); }

    QStringList denied; ///< "VERB RESOURCE" in all namespaces
    QString allowedIn;  ///< the namespace where what is denied is allowed

    ByteServer server;

private:
    void answer(Exchange& exchange) const;
    QByteArray review(const QByteArray& body) const;

    QHash<QString, std::pair<int, QByteArray>> m_answers;
};

} // namespace support
