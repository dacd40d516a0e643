#pragma once

#include "core/http/client.h"
#include "core/secrets/secretstore.h"

#include <QCoreApplication>

namespace connections {

/// The credential of an endpoint whose request header is kept among the secrets: read when it is first needed, because
/// a keychain may want to be unlocked for it.
class StoredHeader : public http::CredentialSource
{
    Q_DECLARE_TR_FUNCTIONS(connections::StoredHeader)

public:
    /// `key` in `store` holds the value of the header `name`; `address` decides whether it may be sent.
    StoredHeader(std::shared_ptr<secrets::SecretStore> store, QString key, QString address, QString name);

    void obtain(QObject* context, Done done) override;
    /// The value may have been replaced in the keychain: it is read anew.
    void reject(const http::Credential& credential) override;

private:
    std::shared_ptr<secrets::SecretStore> m_store;
    QString m_key, m_address, m_name;
    std::shared_ptr<http::CredentialSource> m_typed; ///< once the value is known
};

} // namespace connections
