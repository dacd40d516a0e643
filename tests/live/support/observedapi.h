#pragma once

#include "core/kube/access.h"
#include "core/kube/api.h"
#include "tests/live/support/apiserver.h"

namespace live {

/// The product's own way to a real API server as one user, from the kubeconfig on. Remembers what was asked through it.
class ObservedApi : public kube::Api
{
public:
    ObservedApi(const ApiServer& server, ApiServer::User user);

    void send(const http::Request& request, QObject* context, BytesDone done) override;
    std::unique_ptr<http::Stream> open(const http::Request& request) override;
    void reconnect() override;
    QString label() const override;

    [[nodiscard]] http::Client& client() const { return *m_client; }
    /// How often a list was begun: a page that continues one does not count.
    [[nodiscard]] int lists() const { return m_lists; }
    /// The resourceVersion of each watch that was opened, the oldest first.
    [[nodiscard]] QStringList watchedFrom() const { return m_watchedFrom; }
    void forget();

private:
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_api;
    int m_lists = 0;
    QStringList m_watchedFrom;
};

/// The access the product gets from a kubeconfig; with an Error when it gets none.
[[nodiscard]] base::Result<kube::ContextAccess> accessTo(const QString& kubeconfig, const QString& context);
[[nodiscard]] base::Result<kube::ContextAccess> accessTo(const ApiServer& server, ApiServer::User user);

} // namespace live
