#include "ui/connections/storedheader.h"

#include "core/flink/endpoint.h"

namespace connections {

using namespace Qt::StringLiterals;
using base::Error;

StoredHeader::StoredHeader(std::shared_ptr<secrets::SecretStore> store, QString key, QString address, QString name)
    : m_store(std::move(store))
    , m_key(std::move(key))
    , m_address(std::move(address))
    , m_name(std::move(name))
{
}

void StoredHeader::obtain(QObject* context, Done done)
{
    if (m_typed)
        return m_typed->obtain(context, std::move(done));
    m_store->read(
        m_key, context, [this, context, done = std::move(done)](const base::Result<std::optional<QByteArray>>& value) {
            if (!value)
                return done(Error{
                    Error::Kind::Credentials,
                    tr("The value of the request header '%1' is not known: %2").arg(m_name, value.error().message),
                    value.error().detail});
            if (!*value)
                return done(Error{Error::Kind::Credentials,
                                  tr("The value of the request header '%1' is not kept any more. Open the "
                                     "address again to type it.")
                                      .arg(m_name)});
            flink::Endpoint endpoint;
            endpoint.address = m_address;
            endpoint.headers = {m_name + u": "_s + QString::fromUtf8(**value)};
            const base::Result<flink::EndpointAccess> access = flink::accessTo(endpoint);
            if (!access)
                return done(Error{Error::Kind::Credentials, access.error().message});
            m_typed = access->credentials;
            m_typed->obtain(context, done);
        });
}

void StoredHeader::reject(const http::Credential&)
{
    m_typed.reset();
}

} // namespace connections
