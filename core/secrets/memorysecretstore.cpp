#include "core/secrets/secretstore.h"

namespace secrets {

namespace {

template <typename Done, typename Value>
void later(QObject* context, Done done, Value value)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), value = std::move(value)] { done(value); }, Qt::QueuedConnection);
}

} // namespace

MemorySecretStore::MemorySecretStore(QString reason)
    : m_reason(std::move(reason))
{
}

std::optional<QByteArray> MemorySecretStore::value(const QString& key) const
{
    const auto found = m_secrets.constFind(key);
    return found == m_secrets.constEnd() ? std::nullopt : std::optional(*found);
}

void MemorySecretStore::examine(QObject* context, ExamineDone done)
{
    later(context, std::move(done), std::optional(base::Error{base::Error::Kind::Configuration, m_reason}));
}

void MemorySecretStore::read(const QString& key, QObject* context, ReadDone done)
{
    later(context, std::move(done), value(key));
}

void MemorySecretStore::write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done)
{
    setValue(key, secret);
    later(context, std::move(done), Kept{Kept::Place::ThisSession, m_reason});
}

void MemorySecretStore::remove(const QString& key, QObject* context, RemoveDone done)
{
    drop(key);
    later(context, std::move(done), base::Ok{});
}

} // namespace secrets
