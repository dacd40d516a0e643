#include "core/http/credentialgate.h"

namespace http {

CredentialGate::CredentialGate(std::shared_ptr<CredentialSource> source, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

void CredentialGate::obtain(QObject* context, CredentialSource::Done done)
{
    m_waiters.push_back({context, std::move(done)});
    if (m_asking)
        return;
    if (!m_source)
        return answer(Credential{});
    m_asking = true;
    m_source->obtain(this, [this](const base::Result<Credential>& result) { answer(result); });
}

void CredentialGate::answer(const base::Result<Credential>& result)
{
    m_asking = false;
    if (result)
        m_generation = result->generation;
    for (const Waiter& waiter : std::exchange(m_waiters, {})) {
        if (waiter.context)
            waiter.done(result);
    }
}

bool CredentialGate::reject(const Credential& used, std::chrono::milliseconds pause)
{
    if (!m_source)
        return false;
    if (m_asking || m_generation != used.generation)
        return true; // someone else was faster
    if (m_lastRefusal.isValid() && !m_lastRefusal.hasExpired(pause.count()))
        return false;
    m_lastRefusal.start();
    m_source->reject(used);
    return true;
}

} // namespace http
