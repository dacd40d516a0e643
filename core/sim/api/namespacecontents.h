#pragma once

#include "core/sim/world/world.h"

namespace sim {

/// What the controllers of a real cluster put into each namespace, and put back when it is deleted: the ServiceAccount
/// default, and the ConfigMap kube-root-ca.crt with the authority (PEM) behind the API server's certificate.
class NamespaceContents
{
public:
    NamespaceContents(World& world, const QByteArray& authority);
    NamespaceContents(const NamespaceContents&) = delete;
    NamespaceContents& operator=(const NamespaceContents&) = delete;

private:
    void look(const Event& event);
    void fill(const QString& ns);

    World& m_world;
    QString m_authority;
    std::vector<Subscription> m_subscriptions;
};

} // namespace sim
