#pragma once

#include "core/http/client.h"

#include <QElapsedTimer>
#include <QPointer>

#include <optional>
#include <vector>

namespace http {

/// Lets many requests wait for one answer of a credential source, and keeps a source from being hammered by 401s.
class CredentialGate : public QObject
{
    Q_OBJECT
public:
    explicit CredentialGate(std::shared_ptr<CredentialSource> source, QObject* parent = nullptr);

    void obtain(QObject* context, CredentialSource::Done done);
    /// The server did not accept `used`. Whether it is worth to obtain() again: not when this source was sent back
    /// less than `pause` ago.
    bool reject(const Credential& used, std::chrono::milliseconds pause);

private:
    struct Waiter
    {
        QPointer<QObject> context;
        CredentialSource::Done done;
    };

    void answer(const base::Result<Credential>& result);

    std::shared_ptr<CredentialSource> m_source;
    std::vector<Waiter> m_waiters;
    bool m_asking = false;
    quint64 m_generation = 0;
    QElapsedTimer m_lastRefusal;
};

} // namespace http
